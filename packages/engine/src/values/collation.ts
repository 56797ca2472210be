/**
 * Collations by name: how texts of a column compare, which characters its varchar data can hold and what the wire says about it. Comparison,
 * indexes, grouping and DISTINCT all go through `key`, so they agree with one another on every backend.
 *
 * Windows rules are approximated by weights made from Unicode's own data (see collation/weights.ts): punctuation, digits, letters in Windows'
 * order, accents on a second level, case on a third, apostrophe and hyphen last. The SQL collations (`SQL_…`) sort Unicode data by these rules too,
 * but varchar data by a sort order in which every character counts; therefore a collation is asked for together with the kind of data.
 */

import { isUnicode, type Type } from '@sprocket/tsql';
import { bytesIn, cutBytes, encodable } from './collation/code-page.ts';
import { type Key, keyFunction, trimBlanks } from './collation/key.ts';
import { type CollationName, parseCollationName } from './collation/name.ts';

export { folding } from './collation/fold.ts';
export { like, type Match } from './collation/like.ts';

/** The collation of a server, unless it is set up with another. */
export const DEFAULT_COLLATION = 'SQL_Latin1_General_CP1_CI_AS';

export interface Collation {
  /** As SQL Server spells it. */
  readonly name: string;
  /** True for the rules of nchar, nvarchar and ntext data; an SQL collation has others for char, varchar and text. */
  readonly unicode: boolean;
  readonly lcid: number;
  /** Sort order identifier; 0 for Windows collations. */
  readonly sortId: number;
  /** 80, 90, 100, 140 or 160. */
  readonly version: number;
  readonly codePage: number;
  /** What is ignored, as [MS-TDS] 2.2.5.1.2 has it: case 1, accents 2, kana 4, width 8, BIN 16, BIN2 32, UTF-8 64. */
  readonly flags: number;
  readonly utf8: boolean;
  readonly caseSensitive: boolean;
  readonly accentSensitive: boolean;
  readonly kanaSensitive: boolean;
  readonly widthSensitive: boolean;
  /** _BIN or _BIN2: by code point. */
  readonly binary: boolean;
  readonly bin2: boolean;
  /** Surrogate pairs are one character to LEN, SUBSTRING and LIKE. */
  readonly supplementary: boolean;
  /** The sort key: plain comparison of keys is comparison of texts. */
  readonly key: Key;
}

/** The collation of that name for Unicode data, or for the data of its code page; undefined when there is none. */
export function collation(name: string, data: { readonly unicode: boolean } = { unicode: true }): Collation | undefined {
  const cache = data.unicode ? UNICODE_COLLATIONS : PAGE_COLLATIONS;
  const known = cache.get(name);
  if (known !== undefined) return known;
  const parsed = parseCollationName(name);
  const made = parsed && makeCollation(parsed, data.unicode);
  if (made !== undefined) cache.set(name, made);
  return made;
}

/** The collation by which values of a character type compare; `name` overrides the type's own. */
export function collationOf(type: Type, name: string = type.collation ?? DEFAULT_COLLATION): Collation {
  const found = collation(name, { unicode: isUnicode(type) });
  if (found === undefined) throw new Error(`no collation is called ${name}`);
  return found;
}

/** The text as char or varchar data under the collation can hold it: what the code page lacks is replaced, by '?' at last. */
export function toCodePage(text: string, under: Collation | string): string {
  return encodable(text, pageOf(under));
}

/** DATALENGTH of a text of that type. */
export function byteLength(text: string, type: Type): number {
  return isUnicode(type) ? text.length * 2 : bytesIn(text, pageOf(type.collation ?? DEFAULT_COLLATION));
}

/** The text cut to the declared length of its type, without padding. */
export function cutToLength(text: string, type: Type): string {
  if (type.length <= 0) return text;
  if (isUnicode(type)) return text.length <= type.length ? text : text.slice(0, type.length);
  return cutBytes(text, type.length, pageOf(type.collation ?? DEFAULT_COLLATION));
}

export { trimBlanks };

const UNICODE_COLLATIONS = new Map<string, Collation>();
const PAGE_COLLATIONS = new Map<string, Collation>();

function pageOf(under: Collation | string): number {
  if (typeof under !== 'string') return under.codePage;
  return collation(under)?.codePage ?? 1252;
}

function flagsOf(parsed: CollationName): number {
  const utf8 = parsed.utf8 ? 64 : 0;
  if (parsed.binary !== 'none') return utf8 + (parsed.binary === 'BIN2' ? 32 : 16);
  const ignored = [parsed.caseSensitive, parsed.accentSensitive, parsed.kanaSensitive, parsed.widthSensitive];
  return ignored.reduce((flags, sensitive, bit) => (sensitive ? flags : flags + 2 ** bit), utf8);
}

function makeCollation(parsed: CollationName, unicode: boolean): Collation {
  return {
    name: parsed.name,
    unicode,
    lcid: parsed.lcid,
    sortId: parsed.sortId,
    version: parsed.version,
    codePage: parsed.codePage,
    flags: flagsOf(parsed),
    utf8: parsed.utf8,
    caseSensitive: parsed.caseSensitive,
    accentSensitive: parsed.accentSensitive,
    kanaSensitive: parsed.kanaSensitive,
    widthSensitive: parsed.widthSensitive,
    binary: parsed.binary !== 'none',
    bin2: parsed.binary === 'BIN2',
    supplementary: parsed.supplementary,
    key: keyFunction(parsed, unicode),
  };
}
