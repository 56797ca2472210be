/**
 * GROUP BY with ROLLUP, CUBE and GROUPING SETS: the list of grouping sets is computed here, and a query with several becomes a UNION ALL with one
 * branch a set, in which the columns that a set leaves out are NULL and GROUPING() is a constant.
 */

import type { Expression, GroupBy, GroupingItem, GroupingList } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { sameExpr } from './call.ts';
import type { ExprContext } from './context.ts';
import { bindExpr, bindPredicate } from './expression.ts';
import { columnRef } from './names.ts';
import { bindItems, bindLimit, outputItem, type SelectParts, sourceOf } from './query.ts';
import type { Constant, Expr, OrderKey, Query, QueryColumn, SelectQuery, SetQuery } from './tree.ts';
import { mapChildren } from './walk.ts';

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
  const key = bindExpr(expression, cx);
  if (key.kind === 'constant' || key.kind === 'variable') throw sqlError(164);
  return key;
}

function rollup(keys: Sets): Sets {
  return Array.from({ length: keys.length + 1 }, (_, dropped) => keys.slice(0, keys.length - dropped).flat());
}

function cube(keys: Sets): Sets {
  const subsets = 2 ** keys.length;
  return Array.from({ length: subsets }, (_, mask) => keys.filter((_key, i) => ((subsets - 1 - mask) >> (keys.length - 1 - i)) & 1).flat());
}

export function bindGroupedSets(parts: SelectParts, sets: Sets): SetQuery {
  const all = distinctKeys(sets.flat());
  const branches = sets.map((present) => bindBranch(parts, all, present));
  const [first] = branches;
  if (first === undefined) throw new Error('a grouped query has at least one grouping set');
  const columns = first.columns.map((column): QueryColumn => ({ ...column, nullable: true, identity: false, computed: true }));
  const source = sourceOf(parts.cx.binder, '', columns);
  const union = branches
    .slice(1)
    .reduce<Query>((left, right) => ({ kind: 'set', op: 'unionAll', left, right, columns, source, orderBy: [], limit: null }), first);
  const set: SetQuery = {
    ...(union as SetQuery),
    orderBy: orderKeys(parts, all, source, columns),
    limit: bindLimit(parts.spec.top, parts.query, parts.cx),
  };
  return set;
}

function distinctKeys(keys: readonly Expr[]): Expr[] {
  return keys.filter((key, index) => keys.findIndex((other) => sameExpr(other, key)) === index);
}

function bindBranch(parts: SelectParts, all: readonly Expr[], present: readonly Expr[]): SelectQuery {
  const cx: ExprContext = { ...parts.cx, grouping: { all, present } };
  const absent = all.filter((key) => !present.some((p) => sameExpr(p, key)));
  const items = bindItems(parts.spec.items, parts.sources, cx);
  const having = parts.spec.having === null ? null : bindPredicate(parts.spec.having, cx);
  return {
    kind: 'select',
    columns: items.map((i) => i.column),
    items: items.map((i) => nullWhere(i.expr, absent)),
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
  if (absent.some((key) => sameExpr(key, expr)))
    return { kind: 'constant', value: null, type: expr.type, nullable: true } satisfies Constant;
  return mapChildren(expr, (child) => nullWhere(child, absent));
}

/** ORDER BY of a query with several sets sees its output: by name, by number, or by an expression that is selected. */
function orderKeys(parts: SelectParts, all: readonly Expr[], source: SetQuery['source'], columns: readonly QueryColumn[]): OrderKey[] {
  const names = columns.map((column) => column.name);
  const selected = bindItems(parts.spec.items, parts.sources, { ...parts.cx, grouping: { all, present: all } }).map((item) => item.expr);
  return parts.query.orderBy.map((item) => {
    const chosen = outputItem(item.expression, names) ?? selectedIndex(item.expression, selected, all, parts.cx);
    return { expr: columnRef(source, chosen), descending: item.descending };
  });
}

function selectedIndex(expression: Expression, selected: readonly Expr[], all: readonly Expr[], cx: ExprContext): number {
  const expr = bindExpr(expression, { ...cx, grouping: { all, present: all } });
  const index = selected.findIndex((item) => sameExpr(item, expr));
  if (index < 0) throw sqlError(145);
  return index;
}
