/**
 * The state of one session and the services that running bodies ask of it: `Runtime` for the interpreter, `ExecutionContext` for statements,
 * `TransactionHost` for its transactions, `LockOwner` for the lock manager. A request drives it; between requests it only keeps what outlives them.
 */

import type { InsertBulk } from '@sprocket/tsql';
import type { SqliteConnection } from '../backends/sqlite/connection.ts';
import type { KeyRing } from '../catalog/cryptography/ring.ts';
import { type DatabaseCatalog, objectKey, type Table } from '../catalog/model.ts';
import { parseName } from '../catalog/object-name.ts';
import type { SentText } from '../catalog/views/live.ts';
import { sqlError } from '../errors.ts';
import { createRandom } from '../functions/random.ts';
import type { ExecutionContext, Steps } from '../run/contracts.ts';
import type { CursorRegistry } from '../run/cursors/model.ts';
import { type FailureLog, TooHeavy } from '../run/failures.ts';
import { HEAVY } from '../run/heavy-read.ts';
import type { CodeModule, ModuleLibrary } from '../run/modules.ts';
import { DEFAULT_OPTIONS, type SessionOptions } from '../run/options.ts';
import type { Output } from '../run/output.ts';
import type { Readers } from '../run/reading.ts';
import { instructionOf } from '../run/recover.ts';
import type { Activation, BrokerRunner, DefinitionRunner, Runtime, Status, Stopwatch, TimeLimit } from '../run/runtime.ts';
import type { Value } from '../values/value.ts';
import type { EnvironmentChange, LoginRequest, ServerMessage } from './api.ts';
import { type Applock, releaseApplocks } from './applocks.ts';
import { PendingMessages } from './broker/pending.ts';
import { SessionBroker } from './broker/runner.ts';
import { Catalogs } from './catalogs.ts';
import { utcTicks } from './clock.ts';
import { SessionContext } from './context.ts';
import { endCursors } from './cursor-end.ts';
import { bothOf } from './databases.ts';
import { defineTableVariable } from './define-table.ts';
import { SessionDefinitions } from './definitions.ts';
import type { Instance } from './instance.ts';
import { Interruption } from './interruption.ts';
import type { Admitted } from './login.ts';
import { SessionModules } from './modules.ts';
import { SessionReaders } from './readers/session-readers.ts';
import type { ApiCursor } from './rpc/cursors/api-cursor.ts';
import { SessionSecurity } from './security.ts';
import { SequenceDraws } from './sequence-draws.ts';
import { VariableStore } from './table-variables.ts';
import { isLocalTemporary, Temporaries } from './temporaries.ts';
import { type TransactionHost, Transactions } from './transactions.ts';

/** Milliseconds that a request may keep the thread before others have a turn. */
const SLICE = 2;

/** Storage tables of table variables and copies of system views that a connection may gather before another one takes its place. */
const NOTES_LIMIT = 1_000;

/** A value of sp_set_session_context. */
export interface SessionValue {
  readonly value: Value;
  readonly readOnly: boolean;
}

/** A text of sp_prepare with its parameters. */
export interface PreparedText {
  readonly text: string;
  readonly parameters: string;
}

export class SessionCore implements Runtime, TransactionHost {
  readonly id: number;
  readonly instance: Instance;
  readonly login: LoginRequest;
  readonly security: SessionSecurity;
  readonly originalDatabase: string;
  readonly started = utcTicks();
  readonly status: Status = newStatus();
  readonly catalogs: Catalogs;
  readonly temporaries: Temporaries;
  readonly tableVariables: VariableStore;
  readonly transactions: Transactions;
  readonly cursors: CursorRegistry = new Map();
  /** Cursors of sp_cursoropen by handle. */
  readonly apiCursors = new Map<number, ApiCursor>();
  readonly modules: ModuleLibrary;
  readonly readers: Readers | null;
  readonly definition: DefinitionRunner;
  readonly broker: BrokerRunner;
  /** What the transaction has done to queues. */
  readonly messages: PendingMessages;
  readonly context: ExecutionContext;
  readonly interruption: Interruption;
  readonly applocks: Applock[] = [];
  readonly sequences = new SequenceDraws();
  readonly sessionContext = new Map<string, SessionValue>();
  readonly keys: KeyRing;
  readonly random = createRandom();
  options: SessionOptions = DEFAULT_OPTIONS;
  output: Output = NO_OUTPUT;
  current: Activation | null = null;
  contextInfo: Value = null;
  timeLimit: TimeLimit | null = null;
  /** A read runs that is to be given up when it takes long. */
  isWatched = false;
  /** Identity values of temporary tables and table variables. */
  readonly temporaryIdentities = new Map<string, bigint>();
  readonly #warnings = new Set<number>();
  #connection: SqliteConnection | null = null;
  #flushing: Promise<void> | undefined;
  #statementTime: bigint | null = null;
  #sliceStart = 0;

