/**
 * Conversions between types: implicit ones, CAST and CONVERT with its styles, TRY_CAST and TRY_CONVERT, and the assignment to a column. `converter` is
 * asked once when an expression is compiled and answers with a closure for exactly these two types. What does not exist at all (`conversionKind` is
 * 'none') is refused by the binder, with 529 or 206, before a converter is asked for.
 */

import { familyOf, isBinary, isClr, isNumeric, isString, MAX, sameType, type Type, typeToString } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { SqlError, sqlErrorState } from '../errors.ts';
import { cutToLength, trimBlanks } from './collation.ts';
import { toHex } from './convert/bytes.ts';
import { type Convert, type How, identity } from './convert/conversion.ts';
import { conversionKind } from './convert/kind.ts';
import { toBinary } from './convert/to-binary.ts';
import { toDateTime } from './convert/to-datetime.ts';
import { toDecimal, toMoney } from './convert/to-decimal.ts';
import { toFloat } from './convert/to-float.ts';
import { toInteger } from './convert/to-integer.ts';
import { toClr, toGuid, toVariant, toXml } from './convert/to-other.ts';
import { fitting, toText } from './convert/to-string.ts';
import { arithmeticFailure, overflow } from './failure.ts';
import type { Present, Value, Variant } from './value.ts';

export type { Convert, How } from './convert/conversion.ts';
export { type ConversionKind, conversionKind } from './convert/kind.ts';

/** The function that converts values of one type into another. */
export function converter(from: Type, to: Type, how: How = {}): Convert {
  const convert = sameType(from, to) && how.style === undefined ? identity : choose(from, to, how);
  return how.isTry === true ? attempt(convert, isString(from) && isClr(to)) : convert;
}

/** Converts for INSERT and UPDATE; `onTruncate` gets what would remain of a text or binary that is too long, and raises 2628. */
export type Store = (value: Present, env: Environment, onTruncate: (shown: string) => never) => Value;

/**
 * The function that converts values for a column. It differs from a conversion in what does not fit: a text or binary is an error unless only
 * blanks are lost or ANSI_WARNINGS is OFF, and an integer never becomes '*'.
 */
export function storer(from: Type, to: Type): Store {
  if (to.length <= 0 || !(isString(to) || isBinary(to)) || to.name === 'rowversion') return converter(from, to);
  return isBinary(to) ? storeBinary(from, to) : storeText(from, to);
}

function choose(from: Type, to: Type, how: How, state = 1): Convert {
  if (from.name === 'sql_variant' && to.name !== 'sql_variant') return fromVariant(to, how);
  const convert = conversionKind(from, to) === 'none' ? undefined : convertInto(from, to, how.style);
  if (convert === undefined) throw sqlErrorState(529, state, fullName(from), fullName(to));
  return isNumeric(from) && isNumeric(to) ? overflowing(convert) : convert;
}

function convertInto(from: Type, to: Type, style: number | undefined): Convert | undefined {
  switch (familyOf(to)) {
    case 'integer':
      return toInteger(from, to);
    case 'decimal':
      return toDecimal(from, to);
    case 'money':
      return toMoney(from, to);
    case 'float':
      return toFloat(from, to);
    case 'datetime':
      return toDateTime(from, to, style);
    case 'string':
      return toText(from, to, style ?? defaultStyle(from));
    case 'binary':
      return toBinary(from, to, style ?? 0);
    case 'guid':
      return toGuid(from);
    case 'xml':
      return toXml(from, style ?? 0, to.xmlSchema);
    case 'variant':
      return toVariant(from);
    case 'clr':
      return toClr(from, to);
    case 'other':
      return from.name === to.name ? identity : undefined;
  }
}

/** The overflows of a number on its way into another type. */
const OVERFLOWS = new Set([220, 232, 237, 8115]);

