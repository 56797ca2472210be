/**
 * Cursors as data: what was declared, what the query made of it, and when open, the rows with a position among them. Rows are taken when the cursor
 * opens, whatever its kind; keyset, dynamic and most fast forward cursors look again at each row they fetch, so that deleted rows are seen as gone and
 * changes as made.
 */

import type { CursorDefinition } from '@sprocket/tsql';
import type { Instruction } from '../../program/program.ts';
import type { Value } from '../../values/value.ts';
import type { Compiled } from '../compiled.ts';
import type { Frame } from '../contracts.ts';
import type { StorageMark } from './extend.ts';
import type { CursorPlan } from './plan.ts';

export type CursorKind = 'static' | 'keyset' | 'dynamic' | 'fast forward';

/** What was last done through a cursor, by the numbers of sp_describe_cursor. */
export const OPERATION = { none: 0, open: 1, fetch: 2, insert: 3, update: 4, delete: 5, close: 6, deallocate: 7 } as const;

export interface Cursor {
  /** The name that it was declared by; a cursor of a variable has the variable's. */
  readonly name: string;
  readonly isVariable: boolean;
  /** A number of its own in the session. */
  readonly handle: number;
  /** Fetches only forward. */
  readonly forwardOnly: boolean;
  readonly definition: CursorDefinition;
  readonly compiled: Compiled;
  readonly at: Instruction;
  /** The declaring frame, with its variables as they were then. */
  readonly frame: Frame;
  /** When it was declared: UTC, 100 ns ticks since 0001-01-01. */
  readonly created: bigint;
  plan: CursorPlan;
  /** Null while closed. */
  open: OpenRows | null;
  /** @@FETCH_STATUS of its own last fetch; -9 before any. */
  fetchStatus: number;
  lastOperation: number;
  rowCount: number;
}

export interface OpenRows {
  readonly plan: CursorPlan;
  /** With the hidden values behind what is shown. A positioned update that changes a key puts the new keys in. */
  readonly rows: (readonly Value[])[];
  /** 0-based; -1 before the first row, rows.length after the last. */
  position: number;
  /** Opened in the transaction that is open, whose end closes it under CURSOR_CLOSE_ON_COMMIT. */
  inTransaction: boolean;
  /** The state of storage that the rows are from; null for a snapshot. */
  mark: StorageMark | null;
  /** Nothing was written since, so the rows need not be looked at again. */
  fresh: boolean;
  /** The row as it was last fetched, hidden values and all; null where it is gone. */
  fetched: readonly Value[] | null;
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

/** Whether rows are met as the fetches go: rows come and go before it. */
export const isLive = ({ kind, member }: CursorPlan): boolean => member !== null && kind !== 'keyset';

/** Whether the number of its rows is known when it opens. */
export const isCounted = ({ plan }: { readonly plan: CursorPlan }): boolean => plan.kind === 'static' || plan.kind === 'keyset';

/** @@CURSOR_ROWS. */
export function reportedRows(cursor: Cursor): number {
  if (cursor.open === null) return 0;
  return isCounted(cursor.open) ? cursor.open.rows.length : -1;
}
