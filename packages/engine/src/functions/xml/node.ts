/**
 * XML documents as trees: a small parser for well-formed documents and fragments (no DTD), and the way back to text. Names keep their prefixes;
 * namespaces are matched by local name only where a query asks for them.
 */

import { sqlError } from '../../errors.ts';
import { escapeAttribute, escapeText } from './text.ts';

export type XmlNode = XmlDocument | XmlElement | XmlText | XmlAttribute | XmlComment | XmlInstruction;

export interface XmlDocument {
  readonly kind: 'document';
  readonly children: XmlNode[];
  readonly parent: null;
}
export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: XmlAttribute[];
  readonly children: XmlNode[];
  readonly parent: XmlNode | null;
}
export interface XmlAttribute {
  readonly kind: 'attribute';
  readonly name: string;
  readonly value: string;
  readonly parent: XmlNode | null;
}
export interface XmlText {
  readonly kind: 'text';
  readonly value: string;
  readonly parent: XmlNode | null;
}
export interface XmlComment {
  readonly kind: 'comment';
  readonly value: string;
  readonly parent: XmlNode | null;
}
export interface XmlInstruction {
  readonly kind: 'instruction';
  readonly name: string;
  readonly value: string;
  readonly parent: XmlNode | null;
}

type Container = XmlDocument | XmlElement;

const parsed = new Map<string, XmlDocument>();
const CACHE_SIZE = 64;

/** The tree of a document or fragment; the last few texts are kept. Raises 9420 and its kin for text that is not well formed. */
export function parseXml(text: string): XmlDocument {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const document = new Reader(text).document();
  if (parsed.size >= CACHE_SIZE) parsed.clear();
  parsed.set(text, document);
  return document;
}

/** One pass over the text with a stack of open elements. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): XmlDocument {
    const document: XmlDocument = { kind: 'document', children: [], parent: null };
    const open: Container[] = [document];
    while (this.#at < this.#text.length) this.#item(open);
    if (open.length > 1) throw sqlError(9400, 1, this.#at);
    return document;
  }

  #item(open: Container[]): void {
    const parent = open.at(-1) as Container;
    if (this.#text[this.#at] !== '<') return this.#characters(parent);
    if (this.#takes('<!--')) parent.children.push({ kind: 'comment', value: this.#until('-->'), parent });
    else if (this.#takes('<![CDATA[')) addText(parent, this.#until(']]>'));
    else if (this.#takes('<?')) this.#instruction(parent);
    else if (this.#takes('</')) this.#close(open);
    else if (this.#takes('<!')) throw sqlError(6359);
    else this.#open(open);
  }

  #characters(parent: Container): void {
    const end = this.#text.indexOf('<', this.#at);
    const raw = this.#text.slice(this.#at, end < 0 ? undefined : end);
    this.#at += raw.length;
    const text = decodeEntities(raw, this.#at);
    // White space between elements is not kept.
    if (text.trim() !== '') addText(parent, text);
    else if (parent.kind === 'element' && this.#text.startsWith('</', this.#at) && parent.children.length === 0) addText(parent, text);
  }

  #instruction(parent: Container): void {
    const body = this.#until('?>');
    const space = body.search(/\s/);
    const name = space < 0 ? body : body.slice(0, space);
    if (name !== 'xml') parent.children.push({ kind: 'instruction', name, value: space < 0 ? '' : body.slice(space).trim(), parent });
  }

  #close(open: Container[]): void {
    const name = this.#until('>').trim();
    const element = open.pop();
    if (element?.kind !== 'element' || element.name !== name) throw sqlError(9436, 1, this.#at);
  }

  #open(open: Container[]): void {
    this.#at += 1;
    const parent = open.at(-1) as Container;
    const element: XmlElement = { kind: 'element', name: this.#name(), attributes: [], children: [], parent };
    for (;;) {
      this.#space();
      if (this.#takes('/>')) break;
      if (this.#takes('>')) {
        open.push(element);
        break;
      }
      element.attributes.push(this.#attribute(element));
    }
    parent.children.push(element);
  }

  #attribute(element: XmlElement): XmlAttribute {
    const name = this.#name();
    this.#space();
    if (!this.#takes('=')) throw sqlError(9413, 1, this.#at);
    this.#space();
    const quote = this.#text[this.#at];
    if (quote !== '"' && quote !== "'") throw sqlError(9413, 1, this.#at);
    this.#at += 1;
    return { kind: 'attribute', name, value: decodeEntities(this.#until(quote), this.#at), parent: element };
  }

  #name(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !' \t\r\n=/><'.includes(this.#text[this.#at] as string)) this.#at += 1;
    if (start === this.#at) throw sqlError(9455, 1, this.#at);
    return this.#text.slice(start, this.#at);
  }

  #space(): void {
    while (this.#at < this.#text.length && ' \t\r\n'.includes(this.#text[this.#at] as string)) this.#at += 1;
  }

  #takes(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #until(end: string): string {
    const found = this.#text.indexOf(end, this.#at);
    if (found < 0) throw sqlError(9400, 1, this.#text.length);
    const body = this.#text.slice(this.#at, found);
    this.#at = found + end.length;
    return body;
  }
}

function addText(parent: Container, value: string): void {
  const last = parent.children.at(-1);
  if (last?.kind === 'text') parent.children[parent.children.length - 1] = { ...last, value: last.value + value };
  else parent.children.push({ kind: 'text', value, parent });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string, at: number): string {
  let out = '';
  let from = 0;
  for (let mark = text.indexOf('&'); mark >= 0; mark = text.indexOf('&', from)) {
    const end = text.indexOf(';', mark);
    if (end < 0) throw sqlError(9421, 1, at);
    out += text.slice(from, mark) + entity(text.slice(mark + 1, end), at);
    from = end + 1;
  }
  return out + text.slice(from);
}

function entity(name: string, at: number): string {
  if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return String.fromCodePoint(Number.parseInt(name.slice(1), 10));
  const known = ENTITIES[name];
  if (known === undefined) throw sqlError(9448, 1, at);
  return known;
}

/** The text of a node and everything in it. */
export function printNode(node: XmlNode): string {
  switch (node.kind) {
    case 'document':
      return node.children.map(printNode).join('');
    case 'element': {
      const attributes = node.attributes.map((a) => ` ${a.name}="${escapeAttribute(a.value)}"`).join('');
      return node.children.length === 0
        ? `<${node.name}${attributes}/>`
        : `<${node.name}${attributes}>${node.children.map(printNode).join('')}</${node.name}>`;
    }
    case 'text':
      return escapeText(node.value);
    case 'attribute':
      return escapeText(node.value);
    case 'comment':
      return `<!--${node.value}-->`;
    case 'instruction':
      return `<?${node.name} ${node.value}?>`;
  }
}

/** The concatenated text below a node. */
export function stringValue(node: XmlNode): string {
  switch (node.kind) {
    case 'document':
    case 'element':
      return node.children.map((child) => (child.kind === 'comment' || child.kind === 'instruction' ? '' : stringValue(child))).join('');
    default:
      return node.value;
  }
}
