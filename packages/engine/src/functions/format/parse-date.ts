/**
 * PARSE of dates and times. The text is read as numbers, names and a clock; numbers take their meaning from the order of the culture's short date,
 * a year of four digits from itself. Weekdays are read over.
 */

import { daysFromCivil, isValidCivil, type Moment } from '../../values/datetime.ts';
import type { Culture } from './culture.ts';

const TICKS_PER_SECOND = 10_000_000;

/** The moment that a text names; undefined when it names none. `today` stands in for a date that is not there. */
export function parseDate(text: string, culture: Culture, today: number): (Moment & { readonly hasOffset: boolean }) | undefined {
  const { clock, rest } = takeClock(text.trim(), culture);
  if (clock === undefined) return undefined;
  const day = rest.trim() === '' ? (clock.found ? today : undefined) : readDay(rest, culture);
  if (day === undefined) return undefined;
  return { day, ticks: clock.ticks, offset: clock.offset, hasOffset: clock.hasOffset };
}

interface Clock {
  readonly found: boolean;
  readonly ticks: number;
  readonly offset: number;
  readonly hasOffset: boolean;
}

const NO_CLOCK: Clock = { found: false, ticks: 0, offset: 0, hasOffset: false };
const CLOCK = /(?:^|[\sT])(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?)?\s*(%HALVES%)?\s*(Z|[+-]\d{1,2}:\d{2})?\s*$/iu;

/** Takes the time off the end; `clock` is undefined when it is no time of day. */
function takeClock(text: string, culture: Culture): { readonly clock: Clock | undefined; readonly rest: string } {
  const halves = ['AM', 'PM', ...culture.halves].filter((half) => half !== '').map((half) => half.replace(/\./g, '\\.'));
  const match = new RegExp(CLOCK.source.replace('%HALVES%', halves.join('|')), 'iu').exec(text);
  const [, hour = '', minute, second = '0', fraction = '', half, zone] = match ?? [];
  if (match === null || (minute === undefined && half === undefined)) return { clock: NO_CLOCK, rest: text };
  const rest = text.slice(0, match.index);
  const isAfternoon = half !== undefined && [culture.halves[1].toLowerCase(), 'pm'].includes(half.toLowerCase());
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  const valid = hours < 24 && Number(minute ?? 0) < 60 && Number(second) < 60 && (half === undefined || Number(hour) <= 12);
  if (!valid) return { clock: undefined, rest };
  const seconds = (hours * 60 + Number(minute ?? 0)) * 60 + Number(second);
  const ticks = seconds * TICKS_PER_SECOND + Number(fraction.padEnd(7, '0').slice(0, 7));
  return { clock: { found: true, ticks, offset: readZone(zone), hasOffset: zone !== undefined }, rest };
}

function readZone(zone: string | undefined): number {
  const match = /^([+-])(\d{1,2}):(\d{2})$/.exec(zone ?? '');
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** Numbers of one to four digits, and words with letters. */
const WORDS = /\d+|[\p{L}\p{M}]+\.?/gu;

function readDay(text: string, culture: Culture): number | undefined {
  const words = [...text.matchAll(WORDS)].map(([word]) => word);
  const months = words.map((word) => monthOf(word, culture)).filter((month) => month > 0);
  const others = words.filter((word) => !/^\d/.test(word) && monthOf(word, culture) === 0 && !isFiller(word, culture));
  const numbers = words.filter((word) => /^\d/.test(word));
  if (others.length > 0 || months.length > 1) return undefined;
  const [named] = months;
  const parts = named === undefined ? numericDate(numbers, culture) : namedDate(named, numbers);
  return parts !== undefined && isValidCivil(...parts) ? daysFromCivil(...parts) : undefined;
}

function monthOf(word: string, culture: Culture): number {
  const bare = word.toLowerCase().replace(/\.$/, '');
  const lists = [culture.months, culture.genitiveMonths, culture.shortMonths];
  return lists.reduce((found, names) => found || names.findIndex((name) => name.toLowerCase().replace(/\.$/, '') === bare) + 1, 0);
}

/** Weekdays, and the small words of long dates: `den`, `de`, `г.`, 年. */
function isFiller(word: string, culture: Culture): boolean {
  const bare = word.toLowerCase().replace(/\.$/, '');
  const names = [...culture.days, ...culture.shortDays].map((name) => name.toLowerCase().replace(/\.$/, ''));
  const quoted = [...culture.longDate.matchAll(/'([^']*)'/g)].map(([, text = '']) => text.trim().toLowerCase().replace(/\.$/, ''));
  return names.includes(bare) || quoted.includes(bare);
}

type Civil = [year: number, month: number, day: number];

function namedDate(month: number, numbers: readonly string[]): Civil | undefined {
  if (numbers.length !== 2) return undefined;
  const [a = '', b = ''] = numbers;
  return a.length > 2 ? [Number(a), month, Number(b)] : [yearOf(b), month, Number(a)];
}

function numericDate(numbers: readonly string[], culture: Culture): Civil | undefined {
  if (numbers.length !== 3) return undefined;
  const order = numbers[0]!.length > 2 ? 'yMd' : [...new Set(culture.shortDate.replace(/[^dMy]/g, ''))].join('');
  const part = (letter: string): string => numbers[order.indexOf(letter)] ?? '';
  return [yearOf(part('y')), Number(part('M')), Number(part('d'))];
}

/** Two digits up to 49 are of this century. */
function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 50 ? 2000 : 1900);
}
