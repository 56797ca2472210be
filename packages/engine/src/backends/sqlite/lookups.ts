/**
 * Sources that a query looks rows up in, in a form that SQLite can make an index for. It makes one of its own for a join on columns of tables, but for
 * nothing that is computed: `UPPER(b.name)`, a converted column, a column of OPENJSON, a value of a recursive common table. Such a source becomes a derived
 * table of its own that is materialized, with what it is looked up by as a column. It keeps only rows for which the conditions on it alone hold, so that
 * nothing is computed for others. The first source of a query is read from end to end anyway, unless values of an outer query are looked up in it.
 */

import { isString } from '@sprocket/tsql';
import { and } from '../../bind/predicate.ts';
import type { Expr, From, SelectQuery } from '../../bind/tree.ts';
import { hasQuery, some } from '../../bind/walk.ts';
import { conjuncts, isBare, plainCondition } from './equalities.ts';
import { conditions, findSource, isIndexable, leadsIndex, movableOf, sourceIds } from './join-keys.ts';
import { joinedBy, withLeftJoins } from './outer-joins.ts';
import { type Part, partOf } from './parts-of-tables.ts';
import { isLeaf, type Leaf, leavesOf, moved, readsOnly, type Side, sidesOver, type Whole, wholeOf } from './whole-joins.ts';

type Join = Extract<From, { kind: 'join' }>;

/** What is known where a source stands. */
interface Place {
  /** The conditions that its rows must meet to be of use. */
  readonly given: readonly Expr[];
  /** SQLite begins with it. */
  readonly isFirst: boolean;
}

interface Search {
  readonly from: From;
  /** Ids of the query's own sources. */
  readonly own: ReadonlySet<number>;
  readonly movable: ReadonlySet<number>;
  /** The source that is read first though another is written first. */
  readonly entry: number | null;
  /** Conditions that hold for every row of the result. */
  readonly always: readonly Expr[];
  readonly made: Whole[];
}

export function withLookups(query: SelectQuery): SelectQuery {
  if (query.from === null || (isLeaf(query.from) && query.where === null)) return query;
  const where = plainCondition(query.where);
  const from = withLeftJoins(joinedBy(withPlainConditions(query.from), where));
  const entry = entryOf({ ...query, where }, from);
  const search: Search = { from, own: sourceIds(from), movable: movableOf(from), entry, always: conjuncts(where), made: [] };
  const looked = lookedUp(from, { given: conjuncts(where), isFirst: entry === null && !hasRecursion(from) }, search);
  return { ...query, from: looked, where: where === null ? null : moved(where, search.made) };
}

function withPlainConditions(from: From): From {
  if (from.kind !== 'join' && from.kind !== 'apply') return from;
  const sides = { left: withPlainConditions(from.left), right: withPlainConditions(from.right) };
  return from.kind === 'join' ? { ...from, ...sides, on: plainCondition(from.on) } : { ...from, ...sides };
}

const hasRecursion = (from: From): boolean =>
  from.kind === 'recursion' || ((from.kind === 'join' || from.kind === 'apply') && (hasRecursion(from.left) || hasRecursion(from.right)));

/** A source that is not the first, in which values of an outer query are looked up: it had better be read before the others. */
function entryOf(query: SelectQuery, from: From): number | null {
  const [own, movable, given] = [sourceIds(from), movableOf(from), [...conjuncts(query.where), ...conditions(from)]];
  const isOuter = (expr: Expr): boolean => some(expr, (node) => node.kind === 'column' && !own.has(node.source.id));
  const leaves = sourcesOf(from).filter(({ source }) => movable.has(source.id));
  const found = leaves.findIndex((leaf) => given.flatMap((condition) => sidesOver(condition, [leaf])).some(({ other }) => isOuter(other)));
  return found <= 0 ? null : (leaves[found]?.source.id ?? null);
}

const sourcesOf = (from: From): readonly Leaf[] =>
  from.kind === 'join'
    ? [...sourcesOf(from.left), ...sourcesOf(from.right)]
    : from.kind === 'apply'
      ? sourcesOf(from.left)
      : isLeaf(from)
        ? [from]
        : [];

function lookedUp(from: From, place: Place, search: Search): From {
  if (from.kind === 'apply') return { ...from, left: lookedUp(from.left, place, search) };
  if (from.kind !== 'join') return isLeaf(from) ? wholeWhereUseful(from, place, search) : from;
  // A FULL join that is split in two looks rows up in either part.
  if (from.type === 'full') return from;
  const [leftPlace, rightPlace] = placesOfSides(from, place);
  const [left, right] = [lookedUp(from.left, leftPlace, search), lookedUpRight(from.right, rightPlace, search)];
  return { ...from, left, right, on: from.on === null ? null : moved(from.on, search.made) };
}

/** A join in parentheses that an outer join supplies NULLs for is looked up as one source. */
function lookedUpRight(from: From, place: Place, search: Search): From {
  const isOne = from.kind === 'join' && ![...sourceIds(from)].some((id) => search.movable.has(id));
  const whole = isOne ? wholeWhereUseful(from, place, search) : from;
  return whole === from ? lookedUp(from, place, search) : whole;
}

function placesOfSides({ type, on }: Join, place: Place): readonly [Place, Place] {
  const inner = { ...place, given: [...place.given, ...conjuncts(on)] };
  const supplied = { ...place, given: conjuncts(on) };
  const left = type === 'right' ? supplied : type === 'left' ? place : inner;
  const right = type === 'left' ? supplied : type === 'right' ? place : inner;
  return [left, { ...right, isFirst: false }];
}

