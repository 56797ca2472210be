/**
 * How each T-SQL type lies in SQLite: one row a type, with encode and decode side by side. The physical form orders and compares as the type does
 * under SQLite's own operators (after `comparisonKey` where that says so), so indexes, GROUP BY and ORDER BY are SQLite's.
 *
 * | type | SQLite |
 * | --- | --- |
 * | bit, tinyint … int, date, time, datetime, smalldatetime | INTEGER, the JavaScript form |
 * | bigint, money, smallmoney, datetime2 | 64-bit INTEGER |
 * | decimal(p ≤ 18) | INTEGER, unscaled |
 * | decimal(p > 18) | TEXT of 39 characters: sign, then 38 digits (nines' complement when negative) |
 * | float, real | REAL |
 * | strings, xml | TEXT; compared through the collation's key |
 * | binary types, hierarchyid, geometry, geography | BLOB |
 * | uniqueidentifier | TEXT, canonical upper case; ordered through a rearrangement |
 * | datetimeoffset | TEXT: 19 digits of UTC ticks, then the offset in minutes; compared by the ticks |
 * | sql_variant | TEXT: JSON of type and value; compared through a key function |
 */

import { familyOf, isString, type Type } from '@sprocket/tsql';
import type { PhysicalType, PhysicalValue } from '../../run/contracts.ts';
import type { DateTimeOffset, Value, Variant } from '../../values/value.ts';

const integer: PhysicalType = {
  affinity: 'INT',
  wide: false,
  encode: (v) => v as number,
  decode: (v) => (typeof v === 'bigint' ? Number(v) : (v as number)),
};
const bigInteger: PhysicalType = {
  affinity: 'INT',
  wide: true,
  encode: (v) => v as bigint,
  decode: (v) => (typeof v === 'bigint' ? v : BigInt(v as number)),
};
/** Up to 15 digits a double is exact, so nothing needs to be read as bigint. */
const shortDecimal: PhysicalType = { ...bigInteger, wide: false };
const longDecimal: PhysicalType = {
  affinity: 'TEXT',
  wide: false,
  encode: (v) => encodeLongDecimal(v as bigint),
  decode: (v) => decodeLongDecimal(v as string),
};
const float: PhysicalType = { affinity: 'REAL', wide: false, encode: (v) => v as number, decode: (v) => Number(v) };
const text: PhysicalType = { affinity: 'TEXT', wide: false, encode: (v) => v as string, decode: (v) => v as string };
const blob: PhysicalType = { affinity: '', wide: false, encode: (v) => v as Uint8Array, decode: (v) => v as Uint8Array };
const offsetTime: PhysicalType = {
  affinity: 'TEXT',
  wide: false,
  encode: (v) => encodeDateTimeOffset(v as DateTimeOffset),
  decode: (v) => decodeDateTimeOffset(v as string),
};
const variant: PhysicalType = {
  affinity: 'TEXT',
  wide: false,
  encode: (v) => encodeVariant(v as Variant),
  decode: (v) => decodeVariant(v as string),
};

/** The physical form of a type. */
export function physicalType(type: Type): PhysicalType {
  switch (type.name) {
    case 'bigint':
    case 'money':
    case 'smallmoney':
    case 'datetime2':
      return bigInteger;
    case 'decimal':
    case 'numeric':
      return type.precision <= 15 ? shortDecimal : type.precision <= 18 ? bigInteger : longDecimal;
    case 'datetimeoffset':
      return offsetTime;
    case 'sql_variant':
      return variant;
    default:
      return byFamily(type);
  }
}

function byFamily(type: Type): PhysicalType {
  switch (familyOf(type)) {
    case 'integer':
    case 'datetime':
      return integer;
    case 'float':
      return float;
    case 'binary':
    case 'clr':
      return blob;
    default:
      return text;
  }
}

/** True when two types have the same physical form for the same value, so that a conversion between them changes nothing in SQL. */
export function samePhysicalForm(from: Type, to: Type): boolean {
  const a = physicalType(from);
  const b = physicalType(to);
  if (a === integer && b === integer) return familyOf(from) === familyOf(to) && (familyOf(from) === 'integer' || from.name === to.name);
  if (familyOf(from) === 'integer' && to.name === 'bigint') return true;
  if (familyOf(from) === 'integer' && familyOf(to) === 'decimal') return to.scale === 0 && to.precision <= 18;
  if (familyOf(from) === 'decimal' && familyOf(to) === 'decimal')
    return from.scale === to.scale && (a === longDecimal) === (b === longDecimal);
  if (isString(from) && isString(to)) return true;
  return a === b && from.name === to.name;
}

