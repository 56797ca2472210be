/** float and real operators. real is computed in double and rounded once, which gives the same digits as single arithmetic. */

import type { Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { arithmeticFailure, overflow } from '../failure.ts';
import { divideByZero } from './integers.ts';
import { noOperator, type Operate, type Operator, over } from './operator.ts';

/** An operator whose operands and result are float or real. */
export function floatOperator(op: Operator, type: Type): Operate {
  const round = type.name === 'real' ? Math.fround : (value: number) => value;
  const checked = (value: number, env: Environment) => {
    const rounded = round(value);
    return Number.isFinite(rounded) ? rounded : arithmeticFailure(env, overflow(type));
  };
  switch (op) {
    case '+':
      return over<number>((a, b, env) => checked(a + b, env));
    case '-':
      return over<number>((a, b, env) => checked(a - b, env));
    case '*':
      return over<number>((a, b, env) => checked(a * b, env));
    case '/':
      return over<number>((a, b, env) => (b === 0 ? divideByZero(env) : checked(a / b, env)));
    default:
      return noOperator(op, 'float');
  }
}
