/**
 * What has become of storage since a cursor read its rows. As long as nothing was written, they are as they were read. When a dynamic cursor stands
 * behind the rows it knows and something was written meanwhile, its query is asked again, and what follows the last known row is taken over: so a loop
 * over a table sees what the loop itself has added.
 */

import type { Value } from '../../values/value.ts';
import type { StorageConnection } from '../contracts.ts';
import { type Cursor, isLive, type OpenRows } from './model.ts';

/** The state of storage when the rows were read; another connection, or another number, may have other rows. */
export interface StorageMark {
  readonly connection: StorageConnection;
  readonly changes: Value;
  readonly version: Value;
  /** `connection.writes` at the time. */
  readonly writes: number;
}

const PLAIN = { bigints: false, functions: [] };

export function markOf(connection: StorageConnection): StorageMark {
  const [changes = null] = connection.get('SELECT total_changes()', [], PLAIN) ?? [];
  const [version = null] = connection.get('PRAGMA data_version', [], PLAIN) ?? [];
  return { connection, changes, version, writes: connection.writes };
}

const isSame = (a: StorageMark, b: StorageMark): boolean =>
  a.connection === b.connection && a.changes === b.changes && a.version === b.version;

/** False from the first write on. SQLite is asked only when something may have been written. */
export function isFresh(cursor: Cursor, open: OpenRows): boolean {
  const { connection } = cursor.frame.context;
  if (!open.fresh || open.mark === null || isQuiet(connection, open.mark)) return open.fresh;
  const mark = markOf(connection);
  open.fresh = isSame(mark, open.mark);
  if (open.fresh) open.mark = mark;
  return open.fresh;
}

const isQuiet = (connection: StorageConnection, mark: StorageMark): boolean =>
  connection === mark.connection && connection.writes === mark.writes;

/** True when there are more rows now. */
export function extend(cursor: Cursor, open: OpenRows): boolean {
  const { plan, rows } = open;
  if (!isLive(plan) || open.mark === null) return false;
  const mark = markOf(cursor.frame.context.connection);
  if (isSame(mark, open.mark)) return false;
  open.mark = mark;
  const known = new Set(rows.map((row) => keyOf(row, open)));
  let added: (readonly Value[])[] = [];
  for (const row of plan.rows.open(cursor.frame)) {
    if (known.has(keyOf(row, open))) added = [];
    else added.push([...row]);
  }
  rows.push(...added);
  return added.length > 0;
}

/** The keys of all tables behind a row. */
function keyOf(row: readonly Value[], { plan }: OpenRows): string {
  const start = plan.columns.length;
  return plan.tables.flatMap(({ first, keys }) => keys.map((_key, i) => shown(row[start + first + i] ?? null))).join('\n');
}

const shown = (value: Value): string => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'object' && value !== null
    ? JSON.stringify(value, (_name, part) => (typeof part === 'bigint' ? `${part}` : part))
    : `${value}`;
};
