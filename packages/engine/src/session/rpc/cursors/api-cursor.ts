/**
 * An API server cursor: a cursor with a fetch buffer. sp_cursorfetch fills the buffer with a block of rows, sp_cursor changes rows of it by their
 * number. The rows of a procedure are a snapshot, which nothing stands behind.
 */

import { INT } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import type { Steps } from '../../../run/contracts.ts';
import { blankRow } from '../../../run/cursors/blank.ts';
import { extend, isFresh } from '../../../run/cursors/extend.ts';
import type { Cursor, OpenRows } from '../../../run/cursors/model.ts';
import type { CursorPlan } from '../../../run/cursors/plan.ts';
import { memberRow } from '../../../run/cursors/position.ts';
import type { NativeArgument } from '../../../run/modules.ts';
import { plainColumn } from '../../../run/output.ts';
import { sendRows } from '../../../run/send-rows.ts';
import type { Value } from '../../../values/value.ts';
import type { ResultColumn } from '../../api.ts';
import type { SessionCore } from '../../session-core.ts';

export interface ApiCursor {
  readonly id: number;
  /** Null for the rows of a procedure. */
  readonly cursor: Cursor | null;
  readonly open: OpenRows;
  /** What is sent, the status of each row as the last one. */
  readonly columns: readonly ResultColumn[];
  /** Bits of @scrollopt and @ccopt that the cursor has. */
  readonly scroll: number;
  readonly concurrency: number;
  /** 0-based place of the first row of the buffer; -1 before all rows, their number behind them. */
  start: number;
  buffer: BufferRow[];
  /** The name of sp_cursoroption, by which statements reach it. */
  name: string | null;
}

/** A row as it was fetched. */
export interface BufferRow {
  readonly place: number;
  /** With the hidden values; null where the row is gone. */
  readonly row: readonly Value[] | null;
}

export function findCursor(core: SessionCore, procedure: string, handle: NativeArgument | undefined): ApiCursor {
  const id = Number(handle?.value ?? 0);
  const cursor = core.apiCursors.get(id);
  if (cursor === undefined) throw sqlError(16909, procedure, id.toString(16));
  return cursor;
}

/** Fills the buffer from a place on, with at most so many rows. A dynamic cursor forgets rows that are gone. */
export function fill(api: ApiCursor, start: number, wanted: number): void {
  const { open } = api;
  api.start = start;
  api.buffer = [];
  let place = Math.max(start, 0);
  while (start >= 0 && api.buffer.length < wanted) {
    const stored = open.rows[place] ?? (api.cursor !== null && extend(api.cursor, open) ? open.rows[place] : undefined);
    if (stored === undefined) break;
    const row = look(api, stored);
    if (row === null && open.plan.kind === 'dynamic') open.rows.splice(place, 1);
    else {
      if (row !== null) open.rows[place] = row;
      api.buffer.push({ place: place++, row });
    }
  }
  settle(api, 1);
}

/** Fills the buffer with the rows before a place, at most so many. A dynamic cursor counts only those that are still there. */
export function fillBefore(api: ApiCursor, end: number, wanted: number): void {
  const { open } = api;
  let start = Math.min(end, open.rows.length);
  let found = 0;
  while (start > 0 && found < wanted) {
    start -= 1;
    const stored = open.rows[start];
    if (open.plan.kind === 'dynamic' && stored !== undefined && look(api, stored) === null) open.rows.splice(start, 1);
    else found += 1;
  }
  fill(api, found === 0 ? -1 : start, found);
}

/** Looks again at the rows of the buffer; `rowNumber` is one of them, 0 for all. */
export function refresh(api: ApiCursor, rowNumber: number): void {
  api.buffer = api.buffer.map((each, i) => {
    const stored = api.open.rows[each.place];
    return (rowNumber === 0 || rowNumber === i + 1) && stored !== undefined ? { place: each.place, row: look(api, stored) } : each;
  });
}

const look = ({ cursor, open }: ApiCursor, stored: readonly Value[]): readonly Value[] | null =>
  cursor === null || isFresh(cursor, open) ? stored : (memberRow(cursor, open, stored) ?? null);

/** Where WHERE CURRENT OF the cursor's name stands: a row of the buffer, the first one when there is no such row. */
export function settle({ open, start, buffer }: ApiCursor, rowNumber: number): void {
  const at = buffer[rowNumber - 1] ?? buffer[0];
  open.position = at?.place ?? start;
  open.fetched = at?.row ?? null;
}

const FETCHED = 1;
const MISSING = 2;

/** Sends rows with their status. */
export function* sendBuffer(core: SessionCore, { columns, open }: ApiCursor, buffer: readonly BufferRow[]): Steps<void> {
  core.transactions.settle();
  core.output.columns(columns);
  const shown = open.plan.columns;
  const rows = buffer.map(({ row }) => (row === null ? [...blankRow(shown), MISSING] : [...row.slice(0, shown.length), FETCHED]));
  const count = yield* sendRows(core, rows, 0);
  core.status.rowCount = count;
  core.output.done('select', count);
}

/** The columns of a cursor with the tables that they come from, by which clients know what they may change. */
export function describedColumns(core: SessionCore, plan: CursorPlan): readonly ResultColumn[] {
  const columns = plan.columns.map((column, i): ResultColumn => {
    const origin = plan.origins[i];
    const table = origin === null || origin === undefined ? undefined : plan.tables[origin.table];
    const browse = {
      table: table === undefined ? [] : tableName(core, table),
      name: origin?.name ?? '',
      key: origin?.key ?? false,
      hidden: false,
    };
    return { ...column, browse };
  });
  return [...columns, { ...plainColumn('ROWSTAT', INT, false), browse: { table: [], name: '', key: false, hidden: true } }];
}

/** Database, schema and name, as statements write them. */
export function tableName(core: SessionCore, { table, view, databaseId }: CursorPlan['tables'][number]): readonly string[] {
  if (view !== null) return [view.database, view.schema, view.name];
  const database = core.catalogs.databaseById(databaseId);
  return database === undefined || table.name.startsWith('#') ? [table.name] : [database.name, table.schema, table.name];
}
