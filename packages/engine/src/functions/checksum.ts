/**
 * CHECKSUM and BINARY_CHECKSUM. A checksum of bytes turns the running value left by four bits and mixes in the next byte, which is what SQL Server
 * does for BINARY_CHECKSUM of strings and binaries; integers stand for themselves; several values are mixed in the same way. CHECKSUM takes each
 * character by its place in the collation, so that equal strings have equal checksums. Those places are public for ASCII under sort order 52, the
 * default of varchar data: there the values are SQL Server's. Elsewhere CHECKSUM of strings is our own over the collation's keys.
 */

import { familyOf, isUnicode, type Type } from '@sprocket/tsql';
import { collationOf, trimBlanks } from '../values/collation.ts';
import { keyOf } from '../values/compare.ts';
import { isDateTimeOffset, isVariant, type Present, type Value } from '../values/value.ts';
import { encodeAs } from './encoding.ts';

const NULL_CHECKSUM = 0x7fffffff;

/** The checksum of values; `collated` lets strings that compare equal agree. */
export function checksum(types: readonly Type[], collated: boolean): (values: readonly Value[]) => number {
  const parts = types.map((type) => (isComparable(type) ? checksumOf(type, collated) : null));
  return (values) => {
    let sum = 0;
    values.forEach((value, i) => {
      const part = parts[i]!;
      if (part !== null) sum = turn(sum) ^ (value === null ? NULL_CHECKSUM : part(value));
    });
    return sum | 0;
  };
}

/** text, ntext, image, xml and the like have no equality, and so no checksum: BINARY_CHECKSUM leaves them out. */
export function isComparable(type: Type): boolean {
  return !['text', 'ntext', 'image'].includes(type.name) && !['xml', 'other'].includes(familyOf(type));
}

const turn = (sum: number): number => (sum << 4) | (sum >>> 28);

function ofBytes(bytes: Iterable<number>): number {
  let sum = 0;
  for (const byte of bytes) sum = turn(sum) ^ byte;
  return sum | 0;
}

function checksumOf(type: Type, collated: boolean): (value: Present) => number {
  switch (familyOf(type)) {
    case 'integer':
      return (value) => (typeof value === 'bigint' ? ofWide(value) : (value as number));
    case 'decimal':
    case 'money':
      return (value) => ofWide(value as bigint);
    case 'string':
      return ofText(type, collated);
    case 'binary':
      return (value) => ofBytes(value as Uint8Array);
    case 'variant':
      return (value) => (isVariant(value) ? checksumOf(value.type, collated)(value.value) : 0);
    case 'float':
      return (value) => ofFloat(value as number);
    default:
      return (value) => ofOther(value);
  }
}

function ofText(type: Type, collated: boolean): (value: Present) => number {
  if (!collated) return (value) => ofBytes(encodeAs(trimBlanks(value as string), type));
  const key = keyOf(type);
  const national: Type = isUnicode(type) ? type : { ...type, name: 'nvarchar' };
  const byKey = (value: Present): number => ofBytes(encodeAs(String(key(value)), national));
  if (isUnicode(type) || collationOf(type).sortId !== 52) return byKey;
  return (value) => (ASCII.test(value as string) ? ofSorted(trimBlanks(value as string)) : byKey(value));
}

const ASCII = /^[^\u0080-\uffff]*$/;

function ofSorted(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = turn(sum) ^ SORT_ORDER_52[text.charCodeAt(i)]!;
  return sum | 0;
}

/** Runs of ASCII characters and the place of the first of each under sort order 52: signs, then digits, then letters. A blank counts as nothing. */
const RUNS: readonly (readonly [first: number, place: number])[] = [
  [0x00, 0],
  [0x20, 0],
  [0x21, 33],
  [0x30, 132],
  [0x3a, 48],
  [0x41, 142],
  [0x5b, 55],
  [0x61, 142],
  [0x7b, 61],
];

const SORT_ORDER_52: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const [first, place] = RUNS.findLast((run) => run[0] <= code)!;
  return place + code - first;
});

function ofWide(value: bigint): number {
  return Number(BigInt.asIntN(32, value ^ (BigInt.asIntN(64, value) >> 32n)));
}

function ofFloat(value: number): number {
  return ofBytes(new Uint8Array(new Float64Array([value + 0]).buffer));
}

function ofOther(value: Present): number {
  if (typeof value === 'string') return ofBytes(Buffer.from(value, 'latin1'));
  return ofWide(isDateTimeOffset(value) ? value.utc : BigInt(value as number | bigint));
}
