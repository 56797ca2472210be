/** What the tests of values share: a session's settings, conversions by short names, errors as text. */

import { DATETIME, datetime2, datetimeoffset, nvarchar, type Type, varchar } from '@sprocket/tsql';
import type { Environment, EvaluationOptions } from '../../src/environment.ts';
import { SqlError } from '../../src/errors.ts';
import { converter, type How } from '../../src/values/convert.ts';
import { NEUTRAL } from '../../src/values/neutral.ts';
import type { Value } from '../../src/values/value.ts';

export const V: Type = varchar(100);
export const N: Type = nvarchar(100);

/** A us_english session with the options that drivers set, and some of them changed. */
export function environment(options: Partial<EvaluationOptions> = {}): Environment {
  return { ...NEUTRAL, options: { ...NEUTRAL.options, ...options }, random: () => 0.5 };
}

export const ENV = environment();

/** What a piece of evaluation gives; an error as `number/state message`. */
export function outcome(evaluate: () => Value): Value {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof SqlError) return `${error.number}/${error.state} ${error.message}`;
    throw error;
  }
}

/** CAST or CONVERT of a value. */
export function cast(value: Exclude<Value, null>, from: Type, to: Type, how?: How, env: Environment = ENV): Value {
  return outcome(() => converter(from, to, how)(value, env));
}

/** `number/state` of a failing CAST. */
export function code(value: Exclude<Value, null>, from: Type, to: Type, how?: How, env: Environment = ENV): string {
  return String(cast(value, from, to, how, env)).split(' ')[0] ?? '';
}

/** The text of a date value in style 121. */
export function dateText(value: Value, type: Type): Value {
  return typeof value === 'string' || value === null ? value : cast(value, type, V, { style: 121 });
}

/** Text as a date of that type, written in style 121; an error as `number/state`. */
export function read(text: string, type: Type, how?: How, env: Environment = ENV): string {
  const value = cast(text, V, type, how, env);
  return typeof value === 'string' ? (value.split(' ')[0] ?? '') : String(dateText(value, type));
}

export const DT = DATETIME;
export const DT2 = datetime2(7);
export const DTO = datetimeoffset(7);
