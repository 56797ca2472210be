/** Indexes with their columns, statistics, filegroups and files. */

import { BIT, DATETIME, INT, MAX, nvarchar, SYSNAME, TINYINT, type Type, UNIQUEIDENTIFIER } from '@sprocket/tsql';
import { type AnyIndex, allIndexes, clusteredIndex, isColumnStore, isDisabled, isKey } from '../find.ts';
import { isIndexed, tableOfView } from '../indexed-view.ts';
import type { DatabaseCatalog, DataSpace, IndexColumn, Statistics, Table, XmlIndex } from '../model.ts';
import { partitionOf } from '../partition.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, CHAR_2, DESCRIPTION, LSN, NO } from './shared.ts';
import { xmlIndexes } from './xml-indexes.ts';

/** One row of sys.indexes: an index, or the heap of a table without a clustered one. */
export interface IndexEntry {
  readonly table: Table;
  readonly index: AnyIndex | null;
  /** Set for an xml index, which is no index of the storage. */
  readonly xml?: XmlIndex;
}

export function* indexTables({ catalog }: { readonly catalog: DatabaseCatalog }): Iterable<Table> {
  for (const object of catalog.objects.values()) {
    if (object.kind === 'table') yield object;
    else if (object.kind === 'view' && isIndexed(object)) yield tableOfView(object);
  }
  for (const type of catalog.types.values()) if (type.kind === 'table') yield type.table;
}

export function indexEntries(table: Table): readonly IndexEntry[] {
  const indexes = allIndexes(table).map((index) => ({ table, index }));
  return clusteredIndex(table) === undefined ? [{ table, index: null }, ...indexes] : indexes;
}

export function* everyIndex(context: SystemContext): Iterable<IndexEntry> {
  for (const table of indexTables(context)) yield* indexEntries(table);
}

function* withXmlIndexes(context: SystemContext): Iterable<IndexEntry> {
  yield* everyIndex(context);
  for (const { table, xml } of xmlIndexes(context)) yield { table, index: null, xml };
}

const isUnique = (index: AnyIndex | null): boolean => index !== null && (isKey(index) || index.unique);

const INDEX_TYPES: Readonly<Record<number, string>> = {
  0: 'HEAP',
  1: 'CLUSTERED',
  2: 'NONCLUSTERED',
  4: 'SPATIAL',
  5: 'CLUSTERED COLUMNSTORE',
  6: 'NONCLUSTERED COLUMNSTORE',
};

export function indexType(index: AnyIndex | null): number {
  if (index === null) return 0;
  if (!isKey(index) && index.spatial !== undefined) return 4;
  return (index.clustered ? 1 : 2) + (isColumnStore(index) ? 4 : 0);
}

export const INDEX_COLUMNS: ColumnRows<IndexEntry> = {
  object_id: column(INT, ({ table }) => table.id),
  name: nullable(SYSNAME, ({ index, xml }) => (index ?? xml)?.name ?? null),
  index_id: column(INT, ({ index, xml }) => (index ?? xml)?.indexId ?? 0),
  type: column(TINYINT, ({ index, xml }) => (xml === undefined ? indexType(index) : 3)),
  type_desc: nullable(DESCRIPTION, ({ index, xml }) => (xml === undefined ? (INDEX_TYPES[indexType(index)] ?? null) : 'XML')),
  is_unique: nullable(BIT, ({ index }) => bit(isUnique(index))),
  data_space_id: nullable(INT, ({ table, index }) => partitionOf(table, index)?.schemeId ?? 1),
  ignore_dup_key: nullable(BIT, ({ index }) => bit(index?.ignoreDuplicateKeys === true)),
  is_primary_key: nullable(BIT, ({ index }) => bit(index !== null && isKey(index) && index.kind === 'primary')),
  is_unique_constraint: nullable(BIT, ({ index }) => bit(index !== null && isKey(index) && index.kind === 'unique')),
  fill_factor: column(TINYINT, ({ index }) => index?.tuning?.fillFactor ?? 0),
  is_padded: nullable(BIT, ({ index }) => bit(index?.tuning?.padded === true)),
  is_disabled: nullable(BIT, ({ index }) => bit(index !== null && isDisabled(index))),
  is_hypothetical: nullable(BIT, 0),
  is_ignored_in_optimization: nullable(BIT, 0),
  allow_row_locks: nullable(BIT, ({ index }) => bit(index?.tuning?.rowLocks !== false)),
  allow_page_locks: nullable(BIT, ({ index }) => bit(index?.tuning?.pageLocks !== false)),
  has_filter: nullable(BIT, ({ index }) => bit(index !== null && !isKey(index) && index.filter !== null)),
  filter_definition: nullable(nvarchar(MAX), ({ index }) => (index === null || isKey(index) ? null : index.filter)),
  compression_delay: nullable(INT),
  suppress_dup_key_messages: nullable(BIT, 0),
  auto_created: nullable(BIT, 0),
  optimize_for_sequential_key: nullable(BIT, 0),
};

