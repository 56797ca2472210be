/** Money operators over ten-thousandths: products round half away from zero at the fourth digit, quotients truncate there. */

import type { Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { divideRounded } from '../decimal.ts';
import { arithmeticFailure, overflow } from '../failure.ts';
import { MONEY_RANGES } from '../ranges.ts';
import { divideByZero } from './integers.ts';
import { noOperator, type Operate, type Operator, over } from './operator.ts';

const UNIT = 10_000n;

/** An operator whose operands and result are money or smallmoney. */
export function moneyOperator(op: Operator, type: Type): Operate {
  const { min, max } = MONEY_RANGES[type.name] ?? noOperator(op, type.name);
  const checked = (value: bigint, env: Environment) => (value >= min && value <= max ? value : arithmeticFailure(env, overflow(type)));
  switch (op) {
    case '+':
      return over<bigint>((a, b, env) => checked(a + b, env));
    case '-':
      return over<bigint>((a, b, env) => checked(a - b, env));
    case '*':
      return over<bigint>((a, b, env) => checked(divideRounded(a * b, UNIT), env));
    case '/':
      return over<bigint>((a, b, env) => (b === 0n ? divideByZero(env) : checked((a * UNIT) / b, env)));
    case '%':
      return over<bigint>((a, b, env) => (b === 0n ? divideByZero(env) : a % b));
    default:
      return noOperator(op, 'money');
  }
}
