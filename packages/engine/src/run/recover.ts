/**
 * What happens after an error, as SQL Server has it. A TRY around the statement takes the error, in this frame or further out. Without one the client
 * gets it, and its class decides what it ends: the statement, the frame (errors of late binding), the batch, the transaction, the connection.
 * XACT_ABORT makes every error but RAISERROR's end the batch and roll back; caught, it dooms the transaction instead.
 */

import { SqlError, sqlError } from '../errors.ts';
import type { Instruction } from '../program/program.ts';
import type { StatementCommand } from '../session/api.ts';
import { BatchAborted, CompileFailure, isSignal, PermissionError, RaisedError, toSqlError } from './failures.ts';
import type { Activation, Block, Runtime } from './runtime.ts';
import { leaveBlocks } from './transact.ts';

/** True when the activation goes on (at the next instruction or in a CATCH block), false when it ends here; throws what the caller must handle. */
export function recover(runtime: Runtime, activation: Activation, thrown: unknown): boolean {
  if (isSignal(thrown)) throw thrown;
  const error = toSqlError(thrown, runtime.log, runtime.catalogs.current.name);
  const compiling = thrown instanceof CompileFailure;
  stamp(activation, error);
  runtime.status.error = error.number;
  runtime.status.rowCount = 0;
  activation.worstSeverity = Math.max(activation.worstSeverity, error.severity);
  if (error.errorClass !== 'connection') {
    const handler = compiling ? undefined : findHandler(activation);
    if (handler !== undefined) {
      enterCatch(runtime, activation, handler, error);
      return true;
    }
    // A TRY of a caller takes it: this frame ends without a message.
    if (isInsideTry(runtime, activation)) throw error;
    if (activation.kind === 'function') throw error;
  }
  return uncaught(runtime, activation, error, compiling ? thrown.others : null);
}

/** Line and procedure name the innermost frame; a function's errors belong to the statement that called it. */
function stamp(activation: Activation, error: SqlError): void {
  if (activation.kind === 'function' || isStamped(error)) return;
  if (error.line === 0) error.line = instructionOf(activation)?.line ?? 0;
  error.procedure ??= activation.procedureName;
  stamped.add(error);
}

/** Errors whose place is settled; a line of 0 is a place too (argument errors have it). */
const stamped = new WeakSet<SqlError>();

const isStamped = (error: SqlError): boolean => stamped.has(error);

/** Keeps the place that an error already has. */
export function settlePlace(error: SqlError, line: number, procedure: string | null): SqlError {
  error.line = line;
  error.procedure = procedure;
  stamped.add(error);
  return error;
}

export function instructionOf(activation: Activation): Instruction | undefined {
  return activation.compiled.program.code[activation.pc - 1];
}

function findHandler(activation: Activation): number | undefined {
  for (let depth = activation.blocks.length - 1; depth >= 0; depth -= 1) if (activation.blocks[depth]?.kind === 'try') return depth;
  return undefined;
}

function isInsideTry(runtime: Runtime, activation: Activation): boolean {
  const own = activation.blocks.filter((block) => block.kind === 'try').length;
  return runtime.status.openTries > own;
}

function enterCatch(runtime: Runtime, activation: Activation, depth: number, error: SqlError): void {
  const { status, transactions } = runtime;
  if (transactions.count > 0 && (runtime.options.xactAbort || abortsByOption(runtime, error) || dooms(error))) transactions.doom();
  const block = activation.blocks[depth] as Extract<Block, { kind: 'try' }>;
  leaveBlocks(runtime, activation, depth);
  activation.blocks.push({ kind: 'catch', outer: status.caught, error });
  const { number, severity, state, line, procedure, message } = error;
  status.caught = { number, severity, state, line, procedure, message };
  activation.pc = block.handler;
}

const dooms = (error: SqlError): boolean => error.errorClass === 'transaction';

