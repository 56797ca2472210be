/**
 * Transactions of one session: @@TRANCOUNT above, a storage transaction below. BEGIN TRANSACTION only counts; the storage transaction begins with the
 * first write, after the write lock of the database, so reads under READ COMMITTED see the latest committed state and a write never finds its snapshot
 * stale. A storage transaction that is open may not look at another database without its lock for the same reason.
 *
 * Without a transaction every statement is its own. Several of them may share one storage transaction ("lazy"), each in a savepoint; `settle` commits
 * it, and nothing of their results leaves before that. A statement may contain others (a trigger's, those of a procedure under INSERT … EXEC);
 * a rollback inside them leaves their savepoints gone, which the generation number tells.
 */

import { sqlError } from '../errors.ts';
import type { Steps } from '../run/contracts.ts';
import type { TransactionControl } from '../run/runtime.ts';
import { utcTicks } from './clock.ts';
import { DatabaseLocks } from './database-locks.ts';
import { type Instance, nextSerial } from './instance.ts';
import type { LockMode } from './lock-modes.ts';
import { StorageTransaction } from './storage-transaction.ts';
import { restoreSnapshot, type Snapshot, type TransactionHost, takeSnapshot } from './transaction-host.ts';

export type { TransactionHost } from './transaction-host.ts';

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
  savepoint: string | null;
  readonly before: Snapshot;
}

export class Transactions implements TransactionControl {
  readonly #instance: Instance;
  readonly #host: TransactionHost;
  #count = 0;
  #doomed = false;
  #descriptor = 0n;
  #name: string | null = null;
  #began = 0n;
  readonly #storage: StorageTransaction;
  readonly #locks: DatabaseLocks;
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
  #beganInSnapshot = false;
  #changeKey: string | null = null;
  #start: Snapshot | null = null;

  constructor(instance: Instance, host: TransactionHost) {
    this.#instance = instance;
    this.#host = host;
    this.#storage = new StorageTransaction(instance, host);
    this.#locks = new DatabaseLocks(instance, host);
  }

  get count(): number {
    return this.#count;
  }

  get doomed(): boolean {
    return this.#doomed;
  }

  /** UTC ticks at which the transaction, or the statement that runs triggers, began; null outside. */
  get began(): bigint | null {
    return this.#count > 0 ? this.#began : null;
  }

