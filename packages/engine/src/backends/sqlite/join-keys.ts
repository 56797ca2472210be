/**
 * Joins on strings without an index. SQLite builds an index of its own for a join on plain columns, but not on expressions, and strings compare through
 * their collation's key, so such a join would look at every pair of rows. Here the tables are found whose key is then computed once a row, as a column
 * of a subquery that SQLite can index by itself.
 */

import { SERVER_COLLATION } from '../../bind/from.ts';
import type { ColumnRef, Expr, From, Query, SelectQuery } from '../../bind/tree.ts';
import { some } from '../../bind/walk.ts';
import { conjuncts, isBare, isEquality } from './equalities.ts';
import { comparisonKey } from './physical.ts';
import { type Leaf, partsOf } from './whole-joins.ts';

/** Positions of key columns by source id. */
export type JoinKeys = ReadonlyMap<number, ReadonlySet<number>>;

/** What can be given a key column: a table or a derived table. */
type Keyed = Extract<From, { kind: 'table' | 'derived' }>;

export function joinKeys(query: SelectQuery): JoinKeys {
  if (query.from === null) return NO_KEYS;
  const entry = outerLookup(query);
  const lead = entry === null ? null : firstSource(query.from);
  const inner = [...(lead === null ? [] : [lead]), ...innerTables(query.from)];
  if (inner.length === 0) return NO_KEYS;
  const equalities = [...conjuncts(query.where), ...conditions(query.from)].flatMap(sidesOf);
  const keys = new Map<number, Set<number>>();
  for (const from of inner) {
    const { source } = from;
    const own = equalities.filter(({ column }) => column.source.id === source.id);
    if (from !== entry && own.some(({ column }) => leadsIndex(from, column.index))) continue;
    const found = own.filter(({ column, other }) => hasKey(column) && joinsOther(other, source.id)).map(({ column }) => column.index);
    if (found.length > 0) keys.set(source.id, new Set(found));
  }
  return keys;
}

const NO_KEYS: JoinKeys = new Map();

/** Whether the column is compared through a function of it. */
function hasKey({ type }: ColumnRef): boolean {
  const { kind } = comparisonKey(type, SERVER_COLLATION);
  return kind !== 'plain' && kind !== 'guid';
}

/**
 * The source of a correlated subquery that is looked up by values of an outer query, when no index helps: the first, or another that may be read before it.
 * SQLite counts on running a subquery once and would scan it for every outer row; behind another table it builds an index of its own, once for all rows.
 */
export function outerLookup(query: SelectQuery): Keyed | null {
  const { from } = query;
  if (from === null) return null;
  const own = sourceIds(from);
  const movable = movableOf(from);
  const isOuter = (expr: Expr): boolean => some(expr, (node) => node.kind === 'column' && !own.has(node.source.id));
  const sides = [...conjuncts(query.where), ...conditions(from)].flatMap(sidesOf).filter(({ other }) => isOuter(other));
  for (const source of [firstSource(from), ...innerTables(from).filter((inner) => movable.has(inner.source.id))]) {
    const looked = sides.filter(({ column, other }) => column.source.id === source?.source.id && joinsOther(other, column.source.id));
    if (source !== null && looked.length > 0) return looked.some(({ column }) => leadsIndex(source, column.index)) ? null : source;
  }
  return null;
}

/** Sources that SQLite may read before or after the others, since no outer join supplies NULLs for them. */
export function movableOf(from: From): ReadonlySet<number> {
  if (from.kind === 'apply') return movableOf(from.left);
  if (from.kind !== 'join') return new Set([from.source.id]);
  const { type, left, right } = from;
  const sides = type === 'left' ? [left] : type === 'right' ? [right] : type === 'full' ? [] : [left, right];
  return new Set(sides.flatMap((side) => [...movableOf(side)]));
}

/** The source that SQLite reads first: the leftmost, unless an outer join keeps the rows of its right side. */
function firstSource(from: From): Keyed | null {
  if (from.kind === 'table' || from.kind === 'derived') return from;
  if (from.kind === 'apply') return firstSource(from.left);
  return from.kind === 'join' && from.type !== 'right' && from.type !== 'full' ? firstSource(from.left) : null;
}

