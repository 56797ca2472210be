/** The text of a value as PRINT and string concatenation give it: its default conversion to varchar. */

import { familyOf, isUnicode, MAX, nvarchar, type Type, varchar } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { toHex } from './convert/bytes.ts';
import { converter } from './convert.ts';
import { NEUTRAL } from './neutral.ts';
import type { Value } from './value.ts';

/** `NULL`, `12.50`, `Jan  1 2024 12:00AM`, `0x01AF`. */
export function show(value: Value, type: Type, env: Environment = NEUTRAL): string {
  if (value === null) return 'NULL';
  if (familyOf(type) === 'binary') return `0x${toHex(value as Uint8Array)}`;
  const target = isUnicode(type) || familyOf(type) === 'variant' ? nvarchar(MAX) : varchar(MAX, type.collation);
  return String(converter(type, target)(value, env));
}
