/**
 * Cursor statements: DECLARE, SET @c =, OPEN, FETCH, CLOSE, DEALLOCATE. Local cursors belong to the activation that declared them, global ones to the
 * session, cursor variables refer to either. Variables in a cursor's query have the values they had when it was declared.
 */

import { INT, type Type } from '@sprocket/tsql';
import { nameKey } from '../../catalog/model.ts';
import { SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import type { Instruction } from '../../program/program.ts';
import { converter } from '../../values/convert.ts';
import type { Value } from '../../values/value.ts';
import { cursorPlan, scalarOf } from '../compiled.ts';
import type { Steps } from '../contracts.ts';
import { takeRows } from '../heavy-read.ts';
import type { ModuleParameter, NativeArgument } from '../modules.ts';
import { sendError } from '../recover.ts';
import type { Activation, Runtime } from '../runtime.ts';
import { sendRows } from '../send-rows.ts';
import { blankRow } from './blank.ts';
import { extend, isFresh, markOf } from './extend.ts';
import { isForwardOnly, requestedKind } from './kind.ts';
import { type Cursor, type FetchDirection, isLive, nextPosition, OPERATION, type OpenRows, reportedRows } from './model.ts';
import { memberRow } from './position.ts';

type Of<Kind extends Instruction['kind']> = Extract<Instruction, { kind: Kind }>;
type Reference = Of<'openCursor'>['statement']['cursor'];

export function declareCursor(runtime: Runtime, activation: Activation, instruction: Of<'declareCursor'>): void {
  const { definition, name, slot } = instruction;
  const { compiled } = activation;
  const plan = cursorPlan(compiled, instruction, definition, runtime.catalogs);
  const cursor = createCursor({
    name: name ?? compiled.program.declarations[slot ?? -1]?.name ?? '',
    isVariable: slot !== null,
    forwardOnly: isForwardOnly(definition),
    definition,
    compiled,
    at: instruction,
    frame: { id: activation.id, slots: [...activation.slots], context: activation.context, trigger: activation.trigger },
    created: runtime.context.statementTime,
    plan,
  });
  if (slot !== null) activation.cursorVariables.set(slot, cursor);
  else if (name !== null) register(runtime, activation, name, cursor);
  if (definition.options.includes('TYPE_WARNING') && plan.converted && WARNS.has(requestedKind(definition)))
    sendError(runtime, sqlError(16956));
  done(runtime, 0);
}

/** A snapshot is never less than what was asked for. */
const WARNS: ReadonlySet<string> = new Set(['dynamic', 'keyset']);

let handles = 180_150_000;

type Declared = Omit<Cursor, 'handle' | 'open' | 'fetchStatus' | 'lastOperation' | 'rowCount'>;

export function createCursor(declared: Declared): Cursor {
  handles += 2;
  return { ...declared, handle: handles + 1, open: null, fetchStatus: NEVER_FETCHED, lastOperation: OPERATION.none, rowCount: 0 };
}

const NEVER_FETCHED = -9;

function register(runtime: Runtime, activation: Activation, name: string, cursor: Cursor): void {
  const scope = isLocal(runtime, cursor) ? activation.cursors : runtime.cursors;
  if (scope.has(nameKey(name))) throw sqlError(16915, name);
  scope.set(nameKey(name), cursor);
}

/** Without a word of its own the database's CURSOR_DEFAULT decides. */
function isLocal({ catalogs }: Runtime, { definition: { options } }: Cursor): boolean {
  return options.includes('LOCAL') || (catalogs.current.options.other.CURSOR_DEFAULT === 'LOCAL' && !options.includes('GLOBAL'));
}

/** `SET @c = c` or `SET @c = @d`. */
export function setCursorVariable(runtime: Runtime, activation: Activation, instruction: Of<'assign'>): void {
  const { value, slot } = instruction;
  if (value.kind === 'null') activation.cursorVariables.delete(slot);
  else if (value.kind === 'variable') activation.cursorVariables.set(slot, variableCursor(activation, value.name));
  else if (value.kind === 'column' && value.name.parts.length === 1) {
    activation.cursorVariables.set(slot, namedCursor(runtime, activation, value.name.parts[0]?.value ?? '', false));
  } else throw sqlError(16950, activation.compiled.program.declarations[slot]?.name ?? '');
  done(runtime, 1);
}

export function* openCursor(runtime: Runtime, activation: Activation, { statement }: Of<'openCursor'>): Steps<void> {
  const cursor = findCursor(runtime, activation, statement.cursor);
  yield* openRows(runtime, cursor);
  done(runtime, 0);
}

/** Opens a cursor: reads its rows. */
export function* openRows(runtime: Runtime, cursor: Cursor, isApi = false): Steps<OpenRows> {
  if (cursor.open !== null) throw sqlError(16905);
  const plan = cursorPlan(cursor.compiled, cursor.at, cursor.definition, runtime.catalogs, { isApi });
  if (runtime.options.implicitTransactions && plan.dependencies.databases.size > 0) runtime.transactions.beginImplicitly();
  if (runtime.options.isolation === 'snapshot') runtime.transactions.requireSnapshot(plan.dependencies.stored);
  yield* runtime.transactions.reads(plan.dependencies.databases.keys());
  const mark = plan.member === null ? null : markOf(cursor.frame.context.connection);
  const rows: (readonly Value[])[] = [];
  yield* takeRows(runtime, plan.rows.open(cursor.frame), (row) => rows.push([...row]));
  const open: OpenRows = { plan, rows, position: -1, inTransaction: runtime.transactions.count > 0, mark, fresh: true, fetched: null };
  Object.assign(cursor, { plan, open, lastOperation: OPERATION.open, rowCount: rows.length });
  runtime.status.cursorRows = reportedRows(cursor);
  return open;
}

export function* fetchCursor(runtime: Runtime, activation: Activation, instruction: Of<'fetchCursor'>): Steps<void> {
  const { statement } = instruction;
  const cursor = findCursor(runtime, activation, statement.cursor);
  const { open } = cursor;
  if (open === null) throw sqlErrorState(16917, 2);
  // A fetch that fails reads as one that found no row.
  runtime.status.fetchStatus = OUTSIDE;
  if (statement.into.length > 0 && statement.into.length !== open.plan.columns.length) throw sqlError(16924);
  requireDirection(cursor, open, statement.direction);
  const offset =
    statement.offset === null
      ? 0
      : Number(scalarOf(activation.compiled, instruction, statement.offset, runtime.catalogs, INT).evaluate(activation) ?? 0);
  yield* lockScrolled(runtime, open);
  yield* runtime.transactions.reads(open.plan.dependencies.databases.keys());
  if (statement.direction === 'last') extend(cursor, open);
  const row = moveTo(runtime, cursor, open, nextPosition(open, statement.direction, offset));
  if (statement.into.length === 0) yield* sendFetched(runtime, open, row);
  else if (row !== undefined)
    for (const [i, variable] of statement.into.entries()) assignColumn(runtime, activation, variable.name, open, row, i);
  done(runtime, row === undefined ? 0 : 1);
}

/** A row of a dynamic cursor has no number; this is asked before whether the cursor scrolls. */
function requireDirection({ forwardOnly }: Cursor, { plan }: OpenRows, direction: FetchDirection): void {
  if (direction === 'absolute' && plan.kind === 'dynamic') throw sqlError(16925, 'Absolute');
  if (forwardOnly && direction !== 'next') throw sqlError(16911, 'fetch', direction);
}

/** SCROLL_LOCKS inside a transaction: what was fetched stays as it is until the transaction ends. */
export function* lockScrolled(runtime: Runtime, { plan }: OpenRows): Steps<void> {
  if (plan.concurrency !== 'scroll locks' || runtime.transactions.count === 0) return;
  yield* runtime.transactions.writes([...plan.dependencies.databases.keys()]);
}

/** @@FETCH_STATUS of a fetch outside the rows, and of one that finds its row gone. */
const OUTSIDE = -1;
const GONE = -2;

/** Moves the cursor and sets @@FETCH_STATUS; the row there, or undefined when there is none. */
function moveTo(runtime: Runtime, cursor: Cursor, open: OpenRows, position: number): readonly Value[] | undefined {
  const row = rowAt(cursor, open, position);
  const status = row === undefined ? OUTSIDE : open.fetched === null ? GONE : 0;
  runtime.status.fetchStatus = status;
  Object.assign(cursor, { fetchStatus: status, lastOperation: OPERATION.fetch, rowCount: row === undefined ? 0 : 1 });
  return row;
}

/** Moves the cursor and looks at its row: a keyset shows a gap as a blank row, a dynamic cursor does not know the row. */
export function rowAt(cursor: Cursor, open: OpenRows, position: number): readonly Value[] | undefined {
  const step = position >= open.position ? 1 : -1;
  open.position = position;
  open.fetched = null;
  for (;;) {
    const stored = open.rows[open.position] ?? (step > 0 && extend(cursor, open) ? open.rows[open.position] : undefined);
    if (stored === undefined) return undefined;
    const row = isFresh(cursor, open) ? stored : memberRow(cursor, open, stored);
    open.fetched = row ?? null;
    if (row !== undefined) return row;
    if (!isLive(open.plan)) return blankRow(open.plan.columns);
    open.position += step;
  }
}

function* sendFetched(runtime: Runtime, open: OpenRows, row: readonly Value[] | undefined): Steps<void> {
  runtime.transactions.settle();
  runtime.output.columns(open.plan.columns);
  const count = yield* sendRows(runtime, row === undefined ? [] : [row.slice(0, open.plan.columns.length)], 0);
  runtime.output.done('select', runtime.options.noCount ? undefined : count);
}

function assignColumn(runtime: Runtime, activation: Activation, name: string, open: OpenRows, row: readonly Value[], index: number): void {
  const declaration = activation.compiled.program.variables.get(nameKey(name));
  const column = open.plan.columns[index];
  if (declaration === undefined || column === undefined) throw sqlError(137, name);
  const value = row[index] ?? null;
  activation.slots[declaration.slot] = value === null ? null : fetchConverter(column.type, declaration.type)(value, runtime.context);
}

/** Types that do not convert at all are FETCH's own error. */
function fetchConverter(from: Type, to: Type): ReturnType<typeof converter> {
  try {
    return converter(from, to);
  } catch (error) {
    throw error instanceof SqlError && error.number === 529 ? sqlError(16922, from.name, to.name) : error;
  }
}

export function closeCursor(runtime: Runtime, activation: Activation, { statement }: Of<'closeCursor'>): void {
  const cursor = findCursor(runtime, activation, statement.cursor);
  if (cursor.open === null) throw sqlError(16917);
  Object.assign(cursor, { open: null, lastOperation: OPERATION.close, rowCount: 0 });
  runtime.status.cursorRows = 0;
  done(runtime, 0);
}

export function deallocateCursor(runtime: Runtime, activation: Activation, { statement }: Of<'deallocateCursor'>): void {
  const { name, global } = statement.cursor;
  findCursor(runtime, activation, statement.cursor);
  if (name.kind === 'variable') {
    const declaration = activation.compiled.program.variables.get(nameKey(name.name));
    if (declaration !== undefined) activation.cursorVariables.delete(declaration.slot);
  } else if (global || !activation.cursors.delete(nameKey(name.value))) runtime.cursors.delete(nameKey(name.value));
  runtime.status.cursorRows = 0;
  done(runtime, 0);
}

export function findCursor(runtime: Runtime, activation: Activation, { name, global }: Reference): Cursor {
  return name.kind === 'variable' ? variableCursor(activation, name.name) : namedCursor(runtime, activation, name.value, global);
}

function variableCursor(activation: Activation, name: string): Cursor {
  const declaration = activation.compiled.program.variables.get(nameKey(name));
  const cursor = declaration === undefined ? undefined : activation.cursorVariables.get(declaration.slot);
  if (cursor === undefined) throw sqlError(16950, name);
  return cursor;
}

function namedCursor(runtime: Runtime, activation: Activation, name: string, global: boolean): Cursor {
  const key = nameKey(name);
  const cursor = (global ? undefined : activation.cursors.get(key)) ?? runtime.cursors.get(key);
  if (cursor === undefined) throw sqlError(16916, name);
  return cursor;
}

/** A cursor parameter takes a cursor variable, and gives it a cursor only if it has none. Raises 206 and 16951. */
export function checkCursorArgument(argument: NativeArgument): void {
  const place = argument.cursor;
  if (place === null) throw sqlError(206, argument.type.name, 'cursor');
  if (!argument.output || !place.activation.cursorVariables.has(place.slot)) return;
  throw sqlError(16951, place.activation.compiled.program.declarations[place.slot]?.name ?? '');
}

/** OUTPUT cursor parameters: the caller's variable takes over what the procedure's holds, if that is open. */
export function returnCursors(
  activation: Activation,
  parameters: readonly ModuleParameter[],
  matched: readonly (NativeArgument | undefined)[],
): void {
  parameters.forEach((parameter, slot) => {
    const argument = matched[slot];
    const cursor = activation.cursorVariables.get(slot);
    if (!parameter.cursor || argument?.cursor == null || !argument.output || cursor?.open == null) return;
    argument.cursor.activation.cursorVariables.set(argument.cursor.slot, cursor);
  });
}

function done(runtime: Runtime, rowCount: number): void {
  runtime.status.rowCount = rowCount;
  runtime.status.error = 0;
}
