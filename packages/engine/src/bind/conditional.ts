/** CASE and what SQL Server desugars into it: simple CASE, NULLIF, COALESCE. The layers below know one CASE. */

import type { Expression } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { coerce, commonTypeOf, isUntypedNull } from './coerce.ts';
import { requireJoint } from './collation.ts';
import type { ExprContext } from './context.ts';
import { bindExpr } from './expression.ts';
import { isNeverTrue, truthOf } from './folded.ts';
import { NULL_CONSTANT } from './literal.ts';
import { compare, isNull, TRUE } from './predicate.ts';
import type { CaseExpr, Expr } from './tree.ts';

export function bindSimpleCase(node: Extract<Expression, { kind: 'simpleCase' }>, cx: ExprContext): Expr {
  const operand = bindExpr(node.operand, cx);
  const branches = node.branches.map((b) => ({ when: compare('=', operand, bindExpr(b.when, cx)), then: bindExpr(b.then, cx) }));
  return caseOf(branches, node.otherwise === null ? NULL_CONSTANT : bindExpr(node.otherwise, cx));
}

/** CASE with all results converted to their common type; 8133 when every result is the literal NULL. */
export function caseOf(branches: readonly Branch[], otherwise: Expr): CaseExpr {
  const results = [...branches.map((b) => b.then), otherwise];
  if (results.every(isUntypedNull)) throw sqlError(8133);
  const type = commonTypeOf(results);
  const conflict = requireJoint('CASE', results, type);
  const reached = reachable(branches, otherwise);
  return {
    kind: 'case',
    branches: reached.branches.map((b) => ({ when: b.when, then: coerce(b.then, type) })),
    otherwise: coerce(reached.otherwise, type),
    type,
    nullable: results.some((r) => r.nullable),
    ...(conflict === undefined ? {} : { conflict }),
  };
}

interface Branch {
  readonly when: Expr;
  readonly then: Expr;
}

/** The branches that settled conditions leave: none after a true one, and not those that are never true. There is always one left. */
function reachable(branches: readonly Branch[], otherwise: Expr): { readonly branches: readonly Branch[]; readonly otherwise: Expr } {
  const last = branches.findIndex((branch) => truthOf(branch.when) === true);
  const before = (last < 0 ? branches : branches.slice(0, last)).filter((branch) => !isNeverTrue(branch.when));
  const rest = branches[last]?.then ?? otherwise;
  return before.length > 0 ? { branches: before, otherwise: rest } : { branches: [{ when: TRUE, then: rest }], otherwise: NULL_CONSTANT };
}

export function bindNullIf(left: Expr, right: Expr): Expr {
  if (isUntypedNull(left)) throw sqlError(4151);
  const result = narrowed(left);
  return caseOf([{ when: compare('=', left, right), then: NULL_CONSTANT }], result);
}

/** NULLIF, alone of its family, gives an integer constant the smallest type that holds it. */
function narrowed(expr: Expr): Expr {
  if (expr.kind !== 'constant' || expr.type.name !== 'int' || typeof expr.value !== 'number') return expr;
  const { value } = expr;
  const name = value >= 0 && value <= 255 ? 'tinyint' : value >= -32768 && value <= 32767 ? 'smallint' : 'int';
  return { ...expr, type: { ...expr.type, name } };
}

export function bindCoalesce(args: readonly Expr[]): Expr {
  if (args.every(isUntypedNull)) throw sqlError(4127);
  const last = args.at(-1) ?? NULL_CONSTANT;
  const result = caseOf(
    args.slice(0, -1).map((arg) => ({ when: isNull(arg, true), then: arg })),
    last,
  );
  return { ...result, nullable: args.every((arg) => arg.nullable) };
}
