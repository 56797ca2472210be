/**
 * The errors of evaluating values, worded in one place: overflow of an expression, of a conversion, division by zero. Type words are the ones
 * that SQL Server prints: decimal is called numeric and rowversion timestamp.
 */

import type { Type } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { type SqlError, sqlError, sqlErrorState } from '../errors.ts';

/** The word for a type in an error text. */
export function typeWord(type: Type): string {
  switch (type.name) {
    case 'decimal':
      return 'numeric';
    case 'rowversion':
      return 'timestamp';
    default:
      return type.name;
  }
}

/** 8115: the result of an operator leaves its type. */
export function overflow(type: Type): SqlError {
  return sqlError(8115, 'expression', typeWord(type));
}

/** 8115 with the source type's word and the state by which SQL Server tells the causes apart. */
export function conversionOverflow(from: string, to: Type, state: number): SqlError {
  return sqlErrorState(8115, state, from, typeWord(to));
}

/** An arithmetic error: raised, or NULL and a warning (not under ARITHIGNORE) when both ANSI_WARNINGS and ARITHABORT are OFF. */
export function arithmeticFailure(env: Environment, error: SqlError): null {
  if (env.options.ansiWarnings || env.options.arithAbort) throw error;
  if (env.options.arithIgnore !== true) env.warn(error.number === 8134 ? 3607 : 3606);
  return null;
}
