/**
 * SUM and AVG. Sums of small integers are numbers that spill into a bigint long before they lose a digit; all other exact types are bigints.
 * The range is checked at the end, so the order of the rows cannot decide whether a sum overflows.
 */

import { isDecimal, isFloat, type Type } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { fitsPrecision, powerOfTen } from '../values/decimal.ts';
import { overflow } from '../values/failure.ts';
import { BIGINT_MAX, BIGINT_MIN, RANGES } from '../values/ranges.ts';
import type { Value } from '../values/value.ts';
import type { Fold, Signature } from './builtin.ts';

interface ExactSum {
  count: number;
  /** The part of the sum that is still a number. */
  small: number;
  big: bigint;
}

const SPILL = 2 ** 52;

function addExact(sum: ExactSum, value: number | bigint, sign: 1 | -1): ExactSum {
  sum.count += sign;
  if (typeof value === 'bigint') sum.big += sign === 1 ? value : -value;
  else {
    sum.small += sign * value;
    if (sum.small > SPILL || sum.small < -SPILL) {
      sum.big += BigInt(sum.small);
      sum.small = 0;
    }
  }
  return sum;
}

/** The sum as a value of its type; 8115 outside it. */
function exactValue(sum: bigint, type: Type): Value {
  const range = RANGES[type.name];
  if (range !== undefined) {
    if (sum < BigInt(range.min) || sum > BigInt(range.max)) throw overflow(type);
    return Number(sum);
  }
  const fits = isDecimal(type) ? fitsPrecision(sum, type.precision) : sum >= BIGINT_MIN && sum <= BIGINT_MAX;
  if (!fits) throw overflow(type);
  return sum;
}

function exactFold(finish: (sum: bigint, count: number) => Value): Fold {
  return {
    start: (): ExactSum => ({ count: 0, small: 0, big: 0n }),
    step: (sum: ExactSum, value: Value) => addExact(sum, value as number | bigint, 1),
    inverse: (sum: ExactSum, value: Value) => addExact(sum, value as number | bigint, -1),
    result: ({ count, small, big }: ExactSum) => (count === 0 ? null : finish(big + BigInt(small), count)),
  };
}

interface FloatSum {
  count: number;
  sum: number;
}

/** No `inverse`: taking a float out again would not give the sum of the rest. */
function floatFold(finish: (sum: number, count: number) => number): Fold {
  return {
    start: (): FloatSum => ({ count: 0, sum: 0 }),
    step: (state: FloatSum, value: Value) => {
      state.count++;
      state.sum += value as number;
      return state;
    },
    result: ({ count, sum }: FloatSum) => {
      if (count === 0) return null;
      if (!Number.isFinite(sum)) throw sqlError(8115, 'expression', 'float');
      return finish(sum, count);
    },
  };
}

export function sumFold({ returns }: Signature): Fold {
  return isFloat(returns) ? floatFold((sum) => sum) : exactFold((sum) => exactValue(sum, returns));
}

/** The quotient is cut, as every division of exact types is. */
export function averageFold({ params: [type], returns }: Signature): Fold {
  if (isFloat(returns)) return floatFold((sum, count) => sum / count);
  const factor = isDecimal(returns) ? powerOfTen(returns.scale - type!.scale) : 1n;
  const sumType = isDecimal(returns) ? { ...returns, scale: type!.scale } : returns;
  return exactFold((sum, count) => {
    exactValue(sum, sumType);
    return exactValue((sum * factor) / BigInt(count), returns);
  });
}
