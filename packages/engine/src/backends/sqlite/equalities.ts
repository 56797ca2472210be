/**
 * The equalities that joins look rows up by: which conditions they are, and what each of their sides is compared as. Two idioms that treat NULL as a value
 * are brought into their plain form, IS NOT DISTINCT FROM, of which SQLite can look rows up: `a = b OR (a IS NULL AND b IS NULL)`, and
 * `EXISTS (SELECT a INTERSECT SELECT b)`. Where only truth counts, as in a condition that must hold, they mean the same.
 */

import { BIT, isString, isUnicode, type Type } from '@sprocket/tsql';
import { sameExpr } from '../../bind/call.ts';
import { SERVER_COLLATION } from '../../bind/from.ts';
import { and, or } from '../../bind/predicate.ts';
import type { ColumnRef, CompareExpr, DistinctExpr, ExistsExpr, Expr, InListExpr, LogicalExpr, Query } from '../../bind/tree.ts';
import { hasQuery, some } from '../../bind/walk.ts';
import { collationOf } from '../../run/evaluate.ts';

/** `left = right`, or `left IS NOT DISTINCT FROM right`. */
export type Equality = CompareExpr | DistinctExpr;

export const isEquality = (expr: Expr): expr is Equality =>
  (expr.kind === 'compare' && expr.op === '=') || (expr.kind === 'distinct' && expr.negated);

/** The conditions that must all hold. */
export function conjuncts(expr: Expr | null): Expr[] {
  if (expr === null) return [];
  return expr.kind === 'and' ? expr.operands.flatMap(conjuncts) : [expr];
}

/** A condition that must hold, with its equalities in plain form and each of their sides typed as it is compared. */
export function plainCondition(condition: Expr): Expr;
export function plainCondition(condition: Expr | null): Expr | null;
export function plainCondition(condition: Expr | null): Expr | null {
  if (condition === null) return null;
  const own = conjuncts(condition);
  const plain = own.flatMap(plainConjunct);
  return plain.length === own.length && plain.every((expr, index) => expr === own[index]) ? condition : and(plain);
}

function plainConjunct(expr: Expr): Expr[] {
  const equality = expr.kind === 'or' ? nullSafe(expr) : expr.kind === 'inList' ? oneOf(expr) : expr;
  if (isEquality(equality)) return [compared(equality)];
  const pairs =
    expr.kind === 'exists' ? intersected(expr) : expr.kind === 'not' && expr.operand.kind === 'exists' ? excepted(expr.operand) : null;
  return pairs === null ? [equality] : pairs.map(([left, right]) => compared(isNotDistinct(left, right)));
}

const isNotDistinct = (left: Expr, right: Expr): DistinctExpr => ({
  kind: 'distinct',
  left,
  right,
  negated: true,
  type: BIT,
  nullable: false,
});

/** `a = b OR (a IS NULL AND b IS NULL)`; else the expression as it is. */
function nullSafe(expr: LogicalExpr): Expr {
  const [first, second] = expr.operands;
  if (expr.operands.length !== 2 || first === undefined || second === undefined) return expr;
  for (const [equal, absent] of [[first, second] as const, [second, first] as const]) {
    if (equal.kind === 'compare' && equal.op === '=' && areNull(absent, equal)) return isNotDistinct(equal.left, equal.right);
  }
  return expr;
}

function areNull(expr: Expr, { left, right }: CompareExpr): boolean {
  if (expr.kind !== 'and' || expr.operands.length !== 2) return false;
  const [first, second] = expr.operands.map((operand) => (operand.kind === 'isNull' && !operand.negated ? operand.operand : null));
  if (first === null || first === undefined || second === null || second === undefined) return false;
  return (isNullAs(first, left) && isNullAs(second, right)) || (isNullAs(first, right) && isNullAs(second, left));
}

/** An implicit conversion of the compared value is NULL where the value is. */
const isNullAs = (tested: Expr, value: Expr): boolean =>
  sameColumn(tested, value) || (value.kind === 'convert' && !value.isTry && isNullAs(tested, value.operand));

const sameColumn = (a: Expr, b: Expr): boolean =>
  a.kind === 'column' && b.kind === 'column' ? a.source.id === b.source.id && a.index === b.index : sameExpr(a, b);

/** `b.x IN (a.x, a.y)`: one of several equalities. */
function oneOf(expr: InListExpr): Expr {
  const readsColumns = expr.list.some((item) => some(item, (node) => node.kind === 'column'));
  if (expr.negated || !readsColumns || hasQuery(expr)) return expr;
  return or(expr.list.map((item): Expr => ({ kind: 'compare', op: '=', left: expr.operand, right: item, type: BIT, nullable: true })));
}

const intersected = ({ query }: ExistsExpr): Pairs | null => (query.kind === 'set' && query.op === 'intersect' ? pairsOf(query) : null);

/** NOT EXISTS (SELECT a EXCEPT SELECT b) */
const excepted = ({ query }: ExistsExpr): Pairs | null => (query.kind === 'set' && query.op === 'except' ? pairsOf(query) : null);

type Pairs = readonly (readonly [Expr, Expr])[];

/** What two queries of one row each pair up. */
function pairsOf({ left, right, limit }: Extract<Query, { kind: 'set' }>): Pairs | null {
  const [a, b] = [rowOf(left), rowOf(right)];
  if (a === null || b === null || limit !== null) return null;
  return a.map((value, index) => [value, b[index] as Expr] as const);
}

function rowOf(query: Query): readonly Expr[] | null {
  if (query.kind !== 'select' || query.from !== null || query.where !== null || query.limit !== null || query.groupBy !== null) return null;
  return query.items;
}

/** The equality with each side typed as it is compared. */
export function compared<T extends CompareExpr | DistinctExpr>(expr: T): T {
  const collation = collationOf(expr.left, expr.right);
  const unicode = isUnicode(expr.left.type) || isUnicode(expr.right.type);
  const [left, right] = [comparedSide(expr.left, unicode, collation), comparedSide(expr.right, unicode, collation)];
  return left === expr.left && right === expr.right ? expr : { ...expr, left, right };
}

function comparedSide(expr: Expr, unicode: boolean, collation: string | undefined): Expr {
  if (!isString(expr.type)) return expr;
  const type = comparedAs(expr.type, unicode, collation);
  return type === expr.type ? expr : { ...expr, type };
}

/** How a string compares beside another: by the Unicode order when either is Unicode, under one collation. */
function comparedAs(type: Type, unicode: boolean, collation: string | undefined): Type {
  const name = unicode && !isUnicode(type) ? ('nvarchar' as const) : type.name;
  return name === type.name && type.collation === collation ? type : { ...type, name, ...(collation === undefined ? {} : { collation }) };
}

/** A column that is compared under its own collation, as an index or a key of it is. */
export function isBare(expr: Expr): expr is ColumnRef {
  if (expr.kind !== 'column') return false;
  const own = expr.source.columns[expr.index]?.type;
  return own === undefined || !isString(own) || (own.collation ?? SERVER_COLLATION) === (expr.type.collation ?? SERVER_COLLATION);
}
