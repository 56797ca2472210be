/**
 * Offsets and zones: SWITCHOFFSET, TODATETIMEOFFSET and AT TIME ZONE. A local time that the clocks skip moves forward with them; one that they show
 * twice is the first, before the clocks go back.
 */

import { datetime2, datetimeoffset, INT, isInteger, isString, type Type, varchar } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../errors.ts';
import { timeZone, type ZoneOffset } from '../values/time-zones.ts';
import type { DateTimeOffset, Present, Value } from '../values/value.ts';
import type { Argument, Builtin, Evaluate, Signature } from './builtin.ts';
import { invalidArgument, moment } from './define.ts';

const TICKS_PER_MINUTE = 600_000_000n;
const TICKS_PER_DAY = 864_000_000_000n;

/** An offset is written `+hh:mm` or is a number of minutes. */
function offsetType(argument: Argument, name: string): Type {
  if (argument.untypedNull === true || isString(argument.type)) return varchar(12);
  if (isInteger(argument.type)) return INT;
  throw invalidArgument(argument, 2, name);
}

function readOffset(value: string | number, name: string): number {
  const minutes = typeof value === 'number' ? value : parseOffset(value);
  if (minutes === undefined || Math.abs(minutes) > 840) throw sqlErrorState(9812, offsetState(value, name), name);
  return minutes;
}

/** SQL Server tells the two functions and the two forms of an offset apart by state. */
const offsetState = (value: string | number, name: string): number =>
  (name === 'todatetimeoffset' ? 2 : 0) + (typeof value === 'number' ? 1 : 0);

function parseOffset(text: string): number | undefined {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(text);
  if (match === null || Number(match[3]) > 59) return undefined;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** Fractional digits of a date type; those without any of their own have what they can show. */
function scaleOf(type: Type): number {
  switch (type.name) {
    case 'datetime':
      return 3;
    case 'smalldatetime':
    case 'date':
      return 0;
    case 'time':
    case 'datetime2':
    case 'datetimeoffset':
      return type.scale;
    default:
      return 7;
  }
}

function offsetRow(name: string, source: (scale: number) => Type, evaluate: (value: Present, offset: number) => Value): Builtin {
  const signature = ([value, offset]: readonly Argument[]): Signature => {
    moment(value!, 1, name);
    const scale = scaleOf(value!.type);
    return { params: [source(scale), offsetType(offset!, name)], returns: datetimeoffset(scale) };
  };
  const evaluator = (): Evaluate => (_, value: Present, offset: string | number) => {
    return evaluate(value, readOffset(offset, name.toLowerCase()));
  };
  return { name, minArgs: 2, maxArgs: 2, signature, evaluator };
}

/** The moment whose local time in an offset is `local`. */
function atLocal(local: bigint, offset: number): DateTimeOffset {
  return { utc: local - BigInt(offset) * TICKS_PER_MINUTE, offset };
}

function zoneSignature([value, zone]: readonly Argument[]): Signature {
  const { type } = value!;
  const isMoment = ['datetime', 'smalldatetime', 'datetime2', 'datetimeoffset'].includes(type.name);
  if (!isMoment && value!.untypedNull !== true) throw invalidArgument(value!, 1, 'AT TIME ZONE');
  if (!isString(zone!.type) && zone!.untypedNull !== true) throw invalidArgument(zone!, 2, 'AT TIME ZONE');
  const scale = scaleOf(type);
  const source = type.name === 'datetimeoffset' ? type : datetime2(scale);
  return { params: [source, varchar(128)], returns: datetimeoffset(scale) };
}

function zoneOf(name: string): ZoneOffset {
  const zone = timeZone(name);
  if (zone === undefined) throw sqlError(9820, name);
  return zone;
}

/** The moment at which clocks of a zone show a local time. */
function fromLocal(local: bigint, zone: ZoneOffset): DateTimeOffset {
  const before = zone(local - TICKS_PER_DAY);
  const after = zone(local + TICKS_PER_DAY);
  const offset = [before, after].find((candidate) => zone(atLocal(local, candidate).utc) === candidate);
  if (offset !== undefined) return atLocal(local, offset);
  const { utc } = atLocal(local, before);
  return { utc, offset: zone(utc) };
}

function zoned({ params: [source] }: Signature): Evaluate {
  if (source!.name === 'datetimeoffset') {
    return (_, { utc }: DateTimeOffset, name: string) => ({ utc, offset: zoneOf(name)(utc) });
  }
  return (_, local: bigint, name: string) => fromLocal(local, zoneOf(name));
}

export const DATE_ZONES: readonly Builtin[] = [
  offsetRow('SWITCHOFFSET', datetimeoffset, (value, offset) => ({ utc: (value as DateTimeOffset).utc, offset })),
  offsetRow('TODATETIMEOFFSET', datetime2, (value, offset) => atLocal(value as bigint, offset)),
  // `x AT TIME ZONE y`, which the binder writes as a call.
  { name: 'AT TIME ZONE', minArgs: 2, maxArgs: 2, signature: zoneSignature, evaluator: zoned },
];
