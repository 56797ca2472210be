/**
 * Conversions to the character types. Every source is written by its own rules and style, then fitted into the target: a string, a date or a binary
 * is cut silently; a number that does not fit is an error, except that tinyint, smallint and int become '*' in char and varchar.
 */

import { familyOf, isUnicode, type Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { type SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import { decodeBytes } from '../collation/code-page.ts';
import { byteLength, collation, cutToLength, DEFAULT_COLLATION, toCodePage } from '../collation.ts';
import { formatter } from '../datetime/format.ts';
import { languageOf } from '../datetime/languages.ts';
import { momentOf } from '../datetime/moment.ts';
import { formatDecimal } from '../decimal.ts';
import { conversionOverflow, overflow } from '../failure.ts';
import type { Present } from '../value.ts';
import { toHex, utf16Text } from './bytes.ts';
import type { Convert } from './conversion.ts';
import { floatFormatter, moneyFormatter } from './number-text.ts';

/** Writes a value in full, whatever the length of the target. */
type Write = (value: Present, env: Environment) => string;

/** What becomes of a text that is longer than its target. */
type TooLong = (text: string) => string;

export function toText(source: Type, target: Type, style: number): Convert | undefined {
  const write = writer(source, target, style);
  if (write === undefined) return undefined;
  const fit = fitting(target, tooLong(source, target));
  return (value, env) => fit(write(value, env));
}

/** Cuts at the declared length and pads the fixed types. */
export function fitting(target: Type, tooLongText: TooLong = (text) => cutToLength(text, target)): (text: string) => string {
  const { length } = target;
  if (length <= 0) return (text) => text;
  const fixed = target.name === 'char' || target.name === 'nchar';
  const pageBytes = !isUnicode(target);
  return (text) => {
    const size = pageBytes ? byteLength(text, target) : text.length;
    if (size > length) return padded(tooLongText(text), target, fixed);
    return fixed && size < length ? text + ' '.repeat(length - size) : text;
  };
}

function padded(text: string, target: Type, fixed: boolean): string {
  const size = isUnicode(target) ? text.length : byteLength(text, target);
  return fixed && size < target.length ? text + ' '.repeat(target.length - size) : text;
}

/** The full text of values of a type, in a style; undefined when the type does not become text. */
export function writer(source: Type, target: Type, style: number): Write | undefined {
  switch (familyOf(source)) {
    case 'string':
    case 'xml':
      return recode(source, target);
    case 'integer':
      return (value) => String(value);
    case 'decimal':
      return (value) => formatDecimal(value as bigint, source.scale);
    case 'money': {
      const format = moneyFormatter(style) ?? noStyle(style, source);
      return (value) => format(value as bigint);
    }
    case 'float': {
      const format = floatFormatter(style, source.name === 'real') ?? noStyle(style, source);
      return (value) => format(value as number);
    }
    case 'datetime':
      return writeDateTime(source, target, style);
    case 'binary':
      return writeBinary(source, target, style);
    case 'guid':
      return (value) => value as string;
    default:
      return undefined;
  }
}

/** 281; raised when the expression is compiled. */
function noStyle(style: number, source: Type): never {
  throw sqlError(281, style, `${source.name} to a character string`);
}

/** From Unicode, or from another code page, what the target's page lacks is replaced. */
function recode(source: Type, target: Type): Write {
  if (isUnicode(target)) return (value) => value as string;
  const name = target.collation ?? DEFAULT_COLLATION;
  if (!isUnicode(source) && (source.collation ?? DEFAULT_COLLATION) === name) return (value) => value as string;
  return (value) => toCodePage(value as string, name);
}

function writeDateTime(source: Type, target: Type, style: number): Write {
  const format = formatter(source, style);
  if (format === 'style') return noStyle(style, source);
  if (format === 'type') throw sqlError(8114, source.name, target.name);
  const read = momentOf(source);
  return (value, env) => format(read(value), languageOf(env.options.language));
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
      return noStyle(style, source);
  }
}

function tooLong(source: Type, target: Type): TooLong {
  const fails = (error: (text: string) => SqlError) => (text: string) => {
    throw error(text);
  };
  switch (familyOf(source)) {
    case 'integer':
      return source.name === 'bigint' || isUnicode(target) ? fails(() => overflow(target)) : () => '*';
    case 'decimal':
      return fails(() => conversionOverflow('numeric', target, 5));
    case 'money':
      return fails(() => sqlError(234, target.name));
    case 'float':
      return fails((text) => sqlErrorState(232, 2, target.name, Number(text).toFixed(6)));
    case 'guid':
      return isUnicode(target) ? fails(() => overflow(target)) : fails(() => sqlErrorState(8170, 2));
    default:
      return (text) => cutToLength(text, target);
  }
}
