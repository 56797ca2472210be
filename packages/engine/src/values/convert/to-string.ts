/**
 * Conversions to the character types. Every source is written by its own rules and style, then fitted into the target: a string, a date or a binary
 * is cut silently; a number that does not fit is an error, except that tinyint, smallint and int become '*' in char and varchar.
 */

import { familyOf, isUnicode, MAX, type Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { type SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import { bytesIn, decodeBytes } from '../collation/code-page.ts';
import { collation, cutToLength, DEFAULT_COLLATION, toCodePage } from '../collation.ts';
import { formatter } from '../datetime/format.ts';
import { languageOf } from '../datetime/languages.ts';
import { momentOf } from '../datetime/moment.ts';
import { decimalFromFloat, formatDecimal } from '../decimal.ts';
import { conversionOverflow, overflow } from '../failure.ts';
import { hierarchyIdText } from '../hierarchy/hierarchyid.ts';
import { decodeSpatial } from '../spatial/binary.ts';
import { shapeText } from '../spatial/text.ts';
import type { Present } from '../value.ts';
import { toHex, utf16Text } from './bytes.ts';
import type { Convert } from './conversion.ts';
import { floatFormatter, moneyFormatter } from './number-text.ts';

/** Writes a value in full, whatever the length of the target. */
type Write = (value: Present, env: Environment) => string;

/** What becomes of a text that is longer than its target. */
type TooLong = (text: string, value: Present) => string;

/** The conversion of a type to a character type in a style; undefined when there is none. */
export function toText(source: Type, target: Type, style: number): Convert | undefined {
  const write = writer(source, target, style);
  if (write === undefined) return undefined;
  const fit = fitting(target, tooLong(source, target, style));
  return (value, env) => fit(write(value, env), value);
}

/** Cuts at the declared length, or does what `tooLongText` says, and pads the fixed types. */
export function fitting(
  target: Type,
  tooLongText: TooLong = (text) => cutToLength(text, target),
): (text: string, value: Present) => string {
  const { length } = target;
  if (length === MAX || length === 0) return (text) => text;
  const page = collation(target.collation ?? DEFAULT_COLLATION)?.codePage ?? 1252;
  const sizeOf = isUnicode(target) ? (text: string) => text.length : (text: string) => bytesIn(text, page);
  const fixed = target.name === 'char' || target.name === 'nchar';
  return (text, value) => {
    const fitted = sizeOf(text) > length ? tooLongText(text, value) : text;
    return fixed ? fitted + ' '.repeat(length - sizeOf(fitted)) : fitted;
  };
}

/** The full text of values of a type, in a style; undefined when the type does not become text. */
function writer(source: Type, target: Type, style: number): Write | undefined {
  switch (familyOf(source)) {
    case 'string':
    case 'xml':
      return recode(source, target);
    case 'integer':
      return (value) => String(value);
    case 'decimal':
      return (value) => formatDecimal(value as bigint, source.scale);
    case 'money': {
      const format = moneyFormatter(style);
      return (value) => format(value as bigint);
    }
    case 'float': {
      const format = floatFormatter(style, source.name === 'real');
      return (value) => format(value as number);
    }
    case 'datetime':
      return writeDateTime(source, target, style);
    case 'binary':
      return source.name === 'image' ? undefined : writeBinary(source, target, style);
    case 'guid':
      return (value) => value as string;
    case 'clr':
      return clrWriter(source);
    default:
      return undefined;
  }
}

function clrWriter({ name }: Type): Write {
  if (name === 'hierarchyid') return (value) => hierarchyIdText(value as Uint8Array);
  const kind = name === 'geometry' ? name : 'geography';
  return (value) => shapeText(decodeSpatial(value as Uint8Array, kind).shape, 'all');
}

/** From Unicode, or from another code page, what the target's page lacks is replaced. */
function recode(source: Type, target: Type): Write {
  if (isUnicode(target)) return (value) => value as string;
  const name = target.collation ?? DEFAULT_COLLATION;
  if (!isUnicode(source) && (source.collation ?? DEFAULT_COLLATION) === name) return (value) => value as string;
  return (value) => toCodePage(value as string, name);
}

/** A style that the type cannot be written in is an error of each value, so that TRY_CONVERT gives NULL. */
function writeDateTime(source: Type, target: Type, style: number): Write {
  const format = formatter(source, style);
  if (format === 'style') return () => fail(sqlError(281, style, source.name));
  if (format === 'type') return () => fail(sqlError(8114, source.name, target.name));
  const read = momentOf(source);
  if (isUnicode(target)) return (value, env) => format(read(value), languageOf(env.options.language));
  const name = target.collation ?? DEFAULT_COLLATION;
  return (value, env) => toCodePage(format(read(value), languageOf(env.options.language)), name);
}

function fail(error: SqlError): never {
  throw error;
}

function writeBinary(source: Type, target: Type, style: number): Write {
  switch (style) {
    case 0: {
      const page = collation(target.collation ?? DEFAULT_COLLATION)?.codePage ?? 1252;
      return isUnicode(target) ? (value) => utf16Text(value as Uint8Array) : (value) => decodeBytes(value as Uint8Array, page);
    }
    case 1:
      return (value) => `0x${toHex(value as Uint8Array)}`;
    case 2:
      return (value) => toHex(value as Uint8Array);
    default:
      return () => fail(sqlError(9809, style, source.name, target.name));
  }
}

function tooLong(source: Type, target: Type, style: number): TooLong {
  switch (familyOf(source)) {
    case 'integer':
      return source.name === 'bigint' || isUnicode(target) ? () => fail(overflow(target)) : () => '*';
    case 'decimal':
      return () => fail(conversionOverflow('numeric', target, 5));
    case 'money':
      return () => fail(sqlError(234, target.name));
    case 'float':
      return (_, value) => fail(sqlErrorState(232, 2, target.name, formatDecimal(decimalFromFloat(value as number, 6), 6)));
    case 'guid':
      return isUnicode(target) ? () => fail(overflow(target)) : () => fail(sqlErrorState(8170, 2));
    case 'xml':
      return () => fail(sqlError(6354));
    case 'binary':
      // Hexadecimal is cut to whole bytes.
      return style === 0 ? (text) => cutToLength(text, target) : (text) => text.slice(0, target.length - (target.length % 2));
    default:
      return (text) => cutToLength(text, target);
  }
}
