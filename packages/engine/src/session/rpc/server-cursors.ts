/**
 * API server cursors: sp_cursoropen and its kin, which drivers use for scrollable results and for fetching in blocks. The rows are read when the cursor
 * opens; a fetch sends a block of them, each with its row status in a last column. Changes through the cursor (sp_cursor) are refused by name.
 */

import { INT } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { createActivation, runScoped } from '../../run/activation.ts';
import { matchArguments, passValue } from '../../run/arguments.ts';
import type { Steps } from '../../run/contracts.ts';
import type { NativeArgument } from '../../run/modules.ts';
import { type CapturedRows, capture, plainColumn } from '../../run/output.ts';
import { sendRows } from '../../run/statements.ts';
import type { Value } from '../../values/value.ts';
import type { SessionCore } from '../session-core.ts';
import { textOf } from './prepared.ts';

interface ServerCursor {
  readonly columns: CapturedRows['columns'];
  readonly rows: CapturedRows['rows'];
  /** The block that was fetched last: 0-based place of its first row, and its size. */
  start: number;
  size: number;
}

/** Cursors and prepared cursors of sessions. They die with their session. */
const cursors = new WeakMap<SessionCore, Map<number, ServerCursor>>();

let handles = 180_150_000;

function cursorsOf(core: SessionCore): Map<number, ServerCursor> {
  const known = cursors.get(core) ?? new Map<number, ServerCursor>();
  cursors.set(core, known);
  return known;
}

/** Bits of @scrollopt. */
const SCROLL = { keyset: 0x0001, dynamic: 0x0002, forwardOnly: 0x0004, static: 0x0008, fastForward: 0x0010, autoFetch: 0x2000 } as const;
const READ_ONLY = 0x0001;

/** sp_cursoropen @cursor OUTPUT, @stmt, @scrollopt OUTPUT, @ccopt OUTPUT, @rowcount OUTPUT, @params, values … */
export function* openCursor(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [handle, text, scroll, concurrency, rowCount, parameters, ...values] = args;
  yield* open(core, { handle, text: textOf(text), parameters: textOf(parameters), scroll, concurrency, rowCount, values });
  return 0;
}

interface OpenRequest {
  readonly handle: NativeArgument | undefined;
  readonly text: string;
  readonly parameters: string;
  readonly scroll: NativeArgument | undefined;
  readonly concurrency: NativeArgument | undefined;
  readonly rowCount: NativeArgument | undefined;
  readonly values: readonly NativeArgument[];
}

function* open(core: SessionCore, request: OpenRequest): Steps<void> {
  const set = yield* firstSet(core, request);
  const cursor: ServerCursor = { columns: set.columns, rows: set.rows, start: -1, size: 0 };
  handles += 1;
  cursorsOf(core).set(handles, cursor);
  const wanted = Number(request.scroll?.value ?? SCROLL.keyset);
  const isForward = (wanted & (SCROLL.forwardOnly | SCROLL.fastForward)) !== 0;
  const block = (wanted & SCROLL.autoFetch) !== 0 ? move(cursor, NEXT, 1, Number(request.rowCount?.value ?? 1)) : [];
  yield* send(core, cursor, block);
  request.handle?.assign(handles, INT);
  request.scroll?.assign(isForward ? wanted & (SCROLL.forwardOnly | SCROLL.fastForward) : SCROLL.static, INT);
  request.concurrency?.assign(READ_ONLY, INT);
  request.rowCount?.assign(set.rows.length, INT);
}

/** Runs the text and keeps its first result set. */
function* firstSet(core: SessionCore, { text, parameters, values }: OpenRequest): Steps<CapturedRows> {
  const { compiled, parameters: declared } = core.modules.batch(text, parameters);
  const matched = matchArguments('sp_cursoropen', declared, values);
  const activation = createActivation(core, { kind: 'dynamic', compiled, module: null, procedureName: null });
  declared.forEach((parameter, slot) => {
    const argument = matched[slot];
    if (argument !== undefined && !argument.isDefault)
      activation.slots[slot] = passValue('sp_cursoropen', argument, parameter, core.context);
  });
  const { output } = core;
  const sets: CapturedRows[] = [];
  core.output = capture(output, (set) => sets.push(set));
  try {
    yield* runScoped(core, activation, null);
  } finally {
    core.output = output;
  }
  const [first] = sets;
  if (first === undefined) throw sqlError(16937);
  return first;
}

const ROW_STATUS = plainColumn('ROWSTAT', INT, false);
const FETCHED = 1;

function* send(core: SessionCore, cursor: ServerCursor, block: readonly (readonly Value[])[]): Steps<void> {
  core.transactions.settle();
  core.output.columns([...cursor.columns, ROW_STATUS]);
  const count = yield* sendRows(
    core,
    block.map((row) => [...row, FETCHED]),
    0,
  );
  core.status.rowCount = count;
  core.output.done('select', count);
}

