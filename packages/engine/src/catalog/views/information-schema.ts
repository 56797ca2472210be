/** INFORMATION_SCHEMA: the standard's names for tables, columns, routines and constraints, in SQL Server's columns and order. */

import { BIT, DATETIME, INT, MAX, nvarchar, SMALLINT, SQL_VARIANT, SYSNAME, TINYINT, type Type, varchar } from '@sprocket/tsql';
import { dependenciesOf } from '../dependencies.ts';
import { columnById } from '../find.ts';
import type {
  Check,
  DatabaseCatalog,
  ForeignKey,
  Key,
  Parameter,
  Procedure,
  Schema,
  Sequence,
  Table,
  UserFunction,
  UserType,
  View,
} from '../model.ts';
import { collationOf, maxLengthOf, precisionOf, scaleOf, systemType, userTypeOf } from '../types.ts';
import { codePageName } from './charsets.ts';
import { tableColumns } from './columns.ts';
import { referencedIndex } from './constraints.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, datetimeOf, variantOf } from './shared.ts';

const NAME: Type = nvarchar(128);

/** Catalog, schema and name of something that has the latter two. */
function naming<Item>(prefix: string, of: (item: Item) => { readonly schema: string; readonly name: string }): ColumnRows<Item> {
  return {
    [`${prefix}_CATALOG`]: nullable(NAME, (_, { catalog }) => catalog.name),
    [`${prefix}_SCHEMA`]: nullable(NAME, (item) => of(item).schema),
    [`${prefix}_NAME`]: column(SYSNAME, (item) => of(item).name),
  };
}

type Relation = Table | View;

function* relations({ catalog }: SystemContext): Iterable<Relation> {
  for (const object of catalog.objects.values()) if (object.kind === 'table' || object.kind === 'view') yield object;
}

const TABLE_COLUMNS: ColumnRows<Relation> = {
  ...naming<Relation>('TABLE', (r) => r),
  TABLE_TYPE: nullable(varchar(10), (r) => (r.kind === 'table' ? 'BASE TABLE' : 'VIEW')),
};

/** What describes a value of a type in COLUMNS, PARAMETERS, ROUTINES and DOMAINS. */
interface Typed {
  readonly type: Type;
}

const characters = ({ type }: Typed): number | null => {
  if (type.name === 'xml') return MAX;
  if (type.name === 'text' || type.name === 'image') return 2_147_483_647;
  if (type.name === 'ntext') return 1_073_741_823;
  return LENGTHS.has(type.name) ? type.length : null;
};

const octets = ({ type }: Typed): number | null => {
  if (type.name === 'xml') return MAX;
  if (type.name === 'ntext') return 2_147_483_646;
  if (type.name === 'text' || type.name === 'image') return 2_147_483_647;
  return LENGTHS.has(type.name) ? maxLengthOf(type) : null;
};

const LENGTHS: ReadonlySet<string> = new Set(['char', 'varchar', 'nchar', 'nvarchar', 'binary', 'varbinary']);
const NUMBERS: ReadonlySet<string> = new Set([
  'tinyint',
  'smallint',
  'int',
  'bigint',
  'decimal',
  'numeric',
  'money',
  'smallmoney',
  'float',
  'real',
]);
const APPROXIMATE: ReadonlySet<string> = new Set(['float', 'real']);

const numericPrecision = ({ type }: Typed): number | null => (NUMBERS.has(type.name) ? precisionOf(type) : null);

const numericRadix = ({ type }: Typed): number | null => (NUMBERS.has(type.name) ? (APPROXIMATE.has(type.name) ? 2 : 10) : null);

const numericScale = ({ type }: Typed): number | null => (NUMBERS.has(type.name) && !APPROXIMATE.has(type.name) ? scaleOf(type) : null);

const FRACTIONS: Readonly<Record<string, number>> = { datetime: 3, smalldatetime: 0, date: 0 };

const datetimePrecision = ({ type }: Typed): number | null => {
  if (type.name === 'time' || type.name === 'datetime2' || type.name === 'datetimeoffset') return type.scale;
  return FRACTIONS[type.name] ?? null;
};

