/**
 * Sort keys: a string whose plain comparison, by UTF-16 units or by UTF-8 bytes, orders texts as their collation does, and which is equal exactly
 * when the texts are. A key is the primary weights, then, only where something differs from the plain letter, a separator and the accents, another
 * and the cases, another and the places of the minimal characters. Trailing blanks do not count.
 *
 * Most text is ASCII without the rare signs, where the key is the lower-case text; a regular expression finds that out at native speed.
 */

import { encodeBytes } from './code-page.ts';
import type { CollationName } from './name.ts';
import { lettersOf } from './tailoring.ts';
import { COMMON, isPlain, pair, type Weight, type WeightRules, weightOf } from './weights.ts';

export type Key = (text: string) => string;

const SEPARATOR = '\u0001';

/** Characters whose lower case is their weight, under Windows rules and under the SQL sort orders. */
const PLAIN_WINDOWS = /^[ !"#$%&()*,.0-9A-Za-z]*$/;
const PLAIN_SQL = /^[\t-\r !-.0-9A-Za-z]*$/;
/** In Turkish the lower case of I is the dotless letter. */
const PLAIN_TURKISH = /^[ !"#$%&()*,.0-9A-HJ-Za-z]*$/;

/** The key function of a collation, for Unicode data or for the data of its code page. */
export function keyFunction(collation: CollationName, unicode: boolean): Key {
  if (collation.binary !== 'none') return binaryKey(collation, unicode);
  const rules = rulesOf(collation, unicode);
  const weigh = weights(rules);
  const plain = rules.dottedI ? PLAIN_TURKISH : rules.windows ? PLAIN_WINDOWS : PLAIN_SQL;
  const long = longKey(weigh, { accents: collation.accentSensitive, backwards: collation.locale === 'French' && collation.version < 100 });
  return (text) => {
    const trimmed = trimBlanks(text);
    if (!plain.test(trimmed)) return long(trimmed);
    const lower = trimmed.toLowerCase();
    return rules.caseSensitive && lower !== trimmed ? long(trimmed) : lower;
  };
}

/** The text without the blanks (U+0020 only) at its end. */
export function trimBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 32) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/**
 * Binary collations compare Unicode data by UTF-16 units, UTF-8 data by code points and other data by the bytes of the code page. The shorter text
 * counts as padded with blanks, so every key ends in one: a control character at the end sorts before the end.
 */
function binaryKey(collation: CollationName, unicode: boolean): Key {
  if (unicode) return (text) => `${unitKey(trimBlanks(text))} `;
  if (collation.utf8) return (text) => `${pointKey(trimBlanks(text))} `;
  return (text) => `${byteKey(trimBlanks(text), collation.codePage)} `;
}

const HIGH = /[\ud700-\uffff]/;

function unitKey(text: string): string {
  return HIGH.test(text) ? text.replace(/[\ud700-\uffff]/g, (unit) => pair(unit.charCodeAt(0), 0xd700)) : text;
}

function pointKey(text: string): string {
  return HIGH.test(text) ? Array.from(text, pointOf).join('') : text;
}

function pointOf(char: string): string {
  const code = char.codePointAt(0)!;
  return code < 0xd700 ? char : pair(code, 0xd700);
}

const LATIN = /^[^\u0080-\u009f\u0100-\uffff]*$/;

function byteKey(text: string, codePage: number): string {
  if (codePage === 1252 && LATIN.test(text)) return text;
  return Array.from(encodeBytes(text, codePage), (byte) => String.fromCharCode(byte)).join('');
}

interface Levels {
  readonly accents: boolean;
  /** French sorts accents from the end of the text. */
  readonly backwards: boolean;
}

function rulesOf(collation: CollationName, unicode: boolean): WeightRules {
  return {
    windows: unicode || collation.sortId === 0,
    caseSensitive: collation.caseSensitive,
    kanaSensitive: collation.kanaSensitive,
    widthSensitive: collation.widthSensitive,
    oldThorn: collation.version < 100,
    letters: lettersOf(collation),
    dottedI: collation.locale === 'Turkish' || collation.locale === 'Azeri_Latin' || collation.codePage === 1254,
  };
}

/** A weight, and how many plain letters it counts as when it is nothing else; -1 when it is more. */
interface Known {
  readonly weight: Weight;
  readonly plain: number;
}

/** Looks weights up in a table that fills as characters are met. */
function weights(rules: WeightRules): (code: number) => Known {
  const table: (Known | undefined)[] = [];
  const rare = new Map<number, Known>();
  return (code) => {
    const known = code < TABLE_SIZE ? table[code] : rare.get(code);
    if (known !== undefined) return known;
    const weight = weightOf(code, rules);
    const made = { weight, plain: isPlain(weight) ? weight.secondary.length : -1 };
    if (code < TABLE_SIZE) table[code] = made;
    else rare.set(code, made);
    return made;
  };
}

const TABLE_SIZE = 0x3100;

/** Marks that follow their letter; the text is composed first, so that both spellings of é are one. */
const COMBINING = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\uff9e\uff9f]/;

function longKey(weigh: (code: number) => Known, levels: Levels): Key {
  return (text) => {
    const composed = COMBINING.test(text) ? text.normalize('NFC') : text;
    let primary = '';
    let minimal = '';
    const secondary: Level = { text: '', pending: 0 };
    const tertiary: Level = { text: '', pending: 0 };
    for (let at = 0; at < composed.length; at += 1) {
      const code = composed.codePointAt(at)!;
      if (code > 0xffff) at += 1;
      const { weight, plain } = weigh(code);
      primary += weight.primary;
      if (plain >= 0) {
        secondary.pending += plain;
        tertiary.pending += plain;
      } else if (weight.minimal > 0) {
        minimal += String.fromCharCode(0x0100 + Math.min(primary.length, 0x5000), weight.minimal);
      } else {
        append(secondary, weight.secondary);
        append(tertiary, weight.tertiary);
      }
    }
    return join(primary, levels.accents ? accentsOf(secondary, levels) : '', trimCommon(tertiary.text), minimal);
  };
}

/** A level below the first: COMMON units that stand at its end are only counted, since most levels have nothing else. */
interface Level {
  text: string;
  pending: number;
}

function append(level: Level, units: string): void {
  level.text += COMMON.repeat(level.pending) + units;
  level.pending = 0;
}

function accentsOf({ text, pending }: Level, levels: Levels): string {
  return trimCommon(levels.backwards ? reverse(text + COMMON.repeat(pending)) : text);
}

function join(primary: string, secondary: string, tertiary: string, minimal: string): string {
  if (minimal !== '') return primary + SEPARATOR + secondary + SEPARATOR + tertiary + SEPARATOR + minimal;
  if (tertiary !== '') return primary + SEPARATOR + secondary + SEPARATOR + tertiary;
  return secondary === '' ? primary : primary + SEPARATOR + secondary;
}

function trimCommon(level: string): string {
  let end = level.length;
  while (end > 0 && level.charCodeAt(end - 1) === 2) end -= 1;
  return level.slice(0, end);
}

function reverse(level: string): string {
  return Array.from(level).reverse().join('');
}
