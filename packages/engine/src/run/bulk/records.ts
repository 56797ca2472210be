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

/** Raises 4832 for a file that ends inside a row, and 4879 for CSV that is not. */
export function* recordsOf(text: string, width: number, file: string, options: BulkOptions): Generator<BulkRecord> {
  const records = options.csv ? csvRecords(text, width, file, options) : plainRecords(text, width, options);
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

function* plainRecords(text: string, width: number, { fieldTerminator, rowTerminator }: BulkOptions): Generator<BulkRecord> {
  let at = 0;
  for (let row = 1; at < text.length; row += 1) {
    const fields: string[] = [];
    for (let i = 1; i < width; i += 1) {
      const end = text.indexOf(fieldTerminator, at);
      if (end < 0) {
        if (i === 1 && isBlankEnd(text.slice(at), rowTerminator)) return;
        throw sqlError(4832);
      }
      fields.push(text.slice(at, end));
      at = end + fieldTerminator.length;
    }
    const last = rowEnd(text, at, rowTerminator) ?? { end: text.length, next: text.length };
    fields.push(text.slice(at, last.end));
    at = last.next;
    yield { row, fields };
  }
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
