/**
 * Maps each character to the representative of the characters that a collation holds equal to it, one for one, so that texts can be searched by
 * plain comparison: LIKE, CHARINDEX, REPLACE and their kin. Texts of ASCII alone are folded by the platform.
 */

import type { Collation } from '../collation.ts';

export type Fold = (text: string) => string;

/** The folding of a collation; the same function for every call with the same collation. */
export function folding(collation: Collation): Fold {
  const known = FOLDINGS.get(collation);
  if (known !== undefined) return known;
  const fold = makeFolding(collation);
  FOLDINGS.set(collation, fold);
  return fold;
}

const FOLDINGS = new WeakMap<Collation, Fold>();
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is the definition of ASCII.
const ASCII = /^[\x00-\x7f]*$/;
const COMBINING = /[\u0300-\u036f\u3099\u309a]/;

function makeFolding(collation: Collation): Fold {
  if (collation.binary) return (text) => text;
  const representatives = new Map<string, string>();
  const folded = new Map<string, string>();
  const foldChar = (char: string): string => {
    const known = folded.get(char);
    if (known !== undefined) return known;
    const key = char === ' ' ? ' ' : collation.key(char);
    const representative = representatives.get(key) ?? char;
    representatives.set(key, representative);
    folded.set(char, representative);
    return representative;
  };
  for (let code = 127; code >= 0; code -= 1) foldChar(String.fromCharCode(code));
  const plain = foldChar('I') === 'i' && foldChar('A') === 'a';
  const identity = foldChar('A') === 'A';
  return (text) => {
    if (ASCII.test(text) && (plain || identity)) return plain ? text.toLowerCase() : text;
    let result = '';
    for (const char of COMBINING.test(text) ? text.normalize('NFC') : text) result += char.length === 1 ? foldChar(char) : char;
    return result;
  };
}
