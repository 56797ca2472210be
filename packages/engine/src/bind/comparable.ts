/** Types that cannot be compared, sorted or grouped: text, ntext, image, xml, geometry and geography. Each place has its own error for them. */

import { isSpatial, type Type } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { typeName } from './coerce.ts';
import type { CompareOperator } from './tree.ts';

/** The large types that came before varchar(max): neither compared nor calculated with. */
export const LEGACY: ReadonlySet<string> = new Set(['text', 'ntext', 'image']);

/** Comparisons as errors word them. */
export const COMPARISON_WORDS: Readonly<Record<CompareOperator, string>> = {
  '=': 'equal to',
  '<>': 'not equal to',
  '<': 'less than',
  '>': 'greater than',
  '<=': 'less than or equal to',
  '>=': 'greater than or equal to',
};

/** In ORDER BY and GROUP BY. */
export function requireSortable(type: Type, clause: 'ORDER BY' | 'GROUP BY'): void {
  if (isSpatial(type)) throw sqlError(249, type.name, clause);
  if (type.name === 'xml') throw sqlError(305);
  if (LEGACY.has(type.name)) throw sqlError(306);
}

/** A column of SELECT DISTINCT (421). */
export function requireDistinct(type: Type): void {
  if (type.name === 'xml' || LEGACY.has(type.name) || isSpatial(type)) throw sqlError(421, typeName(type));
}

/** A column of UNION, INTERSECT or EXCEPT (5335). */
export function requireOperand(type: Type): void {
  if (type.name === 'xml' || LEGACY.has(type.name) || isSpatial(type)) throw sqlError(5335, typeName(type));
}
