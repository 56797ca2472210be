/** The bytes of a value on the wire, from its text. A text that the type cannot hold exactly is refused, never rounded or cut. */
import { BadValue } from './bad-value.ts';
import { DAYS_TO_1900, parseDate, parseMoment, parseTime, TICKS_PER_DAY } from './datetime.ts';
import { decimalLength, type TypeSpec } from './wire-types.ts';

type Encode = (text: string, spec: TypeSpec) => Buffer;

/** Throws BadValue. The type is one that `typeInfo` knows. */
export function encodeValue(text: string, spec: TypeSpec): Buffer {
  const encode = ENCODERS[spec.base];
  if (encode === undefined) throw new BadValue(`values of type ${spec.base} cannot be sent`);
  return encode(text.trim(), spec);
}

const integer =
  (bytes: number, unsigned = false): Encode =>
  (text) => {
    const value = wholeNumber(text);
    const bits = BigInt(bytes * 8 - (unsigned ? 0 : 1));
    const [low, high] = unsigned ? [0n, (1n << bits) - 1n] : [-(1n << bits), (1n << bits) - 1n];
    if (value < low || value > high) throw new BadValue(`must lie between ${low} and ${high}`);
    return littleEndian(BigInt.asUintN(bytes * 8, value), bytes);
  };

const money =
  (bytes: 4 | 8): Encode =>
  (text) => {
    const value = scaledNumber(text.replace(/^([+-]?)\$/, '$1'), 4);
    const limit = 1n << BigInt(bytes * 8 - 1);
    if (value < -limit || value >= limit) throw new BadValue('is too large for the type');
    const raw = littleEndian(BigInt.asUintN(bytes * 8, value), bytes);
    // The high half of an eight-byte money comes first.
    return bytes === 4 ? raw : Buffer.concat([raw.subarray(4), raw.subarray(0, 4)]);
  };

const ENCODERS: Readonly<Record<string, Encode>> = {
  tinyint: integer(1, true),
  smallint: integer(2),
  int: integer(4),
  bigint: integer(8),
  bit: (text) => Buffer.from([bit(text)]),
  real: (text) => floating(text, (buffer, value) => buffer.writeFloatLE(value), 4),
  float: (text) => floating(text, (buffer, value) => buffer.writeDoubleLE(value), 8),
  smallmoney: money(4),
  money: money(8),
  decimal: encodeDecimal,
  numeric: encodeDecimal,
  date: (text) => littleEndian(BigInt(parseDate(text)), 3),
  time: (text, { scale = 7 }) => fraction(parseTime(text), scale),
  datetime2: (text, { scale = 7 }) => {
    const { days, ticks } = parseMoment(text);
    return Buffer.concat([fraction(ticks, scale), littleEndian(BigInt(days), 3)]);
  },
  datetimeoffset: encodeDateTimeOffset,
  datetime: encodeDateTime,
  smalldatetime: encodeSmallDateTime,
  uniqueidentifier: encodeGuid,
};

function wholeNumber(text: string): bigint {
  if (!/^[+-]?\d+$/.test(text)) throw new BadValue('must be a whole number');
  return BigInt(text.replace(/^\+/, ''));
}

/** `12.5` with scale 4 is 125000. */
function scaledNumber(text: string, scale: number): bigint {
  const [whole, sign = '', digits = '', fractional = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === undefined || digits + fractional === '') throw new BadValue('must be a number such as 12.50');
  const significant = fractional.replace(/0+$/, '');
  if (significant.length > scale) throw new BadValue(`has more than ${scale} digits after the point`);
  const value = BigInt(digits + significant.padEnd(scale, '0') || '0');
  return sign === '-' ? -value : value;
}

function encodeDecimal(text: string, { precision = 38, scale = 0 }: TypeSpec): Buffer {
  const value = scaledNumber(text, scale);
  const magnitude = value < 0n ? -value : value;
  if (magnitude >= 10n ** BigInt(precision)) throw new BadValue(`has more than ${precision - scale} digits before the point`);
  return Buffer.concat([Buffer.from([value < 0n ? 0 : 1]), littleEndian(magnitude, decimalLength(precision))]);
}

