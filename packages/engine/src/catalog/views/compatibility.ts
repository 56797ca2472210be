/** The views of SQL Server 2000 that scripts still read: sysobjects and its kin. They are found in dbo and in sys. */

import {
  BIGINT,
  BIT,
  char,
  DATETIME,
  IMAGE,
  INT,
  nvarchar,
  SMALLINT,
  SYSNAME,
  TINYINT,
  type Type,
  varbinary,
  varchar,
} from '@sprocket/tsql';
import { allIndexes, isKey, triggersOf } from '../find.ts';
import {
  type DatabaseCatalog,
  type ForeignKey,
  nameKey,
  type Parameter,
  type Principal,
  type Procedure,
  type Table,
  type Trigger,
  type UserFunction,
  type View,
} from '../model.ts';
import { maxLengthOf, precisionOf, SYSTEM_TYPES, type SystemType, scaleOf, systemTypeId, userTypeId } from '../types.ts';
import { columnEntries } from './columns.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView, type ViewDefinition } from './define.ts';
import { type IndexEntry, indexEntries } from './indexes.ts';
import { type ObjectEntry, objectEntries, systemViewEntries } from './objects.ts';
import { principalSid } from './principals.ts';
import { bit, bytesOf, datetimeOf, SID } from './shared.ts';

/** The low four bits of sysstat by object type: 1 system table, 2 view, 3 user table, 4 procedure and so on. */
const STATUS: Readonly<Record<string, number>> = {
  S: 1,
  V: 2,
  U: 3,
  P: 4,
  D: 6,
  R: 7,
  TR: 8,
  PK: 9,
  UQ: 9,
  F: 11,
  C: 7,
  X: 4,
  FN: 0,
  IF: 0,
  TF: 0,
};

const OBJECT: ColumnRows<ObjectEntry> = {
  name: column(SYSNAME, (o) => o.name),
  id: column(INT, (o) => o.id),
  xtype: column(char(2), (o) => o.type.padEnd(2)),
  uid: nullable(SMALLINT, (o) => o.schemaId),
  info: nullable(SMALLINT, (o) => o.table?.columns.length ?? 0),
  status: nullable(INT, 0),
  base_schema_ver: nullable(INT, 0),
  replinfo: nullable(INT, 0),
  parent_obj: column(INT, (o) => o.parentId),
  crdate: column(DATETIME, (o) => datetimeOf(o.created)),
  ftcatid: nullable(SMALLINT, 0),
  schema_ver: nullable(INT, 0),
  stats_schema_ver: nullable(INT, 0),
  type: nullable(char(2), (o) => (OLD_TYPES[o.type] ?? o.type).padEnd(2)),
  userstat: nullable(SMALLINT, (o) => (o.type === 'U' ? 1 : 0)),
  sysstat: nullable(SMALLINT, (o) => (STATUS[o.type] ?? 0) | (o.type === 'U' ? 96 : 0)),
  indexdel: nullable(SMALLINT, 0),
  refdate: column(DATETIME, (o) => datetimeOf(o.created)),
  version: nullable(INT, 0),
  deltrig: nullable(INT, (o, context) => triggerOn(o, context, 'DELETE')),
  instrig: nullable(INT, (o, context) => triggerOn(o, context, 'INSERT')),
  updtrig: nullable(INT, (o, context) => triggerOn(o, context, 'UPDATE')),
  seltrig: nullable(INT, 0),
  category: nullable(INT, (o) => (o.isSystem ? 2 : 0)),
  cache: nullable(SMALLINT, 0),
};

/** In the column `type` all constraints but foreign keys, checks and defaults are K. */
const OLD_TYPES: Readonly<Record<string, string>> = { PK: 'K', UQ: 'K' };

function triggerOn(entry: ObjectEntry, { catalog }: SystemContext, event: string): number {
  if (entry.type !== 'U' && entry.type !== 'V') return 0;
  return triggersOf(catalog, entry.id).find((trigger) => trigger.events.includes(event))?.id ?? 0;
}

interface OldColumn {
  readonly objectId: number;
  readonly id: number;
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
  readonly isParameter: boolean;
  readonly isOutput: boolean;
  readonly defaultId: number;
  readonly isIdentity: boolean;
  readonly isComputed: boolean;
}

