/**
 * sp_cursor: changes through an API cursor. A row of the fetch buffer is updated or deleted, a row is inserted into the cursor's table, the buffer is
 * read again, or the cursor is set onto a row for WHERE CURRENT OF. A change runs as a statement of its own, so constraints, triggers and errors are
 * those of the statement.
 */

import { nameKey } from '../../../catalog/model.ts';
import { sqlError } from '../../../errors.ts';
import { createActivation, runBatch } from '../../../run/activation.ts';
import { passValue } from '../../../run/arguments.ts';
import type { Steps } from '../../../run/contracts.ts';
import { OPERATION } from '../../../run/cursors/model.ts';
import type { NativeArgument } from '../../../run/modules.ts';
import type { Value } from '../../../values/value.ts';
import type { SessionCore } from '../../session-core.ts';
import { type ApiCursor, type BufferRow, findCursor, refresh, sendBuffer, settle } from './api-cursor.ts';
import { type ChangeCode, CURSOR_NAME, deletion, insertion, update } from './change-code.ts';
import { CONCURRENCY } from './options.ts';

/** @optype. */
const OPERATE = { update: 0x01, delete: 0x02, insert: 0x04, refresh: 0x08, lock: 0x10, setPosition: 0x20, absolute: 0x40 } as const;
const OPERATIONS = 0x1f;

/** sp_cursor @cursor, @optype, @rownum, @table, values … */
export function* changeCursor(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [handle, optype, rowNumber, table, ...values] = args;
  const api = findCursor(core, 'sp_cursor', handle);
  const type = Number(optype?.value ?? 0);
  const request: Request = { type, row: Number(rowNumber?.value ?? 0), table: String(table?.value ?? ''), values };
  requireType(api, request);
  if ((type & OPERATIONS) === OPERATE.insert) return yield* insert(core, api, request);
  const status = yield* operate(core, api, request);
  if ((type & OPERATE.setPosition) !== 0) settle(api, request.row);
  return status;
}

interface Request {
  readonly type: number;
  /** 1-based in the fetch buffer; 0 for all of its rows. */
  readonly row: number;
  readonly table: string;
  readonly values: readonly NativeArgument[];
}

function requireType(api: ApiCursor, { type, values }: Request): void {
  const operation = type & OPERATIONS;
  const isChange = operation === OPERATE.update || operation === OPERATE.delete;
  if ((type & OPERATE.absolute) !== 0 && !isChange) throw sqlError(16904);
  // One operation at a time; none is right for SETPOSITION alone.
  if ((operation & (operation - 1)) !== 0 || (operation === 0 && (type & OPERATE.setPosition) === 0)) {
    throw sqlError(16902, 'sp_cursor', 'optype');
  }
  if ((isChange || operation === OPERATE.insert) && api.concurrency === CONCURRENCY.readOnly) throw sqlError(16929);
  if (operation === OPERATE.update && values.length === 0) throw sqlError(16935, 'UPDATE');
  if (operation === OPERATE.insert && values.length === 0) throw sqlError(16935, 'INSERT');
}

function* operate(core: SessionCore, api: ApiCursor, request: Request): Steps<number> {
  const operation = request.type & OPERATIONS;
  if (operation === 0) return 0;
  const rows = rowsOf(api, request);
  switch (operation) {
    case OPERATE.refresh:
      refresh(api, request.row);
      yield* sendBuffer(core, api, request.row === 0 ? api.buffer : api.buffer.slice(request.row - 1, request.row));
      return 0;
    case OPERATE.lock:
      if (core.transactions.count > 0) yield* core.transactions.writes([...api.open.plan.dependencies.databases.keys()]);
      return 0;
    default:
      return yield* changeRows(core, api, request, rows);
  }
}

/** Raises 16931 for an empty buffer and 16930 for a row that is not in it. */
function rowsOf({ buffer, open }: ApiCursor, { type, row }: Request): readonly BufferRow[] {
  if ((type & OPERATE.absolute) !== 0 && open.plan.kind === 'keyset') {
    const known = buffer.find(({ place }) => place === row - 1);
    const stored = open.rows[row - 1];
    if (stored === undefined) throw sqlError(16930);
    return [known ?? { place: row - 1, row: stored }];
  }
  if (buffer.length === 0) throw sqlError(16931);
  if (row === 0) return buffer;
  const one = buffer[row - 1];
  if (one === undefined) throw sqlError(16930);
  return [one];
}

/** Each row is a statement with a count of its own; one that fails does not keep the others from being changed. */
function* changeRows(core: SessionCore, api: ApiCursor, request: Request, rows: readonly BufferRow[]): Steps<number> {
  const isUpdate = (request.type & OPERATIONS) === OPERATE.update;
  const code = isUpdate ? update(core, api, request.table, request.values) : deletion(core, api, request.table);
  const before = { position: api.open.position, fetched: api.open.fetched };
  let status = 0;
  for (const row of [...rows]) status = (yield* changeRow(core, api, row, code)) || status;
  Object.assign(api.open, before);
  return status;
}

function* changeRow(core: SessionCore, api: ApiCursor, { place, row }: BufferRow, code: ChangeCode): Steps<number> {
  const { open } = api;
  open.position = place;
  open.fetched = row;
  const status = yield* run(core, api, code, null);
  if (status !== 0) return status;
  const index = api.buffer.findIndex((each) => each.place === place);
  if (index >= 0) api.buffer[index] = { place, row: code.kind === 'delete' ? null : open.fetched };
  return 0;
}

/** Runs the statement; its errors go to the client as those of a batch do, and the last one is the status. */
function* run(core: SessionCore, api: ApiCursor, code: ChangeCode, changed: { row: readonly Value[] | null } | null): Steps<number> {
  const activation = createActivation(core, { kind: 'dynamic', compiled: code.compiled, module: null, procedureName: null });
  if (api.cursor !== null) activation.cursors.set(nameKey(CURSOR_NAME), api.cursor);
  if (changed !== null) activation.changed = changed;
  code.values.forEach(({ argument, parameter }, slot) => {
    activation.slots[slot] = passValue('sp_cursor', argument, parameter, core.context);
  });
  core.status.error = 0;
  yield* runBatch(core, activation);
  return core.status.error;
}

/** An inserted row becomes the last one of a cursor over one table. */
function* insert(core: SessionCore, api: ApiCursor, { table, values }: Request): Steps<number> {
  const changed: { row: readonly Value[] | null } = { row: null };
  const status = yield* run(core, api, insertion(core, api, table, values), changed);
  if (status !== 0) return status;
  if (api.cursor !== null) api.cursor.lastOperation = OPERATION.insert;
  append(api, changed.row);
  return 0;
}

function append({ open }: ApiCursor, stored: readonly Value[] | null): void {
  const { plan } = open;
  const [table] = plan.tables;
  if (stored === null || table === undefined || plan.tables.length > 1 || table.keys.some((key) => key < 0)) return;
  const row: Value[] = plan.rows.columns.map(() => null);
  table.keys.forEach((key, i) => {
    row[plan.columns.length + table.first + i] = stored[key] ?? null;
  });
  open.rows.push(row);
}
