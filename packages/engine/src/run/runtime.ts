/**
 * The session as the interpreter sees it. Everything that lives longer than a statement (settings, counters, transactions, temporary tables, cursors,
 * modules) is behind these interfaces, which `session/` implements; everything that lives as long as one body runs is an `Activation`.
 */

import type { Statement, TableElement } from '@sprocket/tsql';
import type { BindCatalog, Dependencies } from '../bind/context.ts';
import type { DatabaseCatalog, Table } from '../catalog/model.ts';
import type { Identity } from '../catalog/security/index.ts';
import type { CaughtError } from '../environment.ts';
import type { SqlError } from '../errors.ts';
import type { BrokerCode } from '../program/program.ts';
import type { Value } from '../values/value.ts';
import type { Compiled, OwnedBody } from './compiled.ts';
import type { ExecutionContext, Frame, Steps, TriggerContext } from './contracts.ts';
import type { Cursor, CursorRegistry } from './cursors/model.ts';
import type { FailureLog } from './failures.ts';
import type { CodeModule, ModuleLibrary } from './modules.ts';
import type { SessionOptions } from './options.ts';
import type { Output } from './output.ts';
import type { Readers } from './reading.ts';

export interface Runtime {
  /** @@SPID. */
  readonly id: number;
  readonly context: ExecutionContext;
  readonly status: Status;
  options: SessionOptions;
  output: Output;
  /** The innermost running body; null between requests. */
  current: Activation | null;
  readonly catalogs: SessionCatalogs;
  readonly temporaries: TemporaryTables;
  readonly tableVariables: TableVariables;
  readonly transactions: TransactionControl;
  readonly cursors: CursorRegistry;
  readonly modules: ModuleLibrary;
  readonly definition: DefinitionRunner;
  readonly broker: BrokerRunner;
  readonly security: Impersonation;
  readonly log: FailureLog;
  /** Threads for heavy reads; null when there are none. */
  readonly readers: Readers | null;
  /** Warnings that the statement collected (8153) go out before its end. */
  sendWarnings(): void;
  /** When it is over, the request's work ends with Msg 40513. */
  timeLimit: TimeLimit | null;
  /** For the metrics of procedures. */
  procedureEnded(module: CodeModule, milliseconds: number, failed: boolean): void;
  /** Starts a statement: its moment for GETDATE is taken when first asked for. */
  beginStatement(): void;
  /** Measures from now on. */
  stopwatch(): Stopwatch;
  /** Throws `Cancelled` when the client wants the request to end. */
  checkCancelled(): void;
  /** True when the request has run long enough that others should have a turn. */
  sliceIsOver(): boolean;
  /** Milliseconds since others last had a turn. */
  sliceTime(): number;
  setContextInfo(value: Value): void;
  /** Waits at most so many milliseconds; ends early when the request is cancelled. */
  sleep(milliseconds: number): Steps<void>;
}

/** Whole milliseconds since it was made: of the processor, and of the clock. */
export type Stopwatch = () => { readonly cpu: number; readonly elapsed: number };

/** A procedure's time limit from its annotations. */
export interface TimeLimit {
  readonly procedure: string;
  readonly milliseconds: number;
  /** When it is over, on the clock of `performance.now`. */
  readonly at: number;
}

/** What `@@` functions report, and what the interpreter keeps for them. */
export interface Status {
  /** @@ROWCOUNT. */
  rowCount: number;
  /** @@ERROR. */
  error: number;
  /** @@FETCH_STATUS and @@CURSOR_ROWS. */
  fetchStatus: number;
  cursorRows: number;
  /** @@IDENTITY. */
  identity: bigint | null;
  /** SCOPE_IDENTITY() of the batches themselves: they share a scope, which ends with the session. */
  batchIdentity: bigint | null;
  /** The error that the innermost CATCH handles. */
  caught: CaughtError | null;
  /** TRY blocks that are active in any frame: they decide whether an error dooms the transaction or ends the batch. */
  openTries: number;
  /** Procedures, functions, triggers and dynamic batches on the stack. */
  nestLevel: number;
  triggerLevel: number;
  /** INSERT … EXEC statements on the stack. */
  insertExecutes: number;
}

/** TRY entered, or the CATCH that took its place. */
export type Block =
  | { readonly kind: 'try'; readonly handler: number }
  /** `outer` is what the enclosing CATCH handles; `error` is rethrown by THROW. */
  | { readonly kind: 'catch'; readonly outer: CaughtError | null; readonly error: SqlError };

export type ActivationKind = 'batch' | 'dynamic' | 'procedure' | 'function' | 'trigger';

/** One run of a body. */
export interface Activation extends Frame {
  readonly kind: ActivationKind;
  readonly compiled: Compiled;
  readonly module: CodeModule | null;
  /** Place of the next instruction. */
  pc: number;
  /** How the caller spelled the module's name; what errors report. */
  readonly procedureName: string | null;
  readonly parent: Activation | null;
  readonly trigger: TriggerContext | null;
  /** EVENTDATA() in the body of a trigger on the database or the server. */
  readonly eventData: string | null;
  readonly blocks: Block[];
  /** SCOPE_IDENTITY(). */
  identity: bigint | null;
  returnValue: Value | undefined;
  /** Severity of the worst error that its own statements raised: decides the status of a procedure without RETURN. */
  worstSeverity: number;
  /** What a table-valued function has returned. */
  resultRows: readonly (readonly Value[])[];
  /** Slots of table variables whose rows began. */
  readonly openTables: Set<number>;
  /** Local cursors by folded name, and cursor variables by slot. */
  readonly cursors: CursorRegistry;
  readonly cursorVariables: Map<number, Cursor>;
}

