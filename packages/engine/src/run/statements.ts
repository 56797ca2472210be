/**
 * SELECT, INSERT, UPDATE, DELETE, MERGE and TRUNCATE: taking the locks they need, running them, sending their rows. Rows go to the client one by one
 * and wait when it is slow. What OUTPUT returns is held back until its statement has succeeded.
 */

import type { Instruction } from '../program/program.ts';
import type { ResultColumn } from '../session/api.ts';
import type { Value } from '../values/value.ts';
import { type Bindable, statementOf } from './compiled.ts';
import type { Frame, PreparedAssignment, PreparedChange, PreparedQuery, PreparedStatement, Steps } from './contracts.ts';
import { runPositioned } from './cursors/position.ts';
import { sendReading, takeReading } from './heavy-read.ts';
import { withRowLimit } from './row-limit.ts';
import type { Activation, Runtime } from './runtime.ts';
import { sendRows } from './send-rows.ts';

type QueryInstruction = Extract<Instruction, { kind: 'query' }>;

export function* runQuery(runtime: Runtime, activation: Activation, instruction: QueryInstruction): Steps<void> {
  const { options } = runtime;
  const written = instruction.statement;
  if ((written.kind === 'update' || written.kind === 'delete') && written.where?.kind === 'currentOf') {
    return yield* runPositioned(runtime, activation, instruction, written);
  }
  const statement = options.rowCount === 0 ? written : withRowLimit(written, options.rowCount);
  const prepared = yield* readied(runtime, activation, instruction, statement);
  switch (prepared.kind) {
    case 'query':
      if (yield* runSelect(runtime, activation, instruction, statement, prepared)) return;
      return yield* runQuery(runtime, activation, instruction);
    case 'assignment':
      if (yield* runAssignment(runtime, activation, instruction, statement, prepared)) return;
      return yield* runQuery(runtime, activation, instruction);
    case 'change':
      return yield* runChange(runtime, activation, prepared);
  }
}

/** Binds the statement and takes its locks; bound again when the names may have changed their meaning while it waited. */
export function* readied(runtime: Runtime, activation: Activation, at: Instruction, statement: Bindable): Steps<PreparedStatement> {
  const { transactions, catalogs, options } = runtime;
  for (;;) {
    const prepared = statementOf(activation.compiled, at, statement, catalogs);
    if (options.implicitTransactions && prepared.dependencies.databases.size > 0) transactions.beginImplicitly();
    const { epoch } = catalogs;
    const writes = prepared.kind === 'change' ? prepared.writes : [];
    if (options.isolation === 'snapshot') transactions.requireSnapshot([...prepared.dependencies.stored, ...writes]);
    yield* transactions.reads(without(prepared.dependencies.databases.keys(), writes));
    if (writes.length > 0) yield* transactions.writes(writes);
    if (catalogs.epoch === epoch) return prepared;
  }
}

/** What is written is locked for writing, not read under a lock that would have to be strengthened. */
function without(databases: Iterable<number>, writes: readonly number[]): Iterable<number> {
  return writes.length === 0 ? databases : [...databases].filter((id) => !writes.includes(id));
}

/** False when names have changed their meaning while it waited for a thread to run on: then it must be bound again. */
function* runSelect(
  runtime: Runtime,
  activation: Activation,
  at: Instruction,
  statement: Bindable,
  prepared: PreparedQuery,
): Steps<boolean> {
  const { status, options, transactions, output } = runtime;
  transactions.settle();
  const count = yield* sendQuery(runtime, activation, at, statement, prepared);
  if (count === null) return false;
  status.rowCount = count;
  status.error = 0;
  runtime.sendWarnings();
  output.done('select', options.noCount ? undefined : status.rowCount);
  return true;
}

/** The same for SELECT @x = … */
function* runAssignment(
  runtime: Runtime,
  activation: Activation,
  at: Instruction,
  statement: Bindable,
  prepared: PreparedAssignment,
): Steps<boolean> {
  const { status, readers } = runtime;
  const { reading, dependencies } = prepared;
  const subject = { kind: 'statement', statement } as const;
  const count =
    reading === null || readers === null
      ? prepared.execute(activation)
      : yield* takeReading(runtime, readers, { activation, at, subject, dependencies, columns: null, reading }, (row) =>
          prepared.assign(activation, row),
        );
  if (count === null) return false;
  status.rowCount = count;
  status.error = 0;
  runtime.sendWarnings();
  return true;
}

function* sendQuery(
  runtime: Runtime,
  activation: Activation,
  at: Instruction,
  statement: Bindable,
  prepared: PreparedQuery,
): Steps<number | null> {
  const { options, output, readers } = runtime;
  const { reading } = prepared;
  if (reading !== null && readers !== null && !options.formatOnly)
    return yield* sendReading(runtime, readers, {
      activation,
      at,
      subject: { kind: 'statement', statement },
      dependencies: prepared.dependencies,
      columns: prepared.columns,
      reading,
    });
  output.columns(prepared.columns);
  return yield* sendRows(runtime, options.formatOnly ? [] : prepared.open(activation), options.rowCount);
}

/** Runs a change, whose locks are taken, as one piece; its OUTPUT rows follow when it has succeeded. */
export function* runChange(
  runtime: Runtime,
  frame: Frame,
  prepared: PreparedChange,
  execute: (emit: (row: readonly Value[]) => void) => Steps<number> = (emit) => prepared.execute(frame, emit),
): Steps<void> {
  const { status, options, transactions, output } = runtime;
  const rows: (readonly Value[])[] = [];
  const count = yield* transactions.statement(prepared.writes, () => execute((row) => rows.push([...row])));
  if (prepared.columns !== null) yield* sendSet(runtime, prepared.columns, rows);
  status.rowCount = count;
  status.error = 0;
  runtime.sendWarnings();
  // Under NOCOUNT a procedure's changes send nothing at all.
  if (options.noCount && status.nestLevel > 0 && prepared.columns === null) return;
  output.done(prepared.command, options.noCount || prepared.command === 'other' ? undefined : count);
}

function* sendSet(runtime: Runtime, columns: readonly ResultColumn[], rows: readonly (readonly Value[])[]): Steps<void> {
  runtime.transactions.settle();
  runtime.output.columns(columns);
  yield* sendRows(runtime, rows, 0);
}
