/**
 * Values as text for people, exact to the last digit, in the forms that SQL Server Management Studio shows them in.
 *
 * The driver hands over numbers, dates, buffers and, for the types of `exact-values.ts`, finished text. `cellText` brings them all to one form:
 * a string, or null for NULL.
 */
import type { WireMetadata } from './exact-values.ts';

const TICKS_PER_SECOND = 10_000_000n;
const TICKS_PER_DAY = 864_000_000_000n;
const DAY = 86_400_000;
const YEAR_1 = new Date('0001-01-01T00:00:00Z').getTime();
const YEAR_1900 = Date.UTC(1900, 0, 1);

/** A value of the driver as text; null is NULL. */
export function cellText(value: unknown, metadata: WireMetadata): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, metadata);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value instanceof Date) return dateValueText(value, metadata);
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex').toUpperCase()}`;
  return String(value);
}

/** `value` divided by ten to the power of `scale`, with all its digits. */
export function scaledText(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return value < 0n ? `-${text}` : text;
}

/** A time of day, given in units of 100 ns. */
export function timeText(ticks: bigint, scale: number): string {
  const seconds = Number(ticks / TICKS_PER_SECOND);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  const fraction = (ticks % TICKS_PER_SECOND).toString().padStart(7, '0').slice(0, scale);
  return scale === 0 ? clock : `${clock}.${fraction}`;
}

/** A day (days since 0001-01-01) with its time of day; a negative scale leaves the time out. */
export function momentText(days: number, ticks: bigint, scale: number): string {
  const day = new Date(YEAR_1 + days * DAY).toISOString().slice(0, 10);
  return scale < 0 ? day : `${day} ${timeText(ticks, scale)}`;
}

/** The wire carries UTC; people read the local time with its offset. */
export function datetimeOffsetText(days: number, ticks: bigint, offset: number, scale: number): string {
  const local = BigInt(days) * TICKS_PER_DAY + ticks + BigInt(offset) * 60n * TICKS_PER_SECOND;
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${momentText(Number(local / TICKS_PER_DAY), local % TICKS_PER_DAY, scale)} ${zone}`;
}

/** datetime and smalldatetime: days since 1900 and milliseconds of the day. */
export function datetimeText(days: number, milliseconds: number, fraction: boolean): string {
  return isoText(new Date(YEAR_1900 + days * DAY + milliseconds), fraction ? 23 : 19);
}

/** The shortest digits that are read back as the same double, with an exponent as .NET writes it. */
export function floatText(value: number): string {
  return withExponent(value, String(value), 15);
}

/** The shortest digits that are read back as the same single. */
export function realText(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return withExponent(Number(text), String(Number(text)), 7);
  }
  return withExponent(value, String(Number(value.toPrecision(9))), 7);
}

/** `plain` unless the power of ten is out of the range that .NET writes without an exponent. */
function withExponent(value: number, plain: string, limit: number): string {
  if (value === 0 || !Number.isFinite(value)) return plain;
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent > -5 && exponent < limit) return plain;
  return `${mantissa}E${exponent < 0 ? '-' : '+'}${two(Math.abs(exponent))}`;
}

function numberText(value: number, metadata: WireMetadata): string {
  if (!APPROXIMATE.has(metadata.type.name)) return String(value);
  return isReal(metadata) ? realText(value) : floatText(value);
}

const APPROXIMATE: ReadonlySet<string> = new Set(['Float', 'Real', 'FloatN']);

function dateValueText(value: Date, metadata: WireMetadata): string {
  switch (metadata.type.name) {
    case 'Date':
      return isoText(value, 10);
    case 'SmallDateTime':
      return isoText(value, 19);
    default:
      return isoText(value, metadata.type.name === 'DateTimeN' && metadata.dataLength === 4 ? 19 : 23);
  }
}

const isReal = (metadata: WireMetadata) => metadata.type.name === 'Real' || (metadata.type.name === 'FloatN' && metadata.dataLength === 4);
const isoText = (value: Date, length: number) => value.toISOString().replace('T', ' ').slice(0, length);
const two = (value: number) => String(value).padStart(2, '0');