  /** The same from the first to the last statement of a transaction, or within one statement outside. */
  get changeKey(): string {
    // A query outside of transactions is none of those that change anything.
    if (this.#count === 0 && this.#depth === 0) this.#changeKey = null;
    this.#changeKey ??= `${utcTicks()}.${nextSerial()}`;
    return this.#changeKey;
  }

  /** 0n when no transaction is open. */
  get descriptor(): bigint {
    return this.#count > 0 ? this.#descriptor : 0n;
  }

  /** True while statements are made and not committed, outside a transaction of the user's. */
  get hasPending(): boolean {
    return this.#storage.state === 'lazy';
  }

  /** True when the session must keep its connection. */
  get holdsConnection(): boolean {
    return this.#storage.state !== 'none' || this.#count > 0;
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
      this.#storage.commit();
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
    const storage = this.#storage.save();
    this.#savepoints.push({ name, storage, depth: this.#depth, before: takeSnapshot(this.#host) });
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
      if (this.#locks.holds(id)) continue;
      if (this.#storage.state === 'lazy') this.settle();
      const mode = this.#readMode();
      if (mode !== null && (yield* this.#lock(id, mode))) waited = true;
    }
    if (this.#count > 0 && this.#host.options.isolation === 'snapshot') this.#openStorage();
    return waited;
  }

  requireSnapshot(databases: Iterable<number>): void {
    for (const id of databases) {
      const catalog = id === 0 ? undefined : this.#host.catalogs.databaseById(id);
      if (catalog === undefined) continue;
      if (!catalog.options.allowSnapshotIsolation) throw sqlError(3952, catalog.name);
      if (this.#count > 0 && !this.#isStatement && !this.#beganInSnapshot) throw sqlError(3951, catalog.name);
    }
  }

  /** `readOnly` allows databases that are read-only: ALTER DATABASE is how they stop being it. */
  *writes(databases: readonly number[], { readOnly = false } = {}): Steps<boolean> {
    let waited = false;
    // Nothing is waited for while holding the locks of statements that are only waiting to be committed.
    if (databases.some((id) => id !== 0 && !this.#locks.holds(id))) this.settle();
    for (const id of databases) {
      if (id === 0) continue;
      this.#attach(id);
      const catalog = this.#instance.databases.byId(id);
      if (catalog?.options.readOnly === true && !readOnly) throw sqlError(3906, catalog.name);
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
    if (this.#storage.state === 'none') return this.#locks.releaseAll();
    try {
      this.#storage.commit();
    } catch (error) {
      this.#host.discardOutput();
      this.#abandon();
      throw error;
    }
    this.#locks.releaseAll();
    this.#host.releaseOutput();
  }

  enterTrigger(): number {
    const mark = this.#count;
    if (mark === 0) {
      this.#count = 1;
      this.#isStatement = true;
      this.#began = this.#host.statementTime;
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
    this.#storage.flushCounters();
    if (!this.#doomed || this.#count === 0) return false;
    this.#rollbackAll();
    return true;
  }

  /** The session ends or is reset. */
  close(): void {
    if (this.#storage.state === 'lazy') this.settle();
    if (this.#count > 0) this.#rollbackAll();
    this.#storage.flushCounters();
  }

  #startTransaction(name: string | null): void {
    this.#descriptor = BigInt(nextSerial());
    this.#name = name;
    this.#began = utcTicks();
    this.#changeKey = null;
    this.#beganInSnapshot = this.#host.options.isolation === 'snapshot';
    this.#start = takeSnapshot(this.#host);
    this.#instance.metrics.transactionStarted();
    this.#host.environment({ kind: 'begin transaction', descriptor: this.#descriptor });
  }

  #endTransaction(kind: 'commit' | 'rollback'): void {
    this.#count = 0;
    this.#changeKey = null;
    this.#doomed = false;
    this.#name = null;
    this.#savepoints = [];
    this.#start = null;
    this.#locks.releaseAll();
    this.#host.transactionEnded();
    this.#host.environment({ kind, descriptor: 0n });
  }

  #rollbackAll(): void {
    const isStatement = this.#isStatement;
    if (isStatement && this.#storage.state !== 'open') return this.#rollbackStatement();
    const start = this.#start;
    if (this.#storage.state !== 'none') this.#storage.rollback();
    if (start !== null) restoreSnapshot(this.#host, start);
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
    const [outermost] = this.#scopes;
    if (outermost?.savepoint == null) this.#storage.rollback();
    else {
      this.#storage.rollbackTo(outermost.savepoint);
      this.#storage.run(`RELEASE ${outermost.savepoint}`);
    }
    if (outermost !== undefined) restoreSnapshot(this.#host, outermost.before);
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
    if (this.#storage.state !== 'none') {
      if (savepoint.storage === null) this.#storage.rollback();
      else this.#storage.rollbackTo(savepoint.storage);
    }
    restoreSnapshot(this.#host, savepoint.before);
    // Savepoints of statements that began after it are gone with it.
    if (savepoint.depth < this.#depth) this.#startOver();
  }

  /** A commit has failed: nothing of the storage transaction is left. */
  #abandon(): void {
    this.#storage.undo();
    restoreSnapshot(this.#host, { catalogs: { databases: new Map(), server: null }, temporaries: this.#host.temporaries.snapshot() });
    this.#locks.releaseAll();
  }

  #enterStatement(writes: readonly number[]): Scope {
    if (this.#count === 0 && this.#depth === 0) this.#changeKey = null;
    const before = takeSnapshot(this.#host);
    const opened = (writes.length > 0 || (this.#count > 0 && !this.#isStatement)) && this.#openStorage();
    this.#storage.writes(writes);
    this.#depth += 1;
    // The first statement of a storage transaction that is its own needs no savepoint: undoing it is undoing everything.
    const isWhole = opened && this.#storage.state === 'lazy';
    const savepoint = isWhole ? null : `st${this.#depth}`;
    if (savepoint !== null) this.#storage.run(`SAVEPOINT ${savepoint}`);
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
    if (scope.savepoint !== null) this.#storage.run(`RELEASE ${scope.savepoint}`);
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
      this.#storage.undo();
      this.#locks.releaseAll();
    } else {
      this.#storage.run(`ROLLBACK TO ${scope.savepoint}`);
      this.#storage.run(`RELEASE ${scope.savepoint}`);
    }
    connection.notes.clear();
    restoreSnapshot(this.#host, scope.before);
  }

  /** SQLite has ended the transaction by itself, as it does when the disk is full. */
  #lostTransaction(): void {
    const wasOpen = this.#storage.state === 'open';
    this.#storage.forget();
    this.#host.discardOutput();
    if (wasOpen && this.#count > 0) this.#rollbackAll();
    else this.#locks.releaseAll();
  }

  /** False when one is open already. */
  #openStorage(): boolean {
    if (this.#storage.state !== 'none') return false;
    this.#adoptScopes();
    this.#storage.begin(this.#count > 0 && !this.#isStatement ? 'open' : 'lazy');
    this.#base = this.#depth - this.#scopes.length;
    return true;
  }

  /**
   * INSERT … EXEC into a temporary table needs no storage transaction until what it executes writes to a database. What was done to temporary tables before
   * stays; from now on the statements that are running are undone with the storage transaction.
   */
  #adoptScopes(): void {
    const outermost = this.#scopes[0]?.savepoint ?? null;
    if (outermost !== null) this.#storage.run(`RELEASE ${outermost}`);
    for (const scope of this.#scopes) scope.savepoint = null;
  }

  /** The lock under which a database is read; null where reading needs none. */
  #readMode(): LockMode | null {
    if (this.#storage.state !== 'none' && (this.#storage.state === 'open' || this.#depth > this.#base))
      return this.#host.options.isolation === 'snapshot' ? null : 'Exclusive';
    if (this.#count === 0 || this.#isStatement) return null;
    const { isolation } = this.#host.options;
    return isolation === 'serializable' || isolation === 'repeatable read' ? 'Shared' : null;
  }

  /** True when the lock was not free at once. A reader's lock goes with a storage transaction that keeps what was read. */
  *#lock(databaseId: number, mode: LockMode): Steps<boolean> {
    const waited = yield* this.#locks.acquire(databaseId, mode);
    if (mode === 'Shared') this.#openStorage();
    return waited;
  }

  #attach(databaseId: number): void {
    this.#instance.databases.attach(this.#host.connection, databaseId);
  }
}

const NAME_LENGTH = 32;

/** Transaction names count to 32 characters and are compared exactly. */
function sameTransactionName(a: string, b: string | null): boolean {
  return b !== null && a.slice(0, NAME_LENGTH) === b.slice(0, NAME_LENGTH);
}
