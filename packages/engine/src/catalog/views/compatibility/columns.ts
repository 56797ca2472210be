/** syscolumns and systypes, with the type numbers of SQL Server 6.5. */

import { BIT, INT, SMALLINT, SYSNAME, TINYINT, type Type, varbinary, varchar } from '@sprocket/tsql';
import type { DatabaseCatalog, Parameter } from '../../model.ts';
import { maxLengthOf, precisionOf, SYSTEM_TYPES, type SystemType, scaleOf, systemTypeId, userTypeId } from '../../types.ts';
import { columnEntries } from '../columns.ts';
import { type ColumnRows, column, nullable, type SystemContext } from '../define.ts';
import { bit } from '../shared.ts';

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
export function* oldColumns({ catalog }: SystemContext): Iterable<OldColumn> {
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

export const COLUMN: ColumnRows<OldColumn> = {
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

type OldType = Pick<SystemType, 'name' | 'systemTypeId' | 'userTypeId' | 'maxLength' | 'precision' | 'scale' | 'isString'> & {
  readonly nullable: boolean;
};

export function types({ catalog }: SystemContext): Iterable<OldType> {
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

export const TYPE: ColumnRows<OldType> = {
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