const characterSet = ({ type }: Typed, catalog: DatabaseCatalog): string | null => {
  if (type.name === 'nchar' || type.name === 'nvarchar' || type.name === 'ntext') return 'UNICODE';
  return type.name === 'char' || type.name === 'varchar' || type.name === 'text' ? codePageName(type.collation ?? catalog.collation) : null;
};

/** The name without alias: `numeric`, `nvarchar`, `timestamp`. */
const dataType = ({ type }: Typed): string => (type.name === 'table' ? 'table type' : systemType(type).name);

interface ColumnItem extends Typed {
  readonly relation: Relation;
  readonly name: string;
  readonly position: number;
  readonly nullable: boolean;
  readonly default: string | null;
}

function* columns(context: SystemContext): Iterable<ColumnItem> {
  for (const relation of relations(context)) yield* columnsOf(relation);
}

function columnsOf(relation: Relation): readonly ColumnItem[] {
  if (relation.kind === 'view') return relation.columns.map((c, i) => ({ ...c, relation, position: i + 1, default: null }));
  return tableColumns(relation).map((c, i) => ({ ...c, relation, position: i + 1, default: c.column?.default?.text ?? null }));
}

const COLUMN_COLUMNS: ColumnRows<ColumnItem> = {
  TABLE_CATALOG: nullable(NAME, (_, { catalog }) => catalog.name),
  TABLE_SCHEMA: nullable(NAME, ({ relation }) => relation.schema),
  TABLE_NAME: column(SYSNAME, ({ relation }) => relation.name),
  COLUMN_NAME: nullable(SYSNAME, ({ name }) => name),
  ORDINAL_POSITION: column(INT, ({ position }) => position),
  COLUMN_DEFAULT: nullable(nvarchar(4000), (c) => c.default),
  IS_NULLABLE: nullable(varchar(3), (c) => (c.nullable ? 'YES' : 'NO')),
  DATA_TYPE: nullable(NAME, dataType),
  CHARACTER_MAXIMUM_LENGTH: nullable(INT, characters),
  CHARACTER_OCTET_LENGTH: nullable(INT, octets),
  NUMERIC_PRECISION: nullable(TINYINT, numericPrecision),
  NUMERIC_PRECISION_RADIX: nullable(SMALLINT, numericRadix),
  NUMERIC_SCALE: nullable(INT, numericScale),
  DATETIME_PRECISION: nullable(SMALLINT, datetimePrecision),
  CHARACTER_SET_CATALOG: nullable(SYSNAME),
  CHARACTER_SET_SCHEMA: nullable(SYSNAME),
  CHARACTER_SET_NAME: nullable(SYSNAME, (c, { catalog }) => characterSet(c, catalog)),
  COLLATION_CATALOG: nullable(SYSNAME),
  COLLATION_SCHEMA: nullable(SYSNAME),
  COLLATION_NAME: nullable(SYSNAME, (c, { catalog }) => collationOf(c.type, catalog)),
  DOMAIN_CATALOG: nullable(SYSNAME, (c, { catalog }) => (userTypeOf(c.type, catalog) === undefined ? null : catalog.name)),
  DOMAIN_SCHEMA: nullable(SYSNAME, (c, { catalog }) => userTypeOf(c.type, catalog)?.schema ?? null),
  DOMAIN_NAME: nullable(SYSNAME, (c, { catalog }) => userTypeOf(c.type, catalog)?.name ?? (c.type.alias === 'sysname' ? 'sysname' : null)),
};

function* views(context: SystemContext): Iterable<View> {
  for (const relation of relations(context)) if (relation.kind === 'view') yield relation;
}

const VIEW_COLUMNS: ColumnRows<View> = {
  ...naming<View>('TABLE', (v) => v),
  VIEW_DEFINITION: nullable(nvarchar(4000), (v) => (v.encrypted || v.definition.length > 4000 ? null : v.definition)),
  CHECK_OPTION: nullable(varchar(7), (v) => (v.checkOption ? 'CASCADE' : 'NONE')),
  IS_UPDATABLE: column(varchar(2), 'NO'),
};

