/**
 * FOR XML RAW, PATH and AUTO: rows as elements. The layout is worked out once from the column names, so a row costs one pass over its values.
 * RAW makes an element a row, PATH reads each column name as a path, AUTO nests the elements of the tables in the order of their first columns.
 */

import type { Type } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import type { Present, Value } from '../../values/value.ts';
import { xmlName } from './names.ts';
import { escapeAttribute, escapeText, xmlWriter } from './text.ts';

export interface XmlColumn {
  readonly name: string;
  readonly type: Type;
  /** AUTO: the table (by alias) that the column comes from. */
  readonly table: string;
}

export interface XmlOptions {
  readonly mode: 'raw' | 'path' | 'auto';
  /** The row's element; null for the mode's default, empty for none. */
  readonly element: string | null;
  readonly root: string | null;
  /** ELEMENTS: columns as elements instead of attributes. */
  readonly elements: boolean;
  /** XSINIL: NULL as an element with xsi:nil. */
  readonly nil: boolean;
}

type Rows = readonly (readonly Value[])[];

/** Formats rows; NULL when there are none. */
export function xmlDocument(columns: readonly XmlColumn[], options: XmlOptions): (rows: Rows) => string | null {
  const write =
    options.mode === 'auto'
      ? autoRows(columns, options)
      : eachRow(options.mode === 'raw' ? rawRow(columns, options) : pathRow(columns, options));
  return (rows) => {
    if (rows.length === 0 && options.root === null) return null;
    const body = write(rows);
    return options.root === null ? body : `<${options.root}${options.nil ? NIL_NAMESPACE : ''}>${body}</${options.root}>`;
  };
}

const NIL_NAMESPACE = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function eachRow(row: (values: readonly Value[]) => string): (rows: Rows) => string {
  return (rows) => rows.map(row).join('');
}

/** The namespace of xsi:nil stands on the outermost element. */
const namespaceOf = (options: XmlOptions): string => (options.nil && options.root === null ? NIL_NAMESPACE : '');

function rawRow(columns: readonly XmlColumn[], options: XmlOptions): (row: readonly Value[]) => string {
  const name = options.element ?? 'row';
  const write = fields(
    columns.map((_c, index) => index),
    columns,
    options,
  );
  return (row) => wrap(name, namespaceOf(options), write(row));
}

interface Fields {
  readonly attributes: string;
  readonly content: string;
}

/** Columns as attributes, or as elements under ELEMENTS. */
function fields(indexes: readonly number[], columns: readonly XmlColumn[], options: XmlOptions): (row: readonly Value[]) => Fields {
  const parts = indexes.map((index) => {
    const column = columns[index] as XmlColumn;
    if (column.name === '') throw sqlError(6809);
    return { index, name: xmlName(column.name), write: xmlWriter(column.type), xml: column.type.name === 'xml' };
  });
  return (row) => {
    let attributes = '';
    let content = '';
    for (const { index, name, write, xml } of parts) {
      const value = row[index] ?? null;
      if (value === null) content += options.elements && options.nil ? `<${name} xsi:nil="true"/>` : '';
      else if (xml) content += `<${name}>${write(value)}</${name}>`;
      else if (options.elements) content += `<${name}>${escapeText(write(value))}</${name}>`;
      else attributes += ` ${name}="${escapeAttribute(write(value))}"`;
    }
    return { attributes, content };
  };
}

function wrap(name: string, namespace: string, { attributes, content }: Fields): string {
  if (name === '') return content;
  return content === '' ? `<${name}${namespace}${attributes}/>` : `<${name}${namespace}${attributes}>${content}</${name}>`;
}

/** A piece of a PATH row: text, an attribute of the element around it, or an element with pieces of its own. */
type Piece =
  | {
      readonly kind: 'text';
      readonly index: number;
      readonly write: (value: Present) => string;
      readonly raw: boolean;
      readonly list: boolean;
    }
  | { readonly kind: 'attribute'; readonly name: string; readonly index: number; readonly write: (value: Present) => string }
  | { readonly kind: 'comment'; readonly index: number; readonly write: (value: Present) => string }
  | { readonly kind: 'element'; readonly name: string; readonly pieces: Piece[] };

function pathRow(columns: readonly XmlColumn[], options: XmlOptions): (row: readonly Value[]) => string {
  const pieces: Piece[] = [];
  columns.forEach((column, index) => {
    addColumn(pieces, column, index);
  });
  const name = options.element ?? 'row';
  if (name === '' && pieces.some((piece) => piece.kind === 'attribute')) throw sqlError(6864);
  return (row) => wrap(name, namespaceOf(options), writePieces(pieces, row, options));
}

