/** Small constructors for predicates, used wherever the binder rewrites one construct into another. */

import { BIT, INT } from '@sprocket/tsql';
import { isUntypedNull, toCommon } from './coerce.ts';
import { underOneCollation } from './collation.ts';
import { COMPARISON_WORDS } from './comparable.ts';
import { isNeverTrue, isNullConstant, truthOf } from './folded.ts';
import { constant } from './literal.ts';
import { requireOperands } from './operands.ts';
import type { CompareOperator, Expr } from './tree.ts';

/** A comparison with the constant NULL is unknown: what stands beside it is not evaluated. */
export function compare(op: CompareOperator, left: Expr, right: Expr): Expr {
  requireComparable(op, left, right);
  const [l, r] = underOneCollation(COMPARISON_WORDS[op], ...toCommon(left, right));
  if (isNullConstant(l) || isNullConstant(r)) return UNKNOWN;
  return { kind: 'compare', op, left: l, right: r, type: BIT, nullable: l.nullable || r.nullable };
}

const settled = (left: number, right: number | null): Expr => ({
  kind: 'compare',
  op: '=',
  left: constant(left, INT),
  right: constant(right, INT),
  type: BIT,
  nullable: right === null,
});

export const TRUE = settled(1, 1);
const FALSE = settled(1, 0);
const UNKNOWN = settled(1, null);

/** Both operands can be compared; NULL alone can with everything. */
export function requireComparable(op: CompareOperator, left: Expr, right: Expr): void {
  if (!isUntypedNull(left) && !isUntypedNull(right)) requireOperands('compare', COMPARISON_WORDS[op], left.type, right.type);
}

/** FALSE settles the whole, wherever it stands. */
export function and(operands: readonly Expr[]): Expr {
  const [only] = operands;
  if (operands.length === 1 && only !== undefined) return only;
  if (operands.some((operand) => truthOf(operand) === false)) return FALSE;
  return { kind: 'and', operands, type: BIT, nullable: operands.some((o) => o.nullable) };
}

/** TRUE settles the whole, wherever it stands. */
export function or(operands: readonly Expr[]): Expr {
  const [only] = operands;
  if (operands.length === 1 && only !== undefined) return only;
  if (operands.some((operand) => truthOf(operand) === true)) return TRUE;
  return { kind: 'or', operands, type: BIT, nullable: operands.some((o) => o.nullable) };
}

/** The condition of WHERE, ON or HAVING: one that no row can meet is not evaluated. */
export const filter = (condition: Expr): Expr => (isNeverTrue(condition) ? FALSE : condition);

export function not(operand: Expr): Expr {
  return { kind: 'not', operand, type: BIT, nullable: operand.nullable };
}

export function isNull(operand: Expr, negated = false): Expr {
  return { kind: 'isNull', operand, negated, type: BIT, nullable: false };
}
