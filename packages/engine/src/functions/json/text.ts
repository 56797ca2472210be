/**
 * SQL values as JSON text, for FOR JSON, JSON_OBJECT, JSON_ARRAY and JSON_MODIFY: numbers and bits bare, floats in scientific form, dates in ISO 8601,
 * binaries in base64, everything else as a quoted string.
 */

import { familyOf, type Type } from '@sprocket/tsql';
import { civilFromDays, type Moment, momentOf } from '../../values/datetime.ts';
import { formatDecimal } from '../../values/decimal.ts';
import { isVariant, type Present } from '../../values/value.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** The characters of a string as JSON has them within quotes; FOR JSON and JSON_MODIFY escape the slash, JSON_OBJECT does not. */
export function escapeJson(text: string, slash = true): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what JSON must escape.
  const special = slash ? /["\\/\u0000-\u001f]/g : /["\\\u0000-\u001f]/g;
  return text.replace(special, (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function quoteJson(text: string, slash = true): string {
  return `"${escapeJson(text, slash)}"`;
}

/** How values of a type are written. */
export function jsonText(type: Type, slash = true): (value: Present) => string {
  switch (familyOf(type)) {
    case 'integer':
      return type.name === 'bit' ? (value) => (value === 1 ? 'true' : 'false') : String;
    case 'decimal':
      return (value) => formatDecimal(value as bigint, type.scale);
    case 'money':
      return (value) => formatDecimal(value as bigint, 4);
    case 'float':
      return (value) => scientific(value as number, type.name === 'real' ? 7 : 15);
    case 'datetime':
      return dateText(type);
    case 'binary':
      return (value) => `"${Buffer.from(value as Uint8Array).toString('base64')}"`;
    case 'variant':
      return (value) => (isVariant(value) ? jsonText(value.type, slash)(value.value) : 'null');
    default:
      return (value) => quoteJson(String(value), slash);
  }
}

/** `1.500000000000000e+000` */
function scientific(value: number, digits: number): string {
  const [mantissa = '0', exponent = '+0'] = value.toExponential(digits).split('e');
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(3, '0')}`;
}

function dateText(type: Type): (value: Present) => string {
  const read = momentOf(type);
  const digits = type.name === 'datetime' ? 3 : type.scale;
  return (value) => {
    const moment = read(value);
    const date = type.name === 'time' ? '' : isoDate(moment.day);
    const time = type.name === 'date' ? '' : isoTime(moment.ticks, digits);
    const zone = type.name === 'datetimeoffset' ? isoOffset(moment) : '';
    return `"${date}${date !== '' && time !== '' ? 'T' : ''}${time}${zone}"`;
  };
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

function isoDate(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** The fraction is left out when it is zero. */
function isoTime(ticks: number, digits: number): string {
  const seconds = Math.floor(ticks / 10_000_000);
  const fraction = pad(ticks % 10_000_000, 7).slice(0, digits);
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return /[1-9]/.test(fraction) ? `${clock}.${fraction}` : clock;
}

function isoOffset({ offset }: Moment): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
