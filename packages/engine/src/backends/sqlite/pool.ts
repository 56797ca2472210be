/**
 * Connections of one worker, lent last in, first out among those that have the database attached: with one request at a time running, nearly all work
 * in a database happens on one connection whose statement cache is warm. Attaching costs more than most requests, so where many databases are in use
 * they spread over the connections. A lender must have ended its transaction and dropped its temporary tables before it gives a connection back.
 */

import { SqliteConnection } from './connection.ts';

/** Idle connections beyond this many are closed: opening one and preparing its statements costs more than several transactions of many sessions. */
const IDLE_LIMIT = 64;

export class ConnectionPool {
  readonly #idle: SqliteConnection[] = [];
  readonly #all = new Set<SqliteConnection>();
  readonly #opened: (connection: SqliteConnection) => void;

  /** `opened` readies every new connection. */
  constructor(opened: (connection: SqliteConnection) => void = () => {}) {
    this.#opened = opened;
  }

  /** A connection on which the database of the alias is attached already, if there is one. */
  acquire(alias = ''): SqliteConnection {
    const attached = this.#take((connection) => connection.isAttached(alias));
    if (attached !== undefined) return attached;
    const roomy = this.#take((connection) => connection.hasRoom);
    if (roomy !== undefined) return roomy;
    return this.#all.size < IDLE_LIMIT ? this.#open() : (this.#idle.pop() ?? this.#open());
  }

  release(connection: SqliteConnection): void {
    connection.context = null;
    if (!connection.isIdle || this.#idle.length >= IDLE_LIMIT) this.discard(connection);
    else this.#idle.push(connection);
  }

  /** Closes a connection whose state cannot be trusted any more. */
  discard(connection: SqliteConnection): void {
    this.#all.delete(connection);
    connection.close();
  }

  /** Connections let go of a database so that its file can be deleted or renamed. False when one of them is in the middle of using it. */
  detachEverywhere(alias: string): boolean {
    return [...this.#all].every((connection) => tryDetach(connection, alias));
  }

  close(): void {
    for (const connection of this.#all) connection.close();
    this.#all.clear();
    this.#idle.length = 0;
  }

  /** The idle connection that was given back last among those that are wanted. */
  #take(isWanted: (connection: SqliteConnection) => boolean): SqliteConnection | undefined {
    const index = this.#idle.findLastIndex(isWanted);
    return index < 0 ? undefined : this.#idle.splice(index, 1)[0];
  }

  #open(): SqliteConnection {
    const connection = new SqliteConnection();
    this.#all.add(connection);
    this.#opened(connection);
    return connection;
  }
}

function tryDetach(connection: SqliteConnection, alias: string): boolean {
  try {
    connection.detach(alias);
    return true;
  } catch {
    return false;
  }
}
