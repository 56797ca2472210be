/**
 * Where catalogs are kept: in each database's own file, one row an object with its definition as JSON. A save compares two states by reference and
 * writes only what differs, inside the transaction of the caller, so the stored catalog and the storage's tables commit or roll back together.
 * master's file also holds the server catalog in the same table.
 */

import type { PhysicalValue, StatementOptions, StorageConnection } from '../run/contracts.ts';
import type { BackupRecord, RestoreRecord } from './backups.ts';
import { nextVersion } from './edit.ts';
import {
  type DatabaseCatalog,
  type NameKey,
  nameKey,
  objectKey,
  type Principal,
  type Schema,
  type SchemaObject,
  type UserType,
  type XmlSchemaCollection,
} from './model.ts';
import { type DatabaseEntry, installConfiguration, type Login, nextServerVersion, type ServerCatalog } from './server.ts';

/** Name of the storage table; no user table has it because storage names contain a schema and a dot. */
export const CATALOG_TABLE = 'sprocket_catalog';

/** Makes the catalog table in a new database file. */
export function createCatalogTable(connection: StorageConnection, alias: string): void {
  connection.execute(
    `CREATE TABLE IF NOT EXISTS "${alias}"."${CATALOG_TABLE}"(kind TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY(kind, id)) WITHOUT ROWID`,
  );
}

/** The catalog of an attached database file; undefined when it has none. */
export function loadCatalog(connection: StorageConnection, alias: string): DatabaseCatalog | undefined {
  if (!hasCatalog(connection, alias)) return undefined;
  const rows = readRows(connection, alias);
  const [header] = rows('database');
  if (header === undefined) return undefined;
  const objects = rows('object') as readonly SchemaObject[];
  return {
    ...(header as Header),
    version: nextVersion(),
    schemas: byName(rows('schema') as readonly Schema[]),
    objects: new Map(objects.map((object) => [objectKey(object.schema, object.name), object])),
    objectsById: new Map(objects.map((object) => [object.id, object])),
    types: new Map((rows('type') as readonly UserType[]).map((type) => [objectKey(type.schema, type.name), type])),
    principals: byName(rows('principal') as readonly Principal[]),
    xmlSchemas: new Map((rows('xml schema') as readonly XmlSchemaCollection[]).map((row) => [objectKey(row.schema, row.name), row])),
  };
}

/** Writes the difference between two states of a database's catalog; `before` is null for a new database. */
export function saveChanges(connection: StorageConnection, alias: string, before: DatabaseCatalog | null, after: DatabaseCatalog): void {
  const write = writer(connection, alias);
  write('database', before === null ? [] : [entryOf(before)], [entryOf(after)]);
  write('schema', identified(before?.schemas), identified(after.schemas));
  writeObjects(connection, alias, before?.objectsById ?? new Map(), after.objectsById);
  write('type', identified(before?.types), identified(after.types));
  write('principal', identified(before?.principals), identified(after.principals));
  write('xml schema', identified(before?.xmlSchemas), identified(after.xmlSchemas));
}

export function loadServer(connection: StorageConnection, alias: string): ServerCatalog | undefined {
  if (!hasCatalog(connection, alias)) return undefined;
  const rows = readRows(connection, alias);
  const [header] = rows('server');
  if (header === undefined) return undefined;
  const server: ServerCatalog = {
    ...(header as ServerHeader),
    version: nextServerVersion(),
    databases: byName(rows('server database') as readonly DatabaseEntry[]),
    logins: byName(rows('login') as readonly Login[]),
    ...historyIn(rows),
  };
  return installConfiguration(server, () => true);
}

export function saveServerChanges(connection: StorageConnection, alias: string, before: ServerCatalog | null, after: ServerCatalog): void {
  const write = writer(connection, alias);
  write('server', before === null ? [] : [serverEntryOf(before)], [serverEntryOf(after)]);
  write('server database', identified(before?.databases), identified(after.databases));
  write('login', identified(before?.logins), identified(after.logins));
  if (before?.history === after.history) return;
  write('backup', identified(before?.history?.backups), identified(after.history?.backups));
  write('restore', identified(before?.history?.restores), identified(after.history?.restores));
}

/** What of a catalog is in no row of its own. */
type Header = Omit<DatabaseCatalog, 'version' | 'schemas' | 'objects' | 'objectsById' | 'types' | 'principals' | 'xmlSchemas'>;
type ServerHeader = Omit<ServerCatalog, 'version' | 'databases' | 'logins' | 'history'>;

/** A stored row: its id and what is in it. `parts` are what decides whether it changed. */
interface Entry {
  readonly id: number;
  readonly body: object;
  readonly parts: readonly unknown[];
}

