/**
 * Characters outside the Basic Multilingual Plane. Under most collations SQL Server's string functions count UTF-16 code units, as JavaScript does;
 * under a supplementary collation (_SC, _UTF8, all of version 140) such a character counts once. `byCharacter` gets that from any function over
 * strings: each pair is replaced by one private-use unit while the function runs, and put back in what it returns.
 */

import { isString, type Type } from '@sprocket/tsql';
import { collationOf } from '../values/collation.ts';

/** True when the type's collation counts characters instead of code units. */
export function countsCharacters(type: Type | undefined): boolean {
  return type?.collation !== undefined && isString(type) && collationOf(type).supplementary;
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Runs a function over strings in which every character is one code unit. */
export function byCharacter<T>(texts: readonly string[], run: (...texts: string[]) => T): T {
  if (!texts.some((text) => text.search(PAIR) >= 0)) return run(...texts);
  const standIns = new Map<string, string>();
  const encoded = texts.map((text) => text.replace(PAIR, (pair) => standIn(pair, standIns, texts)));
  const result = run(...encoded);
  return (typeof result === 'string' ? restore(result, standIns) : result) as T;
}

function standIn(pair: string, standIns: Map<string, string>, texts: readonly string[]): string {
  const known = standIns.get(pair);
  if (known !== undefined) return known;
  let unit = 0xe000 + standIns.size;
  const taken = new Set(standIns.values());
  while (taken.has(String.fromCharCode(unit)) || texts.some((text) => text.includes(String.fromCharCode(unit)))) unit++;
  const character = String.fromCharCode(unit);
  standIns.set(pair, character);
  return character;
}

function restore(text: string, standIns: ReadonlyMap<string, string>): string {
  const pairs = new Map([...standIns].map(([pair, unit]) => [unit, pair]));
  return text.replace(/[\ue000-\uffff]/g, (unit) => pairs.get(unit) ?? unit);
}
