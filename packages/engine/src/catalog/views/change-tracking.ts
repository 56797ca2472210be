/** sys.change_tracking_databases and sys.change_tracking_tables. */

import { BIGINT, BIT, INT, TINYINT } from '@sprocket/tsql';
import { tablesOf } from '../find.ts';
import type { ChangeTracking, DatabaseCatalog, Table } from '../model.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, DESCRIPTION } from './shared.ts';

interface TrackedDatabase {
  readonly catalog: DatabaseCatalog;
  readonly tracking: ChangeTracking;
}

const UNIT_CODES = { MINUTES: 1, HOURS: 2, DAYS: 3 } as const;

function* trackedDatabases({ databases }: SystemContext): Iterable<TrackedDatabase> {
  for (const catalog of databases()) {
    const { changeTracking: tracking } = catalog.options;
    if (tracking !== undefined) yield { catalog, tracking };
  }
}

const DATABASE_COLUMNS: ColumnRows<TrackedDatabase> = {
  database_id: column(INT, ({ catalog }) => catalog.databaseId),
  is_auto_cleanup_on: nullable(BIT, ({ tracking }) => bit(tracking.autoCleanup)),
  retention_period: nullable(INT, ({ tracking }) => tracking.retention),
  retention_period_units: nullable(TINYINT, ({ tracking }) => UNIT_CODES[tracking.unit]),
  retention_period_units_desc: nullable(DESCRIPTION, ({ tracking }) => tracking.unit),
  max_cleanup_version: nullable(BIGINT),
};

function* trackedTables({ catalog }: SystemContext): Iterable<Table> {
  for (const table of tablesOf(catalog)) if (table.changeTracking !== undefined) yield table;
}

const firstVersion = ({ id }: Table, { catalog, live }: SystemContext): bigint | null => live.trackedSince(catalog.databaseId, id);

const TABLE_COLUMNS: ColumnRows<Table> = {
  object_id: column(INT, ({ id }) => id),
  is_track_columns_updated_on: column(BIT, ({ changeTracking }) => bit(changeTracking?.trackColumns === true)),
  begin_version: nullable(BIGINT, firstVersion),
  cleanup_version: nullable(BIGINT),
  min_valid_version: nullable(BIGINT, firstVersion),
};

export const CHANGE_TRACKING_VIEWS: readonly SystemView[] = [
  defineView('sys', 'change_tracking_databases', { live: true, columns: DATABASE_COLUMNS, items: trackedDatabases }),
  defineView('sys', 'change_tracking_tables', { live: true, columns: TABLE_COLUMNS, items: trackedTables }),
];
