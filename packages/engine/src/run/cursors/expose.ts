/**
 * The tables behind a cursor's query, made visible: the bound FROM is rewritten so that the keys of every table that it reads can be read from outside,
 * through views, derived tables, common tables and joins. A source whose rows are made (a function, VALUES, a grouped query) has no rows to stand on,
 * and a cursor over it is a snapshot.
 */

import { rowIdRef } from '../../bind/names.ts';
import type { CursorTable } from '../../bind/position.ts';
import type { BoundView, Expr, From, Query, QueryColumn, SelectQuery, Source } from '../../bind/tree.ts';
import { some } from '../../bind/walk.ts';
import type { Index, Key, Table } from '../../catalog/model.ts';

export interface Exposed {
  readonly from: From;
  readonly tables: readonly ExposedTable[];
  /** TOP or OFFSET inside. */
  readonly limited: boolean;
}

export interface ExposedTable extends Omit<CursorTable, 'first' | 'types'> {
  readonly keyed: boolean;
  /** The source of the base table. */
  readonly sourceId: number;
  /** Its keys, and then the columns that tell whether a row was changed, as they are seen from outside. */
  readonly values: readonly Expr[];
}

/** What is asked of each table. */
export interface Reading {
  /** The columns that tell whether a row was changed; those of its keys aside. */
  readonly versions: (table: Table) => readonly number[];
  /** A trigger's images are no table's rows. */
  readonly isImage: (table: Table) => boolean;
}

/** Null for a query that is no view of tables' rows. */
export function exposeTables(query: Query, reading: Reading): (Exposed & { readonly query: SelectQuery }) | null {
  if (query.kind !== 'select' || query.from === null || !isPlain(query)) return null;
  const exposed = exposeFrom(query.from, null, reading);
  return exposed && { ...exposed, limited: exposed.limited || query.limit !== null, query };
}

const isPlain = ({ distinct, groupBy, having, items }: SelectQuery): boolean =>
  !distinct &&
  groupBy === null &&
  having === null &&
  !items.some((item) => some(item, ({ kind }) => kind === 'aggregate' || kind === 'window'));

function exposeFrom(from: From, view: BoundView | null, reading: Reading): Exposed | null {
  switch (from.kind) {
    case 'table':
      return exposeTable(from, view, reading);
    case 'derived':
      return exposeDerived(from, view ?? from.view ?? null, reading);
    case 'join':
    case 'apply': {
      const left = exposeFrom(from.left, view, reading);
      const right = left && exposeFrom(from.right, view, reading);
      if (left === null || right === null) return null;
      const tables = [
        ...(outerLeft(from) ? left.tables.map(nullable) : left.tables),
        ...(outerRight(from) ? right.tables.map(nullable) : right.tables),
      ];
      return { from: { ...from, left: left.from, right: right.from }, tables, limited: left.limited || right.limited };
    }
    default:
      return null;
  }
}

type Joined = Extract<From, { kind: 'join' | 'apply' }>;

const outerLeft = (from: Joined): boolean => from.kind === 'join' && (from.type === 'right' || from.type === 'full');
const outerRight = (from: Joined): boolean => (from.kind === 'apply' ? from.outer : from.type === 'left' || from.type === 'full');

/** Behind an outer join there may be no row. */
const nullable = (table: ExposedTable): ExposedTable => ({ ...table, values: table.values.map((value) => ({ ...value, nullable: true })) });

function exposeTable(from: Extract<From, { kind: 'table' }>, view: BoundView | null, reading: Reading): Exposed | null {
  const { table, source, databaseId } = from;
  if (table.isSystem || table.storage.kind === 'system' || reading.isImage(table)) return null;
  const locator = rowLocator(table);
  const keys = locator?.columns ?? [-1];
  const columns = [...keys, ...reading.versions(table)];
  const unread: Source = { ...source, used: undefined };
  const values = columns.map((index) => (index < 0 ? rowIdRef(source, table) : columnOf(unread, index)));
  const home = table.storage.kind === 'database' ? databaseId : 0;
  return { from, tables: [{ table, databaseId: home, view, keys, keyed: locator !== null, sourceId: source.id, values }], limited: false };
}

function columnOf(source: Source, index: number): Expr {
  const column = source.columns[index];
  if (column === undefined) throw new Error('a table has its columns');
  return { kind: 'column', source, index, type: column.type, nullable: column.nullable };
}

/** What a member of a keyset is told by: the clustered key, else the primary key, else the first unique one. Null where nothing is unique. */
function rowLocator(table: Table): { readonly columns: readonly number[] } | null {
  const unique = [...table.keys, ...table.indexes.filter((index) => index.unique && index.filter === null && index.columnStore !== true)];
  const clustered = unique.find((key) => key.clustered);
  const key = clustered ?? table.keys.find(({ kind }) => kind === 'primary') ?? unique[0];
  // Rows under a clustered index that is not unique are told apart by the storage.
  if (clustered === undefined && table.indexes.some((index) => index.clustered && index.columnStore !== true)) return { columns: [-1] };
  return key === undefined ? null : { columns: positions(table, key) };
}

export const positions = (table: Table, { columns }: Pick<Key | Index, 'columns'>): readonly number[] =>
  columns.map(({ columnId }) => table.columns.findIndex((column) => column.id === columnId));

/** A view or derived table: its query yields the keys of its tables too. */
function exposeDerived(from: Extract<From, { kind: 'derived' }>, view: BoundView | null, reading: Reading): Exposed | null {
  const inner = exposeTables(from.query, reading);
  if (inner === null) return null;
  const tables = inner.tables.map((table) => ({ ...table, view: view ?? table.view }));
  const added = tables.flatMap((table) => table.values);
  const { query } = inner;
  const columns: readonly QueryColumn[] = [...query.columns, ...added.map(hiddenColumn)];
  const source: Source = {
    ...from.source,
    columns: columns.map((column, i) => ({
      ...(from.source.columns[i] ?? column),
      storageName: `c${i}`,
      hidden: i >= query.items.length,
      expression: null,
    })),
  };
  let next = query.items.length;
  const outside = (value: Expr): Expr => ({ kind: 'column', source, index: next++, type: value.type, nullable: value.nullable });
  return {
    from: { ...from, source, query: { ...query, from: inner.from, items: [...query.items, ...added], columns } },
    tables: tables.map((table) => ({ ...table, values: table.values.map(outside) })),
    limited: inner.limited,
  };
}

export const hiddenColumn = ({ type, nullable: isNullable }: Expr): QueryColumn => ({
  name: '',
  type,
  nullable: isNullable,
  identity: false,
  computed: true,
});