/** With ANSI_WARNINGS and ARITHABORT both OFF a number that does not fit becomes NULL. */
function overflowing(convert: Convert): Convert {
  return (value, env) => {
    try {
      return convert(value, env);
    } catch (error) {
      if (error instanceof SqlError && OVERFLOWS.has(error.number)) return arithmeticFailure(env, error);
      throw error;
    }
  };
}

/** 529 names types as they are declared, MAX included. */
function fullName(type: Type): string {
  return type.length === MAX ? `${type.name}(max)` : type.name === 'rowversion' ? 'timestamp' : type.name;
}

/** The later date and time types are written as ODBC does, everything else in style 0. */
function defaultStyle(from: Type): number {
  return familyOf(from) === 'datetime' && from.name !== 'datetime' && from.name !== 'smalldatetime' ? 121 : 0;
}

/** The source type is known with each value only; converters are remembered by it. A type that does not convert is 529 with state 3. */
function fromVariant(to: Type, how: How): Convert {
  const known = new Map<string, Convert>();
  return (value, env) => {
    const { type, value: held } = value as Variant;
    const name = `${typeToString(type)} ${type.collation ?? ''}`;
    let convert = known.get(name);
    if (convert === undefined) {
      convert = choose(type, to, how, 3);
      known.set(name, convert);
    }
    return convert(held, env);
  };
}

/** What TRY_CAST and TRY_CONVERT turn into NULL: the errors of values, not of types. */
const FAILURES = new Set([
  220, 232, 234, 235, 236, 237, 241, 242, 244, 245, 248, 281, 293, 294, 295, 6354, 8114, 8115, 8152, 8169, 8170, 9807, 9809, 9814,
]);

/** A text that a CLR type cannot read counts among them, though its bytes do not. */
function attempt(convert: Convert, readsClr: boolean): Convert {
  return (value, env) => {
    try {
      return convert(value, env);
    } catch (error) {
      if (error instanceof SqlError && (isFailure(error.number) || (readsClr && error.number === 6522))) return null;
      throw error;
    }
  };
}

/** 9400 to 9499 are the mistakes of an xml text, 6358 that of its style. */
function isFailure(number: number): boolean {
  return FAILURES.has(number) || number === 6358 || (number >= 9400 && number <= 9499);
}

function storeText(from: Type, to: Type): Store {
  if (!isTextLike(from)) return storeNumber(from, to);
  const varying = to.name === 'char' ? 'varchar' : to.name === 'nchar' ? 'nvarchar' : to.name;
  const full = converter(from, { ...to, name: varying, length: MAX });
  const fit = fitting(to);
  return (value, env, onTruncate) => {
    const text = full(value, env) as string;
    const cut = cutToLength(text, to);
    if (cut.length < text.length && trimBlanks(text).length > cut.length && env.options.ansiWarnings) onTruncate(cut);
    return fit(cut, value);
  };
}

/** What a conversion would cut: text, dates, binaries. */
function isTextLike(type: Type): boolean {
  const family = familyOf(type);
  return family === 'string' || family === 'datetime' || family === 'binary' || family === 'xml' || family === 'variant';
}

/** Numbers and GUIDs that do not fit fail as their conversion does; an integer overflows where a conversion would write '*'. */
function storeNumber(from: Type, to: Type): Store {
  const convert = converter(from, to);
  if (familyOf(from) !== 'integer') return convert;
  return (value, env) => {
    if (String(value).length > to.length) throw overflow(to);
    return convert(value, env);
  };
}

function storeBinary(from: Type, to: Type): Store {
  const full = converter(from, { ...to, name: 'varbinary', length: MAX });
  const fit = converter({ ...to, name: 'varbinary', length: MAX }, to);
  const counted = !isString(from) && !isBinary(from);
  const direct = counted ? converter(from, to) : undefined;
  return (value, env, onTruncate) => {
    if (direct !== undefined) return direct(value, env);
    const bytes = full(value, env) as Uint8Array;
    if (bytes.length > to.length && env.options.ansiWarnings) onTruncate(`0x${toHex(bytes.subarray(0, to.length))}`);
    return fit(bytes, env);
  };
}
