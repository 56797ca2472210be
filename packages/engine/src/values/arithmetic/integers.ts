/**
 * Integer operators. int and the narrower types are numbers: their sums and products are either exact or so far outside the type that the range
 * check refuses them. bigint is a bigint. Division truncates towards zero and `%` takes the sign of the dividend, as JavaScript does.
 * Shifts are logical: the bits that leave are lost, a negative count shifts the other way, a count of the type's width or more gives zero.
 */

import type { Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { sqlError } from '../../errors.ts';
import { arithmeticFailure, overflow } from '../failure.ts';
import { BIGINT_MAX, BIGINT_MIN, RANGES, WIDTHS } from '../ranges.ts';
import { noOperator, type Operate, type Operator, type Over, over } from './operator.ts';

/** An operator whose operands and result are one integer type. */
export function integerOperator(op: Operator, type: Type): Operate {
  return type.name === 'bigint' ? over(bigOperator(op, type)) : over(smallOperator(op, type));
}

function smallOperator(op: Operator, type: Type): Over<number> {
  const { min, max } = RANGES[type.name] ?? noOperator(op, type.name);
  const checked = (value: number, env: Environment) => (value >= min && value <= max ? value : arithmeticFailure(env, overflow(type)));
  switch (op) {
    case '+':
      return (a, b, env) => checked(a + b, env);
    case '-':
      return (a, b, env) => checked(a - b, env);
    case '*':
      return (a, b, env) => checked(a * b + 0, env);
    case '/':
      return (a, b, env) => (b === 0 ? divideByZero(env) : checked(Math.trunc(a / b) + 0, env));
    case '%':
      // The quotient of the smallest value by -1 overflows even though the remainder would be 0.
      return (a, b, env) => {
        if (b === 0) return divideByZero(env);
        return b === -1 && a === min ? arithmeticFailure(env, overflow(type)) : (a % b) + 0;
      };
    case '&':
      return (a, b) => a & b;
    case '|':
      return (a, b) => a | b;
    case '^':
      return (a, b) => a ^ b;
    case '<<':
      return (a, b) => shift(a, b, WIDTHS[type.name] ?? 32, type);
    case '>>':
      return (a, b) => shift(a, -b, WIDTHS[type.name] ?? 32, type);
  }
}

function bigOperator(op: Operator, type: Type): Over<bigint> {
  const checked = (value: bigint, env: Environment) =>
    value >= BIGINT_MIN && value <= BIGINT_MAX ? value : arithmeticFailure(env, overflow(type));
  switch (op) {
    case '+':
      return (a, b, env) => checked(a + b, env);
    case '-':
      return (a, b, env) => checked(a - b, env);
    case '*':
      return (a, b, env) => checked(a * b, env);
    case '/':
      return (a, b, env) => (b === 0n ? divideByZero(env) : checked(a / b, env));
    case '%':
      return (a, b, env) => {
        if (b === 0n) return divideByZero(env);
        return b === -1n && a === BIGINT_MIN ? arithmeticFailure(env, overflow(type)) : a % b;
      };
    case '&':
      return (a, b) => a & b;
    case '|':
      return (a, b) => a | b;
    case '^':
      return (a, b) => a ^ b;
    case '<<':
      return (a, b) => bigShift(a, Number(b));
    case '>>':
      return (a, b) => bigShift(a, -Number(b));
  }
}

/** 8134. */
export function divideByZero(env: Environment): null {
  return arithmeticFailure(env, sqlError(8134));
}

function shift(value: number, by: number, width: number, type: Type): number {
  if (Math.abs(by) >= width) return 0;
  const bits = width === 32 ? value >>> 0 : value & (2 ** width - 1);
  const shifted = by >= 0 ? bits * 2 ** by : Math.floor(bits / 2 ** -by);
  const kept = shifted % 2 ** width;
  const signed = type.name !== 'tinyint' && type.name !== 'bit';
  return signed && kept >= 2 ** (width - 1) ? kept - 2 ** width : kept;
}

function bigShift(value: bigint, by: number): bigint {
  if (Math.abs(by) >= 64) return 0n;
  const bits = BigInt.asUintN(64, value);
  return BigInt.asIntN(64, by >= 0 ? bits << BigInt(by) : bits >> BigInt(-by));
}
