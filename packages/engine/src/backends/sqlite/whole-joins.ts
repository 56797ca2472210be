/**
 * A source or a join that stands as one derived table of all columns of the sources in it, and of what is computed from them. Outside, these sources read
 * their part of its columns, so nothing else of the statement changes. SQLite materializes it and can make an index for any of its columns. A join is of
 * sources alone, none of them in parentheses, where row ids cannot be seen.
 */

import { BIGINT } from '@sprocket/tsql';
import { NULL_CONSTANT } from '../../bind/literal.ts';
import type { ColumnRef, Expr, From, SelectQuery, Source } from '../../bind/tree.ts';
import { hasQuery, mapChildren, some } from '../../bind/walk.ts';
import { conjuncts, isBare, isEquality } from './equalities.ts';

type Join = Extract<From, { kind: 'join' }>;

/** One source of a join. */
export type Leaf = Extract<From, { kind: 'table' | 'derived' | 'rows' | 'recursive' }>;

export const isLeaf = (from: From): from is Leaf => from.kind !== 'join' && from.kind !== 'apply' && from.kind !== 'recursion';

/** The positions of the first columns of the sources in it, by their ids; undefined for any other source. */
export const partsOf = (source: Source): ReadonlyMap<number, number> | undefined => parts.get(source);

const parts = new WeakMap<Source, ReadonlyMap<number, number>>();

/** Where the columns of a source, and of the sources in it, begin when its own begin at `start`. */
export function placesOf({ source }: Leaf, start: number): readonly (readonly [number, number])[] {
  const inner = [...(partsOf(source) ?? [])].map(([id, place]) => [id, start + place] as const);
  return [[source.id, start], ...inner];
}

/** The join with one source on each side; null when a side cannot be one. What its condition sets equal is a column of a source, so that it can be looked up. */
export function withWholeSides(join: Join): Join | null {
  if (join.on === null || hasQuery(join.on)) return null;
  const operands = conjuncts(join.on).flatMap(operandsOf);
  const [left, right] = [wholeSide(join.left, operands), wholeSide(join.right, operands)];
  if (left === null || right === null) return null;
  return { ...join, left: left.leaf, right: right.leaf, on: moved(join.on, [left, right]) };
}

/** What an equality compares, also that of an alternative. */
function operandsOf(expr: Expr): readonly Expr[] {
  if (expr.kind === 'or' || expr.kind === 'and') return expr.operands.flatMap(operandsOf);
  return isEquality(expr) ? [expr.left, expr.right] : [];
}

/** A source, and the expressions over what it stands for that are columns of it. */
export interface Whole {
  readonly leaf: Leaf;
  readonly computed: ReadonlyMap<Expr, number>;
}

function wholeSide(side: From, operands: readonly Expr[]): Whole | null {
  const leaves = leavesOf(side);
  if (leaves === null) return null;
  const own = operands.filter((expr) => !isBare(expr) && readsOnly(expr, leaves));
  return isLeaf(side) && own.length === 0 ? { leaf: side, computed: new Map() } : derivedOf(side, leaves, own, null);
}

/** The rows of the side for which `where` holds, with the expressions as further columns; null when it cannot be one source. */
export function wholeOf(side: From, { computed, where, isUndercounted }: WholeOptions): Whole | null {
  const leaves = leavesOf(side);
  if (leaves === null) return null;
  const whole = derivedOf(side, leaves, computed, where);
  if (isUndercounted) undercounted.add(whole.leaf.source);
  return whole;
}

export interface WholeOptions {
  readonly computed: readonly Expr[];
  readonly where: Expr | null;
  /** SQLite would count on a handful of rows, and make no index for them. */
  readonly isUndercounted: boolean;
}

const undercounted = new WeakSet<Source>();

export const isUndercounted = (source: Source): boolean => undercounted.has(source);

/** Reads columns, and of these sources alone. */
export function readsOnly(expr: Expr, leaves: readonly Leaf[]): boolean {
  const ids = new Set(leaves.flatMap((leaf) => placesOf(leaf, 0).map(([id]) => id)));
  const isColumn = (node: Expr): boolean => node.kind === 'column';
  return some(expr, isColumn) && !some(expr, (node) => node.kind === 'column' && !ids.has(node.source.id));
}

/** One side of an equality that reads sources alone, and the other, which does not read them. */
export interface Side {
  readonly own: Expr;
  readonly other: Expr;
}

export function sidesOver(condition: Expr, leaves: readonly Leaf[]): readonly Side[] {
  if (!isEquality(condition) || hasQuery(condition)) return [];
  const { left, right } = condition;
  const isApart = (expr: Expr): boolean => !some(expr, (node) => node.kind === 'column' && readsOnly(node, leaves));
  const sides = [
    { own: left, other: right },
    { own: right, other: left },
  ];
  return sides.filter(({ own, other }) => readsOnly(own, leaves) && isApart(other));
}

/** The sources of a join of sources; null when something else is among them. */
export function leavesOf(from: From): readonly Leaf[] | null {
  if (isLeaf(from)) return [from];
  if (from.kind !== 'join' || !isLeaf(from.right)) return null;
  const left = leavesOf(from.left);
  return left === null ? null : [...left, from.right];
}

/** Ids of such sources are beyond those of a statement; the last source of a join may be one itself. */
const OF_SOURCE = 1_000_000;
const OF_JOIN = 1_000_000_000;

function derivedOf(from: From, leaves: readonly Leaf[], own: readonly Expr[], where: Expr | null): Whole {
  const places = new Map<number, number>();
  const items: Expr[] = [];
  for (const leaf of leaves) {
    for (const [id, place] of placesOf(leaf, items.length)) places.set(id, place);
    items.push(...valuesOf(leaf));
  }
  const computed = new Map(own.map((expr, index) => [expr, items.length + index]));
  const query = select([...items, ...own], from, where);
  const columns = query.columns.map((column, index) => ({ ...column, storageName: `c${index}`, hidden: false, expression: null }));
  const id = (leaves.length === 1 ? OF_SOURCE : OF_JOIN) + (leaves.at(-1)?.source.id ?? 0);
  const source: Source = { id, name: '', schema: null, database: null, columns, table: null };
  parts.set(source, places);
  return { leaf: { kind: 'derived', source, query }, computed };
}

/** The condition over the columns of the new sources. */
export function moved(expr: Expr, sides: readonly Whole[]): Expr {
  for (const { leaf, computed } of sides) {
    const index = computed.get(expr) ?? (expr.kind === 'column' ? placeOf(expr, leaf.source) : undefined);
    if (index !== undefined) return { kind: 'column', source: leaf.source, index, type: expr.type, nullable: true };
  }
  return mapChildren(expr, (child) => moved(child, sides));
}

function placeOf({ source, index }: ColumnRef, whole: Source): number | undefined {
  const start = partsOf(whole)?.get(source.id);
  return start === undefined ? undefined : start + index;
}

/** All columns of the source and its row id, each at its place. */
export function valuesOf({ kind, source }: Leaf): Expr[] {
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
  if (kind !== 'table') return [...values, NULL_CONSTANT];
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

export function select(items: readonly Expr[], from: From, where: Expr | null): SelectQuery {
  const columns = items.map(({ type }) => ({ name: '', type, nullable: true, identity: false, computed: true }));
  return { kind: 'select', columns, items, from, where, groupBy: null, having: null, distinct: false, orderBy: [], limit: null };
}
