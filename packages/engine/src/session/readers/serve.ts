/**
 * A reader: a thread that runs one SELECT at a time on a connection of its own. It takes a snapshot, binds the statement against the catalog in it, waits
 * until the session has found that nothing it depends on has changed meanwhile, and sends the rows as SQLite yields them. It holds no file between two
 * reads, so databases can be dropped without asking it. It works without a turn of its event loop and hears of an end through shared words.
 */

import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { INTERRUPTIBLE_SQLITE } from '../../backends/sqlite/backend.ts';
import { SqliteConnection } from '../../backends/sqlite/connection.ts';
import { STANDING_FUNCTIONS } from '../../backends/sqlite/registered.ts';
import type { BindCatalog, BindScope } from '../../bind/context.ts';
import { type DatabaseCatalog, loadCatalog, nameKey } from '../../catalog/index.ts';
import { systemView } from '../../catalog/views/index.ts';
import { SqlError } from '../../errors.ts';
import type { PhysicalValue } from '../../run/contracts.ts';
import { Cancelled } from '../../run/failures.ts';
import type { QueryPlan } from '../../run/plan.ts';
import { preparePredicate, prepareScalar, prepareStatement } from '../../run/prepare.ts';
import type { ReadSubject } from '../../run/reading.ts';
import { StorageError } from '../../run/storage-error.ts';
import { NotHere, readerContext } from './context.ts';
import { type Failure, type FromReader, type ReadDatabase, type ReadRequest, WINDOW, WORDS } from './messages.ts';

/** Bound statements and catalogs that a reader keeps. */
const KEPT = 64;

export function serveReads(port: MessagePort, words: Int32Array): void {
  const reader = new Reader(port, words);
  port.on('message', (request: ReadRequest) => reader.read(request));
}

class Reader {
  readonly #port: MessagePort;
  readonly #words: Int32Array;
  readonly #connection = new SqliteConnection();
  readonly #catalogs = new Map<string, DatabaseCatalog>();
  readonly #plans = new Map<number, QueryPlan>();

  constructor(port: MessagePort, words: Int32Array) {
    this.#port = port;
    this.#words = words;
    this.#connection.register(STANDING_FUNCTIONS);
    this.#connection.execute('PRAGMA query_only = ON');
  }

  /** Runs a request to its end. Its last message goes out when the files are let go of. */
  read(request: ReadRequest): void {
    const end = this.#answer(request);
    try {
      if (this.#connection.inTransaction) this.#connection.execute('COMMIT');
      for (const { alias } of request.databases) this.#connection.detach(alias);
    } finally {
      this.#post(end);
    }
  }

  #answer(request: ReadRequest): FromReader {
    const { id } = request;
    let plan: QueryPlan | undefined;
    try {
      this.#takeSnapshot(request.databases);
      plan = this.#plan(request);
      if (plan?.params.length !== request.parameters.length) return { kind: 'refused', id, reason: 'it was bound to something else' };
    } catch (thrown) {
      return { kind: 'refused', id, reason: String(thrown) };
    }
    this.#post({ kind: 'began', id });
    return this.#mayGo(id) ? this.#send(request, plan) : this.#stopped(id);
  }

