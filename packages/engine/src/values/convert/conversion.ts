/** The shapes that the conversions of every family share. */

import type { Environment } from '../../environment.ts';
import type { Present, Value } from '../value.ts';

/** Converts a value that is not NULL; raises SqlError when the value does not fit. */
export type Convert = (value: Present, env: Environment) => Value;

/** The same over the JavaScript form of one family of types. */
export type From<T extends Present> = (value: T, env: Environment) => Value;

/** Forgets the form: the source type with which the conversion was chosen says that only such values arrive. */
export function from<T extends Present>(convert: From<T>): Convert {
  return convert as unknown as Convert;
}

/** How a conversion is asked for. */
export interface How {
  /** The style of CONVERT. */
  readonly style?: number;
  /** TRY_CAST, TRY_CONVERT: NULL instead of an error. */
  readonly isTry?: boolean;
  /** CAST or CONVERT rather than an assignment or an operator; which pairs are allowed differs, values convert alike. */
  readonly explicit?: boolean;
}

/** Between types of one form. */
export const identity: Convert = (value) => value;
