/**
 * Decimal operators over unscaled bigints. The scales of the operands and of the result are known when the closure is made, so each call is a
 * multiplication or two. Sums and products that lose digits round half away from zero; a quotient truncates at the result's scale.
 */

import type { Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { powerOfTen, rescale } from '../decimal.ts';
import { arithmeticFailure, overflow } from '../failure.ts';
import { divideByZero } from './integers.ts';
import { noOperator, type Operate, type Operator, type Over, over } from './operator.ts';

/** An operator over two decimals of any precision and scale. */
export function decimalOperator(op: Operator, left: Type, right: Type, result: Type): Operate {
  const limit = powerOfTen(result.precision);
  const checked = (value: bigint, env: Environment) => (value < limit && value > -limit ? value : arithmeticFailure(env, overflow(result)));
  switch (op) {
    case '+':
    case '-':
      return over(additive(op, left.scale, right.scale, result.scale, checked));
    case '*':
      return over(product(left.scale + right.scale, result.scale, checked));
    case '/':
      return over(quotient(left.scale, right.scale, result.scale, checked));
    case '%':
      return over(remainder(left.scale, right.scale, result.scale, checked));
    default:
      return noOperator(op, 'decimal');
  }
}

type Check = (value: bigint, env: Environment) => bigint | null;

function additive(op: '+' | '-', left: number, right: number, scale: number, checked: Check): Over<bigint> {
  const sign = op === '+' ? 1n : -1n;
  if (left === right && scale === left) {
    return op === '+' ? (a, b, env) => checked(a + b, env) : (a, b, env) => checked(a - b, env);
  }
  const common = Math.max(left, right);
  const liftLeft = powerOfTen(common - left);
  const liftRight = powerOfTen(common - right) * sign;
  return (a, b, env) => checked(rescale(a * liftLeft + b * liftRight, common, scale), env);
}

function product(natural: number, scale: number, checked: Check): Over<bigint> {
  return natural === scale ? (a, b, env) => checked(a * b, env) : (a, b, env) => checked(rescale(a * b, natural, scale), env);
}

function quotient(left: number, right: number, scale: number, checked: Check): Over<bigint> {
  const lift = scale + right - left;
  const up = powerOfTen(Math.max(lift, 0));
  const down = powerOfTen(Math.max(-lift, 0));
  return (a, b, env) => (b === 0n ? divideByZero(env) : checked((a * up) / (b * down), env));
}

function remainder(left: number, right: number, scale: number, checked: Check): Over<bigint> {
  const common = Math.max(left, right);
  const liftLeft = powerOfTen(common - left);
  const liftRight = powerOfTen(common - right);
  return (a, b, env) => (b === 0n ? divideByZero(env) : checked(rescale((a * liftLeft) % (b * liftRight), common, scale), env));
}
