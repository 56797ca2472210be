/**
 * Running a body: makes its activation, gives it the settings and the database it was created for, runs it, and puts everything back as the caller
 * had it, whatever happened inside. Table variables and temporary tables of the body end here.
 */

import { SqlError, sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import { type Compiled, checkAll } from './compiled.ts';
import type { Steps, TriggerContext } from './contracts.ts';
import { CompileFailure } from './failures.ts';
import { interpret } from './interpret.ts';
import type { CodeModule, FunctionModule } from './modules.ts';
import { forModule } from './options.ts';
import { sendError, settlePlace } from './recover.ts';
import type { Activation, ActivationKind, Runtime } from './runtime.ts';

/** Procedures, functions, triggers and views may be nested this deep. */
export const NESTING_LIMIT = 32;

let frames = 0;

export interface Body {
  readonly kind: ActivationKind;
  readonly compiled: Compiled;
  readonly module: CodeModule | null;
  readonly procedureName: string | null;
  readonly trigger?: TriggerContext;
  readonly eventData?: string;
}

export function createActivation(runtime: Runtime, body: Body): Activation {
  const size = body.compiled.program.declarations.length;
  return {
    kind: body.kind,
    compiled: body.compiled,
    module: body.module,
    procedureName: body.procedureName,
    trigger: body.trigger ?? null,
    eventData: body.eventData ?? null,
    parent: runtime.current,
    context: runtime.context,
    id: ++frames,
    slots: new Array<Value>(size).fill(null),
    pc: 0,
    blocks: [],
    identity: body.kind === 'batch' ? runtime.status.batchIdentity : null,
    returnValue: undefined,
    worstSeverity: 0,
    resultRows: [],
    openTables: new Set(),
    cursors: new Map(),
    cursorVariables: new Map(),
  };
}

/** Runs a batch: its settings stay changed, and so do its database and its temporary tables. */
export function* runBatch(runtime: Runtime, activation: Activation): Steps<void> {
  runtime.current = activation;
  try {
    yield* interpret(runtime, activation);
    readResult(runtime, activation);
  } finally {
    runtime.current = activation.parent;
    if (activation.kind === 'batch') runtime.status.batchIdentity = activation.identity;
    closeTables(runtime, activation);
  }
}

/** Runs a module or a dynamic batch in a scope of its own. */
export function* runScoped(runtime: Runtime, activation: Activation, databaseId: number | null): Steps<void> {
  const { status, catalogs, temporaries } = runtime;
  if (status.nestLevel >= NESTING_LIMIT) throw sqlError(217, NESTING_LIMIT);
  const before = { options: runtime.options, database: catalogs.currentId, caught: status.caught, openTries: status.openTries };
  const scope = temporaries.enter();
  const mark = runtime.security.enter();
  status.nestLevel += 1;
  if (databaseId !== null) catalogs.switchTo(databaseId);
  if (activation.module !== null) runtime.options = forModule(runtime.options, activation.module.settings);
  // Whatever the session says, a trigger starts so.
  if (activation.kind === 'trigger') runtime.options = { ...runtime.options, xactAbort: true };
  try {
    if (activation.module !== null && activation.module.executeAs !== null) runtime.security.runAs(activation.module);
    if (activation.module !== null) runtime.security.sign(activation.module);
    checkBody(runtime, activation);
    yield* runBatch(runtime, activation);
    announceDatabase(runtime, activation, before.database);
  } finally {
    status.nestLevel -= 1;
    status.caught = before.caught;
    status.openTries = before.openTries;
    runtime.options = before.options;
    catalogs.switchTo(before.database);
    temporaries.leave(scope);
    runtime.security.leave(mark);
  }
}

/** What binding finds before a body runs ends the call and no more: the caller's next statement runs, and its TRY catches it. */
function checkBody(runtime: Runtime, activation: Activation): void {
  try {
    checkAll(activation.compiled, runtime.catalogs);
  } catch (thrown) {
    if (!(thrown instanceof CompileFailure)) throw thrown;
    throw failTogether(
      runtime,
      [thrown.error, ...thrown.others].map((error) => innerFailure(error, activation.procedureName)),
    );
  }
}

/** The error that stands for several: the last one once the others are sent, the first one where a TRY takes it. */
export function failTogether(runtime: Runtime, errors: readonly SqlError[]): SqlError {
  const [first] = errors;
  const last = errors.at(-1);
  if (first === undefined || last === undefined) throw new Error('no error to fail with');
  if (runtime.status.openTries > 0) return first;
  for (const error of errors.slice(0, -1)) sendError(runtime, error);
  return last;
}

/** An error of compiling as the caller of the body sees it. */
export function innerFailure(error: SqlError, procedure: string | null): SqlError {
  const { number, severity, state, message, line } = error;
  return settlePlace(new SqlError(number, severity, state, message, 'statement'), line, error.procedure ?? procedure);
}

/** A USE in a dynamic batch ends with it, and the client is told. */
function announceDatabase(runtime: Runtime, activation: Activation, before: number): void {
  const { catalogs, output } = runtime;
  if (activation.kind !== 'dynamic' || catalogs.currentId === before) return;
  output.environment({ kind: 'database', value: catalogs.databaseById(before)?.name ?? '', old: catalogs.current.name });
}

/** The rows of a table-valued function are read before its variables end. */
function readResult(runtime: Runtime, activation: Activation): void {
  const table = activation.kind === 'function' ? (activation.module as FunctionModule).resultTable : null;
  if (table !== null) activation.resultRows = runtime.tableVariables.read(table, activation.id);
}

function closeTables(runtime: Runtime, activation: Activation): void {
  for (const slot of activation.openTables) {
    const table = activation.compiled.program.declarations[slot]?.table;
    if (table !== null && table !== undefined) runtime.tableVariables.close(table, activation.id);
  }
}