type Routine = Procedure | UserFunction;

function* routines({ catalog }: SystemContext): Iterable<Routine> {
  for (const object of catalog.objects.values()) if (object.kind === 'procedure' || object.kind === 'function') yield object;
}

/** What a function returns; null for a procedure. */
function returned(routine: Routine): Typed | null {
  if (routine.kind === 'procedure') return null;
  return { type: routine.returns ?? { name: 'table', length: 0, precision: 0, scale: 0 } };
}

const ofReturn =
  <Result>(read: (typed: Typed, catalog: DatabaseCatalog) => Result) =>
  (routine: Routine, { catalog }: SystemContext): Result | null => {
    const typed = returned(routine);
    return typed === null || typed.type.name === 'table' ? null : read(typed, catalog);
  };

const ROUTINE_COLUMNS: ColumnRows<Routine> = {
  ...naming<Routine>('SPECIFIC', (r) => r),
  ...naming<Routine>('ROUTINE', (r) => r),
  ROUTINE_TYPE: nullable(nvarchar(20), (r) => r.kind.toUpperCase()),
  MODULE_CATALOG: nullable(SYSNAME),
  MODULE_SCHEMA: nullable(SYSNAME),
  MODULE_NAME: nullable(SYSNAME),
  UDT_CATALOG: nullable(SYSNAME),
  UDT_SCHEMA: nullable(SYSNAME),
  UDT_NAME: nullable(SYSNAME),
  DATA_TYPE: nullable(SYSNAME, (r) => (r.kind === 'procedure' ? null : r.returns === null ? 'TABLE' : dataType({ type: r.returns }))),
  CHARACTER_MAXIMUM_LENGTH: nullable(INT, ofReturn(characters)),
  CHARACTER_OCTET_LENGTH: nullable(INT, ofReturn(octets)),
  COLLATION_CATALOG: nullable(SYSNAME),
  COLLATION_SCHEMA: nullable(SYSNAME),
  COLLATION_NAME: nullable(
    SYSNAME,
    ofReturn(({ type }, catalog) => collationOf(type, catalog)),
  ),
  CHARACTER_SET_CATALOG: nullable(SYSNAME),
  CHARACTER_SET_SCHEMA: nullable(SYSNAME),
  CHARACTER_SET_NAME: nullable(SYSNAME, ofReturn(characterSet)),
  NUMERIC_PRECISION: nullable(SMALLINT, ofReturn(numericPrecision)),
  NUMERIC_PRECISION_RADIX: nullable(SMALLINT, ofReturn(numericRadix)),
  NUMERIC_SCALE: nullable(SMALLINT, ofReturn(numericScale)),
  DATETIME_PRECISION: nullable(SMALLINT, ofReturn(datetimePrecision)),
  INTERVAL_TYPE: nullable(nvarchar(30)),
  INTERVAL_PRECISION: nullable(SMALLINT),
  TYPE_UDT_CATALOG: nullable(SYSNAME),
  TYPE_UDT_SCHEMA: nullable(SYSNAME),
  TYPE_UDT_NAME: nullable(SYSNAME),
  SCOPE_CATALOG: nullable(SYSNAME),
  SCOPE_SCHEMA: nullable(SYSNAME),
  SCOPE_NAME: nullable(SYSNAME),
  MAXIMUM_CARDINALITY: nullable(varchar(10)),
  DTD_IDENTIFIER: nullable(varchar(10)),
  ROUTINE_BODY: nullable(nvarchar(30), 'SQL'),
  ROUTINE_DEFINITION: nullable(nvarchar(4000), (r) => (r.encrypted ? null : r.definition.slice(0, 4000))),
  EXTERNAL_NAME: nullable(SYSNAME),
  EXTERNAL_LANGUAGE: nullable(nvarchar(30)),
  PARAMETER_STYLE: nullable(nvarchar(30)),
  IS_DETERMINISTIC: nullable(nvarchar(10), 'NO'),
  SQL_DATA_ACCESS: nullable(nvarchar(30), (r) => (r.kind === 'procedure' ? 'MODIFIES' : 'READS')),
  IS_NULL_CALL: nullable(nvarchar(10), (r) => (r.kind === 'procedure' ? null : r.nullOnNullInput ? 'YES' : 'NO')),
  SCHEMA_LEVEL_ROUTINE: nullable(nvarchar(10), 'YES'),
  MAX_DYNAMIC_RESULT_SETS: nullable(SMALLINT, (r) => (r.kind === 'procedure' ? -1 : 0)),
  IS_USER_DEFINED_CAST: nullable(nvarchar(10), 'NO'),
  IS_IMPLICITLY_INVOCABLE: nullable(nvarchar(10), 'NO'),
  CREATED: column(DATETIME, (r) => datetimeOf(r.created)),
  LAST_ALTERED: column(DATETIME, (r) => datetimeOf(r.modified)),
};

