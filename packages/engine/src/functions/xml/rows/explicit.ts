/**
 * FOR XML EXPLICIT: each row opens the element that its tag names, below the open element that its parent names. Nothing is ordered or merged: a parent
 * must have come before.
 */

import { sqlError, sqlErrorState } from '../../../errors.ts';
import { readXml } from '../../../values/convert/xml.ts';
import type { Present, Value } from '../../../values/value.ts';
import { qualified, readXmlTree, type XmlElement, type XmlNode } from '../node.ts';
import { printNodes } from '../print.ts';
import { escapeAttribute, escapeText, xmlWriter } from '../text.ts';
import { type ExplicitColumn, type ExplicitTag, explicitTags } from './explicit-columns.ts';
import { declarationsOf, NIL, type Row, type Rows, type XmlColumn, type XmlOptions } from './markup.ts';

interface Open {
  readonly tag: number;
  readonly element: string;
}

/** Whether a column says xsi:nil, which must then be declared. */
export const usesNil = (columns: readonly XmlColumn[]): boolean => columns.some(({ name }) => /!elementxsinil(!|$)/i.test(name));

export function explicitRows(columns: readonly XmlColumn[], options: XmlOptions, base64: boolean): (rows: Rows) => string {
  const tags = explicitTags(columns, base64);
  const write = [...tags].map(([number, tag]) => [number, tagWriter(tag, columns)] as const);
  const writers = new Map(write);
  const declared = options.root === null ? declarationsOf(options) : '';
  return (rows) => {
    const document: Document = { out: '', open: [], pending: '' };
    for (const row of rows) {
      const number = tagOf(row[0] ?? null, tags);
      closeTo(document, parentOf(row[1] ?? null, tags), number);
      const { attributes, content } = (writers.get(number) as Writer)(row);
      const element = tags.get(number)?.element ?? '';
      settle(document);
      document.out += `<${element}${document.open.length === 0 ? declared : ''}${attributes}`;
      document.open.push({ tag: number, element });
      document.pending = content === null ? '/' : '';
      if (content !== null) document.out += `>${content}`;
    }
    while (document.open.length > 0) closeOne(document);
    return document.out;
  };
}

interface Document {
  out: string;
  readonly open: Open[];
  /** `/` while the last start tag still lacks its `>`. */
  pending: string;
}

function settle(document: Document): void {
  if (document.pending === '/') document.out += '>';
  document.pending = '';
}

function closeOne(document: Document): void {
  const { element } = document.open.pop() as Open;
  document.out += document.pending === '/' ? '/>' : `</${element}>`;
  document.pending = '';
}

function tagOf(value: Value, tags: ReadonlyMap<number, ExplicitTag>): number {
  const number = Number(value);
  if (value === null || number <= 0) throw sqlErrorState(6803, 2);
  if (!tags.has(number)) throw sqlError(6806, number);
  return number;
}

/** 0 for the top of the document. */
function parentOf(value: Value, tags: ReadonlyMap<number, ExplicitTag>): number {
  const number = Number(value);
  if (number < 0) throw sqlErrorState(6804, 2);
  if (number !== 0 && !tags.has(number)) throw sqlError(6807, number);
  return number;
}

function closeTo(document: Document, parent: number, tag: number): void {
  if (parent !== 0 && !document.open.some((each) => each.tag === parent)) throw sqlError(6833, parent);
  while (document.open.length > 0 && document.open.at(-1)?.tag !== parent) closeOne(document);
  if (document.open.some((each) => each.tag === tag)) throw sqlError(6805);
}

interface Parts {
  readonly attributes: string;
  readonly content: string | null;
}

type Writer = (row: Row) => Parts;

function tagWriter({ columns: own }: ExplicitTag, columns: readonly XmlColumn[]): Writer {
  const parts = own.filter(({ hidden }) => !hidden).map((column) => ({ column, write: columnWriter(column, columns) }));
  return (row) => {
    let attributes = '';
    let content: string | null = null;
    for (const { column, write } of parts) {
      const value = row[column.index] ?? null;
      if (value === null && column.directive !== 'elementxsinil') continue;
      const part = write(value, attributes);
      attributes += part.attributes;
      if (part.content !== null) content = (content ?? '') + part.content;
    }
    return { attributes, content };
  };
}

type ColumnWriter = (value: Value, attributes: string) => Parts;

const contentOf = (name: string, content: string): Parts => ({
  attributes: '',
  content: name === '' ? content : `<${name}>${content}</${name}>`,
});

function columnWriter({ index, name, directive, written }: ExplicitColumn, columns: readonly XmlColumn[]): ColumnWriter {
  const { type } = columns[index] as XmlColumn;
  const plain = xmlWriter(type);
  const text = type.name === 'xml' ? (value: Present): string => withoutDefault(plain(value)) : plain;
  switch (directive) {
    case 'element':
    case 'elementxsinil':
      return (value) => {
        if (value === null) return { attributes: '', content: name === '' ? null : `<${name}${NIL}/>` };
        return contentOf(name, type.name === 'xml' ? text(value) : escapeText(text(value)));
      };
    case 'xml':
      return (value) => contentOf(name, text(value as Present));
    case 'cdata':
      // A section cannot hold its own end, so it is taken apart there.
      return (value) => contentOf(name, `<![CDATA[${text(value as Present).replaceAll(']]>', ']]]><![CDATA[]>')}]]>`);
    case 'xmltext':
      return (value, attributes) => overflow(text(value as Present), name, attributes, written);
    default:
      if (type.name === 'xml') return (value) => contentOf(name, text(value as Present));
      return (value) =>
        name === ''
          ? contentOf('', escapeText(text(value as Present)))
          : { attributes: ` ${name}="${escapeAttribute(text(value as Present))}"`, content: null };
  }
}

/** Elements at the top of an xml value say that they are in no namespace. */
function withoutDefault(xml: string): string {
  return readXmlTree(xml)
    .children.map((child) => {
      const text = printNodes([child]);
      if (child.kind !== 'element' || child.name.prefix !== '' || child.declarations.some(([prefix]) => prefix === '')) return text;
      // Values hold no `>`, so the first one ends the start tag.
      const end = text.indexOf('>');
      const at = text[end - 1] === '/' ? end - 1 : end;
      return `${text.slice(0, at)} xmlns=""${text.slice(at)}`;
    })
    .join('');
}

/** The overflow element: it becomes a child of that name, or its attributes and content become the element's own. */
function overflow(xml: string, name: string, attributes: string, column: string): Parts {
  const root = rootOf(xml, column);
  const own = root.attributes.map((attribute) => ` ${qualified(attribute.name)}="${escapeAttribute(attribute.value)}"`);
  const start = xml.indexOf('>', xml.indexOf('<'));
  const content = xml[start - 1] === '/' ? '' : xml.slice(start + 1, xml.lastIndexOf('</'));
  if (name !== '') return { attributes: '', content: `<${name}${own.join('')}>${content}</${name}>` };
  const fresh = own.filter((attribute) => !attributes.includes(`${attribute.slice(0, attribute.indexOf('='))}=`));
  return { attributes: fresh.join(''), content };
}

function rootOf(xml: string, column: string): XmlElement {
  const root = childrenOf(xml, column).find((child) => child.kind === 'element');
  if (root === undefined) throw sqlErrorState(6834, 1, column);
  return root;
}

function childrenOf(xml: string, column: string): readonly XmlNode[] {
  try {
    return readXmlTree(readXml(xml, true)).children;
  } catch {
    throw sqlErrorState(6834, 2, column);
  }
}
