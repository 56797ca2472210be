/**
 * The weights of single characters. A character has a primary weight (which letter), secondary weights (its accents), a case, or it is *minimal*:
 * ignored until everything else is equal, as Windows sorts the apostrophe and the hyphen.
 *
 * A primary weight is one or two UTF-16 units below the surrogates, chosen so that a lower-case ASCII letter, a digit and the frequent punctuation
 * are their own weight: the key of most text is the text in lower case. The order is: white space, punctuation, symbols, digits, Latin letters,
 * then the other scripts by code point. Symbols that ASCII places after the digits are pairs led by `/`; what lies beyond U+D6FF is a pair led by
 * U+D700 and more.
 * Everything that is not listed here comes from Unicode itself (case folding, canonical decomposition, general category) at first use.
 */

export interface Weight {
  readonly primary: string;
  /** Units of the marks on it; empty for a plain letter. */
  readonly secondary: string;
  /** '' for lower case, otherwise the unit by which it sorts after. */
  readonly tertiary: string;
  /** Above 0 for a minimal character; then the other weights are empty. */
  readonly minimal: number;
}

/** What tells the weights of two collations apart. */
export interface WeightRules {
  /** Windows rules (nvarchar, and varchar of Windows collations) or those of an SQL sort order. */
  readonly unicode: boolean;
  readonly kanaSensitive: boolean;
  readonly widthSensitive: boolean;
  /** Letters of their own in this locale: a lower-case letter (composed) and the ASCII letter after which it sorts, with its place there. */
  readonly letters: ReadonlyMap<string, readonly [after: string, place: number]>;
  /** Turkish and Azeri: dotted and dotless i are two letters. */
  readonly dottedI: boolean;
}

/** Punctuation in the order of Windows; what stands before `/` keeps ASCII order and is its own weight. */
const WINDOWS_SYMBOLS = '/:;?@[\\]^_`{|}~+<=>';
/** Punctuation in the order of the SQL sort orders: ASCII order. */
const SQL_SYMBOLS = '/:;<=>?@[\\]^_`{|}~';
/** Ignored by Windows until everything else is equal, in this order. */
const MINIMAL = "'-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015";

/** Marks in the order of their diacritic weights; the ones missing follow by code point. */
const WINDOWS_MARKS = '\u0301\u0300\u0307\u0302\u0308\u030c\u0306\u0304\u0303\u030a\u0328\u0327\u030b\u0338';
const SQL_MARKS = '\u0300\u0301\u0302\u0303\u0308\u030a\u0327\u0338';

/** Letters that are another letter with a stroke, a hook or the like, though Unicode does not decompose them. */
const STROKED: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŧ: 't',
  ŋ: 'n',
  ƀ: 'b',
  ɓ: 'b',
  ɖ: 'd',
  ɗ: 'd',
  ƒ: 'f',
  ɠ: 'g',
  ɨ: 'i',
  ƙ: 'k',
  ƚ: 'l',
  ɲ: 'n',
  ɵ: 'o',
  ƥ: 'p',
  ƫ: 't',
  ƭ: 't',
  ʈ: 't',
  ʉ: 'u',
  ʋ: 'v',
  ƴ: 'y',
  ƶ: 'z',
  ȥ: 'z',
  ǥ: 'g',
  ſ: 's',
  ª: 'a',
  º: 'o',
  ĸ: 'q',
};

/** Ligatures that are equal to the letters they join. */
const LIGATURES: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ĳ: 'ij',
  ŉ: 'n',
  ǆ: 'dz',
  ǉ: 'lj',
  ǌ: 'nj',
  ǳ: 'dz',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** The ligatures of the SQL sort orders sort just after their letters; the others are letters there. */
const SQL_LIGATURES = new Set(['æ', 'ß']);

const STROKE = '\u0338';
const UPPER = '\u0003';
const PAIR_LEAD = 0xd700;

/** Weights of one code point under the rules. */
export function weightOf(codePoint: number, rules: WeightRules): Weight {
  const char = String.fromCodePoint(codePoint);
  const minimal = rules.unicode ? minimalWeight(codePoint, char) : 0;
  if (minimal > 0) return { primary: '', secondary: '', tertiary: '', minimal };
  const lower = lowerCase(char, rules);
  const tertiary = lower === char ? widthOrKana(char, rules) : UPPER;
  const letter = rules.letters.get(lower);
  if (letter !== undefined) return { primary: letter[0] + String.fromCharCode(0xd7f0 + letter[1]), secondary: '', tertiary, minimal: 0 };
  const ligature = ligatureOf(lower, rules);
  if (ligature !== undefined) {
    return { primary: ligature, secondary: '', tertiary: rules.unicode ? tertiary : `\u0002${UPPER}`, minimal: 0 };
  }
  return decomposed(lower, tertiary, rules);
}