export interface SessionCatalogs extends BindCatalog {
  /** The database in use. */
  readonly current: DatabaseCatalog;
  readonly currentId: number;
  readonly defaultSchema: string;
  /** Who acts. */
  readonly identity: Identity;
  /** A sysadmin, of whom nothing is asked. */
  readonly unrestricted: boolean;
  /** Raises 229, 230 or 916 when who acts may not run a statement with these dependencies; `line` is the statement's. */
  authorize(dependencies: Dependencies, line: number): void;
  /** Raises 229 when who acts may not use a table type, named `schema.name`; a body of its owner may. */
  authorizeType(name: string | undefined, body: OwnedBody | null, databaseId: number): void;
  /** Changes whenever a name may mean something else than before. The same number always means the same catalogs. */
  readonly epoch: number;
  /** Makes another database current for a while (module bodies); returns the one before. */
  switchTo(databaseId: number): number;
  /** USE: raises 911 and 916, tells the client. */
  use(name: string): void;
  /** The text of a message of sp_addmessage or of the system. */
  message(number: number): { readonly severity: number; readonly text: string } | undefined;
  /** SET IDENTITY_INSERT: the table by name, or none. */
  identityInsert(table: readonly string[], on: boolean): void;
}

/** `#t` and `##t` of the session, in scopes. */
export interface TemporaryTables {
  /** Starts a scope whose tables die with it; returns its mark. */
  enter(): number;
  /** Drops the tables of the scope. */
  leave(mark: number): void;
}

/** Rows of table variables: one storage table per declaration, rows told apart by the frame's id. */
export interface TableVariables {
  /** A table model for `DECLARE @t TABLE (…)`; raises the errors of a table definition. */
  define(variable: string, elements: readonly TableElement[], text: string): Table;
  /** A model with storage of its own for a variable of a table type. */
  instantiate(variable: string, type: Table): Table;
  /** Readies the storage for a frame, without rows. */
  open(table: Table, frameId: number): void;
  /** Forgets the frame's rows. */
  close(table: Table, frameId: number): void;
  /** Writes rows as they are: parameters, `inserted` and `deleted`. */
  fill(table: Table, frameId: number, rows: Iterable<readonly Value[]>): void;
  read(table: Table, frameId: number): readonly (readonly Value[])[];
  /** The rows of the frame that was opened last over a storage: the caller's, when a function is called. */
  readLatest(storage: string): readonly (readonly Value[])[];
  /** Copies of a table whose rows a trigger sees as `inserted` and `deleted`. */
  triggerTables(table: Table): { readonly inserted: Table; readonly deleted: Table };
}

/** Transactions of the session. All database locks are taken here. */
export interface TransactionControl {
  /** @@TRANCOUNT. */
  readonly count: number;
  /** An error was caught that leaves the transaction unable to commit. */
  readonly doomed: boolean;
  begin(name: string | null): void;
  commit(): void;
  /** To the start, or to the savepoint of that name. */
  rollback(name: string | null): void;
  save(name: string): void;
  doom(): void;
  /** Before a statement reads the databases. True when it had to wait, so that names may mean something else by now. */
  reads(databases: Iterable<number>): Steps<boolean>;
  /** Under SNAPSHOT: raises 3951 and 3952 when rows of these databases cannot be seen so. */
  requireSnapshot(databases: Iterable<number>): void;
  /** Before a statement writes the databases: takes their locks. True as above. */
  writes(databases: readonly number[]): Steps<boolean>;
  /** Runs a statement that changes something (`writes` has been called), and undoes all of it when it fails. */
  statement<Result>(writes: readonly number[], run: () => Steps<Result>): Steps<Result>;
  /** Makes the statements that succeeded since the last commit durable; before their results reach the client. */
  settle(): void;
  /** Starts a transaction when IMPLICIT_TRANSACTIONS is on and none is open. */
  beginImplicitly(): void;
  /** The trigger's body runs in a transaction of its own when the statement that fires it has none. */
  enterTrigger(): number;
  leaveTrigger(mark: number): void;
}

/** How a statement wants to get back to who it was: by REVERT, by REVERT with the cookie, or not at all. */
export type WayBack = 'revert' | 'cookie' | 'none';

/** Who acts, while bodies run. */
export interface Impersonation {
  /** Where a body begins; what it changed of who acts ends with it. */
  enter(): number;
  /** WITH EXECUTE AS: the body runs as its owner or another user of its database. */
  runAs(module: CodeModule): void;
  /** Adds what the keys give that signed the body, and takes off what they gave to its caller. */
  sign(module: CodeModule): void;
  /** EXECUTE AS; the cookie is null unless that is the way back. Raises 15517. */
  executeAsUser(name: string, way: WayBack): Uint8Array | null;
  /** Raises 15406, and 916 for a login that cannot be in the database in use. */
  executeAsLogin(name: string, way: WayBack): Uint8Array | null;
  leave(mark: number): void;
}

/** Runs the statements about dialogs and messages, which `session/broker` knows how to. */
export interface BrokerRunner {
  run(activation: Activation, instruction: BrokerCode): Steps<void>;
}

/** Runs data definition and administration, which `catalog/ddl` and `session/` know how to. */
export interface DefinitionRunner {
  /** CREATE, ALTER, DROP and their kin. `text` is what the statement's spans refer to; the activation has the variables that it may use. */
  define(statement: Statement, text: string, activation: Activation | null): Steps<void>;
  /** KILL, CHECKPOINT, EXECUTE AS and their kin. */
  administer(statement: Statement, activation: Activation): Steps<void>;
}