interface IndexColumnEntry {
  readonly table: Table;
  readonly index: AnyIndex | null;
  readonly xml?: XmlIndex;
  readonly position: number;
  readonly column: IndexColumn;
  readonly role: 'key' | 'included' | 'partition';
}

function* indexColumns(context: SystemContext): Iterable<IndexColumnEntry> {
  for (const table of indexTables(context)) for (const { index } of indexEntries(table)) yield* columnsOf(table, index);
  for (const { table, xml } of xmlIndexes(context))
    yield { table, index: null, xml, position: 1, column: { columnId: xml.columnId, descending: false }, role: 'key' };
}

/** Keys, then included columns, then the partitioning column when it is neither. */
function columnsOf(table: Table, index: AnyIndex | null): readonly IndexColumnEntry[] {
  const keys = (index?.columns ?? []).map((key): Omit<IndexColumnEntry, 'position'> => ({ table, index, column: key, role: 'key' }));
  const included = includedColumns(table, index).map(
    (columnId): Omit<IndexColumnEntry, 'position'> => ({ table, index, column: { columnId, descending: false }, role: 'included' }),
  );
  const listed = [...keys, ...included];
  const partition = partitionOf(table, index);
  if (partition !== undefined && !listed.some(({ column: { columnId } }) => columnId === partition.columnId))
    listed.push({ table, index, column: { columnId: partition.columnId, descending: false }, role: 'partition' });
  return listed.map((entry, i) => ({ ...entry, position: i + 1 }));
}

function includedColumns(table: Table, index: AnyIndex | null): readonly number[] {
  if (index === null || isKey(index)) return [];
  return isColumnStore(index) && index.clustered ? table.columns.map(({ id }) => id) : index.included;
}

const isPartitionColumn = ({ table, index, column: { columnId } }: IndexColumnEntry): boolean =>
  partitionOf(table, index)?.columnId === columnId;

const INDEX_COLUMN_COLUMNS: ColumnRows<IndexColumnEntry> = {
  object_id: column(INT, ({ table }) => table.id),
  index_id: column(INT, ({ index, xml }) => (index ?? xml)?.indexId ?? 0),
  index_column_id: column(INT, ({ position }) => position),
  column_id: column(INT, (entry) => entry.column.columnId),
  key_ordinal: column(TINYINT, ({ role, position }) => (role === 'key' ? position : 0)),
  partition_ordinal: column(TINYINT, (entry) => bit(isPartitionColumn(entry))),
  is_descending_key: nullable(BIT, (entry) => bit(entry.column.descending)),
  is_included_column: nullable(BIT, ({ role }) => bit(role === 'included')),
  column_store_order_ordinal: column(TINYINT, 0),
};