/** The unit of a mark on the secondary level. */
function markWeight(mark: string, rules: WeightRules): string {
  const place = (rules.unicode ? WINDOWS_MARKS : SQL_MARKS).indexOf(mark);
  return String.fromCharCode(place >= 0 ? 0x0010 + place : 0x0040 + (mark.codePointAt(0)! & 0x7fff));
}

function minimalWeight(codePoint: number, char: string): number {
  const place = MINIMAL.indexOf(char);
  if (place >= 0) return 0x0100 + place;
  if (codePoint < 9 || (codePoint > 13 && codePoint < 32) || (codePoint >= 127 && codePoint < 160)) return 0x0002 + codePoint;
  return /\p{Cf}/u.test(char) ? 0x0200 + (codePoint & 0x7fff) : 0;
}

function lowerCase(char: string, rules: WeightRules): string {
  if (rules.dottedI) {
    if (char === 'I') return 'ı';
    if (char === 'İ') return 'i';
  }
  if (char === 'ς') return 'σ';
  return char.toLowerCase();
}

/** Kana and width make a difference of the case level when the collation is sensitive to them. */
function widthOrKana(char: string, rules: WeightRules): string {
  if (rules.widthSensitive && isWide(char)) return '\u0004';
  return rules.kanaSensitive && /[\u3041-\u3096]/.test(char) ? '\u0005' : '';
}

function isWide(char: string): boolean {
  return (char >= '\uff00' && char <= '\uffef') || char === '\u3000';
}

function ligatureOf(lower: string, rules: WeightRules): string | undefined {
  return rules.unicode || SQL_LIGATURES.has(lower) ? LIGATURES[lower] : undefined;
}

function decomposed(lower: string, tertiary: string, rules: WeightRules): Weight {
  if (WHOLE.test(lower)) return { primary: primaryOf(lower, rules), secondary: '', tertiary, minimal: 0 };
  let primary = '';
  let secondary = '';
  for (const part of lower.normalize(isWide(lower) ? 'NFKD' : 'NFD')) {
    if (/\p{M}/u.test(part)) {
      secondary += markWeight(part, rules);
    } else {
      const [base, mark] = baseOf(part, rules);
      primary += primaryOf(base, rules);
      if (mark) secondary += mark;
    }
  }
  return { primary, secondary, tertiary, minimal: 0 };
}

/** Letters of their own although Unicode decomposes them: й and its kin, and the Hangul syllables. */
const WHOLE = /^[йїўѓќ\uac00-\ud7a3]$/u;

/** The letter under a stroke, the digit of another script or of a superscript, the katakana of a hiragana. */
function baseOf(part: string, rules: WeightRules): readonly [base: string, mark: string] {
  const stroked = rules.dottedI && part === 'ı' ? undefined : STROKED[part];
  if (stroked !== undefined) return [stroked, markWeight(STROKE, rules) + String.fromCharCode(0x0002 + (part.codePointAt(0)! & 0x7fff))];
  const code = part.codePointAt(0)!;
  if (code >= 0x3041 && code <= 0x3096) return [String.fromCharCode(code + 0x60), ''];
  if (code > 0x7f && /[\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2089]/u.test(part)) {
    const digit = part.normalize('NFKD');
    const value = digit.length === 1 && digit < '\u0080' ? digit : String(digitValue(code));
    return [value, String.fromCharCode(0x0040 + (code & 0x7fff))];
  }
  return [part, ''];
}

/** Decimal digits stand in runs of ten that begin with the zero. */
function digitValue(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** The primary units of a base character. */
function primaryOf(base: string, rules: WeightRules): string {
  const code = base.codePointAt(0)!;
  const symbol = (rules.unicode ? WINDOWS_SYMBOLS : SQL_SYMBOLS).indexOf(base);
  if (symbol >= 0) return `/${String.fromCharCode(0x0010 + symbol)}`;
  if (code < 9) return `\t${String.fromCharCode(0x0002 + code)}`;
  if (code < 0x80) return base;
  if (/[\p{P}\p{S}\p{Z}]/u.test(base)) return `/${pair(code, 0x0080)}`;
  return code < PAIR_LEAD ? base : pair(code, PAIR_LEAD);
}

/** Two units for one code point, ordered as the code points are. */
export function pair(code: number, lead: number): string {
  return String.fromCharCode(lead + (code >> 15), 0x0100 + (code & 0x7fff));
}
