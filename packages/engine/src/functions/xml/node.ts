/**
 * XML instances as trees. An instance is content, not necessarily a document: any number of elements and texts may stand at its top. Names carry
 * their namespace; declarations stay with the element that made them. `order` is the place in document order. The reader trusts its text, which was
 * checked and brought into stored form when it became xml.
 */

import { sqlError } from '../../errors.ts';

export type XmlNode = XmlDocument | XmlElement | XmlText | XmlAttribute | XmlComment | XmlInstruction;

export interface XmlName {
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
}

/** Prefix and namespace; the empty prefix is the default namespace. */
export type XmlDeclaration = readonly [prefix: string, uri: string];

interface Placed {
  order: number;
  parent: XmlContainer | null;
}

export interface XmlDocument extends Placed {
  readonly kind: 'document';
  readonly children: XmlNode[];
}
/** The value of a typed node in its type; null for an element that is nil. */
export interface TypedValue {
  readonly type: string;
  readonly value: string | number | bigint | boolean;
}

export interface XmlElement extends Placed {
  readonly kind: 'element';
  /** Of a typed instance, where the value has a simple type. */
  typed?: TypedValue | null;
  readonly name: XmlName;
  readonly declarations: XmlDeclaration[];
  readonly attributes: XmlAttribute[];
  readonly children: XmlNode[];
}
export interface XmlAttribute extends Placed {
  readonly kind: 'attribute';
  typed?: TypedValue | null;
  readonly name: XmlName;
  value: string;
}
export interface XmlText extends Placed {
  readonly kind: 'text';
  value: string;
}
export interface XmlComment extends Placed {
  readonly kind: 'comment';
  readonly value: string;
}
export interface XmlInstruction extends Placed {
  readonly kind: 'instruction';
  readonly name: XmlName;
  readonly value: string;
}

export type XmlContainer = XmlDocument | XmlElement;

const parsed = new Map<string, XmlDocument>();
const CACHED_DOCUMENTS = 64;

/** The tree of an instance. The last few are kept and shared: whoever changes a tree reads its own with `readXmlTree`. */
export function parseXml(text: string): XmlDocument {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const document = readXmlTree(text);
  if (parsed.size >= CACHED_DOCUMENTS) parsed.clear();
  parsed.set(text, document);
  return document;
}

export function readXmlTree(text: string): XmlDocument {
  return new TreeReader(text).document();
}

/** The nodes of a tree in document order: an element, its attributes, its content. */
export function allNodes(root: XmlNode): XmlNode[] {
  const nodes: XmlNode[] = [];
  const visit = (node: XmlNode): void => {
    nodes.push(node);
    if (node.kind === 'element') nodes.push(...node.attributes);
    if (node.kind === 'element' || node.kind === 'document') for (const child of node.children) visit(child);
  };
  visit(root);
  return nodes;
}

/** The concatenated text below a node. */
export function stringValue(node: XmlNode): string {
  if (node.kind !== 'document' && node.kind !== 'element') return node.value;
  let text = '';
  for (const child of node.children) if (child.kind !== 'comment' && child.kind !== 'instruction') text += stringValue(child);
  return text;
}

/** `prefix:local` as written. */
export const qualified = (name: XmlName): string => (name.prefix === '' ? name.local : `${name.prefix}:${name.local}`);

/** Prefixes that every instance knows. */
const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

type Scope = ReadonlyMap<string, string>;

interface Open {
  readonly node: XmlContainer;
  readonly scope: Scope;
}

/** One pass over the text with a stack of open elements. */
class TreeReader {
  readonly #text: string;
  readonly #open: Open[];
  readonly #document: XmlDocument = { kind: 'document', children: [], parent: null, order: 0 };
  #at = 0;
  #order = 0;

  constructor(text: string) {
    this.#text = text;
    this.#open = [{ node: this.#document, scope: PREDEFINED }];
  }

  document(): XmlDocument {
    while (this.#at < this.#text.length) this.#item();
    return this.#document;
  }

  #item(): void {
    if (this.#text[this.#at] !== '<') return this.#characters();
    if (this.#takes('<!--')) this.#add({ kind: 'comment', value: this.#until('-->'), ...this.#place() });
    else if (this.#takes('<![CDATA[')) this.#addText(this.#until(']]>'));
    else if (this.#takes('<?')) this.#instruction();
    else if (this.#takes('</')) {
      this.#until('>');
      this.#open.pop();
    } else this.#element();
  }

  #place(): Placed {
    this.#order += 1;
    return { order: this.#order, parent: this.#parent() };
  }

  #parent(): XmlContainer {
    return (this.#open.at(-1) as Open).node;
  }

  #add(node: XmlNode): void {
    this.#parent().children.push(node);
  }

  #addText(value: string): void {
    const last = this.#parent().children.at(-1);
    if (last?.kind === 'text') last.value += value;
    else if (value !== '') this.#add({ kind: 'text', value, ...this.#place() });
  }

  #characters(): void {
    const end = this.#text.indexOf('<', this.#at);
    const raw = this.#text.slice(this.#at, end < 0 ? undefined : end);
    this.#at += raw.length;
    this.#addText(decodeEntities(raw));
  }

  #instruction(): void {
    const body = this.#until('?>');
    const space = body.search(/\s/);
    const local = space < 0 ? body : body.slice(0, space);
    const value = space < 0 ? '' : body.slice(space).trimStart();
    this.#add({ kind: 'instruction', name: { prefix: '', local, uri: '' }, value, ...this.#place() });
  }

  #element(): void {
    this.#at += 1;
    const written = this.#name();
    const placed = this.#place();
    const declarations: XmlDeclaration[] = [];
    const attributes = this.#attributes(declarations);
    const outer = (this.#open.at(-1) as Open).scope;
    const scope = declarations.length === 0 ? outer : new Map([...outer, ...declarations]);
    const element: XmlElement = {
      kind: 'element',
      name: resolve(written, scope, true),
      declarations,
      attributes: [],
      children: [],
      ...placed,
    };
    for (const [name, value] of attributes) {
      this.#order += 1;
      element.attributes.push({ kind: 'attribute', name: resolve(name, scope, false), value, order: this.#order, parent: element });
    }
    this.#add(element);
    if (this.#takes('/>')) return;
    this.#at += 1;
    this.#open.push({ node: element, scope });
  }

  #attributes(declarations: XmlDeclaration[]): (readonly [string, string])[] {
    const attributes: (readonly [string, string])[] = [];
    for (;;) {
      this.#space();
      const next = this.#text[this.#at];
      if (next === '>' || next === '/' || next === undefined) return attributes;
      const name = this.#name();
      this.#space();
      this.#at += 1;
      this.#space();
      const quote = this.#text[this.#at] as string;
      this.#at += 1;
      const value = decodeEntities(this.#until(quote));
      if (name === 'xmlns') declarations.push(['', value]);
      else if (name.startsWith('xmlns:')) declarations.push([name.slice(6), value]);
      else attributes.push([name, value]);
    }
  }

  #name(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !' \t\r\n=/><'.includes(this.#text[this.#at] as string)) this.#at += 1;
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

function resolve(written: string, scope: Scope, isElement: boolean): XmlName {
  const colon = written.indexOf(':');
  if (colon < 0) return { prefix: '', local: written, uri: isElement ? (scope.get('') ?? '') : '' };
  const prefix = written.slice(0, colon);
  return { prefix, local: written.slice(colon + 1), uri: scope.get(prefix) ?? '' };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its references replaced; what is none stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, digits?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (digits !== undefined) return String.fromCodePoint(Number(digits));
    return ENTITIES[name ?? ''] ?? whole;
  });
}
