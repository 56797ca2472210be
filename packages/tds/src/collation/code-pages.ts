/**
 * Text in Windows code pages: strings to bytes and back. Decoding uses the platform's TextDecoder where it knows
 * the page; the way back is a table over all 65,536 UTF-16 units, built from the decoder when a page is first
 * used. A character that the page lacks becomes `?`, as in SQL Server. Encoders write straight into a
 * TokenWriter, because this is on the hot path of rows.
 */
import { SHORT_STRING, type TokenWriter } from '../bytes/token-writer.ts';
import { codePageOf, UTF8_CODE_PAGE } from './code-page-of.ts';
import type { Collation } from './collation.ts';

/** Encodes and decodes the char, varchar and text data of one code page. */
export interface CodePage {
  /** Writes the bytes of `text` without a length. */
  readonly write: (w: TokenWriter, text: string) => void;
  readonly decode: (bytes: Uint8Array) => string;
}

/** The code page of a collation. */
export function codePageFor(collation: Collation): CodePage {
  const number = codePageOf(collation);
  const known = CACHE.get(number);
  if (known !== undefined) return known;
  const built = buildCodePage(number);
  CACHE.set(number, built);
  return built;
}

const CACHE = new Map<number, CodePage>();
const QUESTION_MARK = 0x3f;
const REPLACEMENT = '\ufffd';

function buildCodePage(number: number): CodePage {
  if (number === UTF8_CODE_PAGE) return { write: writeUtf8, decode: decodeUtf8 };
  const upperHalf = UPPER_HALVES[number];
  if (upperHalf !== undefined) return singleByte(asciiThen(upperHalf));
  const decoder = new TextDecoder(DECODER_NAMES[number] ?? 'windows-1252');
  if (DOUBLE_BYTE.has(number)) return doubleByte(decoder, number);
  return singleByte(Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte))));
}

function singleByte(characters: readonly string[]): CodePage {
  const table = new Uint8Array(0x10000).fill(QUESTION_MARK);
  for (let byte = 255; byte >= 0; byte--) {
    const character = characters[byte]!;
    if (character !== REPLACEMENT) table[character.charCodeAt(0)] = byte;
  }
  return { write: (w, text) => writeSingleByte(w, text, table), decode: (bytes) => decodeSingleByte(bytes, characters) };
}

function writeSingleByte(w: TokenWriter, text: string, table: Uint8Array): void {
  const length = text.length;
  const at = w.claim(length);
  const buffer = w.buffer;
  for (let i = 0; i < length; i++) buffer[at + i] = table[text.charCodeAt(i)]!;
}

function decodeSingleByte(bytes: Uint8Array, characters: readonly string[]): string {
  if (bytes.length > LONG_TEXT) return decodeLongText(bytes, characters);
  let text = '';
  for (const byte of bytes) text += characters[byte]!;
  return text;
}

/** Beyond this length a text put together character by character costs too much memory. */
const LONG_TEXT = 256;

function decodeLongText(bytes: Uint8Array, characters: readonly string[]): string {
  const units = Buffer.allocUnsafe(bytes.length * 2);
  bytes.forEach((byte, index) => {
    units.writeUInt16LE(characters[byte]!.charCodeAt(0), index * 2);
  });
  return units.toString('utf16le');
}

function doubleByte(decoder: TextDecoder, number: number): CodePage {
  const table = doubleByteTable(decoder, number);
  return { write: (w, text) => writeDoubleByte(w, text, table), decode: (bytes) => decoder.decode(bytes) };
}

/** UTF-16 unit to one byte, or to two with the lead byte high; 0 means that the page lacks the character. */
function doubleByteTable(decoder: TextDecoder, number: number): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let byte = 1; byte < 0x100; byte++) addCharacter(table, decoder.decode(Uint8Array.of(byte)), byte);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    if (!isRepeatedRow(number, lead)) addRow(table, decoder, lead);
  }
  return table;
}

// Code page 932 has the NEC selection of IBM extensions a second time in rows ED and EE; encoders use FA to FC.
// Code page 950 has no characters before row A1; what decoders know there is the Hong Kong supplement.
function isRepeatedRow(number: number, lead: number): boolean {
  return (number === 932 && (lead === 0xed || lead === 0xee)) || (number === 950 && lead < 0xa1);
}

function addRow(table: Uint16Array, decoder: TextDecoder, lead: number): void {
  for (let trail = 0x40; trail <= 0xfe; trail++) addCharacter(table, decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail);
}

/** The first code of a character wins. */
function addCharacter(table: Uint16Array, text: string, code: number): void {
  if (text.length !== 1 || text === REPLACEMENT) return;
  const unit = text.charCodeAt(0);
  if (table[unit] === 0) table[unit] = code;
}

function writeDoubleByte(w: TokenWriter, text: string, table: Uint16Array): void {
  let at = w.claim(text.length * 2);
  const buffer = w.buffer;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const code = table[unit]! || (unit === 0 ? 0 : QUESTION_MARK);
    if (code > 0xff) buffer[at++] = code >>> 8;
    buffer[at++] = code;
  }
  w.length = at;
}

function writeUtf8(w: TokenWriter, text: string): void {
  const at = w.claim(text.length * 3);
  w.length = at + (writeShortAscii(w.buffer, at, text) ?? w.buffer.write(text, at, 'utf8'));
}

/** The number of bytes, or undefined if the text is long or not ASCII. */
function writeShortAscii(buffer: Uint8Array, at: number, text: string): number | undefined {
  if (text.length > SHORT_STRING) return undefined;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return undefined;
    buffer[at + i] = unit;
  }
  return text.length;
}

function decodeUtf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function asciiThen(upperHalf: string): readonly string[] {
  return [...Array.from({ length: 128 }, (_, byte) => String.fromCharCode(byte)), ...upperHalf];
}

const DOUBLE_BYTE: ReadonlySet<number> = new Set([932, 936, 949, 950]);

/** The names under which TextDecoder knows the Windows code pages. */
const DECODER_NAMES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
};

/** Bytes 80 to FF of the two DOS code pages, which TextDecoder does not know. */
const UPPER_HALVES: Readonly<Record<number, string>> = {
  437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};
