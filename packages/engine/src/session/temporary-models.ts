/**
 * Models of temporary tables, shared by all sessions and told apart by definition: a procedure that makes its table on every call finds its statements
 * bound, whoever calls it. Each model has a name in storage of its own. Its storage stays behind, empty, when the table is dropped, so that the next
 * table of that definition on the same connection needs no storage statement, and SQLite prepares nothing anew.
 */

import { createTableStatements, type Layout, quote, runStatements } from '../catalog/ddl/storage.ts';
import { nameKey, type Table } from '../catalog/model.ts';
import type { StorageConnection } from '../run/contracts.ts';
import { nextSerial } from './instance.ts';

/** Definitions that are kept; the one that was first seen longest ago goes first. */
const KEPT = 2_000;

export class TemporaryModels {
  /** Several tables of one definition can be there at a time: in scopes inside one another. */
  readonly #created = new Map<string, readonly Table[]>();
  readonly #changed = new Map<string, Table>();
  readonly #plain = new WeakSet<Table>();

  /** The model for a new table: equal to it in everything but its ids, its dates and the names that the system makes. */
  take(table: Table, isTaken: (model: Table) => boolean): Table {
    const key = definitionKey(table);
    const models = this.#created.get(key) ?? [];
    const known = models.find((model) => !isTaken(model));
    if (known !== undefined) return known;
    const model = withStorageName(table, `${nameKey(table.name)}~${nextSerial()}`);
    this.#plain.add(model);
    keep(this.#created, key, [...models, model]);
    return model;
  }

  /** The model for a table that was altered. */
  changed(table: Table): Table {
    const key = `${table.id} ${definitionKey(table)}`;
    const known = this.#changed.get(key);
    if (known === undefined) keep(this.#changed, key, table);
    return known ?? table;
  }

  /** As it was when it was made. */
  isPlain(table: Table): boolean {
    return this.#plain.has(table);
  }
}

/** Storage for a table without rows. The notes of a connection know which tables it has; a rollback clears them. */
export function makeStorage(connection: StorageConnection, layout: Layout, table: Table): void {
  const note = noteOf(table);
  if (connection.notes.has(note)) return;
  const exists = connection.get('SELECT 1 FROM temp.sqlite_master WHERE name = ?', [table.storage.name], PLAIN) !== undefined;
  if (exists) connection.run(`DELETE FROM temp.${quote(table.storage.name)}`, [], PLAIN);
  else runStatements(connection, createTableStatements(layout, table));
  connection.notes.set(note, '');
}

/** The storage of a table that was altered goes, that of any other becomes empty. */
export function dropStorage(connection: StorageConnection, table: Table, isPlain: boolean): void {
  connection.run(`${isPlain ? 'DELETE FROM' : 'DROP TABLE'} temp.${quote(table.storage.name)}`, [], PLAIN);
  if (!isPlain) connection.notes.delete(noteOf(table));
}

const PLAIN = { bigints: false, functions: [] };

const noteOf = (table: Table): string => `temporary ${table.storage.name}`;

function withStorageName(table: Table, name: string): Table {
  const rename = (stored: string): string => name + stored.slice(table.storage.name.length);
  return {
    ...table,
    storage: { ...table.storage, name },
    keys: table.keys.map((key) => ({ ...key, storageName: rename(key.storageName) })),
    indexes: table.indexes.map((index) => ({ ...index, storageName: rename(index.storageName) })),
  };
}

function keep<Item>(map: Map<string, Item>, key: string, item: Item): void {
  map.set(key, item);
  const oldest = map.keys().next();
  if (map.size > KEPT && oldest.done !== true) map.delete(oldest.value);
}

const UNCOUNTED: ReadonlySet<string> = new Set(['id', 'created', 'modified', 'indexId']);

function definitionKey(table: Table): string {
  return JSON.stringify(table, (key, value: unknown) => {
    if (UNCOUNTED.has(key)) return undefined;
    if (typeof value === 'bigint') return String(value);
    return isSystemNamed(value) ? { ...value, name: undefined, storageName: undefined } : value;
  });
}

const isSystemNamed = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && 'systemNamed' in value && value.systemNamed === true;
