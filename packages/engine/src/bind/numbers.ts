/**
 * `SELECT TOP (1000) ROW_NUMBER() OVER (ORDER BY …) FROM a CROSS JOIN b`: scripts make numbers so, from system views that have far more pairs of rows
 * than they want. As no item reads a column, the numbers are 1, 2, 3 … whatever the rows and their order, so TOP may take its rows before they are
 * numbered: backends number all rows of FROM first.
 */

import { INT } from '@sprocket/tsql';
import type { Binder } from './context.ts';
import { constant } from './literal.ts';
import { sourceOf } from './query.ts';
import type { Expr, OrderKey, SelectQuery } from './tree.ts';
import { hasQuery, hasWindow, mapChildren, some } from './walk.ts';

/** The same rows, with TOP inside a derived table where that makes no difference. */
export function topBeforeNumbering(query: SelectQuery, binder: Binder): SelectQuery {
  return query.limit?.kind === 'top' && !query.limit.percent && !query.limit.withTies && isPlain(query)
    ? insideNumbering(insideDerived(query, binder), binder)
    : query;
}

const isPlain = ({ from, groupBy, distinct }: SelectQuery): boolean => from !== null && groupBy === null && !distinct;

/** The numbers of a query that takes the first of them, with its TOP before the numbering; any other query as it is. */
export function insideNumbering(query: SelectQuery, binder: Binder): SelectQuery {
  if (query.limit === null || !isNumbering(query)) return query;
  const items = query.items.map(unordered);
  const orderBy = query.orderBy.map((key): OrderKey => ({ ...key, expr: unordered(key.expr) }));
  if (!orderBy.every((key) => !key.descending && isNumber(key.expr))) return query;
  const column = { name: 'one', type: INT, nullable: false, identity: false, computed: true };
  const inner: SelectQuery = { ...query, columns: [column], items: [constant(1, INT)], orderBy: [] };
  const source = sourceOf(binder, '', inner.columns);
  return { ...query, items, orderBy, from: { kind: 'derived', source, query: inner }, where: null, limit: null };
}

/** Whether the query has nothing but row numbers among its items, so that which rows it numbers makes no difference. */
export const isNumbering = (query: SelectQuery): boolean =>
  isPlain(query) && query.items.some(hasWindow) && query.items.map(unordered).every(isOfNumber);

/** `SELECT TOP (@n) n FROM (SELECT ROW_NUMBER() … AS n FROM …) ORDER BY n`: the first rows of the derived table are all that is needed. */
function insideDerived(query: SelectQuery, binder: Binder): SelectQuery {
  const { from, where, orderBy, limit } = query;
  if (from?.kind !== 'derived' || from.query.kind !== 'select' || where !== null || query.items.some(hasWindow)) return query;
  const numbers = from.query;
  if (numbers.limit !== null || numbers.orderBy.length > 0 || !isNumbering(numbers)) return query;
  const isFirst = ({ expr, descending }: OrderKey): boolean =>
    !descending && expr.kind === 'column' && expr.source.id === from.source.id && isNumber(numbers.items[expr.index] as Expr);
  if (!orderBy.every(isFirst)) return query;
  return { ...query, from: { ...from, query: insideNumbering({ ...numbers, limit }, binder) } };
}

/** ROW_NUMBER over all rows. */
export const isNumber = (expr: Expr): boolean =>
  expr.kind === 'window' && 'name' in expr.fn && expr.fn.name === 'ROW_NUMBER' && expr.partitionBy.length === 0;

/** ROW_NUMBER without its order; other windows stay as they are and are refused after. */
const unordered = (expr: Expr): Expr =>
  expr.kind === 'window' && isNumber(expr) ? { ...expr, orderBy: [] } : mapChildren(expr, unordered);

/** Nothing but row numbers, constants and variables. */
function isOfNumber(expr: Expr): boolean {
  return (
    !hasQuery(expr) &&
    !some(expr, (node) => node.kind === 'column' || node.kind === 'nextValue' || (node.kind === 'window' && !isNumber(node)))
  );
}
