/**
 * LIKE. A pattern is compiled once into segments between the `%` signs; each segment is a run of characters, `_` and sets. Characters compare by
 * the collation one for one, through a table that maps every character to the representative of those equal to it; sets and their ranges use the
 * collation's order, so `[d-f]` contains é. Wildcards and the escape are matched as written.
 * Blanks at the end of the pattern count. Blanks at the end of the text count for Unicode data; for char and varchar the text may have more of
 * them than the pattern asks for. A surrogate pair is one character under collations with supplementary characters and two under the others.
 */

import type { Collation } from '../collation.ts';
import { folding } from './fold.ts';
import { type Element, readPattern } from './like-pattern.ts';

export type Match = (text: string) => boolean;

/** A folded text: a string, or its characters where some of them are surrogate pairs that count as one. */
type Text = string | readonly string[];

/** Whether a segment stands at a place, and where it next stands. */
interface Finder {
  readonly length: number;
  readonly at: (text: Text, index: number) => boolean;
  readonly find: (text: Text, from: number) => number;
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

const PAIR = /[\ud800-\udbff]/;

function compile(pattern: string, escapeChar: string | null, collation: Collation): Match {
  const fold = folding(collation);
  const segments = readPattern(pattern, escapeChar, collation);
  if (segments === undefined) return () => false;
  const finders = segments.map(finder);
  const slack = !collation.unicode;
  const subject = collation.supplementary ? (text: string): Text => (PAIR.test(text) ? Array.from(fold(text)) : fold(text)) : fold;
  if (finders.length === 1) return (text) => matchWhole(subject(text), finders[0]!, slack);
  return (text) => matchSegments(subject(text), finders, slack);
}

function finder(segment: readonly Element[]): Finder {
  const { length } = segment;
  const at = (text: Text, index: number) =>
    index + length <= text.length && segment.every((element, offset) => holds(element, text[index + offset]!));
  const find = (text: Text, from: number) => search(text, from, length, at);
  if (!segment.every((element) => typeof element === 'string')) return { length, at, find };
  const run = segment.join('');
  return {
    length,
    at: (text, index) => (typeof text === 'string' ? text.startsWith(run, index) : at(text, index)),
    find: (text, from) => (typeof text === 'string' ? text.indexOf(run, from) : find(text, from)),
  };
}

function holds(element: Element, char: string): boolean {
  return typeof element === 'string' ? element === char : element(char);
}

function search(text: Text, from: number, length: number, at: Finder['at']): number {
  for (let index = from; index + length <= text.length; index += 1) if (at(text, index)) return index;
  return -1;
}

function matchWhole(text: Text, only: Finder, slack: boolean): boolean {
  return endsAt(text, only.length, slack) && only.at(text, 0);
}

/** The match may end where only blanks follow, when blanks at the end do not count. */
function endsAt(text: Text, end: number, slack: boolean): boolean {
  if (end === text.length) return true;
  if (!slack || end > text.length) return false;
  for (let index = end; index < text.length; index += 1) if (text[index] !== ' ') return false;
  return true;
}

function matchSegments(text: Text, finders: readonly Finder[], slack: boolean): boolean {
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

function matchEnd(text: Text, last: Finder, from: number, slack: boolean): boolean {
  if (last.length === 0) return from <= text.length;
  for (let start = text.length - last.length; start >= from; start -= 1) {
    if (!endsAt(text, start + last.length, slack)) return false;
    if (last.at(text, start)) return true;
  }
  return false;
}
