/**
 * GROUP BY with ROLLUP, CUBE and GROUPING SETS: the list of grouping sets is computed here, and a query with several becomes a UNION ALL with one
 * branch a set, in which the columns that a set leaves out are NULL and GROUPING() is a constant.
 */

import type { Expression, GroupBy, GroupingItem, GroupingList, OrderItem } from '@sprocket/tsql';
import { callsMethod } from '../catalog/ddl/syntax.ts';
import { sqlError } from '../errors.ts';
import { isGroupedBy, sameExpr } from './call.ts';
import { requireSortable } from './comparable.ts';
import type { ExprContext } from './context.ts';
import { bindExpr, bindPredicate } from './expression.ts';
import { columnRef } from './names.ts';
import { filter } from './predicate.ts';
import { bindItems, bindLimit, describeColumn, outputItem, type SelectParts, sourceOf } from './query.ts';
import type { Constant, Expr, OrderKey, Query, QueryColumn, SelectQuery } from './tree.ts';
import { hasQuery, mapChildren } from './walk.ts';

type Sets = readonly (readonly Expr[])[];

/** The grouping sets in the order in which SQL Server lists them; null without GROUP BY. */
export function groupingSets(groupBy: GroupBy | null, cx: ExprContext): Sets | null {
  if (groupBy === null) return null;
  if (groupBy.with !== null) {
    const keys = groupBy.items.map((item) => [bindKey(item as Expression, cx)]);
    return groupBy.with === 'rollup' ? rollup(keys) : cube(keys);
  }
  return groupBy.items.map((item) => setsOf(item, cx)).reduce<Sets>((all, sets) => all.flatMap((a) => sets.map((b) => [...a, ...b])), [[]]);
}

function setsOf(item: GroupingItem, cx: ExprContext): Sets {
  switch (item.kind) {
    case 'groupingList':
      return [item.items.map((e) => bindKey(e, cx))];
    case 'rollup':
      return rollup(item.items.map((e) => keysOf(e, cx)));
    case 'cube':
      return cube(item.items.map((e) => keysOf(e, cx)));
    case 'groupingSets':
      return item.items.flatMap((inner) => setsOf(inner, cx));
    default:
      return [[bindKey(item, cx)]];
  }
}

function keysOf(item: Expression | GroupingList, cx: ExprContext): readonly Expr[] {
  return item.kind === 'groupingList' ? item.items.map((e) => bindKey(e, cx)) : [bindKey(item, cx)];
}

function bindKey(expression: Expression, cx: ExprContext): Expr {
  if (callsMethod(expression)) throw sqlError(4148);
  const key = bindExpr(expression, { ...cx, aggregates: 'refused', aggregateError: 144 });
  if (hasQuery(key)) throw sqlError(144);
  if (key.kind === 'constant' || key.kind === 'variable') throw sqlError(164);
  requireSortable(key.type, 'GROUP BY');
  return key;
}

function rollup(keys: Sets): Sets {
  return Array.from({ length: keys.length + 1 }, (_, dropped) => keys.slice(0, keys.length - dropped).flat());
}

function cube(keys: Sets): Sets {
  const subsets = 2 ** keys.length;
  return Array.from({ length: subsets }, (_, mask) => keys.filter((_key, i) => ((subsets - 1 - mask) >> (keys.length - 1 - i)) & 1).flat());
}

/** The branches one after the other, as a derived table: so ORDER BY may name what is not selected. */
export function bindGroupedSets(parts: SelectParts, sets: Sets): SelectQuery {
  const { spec, query, cx } = parts;
  const all = distinctKeys(sets.flat());
  const branches = sets.map((present) => openBranch(parts, all, present));
  const orderBy = query.orderBy.length > 0 || spec.distinct ? query.orderBy : rollupOrder(spec.groupBy);
  const order = orderColumns(orderBy, branches);
  if (spec.distinct && order.added.length > 0) throw sqlError(145);
  const selects = branches.map((branch) => bindBranch(parts, branch, order.added));
  const union = unionAll(selects, cx);
  const source = sourceOf(cx.binder, '', union.columns);
  const visible = union.columns.slice(0, union.columns.length - order.added.length);
  return {
    kind: 'select',
    columns: visible,
    items: visible.map((_column, index) => columnRef(source, index)),
    from: { kind: 'derived', source, query: union },
    where: null,
    groupBy: null,
    having: null,
    distinct: spec.distinct,
    orderBy: order.positions.map(
      (position, i): OrderKey => ({
        expr: columnRef(source, position),
        descending: orderBy[i]?.descending === true,
      }),
    ),
    limit: bindLimit(spec.top, query, cx),
  };
}

/**
 * The order in which SQL Server's one pass over sorted rows yields a ROLLUP without ORDER BY, and which people see and expect: each subtotal after
 * its rows. Other grouping sets come as they are listed.
 */
