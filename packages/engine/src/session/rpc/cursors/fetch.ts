/** sp_cursorfetch, sp_cursoroption and sp_cursorclose: moving the fetch buffer over the rows, as ODBC's SQLFetchScroll has it. */

import { INT } from '@sprocket/tsql';
import { nameKey } from '../../../catalog/model.ts';
import { sqlError } from '../../../errors.ts';
import type { Steps } from '../../../run/contracts.ts';
import { isCounted } from '../../../run/cursors/model.ts';
import { lockScrolled } from '../../../run/cursors/statements.ts';
import type { NativeArgument } from '../../../run/modules.ts';
import type { SessionCore } from '../../session-core.ts';
import { type ApiCursor, fill, fillBefore, findCursor, refresh, sendBuffer } from './api-cursor.ts';
import { SCROLL } from './options.ts';

/** @fetchtype. */
const FETCH = {
  first: 0x01,
  next: 0x02,
  previous: 0x04,
  last: 0x08,
  absolute: 0x10,
  relative: 0x20,
  refresh: 0x80,
  info: 0x100,
  /** PREV_NOADJUST: fewer rows at the beginning instead of rows that were seen already. */
  previousOnly: 0x200,
} as const;

/** SKIP_UPDT_CNCY and what else may stand beside the type. */
const TYPES = 0x3bf;

const NAMES: Readonly<Record<number, string>> = {
  [FETCH.first]: 'first',
  [FETCH.previous]: 'previous',
  [FETCH.last]: 'last',
  [FETCH.absolute]: 'absolute',
  [FETCH.relative]: 'relative',
  [FETCH.previousOnly]: 'previous',
};

/** The status of a fetch that was moved to the first row. */
const ADJUSTED = 2;
const DEFAULT_BLOCK = 20;

/** sp_cursorfetch @cursor, @fetchtype, @rownum OUTPUT, @nrows OUTPUT. */
export function* fetchCursor(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [handle, fetchType, rowNumber, rowCount] = args;
  const api = findCursor(core, 'sp_cursorfetch', handle);
  const type = Number(fetchType?.value ?? FETCH.next) & TYPES;
  if (type === FETCH.info) {
    rowNumber?.assign(api.start >= api.open.rows.length ? -1 : isCounted(api.open) ? api.start + 1 : Math.min(api.start + 1, 1), INT);
    rowCount?.assign(isCounted(api.open) ? api.open.rows.length : -1, INT);
    return 0;
  }
  requireType(api, type);
  yield* lockScrolled(core, api.open);
  yield* core.transactions.reads(api.open.plan.dependencies.databases.keys());
  const status = move(api, type, Number(rowNumber?.value ?? 0), Number(rowCount?.value ?? DEFAULT_BLOCK));
  yield* sendBuffer(core, api, api.buffer);
  return status;
}

function requireType({ scroll, open }: ApiCursor, type: number): void {
  const name = NAMES[type];
  if (type === FETCH.absolute && open.plan.kind === 'dynamic' && scroll === SCROLL.dynamic) throw sqlError(16925, 'Absolute');
  if (name !== undefined && (scroll === SCROLL.forwardOnly || scroll === SCROLL.fastForward)) throw sqlError(16911, 'sp_cursorfetch', name);
}

function move(api: ApiCursor, type: number, row: number, wanted: number): number {
  if (wanted < 0) throw sqlError(16902, 'sp_cursorfetch', 'nrows');
  if (type === FETCH.refresh) {
    refresh(api, 0);
    return 0;
  }
  if (type === FETCH.previousOnly || type === FETCH.previous) return moveBack(api, type, wanted);
  const { start, adjusted } = target(api, type, row, wanted);
  fill(api, Math.min(start, api.open.rows.length), wanted);
  return adjusted === true ? ADJUSTED : 0;
}

/** PREV begins with the first row where there are too few before the buffer; PREV_NOADJUST takes those that there are. */
function moveBack(api: ApiCursor, type: number, wanted: number): number {
  const { start } = api;
  fillBefore(api, start, wanted);
  if (type === FETCH.previousOnly || start <= 0 || api.buffer.length >= wanted) return 0;
  fill(api, 0, wanted);
  return ADJUSTED;
}

interface Target {
  readonly start: number;
  readonly adjusted?: boolean;
}

const BEFORE: Target = { start: -1 };

function target({ start, buffer, open }: ApiCursor, type: number, row: number, wanted: number): Target {
  const count = open.rows.length;
  switch (type) {
    case FETCH.first:
      return wanted === 0 ? BEFORE : { start: 0 };
    case FETCH.next:
      return { start: start < 0 ? 0 : start + buffer.length };
    case FETCH.last:
      return { start: wanted === 0 ? count : Math.max(0, count - wanted) };
    case FETCH.absolute:
      return row >= 0 ? { start: row - 1 } : backwards(count, count + row);
    case FETCH.relative:
      if (start < 0) return { start: Math.max(row, 0) - 1 };
      return row >= 0 ? { start: start + row } : backwards(start, start + row);
    default:
      throw sqlError(16902, 'sp_cursorfetch', 'fetchtype');
  }
}

/** A block that would begin before the first row begins with it, unless the cursor stood there. */
function backwards(from: number, to: number): Target {
  if (to >= 0) return { start: to };
  return from <= 0 ? BEFORE : { start: 0, adjusted: true };
}

/** @code of sp_cursoroption. */
const OPTION = { name: 0x02, scroll: 0x04, concurrency: 0x05, rowCount: 0x06 } as const;

/** sp_cursoroption @cursor, @code, @value: a name for statements, what the cursor is, and columns as pointers, by which nothing differs. */
export function cursorOption(core: SessionCore, args: readonly NativeArgument[]): number {
  const [handle, code, value] = args;
  const api = findCursor(core, 'sp_cursoroption', handle);
  switch (Number(code?.value ?? 0)) {
    case OPTION.name:
      nameCursor(core, api, String(value?.value ?? ''));
      break;
    case OPTION.scroll:
      value?.assign(api.scroll, INT);
      break;
    case OPTION.concurrency:
      value?.assign(api.concurrency, INT);
      break;
    case OPTION.rowCount:
      value?.assign(isCounted(api.open) ? api.open.rows.length : -1, INT);
      break;
    default:
  }
  return 0;
}

function nameCursor(core: SessionCore, api: ApiCursor, name: string): void {
  if (core.cursors.has(nameKey(name))) throw sqlError(16915, name);
  if (api.name !== null) core.cursors.delete(nameKey(api.name));
  if (api.cursor !== null) core.cursors.set(nameKey(name), api.cursor);
  api.name = name;
}

/** sp_cursorclose @cursor. */
export function closeCursor(core: SessionCore, args: readonly NativeArgument[]): number {
  const api = findCursor(core, 'sp_cursorclose', args[0]);
  core.apiCursors.delete(api.id);
  if (api.name !== null) core.cursors.delete(nameKey(api.name));
  return 0;
}