  constructor(instance: Instance, id: number, login: LoginRequest, { identity, databaseId }: Admitted) {
    this.instance = instance;
    this.id = id;
    this.login = login;
    this.originalDatabase = instance.databases.byId(databaseId)?.name ?? '';
    this.interruption = new Interruption(login.interrupted);
    this.keys = { serviceMasterKey: instance.serviceMasterKey, masterKeys: new Map(), open: new Map(), temporary: new Map() };
    this.temporaries = new Temporaries(
      instance.temporaryModels,
      () => this.connection,
      (table) => this.temporaryIdentities.delete(`${table.id}`),
    );
    const listener = {
      environment: (change: EnvironmentChange) => this.environment(change),
      message: (message: ServerMessage) => this.output.message(message, false),
    };
    this.security = new SessionSecurity(identity, () => this.catalogs);
    this.catalogs = new Catalogs(instance, this.temporaries, this.security, listener, databaseId);
    this.tableVariables = new VariableStore(
      () => this.connection,
      (variable, elements, text) => defineTableVariable(this, variable, elements, text),
    );
    this.transactions = new Transactions(instance, this);
    this.modules = new SessionModules(this);
    this.definition = new SessionDefinitions(this);
    this.broker = new SessionBroker(this);
    this.messages = new PendingMessages(this, () => instance.broker);
    this.context = new SessionContext(this);
    const { readers, options } = instance;
    this.readers = readers === null ? null : new SessionReaders(this, readers, options.readers?.everything === true);
  }

  /** LockOwner. */
  get owner(): this {
    return this;
  }

  get deadlockPriority(): number {
    return this.options.deadlockPriority;
  }

  get log(): FailureLog {
    return (event, fields) => this.instance.options.log('error', event, { session: this.id, ...fields });
  }

  /** The database user that the session acts as. */
  get userName(): string {
    return this.security.token(this.catalogs.current).user?.name ?? 'guest';
  }

  /** The login that the session acts as. */
  get loginName(): string {
    return this.security.identity.login;
  }

  /** Leased at first use; kept until `releaseConnection`. */
  get connection(): SqliteConnection {
    if (this.#connection === null) {
      const { pool, databases } = this.instance;
      this.#connection = pool.acquire(databases.alias(this.catalogs.currentId));
    }
    return this.#connection;
  }