/** Nothing catches it: the client sees it, and its class decides what goes on. An error of compiling has others with it. */
function uncaught(runtime: Runtime, activation: Activation, error: SqlError, compiling: readonly SqlError[] | null): boolean {
  const { transactions } = runtime;
  const instruction = instructionOf(activation);
  if (error instanceof PermissionError)
    for (const other of error.others) sendError(runtime, settlePlace(other, error.line, error.procedure));
  sendError(runtime, error);
  if (error.number === 16947 && error.cause instanceof SqlError) sendError(runtime, settlePlace(error.cause, error.line, error.procedure));
  for (const other of compiling ?? []) sendError(runtime, settlePlace(other, other.line, other.procedure ?? activation.procedureName));
  const promoted = abortsByOption(runtime, error);
  if (error.errorClass === 'connection') throw new BatchAborted(true);
  if (promoted || error.errorClass === 'transaction') {
    if (activation.kind === 'trigger' && error.errorClass === 'statement') sendTerminated(runtime, error);
    if (transactions.count > 0) transactions.rollback(null);
    throw new BatchAborted();
  }
  if (compiling !== null) return endFrame(runtime, activation);
  if (error.errorClass === 'batch') throw new BatchAborted();
  if (instruction !== undefined && isTerminated(instruction, error)) sendTerminated(runtime, error);
  runtime.output.done(commandOf(instruction), undefined);
  // A condition that fails holds for nothing: neither IF nor WHILE runs what it guards.
  if (instruction?.kind === 'jumpUnless') activation.pc = instruction.target;
  return true;
}

/** A batch ends with its statement; a module returns to its caller, which goes on. */
function endFrame(runtime: Runtime, activation: Activation): boolean {
  runtime.output.done('other', undefined);
  if (activation.parent === null) throw new BatchAborted();
  return false;
}

/** XACT_ABORT promotes every error, ARITHABORT without ANSI_WARNINGS those of arithmetic. */
function abortsByOption({ options }: Runtime, error: SqlError): boolean {
  if (error instanceof RaisedError) return false;
  return options.xactAbort || (options.arithAbort && !options.ansiWarnings && ARITHMETIC.has(error.number));
}

/** Division by zero and overflow. */
const ARITHMETIC: ReadonlySet<number> = new Set([220, 232, 8115, 8134]);

/** Sends an error as it is. Severities up to 10 are messages. */
export function sendError(runtime: Runtime, error: SqlError): void {
  const { number, severity, state, message, line, procedure } = error;
  runtime.output.message({ number, severity, state, message, line, procedure }, false);
}

/** What permissions and IDENTITY_INSERT refuse is refused before the statement begins, so nothing is terminated. */
const isBeforeWriting = (error: SqlError): boolean => error instanceof PermissionError || BEFORE_WRITING.has(error.number);

const BEFORE_WRITING: ReadonlySet<number> = new Set([544, 545, 916]);

/** An identity that has left its type has its own notice. */
const isIdentityOverflow = (error: SqlError): boolean => error.number === 8115 && error.state === 1;

function sendTerminated(runtime: Runtime, error: SqlError): void {
  const notice = sqlError(isIdentityOverflow(error) ? 3606 : 3621);
  sendError(runtime, settlePlace(notice, error.line, error.procedure));
}

/** Whether a notice tells that the statement has left nothing behind: changes of rows, and definitions that failed on a row. */
function isTerminated(instruction: Instruction, error: SqlError): boolean {
  if (instruction.kind === 'ddl') return FOUND_IN_ROWS.has(error.cause instanceof SqlError ? error.cause.number : error.number);
  return writesRows(instruction) && !isBeforeWriting(error);
}

const FOUND_IN_ROWS: ReadonlySet<number> = new Set([515, 1505]);

const writesRows = (instruction: Instruction): boolean =>
  instruction.kind === 'insertExecute' ||
  (instruction.kind === 'administer' && instruction.statement.kind === 'bulkInsert') ||
  (instruction.kind === 'query' && instruction.statement.kind !== 'select' && instruction.statement.kind !== 'truncate');

const COMMANDS: Readonly<Partial<Record<Instruction['kind'], StatementCommand>>> = {
  execute: 'execute',
  executeString: 'execute',
  insertExecute: 'insert',
  ddl: 'ddl',
  setSwitches: 'set',
  setValue: 'set',
};

const STATEMENT_COMMANDS: Readonly<Record<string, StatementCommand>> = {
  select: 'select',
  insert: 'insert',
  update: 'update',
  delete: 'delete',
  merge: 'merge',
};

export function commandOf(instruction: Instruction | undefined): StatementCommand {
  if (instruction === undefined) return 'other';
  if (instruction.kind === 'query') return STATEMENT_COMMANDS[instruction.statement.kind] ?? 'other';
  return COMMANDS[instruction.kind] ?? 'other';
}
