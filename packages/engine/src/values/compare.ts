/**
 * Comparison of values of one type: `comparer` for sorting and predicates, `keyOf` for hashing, grouping and indexes. Keys are equal exactly when
 * values are and order as the type does. Two operands of different types are first converted to their common type by the binder.
 */

import { familyOf, type Type } from '@sprocket/tsql';
import { collationOf } from './collation.ts';
import type { DateTimeOffset, Present, Variant } from './value.ts';
import { compareVariants, variantKey } from './variant-order.ts';

/** Negative, zero or positive; both values are of the type and not NULL. */
export type Comparer = (left: Present, right: Present) => number;

/** What stands for a value in a hash table or an index. */
export type KeyOf = (value: Present) => string | number | bigint;

/** The order of a type; `collation` overrides the type's own. */
export function comparer(type: Type, collation?: string): Comparer {
  const key = ownKey(type, collation);
  if (key === undefined) return type.name === 'sql_variant' ? (a, b) => compareVariants(a as Variant, b as Variant) : compareNatural;
  return (left, right) => (left === right ? 0 : compareNatural(key(left), key(right)));
}

/** The key function of a type; `collation` overrides the type's own. */
export function keyOf(type: Type, collation?: string): KeyOf {
  const own = ownKey(type, collation);
  if (own !== undefined) return own;
  switch (familyOf(type)) {
    case 'float':
      // -0 equals 0.
      return (value) => (value as number) + 0;
    case 'variant':
      return (value) => variantKey(value as Variant);
    default:
      return (value) => value as number | bigint;
  }
}

/** Types whose JavaScript form does not compare as they do. */
function ownKey(type: Type, collation: string | undefined): KeyOf | undefined {
  switch (familyOf(type)) {
    case 'string':
    case 'xml': {
      const { key } = collationOf(type, collation);
      return (value) => key(value as string);
    }
    case 'binary':
      return (value) => binaryKey(value as Uint8Array);
    case 'clr':
      return (value) => bytesKey(value as Uint8Array, (value as Uint8Array).length);
    case 'guid':
      return (value) => guidKey(value as string);
    case 'datetime':
      return type.name === 'datetimeoffset' ? (value) => (value as DateTimeOffset).utc : undefined;
    default:
      return undefined;
  }
}

/** Numbers, bigints and keys. */
function compareNatural(left: Present, right: Present): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Binaries compare byte by byte, the shorter one as if zeros followed it: zeros at the end do not count. */
function binaryKey(bytes: Uint8Array): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytesKey(bytes, end);
}

function bytesKey(bytes: Uint8Array, end: number): string {
  let key = '';
  for (let at = 0; at < end; at += 1) key += String.fromCharCode(bytes[at]! + 1);
  return key;
}

/**
 * SQL Server compares the last group of digits first, then the fourth, and the first three by their bytes as stored, least significant first.
 */
function guidKey(guid: string): string {
  return (
    guid.slice(24) +
    guid.slice(19, 23) +
    guid.slice(16, 18) +
    guid.slice(14, 16) +
    guid.slice(11, 13) +
    guid.slice(9, 11) +
    guid.slice(6, 8) +
    guid.slice(4, 6) +
    guid.slice(2, 4) +
    guid.slice(0, 2)
  );
}
