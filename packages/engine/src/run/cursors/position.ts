/**
 * The row under a cursor: looked at again by its keys when it is fetched, and changed by them with WHERE CURRENT OF. The key values are handed over in
 * slots behind the declared variables, where no text can name them.
 */

import type { CursorReference, Delete, Update } from '@sprocket/tsql';
import type { CursorTable } from '../../bind/position.ts';
import { nameKey } from '../../catalog/model.ts';
import { type SqlError, sqlError } from '../../errors.ts';
import type { Instruction } from '../../program/program.ts';
import type { Value } from '../../values/value.ts';
import { assignedNames } from '../change/update.ts';
import { bound, type Compiled } from '../compiled.ts';
import type { Frame, PreparedChange, Steps } from '../contracts.ts';
import { prepareStatement } from '../prepare.ts';
import { sendError } from '../recover.ts';
import type { Activation, Runtime } from '../runtime.ts';
import { runChange } from '../statements.ts';
import { type Cursor, OPERATION, type OpenRows } from './model.ts';
import type { CursorPlan, PlannedTable } from './plan.ts';
import { sameValue } from './same-value.ts';
import { findCursor } from './statements.ts';

/** The row as it is now, hidden values and all; undefined when it is gone. Snapshots keep the row as it was. */
export function memberRow(cursor: Cursor, { plan }: OpenRows, stored: readonly Value[]): readonly Value[] | undefined {
  if (plan.member === null) return stored;
  const frame: Frame = { ...cursor.frame, slots: withHidden(cursor.frame.slots, cursor.compiled, hiddenOf(plan, stored)) };
  const rows = plan.member.open(frame);
  const step = rows.next();
  const row = step.done === true ? undefined : [...step.value];
  rows.return?.();
  return row;
}

const hiddenOf = (plan: CursorPlan, row: readonly Value[]): readonly Value[] => row.slice(plan.columns.length);

function withHidden(slots: readonly Value[], { program }: Compiled, hidden: readonly Value[]): Value[] {
  return [...slots.slice(0, program.declarations.length), ...hidden];
}

/** UPDATE and DELETE … WHERE CURRENT OF. */
export function* runPositioned(runtime: Runtime, activation: Activation, at: Instruction, statement: Update | Delete): Steps<void> {
  const { where } = statement;
  if (where?.kind !== 'currentOf') throw new Error('not a positioned statement');
  const cursor = findCursor(runtime, activation, where.cursor);
  const { open } = cursor;
  if (open === null) throw sqlError(16917);
  if (open.plan.concurrency === 'read only') throw sqlError(16929);
  const { change, table, ambiguous } = preparedChange(runtime, activation, at, statement, open.plan, where.cursor);
  if (table === null || isNarrowed(open.plan, table)) throw sqlError(16933);
  if (ambiguous) sendError(runtime, sqlError(16961));
  const row = open.rows[open.position];
  if (row === undefined) throw sqlError(16931);
  refuseColumns(open.plan, statement);
  if (runtime.options.implicitTransactions) runtime.transactions.beginImplicitly();
  yield* runtime.transactions.writes(change.writes);
  requireSame(cursor, open, table, row);
  yield* changeRow(runtime, activation, cursor, { open, table, row, change });
}

interface Positioned {
  readonly dependencies: PreparedChange['dependencies'];
  readonly plan: CursorPlan;
  readonly change: PreparedChange;
  /** Null when the cursor does not read the table. */
  readonly table: PlannedTable | null;
  /** The cursor reads the table twice; the first is meant. */
  readonly ambiguous: boolean;
}