  /** Gives the connection back unless something on it must be kept. */
  releaseConnection(): void {
    if (this.#connection === null || this.transactions.holdsConnection || !this.temporaries.isEmpty) return;
    if (this.#connection.notes.size > NOTES_LIMIT) this.instance.pool.discard(this.#connection);
    else this.instance.pool.release(this.#connection);
    this.#connection = null;
  }

  get statementTime(): bigint {
    if (this.#statementTime === null) this.#statementTime = utcTicks();
    return this.#statementTime;
  }

  beginStatement(): void {
    this.#statementTime = null;
    this.sequences.begin();
    this.#warnings.clear();
  }

  warn(number: number): void {
    this.#warnings.add(number);
  }

  sendWarnings(): void {
    if (this.#warnings.size === 0) return;
    for (const number of this.#warnings) {
      const { severity, state, message } = sqlError(number);
      this.output.message({ number, severity, state, message, ...placeOf(this.current) }, false);
    }
    this.#warnings.clear();
  }

  stopwatch(): Stopwatch {
    const started = performance.now();
    const used = process.threadCpuUsage();
    return () => {
      const { user, system } = process.threadCpuUsage(used);
      return { cpu: Math.floor((user + system) / 1000), elapsed: Math.floor(performance.now() - started) };
    };
  }

  checkCancelled(): void {
    this.interruption.check();
    if (this.isWatched && this.sliceTime() > HEAVY) throw new TooHeavy();
    const limit = this.timeLimit;
    if (limit !== null && performance.now() > limit.at) throw sqlError(40513, limit.procedure, limit.milliseconds);
  }

  get isInFunction(): boolean {
    return this.current?.kind === 'function';
  }

  /** Milliseconds that a wait may take before the time limit is over. */
  get remainingTime(): number {
    return this.timeLimit === null ? Number.POSITIVE_INFINITY : Math.max(0, this.timeLimit.at - performance.now());
  }

  startSlice(): void {
    this.#sliceStart = performance.now();
  }

  sliceTime(): number {
    return performance.now() - this.#sliceStart;
  }

  sliceIsOver(): boolean {
    return this.sliceTime() > SLICE;
  }

  *sleep(milliseconds: number): Steps<void> {
    let wake = (): void => {};
    const promise = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(milliseconds, this.remainingTime + 1));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    yield { kind: 'promise', promise: this.interruption.during(promise, wake) };
  }

  /** KILL: rolls back and ends, at once when idle. */
  kill(): void {
    this.isKilled = true;
    this.interruption.cancel();
    this.instance.locks.cancel(this);
    if (this.requestOutput !== null) return;
    this.transactions.close();
    this.temporaries.clear();
    this.releaseConnection();
    this.login.ended?.();
  }

  setContextInfo(value: Value): void {
    const bytes = new Uint8Array(128);
    if (value instanceof Uint8Array) bytes.set(value.subarray(0, 128));
    this.contextInfo = bytes;
  }

  procedureEnded(module: CodeModule, milliseconds: number, failed: boolean): void {
    if (module.metric !== null)
      this.instance.metrics.procedureEnded(module.metric.database, module.metric.name, milliseconds / 1000, failed);
    if (module.databaseId !== null && module.objectId > 0)
      this.instance.metrics.objectEnded(module.databaseId, module.objectId, milliseconds);
  }

  environment(change: EnvironmentChange): void {
    this.output.environment(change);
  }

  /** Resolves when what the session has committed is on disk; undefined when it is. */
  get flushing(): Promise<void> | undefined {
    return this.#flushing;
  }

  committed(flushed: Promise<void> | undefined): void {
    if (flushed === undefined) return;
    const all = bothOf(this.#flushing, flushed);
    this.#flushing = all;
    void all.then(() => {
      if (this.#flushing === all) this.#flushing = undefined;
    });
  }

  published(): void {
    this.messages.committed();
  }

  releaseOutput(): void {
    this.requestOutput?.release();
  }

  discardOutput(): void {
    this.requestOutput?.discard();
  }

  /** Global temporary tables and procedures that this session made: they end with it. */
  readonly globals = new Map<string, 'TABLE' | 'PROCEDURE'>();
  /** The INSERT BULK that the next bulk load belongs to. */
  bulk: InsertBulk | null = null;
  /** Prepared statements of sp_prepare by handle. */
  readonly prepared = new Map<number, PreparedText>();
  /** Set by KILL: the session ends as soon as it can. */
  isKilled = false;
  /** When the last request began, in milliseconds since 1970-01-01 UTC. */
  lastRequest: number | null = null;
  input: SentText = { event: 'Language Event', text: '' };
  /** The client's end of the running request. */
  requestOutput: { release(): void; discard(): void } | null = null;

  preserveVariables(rollback: () => void): void {
    this.tableVariables.preserve(rollback);
  }

  transactionEnded(): void {
    releaseApplocks(this, 'Transaction');
    endCursors(this);
    this.messages.ended();
  }

  /** @@DBTS as eight bytes, `ahead` values on. */
  rowVersionBytes(databaseId: number, ahead = 0n): Uint8Array {
    const value = (this.instance.counters.last('rowversion', databaseId, 0) ?? 2000n) + ahead;
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, value);
    return bytes;
  }

  /** A table by a written name, for functions that take one. */
  findTable(name: string): { readonly database: DatabaseCatalog; readonly table: Table } | undefined {
    const [object = '', schema = '', database] = [...(parseName(name) ?? [])].map((part) => part ?? '').reverse();
    const catalog = this.catalogs.database(object.startsWith('##') ? 'tempdb' : database);
    const temporary = isLocalTemporary(object) ? this.temporaries.find(object) : undefined;
    if (catalog !== undefined && temporary !== undefined) return { database: catalog, table: temporary };
    const found = catalog?.objects.get(objectKey(schema === '' ? this.catalogs.defaultSchema : schema, object));
    return catalog !== undefined && found?.kind === 'table' ? { database: catalog, table: found } : undefined;
  }

  /** Back to the state after login. */
  reset(databaseId: number, options: SessionOptions): void {
    this.cursors.clear();
    this.apiCursors.clear();
    this.temporaries.clear();
    this.keys.masterKeys.clear();
    this.keys.open.clear();
    this.keys.temporary.clear();
    this.catalogs.reset(databaseId);
    this.sessionContext.clear();
    this.prepared.clear();
    this.security.reset();
    this.bulk = null;
    this.temporaryIdentities.clear();
    this.contextInfo = null;
    this.options = options;
    Object.assign(this.status, newStatus());
    releaseApplocks(this, 'Session');
  }
}

/** Where the statement that runs is. */
function placeOf(activation: Activation | null): { readonly line: number; readonly procedure: string | null } {
  if (activation === null) return { line: 0, procedure: null };
  return { line: instructionOf(activation)?.line ?? 0, procedure: activation.procedureName };
}

function newStatus(): Status {
  return {
    rowCount: 0,
    error: 0,
    fetchStatus: 0,
    cursorRows: 0,
    identity: null,
    batchIdentity: null,
    caught: null,
    openTries: 0,
    nestLevel: 0,
    triggerLevel: 0,
    insertExecutes: 0,
  };
}

/** Between requests nobody listens. */
export const NO_OUTPUT: Output = {
  columns: () => {},
  row: () => false,
  drained: () => Promise.resolve(),
  done: () => {},
  message: () => {},
  environment: () => {},
};
