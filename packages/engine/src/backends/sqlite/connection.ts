/**
 * One connection to SQLite: an empty `:memory:` main database, temporary tables in memory, and database files attached under aliases such as
 * `db5`. It keeps prepared statements by their text, so that the same statement is prepared once, and it lends a statement to one user at a
 * time: whoever asks for a text that is being iterated gets a second statement. Functions are registered when a text first calls them.
 */

import { type AggregateOptions, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { ExecutionContext, PhysicalValue, RegisteredFunction, StatementOptions, StorageConnection } from '../../run/contracts.ts';
import { storageError } from './storage-error.ts';

export interface AttachOptions {
  /** A file that need not survive the process is never flushed. Any other one is flushed by whoever commits (`LogFlush`). */
  readonly volatile: boolean;
}

/** Statements kept per connection; the oldest goes first. */
const STATEMENT_LIMIT = 2_000;

/** A log that begins anew keeps so many bytes of its file. */
const LOG_KEPT = 64 * 1024 * 1024;

/** SQLite allows ten attached databases. */
export const ATTACH_LIMIT = 10;

const PLAIN: StatementOptions = { bigints: false, functions: [] };

/** What node:sqlite has and its declarations do not: SQLite's counters of a statement. */
interface MeasuredStatement extends StatementSync {
  stat(counter: 'vmStep' | 'run'): number;
  resetStats(): void;
}

interface CachedStatement {
  readonly statement: StatementSync;
  busy: boolean;
  bigints: boolean;
}

/** Of all connections: only this process writes. */
let writes = 0;

export class SqliteConnection implements StorageConnection {
  context: ExecutionContext | null = null;
  readonly notes = new Map<string, string>();
  /** Statements that have begun and not ended. */
  #lent = 0;
  #failure: { readonly thrown: unknown } | null = null;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, CachedStatement>();
  readonly #functions = new Set<string>();
  /** Attached aliases in order of use, the least recently used first. */
  readonly #attached = new Map<string, string>();

  constructor() {
    this.#database = new DatabaseSync(':memory:', { timeout: 100, enableForeignKeyConstraints: false, readBigInts: false });
    this.#database.exec('PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF; PRAGMA cell_size_check = OFF;');
    // A checkpoint waits for the disk: a thread makes them (`Checkpoints`).
    this.#database.exec('PRAGMA wal_autocheckpoint = 0');
    // One row, of which SQLite knows nothing: queries put it before a table to be looked up many times.
    this.#database.exec('CREATE TABLE main.one_row (x); INSERT INTO main.one_row VALUES (1)');
  }

  /** True between BEGIN (or an outermost SAVEPOINT) and its end. SQLite may end a transaction by itself, for example when the disk is full. */
  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  get writes(): number {
    return writes;
  }

  /** Nothing is under way that would hold a snapshot. */
  get isIdle(): boolean {
    return this.#lent === 0 && !this.inTransaction;
  }

  iterate(sql: string, params: readonly PhysicalValue[], options: StatementOptions = PLAIN): IterableIterator<readonly PhysicalValue[]> {
    if (!sql.startsWith('SELECT')) writes++;
    const entry = this.#borrow(sql, options);
    try {
      return new StatementRows(this, sql, entry, entry.statement.iterate(...bindable(params)) as unknown as RawRows);
    } catch (thrown) {
      this.giveBack(entry);
      throw storageError(thrown, sql);
    }
  }

  run(sql: string, params: readonly PhysicalValue[] = [], options: StatementOptions = PLAIN): number {
    writes++;
    const entry = this.#borrow(sql, options);
    try {
      const { changes } = entry.statement.run(...bindable(params));
      this.#throwFailure();
      return Number(changes);
    } catch (thrown) {
      throw this.#explain(thrown, sql);
    } finally {
      this.giveBack(entry);
    }
  }

  get(sql: string, params: readonly PhysicalValue[] = [], options: StatementOptions = PLAIN): readonly PhysicalValue[] | undefined {
    const entry = this.#borrow(sql, options);
    try {
      const row = entry.statement.get(...bindable(params)) as readonly PhysicalValue[] | undefined;
      this.#throwFailure();
      return row;
    } catch (thrown) {
      throw this.#explain(thrown, sql);
    } finally {
      this.giveBack(entry);
    }
  }

  execute(sql: string): void {
    writes++;
    try {
      this.#database.exec(sql);
    } catch (thrown) {
      throw storageError(thrown, sql);
    }
  }

  /** Makes the functions known, once per name. */
  register(functions: readonly RegisteredFunction[]): void {
    for (const fn of functions) {
      if (this.#functions.has(fn.name)) continue;
      this.#functions.add(fn.name);
      if (fn.aggregate === undefined) this.#registerScalar(fn);
      else this.#registerAggregate(fn, fn.aggregate);
    }
  }

  /** Attaches the database file under the alias unless it is attached; when all places are taken the least recently used alias gives way. */
  attach(alias: string, file: string, options: AttachOptions): void {
    if (this.#attached.delete(alias)) {
      this.#attached.set(alias, file);
      return;
    }
    if (this.#attached.size >= ATTACH_LIMIT) this.#detachOldest();
    this.run(`ATTACH ? AS "${alias}"`, [file]);
    this.#attached.set(alias, file);
    // Inside a transaction neither can be changed: the file is in WAL mode since it was made, and FULL is what an attached database starts with.
    if (this.inTransaction) return;
    this.execute(`PRAGMA "${alias}".journal_mode = WAL; PRAGMA "${alias}".synchronous = ${options.volatile ? 'OFF' : 'NORMAL'};`);
    this.execute(`PRAGMA "${alias}".journal_size_limit = ${LOG_KEPT};`);
  }

  /** Another database can be attached without detaching one. */
  get hasRoom(): boolean {
    return this.#attached.size < ATTACH_LIMIT;
  }

  /** Steps of SQLite's machine that a run of the statement took on the average since it was last asked; 0 for one that is not kept. */
  stepsPerRun(sql: string): number {
    const statement = this.#statements.get(sql)?.statement as MeasuredStatement | undefined;
    if (statement === undefined) return 0;
    const steps = statement.stat('vmStep') / Math.max(1, statement.stat('run'));
    statement.resetStats();
    return steps;
  }

  isAttached(alias: string): boolean {
    return this.#attached.has(alias);
  }

  /** Detaches the alias when it is attached: before the file is deleted or renamed. */
  detach(alias: string): void {
    if (!this.#attached.has(alias)) return;
    this.execute(`DETACH "${alias}"`);
    this.#attached.delete(alias);
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #detachOldest(): void {
    for (const alias of this.#attached.keys()) {
      try {
        this.detach(alias);
        return;
      } catch {
        // It is in use by an open statement or transaction: the next one may be idle.
      }
    }
  }

  /** A lent statement has ended. */
  giveBack(entry: CachedStatement): void {
    if (!entry.busy) return;
    entry.busy = false;
    this.#lent -= 1;
  }

  #borrow(sql: string, options: StatementOptions): CachedStatement {
    const cached = this.#statements.get(sql);
    if (cached !== undefined && !cached.busy) {
      cached.busy = true;
      this.#lent += 1;
      if (cached.bigints !== options.bigints) setBigInts(cached, options.bigints);
      return cached;
    }
    const fresh = this.#prepare(sql, options);
    this.#lent += 1;
    if (cached === undefined) this.#remember(sql, fresh);
    return fresh;
  }

  #prepare(sql: string, options: StatementOptions): CachedStatement {
    this.register(options.functions);
    try {
      const statement = this.#database.prepare(sql);
      statement.setReturnArrays(true);
      const entry: CachedStatement = { statement, busy: true, bigints: false };
      if (options.bigints) setBigInts(entry, true);
      return entry;
    } catch (thrown) {
      throw storageError(thrown, sql);
    }
  }

  #remember(sql: string, entry: CachedStatement): void {
    if (this.#statements.size >= STATEMENT_LIMIT) {
      const oldest = this.#statements.keys().next();
      if (oldest.done !== true) this.#statements.delete(oldest.value);
    }
    this.#statements.set(sql, entry);
  }

  #registerScalar(fn: RegisteredFunction): void {
    const options = { deterministic: fn.deterministic, useBigIntArguments: fn.bigints, varargs: true };
    this.#database.function(fn.name, options, (...args) =>
      this.#guard(() => fn.evaluate(this.#currentContext(), args as readonly PhysicalValue[])),
    );
  }

  #registerAggregate(fn: RegisteredFunction, aggregate: NonNullable<RegisteredFunction['aggregate']>): void {
    const { start, inverse } = aggregate;
    const step = (state: unknown, ...args: PhysicalValue[]): unknown => this.#guard(() => aggregate.step(state, ...args));
    // SQLite asks for the result also when a step has failed.
    const result = (state: unknown): PhysicalValue =>
      this.#failure === null ? this.#guard(() => aggregate.result(state, this.#currentContext())) : null;
    const options = { deterministic: fn.deterministic, useBigIntArguments: fn.bigints, varargs: true, start, step, result };
    // The state is any JavaScript value: node:sqlite keeps it as it is, whatever its type declaration says.
    this.#database.aggregate(fn.name, (inverse === undefined ? options : { ...options, inverse }) as unknown as AggregateOptions);
  }

  /** Keeps what a function throws: node:sqlite loses an exception that is followed by another call into JavaScript. */
  #guard<T>(evaluate: () => T): T {
    try {
      return evaluate();
    } catch (thrown) {
      this.#failure ??= { thrown };
      throw thrown;
    }
  }

  /** The exception that a function threw while the last step ran, if any; forgotten by asking. */
  takeFailure(): { readonly thrown: unknown } | null {
    const failure = this.#failure;
    this.#failure = null;
    return failure;
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.thrown;
  }

  /** What the caller of a failed statement gets to see. */
  #explain(thrown: unknown, sql: string): unknown {
    return this.takeFailure()?.thrown ?? storageError(thrown, sql);
  }

  /** Index expressions may be evaluated outside a session (a rebuild at start); such functions are pure and never look at the context. */
  #currentContext(): ExecutionContext {
    return this.context as ExecutionContext;
  }
}

