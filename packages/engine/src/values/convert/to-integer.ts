/**
 * Conversions to bit, tinyint, smallint, int and bigint. A decimal and a float are cut, money and datetime are rounded; bit is 1 for anything but
 * zero. Which error an overflow raises depends on the source: 220 for int and smallint, 8115 for bigint and decimals, 237 for money, 232 for floats,
 * 244 and 248 for strings.
 */

import { familyOf, type Type, type TypeName } from '@sprocket/tsql';
import { type SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import { UNITS_PER_DAY } from '../datetime/limits.ts';
import { decimalFromFloat, divideRounded, formatDecimal, powerOfTen } from '../decimal.ts';
import { overflow, typeWord } from '../failure.ts';
import { BIGINT_MAX, BIGINT_MIN, RANGES } from '../ranges.ts';
import { readBig } from './bytes.ts';
import { type Convert, from } from './conversion.ts';

/** The conversion of a type to an integer type; undefined when there is none. */
export function toInteger(source: Type, target: Type): Convert | undefined {
  const big = target.name === 'bigint';
  switch (familyOf(source)) {
    case 'integer':
      return source.name === 'bigint' ? fromBig(target) : big ? from<number>(BigInt) : fromSmall(target);
    case 'decimal':
      return fromExact(
        target,
        (value) => value / powerOfTen(source.scale),
        () => overflow(target),
      );
    case 'money':
      return fromMoney(target);
    case 'float':
      return fromFloat(target);
    case 'string':
      return fromString(source, target);
    case 'datetime':
      return source.name === 'datetime'
        ? fromDays(target, UNITS_PER_DAY)
        : source.name === 'smalldatetime'
          ? fromDays(target, 1440)
          : undefined;
    case 'binary':
      return from<Uint8Array>((bytes) => fit(readBig(bytes, BYTES[target.name] ?? 8), target, () => overflow(target)));
    default:
      return undefined;
  }
}

const BYTES: Partial<Record<TypeName, number>> = { bit: 1, tinyint: 1, smallint: 2, int: 4, bigint: 8 };

/** A bigint as the target's form, or the error of one that does not fit. */
function fit(value: bigint, target: Type, error: () => SqlError): number | bigint {
  if (target.name === 'bit') return value === 0n ? 0 : 1;
  if (target.name === 'bigint') {
    if (value < BIGINT_MIN || value > BIGINT_MAX) throw error();
    return value;
  }
  const { min, max } = RANGES[target.name]!;
  if (value < min || value > max) throw error();
  return Number(value);
}

function fromSmall(target: Type): Convert {
  if (target.name === 'bit') return from<number>((value) => (value === 0 ? 0 : 1));
  const { min, max } = RANGES[target.name]!;
  return from<number>((value) => {
    if (value < min || value > max) throw narrowOverflow(target, value);
    return value;
  });
}

function fromBig(target: Type): Convert {
  return from<bigint>((value) => fit(value, target, () => overflow(target)));
}

/** 220, with state 2 for tinyint. */
function narrowOverflow(target: Type, value: number): SqlError {
  return sqlErrorState(220, target.name === 'tinyint' ? 2 : 1, target.name, String(value));
}

function fromExact(target: Type, whole: (value: bigint) => bigint, error: () => SqlError): Convert {
  // Half of an exact number is not zero, so bit looks at the number itself.
  if (target.name === 'bit') return from<bigint>((value) => (value === 0n ? 0 : 1));
  return from<bigint>((value) => fit(whole(value), target, error));
}

function fromMoney(target: Type): Convert {
  const whole = (value: bigint) => divideRounded(value, 10_000n);
  if (target.name !== 'tinyint') return fromExact(target, whole, () => sqlErrorState(237, target.name === 'smallint' ? 2 : 1, target.name));
  return from<bigint>((value) => fit(whole(value), target, () => sqlErrorState(232, 11, 'tinyint', formatDecimal(value * 100n, 6))));
}

const FLOAT_STATES: Partial<Record<TypeName, number>> = { tinyint: 1, smallint: 2, int: 3 };

function fromFloat(target: Type): Convert {
  if (target.name === 'bit') return from<number>((value) => (value === 0 ? 0 : 1));
  if (target.name === 'bigint') {
    return from<number>((value) => {
      if (Math.abs(value) >= 2 ** 63 && value !== -(2 ** 63)) throw overflow(target);
      return BigInt(Math.trunc(value));
    });
  }
  const { min, max } = RANGES[target.name]!;
  return from<number>((value) => {
    const whole = Math.trunc(value) + 0;
    if (whole < min || whole > max)
      throw sqlErrorState(232, FLOAT_STATES[target.name] ?? 1, target.name, formatDecimal(decimalFromFloat(value, 6), 6));
    return whole;
  });
}

function fromDays(target: Type, unitsPerDay: number): Convert {
  if (target.name === 'bit') return from<number>((value) => (value === 0 ? 0 : 1));
  return from<number>((value) => fit(BigInt(Math.round(value / unitsPerDay)), target, () => overflow(target)));
}

/** Only blanks may surround the digits or follow the sign; no digits at all is 0. */
const INTEGER = /^ *([+-]? *\d*) *$/;

function fromString(source: Type, target: Type): Convert {
  const bit = target.name === 'bit';
  return from<string>((text) => {
    const match = INTEGER.exec(text);
    if (match === null) {
      const word = bit ? truthOf(text) : undefined;
      if (word !== undefined) return word;
      throw unreadable(text, source, target);
    }
    const digits = match[1]!.replaceAll(' ', '');
    const value = digits.length < 16 ? Number(digits === '+' || digits === '-' ? '0' : digits) + 0 : BigInt(digits.replace('+', ''));
    return typeof value === 'number' && !bit && target.name !== 'bigint'
      ? fitNumber(value, text, source, target)
      : fit(BigInt(value), target, () => stringOverflow(text, source, target));
  });
}

function fitNumber(value: number, text: string, source: Type, target: Type): number {
  const { min, max } = RANGES[target.name]!;
  if (value < min || value > max) throw stringOverflow(text, source, target);
  return value;
}

/** 'true' and 'false' are bits. */
function truthOf(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  return word === 'true' ? 1 : word === 'false' ? 0 : undefined;
}

function unreadable(text: string, source: Type, target: Type): SqlError {
  return target.name === 'bigint' ? sqlError(8114, typeWord(source), 'bigint') : sqlError(245, typeWord(source), text, target.name);
}

function stringOverflow(text: string, source: Type, target: Type): SqlError {
  switch (target.name) {
    case 'tinyint':
      return sqlErrorState(244, 1, typeWord(source), text, 'INT1');
    case 'smallint':
      return sqlErrorState(244, 2, typeWord(source), text, 'INT2');
    case 'int':
      return sqlError(248, typeWord(source), text);
    default:
      return overflow(target);
  }
}
