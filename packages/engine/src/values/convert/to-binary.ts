/**
 * Conversions to binary, varbinary, image and rowversion. Text is its stored bytes, or hexadecimal in the styles 1 and 2; numbers, dates and GUIDs
 * are the bytes that SQL Server shows for them. Text and binaries are cut and padded on the right, numbers on the left.
 */

import { familyOf, isUnicode, MAX, type Type } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../errors.ts';
import { encodeBytes } from '../collation/code-page.ts';
import { collation, DEFAULT_COLLATION } from '../collation.ts';
import { BIG_TICKS_PER_DAY, MINUTES_PER_DAY, UNITS_PER_DAY } from '../datetime/limits.ts';
import { momentOf } from '../datetime/moment.ts';
import { typeWord } from '../failure.ts';
import { WIDTHS } from '../ranges.ts';
import type { DateTimeOffset, Present } from '../value.ts';
import { fromHex, guidToBytes, joinBytes, utf16Bytes, writeBig, writeLittle } from './bytes.ts';
import type { Convert } from './conversion.ts';

type Bytes = (value: Present) => Uint8Array;

/** The conversion of a type to a binary type in a style; undefined when there is none. */
export function toBinary(source: Type, target: Type, style: number): Convert | undefined {
  const bytes = bytesOf(source, target, style);
  if (bytes === undefined) return undefined;
  const fit = fitBytes(target, alignmentOf(source));
  return (value) => fit(bytes(value));
}

/** The stored bytes of values of a type. */
function bytesOf(source: Type, target: Type, style: number): Bytes | undefined {
  switch (familyOf(source)) {
    case 'binary':
    case 'clr':
      return (value) => value as Uint8Array;
    case 'string':
      return textBytes(source, target, style);
    case 'xml':
      return (value) => joinBytes(BYTE_ORDER_MARK, utf16Bytes(value as string));
    case 'integer': {
      const width = Math.ceil((WIDTHS[source.name] ?? 64) / 8);
      return (value) => writeBig(BigInt(value as number | bigint), width);
    }
    case 'money':
      return (value) => writeBig(value as bigint, source.name === 'money' ? 8 : 4);
    case 'decimal':
      return (value) => decimalBytes(value as bigint, source);
    case 'float':
      return (value) => floatBytes(value as number, source.name === 'real');
    case 'datetime':
      return (value) => dateTimeBytes(value, source);
    case 'guid':
      return (value) => guidToBytes(value as string);
    default:
      return undefined;
  }
}

/** xml is stored as UTF-16 with its byte order mark. */
const BYTE_ORDER_MARK = Uint8Array.of(0xff, 0xfe);

function textBytes(source: Type, target: Type, style: number): Bytes {
  if (style === 1 || style === 2) return (value) => hexBytes(value as string, style, source, target);
  if (style !== 0) {
    return () => {
      throw sqlError(9809, style, source.name, target.name);
    };
  }
  if (isUnicode(source)) return (value) => utf16Bytes(value as string);
  const page = collation(source.collation ?? DEFAULT_COLLATION)?.codePage ?? 1252;
  return (value) => encodeBytes(value as string, page);
}

/** Style 1 wants the prefix 0x, style 2 refuses it. */
function hexBytes(text: string, style: 1 | 2, source: Type, target: Type): Uint8Array {
  const trimmed = text.trim();
  const prefixed = /^0x/i.test(trimmed);
  const bytes = prefixed === (style === 1) ? fromHex(prefixed ? trimmed.slice(2) : trimmed) : undefined;
  if (bytes === undefined) throw sqlError(8114, typeWord(source), target.name);
  return bytes;
}

function decimalBytes(value: bigint, source: Type): Uint8Array {
  const magnitude = value < 0n ? -value : value;
  const width = Math.max(1, Math.ceil(magnitude.toString(16).length / 8)) * 4;
  const head = Uint8Array.of(source.precision, source.scale, 0, value < 0n ? 0 : 1);
  return joinBytes(head, writeLittle(magnitude, width));
}

function floatBytes(value: number, single: boolean): Uint8Array {
  const bytes = new Uint8Array(single ? 4 : 8);
  const view = new DataView(bytes.buffer);
  if (single) view.setFloat32(0, value);
  else view.setFloat64(0, value);
  return bytes;
}

function dateTimeBytes(value: Present, source: Type): Uint8Array {
  switch (source.name) {
    case 'datetime':
      return pairBytes(value as number, UNITS_PER_DAY, 4);
    case 'smalldatetime':
      return pairBytes(value as number, MINUTES_PER_DAY, 2);
    case 'date':
      return writeLittle(BigInt(value as number), 3);
    case 'time':
      return timeBytes(value as number, source.scale);
    case 'datetime2': {
      const { day, ticks } = momentOf(source)(value);
      return joinBytes(timeBytes(ticks, source.scale), writeLittle(BigInt(day), 3));
    }
    default: {
      const { utc, offset } = value as DateTimeOffset;
      const time = timeBytes(Number(utc % BIG_TICKS_PER_DAY), source.scale);
      return joinBytes(time, writeLittle(utc / BIG_TICKS_PER_DAY, 3), writeLittle(BigInt(offset), 2));
    }
  }
}

function pairBytes(value: number, perDay: number, width: number): Uint8Array {
  const days = Math.floor(value / perDay);
  return joinBytes(writeBig(BigInt(days), width), writeBig(BigInt(value - days * perDay), width));
}

function timeBytes(ticks: number, scale: number): Uint8Array {
  const width = scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
  return joinBytes(Uint8Array.of(scale), writeLittle(BigInt(Math.floor(ticks / 10 ** (7 - scale))), width));
}

/** What is lost when the target is too short, and where zeros go when it is too long. */
interface Alignment {
  readonly cut: 'head' | 'tail' | 'error';
  readonly pad: 'head' | 'tail';
}

/** Numbers keep their low bytes; a decimal keeps its head; the later date types are not cut. */
function alignmentOf(source: Type): Alignment {
  switch (familyOf(source)) {
    case 'integer':
    case 'money':
    case 'float':
      return { cut: 'head', pad: 'head' };
    case 'decimal':
      return { cut: 'tail', pad: 'head' };
    case 'datetime':
      return source.name === 'datetime' || source.name === 'smalldatetime' ? { cut: 'head', pad: 'head' } : { cut: 'error', pad: 'tail' };
    default:
      return { cut: 'tail', pad: 'tail' };
  }
}

function fitBytes(target: Type, { cut, pad }: Alignment): (bytes: Uint8Array) => Uint8Array {
  const length = target.name === 'rowversion' ? 8 : target.length;
  if (length === MAX || length === 0) return (bytes) => bytes;
  const fixed = target.name !== 'varbinary';
  return (bytes) => {
    if (bytes.length === length || (bytes.length < length && !fixed)) return bytes;
    if (bytes.length > length && cut === 'error') throw sqlErrorState(8152, 17);
    if (bytes.length > length) return cut === 'head' ? bytes.slice(bytes.length - length) : bytes.slice(0, length);
    const padded = new Uint8Array(length);
    padded.set(bytes, pad === 'head' ? length - bytes.length : 0);
    return padded;
  };
}