function setBigInts(entry: CachedStatement, on: boolean): void {
  entry.statement.setReadBigInts(on);
  entry.bigints = on;
}

const bindable = (params: readonly PhysicalValue[]): readonly SQLInputValue[] => params;

type RawRows = Iterator<readonly PhysicalValue[]>;

/** Rows of a running statement; gives the statement back at the end, on an error and when closed early. */
class StatementRows implements IterableIterator<readonly PhysicalValue[]> {
  readonly #connection: SqliteConnection;
  readonly #sql: string;
  readonly #entry: CachedStatement;
  readonly #rows: RawRows;

  constructor(connection: SqliteConnection, sql: string, entry: CachedStatement, rows: RawRows) {
    this.#connection = connection;
    this.#sql = sql;
    this.#entry = entry;
    this.#rows = rows;
  }

  next(): IteratorResult<readonly PhysicalValue[]> {
    try {
      // After an exception in an aggregate there is no result at all, whatever the type says.
      const step = this.#rows.next() as IteratorResult<readonly PhysicalValue[]> | undefined;
      const failure = this.#connection.takeFailure();
      if (failure !== null) throw failure.thrown;
      if (step === undefined || step.done === true) this.#connection.giveBack(this.#entry);
      return step ?? { done: true, value: undefined };
    } catch (thrown) {
      // Resets the statement: the next use of one that failed would begin with the same error.
      this.#rows.return?.();
      this.#connection.giveBack(this.#entry);
      throw this.#connection.takeFailure()?.thrown ?? storageError(thrown, this.#sql);
    }
  }

  return(): IteratorResult<readonly PhysicalValue[]> {
    if (this.#entry.busy) this.#rows.return?.();
    this.#connection.giveBack(this.#entry);
    return { done: true, value: undefined };
  }

  [Symbol.iterator](): this {
    return this;
  }
}
