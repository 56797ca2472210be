/**
 * DATETRUNC and DATE_BUCKET: the start of the period in which a moment lies, in the moment's own type. DATETRUNC's weeks follow DATEFIRST; buckets
 * are counted from an origin, 1900-01-01 unless one is given.
 */

import { BIGINT, isString, type Type, varchar } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { sqlError } from '../errors.ts';
import {
  addToMoment,
  civilFromDays,
  DAY_1900,
  type DatePart,
  dateDiff,
  daysFromCivil,
  fromMoment,
  isoWeekday,
  type Moment,
  momentOf,
  TICKS_PER_DAY,
  weekday,
} from '../values/datetime.ts';
import type { Present, Value } from '../values/value.ts';
import type { Argument, Builtin, Evaluate, Signature } from './builtin.ts';
import { checkPart, datePartOf, unsupportedPart } from './date-parts.ts';
import { moment } from './define.ts';

/** Ticks of the parts within a day. */
const TICKS: Partial<Record<DatePart, number>> = {
  hour: 36_000_000_000,
  minute: 600_000_000,
  second: 10_000_000,
  millisecond: 10_000,
  microsecond: 10,
};

/** Digits after the second that a part needs. */
const DIGITS: Partial<Record<DatePart, number>> = { second: 0, millisecond: 3, microsecond: 6 };

const PRECISION: Partial<Record<Type['name'], number>> = { date: -1, smalldatetime: -1, datetime: 3 };

/** DATETRUNC does not cut to a part that the type does not hold. */
function checkTruncation(part: DatePart, type: Type): void {
  if (part === 'weekday' || part === 'tzoffset' || part === 'nanosecond') throw sqlError(9806, part, 'datetrunc');
  checkPart(part, type, 'datetrunc');
  const digits = DIGITS[part];
  if (digits !== undefined && part !== 'second' && digits > (PRECISION[type.name] ?? type.scale))
    throw unsupportedPart(part, type, 'datetrunc');
}

function truncate(part: DatePart, at: Moment, dateFirst: number): Moment {
  const ticks = TICKS[part];
  if (ticks !== undefined) return { ...at, ticks: at.ticks - (at.ticks % ticks) };
  return { ...at, day: truncateDay(part, at.day, dateFirst), ticks: 0 };
}

function truncateDay(part: DatePart, day: number, dateFirst: number): number {
  const { year, month } = civilFromDays(day);
  switch (part) {
    case 'year':
      return daysFromCivil(year, 1, 1);
    case 'quarter':
      return daysFromCivil(year, month - ((month - 1) % 3), 1);
    case 'month':
      return daysFromCivil(year, month, 1);
    case 'week':
      return day - weekday(day, dateFirst) + 1;
    case 'iso_week':
      return day - isoWeekday(day) + 1;
    default:
      return day;
  }
}

function truncSignature(args: readonly Argument[]): Signature {
  const part = datePartOf(args[0], 'datetrunc');
  const type = moment(args[1]!, 2, 'datetrunc');
  checkTruncation(part, type);
  return { params: [varchar(30), type], returns: type };
}

function truncator({ returns }: Signature, args: readonly Argument[]): Evaluate {
  const part = datePartOf(args[0], 'datetrunc');
  const read = momentOf(returns);
  const write = fromMoment(returns);
  return (env: Environment, _: Value, value: Present) => {
    const cut = truncate(part, read(value), env.options.dateFirst);
    const result = cut.day < 0 ? undefined : write(returns.name === 'time' ? { ...cut, day: DAY_1900 } : cut);
    if (result === undefined) throw sqlError(9837);
    return result;
  };
}

/** Months in the parts that are counted in months. */
const MONTHS: Partial<Record<DatePart, number>> = { year: 12, quarter: 3, month: 1 };
const DAYS: Partial<Record<DatePart, number>> = { week: 7, day: 1 };

/** The start of the bucket that holds a moment. */
function bucketStart(part: DatePart, width: bigint, at: Moment, origin: Moment): Moment | undefined {
  const months = MONTHS[part];
  if (months !== undefined) return monthBucket(width * BigInt(months), at, origin);
  const size = BigInt(TICKS[part] ?? (DAYS[part] ?? 1) * TICKS_PER_DAY) * width;
  const distance = BigInt(at.day - origin.day) * BigInt(TICKS_PER_DAY) + BigInt(at.ticks - origin.ticks);
  const moved = floorDivide(distance, size) * size + BigInt(origin.ticks);
  const days = floorDivide(moved, BigInt(TICKS_PER_DAY));
  return { day: origin.day + Number(days), ticks: Number(moved - days * BigInt(TICKS_PER_DAY)), offset: at.offset };
}

function monthBucket(months: bigint, at: Moment, origin: Moment): Moment | undefined {
  const crossed = dateDiff('month', { ...origin, offset: 0 }, { ...at, offset: 0 });
  const start = addToMoment('month', Number(floorDivide(crossed, months) * months), origin);
  const late = start !== undefined && (start.day > at.day || (start.day === at.day && start.ticks > at.ticks));
  return late ? addToMoment('month', Number((floorDivide(crossed, months) - 1n) * months), origin) : start;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

const BUCKETS: ReadonlySet<DatePart> = new Set(['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond']);

function bucketSignature(args: readonly Argument[]): Signature {
  const part = datePartOf(args[0], 'date_bucket');
  const type = moment(args[2]!, 3, 'date_bucket');
  if (!BUCKETS.has(part)) throw sqlError(9806, part, 'date_bucket');
  checkPart(part, type, 'date_bucket');
  const origin = args[3];
  if (origin !== undefined && origin.untypedNull !== true && !isString(origin.type) && origin.type.name !== type.name)
    throw sqlError(8116, origin.type.name, 4, 'date_bucket');
  return { params: [varchar(30), BIGINT, type, ...(origin === undefined ? [] : [type])], returns: type };
}

function bucketer({ returns }: Signature, args: readonly Argument[]): Evaluate {
  const part = datePartOf(args[0], 'date_bucket');
  const read = momentOf(returns);
  const write = fromMoment(returns);
  return (_: Environment, __: Value, width: bigint, value: Present, origin?: Present) => {
    if (width <= 0n) throw sqlError(9834);
    const from = origin === undefined ? { day: DAY_1900, ticks: 0, offset: 0 } : read(origin);
    const start = bucketStart(part, width, read(value), from);
    const result = start === undefined || start.day < 0 ? undefined : write(start);
    if (result === undefined) throw sqlError(9837);
    return result;
  };
}

export const DATE_TRUNC: readonly Builtin[] = [
  { name: 'DATETRUNC', minArgs: 2, maxArgs: 2, datePart: true, signature: truncSignature, evaluator: truncator },
  { name: 'DATE_BUCKET', minArgs: 3, maxArgs: 4, datePart: true, signature: bucketSignature, evaluator: bucketer },
];
