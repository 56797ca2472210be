/**
 * sys.objects and the views that are parts of it. One list of entries, made from the catalog once a version, feeds them all: tables, modules, synonyms,
 * sequences, table types and every constraint are objects.
 */

import { BIT, DATETIME, INT, SYSNAME } from '@sprocket/tsql';
import { findPrincipal, findSchema } from '../find.ts';
import type { Check, Column, DatabaseCatalog, EdgeConstraint, ForeignKey, Key, SchemaObject, Table } from '../model.ts';
import { SYSTEM_FUNCTIONS } from '../system-functions.ts';
import { type ColumnRows, column, isListed, nullable, type SystemView } from './define.ts';
import { bit, CHAR_2, DESCRIPTION, datetimeOf, NO, SYSTEM_CREATED } from './shared.ts';

/** What sys.objects shows of one object. */
export interface ObjectEntry {
  readonly id: number;
  readonly name: string;
  readonly schemaId: number;
  readonly schema: string;
  readonly parentId: number;
  /** `U`, `V`, `P`, `PK` … */
  readonly type: string;
  readonly created: bigint;
  readonly modified: bigint;
  readonly isSystem: boolean;
  readonly object: SchemaObject | null;
  readonly table: Table | null;
  readonly constraint: Key | ForeignKey | Check | EdgeConstraint | null;
  /** For a default constraint. */
  readonly column: Column | null;
}

/** Descriptions by type code. */
export const OBJECT_TYPES: Readonly<Record<string, string>> = {
  U: 'USER_TABLE',
  V: 'VIEW',
  P: 'SQL_STORED_PROCEDURE',
  FN: 'SQL_SCALAR_FUNCTION',
  IF: 'SQL_INLINE_TABLE_VALUED_FUNCTION',
  TF: 'SQL_TABLE_VALUED_FUNCTION',
  TR: 'SQL_TRIGGER',
  SN: 'SYNONYM',
  SO: 'SEQUENCE_OBJECT',
  TT: 'TYPE_TABLE',
  PK: 'PRIMARY_KEY_CONSTRAINT',
  UQ: 'UNIQUE_CONSTRAINT',
  F: 'FOREIGN_KEY_CONSTRAINT',
  C: 'CHECK_CONSTRAINT',
  D: 'DEFAULT_CONSTRAINT',
  EC: 'EDGE_CONSTRAINT',
  R: 'RULE',
  SP: 'SECURITY_POLICY',
  SQ: 'SERVICE_QUEUE',
  S: 'SYSTEM_TABLE',
  X: 'EXTENDED_STORED_PROCEDURE',
};

/** The type code of an object. */
function objectType(object: SchemaObject): string {
  switch (object.kind) {
    case 'table':
      return 'U';
    case 'view':
      return 'V';
    case 'procedure':
      return 'P';
    case 'function':
      return FUNCTION_TYPES[object.form];
    case 'trigger':
      return 'TR';
    case 'synonym':
      return 'SN';
    case 'sequence':
      return 'SO';
    case 'default':
      return 'D';
    case 'rule':
      return 'R';
    case 'security policy':
      return 'SP';
    case 'queue':
      return 'SQ';
  }
}

const FUNCTION_TYPES = { scalar: 'FN', inline: 'IF', table: 'TF' } as const;

const cache = new WeakMap<DatabaseCatalog, readonly ObjectEntry[]>();

/** All objects of a database, constraints included, in the order of their ids. */
export function objectEntries(catalog: DatabaseCatalog): readonly ObjectEntry[] {
  const known = cache.get(catalog);
  if (known !== undefined) return known;
  const entries = [...catalog.objects.values()].flatMap((object) => entriesOf(catalog, object));
  for (const type of catalog.types.values()) if (type.kind === 'table') entries.push(...tableTypeEntries(type.table));
  entries.sort((a, b) => a.id - b.id);
  cache.set(catalog, entries);
  return entries;
}

function entriesOf(catalog: DatabaseCatalog, object: SchemaObject): readonly ObjectEntry[] {
  // Triggers on the database are in sys.triggers only.
  if (object.kind === 'trigger' && object.parentId === 0) return [];
  const schemaId = findSchema(catalog, object.schema)?.id ?? 1;
  const own: ObjectEntry = {
    ...NOTHING,
    id: object.id,
    name: object.name,
    schemaId,
    schema: object.schema,
    parentId: object.kind === 'trigger' ? object.parentId : 0,
    type: objectType(object),
    created: object.created,
    modified: object.modified,
    object,
    table: object.kind === 'table' ? object : null,
  };
  return object.kind === 'table' ? [own, ...constraintEntries(object, own)] : [own];
}

