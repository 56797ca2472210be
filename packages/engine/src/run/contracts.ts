/**
 * Where the layers of execution meet. A program is flat control flow over statements that are bound when first executed (deferred name resolution);
 * `prepare.ts` turns one statement's syntax into something that can run against frames again and again. Everything that may have to wait (a lock, the
 * client, a delay) is a generator that yields a `Wait`: a short request runs to its end without one turn of the event loop.
 */

import type { Type } from '@sprocket/tsql';
import type { Dependencies } from '../bind/context.ts';
import type { Expr, PathPlan, Query, RowsFunction } from '../bind/tree.ts';
import type { DatabaseCatalog, Table } from '../catalog/model.ts';
import type { Environment } from '../environment.ts';
import type { ResultColumn, StatementCommand } from '../session/api.ts';
import type { Value } from '../values/value.ts';
import type { PreparedBulk } from './change/bulk.ts';
import type { Reading } from './reading.ts';

/** What a running request waits for; the driver of the session resumes it when the promise settles (or at once for a time slice). */
export type Wait = { readonly kind: 'promise'; readonly promise: Promise<unknown> } | { readonly kind: 'slice' };

export type Steps<Result> = Generator<Wait, Result, void>;

/** A declared variable or parameter: its slot in the frame. */
export interface VariableDeclaration {
  /** With its `@`, as declared. */
  readonly name: string;
  readonly slot: number;
  readonly type: Type;
  /** Set for a table variable or table-valued parameter; the slot then holds nothing. */
  readonly table: Table | null;
  /** A table-valued parameter: its rows cannot be changed. */
  readonly readOnly?: boolean;
}

/** Variables of one batch or module, by folded name. T-SQL variables are visible from their declaration to the end of the batch. */
export type Variables = ReadonlyMap<string, VariableDeclaration>;

/** One activation of a batch, module or dynamic batch. */
export interface Frame {
  readonly slots: Value[];
  /** Tells the rows of this activation's table variables from those of others. */
  readonly id: number;
  readonly context: ExecutionContext;
  /** Trigger frames: the contents of inserted and deleted. */
  readonly trigger: TriggerContext | null;
  /** Set while a change through a cursor runs: takes the row as it was stored. */
  changed?: { row: readonly Value[] | null } | undefined;
  /** WITH CHANGE_TRACKING_CONTEXT of the statement that runs. */
  trackingContext?: Uint8Array | null;
}

export interface TriggerContext {
  readonly table: Table;
  readonly inserted: Table;
  readonly deleted: Table;
  /** column_ids named in SET (update) or all (insert). */
  readonly updatedColumns: ReadonlySet<number>;
}

/** The counter of an identity column. */
export interface NewIdentity {
  readonly seed: bigint;
  readonly increment: bigint;
}

/** A column of the table that SELECT INTO makes. */
export interface NewColumn extends ResultColumn {
  readonly newIdentity: NewIdentity | null;
}