/** Columns of tables and views, and parameters of procedures and functions. */
function* oldColumns({ catalog }: SystemContext): Iterable<OldColumn> {
  for (const object of catalog.objects.values()) {
    for (const entry of columnEntries(object)) {
      yield {
        ...entry,
        isParameter: false,
        isOutput: false,
        defaultId: entry.column?.default?.id ?? 0,
        isIdentity: entry.column !== null && entry.column.identity !== null,
        isComputed: entry.column !== null && entry.column.computed !== null,
      };
    }
    if (object.kind === 'procedure' || object.kind === 'function')
      yield* object.parameters.map((p, i) => parameterColumn(object.id, p, i + 1));
  }
}

const parameterColumn = (objectId: number, { name, type, output }: Parameter, id: number): OldColumn => ({
  objectId,
  id,
  name,
  type,
  nullable: true,
  isParameter: true,
  isOutput: output,
  defaultId: 0,
  isIdentity: false,
  isComputed: false,
});

/** What sysobjects' time called the type: `type` numbers of SQL Server 6.5. */
const OLD_TYPE_NUMBERS: Readonly<Record<string, readonly [notNull: number, nullable: number]>> = {
  tinyint: [48, 38],
  smallint: [52, 38],
  int: [56, 38],
  bigint: [63, 108],
  real: [59, 109],
  float: [62, 109],
  money: [60, 110],
  smallmoney: [122, 110],
  datetime: [61, 111],
  smalldatetime: [58, 111],
  bit: [50, 50],
  char: [47, 39],
  varchar: [39, 39],
  nchar: [47, 39],
  nvarchar: [39, 39],
  binary: [45, 37],
  varbinary: [37, 37],
  text: [35, 35],
  ntext: [35, 35],
  image: [34, 34],
  decimal: [55, 106],
  numeric: [63, 108],
  uniqueidentifier: [37, 37],
  rowversion: [45, 37],
  sql_variant: [39, 39],
  xml: [0, 0],
};

const COLUMN: ColumnRows<OldColumn> = {
  name: nullable(SYSNAME, (c) => c.name),
  id: column(INT, (c) => c.objectId),
  xtype: column(TINYINT, (c) => systemTypeId(c.type)),
  typestat: column(TINYINT, (c) => (c.nullable ? 0 : 1)),
  xusertype: nullable(SMALLINT, (c, { catalog }) => userTypeId(c.type, catalog)),
  length: column(SMALLINT, (c) => maxLengthOf(c.type)),
  xprec: column(TINYINT, (c) => precisionOf(c.type)),
  xscale: column(TINYINT, (c) => scaleOf(c.type)),
  colid: nullable(SMALLINT, (c) => c.id),
  xoffset: nullable(SMALLINT, 0),
  bitpos: nullable(TINYINT, 0),
  reserved: nullable(TINYINT, 0),
  colstat: nullable(SMALLINT, (c) => (c.isIdentity ? 1 : 0) | (c.isComputed ? 4 : 0)),
  cdefault: column(INT, (c) => c.defaultId),
  domain: column(INT, 0),
  number: nullable(SMALLINT, (c) => bit(c.isParameter)),
  colorder: nullable(SMALLINT, (c) => c.id),
  autoval: nullable(varbinary(8000)),
  offset: nullable(SMALLINT, 0),
  collationid: nullable(INT),
  language: nullable(INT, 0),
  status: nullable(TINYINT, (c) => (c.nullable ? 8 : 0) | (c.isOutput ? 64 : 0) | (c.isIdentity ? 128 : 0)),
  type: column(TINYINT, (c) => OLD_TYPE_NUMBERS[c.type.name]?.[c.nullable ? 1 : 0] ?? 0),
  usertype: nullable(SMALLINT, (c, { catalog }) => oldUserType(c.type, catalog)),
  printfmt: nullable(varchar(255)),
  prec: nullable(SMALLINT, (c) => oldPrecision(c.type)),
  scale: nullable(INT, (c) => (precisionOf(c.type) === 0 ? null : scaleOf(c.type))),
  iscomputed: nullable(INT, (c) => bit(c.isComputed)),
  isoutparam: nullable(INT, (c) => bit(c.isOutput)),
  isnullable: nullable(INT, (c) => bit(c.nullable)),
  collation: nullable(SYSNAME, (c, { catalog }) => (OLD_STRINGS.has(c.type.name) ? (c.type.collation ?? catalog.collation) : null)),
  tdscollation: nullable(varbinary(5)),
};

const OLD_STRINGS: ReadonlySet<string> = new Set(['char', 'varchar', 'nchar', 'nvarchar', 'text', 'ntext']);

