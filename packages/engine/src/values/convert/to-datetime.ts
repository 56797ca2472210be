/**
 * Conversions to the date and time types. Among themselves they share a `Moment` and each rounds to its own precision; numbers become datetime and
 * smalldatetime only, as days since 1900-01-01; binaries are the stored bytes. Text is read by the session's DATEFORMAT and language, or by the order
 * that a style names.
 */

import { familyOf, type Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { type SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import { type InputStyle, inputStyle } from '../datetime/input-styles.ts';
import { languageOf } from '../datetime/languages.ts';
import {
  BIG_TICKS_PER_MINUTE,
  DATETIME_MAX,
  DATETIME_MIN,
  DAY_1900,
  MINUTES_PER_DAY,
  SMALLDATETIME_MAX,
  TICKS_PER_DAY,
  UNITS_PER_DAY,
} from '../datetime/limits.ts';
import { fromMoment, type Moment, momentOf } from '../datetime/moment.ts';
import { type ParseFailure, type ParseRules, parseDateTime } from '../datetime/parse.ts';
import { divideRounded, floatFromDecimal, powerOfTen } from '../decimal.ts';
import { overflow, typeWord } from '../failure.ts';
import type { Present } from '../value.ts';
import { readBig, readLittle } from './bytes.ts';
import { type Convert, from } from './conversion.ts';

/** The conversion of a type to a date or time type; undefined when there is none. */
export function toDateTime(source: Type, target: Type, style: number | undefined): Convert | undefined {
  switch (familyOf(source)) {
    case 'datetime':
      return betweenDates(source, target);
    case 'string':
      return fromText(source, target, style);
    case 'integer':
    case 'decimal':
    case 'money':
    case 'float':
      return fromNumber(source, target);
    case 'binary':
      return from<Uint8Array>((bytes) => fromBytes(bytes, target));
    default:
      return undefined;
  }
}

const isLegacy = (type: Type): boolean => type.name === 'datetime' || type.name === 'smalldatetime';

/** A date has no time and a time no date, so neither becomes the other. */
function betweenDates(source: Type, target: Type): Convert | undefined {
  if ((source.name === 'date' && target.name === 'time') || (source.name === 'time' && target.name === 'date')) return undefined;
  const read = momentOf(source);
  const write = fromMoment(target);
  return (value) => write(read(value)) ?? fail(sqlErrorState(242, 3, source.name, target.name));
}

function fail(error: SqlError): never {
  throw error;
}

function fromText(source: Type, target: Type, style: number | undefined): Convert {
  const legacy = isLegacy(target);
  const write = fromMoment(target);
  const styled = style === undefined || style === 0 ? undefined : inputStyle(style, legacy);
  // A style that does not exist is an error of each value, so that TRY_CONVERT gives NULL.
  if (styled === undefined && style !== undefined && style !== 0) return () => fail(sqlError(9809, style, typeWord(source), target.name));
  return from<string>((text, env) => {
    const parsed = parseDateTime(text, rulesOf(env, legacy, styled));
    if (typeof parsed === 'string') throw unreadable(parsed, source, target, style ?? 0);
    return write(parsed) ?? fail(outOfRange(source, target));
  });
}

function rulesOf(env: Environment, legacy: boolean, style: InputStyle | undefined): ParseRules {
  return { dateFormat: env.options.dateFormat, language: languageOf(env.options.language), legacy, style };
}

/** 241, smalldatetime's own 295, 242 for a date that does not exist, 9807 for one that the style refuses. */
function unreadable(failure: ParseFailure, source: Type, target: Type, style: number): SqlError {
  if (failure === 'style') return sqlErrorState(9807, 0, style);
  if (failure === 'range') return sqlErrorState(242, 3, typeWord(source), target.name);
  return target.name === 'smalldatetime' ? sqlErrorState(295, 3) : sqlError(241);
}

function outOfRange(source: Type, target: Type): SqlError {
  if (target.name === 'datetimeoffset') return sqlErrorState(8114, 31, typeWord(source), target.name);
  return isLegacy(target) ? sqlErrorState(242, 3, typeWord(source), target.name) : sqlError(241);
}

function fromNumber(source: Type, target: Type): Convert | undefined {
  if (!isLegacy(target)) return undefined;
  const perDay = target.name === 'datetime' ? UNITS_PER_DAY : MINUTES_PER_DAY;
  const [min, max] = target.name === 'datetime' ? [DATETIME_MIN, DATETIME_MAX] : [0, SMALLDATETIME_MAX];
  const days = daysOf(source, perDay);
  return (value) => {
    const units = days(value);
    if (!(units >= min && units <= max)) throw overflow(target);
    return units;
  };
}

/** Reads a number of days in the target's unit. */
function daysOf(source: Type, perDay: number): (value: Present) => number {
  switch (familyOf(source)) {
    case 'integer':
      return (value) => Number(value) * perDay;
    case 'float':
      return (value) => Math.round((value as number) * perDay);
    default: {
      const scale = familyOf(source) === 'money' ? 4 : source.scale;
      const unit = powerOfTen(scale);
      return (value) => floatFromDecimal(divideRounded((value as bigint) * BigInt(perDay), unit), 0);
    }
  }
}

/** datetime and smalldatetime are big-endian pairs of days and units; the others begin with their scale and are little-endian. */
function fromBytes(bytes: Uint8Array, target: Type): Present {
  switch (target.name) {
    case 'datetime':
      return checkUnits(Number(readBig(bytes.subarray(-8, -4), 4)) * UNITS_PER_DAY + Number(readBig(bytes.subarray(-4), 8)), target, [
        DATETIME_MIN,
        DATETIME_MAX,
      ]);
    case 'smalldatetime':
      return checkUnits(Number(readBig(bytes.subarray(-4, -2), 8)) * MINUTES_PER_DAY + Number(readBig(bytes.subarray(-2), 8)), target, [
        0,
        SMALLDATETIME_MAX,
      ]);
    default:
      return fromMoment(target)(readMoment(bytes, target)) ?? fail(sqlError(241));
  }
}

function checkUnits(units: number, target: Type, [min, max]: readonly [number, number]): number {
  if (units < min || units > max) throw overflow(target);
  return units;
}

function readMoment(bytes: Uint8Array, target: Type): Moment {
  if (target.name === 'date' && bytes.length !== 3) throw sqlError(241);
  if (target.name === 'date') return { day: Number(readLittle(bytes.subarray(0, 3))), ticks: 0, offset: 0 };
  const scale = bytes[0] ?? 8;
  const timeWidth = scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
  const wanted = 1 + timeWidth + (target.name === 'time' ? 0 : 3) + (target.name === 'datetimeoffset' ? 2 : 0);
  if (scale > 7 || bytes.length !== wanted) throw sqlError(241);
  const ticks = Number(readLittle(bytes.subarray(1, 1 + timeWidth))) * 10 ** (7 - scale);
  const day = target.name === 'time' ? DAY_1900 : Number(readLittle(bytes.subarray(1 + timeWidth, 4 + timeWidth)));
  if (ticks >= TICKS_PER_DAY) throw sqlError(241);
  return target.name === 'datetimeoffset' ? atBytesOffset(day, ticks, bytes.subarray(4 + timeWidth)) : { day, ticks, offset: 0 };
}

/** The day and time of a stored datetimeoffset are UTC. */
function atBytesOffset(day: number, ticks: number, bytes: Uint8Array): Moment {
  const offset = Number(BigInt.asIntN(16, readLittle(bytes)));
  const utc = BigInt(day) * BigInt(TICKS_PER_DAY) + BigInt(ticks);
  const local = utc + BigInt(offset) * BIG_TICKS_PER_MINUTE;
  return { day: Number(local / BigInt(TICKS_PER_DAY)), ticks: Number(local % BigInt(TICKS_PER_DAY)), offset };
}
