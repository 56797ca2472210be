/**
 * The code pages of char and varchar data: byte to character and back. Most come from the platform's decoders; the two DOS pages, which it lacks, are
 * written out. A page is read once, when it is first needed.
 */

/** A page: what decodes its bytes, and the byte or byte pair of each of its characters. */
export interface CodePage {
  readonly decode: (bytes: Uint8Array) => string;
  readonly codes: ReadonlyMap<string, number>;
}

/** Code pages whose characters take one or two bytes. */
export const MULTI_BYTE: ReadonlySet<number> = new Set([932, 936, 949, 950]);

export const UTF8 = 65001;

/** The page of that number; 1252 for collations without one. */
export function codePage(number: number): CodePage {
  const known = PAGES.get(number);
  if (known !== undefined) return known;
  const page = DOS[number] === undefined ? platformPage(number) : dosPage(DOS[number]);
  PAGES.set(number, page);
  return page;
}

const PAGES = new Map<number, CodePage>();

const LABELS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  [UTF8]: 'utf-8',
};

function platformPage(number: number): CodePage {
  const decoder = new TextDecoder(LABELS[number] ?? `windows-${number}`, { ignoreBOM: true });
  const codes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) add(codes, decoder.decode(Uint8Array.of(byte)), byte);
  if (MULTI_BYTE.has(number)) addPairs(codes, decoder);
  return { decode: (bytes) => decoder.decode(bytes), codes };
}

function addPairs(codes: Map<string, number>, decoder: TextDecoder): void {
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) add(codes, decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail);
  }
}

function add(codes: Map<string, number>, text: string, code: number): void {
  if (text.length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, code);
}

/** The characters of the bytes from 0x80 on. */
const DOS: Readonly<Record<number, string>> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

function dosPage(high: string): CodePage {
  const chars = Array.from({ length: 128 }, (_, byte) => String.fromCharCode(byte)).concat(Array.from(high));
  const codes = new Map(chars.map((char, byte) => [char, byte]));
  return { decode: (bytes) => Array.from(bytes, (byte) => chars[byte]).join(''), codes };
}
