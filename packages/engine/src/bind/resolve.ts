/** Object names to catalog objects: default schemas, other databases, synonyms, system views. */

import type { ObjectName } from '@sprocket/tsql';
import { queueTable } from '../catalog/broker/tables.ts';
import {
  type DatabaseCatalog,
  type Index,
  type Key,
  nameKey,
  objectKey,
  type Queue,
  type SchemaObject,
  type Table,
} from '../catalog/model.ts';
import { systemFunction } from '../catalog/system-functions.ts';
import { sqlError, sqlErrorState } from '../errors.ts';
import { type Binder, useDatabase, useTemporary } from './context.ts';

export interface ResolvedObject {
  readonly database: DatabaseCatalog;
  readonly object: SchemaObject;
  /** The synonym that named it. */
  readonly synonym?: ResolvedObject;
}

/** Raises 7202 or 7411 unless the name is this server's. */
export function requireLocal(binder: Binder, server: string): void {
  const { catalog } = binder.scope;
  if (catalog.requireLocal === undefined) throw sqlError(7202, server);
  catalog.requireLocal(server);
}

const SYNONYM_LIMIT = 16;

/** Finds the object that a one- to three-part name means; undefined when there is none. 911 for an unknown database, 7202 for a linked server. */
export function resolveObject(name: ObjectName, binder: Binder): ResolvedObject | undefined {
  return resolveParts(
    name.parts.map((part) => part.value),
    binder,
    SYNONYM_LIMIT,
  );
}

function resolveParts(parts: readonly string[], binder: Binder, hops: number): ResolvedObject | undefined {
  if (parts.length > 3 && parts[0] !== '') requireLocal(binder, parts[0] ?? '');
  const database = databaseOf(parts, binder);
  const object = findInSchemas(database, schemasOf(parts, binder), parts.at(-1) ?? '');
  if (object?.kind !== 'synonym') return object && { database, object };
  if (hops === 0) throw sqlError(5313, object.name);
  const target = resolveParts(object.target, binder, hops - 1);
  return target && { ...target, synonym: { database, object } };
}

function databaseOf(parts: readonly string[], binder: Binder): DatabaseCatalog {
  const name = parts.length > 2 && parts.at(-3) !== '' ? parts.at(-3) : undefined;
  const database = useDatabase(binder, name);
  if (database === undefined) throw sqlError(911, name ?? '');
  if (name !== undefined) binder.scope.catalog.requireOpen?.(database.databaseId);
  return database;
}

function schemasOf(parts: readonly string[], binder: Binder): string[] {
  const schema = parts.at(-2);
  if (schema !== undefined && schema !== '') return [schema];
  return binder.defaultSchema === 'dbo' ? ['dbo'] : [binder.defaultSchema, 'dbo'];
}

function findInSchemas(database: DatabaseCatalog, schemas: readonly string[], name: string): SchemaObject | undefined {
  for (const schema of schemas) {
    const object = database.objects.get(objectKey(schema, name));
    if (object !== undefined) return object;
  }
  return undefined;
}

/** A table-valued function of schema sys, which shows the database that its name or the session says. */
export function resolveSystemFunction(name: ObjectName, binder: Binder): ResolvedObject | undefined {
  const parts = name.parts.map((part) => part.value);
  const object = systemFunction(parts.at(-2) ?? '', parts.at(-1) ?? '');
  return object && { database: databaseOf(parts, binder), object };
}

/** What a table reference means. */
export type ResolvedTable =
  | {
      readonly kind: 'table';
      readonly table: Table;
      readonly databaseId: number;
      readonly database: DatabaseCatalog | null;
      /** Set where using the table needs a permission: not for temporary tables, a trigger's images and system views. */
      readonly found?: ResolvedObject;
    }
  | { readonly kind: 'object'; readonly database: DatabaseCatalog; readonly object: SchemaObject; readonly found: ResolvedObject };

