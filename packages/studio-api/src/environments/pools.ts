/**
 * The connections of this process to environments: a pool for each settings that are in use, kept under the environment's id and revision.
 *
 * A change of the environment makes a new revision, whose first use closes the pool of the old one. A pool that nobody used for a while is closed
 * too. Pools are of the `mssql` driver, which connects, sizes and validates; a session is one connection of it.
 */
import mssql from 'mssql';
import type { Connection } from 'tedious';
import { type SqlMessage, unreachable } from './failures.ts';
import { type InfoMessage, SqlSession, sqlMessage } from './session.ts';
import { installExactValues } from './wire/exact-values.ts';

/** All that is needed to log in. */
export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly login: string;
  readonly password: string;
  readonly encrypt: boolean;
  readonly trustServerCertificate: boolean;
}

export interface PoolKey {
  readonly id: string;
  readonly revision: number;
}

export interface PoolOptions {
  readonly size?: number;
  readonly connectMilliseconds?: number;
  /** A pool that was not used for so long is closed. */
  readonly idleMilliseconds?: number;
}

interface Entry {
  readonly revision: number;
  readonly pool: mssql.ConnectionPool;
  readonly connected: Promise<unknown>;
  /** Errors of logins that failed. */
  readonly logins: SqlMessage[];
  readonly address: string;
  usedAt: number;
  borrowed: number;
}

/** What the driver offers beyond its typings: a connection for as long as the caller wants it. */
interface Borrowing {
  acquire(requester: object): Promise<Connection>;
  release(connection: Connection): void;
}

const DEFAULTS = { size: 12, connectMilliseconds: 10_000, idleMilliseconds: 10 * 60_000 } as const;

export class PoolRegistry {
  readonly #entries = new Map<string, Entry>();
  readonly #options: Required<PoolOptions>;
  readonly #sweeper: NodeJS.Timeout;

  constructor(options: PoolOptions = {}) {
    installExactValues();
    this.#options = { ...DEFAULTS, ...options };
    this.#sweeper = setInterval(() => this.#closeIdle(), Math.min(60_000, this.#options.idleMilliseconds)).unref();
  }

  /** A connection of the environment's pool. Throws EnvironmentUnreachable. */
  async session(key: PoolKey, settings: ConnectionSettings): Promise<SqlSession> {
    const entry = this.#entry(key, settings);
    entry.borrowed += 1;
    try {
      await this.#connected(key, entry);
      const borrowing = entry.pool as unknown as Borrowing;
      const connection = await borrowing.acquire({});
      return new SqlSession({ connection, address: entry.address, giveBack: () => this.#giveBack(entry, borrowing, connection) });
    } catch (error) {
      entry.borrowed -= 1;
      throw unreachable(error, entry.address, entry.logins);
    }
  }

  /** Runs `work` with a session of its own and gives it back, or closes it when the work fails. */
  async use<T>(key: PoolKey, settings: ConnectionSettings, work: (session: SqlSession) => Promise<T>): Promise<T> {
    const session = await this.session(key, settings);
    try {
      const result = await work(session);
      session.release();
      return result;
    } catch (error) {
      session.destroy();
      throw error;
    }
  }

  /** Closes the pool of an environment that was changed or removed. Connections in use end with their work. */
  forget(id: string): void {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    if (entry !== undefined) void close(entry);
  }

  /** How many pools are open, for metrics. */
  get size(): number {
    return this.#entries.size;
  }

  async closeAll(): Promise<void> {
    clearInterval(this.#sweeper);
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    await Promise.all(entries.map(close));
  }

  #entry(key: PoolKey, settings: ConnectionSettings): Entry {
    const found = this.#entries.get(key.id);
    if (found?.revision === key.revision) {
      found.usedAt = Date.now();
      return found;
    }
    if (found !== undefined) void close(found);
    const entry = openEntry(key.revision, settings, this.#options);
    this.#entries.set(key.id, entry);
    return entry;
  }

  /** A pool that could not connect at all is given up: the next caller begins anew, with what is right by then. */
  async #connected(key: PoolKey, entry: Entry): Promise<void> {
    try {
      await entry.connected;
    } catch (error) {
      if (this.#entries.get(key.id) === entry) this.#entries.delete(key.id);
      throw error;
    }
  }

  #giveBack(entry: Entry, borrowing: Borrowing, connection: Connection): void {
    entry.borrowed -= 1;
    entry.usedAt = Date.now();
    borrowing.release(connection);
  }

  #closeIdle(): void {
    const limit = Date.now() - this.#options.idleMilliseconds;
    for (const [id, entry] of this.#entries) if (entry.borrowed === 0 && entry.usedAt < limit) this.forget(id);
  }
}

function openEntry(revision: number, settings: ConnectionSettings, options: Required<PoolOptions>): Entry {
  const logins: SqlMessage[] = [];
  const pool = new mssql.ConnectionPool(poolConfig(settings, options, logins));
  // A connection that breaks while idle is thrown away by the pool.
  pool.on('error', () => {});
  const connected = pool.connect();
  // Whoever waits for it reports it; without a waiter it must not end the process.
  connected.catch(() => {});
  return { revision, pool, connected, logins, address: `${settings.host}:${settings.port}`, usedAt: Date.now(), borrowed: 0 };
}

function poolConfig(settings: ConnectionSettings, options: Required<PoolOptions>, logins: SqlMessage[]): mssql.config {
  return {
    server: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.login,
    password: settings.password,
    connectionTimeout: options.connectMilliseconds,
    pool: { max: options.size, min: 0, idleTimeoutMillis: 60_000, acquireTimeoutMillis: options.connectMilliseconds + 5_000 },
    options: {
      encrypt: settings.encrypt,
      trustServerCertificate: settings.trustServerCertificate,
      appName: 'Sprocket workbench',
      useUTC: true,
      // Modules are created under these two, whatever the server's defaults are.
      enableQuotedIdentifier: true,
      enableAnsiNull: true,
      maxRetriesOnTransientErrors: 0,
      cancelTimeout: 5_000,
    },
    beforeConnect: (connection: Connection) => {
      const collect = (message: InfoMessage) => logins.push(sqlMessage(message));
      connection.on('errorMessage', collect);
      connection.on('connect', () => connection.off('errorMessage', collect));
    },
  };
}

async function close(entry: Entry): Promise<void> {
  try {
    await entry.connected;
    await entry.pool.close();
  } catch {
    // A pool that never opened, or is closed already, has nothing to close.
  }
}
