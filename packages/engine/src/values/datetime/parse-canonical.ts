/**
 * The forms in which programs write dates, read without the grammar: yyyy-mm-dd and yyyymmdd, alone or with hh:mm:ss and up to three digits of a
 * fraction. Both parsers give them this meaning whenever the month comes before the day; everything else is left to them.
 */

import { TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from './limits.ts';
import type { Moment } from './moment.ts';
import type { ParseRules } from './parse.ts';
import { dayOf } from './parse-parts.ts';

/** The moment; undefined when the text has another form, or names no moment. */
export function readCanonical(text: string, rules: ParseRules): Moment | undefined {
  if (rules.style !== undefined) return undefined;
  const dashed = text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH;
  if (dashed && rules.legacy && rules.dateFormat.indexOf('m') > rules.dateFormat.indexOf('d')) return undefined;
  const end = dashed ? 10 : 8;
  const year = digits(text, 0, 4);
  const month = dashed ? digits(text, 5, 7) : digits(text, 4, 6);
  const date = digits(text, end - 2, end);
  if (year < 0 || month < 0 || date < 0) return undefined;
  const day = dayOf(year, month, date);
  const ticks = text.length === end ? 0 : readClock(text, end);
  return day === undefined || ticks === undefined ? undefined : { day, ticks, offset: 0 };
}

const DASH = 45;
const COLON = 58;
const POINT = 46;
const BLANK = 32;

/** The clock behind a date: ` hh:mm:ss` and perhaps `.f`, `.ff` or `.fff` to the end of the text. */
function readClock(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) !== BLANK || text.charCodeAt(at + 3) !== COLON || text.charCodeAt(at + 6) !== COLON) return undefined;
  const hour = digits(text, at + 1, at + 3);
  const minute = digits(text, at + 4, at + 6);
  const second = digits(text, at + 7, at + 9);
  const fraction = readFraction(text, at + 9);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || fraction < 0) return undefined;
  return hour * TICKS_PER_HOUR + minute * TICKS_PER_MINUTE + second * TICKS_PER_SECOND + fraction;
}

function readFraction(text: string, at: number): number {
  if (text.length === at) return 0;
  const count = text.length - at - 1;
  if (text.charCodeAt(at) !== POINT || count < 1 || count > 3) return -1;
  return digits(text, at + 1, text.length) * 10 ** (7 - count);
}

/** The number that the digits from `start` to `end` spell; negative when they are not all digits. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
