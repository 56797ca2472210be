/** Generic walks over bound expressions. Queries inside are not entered: they are scopes of their own. */

import { sqlError } from '../errors.ts';
import type { Expr, From, Leaf, OrderKey, Query } from './tree.ts';

/** The expression with `f` applied to each direct child. */
export function mapChildren(expr: Expr, f: (child: Expr) => Expr): Expr {
  const all = (list: readonly Expr[]): Expr[] => list.map(f);
  const keys = (list: readonly OrderKey[]): OrderKey[] => list.map((key) => ({ ...key, expr: f(key.expr) }));
  switch (expr.kind) {
    case 'constant':
    case 'variable':
    case 'column':
    case 'argument':
    case 'scalarQuery':
    case 'exists':
      return expr;
    case 'nextValue':
      return expr.place === null ? expr : { ...expr, place: f(expr.place) };
    case 'call':
    case 'function':
      return { ...expr, args: all(expr.args) };
    case 'arithmetic':
    case 'compare':
    case 'distinct':
      return { ...expr, left: f(expr.left), right: f(expr.right) };
    case 'negate':
    case 'bitNot':
    case 'convert':
    case 'not':
    case 'isNull':
    case 'inQuery':
      return { ...expr, operand: f(expr.operand) };
    case 'and':
    case 'or':
      return { ...expr, operands: all(expr.operands) };
    case 'inList':
      return { ...expr, operand: f(expr.operand), list: all(expr.list) };
    case 'like':
      return { ...expr, operand: f(expr.operand), pattern: f(expr.pattern), escape: expr.escape === null ? null : f(expr.escape) };
    case 'case':
      return { ...expr, branches: expr.branches.map((b) => ({ when: f(b.when), then: f(b.then) })), otherwise: f(expr.otherwise) };
    case 'quantified':
      return { ...expr, left: f(expr.left) };
    case 'aggregate':
      return { ...expr, args: all(expr.args), orderBy: keys(expr.orderBy) };
    case 'window':
      return { ...expr, args: all(expr.args), partitionBy: all(expr.partitionBy), orderBy: keys(expr.orderBy) };
  }
}

/** Calls `f` on the expression and everything below it until `f` returns false for a node. */
export function visit(expr: Expr, f: (node: Expr) => boolean): void {
  if (!f(expr)) return;
  mapChildren(expr, (child) => {
    visit(child, f);
    return child;
  });
}

/** Calls `f` with every expression that stands directly in the query, its FROM and the queries they are made of. */
export function visitQuery(query: Query, f: (expr: Expr) => void): void {
  switch (query.kind) {
    case 'select':
      for (const expr of [...query.items, ...(query.groupBy ?? []), ...query.orderBy.map((key) => key.expr)]) f(expr);
      if (query.where !== null) f(query.where);
      if (query.having !== null) f(query.having);
      if (query.from !== null) visitFrom(query.from, f);
      return;
    case 'set':
      visitQuery(query.left, f);
      visitQuery(query.right, f);
      return;
    case 'values':
      for (const expr of query.rows.flat()) f(expr);
      return;
    case 'document':
      visitQuery(query.query, f);
  }
}

/** The sources of a FROM clause, in their order. */
export const leavesOf = (from: From): readonly Leaf[] =>
  from.kind === 'join' || from.kind === 'apply' ? [...leavesOf(from.left), ...leavesOf(from.right)] : [from];

function visitFrom(from: From, f: (expr: Expr) => void): void {
  switch (from.kind) {
    case 'join':
    case 'apply':
      visitFrom(from.left, f);
      visitFrom(from.right, f);
      if (from.kind === 'join' && from.on !== null) f(from.on);
      return;
    case 'derived':
      visitQuery(from.query, f);
      return;
    case 'rows':
      for (const arg of from.args) f(arg);
      return;
    case 'recursive':
      for (const part of [from.anchor, ...from.steps]) visitQuery(part, f);
      return;
    case 'table':
    case 'recursion':
  }
}

/** The query that stands in the expression itself. */
export function queryOf(expr: Expr): Query | null {
  return expr.kind === 'scalarQuery' || expr.kind === 'exists' || expr.kind === 'inQuery' || expr.kind === 'quantified' ? expr.query : null;
}

/** Whether any node satisfies the test. */
export function some(expr: Expr, test: (node: Expr) => boolean): boolean {
  let found = false;
  visit(expr, (node) => {
    found ||= test(node);
    return !found;
  });
  return found;
}

export const hasQuery = (expr: Expr): boolean => some(expr, (n) => queryOf(n) !== null);
/** The expression, which may hold no query where it stands (1046). */
export function requirePlain(expr: Expr): Expr {
  if (hasQuery(expr)) throw sqlError(1046);
  return expr;
}

export const hasAggregate = (expr: Expr): boolean => some(expr, (n) => n.kind === 'aggregate');
export const hasWindow = (expr: Expr): boolean => some(expr, (n) => n.kind === 'window');
/** Refers to no row: constants, variables and functions of them. */
export const isRowless = (expr: Expr): boolean =>
  !some(
    expr,
    (n) => n.kind === 'column' || n.kind === 'argument' || n.kind === 'aggregate' || n.kind === 'window' || n.kind === 'nextValue',
  ) && !hasQuery(expr);
