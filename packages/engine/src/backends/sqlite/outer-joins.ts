/**
 * RIGHT and FULL joins in forms that SQLite can look rows up for. It makes an index of its own for the right side of a LEFT join, but never for that of a
 * RIGHT or FULL join, so that without an index of the table every pair of rows would be looked at. A RIGHT join is a LEFT join with its sides exchanged;
 * a FULL join is a LEFT join, and after it the rows of the right side without a partner.
 */

import { BIT } from '@sprocket/tsql';
import { constant, NULL_CONSTANT } from '../../bind/literal.ts';
import { and, not } from '../../bind/predicate.ts';
import type { Expr, From, Query, SelectQuery } from '../../bind/tree.ts';
import { hasQuery, queryOf, some, visitQuery } from '../../bind/walk.ts';
import { alternativesOf, apart } from './either-joins.ts';
import { conjuncts } from './equalities.ts';
import { leadsIndex, sidesOf } from './join-keys.ts';
import { isLeaf, type Leaf, placesOf, select, valuesOf, withWholeSides } from './whole-joins.ts';

type Join = Extract<From, { kind: 'join' }>;

/**
 * FROM with RIGHT joins as LEFT joins where that helps, and with one source instead of a join as the side of a join that is split: SQLite makes an
 * index for the rows of a subquery, not for those of a join.
 */
export function withLeftJoins(from: From): From {
  if (from.kind !== 'join') return from;
  const join: Join = { ...from, left: withLeftJoins(from.left), right: withLeftJoins(from.right) };
  if (join.type === 'right') return isLeaf(join.left) && !hasApply(join.right) ? splittable(exchanged(join)) : ofWholes(join);
  return splittable(join);
}

/** The join with such conditions of WHERE that hold by one of several equalities, where it is one that WHERE may join as well as ON. They stay in WHERE too. */
export function joinedBy(from: From, where: Expr | null): From {
  if (from.kind !== 'join' || from.ordered || (from.type !== 'inner' && from.type !== 'cross')) return from;
  const either = conjuncts(where).filter((expr) => expr.kind === 'or' && !hasQuery(expr));
  return either.length === 0 ? from : { ...from, type: 'inner', on: and([...conjuncts(from.on), ...either]) };
}

const exchanged = (join: Join): Join => ({ ...join, type: 'left', left: join.right, right: join.left });

function ofWholes(join: Join): Join {
  const whole = withWholeSides(join);
  return whole !== null && looksUp(whole) ? exchanged(whole) : join;
}

/** A FULL join, or one by alternatives, with sides that can be read in each of its parts. */
function splittable(join: Join): Join {
  if (join.type !== 'full' && !conjuncts(join.on).some((expr) => expr.kind === 'or')) return join;
  const whole = withWholeSides(join);
  return whole !== null && isWorthSplitting(whole) ? whole : join;
}

/** A join in parts that yield the same columns. */
export interface SplitJoin {
  readonly parts: readonly SelectQuery[];
  /** The position of each source's first column; its row id follows its last. */
  readonly offsets: ReadonlyMap<number, number>;
}

/** Null where SQLite's own join can use an index, or where a side could be something else the second time. */
export function splitJoin(from: Join): SplitJoin | null {
  const known = splits.get(from);
  if (known !== undefined) return known;
  const split = isWorthSplitting(from) ? makeSplit(from) : null;
  splits.set(from, split);
  return split;
}

const splits = new WeakMap<Join, SplitJoin | null>();

function isWorthSplitting({ type, left, right, on }: Join): boolean {
  if (type === 'right' || on === null || !isLeaf(left) || !isLeaf(right) || !isRepeatable(on)) return false;
  if (!isRepeatableFrom(left) || !isRepeatableFrom(right)) return false;
  return alternativesOf(on, right) !== null || (type === 'full' && looksUp({ left, right, on }));
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
  const conditions = alternativesOf(from.on, sides[1]) ?? [from.on as Expr];
  const isOne = conditions.length === 1;
  const joined = (type: Join['type']) => (on: Expr) => select([...left, ...right], { ...from, type, on }, null);
  const matched = apart(conditions).map(joined(isOne ? 'left' : 'inner'));
  const unmatchedLeft = select([...left, ...absent(right)], from.left, withoutPartner(from.right, conditions));
  const unmatchedRight = select([...absent(left), ...right], from.right, withoutPartner(from.left, conditions));
  return {
    parts: [...matched, ...(isOne || from.type === 'inner' ? [] : [unmatchedLeft]), ...(from.type === 'full' ? [unmatchedRight] : [])],
    offsets: new Map([...placesOf(sides[0], 0), ...placesOf(sides[1], left.length)]),
  };
}

const absent = (values: readonly Expr[]): Expr[] => values.map((value): Expr => ({ ...NULL_CONSTANT, type: value.type }));

/** For a row of the other side: no row of this one meets any of the conditions. */
const withoutPartner = (from: From, conditions: readonly Expr[]): Expr =>
  and(
    conditions.map((condition) => {
      const partners = select([constant(1, BIT)], from, condition);
      return not({ kind: 'exists', query: partners, type: BIT, nullable: false });
    }),
  );

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
