/**
 * RIGHT and FULL joins in forms that SQLite can look rows up for. It makes an index of its own for the right side of a LEFT join, but never for that of a
 * RIGHT or FULL join, so that without an index of the table every pair of rows would be looked at. A RIGHT join is a LEFT join with its sides exchanged;
 * a FULL join is a LEFT join, and after it the rows of the right side without a partner.
 */

import { BIGINT, BIT } from '@sprocket/tsql';
import { constant, NULL_CONSTANT } from '../../bind/literal.ts';
import { not } from '../../bind/predicate.ts';
import type { Expr, From, Query, SelectQuery, Source } from '../../bind/tree.ts';
import { queryOf, some, visitQuery } from '../../bind/walk.ts';
import { conjuncts, leadsIndex, sidesOf } from './join-keys.ts';

type Join = Extract<From, { kind: 'join' }>;
type Leaf = Extract<From, { kind: 'table' | 'derived' }>;

/** FROM with RIGHT joins as LEFT joins, wherever the left side is one source. */
export function withLeftJoins(from: From): From {
  if (from.kind !== 'join') return from;
  const [left, right] = [withLeftJoins(from.left), withLeftJoins(from.right)];
  return from.type === 'right' && isLeaf(left) && !hasApply(right)
    ? { ...from, type: 'left', left: right, right: left }
    : { ...from, left, right };
}

/** A FULL join in two parts that yield the same columns. */
export interface SplitJoin {
  /** Rows of the left side with their partners. */
  readonly matched: SelectQuery;
  /** Rows of the right side that have none. */
  readonly unmatched: SelectQuery;
  /** The position of each source's first column; its row id follows its last. */
  readonly offsets: ReadonlyMap<number, number>;
}

/** Null where SQLite's own FULL join can use an index, or where a side could be something else the second time. */
export function splitJoin(from: Join): SplitJoin | null {
  const known = splits.get(from);
  if (known !== undefined) return known;
  const split = isWorthSplitting(from) ? makeSplit(from) : null;
  splits.set(from, split);
  return split;
}

const splits = new WeakMap<Join, SplitJoin | null>();

function isWorthSplitting({ type, left, right, on }: Join): boolean {
  if (type !== 'full' || on === null || !isLeaf(left) || !isLeaf(right) || !isRepeatable(on)) return false;
  if (![left, right].every((side) => side.kind === 'table' || isRepeatableQuery(side.query))) return false;
  const looked = conjuncts(on).flatMap(sidesOf);
  const own = looked.filter(({ column, other }) => column.source.id === right.source.id && readsOnly(other, left.source.id));
  return own.length > 0 && !own.some(({ column }) => leadsIndex(right, column.index));
}

function makeSplit(from: Join): SplitJoin {
  const sides = [from.left as Leaf, from.right as Leaf] as const;
  const [left, right] = sides.map(valuesOf) as [Expr[], Expr[]];
  const absent = left.map((value): Expr => ({ ...NULL_CONSTANT, type: value.type }));
  const partners = select([constant(1, BIT)], from.left, from.on);
  const hasPartner: Expr = { kind: 'exists', query: partners, type: BIT, nullable: false };
  return {
    matched: select([...left, ...right], { ...from, type: 'left' }, null),
    unmatched: select([...absent, ...right], from.right, not(hasPartner)),
    offsets: new Map([
      [sides[0].source.id, 0],
      [sides[1].source.id, left.length],
    ]),
  };
}

/** All columns of the source and its row id, each at its place. */
function valuesOf({ kind, source }: Leaf): Expr[] {
  const column = (of: Source, index: number): Expr => ({
    kind: 'column',
    source: of,
    index,
    type: (of.columns[index] as Source['columns'][number]).type,
    nullable: true,
  });
  // A computed column that is not stored is read through the columns it is computed from.
  const values = source.columns.map(
    (c, index): Expr => (c.expression !== null ? { ...NULL_CONSTANT, type: c.type } : column(source, index)),
  );
  if (kind === 'derived') return [...values, NULL_CONSTANT];
  const rowId = {
    name: '',
    type: BIGINT,
    nullable: true,
    identity: false,
    computed: true,
    storageName: 'rowid',
    hidden: true,
    expression: null,
  };
  return [...values, column({ ...source, columns: [...source.columns, rowId] }, source.columns.length)];
}

function select(items: readonly Expr[], from: From, where: Expr | null): SelectQuery {
  const columns = items.map(({ type }) => ({ name: '', type, nullable: true, identity: false, computed: true }));
  return { kind: 'select', columns, items, from, where, groupBy: null, having: null, distinct: false, orderBy: [], limit: null };
}

const isLeaf = (from: From): from is Leaf => from.kind === 'table' || from.kind === 'derived';

const hasApply = (from: From): boolean => from.kind === 'apply' || (from.kind === 'join' && (hasApply(from.left) || hasApply(from.right)));

const readsOnly = (expr: Expr, sourceId: number): boolean =>
  some(expr, (node) => node.kind === 'column' && node.source.id === sourceId) &&
  !some(expr, (node) => node.kind === 'column' && node.source.id !== sourceId);

/** Yields the same whenever it is computed again within the statement. */
const isRepeatable = (expr: Expr): boolean =>
  !some(expr, (node) => {
    const query = queryOf(node);
    if (node.kind === 'function' || node.kind === 'nextValue') return true;
    return (node.kind === 'call' && node.fn.volatility === 'row') || (query !== null && !isRepeatableQuery(query));
  });

function isRepeatableQuery(query: Query): boolean {
  if (query.kind !== 'select' || query.limit !== null || query.from === null || !isRepeatableFrom(query.from)) return false;
  let repeatable = true;
  visitQuery(query, (expr) => {
    repeatable &&= isRepeatable(expr);
  });
  return repeatable;
}

function isRepeatableFrom(from: From): boolean {
  if (from.kind === 'join') return isRepeatableFrom(from.left) && isRepeatableFrom(from.right);
  return from.kind === 'table' || (from.kind === 'derived' && isRepeatableQuery(from.query));
}
