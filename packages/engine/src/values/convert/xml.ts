/**
 * Reads text as xml: checks that it is well formed (a document or fragments) and writes it the way SQL Server gives it back, without the
 * declaration, without white space that stands alone between tags, and with empty elements closed at once.
 */

import { type SqlError, sqlError } from '../../errors.ts';

/** The stored form of an xml text. */
export function readXml(text: string, keepSpace: boolean): string {
  const reader: Reader = { text: text.replace(/^\ufeff/, ''), at: 0, open: [], out: '', bare: false, keepSpace };
  skipDeclaration(reader);
  while (reader.at < reader.text.length) readNext(reader);
  if (reader.open.length > 0) throw problem(9400, reader);
  return reader.out;
}

interface Reader {
  readonly text: string;
  at: number;
  readonly open: string[];
  out: string;
  /** The last thing written was a start tag whose `>` is still to come: nothing stands in the element yet. */
  bare: boolean;
  readonly keepSpace: boolean;
}

/** An error with the line and the character where it was found. */
function problem(number: number, reader: Reader): SqlError {
  const before = reader.text.slice(0, reader.at);
  const line = before.split('\n').length;
  return sqlError(number, line, before.length - before.lastIndexOf('\n'));
}

/** Writes content, which closes a start tag before it. */
function write(reader: Reader, text: string): void {
  reader.out += reader.bare ? `>${text}` : text;
  reader.bare = false;
}

function skipDeclaration(reader: Reader): void {
  const match = /^<\?xml\s[^?]*\?>/.exec(reader.text);
  if (match) reader.at = match[0].length;
}

function readNext(reader: Reader): void {
  const { text, at } = reader;
  if (text[at] !== '<') readText(reader);
  else if (text.startsWith('<!--', at)) copyTo(reader, '-->');
  else if (text.startsWith('<![CDATA[', at)) readData(reader);
  else if (text.startsWith('<?', at)) copyTo(reader, '?>');
  else if (text.startsWith('<!DOCTYPE', at)) throw sqlError(6359);
  else if (text.startsWith('</', at)) readEnd(reader);
  else readStart(reader);
}

function copyTo(reader: Reader, end: string): void {
  const stop = reader.text.indexOf(end, reader.at);
  if (stop < 0) throw problem(9400, reader);
  write(reader, reader.text.slice(reader.at, stop + end.length));
  reader.at = stop + end.length;
}

/** A CDATA section is stored as text. */
function readData(reader: Reader): void {
  const stop = reader.text.indexOf(']]>', reader.at);
  if (stop < 0) throw problem(9400, reader);
  write(reader, escapeText(reader.text.slice(reader.at + 9, stop)));
  reader.at = stop + 3;
}

function readText(reader: Reader): void {
  const next = reader.text.indexOf('<', reader.at);
  const stop = next < 0 ? reader.text.length : next;
  const raw = reader.text.slice(reader.at, stop);
  const text = expand(raw, reader);
  if (reader.keepSpace || /[^ \t\r\n]/.test(raw)) write(reader, escapeText(text));
  reader.at = stop;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-fA-F]+));|&/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters that a piece of text stands for: references replaced, line ends as line feeds. */
function expand(raw: string, reader: Reader): string {
  const illegal = ILLEGAL.exec(raw);
  if (illegal) {
    reader.at += illegal.index;
    throw problem(9420, reader);
  }
  return raw.replace(/\r\n?/g, '\n').replace(REFERENCE, (reference, name?: string, digits?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES[name]!;
    if (reference === '&') {
      reader.at += raw.indexOf('&') + 1;
      throw problem(9421, reader);
    }
    return String.fromCodePoint(digits === undefined ? Number.parseInt(hex!, 16) : Number(digits));
  });
}

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.\-·]*/uy;

function readName(reader: Reader): string {
  NAME.lastIndex = reader.at;
  const match = NAME.exec(reader.text);
  if (match === null) throw problem(reader.at >= reader.text.length ? 9400 : 9455, reader);
  reader.at += match[0].length;
  return match[0];
}

function skipSpace(reader: Reader): boolean {
  const start = reader.at;
  while (/[ \t\r\n]/.test(reader.text[reader.at] ?? '')) reader.at += 1;
  return reader.at > start;
}

function readEnd(reader: Reader): void {
  reader.at += 2;
  const name = readName(reader);
  skipSpace(reader);
  if (reader.text[reader.at] !== '>') throw problem(reader.at >= reader.text.length ? 9400 : 9448, reader);
  if (reader.open.pop() !== name) throw problem(9436, reader);
  reader.at += 1;
  if (reader.bare) reader.out += '/>';
  else reader.out += `</${name}>`;
  reader.bare = false;
}

function readStart(reader: Reader): void {
  reader.at += 1;
  const name = readName(reader);
  let tag = `<${name}`;
  const seen = new Set<string>();
  for (;;) {
    const spaced = skipSpace(reader);
    const next = reader.text[reader.at];
    if (next === undefined) throw problem(9400, reader);
    if (next === '>' || next === '/') break;
    if (!spaced) throw problem(9410, reader);
    tag += ` ${readAttribute(reader, seen)}`;
  }
  finishStart(reader, name, tag);
}

function finishStart(reader: Reader, name: string, tag: string): void {
  if (reader.text[reader.at] === '/') {
    reader.at += 1;
    if (reader.text[reader.at] !== '>') throw problem(9400, reader);
    write(reader, `${tag}/>`);
  } else {
    reader.open.push(name);
    write(reader, tag);
    reader.bare = true;
  }
  reader.at += 1;
}

function readAttribute(reader: Reader, seen: Set<string>): string {
  const name = readName(reader);
  if (seen.has(name)) throw problem(9437, reader);
  seen.add(name);
  skipSpace(reader);
  if (reader.text[reader.at] !== '=') throw problem(9414, reader);
  reader.at += 1;
  skipSpace(reader);
  const quote = reader.text[reader.at];
  if (quote !== '"' && quote !== "'") throw problem(9413, reader);
  const stop = reader.text.indexOf(quote, reader.at + 1);
  if (stop < 0) throw problem(9400, reader);
  const raw = reader.text.slice(reader.at + 1, stop);
  if (raw.includes('<')) throw problem(9420, reader);
  const value = expand(raw.replace(/[\t\r\n]/g, ' '), reader);
  reader.at = stop + 1;
  return `${name}="${escapeAttribute(value)}"`;
}

/** `& < >` as entities, and a carriage return, which would be read back as a line feed, as a reference. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#x0D;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#x0A;').replaceAll('\t', '&#x09;');
}
