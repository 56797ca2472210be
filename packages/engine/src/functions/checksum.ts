/**
 * CHECKSUM and BINARY_CHECKSUM. A checksum of bytes turns the running value left by four bits and mixes in the next byte, which is what SQL Server
 * does for BINARY_CHECKSUM of strings and binaries; integers stand for themselves; several values are mixed in the same way. CHECKSUM takes strings
 * through their collation's folding, so that equal strings have equal checksums: its values for strings are ours, not SQL Server's.
 */

import { familyOf, isUnicode, type Type } from '@sprocket/tsql';
import { trimBlanks } from '../values/collation.ts';
import { keyOf } from '../values/compare.ts';
import { isDateTimeOffset, isVariant, type Present, type Value } from '../values/value.ts';
import { encodeAs } from './encoding.ts';

const NULL_CHECKSUM = 0x7fffffff;

/** The checksum of values; `collated` lets strings that compare equal agree. */
export function checksum(types: readonly Type[], collated: boolean): (values: readonly Value[]) => number {
  const parts = types.map((type) => checksumOf(type, collated));
  return (values) => {
    let sum = 0;
    values.forEach((value, i) => {
      sum = turn(sum) ^ (value === null ? NULL_CHECKSUM : parts[i]!(value));
    });
    return sum | 0;
  };
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
    case 'xml':
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
  const key = keyOf(type);
  return (value) => {
    const text = collated ? String(key(value)) : trimBlanks(value as string);
    return ofBytes(encodeAs(text, collated && !isUnicode(type) ? { ...type, name: 'nvarchar' } : type));
  };
}

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
