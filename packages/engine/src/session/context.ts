/**
 * What running statements may ask of their session (`ExecutionContext`): the moment, session functions, identity values, functions and triggers, rows
 * of system views. A thin face over the session's state; it exists so that statements cannot reach the rest.
 */

import type { Type, XmlSchemaBinding } from '@sprocket/tsql';
import { withTemporaryObjects } from '../catalog/edit.ts';
import { xmlSchemaById } from '../catalog/find.ts';
import { metadata } from '../catalog/metadata.ts';
import type { MetadataCatalogs } from '../catalog/metadata-context.ts';
import { type DatabaseCatalog, objectKey, type Sequence, type Table } from '../catalog/model.ts';
import { holdsColumns, holdsOnServer, visibleCatalog, visibleServer } from '../catalog/security/index.ts';
import { type SystemContext, systemViewById } from '../catalog/views/index.ts';
import type { CaughtError, EvaluationOptions, GraphTableName, Metadata, SequenceUse } from '../environment.ts';
import { sqlError } from '../errors.ts';
import { collectionSchema, validated } from '../functions/index.ts';
import type { ExecutionContext, NewColumn, Steps, StorageConnection, TriggerRequest } from '../run/contracts.ts';
import { callFunction, callTableFunction } from '../run/functions.ts';
import { fireTriggers } from '../run/triggers.ts';
import type { Value } from '../values/value.ts';
import { readBulkFile } from './bulk/insert.ts';
import { serverOffset } from './clock.ts';
import { isBeyond } from './counters.ts';
import { TEMPDB } from './databases.ts';
import { tableAnnouncement } from './ddl-announcement.ts';
import { nextSerial } from './instance.ts';
import { liveFigures } from './live.ts';
import { createSelectedTable } from './select-into.ts';
import type { SessionCore } from './session-core.ts';
import { systemValue } from './system-values.ts';

export class SessionContext implements ExecutionContext {
  readonly #core: SessionCore;
  readonly metadata: Metadata;
  /** Rows that system views show beside the catalogs. */
  readonly #live: SystemContext['live'];

