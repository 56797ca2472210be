/** Partition functions and schemes, and the partitions of heaps and indexes with their rows and pages. Rows are counted when a view asks for them. */

import { BIGINT, BIT, DATETIME, INT, nvarchar, SMALLINT, SQL_VARIANT, SYSNAME, TINYINT } from '@sprocket/tsql';
import type { Value, Variant } from '../../values/value.ts';
import type { DatabaseCatalog, DataSpace, PartitionFunction } from '../model.ts';
import { fanout, isScheme, type PartitionScheme, partitioned, partitionOf } from '../partition.ts';
import { collationOf, maxLengthOf, precisionOf, scaleOf, systemType } from '../types.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { everyIndex, type IndexEntry, indexType, SPACE_COLUMNS } from './indexes.ts';
import { bit, CHAR_2, DESCRIPTION, datetimeOf, NO } from './shared.ts';

/** A partition of a heap or an index; those that are not divided have one. */
interface PartitionEntry extends IndexEntry {
  readonly number: number;
  readonly rows: () => bigint;
}

function* everyPartition(context: SystemContext): Iterable<PartitionEntry> {
  for (const entry of everyIndex(context)) yield* partitionsOf(entry, context);
}

function* partitionsOf(entry: IndexEntry, { catalog, live }: SystemContext): Iterable<PartitionEntry> {
  const { table, index } = entry;
  // Table types have no rows of their own.
  const exists = catalog.objectsById.get(table.id) === table;
  const by = partitioned(catalog, table, partitionOf(table, index));
  let counted: readonly number[] | undefined;
  if (by === undefined) {
    const rows = (): bigint => {
      counted ??= [exists ? live.rowCount(catalog.databaseId, table) : 0];
      return BigInt(counted[0] ?? 0);
    };
    yield { ...entry, number: 1, rows };
    return;
  }
  for (let number = 1; number <= fanout(by.fn); number += 1) {
    const rows = (): bigint => {
      counted ??= live.partitionRows(catalog.databaseId, table, by);
      return BigInt(counted[number - 1] ?? 0);
    };
    yield { ...entry, number, rows };
  }
}

interface ServerPartition extends PartitionEntry {
  readonly databaseId: number;
}

/** Those of all databases, for functions that take the number of one. */
function* serverPartitions(context: SystemContext): Iterable<ServerPartition> {
  for (const catalog of context.databases()) {
    for (const entry of everyPartition({ ...context, catalog })) yield { ...entry, databaseId: catalog.databaseId };
  }
}

/** A partition has no number of its own here; it is made from table, index and number. */
const partitionId = ({ table, index, number }: PartitionEntry): bigint =>
  (BigInt(table.id) << 32n) + (BigInt(index?.indexId ?? 0) << 16n) + BigInt(number);

const PARTITION_COLUMNS: ColumnRows<PartitionEntry> = {
  partition_id: column(BIGINT, partitionId),
  object_id: column(INT, ({ table }) => table.id),
  index_id: column(INT, ({ index }) => index?.indexId ?? 0),
  partition_number: column(INT, ({ number }) => number),
  hobt_id: column(BIGINT, partitionId),
  rows: nullable(BIGINT, ({ rows }) => rows()),
  filestream_filegroup_id: column(SMALLINT, 0),
  data_compression: column(TINYINT, 0),
  data_compression_desc: nullable(DESCRIPTION, 'NONE'),
  xml_compression: nullable(BIT, 0),
  xml_compression_desc: nullable(nvarchar(3), 'OFF'),
};

/** Rough page counts: what matters to those who ask is that a table with rows has some. */
const pages = ({ rows }: PartitionEntry): bigint => (rows() + 99n) / 100n;

const PARTITION_STATS_COLUMNS: ColumnRows<PartitionEntry> = {
  partition_id: nullable(BIGINT, partitionId),
  object_id: column(INT, ({ table }) => table.id),
  index_id: column(INT, ({ index }) => index?.indexId ?? 0),
  partition_number: column(INT, ({ number }) => number),
  in_row_data_page_count: nullable(BIGINT, pages),
  in_row_used_page_count: nullable(BIGINT, pages),
  in_row_reserved_page_count: nullable(BIGINT, pages),
  lob_used_page_count: nullable(BIGINT, 0n),
  lob_reserved_page_count: nullable(BIGINT, 0n),
  row_overflow_used_page_count: nullable(BIGINT, 0n),
  row_overflow_reserved_page_count: nullable(BIGINT, 0n),
  used_page_count: nullable(BIGINT, pages),
  reserved_page_count: nullable(BIGINT, pages),
  row_count: nullable(BIGINT, ({ rows }) => rows()),
};

const SERVER_PARTITION_COLUMNS: ColumnRows<ServerPartition> = {
  database_id: column(SMALLINT, ({ databaseId }) => databaseId),
  object_id: column(INT, ({ table }) => table.id),
  index_id: column(INT, ({ index }) => index?.indexId ?? 0),
  partition_number: column(INT, ({ number }) => number),
  partition_id: nullable(BIGINT, partitionId),
  index_type: column(TINYINT, ({ index }) => indexType(index)),
  page_count: nullable(BIGINT, pages),
  row_count: nullable(BIGINT, ({ rows }) => rows()),
};

