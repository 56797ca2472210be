/**
 * Opens the databases of a data directory and lets clients in. A new directory gets the four system databases; tempdb is made anew at every start. The
 * procedures folder is read and watched. Everything that sessions share is put together here and nowhere else.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Checkpoints } from '../backends/sqlite/checkpoint/checkpoints.ts';
import type { SqliteConnection } from '../backends/sqlite/connection.ts';
import { ConnectionPool } from '../backends/sqlite/pool.ts';
import { STANDING_FUNCTIONS } from '../backends/sqlite/registered.ts';
import {
  createCatalogTable,
  type DatabaseEntry,
  loadCatalog,
  loadServer,
  newDatabase,
  newServer,
  putLogin,
  type ServerCatalog,
  saveChanges,
  saveServerChanges,
} from '../catalog/index.ts';
import { loginIdentity } from '../catalog/security/index.ts';
import { ProcedureFiles } from '../procedures/registry.ts';
import { ADMINISTRATOR, runAndClose } from './administer.ts';
import type { Engine, EngineMetrics, EngineOptions, LoginRequest, Session } from './api.ts';
import { BrokerMonitor } from './broker/monitor.ts';
import { localTicks } from './clock.ts';
import { CodeCache } from './code.ts';
import { CounterStore } from './counters.ts';
import { Databases, MASTER, removeFiles, TEMPDB } from './databases.ts';
import { fileProblems } from './file-problems.ts';
import type { Instance } from './instance.ts';
import { serviceMasterKey } from './key-files.ts';
import { LockManager } from './locks.ts';
import { type Admitted, openLogin } from './login.ts';
import { hasLogonTriggers } from './logon.ts';
import { Metrics } from './metrics.ts';
import { generatePassword, hashPassword } from './passwords.ts';
import { ReaderPool } from './readers/pool.ts';
import { ClientSession } from './session.ts';
import { SessionCore } from './session-core.ts';
import { TemporaryModels } from './temporary-models.ts';
import { withoutWriters } from './without-writers.ts';

export async function openEngine(options: EngineOptions): Promise<Engine> {
  mkdirSync(join(options.dataDirectory, 'master'), { recursive: true });
  const pool = new ConnectionPool((connection) => connection.register(STANDING_FUNCTIONS));
  const connection = pool.acquire();
  const { server, generatedPassword } = openMaster(connection, options);
  const databases = new Databases(options.dataDirectory, pool, server);
  const locks = new LockManager();
  const counters = new CounterStore();
  const files = new ProcedureFiles({
    directory: options.proceduresDirectory,
    parseManifest: options.parseManifest,
    log: options.log,
    changed: () => databases.republish(),
  });
  databases.decorate((catalog) => files.merge(catalog));
  for (const entry of server.databases.values()) openDatabase(connection, databases, counters, entry);
  pool.release(connection);
  await databases.flush([...server.databases.values()].map((entry) => entry.id));
  databases.checkpointBy(checkpointsOf(databases, locks, options));
  const instance: Instance = {
    options,
    pool,
    broker: new BrokerMonitor(),
    locks,
    databases,
    counters,
    code: new CodeCache(),
    metrics: new Metrics(),
    readers: openReaders(options),
    files,
    temporaryModels: new TemporaryModels(),
    serviceMasterKey: serviceMasterKey(options.dataDirectory),
    sessions: new Map(),
    started: localTicks(),
  };
  files.start(true);
  return new SqlEngine(instance, generatedPassword);
}

function openReaders({ readers, log }: EngineOptions): ReaderPool | null {
  return readers === undefined || readers.count === 0 ? null : new ReaderPool({ count: readers.count, log });
}

function checkpointsOf(databases: Databases, locks: LockManager, { log }: EngineOptions): Checkpoints {
  return new Checkpoints({
    fileOf: (id) => databases.fileOf(id),
    isVolatile: (id) => id === TEMPDB,
    withoutWriters: (id, work) => withoutWriters(locks, id, work),
    failed: (reason) => log('error', 'checkpoint failed', { reason }),
  });
}

const MASTER_ALIAS = 'db1';

interface OpenedMaster {
  readonly server: ServerCatalog;
  readonly generatedPassword: string | undefined;
}

/** Reads the server catalog, or makes it in a new data directory with a password that was given or is made up. */
function openMaster(connection: SqliteConnection, options: EngineOptions): OpenedMaster {
  connection.attach(MASTER_ALIAS, join(options.dataDirectory, 'master/master.db'), { volatile: false });
  createCatalogTable(connection, MASTER_ALIAS);
  const stored = loadServer(connection, MASTER_ALIAS);
  if (stored !== undefined && options.saPassword === undefined) return { server: stored, generatedPassword: undefined };
  const generatedPassword = options.saPassword === undefined ? generatePassword() : undefined;
  const saPasswordHash = hashPassword(options.saPassword ?? generatedPassword ?? '');
  const server = stored === undefined ? newServer({ created: localTicks(), saPasswordHash }) : withSaPassword(stored, saPasswordHash);
  saveServerChanges(connection, MASTER_ALIAS, stored ?? null, server);
  return { server, generatedPassword };
}