/** The side as one materialized source where that lets SQLite look rows up that it would otherwise compare one by one. */
function wholeWhereUseful(from: From, place: Place, search: Search): From {
  const leaves = leavesOf(from);
  if (leaves === null || leaves.some(isOfOtherRows)) return from;
  const isEntry = from.kind !== 'join' && from.kind !== 'apply' && from.source.id === search.entry;
  const at = isEntry ? { ...place, isFirst: true } : place;
  const sides = place.given.flatMap((condition) => sidesOver(condition, leaves)).filter(({ other }) => isAtHand(other, at, search));
  const part = partLookedUp(sides, leaves, place, search);
  const computed = computedSides(part?.sides ?? sides, leaves, search);
  const isUseful =
    part !== null ||
    computed.length > 0 ||
    sides.some(({ own }) => isHidden(own, from, leaves)) ||
    isUncounted(from, search) ||
    (sides.length === 0 && isFilteredAgain(from, place, search));
  const filters = [...filtersOf(place.given, leaves), ...(part?.filters ?? [])];
  const options = { computed, where: filters.length === 0 ? null : and(filters), isUndercounted: part !== null || isFewFrom(from) };
  const whole = isUseful ? wholeOf(from, options) : null;
  if (whole === null) return from;
  search.made.push(whole);
  return whole.leaf;
}

function partLookedUp(sides: readonly Side[], leaves: readonly Leaf[], { given }: Place, search: Search): Part | null {
  const [leaf] = leaves;
  const part = leaf === undefined || leaves.length > 1 ? null : partOf(leaf, sides, [...new Set([...given, ...search.always])]);
  return part === null || part.sides.some((side) => isSought(side, leaves, search)) ? null : part;
}

/** Rows made from values of other rows: those of an outer query. */
const isOfOtherRows = (leaf: Leaf): boolean => leaf.kind === 'rows' && leaf.args.some((arg) => some(arg, (node) => node.kind === 'column'));

/** Known before the source is read. */
function isAtHand(other: Expr, { isFirst }: Place, { own }: Search): boolean {
  return some(other, (node) => node.kind === 'column' && (!isFirst || !own.has(node.source.id)));
}

/** What becomes a column. None where SQLite can look up by an index of a table; none that may raise an error where another will do. */
function computedSides(sides: readonly Side[], leaves: readonly Leaf[], search: Search): readonly Expr[] {
  if (sides.some((side) => isSought(side, leaves, search))) return [];
  const safe = sides.filter(({ own }) => !mayRaise(own));
  return (safe.length > 0 ? safe : sides).map(({ own }) => own).filter((own) => !isBare(own));
}

function isSought({ own, other }: Side, leaves: readonly Leaf[], { from, movable }: Search): boolean {
  const [leaf] = leaves;
  if (leaves.length === 1 && leaf !== undefined && isBare(own) && leadsIndex(leaf, own.index)) return true;
  if (!isBare(other) || !movable.has(other.source.id) || !leaves.every(({ source }) => movable.has(source.id))) return false;
  const beside = findSource(from, other.source.id);
  return beside !== undefined && leadsIndex(beside, other.index);
}

function mayRaise(expr: Expr): boolean {
  return some(expr, (node) => {
    if (node.kind === 'convert') return !node.isTry && isString(node.operand.type) && !isString(node.type);
    return node.kind === 'function' || (node.kind === 'arithmetic' && (node.op === '/' || node.op === '%'));
  });
}

/** A column that SQLite makes no index for where it stands. Those that are compared through a key get a column for that anyway. */
function isHidden(own: Expr, from: From, leaves: readonly Leaf[]): boolean {
  if (!isBare(own)) return false;
  if (leaves.length > 1) return true;
  const [leaf] = leaves;
  if (leaf === undefined || leadsIndex(leaf, own.index)) return false;
  return !isIndexable(leaf, own.index) && (from.kind === 'rows' || from.kind === 'recursive' || !isString(own.type));
}

/** SQLite takes the rows of a function for a handful, and compares them one by one with whatever stands beside them. */
const isUncounted = (from: From, { own }: Search): boolean => own.size > 1 && isFewFrom(from);

function isFewFrom(from: From): boolean {
  if (from.kind === 'join') return isFewFrom(from.left) && isFewFrom(from.right);
  return (
    from.kind === 'rows' ||
    (from.kind === 'derived' && from.query.kind === 'select' && from.query.from !== null && isFewFrom(from.query.from))
  );
}

/** A derived table whose rows queries filter, again for every row beside it: that of a security policy, in a join that looks nothing up. */
function isFilteredAgain(from: From, { given }: Place, { own }: Search): boolean {
  if (own.size < 2 || from.kind !== 'derived' || from.query.kind !== 'select' || from.query.where === null || !hasQuery(from.query.where))
    return false;
  const isSeekable = (node: Expr): boolean => node.kind === 'column' && node.source.id === from.source.id && leadsIndex(from, node.index);
  return !given.some((condition) => some(condition, isSeekable));
}

/** The conditions on the side alone. */
const filtersOf = (given: readonly Expr[], leaves: readonly Leaf[]): readonly Expr[] =>
  given.filter((condition) => readsOnly(condition, leaves) && !hasQuery(condition) && !some(condition, isVolatile));

const isVolatile = (node: Expr): boolean =>
  node.kind === 'function' || node.kind === 'nextValue' || (node.kind === 'call' && node.fn.volatility === 'row');
