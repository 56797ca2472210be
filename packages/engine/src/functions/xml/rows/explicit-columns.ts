/**
 * The universal table of FOR XML EXPLICIT: its columns are named `Element!Tag!Attribute!Directive`, after Tag and Parent. Names reach the document as
 * they are written.
 */

import { isBinary } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../../errors.ts';
import type { XmlColumn } from './markup.ts';

export type Directive = 'element' | 'elementxsinil' | 'xml' | 'cdata' | 'xmltext';

export interface ExplicitColumn {
  readonly index: number;
  /** The column's name as written. */
  readonly written: string;
  /** Empty for the element's own content. */
  readonly name: string;
  readonly directive: Directive | null;
  readonly hidden: boolean;
}

/** An element of the document and its columns, by tag number. */
export interface ExplicitTag {
  readonly element: string;
  readonly columns: ExplicitColumn[];
}

export function explicitTags(columns: readonly XmlColumn[], base64: boolean): ReadonlyMap<number, ExplicitTag> {
  if (!base64)
    for (const column of columns) if (isBinary(column.type) && column.type.name !== 'rowversion') throw sqlError(6829, column.name);
  if (columns.length < 3) throw sqlError(6801);
  requireHead(columns);
  const tags = new Map<number, ExplicitTag>();
  columns.forEach((column, index) => {
    if (index >= 2) addColumn(tags, column.name, index);
  });
  return tags;
}

function requireHead([tag, parent]: readonly XmlColumn[]): void {
  if (tag?.type.name !== 'int') throw sqlErrorState(6803, 1);
  if (parent?.type.name !== 'int') throw sqlErrorState(6804, 1);
  if (tag.name.toLowerCase() !== 'tag') throw sqlError(6820, 1, 'TAG', tag.name);
  if (parent.name.toLowerCase() !== 'parent') throw sqlError(6820, 2, 'PARENT', parent.name);
}

function addColumn(tags: Map<number, ExplicitTag>, written: string, index: number): void {
  const [element = '', number = '', name = '', ...words] = written.split('!');
  if (element === '' || !/^\d+$/.test(number) || Number(number) === 0) throw sqlError(6802, written);
  const id = Number(number);
  const known = tags.get(id);
  if (known !== undefined && known.element !== element) throw sqlError(6812, id, known.element, element);
  const tag = known ?? { element, columns: [] };
  tags.set(id, tag);
  const column = { index, written, name, ...directives(words, written) };
  if (column.directive === 'xmltext' && tag.columns.some(({ directive }) => directive === 'xmltext')) throw sqlError(6827, written);
  tag.columns.push(column);
}

const CONTENT: ReadonlySet<string> = new Set(['element', 'elementxsinil', 'xml', 'cdata', 'xmltext']);
const IDENTITY: ReadonlySet<string> = new Set(['id', 'idref', 'idrefs', 'nmtoken', 'nmtokens']);

function directives(written: readonly string[], column: string): { readonly directive: Directive | null; readonly hidden: boolean } {
  const words = written.map((word) => word.toLowerCase());
  words.forEach((word, index) => {
    if (word !== 'hide' && !CONTENT.has(word) && !IDENTITY.has(word)) throw sqlError(6824, written[index] ?? '');
  });
  const content = words.filter((word) => CONTENT.has(word));
  const identity = words.filter((word) => IDENTITY.has(word));
  const hides = words.filter((word) => word === 'hide').length;
  if (hides > 1) throw sqlError(6835, column);
  if (identity.length > 1) throw sqlError(6813, column);
  if (content.length > 1) throw sqlError(6817, column);
  if (hides > 0 && identity.length > 0) throw sqlError(6815, column);
  if (identity[0] === 'idrefs' || identity[0] === 'nmtokens') throw unsupported(`${identity[0].toUpperCase()} in FOR XML EXPLICIT`);
  return { directive: (content[0] as Directive | undefined) ?? null, hidden: hides > 0 };
}
