/**
 * `SELECT n FROM Nums WHERE n <= @k` over numbers that a query made with ROW_NUMBER: SQL Server reads no more rows than the greatest number wanted, and
 * scripts rely on it, as what is numbered may be billions of rows. So the bound goes down to the query that numbers, as its TOP; the condition stays,
 * as it may also ask for a least number, or for none when the bound is null. Only bounds that read no row go down, and only to queries whose items are
 * nothing but numbers: others need their order.
 *
 * A condition that bounds a number is not true of NULL, so the one of WHERE goes down both sides of an outer join, too; the one of ON only to the side
 * whose rows it may reject.
 */

import { BIGINT, BIT } from '@sprocket/tsql';
import type { Binder } from './context.ts';
import { constant } from './literal.ts';
import { insideNumbering, isNumber, isNumbering } from './numbers.ts';
import type { CaseExpr, CompareExpr, Expr, From, SelectQuery } from './tree.ts';
import { hasWindow, isRowless, some } from './walk.ts';

/** A column that is at most `most`, by the source that has it. */
interface Bound {
  readonly source: number;
  readonly index: number;
  readonly most: Expr;
}

/** The same rows, numbered only as far as the conditions of the query ask for. */
export function boundsBeforeNumbering(query: SelectQuery, binder: Binder): SelectQuery {
  if (query.from === null || query.from.kind === 'table') return query;
  const from = withBounds(query.from, boundsOf(query.where), binder);
  return from === query.from ? query : { ...query, from };
}

function withBounds(from: From, bounds: readonly Bound[], binder: Binder): From {
  switch (from.kind) {
    case 'join': {
      const on = from.on === null ? [] : boundsOf(from.on);
      const left = withBounds(from.left, from.type === 'inner' || from.type === 'right' ? [...bounds, ...on] : bounds, binder);
      const right = withBounds(from.right, from.type === 'inner' || from.type === 'left' ? [...bounds, ...on] : bounds, binder);
      return left === from.left && right === from.right ? from : { ...from, left, right };
    }
    case 'apply': {
      const left = withBounds(from.left, bounds, binder);
      const right = withBounds(from.right, bounds, binder);
      return left === from.left && right === from.right ? from : { ...from, left, right };
    }
    case 'derived':
      return bounds.reduce((derived: From, bound) => withBound(derived, bound, binder), from);
    default:
      return from;
  }
}

function withBound(from: From, bound: Bound, binder: Binder): From {
  if (from.kind !== 'derived' || from.source.id !== bound.source || from.query.kind !== 'select') return from;
  const query = boundedQuery(from.query, bound, binder);
  return query === from.query ? from : { ...from, query };
}

/** The query whose item at the index is wanted only up to the bound: the one that numbers, or one that passes its numbers on. */
function boundedQuery(query: SelectQuery, { index, most }: Bound, binder: Binder): SelectQuery {
  const item = query.items[index];
  if (item === undefined || query.limit !== null || query.from === null) return query;
  if (isNumber(item)) {
    const limit = { kind: 'top', count: countOf(most), percent: false, withTies: false } as const;
    return isNumbering(query) ? insideNumbering({ ...query, limit }, binder) : query;
  }
  if (item.kind !== 'column' || query.groupBy !== null || query.items.some(hasWindow)) return query;
  const from = withBounds(query.from, [{ source: item.source.id, index: item.index, most }], binder);
  return from === query.from ? query : { ...query, from };
}

/** No rows where TOP refuses: below zero and for NULL. */
function countOf(most: Expr): Expr {
  const zero = constant(0n, BIGINT);
  if (most.kind === 'constant') return typeof most.value === 'bigint' && most.value > 0n ? most : zero;
  const when: CompareExpr = { kind: 'compare', op: '>', left: most, right: zero, type: BIT, nullable: most.nullable };
  const count: CaseExpr = { kind: 'case', branches: [{ when, then: most }], otherwise: zero, type: BIGINT, nullable: most.nullable };
  return count;
}

/** The bounds that hold wherever the condition is true. */
function boundsOf(condition: Expr | null): readonly Bound[] {
  if (condition?.kind === 'and') return condition.operands.flatMap(boundsOf);
  if (condition?.kind !== 'compare' || condition.left.type.name !== 'bigint') return [];
  const { op, left, right } = condition;
  if (op === '<' || op === '<=') return bound(left, right);
  if (op === '>' || op === '>=') return bound(right, left);
  return op === '=' ? [...bound(left, right), ...bound(right, left)] : [];
}

function bound(column: Expr, most: Expr): readonly Bound[] {
  if (column.kind !== 'column' || !isRowless(most) || some(most, isAnew)) return [];
  return [{ source: column.source.id, index: column.index, most }];
}

/** May be another value each time, so that rows of the condition are not those of the bound. */
const isAnew = (node: Expr): boolean => node.kind === 'function' || (node.kind === 'call' && node.fn.volatility === 'row');