/** @fetchtype of sp_cursorfetch. */
const FIRST = 0x01;
const NEXT = 0x02;
const PREVIOUS = 0x04;
const LAST = 0x08;
const ABSOLUTE = 0x10;
const RELATIVE = 0x20;
const REFRESH = 0x80;
const INFO = 0x100;

/** The block that a fetch moves to. */
function move(cursor: ServerCursor, type: number, row: number, wanted: number): readonly (readonly Value[])[] {
  const { rows } = cursor;
  const start = Math.max(blockStart(cursor, type, row, wanted), -1);
  cursor.start = Math.min(start, rows.length);
  const block = cursor.start < 0 ? [] : rows.slice(cursor.start, cursor.start + wanted);
  cursor.size = block.length;
  return block;
}

function blockStart({ start, size, rows }: ServerCursor, type: number, row: number, wanted: number): number {
  switch (type) {
    case FIRST:
      return 0;
    case NEXT:
      return start < 0 ? 0 : start + size;
    case PREVIOUS:
      return start - wanted;
    case LAST:
      return Math.max(0, rows.length - wanted);
    case ABSOLUTE:
      return row > 0 ? row - 1 : row < 0 ? rows.length + row : -1;
    case RELATIVE:
      return start + row;
    case REFRESH:
      return start;
    default:
      throw sqlError(16902, 'sp_cursorfetch', 'fetchtype');
  }
}

function find(
  core: SessionCore,
  procedure: string,
  handle: NativeArgument | undefined,
): { readonly id: number; readonly cursor: ServerCursor } {
  const id = Number(handle?.value ?? 0);
  const cursor = cursorsOf(core).get(id);
  if (cursor === undefined) throw sqlError(16909, procedure, id.toString(16));
  return { id, cursor };
}

/** sp_cursorfetch @cursor, @fetchtype, @rownum OUTPUT, @nrows OUTPUT. */
export function* fetchCursor(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [handle, fetchType, rowNumber, rowCount] = args;
  const { cursor } = find(core, 'sp_cursorfetch', handle);
  const type = Number(fetchType?.value ?? NEXT) & 0x1ff;
  if (type === INFO) {
    rowNumber?.assign(cursor.start + 1, INT);
    rowCount?.assign(cursor.rows.length, INT);
    return 0;
  }
  yield* send(core, cursor, move(cursor, type, Number(rowNumber?.value ?? 0), Number(rowCount?.value ?? 20)));
  return 0;
}

/** sp_cursorclose @cursor. */
export function closeCursor(core: SessionCore, args: readonly NativeArgument[]): number {
  const { id } = find(core, 'sp_cursorclose', args[0]);
  cursorsOf(core).delete(id);
  return 0;
}

/** sp_cursoroption @cursor, @code, @value: names and columns that are sent as pointers; nothing that we send differs by them. */
export function cursorOption(core: SessionCore, args: readonly NativeArgument[]): number {
  find(core, 'sp_cursoroption', args[0]);
  return 0;
}

// biome-ignore lint/correctness/useYield: natives are generators because others wait
export function* cursor(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  find(core, 'sp_cursor', args[0]);
  throw unsupported('sp_cursor');
}

/** sp_cursorprepare @handle OUTPUT, @params, @stmt, @options, @scrollopt OUTPUT, @ccopt OUTPUT. */
export function prepareCursor(core: SessionCore, args: readonly NativeArgument[]): number {
  const [handle, parameters, text] = args;
  handles += 1;
  core.prepared.set(handles, { text: textOf(text), parameters: textOf(parameters) });
  handle?.assign(handles, INT);
  return 0;
}

/** sp_cursorexecute @handle, @cursor OUTPUT, @scrollopt OUTPUT, @ccopt OUTPUT, @rowcount OUTPUT, values … */
export function* executeCursor(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [prepared, handle, scroll, concurrency, rowCount, ...values] = args;
  const id = Number(prepared?.value ?? 0);
  const known = core.prepared.get(id);
  if (known === undefined) throw sqlError(8179, id);
  yield* open(core, { ...known, handle, scroll, concurrency, rowCount, values });
  return 0;
}

/** sp_cursorprepexec @prepared OUTPUT, @cursor OUTPUT, @params, @stmt, @scrollopt, @ccopt, @rowcount, values … Drivers send no options here. */
export function* prepareAndExecuteCursor(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [prepared, handle, parameters, text, scroll, concurrency, rowCount, ...values] = args;
  const request = { text: textOf(text), parameters: textOf(parameters) };
  handles += 1;
  core.prepared.set(handles, request);
  prepared?.assign(handles, INT);
  yield* open(core, { ...request, handle, scroll, concurrency, rowCount, values });
  return 0;
}

/** sp_cursorunprepare @handle. */
export function unprepareCursor(core: SessionCore, args: readonly NativeArgument[]): number {
  const id = Number(args[0]?.value ?? 0);
  if (!core.prepared.delete(id)) throw sqlError(8179, id);
  return 0;
}
