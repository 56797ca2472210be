/**
 * Cursor statements: DECLARE, SET @c =, OPEN, FETCH, CLOSE, DEALLOCATE. Local cursors belong to the activation that declared them, global ones to the
 * session, cursor variables refer to either. Variables in a cursor's query have the values they had when it was declared.
 */

import { INT, type Type } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { SqlError, sqlError, sqlErrorState } from '../errors.ts';
import type { Instruction } from '../program/program.ts';
import { converter } from '../values/convert.ts';
import type { Value } from '../values/value.ts';
import { scalarOf, statementOf } from './compiled.ts';
import type { Steps } from './contracts.ts';
import { type Cursor, cursorKind, isForwardOnly, isReadOnly, nextPosition, type OpenRows, reportedRows } from './cursor-model.ts';
import { positionedSelect, refreshedRow } from './cursor-position.ts';
import type { ModuleParameter, NativeArgument } from './modules.ts';
import type { Activation, Runtime } from './runtime.ts';
import { sendRows } from './statements.ts';

type Of<Kind extends Instruction['kind']> = Extract<Instruction, { kind: Kind }>;
type Reference = Of<'openCursor'>['statement']['cursor'];

export function declareCursor(runtime: Runtime, activation: Activation, instruction: Of<'declareCursor'>): void {
  const { definition, name, slot } = instruction;
  const cursor: Cursor = {
    name: name ?? '',
    kind: cursorKind(definition),
    forwardOnly: isForwardOnly(definition),
    readOnly: isReadOnly(definition),
    definition,
    compiled: activation.compiled,
    at: instruction,
    frame: { id: activation.id, slots: [...activation.slots], context: activation.context, trigger: activation.trigger },
    open: null,
  };
  if (slot !== null) activation.cursorVariables.set(slot, cursor);
  else if (name !== null) register(runtime, activation, name, cursor);
  done(runtime, 0);
}

