/** sysindexes and sysindexkeys. */

import { BIGINT, IMAGE, INT, SMALLINT, SYSNAME, TINYINT, varbinary } from '@sprocket/tsql';
import { allIndexes, isKey } from '../../find.ts';
import type { Table } from '../../model.ts';
import { type ColumnRows, column, nullable, type SystemContext } from '../define.ts';
import { type IndexEntry, indexEntries } from '../indexes.ts';
import { tables } from './tables.ts';

export const INDEX: ColumnRows<IndexEntry> = {
  id: column(INT, ({ table }) => table.id),
  status: nullable(INT, ({ index }) => indexStatus(index)),
  first: nullable(varbinary(6)),
  indid: nullable(SMALLINT, ({ index }) => index?.indexId ?? 0),
  root: nullable(varbinary(6)),
  minlen: nullable(SMALLINT, 0),
  keycnt: nullable(SMALLINT, ({ index }) => index?.columns.length ?? 0),
  groupid: nullable(SMALLINT, 1),
  dpages: nullable(INT, 0),
  reserved: nullable(INT, 0),
  used: nullable(INT, 0),
  rowcnt: nullable(BIGINT, ({ table }, { catalog, live }) => BigInt(live.rowCount(catalog.databaseId, table))),
  rowmodctr: nullable(INT, 0),
  reserved3: nullable(INT, 0),
  reserved4: nullable(INT, 0),
  xmaxlen: nullable(SMALLINT, 0),
  maxirow: nullable(SMALLINT, 0),
  OrigFillFactor: nullable(TINYINT, 0),
  StatVersion: nullable(TINYINT, 0),
  reserved2: nullable(INT, 0),
  FirstIAM: nullable(varbinary(6)),
  impid: nullable(SMALLINT, 0),
  lockflags: nullable(SMALLINT, 0),
  pgmodctr: nullable(INT, 0),
  keys: nullable(varbinary(1088)),
  name: nullable(SYSNAME, ({ index }) => index?.name ?? null),
  statblob: nullable(IMAGE),
  maxlen: nullable(INT, 8000),
  rows: nullable(INT, ({ table }, { catalog, live }) => live.rowCount(catalog.databaseId, table)),
};

/** 2 unique, 16 clustered, 2048 primary key, 4096 unique constraint. */
function indexStatus(index: IndexEntry['index']): number {
  if (index === null) return 0;
  const unique = isKey(index) || index.unique ? 2 : 0;
  const constraint = isKey(index) ? (index.kind === 'primary' ? 2048 : 4096) : 0;
  return unique | constraint | (index.clustered ? 16 : 0);
}

export function* indexes(context: SystemContext): Iterable<IndexEntry> {
  for (const table of tables(context)) yield* indexEntries(table);
}

interface IndexKey {
  readonly table: Table;
  readonly indexId: number;
  readonly columnId: number;
  readonly position: number;
}

export function* indexKeys(context: SystemContext): Iterable<IndexKey> {
  for (const table of tables(context)) {
    for (const index of allIndexes(table)) {
      for (const [i, { columnId }] of index.columns.entries()) yield { table, indexId: index.indexId, columnId, position: i + 1 };
    }
  }
}

export const INDEX_KEY: ColumnRows<IndexKey> = {
  id: column(INT, ({ table }) => table.id),
  indid: nullable(SMALLINT, (k) => k.indexId),
  colid: nullable(SMALLINT, (k) => k.columnId),
  keyno: nullable(SMALLINT, (k) => k.position),
};
