/**
 * sp_cursoropen and its kin. A text that is one SELECT becomes a cursor of its own; what a procedure sends first is read and kept. A prepared cursor is a
 * text with its parameters under a handle, as sp_prepare keeps it.
 */

import { INT } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import type { Instruction } from '../../../program/program.ts';
import { createActivation, runBatch, runScoped } from '../../../run/activation.ts';
import { matchArguments, passValue } from '../../../run/arguments.ts';
import { cursorPlan } from '../../../run/compiled.ts';
import type { Steps } from '../../../run/contracts.ts';
import { isForwardOnly } from '../../../run/cursors/kind.ts';
import { type Cursor, isCounted, type OpenRows } from '../../../run/cursors/model.ts';
import type { CursorPlan } from '../../../run/cursors/plan.ts';
import { createCursor, openRows } from '../../../run/cursors/statements.ts';
import type { BatchModule, NativeArgument } from '../../../run/modules.ts';
import { type CapturedRows, capture } from '../../../run/output.ts';
import type { Activation } from '../../../run/runtime.ts';
import type { SessionCore } from '../../session-core.ts';
import { textOf } from '../prepared.ts';
import { type ApiCursor, describedColumns, fill, sendBuffer } from './api-cursor.ts';
import { CONCURRENCY, definitionFor, granted, kindOf, SCROLL, type Wish } from './options.ts';

