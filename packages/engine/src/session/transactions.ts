/**
 * Transactions of one session: @@TRANCOUNT above, a storage transaction below. BEGIN TRANSACTION only counts; the storage transaction begins with the
 * first write, after the write lock of the database, so reads under READ COMMITTED see the latest committed state and a write never finds its snapshot
 * stale. A storage transaction that is open may not look at another database without its lock for the same reason.
 *
 * Without a transaction every statement is its own. Several of them may share one storage transaction ("lazy"), each in a savepoint; `settle` commits
 * it, and nothing of their results leaves before that. A statement may contain others (a trigger's, those of a procedure under INSERT … EXEC);
 * a rollback inside them leaves their savepoints gone, which the generation number tells.
 */

import type { SqliteConnection } from '../backends/sqlite/connection.ts';
import { sqlError } from '../errors.ts';
import type { Steps } from '../run/contracts.ts';
import { Cancelled } from '../run/failures.ts';
import type { SessionOptions } from '../run/options.ts';
import type { TransactionControl } from '../run/runtime.ts';
import type { EnvironmentChange } from './api.ts';
import type { CatalogSnapshot, Catalogs } from './catalogs.ts';
import { type Instance, nextSerial } from './instance.ts';
import type { LockMode } from './lock-modes.ts';
import type { LockOwner } from './locks.ts';
import type { Temporaries, TemporarySnapshot } from './temporaries.ts';

/** What a transaction needs of its session. */
export interface TransactionHost {
  readonly owner: LockOwner;
  readonly options: SessionOptions;
  readonly catalogs: Catalogs;
  readonly temporaries: Temporaries;
  readonly connection: SqliteConnection;
  /** Sends what was held back, or drops it. */
  releaseOutput(): void;
  discardOutput(): void;
  environment(change: EnvironmentChange): void;
  /** Rolls storage back without losing the rows of table variables. */
  preserveVariables(rollback: () => void): void;
  readonly isInFunction: boolean;
  /** Milliseconds that a wait may take at most, besides LOCK_TIMEOUT. */
  readonly remainingTime: number;
  /** Raises what ends the request. */
  checkCancelled(): void;
  /** The transaction is over: locks that it owned besides those of databases go. */
  transactionEnded(): void;
}

interface Snapshot {
  readonly catalogs: CatalogSnapshot;
  readonly temporaries: TemporarySnapshot;
}

interface Savepoint {
  readonly name: string;
  /** Name of the storage savepoint; null when no storage transaction was open yet. */
  readonly storage: string | null;
  readonly depth: number;
  readonly before: Snapshot;
}

/** A running statement that can be undone. */
interface Scope {
  readonly generation: number;
  /** Storage savepoint to go back to; null when undoing means ending the storage transaction. */
  readonly savepoint: string | null;
  readonly before: Snapshot;
}

const lockName = (databaseId: number): string => `database ${databaseId}`;

export class Transactions implements TransactionControl {
  readonly #instance: Instance;
  readonly #host: TransactionHost;
  #count = 0;
  #doomed = false;
  #descriptor = 0n;
  #name: string | null = null;
  /** lazy: holds statements that are complete and not acknowledged. */
  #storage: 'none' | 'lazy' | 'open' = 'none';
  readonly #locked = new Map<number, LockMode>();
  readonly #written = new Set<number>();
  #savepoints: Savepoint[] = [];
  /** Statements that are running, one inside the other. */
  #depth = 0;
  /** Depth at which the present storage transaction began: statements further out belong to one that is gone. */
  #base = 0;
  #generation = 0;
  /** The statements that are running in the present storage transaction. */
  #scopes: Scope[] = [];
  /** The transaction count is 1 only because a statement that runs triggers counts as a transaction. */
  #isStatement = false;
  #start: Snapshot | null = null;

  constructor(instance: Instance, host: TransactionHost) {
    this.#instance = instance;
    this.#host = host;
  }

  get count(): number {
    return this.#count;
  }

  get doomed(): boolean {
    return this.#doomed;
  }

  /** 0n when no transaction is open. */
  get descriptor(): bigint {
    return this.#count > 0 ? this.#descriptor : 0n;
  }

  /** True while statements are made and not committed, outside a transaction of the user's. */
  get hasPending(): boolean {
    return this.#storage === 'lazy';
  }

  /** True when the session must keep its connection. */
  get holdsConnection(): boolean {
    return this.#storage !== 'none' || this.#count > 0;
  }