  constructor(core: SessionCore) {
    this.#core = core;
    this.#live = liveFigures(core);
    this.metadata = metadata({ catalogs: visibleCatalogs(core), temporaryObjects: () => core.temporaries.objects, live: this.#live });
  }

  get options(): EvaluationOptions {
    return this.#core.options;
  }

  get statementTime(): bigint {
    return this.#core.statementTime;
  }

  get changeKey(): string {
    return this.#core.transactions.changeKey;
  }

  get transactionTime(): bigint {
    return this.#core.transactions.began ?? this.#core.statementTime;
  }

  get serverOffset(): number {
    return serverOffset();
  }

  get caught(): CaughtError | null {
    return this.#core.status.caught;
  }

  get connection(): StorageConnection {
    return this.#core.connection;
  }

  get identityInsert(): number {
    return this.#core.catalogs.identityInsertTable;
  }

  random(seed?: number): number {
    return this.#core.random(seed);
  }

  session(name: string, ...args: readonly Value[]): Value {
    return systemValue(this.#core, name, args);
  }

  warn(number: number): void {
    this.#core.warn(number);
  }

  validateXml(text: string, { database, collection, document }: XmlSchemaBinding): string {
    const found = xmlSchemaById(this.#core.catalogs.databaseById(database), collection);
    return found === undefined ? text : validated(text, collectionSchema(found), document);
  }

  graphTable(key: number | { readonly schema: string; readonly name: string }, databaseId?: number): GraphTableName | undefined {
    const { catalogs } = this.#core;
    const catalog = databaseId === undefined ? catalogs.current : catalogs.databaseById(databaseId);
    const object = typeof key === 'number' ? catalog?.objectsById.get(key) : catalog?.objects.get(objectKey(key.schema, key.name));
    if (object?.kind !== 'table' || object.graph === undefined) return undefined;
    return { id: object.id, schema: object.schema, name: object.name, kind: object.graph.kind };
  }

  nextSequenceValue(objectId: number, type: Type, use: SequenceUse): Value {
    const found = findSequence(this.#core, objectId);
    if (found === undefined) return null;
    const { sequences, instance } = this.#core;
    const draw = (): bigint => instance.counters.nextSequence(found.database.databaseId, found.sequence);
    return sequenceValue(sequences.next(objectId, use, draw), type);
  }

  sequenceRow<Result>(make: () => Result, drawn: readonly number[] = []): Result {
    return this.#core.sequences.row(make, drawn);
  }

  callFunction(databaseId: number, objectId: number, args: readonly Value[]): Value {
    return callFunction(this.#core, databaseId, objectId, args);
  }

  callTableFunction(databaseId: number, objectId: number, args: readonly Value[]): readonly (readonly Value[])[] {
    return callTableFunction(this.#core, databaseId, objectId, args);
  }

  systemRows(databaseId: number, table: Table): { readonly stamp: string; readonly rows: () => Iterable<readonly Value[]> } {
    const view = systemViewById(table.id);
    const { catalogs, temporaries } = this.#core;
    const catalog = catalogs.databaseById(databaseId);
    if (view === undefined || catalog === undefined) return { stamp: '', rows: () => [] };
    const { security } = this.#core;
    requireState(this.#core, view.name);
    const visible = visibleCatalog(security.token(catalog));
    const shown = databaseId === TEMPDB ? withTemporaryObjects(visible, temporaries.objects) : visible;
    const context: SystemContext = {
      catalog: shown,
      server: visibleServer(security.server),
      databases: () => catalogs.databases(),
      live: this.#live,
    };
    const isLive = view.live || shown !== visible;
    const who = security.unrestricted ? 0 : security.identity.serial;
    const stamp = isLive ? `live ${nextSerial()}` : `${catalog.version}/${catalogs.server.version}/${who}`;
    return { stamp, rows: () => view.rows(context) };
  }

  *fireTriggers(request: TriggerRequest): Steps<void> {
    // The statements of a trigger collect their own.
    this.#core.sendWarnings();
    yield* fireTriggers(this.#core, request);
  }

  *createTable(
    name: readonly string[],
    columns: readonly NewColumn[],
  ): Steps<{ readonly table: Table; readonly database: DatabaseCatalog | null }> {
    return yield* createSelectedTable(this.#core, name, columns);
  }

  mayUnmask(databaseId: number, tableId: number, columnId: number): boolean {
    const { catalogs, security } = this.#core;
    if (security.unrestricted) return true;
    const database = catalogs.databaseById(databaseId);
    return database === undefined || holdsColumns(security.token(database), 'UNMASK', tableId, [columnId]).allowed;
  }

  *tableCreated(table: Table, database: DatabaseCatalog): Steps<void> {
    yield* tableAnnouncement(this.#core, database, table)();
  }

  readBulkFile(path: string): Uint8Array {
    return readBulkFile(this.#core, path);
  }

  resetIdentity(databaseId: number, table: Table): void {
    if (databaseId === 0) this.#core.temporaryIdentities.delete(temporaryKey(this.#core, table));
    else this.#core.instance.counters.set('identity', databaseId, table.id, null);
  }

  setIdentity(table: Table, value: bigint | null): void {
    const { status, current, catalogs, instance } = this.#core;
    if (current !== null) current.identity = value;
    // What a function does to tables of its own is not seen outside; nor does a trigger clear what its statement drew.
    if (current?.kind !== 'function' && !(value === null && current?.kind === 'trigger')) status.identity = value;
    if (table.storage.kind === 'variable' || value === null) return;
    if (table.storage.kind === 'database') {
      const databaseId = databaseOf(this.#core, table) ?? catalogs.currentId;
      instance.counters.noteIdentity(databaseId, table, value);
    } else this.#noteTemporary(table, value);
  }

  nextIdentity(databaseId: number, table: Table): bigint {
    if (databaseId !== 0) return this.#core.instance.counters.nextIdentity(databaseId, table);
    const identity = table.columns.find((column) => column.identity !== null)?.identity;
    const last = this.#core.temporaryIdentities.get(temporaryKey(this.#core, table));
    const next = last === undefined ? (identity?.seed ?? 1n) : last + (identity?.increment ?? 1n);
    this.#core.temporaryIdentities.set(temporaryKey(this.#core, table), next);
    return next;
  }

  nextGraphId(databaseId: number, tableId: number): bigint {
    return this.#core.instance.counters.nextGraphId(databaseId, tableId);
  }

  noteGraphId(databaseId: number, tableId: number, id: bigint): void {
    this.#core.instance.counters.noteGraphId(databaseId, tableId, id);
  }

  nextRowVersion(databaseId: number): Uint8Array {
    this.#core.instance.counters.nextRowVersion(databaseId === 0 ? TEMPDB : databaseId);
    return this.#core.rowVersionBytes(databaseId === 0 ? TEMPDB : databaseId);
  }

  checkCancelled(): void {
    this.#core.checkCancelled();
  }

  sliceIsOver(): boolean {
    return this.#core.sliceIsOver();
  }

  #noteTemporary(table: Table, value: bigint): void {
    const key = temporaryKey(this.#core, table);
    const last = this.#core.temporaryIdentities.get(key);
    const identity = table.columns.find((column) => column.identity !== null)?.identity;
    if (identity && isBeyond(identity, last ?? null, value)) this.#core.temporaryIdentities.set(key, value);
  }
}

/** Views of the running server are for who may see its state (300); of sessions and requests everybody sees his own. */
function requireState({ security, current }: SessionCore, view: string): void {
  if (!SERVER_STATE.test(view) || holdsOnServer(security.server, 'VIEW SERVER STATE')) return;
  // What the system's own procedures tell is for everybody.
  if (current?.compiled.owned?.schema === 'sys') return;
  throw sqlError(300, 'VIEW SERVER STATE', 'server', 'master');
}

const SERVER_STATE =
  /^dm_(?:os_|exec_(?:query_stats|procedure_stats|trigger_stats|function_stats|cached_plans|query_memory_grants)|io_|tran_)/;

/** The catalogs as metadata functions show them. */
function visibleCatalogs({ catalogs, security }: SessionCore): MetadataCatalogs {
  const visible = (catalog: DatabaseCatalog | undefined): DatabaseCatalog | undefined =>
    catalog === undefined || security.unrestricted ? catalog : visibleCatalog(security.token(catalog));
  return {
    get current() {
      return visible(catalogs.current) ?? catalogs.current;
    },
    get server() {
      return visibleServer(security.server);
    },
    get defaultSchema() {
      return catalogs.defaultSchema;
    },
    database: (name) => visible(catalogs.database(name)),
    databaseById: (id) => visible(catalogs.databaseById(id)),
  };
}

/** A table variable counts for each activation. */
function temporaryKey(core: SessionCore, table: Table): string {
  return table.storage.kind === 'variable' ? `${table.storage.name}/${core.current?.id ?? 0}` : `${table.id}`;
}

function databaseOf(core: SessionCore, table: Table): number | undefined {
  if (core.catalogs.current.objectsById.get(table.id) === table) return core.catalogs.currentId;
  for (const catalog of core.catalogs.databases()) if (catalog.objectsById.get(table.id) === table) return catalog.databaseId;
  return undefined;
}

function findSequence(
  core: SessionCore,
  objectId: number,
): { readonly database: DatabaseCatalog; readonly sequence: Sequence } | undefined {
  for (const database of [core.catalogs.current, ...core.catalogs.databases()]) {
    const sequence = database.objectsById.get(objectId);
    if (sequence?.kind === 'sequence') return { database, sequence };
  }
  return undefined;
}

/** A number as a value of the sequence's type. */
export function sequenceValue(value: bigint, type: Type): Value {
  switch (type.name) {
    case 'bigint':
      return value;
    case 'decimal':
    case 'numeric':
      return value * 10n ** BigInt(type.scale);
    default:
      return Number(value);
  }
}