const NOTHING = { isSystem: false, object: null, table: null, constraint: null, column: null } as const;

function constraintEntries(table: Table, parent: ObjectEntry): readonly ObjectEntry[] {
  const entry = (id: number, name: string, type: string, more: Partial<ObjectEntry>): ObjectEntry => ({
    ...parent,
    parentId: table.id,
    object: null,
    id,
    name,
    type,
    ...more,
  });
  return [
    ...table.keys.map((key) => entry(key.id, key.name, key.kind === 'primary' ? 'PK' : 'UQ', { constraint: key })),
    ...table.foreignKeys.map((key) => entry(key.id, key.name, 'F', { constraint: key })),
    ...table.checks.map((check) => entry(check.id, check.name, 'C', { constraint: check })),
    ...(table.graph?.connections ?? []).map((edge) => entry(edge.id, edge.name, 'EC', { constraint: edge })),
    ...table.columns.flatMap((col) => (col.default === null ? [] : [entry(col.default.id, col.default.name, 'D', { column: col })])),
  ];
}

/** A table type is an object of schema sys with a made-up name. */
function tableTypeEntries(table: Table): readonly ObjectEntry[] {
  const hex = table.id.toString(16).toUpperCase().padStart(8, '0');
  const own: ObjectEntry = {
    ...NOTHING,
    id: table.id,
    name: `TT_${table.name}_${hex}`,
    schemaId: 4,
    schema: 'sys',
    parentId: 0,
    type: 'TT',
    created: table.created,
    modified: table.modified,
    table,
  };
  return [own, ...constraintEntries(table, own)];
}

/** The owner of an object that has one of its own. */
function ownerId(object: SchemaObject | null, catalog: DatabaseCatalog): number | null {
  const owner = object?.owner;
  return owner === undefined ? null : (findPrincipal(catalog, owner)?.id ?? null);
}

/** The columns that sys.objects has and the views of its parts begin with. */
export const OBJECT_COLUMNS: ColumnRows<ObjectEntry> = {
  name: column(SYSNAME, (o) => o.name),
  object_id: column(INT, (o) => o.id),
  principal_id: nullable(INT, ({ object }, { catalog }) => ownerId(object, catalog)),
  schema_id: column(INT, (o) => o.schemaId),
  parent_object_id: column(INT, (o) => o.parentId),
  type: nullable(CHAR_2, (o) => o.type.padEnd(2)),
  type_desc: nullable(DESCRIPTION, (o) => OBJECT_TYPES[o.type] ?? null),
  create_date: column(DATETIME, (o) => datetimeOf(o.created)),
  modify_date: column(DATETIME, (o) => datetimeOf(o.modified)),
  is_ms_shipped: column(BIT, (o) => bit(o.isSystem)),
  is_published: NO,
  is_schema_published: NO,
};

const SYSTEM_ENTRY = { ...NOTHING, parentId: 0, created: SYSTEM_CREATED, modified: SYSTEM_CREATED, isSystem: true } as const;

/** Entries of all system views, as sys.all_objects and sys.system_objects show them. */
export function systemViewEntries(views: Iterable<SystemView>): readonly ObjectEntry[] {
  return [...views].filter(isListed).map(({ id, name, schema, table }): ObjectEntry => {
    return { ...SYSTEM_ENTRY, id, name, schema, schemaId: schema === 'sys' ? 4 : 3, type: 'V', table };
  });
}

/** The same of the system tables that stand in schema dbo: of msdb, and those of every database. */
export const systemTableEntries = (views: Iterable<SystemView>): readonly ObjectEntry[] =>
  [...views]
    .filter(({ schema }) => schema === 'msdb' || schema === 'dbo')
    .map(({ id, name, table }) => ({
      ...SYSTEM_ENTRY,
      id,
      name,
      schema: 'dbo',
      schemaId: 1,
      type: name.endsWith('_view') ? 'V' : 'U',
      table,
    }));

/** The same of the table-valued functions of schema sys. */
export const systemFunctionEntries = (): readonly ObjectEntry[] =>
  SYSTEM_FUNCTIONS.map(({ id, name, schema }): ObjectEntry => ({ ...SYSTEM_ENTRY, id, name, schema, schemaId: 4, type: 'IF' }));
