/**
 * Reads the pattern of a LIKE into what its matcher compares: between the `%` signs, characters (folded by the collation), `_` and sets. An escaped
 * character stands for itself; a set that is empty or not closed, or an escape at the end, makes a pattern that nothing matches.
 */

import type { Collation } from '../collation.ts';
import { type Fold, folding } from './fold.ts';

/** A folded character, or a test of one (`_` is a test that holds). */
export type Element = string | ((char: string) => boolean);

/** What stands between the `%` signs, in order; undefined when nothing can match. */
export function readPattern(pattern: string, escapeChar: string | null, collation: Collation): readonly (readonly Element[])[] | undefined {
  const chars = split(pattern, collation);
  const reader: Reader = { chars, at: 0, escapeChar, collation, fold: folding(collation) };
  const segments: Element[][] = [[]];
  while (reader.at < chars.length) {
    const char = next(reader)!;
    if (char === '%' && char !== escapeChar) {
      segments.push([]);
      continue;
    }
    const elements = readElements(reader, char);
    if (elements === undefined) return undefined;
    segments[segments.length - 1]!.push(...elements);
  }
  return segments;
}

interface Reader {
  readonly chars: readonly string[];
  at: number;
  readonly escapeChar: string | null;
  readonly collation: Collation;
  readonly fold: Fold;
}

function split(text: string, collation: Collation): readonly string[] {
  return collation.supplementary ? Array.from(text) : text.split('');
}

function next(reader: Reader): string | undefined {
  const char = reader.chars[reader.at];
  reader.at += 1;
  return char;
}

function readElements(reader: Reader, char: string): readonly Element[] | undefined {
  const escaped = char === reader.escapeChar;
  const literal = escaped ? next(reader) : char;
  if (literal === undefined) return undefined;
  if (!escaped && char === '_') return [() => true];
  if (escaped || char !== '[') return split(reader.fold(literal), reader.collation);
  const set = readSet(reader);
  return set === undefined ? undefined : [set];
}

interface SetMember {
  readonly low: string;
  readonly high: string;
}

/** Reads a set from behind its `[`; undefined when it is empty or not closed. */
function readSet(reader: Reader): ((char: string) => boolean) | undefined {
  const { chars } = reader;
  const negated = chars[reader.at] === '^';
  if (negated) reader.at += 1;
  const members: SetMember[] = [];
  while (reader.at < chars.length && chars[reader.at] !== ']') {
    const low = readMember(reader);
    const range = chars[reader.at] === '-' && reader.at + 1 < chars.length && chars[reader.at + 1] !== ']';
    if (range) reader.at += 1;
    members.push({ low, high: range ? readMember(reader) : low });
  }
  const closed = next(reader) === ']';
  return closed && members.length > 0 ? membership(members, negated, reader.collation) : undefined;
}

function readMember(reader: Reader): string {
  const char = next(reader) ?? '';
  return char === reader.escapeChar ? (next(reader) ?? '') : char;
}

/** A test with a memory: each character is compared with the members once. */
function membership(members: readonly SetMember[], negated: boolean, collation: Collation): (char: string) => boolean {
  const ranges = members.map(({ low, high }) => ({ low: characterKey(low, collation), high: characterKey(high, collation) }));
  const known = new Map<string, boolean>();
  return (char) => {
    const answer = known.get(char);
    if (answer !== undefined) return answer;
    const key = characterKey(char, collation);
    const inside = ranges.some(({ low, high }) => key >= low && key <= high);
    known.set(char, inside !== negated);
    return inside !== negated;
  };
}

/** The key of one character; a blank would vanish at the end of a text, so it stands for itself. */
function characterKey(char: string, collation: Collation): string {
  return char === ' ' ? ' ' : collation.key(char);
}