/** Characters of strings, digits of numbers, bytes of the rest. */
function oldPrecision(type: Type): number | null {
  if (type.name === 'text' || type.name === 'ntext' || type.name === 'image' || type.name === 'xml') return null;
  return precisionOf(type) || type.length || maxLengthOf(type);
}

function oldUserType(type: Type, catalog: DatabaseCatalog): number {
  const id = userTypeId(type, catalog);
  return id > 256 ? id : (OLD_USER_TYPES[type.alias === 'sysname' ? 'sysname' : type.name] ?? 0);
}

const OLD_USER_TYPES: Readonly<Record<string, number>> = {
  char: 1,
  varchar: 2,
  binary: 3,
  varbinary: 4,
  tinyint: 5,
  smallint: 6,
  int: 7,
  float: 8,
  numeric: 10,
  money: 11,
  datetime: 12,
  smallmoney: 21,
  smalldatetime: 22,
  real: 23,
  decimal: 24,
  bit: 16,
  sysname: 18,
  text: 19,
  image: 20,
  rowversion: 80,
};

const INDEX: ColumnRows<IndexEntry> = {
  id: column(INT, ({ table }) => table.id),
  status: nullable(INT, ({ index }) => indexStatus(index)),
  first: nullable(varbinary(6)),
  indid: nullable(SMALLINT, ({ index }) => index?.indexId ?? 0),
  root: nullable(varbinary(6)),
  minlen: nullable(SMALLINT, 0),
  keycnt: nullable(SMALLINT, ({ index }) => index?.columns.length ?? 0),
  groupid: nullable(SMALLINT, 1),
  dpages: nullable(INT, 0),
  reserved: nullable(INT, 0),
  used: nullable(INT, 0),
  rowcnt: nullable(BIGINT, ({ table }, { catalog, live }) => BigInt(live.rowCount(catalog.databaseId, table))),
  rowmodctr: nullable(INT, 0),
  reserved3: nullable(INT, 0),
  reserved4: nullable(INT, 0),
  xmaxlen: nullable(SMALLINT, 0),
  maxirow: nullable(SMALLINT, 0),
  OrigFillFactor: nullable(TINYINT, 0),
  StatVersion: nullable(TINYINT, 0),
  reserved2: nullable(INT, 0),
  FirstIAM: nullable(varbinary(6)),
  impid: nullable(SMALLINT, 0),
  lockflags: nullable(SMALLINT, 0),
  pgmodctr: nullable(INT, 0),
  keys: nullable(varbinary(1088)),
  name: nullable(SYSNAME, ({ index }) => index?.name ?? null),
  statblob: nullable(IMAGE),
  maxlen: nullable(INT, 8000),
  rows: nullable(INT, ({ table }, { catalog, live }) => live.rowCount(catalog.databaseId, table)),
};

/** 2 unique, 16 clustered, 2048 primary key, 4096 unique constraint. */
function indexStatus(index: IndexEntry['index']): number {
  if (index === null) return 0;
  const unique = isKey(index) || index.unique ? 2 : 0;
  const constraint = isKey(index) ? (index.kind === 'primary' ? 2048 : 4096) : 0;
  return unique | constraint | (index.clustered ? 16 : 0);
}

function* tables({ catalog }: SystemContext): Iterable<Table> {
  for (const object of catalog.objects.values()) if (object.kind === 'table') yield object;
}

function* indexes(context: SystemContext): Iterable<IndexEntry> {
  for (const table of tables(context)) yield* indexEntries(table);
}

interface IndexKey {
  readonly table: Table;
  readonly indexId: number;
  readonly columnId: number;
  readonly position: number;
}

function* indexKeys(context: SystemContext): Iterable<IndexKey> {
  for (const table of tables(context)) {
    for (const index of allIndexes(table)) {
      for (const [i, { columnId }] of index.columns.entries()) yield { table, indexId: index.indexId, columnId, position: i + 1 };
    }
  }
}

const INDEX_KEY: ColumnRows<IndexKey> = {
  id: column(INT, ({ table }) => table.id),
  indid: nullable(SMALLINT, (k) => k.indexId),
  colid: nullable(SMALLINT, (k) => k.columnId),
  keyno: nullable(SMALLINT, (k) => k.position),
};

type OldType = Pick<SystemType, 'name' | 'systemTypeId' | 'userTypeId' | 'maxLength' | 'precision' | 'scale' | 'isString'> & {
  readonly nullable: boolean;
};