/** Statistics exist by themselves or with an index, of which they have the number. */
interface StatisticsEntry {
  readonly table: Table;
  readonly id: number;
  readonly name: string;
  readonly columns: readonly number[];
  readonly filter: string | null;
  readonly own: Statistics | null;
}

function* statistics(context: SystemContext): Iterable<StatisticsEntry> {
  for (const table of indexTables(context)) {
    for (const index of allIndexes(table)) {
      const columns = index.columns.map(({ columnId }) => columnId);
      yield { table, id: index.indexId, name: index.name, columns, filter: isKey(index) ? null : index.filter, own: null };
    }
    for (const own of table.statistics ?? []) yield { table, id: own.id, name: own.name, columns: own.columns, filter: own.filter, own };
  }
}

const STATS_COLUMNS: ColumnRows<StatisticsEntry> = {
  object_id: column(INT, ({ table }) => table.id),
  name: nullable(SYSNAME, ({ name }) => name),
  stats_id: column(INT, ({ id }) => id),
  auto_created: nullable(BIT, 0),
  user_created: nullable(BIT, ({ own }) => bit(own !== null)),
  no_recompute: nullable(BIT, ({ own }) => bit(own?.noRecompute === true)),
  has_filter: nullable(BIT, ({ filter }) => bit(filter !== null)),
  filter_definition: nullable(nvarchar(MAX), ({ filter }) => filter),
  is_temporary: nullable(BIT, 0),
  is_incremental: nullable(BIT, 0),
  has_persisted_sample: nullable(BIT, 0),
  stats_generation_method: column(INT, 0),
  stats_generation_method_desc: column(nvarchar(80), 'Sort based statistics'),
  auto_drop: nullable(BIT, 0),
};

interface StatisticsColumnEntry {
  readonly entry: StatisticsEntry;
  readonly columnId: number;
  readonly position: number;
}

function* statisticsColumns(context: SystemContext): Iterable<StatisticsColumnEntry> {
  for (const entry of statistics(context)) for (const [i, columnId] of entry.columns.entries()) yield { entry, columnId, position: i + 1 };
}

const STATS_COLUMN_COLUMNS: ColumnRows<StatisticsColumnEntry> = {
  object_id: column(INT, ({ entry }) => entry.table.id),
  stats_id: column(INT, ({ entry }) => entry.id),
  stats_column_id: nullable(INT, ({ position }) => position),
  column_id: nullable(INT, ({ columnId }) => columnId),
};

const isGroup = (space: DataSpace): boolean => space.kind === 'filegroup';

export const SPACE_COLUMNS: ColumnRows<DataSpace> = {
  name: column(SYSNAME, (space) => space.name),
  data_space_id: column(INT, (space) => space.id),
  type: column(CHAR_2, (space) => (isGroup(space) ? 'FG' : 'PS')),
  type_desc: nullable(DESCRIPTION, (space) => (isGroup(space) ? 'ROWS_FILEGROUP' : 'PARTITION_SCHEME')),
  is_default: nullable(BIT, (space) => bit(space.kind === 'filegroup' && space.isDefault)),
  is_system: nullable(BIT, 0),
};

const FILEGROUP_COLUMNS: ColumnRows<DataSpace> = {
  ...SPACE_COLUMNS,
  filegroup_guid: nullable(UNIQUEIDENTIFIER),
  log_filegroup_id: nullable(INT),
  is_read_only: nullable(BIT, (space) => bit(space.kind === 'filegroup' && space.readOnly)),
  is_autogrow_all_files: nullable(BIT, 0),
};

/** A database has one data file and one log, whatever its CREATE DATABASE said. */
interface FileEntry {
  readonly catalog: DatabaseCatalog;
  readonly log: boolean;
}

const filesOf = (catalog: DatabaseCatalog): readonly FileEntry[] => [
  { catalog, log: false },
  { catalog, log: true },
];

