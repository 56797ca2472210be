/**
 * Making dates from numbers: DATEFROMPARTS and the other ‑FROMPARTS functions. Parts that make no date are 289, with a state that tells the type.
 * The precision of the newer types is a constant of the call, as it decides the type.
 */

import { DATE, DATETIME, datetime2, datetimeoffset, INT, isInteger, SMALLDATETIME, type Type, time } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../errors.ts';
import { daysFromCivil, fromMoment, isValidCivil, type Moment } from '../values/datetime.ts';
import type { Value } from '../values/value.ts';
import type { Argument, Builtin, Evaluate, Signature } from './builtin.ts';

/** The parts in the order of the arguments. */
type Part =
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'fraction'
  | 'hourOffset'
  | 'minuteOffset'
  | 'precision';
type Parts = Readonly<Record<Part, number>>;

interface Construction {
  readonly name: string;
  readonly parts: readonly Part[];
  /** Given the precision, where there is one. */
  readonly type: (precision: number) => Type;
  /** State of error 289. */
  readonly state: number;
}

const YMD: readonly Part[] = ['year', 'month', 'day'];
const HMS: readonly Part[] = ['hour', 'minute', 'second'];

const CONSTRUCTIONS: readonly Construction[] = [
  { name: 'DATEFROMPARTS', parts: YMD, type: () => DATE, state: 1 },
  { name: 'TIMEFROMPARTS', parts: [...HMS, 'fraction', 'precision'], type: time, state: 2 },
  { name: 'DATETIMEFROMPARTS', parts: [...YMD, ...HMS, 'millisecond'], type: () => DATETIME, state: 3 },
  { name: 'SMALLDATETIMEFROMPARTS', parts: [...YMD, 'hour', 'minute'], type: () => SMALLDATETIME, state: 4 },
  { name: 'DATETIME2FROMPARTS', parts: [...YMD, ...HMS, 'fraction', 'precision'], type: datetime2, state: 5 },
  {
    name: 'DATETIMEOFFSETFROMPARTS',
    parts: [...YMD, ...HMS, 'fraction', 'hourOffset', 'minuteOffset', 'precision'],
    type: datetimeoffset,
    state: 6,
  },
];

/** Parts that a construction does not have. */
const DEFAULTS: Parts = {
  year: 1900,
  month: 1,
  day: 1,
  hour: 0,
  minute: 0,
  second: 0,
  millisecond: 0,
  fraction: 0,
  hourOffset: 0,
  minuteOffset: 0,
  precision: 7,
};

/** The constant precision of a call: 10760 when it is none, 1002 out of 0 to 7. */
function precisionOf(construction: Construction, args: readonly Argument[]): number {
  if (!construction.parts.includes('precision')) return 0;
  const value = args.at(-1)?.constant;
  const word = construction.type(0).name;
  if (typeof value !== 'number' || !isInteger(args.at(-1)!.type)) throw sqlError(10760, word);
  if (value < 0 || value > 7) throw sqlError(1002, 1, value);
  return value;
}

/** The moment that parts name; undefined when they name none. */
function assemble(parts: Parts): Moment | undefined {
  const { year, month, day, hour, minute, second, millisecond, fraction, precision } = parts;
  const offset = offsetOf(parts.hourOffset, parts.minuteOffset);
  const inDay =
    isBelow(hour, 24) && isBelow(minute, 60) && isBelow(second, 60) && isBelow(millisecond, 1000) && isBelow(fraction, 10 ** precision);
  if (!isValidCivil(year, month, day) || !inDay || offset === undefined) return undefined;
  const seconds = (hour * 60 + minute) * 60 + second;
  const ticks = seconds * 10_000_000 + millisecond * 10_000 + fraction * 10 ** (7 - precision);
  return { day: daysFromCivil(year, month, day), ticks, offset };
}

const isBelow = (n: number, limit: number): boolean => n >= 0 && n < limit;

/** Hours and minutes of an offset must have the same sign. */
function offsetOf(hours: number, minutes: number): number | undefined {
  if (hours * minutes < 0 || Math.abs(minutes) > 59) return undefined;
  const offset = hours * 60 + minutes;
  return Math.abs(offset) > 840 ? undefined : offset;
}

function builder(construction: Construction, type: Type): Evaluate {
  const write = fromMoment(type);
  const { parts, state } = construction;
  return (_, ...values: number[]): Value => {
    const given = Object.fromEntries(parts.map((part, i) => [part, values[i]]));
    const moment = assemble({ ...DEFAULTS, ...given } as Parts);
    const value = moment === undefined ? undefined : write(moment);
    if (value === undefined) throw sqlErrorState(289, state, type.name);
    return value;
  };
}

function constructionRow(construction: Construction): Builtin {
  const count = construction.parts.length;
  const signature = (args: readonly Argument[]): Signature => ({
    params: args.map(() => INT),
    returns: construction.type(precisionOf(construction, args)),
  });
  return {
    name: construction.name,
    minArgs: count,
    maxArgs: count,
    signature,
    evaluator: ({ returns }) => builder(construction, returns),
  };
}

export const DATE_BUILD: readonly Builtin[] = CONSTRUCTIONS.map(constructionRow);