interface ParameterItem extends Typed {
  readonly routine: Routine;
  readonly position: number;
  readonly name: string;
  readonly output: boolean;
}

function* parameters(context: SystemContext): Iterable<ParameterItem> {
  for (const routine of routines(context)) {
    if (routine.kind === 'function' && routine.returns !== null)
      yield { routine, position: 0, name: '', output: true, type: routine.returns };
    for (const [i, p] of routine.parameters.entries()) yield parameterItem(routine, p, i + 1);
  }
}

const parameterItem = (routine: Routine, { name, output, type }: Parameter, position: number): ParameterItem => ({
  routine,
  position,
  name,
  output,
  type,
});

const PARAMETER_COLUMNS: ColumnRows<ParameterItem> = {
  ...naming<ParameterItem>('SPECIFIC', ({ routine }) => routine),
  ORDINAL_POSITION: column(INT, ({ position }) => position),
  PARAMETER_MODE: nullable(nvarchar(10), ({ position, output }) => (position === 0 ? 'OUT' : output ? 'INOUT' : 'IN')),
  IS_RESULT: nullable(nvarchar(10), ({ position }) => (position === 0 ? 'YES' : 'NO')),
  AS_LOCATOR: nullable(nvarchar(10), 'NO'),
  PARAMETER_NAME: nullable(SYSNAME, ({ name }) => name),
  DATA_TYPE: nullable(SYSNAME, dataType),
  CHARACTER_MAXIMUM_LENGTH: nullable(INT, characters),
  CHARACTER_OCTET_LENGTH: nullable(INT, octets),
  COLLATION_CATALOG: nullable(SYSNAME),
  COLLATION_SCHEMA: nullable(SYSNAME),
  COLLATION_NAME: nullable(SYSNAME, ({ type }, { catalog }) => collationOf(type, catalog)),
  CHARACTER_SET_CATALOG: nullable(SYSNAME),
  CHARACTER_SET_SCHEMA: nullable(SYSNAME),
  CHARACTER_SET_NAME: nullable(SYSNAME, (p, { catalog }) => characterSet(p, catalog)),
  NUMERIC_PRECISION: nullable(TINYINT, numericPrecision),
  NUMERIC_PRECISION_RADIX: nullable(SMALLINT, numericRadix),
  NUMERIC_SCALE: nullable(INT, numericScale),
  DATETIME_PRECISION: nullable(SMALLINT, datetimePrecision),
  INTERVAL_TYPE: nullable(nvarchar(30)),
  INTERVAL_PRECISION: nullable(SMALLINT),
  USER_DEFINED_TYPE_CATALOG: nullable(SYSNAME, ({ type }, { catalog }) => (userTypeOf(type, catalog) === undefined ? null : catalog.name)),
  USER_DEFINED_TYPE_SCHEMA: nullable(SYSNAME, ({ type }, { catalog }) => userTypeOf(type, catalog)?.schema ?? null),
  USER_DEFINED_TYPE_NAME: nullable(SYSNAME, ({ type }, { catalog }) => userTypeOf(type, catalog)?.name ?? null),
  SCOPE_CATALOG: nullable(SYSNAME),
  SCOPE_SCHEMA: nullable(SYSNAME),
  SCOPE_NAME: nullable(SYSNAME),
};