/** A table, view, temporary table or system view by name; 208 when there is none. */
export function resolveTable(name: ObjectName, binder: Binder): ResolvedTable {
  const last = name.parts.at(-1)?.value ?? '';
  if (last.startsWith('##')) return globalTable(last, binder);
  if (last.startsWith('#')) return temporaryTable(last, binder);
  const trigger = triggerTable(name, binder);
  if (trigger !== undefined) return { kind: 'table', table: trigger, databaseId: 0, database: null };
  const system = systemTable(name, binder);
  if (system !== undefined) return system;
  const found = resolveObject(name, binder);
  if (found === undefined) throw missingObject(name, binder);
  if (found.object.kind === 'queue') return queueAsTable(found, found.object);
  if (found.object.kind !== 'table') return { kind: 'object', database: found.database, object: found.object, found };
  requireUsable(found.object);
  return { kind: 'table', table: found.object, databaseId: found.database.databaseId, database: found.database, found };
}

/** The messages of a queue can be read like the rows of a table. */
const queueAsTable = (found: ResolvedObject, queue: Queue): ResolvedTable => ({
  kind: 'table',
  table: queueTable(queue),
  databaseId: found.database.databaseId,
  database: found.database,
  found,
});

/** 8655: without its clustered index nobody reads or changes a table. */
function requireUsable(table: Table): void {
  const clustered = table.keys.find(isUnusable) ?? table.indexes.find(isUnusable);
  if (clustered !== undefined) throw sqlError(8655, clustered.name, table.name);
}

const isUnusable = ({ clustered, disabled }: Key | Index): boolean => clustered && disabled === true;

/** 208, or 5313 where the name is a synonym's whose object does not exist. */
function missingObject(name: ObjectName, binder: Binder): Error {
  const parts = name.parts.map((part) => part.value);
  const object = findInSchemas(databaseOf(parts, binder), schemasOf(parts, binder), parts.at(-1) ?? '');
  return object?.kind === 'synonym' ? sqlError(5313, `${object.schema}.${object.name}`) : sqlError(208, writtenName(name));
}

function temporaryTable(name: string, binder: Binder): ResolvedTable {
  const table = useTemporary(binder, name);
  if (table === undefined) throw sqlErrorState(208, 0, name);
  return { kind: 'table', table, databaseId: 0, database: null };
}

/** `##t` is a table of tempdb, whatever qualifies it. */
function globalTable(name: string, binder: Binder): ResolvedTable {
  const database = useDatabase(binder, 'tempdb');
  const object = database?.objects.get(objectKey('dbo', name));
  if (database === undefined || object?.kind !== 'table') throw sqlError(208, name);
  return { kind: 'table', table: object, databaseId: database.databaseId, database };
}

function triggerTable(name: ObjectName, binder: Binder): Table | undefined {
  const trigger = binder.scope.trigger;
  if (trigger === null || name.parts.length !== 1) return undefined;
  const key = nameKey(name.parts[0]?.value ?? '');
  return key === 'inserted' ? trigger.inserted : key === 'deleted' ? trigger.deleted : undefined;
}

/** `sys.x`, `INFORMATION_SCHEMA.x`, and the old names (`sysobjects`, `spt_values`) that need no schema or take dbo; msdb has some of its own. */
function systemTable(name: ObjectName, binder: Binder): ResolvedTable | undefined {
  const parts = name.parts.map((part) => part.value);
  const schema = nameKey(parts.at(-2) ?? '');
  const last = parts.at(-1) ?? '';
  const isSystemSchema = schema === 'sys' || schema === 'information_schema';
  if (!isSystemSchema && schema !== '' && schema !== 'dbo') return undefined;
  const { catalog } = binder.scope;
  const table = catalog.systemView(isSystemSchema ? schema : 'dbo', last);
  const agents = isSystemSchema || table !== undefined ? undefined : catalog.systemView('msdb', last);
  if (table === undefined && agents === undefined) return undefined;
  if (parts.length > 3 && parts[0] !== '') requireLocal(binder, parts[0] ?? '');
  const database = databaseOf(parts, binder);
  const found = table ?? (nameKey(database.name) === 'msdb' ? agents : undefined);
  return found && { kind: 'table', table: found, databaseId: database.databaseId, database };
}

export const writtenName = (name: ObjectName): string => name.parts.map((part) => part.value).join('.');
