/**
 * The operators of expressions over values. `arithmetic` is asked once when an expression is compiled and answers with a closure for exactly these
 * types, so nothing is decided per row. Operands arrive in the types the binder chose (see `arithmeticType` of the language package); NULL never
 * arrives. An overflow or a division by zero is raised, or gives NULL when ANSI_WARNINGS and ARITHABORT are both OFF.
 */

import { familyOf, type Type } from '@sprocket/tsql';
import { binaryConcatenation, stringConcatenation } from './arithmetic/concatenation.ts';
import { datetimeOperator } from './arithmetic/datetimes.ts';
import { decimalOperator } from './arithmetic/decimals.ts';
import { floatOperator } from './arithmetic/floats.ts';
import { integerOperator } from './arithmetic/integers.ts';
import { moneyOperator } from './arithmetic/moneys.ts';
import type { Operate, Operator } from './arithmetic/operator.ts';

export type { Operate, Operator } from './arithmetic/operator.ts';
export { bitNot, negate } from './arithmetic/unary.ts';

/** The function that evaluates `left op right` into `result`. */
export function arithmetic(op: Operator, left: Type, right: Type, result: Type): Operate {
  switch (familyOf(result)) {
    case 'integer':
      return integerOperator(op, result);
    case 'decimal':
      return decimalOperator(op, left, right, result);
    case 'money':
      return moneyOperator(op, result);
    case 'float':
      return floatOperator(op, result);
    case 'datetime':
      return datetimeOperator(op, left, right, result);
    case 'string':
      return stringConcatenation(result);
    case 'binary':
      return binaryConcatenation(result);
    default:
      throw new Error(`no operator ${op} yields ${result.name}`);
  }
}
