/** Values of properties that are sql_variants, and what collations say of themselves. */

import { INT, nvarchar, type Type } from '@sprocket/tsql';
import type { Collation } from '../values/collation.ts';
import type { Variant } from '../values/value.ts';

const TEXT: Type = nvarchar(128);

export const text = (value: string): Variant => ({ type: TEXT, value });

export const number = (value: number | boolean): Variant => ({ type: INT, value: Number(value) });

/** Flags of the comparison style: what the collation ignores. */
export function comparisonStyle(of: Collation | undefined): number {
  if (of === undefined || of.binary) return 0;
  return (of.caseSensitive ? 0 : 1) + (of.accentSensitive ? 0 : 2) + (of.kanaSensitive ? 0 : 0x10000) + (of.widthSensitive ? 0 : 0x20000);
}