function register(runtime: Runtime, activation: Activation, name: string, cursor: Cursor): void {
  const scope = cursor.definition.options.includes('LOCAL') ? activation.cursors : runtime.cursors;
  if (scope.has(nameKey(name))) throw sqlError(16915, name);
  scope.set(nameKey(name), cursor);
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
export function* openRows(runtime: Runtime, cursor: Cursor): Steps<void> {
  if (cursor.open !== null) throw sqlError(16905);
  const target = cursor.readOnly && cursor.kind !== 'keyset' ? null : positionedSelect(runtime, cursor);
  const select = target?.select ?? cursor.definition.select;
  const prepared = statementOf(cursor.compiled, cursor.at, select, runtime.catalogs);
  if (prepared.kind !== 'query') throw new Error('a cursor was declared for something else than a query');
  yield* runtime.transactions.reads(prepared.dependencies.databases.keys());
  const rows: (readonly Value[])[] = [];
  for (const row of prepared.open(cursor.frame)) rows.push([...row]);
  const hidden = target?.keys.length ?? 0;
  const columns = prepared.columns.slice(0, prepared.columns.length - hidden);
  cursor.open = { columns, rows, hidden, target, position: -1 };
  runtime.status.cursorRows = reportedRows(cursor);
}

export function* fetchCursor(runtime: Runtime, activation: Activation, instruction: Of<'fetchCursor'>): Steps<void> {
  const { statement } = instruction;
  const cursor = findCursor(runtime, activation, statement.cursor);
  const { open } = cursor;
  if (open === null) throw sqlErrorState(16917, 2);
  if (statement.into.length > 0 && statement.into.length !== open.columns.length) throw sqlError(16924);
  if (cursor.forwardOnly && statement.direction !== 'next') throw sqlError(16911, statement.direction);
  const offset =
    statement.offset === null
      ? 0
      : Number(scalarOf(activation.compiled, instruction, statement.offset, runtime.catalogs, INT).evaluate(activation) ?? 0);
  const row = moveTo(runtime, cursor, open, nextPosition(open, statement.direction, offset));
  if (statement.into.length === 0) yield* sendFetched(runtime, open, row);
  else if (row !== undefined)
    for (const [i, variable] of statement.into.entries()) assignColumn(runtime, activation, variable.name, open, row, i);
  done(runtime, row === undefined ? 0 : 1);
}

/** Moves the cursor and sets @@FETCH_STATUS; the row there, or undefined when there is none. */
export function moveTo(runtime: Runtime, cursor: Cursor, open: OpenRows, position: number): readonly Value[] | undefined {
  const step = position >= open.position ? 1 : -1;
  open.position = position;
  for (;;) {
    const stored = open.rows[open.position];
    if (stored === undefined) return missing(runtime, -1);
    const row = refreshedRow(runtime, cursor, open, stored);
    if (row !== undefined) {
      runtime.status.fetchStatus = 0;
      return row;
    }
    // A keyset cursor shows the gap; a dynamic one does not know the row.
    if (cursor.kind !== 'dynamic') return missing(runtime, -2);
    open.position += step;
  }
}

function missing(runtime: Runtime, status: number): undefined {
  runtime.status.fetchStatus = status;
  return undefined;
}

function* sendFetched(runtime: Runtime, open: OpenRows, row: readonly Value[] | undefined): Steps<void> {
  runtime.transactions.settle();
  runtime.output.columns(open.columns);
  const count = yield* sendRows(runtime, row === undefined ? [] : [row.slice(0, open.columns.length)], 0);
  runtime.output.done('select', runtime.options.noCount ? undefined : count);
}

function assignColumn(runtime: Runtime, activation: Activation, name: string, open: OpenRows, row: readonly Value[], index: number): void {
  const declaration = activation.compiled.program.variables.get(nameKey(name));
  const column = open.columns[index];
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
  cursor.open = null;
  done(runtime, 0);
}

export function deallocateCursor(runtime: Runtime, activation: Activation, { statement }: Of<'deallocateCursor'>): void {
  const { name, global } = statement.cursor;
  findCursor(runtime, activation, statement.cursor);
  if (name.kind === 'variable') {
    const declaration = activation.compiled.program.variables.get(nameKey(name.name));
    if (declaration !== undefined) activation.cursorVariables.delete(declaration.slot);
  } else if (global || !activation.cursors.delete(nameKey(name.value))) runtime.cursors.delete(nameKey(name.value));
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

/** OUTPUT cursor parameters: the caller's variable takes over what the procedure's holds. */
export function returnCursors(
  activation: Activation,
  parameters: readonly ModuleParameter[],
  matched: readonly (NativeArgument | undefined)[],
): void {
  parameters.forEach((parameter, slot) => {
    const place = matched[slot]?.cursor;
    const cursor = activation.cursorVariables.get(slot);
    if (parameter.cursor && place && cursor !== undefined) place.activation.cursorVariables.set(place.slot, cursor);
  });
}

/** CURSOR_STATUS. */
export function cursorStatus(runtime: Runtime, scope: string, name: string): number {
  const activation = runtime.current;
  const cursor = lookUp(runtime, activation, scope.toLowerCase(), name);
  if (cursor === undefined) return scope.toLowerCase() === 'variable' && isDeclared(activation, name) ? -2 : -3;
  if (cursor.open === null) return -1;
  return cursor.kind === 'dynamic' || cursor.open.rows.length > 0 ? 1 : 0;
}

function lookUp(runtime: Runtime, activation: Activation | null, scope: string, name: string): Cursor | undefined {
  const key = nameKey(name);
  if (scope === 'global') return runtime.cursors.get(key);
  if (scope === 'local') return activation?.cursors.get(key);
  const slot = activation?.compiled.program.variables.get(key)?.slot;
  return slot === undefined ? undefined : activation?.cursorVariables.get(slot);
}

const isDeclared = (activation: Activation | null, name: string): boolean =>
  activation?.compiled.program.variables.has(nameKey(name)) ?? false;

function done(runtime: Runtime, rowCount: number): void {
  runtime.status.rowCount = rowCount;
  runtime.status.error = 0;
}
