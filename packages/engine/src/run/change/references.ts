/**
 * Foreign keys, looked at when all rows of a statement are in place: new keys must have their parent (547), removed keys must have no children, or
 * the children follow (CASCADE, SET NULL, SET DEFAULT) as changes of their own, with their own checks and triggers.
 */

import type { BindScope } from '../../bind/context.ts';
import type { DatabaseCatalog, ForeignKey, Table } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import { comparer } from '../../values/compare.ts';
import type { Value } from '../../values/value.ts';
import type { Backend, Frame, PhysicalValue, StatementOptions, Steps } from '../contracts.ts';
import { eachRow } from '../pace.ts';
import { type ChangeVerb, type RowId, storedName } from './writer.ts';

/** A foreign key with look-ups compiled: from the child's row to its parent, and from the parent's row to its children. */
export interface Reference {
  readonly foreignKey: ForeignKey;
  readonly child: Table;
  readonly parent: Table;
  /** Positions of the key columns in the rows of child and parent. */
  readonly childColumns: readonly number[];
  readonly parentColumns: readonly number[];
  hasParent(childRow: readonly Value[], frame: Frame): boolean;
  hasKey(parentRow: readonly Value[], frame: Frame): boolean;
  hasChildren(parentRow: readonly Value[], frame: Frame): boolean;
  children(parentRow: readonly Value[], frame: Frame): { readonly rowId: RowId; readonly row: Value[] }[];
}

/** Foreign keys of the table itself. */
export function outgoing(table: Table, database: DatabaseCatalog | null, scope: BindScope): Reference[] {
  if (database === null) return [];
  return table.foreignKeys.filter((key) => !key.disabled).flatMap((key) => referenceOf(key, table, database, scope));
}

/** Foreign keys of other tables (or of itself) that refer to the table. */
export function incoming(table: Table, database: DatabaseCatalog | null, scope: BindScope): Reference[] {
  if (database === null) return [];
  const references: Reference[] = [];
  for (const object of database.objects.values()) {
    if (object.kind !== 'table') continue;
    for (const key of object.foreignKeys) {
      if (key.referencedTable === table.id && !key.disabled) references.push(...referenceOf(key, object, database, scope));
    }
  }
  return references;
}

function referenceOf(foreignKey: ForeignKey, child: Table, database: DatabaseCatalog, scope: BindScope): Reference[] {
  const parent = database.objectsById.get(foreignKey.referencedTable);
  if (parent?.kind !== 'table') return [];
  const childColumns = positions(child, foreignKey.columns);
  const parentColumns = positions(parent, foreignKey.referencedColumns);
  const { backend } = scope.catalog;
  const byParentKey = lookup(parent, parentColumns, database, scope, 'SELECT 1');
  const byChildKey = lookup(child, childColumns, database, scope, 'SELECT 1');
  const rows = lookup(
    child,
    childColumns,
    database,
    scope,
    `SELECT rowid, ${child.columns.map((column) => readable(column, backend)).join(', ')}`,
  );
  const wide = child.columns.some((column) => backend.physicalType(column.type).wide);
  return [
    {
      foreignKey,
      child,
      parent,
      childColumns,
      parentColumns,
      hasParent: (row, frame) => byParentKey.first(pick(row, childColumns), frame),
      hasKey: (row, frame) => byParentKey.first(pick(row, parentColumns), frame),
      hasChildren: (row, frame) => byChildKey.first(pick(row, parentColumns), frame),
      children: (row, frame) =>
        rows
          .all(pick(row, parentColumns), frame, wide)
          .map(([rowId, ...values]) => ({ rowId: rowId as RowId, row: decodeRow(values, child, backend) })),
    },
  ];
}

const readable = (column: Table['columns'][number], backend: Backend): string =>
  column.computed !== null && !column.computed.persisted ? 'NULL' : backend.quoteName(column.storageName);