function addColumn(pieces: Piece[], column: XmlColumn, index: number): void {
  const write = xmlWriter(column.type);
  const raw = column.type.name === 'xml';
  const steps = column.name === '' ? ['*'] : column.name.split('/');
  const parent = steps.slice(0, -1).reduce(openElement, pieces);
  const last = steps.at(-1) as string;
  if (last === '*' || last === 'text()' || last === 'node()') parent.push({ kind: 'text', index, write, raw, list: false });
  else if (last === 'data()') parent.push({ kind: 'text', index, write, raw, list: true });
  else if (last === 'comment()') parent.push({ kind: 'comment', index, write });
  else if (last.startsWith('@')) parent.push(attributePiece(parent, last.slice(1), index, write));
  else parent.push({ kind: 'element', name: xmlName(last), pieces: [{ kind: 'text', index, write, raw, list: false }] });
}

function attributePiece(parent: readonly Piece[], name: string, index: number, write: (value: Present) => string): Piece {
  if (parent.some((piece) => piece.kind !== 'attribute')) throw sqlError(6852, `@${name}`);
  return { kind: 'attribute', name: xmlName(name), index, write };
}

/** The element of that name when it is the last piece; any earlier one is closed already. */
function openElement(pieces: Piece[], name: string): Piece[] {
  const last = pieces.at(-1);
  if (last?.kind === 'element' && last.name === xmlName(name)) return last.pieces;
  const opened: Piece[] = [];
  pieces.push({ kind: 'element', name: xmlName(name), pieces: opened });
  return opened;
}

function writePieces(pieces: readonly Piece[], row: readonly Value[], options: XmlOptions): Fields {
  let attributes = '';
  let content = '';
  let afterList = false;
  for (const piece of pieces) {
    if (piece.kind === 'element') {
      content += writeElement(piece, row, options);
      afterList = false;
      continue;
    }
    const value = row[piece.index] ?? null;
    if (value === null) continue;
    const text = piece.write(value);
    if (piece.kind === 'attribute') attributes += ` ${piece.name}="${escapeAttribute(text)}"`;
    else if (piece.kind === 'comment') content += `<!--${text}-->`;
    else content += `${piece.list && afterList ? ' ' : ''}${piece.raw ? text : escapeText(text)}`;
    afterList = piece.kind === 'text' && piece.list;
  }
  return { attributes, content };
}

/** An element of which nothing is left is not written, or written as nil. */
function writeElement(piece: Extract<Piece, { kind: 'element' }>, row: readonly Value[], options: XmlOptions): string {
  const inner = writePieces(piece.pieces, row, options);
  if (hasValue(piece.pieces, row)) return wrap(piece.name, '', inner);
  return options.nil ? `<${piece.name} xsi:nil="true"/>` : '';
}

function hasValue(pieces: readonly Piece[], row: readonly Value[]): boolean {
  return pieces.some((piece) => (piece.kind === 'element' ? hasValue(piece.pieces, row) : (row[piece.index] ?? null) !== null));
}

/** AUTO: one level of elements a table; rows that agree with the row before on a level share its element. */
function autoRows(columns: readonly XmlColumn[], options: XmlOptions): (rows: Rows) => string {
  const levels = tableLevels(columns).map(({ table, indexes }) => ({
    name: xmlName(table),
    indexes,
    write: fields(indexes, columns, options),
  }));
  const nest = (rows: Rows, depth: number): string => {
    const level = levels[depth];
    if (level === undefined) return '';
    return groupRows(rows, level.indexes)
      .map((group) => {
        const own = level.write(group[0] as readonly Value[]);
        return wrap(level.name, depth === 0 ? namespaceOf(options) : '', {
          attributes: own.attributes,
          content: own.content + nest(group, depth + 1),
        });
      })
      .join('');
  };
  return (rows) => nest(rows, 0);
}

export interface TableLevel {
  readonly table: string;
  readonly indexes: readonly number[];
}

/** The tables in the order in which their first columns are selected; an expression belongs to the table before it. */
export function tableLevels(columns: readonly { readonly table: string }[]): readonly TableLevel[] {
  const levels: { readonly table: string; readonly indexes: number[] }[] = [];
  let current: (typeof levels)[number] | undefined;
  columns.forEach((column, index) => {
    if (current === undefined || column.table !== '') current = levelOf(levels, column.table === '' ? 'row' : column.table);
    current.indexes.push(index);
  });
  return levels;
}

function levelOf(
  levels: { readonly table: string; readonly indexes: number[] }[],
  table: string,
): { readonly table: string; readonly indexes: number[] } {
  const known = levels.find((level) => level.table === table);
  if (known !== undefined) return known;
  const level = { table, indexes: [] };
  levels.push(level);
  return level;
}

/** Runs of rows that are the same in the given columns. */
export function groupRows(rows: Rows, indexes: readonly number[]): Rows[] {
  const groups: (readonly Value[])[][] = [];
  let last: readonly Value[] | undefined;
  for (const row of rows) {
    if (last !== undefined && indexes.every((index) => row[index] === last?.[index])) groups.at(-1)?.push(row);
    else groups.push([row]);
    last = row;
  }
  return groups;
}
