/**
 * date, time, datetime2 and datetimeoffset. [MS-TDS] 2.2.5.5.1.8: a date is three bytes of days since 0001-01-01;
 * a time is three to five bytes of units of 10^-scale seconds; datetime2 is time and date; datetimeoffset is both
 * in UTC and two bytes of minutes. In memory all times are 100 ns ticks, so the scale matters here only.
 */
import type { ByteReader } from '../bytes/byte-reader.ts';
import type { TokenWriter } from '../bytes/token-writer.ts';
import { ProtocolError } from '../protocol-error.ts';
import { type Encode, hasValue, type ReadType, type TypeCodec, type VariantForms, type WireForms } from './codec.ts';
import { DataType } from './data-type.ts';
import type { DateTimeOffset, TypeOf, Value, Values } from './type-info.ts';

const TICKS_PER_DAY = 864_000_000_000;
const TICKS_PER_DAY_BIG = 864_000_000_000n;
/** 9999-12-31. */
const LAST_DAY = 3_652_058;
const MAX_OFFSET = 14 * 60;

type ScaledName = 'time' | 'datetime2' | 'datetimeoffset';

export const temporalCodecs: { readonly [N in 'date' | ScaledName]: TypeCodec<N> } = {
  date: {
    writeType: (w) => w.byte(DataType.DATEN),
    encoder: () => encodeDate,
    variant: { token: DataType.DATEN, writeValue: (w, value) => writeDays(w, w.claim(3), value) },
  },
  time: scaledCodec(DataType.TIMEN, 0, writeTime),
  datetime2: scaledCodec(DataType.DATETIME2N, 3, writeDateTime2),
  datetimeoffset: scaledCodec(DataType.DATETIMEOFFSETN, 5, writeDateTimeOffset),
};

export const temporalForms: WireForms = {
  [DataType.DATEN]: () => ({ type: { name: 'date' }, decode: (r) => (hasValue(r, 3, 'DATEN') ? readDays(r) : null) }),
  [DataType.TIMEN]: readScaledType('time', 0, readTime),
  [DataType.DATETIME2N]: readScaledType('datetime2', 3, readDateTime2),
  [DataType.DATETIMEOFFSETN]: readScaledType('datetimeoffset', 5, readDateTimeOffset),
};

export const temporalVariants: VariantForms = {
  [DataType.DATEN]: (_properties, value) => ({ type: { name: 'date' }, value: readDays(value) }),
  [DataType.TIMEN]: (properties, value) => readScaledVariant(properties, value, 'time', readTime),
  [DataType.DATETIME2N]: (properties, value) => readScaledVariant(properties, value, 'datetime2', readDateTime2),
  [DataType.DATETIMEOFFSETN]: (properties, value) => readScaledVariant(properties, value, 'datetimeoffset', readDateTimeOffset),
};

