/**
 * Sort keys: a string whose plain comparison, by UTF-16 units or by UTF-8 bytes, orders texts as their collation does, and which is equal exactly
 * when the texts are. A key is the primary weights, then, only where something differs from the plain letter, a separator and the accents, another
 * and the cases, another and the places of the minimal characters. Trailing blanks do not count.
 *
 * Most text is ASCII without the rare signs, where the key is the lower-case text; a regular expression finds that out at native speed.
 */

import type { CollationName } from './name.ts';
import { lettersOf } from './tailoring.ts';
import { pair, type Weight, type WeightRules, weightOf } from './weights.ts';

export type Key = (text: string) => string;

const SEPARATOR = '\u0001';
const COMMON = '\u0002';

/** Characters whose lower case is their weight, under Windows rules and under the SQL sort orders. */
const PLAIN_WINDOWS = /^[\t-\r !"#$%&()*,.0-9A-Za-z]*$/;
const PLAIN_SQL = /^[\t-\r !-.0-9A-Za-z]*$/;

/** The key function of a collation, for Unicode data or for the data of its code page. */
export function keyFunction(collation: CollationName, unicode: boolean): Key {
  if (collation.binary !== 'none') return binaryKey;
  const rules = rulesOf(collation, unicode);
  const weigh = weights(rules);
  const plain = rules.unicode ? PLAIN_WINDOWS : PLAIN_SQL;
  const levels: Levels = {
    accents: collation.accentSensitive,
    cases: collation.caseSensitive || collation.kanaSensitive || collation.widthSensitive,
    upper: collation.caseSensitive,
    backwards: collation.locale === 'French' && collation.version < 100,
  };
  const fold = rules.dottedI ? foldDotted : fold26;
  return (text) => {
    const trimmed = trimBlanks(text);
    if (!plain.test(trimmed)) return longKey(trimmed, weigh, levels);
    const lower = fold(trimmed);
    return levels.upper && lower !== trimmed ? longKey(trimmed, weigh, levels) : lower;
  };
}

/** The text without the blanks (U+0020 only) at its end. */
export function trimBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 32) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/** Code point order; what lies beyond U+D6FF is a pair so that no surrogate remains. */
function binaryKey(text: string): string {
  const trimmed = trimBlanks(text);
  if (!/[\ud700-\uffff]/.test(trimmed)) return trimmed;
  let key = '';
  for (const char of trimmed) {
    const code = char.codePointAt(0)!;
    key += code < 0xd700 ? char : pair(code, 0xd700);
  }
  return key;
}

interface Levels {
  readonly accents: boolean;
  readonly cases: boolean;
  readonly upper: boolean;
  /** French sorts accents from the end of the word. */
  readonly backwards: boolean;
}

function rulesOf(collation: CollationName, unicode: boolean): WeightRules {
  return {
    unicode: unicode || collation.sortId === 0,
    kanaSensitive: collation.kanaSensitive,
    widthSensitive: collation.widthSensitive,
    letters: lettersOf(collation),
    dottedI: /^(Turkish|Azeri_Latin)$/.test(collation.locale) || collation.codePage === 1254,
  };
}

function fold26(text: string): string {
  return text.toLowerCase();
}

/** ASCII text in Turkish: I is ı. */
function foldDotted(text: string): string {
  return text.includes('I') ? text.replaceAll('I', 'ı').toLowerCase() : text.toLowerCase();
}

/** Looks weights up in a table that fills as characters are met. */
function weights(rules: WeightRules): (code: number) => Weight {
  const table: (Weight | undefined)[] = [];
  const rare = new Map<number, Weight>();
  return (code) => {
    const known = code < 0x3100 ? table[code] : rare.get(code);
    if (known !== undefined) return known;
    const weight = weightOf(code, rules);
    if (code < 0x3100) table[code] = weight;
    else rare.set(code, weight);
    return weight;
  };
}

const COMBINING = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\uff9e\uff9f]/;

function longKey(text: string, weigh: (code: number) => Weight, levels: Levels): string {
  const composed = COMBINING.test(text) ? text.normalize('NFC') : text;
  let primary = '';
  let accents = '';
  let cases = '';
  let minimal = '';
  for (let at = 0; at < composed.length; at += 1) {
    const code = composed.codePointAt(at)!;
    if (code > 0xffff) at += 1;
    const weight = weigh(code);
    if (weight.minimal > 0) {
      minimal += String.fromCharCode(0x0100 + Math.min(primary.length, 0x5000), weight.minimal);
      continue;
    }
    primary += weight.primary;
    if (weight.primary !== '') accents += COMMON;
    accents += weight.secondary;
    if (levels.cases) cases += COMMON + tertiaryOf(weight, levels);
    else if (weight.tertiary.length > 1) cases += COMMON + weight.tertiary.slice(1);
    else cases += COMMON;
  }
  return join(primary, levels.accents ? (levels.backwards ? reverse(accents) : accents) : '', cases, minimal);
}

/** Upper case counts only when the collation is case-sensitive; kana and width when it is sensitive to them. */
function tertiaryOf(weight: Weight, levels: Levels): string {
  return weight.tertiary === '\u0003' && !levels.upper ? '' : weight.tertiary;
}

function join(primary: string, accents: string, cases: string, minimal: string): string {
  const second = trimCommon(accents);
  const third = trimCommon(cases);
  if (minimal !== '') return primary + SEPARATOR + second + SEPARATOR + third + SEPARATOR + minimal;
  if (third !== '') return primary + SEPARATOR + second + SEPARATOR + third;
  return second === '' ? primary : primary + SEPARATOR + second;
}

function trimCommon(level: string): string {
  let end = level.length;
  while (end > 0 && level.charCodeAt(end - 1) === 2) end -= 1;
  return level.slice(0, end);
}

function reverse(level: string): string {
  return Array.from(level).reverse().join('');
}
