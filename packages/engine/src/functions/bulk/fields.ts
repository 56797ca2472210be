/**
 * A field's text as the value of a column, by the rules of bulk loading, which are stricter than a conversion's: an integer has no decimal point, a bit
 * is 0 or 1, binary is hexadecimal digits. What does not fit is an error of the row, by number: 4864 type, 4863 truncation, 4867 overflow.
 */

import { isBinary, isString, MAX, nvarchar, type Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { SqlError } from '../../errors.ts';
import { converter } from '../../values/convert.ts';
import type { Value } from '../../values/value.ts';

export type FieldError = 4863 | 4864 | 4867;

export type FieldReader = (text: string, context: Environment) => { readonly value: Value } | { readonly error: FieldError };

const MISMATCH = { error: 4864 } as const;
const TRUNCATION = { error: 4863 } as const;

const INTEGERS: ReadonlySet<string> = new Set(['int', 'bigint', 'smallint', 'tinyint']);

export function fieldReader(type: Type): FieldReader {
  if (isString(type)) return stringReader(type);
  if (isBinary(type)) return binaryReader(type);
  const convert = convertedReader(type);
  if (INTEGERS.has(type.name)) return (text, context) => (/^\s*[+-]?\d+\s*$/.test(text) ? convert(text, context) : MISMATCH);
  if (type.name === 'bit') return (text, context) => (/^[01]$/.test(text.trim()) ? convert(text, context) : MISMATCH);
  return convert;
}

const TEXT = nvarchar(MAX);

/** Errors of overflow; any other is one of type. */
const OVERFLOWS: ReadonlySet<number> = new Set([220, 232, 242, 244, 248, 8115]);

function convertedReader(type: Type): FieldReader {
  const convert = converter(TEXT, type, { explicit: true });
  return (text, context) => {
    try {
      return { value: convert(text, context) };
    } catch (thrown) {
      if (!(thrown instanceof SqlError)) throw thrown;
      return { error: OVERFLOWS.has(thrown.number) ? 4867 : 4864 };
    }
  };
}

function stringReader(type: Type): FieldReader {
  const convert = convertedReader(type);
  const isLong = (text: string): boolean => type.length > 0 && text.length > type.length;
  const error = type.name === 'nvarchar' || type.name === 'nchar' ? MISMATCH : TRUNCATION;
  // A lone NUL is what bcp writes for an empty string.
  return (text, context) => (isLong(text) ? error : convert(text === '\0' ? '' : text, context));
}

function binaryReader(type: Type): FieldReader {
  return (text) => {
    if (!/^[0-9a-f]*$/i.test(text)) return MISMATCH;
    if (text.length % 2 === 1 || (type.length > 0 && text.length > type.length * 2)) return TRUNCATION;
    const bytes = Buffer.from(text, 'hex');
    const size = type.name === 'binary' ? type.length : bytes.length;
    const value = new Uint8Array(size);
    value.set(bytes);
    return { value };
  };
}
