/**
 * Which table behind a view or common table a change is about. Columns that the statement names decide: they must all come, unchanged, from one table
 * (4405, 4406). A view that has no rows of tables to change is refused with the reason (4403, 4426, 4436).
 */

import type { ColumnRef, From, Leaf, Query, SelectQuery, Source } from '../../bind/tree.ts';
import { leavesOf, some } from '../../bind/walk.ts';
import { nameKey } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';

/** What a change touches of the source that it names. */
export type Touched =
  /** Columns of the source, by position. */
  | { readonly kind: 'columns'; readonly indexes: readonly number[] }
  /** Whole rows: DELETE. */
  | { readonly kind: 'rows' }
  /** Whatever belongs to that table. */
  | { readonly kind: 'table'; readonly id: number };

/** What a statement touches, once the columns of the source are known. */
export type TouchedOf = (named: Source) => Touched;

export const touchedRows: TouchedOf = () => ({ kind: 'rows' });

/** Columns by name; names that the source does not have are reported where they are bound. Null means all. */
export const touchedColumns =
  (names: readonly string[] | null): TouchedOf =>
  (named) => {
    const all = named.columns.map((_column, index) => index);
    const wanted = names?.map(nameKey);
    return {
      kind: 'columns',
      indexes: all.filter((index) => {
        const column = named.columns[index];
        if (column === undefined || column.hidden) return false;
        return wanted === undefined || wanted.includes(nameKey(column.name));
      }),
    };
  };

/** The query of a view whose rows are rows of tables. What a statement gives a value must be a column (4406), whatever else the view is. */
export function updatableQuery(
  query: Query,
  touched: Touched,
  shown: string,
  { database, schema, name }: Source,
): SelectQuery & { readonly from: From } {
  if (query.kind === 'set' && query.op === 'unionAll')
    throw sqlError(4436, database === null || schema === null ? shown : `${database}.${schema}.${name}`);
  if (query.kind === 'set') throw sqlError(4426, shown);
  if (query.kind !== 'select' || query.from === null) throw sqlError(4406, shown);
  if (touched.kind === 'columns' && touched.indexes.some((index) => query.items[index]?.kind !== 'column')) throw sqlError(4406, shown);
  const aggregates = query.items.some((item) => some(item, (node) => node.kind === 'aggregate'));
  if (query.groupBy !== null || query.distinct || aggregates) throw sqlError(4403, shown);
  return { ...query, from: query.from };
}

export interface Chosen {
  /** The source of the view's FROM that changes. */
  readonly id: number;
  readonly touched: Touched;
}

export function chooseSource({ items, from }: SelectQuery & { readonly from: From }, touched: Touched, shown: string): Chosen | undefined {
  const leaves = leavesOf(from);
  switch (touched.kind) {
    case 'rows':
      if (leaves.length > 1) throw sqlError(4405, shown);
      return leaves[0] && { id: leaves[0].source.id, touched };
    case 'table': {
      const leaf = leaves.find((other) => holds(other, touched.id));
      return leaf && { id: leaf.source.id, touched };
    }
    case 'columns': {
      const places = touched.indexes.map((index) => {
        const item = items[index] as ColumnRef;
        return { source: item.source.id, index: item.index };
      });
      const id = places[0]?.source ?? leaves[0]?.source.id;
      if (places.some((place) => place.source !== id)) throw sqlError(4405, shown);
      return id === undefined ? undefined : { id, touched: { kind: 'columns', indexes: places.map((place) => place.index) } };
    }
  }
}

/** Whether the table is behind a source. */
export function holds(leaf: Leaf, tableId: number): boolean {
  if (leaf.kind === 'table') return leaf.table.id === tableId;
  if (leaf.kind !== 'derived' || leaf.query.kind !== 'select' || leaf.query.from === null) return false;
  return leavesOf(leaf.query.from).some((inner) => holds(inner, tableId));
}
