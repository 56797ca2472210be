/**
 * The storage transaction below a session's transactions. `open` belongs to a transaction of the user's; `lazy` holds statements that are complete and
 * not acknowledged, and is committed before they are. Counters that moved are written with the commit of the database they belong to.
 */

import { lockName } from './database-locks.ts';
import { type Instance, nextSerial } from './instance.ts';
import type { TransactionHost } from './transaction-host.ts';

export class StorageTransaction {
  readonly #instance: Instance;
  readonly #host: TransactionHost;
  readonly #written = new Set<number>();
  #state: 'none' | 'lazy' | 'open' = 'none';

  constructor(instance: Instance, host: TransactionHost) {
    this.#instance = instance;
    this.#host = host;
  }

  get state(): 'none' | 'lazy' | 'open' {
    return this.#state;
  }

  begin(state: 'lazy' | 'open'): void {
    this.run('BEGIN');
    this.#state = state;
  }

  /** The databases are written in this transaction. */
  writes(databases: readonly number[]): void {
    for (const id of databases) if (id !== 0) this.#written.add(id);
  }

  /** Makes everything visible to other sessions, and durable before the client hears of it. */
  commit(): void {
    if (this.#state !== 'none') {
      const { counters, databases } = this.#instance;
      const written = [...this.#written].map((id) => counters.write(this.#host.connection, databases.alias(id), id));
      this.run('COMMIT');
      for (const done of written) done();
      this.#host.committed(databases.flush(this.#written));
      this.forget();
    }
    this.#host.catalogs.publish();
    this.#host.published();
  }

  /** Undoes everything; the rows of table variables stay. */
  rollback(): void {
    const { connection } = this.#host;
    this.#host.preserveVariables(() => {
      if (connection.inTransaction) this.run('ROLLBACK');
      connection.notes.clear();
    });
    this.forget();
  }

  /** Undoes everything with the rows of table variables: a statement that fails leaves nothing. */
  undo(): void {
    const { connection } = this.#host;
    if (connection.inTransaction) this.run('ROLLBACK');
    connection.notes.clear();
    this.forget();
  }

  /** There is no storage transaction any more, whoever has ended it. */
  forget(): void {
    this.#state = 'none';
    this.#written.clear();
  }

  /** Sets a savepoint and returns its name; null while there is nothing to come back to. */
  save(): string | null {
    if (this.#state === 'none') return null;
    const name = `sp${nextSerial()}`;
    this.run(`SAVEPOINT ${name}`);
    return name;
  }

  /** Back to a savepoint; the rows of table variables stay. */
  rollbackTo(savepoint: string): void {
    this.#host.preserveVariables(() => {
      this.run(`ROLLBACK TO ${savepoint}`);
      this.#host.connection.notes.clear();
    });
  }

  /** Sequences that moved without a commit are written when their database is free; else whoever holds its lock writes them. */
  flushCounters(): void {
    if (this.#state !== 'none') return;
    const { counters, databases, locks } = this.#instance;
    const { connection, owner } = this.#host;
    for (const id of counters.dirtyDatabases()) {
      if (id === 0 || databases.fileOf(id) === undefined || !locks.tryAcquire(owner, lockName(id), 'Exclusive')) continue;
      databases.attach(connection, id);
      this.run('BEGIN');
      const done = counters.write(connection, databases.alias(id), id);
      this.run('COMMIT');
      done();
      this.#host.committed(databases.flush([id]));
      locks.release(owner, lockName(id));
    }
  }

  run(sql: string): void {
    this.#host.connection.run(sql, []);
  }
}