/** How many 100 ns ticks one unit of each scale has. */
const TICKS_PER_UNIT = [10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
/** The bytes of a time of each scale. */
const TIME_SIZES = [3, 3, 3, 4, 4, 5, 5, 5];

type WriteScaled<V> = (w: TokenWriter, at: number, value: V, scale: number) => void;
type ReadScaled<V> = (r: ByteReader, scale: number) => V;

/** `extra` is the number of bytes beside the time. */
function scaledCodec<N extends ScaledName>(token: number, extra: number, write: WriteScaled<Values[N]>): TypeCodec<N> {
  const sizeOf = (scale: number) => TIME_SIZES[scale]! + extra;
  return {
    writeType: (w, type) => {
      w.byte(token);
      w.byte(scaleOf(type));
    },
    encoder: (type) => scaledEncoder(scaleOf(type), sizeOf(scaleOf(type)), write),
    variant: {
      token,
      writeProperties: (w, type) => w.byte(scaleOf(type)),
      writeValue: (w, value, type) => write(w, w.claim(sizeOf(scaleOf(type))), value, scaleOf(type)),
    },
  };
}

function scaleOf(type: TypeOf<ScaledName>): number {
  return type.scale;
}

function scaledEncoder<V>(scale: number, size: number, write: WriteScaled<V>): Encode<V> {
  return (w, value) => {
    if (value === null) return w.byte(0);
    const at = w.claim(size + 1);
    w.buffer[at] = size;
    write(w, at + 1, value, scale);
  };
}

const encodeDate: Encode<number> = (w, value) => {
  if (value === null) return w.byte(0);
  const at = w.claim(4);
  w.buffer[at] = 3;
  writeDays(w, at + 1, value);
};

function writeDays(w: TokenWriter, at: number, days: number): void {
  w.buffer[at] = days;
  w.buffer[at + 1] = days >>> 8;
  w.buffer[at + 2] = days >>> 16;
}

/** Ticks below the scale are cut off: a value of this type has none. */
function writeTime(w: TokenWriter, at: number, ticks: number, scale: number): void {
  const units = Math.floor(ticks / TICKS_PER_UNIT[scale]!);
  const size = TIME_SIZES[scale]!;
  w.buffer[at] = units;
  w.buffer[at + 1] = units >>> 8;
  w.buffer[at + 2] = units >>> 16;
  if (size > 3) w.buffer[at + 3] = units >>> 24;
  if (size > 4) w.buffer[at + 4] = units / 0x1_0000_0000;
}

function writeDateTime2(w: TokenWriter, at: number, ticks: bigint, scale: number): void {
  const days = splitDays(ticks);
  writeTime(w, at, ticksOfDay, scale);
  writeDays(w, at + TIME_SIZES[scale]!, days);
}

function writeDateTimeOffset(w: TokenWriter, at: number, value: DateTimeOffset, scale: number): void {
  writeDateTime2(w, at, value.utc, scale);
  w.view.setInt16(at + TIME_SIZES[scale]! + 3, value.offset, true);
}

const tickBits = new BigUint64Array(1);
const tickHalves = new Uint32Array(tickBits.buffer);
/** The second result of splitDays: a tuple for each value would cost more than the division. */
let ticksOfDay = 0;

/**
 * The days of a tick count; what remains goes to `ticksOfDay`. Division of bigints is slow, and the count does not
 * fit a double. A day is 2^14 times 52,734,375 ticks, so the low 14 bits are set aside and the rest divides exactly.
 */
function splitDays(ticks: bigint): number {
  tickBits[0] = ticks;
  const low = tickHalves[0]!;
  const rest = tickHalves[1]! * 0x4_0000 + (low >>> 14);
  const days = Math.floor(rest / 52_734_375);
  ticksOfDay = (rest - days * 52_734_375) * 0x4000 + (low & 0x3fff);
  return days;
}

function readScaledType(name: ScaledName, extra: number, read: ReadScaled<NonNullable<Value>>): ReadType {
  return (r) => {
    const scale = readScale(r, name);
    const size = TIME_SIZES[scale]! + extra;
    return { type: { name, scale }, decode: (values) => (hasValue(values, size, name) ? read(values, scale) : null) };
  };
}

function readScaledVariant<V>(properties: ByteReader, value: ByteReader, name: ScaledName, read: ReadScaled<V>) {
  const scale = readScale(properties, name);
  const type: TypeOf<ScaledName> = { name, scale };
  return { type, value: read(value, scale) };
}

function readScale(r: ByteReader, name: ScaledName): number {
  const scale = r.byte();
  if (scale > 7) throw new ProtocolError(`${name}(${scale}) does not exist`);
  return scale;
}

function readDays(r: ByteReader): number {
  const days = r.unsigned(3);
  if (days > LAST_DAY) throw new ProtocolError(`The date of day ${days} does not exist`);
  return days;
}

function readTime(r: ByteReader, scale: number): number {
  const ticks = r.unsigned(TIME_SIZES[scale]!) * TICKS_PER_UNIT[scale]!;
  if (ticks >= TICKS_PER_DAY) throw new ProtocolError(`The time of ${ticks} ticks does not exist`);
  return ticks;
}

function readDateTime2(r: ByteReader, scale: number): bigint {
  const ticks = readTime(r, scale);
  return BigInt(readDays(r)) * TICKS_PER_DAY_BIG + BigInt(ticks);
}

function readDateTimeOffset(r: ByteReader, scale: number): DateTimeOffset {
  const utc = readDateTime2(r, scale);
  const offset = r.short();
  if (Math.abs(offset) > MAX_OFFSET) throw new ProtocolError(`The time zone offset of ${offset} minutes does not exist`);
  return { utc, offset };
}
