/**
 * A small world for tests of data definition: SQLite in memory, the real binder, catalogs in variables instead of a session. `run` executes a batch of
 * DDL and answers with the errors and messages that a client would get.
 */

import { parse } from '@sprocket/tsql';
import { SQLITE } from '../../src/backends/sqlite/backend.ts';
import { SqliteConnection } from '../../src/backends/sqlite/connection.ts';
import type { BindScope } from '../../src/bind/context.ts';
import { createTableStatements, dropTableStatements, runStatements } from '../../src/catalog/ddl/storage.ts';
import { type DdlContext, type DdlSettings, isDdl, runDdl } from '../../src/catalog/index.ts';
import { type DatabaseCatalog, nameKey, type Table } from '../../src/catalog/model.ts';
import { databaseToken, loginIdentity, serverToken } from '../../src/catalog/security/index.ts';
import { newDatabase } from '../../src/catalog/seed.ts';
import { newServer, putDatabase, type ServerCatalog } from '../../src/catalog/server.ts';
import { createCatalogTable, loadCatalog, saveChanges } from '../../src/catalog/store.ts';
import { NO_FIGURES, type SystemContext, systemView } from '../../src/catalog/views/index.ts';
import { SqlError, sqlError } from '../../src/errors.ts';
import type { ExecutionContext, PhysicalValue, Steps } from '../../src/run/contracts.ts';
import { createDdlBinder } from '../../src/run/ddl-binder.ts';
import { PHYSICAL_FORM } from '../../src/session/physical-form.ts';
import type { Value } from '../../src/values/value.ts';

const SA = loginIdentity('sa');

/** 2024-01-01 00:00 in 100 ns ticks since 0001-01-01. */
export const NOW = 638_396_640_000_000_000n;

const PLAIN = { bigints: false, functions: [] };

export interface World {
  readonly connection: SqliteConnection;
  /** The database in use, id 5. */
  readonly database: () => DatabaseCatalog;
  readonly server: () => ServerCatalog;
  readonly temporary: ReadonlyMap<string, Table>;
  /** Counters by `identity:<id>` and `sequence:<id>`. */
  readonly counters: Map<string, bigint | null>;
  /** Numbers of informational messages and of preceding errors, in order; the error that ended the batch last. */
  run(text: string, settings?: Partial<DdlSettings>): readonly string[];
  table(name: string): Table;
  /** A view's rows as objects. */
  view(name: string, where?: (row: Readonly<Record<string, Value>>) => boolean): readonly Readonly<Record<string, Value>>[];
  /** Rows of storage. */
  physical(sql: string): readonly (readonly PhysicalValue[])[];
  /** What a new process would load from the file. */
  reload(): DatabaseCatalog | undefined;
}

