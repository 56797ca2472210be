/**
 * The engine as the process around it sees it: open it, log in, hand a session batches and procedure calls, receive results through a sink.
 * Nothing here knows sockets or TDS. A request runs synchronously as far as it can: `batch` and `call` return undefined when they finished
 * without waiting (for a lock, for the client to drain, for WAITFOR) and a promise otherwise, so that a short request costs no turn of the event loop.
 * One session runs one request at a time; `cancel` may come at any time.
 */

import type { Type } from '@sprocket/tsql';
import type { Value } from '../values/value.ts';

/** What a statement was, for the DONE token's CurCmd and for messages. */
export type StatementCommand =
  | 'select'
  | 'insert'
  | 'update'
  | 'delete'
  | 'merge'
  | 'execute'
  | 'begin transaction'
  | 'commit'
  | 'rollback'
  | 'ddl'
  | 'set'
  | 'other';

export interface ResultColumn {
  /** Empty for an expression without alias. */
  readonly name: string;
  readonly type: Type;
  readonly nullable: boolean;
  readonly identity: boolean;
  /** Computed or otherwise not updatable. */
  readonly computed: boolean;
  /** Where the column of a server cursor comes from; every column of one has it. */
  readonly browse?: BrowseColumn;
}

/** [MS-TDS] COLINFO: by it clients know what a result's columns are in the tables behind it. */
export interface BrowseColumn {
  /** The parts of the table's or view's name; none for an expression. */
  readonly table: readonly string[];
  readonly name: string;
  readonly key: boolean;
  readonly hidden: boolean;
}

/** An informational message (severity ≤ 10) or an error. */
export interface ServerMessage {
  readonly number: number;
  readonly severity: number;
  readonly state: number;
  readonly message: string;
  readonly line: number;
  readonly procedure: string | null;
}

/** Receives what a request produces, in order. Implementations encode at once and keep nothing. */
export interface ResultSink {
  /** Starts a result set. */
  columns(columns: readonly ResultColumn[]): void;
  /** One row in column order. The array is reused: read it during the call. True asks the caller to wait for `drained`. */
  row(values: readonly Value[]): boolean;
  /** Resolves when the client has taken enough that rows may flow again. */
  drained(): Promise<void>;
  /** Ends a statement. `rowCount` is undefined where no count is reported (SET NOCOUNT ON, or a statement without one). `inProcedure` tells DONEINPROC from DONE. */
  done(command: StatementCommand, rowCount: number | undefined, inProcedure: boolean): void;
  /** PRINT, RAISERROR, warnings, errors. `flush` asks that everything so far reaches the client now (WITH NOWAIT). */
  message(message: ServerMessage, flush: boolean): void;
  /** A procedure's return code: only for `call`. */
  returnStatus(status: number): void;
  /** The final value of an OUTPUT parameter: only for `call`. `ordinal` is 0-based; a table-valued one never comes back. */
  returnValue(name: string, ordinal: number, type: Type, value: Value): void;
  /** ENVCHANGE: database, language; and transactions with their descriptor (0n for none). */
  environment(change: EnvironmentChange): void;
}

export type EnvironmentChange =
  | { readonly kind: 'database' | 'language'; readonly value: string; readonly old: string }
  | { readonly kind: 'begin transaction' | 'commit' | 'rollback'; readonly descriptor: bigint };

/** A parameter as a client sends it with a call. */
export interface CallParameter {
  /** With its `@`; empty for a positional one. */
  readonly name: string;
  readonly output: boolean;
  /** The client asks for the parameter's default. */
  readonly isDefault: boolean;
  readonly value: CallValue;
}

export type CallValue =
  | { readonly kind: 'scalar'; readonly type: Type; readonly value: Value }
  | {
      readonly kind: 'table';
      /** `schema.name` of the table type. */
      readonly typeName: string;
      readonly columns: readonly { readonly name: string; readonly type: Type }[];
      readonly rows: readonly (readonly Value[])[];
    };

/** The procedures that TDS calls by number (sp_executesql, sp_prepare …) come by their names. */
export interface ProcedureCall {
  /** As the client wrote it: one to three parts, brackets allowed. */
  readonly procedure: string;
  readonly parameters: readonly CallParameter[];
}

export type IsolationLevel = 'read uncommitted' | 'read committed' | 'repeatable read' | 'snapshot' | 'serializable';

/** [MS-TDS] transaction manager requests. */
export type TransactionRequest =
  | { readonly kind: 'begin'; readonly isolation: IsolationLevel | undefined; readonly name: string }
  | {
      readonly kind: 'commit' | 'rollback';
      readonly name: string;
      readonly begin?: { readonly isolation: IsolationLevel | undefined; readonly name: string };
    }
  | { readonly kind: 'save'; readonly name: string };

export interface BulkRequest {
  /** Rows follow the column order of the INSERT BULK statement that was sent as a batch before. */
  readonly columns: readonly { readonly name: string; readonly type: Type }[];
  readonly rows: Iterable<readonly Value[]>;
}

