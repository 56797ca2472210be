/**
 * Expressions of constants alone, as SQL Server folds them when it compiles. ORDER BY refuses what folds to a constant; an expression that would
 * fail (1/0) does not fold, and is accepted.
 */

import type { Environment } from '../environment.ts';
import { SqlError } from '../errors.ts';
import { arithmetic, bitNot, negate } from '../values/arithmetic.ts';
import { converter } from '../values/convert.ts';
import type { Present, Value } from '../values/value.ts';
import type { Expr } from './tree.ts';

/** Whether the expression is a constant or folds to one. */
export function isFoldable(expr: Expr): boolean {
  try {
    return fold(expr) !== undefined;
  } catch (error) {
    if (error instanceof SqlError) return false;
    throw error;
  }
}

/** The value; undefined for what does not consist of constants, operators and conversions of numbers. */
function fold(expr: Expr): Value | undefined {
  switch (expr.kind) {
    case 'constant':
      return expr.value;
    case 'arithmetic': {
      const apply = arithmetic(expr.op, expr.left.type, expr.right.type, expr.type);
      return each([expr.left, expr.right], ([left, right]) => apply(left as Present, right as Present, NO_SESSION));
    }
    case 'negate':
      return each([expr.operand], ([value]) => negate(expr.type)(value as Present, NO_SESSION));
    case 'bitNot':
      return each([expr.operand], ([value]) => bitNot(expr.type)(value as Present, NO_SESSION));
    case 'convert':
      return each([expr.operand], ([value]) => converter(expr.operand.type, expr.type)(value as Present, NO_SESSION));
    default:
      return undefined;
  }
}

/** NULL in, NULL out; undefined when an operand does not fold. */
function each(operands: readonly Expr[], apply: (values: readonly Value[]) => Value): Value | undefined {
  const values = operands.map(fold);
  if (values.includes(undefined)) return undefined;
  return values.includes(null) ? null : apply(values as readonly Value[]);
}

/** Folding happens before any session's options are known. */
const NO_SESSION = {
  options: { ansiWarnings: true, arithAbort: true, concatNullYieldsNull: true, dateFormat: 'mdy', language: 'us_english' },
} as unknown as Environment;
