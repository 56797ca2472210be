/**
 * Catalogs as one session sees them: the committed ones, the states that its open transaction has made, and its temporary tables. A rollback puts the
 * references back; a commit publishes them.
 */

import { SQLITE } from '../backends/sqlite/backend.ts';
import type { Dependencies } from '../bind/context.ts';
import type { DatabaseCatalog, ServerCatalog, Table } from '../catalog/index.ts';
import { nameKey, objectKey } from '../catalog/index.ts';
import { holds, type Identity, objectSecurable, type Token } from '../catalog/security/index.ts';
import { systemView } from '../catalog/views/index.ts';
import { ERRORS } from '../error-table.ts';
import { sqlError, sqlErrorState } from '../errors.ts';
import type { OwnedBody } from '../run/compiled.ts';
import type { SessionCatalogs } from '../run/runtime.ts';
import type { EnvironmentChange, ServerMessage } from './api.ts';
import { authorize, authorizeType, requireEntry } from './authorize.ts';
import { closedTo } from './database-use.ts';
import type { Instance } from './instance.ts';
import { nextSerial } from './instance.ts';
import { type RemoteUse, unreachable } from './linked-servers.ts';
import type { SessionSecurity } from './security.ts';
import { isLocalTemporary, type Temporaries } from './temporaries.ts';

/** What the session tells its client about the database in use. */
export interface DatabaseListener {
  environment(change: EnvironmentChange): void;
  message(message: ServerMessage): void;
}

/** Everything that a rollback has to put back. */
export interface CatalogSnapshot {
  readonly databases: ReadonlyMap<number, DatabaseCatalog>;
  readonly server: ServerCatalog | null;
}

/** The table whose IDENTITY_INSERT is on. */
interface IdentityInsert {
  readonly databaseId: number;
  readonly table: Table;
}

export class Catalogs implements SessionCatalogs {
  readonly backend = SQLITE;
  readonly #instance: Instance;
  readonly #temporaries: Temporaries;
  readonly #security: SessionSecurity;
  readonly #listener: DatabaseListener;
  #pending: Map<number, DatabaseCatalog> = new Map();
  #pendingServer: ServerCatalog | null = null;
  #currentId: number;
  #localEpoch = 0;
  #seenEpoch = 0;
  #seenTemporaries = 0;
  #identityInsert: IdentityInsert | null = null;

  constructor(instance: Instance, temporaries: Temporaries, security: SessionSecurity, listener: DatabaseListener, databaseId: number) {
    this.#instance = instance;
    this.#temporaries = temporaries;
    this.#security = security;
    this.#listener = listener;
    this.#currentId = databaseId;
  }

