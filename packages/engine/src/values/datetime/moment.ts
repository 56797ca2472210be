/**
 * One shape for every date and time type: a day, the ticks within it and an offset. Conversions and date functions work on it; `momentOf` reads it
 * from a value, `fromMoment` writes it as a type with that type's rounding and range. Both are chosen once by type.
 */

import type { Type } from '@sprocket/tsql';
import type { DateTimeOffset, Present, Value } from '../value.ts';
import {
  BIG_TICKS_PER_DAY,
  BIG_TICKS_PER_MINUTE,
  DATETIME_MAX,
  DATETIME_MIN,
  DAY_1900,
  DAY_MAX,
  MINUTES_PER_DAY,
  SMALLDATETIME_MAX,
  TICKS_END,
  TICKS_PER_DAY,
  TICKS_PER_MINUTE,
  UNITS_PER_DAY,
} from './limits.ts';

export interface Moment {
  /** Days since 0001-01-01, by the local clock. */
  readonly day: number;
  /** 100 ns ticks since midnight. */
  readonly ticks: number;
  /** Minutes east of UTC; 0 for types without an offset. */
  readonly offset: number;
}

/** Reads values of a date or time type; a time is on 1900-01-01. */
export function momentOf(type: Type): (value: Present) => Moment {
  switch (type.name) {
    case 'date':
      return (value) => ({ day: value as number, ticks: 0, offset: 0 });
    case 'time':
      return (value) => ({ day: DAY_1900, ticks: value as number, offset: 0 });
    case 'datetime':
      return (value) => fromUnits(value as number);
    case 'smalldatetime':
      return (value) => fromMinutes(value as number);
    case 'datetime2':
      return (value) => fromTicks(value as bigint, 0);
    case 'datetimeoffset':
      return (value) => fromOffset(value as DateTimeOffset);
    default:
      throw new Error(`${type.name} is not a date or time type`);
  }
}

/** Writes values of a date or time type: rounded to its precision, undefined out of its range. */
export function fromMoment(type: Type): (moment: Moment) => Exclude<Value, null> | undefined {
  switch (type.name) {
    case 'date':
      return ({ day }) => (day >= 0 && day <= DAY_MAX ? day : undefined);
    case 'time':
      return ({ ticks }) => timeOf(ticks, type.scale);
    case 'datetime':
      return toUnits;
    case 'smalldatetime':
      return toMinutes;
    case 'datetime2':
      return (moment) => toTicks(moment, type.scale, 0);
    case 'datetimeoffset':
      return (moment) => toOffset(moment, type.scale);
    default:
      throw new Error(`${type.name} is not a date or time type`);
  }
}

/** The same moment by the clock of another offset. */
export function atOffset(moment: Moment, offset: number): Moment {
  return moment.offset === offset ? moment : shifted(moment, (offset - moment.offset) * TICKS_PER_MINUTE, offset);
}

/** A time never wraps around midnight: what would round up to it is cut. */
function timeOf(ticks: number, scale: number): number {
  const rounded = roundTicks(ticks, scale);
  return rounded < TICKS_PER_DAY ? rounded : ticks - (ticks % 10 ** (7 - scale));
}

/** Ticks rounded half up to so many fractional digits. */
export function roundTicks(ticks: number, scale: number): number {
  if (scale >= 7) return ticks;
  const unit = 10 ** (7 - scale);
  return Math.floor((ticks + unit / 2) / unit) * unit;
}

function shifted(moment: Moment, by: number, offset: number): Moment {
  const total = moment.ticks + by;
  const days = Math.floor(total / TICKS_PER_DAY);
  return { day: moment.day + days, ticks: total - days * TICKS_PER_DAY, offset };
}

function fromUnits(units: number): Moment {
  const days = Math.floor(units / UNITS_PER_DAY);
  return { day: DAY_1900 + days, ticks: Math.round(((units - days * UNITS_PER_DAY) * 100_000) / 3), offset: 0 };
}

function fromMinutes(minutes: number): Moment {
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  return { day: DAY_1900 + days, ticks: (minutes - days * MINUTES_PER_DAY) * TICKS_PER_MINUTE, offset: 0 };
}

function fromTicks(ticks: bigint, offset: number): Moment {
  const day = ticks >= 0n ? ticks / BIG_TICKS_PER_DAY : -((-ticks + BIG_TICKS_PER_DAY - 1n) / BIG_TICKS_PER_DAY);
  return { day: Number(day), ticks: Number(ticks - day * BIG_TICKS_PER_DAY), offset };
}

function fromOffset({ utc, offset }: DateTimeOffset): Moment {
  return fromTicks(utc + BigInt(offset) * BIG_TICKS_PER_MINUTE, offset);
}

function toUnits({ day, ticks }: Moment): number | undefined {
  const units = (day - DAY_1900) * UNITS_PER_DAY + Math.round((ticks * 3) / 100_000);
  return units >= DATETIME_MIN && units <= DATETIME_MAX ? units : undefined;
}

/** The time is a datetime first: 29.998 s are 29.997 and round down, 29.999 s are 30 and round up. */
function toMinutes({ day, ticks }: Moment): number | undefined {
  const minutes = (day - DAY_1900) * MINUTES_PER_DAY + Math.floor((Math.round((ticks * 3) / 100_000) + 9000) / 18_000);
  return minutes >= 0 && minutes <= SMALLDATETIME_MAX ? minutes : undefined;
}

/** The last moment of 9999 is cut, not rounded, into the year that does not exist. */
function toTicks({ day, ticks }: Moment, scale: number, offset: number): bigint | undefined {
  const start = BigInt(day) * BIG_TICKS_PER_DAY - BigInt(offset) * BIG_TICKS_PER_MINUTE;
  const rounded = start + BigInt(roundTicks(ticks, scale));
  if (rounded >= 0n && rounded < TICKS_END) return rounded;
  const unit = 10 ** (7 - scale);
  const cut = start + BigInt(ticks - (ticks % unit));
  return cut >= 0n && cut < TICKS_END ? cut : undefined;
}

function toOffset(moment: Moment, scale: number): DateTimeOffset | undefined {
  const utc = toTicks(moment, scale, moment.offset);
  return utc === undefined ? undefined : { utc, offset: moment.offset };
}
