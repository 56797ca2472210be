/**
 * What char and varchar data can hold. Such data is stored in the code page of its collation, so a character that the page lacks becomes the
 * nearest one that Windows knows for it (a curly quote of another page, a full-width letter) or a question mark. The pages come from the platform's
 * decoders, read once into a set when a page is first needed.
 */

/** The text as the code page can hold it. */
export function encodable(text: string, codePage: number): string {
  if (codePage === UTF8 || ASCII.test(text)) return text;
  const page = pageOf(codePage);
  let result = '';
  for (const char of text) result += page.has(char) ? char : bestFit(char, page);
  return result;
}

/** Bytes of a text in a code page. */
export function bytesIn(text: string, codePage: number): number {
  if (codePage === UTF8) return utf8Length(text);
  if (!MULTI_BYTE.has(codePage) || ASCII.test(text)) return text.length;
  let bytes = 0;
  for (const char of text) bytes += char < '\u0080' || (char >= '\uff61' && char <= '\uff9f' && codePage === 932) ? 1 : 2;
  return bytes;
}

/** The longest beginning of a text that takes at most `limit` bytes. */
export function cutBytes(text: string, limit: number, codePage: number): string {
  if (text.length <= limit && (codePage === UTF8 || MULTI_BYTE.has(codePage)) && bytesIn(text, codePage) <= limit) return text;
  if (codePage !== UTF8 && !MULTI_BYTE.has(codePage)) return text.length <= limit ? text : text.slice(0, limit);
  let bytes = 0;
  let end = 0;
  for (const char of text) {
    bytes += bytesIn(char, codePage);
    if (bytes > limit) break;
    end += char.length;
  }
  return text.slice(0, end);
}

/** The bytes of a text in a code page, for conversions to binary. */
export function encodeBytes(text: string, codePage: number): Uint8Array {
  if (codePage === UTF8) return new TextEncoder().encode(text);
  const page = pageOf(codePage);
  const bytes: number[] = [];
  for (const char of text) {
    const code = page.get(char) ?? 0x3f;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The text that bytes spell in a code page. */
export function decodeBytes(bytes: Uint8Array, codePage: number): string {
  return decoderOf(codePage).decode(bytes);
}

const UTF8 = 65001;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is the definition of ASCII.
const ASCII = /^[\x00-\x7f]*$/;
const MULTI_BYTE = new Set([932, 936, 949, 950]);

const LABELS: Readonly<Record<number, string>> = {
  437: 'ibm866',
  850: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  [UTF8]: 'utf-8',
};

function decoderOf(codePage: number): TextDecoder {
  const known = DECODERS.get(codePage);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(LABELS[codePage] ?? (codePage === 0 ? 'windows-1252' : `windows-${codePage}`), { ignoreBOM: true });
  DECODERS.set(codePage, decoder);
  return decoder;
}

const DECODERS = new Map<number, TextDecoder>();
const PAGES = new Map<number, ReadonlyMap<string, number>>();

/** Every character of a page with its byte or byte pair. */
function pageOf(codePage: number): ReadonlyMap<string, number> {
  const known = PAGES.get(codePage);
  if (known !== undefined) return known;
  const page = new Map<string, number>();
  const decoder = decoderOf(codePage);
  for (let byte = 0; byte < 256; byte += 1) add(page, decoder.decode(Uint8Array.of(byte)), byte);
  if (MULTI_BYTE.has(codePage)) addPairs(page, decoder);
  PAGES.set(codePage, page);
  return page;
}

function addPairs(page: Map<string, number>, decoder: TextDecoder): void {
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) add(page, decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail);
  }
}

function add(page: Map<string, number>, text: string, code: number): void {
  if (text.length === 1 && text !== '\ufffd' && !page.has(text)) page.set(text, code);
}

/** The nearest character of the page: the full-width form's plain one, a letter without its accent, a plain quote or dash; else '?'. */
function bestFit(char: string, page: ReadonlyMap<string, number>): string {
  const plain = BEST_FIT[char] ?? char.normalize('NFKD')[0] ?? '?';
  if (plain !== char && page.has(plain) && (BEST_FIT[char] !== undefined || WESTERN.test(char))) return plain;
  return '?'.repeat(char.length);
}

/** Latin letters and full-width forms: the ranges in which Windows falls back to the plain character. */
const WESTERN = /^[\u0100-\u024f\u1e00-\u1eff\uff01-\uff5e\u2070-\u209f]$/;

const BEST_FIT: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2032': "'",
  '\u2035': '`',
  '\u2044': '/',
  '\u2215': '/',
  '\u2217': '*',
  '\u2223': '|',
  '\u2236': ':',
  '\u223c': '~',
  '\u02bc': "'",
  '\u02b9': "'",
  '\u02ba': '"',
  '\u3000': ' ',
  '\u2000': ' ',
  '\u2001': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2004': ' ',
  '\u2005': ' ',
  '\u2006': ' ',
  '\u0110': '\u00d0',
  '\u0111': 'd',
  '\u0131': 'i',
  '\u0142': 'l',
  '\u0141': 'L',
  '\u0126': 'H',
  '\u0127': 'h',
  '\u0166': 'T',
  '\u0167': 't',
  '\u221e': '8',
  '\u03b1': 'a',
  '\u03b2': '\u00df',
  '\u0393': 'G',
  '\u03b4': 'd',
  '\u03c0': 'p',
  '\u03a3': 'S',
  '\u03c3': 's',
  '\u03a6': 'F',
  '\u03a9': 'O',
  '\u03bc': '\u00b5',
};

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
