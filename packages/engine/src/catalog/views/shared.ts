/** Types, texts and conversions that many views share. */

import { BIT, char, numeric, nvarchar, type Type, varbinary } from '@sprocket/tsql';
import type { Value, Variant } from '../../values/value.ts';
import type { ColumnRow } from './define.ts';
import { column } from './define.ts';

/** The collation of catalog columns such as `type` and `state_desc`, whatever the database's is. */
export const CATALOG_COLLATION = 'Latin1_General_CI_AS_KS_WS';

export const DESCRIPTION: Type = nvarchar(60, CATALOG_COLLATION);
export const CHAR_2: Type = char(2, CATALOG_COLLATION);
export const SID: Type = varbinary(85);

/** A bit that is always 0. */
export const NO: ColumnRow<unknown> = column(BIT, 0);

export const bit = (condition: boolean): number => (condition ? 1 : 0);

/** 1900-01-01 in 100 ns ticks since 0001-01-01. */
const DATETIME_EPOCH = 599_266_080_000_000_000n;

/** Ticks as a datetime: 1/300 s since 1900. */
export function datetimeOf(ticks: bigint): number {
  // A tick is 3/100,000 of 1/300 s; half of one is added so that the result is the nearest.
  return Number(((ticks - DATETIME_EPOCH) * 3n + 50_000n) / 100_000n);
}

/** 2003-04-08 09:13:36.390: the creation date that SQL Server's own objects show. */
export const SYSTEM_CREATED = 631_853_900_163_900_000n;

export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

/** A sql_variant of a whole number, as identity and sequence values are shown. */
export function variantOf(type: Type, value: bigint | null): Value {
  if (value === null) return null;
  const narrow = type.name === 'int' || type.name === 'smallint' || type.name === 'tinyint';
  return { type, value: narrow ? Number(value) : value } satisfies Variant;
}

export const textVariant = (text: string): Variant => ({ type: nvarchar(Math.max(1, Math.min(text.length, 4000))), value: text });

export const LSN: Type = numeric(25, 0);
export const ADDRESS: Type = varbinary(8);
