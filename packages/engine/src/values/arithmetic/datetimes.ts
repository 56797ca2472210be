/**
 * `+` and `-` over datetime and smalldatetime, the only date types that have them. The other operand becomes the same type first (a number is a
 * count of days since 1900-01-01), and the two are added as distances from that day: `datetime + 1` is the next day.
 */

import type { Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { converter } from '../convert.ts';
import { DATETIME_MAX, DATETIME_MIN, SMALLDATETIME_MAX } from '../datetime/limits.ts';
import { arithmeticFailure, overflow } from '../failure.ts';
import type { Present } from '../value.ts';
import { noOperator, type Operate, type Operator } from './operator.ts';

/** `+` or `-` with a datetime or smalldatetime on one side at least. */
export function datetimeOperator(op: Operator, left: Type, right: Type, result: Type): Operate {
  if (op !== '+' && op !== '-') return noOperator(op, result.name);
  const sign = op === '+' ? 1 : -1;
  const toLeft = distance(left, result);
  const toRight = distance(right, result);
  const [min, max] = result.name === 'datetime' ? [DATETIME_MIN, DATETIME_MAX] : [0, SMALLDATETIME_MAX];
  return (a, b, env) => {
    const value = toLeft(a, env) + sign * toRight(b, env);
    return value >= min && value <= max ? value : arithmeticFailure(env, overflow(result));
  };
}

function distance(from: Type, to: Type): (value: Present, env: Environment) => number {
  if (from.name === to.name) return (value) => value as number;
  const convert = converter(from, to);
  return (value, env) => convert(value, env) as number;
}
