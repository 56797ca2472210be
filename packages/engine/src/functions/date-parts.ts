/**
 * Date parts as the date functions use them: reading the keyword of a call, and which parts a type has. An unknown keyword is 155 with the function's
 * name; a part that the type lacks is 9810; one that the function does not know at all 9806.
 */

import type { Type } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../errors.ts';
import { type DatePart, datePartNamed } from '../values/datetime.ts';
import type { Argument } from './builtin.ts';

const DATE_PARTS: ReadonlySet<DatePart> = new Set(['year', 'quarter', 'month', 'dayofyear', 'day', 'week', 'weekday', 'iso_week']);
/** Parts of a second that smalldatetime, datetime and date cannot be moved by. */
const FINE_PARTS: ReadonlySet<DatePart> = new Set(['microsecond', 'nanosecond']);

/** The part that a call names in its first argument. */
export function datePartOf(argument: Argument | undefined, name: string): DatePart {
  const word = String(argument?.constant ?? '').trim();
  const part = datePartNamed(word);
  if (part === undefined) throw sqlError(155, word, name.toLowerCase());
  return part;
}

/** Refuses a part that values of the type do not have. */
export function checkPart(part: DatePart, type: Type, name: string): void {
  const missing =
    type.name === 'date'
      ? !DATE_PARTS.has(part)
      : type.name === 'time'
        ? DATE_PARTS.has(part) || part === 'tzoffset'
        : !hasOffset(part, type);
  if (missing) throw unsupportedPart(part, type, name);
}

const hasOffset = (part: DatePart, type: Type): boolean =>
  part !== 'tzoffset' || type.name === 'datetimeoffset' || type.name === 'datetime2';

/** The parts by which DATEADD moves a type. */
export function checkAddable(part: DatePart, type: Type, name: string): void {
  if (part === 'tzoffset' || part === 'iso_week') throw sqlError(9806, part, name.toLowerCase());
  checkPart(part, type, name);
  if (FINE_PARTS.has(part) && (type.name === 'datetime' || type.name === 'smalldatetime')) throw unsupportedPart(part, type, name);
}

/** 9810, whose state tells the functions apart and, for two of them, what the type lacks. */
export function unsupportedPart(part: DatePart, type: Type, name: string): Error {
  const lower = name.toLowerCase();
  return sqlErrorState(9810, stateOf(part, type, lower), part, lower === 'date_bucket' ? 'Date_Bucket' : lower, type.name);
}

function stateOf(part: DatePart, type: Type, name: string): number {
  const first = { datepart: 2, datename: 4 }[name];
  if (first === undefined) return name === 'datetrunc' ? 10 : part === 'tzoffset' ? 0 : 1;
  if (type.name === 'time') return first + 1;
  return type.name === 'date' ? first : name === 'datepart' ? 6 : 7;
}