const ALLOCATION_COLUMNS: ColumnRows<PartitionEntry> = {
  allocation_unit_id: column(BIGINT, partitionId),
  type: column(TINYINT, 1),
  type_desc: nullable(DESCRIPTION, 'IN_ROW_DATA'),
  container_id: column(BIGINT, partitionId),
  data_space_id: nullable(INT, ({ table, index, number }, { catalog }) => {
    const by = partitioned(catalog, table, partitionOf(table, index));
    return by === undefined ? 1 : filegroupId(catalog, by.scheme.filegroups[number - 1]);
  }),
  total_pages: column(BIGINT, pages),
  used_pages: column(BIGINT, pages),
  data_pages: column(BIGINT, pages),
};

/** A filegroup that nobody made is the primary one. */
function filegroupId(catalog: DatabaseCatalog, name: string | undefined): number {
  return catalog.dataSpaces.find((space) => !isScheme(space) && space.name.toLowerCase() === name?.toLowerCase())?.id ?? 1;
}

const SCHEME_COLUMNS: ColumnRows<DataSpace> = {
  ...SPACE_COLUMNS,
  function_id: column(INT, (space, { catalog }) =>
    isScheme(space) ? (catalog.partitionFunctions.find((fn) => fn.name === space.function)?.id ?? 0) : 0,
  ),
};

interface Destination {
  readonly scheme: PartitionScheme;
  readonly filegroup: string;
  readonly number: number;
}

/** The filegroup that is used next has a row after those of the partitions. */
function* destinations({ catalog }: SystemContext): Iterable<Destination> {
  for (const scheme of catalog.dataSpaces.filter(isScheme)) {
    const all = scheme.nextUsed === null ? scheme.filegroups : [...scheme.filegroups, scheme.nextUsed];
    yield* all.map((filegroup, i) => ({ scheme, filegroup, number: i + 1 }));
  }
}

const DESTINATION_COLUMNS: ColumnRows<Destination> = {
  partition_scheme_id: column(INT, ({ scheme }) => scheme.id),
  destination_id: column(INT, ({ number }) => number),
  data_space_id: column(INT, ({ filegroup }, { catalog }) => filegroupId(catalog, filegroup)),
};

const FUNCTION_COLUMNS: ColumnRows<PartitionFunction> = {
  name: column(SYSNAME, (fn) => fn.name),
  function_id: column(INT, (fn) => fn.id),
  type: column(CHAR_2, 'R '),
  type_desc: nullable(DESCRIPTION, 'RANGE'),
  fanout: column(INT, (fn) => fanout(fn)),
  boundary_value_on_right: column(BIT, (fn) => bit(fn.right)),
  is_system: NO,
  create_date: column(DATETIME, (fn) => datetimeOf(fn.created)),
  modify_date: column(DATETIME, (fn) => datetimeOf(fn.modified)),
};

const PARAMETER_COLUMNS: ColumnRows<PartitionFunction> = {
  function_id: column(INT, (fn) => fn.id),
  parameter_id: column(INT, 1),
  system_type_id: column(TINYINT, (fn) => systemType(fn.type).systemTypeId),
  max_length: column(SMALLINT, (fn) => maxLengthOf(fn.type)),
  precision: column(TINYINT, (fn) => precisionOf(fn.type)),
  scale: column(TINYINT, (fn) => scaleOf(fn.type)),
  collation_name: nullable(SYSNAME, (fn, { catalog }) => collationOf(fn.type, catalog)),
  user_type_id: column(INT, (fn) => systemType(fn.type).userTypeId),
};

interface Boundary {
  readonly fn: PartitionFunction;
  readonly value: Value;
  readonly number: number;
}

function* boundaries({ catalog }: SystemContext): Iterable<Boundary> {
  for (const fn of catalog.partitionFunctions) yield* fn.values.map((value, i) => ({ fn, value, number: i + 1 }));
}

const BOUNDARY_COLUMNS: ColumnRows<Boundary> = {
  function_id: column(INT, ({ fn }) => fn.id),
  boundary_id: column(INT, ({ number }) => number),
  parameter_id: column(INT, 1),
  value: nullable(SQL_VARIANT, ({ fn, value }) => (value === null ? null : { type: fn.type, value: value as Variant['value'] })),
};

export const PARTITION_VIEWS: readonly SystemView[] = [
  defineView('sys', 'partitions', { live: true, columns: PARTITION_COLUMNS, items: everyPartition }),
  defineView('sys', 'dm_db_partition_stats', { live: true, columns: PARTITION_STATS_COLUMNS, items: everyPartition }),
  defineView('sys', '$partitions', { live: true, columns: SERVER_PARTITION_COLUMNS, items: serverPartitions }),
  defineView('sys', 'allocation_units', { live: true, columns: ALLOCATION_COLUMNS, items: everyPartition }),
  defineView('sys', 'partition_schemes', { columns: SCHEME_COLUMNS, items: ({ catalog }) => catalog.dataSpaces.filter(isScheme) }),
  defineView('sys', 'destination_data_spaces', { columns: DESTINATION_COLUMNS, items: destinations }),
  defineView('sys', 'partition_functions', { columns: FUNCTION_COLUMNS, items: ({ catalog }) => catalog.partitionFunctions }),
  defineView('sys', 'partition_parameters', { columns: PARAMETER_COLUMNS, items: ({ catalog }) => catalog.partitionFunctions }),
  defineView('sys', 'partition_range_values', { columns: BOUNDARY_COLUMNS, items: boundaries }),
];
