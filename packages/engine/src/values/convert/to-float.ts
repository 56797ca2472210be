/** Conversions to float and real. Text may have an exponent; the empty string is 0. real is rounded to single precision. */

import { familyOf, type Type } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../errors.ts';
import { MINUTES_PER_DAY, UNITS_PER_DAY } from '../datetime/limits.ts';
import { decimalFromFloat, floatFromDecimal, formatDecimal } from '../decimal.ts';
import { conversionOverflow, typeWord } from '../failure.ts';
import { type Convert, from } from './conversion.ts';

/** The conversion of a type to float or real; undefined when there is none. */
export function toFloat(source: Type, target: Type): Convert | undefined {
  const finish = target.name === 'real' ? toReal : (value: number) => value;
  switch (familyOf(source)) {
    case 'integer':
    case 'float':
      return from<number | bigint>((value) => finish(Number(value)));
    case 'decimal':
      return from<bigint>((value) => finish(floatFromDecimal(value, source.scale)));
    case 'money':
      return from<bigint>((value) => finish(floatFromDecimal(value, 4)));
    case 'string':
      return from<string>((text) => finish(readFloat(text, source, target)));
    case 'datetime':
      return fromDays(source, finish);
    default:
      return undefined;
  }
}

function toReal(value: number): number {
  const single = Math.fround(value);
  if (!Number.isFinite(single)) throw sqlErrorState(232, 2, 'real', formatDecimal(decimalFromFloat(value, 6), 6));
  return single;
}

/** White space of any kind may stand in front, only blanks behind. */
const FLOAT = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][+-]?\d+)?\u0020*$/;

function readFloat(text: string, source: Type, target: Type): number {
  if (!FLOAT.test(text)) {
    if (text.trim() === '') return 0;
    throw sqlError(8114, typeWord(source), target.name);
  }
  const value = Number(text.replace(/[dD]/, 'e'));
  if (!Number.isFinite(value)) throw conversionOverflow(typeWord(source), target, 6);
  return value;
}

function fromDays(source: Type, finish: (value: number) => number): Convert | undefined {
  if (source.name === 'datetime') return from<number>((value) => finish(value / UNITS_PER_DAY));
  return source.name === 'smalldatetime' ? from<number>((value) => finish(value / MINUTES_PER_DAY)) : undefined;
}
