/**
 * The storage form of tables and indexes as SQL statements. A table has its columns without constraints (NOT NULL, CHECK, DEFAULT and FOREIGN KEY are
 * enforced before rows arrive); a primary key of one integer column is the row id; every other key and index is an index over key expressions.
 * T-SQL's UNIQUE treats NULLs as equal and storage's does not, so a unique index over nullable columns is helped by partial unique indexes, one
 * for every set of columns that may be NULL together.
 */

import { unsupported } from '../../errors.ts';
import type { RegisteredFunction, StorageConnection } from '../../run/contracts.ts';
import { type AnyIndex, allIndexes, columnById, isDisabled, isKey } from '../find.ts';
import { inStorageOrder } from '../graph.ts';
import type { Column, IndexColumn, Table } from '../model.ts';
import type { PhysicalForm } from './context.ts';
import { filterSql } from './filter.ts';
import { parseDefinition } from './syntax.ts';

export interface StorageStatement {
  readonly sql: string;
  readonly functions: readonly RegisteredFunction[];
}

/** Where and how a table is laid out. */
export interface Layout {
  /** The attached database, or `temp`. */
  readonly alias: string;
  readonly collation: string;
  readonly physical: PhysicalForm;
  /** A column before all others that every unique index begins with: the frame of a table variable's rows. */
  readonly frameColumn?: string;
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export function runStatements(connection: StorageConnection, statements: readonly StorageStatement[]): void {
  for (const { sql, functions } of statements) connection.run(sql, [], { bigints: false, functions });
}

/** The table and all its indexes. */
export function createTableStatements(layout: Layout, table: Table): readonly StorageStatement[] {
  const frame = layout.frameColumn === undefined ? [] : [`${quote(layout.frameColumn)} INT`];
  const columns = table.columns.map((column) => columnSql(layout, table, column));
  return [
    plain(`CREATE TABLE ${qualified(layout, table.storage.name)}(${[...frame, ...columns].join(', ')})`),
    ...allIndexes(table).flatMap((index) => createIndexStatements(layout, table, index)),
  ];
}

export function dropTableStatements(layout: Layout, table: Table): readonly StorageStatement[] {
  return [plain(`DROP TABLE ${qualified(layout, table.storage.name)}`)];
}

export function addColumnStatements(layout: Layout, table: Table, column: Column): readonly StorageStatement[] {
  return [plain(`ALTER TABLE ${qualified(layout, table.storage.name)} ADD COLUMN ${columnSql(layout, table, column)}`)];
}

/** Storage rewrites the table for it, so a column that is only dropped stays; see `dropElements`. */
export function dropColumnStatements(layout: Layout, table: Table, column: Column): readonly StorageStatement[] {
  return [plain(`ALTER TABLE ${qualified(layout, table.storage.name)} DROP COLUMN ${quote(column.storageName)}`)];
}

/** The statements that make an index; none for the row id and for indexes that have no storage. */
export function createIndexStatements(layout: Layout, table: Table, index: AnyIndex): readonly StorageStatement[] {
  if (!isStored(table, index)) return [];
  if (!isKey(index) && !index.unique) return [indexStatement(layout, table, index, { name: index.storageName, unique: false })];
  return uniqueIndexStatements(layout, table, index);
}

export function dropIndexStatements(layout: Layout, table: Table, index: AnyIndex): readonly StorageStatement[] {
  if (!isStored(table, index)) return [];
  const helpers = nullSets(table, index).map((_, i) => helperName(index, i));
  return [index.storageName, ...helpers].map((name) => plain(`DROP INDEX IF EXISTS ${qualified(layout, name)}`));
}

/** A row id needs no index, a disabled, columnstore or spatial index has none, and a virtual column has no values to index. */
function isStored(table: Table, index: AnyIndex): boolean {
  const virtual = index.columns.some(({ columnId }) => isVirtual(columnById(table, columnId)));
  if (virtual || isDisabled(index)) return false;
  return isKey(index) ? !isRowId(table, index.columns) : index.columnStore !== true && index.spatial === undefined;
}

const isRowId = (table: Table, columns: readonly IndexColumn[]): boolean =>
  columns.length === 1 && columns[0]?.columnId === table.storage.rowIdColumn;

const isVirtual = (column: Column | undefined): boolean => column?.computed?.persisted === false;

function columnSql(layout: Layout, table: Table, column: Column): string {
  if (column.id === table.storage.rowIdColumn) return `${quote(column.storageName)} INTEGER PRIMARY KEY`;
  return `${quote(column.storageName)} ${layout.physical.columnAffinity(column.type)}`.trimEnd();
}

/** SQL Server allows a few nullable columns in unique indexes almost always; beyond this many the helpers would be too many. */
const MOST_NULLABLE = 4;

function uniqueIndexStatements(layout: Layout, table: Table, index: AnyIndex): readonly StorageStatement[] {
  const main = indexStatement(layout, table, index, { name: index.storageName, unique: true });
  const nullable = nullableColumns(table, index);
  if (nullable.length > MOST_NULLABLE) return [nullMarkedStatement(layout, table, index)];
  return [
    main,
    ...nullSets(table, index).map((nulls, i) => indexStatement(layout, table, index, { name: helperName(index, i), unique: true, nulls })),
  ];
}

const helperName = (index: AnyIndex, i: number): string => `${index.storageName}~null${i + 1}`;

function nullableColumns(table: Table, index: AnyIndex): readonly Column[] {
  return index.columns.flatMap(({ columnId }) => {
    const column = columnById(table, columnId);
    return column?.nullable ? [column] : [];
  });
}

/** All non-empty sets of the nullable columns; empty when there are none or too many. */
function nullSets(table: Table, index: AnyIndex): readonly (readonly Column[])[] {
  if (!isKey(index) && !index.unique) return [];
  const nullable = nullableColumns(table, index);
  if (nullable.length > MOST_NULLABLE) return [];
  const count = 2 ** nullable.length - 1;
  return Array.from({ length: count }, (_, i) => nullable.filter((_, bit) => ((i + 1) >> bit) & 1));
}

interface IndexForm {
  readonly name: string;
  readonly unique: boolean;
  /** Columns that are NULL in the rows that this index is about. */
  readonly nulls?: readonly Column[];
}

function indexStatement(layout: Layout, table: Table, index: AnyIndex, { name, unique, nulls = [] }: IndexForm): StorageStatement {
  const columns = index.columns.flatMap(({ columnId, descending }) => {
    const column = columnById(table, columnId);
    return column === undefined || nulls.includes(column) ? [] : [{ column, descending }];
  });
  const keys = (table.graph === undefined ? columns : inStorageOrder(columns)).map(
    ({ column, descending }) => keySql(layout, column) + (descending ? ' DESC' : ''),
  );
  const [firstNull] = nulls;
  // An index needs a key; this one is the same in all rows that the index is about.
  if (keys.length === 0 && firstNull !== undefined) keys.push(`(${quote(firstNull.storageName)} IS NULL)`);
  // Storage names an index with an expression when a row violates it; filtered ones may share their columns with others.
  if (unique && !isKey(index) && index.filter !== null) keys.push('(1)');
  const conditions = [...nulls.map((column) => `${quote(column.storageName)} IS NULL`), ...filterConditions(layout, table, index)];
  return statement(layout, table, {
    name,
    unique,
    keys,
    conditions,
    functions: [
      ...columns.flatMap(({ column }) => layout.physical.keyFunctions(column.type, layout.collation)),
      ...filterFunctions(layout, table, index),
    ],
  });
}

/** One unique index for any number of nullable columns: a mark whether it is NULL beside each. Slower to search, equally strict. */
function nullMarkedStatement(layout: Layout, table: Table, index: AnyIndex): StorageStatement {
  const columns = index.columns.flatMap(({ columnId }) => columnById(table, columnId) ?? []);
  const keys = columns.flatMap((column) =>
    column.nullable ? [`(${quote(column.storageName)} IS NULL)`, `ifnull(${keySql(layout, column)}, 0)`] : [keySql(layout, column)],
  );
  return statement(layout, table, {
    name: index.storageName,
    unique: true,
    keys,
    conditions: filterConditions(layout, table, index),
    functions: columns.flatMap((column) => layout.physical.keyFunctions(column.type, layout.collation)),
  });
}

interface IndexText {
  readonly name: string;
  readonly unique: boolean;
  readonly keys: readonly string[];
  readonly conditions: readonly string[];
  readonly functions: readonly RegisteredFunction[];
}

function statement(layout: Layout, table: Table, { name, unique, keys, conditions, functions }: IndexText): StorageStatement {
  const all = unique && layout.frameColumn !== undefined ? [quote(layout.frameColumn), ...keys] : keys;
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const sql = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${qualified(layout, name)} ON ${quote(table.storage.name)}(${all.join(', ')})${where}`;
  return { sql, functions };
}

function filterConditions(layout: Layout, table: Table, index: AnyIndex): readonly string[] {
  if (isKey(index) || index.filter === null) return [];
  const condition = parseDefinition(index.filter);
  const sql = condition && filterSql(condition, table, { physical: layout.physical, collation: layout.collation, quote });
  if (sql !== undefined) return [sql];
  // Without its filter an ordinary index still finds the same rows; a unique one would refuse more than it should.
  if (index.unique) throw unsupported(`CREATE UNIQUE INDEX … WHERE ${index.filter}`);
  return [];
}

/** Functions that a filter may call: the keys of the table's strings. */
function filterFunctions(layout: Layout, table: Table, index: AnyIndex): readonly RegisteredFunction[] {
  if (isKey(index) || index.filter === null) return [];
  return table.columns.flatMap((column) => layout.physical.keyFunctions(column.type, layout.collation));
}

function keySql(layout: Layout, column: Column): string {
  return layout.physical.indexExpression(quote(column.storageName), column.type, layout.collation);
}

const qualified = (layout: Layout, name: string): string => `${quote(layout.alias)}.${quote(name)}`;

const plain = (sql: string): StorageStatement => ({ sql, functions: [] });
