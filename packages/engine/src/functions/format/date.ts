/**
 * .NET's date formats, standard (one letter) and custom. A standard letter stands for a pattern of the culture; a custom pattern is runs of letters,
 * quoted text and separators. An unknown single letter is NULL, as .NET refuses it.
 */

import { civilFromDays, isoWeekday, type Moment } from '../../values/datetime.ts';
import type { Culture } from './culture.ts';

export interface FormattedDate extends Moment {
  /** True for datetimeoffset, whose offset K shows. */
  readonly hasOffset: boolean;
}

/** The text of a moment; null when the format does not apply. */
export function formatDate(date: FormattedDate, format: string, culture: Culture): string | null {
  if (format === '') return writeDate(date, `${culture.shortDate} ${culture.longTime}`, culture);
  if (format.length > 1) return writeDate(date, format, culture);
  const pattern = STANDARD[format]?.(culture);
  if (pattern === undefined) return null;
  return writeDate(format === 'R' || format === 'r' || format === 'u' ? toUtc(date) : date, pattern, culture);
}

const round = (): string => "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK";
const rfc1123 = (): string => "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";

const STANDARD: Readonly<Record<string, (culture: Culture) => string>> = {
  d: (c) => c.shortDate,
  D: (c) => c.longDate,
  f: (c) => `${c.longDate} ${c.shortTime}`,
  F: (c) => `${c.longDate} ${c.longTime}`,
  g: (c) => `${c.shortDate} ${c.shortTime}`,
  G: (c) => `${c.shortDate} ${c.longTime}`,
  M: (c) => c.monthDay,
  m: (c) => c.monthDay,
  O: round,
  o: round,
  R: rfc1123,
  r: rfc1123,
  s: () => "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  t: (c) => c.shortTime,
  T: (c) => c.longTime,
  u: () => "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
  U: (c) => `${c.longDate} ${c.longTime}`,
  Y: (c) => c.yearMonth,
  y: (c) => c.yearMonth,
};

const TICKS_PER_DAY = 864_000_000_000;

function toUtc(date: FormattedDate): FormattedDate {
  const total = date.ticks - date.offset * 600_000_000;
  const carried = Math.floor(total / TICKS_PER_DAY);
  return { ...date, day: date.day + carried, ticks: total - carried * TICKS_PER_DAY };
}

const PIECES = /([dfFghHKmMstyz])\1*|'([^']*)'?|"([^"]*)"?|\\([\s\S])|%([dfFghHKmMstyz])|[\s\S]/g;

function writeDate(date: FormattedDate, pattern: string, culture: Culture): string {
  const genitive = /(?<!d)d{1,2}(?!d)/.test(pattern.replace(/'[^']*'|"[^"]*"|\\./g, ''));
  let text = '';
  for (const [piece, letter, single, double, escaped, lone] of pattern.matchAll(PIECES)) {
    if (letter !== undefined) text = field(text, date, piece, culture, genitive);
    else if (lone !== undefined) text = field(text, date, lone, culture, genitive);
    else if (piece === '/') text += culture.dateSeparator;
    else if (piece === ':') text += culture.timeSeparator;
    else text += single ?? double ?? escaped ?? piece;
  }
  return text;
}

/** `text` with a field behind it; an absent fraction (F) takes the point before it away. */
function field(text: string, date: FormattedDate, run: string, culture: Culture, genitive: boolean): string {
  if (run[0] === 'F') {
    const digits = fraction(date.ticks, run.length).replace(/0+$/, '');
    return digits === '' && text.endsWith('.') ? text.slice(0, -1) : text + digits;
  }
  return text + writeField(date, run, culture, genitive);
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The first digits of the second's fraction. */
export function fraction(ticks: number, digits: number): string {
  return pad(ticks % 10_000_000, 7).slice(0, digits);
}

function writeField(date: FormattedDate, run: string, culture: Culture, genitive: boolean): string {
  const { year, month, day } = civilFromDays(date.day);
  const seconds = Math.floor(date.ticks / 10_000_000);
  const hour = Math.floor(seconds / 3600);
  const width = Math.min(run.length, 2);
  switch (run[0]) {
    case 'd':
      return run.length <= 2 ? pad(day, width) : dayName(date.day, run.length, culture);
    case 'M':
      return run.length <= 2 ? pad(month, width) : monthName(month, run.length, culture, genitive);
    case 'y':
      return run.length <= 2 ? pad(year % 100, width) : pad(year, run.length);
    case 'h':
      return pad(hour % 12 || 12, width);
    case 'H':
      return pad(hour, width);
    case 'm':
      return pad(Math.floor(seconds / 60) % 60, width);
    case 's':
      return pad(seconds % 60, width);
    case 'f':
      return fraction(date.ticks, run.length);
    case 't':
      return culture.halves[hour < 12 ? 0 : 1].slice(0, run.length === 1 ? 1 : undefined);
    case 'g':
      return 'A.D.';
    case 'K':
      return date.hasOffset ? offsetText(date.offset, 3).repeat(run.length) : '';
    default:
      return offsetText(date.offset, run.length);
  }
}

function dayName(days: number, length: number, culture: Culture): string {
  return (length === 3 ? culture.shortDays : culture.days)[isoWeekday(days) % 7] ?? '';
}

function monthName(month: number, length: number, culture: Culture, genitive: boolean): string {
  const names = length === 3 ? culture.shortMonths : genitive ? culture.genitiveMonths : culture.months;
  return names[month - 1] ?? '';
}

/** z, zz and zzz: hours, hours of two digits, hours and minutes. */
function offsetText(offset: number, length: number): string {
  const minutes = Math.abs(offset);
  const hours = pad(Math.floor(minutes / 60), length === 1 ? 1 : 2);
  return `${offset < 0 ? '-' : '+'}${hours}${length >= 3 ? `:${pad(minutes % 60, 2)}` : ''}`;
}