interface ConstraintItem {
  readonly table: Table;
  readonly kind: 'PRIMARY KEY' | 'UNIQUE' | 'FOREIGN KEY' | 'CHECK';
  readonly constraint: Key | ForeignKey | Check;
  /** column_ids in key order. */
  readonly columns: readonly number[];
}

function* constraints(context: SystemContext): Iterable<ConstraintItem> {
  for (const table of relations(context)) if (table.kind === 'table') yield* constraintsOf(table);
}

function constraintsOf(table: Table): readonly ConstraintItem[] {
  return [
    ...table.keys.map(
      (key): ConstraintItem => ({
        table,
        kind: key.kind === 'primary' ? 'PRIMARY KEY' : 'UNIQUE',
        constraint: key,
        columns: key.columns.map(({ columnId }) => columnId),
      }),
    ),
    ...table.foreignKeys.map((key): ConstraintItem => ({ table, kind: 'FOREIGN KEY', constraint: key, columns: key.columns })),
    ...table.checks.map(
      (check): ConstraintItem => ({
        table,
        kind: 'CHECK',
        constraint: check,
        columns: check.columnId === null ? [] : [check.columnId],
      }),
    ),
  ];
}

const constraintNaming = naming<ConstraintItem>('CONSTRAINT', ({ table, constraint }) => ({ schema: table.schema, name: constraint.name }));
const constrainedTable = naming<ConstraintItem>('TABLE', ({ table }) => table);

const TABLE_CONSTRAINT_COLUMNS: ColumnRows<ConstraintItem> = {
  ...constraintNaming,
  ...constrainedTable,
  CONSTRAINT_TYPE: nullable(varchar(11), ({ kind }) => kind),
  IS_DEFERRABLE: column(varchar(2), 'NO'),
  INITIALLY_DEFERRED: column(varchar(2), 'NO'),
};

interface KeyColumnItem extends ConstraintItem {
  readonly column: string;
  readonly position: number;
}

function* keyColumns(context: SystemContext): Iterable<KeyColumnItem> {
  for (const item of constraints(context)) {
    for (const [i, id] of item.columns.entries()) yield { ...item, column: columnById(item.table, id)?.name ?? '', position: i + 1 };
  }
}

const KEY_COLUMN_COLUMNS: ColumnRows<KeyColumnItem> = {
  ...constraintNaming,
  ...constrainedTable,
  COLUMN_NAME: nullable(NAME, (item) => item.column),
  ORDINAL_POSITION: column(INT, ({ position }) => position),
};

const CONSTRAINT_COLUMN_COLUMNS: ColumnRows<KeyColumnItem> = {
  ...constrainedTable,
  COLUMN_NAME: nullable(NAME, (item) => item.column),
  ...constraintNaming,
};

const isForeign = (item: ConstraintItem): item is ConstraintItem & { readonly constraint: ForeignKey } => item.kind === 'FOREIGN KEY';

interface ReferenceItem extends ConstraintItem {
  readonly key: ForeignKey;
}

function* references(context: SystemContext): Iterable<ReferenceItem> {
  for (const item of constraints(context)) if (isForeign(item)) yield { ...item, key: item.constraint };
}

function referenced({ key }: ReferenceItem, { catalog }: SystemContext): { readonly schema: string; readonly name: string } | null {
  const table = catalog.objectsById.get(key.referencedTable);
  if (table?.kind !== 'table') return null;
  const index = referencedIndex(table, key);
  return index === undefined ? null : { schema: table.schema, name: index.name };
}

const REFERENTIAL_COLUMNS: ColumnRows<ReferenceItem> = {
  ...constraintNaming,
  UNIQUE_CONSTRAINT_CATALOG: nullable(NAME, (_, { catalog }) => catalog.name),
  UNIQUE_CONSTRAINT_SCHEMA: nullable(NAME, (item, context) => referenced(item, context)?.schema ?? null),
  UNIQUE_CONSTRAINT_NAME: nullable(SYSNAME, (item, context) => referenced(item, context)?.name ?? null),
  MATCH_OPTION: nullable(varchar(7), 'SIMPLE'),
  UPDATE_RULE: nullable(varchar(11), ({ key }) => key.onUpdate),
  DELETE_RULE: nullable(varchar(11), ({ key }) => key.onDelete),
};

