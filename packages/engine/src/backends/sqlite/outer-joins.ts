/**
 * RIGHT and FULL joins in forms that SQLite can look rows up for. It makes an index of its own for the right side of a LEFT join, but never for that of a
 * RIGHT or FULL join, so that without an index of the table every pair of rows would be looked at. A RIGHT join is a LEFT join with its sides exchanged;
 * a FULL join is a LEFT join, and after it the rows of the right side without a partner.
 */

import { BIT } from '@sprocket/tsql';
import { constant, NULL_CONSTANT } from '../../bind/literal.ts';
import { not } from '../../bind/predicate.ts';
import type { Expr, From, Query, SelectQuery } from '../../bind/tree.ts';
import { queryOf, some, visitQuery } from '../../bind/walk.ts';
import { conjuncts } from './equalities.ts';
import { leadsIndex, sidesOf } from './join-keys.ts';
import { isLeaf, type Leaf, placesOf, select, valuesOf, withWholeSides } from './whole-joins.ts';

type Join = Extract<From, { kind: 'join' }>;

/**
 * FROM with RIGHT joins as LEFT joins where that helps, and with one source instead of a join as the side of a join that is looked up: SQLite makes an
 * index for the rows of a subquery, not for those of a join.
 */
export function withLeftJoins(from: From): From {
  if (from.kind !== 'join') return from;
  const join: Join = { ...from, left: withLeftJoins(from.left), right: withLeftJoins(from.right) };
  if (join.type !== 'right' && join.type !== 'full') return join;
  if (join.type === 'right' && isLeaf(join.left) && !hasApply(join.right)) return exchanged(join);
  const whole = withWholeSides(join);
  if (whole === null) return join;
  if (join.type === 'full') return isWorthSplitting(whole) ? whole : join;
  return looksUp(whole) ? exchanged(whole) : join;
}

const exchanged = (join: Join): Join => ({ ...join, type: 'left', left: join.right, right: join.left });

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
  if (!isRepeatableFrom(left) || !isRepeatableFrom(right)) return false;
  return looksUp({ left, right, on });
}

/** Whether rows of the right side are looked up by values of the left one, and by no index that there is. */
function looksUp({ left, right, on }: Pick<Join, 'left' | 'right' | 'on'>): boolean {
  if (!isLeaf(left) || !isLeaf(right)) return false;
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
    offsets: new Map([...placesOf(sides[0], 0), ...placesOf(sides[1], left.length)]),
  };
}

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
  if (query.kind === 'set') return query.limit === null && isRepeatableQuery(query.left) && isRepeatableQuery(query.right);
  if (query.kind === 'document' || (query.kind === 'select' && (query.limit !== null || !isRepeatableFrom(query.from)))) return false;
  let repeatable = true;
  visitQuery(query, (expr) => {
    repeatable &&= isRepeatable(expr);
  });
  return repeatable;
}

function isRepeatableFrom(from: From | null): boolean {
  switch (from?.kind) {
    case undefined:
    case 'table':
    case 'recursion':
      return true;
    case 'join':
      return isRepeatableFrom(from.left) && isRepeatableFrom(from.right);
    case 'apply':
      return false;
    case 'derived':
      return isRepeatableQuery(from.query);
    case 'rows':
      return from.args.every(isRepeatable);
    case 'recursive':
      return [from.anchor, ...from.steps].every(isRepeatableQuery);
  }
}