/** What prepared statements may ask of the session that runs them. `Environment` is what expressions see; the rest is for statements. */
export interface ExecutionContext extends Environment {
  readonly connection: StorageConnection;
  /** Invokes a scalar user-defined function and returns its value (synchronous: functions cannot wait). */
  callFunction(databaseId: number, objectId: number, args: readonly Value[]): Value;
  /** Runs a multi-statement table-valued function and returns the rows of its result variable, in column order. */
  callTableFunction(databaseId: number, objectId: number, args: readonly Value[]): readonly (readonly Value[])[];
  /** The rows of a system view for a database, with a stamp that changes when they may have (a new one every time for live views). */
  systemRows(databaseId: number, table: Table): { readonly stamp: string; readonly rows: () => Iterable<readonly Value[]> };
  /** Fires AFTER or INSTEAD OF triggers of a table or view for one statement. Rows are full rows in column order. */
  fireTriggers(request: TriggerRequest): Steps<void>;
  /** The bytes of a file that OPENROWSET(BULK …) names. */
  readBulkFile(path: string): Uint8Array;
  /** Creates the table of SELECT INTO in the current database or as a temporary table. */
  createTable(
    name: readonly string[],
    columns: readonly NewColumn[],
  ): Steps<{ readonly table: Table; readonly database: DatabaseCatalog | null }>;
  /** Whether whoever runs the statement may see the values of a masked column. */
  mayUnmask(databaseId: number, tableId: number, columnId: number): boolean;
  /** Tells triggers of the table that SELECT INTO has made and filled. */
  tableCreated(table: Table, database: DatabaseCatalog): Steps<void>;
  /** Starts the identity counter of a table anew (TRUNCATE TABLE). */
  resetIdentity(databaseId: number, table: Table): void;
  /** Records what @@IDENTITY, SCOPE_IDENTITY and IDENT_CURRENT report; null for a table without identity. */
  setIdentity(table: Table, value: bigint | null): void;
  /** Draws identity values; never given back. */
  nextIdentity(databaseId: number, table: Table): bigint;
  /** Table whose IDENTITY_INSERT is ON, by object id; 0 for none. */
  readonly identityInsert: number;
  /** When the transaction began, or the statement outside one: UTC, 100 ns ticks since 0001-01-01. */
  readonly transactionTime: bigint;
  /** Names the transaction, or the statement outside one, for those who record its changes. */
  readonly changeKey: string;
  /** Makes one row: every use of a sequence in it gives one value. `drawn` are sequences of which it has its value already. */
  sequenceRow<Result>(make: () => Result, drawn?: readonly number[]): Result;
  /** The number of a new node or edge; never given back. */
  nextGraphId(databaseId: number, tableId: number): bigint;
  /** A number that was given explicitly: later ones lie beyond it. */
  noteGraphId(databaseId: number, tableId: number, id: bigint): void;
  /** Next rowversion of the database. */
  nextRowVersion(databaseId: number): Uint8Array;
  /** Set when the request is cancelled or over time: throws; called by long loops every few hundred rows. */
  checkCancelled(): void;
  /** True when the request has run long enough that others should have a turn. */
  sliceIsOver(): boolean;
}

export interface TriggerRequest {
  readonly databaseId: number;
  readonly target: number;
  readonly timing: 'after' | 'instead of';
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly table: Table;
  readonly inserted: readonly (readonly Value[])[];
  readonly deleted: readonly (readonly Value[])[];
  readonly updatedColumns: ReadonlySet<number>;
}

/** A connection of a storage backend, leased to one session for a request (longer while it holds a transaction, temporary tables or cursors). */
export interface StorageConnection {
  /** Rows of a query, as physical values in arrays that may be reused. Closing the iterator early frees the statement. */
  iterate(sql: string, params: readonly PhysicalValue[], options: StatementOptions): IterableIterator<readonly PhysicalValue[]>;
  /** Runs a statement to its end; returns the number of changed rows. */
  run(sql: string, params: readonly PhysicalValue[], options: StatementOptions): number;
  /** The first row or undefined. */
  get(sql: string, params: readonly PhysicalValue[], options: StatementOptions): readonly PhysicalValue[] | undefined;
  /** DDL and transaction control without results. */
  execute(sql: string): void;
  /** Grows with every statement that may write, on whatever connection: what was read stays as it is for as long as it does not. */
  readonly writes: number;
  /** Notes of whoever keeps something on this connection: which temporary copies of system views it holds, and of which stamp. */
  readonly notes: Map<string, string>;
  /** Whom registered functions evaluate for; set by the session before it runs a statement. */
  context: ExecutionContext | null;
}

export type PhysicalValue = null | number | bigint | string | Uint8Array;

/** How one type lies in a storage backend. */
export interface PhysicalType {
  /** Affinity that a table column declares; empty for none. */
  readonly affinity: string;
  /** True when integers may exceed 53 bits and are read as bigint. */
  readonly wide: boolean;
  readonly encode: (value: NonNullable<Value>) => PhysicalValue;
  readonly decode: (value: NonNullable<PhysicalValue>) => Value;
}

/** A storage engine's SQL and physical forms: what `run` needs to know of it. The session picks one; nothing else names one. */
export interface Backend {
  /** SQL of a bound query; `alias` names the file of a database. */
  print(query: Query, alias: (databaseId: number) => string): PrintedQuery;
  physicalType(type: Type): PhysicalType;
  quoteName(name: string): string;
  /** SQL for what stands for a value in equality and in unique indexes. */
  equalityKey(sql: string, type: Type): string;
  /** SQL for what stands for a value in comparisons of order. */
  orderKey(sql: string, type: Type): string;
  /** The functions that keys of the type, and so every write to an index, call. */
  keyFunctions(type: Type): readonly RegisteredFunction[];
  /** The rows of a path, which code walks, and what tells them from those of other paths. */
  pathRows(plan: PathPlan, alias: (databaseId: number) => string): Pick<RowsFunction, 'key' | 'rows'>;
  /** Whether a query has to look at many rows of these tables before others can have a turn. */
  isHeavy(
    connection: StorageConnection,
    sql: string,
    options: StatementOptions,
    tables: readonly ReadTable[],
    alias: (databaseId: number) => string,
  ): boolean;
}

