/**
 * Rows of a table with PERIOD FOR SYSTEM_TIME know from when until when they are current, by the time at which their transaction began. While versioning
 * is on, the row that an UPDATE, DELETE or cascade replaces goes to the history table, closed at that time. Nobody else writes a history table.
 */

import type { BindScope } from '../../bind/context.ts';
import type { DatabaseCatalog, HistoryRetention, SystemVersioning, Table } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import { cutTicks, latest } from '../../values/datetime/limits.ts';
import type { Value } from '../../values/value.ts';
import type { Frame } from '../contracts.ts';
import { createWriter, displayName, storedName, type TableWriter } from './writer.ts';

export interface RowVersions {
  /** Position of the column that an update sets beside those of the statement. */
  readonly start: number;
  /** Fills the period of a new row. */
  begin(row: Value[], frame: Frame): void;
  /** Begins the period of a row's new image. Raises 13535 for a row that is newer than the transaction. */
  renew(before: readonly Value[], after: Value[], frame: Frame): void;
  /** Keeps an image that is no longer current. */
  keep(row: readonly Value[], frame: Frame): void;
}

/** Null for a table without a period. */
export function rowVersions(table: Table, database: DatabaseCatalog | null, scope: BindScope, writer: TableWriter): RowVersions | null {
  const { period } = table;
  if (period === undefined) return null;
  const place = (id: number): number => table.columns.findIndex((column) => column.id === id);
  const [start, end] = [place(period.start), place(period.end)];
  const scale = table.columns[start]?.type.scale ?? 7;
  const now = (frame: Frame): bigint => cutTicks(frame.context.transactionTime, scale);
  const requireOlder = (row: readonly Value[], time: bigint): void => {
    if (table.versioning !== undefined && (row[start] as bigint) > time) throw sqlError(13535, displayName(table, database));
  };
  const forget = table.versioning === undefined ? null : forgetter(table.versioning, database, scope);
  // Made when the first row is kept.
  let history: TableWriter | undefined;
  return {
    start,
    begin: (row, frame) => {
      row[start] = now(frame);
      row[end] = latest(scale);
    },
    renew: (before, after, frame) => {
      const time = now(frame);
      requireOlder(before, time);
      after[start] = time;
    },
    keep: (row, frame) => {
      if (table.versioning === undefined) return;
      history ??= historyWriter(table, database, scope);
      const time = now(frame);
      requireOlder(row, time);
      const closed = [...row];
      closed[end] = time;
      writer.fillVirtual?.(closed, frame);
      history.insert(closed, frame, 'UPDATE');
      forget?.(history, end, frame);
    },
  };
}

/** Between two looks for rows that are too old. */
const LOOK_EVERY = 60_000;

/** Deletes rows of the history that are older than HISTORY_RETENTION_PERIOD, now and then. Null for a history that is kept for ever. */
function forgetter(
  { retention }: SystemVersioning,
  database: DatabaseCatalog | null,
  scope: BindScope,
): ((history: TableWriter, end: number, frame: Frame) => void) | null {
  if (retention === null || database?.options.other.TEMPORAL_HISTORY_RETENTION === 'OFF') return null;
  let looked = 0;
  return ({ table }, end, { context }) => {
    const column = table.columns[end];
    const now = Date.now();
    if (column === undefined || now - looked < LOOK_EVERY) return;
    looked = now;
    const { backend } = scope.catalog;
    const oldest = backend.physicalType(column.type).encode(cutTicks(periodBefore(context.transactionTime, retention), column.type.scale));
    const sql = `DELETE FROM ${storedName(table, database, scope)} WHERE ${backend.quoteName(column.storageName)} < ?`;
    context.connection.run(sql, [oldest], { bigints: false, functions: [] });
  };
}

const DAY = 864_000_000_000n;
const UNIX_EPOCH = 621_355_968_000_000_000n;

/** The moment that lies a retention period before another, in 100 ns ticks. */
function periodBefore(ticks: bigint, { count, unit }: HistoryRetention): bigint {
  if (unit === 'DAY' || unit === 'WEEK') return ticks - BigInt(count * (unit === 'DAY' ? 1 : 7)) * DAY;
  const date = new Date(Number((ticks - UNIX_EPOCH) / 10_000n));
  date.setUTCMonth(date.getUTCMonth() - count * (unit === 'MONTH' ? 1 : 12));
  return BigInt(date.getTime()) * 10_000n + UNIX_EPOCH;
}

function historyWriter(table: Table, database: DatabaseCatalog | null, scope: BindScope): TableWriter {
  const history = database?.objectsById.get(table.versioning?.historyId ?? 0);
  if (history?.kind !== 'table') throw new Error(`the history of ${table.name} is gone`);
  return createWriter(history, database, scope);
}

/** What a statement that changes a history table is refused with. */
const REFUSALS = { insert: 13559, delete: 13560, update: 13561, merge: 13562 } as const;

export function refuseHistory(table: Table, database: DatabaseCatalog | null, kind: keyof typeof REFUSALS): void {
  if (table.historyOf !== undefined) throw sqlError(REFUSALS[kind], displayName(table, database));
}
