/** The pieces that both date parsers read: clocks, years of two digits, month names, numeric dates in an order. */

import type { DateFormat } from '../../environment.ts';
import { daysFromCivil, isValidCivil } from './calendar.ts';
import { daysFromHijri, daysInHijriMonth } from './hijri.ts';
import type { Language } from './languages.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from './limits.ts';

/** A clock as written. */
export interface Clock {
  readonly hour: string;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  /** Digits behind the point; milliseconds behind a colon are given as three digits. */
  readonly fraction?: string | undefined;
  /** AM, PM or nothing. */
  readonly marker?: string | undefined;
}

/** Ticks since midnight; undefined when a field is out of its range. Digits beyond the seventh are rounded. */
export function ticksOf(clock: Clock): number | undefined {
  const hour = hourOf(Number(clock.hour), clock.marker?.toUpperCase());
  const minute = Number(clock.minute ?? 0);
  const second = Number(clock.second ?? 0);
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  return hour * TICKS_PER_HOUR + minute * TICKS_PER_MINUTE + second * TICKS_PER_SECOND + fractionTicks(clock.fraction ?? '');
}

function hourOf(hour: number, marker: string | undefined): number | undefined {
  if (hour > 23) return undefined;
  if (marker === 'AM') return hour > 12 ? undefined : hour % 12;
  if (marker === 'PM') return hour === 0 ? undefined : hour < 12 ? hour + 12 : hour;
  return hour;
}

function fractionTicks(digits: string): number {
  const ticks = Number(digits.slice(0, 7).padEnd(7, '0'));
  return digits.length > 7 && digits[7]! >= '5' ? ticks + 1 : ticks;
}

/** The digits of a fraction: those behind a colon are milliseconds. */
export function fractionDigits(separator: string | undefined, digits: string | undefined): string {
  return separator === ':' ? (digits ?? '').padStart(3, '0') : (digits ?? '');
}

/** One and two digits lie between 1950 and 2049, and so do three below 100. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 3 || year > 99) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** 1 to 12 for the full or short name of a month, in any case; 0 for any other word. */
export function monthNamed(word: string, language: Language): number {
  const lower = word.toLowerCase();
  const is = (name: string) => name.toLowerCase() === lower;
  return Math.max(language.months.findIndex(is), language.shortMonths.findIndex(is)) + 1;
}

/** The day number of a date; undefined when there is no such date. */
export function dayOf(year: number, month: number, day: number): number | undefined {
  return isValidCivil(year, month, day) ? daysFromCivil(year, month, day) : undefined;
}

/** The same in the Islamic calendar. */
export function hijriDayOf(year: number, month: number, day: number): number | undefined {
  const valid = year >= 1 && year <= 9666 && month >= 1 && month <= 12 && day >= 1 && day <= daysInHijriMonth(year, month);
  return valid ? daysFromHijri(year, month, day) : undefined;
}

/** Which of three numbers is the year, the month and the day when the year stands at `year`. */
export function orderParts<T>(parts: readonly [T, T, T], year: number, order: DateFormat): { year: T; month: T; day: T } {
  const [first, second] = [0, 1, 2].filter((index) => index !== year) as [number, number];
  const monthFirst = order.indexOf('m') < order.indexOf('d');
  return { year: parts[year]!, month: parts[monthFirst ? first : second]!, day: parts[monthFirst ? second : first]! };
}

/** The day and year beside a month name: four digits are the year, else the day stands first. Undefined when they cannot be told apart. */
export function dayAndYear(numbers: readonly string[]): { readonly day: string; readonly year: string } | undefined {
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return undefined;
  if (second === undefined) return first.length === 4 ? { day: '1', year: first } : undefined;
  if (first.length === 4) return second.length === 4 ? undefined : { day: second, year: first };
  return { day: first, year: second };
}