/** Registers nothing itself: tells how a value of the type is compared. */
export type ComparisonKey =
  | { readonly kind: 'plain' }
  /** Through the key function of a collation. */
  | { readonly kind: 'collation'; readonly collation: string }
  | { readonly kind: 'instant' }
  | { readonly kind: 'guid' }
  | { readonly kind: 'variant' };

export function comparisonKey(type: Type, defaultCollation: string): ComparisonKey {
  if (isString(type) || type.name === 'xml') return { kind: 'collation', collation: type.collation ?? defaultCollation };
  if (type.name === 'datetimeoffset') return { kind: 'instant' };
  if (type.name === 'uniqueidentifier') return { kind: 'guid' };
  if (type.name === 'sql_variant') return { kind: 'variant' };
  return { kind: 'plain' };
}

/** The name of the SQL function that yields the key of a collation; registered on every connection that meets it. */
export const collationFunction = (collation: string): string => `key_${collation.toLowerCase()}`;

/** SQL Server's own collations order char and varchar by code page, apart from the Unicode order that decides equality. */
export function codePageOrder(type: Type, defaultCollation: string): string | undefined {
  if (type.name !== 'char' && type.name !== 'varchar' && type.name !== 'text') return undefined;
  const collation = type.collation ?? defaultCollation;
  return collation.toUpperCase().startsWith('SQL_') ? collation : undefined;
}

export const codePageFunction = (collation: string): string => `${collationFunction(collation)}_code_page`;

/** SQL for the value that stands for `sql` in equality, GROUP BY and unique indexes. */
export function equalityKey(sql: string, type: Type, defaultCollation: string): string {
  const key = comparisonKey(type, defaultCollation);
  switch (key.kind) {
    case 'plain':
    case 'guid':
      return sql;
    case 'collation':
      return `${collationFunction(key.collation)}(${sql})`;
    case 'instant':
      return `substr(${sql}, 1, 19)`;
    case 'variant':
      return `key_variant(${sql})`;
  }
}

/** SQL for the value that stands for `sql` in `<`, `>`, ORDER BY, MIN and MAX. */
export function orderKey(sql: string, type: Type, defaultCollation: string): string {
  if (type.name === 'uniqueidentifier') return `key_guid(${sql})`;
  const collation = codePageOrder(type, defaultCollation);
  return collation === undefined ? equalityKey(sql, type, defaultCollation) : `${codePageFunction(collation)}(${sql})`;
}

/** What an index holds for a column: the same text as comparisons use, so that SQLite's planner finds it. */
export const indexExpression = (sql: string, type: Type, defaultCollation: string): string => equalityKey(sql, type, defaultCollation);

export const columnAffinity = (type: Type): string => physicalType(type).affinity;

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export function encodePhysical(value: Value, type: Type): PhysicalValue {
  return value === null ? null : physicalType(type).encode(value);
}

export function decodePhysical(value: PhysicalValue, type: Type): Value {
  return value === null ? null : physicalType(type).decode(value);
}

const NINES = 10n ** 38n - 1n;

/** `1` and 38 digits, or `0` and the nines' complement: text order is numeric order. */
export function encodeLongDecimal(value: bigint): string {
  return value < 0n ? `0${(NINES + value).toString().padStart(38, '0')}` : `1${value.toString().padStart(38, '0')}`;
}

export function decodeLongDecimal(text: string): bigint {
  const digits = BigInt(text.slice(1));
  return text.charCodeAt(0) === 48 ? digits - NINES : digits;
}

export function encodeDateTimeOffset(value: DateTimeOffset): string {
  return `${value.utc.toString().padStart(19, '0')}${value.offset < 0 ? '-' : '+'}${Math.abs(value.offset)}`;
}

export function decodeDateTimeOffset(text: string): DateTimeOffset {
  return { utc: BigInt(text.slice(0, 19)), offset: Number(text.slice(19)) };
}

type JsonScalar = string | number | null;

function encodeVariant(value: Variant): string {
  const inner = physicalType(value.type).encode(value.value);
  return JSON.stringify([value.type, jsonScalar(inner)]);
}

function jsonScalar(value: PhysicalValue): JsonScalar | { b: string } | { i: string } {
  if (typeof value === 'bigint') return { i: value.toString() };
  if (value instanceof Uint8Array) return { b: Buffer.from(value).toString('hex') };
  return value;
}

function decodeVariant(text: string): Variant {
  const [type, raw] = JSON.parse(text) as [Type, JsonScalar | { b: string } | { i: string }];
  return { type, value: decodePhysical(fromJsonScalar(raw), type) as Variant['value'] };
}

function fromJsonScalar(raw: JsonScalar | { b: string } | { i: string }): PhysicalValue {
  if (raw === null || typeof raw !== 'object') return raw;
  return 'i' in raw ? BigInt(raw.i) : new Uint8Array(Buffer.from(raw.b, 'hex'));
}
