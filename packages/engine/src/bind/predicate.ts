/** Small constructors for predicates, used wherever the binder rewrites one construct into another. */

import { BIT } from '@sprocket/tsql';
import { isUntypedNull, toCommon } from './coerce.ts';
import { underOneCollation } from './collation.ts';
import { COMPARISON_WORDS } from './comparable.ts';
import { requireOperands } from './operands.ts';
import type { CompareOperator, Expr } from './tree.ts';

export function compare(op: CompareOperator, left: Expr, right: Expr): Expr {
  requireComparable(op, left, right);
  const [l, r] = underOneCollation(COMPARISON_WORDS[op], ...toCommon(left, right));
  return { kind: 'compare', op, left: l, right: r, type: BIT, nullable: l.nullable || r.nullable };
}

/** Both operands can be compared; NULL alone can with everything. */
export function requireComparable(op: CompareOperator, left: Expr, right: Expr): void {
  if (!isUntypedNull(left) && !isUntypedNull(right)) requireOperands('compare', COMPARISON_WORDS[op], left.type, right.type);
}

export function and(operands: readonly Expr[]): Expr {
  const [only] = operands;
  if (operands.length === 1 && only !== undefined) return only;
  return { kind: 'and', operands, type: BIT, nullable: operands.some((o) => o.nullable) };
}

export function or(operands: readonly Expr[]): Expr {
  const [only] = operands;
  if (operands.length === 1 && only !== undefined) return only;
  return { kind: 'or', operands, type: BIT, nullable: operands.some((o) => o.nullable) };
}

export function not(operand: Expr): Expr {
  return { kind: 'not', operand, type: BIT, nullable: operand.nullable };
}

export function isNull(operand: Expr, negated = false): Expr {
  return { kind: 'isNull', operand, negated, type: BIT, nullable: false };
}
