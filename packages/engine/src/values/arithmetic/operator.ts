/** The shapes that every family of operators shares. */

import type { Environment } from '../../environment.ts';
import type { Present, Value } from '../value.ts';

/** Binary operators as T-SQL writes them. */
export type Operator = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '<<' | '>>';

/** Evaluates an operator over two values that are not NULL. */
export type Operate = (left: Present, right: Present, env: Environment) => Value;

/** The same over the JavaScript form of one family. */
export type Over<T extends Present> = (left: T, right: T, env: Environment) => Value;

/** Forgets the form: the types with which the operator was chosen say that only such values arrive. */
export function over<T extends Present>(operate: Over<T>): Operate {
  return operate as unknown as Operate;
}

/** The operator does not exist for this family; the binder never asks for it. */
export function noOperator(op: Operator, family: string): never {
  throw new Error(`operator ${op} is not defined for ${family}`);
}
