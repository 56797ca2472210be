/**
 * The weights of single characters. A character has a primary weight (which letter), secondary weights (its accents), tertiary weights (its case),
 * or it is *minimal*: ignored until everything else is equal, as Windows sorts the apostrophe and the hyphen.
 *
 * A primary weight is one to three UTF-16 units below the surrogates, chosen so that a lower-case ASCII letter, a digit and the frequent
 * punctuation are their own weight: the key of most text is the text in lower case. The order is: white space, punctuation, symbols, digits, Latin
 * letters, then the other scripts by code point. A character that sorts behind another one, and behind all that begins with it, is that one's
 * weight with a unit from U+D7F0 on; symbols behind `/` are pairs led by `/`; what lies beyond U+D6FF is a pair led by U+D700 and more.
 * Supplementary characters all count, although the oldest tables of SQL Server ignore them; contractions (ch, dž) are not known.
 * What the tables do not list comes from Unicode itself (case folding, canonical decomposition, general category) when a character is first met.
 */

import {
  LIGATURES,
  MINIMAL,
  SPACES,
  SQL_FOLLOWERS,
  SQL_LIGATURES,
  SQL_MARKS,
  SQL_SYMBOLS,
  STROKED,
  WINDOWS_FOLLOWERS,
  WINDOWS_MARKS,
  WINDOWS_SYMBOLS,
} from './characters.ts';

/** Each level of a plain letter counts one COMMON unit, so that marks and cases stay beside their letter. */
export interface Weight {
  readonly primary: string;
  readonly secondary: string;
  readonly tertiary: string;
  /** Above 0 for a minimal character; then the other weights are empty. */
  readonly minimal: number;
}

/** True when nothing but COMMON stands below the first level. */
export function isPlain({ secondary, tertiary, minimal }: Weight): boolean {
  return minimal === 0 && secondary === tertiary && secondary === COMMON.repeat(secondary.length);
}

/** What tells the weights of two collations apart. */
export interface WeightRules {
  /** Windows rules (Unicode data, and all data of Windows collations) or those of an SQL sort order. */
  readonly windows: boolean;
  readonly caseSensitive: boolean;
  readonly kanaSensitive: boolean;
  readonly widthSensitive: boolean;
  /** Before version 100 þ is th. */
  readonly oldThorn: boolean;
  /** Letters of their own in this locale: a lower-case letter (composed), the letter behind which it sorts, and its place there. */
  readonly letters: ReadonlyMap<string, readonly [after: string, place: number]>;
  /** Turkish and Azeri: dotted and dotless i are two letters. */
  readonly dottedI: boolean;
}

/** The weight of a plain letter on the levels below the first. */
export const COMMON = '\u0002';

const UPPER = '\u0003';
const WIDE = '\u0004';
const HIRAGANA = '\u0005';
const STROKE = '\u0338';
/** Sorts before every accent: the ordinal indicators are an a and an o with it. */
const ORDINAL = '\u0005';
const BEHIND = 0xd7f0;
const PAIR_LEAD = 0xd700;
const NOTHING: Weight = { primary: '', secondary: '', tertiary: '', minimal: 0 };

/** Weights of one code point under the rules. */
export function weightOf(codePoint: number, rules: WeightRules): Weight {
  const char = String.fromCodePoint(codePoint);
  return rules.windows ? windowsWeight(codePoint, char, rules) : sqlWeight(char, rules);
}

/** Two units for one code point, ordered as the code points are. */
export function pair(code: number, lead: number): string {
  return String.fromCharCode(lead + (code >> 15), 0x0100 + (code & 0x7fff));
}

function windowsWeight(codePoint: number, char: string, rules: WeightRules): Weight {
  if (codePoint === 0) return NOTHING;
  const minimal = minimalWeight(codePoint, char);
  if (minimal > 0) return { ...NOTHING, minimal };
  const symbol = WINDOWS_SYMBOLS.indexOf(char);
  return symbol >= 0 ? plain(`/${String.fromCharCode(0x0010 + symbol)}`) : letterWeight(char, WINDOWS_FOLLOWERS, rules);
}

/** In the sort orders every character counts, and the bytes from 0x80 to 0xBF are symbols even where they are letters. */
function sqlWeight(char: string, rules: WeightRules): Weight {
  const symbol = SQL_SYMBOLS.indexOf(char);
  if (symbol >= 0) return plain(`/${String.fromCharCode(0x0010 + symbol)}`);
  return char < '\t' ? plain(`\t${String.fromCharCode(0x0002 + char.charCodeAt(0))}`) : letterWeight(char, SQL_FOLLOWERS, rules);
}

function plain(primary: string, tertiary = ''): Weight {
  return { primary, secondary: COMMON, tertiary: COMMON + tertiary, minimal: 0 };
}

function minimalWeight(codePoint: number, char: string): number {
  const place = MINIMAL.indexOf(char);
  if (place >= 0) return 0x0100 + place;
  if (codePoint < 9 || (codePoint > 13 && codePoint < 32) || (codePoint >= 127 && codePoint < 160 && codePoint !== 133))
    return 2 + codePoint;
  return /\p{Cf}/u.test(char) ? 0x0200 + (codePoint & 0x7fff) : 0;
}

