/** FOR XML PATH: each column's name is a path that says where its value goes. The paths make one template, which every row fills. */

import { sqlError, sqlErrorState } from '../../../errors.ts';
import type { Present } from '../../../values/value.ts';
import { invalidNameCharacter } from '../names.ts';
import { escapeAttribute, escapeText, xmlWriter } from '../text.ts';
import { type Fields, NIL, type Row, rowDeclarations, wrap, type XmlColumn, type XmlOptions } from './markup.ts';
import { requireName } from './options.ts';

type Write = (value: Present) => string;

/** A place in the template. */
type Piece =
  | { readonly kind: 'text' | 'list'; readonly index: number; readonly write: Write }
  | { readonly kind: 'attribute'; readonly name: string; readonly index: number; readonly write: Write }
  | { readonly kind: 'comment'; readonly index: number; readonly write: Write }
  | { readonly kind: 'instruction'; readonly target: string; readonly index: number; readonly write: Write }
  | { readonly kind: 'element'; readonly name: string; readonly pieces: Piece[] };

type ElementPiece = Extract<Piece, { kind: 'element' }>;

export function pathRow(columns: readonly XmlColumn[], options: XmlOptions): (row: Row) => string {
  const pieces: Piece[] = [];
  columns.forEach((column, index) => {
    addColumn(pieces, column, index, options);
  });
  const name = options.element ?? 'row';
  if (name === '' && pieces.some((piece) => piece.kind === 'attribute')) throw sqlError(6864);
  const declarations = rowDeclarations(options);
  return (row) => wrap(name, declarations, fill(pieces, row, options, name === '' ? declarations : ''));
}

function addColumn(pieces: Piece[], column: XmlColumn, index: number, options: XmlOptions): void {
  const { name } = column;
  const steps = name === '' ? [''] : name.split('/');
  if (name !== '' && steps.includes('')) throw sqlError(6849, name);
  for (const step of steps.slice(0, -1)) requireName(step, name, 'Column', options);
  const parent = steps.slice(0, -1).reduce(openElement, pieces);
  addLeaf(parent, steps.at(-1) as string, column, index, options);
}

const INSTRUCTION = /^processing-instruction\((.*)\)$/s;

function addLeaf(parent: Piece[], step: string, column: XmlColumn, index: number, options: XmlOptions): void {
  const write = xmlWriter(column.type);
  const isXml = column.type.name === 'xml';
  const content: Piece = { kind: 'text', index, write: isXml ? write : (value) => escapeText(write(value)) };
  const instruction = INSTRUCTION.exec(step);
  if (isXml && (instruction !== null || TEXT_ONLY.has(step))) throw sqlError(6853, column.name);
  if (step === '' || step === '*' || step === 'node()' || step === 'text()') parent.push(content);
  else if (step === 'data()') parent.push({ ...content, kind: 'list' });
  else if (step === 'comment()') parent.push({ kind: 'comment', index, write: (value) => commentText(write(value)) });
  else if (instruction !== null) parent.push({ kind: 'instruction', target: targetOf(instruction[1] ?? '', column.name), index, write });
  else if (step.startsWith('@')) addAttribute(parent, step, column, index, write, options);
  else {
    requireName(step, column.name, 'Column', options);
    openElement(parent, step).push(content);
  }
}

const TEXT_ONLY: ReadonlySet<string> = new Set(['text()', 'data()', 'comment()']);

/** A comment cannot hold two dashes or end in one. */
function commentText(text: string): string {
  if (text.includes('--')) throw sqlErrorState(9322, 2, '');
  if (text.endsWith('-')) throw sqlErrorState(9322, 3, '');
  return text;
}

function targetOf(target: string, column: string): string {
  if (target === '') throw sqlError(6854, column);
  if (target === 'xml') throw sqlError(6879);
  const fault = invalidNameCharacter(target, false);
  if (fault !== null) throw sqlError(6850, '', column, fault.character, fault.code);
  return target;
}

function addAttribute(parent: Piece[], step: string, column: XmlColumn, index: number, write: Write, options: XmlOptions): void {
  const name = step.slice(1);
  if (name === '') throw sqlError(6850, 'Column', column.name, '@', '0x0040');
  requireName(name, column.name, 'Column', options);
  if (column.type.name === 'xml') throw sqlError(6851, column.name);
  if (parent.some((piece) => piece.kind === 'attribute' && piece.name === name)) throw sqlError(6810, column.name);
  if (parent.some((piece) => piece.kind !== 'attribute')) throw sqlError(6852, column.name);
  parent.push({ kind: 'attribute', name, index, write });
}

/** The element of that name when it is the last piece; any earlier one is closed already. */
function openElement(pieces: Piece[], name: string): Piece[] {
  const last = pieces.at(-1);
  if (last?.kind === 'element' && last.name === name) return last.pieces;
  const opened: Piece[] = [];
  pieces.push({ kind: 'element', name, pieces: opened });
  return opened;
}

function fill(pieces: readonly Piece[], row: Row, options: XmlOptions, declarations: string): Fields {
  let attributes = '';
  let content: string | null = null;
  let afterList = false;
  for (const piece of pieces) {
    const text = pieceText(piece, row, options, declarations);
    if (text === null) continue;
    if (piece.kind === 'attribute') attributes += text;
    else content = (content ?? '') + (piece.kind === 'list' && afterList ? ' ' : '') + text;
    afterList = piece.kind === 'list';
  }
  return { attributes, content };
}

/** Null for nothing. */
function pieceText(piece: Piece, row: Row, options: XmlOptions, declarations: string): string | null {
  if (piece.kind === 'element') return elementText(piece, row, options, declarations);
  const value = row[piece.index] ?? null;
  if (value === null) return null;
  const text = piece.write(value);
  switch (piece.kind) {
    case 'attribute':
      return ` ${piece.name}="${escapeAttribute(text)}"`;
    case 'comment':
      return `<!--${text}-->`;
    case 'instruction':
      return `<?${piece.target} ${text}?>`;
    default:
      return text;
  }
}

/** An element into which nothing was written is not there, or is nil when it would have held a value. */
function elementText({ name, pieces }: ElementPiece, row: Row, options: XmlOptions, declarations: string): string | null {
  const { attributes, content } = fill(pieces, row, options, '');
  const holdsValue = pieces.some((piece) => piece.kind === 'text' || piece.kind === 'list');
  const nil = options.nil && content === null && holdsValue ? NIL : '';
  if (content === null && attributes === '' && nil === '') return null;
  return wrap(name, declarations, { attributes: attributes + nil, content });
}
