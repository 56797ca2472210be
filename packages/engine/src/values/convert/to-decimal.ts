/**
 * Conversions to decimal, numeric, money and smallmoney. Digits beyond the scale are rounded half away from zero; digits beyond the precision are an
 * overflow whose wording names the source. The empty string is 0 as money and an error as a decimal.
 */

import { familyOf, type Type } from '@sprocket/tsql';
import { type SqlError, sqlError } from '../../errors.ts';
import { MINUTES_PER_DAY, UNITS_PER_DAY } from '../datetime/limits.ts';
import { decimalFromFloat, divideRounded, parseDecimal, powerOfTen, rescale } from '../decimal.ts';
import { conversionOverflow, typeWord } from '../failure.ts';
import { MONEY_RANGES } from '../ranges.ts';
import { readBig, readLittle } from './bytes.ts';
import { type Convert, from } from './conversion.ts';

/** The conversion of a type to decimal or numeric; undefined when there is none. */
export function toDecimal(source: Type, target: Type): Convert | undefined {
  const limit = powerOfTen(target.precision);
  const checked = (value: bigint, error: () => SqlError): bigint => {
    if (value >= limit || value <= -limit) throw error();
    return value;
  };
  return toExact(source, target.scale, checked, {
    fromFloat: () => conversionOverflow(source.name, target, 6),
    fromExact: () => conversionOverflow(typeWord(source), target, 8),
    fromString: (text) => readDecimal(text, source, target),
    fromBytes: (bytes) => readDecimalBytes(bytes, source, target),
  });
}

/** The same to money or smallmoney. */
export function toMoney(source: Type, target: Type): Convert | undefined {
  const { min, max } = MONEY_RANGES[target.name]!;
  const checked = (value: bigint, error: () => SqlError): bigint => {
    if (value < min || value > max) throw error();
    return value;
  };
  return toExact(source, 4, checked, {
    fromFloat: () => conversionOverflow(source.name, target, 4),
    fromExact: () => conversionOverflow(familyOf(source) === 'integer' ? 'expression' : typeWord(source), target, 2),
    fromString: (text) => checked(readMoney(text, target), () => sqlError(target.name === 'money' ? 236 : 294)),
    fromBytes: (bytes) => readBig(bytes, target.name === 'money' ? 8 : 4),
  });
}

/** What differs between decimal and money. */
interface Exact {
  readonly fromFloat: () => SqlError;
  readonly fromExact: () => SqlError;
  readonly fromString: (text: string) => bigint;
  readonly fromBytes: (bytes: Uint8Array) => bigint;
}

type Check = (value: bigint, error: () => SqlError) => bigint;

function toExact(source: Type, scale: number, checked: Check, exact: Exact): Convert | undefined {
  const unit = powerOfTen(scale);
  switch (familyOf(source)) {
    case 'integer':
      return source.name === 'bigint'
        ? from<bigint>((value) => checked(value * unit, exact.fromExact))
        : from<number>((value) => checked(BigInt(value) * unit, exact.fromExact));
    case 'decimal':
    case 'money': {
      const sourceScale = familyOf(source) === 'money' ? 4 : source.scale;
      return from<bigint>((value) => checked(rescale(value, sourceScale, scale), exact.fromExact));
    }
    case 'float':
      return from<number>((value) => checked(decimalFromFloat(value, scale), exact.fromFloat));
    case 'string':
      return from<string>(exact.fromString);
    case 'datetime':
      return fromDays(source, unit, checked, exact.fromExact);
    case 'binary':
      return from<Uint8Array>((bytes) => checked(exact.fromBytes(bytes), exact.fromExact));
    default:
      return undefined;
  }
}

/** Days since 1900-01-01 with their fraction. */
function fromDays(source: Type, unit: bigint, checked: Check, error: () => SqlError): Convert | undefined {
  const perDay = source.name === 'datetime' ? UNITS_PER_DAY : source.name === 'smalldatetime' ? MINUTES_PER_DAY : 0;
  if (perDay === 0) return undefined;
  return from<number>((value) => checked(divideRounded(BigInt(value) * unit, BigInt(perDay)), error));
}

function readDecimal(text: string, source: Type, target: Type): bigint {
  const read = parseDecimal(text);
  if (read === undefined) throw sqlError(8114, typeWord(source), typeWord(target));
  const value = rescale(read.unscaled, read.scale, target.scale);
  const limit = powerOfTen(target.precision);
  if (value < limit && value > -limit) return value;
  const wide = read.unscaled.toString().replace('-', '').length - read.scale > 38;
  throw conversionOverflow(typeWord(source), target, wide ? 6 : 8);
}

const MONEY = /^\s*([+-]?)\s*\p{Sc}?\s*([+-]?)\s*([\d,]*)(?:\.(\d*))?\s*$/u;

/** An optional currency sign, thousands separators anywhere before the point; nothing at all is 0. */
function readMoney(text: string, target: Type): bigint {
  const match = MONEY.exec(text);
  if (match === null || (match[1] !== '' && match[2] !== '')) throw sqlError(target.name === 'money' ? 235 : 293);
  const fraction = match[4] ?? '';
  const value = rescale(BigInt(match[3]!.replaceAll(',', '') + fraction || '0'), fraction.length, 4);
  return match[1] === '-' || match[2] === '-' ? -value : value;
}

/** Precision, scale, an unused byte, the sign (1: not negative) and the magnitude, little-endian. */
function readDecimalBytes(bytes: Uint8Array, source: Type, target: Type): bigint {
  const [precision = 0, sourceScale = 0, , sign = 1] = bytes;
  if (precision > 38) throw conversionOverflow(typeWord(source), target, 6);
  if (bytes.length < 8 || sourceScale > precision) throw sqlError(8114, typeWord(source), 'numeric');
  const magnitude = readLittle(bytes.subarray(4));
  return rescale(sign === 0 ? -magnitude : magnitude, sourceScale, target.scale);
}
