/**
 * Reads dates and times as SQL Server does: numeric dates in the order of DATEFORMAT, month names of the session's language, unseparated dates,
 * ISO 8601, a time before or after the date, AM and PM, an offset. Nothing at all is midnight of 1900-01-01.
 *
 * datetime and smalldatetime (*legacy* here) differ from the later types: `yyyy-mm-dd` follows DATEFORMAT, fractions have three digits, ISO 8601
 * needs its seconds, an offset is refused, and a date that reads well but does not exist is another error than one that does not read at all.
 * Source: "Supported string literal formats" of the date and time types.
 */

import type { DateFormat } from '../../environment.ts';
import { daysFromCivil, isValidCivil } from './calendar.ts';
import type { Language } from './languages.ts';
import { DAY_1900, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from './limits.ts';
import type { Moment } from './moment.ts';

export interface ParseRules {
  readonly dateFormat: DateFormat;
  readonly language: Language;
  /** datetime and smalldatetime. */
  readonly legacy: boolean;
}

/** The moment; or why there is none: the text is not a date (`syntax`), or names one that does not exist (`range`). */
export type Parsed = Moment | 'syntax' | 'range';

export function parseDateTime(text: string, rules: ParseRules): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return { day: DAY_1900, ticks: 0, offset: 0 };
  const iso = ISO.exec(trimmed);
  return iso === null ? parseLoose(trimmed, rules) : parseIso(iso, rules);
}

const ISO = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?$/;

function parseIso(match: RegExpExecArray, rules: ParseRules): Parsed {
  const [, year, month, day, hour, minute, second, fraction = '', zone] = match;
  if (rules.legacy && (second === undefined || (zone !== undefined && zone !== 'Z'))) return 'syntax';
  const date = dayOf(Number(year), Number(month), Number(day));
  const time = ticksOf({ hour: Number(hour), minute: Number(minute), second: Number(second ?? 0), fraction, marker: '' }, rules);
  return combine(date, time, zone === undefined || zone === 'Z' ? 0 : offsetOf(zone));
}

/** A time with its clock; an offset may follow it. */
const TIME = /(?:^|[\s,])(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:([:.])(\d+))?)?)?\s*([AP]M)?(?:\s*(Z|[+-]\d{1,2}:\d\d))?(?=$|\s)/gi;

function parseLoose(text: string, rules: ParseRules): Parsed {
  const match = findTime(text);
  if (match === undefined) return combine(parseDate(text, rules), 0, 0);
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  const [, hour, minute, second, separator, digits, marker = '', zone] = match;
  if (zone !== undefined && rules.legacy) return 'syntax';
  const fraction = separator === ':' ? digits!.padStart(3, '0') : (digits ?? '');
  const time = ticksOf({ hour: Number(hour), minute: Number(minute ?? 0), second: Number(second ?? 0), fraction, marker }, rules);
  const date = rest === '' ? DAY_1900 : parseDate(rest, rules);
  return combine(date, time, zone === undefined || zone.toUpperCase() === 'Z' ? 0 : offsetOf(zone));
}

/** The part of the text that is a time: it has a colon or AM/PM. */
function findTime(text: string): RegExpExecArray | undefined {
  TIME.lastIndex = 0;
  for (let match = TIME.exec(text); match !== null; match = TIME.exec(text)) {
    if (match[2] !== undefined || match[6] !== undefined) return match;
    TIME.lastIndex = match.index + 1;
  }
  return undefined;
}

function combine(date: number | 'syntax' | 'range', time: number | 'syntax' | 'range', offset: number | 'range'): Parsed {
  if (date === 'syntax' || time === 'syntax') return 'syntax';
  if (date === 'range' || time === 'range' || offset === 'range') return 'range';
  return { day: date, ticks: time, offset };
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: string;
  readonly marker: string;
}

function ticksOf({ hour, minute, second, fraction, marker }: Clock, rules: ParseRules): number | 'syntax' | 'range' {
  if (fraction.length > (rules.legacy ? 3 : 7)) return 'syntax';
  const hours = hourOf(hour, marker.toUpperCase());
  if (hours === undefined || minute > 59 || second > 59) return 'range';
  return hours * TICKS_PER_HOUR + minute * TICKS_PER_MINUTE + second * TICKS_PER_SECOND + Number(fraction.padEnd(7, '0'));
}