function withSaPassword(server: ServerCatalog, passwordHash: string): ServerCatalog {
  const sa = server.logins.get('sa');
  return sa === undefined ? server : putLogin(server, { ...sa, passwordHash, modified: localTicks() });
}

/** A database whose file is missing or empty is made anew: that is how tempdb begins, and all of them in a new directory. */
function openDatabase(connection: SqliteConnection, databases: Databases, counters: CounterStore, entry: DatabaseEntry): void {
  const file = databases.fileOf(entry.id);
  if (file === undefined) return;
  if (entry.id === TEMPDB) removeFiles(file);
  mkdirSync(join(file, '..'), { recursive: true });
  databases.attach(connection, entry.id);
  const alias = databases.alias(entry.id);
  createCatalogTable(connection, alias);
  let catalog = loadCatalog(connection, alias);
  if (catalog === undefined) {
    catalog = newDatabase({ databaseId: entry.id, name: entry.name, created: entry.created, owner: entry.owner });
    saveChanges(connection, alias, null, catalog);
  }
  counters.load(connection, alias, entry.id);
  databases.publish(catalog);
}

/** SQL Server keeps the first fifty for itself. */
const FIRST_SESSION = 51;

/** Who the sessions of the server's own say they are. */
const SERVER_TASK: LoginRequest = { ...ADMINISTRATOR, applicationName: '' };

class SqlEngine implements Engine {
  readonly generatedPassword: string | undefined;
  readonly #instance: Instance;
  readonly #sessions = new Set<ClientSession>();
  #isClosing = false;

  constructor(instance: Instance, generatedPassword: string | undefined) {
    this.#instance = instance;
    this.generatedPassword = generatedPassword;
    const identity = loginIdentity(ADMINISTRATOR.user);
    instance.broker.start({ instance, open: (databaseId) => this.#open(SERVER_TASK, { identity, databaseId }) });
  }

  async login(request: LoginRequest): Promise<Session> {
    if (this.#isClosing) throw new Error('the engine is closing');
    const session = this.#open(request, await openLogin(this.#instance, request));
    if (hasLogonTriggers(this.#instance)) await session.logOn();
    return session;
  }

  async administer(text: string): Promise<void> {
    if (this.#isClosing) throw new Error('the engine is closing');
    await runAndClose(this.#open(ADMINISTRATOR, { identity: loginIdentity(ADMINISTRATOR.user), databaseId: MASTER }), text);
  }

  #open(request: LoginRequest, admitted: Admitted): ClientSession {
    const core = new SessionCore(this.#instance, this.#freeId(), request, admitted);
    this.#instance.sessions.set(core.id, core);
    const session = new ClientSession(core, (closed) => this.#sessions.delete(closed));
    this.#sessions.add(session);
    return session;
  }

  metrics(): EngineMetrics {
    const { metrics, sessions, locks, readers } = this.#instance;
    return { ...metrics.snapshot(sessions.size, locks.deadlocks), readers: readers?.figures ?? NO_READERS };
  }

  problems(): ReturnType<Engine['problems']> {
    return [...this.#instance.files.problems(), ...fileProblems(this.#instance)];
  }

  async close(graceMilliseconds: number): Promise<void> {
    this.#isClosing = true;
    const { sessions, files, pool, databases, readers } = this.#instance;
    files.close();
    this.#instance.broker.close();
    const deadline = performance.now() + graceMilliseconds;
    while ([...sessions.values()].some(isBusy) && performance.now() < deadline) await pause();
    for (const session of this.#sessions) session.close();
    for (let turns = 0; [...sessions.values()].some(isBusy) && turns < 50; turns += 1) await pause();
    await readers?.close();
    await databases.close();
    checkpoint(this.#instance);
    pool.close();
  }

  #freeId(): number {
    let id = FIRST_SESSION;
    while (this.#instance.sessions.has(id)) id += 1;
    return id;
  }
}

const NO_READERS = { threads: 0, reads: 0, replaced: 0 };

const isBusy = (core: SessionCore): boolean => core.current !== null;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Moves what the write-ahead logs hold into the database files. */
function checkpoint({ pool, databases }: Instance): void {
  const connection = pool.acquire();
  for (const catalog of databases.all()) {
    databases.attach(connection, catalog.databaseId);
    connection.get(`PRAGMA "${databases.alias(catalog.databaseId)}".wal_checkpoint(TRUNCATE)`);
  }
  pool.release(connection);
}