export function createWorld(): World {
  const connection = new SqliteConnection();
  const databases = new Map<number, DatabaseCatalog>();
  const temporary = new Map<string, Table>();
  const counters = new Map<string, bigint | null>();
  let server = putDatabase(newServer({ created: NOW, saPasswordHash: 'hash:sa' }), {
    id: 5,
    name: 'shop',
    file: 'shop/shop.db',
    created: NOW,
    owner: 'sa',
    state: 'ONLINE',
  });
  let messages: string[] = [];

  const open = (catalog: DatabaseCatalog): void => {
    connection.execute(`ATTACH ':memory:' AS "db${catalog.databaseId}"`);
    createCatalogTable(connection, `db${catalog.databaseId}`);
    saveChanges(connection, `db${catalog.databaseId}`, null, catalog);
    databases.set(catalog.databaseId, catalog);
  };
  for (const entry of server.databases.values()) {
    if (entry.id <= 3) open(newDatabase({ databaseId: entry.id, name: entry.name, created: NOW }));
  }
  open(newDatabase({ databaseId: 5, name: 'shop', created: NOW }));

  const named = (name: string): DatabaseCatalog | undefined =>
    [...databases.values()].find((catalog) => nameKey(catalog.name) === nameKey(name));
  const current = (): DatabaseCatalog => databases.get(5) as DatabaseCatalog;
  const bindCatalog: BindScope['catalog'] = {
    database: (name) => (name === undefined ? current() : named(name)),
    databaseById: (id) => databases.get(id),
    temporary: (name) => temporary.get(nameKey(name)),
    systemView: (schema, name) => systemView(schema, name)?.table,
    alias: (id) => `db${id}`,
    backend: SQLITE,
  };
  const execution = executionContext(connection, counters);
  connection.context = execution;
  let temporaryId = -1000;

  const binder = createDdlBinder(
    {
      variables: new Map(),
      catalog: bindCatalog,
      settings: { quotedIdentifier: true, ansiNulls: true, defaultSchema: 'dbo' },
      trigger: null,
    },
    execution,
    () => undefined,
  );

  const context = (text: string, settings: Partial<DdlSettings>): DdlContext => ({
    text,
    settings: { ansiNulls: true, quotedIdentifier: true, ansiNullDefault: true, ...settings },
    now: NOW,
    utcNow: NOW,
    user: 'dbo',
    login: 'sa',
    defaultSchema: 'dbo',
    xmlSchemas: { components: () => [], redeclared: () => null },
    keys: { serviceMasterKey: () => new Uint8Array(32), masterKeys: new Map(), open: new Map(), temporary: new Map() },
    keyFiles: { read: () => new Uint8Array(0), write: () => undefined },
    moment: (words) => new Date(words),
    authority: {
      token: (catalog) => databaseToken(SA, server, catalog),
      server: () => serverToken(SA, server),
    },
    connection,
    catalogs: {
      current,
      database: named,
      databases: () => databases.values(),
      alias: (id) => `db${id}`,
      replace: (next) => void databases.set(next.databaseId, next),
    },
    server: {
      catalog: () => server,
      replace: (next) => {
        server = next;
      },
      createDatabase: (_, catalog) => atOnce(() => open(catalog)),
      dropDatabase: (entry) => atOnce(() => void databases.delete(entry.id)),
      claimDatabase: () => atOnce(() => 'claimed' as const),
      hashPassword: (password) => `hash:${password}`,
      verifyPassword: (password, hash) => hash === `hash:${password}`,
      isUsedByOthers: () => false,
      isConnected: () => false,
      isReserved: () => false,
    },
    temporary: {
      find: (name) => temporary.get(nameKey(name)),
      isTaken: (name) => temporary.has(nameKey(name)),
      nextId: () => --temporaryId,
      create: (layout, table) => {
        runStatements(connection, createTableStatements(layout, table));
        temporary.set(nameKey(table.name), table);
        return table;
      },
      put: (table) => void temporary.set(nameKey(table.name), table),
      drop: (layout, table) => {
        runStatements(connection, dropTableStatements(layout, table));
        temporary.delete(nameKey(table.name));
      },
      findProcedure: () => undefined,
      putProcedure: () => {},
      removeProcedure: () => {},
    },
    counters: {
      identity: (_, table) => counters.get(`identity:${table.id}`) ?? null,
      setIdentity: (_, table, value) => void counters.set(`identity:${table.id}`, value),
      sequence: (_, id) => counters.get(`sequence:${id}`) ?? null,
      setSequence: (_, id, value) => void counters.set(`sequence:${id}`, value),
    },
    physical: PHYSICAL_FORM,
    binder,
    evaluate: (expression, type) => binder.constant(expression, type),
    result: (columns, rows) => void messages.push(`rows of ${columns.map(({ name }) => name).join(', ')}: ${JSON.stringify(rows)}`),
    live: NO_FIGURES,
    userOptions: () => [['language', 'us_english']],
    inform: (number, ...args) => void messages.push(`info ${number}: ${sqlError(number, ...args).message}`),
    precede: (error) => void messages.push(describe(error)),
  });

  return {
    connection,
    database: current,
    server: () => server,
    temporary,
    counters,
    run(text, settings = {}) {
      messages = [];
      const { statements, diagnostics } = parse(text);
      if (diagnostics.length > 0) throw new Error(`${diagnostics[0]?.message} in ${text}`);
      try {
        for (const statement of statements) {
          if (!isDdl(statement)) throw new Error(`${statement.kind} is not data definition`);
          drive(runDdl(statement, context(text, settings)));
        }
      } catch (error) {
        if (!(error instanceof SqlError)) throw error;
        messages.push(describe(error));
      }
      return messages;
    },
    table(name) {
      const found = [...current().objects.values()].find((object) => object.name === name) ?? temporary.get(nameKey(name));
      if (found?.kind !== 'table') throw new Error(`no table ${name}`);
      return found;
    },
    view(name, where = () => true) {
      const [schema = '', viewName = ''] = name.split('.');
      const view = systemView(schema, viewName);
      if (view === undefined) throw new Error(`no view ${name}`);
      const figures = { ...NO_FIGURES, sequence: (_: number, id: number) => counters.get(`sequence:${id}`) ?? null };
      const system: SystemContext = { catalog: current(), server, databases: () => databases.values(), live: figures };
      const rows = [...view.rows(system)].map((row) => Object.fromEntries(view.columns.map((column, i) => [column.name, row[i] ?? null])));
      return rows.filter(where);
    },
    physical: (sql) => [...connection.iterate(sql, [], PLAIN)].map((row) => [...row]),
    reload: () => loadCatalog(connection, 'db5'),
  };
}

const describe = (error: SqlError): string => `${error.number}: ${error.message}`;

// biome-ignore lint/correctness/useYield: the shape of what may wait
function* atOnce<Result>(action: () => Result): Steps<Result> {
  return action();
}

/** Runs steps that never really wait here. */
export function drive<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function executionContext(connection: SqliteConnection, counters: Map<string, bigint | null>): ExecutionContext {
  const unused = (): never => {
    throw new Error('not part of this world');
  };
  return {
    options: {
      dateFormat: 'mdy',
      dateFirst: 7,
      language: 'us_english',
      ansiWarnings: true,
      arithAbort: true,
      concatNullYieldsNull: true,
      ansiNulls: true,
      ansiPadding: true,
      textSize: 2_147_483_647,
    },
    statementTime: NOW,
    serverOffset: 0,
    random: () => 0.5,
    session: () => null,
    caught: null,
    metadata: { lookup: () => null },
    warn: () => undefined,
    connection,
    callFunction: unused,
    fireTriggers: unused,
    createTable: unused,
    resetIdentity: unused,
    setIdentity: () => undefined,
    nextIdentity: (_: number, table: Table) => {
      const next = (counters.get(`identity:${table.id}`) ?? 0n) + 1n;
      counters.set(`identity:${table.id}`, next);
      return next;
    },
    identityInsert: 0,
    nextRowVersion: () => new Uint8Array(8),
    checkCancelled: () => undefined,
  } as unknown as ExecutionContext;
}
