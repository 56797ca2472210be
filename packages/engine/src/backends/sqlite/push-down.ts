/**
 * Conditions of the form `column = value` are copied into the derived tables and views that they look at, so that a view with totals is computed for
 * the one key that is asked for and not for all. SQLite does this itself only in simple cases, and never across a join. The condition also stays where
 * it was, so a copy may only leave out rows that the original refuses in the end. Two facts make that sure: a row with another value of the column fails
 * the original, and a row of one side of a join with another value of the joined column has no partner that passes it.
 */

import { isString } from '@sprocket/tsql';
import { sameExpr } from '../../bind/call.ts';
import type { ColumnRef, CompareExpr, Expr, From, Query, SelectQuery } from '../../bind/tree.ts';
import { hasWindow, some } from '../../bind/walk.ts';

/** `column = value`, where the value is the same for all rows. */
interface Fixed extends CompareExpr {
  readonly left: ColumnRef;
}

/** The query with such conditions copied as far down as they help. */
export function pushDown(query: Query): Query {
  switch (query.kind) {
    case 'select':
      return pushIntoSources(query);
    case 'set':
      return { ...query, left: pushDown(query.left), right: pushDown(query.right) };
    case 'document':
      return { ...query, query: pushDown(query.query) };
    case 'values':
      return query;
  }
}

function pushIntoSources(query: SelectQuery): SelectQuery {
  if (query.from === null || query.from.kind === 'table') return query;
  const given = conjuncts(query.where).flatMap(fixedBy);
  return { ...query, from: pushIntoFrom(query.from, [...given, ...carriedOver(query.from, given)]) };
}

function conjuncts(expr: Expr | null): readonly Expr[] {
  if (expr === null) return [];
  return expr.kind === 'and' ? expr.operands.flatMap(conjuncts) : [expr];
}

function fixedBy(expr: Expr): Fixed[] {
  if (expr.kind !== 'compare' || expr.op !== '=') return [];
  const { left, right } = expr;
  if (left.kind === 'column' && isFixed(right)) return [{ ...expr, left }];
  return right.kind === 'column' && isFixed(left) ? [{ ...expr, left: right, right: left }] : [];
}

const FIXED: ReadonlySet<Expr['kind']> = new Set(['constant', 'variable', 'convert', 'arithmetic', 'negate']);

const isFixed = (expr: Expr): boolean => !some(expr, ({ kind }) => !FIXED.has(kind));

/** What the joins' own `a = b` make of the conditions on `a`. Strings stay where they are: each side may compare by a collation of its own. */
function carriedOver(from: From, given: readonly Fixed[]): Fixed[] {
  return joinEqualities(from).flatMap(([a, b]) =>
    given.flatMap((condition) => (sameExpr(condition.left, a) && sameType(a, b) && !isString(a.type) ? [{ ...condition, left: b }] : [])),
  );
}

function joinEqualities(from: From): (readonly [ColumnRef, ColumnRef])[] {
  if (from.kind !== 'join' && from.kind !== 'apply') return [];
  const own = from.kind === 'join' ? conjuncts(from.on) : [];
  const pairs = own.flatMap((expr) =>
    expr.kind === 'compare' && expr.op === '=' && expr.left.kind === 'column' && expr.right.kind === 'column'
      ? [[expr.left, expr.right] as const, [expr.right, expr.left] as const]
      : [],
  );
  return [...pairs, ...joinEqualities(from.left), ...joinEqualities(from.right)];
}

const sameType = (a: Expr, b: Expr): boolean => sameExpr(a.type, b.type);

function pushIntoFrom(from: From, conditions: readonly Fixed[]): From {
  switch (from.kind) {
    case 'join':
    case 'apply':
      return { ...from, left: pushIntoFrom(from.left, conditions), right: pushIntoFrom(from.right, conditions) };
    case 'derived':
      return {
        ...from,
        query: pushIntoDerived(
          from.query,
          conditions.filter(({ left }) => left.source.id === from.source.id),
        ),
      };
    default:
      return from;
  }
}

function pushIntoDerived(query: Query, conditions: readonly Fixed[]): Query {
  if (query.kind !== 'select') return pushDown(query);
  const inner = query.limit === null && !query.items.some(hasWindow) ? conditions.flatMap((condition) => within(query, condition)) : [];
  const [first] = inner;
  if (first === undefined) return pushDown(query);
  const operands = [...conjuncts(query.where), ...inner];
  const where: Expr = operands.length === 1 ? first : { kind: 'and', operands, type: first.type, nullable: true };
  return pushDown({ ...query, where });
}

/** The condition over the sources of a derived table. In a grouped one it must look at a key: then whole groups go. */
function within(query: SelectQuery, condition: Fixed): Fixed[] {
  const item = query.items[condition.left.index];
  if (item?.kind !== 'column' || !sameType(item, condition.left)) return [];
  const isKept = query.groupBy === null || query.groupBy.some((key) => sameExpr(key, item));
  return isKept ? [{ ...condition, left: item }] : [];
}