function rollupOrder(groupBy: GroupBy | null): readonly OrderItem[] {
  const items = groupBy?.items ?? [];
  const keys = items.flatMap((item): readonly (Expression | GroupingList)[] =>
    item.kind === 'rollup' ? item.items : [item as Expression],
  );
  const isRollup = groupBy?.with === 'rollup' || items.filter((item) => item.kind === 'rollup').length === 1;
  if (!isRollup || items.some((item) => item.kind === 'cube' || item.kind === 'groupingSets' || item.kind === 'groupingList')) return [];
  return keys
    .flatMap((key) => (key.kind === 'groupingList' ? key.items : [key]))
    .flatMap((key) => [ascending(groupingOf(key)), ascending(key)]);
}

const ascending = (expression: Expression): OrderItem => ({ kind: 'orderItem', expression, descending: false, span: expression.span });

function groupingOf(key: Expression): Expression {
  const { span } = key;
  const name = { kind: 'name' as const, parts: [{ kind: 'identifier' as const, value: 'GROUPING', quoted: false, span }], span };
  return { kind: 'call', name, args: [key], distinct: false, withinGroup: null, over: null, nulls: null, span };
}

function distinctKeys(keys: readonly Expr[]): Expr[] {
  return keys.filter((key, index) => keys.findIndex((other) => sameExpr(other, key)) === index);
}

function unionAll(selects: readonly SelectQuery[], cx: ExprContext): Query {
  const [first, ...rest] = selects;
  if (first === undefined) throw new Error('a grouped query has at least one grouping set');
  const columns = first.columns.map((column): QueryColumn => ({ ...column, nullable: true, identity: false, computed: true }));
  const source = sourceOf(cx.binder, '', columns);
  return rest.reduce<Query>(
    (left, right) => ({ kind: 'set', op: 'unionAll', left, right, columns, source, orderBy: [], limit: null }),
    first,
  );
}

/** One grouping set with the items as they are bound under it: GROUPING() differs from set to set. */
interface Branch {
  readonly cx: ExprContext;
  readonly present: readonly Expr[];
  readonly absent: readonly Expr[];
  readonly items: ReturnType<typeof bindItems>;
}

function openBranch(parts: SelectParts, all: readonly Expr[], present: readonly Expr[]): Branch {
  const cx: ExprContext = { ...parts.cx, grouping: { all, present } };
  const absent = all.filter((key) => !present.some((p) => sameExpr(p, key)));
  return { cx, present, absent, items: bindItems(parts.spec.items, parts.sources, cx) };
}

function bindBranch(parts: SelectParts, { cx, present, absent, items }: Branch, added: readonly Expression[]): SelectQuery {
  const having = parts.spec.having === null ? null : filter(bindPredicate(parts.spec.having, cx));
  const keys = added.map((expression) => bindExpr(expression, cx));
  return {
    kind: 'select',
    columns: [...items.map((i) => i.column), ...keys.map((key) => describeColumn('', key))],
    items: [...items.map((i) => i.expr), ...keys].map((expr) => nullWhere(expr, absent)),
    from: parts.from,
    where: parts.where,
    groupBy: distinctKeys(present),
    having: having && nullWhere(having, absent),
    distinct: false,
    orderBy: [],
    limit: null,
  };
}

/** Replaces the keys that a set leaves out by NULL, but not inside aggregates. */
function nullWhere(expr: Expr, absent: readonly Expr[]): Expr {
  if (expr.kind === 'aggregate') return expr;
  if (absent.some((key) => isGroupedBy(key, expr)))
    return { kind: 'constant', value: null, type: expr.type, nullable: true } satisfies Constant;
  return mapChildren(expr, (child) => nullWhere(child, absent));
}

/** The output column of each ORDER BY item, by name, by number or by an expression that is selected; the others become columns of their own. */
function orderColumns(
  orderBy: readonly OrderItem[],
  branches: readonly Branch[],
): { readonly positions: readonly number[]; readonly added: readonly Expression[] } {
  const items = branches[0]?.items ?? [];
  const names = items.map((item) => item.column.name);
  const added: Expression[] = [];
  const positions = orderBy.map(
    ({ expression }) => outputItem(expression, names) ?? selectedItem(expression, branches) ?? items.length + added.push(expression) - 1,
  );
  return { positions, added };
}

/** The item that is the same expression under every set. */
function selectedItem(expression: Expression, branches: readonly Branch[]): number | undefined {
  const bound = branches.map(({ cx }) => bindExpr(expression, cx));
  const index = (branches[0]?.items ?? []).findIndex((_item, i) =>
    branches.every(({ items }, b) => sameExpr((items[i] as Branch['items'][number]).expr, bound[b] as Expr)),
  );
  return index < 0 ? undefined : index;
}