export function sourceIds(from: From): ReadonlySet<number> {
  if (from.kind === 'join' || from.kind === 'apply') return new Set([...sourceIds(from.left), ...sourceIds(from.right)]);
  return new Set([from.source.id]);
}

/** Tables that are looked up for each row of others: all but the first. The preserved side of an outer join is never one. */
function innerTables(from: From): Keyed[] {
  if (from.kind !== 'join' && from.kind !== 'apply') return [];
  const left = innerTables(from.left);
  const right = from.kind === 'apply' ? appliedTables(from.right) : isKeyed(from.right) ? [from.right] : innerTables(from.right);
  return from.kind === 'join' && (from.type === 'right' || from.type === 'full')
    ? left.concat(from.type === 'full' ? right : [])
    : [...left, ...right];
}

const isKeyed = (from: From): from is Keyed => from.kind === 'table' || from.kind === 'derived';

/** The rows of a derived table travel as JSON there. */
const appliedTables = (from: From): Keyed[] => (from.kind === 'table' ? [from] : []);

export function conditions(from: From): Expr[] {
  if (from.kind !== 'join' && from.kind !== 'apply') return [];
  const own = from.kind === 'join' ? conjuncts(from.on) : [];
  return [...own, ...conditions(from.left), ...conditions(from.right)];
}

/** One side of an equality that is a column, and the other. */
export interface Side {
  readonly column: ColumnRef;
  readonly other: Expr;
}

/** The columns that the condition sets equal to something. */
export function sidesOf(expr: Expr): Side[] {
  if (!isEquality(expr)) return [];
  const sides: Side[] = [];
  if (isBare(expr.left)) sides.push({ column: expr.left, other: expr.right });
  if (isBare(expr.right)) sides.push({ column: expr.right, other: expr.left });
  return sides;
}

const joinsOther = (expr: Expr, sourceId: number): boolean =>
  some(expr, (node) => node.kind === 'column' && node.source.id !== sourceId) &&
  !some(expr, (node) => node.kind === 'column' && node.source.id === sourceId);

/** Whether SQLite can seek by the column: an index of the table begins with it, also through a derived table that only names columns. */
export function leadsIndex(from: Leaf, position: number): boolean {
  if (from.kind === 'table') {
    const id = from.table.columns[position]?.id;
    return [...from.table.keys, ...from.table.indexes].some((index) => index.columns[0]?.columnId === id);
  }
  if (from.kind !== 'derived' || partsOf(from.source) !== undefined) return false;
  const { query } = from;
  if (query.kind !== 'select' || query.groupBy !== null || query.distinct || query.limit !== null) return false;
  return isOfColumn(query, position, leadsIndex);
}

/**
 * Whether SQLite makes an index for the column: only what comes from a column of a table has the affinity of what is compared with it. Indexes of a table
 * variable begin with its activation, and SQLite takes such an index for better than any it could make.
 */
export function isIndexable(from: Leaf, position: number): boolean {
  if (from.kind === 'table')
    return from.table.storage.kind !== 'variable' || (from.table.keys.length === 0 && from.table.indexes.length === 0);
  return from.kind === 'derived' && (partsOf(from.source) !== undefined || isIndexableOf(from.query, position));
}

export function isIndexableOf(query: Query, position: number): boolean {
  if (query.kind === 'set') return isIndexableOf(query.left, position) && isIndexableOf(query.right, position);
  return query.kind === 'select' && isOfColumn(query, position, isIndexable);
}

function isOfColumn(query: SelectQuery, position: number, test: (from: Leaf, position: number) => boolean): boolean {
  const item = query.items[position];
  const inner = item !== undefined && isBare(item) && query.from !== null ? findSource(query.from, item.source.id) : undefined;
  return inner !== undefined && item?.kind === 'column' && test(inner, item.index);
}

/** The table or derived table of that id; what is applied travels as JSON. */
export function findSource(from: From, id: number): Keyed | undefined {
  if (from.kind === 'join') return findSource(from.left, id) ?? findSource(from.right, id);
  if (from.kind === 'apply') return findSource(from.left, id);
  return isKeyed(from) && from.source.id === id ? from : undefined;
}