  begin(name: string | null): void {
    this.settle();
    if (this.#count === 0) this.#startTransaction(name);
    this.#count += 1;
  }

  beginImplicitly(): void {
    if (this.#count === 0) this.begin(null);
  }

  commit(): void {
    if (this.#count === 0) throw sqlError(3902);
    if (this.#doomed) throw sqlError(3930);
    this.#count -= 1;
    if (this.#count > 0) return;
    if (this.#isStatement) {
      // A COMMIT in a trigger ends the transaction of its statement: the batch ends with it.
      this.#isStatement = false;
      return;
    }
    try {
      this.#commitStorage();
    } catch (error) {
      this.#abandon();
      this.#endTransaction('rollback');
      throw error;
    }
    this.#endTransaction('commit');
  }

  save(name: string): void {
    if (this.#count === 0) throw sqlError(628);
    if (this.#doomed) throw sqlError(3930);
    const storage = this.#storage === 'none' ? null : `sp${nextSerial()}`;
    if (storage !== null) this.#run(`SAVEPOINT ${storage}`);
    this.#savepoints.push({ name, storage, depth: this.#depth, before: this.#snapshot() });
  }

  rollback(name: string | null): void {
    if (this.#count === 0) throw sqlError(3903);
    if (name === null || sameTransactionName(name, this.#name)) return this.#rollbackAll();
    const place = this.#savepoints.findLastIndex((savepoint) => sameTransactionName(name, savepoint.name));
    const savepoint = this.#savepoints[place];
    if (savepoint === undefined) throw sqlError(6401, name);
    if (this.#doomed) throw sqlError(3931);
    this.#savepoints.length = place + 1;
    this.#rollbackTo(savepoint);
  }

  doom(): void {
    if (this.#count > 0) this.#doomed = true;
  }

  *reads(databases: Iterable<number>): Steps<boolean> {
    let waited = false;
    for (const id of databases) {
      if (id === 0) continue;
      this.#attach(id);
      if (this.#locked.has(id)) continue;
      if (this.#storage === 'lazy') this.settle();
      const mode = this.#readMode();
      if (mode !== null && (yield* this.#lock(id, mode))) waited = true;
    }
    if (this.#count > 0 && this.#host.options.isolation === 'snapshot') this.#openStorage();
    return waited;
  }

  *writes(databases: readonly number[]): Steps<boolean> {
    let waited = false;
    // Nothing is waited for while holding the locks of statements that are only waiting to be committed.
    if (databases.some((id) => id !== 0 && !this.#locked.has(id))) this.settle();
    for (const id of databases) {
      if (id === 0) continue;
      this.#attach(id);
      const catalog = this.#instance.databases.byId(id);
      if (catalog?.options.readOnly === true) throw sqlError(3906, catalog.name);
      if (yield* this.#lock(id, 'Exclusive')) waited = true;
    }
    return waited;
  }

  *statement<Result>(writes: readonly number[], run: () => Steps<Result>): Steps<Result> {
    if (this.#doomed && writes.length > 0) throw sqlError(3930);
    // A function has no TRY: what its statements leave behind is undone with the statement that calls it.
    if (this.#host.isInFunction) return yield* run();
    const scope = this.#enterStatement(writes);
    let isDone = false;
    try {
      const result = yield* run();
      isDone = true;
      this.#leaveStatement(scope);
      return result;
    } finally {
      if (!isDone) this.#undoStatement(scope);
    }
  }

  settle(): void {
    if (this.#depth > this.#base || this.#count > 0) return;
    if (this.#storage === 'none') return this.#releaseLocks();
    try {
      this.#commitStorage();
    } catch (error) {
      this.#host.discardOutput();
      this.#abandon();
      throw error;
    }
    this.#releaseLocks();
    this.#host.releaseOutput();
  }

  enterTrigger(): number {
    const mark = this.#count;
    if (mark === 0) {
      this.#count = 1;
      this.#isStatement = true;
    }
    return mark;
  }

  leaveTrigger(mark: number): void {
    if (mark !== 0) return;
    if (this.#isStatement) this.#count = 0;
    this.#isStatement = false;
    this.#doomed = false;
  }

  /** The request is over: what is pending becomes durable, and a doomed transaction is rolled back (true then: 3998). */
  endOfBatch(): boolean {
    this.settle();
    this.#flushCounters();
    if (!this.#doomed || this.#count === 0) return false;
    this.#rollbackAll();
    return true;
  }

  /** The session ends or is reset. */
  close(): void {
    if (this.#storage === 'lazy') this.settle();
    if (this.#count > 0) this.#rollbackAll();
    this.#flushCounters();
  }

  #startTransaction(name: string | null): void {
    this.#descriptor = BigInt(nextSerial());
    this.#name = name;
    this.#start = this.#snapshot();
    this.#instance.metrics.transactionStarted();
    this.#host.environment({ kind: 'begin transaction', descriptor: this.#descriptor });
  }

  #endTransaction(kind: 'commit' | 'rollback'): void {
    this.#count = 0;
    this.#doomed = false;
    this.#name = null;
    this.#savepoints = [];
    this.#start = null;
    this.#releaseLocks();
    this.#host.transactionEnded();
    this.#host.environment({ kind, descriptor: 0n });
  }

  #rollbackAll(): void {
    const isStatement = this.#isStatement;
    if (isStatement && this.#storage === 'lazy') return this.#rollbackStatement();
    const start = this.#start;
    if (this.#storage !== 'none') this.#rollbackStorage();
    if (start !== null) this.#restore(start);
    this.#startOver();
    if (isStatement) {
      this.#count = 0;
      this.#isStatement = false;
      return;
    }
    this.#endTransaction('rollback');
  }

  /** ROLLBACK in a trigger whose statement has no transaction: the statement alone is undone, not those that share its storage transaction. */
  #rollbackStatement(): void {
    const { connection } = this.#host;
    const [outermost] = this.#scopes;
    this.#host.preserveVariables(() => {
      if (outermost?.savepoint == null) connection.run('ROLLBACK', []);
      else {
        connection.run(`ROLLBACK TO ${outermost.savepoint}`, []);
        connection.run(`RELEASE ${outermost.savepoint}`, []);
      }
      connection.notes.clear();
    });
    if (outermost !== undefined) this.#restore(outermost.before);
    if (outermost?.savepoint == null) this.#storage = 'none';
    this.#count = 0;
    this.#isStatement = false;
    this.#startOver();
  }

  /** Statements that are running belong to a storage transaction that is gone. */
  #startOver(): void {
    this.#generation += 1;
    this.#base = this.#depth;
    this.#scopes = [];
  }

  #rollbackTo(savepoint: Savepoint): void {
    if (this.#storage !== 'none') {
      if (savepoint.storage === null) this.#rollbackStorage();
      else {
        this.#host.preserveVariables(() => {
          this.#run(`ROLLBACK TO ${savepoint.storage}`);
          this.#host.connection.notes.clear();
        });
      }
    }
    this.#restore(savepoint.before);
    // Savepoints of statements that began after it are gone with it.
    if (savepoint.depth < this.#depth) this.#startOver();
  }

  #rollbackStorage(): void {
    const { connection } = this.#host;
    this.#host.preserveVariables(() => {
      if (connection.inTransaction) this.#run('ROLLBACK');
      connection.notes.clear();
    });
    this.#storage = 'none';
    this.#written.clear();
  }

  #commitStorage(): void {
    if (this.#storage === 'none') {
      this.#host.catalogs.publish();
      return;
    }
    const { connection, catalogs } = this.#host;
    const written = [...this.#written].map((id) => this.#instance.counters.write(connection, this.#instance.databases.alias(id), id));
    this.#run('COMMIT');
    for (const done of written) done();
    this.#storage = 'none';
    this.#written.clear();
    catalogs.publish();
  }

  /** A commit has failed: nothing of the storage transaction is left. */
  #abandon(): void {
    const { connection } = this.#host;
    if (connection.inTransaction) this.#run('ROLLBACK');
    connection.notes.clear();
    this.#storage = 'none';
    this.#written.clear();
    this.#restore({ catalogs: { databases: new Map(), server: null }, temporaries: this.#host.temporaries.snapshot() });
    this.#releaseLocks();
  }

  #enterStatement(writes: readonly number[]): Scope {
    const before = this.#snapshot();
    const wasOpen = this.#storage !== 'none';
    if (writes.length > 0 || this.#count > 0) this.#openStorage();
    for (const id of writes) if (id !== 0) this.#written.add(id);
    this.#depth += 1;
    // The first statement of a storage transaction that is its own needs no savepoint: undoing it is undoing everything.
    const isWhole = !wasOpen && this.#storage === 'lazy';
    const savepoint = isWhole ? null : `st${this.#depth}`;
    if (savepoint !== null) this.#run(`SAVEPOINT ${savepoint}`);
    const scope: Scope = { generation: this.#generation, savepoint, before };
    this.#scopes.push(scope);
    return scope;
  }

  #leaveStatement(scope: Scope): void {
    this.#depth -= 1;
    if (scope.generation !== this.#generation) {
      this.#base = Math.min(this.#base, this.#depth);
      return;
    }
    this.#scopes.pop();
    if (scope.savepoint !== null) this.#run(`RELEASE ${scope.savepoint}`);
  }

  #undoStatement(scope: Scope): void {
    this.#depth -= 1;
    if (scope.generation !== this.#generation) {
      this.#base = Math.min(this.#base, this.#depth);
      return;
    }
    this.#scopes.pop();
    const { connection } = this.#host;
    if (!connection.inTransaction) {
      this.#lostTransaction();
    } else if (scope.savepoint === null) {
      this.#run('ROLLBACK');
      this.#storage = 'none';
      this.#written.clear();
      this.#releaseLocks();
    } else {
      this.#run(`ROLLBACK TO ${scope.savepoint}`);
      this.#run(`RELEASE ${scope.savepoint}`);
    }
    connection.notes.clear();
    this.#restore(scope.before);
  }

  /** SQLite has ended the transaction by itself, as it does when the disk is full. */
  #lostTransaction(): void {
    const wasOpen = this.#storage === 'open';
    this.#storage = 'none';
    this.#written.clear();
    this.#host.discardOutput();
    if (wasOpen && this.#count > 0) this.#rollbackAll();
    else this.#releaseLocks();
  }

  #openStorage(): void {
    if (this.#storage !== 'none') return;
    this.#run('BEGIN');
    this.#storage = this.#count > 0 && !this.#isStatement ? 'open' : 'lazy';
    this.#base = this.#depth;
  }

  /** The lock under which a database is read; null where reading needs none. */
  #readMode(): LockMode | null {
    if (this.#storage !== 'none' && (this.#storage === 'open' || this.#depth > this.#base))
      return this.#host.options.isolation === 'snapshot' ? null : 'Exclusive';
    if (this.#count === 0 || this.#isStatement) return null;
    const { isolation } = this.#host.options;
    return isolation === 'serializable' || isolation === 'repeatable read' ? 'Shared' : null;
  }

  /** True when the lock was not free at once. */
  *#lock(databaseId: number, mode: LockMode): Steps<boolean> {
    const held = this.#locked.get(databaseId);
    if (held === mode || held === 'Exclusive') return false;
    const { locks } = this.#instance;
    const { owner, options } = this.#host;
    let waited = false;
    if (!locks.tryAcquire(owner, lockName(databaseId), mode)) {
      waited = true;
      const outcome = yield* locks.acquire(owner, lockName(databaseId), mode, this.#longestWait(options.lockTimeout));
      if (outcome === 'timeout') this.#host.checkCancelled();
      if (outcome === 'timeout') throw sqlError(1222);
      if (outcome === 'cancelled') throw new Cancelled();
      if (outcome === 'deadlock') throw sqlError(1205, owner.id, 'lock');
    }
    this.#locked.set(databaseId, mode);
    if (mode === 'Shared') this.#openStorage();
    return waited;
  }

  #longestWait(lockTimeout: number): number {
    const { remainingTime } = this.#host;
    if (remainingTime === Number.POSITIVE_INFINITY) return lockTimeout;
    return lockTimeout < 0 ? Math.ceil(remainingTime) + 1 : Math.min(lockTimeout, Math.ceil(remainingTime) + 1);
  }

  #attach(databaseId: number): void {
    this.#instance.databases.attach(this.#host.connection, databaseId);
  }

  #releaseLocks(): void {
    for (const id of this.#locked.keys()) this.#instance.locks.release(this.#host.owner, lockName(id));
    this.#locked.clear();
  }

  #snapshot(): Snapshot {
    return { catalogs: this.#host.catalogs.snapshot(), temporaries: this.#host.temporaries.snapshot() };
  }

  #restore(snapshot: Snapshot): void {
    this.#host.catalogs.restore(snapshot.catalogs);
    this.#host.temporaries.restore(snapshot.temporaries);
  }

  /** Sequences that moved without a commit are written when their database is free; else whoever holds its lock writes them. */
  #flushCounters(): void {
    if (this.#storage !== 'none') return;
    const { counters, databases, locks } = this.#instance;
    for (const id of counters.dirtyDatabases()) {
      if (id === 0 || databases.fileOf(id) === undefined || !locks.tryAcquire(this.#host.owner, lockName(id), 'Exclusive')) continue;
      this.#attach(id);
      this.#run('BEGIN');
      const done = counters.write(this.#host.connection, databases.alias(id), id);
      this.#run('COMMIT');
      done();
      locks.release(this.#host.owner, lockName(id));
    }
  }

  #run(sql: string): void {
    this.#host.connection.run(sql, []);
  }
}

const NAME_LENGTH = 32;

/** Transaction names count to 32 characters and are compared exactly. */
function sameTransactionName(a: string, b: string | null): boolean {
  return b !== null && a.slice(0, NAME_LENGTH) === b.slice(0, NAME_LENGTH);
}
