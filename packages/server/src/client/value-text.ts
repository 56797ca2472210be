/** Values of the wire as text for people, in the forms that sqlcmd shows them in. */

import type { DateTimeOffset, TypeInfo, TypeName, Value } from '@sprocket/tds';

const TICKS_PER_SECOND = 10_000_000;
const TICKS_PER_DAY = 864_000_000_000n;
const DAY = 86_400_000;
/** 0001-01-01 and 1900-01-01 in milliseconds since 1970. */
const YEAR_1 = new Date('0001-01-01T00:00:00Z').getTime();
const YEAR_1900 = Date.UTC(1900, 0, 1);

/** NULL is 'NULL'. */
export function valueText(value: Value, type: TypeInfo): string {
  if (value === null) return 'NULL';
  const show = TEXT[type.name] as ((value: NonNullable<Value>, type: TypeInfo) => string) | undefined;
  return show === undefined ? String(value) : show(value, type);
}

/** Whether columns of the type are lined up to the right. */
export function isNumeric(type: TypeInfo): boolean {
  return NUMERIC.has(type.name);
}

/** A value as JSON: numbers keep every digit, dates and binary are text. */
export function jsonText(value: Value, type: TypeInfo): string {
  if (value === null) return 'null';
  if (type.name === 'bit') return value === 0 ? 'false' : 'true';
  if (type.name === 'sql_variant' && typeof value === 'object' && 'type' in value) return jsonText(value.value, value.type);
  return isNumeric(type) ? valueText(value, type) : JSON.stringify(valueText(value, type));
}

const NUMERIC: ReadonlySet<TypeName> = new Set<TypeName>([
  'tinyint',
  'smallint',
  'int',
  'bigint',
  'decimal',
  'numeric',
  'money',
  'smallmoney',
  'float',
  'real',
]);

type Show<V> = (value: V, type: TypeInfo) => string;

const binaryText: Show<Uint8Array> = (value) => `0x${Buffer.from(value).toString('hex').toUpperCase()}`;
const decimalText: Show<bigint> = (value, type) => scaledText(value, 'scale' in type ? type.scale : 0);
const moneyText: Show<bigint> = (value) => scaledText(value, 4);

/** Types whose values are not shown as they are. */
const TEXT: { readonly [N in TypeName]?: unknown } = {
  decimal: decimalText,
  numeric: decimalText,
  money: moneyText,
  smallmoney: moneyText,
  binary: binaryText,
  varbinary: binaryText,
  image: binaryText,
  rowversion: binaryText,
  udt: binaryText,
  date: (days: number) => dateText(days),
  time: (ticks: number, type: TypeInfo) => timeText(ticks, scaleOf(type)),
  datetime: (units: number) => new Date(YEAR_1900 + Math.round((units * 10) / 3)).toISOString().replace('T', ' ').slice(0, 23),
  smalldatetime: (minutes: number) => new Date(YEAR_1900 + minutes * 60_000).toISOString().replace('T', ' ').slice(0, 19),
  datetime2: (ticks: bigint, type: TypeInfo) => momentText(ticks, scaleOf(type)),
  datetimeoffset: ({ utc, offset }: DateTimeOffset, type: TypeInfo) =>
    `${momentText(utc + BigInt(offset * 60 * TICKS_PER_SECOND), scaleOf(type))} ${offsetText(offset)}`,
  sql_variant: (variant: { readonly type: TypeInfo; readonly value: Value }) => valueText(variant.value, variant.type),
};

function scaledText(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return value < 0n ? `-${text}` : text;
}

function dateText(days: number): string {
  return new Date(YEAR_1 + days * DAY).toISOString().slice(0, 10);
}

function timeText(ticks: number, scale: number): string {
  const seconds = Math.floor(ticks / TICKS_PER_SECOND);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const fraction = String(ticks % TICKS_PER_SECOND)
    .padStart(7, '0')
    .slice(0, scale);
  return scale === 0 ? clock : `${clock}.${fraction}`;
}

function momentText(ticks: bigint, scale: number): string {
  return `${dateText(Number(ticks / TICKS_PER_DAY))} ${timeText(Number(ticks % TICKS_PER_DAY), scale)}`;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

function scaleOf(type: TypeInfo): number {
  return 'scale' in type ? type.scale : 7;
}
