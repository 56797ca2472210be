/** The text of a value as PRINT and string concatenation give it: its default conversion to varchar. */

import { familyOf, isUnicode, MAX, nvarchar, type Type, varchar } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { toHex } from './convert/bytes.ts';
import { converter } from './convert.ts';
import type { Value } from './value.ts';

/** Session settings of a new us_english session, for texts that belong to no session. */
const NEUTRAL: Environment = {
  options: {
    dateFormat: 'mdy',
    dateFirst: 7,
    language: 'us_english',
    ansiWarnings: true,
    arithAbort: true,
    concatNullYieldsNull: true,
    ansiNulls: true,
    ansiPadding: true,
    textSize: 2147483647,
  },
  statementTime: 0n,
  serverOffset: 0,
  random: () => 0,
  session: () => null,
  caught: null,
  metadata: { lookup: () => null },
  warn: () => undefined,
};

/** `NULL`, `12.50`, `Jan  1 2024 12:00AM`, `0x01AF`. */
export function show(value: Value, type: Type, env: Environment = NEUTRAL): string {
  if (value === null) return 'NULL';
  if (familyOf(type) === 'binary') return `0x${toHex(value as Uint8Array)}`;
  const target = isUnicode(type) || familyOf(type) === 'variant' ? nvarchar(MAX) : varchar(MAX, type.collation);
  return String(converter(type, target)(value, env));
}