const BITS: Readonly<Record<string, number>> = { '0': 0, '1': 1, false: 0, true: 1 };

function bit(text: string): number {
  const value = BITS[text.toLowerCase()];
  if (value === undefined) throw new BadValue('must be 1 or 0');
  return value;
}

function floating(text: string, write: (buffer: Buffer, value: number) => void, bytes: number): Buffer {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) throw new BadValue('must be a number such as 1.5 or 1E-3');
  const buffer = Buffer.alloc(bytes);
  if (bytes === 4 && !Number.isFinite(Math.fround(value))) throw new BadValue('is too large for the type');
  write(buffer, value);
  return buffer;
}

/** A time of day in units of 10^-scale seconds, in three, four or five bytes. */
function fraction(ticks: bigint, scale: number): Buffer {
  const unit = 10n ** BigInt(7 - scale);
  if (ticks % unit !== 0n) throw new BadValue(`has more than ${scale} digits of a second`);
  return littleEndian(ticks / unit, scale <= 2 ? 3 : scale <= 4 ? 4 : 5);
}

/** On the wire is UTC, with the offset beside it. Without an offset it is UTC. */
function encodeDateTimeOffset(text: string, { scale = 7 }: TypeSpec): Buffer {
  const { days, ticks, offset = 0 } = parseMoment(text);
  const utc = BigInt(days) * TICKS_PER_DAY + ticks - BigInt(offset) * 600_000_000n;
  if (utc < 0n || utc >= 3_652_059n * TICKS_PER_DAY) throw new BadValue('is out of range');
  const zone = Buffer.alloc(2);
  zone.writeInt16LE(offset);
  return Buffer.concat([fraction(utc % TICKS_PER_DAY, scale), littleEndian(utc / TICKS_PER_DAY, 3), zone]);
}

/** datetime counts in three-hundredths of a second: .000, .003 and .007, to which SQL Server rounds. */
function encodeDateTime(text: string): Buffer {
  const { days, ticks } = parseMoment(text);
  const units = Number((ticks * 300n + 5_000_000n) / 10_000_000n);
  const since1900 = days - DAYS_TO_1900 + Math.floor(units / 25_920_000);
  if (since1900 < -53_690) throw new BadValue('datetime begins with the year 1753');
  const buffer = Buffer.alloc(8);
  buffer.writeInt32LE(since1900);
  buffer.writeInt32LE(units % 25_920_000, 4);
  return buffer;
}

/** To the minute, rounded as SQL Server rounds: 29.999 seconds and more go up. */
function encodeSmallDateTime(text: string): Buffer {
  const { days, ticks } = parseMoment(text);
  const minutes = Number((ticks + 300_010_000n) / 600_000_000n);
  const since1900 = days - DAYS_TO_1900 + Math.floor(minutes / 1440);
  if (since1900 < 0 || since1900 > 65_535) throw new BadValue('smalldatetime lies between 1900 and 2079');
  const buffer = Buffer.alloc(4);
  buffer.writeUInt16LE(since1900);
  buffer.writeUInt16LE(minutes % 1440, 2);
  return buffer;
}

/** The first three groups have their lowest byte first. */
function encodeGuid(text: string): Buffer {
  const match = /^\{?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}?$/i.exec(text);
  if (match === null) throw new BadValue('must be a GUID such as 6F9619FF-8B86-D011-B42D-00C04FC964FF');
  const [a, b, c, d, e] = match.slice(1).map((group) => Buffer.from(group, 'hex'));
  return Buffer.concat([a?.reverse(), b?.reverse(), c?.reverse(), d, e].filter((part) => part !== undefined));
}

function littleEndian(value: bigint, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  for (let at = 0, rest = value; at < bytes; at++, rest >>= 8n) buffer[at] = Number(rest & 0xffn);
  return buffer;
}