function types({ catalog }: SystemContext): Iterable<OldType> {
  const own = [...catalog.types.values()].flatMap((type): OldType[] =>
    type.kind === 'table'
      ? []
      : [
          {
            name: type.name,
            systemTypeId: systemTypeId(type.base),
            userTypeId: type.id,
            maxLength: maxLengthOf(type.base),
            precision: precisionOf(type.base),
            scale: scaleOf(type.base),
            isString: OLD_STRINGS.has(type.base.name),
            nullable: type.nullable,
          },
        ],
  );
  return [...SYSTEM_TYPES.map((type): OldType => ({ ...type, nullable: type.name !== 'timestamp' && type.name !== 'sysname' })), ...own];
}

const TYPE: ColumnRows<OldType> = {
  name: column(SYSNAME, (t) => t.name),
  xtype: column(TINYINT, (t) => t.systemTypeId),
  status: nullable(TINYINT, (t) => bit(!t.nullable)),
  xusertype: nullable(SMALLINT, (t) => t.userTypeId),
  length: column(SMALLINT, (t) => t.maxLength),
  xprec: column(TINYINT, (t) => t.precision),
  xscale: column(TINYINT, (t) => t.scale),
  tdefault: column(INT, 0),
  domain: column(INT, 0),
  uid: nullable(SMALLINT, (t) => (t.userTypeId > 256 ? 1 : 4)),
  reserved: nullable(SMALLINT, 0),
  collationid: nullable(INT),
  usertype: nullable(SMALLINT, (t) =>
    t.userTypeId > 256 ? t.userTypeId : (OLD_USER_TYPES[t.name === 'timestamp' ? 'rowversion' : t.name] ?? 0),
  ),
  variable: column(BIT, (t) => bit(t.name.startsWith('var') || t.name.startsWith('nvar'))),
  allownulls: nullable(BIT, (t) => bit(t.nullable)),
  type: column(TINYINT, (t) => OLD_TYPE_NUMBERS[t.name === 'timestamp' ? 'rowversion' : t.name]?.[0] ?? 0),
  printfmt: nullable(varchar(255)),
  prec: nullable(SMALLINT, (t) => t.precision || t.maxLength),
  scale: nullable(TINYINT, (t) => (t.precision === 0 ? null : t.scale)),
  collation: nullable(SYSNAME, (t, { catalog }) => (t.isString ? catalog.collation : null)),
};

const USER: ColumnRows<Principal> = {
  uid: nullable(SMALLINT, (p) => p.id),
  status: nullable(SMALLINT, 0),
  name: nullable(SYSNAME, (p) => p.name),
  sid: nullable(SID, (p, { server }) => principalSid(p, server)),
  roles: nullable(varbinary(2048)),
  createdate: column(DATETIME, (_, { catalog }) => datetimeOf(catalog.created)),
  updatedate: column(DATETIME, (_, { catalog }) => datetimeOf(catalog.created)),
  altuid: nullable(SMALLINT, (p) => (p.kind === 'role' ? 1 : null)),
  password: nullable(varbinary(256)),
  gid: nullable(SMALLINT, (p) => (p.kind === 'role' ? p.id : 0)),
  environ: nullable(varchar(255)),
  hasdbaccess: nullable(INT, (p) => bit(p.name === 'dbo' || (p.kind === 'user' && !p.fixed))),
  islogin: nullable(INT, (p) => bit(p.kind === 'user')),
  isntname: nullable(INT, 0),
  isntgroup: nullable(INT, 0),
  isntuser: nullable(INT, 0),
  issqluser: nullable(INT, (p) => bit(p.kind === 'user')),
  isaliased: nullable(INT, 0),
  issqlrole: nullable(INT, (p) => bit(p.kind === 'role')),
  isapprole: nullable(INT, (p) => bit(p.kind === 'application role')),
};

const DATABASE: ColumnRows<DatabaseCatalog> = {
  name: column(SYSNAME, (d) => d.name),
  dbid: nullable(SMALLINT, (d) => d.databaseId),
  sid: nullable(SID, (d, { server }) =>
    bytesOf(server.logins.get(nameKey(server.databases.get(nameKey(d.name))?.owner ?? 'sa'))?.sid ?? '01'),
  ),
  mode: nullable(SMALLINT, 0),
  status: nullable(
    INT,
    (d) => (d.options.recovery === 'SIMPLE' ? 8 : 0) | (d.options.readOnly ? 1024 : 0) | (d.options.singleUser ? 4096 : 0) | 65_536,
  ),
  status2: nullable(INT, 1_090_519_040),
  crdate: column(DATETIME, (d) => datetimeOf(d.created)),
  reserved: nullable(DATETIME, 0),
  category: nullable(INT, 0),
  cmptlevel: column(TINYINT, (d) => d.options.compatibilityLevel),
  filename: nullable(nvarchar(260), (d, { server }) => server.databases.get(nameKey(d.name))?.file ?? null),
  version: nullable(SMALLINT, 957),
};