function letterWeight(char: string, followers: typeof WINDOWS_FOLLOWERS, rules: WeightRules): Weight {
  const lower = lowerCase(char, rules);
  const mark = caseMark(char, lower, rules);
  const behind = rules.letters.get(lower) ?? followers[lower];
  if (behind !== undefined) return plain(behind[0] + String.fromCharCode(BEHIND + behind[1]), mark);
  const space = SPACES.indexOf(lower);
  if (rules.windows && space >= 0) return plain(` ${String.fromCharCode(BEHIND + space)}`);
  return ligatureWeight(lower, mark, rules) ?? decomposedWeight(lower, mark, rules);
}

function lowerCase(char: string, rules: WeightRules): string {
  if (rules.dottedI) {
    if (char === 'I') return 'ı';
    if (char === 'İ') return 'i';
  }
  return char === 'ς' ? 'σ' : char.toLowerCase();
}

/** Upper case, width and kana are one level; each counts only when the collation is sensitive to it. */
function caseMark(char: string, lower: string, rules: WeightRules): string {
  if (rules.caseSensitive && lower !== char) return UPPER;
  if (rules.widthSensitive && isWide(char)) return WIDE;
  return rules.kanaSensitive && /[\u3041-\u3096]/.test(char) ? HIRAGANA : '';
}

function isWide(char: string): boolean {
  return (char >= '\uff00' && char <= '\uffef') || char === '\u3000';
}

/** Equal to the letters joined, or behind them in the sort orders. */
function ligatureWeight(lower: string, mark: string, rules: WeightRules): Weight | undefined {
  const letters = rules.windows && rules.oldThorn && lower === 'þ' ? 'th' : LIGATURES[lower];
  if (letters === undefined || !(rules.windows || SQL_LIGATURES.has(lower))) return undefined;
  const commons = COMMON.repeat(letters.length);
  return { primary: letters, secondary: commons, tertiary: commons + (rules.windows ? mark : UPPER), minimal: 0 };
}

/** Letters of their own although Unicode decomposes them: й and its kin, and the Hangul syllables. */
const WHOLE = /^[йїўѓќ\uac00-\ud7a3]$/u;

function decomposedWeight(lower: string, mark: string, rules: WeightRules): Weight {
  if (WHOLE.test(lower)) return plain(primaryOf(lower), mark);
  let primary = '';
  let secondary = '';
  let tertiary = '';
  for (const part of lower.normalize(isWide(lower) ? 'NFKD' : 'NFD')) {
    if (/\p{M}/u.test(part)) {
      secondary += markWeight(part, rules);
    } else {
      const [base, own] = baseOf(part, rules);
      primary += primaryOf(base);
      secondary += COMMON + own;
      tertiary += COMMON;
    }
  }
  return { primary, secondary, tertiary: tertiary + mark, minimal: 0 };
}

/** The unit of a mark on the secondary level. */
function markWeight(mark: string, rules: WeightRules): string {
  const place = (rules.windows ? WINDOWS_MARKS : SQL_MARKS).indexOf(mark);
  return String.fromCharCode(place >= 0 ? 0x0010 + place : 0x0040 + (mark.codePointAt(0)! & 0x7fff));
}

/** The plain letter under a stroke, the katakana of a hiragana, the digit of a superscript; with the mark that remains. */
function baseOf(part: string, rules: WeightRules): readonly [base: string, mark: string] {
  if (part === 'ª' || part === 'º') return [part === 'ª' ? 'a' : 'o', ORDINAL];
  const code = part.codePointAt(0)!;
  const stroked = rules.dottedI && part === 'ı' ? undefined : STROKED[part];
  if (stroked !== undefined) return [stroked, markWeight(STROKE, rules) + String.fromCharCode(0x0040 + code)];
  if (code >= 0x3041 && code <= 0x3096) return [String.fromCharCode(code + 0x60), ''];
  return /[\u00b2\u00b3\u00b9\u2070-\u2089]/.test(part) ? [part.normalize('NFKD'), ''] : [part, ''];
}

/** The primary units of a base character. */
function primaryOf(base: string): string {
  const code = base.codePointAt(0)!;
  const symbol = WINDOWS_SYMBOLS.indexOf(base);
  if (symbol >= 0) return `/${String.fromCharCode(0x0010 + symbol)}`;
  if (code < 0x80) return base;
  if (/\p{Nd}/u.test(base)) return `${digitValue(code)}${String.fromCharCode(BEHIND)}${pair(code, 0x0100)}`;
  if (code <= 0xffff && /[\p{P}\p{S}\p{Z}]/u.test(base)) return `/${pair(code, 0x0100)}`;
  return code < PAIR_LEAD ? base : pair(code, PAIR_LEAD);
}

/** Decimal digits stand in runs of ten that begin with the zero. */
function digitValue(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
