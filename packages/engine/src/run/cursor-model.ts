/**
 * Cursors as data: what was declared, and when open, the rows with a position among them. Rows are taken when the cursor opens, whatever its kind;
 * keyset and dynamic cursors over one keyed table look again at each row they fetch, so that deleted rows are seen as gone and changes as made.
 */

import type { CursorDefinition, Select } from '@sprocket/tsql';
import type { Column, Table } from '../catalog/model.ts';
import type { Instruction } from '../program/program.ts';
import type { ResultColumn } from '../session/api.ts';
import type { Value } from '../values/value.ts';
import type { Compiled } from './compiled.ts';
import type { Frame } from './contracts.ts';

export type CursorKind = 'static' | 'keyset' | 'dynamic' | 'fast forward';

export interface Cursor {
  readonly name: string;
  readonly kind: CursorKind;
  /** Fetches only forward. */
  readonly forwardOnly: boolean;
  readonly readOnly: boolean;
  readonly definition: CursorDefinition;
  readonly compiled: Compiled;
  readonly at: Instruction;
  /** The declaring frame, with its variables as they were then. */
  readonly frame: Frame;
  /** Null while closed. */
  open: OpenRows | null;
}

export interface OpenRows {
  readonly columns: readonly ResultColumn[];
  /** A positioned update of a table without a key puts the new values in place of the old ones. */
  readonly rows: (readonly Value[])[];
  /** Columns at the end of each row that identify it and are not shown. */
  readonly hidden: number;
  /** How to find a row's table row again; null when the query has no single keyed table. */
  readonly target: CursorTarget | null;
  /** 0-based; -1 before the first row, rows.length after the last. */
  position: number;
}

/** The one table behind a cursor's rows, and the columns that identify its rows. */
export interface CursorTarget {
  readonly table: Table;
  /** The cursor's query with the key columns appended. */
  readonly select: Select;
  readonly keys: readonly Column[];
}

/** Global cursors of a session by folded name. */
export type CursorRegistry = Map<string, Cursor>;

/** What a fetch moves to, from where it stands. */
export type FetchDirection = 'next' | 'prior' | 'first' | 'last' | 'absolute' | 'relative';

/** The position after a fetch; outside the rows it is -1 or the number of rows. */
export function nextPosition({ position, rows }: OpenRows, direction: FetchDirection, offset: number): number {
  const count = rows.length;
  return Math.min(Math.max(target(position, count, direction, offset), -1), count);
}

function target(position: number, count: number, direction: FetchDirection, offset: number): number {
  switch (direction) {
    case 'next':
      return position + 1;
    case 'prior':
      return position - 1;
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    case 'absolute':
      return offset > 0 ? offset - 1 : offset < 0 ? count + offset : -1;
    case 'relative':
      return position + offset;
  }
}

/** The kind that the options ask for; a query that no base row stands behind is static. */
export function cursorKind({ options, select }: CursorDefinition): CursorKind {
  if (options.includes('STATIC') || options.includes('INSENSITIVE')) return 'static';
  const { body, orderBy, offset } = select.query;
  if (body.kind === 'setOperation' || body.distinct || body.groupBy !== null || body.having !== null || body.from.length === 0)
    return 'static';
  if (options.includes('FAST_FORWARD')) return 'fast forward';
  const wantsDynamic = options.includes('DYNAMIC') || !(options.includes('KEYSET') || options.includes('SCROLL'));
  return wantsDynamic && body.top === null && offset === null && orderBy.length === 0 ? 'dynamic' : 'keyset';
}

/** A cursor scrolls when SCROLL or one of the scrolling kinds is named. */
export function isForwardOnly({ options }: CursorDefinition): boolean {
  if (options.includes('FORWARD_ONLY') || options.includes('FAST_FORWARD')) return true;
  return !['SCROLL', 'STATIC', 'KEYSET', 'DYNAMIC'].some((option) => options.includes(option as (typeof options)[number]));
}

export function isReadOnly(definition: CursorDefinition): boolean {
  const { options } = definition;
  return (
    definition.for?.kind === 'cursorReadOnly' ||
    cursorKind(definition) === 'static' ||
    options.includes('READ_ONLY') ||
    options.includes('FAST_FORWARD')
  );
}

/** @@CURSOR_ROWS. */
export function reportedRows(cursor: Cursor): number {
  if (cursor.open === null) return 0;
  return cursor.kind === 'dynamic' || cursor.kind === 'fast forward' ? -1 : cursor.open.rows.length;
}