const fileName = ({ catalog, log }: FileEntry): string => {
  if (catalog.databaseId === 1) return log ? 'mastlog' : 'master';
  if (catalog.databaseId === 2) return log ? 'templog' : 'tempdev';
  if (catalog.databaseId === 3) return log ? 'modellog' : 'modeldev';
  if (catalog.databaseId === 4) return log ? 'MSDBLog' : 'MSDBData';
  return log ? `${catalog.name}_log` : catalog.name;
};

function filePath(entry: FileEntry, { server, live }: SystemContext): string {
  const file = server.databases.get(entry.catalog.name.toLowerCase())?.file ?? `${entry.catalog.name}.db`;
  return `${live.host.dataDirectory}/${file}${entry.log ? '-wal' : ''}`;
}

/** Size in pages of 8 KB. */
function filePages(entry: FileEntry, { live }: SystemContext): number {
  const { data, log } = live.databaseSize(entry.catalog.databaseId);
  return Math.ceil((entry.log ? log : data) / 8192);
}

const guid: Type = UNIQUEIDENTIFIER;

const FILE_COLUMNS: ColumnRows<FileEntry> = {
  file_id: column(INT, ({ log }) => (log ? 2 : 1)),
  file_guid: nullable(guid),
  type: column(TINYINT, ({ log }) => bit(log)),
  type_desc: nullable(DESCRIPTION, ({ log }) => (log ? 'LOG' : 'ROWS')),
  data_space_id: column(INT, ({ log }) => (log ? 0 : 1)),
  name: column(SYSNAME, fileName),
  physical_name: nullable(nvarchar(260), filePath),
  state: nullable(TINYINT, 0),
  state_desc: nullable(DESCRIPTION, 'ONLINE'),
  size: column(INT, filePages),
  max_size: column(INT, ({ log }) => (log ? 268_435_456 : -1)),
  growth: column(INT, 8192),
  is_media_read_only: NO,
  is_read_only: NO,
  is_sparse: NO,
  is_percent_growth: NO,
  is_name_reserved: NO,
  is_persistent_log_buffer: NO,
  create_lsn: nullable(LSN),
  drop_lsn: nullable(LSN),
  read_only_lsn: nullable(LSN),
  read_write_lsn: nullable(LSN),
  differential_base_lsn: nullable(LSN),
  differential_base_guid: nullable(guid),
  differential_base_time: nullable(DATETIME),
  redo_start_lsn: nullable(LSN),
  redo_start_fork_guid: nullable(guid),
  redo_target_lsn: nullable(LSN),
  redo_target_fork_guid: nullable(guid),
  backup_lsn: nullable(LSN),
};

const MASTER_FILE_COLUMNS: ColumnRows<FileEntry> = {
  database_id: column(INT, ({ catalog }) => catalog.databaseId),
  ...FILE_COLUMNS,
  credential_id: nullable(INT),
};

export const INDEX_VIEWS: readonly SystemView[] = [
  defineView('sys', 'indexes', { columns: INDEX_COLUMNS, items: withXmlIndexes }),
  defineView('sys', 'index_columns', { columns: INDEX_COLUMN_COLUMNS, items: indexColumns }),
  defineView('sys', 'stats', { columns: STATS_COLUMNS, items: statistics }),
  defineView('sys', 'stats_columns', { columns: STATS_COLUMN_COLUMNS, items: statisticsColumns }),
  defineView('sys', 'data_spaces', { columns: SPACE_COLUMNS, items: ({ catalog }) => catalog.dataSpaces }),
  defineView('sys', 'filegroups', { columns: FILEGROUP_COLUMNS, items: ({ catalog }) => catalog.dataSpaces.filter(isGroup) }),
  defineView('sys', 'database_files', { live: true, columns: FILE_COLUMNS, items: ({ catalog }) => filesOf(catalog) }),
  defineView('sys', 'master_files', {
    live: true,
    columns: MASTER_FILE_COLUMNS,
    items: ({ databases }) => [...databases()].flatMap(filesOf),
  }),
];