type Module = View | Procedure | UserFunction | Trigger;

/** A part of a module's text: syscomments holds 4,000 characters a row. */
interface Comment {
  readonly id: number;
  readonly encrypted: boolean;
  readonly part: number;
  readonly text: string;
}

const COMMENT_LENGTH = 4000;

function* comments({ catalog }: SystemContext): Iterable<Comment> {
  for (const object of catalog.objects.values()) {
    if (isModule(object)) yield* split(object.id, object.definition, object.encrypted);
    if (object.kind === 'table') yield* tableComments(object);
  }
}

const isModule = (object: { readonly kind: string }): object is Module =>
  ['view', 'procedure', 'function', 'trigger'].includes(object.kind);

function* tableComments(table: Table): Iterable<Comment> {
  for (const check of table.checks) yield* split(check.id, check.text, false);
  for (const { default: definition } of table.columns) if (definition !== null) yield* split(definition.id, definition.text, false);
}

function* split(id: number, text: string, encrypted: boolean): Iterable<Comment> {
  for (let part = 0; part * COMMENT_LENGTH < text.length; part++) {
    yield { id, encrypted, part: part + 1, text: text.slice(part * COMMENT_LENGTH, (part + 1) * COMMENT_LENGTH) };
  }
}

const COMMENT: ColumnRows<Comment> = {
  id: column(INT, (c) => c.id),
  number: nullable(SMALLINT, 1),
  colid: column(SMALLINT, (c) => c.part),
  status: column(SMALLINT, (c) => (c.encrypted ? 1 : 0)),
  ctext: nullable(varbinary(8000)),
  texttype: nullable(SMALLINT, (c) => (c.encrypted ? 6 : 2)),
  language: nullable(SMALLINT, 0),
  encrypted: nullable(BIT, (c) => bit(c.encrypted)),
  compressed: nullable(BIT, 0),
  text: nullable(nvarchar(COMMENT_LENGTH), (c) => (c.encrypted ? null : c.text)),
};

interface OldForeignKey {
  readonly table: Table;
  readonly key: ForeignKey;
  readonly position: number;
}

function* foreignKeys(context: SystemContext): Iterable<OldForeignKey> {
  for (const table of tables(context))
    for (const key of table.foreignKeys) for (const i of key.columns.keys()) yield { table, key, position: i + 1 };
}

const FOREIGN_KEY: ColumnRows<OldForeignKey> = {
  constid: column(INT, ({ key }) => key.id),
  fkeyid: column(INT, ({ table }) => table.id),
  rkeyid: nullable(INT, ({ key }) => key.referencedTable),
  fkey: nullable(SMALLINT, ({ key, position }) => key.columns[position - 1] ?? null),
  rkey: nullable(SMALLINT, ({ key, position }) => key.referencedColumns[position - 1] ?? null),
  keyno: nullable(SMALLINT, ({ position }) => position),
};

interface OldConstraint {
  readonly id: number;
  readonly tableId: number;
  readonly columnId: number;
  /** 1 primary key, 2 unique, 3 foreign key, 4 check, 5 default. */
  readonly kind: number;
}

function* constraints(context: SystemContext): Iterable<OldConstraint> {
  for (const table of tables(context)) {
    for (const key of table.keys) yield { id: key.id, tableId: table.id, columnId: 0, kind: key.kind === 'primary' ? 1 : 2 };
    for (const key of table.foreignKeys) yield { id: key.id, tableId: table.id, columnId: 0, kind: 3 };
    for (const check of table.checks) yield { id: check.id, tableId: table.id, columnId: check.columnId ?? 0, kind: 4 };
    for (const col of table.columns) if (col.default !== null) yield { id: col.default.id, tableId: table.id, columnId: col.id, kind: 5 };
  }
}

const CONSTRAINT: ColumnRows<OldConstraint> = {
  constid: column(INT, (c) => c.id),
  id: column(INT, (c) => c.tableId),
  colid: nullable(SMALLINT, (c) => c.columnId),
  spare1: nullable(TINYINT, 0),
  status: nullable(INT, (c) => c.kind),
  actions: nullable(INT, 0),
  error: nullable(INT, 0),
};

