/**
 * Change tracking as it lies in storage: a table of changes for every tracked table, and one table of versions for the database. Its row 0 is the
 * version of the last transaction that changed a tracked table, with a key of that transaction; the other rows are the versions since which the changes
 * of a table are known.
 */

import { primaryKey } from './find.ts';
import type { Column, DatabaseCatalog, Table } from './model.ts';

/** Names without a dot are never those of users' tables. */
export const VERSIONS_TABLE = 'sprocket_tracking';

export const changesTable = (tableId: number): string => `tracking ${tableId}`;

export const keyColumnName = (place: number): string => `k${place + 1}`;

/** The columns by which changes name rows, in the order of the primary key. */
export function trackedKey(table: Table): readonly Column[] {
  return (primaryKey(table)?.columns ?? []).flatMap(({ columnId }) => table.columns.find(({ id }) => id === columnId) ?? []);
}

const MINUTES = { MINUTES: 1, HOURS: 60, DAYS: 1440 } as const;

/** How long changes are kept, in milliseconds; null while nothing is cleaned up. */
export function keptFor({ options: { changeTracking } }: DatabaseCatalog): number | null {
  if (changeTracking === undefined || !changeTracking.autoCleanup) return null;
  return changeTracking.retention * MINUTES[changeTracking.unit] * 60_000;
}
