/**
 * What char and varchar data can hold. Such data is stored in the code page of its collation, so a character that the page lacks becomes the
 * nearest one that Windows knows for it (its *best fit*: a letter without its accent, the plain form of a full-width one) or a question mark.
 * Lengths of such data count bytes.
 */

import { codePage, MULTI_BYTE, UTF8 } from './pages.ts';

/** The text as the code page can hold it. A surrogate pair that it lacks becomes two question marks. */
export function encodable(text: string, page: number): string {
  if (page === UTF8 || ASCII.test(text)) return text;
  const { codes } = codePage(page);
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at]!;
    result += codes.has(unit) ? unit : bestFit(unit, codes);
  }
  return result;
}

/** Bytes of a text in a code page. */
export function bytesIn(text: string, page: number): number {
  if (page === UTF8) return utf8Length(text);
  if (!MULTI_BYTE.has(page) || ASCII.test(text)) return text.length;
  const { codes } = codePage(page);
  let bytes = 0;
  for (const char of text) bytes += (codes.get(char) ?? 0) > 0xff ? 2 : 1;
  return bytes;
}

/** The longest beginning of a text that takes at most `limit` bytes; no character is split. */
export function cutBytes(text: string, limit: number, page: number): string {
  if (page !== UTF8 && !MULTI_BYTE.has(page)) return text.length <= limit ? text : text.slice(0, limit);
  if (text.length <= limit && bytesIn(text, page) <= limit) return text;
  let bytes = 0;
  let end = 0;
  for (const char of text) {
    bytes += bytesIn(char, page);
    if (bytes > limit) break;
    end += char.length;
  }
  return text.slice(0, end);
}

/** The bytes of a text in a code page. */
export function encodeBytes(text: string, page: number): Uint8Array {
  if (page === UTF8) return new TextEncoder().encode(text);
  const { codes } = codePage(page);
  const bytes: number[] = [];
  for (const char of text) {
    const code = codes.get(char) ?? QUESTION_MARK;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The text that bytes spell in a code page. */
export function decodeBytes(bytes: Uint8Array, page: number): string {
  return codePage(page).decode(bytes);
}

const QUESTION_MARK = 0x3f;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is the definition of ASCII.
const ASCII = /^[\x00-\x7f]*$/;

/** Letters, digits and forms that Windows replaces by their compatibility character: the first one of their decomposition. */
const DECOMPOSED = /^[\u0100-\u024f\u1e00-\u1eff\u2002-\u200a\u2024-\u202f\u2070-\u209f\u2102-\u2134\uff01-\uff5e]$/;

/** Best fits that Unicode's decompositions do not tell: pairs of a character and its replacement. */
const PAIRS =
  "ĐÐđdĦHħhıiĸqŁLłlŊNŋnŒOœoŦTŧtƀbƉÐƑƒƗIƚlƟOƫtƮTƶzǀ|ǃ!ɡgʹ'ʺ\"ʼ'˄^ˆ^ˈ'ˉ¯ˊ´ˋ`ˍ_˚°˜~\u0300`\u0301´\u0302^\u0303~\u0304¯\u0308¨\u030a°\u030e\"\u0327¸\u0331_\u0332_" +
  'ΓGΘTΣSΦFΩOαaβßδdεeμµπpσsτtφfһh‐-‑-‗=‚,„"′\'‵`‼!⁄/₡¢₤£₧P₩W−-∓±∕/∖\\∗*∘°∙·√v∞8∣|∩n∶:∼~≈~≡=≤=≥=≪«≫»⋅·⌂¦⌐¬⌠(⌡)〈<〉>─-│¦┌+┐+└+┘+├+┤+┬-┴-┼+═-║¦' +
  '╔+╗+╚+╝+╠¦╣¦╦-╩-╬+▀¯▄_█¦▌¦▐¦░¦▒¦▓¦■¦☼¤❘|\u3000 〈<〉>《«》»〚[〛]・·';

const BEST_FIT: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [PAIRS[index * 2]!, PAIRS[index * 2 + 1]!] as const),
);

function bestFit(unit: string, codes: ReadonlyMap<string, number>): string {
  const plain = BEST_FIT.get(unit) ?? (DECOMPOSED.test(unit) ? unit.normalize('NFKD')[0]! : unit);
  return plain !== unit && codes.has(plain) ? plain : '?';
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Each half of a surrogate pair adds one byte: four for the pair.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
