/** Unary minus and `~`. */

import { familyOf, type Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { arithmeticFailure, overflow } from '../failure.ts';
import { BIGINT_MIN, MONEY_RANGES, RANGES } from '../ranges.ts';
import type { Present, Value } from '../value.ts';

/** Evaluates a unary operator over a value that is not NULL. */
export type OperateUnary = (value: Present, env: Environment) => Value;

const over = <T extends Present>(operate: (value: T, env: Environment) => Value): OperateUnary => operate as unknown as OperateUnary;

/** Unary minus; the operand has the result's type, except that a tinyint may be given for a signed result. */
export function negate(type: Type): OperateUnary {
  switch (familyOf(type)) {
    case 'integer':
      return type.name === 'bigint' ? negateBig(type, BIGINT_MIN) : negateSmall(type);
    case 'decimal':
      return over<bigint>((value) => -value);
    case 'money':
      return negateBig(type, MONEY_RANGES[type.name]?.min ?? BIGINT_MIN);
    case 'float':
      return over<number>((value) => -value);
    default:
      throw new Error(`no unary minus over ${type.name}`);
  }
}

function negateSmall(type: Type): OperateUnary {
  const min = type.name === 'tinyint' ? -255 : (RANGES[type.name]?.min ?? 0);
  return over<number>((value, env) => (value === min ? arithmeticFailure(env, overflow(type)) : 0 - value));
}

function negateBig(type: Type, min: bigint): OperateUnary {
  return over<bigint>((value, env) => (value === min ? arithmeticFailure(env, overflow(type)) : -value));
}

/** `~`: the complement within the type's width. */
export function bitNot(type: Type): OperateUnary {
  switch (type.name) {
    case 'bit':
      return over<number>((value) => 1 - value);
    case 'tinyint':
      return over<number>((value) => 255 - value);
    case 'bigint':
      return over<bigint>((value) => ~value);
    default:
      return over<number>((value) => ~value);
  }
}