interface CheckItem extends ConstraintItem {
  readonly check: Check;
}

function* checks(context: SystemContext): Iterable<CheckItem> {
  for (const item of constraints(context)) if (item.kind === 'CHECK') yield { ...item, check: item.constraint as Check };
}

const CHECK_COLUMNS: ColumnRows<CheckItem> = {
  ...constraintNaming,
  CHECK_CLAUSE: nullable(nvarchar(4000), ({ check }) => check.text),
};

const SCHEMATA_COLUMNS: ColumnRows<Schema> = {
  CATALOG_NAME: nullable(NAME, (_, { catalog }) => catalog.name),
  SCHEMA_NAME: column(SYSNAME, (s) => s.name),
  SCHEMA_OWNER: nullable(NAME, (s) => s.owner),
  DEFAULT_CHARACTER_SET_CATALOG: nullable(varchar(6)),
  DEFAULT_CHARACTER_SET_SCHEMA: nullable(varchar(3)),
  DEFAULT_CHARACTER_SET_NAME: nullable(SYSNAME, (_, { catalog }) => codePageName(catalog.collation)),
};

type Alias = Extract<UserType, { kind: 'alias' }>;

const DOMAIN_COLUMNS: ColumnRows<Alias> = {
  ...naming<Alias>('DOMAIN', (d) => d),
  DATA_TYPE: nullable(SYSNAME, ({ base }) => dataType({ type: base })),
  CHARACTER_MAXIMUM_LENGTH: nullable(INT, ({ base }) => characters({ type: base })),
  CHARACTER_OCTET_LENGTH: nullable(INT, ({ base }) => octets({ type: base })),
  COLLATION_CATALOG: nullable(varchar(6)),
  COLLATION_SCHEMA: nullable(varchar(3)),
  COLLATION_NAME: nullable(SYSNAME, ({ base }, { catalog }) => collationOf(base, catalog)),
  CHARACTER_SET_CATALOG: nullable(varchar(6)),
  CHARACTER_SET_SCHEMA: nullable(varchar(3)),
  CHARACTER_SET_NAME: nullable(SYSNAME, ({ base }, { catalog }) => characterSet({ type: base }, catalog)),
  NUMERIC_PRECISION: nullable(TINYINT, ({ base }) => numericPrecision({ type: base })),
  NUMERIC_PRECISION_RADIX: nullable(SMALLINT, ({ base }) => numericRadix({ type: base })),
  NUMERIC_SCALE: nullable(TINYINT, ({ base }) => numericScale({ type: base })),
  DATETIME_PRECISION: nullable(SMALLINT, ({ base }) => datetimePrecision({ type: base })),
  DOMAIN_DEFAULT: nullable(nvarchar(4000)),
};

const SEQUENCE_COLUMNS: ColumnRows<Sequence> = {
  ...naming<Sequence>('SEQUENCE', (s) => s),
  DATA_TYPE: nullable(SYSNAME, dataType),
  NUMERIC_PRECISION: column(TINYINT, numericPrecision),
  NUMERIC_PRECISION_RADIX: nullable(SMALLINT, 10),
  NUMERIC_SCALE: nullable(INT, numericScale),
  START_VALUE: column(SQL_VARIANT, (s) => variantOf(s.type, s.start)),
  MINIMUM_VALUE: column(SQL_VARIANT, (s) => variantOf(s.type, s.minimum)),
  MAXIMUM_VALUE: column(SQL_VARIANT, (s) => variantOf(s.type, s.maximum)),
  INCREMENT: column(SQL_VARIANT, (s) => variantOf(s.type, s.increment)),
  CYCLE_OPTION: nullable(BIT, (s) => bit(s.cycle)),
  DECLARED_DATA_TYPE: nullable(INT),
  DECLARED_NUMERIC_PRECISION: nullable(INT),
  DECLARED_NUMERIC_SCALE: nullable(INT),
};

