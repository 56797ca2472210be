/**
 * What metadata functions look at, and how they find what an id or a name means: objects of a database with their constraints, temporary tables,
 * system views and system procedures. All of them are described by one kind of entry.
 */

import type { Value } from '../values/value.ts';
import { findConstraintInSchema, findObject } from './find.ts';
import { type DatabaseCatalog, nameKey, type Procedure, type Table } from './model.ts';
import { parseName } from './object-name.ts';
import { systemProcedureEntries } from './procedures/entries.ts';
import { systemProcedure, systemProcedureId } from './procedures/index.ts';
import type { ServerCatalog } from './server.ts';
import { systemFunction } from './system-functions.ts';
import { SYSTEM_VIEWS, systemView } from './views/index.ts';
import type { LiveFigures } from './views/live.ts';
import { type ObjectEntry, objectEntries, systemFunctionEntries, systemTableEntries, systemViewEntries } from './views/objects.ts';

export interface MetadataContext {
  readonly catalogs: MetadataCatalogs;
  /** Temporary tables and procedures that the session sees; innermost scope last. */
  temporaryObjects(): readonly (Table | Procedure)[];
  readonly live: LiveFigures;
}

/** The catalogs as the session sees them. */
export interface MetadataCatalogs {
  readonly current: DatabaseCatalog;
  readonly server: ServerCatalog;
  readonly defaultSchema: string;
  /** By name; the one in use without a name. */
  database(name?: string): DatabaseCatalog | undefined;
  databaseById(id: number): DatabaseCatalog | undefined;
}

/** One function's answer; its arguments have the types that the function declares. */
export type Answer = (context: MetadataContext, ...args: never[]) => Value;

export type Answers = Readonly<Record<string, Answer>>;

/** An object and the database that it was found in. */
export interface Found {
  readonly catalog: DatabaseCatalog;
  readonly entry: ObjectEntry;
}

const TEMPDB = 'tempdb';

/** An object by its id: of the database, or a system object, or a temporary table. */
export function objectById(context: MetadataContext, id: number, databaseId?: number): Found | undefined {
  const catalog = databaseId === undefined ? context.catalogs.current : context.catalogs.databaseById(databaseId);
  if (catalog === undefined) return undefined;
  const entry = (id < 0 ? systemEntries().get(id) : undefined) ?? entriesById(catalog).get(id) ?? temporaryById(context, id);
  return entry && { catalog, entry };
}

const byId = new WeakMap<DatabaseCatalog, ReadonlyMap<number, ObjectEntry>>();

function entriesById(catalog: DatabaseCatalog): ReadonlyMap<number, ObjectEntry> {
  const known = byId.get(catalog);
  if (known !== undefined) return known;
  const entries = new Map(objectEntries(catalog).map((entry) => [entry.id, entry]));
  byId.set(catalog, entries);
  return entries;
}

let system: ReadonlyMap<number, ObjectEntry> | undefined;

/** System views, functions and procedures by id. */
function systemEntries(): ReadonlyMap<number, ObjectEntry> {
  system ??= new Map(
    [...systemTableEntries(SYSTEM_VIEWS), ...systemViewEntries(SYSTEM_VIEWS), ...systemFunctionEntries(), ...systemProcedureEntries()].map(
      (entry) => [entry.id, entry],
    ),
  );
  return system;
}

function temporaryById(context: MetadataContext, id: number): ObjectEntry | undefined {
  const object = context.temporaryObjects().find((other) => other.id === id);
  return object && temporaryEntry(object);
}

function temporaryEntry(object: Table | Procedure): ObjectEntry {
  const { id, name, created, modified } = object;
  return {
    id,
    name,
    schemaId: 1,
    schema: 'dbo',
    parentId: 0,
    type: object.kind === 'table' ? 'U' : 'P',
    created,
    modified,
    isSystem: false,
    object,
    table: object.kind === 'table' ? object : null,
    constraint: null,
    column: null,
  };
}

/** An object or constraint by a name of up to three parts. `#t` is an object of tempdb only. */
export function objectNamed(context: MetadataContext, text: string): Found | undefined {
  const parts = parseName(text);
  if (parts === undefined || parts.length > 3) return undefined;
  const [name = null, schema = null, database = null] = [...parts].reverse();
  const catalog = database === null ? context.catalogs.current : context.catalogs.database(database);
  if (name === null || catalog === undefined) return undefined;
  if (name.startsWith('#') && !name.startsWith('##') && nameKey(catalog.name) === TEMPDB) {
    const object = context.temporaryObjects().findLast((other) => nameKey(other.name) === nameKey(name));
    return object && { catalog, entry: temporaryEntry(object) };
  }
  const entry = namedEntry(catalog, schema, name, context.catalogs.defaultSchema) ?? systemNamed(catalog, schema, name);
  return entry && { catalog, entry };
}

function namedEntry(catalog: DatabaseCatalog, schema: string | null, name: string, defaultSchema: string): ObjectEntry | undefined {
  const object = findObject(catalog, schema ?? undefined, defaultSchema, name);
  if (object !== undefined) return entriesById(catalog).get(object.id);
  const found = findConstraintInSchema(catalog, schema ?? defaultSchema, name);
  return found && entriesById(catalog).get(found.constraint.constraint.id);
}

/** Objects of sys answer to names without a schema too, and procedures to dbo's. The tables of the agent are objects of msdb. */
function systemNamed(catalog: DatabaseCatalog, schema: string | null, name: string): ObjectEntry | undefined {
  const isAgents = nameKey(catalog.name) === 'msdb' && nameKey(schema ?? 'dbo') === 'dbo';
  const view = systemView(schema ?? 'sys', name) ?? (isAgents ? systemView('msdb', name) : undefined);
  if (view !== undefined) return systemEntries().get(systemView('sys', name)?.id ?? view.id);
  const isSys = schema === null || ['sys', 'dbo'].includes(nameKey(schema));
  const fn = isSys ? systemFunction('sys', name) : undefined;
  if (fn !== undefined) return systemEntries().get(fn.id);
  const procedure = isSys ? systemProcedure(name) : undefined;
  return procedure && systemEntries().get(systemProcedureId(procedure.name));
}
