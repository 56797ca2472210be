/**
 * Reads text as xml: checks that it is well formed (a document or fragments) and writes it the way SQL Server gives it back, without the
 * declaration, without white space that stands alone between tags, and with empty elements closed at once.
 */

import { type SqlError, sqlError, sqlErrorState, unsupported } from '../../errors.ts';

/** How a text becomes xml. */
export interface XmlReading {
  /** Styles 1 and 3: white space alone between tags is kept. */
  readonly keepSpace: boolean;
  /** Styles 2 and 3: a document type may stand before the document. */
  readonly documentType?: boolean;
  /** What the text is encoded in, which its declaration must not contradict (9402). */
  readonly encoding?: 'narrow' | 'wide';
}

/** The stored form of an xml text. */
export function readXml(text: string, reading: boolean | XmlReading): string {
  const options = typeof reading === 'boolean' ? { keepSpace: reading } : reading;
  const { keepSpace, documentType = false } = options;
  const reader: Reader = { text: text.replace(/^\ufeff/, ''), at: 0, open: [], out: '', bare: false, keepSpace, documentType };
  skipDeclaration(reader, options.encoding);
  while (reader.at < reader.text.length) readNext(reader);
  if (reader.open.length > 0) throw problem(9400, reader);
  return reader.out;
}

interface Reader {
  readonly text: string;
  at: number;
  readonly open: OpenElement[];
  out: string;
  /** The last thing written was a start tag whose `>` is still to come: nothing stands in the element yet. */
  bare: boolean;
  readonly keepSpace: boolean;
  readonly documentType: boolean;
}

interface OpenElement {
  readonly name: string;
  /** Prefixes in scope. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** xml:space="preserve" */
  readonly preserve: boolean;
}

/** An instance has no more levels than this. */
const DEEPEST = 128;

/** An error with the line and the character where it was found; at the end of the text it is the last character. */
function problem(number: number, reader: Reader): SqlError {
  const before = reader.text.slice(0, Math.max(0, Math.min(reader.at, reader.text.length - 1)));
  const line = before.split('\n').length;
  return sqlError(number, line, before.length - before.lastIndexOf('\n'));
}

/** Writes content, which closes a start tag before it. */
function write(reader: Reader, text: string): void {
  reader.out += reader.bare ? `>${text}` : text;
  reader.bare = false;
}

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])([A-Za-z][\w.-]*)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?\s*\?>/;

function skipDeclaration(reader: Reader, encoding: XmlReading['encoding']): void {
  if (!/^<\?xml[\s?]/.test(reader.text)) return;
  const match = DECLARATION.exec(reader.text);
  if (match === null) throw declarationProblem(reader);
  reader.at = match[0].length;
  const declared = match[3]?.toLowerCase();
  if (declared === undefined || encoding === undefined) return;
  const isWide = declared === 'utf-16' || declared === 'ucs-2' || declared === 'unicode';
  reader.at -= 1;
  if (!isKnownEncoding(declared)) throw problem(9401, reader);
  if (isWide !== (encoding === 'wide')) throw problem(9402, reader);
  reader.at += 1;
}

