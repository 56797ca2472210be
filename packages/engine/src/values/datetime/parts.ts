/**
 * Date parts: their names and abbreviations, reading one from a moment, adding some of them, and counting how many boundaries of one lie between
 * two moments. Source: DATEPART, DATEADD and DATEDIFF (Transact-SQL).
 */

import type { Type } from '@sprocket/tsql';
import type { Present } from '../value.ts';
import { civilFromDays, dayOfYear, daysFromCivil, daysInMonth, isoWeek, week, weekday } from './calendar.ts';
import { DAY_MAX, TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND, UNITS_PER_DAY } from './limits.ts';
import { atOffset, fromMoment, type Moment, momentOf } from './moment.ts';

export type DatePart =
  | 'year'
  | 'quarter'
  | 'month'
  | 'dayofyear'
  | 'day'
  | 'week'
  | 'weekday'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'microsecond'
  | 'nanosecond'
  | 'tzoffset'
  | 'iso_week';

const NAMES: Readonly<Record<DatePart, string>> = {
  year: 'year yy yyyy',
  quarter: 'quarter qq q',
  month: 'month mm m',
  dayofyear: 'dayofyear dy y',
  day: 'day dd d',
  week: 'week wk ww',
  weekday: 'weekday dw w',
  hour: 'hour hh',
  minute: 'minute mi n',
  second: 'second ss s',
  millisecond: 'millisecond ms',
  microsecond: 'microsecond mcs',
  nanosecond: 'nanosecond ns',
  tzoffset: 'tzoffset tz',
  iso_week: 'iso_week isowk isoww',
};

const BY_NAME: ReadonlyMap<string, DatePart> = new Map(
  (Object.keys(NAMES) as DatePart[]).flatMap((part) => NAMES[part].split(' ').map((name) => [name, part] as const)),
);

/** The part of that name or abbreviation. */
export function datePartNamed(name: string): DatePart | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** DATEPART of a moment. `dateFirst` matters to week and weekday only. */
export function partOf(part: DatePart, moment: Moment, dateFirst: number): number {
  const { day, ticks } = moment;
  switch (part) {
    case 'year':
      return civilFromDays(day).year;
    case 'quarter':
      return Math.ceil(civilFromDays(day).month / 3);
    case 'month':
      return civilFromDays(day).month;
    case 'dayofyear':
      return dayOfYear(day);
    case 'day':
      return civilFromDays(day).day;
    case 'week':
      return week(day, dateFirst);
    case 'weekday':
      return weekday(day, dateFirst);
    case 'iso_week':
      return isoWeek(day);
    case 'hour':
      return Math.floor(ticks / TICKS_PER_HOUR);
    case 'minute':
      return Math.floor(ticks / TICKS_PER_MINUTE) % 60;
    case 'second':
      return Math.floor(ticks / TICKS_PER_SECOND) % 60;
    case 'millisecond':
      return Math.floor((ticks % TICKS_PER_SECOND) / 10_000);
    case 'microsecond':
      return Math.floor((ticks % TICKS_PER_SECOND) / 10);
    case 'nanosecond':
      return (ticks % TICKS_PER_SECOND) * 100;
    case 'tzoffset':
      return moment.offset;
  }
}

/** DATEADD: the value moved by `amount` parts, in the same type; undefined when it leaves the type's range. */
export function dateAdd(part: DatePart, amount: number | bigint, value: Present, type: Type): Present | undefined {
  if (type.name === 'datetime' && part === 'millisecond') return addUnits(value as number, Number(amount));
  const moved = addToMoment(part, Number(amount), momentOf(type)(value));
  if (moved === undefined) return undefined;
  return fromMoment(type)(type.name === 'time' ? { ...moved, day: 0 } : moved);
}

/** A moment moved by `amount` parts; undefined when it leaves the years 1 to 9999. */
export function addToMoment(part: DatePart, amount: number, moment: Moment): Moment | undefined {
  const months = MONTHS[part];
  if (months !== undefined) return addMonths(moment, amount * months);
  const ticks = TICKS[part];
  if (ticks === undefined) return inRange({ ...moment, day: moment.day + amount * (part === 'week' ? 7 : 1) });
  const perDay = TICKS_PER_DAY / ticks;
  const days = Math.trunc(amount / perDay);
  const total = moment.ticks + Math.round((amount - days * perDay) * ticks);
  const carried = Math.floor(total / TICKS_PER_DAY);
  return inRange({ day: moment.day + days + carried, ticks: total - carried * TICKS_PER_DAY, offset: moment.offset });
}

/** DATEDIFF: the boundaries of a part crossed from `start` to `end`; moments with an offset are compared by UTC. */
export function dateDiff(part: DatePart, start: Moment, end: Moment): bigint {
  const from = atOffset(start, 0);
  const to = atOffset(end, 0);
  const months = MONTHS[part];
  if (months !== undefined) return BigInt(Math.floor(monthNumber(to) / months) - Math.floor(monthNumber(from) / months));
  const ticks = TICKS[part];
  // Weeks begin on Sunday whatever DATEFIRST says; day 0 is a Monday.
  if (part === 'week') return BigInt(Math.floor((to.day + 1) / 7) - Math.floor((from.day + 1) / 7));
  if (ticks === undefined) return BigInt(to.day - from.day);
  if (ticks < 1) return (totalTicks(to) - totalTicks(from)) * 100n;
  return totalTicks(to) / BigInt(ticks) - totalTicks(from) / BigInt(ticks);
}

/** Months in the parts that count months. */
const MONTHS: Partial<Record<DatePart, number>> = { year: 12, quarter: 3, month: 1 };

/** Ticks in the parts of a day. */
const TICKS: Partial<Record<DatePart, number>> = {
  hour: TICKS_PER_HOUR,
  minute: TICKS_PER_MINUTE,
  second: TICKS_PER_SECOND,
  millisecond: 10_000,
  microsecond: 10,
  nanosecond: 0.01,
};

function addMonths(moment: Moment, count: number): Moment | undefined {
  const { year, month, day } = civilFromDays(moment.day);
  const total = year * 12 + month - 1 + count;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  if (!(newYear >= 1 && newYear <= 9999)) return undefined;
  return { ...moment, day: daysFromCivil(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth))) };
}

/** datetime keeps 1/300 s, so milliseconds are rounded to them: adding 1 ms changes nothing, 2 ms adds 3.33. */
function addUnits(value: number, milliseconds: number): number | undefined {
  const units = value + Math.round((milliseconds * 3) / 10);
  const day = Math.floor(units / UNITS_PER_DAY);
  const moment = { day: 0, ticks: 0, offset: 0 };
  return fromMoment(DATETIME)({ ...moment, day: day + DAYS_TO_1900 }) === undefined ? undefined : units;
}

const DATETIME: Type = { name: 'datetime', length: 0, precision: 0, scale: 0 };
const DAYS_TO_1900 = daysFromCivil(1900, 1, 1);

function inRange(moment: Moment): Moment | undefined {
  return moment.day >= 0 && moment.day <= DAY_MAX ? moment : undefined;
}

function monthNumber({ day }: Moment): number {
  const { year, month } = civilFromDays(day);
  return year * 12 + month - 1;
}

function totalTicks({ day, ticks }: Moment): bigint {
  return BigInt(day) * BigInt(TICKS_PER_DAY) + BigInt(ticks);
}