function entryOf(catalog: DatabaseCatalog): Entry {
  const { version, schemas, objects, objectsById, types, principals, xmlSchemas, ...header } = catalog;
  return { id: 0, body: header, parts: Object.values(header) };
}

function serverEntryOf(server: ServerCatalog): Entry {
  const { version, databases, logins, history, ...header } = server;
  return { id: 0, body: header, parts: Object.values(header) };
}

function identified(items: ReadonlyMap<string, { readonly id: number }> | undefined): readonly Entry[] {
  return items === undefined ? [] : [...items.values()].map((item) => ({ id: item.id, body: item, parts: [item] }));
}

const PLAIN: StatementOptions = { bigints: false, functions: [] };

function writer(connection: StorageConnection, alias: string) {
  return (kind: string, before: readonly Entry[], after: readonly Entry[]): void => {
    const old = new Map(before.map((entry) => [entry.id, entry]));
    for (const entry of after) {
      const same = sameParts(old.get(entry.id), entry);
      old.delete(entry.id);
      if (!same) putRow(connection, alias, kind, entry.id, entry.body);
    }
    for (const id of old.keys()) deleteRow(connection, alias, kind, id);
  };
}

/** A database may have thousands of objects and a statement changes one, so this comparison makes nothing anew. */
function writeObjects(
  connection: StorageConnection,
  alias: string,
  before: DatabaseCatalog['objectsById'],
  after: DatabaseCatalog['objectsById'],
): void {
  if (before === after) return;
  for (const [id, object] of after) if (before.get(id) !== object) putRow(connection, alias, 'object', id, object);
  for (const id of before.keys()) if (!after.has(id)) deleteRow(connection, alias, 'object', id);
}

function putRow(connection: StorageConnection, alias: string, kind: string, id: number, body: unknown): void {
  connection.run(`INSERT OR REPLACE INTO "${alias}"."${CATALOG_TABLE}"(kind, id, body) VALUES(?, ?, ?)`, [kind, id, encode(body)], PLAIN);
}

function deleteRow(connection: StorageConnection, alias: string, kind: string, id: number): void {
  connection.run(`DELETE FROM "${alias}"."${CATALOG_TABLE}" WHERE kind = ? AND id = ?`, [kind, id], PLAIN);
}

function sameParts(before: Entry | undefined, after: Entry): boolean {
  return before !== undefined && before.parts.length === after.parts.length && after.parts.every((part, i) => part === before.parts[i]);
}

function hasCatalog(connection: StorageConnection, alias: string): boolean {
  return connection.get(`SELECT 1 FROM "${alias}".sqlite_master WHERE type = 'table' AND name = ?`, [CATALOG_TABLE], PLAIN) !== undefined;
}

function readRows(connection: StorageConnection, alias: string): (kind: string) => readonly unknown[] {
  const kinds = new Map<PhysicalValue, unknown[]>();
  for (const [kind, body] of connection.iterate(`SELECT kind, body FROM "${alias}"."${CATALOG_TABLE}" ORDER BY kind, id`, [], PLAIN)) {
    const rows = kinds.get(kind ?? null) ?? [];
    kinds.set(kind ?? null, rows);
    rows.push(decode(String(body)));
  }
  return (kind) => kinds.get(kind) ?? [];
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): ReadonlyMap<NameKey, Item> {
  return new Map(items.map((item) => [nameKey(item.name), item]));
}

/** Absent before the first backup. */
function historyIn(rows: (kind: string) => readonly unknown[]): Pick<ServerCatalog, 'history'> {
  const backups = byId(rows('backup') as readonly BackupRecord[]);
  const restores = byId(rows('restore') as readonly RestoreRecord[]);
  return backups.size + restores.size === 0 ? {} : { history: { backups, restores } };
}

const byId = <Item extends { readonly id: number }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [String(item.id), item]));

/** JSON has no bigint and no bytes: they are written as objects with one of these keys. */
const BIGINT_KEY = '$bigint';
const BYTES_KEY = '$bytes';

export function encode(body: unknown): string {
  return JSON.stringify(body, (_key, value: unknown) => {
    if (typeof value === 'bigint') return { [BIGINT_KEY]: String(value) };
    return value instanceof Uint8Array ? { [BYTES_KEY]: [...value] } : value;
  });
}

export function decode(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (BYTES_KEY in value) return Uint8Array.from(value[BYTES_KEY] as readonly number[]);
    return BIGINT_KEY in value ? BigInt(String(value[BIGINT_KEY])) : value;
  });
}