export function decodeRow(values: readonly PhysicalValue[], table: Table, backend: Backend): Value[] {
  return table.columns.map((column, i) => {
    const value = values[i];
    return value === null || value === undefined ? null : backend.physicalType(column.type).decode(value);
  });
}

const pick = (row: readonly Value[], columns: readonly number[]): Value[] => columns.map((index) => row[index] ?? null);

function positions(table: Table, ids: readonly number[]): number[] {
  return ids.map((id) => table.columns.findIndex((column) => column.id === id));
}

interface Lookup {
  first(key: readonly Value[], frame: Frame): boolean;
  all(key: readonly Value[], frame: Frame, bigints: boolean): (readonly PhysicalValue[])[];
}

/** Rows of a table by the values of some columns, as the unique index or the comparison operator finds them. */
function lookup(table: Table, columns: readonly number[], database: DatabaseCatalog, scope: BindScope, select: string): Lookup {
  const { backend } = scope.catalog;
  const keys = columns.map((index) => table.columns[index] as Table['columns'][number]);
  const encoders = keys.map((column) => backend.physicalType(column.type).encode);
  const conditions = keys.map(
    (column, i) =>
      `${backend.equalityKey(backend.quoteName(column.storageName), column.type)} = ${backend.equalityKey(`?${i + 1}`, column.type)}`,
  );
  const sql = `${select} FROM ${storedName(table, database, scope)} WHERE ${conditions.join(' AND ')}`;
  const options: StatementOptions = { bigints: false, functions: keys.flatMap((column) => backend.keyFunctions(column.type)) };
  const physical = (key: readonly Value[]): PhysicalValue[] =>
    key.map((value, i) => (value === null ? null : (encoders[i] as (v: NonNullable<Value>) => PhysicalValue)(value)));
  return {
    first: (key, frame) => frame.context.connection.get(`${sql} LIMIT 1`, physical(key), options) !== undefined,
    all: (key, frame, bigints) => [...frame.context.connection.iterate(sql, physical(key), { ...options, bigints })].map((row) => [...row]),
  };
}

/** Each row's key must exist in the parent; a key with a NULL is not checked. */
export function* checkParents(
  references: readonly Reference[],
  rows: readonly (readonly Value[])[],
  verb: ChangeVerb,
  frame: Frame,
  database: DatabaseCatalog,
): Steps<void> {
  for (const reference of references) yield* eachRow(rows, frame, (row) => requireParent(reference, row, verb, frame, database));
}

/** 547 for a row whose key has no parent. */
export function requireParent(
  { foreignKey, child, childColumns, parent, parentColumns, hasParent }: Reference,
  row: readonly Value[],
  verb: ChangeVerb,
  frame: Frame,
  database: DatabaseCatalog,
): void {
  if (childColumns.some((index) => row[index] === null) || hasParent(row, frame)) return;
  const kind = parent.id === child.id ? 'FOREIGN KEY SAME TABLE' : 'FOREIGN KEY';
  throw conflict(verb, kind, foreignKey, parent, parentColumns, database);
}

/** 547 as it names the other table, and its column where the key has only one. */
export function conflict(
  verb: ChangeVerb,
  kind: string,
  foreignKey: ForeignKey,
  other: Table,
  columns: readonly number[],
  database: DatabaseCatalog,
): Error {
  const column = columns.length === 1 ? other.columns[columns[0] as number]?.name : undefined;
  const where = column === undefined ? ['', '', ''] : [", column '", column, "'"];
  return sqlError(547, verb, kind, foreignKey.name, database.name, `${other.schema}.${other.name}`, ...where);
}

/** Whether any of the columns differs between two images of a row. */
export function keyChanged(columns: readonly number[], table: Table, before: readonly Value[], after: readonly Value[]): boolean {
  return columns.some((index) => {
    const [old, now] = [before[index] ?? null, after[index] ?? null];
    if (old === null || now === null) return old !== now;
    const type = (table.columns[index] as Table['columns'][number]).type;
    return comparer(type, type.collation)(old, now) !== 0;
  });
}