export interface PrintedQuery {
  readonly sql: string;
  readonly params: readonly QueryParameter[];
  readonly functions: readonly RegisteredFunction[];
  /** System views that must be up to date before the statement runs. */
  readonly systemTables: readonly SystemTable[];
}

/** A table of a database that a query reads, by its storage name and by the alias that the query's text gives it. */
export interface ReadTable {
  readonly databaseId: number;
  readonly name: string;
  readonly alias: string;
}

/** Where a parameter's value comes from: an expression without rows, or the running frame's number. */
export type QueryParameter = { readonly kind: 'expr'; readonly expr: Expr } | { readonly kind: 'frame' };

export interface SystemTable {
  readonly databaseId: number;
  readonly table: Table;
  readonly storageName: string;
}

export interface StatementOptions {
  /** Read integers as bigint: set when a result column has more than 53 bits. */
  readonly bigints: boolean;
  /** Functions that the text calls and that must be registered first. */
  readonly functions: readonly RegisteredFunction[];
}

/** A JavaScript function that SQL text calls by a name which is unique for its meaning. */
export interface RegisteredFunction {
  readonly name: string;
  readonly deterministic: boolean;
  /** Set for an aggregate: `evaluate` is not used then. */
  readonly aggregate?: {
    readonly start: () => unknown;
    readonly step: (state: unknown, ...args: PhysicalValue[]) => unknown;
    readonly inverse?: (state: unknown, ...args: PhysicalValue[]) => unknown;
    readonly result: (state: unknown, context: ExecutionContext) => PhysicalValue;
  };
  /** Integer arguments arrive as bigint. */
  readonly bigints: boolean;
  readonly evaluate: (context: ExecutionContext, args: readonly PhysicalValue[]) => PhysicalValue;
}

/** A scalar expression that can be evaluated for a frame. */
export interface Scalar {
  readonly dependencies: Dependencies;
  readonly type: Type;
  readonly nullable: boolean;
  readonly evaluate: (frame: Frame) => Value;
  /** Set when it has queries that another thread can run too. */
  readonly reading: Reading | null;
}

/** A SELECT that returns rows or assigns variables. */
export interface PreparedQuery {
  readonly kind: 'query';
  readonly dependencies: Dependencies;
  readonly columns: readonly ResultColumn[];
  /** Rows as JavaScript values; the array is reused. */
  open(frame: Frame): IterableIterator<readonly Value[]>;
  /** Set when another thread can run it too. */
  readonly reading: Reading | null;
}

/** SELECT @a = …: assigns per row; the number of rows is @@ROWCOUNT. */
export interface PreparedAssignment {
  readonly kind: 'assignment';
  readonly dependencies: Dependencies;
  execute(frame: Frame): number;
  /** Set when another thread can run its query too. */
  readonly reading: Reading | null;
  /** Assigns what a row of that query yields. */
  assign(frame: Frame, row: readonly Value[]): void;
}

/** INSERT, UPDATE, DELETE, MERGE, SELECT INTO, TRUNCATE. */
export interface PreparedChange {
  readonly kind: 'change';
  readonly dependencies: Dependencies;
  readonly command: StatementCommand;
  /** Databases that are written, by id: their write locks are taken before `execute`. Empty for temporary tables and table variables. */
  readonly writes: readonly number[];
  /** Columns of the rows that OUTPUT returns to the client; null without such a clause. */
  readonly columns: readonly ResultColumn[] | null;
  /** Returns the affected row count; rows for the client go to `emit`. */
  execute(frame: Frame, emit: (row: readonly Value[]) => void): Steps<number>;
  /** INSERT … EXEC: the same with rows that a procedure has produced. Present only for that form. */
  readonly insertRows?: (frame: Frame, rows: readonly (readonly Value[])[], columns: readonly ResultColumn[]) => Steps<number>;
  /** A bulk load: the table that takes its rows. Present only for that form. */
  readonly bulk?: PreparedBulk;
}

export type PreparedStatement = PreparedQuery | PreparedAssignment | PreparedChange;
