/**
 * How sql_variant values compare: first by the family of the types they carry (dates above floats above exact numbers above text above binaries above
 * GUIDs), then as values of the family's common type; texts by their collations before their characters.
 * Source: "sql_variant (Transact-SQL)", comparison.
 */

import { asDecimal, familyOf, type Type } from '@sprocket/tsql';
import { collation, DEFAULT_COLLATION } from './collation.ts';
import { keyOf } from './compare.ts';
import { BIG_TICKS_PER_DAY } from './datetime/limits.ts';
import { atOffset, momentOf } from './datetime/moment.ts';
import { rescale } from './decimal.ts';
import type { Variant } from './value.ts';

/** Negative, zero or positive. */
export function compareVariants(left: Variant, right: Variant): number {
  const families = rank(left.type) - rank(right.type);
  if (families !== 0) return families;
  const [a, b] = [variantKey(left), variantKey(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A key that is equal exactly when two variants are, and orders as they do. */
export function variantKey(variant: Variant): string {
  return String.fromCharCode(0x30 + rank(variant.type)) + withinFamily(variant);
}

function rank(type: Type): number {
  switch (familyOf(type)) {
    case 'datetime':
      return 6;
    case 'float':
      return 5;
    case 'integer':
    case 'decimal':
    case 'money':
      return 4;
    case 'string':
      return 3;
    case 'binary':
      return 2;
    default:
      return 1;
  }
}

function withinFamily({ type, value }: Variant): string {
  switch (familyOf(type)) {
    case 'datetime': {
      const { day, ticks } = atOffset(momentOf(type)(value), 0);
      return sortable(BigInt(day) * BIG_TICKS_PER_DAY + BigInt(ticks), 20);
    }
    case 'float':
      return sortableFloat(value as number);
    case 'integer':
    case 'decimal':
    case 'money':
      return sortable(rescale(BigInt(value as number | bigint), asDecimal(type).scale, 38), 78);
    case 'string':
      return textKey(value as string, type);
    default:
      return String(keyOf(type)(value));
  }
}

/** Texts of different collations order by locale, version, flags and sort order before their characters. */
function textKey(text: string, type: Type): string {
  const { lcid, version, flags, sortId, key } = collation(type.collation ?? DEFAULT_COLLATION)!;
  return String.fromCharCode(0x100 + (lcid & 0x7fff), 0x100 + version, 0x100 + flags, 0x100 + sortId) + key(text);
}

/** Digits of a number moved above zero, so that they order as the numbers do. */
function sortable(value: bigint, digits: number): string {
  return (value + 10n ** BigInt(digits)).toString().padStart(digits + 1, '0');
}

/** The bits of a double, turned so that they order as the numbers do. */
function sortableFloat(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value + 0);
  const bits = view.getBigUint64(0);
  const ordered = bits >> 63n === 1n ? BigInt.asUintN(64, ~bits) : bits | (1n << 63n);
  return ordered.toString(16).padStart(16, '0');
}
