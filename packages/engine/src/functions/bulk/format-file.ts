/**
 * Format files of bcp: what the fields of a data file look like and which columns they fill, in the old form (a line a field) or as XML. Fields of
 * characters are read, ended by a terminator or of a fixed length; those in native storage formats are refused by name.
 */

import { sqlError, unsupported } from '../../errors.ts';
import { readXmlTree, type XmlElement, type XmlNode } from '../xml/node.ts';
import { terminator } from './options.ts';
import type { FieldEnd } from './records.ts';

export interface FormatField extends FieldEnd {
  /** Ordinal of the column that takes the field; 0 for a field that is passed over. */
  readonly column: number;
}

export interface Format {
  readonly fields: readonly FormatField[];
  /** The file has characters of two bytes. */
  readonly wide: boolean;
}

/** Raises 4821 to 4828 for what is no format file. */
export function readFormatFile(text: string, file: string): Format {
  return text.trimStart().startsWith('<') ? readXmlFormat(text, file) : readLineFormat(text, file);
}

/** `version`, the number of fields, then for each: its order, type, prefix length, length, terminator, column, column's name and collation. */
function readLineFormat(text: string, file: string): Format {
  const [, count = '', ...rest] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const wanted = Number(count.trim());
  if (!Number.isInteger(wanted) || wanted < 1) throw sqlError(4821, file);
  if (rest.length < wanted) throw sqlError(4822, file);
  const fields = rest.slice(0, wanted).map((line, i) => lineField(line, i + 1, file));
  return { fields: fields.map(({ field }) => field), wide: widthOf(fields.map(({ type }) => type)) };
}

interface LineField {
  readonly type: string;
  readonly field: FormatField;
}

const LINE = /^\s*(\d+)\s+(\w+)\s+(\d+)\s+(\d+)\s+"((?:[^"\\]|\\.)*)"\s+(\d+)\s+/;

function lineField(line: string, ordinal: number, file: string): LineField {
  const [, order, type = '', prefix, length, end = '', column] = LINE.exec(line) ?? [];
  if (order === undefined || Number(order) !== ordinal) throw sqlError(4823, file);
  if (!TYPES.has(type)) throw type.startsWith('SQL') ? unsupported(`a format file with ${type}`) : sqlError(4824, ordinal, file);
  if (Number(prefix) !== 0) throw unsupported('a format file with prefix lengths');
  const bytes = type === 'SQLNCHAR' ? 2 : 1;
  const field = { terminator: plain(terminator(end), bytes), length: Number(length) / bytes, column: Number(column) };
  if (field.terminator === '' && field.length === 0) throw sqlError(4826, ordinal, file);
  return { type, field };
}

const TYPES: ReadonlySet<string> = new Set(['SQLCHAR', 'SQLNCHAR']);

/** Terminators of two-byte files are written byte by byte: `,\0`. */
const plain = (text: string, bytes: number): string => (bytes === 2 ? text.replaceAll('\0', '') : text);

function widthOf(types: readonly string[]): boolean {
  const wide = types.filter((type) => type === 'SQLNCHAR' || type.startsWith('N'));
  if (wide.length > 0 && wide.length < types.length) throw unsupported('a format file with characters of one and of two bytes');
  return wide.length > 0;
}

const KINDS: ReadonlySet<string> = new Set(['CharTerm', 'NCharTerm', 'CharFixed', 'NCharFixed']);

/** The columns of ROW fill those of the target in order; a field without one is passed over. */
function readXmlFormat(text: string, file: string): Format {
  const elements = elementsIn(readXmlTree(text.replace(/^\s*<\?xml[^>]*\?>/, '')).children);
  const sources = elements.filter(({ name }) => name.local === 'COLUMN').map((column) => attribute(column, 'SOURCE'));
  const fields = elements.filter(({ name }) => name.local === 'FIELD').map((field, i) => xmlField(field, i + 1, sources, file));
  if (fields.length === 0) throw sqlError(4822, file);
  return { fields: fields.map(({ field }) => field), wide: widthOf(fields.map(({ type }) => type)) };
}

function* elementsBelow(nodes: readonly XmlNode[]): Iterable<XmlElement> {
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    yield node;
    yield* elementsBelow(node.children);
  }
}

const elementsIn = (nodes: readonly XmlNode[]): readonly XmlElement[] => [...elementsBelow(nodes)];

const attribute = (element: XmlElement, name: string): string => element.attributes.find((each) => each.name.local === name)?.value ?? '';

function xmlField(element: XmlElement, ordinal: number, sources: readonly string[], file: string): LineField {
  const type = attribute(element, 'type');
  if (!KINDS.has(type))
    throw type.startsWith('Native') || type.endsWith('Prefix') ? unsupported(`a format file with ${type}`) : sqlError(4824, ordinal, file);
  const bytes = type.startsWith('N') ? 2 : 1;
  const length = Number(attribute(element, 'LENGTH') || 0) / bytes;
  const end = terminator(attribute(element, 'TERMINATOR'));
  if (end === '' && length === 0) throw sqlError(4826, ordinal, file);
  return { type, field: { terminator: end, length, column: sources.indexOf(attribute(element, 'ID')) + 1 } };
}
