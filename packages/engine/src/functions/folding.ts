/**
 * Equality of characters under the collation of a function's arguments, for functions that look for one string inside another (CHARINDEX, REPLACE,
 * TRANSLATE, STRING_SPLIT, TRIM). The folded text always has the length of the text, so positions in one are positions in the other.
 */

import type { Type } from '@sprocket/tsql';
import { type Collation, collationOf, folding } from '../values/collation.ts';
import { joinedText } from './define.ts';

/** Maps text so that two characters are equal exactly when they are the same code unit. */
export type Fold = (text: string) => string;

/** The collation under which several strings are compared. */
export function comparisonOf(types: readonly Type[]): Collation {
  return collationOf(joinedText(types));
}

/** The folding under which several strings are compared. */
export function foldingOf(types: readonly Type[]): Fold {
  const fold = folding(comparisonOf(types));
  return (text) => {
    const folded = fold(text);
    // A letter with a combining accent folds to one unit; unit by unit it keeps its place.
    return folded.length === text.length ? folded : text.split('').map(fold).join('');
  };
}