interface ViewUsage {
  readonly view: View;
  readonly used: { readonly schema: string; readonly name: string };
}

function* viewTables(context: SystemContext): Iterable<ViewUsage> {
  for (const view of views(context)) {
    for (const { id } of dependenciesOf(context.catalog, view)) {
      const used = id === null ? undefined : context.catalog.objectsById.get(id);
      if (used !== undefined) yield { view, used };
    }
  }
}

const VIEW_TABLE_COLUMNS: ColumnRows<ViewUsage> = {
  ...naming<ViewUsage>('VIEW', ({ view }) => view),
  ...naming<ViewUsage>('TABLE', ({ used }) => used),
};

const ROUTINE_RESULT_COLUMNS: ColumnRows<{ readonly routine: UserFunction; readonly index: number }> = {
  TABLE_CATALOG: nullable(NAME, (_, { catalog }) => catalog.name),
  TABLE_SCHEMA: nullable(NAME, ({ routine }) => routine.schema),
  TABLE_NAME: column(SYSNAME, ({ routine }) => routine.name),
  COLUMN_NAME: nullable(SYSNAME, ({ routine, index }) => routine.columns[index]?.name ?? null),
  ORDINAL_POSITION: column(INT, ({ index }) => index + 1),
  DATA_TYPE: nullable(NAME, ({ routine, index }) => (routine.columns[index] === undefined ? null : dataType(routine.columns[index]))),
};

function* routineColumns(context: SystemContext): Iterable<{ readonly routine: UserFunction; readonly index: number }> {
  for (const routine of routines(context)) {
    if (routine.kind === 'function') for (const index of routine.columns.keys()) yield { routine, index };
  }
}

const iso = <Item>(name: string, columnRows: ColumnRows<Item>, items: (context: SystemContext) => Iterable<Item>): SystemView =>
  defineView('INFORMATION_SCHEMA', name, { columns: columnRows, items });

export const INFORMATION_SCHEMA_VIEWS: readonly SystemView[] = [
  iso('TABLES', TABLE_COLUMNS, relations),
  iso('COLUMNS', COLUMN_COLUMNS, columns),
  iso('VIEWS', VIEW_COLUMNS, views),
  iso('ROUTINES', ROUTINE_COLUMNS, routines),
  iso('PARAMETERS', PARAMETER_COLUMNS, parameters),
  iso('ROUTINE_COLUMNS', ROUTINE_RESULT_COLUMNS, routineColumns),
  iso('TABLE_CONSTRAINTS', TABLE_CONSTRAINT_COLUMNS, constraints),
  iso('KEY_COLUMN_USAGE', KEY_COLUMN_COLUMNS, (context) => [...keyColumns(context)].filter(({ kind }) => kind !== 'CHECK')),
  iso('CONSTRAINT_COLUMN_USAGE', CONSTRAINT_COLUMN_COLUMNS, keyColumns),
  iso('CONSTRAINT_TABLE_USAGE', { ...constrainedTable, ...constraintNaming }, constraints),
  iso('REFERENTIAL_CONSTRAINTS', REFERENTIAL_COLUMNS, references),
  iso('CHECK_CONSTRAINTS', CHECK_COLUMNS, checks),
  iso('SCHEMATA', SCHEMATA_COLUMNS, ({ catalog }) => catalog.schemas.values()),
  iso('DOMAINS', DOMAIN_COLUMNS, ({ catalog }) => [...catalog.types.values()].flatMap((type) => (type.kind === 'alias' ? [type] : []))),
  iso('SEQUENCES', SEQUENCE_COLUMNS, ({ catalog }) =>
    [...catalog.objects.values()].flatMap((object) => (object.kind === 'sequence' ? [object] : [])),
  ),
  iso('VIEW_TABLE_USAGE', VIEW_TABLE_COLUMNS, viewTables),
];
