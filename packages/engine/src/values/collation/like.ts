/**
 * LIKE. A pattern is compiled once into segments between the `%` signs; each segment is a run of characters, `_` and sets. Characters compare by
 * the collation one for one, through a table that maps every character to the representative of those equal to it; sets and their ranges use the
 * collation's order, so `[a-c]` contains á. Wildcards and the escapeChar are matched as written.
 * Blanks at the end of the pattern count. Blanks at the end of the text count for Unicode data; for char and varchar the text may have more of
 * them than the pattern asks for.
 */

import type { Collation } from '../collation.ts';
import { type Fold, folding } from './fold.ts';

export type Match = (text: string) => boolean;

/** A folded character, or a test of one (`_` is a test that holds). */
type Element = string | ((char: string) => boolean);

interface Pattern {
  /** What stands between the `%` signs, in order. */
  readonly segments: readonly (readonly Element[])[];
  /** False when the pattern can match nothing, as with a set that is not closed. */
  readonly possible: boolean;
}

const cache = new Map<string, Match>();
const CACHE_SIZE = 500;

/** The matcher of a pattern. */
export function like(pattern: string, escapeChar: string | null, collation: Collation): Match {
  const name = `${collation.name}\u0000${collation.unicode ? 1 : 0}${escapeChar ?? '\u0000'}\u0000${pattern}`;
  const known = cache.get(name);
  if (known !== undefined) return known;
  const match = compile(pattern, escapeChar, collation);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(name, match);
  return match;
}

function compile(pattern: string, escapeChar: string | null, collation: Collation): Match {
  const fold = folding(collation);
  const { segments, possible } = parse(pattern, escapeChar, fold, collation);
  if (!possible) return () => false;
  const slack = !collation.unicode;
  const finders = segments.map(finder);
  if (finders.length === 1) return (text) => matchWhole(fold(text), finders[0]!, slack);
  return (text) => matchSegments(fold(text), finders, slack);
}

/** Whether a segment stands at a place, and where it next stands. */
interface Finder {
  readonly length: number;
  readonly at: (text: string, index: number) => boolean;
  readonly find: (text: string, from: number) => number;
}

function finder(segment: readonly Element[]): Finder {
  const { length } = segment;
  if (segment.every((element) => typeof element === 'string')) {
    const run = segment.join('');
    return { length, at: (text, index) => text.startsWith(run, index), find: (text, from) => text.indexOf(run, from) };
  }
  const at = (text: string, index: number) =>
    index + length <= text.length && segment.every((element, offset) => holds(element, text[index + offset]!));
  return { length, at, find: (text, from) => search(text, from, length, at) };
}

function holds(element: Element, char: string): boolean {
  return typeof element === 'string' ? element === char : element(char);
}

function search(text: string, from: number, length: number, at: Finder['at']): number {
  for (let index = from; index + length <= text.length; index += 1) if (at(text, index)) return index;
  return -1;
}

function matchWhole(text: string, only: Finder, slack: boolean): boolean {
  return endsAt(text, only.length, slack) && only.at(text, 0);
}

/** The match may end where only blanks follow, when blanks at the end do not count. */
function endsAt(text: string, end: number, slack: boolean): boolean {
  if (end === text.length) return true;
  if (!slack || end > text.length) return false;
  for (let index = end; index < text.length; index += 1) if (text.charCodeAt(index) !== 32) return false;
  return true;
}

function matchSegments(text: string, finders: readonly Finder[], slack: boolean): boolean {
  const first = finders[0]!;
  const last = finders[finders.length - 1]!;
  if (!first.at(text, 0)) return false;
  let from = first.length;
  for (let index = 1; index < finders.length - 1; index += 1) {
    const segment = finders[index]!;
    const found = segment.find(text, from);
    if (found < 0) return false;
    from = found + segment.length;
  }
  return matchEnd(text, last, from, slack);
}

function matchEnd(text: string, last: Finder, from: number, slack: boolean): boolean {
  if (last.length === 0) return from <= text.length;
  for (let start = text.length - last.length; start >= from; start -= 1) {
    if (!endsAt(text, start + last.length, slack)) return false;
    if (last.at(text, start)) return true;
  }
  return false;
}

function parse(pattern: string, escapeChar: string | null, fold: Fold, collation: Collation): Pattern {
  const segments: Element[][] = [[]];
  let possible = true;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at]!;
    const segment = segments[segments.length - 1]!;
    if (char === escapeChar) {
      at += 1;
      if (at >= pattern.length) possible = false;
      else segment.push(fold(pattern[at]!));
    } else if (char === '%') segments.push([]);
    else if (char === '_') segment.push(() => true);
    else if (char === '[') {
      const set = parseSet(pattern, at + 1, escapeChar, collation);
      if (set === undefined) return { segments, possible: false };
      segment.push(set.test);
      at = set.end;
    } else segment.push(...fold(char));
  }
  return { segments, possible };
}

interface CharSet {
  readonly test: (char: string) => boolean;
  /** Index of the closing bracket. */
  readonly end: number;
}

/** Reads a set from behind its `[`; undefined when it is empty or not closed. */
function parseSet(pattern: string, start: number, escapeChar: string | null, collation: Collation): CharSet | undefined {
  const negated = pattern[start] === '^';
  const members: SetMember[] = [];
  let at = negated ? start + 1 : start;
  while (at < pattern.length && (pattern[at] !== ']' || at === start)) {
    if (pattern[at] === ']') return undefined;
    if (pattern[at] === escapeChar) at += 1;
    const low = pattern[at] ?? '';
    at += 1;
    if (pattern[at] === '-' && at + 1 < pattern.length && pattern[at + 1] !== ']') {
      at += pattern[at + 1] === escapeChar ? 2 : 1;
      members.push({ low, high: pattern[at] ?? '' });
      at += 1;
    } else members.push({ low, high: low });
  }
  if (at >= pattern.length || members.length === 0) return undefined;
  return { test: membership(members, negated, collation), end: at };
}

interface SetMember {
  readonly low: string;
  readonly high: string;
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

/** The key of one character; a blank has none of its own at the end of a text, so every key ends in a mark. */
function characterKey(char: string, collation: Collation): string {
  return char === ' ' ? ' ' : collation.key(char);
}