/** Mistakes of a declaration that have a number of their own; each pattern ends before what is wrong. */
const DECLARATION_MISTAKES: readonly (readonly [number, RegExp])[] = [
  [9442, /^<\?xml\s[^>]*?\sencoding\s*=\s*(["'])(?![A-Za-z][\w.-]*\1)/],
  [9453, /^<\?xml\s[^?>]*(?=>)/],
];

function declarationProblem(reader: Reader): SqlError {
  for (const [number, pattern] of DECLARATION_MISTAKES) {
    const match = pattern.exec(reader.text);
    if (match === null) continue;
    reader.at = match[0].length;
    return problem(number, reader);
  }
  reader.at = Math.max(reader.text.indexOf('?>'), 0);
  return problem(9441, reader);
}

/** Code pages of Windows that the encoding standard of the web does not name. */
const CODE_PAGE = /^(?:utf-(?:7|32)|(?:ibm|cp|dos-|x-).+)$/;

function isKnownEncoding(name: string): boolean {
  if (CODE_PAGE.test(name)) return true;
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

function readNext(reader: Reader): void {
  const { text, at } = reader;
  if (text[at] !== '<') readText(reader);
  else if (text.startsWith('<!--', at)) readComment(reader);
  else if (text.startsWith('<![CDATA[', at)) readData(reader);
  else if (text.startsWith('<?', at)) readInstruction(reader);
  else if (text.startsWith('<!DOCTYPE', at)) readDocumentType(reader);
  else if (text.startsWith('<!', at)) throw problem(text[at + 2] === '[' ? 9423 : 9422, reader);
  else if (text.startsWith('</', at)) readEnd(reader);
  else readStart(reader);
}

function copyTo(reader: Reader, end: string): void {
  const stop = reader.text.indexOf(end, reader.at);
  if (stop < 0) throw problem(9400, reader);
  write(reader, reader.text.slice(reader.at, stop + end.length));
  reader.at = stop + end.length;
}

function readComment(reader: Reader): void {
  const inner = reader.text.indexOf('--', reader.at + 4);
  if (inner >= 0 && reader.text[inner + 2] !== '>') {
    reader.at = inner + 2;
    throw problem(9424, reader);
  }
  copyTo(reader, '-->');
}

function readInstruction(reader: Reader): void {
  const target = /^<\?([^\s?]*)/.exec(reader.text.slice(reader.at, reader.at + 300))?.[1] ?? '';
  if (target.toLowerCase() === 'xml') {
    reader.at += 5;
    throw problem(target === 'xml' ? 9438 : 9451, reader);
  }
  copyTo(reader, '?>');
}

/** A document type is skipped where the style allows it; one with an internal subset would define entities. */
function readDocumentType(reader: Reader): void {
  if (!reader.documentType) throw sqlError(6359);
  const end = reader.text.indexOf('>', reader.at);
  if (end < 0) throw problem(9400, reader);
  if (reader.text.slice(reader.at, end).includes('[')) throw unsupported('an internal subset of a DTD in CONVERT to xml');
  reader.at = end + 1;
}

/** A CDATA section is stored as text. */
function readData(reader: Reader): void {
  const stop = reader.text.indexOf(']]>', reader.at);
  if (stop < 0) throw problem(9400, reader);
  if (stop > reader.at + 9) write(reader, escapeText(reader.text.slice(reader.at + 9, stop)));
  reader.at = stop + 3;
}

function readText(reader: Reader): void {
  const next = reader.text.indexOf('<', reader.at);
  const stop = next < 0 ? reader.text.length : next;
  const raw = reader.text.slice(reader.at, stop);
  const ending = raw.indexOf(']]>');
  if (ending >= 0) {
    reader.at += ending + 2;
    throw problem(9454, reader);
  }
  const text = expand(raw, reader);
  if (reader.keepSpace || reader.open.at(-1)?.preserve === true || /[^ \t\r\n]/.test(raw)) write(reader, escapeText(text));
  reader.at = stop;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const REFERENCE = /&(?:([\p{L}_][\p{L}\p{N}_.-]*)|#(\d+)|#x([0-9a-fA-F]+))(;?)|&(#x?)?/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters that a piece of text stands for: references replaced, line ends as line feeds. */
function expand(raw: string, reader: Reader): string {
  const illegal = ILLEGAL.exec(raw);
  if (illegal) {
    reader.at += illegal.index;
    throw problem(9420, reader);
  }
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!lines.includes('&')) return lines;
  return lines.replace(REFERENCE, (reference, ...groups) => {
    const [name, digits, hex, end, number, at] = groups as [string?, string?, string?, string?, string?, number?];
    const fail = (error: number, behind: number): never => {
      reader.at += (at ?? 0) + behind;
      throw problem(error, reader);
    };
    if (name === undefined && digits === undefined && hex === undefined)
      return fail(number === undefined ? 9421 : number === '#x' ? 9416 : 9417, reference.length);
    if (end !== ';') return fail(9411, reference.length);
    if (name !== undefined) return ENTITIES[name] ?? fail(9448, reference.length - 1);
    const code = digits === undefined ? Number.parseInt(hex ?? '', 16) : Number(digits);
    const char = code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\0' : String.fromCodePoint(code);
    return ILLEGAL.test(char) ? fail(9420, reference.length - 1) : char;
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
  if (reader.text[reader.at] !== '>') throw problem(9412, reader);
  if (reader.open.pop()?.name !== name) throw problem(9436, reader);
  reader.at += 1;
  if (reader.bare) reader.out += '/>';
  else reader.out += `</${name}>`;
  reader.bare = false;
}

function readStart(reader: Reader): void {
  reader.at += 1;
  const name = readName(reader);
  const attributes: Attribute[] = [];
  for (;;) {
    const spaced = skipSpace(reader);
    const next = reader.text[reader.at];
    if (next === undefined) throw problem(9400, reader);
    if (next === '>' || next === '/') break;
    if (!spaced) throw problem(9410, reader);
    attributes.push(readAttribute(reader, attributes));
  }
  finishStart(reader, openElement(reader, name, attributes), attributes);
}

interface Attribute {
  readonly name: string;
  readonly value: string;
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XML_PREFIX: ReadonlyMap<string, string> = new Map([['xml', XML_NAMESPACE]]);

/** The element with the prefixes that hold in it: 9459 for one that is not declared. */
function openElement(reader: Reader, name: string, attributes: readonly Attribute[]): OpenElement {
  if (reader.open.length >= DEEPEST) throw sqlErrorState(6335, 102, DEEPEST);
  const outer = reader.open.at(-1);
  const prefixes = declaredPrefixes(reader, attributes, outer?.prefixes ?? XML_PREFIX);
  for (const written of [name, ...attributes.map((attribute) => attribute.name)]) {
    const colon = written.indexOf(':');
    if (colon >= 0 && written.includes(':', colon + 1)) throw problem(9456, reader);
    const prefix = written.slice(0, Math.max(colon, 0));
    if (prefix !== '' && prefix !== 'xmlns' && !prefixes.has(prefix)) throw problem(9459, reader);
  }
  const space = attributes.find((attribute) => attribute.name === 'xml:space')?.value;
  return { name, prefixes, preserve: space === 'preserve' || (space !== 'default' && outer?.preserve === true) };
}

function declaredPrefixes(reader: Reader, attributes: readonly Attribute[], outer: OpenElement['prefixes']): OpenElement['prefixes'] {
  const declared = attributes.filter(({ name }) => name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  if (declared.some(({ value }) => value === '')) throw problem(9460, reader);
  if (declared.some(({ name, value }) => (name === 'xmlns:xml') !== (value === XML_NAMESPACE))) throw problem(9464, reader);
  if (declared.some(({ name }) => name === 'xmlns:xmlns')) throw problem(9465, reader);
  return new Map([...outer, ...declared.map(({ name, value }) => [name.slice(6), value] as const)]);
}

function finishStart(reader: Reader, element: OpenElement, attributes: readonly Attribute[]): void {
  const tag = `<${element.name}${attributes.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`).join('')}`;
  if (reader.text[reader.at] === '/') {
    reader.at += 1;
    if (reader.text[reader.at] !== '>') throw problem(9412, reader);
    write(reader, `${tag}/>`);
  } else {
    reader.open.push(element);
    write(reader, tag);
    reader.bare = true;
  }
  reader.at += 1;
}

function readAttribute(reader: Reader, seen: readonly Attribute[]): Attribute {
  const name = readName(reader);
  if (seen.some((attribute) => attribute.name === name)) throw problem(9437, reader);
  skipSpace(reader);
  if (reader.text[reader.at] !== '=') throw problem(9414, reader);
  reader.at += 1;
  skipSpace(reader);
  const quote = reader.text[reader.at];
  if (quote !== '"' && quote !== "'") throw problem(9413, reader);
  const stop = reader.text.indexOf(quote, reader.at + 1);
  if (stop < 0) throw problem(9400, reader);
  const raw = reader.text.slice(reader.at + 1, stop);
  if (raw.includes('<')) {
    reader.at += raw.indexOf('<') + 1;
    throw problem(9415, reader);
  }
  reader.at += 1;
  const value = expand(raw.replace(/[\t\r\n]/g, ' '), reader);
  reader.at = stop + 1;
  return { name, value };
}

/** `& < >` as entities, and a carriage return, which would be read back as a line feed, as a reference. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#x0D;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#x0A;').replaceAll('\t', '&#x09;');
}
