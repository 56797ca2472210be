/** Generic walks over bound expressions. Queries inside are not entered: they are scopes of their own. */

import type { Expr, OrderKey } from './tree.ts';

/** The expression with `f` applied to each direct child. */
export function mapChildren(expr: Expr, f: (child: Expr) => Expr): Expr {
  const all = (list: readonly Expr[]): Expr[] => list.map(f);
  const keys = (list: readonly OrderKey[]): OrderKey[] => list.map((key) => ({ ...key, expr: f(key.expr) }));
  switch (expr.kind) {
    case 'constant':
    case 'variable':
    case 'column':
    case 'argument':
    case 'nextValue':
    case 'scalarQuery':
    case 'exists':
      return expr;
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

/** Whether any node satisfies the test. */
export function some(expr: Expr, test: (node: Expr) => boolean): boolean {
  let found = false;
  visit(expr, (node) => {
    found ||= test(node);
    return !found;
  });
  return found;
}

export const hasQuery = (expr: Expr): boolean =>
  some(expr, (n) => n.kind === 'scalarQuery' || n.kind === 'exists' || n.kind === 'inQuery' || n.kind === 'quantified');
export const hasAggregate = (expr: Expr): boolean => some(expr, (n) => n.kind === 'aggregate');
export const hasWindow = (expr: Expr): boolean => some(expr, (n) => n.kind === 'window');
/** Refers to no row: constants, variables and functions of them. */
export const isRowless = (expr: Expr): boolean =>
  !some(
    expr,
    (n) => n.kind === 'column' || n.kind === 'argument' || n.kind === 'aggregate' || n.kind === 'window' || n.kind === 'nextValue',
  ) && !hasQuery(expr);
