/**
 * The characters whose weight Unicode's own data does not tell, as SQL Server sorts them. The orders are those of SQL_Latin1_General_CP1_CI_AS:
 * for Unicode data the order of Windows, for char and varchar sort order 52, which goes by the bytes of code page 1252.
 */

/** Symbols from `/` on, in the order of Windows. What stands before `/` keeps ASCII order. */
export const WINDOWS_SYMBOLS = '/:;?@[\\]^ˆ_`{|}~¡¦¨¯´¸¿˜‘’‚“”„‹›+<=>±«»×÷¢£¤¥§©¬®°µ¶·†‡•…‰€';

/** The same of the sort orders: ASCII order, then the bytes 0x80 to 0xBF, letters or not. */
export const SQL_SYMBOLS =
  '/:;<=>?@[\\]^_`{|}~\u007f€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿×÷';

/** White space behind the blank, in order. */
export const SPACES = '\u00a0\t\n\u000b\f\r\u0085\u2028\u2029\u3000';

/** Ignored by Windows until everything else is equal, in this order, after the control characters. */
export const MINIMAL = "'-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015";

/** Marks in the order of their diacritic weights; the ones missing follow by code point. */
export const WINDOWS_MARKS = '\u0301\u0300\u0307\u0302\u0308\u030c\u0306\u0304\u0303\u030a\u0328\u0327\u030b\u0338';
export const SQL_MARKS = '\u0300\u0301\u0302\u0303\u0308\u030a\u0327\u0338';

/** Letters that are another letter with a stroke, a hook or the like, though Unicode does not decompose them. */
export const STROKED: Readonly<Record<string, string>> = {
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
  ĸ: 'q',
};

/** Ligatures that are equal to the letters they join. */
export const LIGATURES: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
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

/** The ligatures of the sort orders, which sort just after their letters; the other ones are letters there. */
export const SQL_LIGATURES: ReadonlySet<string> = new Set(['æ', 'ß']);

/** Characters that sort behind a plain one: fractions behind 0, the trade mark behind t, and the last letters of sort order 52. */
export const WINDOWS_FOLLOWERS: Readonly<Record<string, readonly [after: string, place: number]>> = {
  '¼': ['0', 1],
  '½': ['0', 2],
  '¾': ['0', 3],
  '™': ['t', 1],
};
export const SQL_FOLLOWERS: Readonly<Record<string, readonly [after: string, place: number]>> = { ð: ['z', 0], þ: ['z', 1] };