/** `key` stands for the statement: the statement itself is the key of what checking its batch has bound. */
function preparedChange(
  runtime: Runtime,
  { compiled }: Activation,
  at: Instruction,
  statement: Update | Delete,
  plan: CursorPlan,
  key: CursorReference,
): Positioned {
  const known = compiled.slots.get(key)?.prepared as Positioned | undefined;
  // A cursor variable may stand for another cursor now.
  if (known !== undefined && known.plan !== plan) compiled.slots.delete(key);
  return bound(compiled, at, key, runtime.catalogs, (scope): Positioned => {
    const chosen: { table: CursorTable | null; ambiguous: boolean } = { table: null, ambiguous: false };
    const choose = (table: CursorTable, ambiguous: boolean): void => void Object.assign(chosen, { table, ambiguous });
    const position = { tables: plan.tables, firstSlot: compiled.program.declarations.length, choose };
    const change = prepareStatement(statement, { ...scope, position });
    if (change.kind !== 'change') throw new Error('a positioned statement was not prepared as a change');
    return { dependencies: change.dependencies, plan, change, table: chosen.table as PlannedTable | null, ambiguous: chosen.ambiguous };
  });
}

/** FOR UPDATE OF names columns of other tables only. */
const isNarrowed = ({ updatable }: CursorPlan, { names }: PlannedTable): boolean =>
  updatable !== null && ![...updatable].some((name) => names.has(name));

function refuseColumns({ updatable }: CursorPlan, statement: Update | Delete): void {
  if (updatable === null || statement.kind === 'delete') return;
  if (assignedNames(statement.set).some((name) => !updatable.has(nameKey(name)))) throw sqlError(16932);
}

/** There is nothing to change where the row was gone when it was fetched; an optimistic cursor refuses a row that others have changed since. */
function requireSame(cursor: Cursor, open: OpenRows, table: PlannedTable, row: readonly Value[]): void {
  const { plan, fetched } = open;
  const key = row[plan.columns.length + table.first] ?? null;
  if (fetched === null || key === null) throw sqlError(16947);
  if (plan.concurrency !== 'optimistic') return;
  const now = memberRow(cursor, open, row);
  const places = plan.compared[plan.tables.indexOf(table)] ?? [];
  if (now === undefined || !places.every((place) => sameValue(now[place] ?? null, fetched[place] ?? null))) throw conflict();
}

/** 16947, which 16934 explains. */
function conflict(): SqlError {
  const error = sqlError(16947);
  error.cause = sqlError(16934);
  return error;
}

interface Target {
  readonly open: OpenRows;
  readonly table: PlannedTable;
  readonly row: readonly Value[];
  readonly change: PreparedChange;
}

function* changeRow(runtime: Runtime, activation: Activation, cursor: Cursor, { open, table, row, change }: Target): Steps<void> {
  const { slots, compiled } = activation;
  const declared = compiled.program.declarations.length;
  const changed: NonNullable<Frame['changed']> = { row: null };
  activation.changed = changed;
  slots.splice(declared, slots.length, ...hiddenOf(open.plan, row));
  try {
    yield* runChange(runtime, activation, change, function* (emit) {
      const count = yield* change.execute(activation, emit);
      if (count === 0) throw sqlError(16947);
      return count;
    });
  } finally {
    slots.length = declared;
    activation.changed = undefined;
  }
  cursor.lastOperation = change.command === 'delete' ? OPERATION.delete : OPERATION.update;
  cursor.rowCount = 1;
  if (changed.row !== null) follow(cursor, open, table, row, changed.row);
}

/** After a change through the cursor the row is known as it is now. A keyset sees a new key as a new row at its end, and the old one as gone. */
function follow(cursor: Cursor, open: OpenRows, table: PlannedTable, row: readonly Value[], stored: readonly Value[]): void {
  const moved = [...row];
  let isMoved = false;
  table.keys.forEach((key, i) => {
    const place = open.plan.columns.length + table.first + i;
    if (key < 0 || sameValue(stored[key] ?? null, row[place] ?? null)) return;
    moved[place] = stored[key] ?? null;
    isMoved = true;
  });
  if (!isMoved || open.plan.kind === 'dynamic') {
    open.fetched = memberRow(cursor, open, moved) ?? null;
    open.rows[open.position] = open.fetched ?? moved;
    return;
  }
  open.rows.push(moved);
  open.fetched = null;
}
