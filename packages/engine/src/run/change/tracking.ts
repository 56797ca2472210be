/**
 * Records what changes in a tracked table: operation, key, columns and context of every row, under the version of its transaction. A version belongs to
 * one transaction, or to one statement outside of transactions with its triggers and cascades; it is drawn with the first change, and the rows about it
 * commit and roll back with the changes themselves.
 */

import type { BindScope } from '../../bind/context.ts';
import { changesTable, keptFor, keyColumnName, trackedKey, VERSIONS_TABLE } from '../../catalog/change-tracking.ts';
import type { DatabaseCatalog, Table } from '../../catalog/model.ts';
import type { Value } from '../../values/value.ts';
import type { Frame, PhysicalValue, Steps } from '../contracts.ts';
import { eachRow } from '../pace.ts';
import { keyChanged } from './references.ts';

type Row = readonly Value[];

export interface ChangeTracker {
  inserted(rows: readonly Row[], frame: Frame): Steps<void>;
  deleted(rows: readonly Row[], frame: Frame): Steps<void>;
  /** `columns` are the positions that the statement assigns. */
  updated(updates: readonly { readonly before: Row; readonly after: Row }[], columns: readonly number[], frame: Frame): Steps<void>;
}

/** Null for a table without change tracking. */
export function changeTracker(table: Table, database: DatabaseCatalog | null, scope: BindScope): ChangeTracker | null {
  if (table.changeTracking === undefined || database === null) return null;
  const { backend } = scope.catalog;
  const alias = scope.catalog.alias(database.databaseId);
  const key = trackedKey(table);
  const places = key.map((column) => table.columns.indexOf(column));
  const encoders = key.map(({ type }) => backend.physicalType(type).encode);
  const into = `${alias}.${backend.quoteName(changesTable(table.id))}`;
  const names = ['version', 'op', 'mask', 'context', 'at', ...key.map((_, i) => keyColumnName(i))];
  const insert = `INSERT INTO ${into} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  const options = { bigints: false, functions: key.flatMap(({ type }) => backend.keyFunctions(type)) };
  const keyOf = (row: Row): PhysicalValue[] =>
    places.map((place, i) => {
      const value = row[place] ?? null;
      return value === null ? null : (encoders[i]?.(value) ?? null);
    });
  const record = (op: 'I' | 'U' | 'D', row: Row, mask: Uint8Array | null, version: number, frame: Frame): void => {
    const params = [version, op, mask, frame.trackingContext ?? null, Date.now(), ...keyOf(row)];
    frame.context.connection.run(insert, params, options);
  };
  const draw = (frame: Frame): number => drawVersion(frame, alias, () => cleanUp(frame, alias, into, table, database));
  function* each(op: 'I' | 'D', rows: readonly Row[], frame: Frame): Steps<void> {
    if (rows.length === 0) return;
    const version = draw(frame);
    yield* eachRow(rows, frame, (row) => record(op, row, null, version, frame));
  }
  return {
    inserted: (rows, frame) => each('I', rows, frame),
    deleted: (rows, frame) => each('D', rows, frame),
    *updated(updates, columns, frame) {
      if (updates.length === 0) return;
      const version = draw(frame);
      const mask = maskOf(table, columns, places);
      const moved = updates.filter(({ before, after }) => keyChanged(places, table, before, after));
      const stayed = moved.length === 0 ? updates : updates.filter((update) => !moved.includes(update));
      // Rows pass through each other's keys: all old keys go before the new ones come.
      yield* eachRow(moved, frame, ({ before }) => record('D', before, null, version, frame));
      yield* eachRow(moved, frame, ({ after }) => record('I', after, null, version, frame));
      yield* eachRow(stayed, frame, ({ after }) => record('U', after, mask, version, frame));
    },
  };
}

/** Four zero bytes, then the ids of the columns; null when all have changed, or the key, which is as much. */
function maskOf(table: Table, columns: readonly number[], key: readonly number[]): Uint8Array | null {
  if (table.changeTracking?.trackColumns !== true || columns.some((place) => key.includes(place))) return null;
  const stamped = table.columns.flatMap(({ type }, place) => (type.name === 'rowversion' ? [place] : []));
  const changed = [...new Set([...columns, ...stamped])];
  const others = table.columns.flatMap(({ computed }, place) => (computed !== null || key.includes(place) ? [] : [place]));
  if (others.every((place) => changed.includes(place))) return null;
  const bytes = new Uint8Array(4 + changed.length * 4);
  const view = new DataView(bytes.buffer);
  changed.forEach((place, i) => {
    view.setInt32(4 + i * 4, table.columns[place]?.id ?? 0, true);
  });
  return bytes;
}

const PLAIN = { bigints: false, functions: [] };

/** Versions between two looks for changes that are too old. */
const CLEAN_EVERY = 64;

function drawVersion({ context }: Frame, alias: string, cleanUpNow: () => void): number {
  const { connection, changeKey } = context;
  const [last, owner] = connection.get(`SELECT version, key FROM ${alias}.${VERSIONS_TABLE} WHERE id = 0`, [], PLAIN) ?? [0, null];
  if (owner === changeKey) return Number(last);
  const version = Number(last) + 1;
  connection.run(`INSERT OR REPLACE INTO ${alias}.${VERSIONS_TABLE}(id, version, key) VALUES (0, ?, ?)`, [version, changeKey], PLAIN);
  if (version % CLEAN_EVERY === 0) cleanUpNow();
  return version;
}

/** Changes beyond the retention period go, and what is known begins after them. */
function cleanUp({ context }: Frame, alias: string, changes: string, table: Table, database: DatabaseCatalog): void {
  const kept = keptFor(database);
  if (kept === null) return;
  const { connection } = context;
  const oldest = Date.now() - kept;
  const [version] = connection.get(`SELECT max(version) FROM ${changes} WHERE at < ?`, [oldest], PLAIN) ?? [];
  if (version === null || version === undefined) return;
  connection.run(`DELETE FROM ${changes} WHERE version <= ?`, [version], PLAIN);
  connection.run(`UPDATE ${alias}.${VERSIONS_TABLE} SET version = max(version, ?) WHERE id = ?`, [version, table.id], PLAIN);
}

/** TRUNCATE is no change of rows: what was known is forgotten, and what comes is known from now on. */
export function forgetChanges(table: Table, alias: string, quoteName: (name: string) => string, { context }: Frame): void {
  const { connection } = context;
  connection.run(`DELETE FROM ${alias}.${quoteName(changesTable(table.id))}`, [], PLAIN);
  const current = `(SELECT coalesce(max(version), 0) FROM ${alias}.${VERSIONS_TABLE} WHERE id = 0)`;
  connection.run(`UPDATE ${alias}.${VERSIONS_TABLE} SET version = ${current} WHERE id = ?`, [table.id], PLAIN);
}