export interface Session {
  /** @@SPID. */
  readonly id: number;
  readonly database: string;
  /** Descriptor of the open transaction; 0n when none is open. */
  readonly transaction: bigint;
  /** Resolves when all that the session has committed is on disk, which must be before a client hears of it; undefined when it is. */
  readonly flushing: Promise<void> | undefined;
  batch(text: string, sink: ResultSink): Promise<void> | undefined;
  call(call: ProcedureCall, sink: ResultSink): Promise<void> | undefined;
  transact(request: TransactionRequest, sink: ResultSink): Promise<void> | undefined;
  bulk(request: BulkRequest, sink: ResultSink): Promise<void> | undefined;
  /** Stops the running request as soon as possible (attention). Its promise then resolves; what it had sent stays sent. */
  cancel(): void;
  /** Back to the state after login; an open transaction is rolled back unless kept. */
  reset(keepTransaction: boolean): void;
  /** Rolls back, drops temporary objects, forgets the session. */
  close(): void;
}

export interface LoginRequest {
  readonly user: string;
  readonly password: string;
  /** Empty for the login's default database. */
  readonly database: string;
  readonly language: string;
  readonly hostName: string;
  readonly applicationName: string;
  readonly clientInterface: string;
  readonly clientAddress: string;
  readonly hostProcessId: number;
  /** "TDS" version word and packet size as negotiated, for sys.dm_exec_connections and sessions. */
  readonly packetSize: number;
  readonly encrypted: boolean;
  /** [MS-TDS] OPTION_FLAGS2 fODBC: ODBC and OLE DB clients start with ANSI defaults on. */
  readonly ansiDefaults: boolean;
  /** Tells a request that keeps its thread busy, where `cancel` cannot reach it, that it should stop. Cheap: asked every few hundred rows or turns of a loop. */
  readonly interrupted?: () => boolean;
  /** The session was ended from outside (KILL) while no request was running: its connection is to be closed. */
  readonly ended?: () => void;
}

/** A file as BULK INSERT and OPENROWSET(BULK …) get it. */
export type BulkFile =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  /** With the operating system's error code, as 4861 shows it. */
  | { readonly kind: 'refused'; readonly reason: string };

export type Log = (level: 'debug' | 'info' | 'warn' | 'error', event: string, fields: Readonly<Record<string, unknown>>) => void;

export interface EngineOptions {
  readonly dataDirectory: string;
  /** Undefined: no procedures from files. */
  readonly proceduresDirectory: string | undefined;
  /** Set (and hashed into master) when given; on first start without it the engine generates one and reports it through `log`. */
  readonly saPassword: string | undefined;
  readonly log: Log;
  /** Reads YAML, for manifest.yaml in the procedures folder; without it manifests are passed over. */
  readonly parseManifest?: (text: string) => unknown;
  /** Name that @@SERVERNAME and SERVERPROPERTY report. */
  readonly serverName: string;
  /** Reads a file that statements name, if it may be read; without it none may. */
  readonly bulkFiles?: (path: string) => BulkFile;
  /** The one folder that BACKUP writes to and RESTORE reads; without it, `_backups` in the data directory. */
  readonly backupDirectory?: string;
  /** Stops the process for SHUTDOWN; without it the statement is refused. */
  readonly shutdown?: (noWait: boolean) => void;
  /** Threads for heavy reads outside transactions; without them every read runs on the engine's own. */
  readonly readers?: ReaderOptions;
}

export interface ReaderOptions {
  /** How many work at the same time. 0: none. */
  readonly count: number;
  /** Every read that can run there does, light ones too: for tests. */
  readonly everything?: boolean;
}

/** Threads for heavy reads. */
export interface ReaderFigures {
  readonly threads: number;
  /** Reads that ran on one. */
  readonly reads: number;
  /** Threads that were ended because a read did not end, or that died. */
  readonly replaced: number;
}

export interface ProcedureMetric {
  readonly database: string;
  /** `schema.name`. */
  readonly name: string;
  readonly calls: number;
  readonly errors: number;
  /** Elapsed seconds of all calls together. */
  readonly seconds: number;
  readonly buckets: readonly LatencyBucket[];
}

/** How many calls took at most so many seconds. */
export interface LatencyBucket {
  readonly seconds: number;
  readonly calls: number;
}

/** Upper bounds of the latency histogram in seconds. */
export const LATENCY_BUCKETS: readonly number[] = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

export interface EngineMetrics {
  readonly sessions: number;
  readonly batches: number;
  readonly errors: number;
  readonly transactions: number;
  readonly deadlocks: number;
  readonly readers: ReaderFigures;
  readonly procedures: readonly ProcedureMetric[];
}

export interface Engine {
  /** The generated `sa` password when this start made one. */
  readonly generatedPassword: string | undefined;
  /** Throws SqlError 18456 (bad login, with the state that only the log sees), 18486 (locked out), 4060 (unknown database). */
  login(request: LoginRequest): Promise<Session>;
  /** Runs a batch as `sa` for the process that opened the engine. Rejects with its first error. */
  administer(text: string): Promise<void>;
  metrics(): EngineMetrics;
  /** Procedures that failed to load, for /health and `sprocket check`. */
  problems(): readonly { readonly file: string; readonly line: number; readonly message: string }[];
  /** Finishes what runs (or cancels it after `graceMilliseconds`), checkpoints, closes the files. */
  close(graceMilliseconds: number): Promise<void>;
}