/** sp_cursoropen @cursor OUTPUT, @stmt, @scrollopt OUTPUT, @ccopt OUTPUT, @rowcount OUTPUT, @params, values … */
export function* openCursor(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [handle, text, scroll, concurrency, rowCount, parameters, ...values] = args;
  return yield* open(core, { handle, text: textOf(text), parameters: textOf(parameters), scroll, concurrency, rowCount, values });
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

function* open(core: SessionCore, request: OpenRequest): Steps<number> {
  const wish: Wish = { scroll: Number(request.scroll?.value ?? 0), concurrency: Number(request.concurrency?.value ?? 0) };
  const batch = core.modules.batch(request.text, request.parameters);
  const activation = activationOf(core, batch, request.values);
  const opened = yield* openBatch(core, activation, wish);
  request.handle?.assign(opened?.id ?? 0, INT);
  if (opened === null) return 0;
  const wanted = Math.max(Number(request.rowCount?.value ?? DEFAULT_BLOCK), 0);
  const isFetching = (wish.scroll & SCROLL.autoFetch) !== 0;
  if (isFetching) fill(opened, 0, wanted);
  yield* sendBuffer(core, opened, opened.buffer);
  request.scroll?.assign(opened.scroll, INT);
  request.concurrency?.assign(opened.concurrency, INT);
  const counted = opened.cursor === null || isCounted(opened.open) ? opened.open.rows.length : -1;
  request.rowCount?.assign(isFetching ? opened.buffer.length : counted, INT);
  return 0;
}

const DEFAULT_BLOCK = 20;

function activationOf(core: SessionCore, { compiled, parameters }: BatchModule, values: readonly NativeArgument[]): Activation {
  const matched = matchArguments('sp_cursoropen', parameters, values);
  const activation = createActivation(core, { kind: 'dynamic', compiled, module: null, procedureName: null });
  parameters.forEach((parameter, slot) => {
    const argument = matched[slot];
    if (argument !== undefined && !argument.isDefault)
      activation.slots[slot] = passValue('sp_cursoropen', argument, parameter, core.context);
  });
  return activation;
}

/** Null when the text was run directly, since it is none that a cursor can have. */
function* openBatch(core: SessionCore, activation: Activation, wish: Wish): Steps<ApiCursor | null> {
  const { code } = activation.compiled.program;
  const [only] = code;
  if (code.length === 1 && only !== undefined && isCursorQuery(only)) return yield* openSelect(core, activation, only, wish);
  if (!code.some(changes)) return yield* openCaptured(core, activation, wish);
  if ((wish.concurrency & CONCURRENCY.allowDirect) === 0) throw sqlError(16937);
  yield* runBatch(core, activation);
  return null;
}

type SelectInstruction = Extract<Instruction, { kind: 'query' }> & { readonly statement: { readonly kind: 'select' } };

function isCursorQuery(instruction: Instruction): instruction is SelectInstruction {
  if (instruction.kind !== 'query' || instruction.statement.kind !== 'select') return false;
  const { body } = instruction.statement.query;
  return body.kind !== 'querySpecification' || (body.into === null && body.items.every((item) => item.kind !== 'selectAssignment'));
}

const changes = (instruction: Instruction): boolean =>
  instruction.kind === 'ddl' || (instruction.kind === 'query' && instruction.statement.kind !== 'select');

function* openSelect(core: SessionCore, activation: Activation, at: SelectInstruction, wish: Wish): Steps<ApiCursor> {
  const { compiled } = activation;
  const definition = definitionFor(at.statement, wish);
  const plan = cursorPlan(compiled, at, definition, core.catalogs, { isApi: true });
  const options = granted(wish, plan);
  const cursor = createCursor({
    name: '',
    isVariable: false,
    forwardOnly: isForwardOnly(definition),
    definition,
    compiled,
    at,
    frame: { id: activation.id, slots: [...activation.slots], context: activation.context, trigger: null },
    created: core.statementTime,
    plan,
  });
  return keep(core, { cursor, open: yield* openRows(core, cursor, true), ...options });
}

/** Runs the text and keeps its first result set. */
function* openCaptured(core: SessionCore, activation: Activation, wish: Wish): Steps<ApiCursor | null> {
  const { output } = core;
  const sets: CapturedRows[] = [];
  core.output = capture(output, (set) => sets.push(set));
  try {
    yield* runScoped(core, activation, null);
  } finally {
    core.output = output;
  }
  const [first] = sets;
  if (first === undefined && (wish.concurrency & CONCURRENCY.allowDirect) === 0) throw sqlError(16937);
  if (first === undefined) return null;
  const kind = kindOf(wish);
  const isForward = kind === SCROLL.forwardOnly || kind === SCROLL.fastForward;
  const open: OpenRows = {
    plan: snapshotOf(first),
    rows: first.rows,
    position: -1,
    inTransaction: core.transactions.count > 0,
    mark: null,
    fresh: true,
    fetched: null,
  };
  return keep(core, { cursor: null, open, scroll: isForward ? kind : SCROLL.static, concurrency: CONCURRENCY.readOnly });
}

function snapshotOf({ columns, rows }: CapturedRows): CursorPlan {
  const dependencies = { databases: new Map(), stored: new Set<number>(), temporaries: new Map(), accesses: [] };
  return {
    dependencies,
    columns,
    kind: 'static',
    concurrency: 'read only',
    converted: false,
    rows: { kind: 'query', dependencies, columns, open: () => rows[Symbol.iterator]() as never, reading: null },
    member: null,
    tables: [],
    compared: [],
    origins: columns.map(() => null),
    updatable: null,
  };
}

interface Opened extends Wish {
  readonly cursor: Cursor | null;
  readonly open: OpenRows;
}

let handles = 180_150_000;

function keep(core: SessionCore, opened: Opened): ApiCursor {
  handles += 2;
  const id = opened.cursor?.handle ?? handles;
  const api: ApiCursor = { ...opened, id, columns: describedColumns(core, opened.open.plan), start: -1, buffer: [], name: null };
  core.apiCursors.set(id, api);
  return api;
}

/** sp_cursorprepare @handle OUTPUT, @params, @stmt, @options, @scrollopt OUTPUT, @ccopt OUTPUT. */
export function prepareCursor(core: SessionCore, args: readonly NativeArgument[]): number {
  const [handle, parameters, text] = args;
  prepare(core, handle, { text: textOf(text), parameters: textOf(parameters) });
  return 0;
}

function prepare(
  core: SessionCore,
  handle: NativeArgument | undefined,
  text: { readonly text: string; readonly parameters: string },
): void {
  handles += 2;
  core.prepared.set(handles, text);
  handle?.assign(handles, INT);
}

/** sp_cursorexecute @handle, @cursor OUTPUT, @scrollopt OUTPUT, @ccopt OUTPUT, @rowcount OUTPUT, values … */
export function* executeCursor(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [prepared, handle, scroll, concurrency, rowCount, ...values] = args;
  const id = Number(prepared?.value ?? 0);
  const known = core.prepared.get(id);
  if (known === undefined) throw sqlError(8179, id);
  return yield* open(core, { ...known, handle, scroll, concurrency, rowCount, values });
}

/** sp_cursorprepexec @prepared OUTPUT, @cursor OUTPUT, @params, @stmt, @scrollopt, @ccopt, @rowcount, values … Drivers send no options here. */
export function* prepareAndExecuteCursor(core: SessionCore, args: readonly NativeArgument[]): Steps<number> {
  const [prepared, handle, parameters, text, scroll, concurrency, rowCount, ...values] = args;
  const request = { text: textOf(text), parameters: textOf(parameters) };
  prepare(core, prepared, request);
  return yield* open(core, { ...request, handle, scroll, concurrency, rowCount, values });
}

/** sp_cursorunprepare @handle. */
export function unprepareCursor(core: SessionCore, args: readonly NativeArgument[]): number {
  const id = Number(args[0]?.value ?? 0);
  if (!core.prepared.delete(id)) throw sqlError(8179, id);
  return 0;
}
