/**
 * The JavaScript form of T-SQL values. Values do not describe themselves: the static type beside them says what they are, so an int and a date
 * are both numbers and nothing is boxed. Every form is exact and, for one type, compares as the type does (strings through their collation's key).
 *
 * | type | form |
 * | --- | --- |
 * | bit, tinyint, smallint, int | number |
 * | bigint | bigint |
 * | decimal, numeric | bigint, unscaled (the type holds the scale) |
 * | money, smallmoney | bigint, ten-thousandths |
 * | float, real | number (finite; real is rounded to single precision) |
 * | date | number, days since 0001-01-01 |
 * | time | number, 100 ns ticks since midnight |
 * | datetime | number, 1/300 s since 1900-01-01 00:00 (negative before) |
 * | smalldatetime | number, minutes since 1900-01-01 |
 * | datetime2 | bigint, 100 ns ticks since 0001-01-01 |
 * | datetimeoffset | DateTimeOffset |
 * | char, varchar, nchar, nvarchar, text, ntext, xml | string (fixed types padded to their length) |
 * | binary, varbinary, image, rowversion | Uint8Array |
 * | hierarchyid, geometry, geography | Uint8Array, as [MS-SSCLRT] says |
 * | uniqueidentifier | string, upper case with hyphens |
 * | sql_variant | Variant |
 */

import type { Type } from '@sprocket/tsql';

/** A moment with its offset; two are equal when their `utc` is. */
export interface DateTimeOffset {
  /** 100 ns ticks since 0001-01-01 00:00 UTC. */
  readonly utc: bigint;
  /** Minutes east of UTC, -840 to 840. */
  readonly offset: number;
}

/** A value that carries its own type, as sql_variant does. */
export interface Variant {
  readonly type: Type;
  readonly value: Exclude<Value, Variant | null>;
}

export type Value = null | number | bigint | string | Uint8Array | DateTimeOffset | Variant;

/** A value that is not NULL. */
export type Present = Exclude<Value, null>;

export function isDateTimeOffset(value: Value): value is DateTimeOffset {
  return typeof value === 'object' && value !== null && 'utc' in value;
}

export function isVariant(value: Value): value is Variant {
  return typeof value === 'object' && value !== null && 'type' in value;
}