function hourOf(hour: number, marker: string): number | undefined {
  if (hour > 23) return undefined;
  if (marker === 'AM') return hour > 12 ? undefined : hour % 12;
  if (marker === 'PM') return hour === 0 ? undefined : hour < 12 ? hour + 12 : hour;
  return hour;
}

function offsetOf(zone: string): number | 'range' {
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  const total = hours * 60 + minutes;
  return minutes > 59 || total > 840 ? 'range' : zone[0] === '-' ? -total : total;
}

function parseDate(text: string, rules: ParseRules): number | 'syntax' | 'range' {
  if (/\p{L}/u.test(text)) return parseNamed(text, rules);
  if (/^\d+$/.test(text)) return parseUnseparated(text);
  const match = NUMERIC.exec(text);
  return match === null ? 'syntax' : parseNumeric([match[1]!, match[2]!, match[3]!], rules);
}

const NUMERIC = /^(\d{1,4})\s*[-/.]\s*(\d{1,4})\s*[-/.]\s*(\d{1,4})$/;

/** yyyy, yymmdd or yyyymmdd, whatever DATEFORMAT says. */
function parseUnseparated(text: string): number | 'syntax' | 'range' {
  switch (text.length) {
    case 4:
      return dayOf(Number(text), 1, 1);
    case 6:
      return dayOf(fullYear(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)));
    case 8:
      return dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
    default:
      return 'syntax';
  }
}

function parseNumeric(parts: readonly [string, string, string], rules: ParseRules): number | 'syntax' | 'range' {
  if (parts.some((part) => part.length === 3)) return 'syntax';
  const long = parts.findIndex((part) => part.length === 4);
  if (long >= 0 && parts.some((part, index) => index !== long && part.length === 4)) return 'syntax';
  const order = long === 0 && !rules.legacy ? 'ymd' : rules.dateFormat;
  const year = long >= 0 ? long : order.indexOf('y');
  const others = [0, 1, 2].filter((index) => index !== year);
  const monthFirst = order.indexOf('m') < order.indexOf('d');
  const month = parts[others[monthFirst ? 0 : 1]!]!;
  const day = parts[others[monthFirst ? 1 : 0]!]!;
  return dayOf(fullYear(parts[year]!), Number(month), Number(day));
}

const WORDS = /^[\p{L}\d\s,./-]+$/u;

/** A month by its name with a day and a year around it in any order; the day may be missing. */
function parseNamed(text: string, rules: ParseRules): number | 'syntax' | 'range' {
  if (!WORDS.test(text)) return 'syntax';
  const names = text.match(/\p{L}+/gu) ?? [];
  const numbers = text.match(/\d+/g) ?? [];
  const month = names.length === 1 ? monthNamed(names[0]!, rules.language) : 0;
  if (month === 0 || numbers.length === 0 || numbers.length > 2 || numbers.some((n) => n.length === 3 || n.length > 4)) return 'syntax';
  if (numbers.length === 1) return dayOf(fullYear(numbers[0]!), month, 1);
  const yearFirst = numbers[0]!.length === 4;
  const [day, year] = yearFirst ? [numbers[1]!, numbers[0]!] : [numbers[0]!, numbers[1]!];
  return day.length > 2 ? 'syntax' : dayOf(fullYear(year), month, Number(day));
}

/** 1 to 12, or 0 when the word is no month. */
function monthNamed(word: string, language: Language): number {
  const lower = word.toLowerCase();
  const is = (name: string) => name.toLowerCase() === lower;
  return Math.max(language.months.findIndex(is), language.shortMonths.findIndex(is)) + 1;
}

/** Two digits lie between 1950 and 2049. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function dayOf(year: number, month: number, day: number): number | 'range' {
  return isValidCivil(year, month, day) ? daysFromCivil(year, month, day) : 'range';
}