  #takeSnapshot(databases: readonly ReadDatabase[]): void {
    for (const { alias, file } of databases) this.#connection.attach(alias, readOnly(file), { volatile: false });
    this.#connection.execute('BEGIN');
    for (const database of databases) this.#catalogOf(database);
  }

  /** The catalog in the snapshot; reading any row of the file is what takes the snapshot. */
  #catalogOf({ id, alias, version }: ReadDatabase): DatabaseCatalog {
    const key = `${id}/${version}`;
    this.#connection.get(`SELECT count(*) FROM "${alias}".sqlite_master`);
    const catalog = this.#catalogs.get(key) ?? loadCatalog(this.#connection, alias);
    if (catalog === undefined) throw new Error('the database has no catalog');
    remember(this.#catalogs, key, catalog);
    return catalog;
  }

  #plan({ plan: id, subject, variables, settings, databases }: ReadRequest): QueryPlan | undefined {
    const known = this.#plans.get(id);
    if (known !== undefined) return known;
    const catalog = bindCatalog(databases.map((database) => ({ ...database, catalog: this.#catalogOf(database) })));
    const plan = planOf(subject, { variables, settings, catalog, trigger: null });
    if (plan !== undefined) remember(this.#plans, id, plan);
    return plan;
  }

  /** Waits until the session says go or stop. */
  #mayGo(id: number): boolean {
    for (;;) {
      const seen = Atomics.load(this.#words, WORDS.CHANGES);
      if (Atomics.load(this.#words, WORDS.STOP) === id) return false;
      if (Atomics.load(this.#words, WORDS.GO) === id) return true;
      Atomics.wait(this.#words, WORDS.CHANGES, seen);
    }
  }

  /** What was read after the session's state had changed may be newer than the version it goes by. */
  #stopped(id: number): FromReader {
    this.#catalogs.clear();
    this.#plans.clear();
    return { kind: 'failed', id, failure: { kind: 'stopped' } };
  }

  #send(request: ReadRequest, plan: QueryPlan): FromReader {
    const { id, environment } = request;
    const context = readerContext(this.#connection, environment, () => {
      if (Atomics.load(this.#words, WORDS.STOP) === id) throw new Cancelled();
    });
    this.#connection.context = context;
    try {
      this.#sendRows(id, this.#connection.iterate(plan.sql, request.parameters, plan.options), context.checkCancelled);
      return { kind: 'ended', id, warnings: [...context.warnings] };
    } catch (thrown) {
      return { kind: 'failed', id, failure: failureOf(thrown) };
    } finally {
      this.#connection.context = null;
    }
  }

  #sendRows(id: number, rows: Iterable<readonly PhysicalValue[]>, checkCancelled: () => void): void {
    const batch = new Batch();
    let sent = 0;
    const send = (): void => {
      this.#awaitRoom(id, sent);
      checkCancelled();
      this.#post({ kind: 'rows', id, cells: batch.take() });
      sent += 1;
    };
    for (const row of rows) if (batch.add(row)) send();
    if (!batch.isEmpty) send();
  }

  /** Waits while the session has too much that its client has not taken. */
  #awaitRoom(id: number, sent: number): void {
    for (;;) {
      const seen = Atomics.load(this.#words, WORDS.CHANGES);
      if (Atomics.load(this.#words, WORDS.STOP) === id || sent - Atomics.load(this.#words, WORDS.TAKEN) < WINDOW) return;
      Atomics.wait(this.#words, WORDS.CHANGES, seen);
    }
  }

  #post(message: FromReader): void {
    this.#port.postMessage(message);
  }
}

function planOf(subject: ReadSubject, scope: BindScope): QueryPlan | undefined {
  switch (subject.kind) {
    case 'statement': {
      const prepared = prepareStatement(subject.statement, scope);
      return prepared.kind === 'change' ? undefined : prepared.reading?.plan;
    }
    case 'value':
      return prepareScalar(subject.expression, scope, subject.target).reading?.plan;
    case 'condition':
      return preparePredicate(subject.expression, scope).reading?.plan;
  }
}

/** Nothing is written, and a file that is gone is not made again. */
const readOnly = (file: string): string => `${pathToFileURL(file).href}?mode=ro`;

/** A batch is full at so many bytes, or when the client has waited so long for the first of its rows. */
const FULL = 64 * 1024;
const LATEST = 20;
/** Rows between two looks at the clock. */
const LOOK_EVERY = 64;

/** Cells that are gathered for one message. */
class Batch {
  #cells: PhysicalValue[] = [];
  #rows = 0;
  #bytes = 0;
  #since = performance.now();

  get isEmpty(): boolean {
    return this.#rows === 0;
  }

  /** True when the batch should go out. */
  add(row: readonly PhysicalValue[]): boolean {
    for (const cell of row) {
      this.#cells.push(cell);
      this.#bytes += typeof cell === 'string' ? cell.length : cell instanceof Uint8Array ? cell.length : 8;
    }
    this.#rows += 1;
    return this.#bytes >= FULL || (this.#rows % LOOK_EVERY === 1 && performance.now() - this.#since > LATEST);
  }

  take(): PhysicalValue[] {
    const cells = this.#cells;
    this.#cells = [];
    this.#rows = 0;
    this.#bytes = 0;
    this.#since = performance.now();
    return cells;
  }
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= KEPT) return;
    map.delete(oldest);
  }
}

type OpenedDatabase = ReadDatabase & { readonly catalog: DatabaseCatalog };

function bindCatalog(databases: readonly OpenedDatabase[]): BindCatalog {
  const find = (test: (database: OpenedDatabase) => boolean): DatabaseCatalog | undefined => databases.find(test)?.catalog;
  return {
    backend: INTERRUPTIBLE_SQLITE,
    database: (name = '') => (name === '' ? databases[0]?.catalog : find((database) => nameKey(database.name) === nameKey(name))),
    databaseById: (id) => find((database) => database.id === id),
    temporary: () => undefined,
    systemView: (schema, name) => systemView(schema, name)?.table,
    alias: (id) => databases.find((database) => database.id === id)?.alias ?? '',
  };
}

function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Cancelled) return { kind: 'stopped' };
  if (thrown instanceof SqlError) {
    const { number, severity, state, message, errorClass } = thrown;
    return { kind: 'sql', number, severity, state, message, errorClass };
  }
  if (thrown instanceof StorageError) return { kind: 'storage', storage: thrown.kind, detail: thrown.detail };
  return {
    kind: 'internal',
    text: thrown instanceof NotHere ? thrown.message : thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
  };
}