  get current(): DatabaseCatalog {
    const catalog = this.databaseById(this.#currentId);
    if (catalog === undefined) throw sqlError(911, '');
    return catalog;
  }

  get currentId(): number {
    return this.#currentId;
  }

  /** Of the user that the session is in the database in use. */
  get defaultSchema(): string {
    if (this.#security.unrestricted) return 'dbo';
    return this.token(this.current).user?.defaultSchema || 'dbo';
  }

  get identity(): Identity {
    return this.#security.identity;
  }

  get loginName(): string {
    return this.#security.identity.login;
  }

  get unrestricted(): boolean {
    return this.#security.unrestricted;
  }

  token(catalog: DatabaseCatalog): Token {
    return this.#security.token(catalog);
  }

  authorize(dependencies: Dependencies, line: number): void {
    authorize(this, dependencies, line);
  }

  requireLocal(server: string, use: RemoteUse = 'DATA ACCESS'): void {
    const reason = unreachable(this.#instance.options.serverName, this.server, server, use);
    if (reason !== undefined) throw reason;
  }

  requireOpen(databaseId: number): void {
    const catalog = databaseId === this.#currentId ? undefined : this.databaseById(databaseId);
    if (catalog === undefined) return;
    const reason = closedTo(this.#instance, catalog, this.server, (session) => session.catalogs === this);
    if (reason !== undefined) throw reason;
  }

  authorizeType(name: string | undefined, body: OwnedBody | null, databaseId: number): void {
    if (name !== undefined && !this.unrestricted) authorizeType(this, name, body, databaseId);
  }

  get identityInsertTable(): number {
    return this.#identityInsert?.table.id ?? 0;
  }

  /** Sessions that see nothing but committed catalogs share the epoch of all; the others have numbers of their own. */
  get epoch(): number {
    const shared = this.#instance.databases.epoch;
    if (this.#pending.size === 0 && this.#pendingServer === null && this.#temporaries.isEmpty) return shared;
    if (this.#seenEpoch !== shared || this.#seenTemporaries !== this.#temporaries.changes) {
      this.#seenEpoch = shared;
      this.#seenTemporaries = this.#temporaries.changes;
      this.#localEpoch = -nextSerial();
    }
    return this.#localEpoch;
  }

  database(name?: string): DatabaseCatalog | undefined {
    if (name === undefined || name === '') return this.current;
    const key = nameKey(name);
    for (const pending of this.#pending.values()) if (nameKey(pending.name) === key) return pending;
    const id = this.#instance.databases.idOf(name);
    if (id === undefined) return undefined;
    const pending = this.#pending.get(id);
    // A database that this transaction has renamed no longer answers to its old name.
    return pending === undefined ? this.#instance.databases.byId(id) : undefined;
  }

  databaseById(id: number): DatabaseCatalog | undefined {
    return this.#pending.get(id) ?? this.#instance.databases.byId(id);
  }

  *databases(): Iterable<DatabaseCatalog> {
    for (const catalog of this.#instance.databases.all()) yield this.#pending.get(catalog.databaseId) ?? catalog;
  }

  temporary(name: string): Table | undefined {
    return this.#temporaries.find(name);
  }

  systemView(schema: string, name: string): Table | undefined {
    return systemView(schema, name)?.table;
  }

  alias(databaseId: number): string {
    return this.#instance.databases.alias(databaseId);
  }

  switchTo(databaseId: number): number {
    const before = this.#currentId;
    this.#currentId = databaseId;
    return before;
  }

  /** How often a USE has told the client of another database. */
  uses = 0;

  use(name: string): void {
    const catalog = this.database(name);
    if (catalog === undefined) throw sqlError(911, name);
    requireEntry(this, catalog.databaseId);
    this.requireOpen(catalog.databaseId);
    const old = this.current.name;
    this.#currentId = catalog.databaseId;
    this.uses += 1;
    this.#listener.environment({ kind: 'database', value: catalog.name, old });
    const { number, severity, state, message } = sqlError(5701, catalog.name);
    this.#listener.message({ number, severity, state, message, line: 0, procedure: null });
  }

  /** Makes `next` the state that this session sees. */
  replace(next: DatabaseCatalog): void {
    this.#pending = new Map(this.#pending).set(next.databaseId, next);
    this.#localEpoch = -nextSerial();
  }

  get server(): ServerCatalog {
    return this.#pendingServer ?? this.#instance.databases.server;
  }

  replaceServer(next: ServerCatalog): void {
    this.#pendingServer = next;
    this.#localEpoch = -nextSerial();
  }

  snapshot(): CatalogSnapshot {
    return { databases: this.#pending, server: this.#pendingServer };
  }

  restore(snapshot: CatalogSnapshot): void {
    if (snapshot.databases === this.#pending && snapshot.server === this.#pendingServer) return;
    this.#pending = new Map(snapshot.databases);
    this.#pendingServer = snapshot.server;
    this.#localEpoch = -nextSerial();
  }

  /** The transaction is durable: everyone sees its catalogs. */
  publish(): void {
    for (const catalog of this.#pending.values()) this.#instance.databases.publish(catalog);
    if (this.#pendingServer !== null) this.#instance.databases.publishServer(this.#pendingServer);
    if (this.#pending.size > 0) this.#pending = new Map();
    this.#pendingServer = null;
  }

  message(number: number): { readonly severity: number; readonly text: string } | undefined {
    const user = this.server.messages.find((message) => message.id === number);
    if (user !== undefined) return { severity: user.severity, text: user.text };
    const row = ERRORS[number];
    return row === undefined ? undefined : { severity: row.severity, text: row.text };
  }

  /** 1088 for an unknown table, 8106 for one without identity, 8107 while another has it on. */
  identityInsert(parts: readonly string[], on: boolean): void {
    const { table, databaseId } = this.#findTable(parts);
    this.#requireAlter(table, databaseId, parts);
    if (!table.columns.some((column) => column.identity !== null)) throw sqlError(8106, table.name);
    const held = this.#identityInsert;
    if (!on) {
      if (held?.table.id === table.id && held.databaseId === databaseId) this.#identityInsert = null;
      return;
    }
    if (held !== null && (held.table.id !== table.id || held.databaseId !== databaseId)) {
      const { schema, name } = held.table;
      throw sqlError(8107, this.databaseById(held.databaseId)?.name ?? 'tempdb', schema, name, parts.join('.'));
    }
    this.#identityInsert = { databaseId, table };
  }

  /** 1088: a table that one may not alter is as good as none. */
  #requireAlter(table: Table, databaseId: number, parts: readonly string[]): void {
    const catalog = this.databaseById(databaseId);
    if (this.unrestricted || catalog === undefined || table.name.startsWith('#')) return;
    if (!holds(this.token(catalog), 'ALTER', objectSecurable(table.id))) throw sqlErrorState(1088, 11, parts.join('.'));
  }

  /** The settings of a fresh login. */
  reset(databaseId: number): void {
    this.#currentId = databaseId;
    this.#identityInsert = null;
  }

  #findTable(parts: readonly string[]): IdentityInsert {
    const [name = '', schema = '', database] = [...parts].reverse();
    const temporary = isLocalTemporary(name) ? this.temporary(name) : undefined;
    if (temporary !== undefined) return { databaseId: 0, table: temporary };
    const catalog = this.database(name.startsWith('##') ? 'tempdb' : database);
    const object = catalog?.objects.get(objectKey(schema === '' ? this.defaultSchema : schema, name));
    if (catalog === undefined || object?.kind !== 'table') throw sqlErrorState(1088, 11, parts.join('.'));
    return { databaseId: catalog.databaseId, table: object };
  }
}
