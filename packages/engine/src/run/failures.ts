/**
 * What can end a statement besides its own success. Errors of T-SQL are `SqlError`s; this module adds what the interpreter must know about where they
 * came from, turns storage failures and mistakes of ours into errors a client may see, and defines the signals that unwind frames without being errors.
 */

import { SqlError, sqlError } from '../errors.ts';
import { StorageError, type StorageErrorKind } from './storage-error.ts';

/** Raised by RAISERROR: XACT_ABORT does not promote it. */
export class RaisedError extends SqlError {}

/** An error of binding a statement that was bound while its frame ran: no TRY of the same frame catches it, and it ends the frame. */
export class CompileFailure extends Error {
  readonly error: SqlError;
  /** Errors of further statements, when a whole text was bound. */
  readonly others: readonly SqlError[];

  constructor(error: SqlError, others: readonly SqlError[] = []) {
    super(error.message);
    this.error = error;
    this.others = others;
  }
}

/** Several syntax errors of one text: all are reported, the first decides. */
export class SyntaxErrors extends SqlError {
  readonly others: readonly SqlError[];

  constructor(first: SqlError, others: readonly SqlError[]) {
    super(first.number, first.severity, first.state, first.message, 'batch');
    this.line = first.line;
    this.procedure = first.procedure;
    this.others = others;
  }
}

/** Permissions that whoever runs the statement does not hold: all are reported, and the last one stands for them. */
export class PermissionError extends SqlError {
  readonly others: readonly SqlError[];

  constructor(last: SqlError, others: readonly SqlError[]) {
    super(last.number, last.severity, last.state, last.message, last.errorClass);
    this.line = last.line;
    this.others = others;
  }
}

/** The batch has ended: its error was sent, its transaction is rolled back if it has to be. Unwinds every frame. */
export class BatchAborted extends Error {
  /** True when the session ends too. */
  readonly closesSession: boolean;

  constructor(closesSession = false) {
    super('the batch was aborted');
    this.closesSession = closesSession;
  }
}

/** The client has cancelled the request. Unwinds every frame; nothing is sent. */
export class Cancelled extends Error {
  constructor() {
    super('the request was cancelled');
  }
}

/** A read that is watched keeps the thread for too long: it is begun again on another one. */
export class TooHeavy extends Error {
  constructor() {
    super('the read is too heavy for this thread');
  }
}

/** Unwinds frames without being an error of the statement. */
export function isSignal(thrown: unknown): thrown is BatchAborted | Cancelled {
  return thrown instanceof BatchAborted || thrown instanceof Cancelled;
}

/** Where mistakes of ours and details of storage failures go. */
export type FailureLog = (event: string, fields: Readonly<Record<string, unknown>>) => void;

/** What V8 says. */
const STACK_OVERFLOW = 'Maximum call stack size exceeded';

/** The error that a client sees for whatever was thrown. What is not an SqlError is logged with its details, which stay in the log. */
export function toSqlError(thrown: unknown, log: FailureLog, database = ''): SqlError {
  if (thrown instanceof SqlError) return thrown;
  if (thrown instanceof CompileFailure) return thrown.error;
  if (thrown instanceof StorageError) {
    if (!EXPECTED.has(thrown.kind)) log('storage error', { kind: thrown.kind, detail: thrown.detail });
    return STORAGE_ERRORS[thrown.kind](database);
  }
  if (thrown instanceof RangeError && thrown.message === STACK_OVERFLOW) return sqlError(8631);
  log('internal error', { error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
  return sqlError(8630);
}

/** What concurrent sessions do to each other is no failure of the storage. */
const EXPECTED: ReadonlySet<StorageErrorKind> = new Set(['snapshot', 'busy']);

const STORAGE_ERRORS: Readonly<Record<StorageErrorKind, (database: string) => SqlError>> = {
  // Whoever changes rows turns unique violations into 2601 or 2627; one that arrives here was not expected.
  unique: () => sqlError(8630),
  busy: () => sqlError(1222),
  snapshot: (database) => sqlError(3960, '', database),
  full: (database) => sqlError(9002, database),
  corrupt: (database) => sqlError(824, database),
  'input/output': (database) => sqlError(823, database),
  readonly: (database) => sqlError(3906, database),
  interrupted: () => sqlError(8630),
  memory: () => sqlError(701),
  other: () => sqlError(8630),
};

/** Errors of late name resolution: the object may exist by the time the statement runs, so compiling a batch passes over them. */
const DEFERRED: ReadonlySet<number> = new Set([208, 5313, 911, 924, 942, 2812, 4121, 4701, 40510, 916, 15151, 7202, 7411]);

export const isDeferred = (error: SqlError): boolean => DEFERRED.has(error.number);
