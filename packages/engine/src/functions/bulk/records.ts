/**
 * The records of a data file. Plain files are a stream of fields, each up to its own terminator, so a short row goes on in the next line as in SQL
 * Server. CSV files follow RFC 4180: fields may be quoted, and every record has as many fields as the table has columns.
 */

import { sqlError } from '../../errors.ts';
import type { BulkOptions } from './options.ts';

export interface BulkRecord {
  /** 1-based, counting those that FIRSTROW passes over. */
  readonly row: number;
  /** Text as it stands in the file, without quotes. */
  readonly fields: readonly string[];
}

/** How a field ends: at a terminator, or after so many characters where that is empty. */
export interface FieldEnd {
  readonly terminator: string;
  readonly length: number;
}

/** The fields of a file without a format file. */
export function equalFields(width: number, { fieldTerminator, rowTerminator }: BulkOptions): readonly FieldEnd[] {
  return Array.from({ length: width }, (_, i) => ({ terminator: i === width - 1 ? rowTerminator : fieldTerminator, length: 0 }));
}

/** Raises 4832 for a file that ends inside a row, and 4879 for CSV that is not. */
export function* recordsOf(text: string, fields: readonly FieldEnd[], file: string, options: BulkOptions): Generator<BulkRecord> {
  const records = options.csv ? csvRecords(text, fields.length, file, options) : plainRecords(text, fields);
  for (const record of records) {
    if (record.row > options.lastRow) return;
    if (record.row >= options.firstRow) yield record;
  }
}

interface Cut {
  readonly end: number;
  readonly next: number;
}

/** Where the row that reaches over `from` ends; a line feed takes the carriage return before it along. */
function rowEnd(text: string, from: number, terminator: string): Cut | undefined {
  const at = text.indexOf(terminator, from);
  if (at < 0) return undefined;
  const end = terminator === '\n' && at > from && text[at - 1] === '\r' ? at - 1 : at;
  return { end, next: at + terminator.length };
}

function* plainRecords(text: string, ends: readonly FieldEnd[]): Generator<BulkRecord> {
  const last = ends.length - 1;
  let at = 0;
  for (let row = 1; at < text.length; row += 1) {
    const fields: string[] = [];
    for (const [i, end] of ends.entries()) {
      const cut = fieldEnd(text, at, end, i === last);
      if (cut === undefined) {
        if (i === 0 && isBlankEnd(text.slice(at), ends[last]?.terminator ?? '')) return;
        throw sqlError(4832);
      }
      fields.push(text.slice(at, cut.end));
      at = cut.next;
    }
    yield { row, fields };
  }
}

/** Where a field ends; the last one of the file may do without its terminator. */
function fieldEnd(text: string, at: number, { terminator, length }: FieldEnd, isLast: boolean): Cut | undefined {
  if (terminator === '') return at + length > text.length ? undefined : { end: at + length, next: at + length };
  if (isLast) return rowEnd(text, at, terminator) ?? { end: text.length, next: text.length };
  const end = text.indexOf(terminator, at);
  return end < 0 ? undefined : { end, next: end + terminator.length };
}

/** A file may end with an empty line. */
const isBlankEnd = (rest: string, rowTerminator: string): boolean => rest === rowTerminator || rest === '\r\n';

function* csvRecords(text: string, width: number, file: string, options: BulkOptions): Generator<BulkRecord> {
  let at = 0;
  for (let row = 1; at < text.length; row += 1) {
    const fields: string[] = [];
    for (let column = 1; column <= width; column += 1) {
      const field = text[at] === options.quote ? quotedField(text, at, options) : plainField(text, at, options);
      const isLast = column === width;
      const cut = endOfField(text, field.at, isLast, options);
      if (cut === undefined) throw sqlError(4879, file, row, column);
      fields.push(field.value);
      at = cut;
    }
    yield { row, fields };
  }
}

interface Field {
  readonly value: string;
  /** Just behind it, where a terminator stands. */
  readonly at: number;
}

function quotedField(text: string, start: number, { quote }: BulkOptions): Field {
  let value = '';
  for (let at = start + 1; ; ) {
    const end = text.indexOf(quote, at);
    if (end < 0) throw sqlError(4832);
    value += text.slice(at, end);
    if (text[end + 1] !== quote) return { value, at: end + 1 };
    value += quote;
    at = end + 2;
  }
}

/** Up to the next terminator of either kind. */
function plainField(text: string, start: number, { fieldTerminator, rowTerminator }: BulkOptions): Field {
  const field = text.indexOf(fieldTerminator, start);
  const row = rowEnd(text, start, rowTerminator)?.end ?? text.length;
  const at = field >= 0 && field < row ? field : row;
  return { value: text.slice(start, at), at };
}

/** Behind the terminator that a field of that place must have; undefined when another one stands there. */
function endOfField(text: string, at: number, isLast: boolean, { fieldTerminator, rowTerminator }: BulkOptions): number | undefined {
  if (!isLast) return text.startsWith(fieldTerminator, at) ? at + fieldTerminator.length : undefined;
  if (at >= text.length) return at;
  const cut = rowEnd(text, at, rowTerminator);
  return cut?.end === at ? cut.next : undefined;
}