interface Membership {
  readonly member: Principal;
  readonly role: string;
}

function* members({ catalog }: SystemContext): Iterable<Membership> {
  for (const member of catalog.principals.values()) for (const role of member.memberOf) yield { member, role };
}

const MEMBER: ColumnRows<Membership> = {
  memberuid: nullable(SMALLINT, ({ member }) => member.id),
  groupuid: nullable(SMALLINT, ({ role }, { catalog }) => catalog.principals.get(nameKey(role))?.id ?? null),
};

const FILE: ColumnRows<{ readonly log: boolean }> = {
  fileid: nullable(SMALLINT, ({ log }) => (log ? 2 : 1)),
  groupid: nullable(SMALLINT, ({ log }) => (log ? 0 : 1)),
  size: column(INT, 1024),
  maxsize: column(INT, -1),
  growth: column(INT, 8192),
  status: nullable(INT, 2),
  perf: nullable(INT, 0),
  name: column(SYSNAME, ({ log }, { catalog }) => (log ? `${catalog.name}_log` : catalog.name)),
  filename: column(
    nvarchar(260),
    ({ log }, { catalog, server }) => `${server.databases.get(nameKey(catalog.name))?.file ?? ''}${log ? '-wal' : ''}`,
  ),
};

interface LoginEntry {
  readonly name: string;
  readonly sid: string;
  readonly created: bigint;
  readonly database: string;
}

const LOGIN: ColumnRows<LoginEntry> = {
  sid: nullable(SID, (l) => bytesOf(l.sid)),
  status: nullable(SMALLINT, 9),
  createdate: column(DATETIME, (l) => datetimeOf(l.created)),
  updatedate: column(DATETIME, (l) => datetimeOf(l.created)),
  accdate: column(DATETIME, (l) => datetimeOf(l.created)),
  totcpu: nullable(INT, 0),
  totio: nullable(INT, 0),
  spacelimit: nullable(INT, 0),
  timelimit: nullable(INT, 0),
  resultlimit: nullable(INT, 0),
  name: column(SYSNAME, (l) => l.name),
  dbname: nullable(SYSNAME, (l) => l.database),
  password: nullable(nvarchar(128)),
  language: nullable(SYSNAME, 'us_english'),
  denylogin: nullable(INT, 0),
  hasaccess: nullable(INT, 1),
  isntname: nullable(INT, 0),
  isntgroup: nullable(INT, 0),
  isntuser: nullable(INT, 0),
  sysadmin: nullable(INT, (l, { server }) => bit(server.logins.get(nameKey(l.name))?.memberOf.includes('sysadmin') === true)),
  loginname: column(SYSNAME, (l) => l.name),
};

const logins = ({ server }: SystemContext): Iterable<LoginEntry> =>
  [...server.logins.values()].filter((l) => l.kind !== 'role').map((l) => ({ ...l, database: l.defaultDatabase }));

/** Each view under both of its schemas. */
export function compatibilityViews(system: () => Iterable<SystemView>): readonly SystemView[] {
  const both = <Item>(name: string, definition: ViewDefinition<Item>): readonly SystemView[] => [
    defineView('sys', name, definition),
    defineView('dbo', name, definition),
  ];
  return [
    ...both('sysobjects', { columns: OBJECT, items: ({ catalog }) => [...systemViewEntries(system()), ...objectEntries(catalog)] }),
    ...both('syscolumns', { columns: COLUMN, items: oldColumns }),
    ...both('sysindexes', { live: true, columns: INDEX, items: indexes }),
    ...both('sysindexkeys', { columns: INDEX_KEY, items: indexKeys }),
    ...both('systypes', { columns: TYPE, items: types }),
    ...both('sysusers', { columns: USER, items: ({ catalog }) => catalog.principals.values() }),
    ...both('sysdatabases', { columns: DATABASE, items: ({ databases }) => databases() }),
    ...both('syscomments', { columns: COMMENT, items: comments }),
    ...both('sysforeignkeys', { columns: FOREIGN_KEY, items: foreignKeys }),
    ...both('sysconstraints', { columns: CONSTRAINT, items: constraints }),
    ...both('sysmembers', { columns: MEMBER, items: members }),
    ...both('sysfiles', { columns: FILE, items: () => [{ log: false }, { log: true }] }),
    ...both('syslogins', { columns: LOGIN, items: logins }),
  ];
}
