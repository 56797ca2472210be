/** What was executed how often, performance counters, and the host. */

import { BIGINT, binary, char, DATETIME, datetimeoffset, INT, nchar, nvarchar, varbinary } from '@sprocket/tsql';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { procedureHandle } from './internal.ts';
import type { CounterFigures, ProcedureFigures, QueryFigures } from './live.ts';
import { OBJECT_TYPES } from './objects.ts';
import { ADDRESS, bytesOf, DESCRIPTION, datetimeOf } from './shared.ts';

const HANDLE = varbinary(64);

const TYPES: Readonly<Record<ProcedureFigures['kind'], string>> = { procedure: 'P', function: 'FN', trigger: 'TR' };

const micro = (value: number): bigint => BigInt(Math.round(value));

/** Total, last, least and greatest of one measure. */
function measure<Item>(name: string, read: (item: Item) => readonly [number, number, number, number]): ColumnRows<Item> {
  return {
    [`total_${name}`]: column(BIGINT, (item) => micro(read(item)[0])),
    [`last_${name}`]: column(BIGINT, (item) => micro(read(item)[1])),
    [`min_${name}`]: column(BIGINT, (item) => micro(read(item)[2])),
    [`max_${name}`]: column(BIGINT, (item) => micro(read(item)[3])),
  };
}

const times = (p: ProcedureFigures): readonly [number, number, number, number] => [
  p.totalMicroseconds,
  p.lastMicroseconds,
  p.minMicroseconds,
  p.maxMicroseconds,
];
const nothing = (): readonly [number, number, number, number] => [0, 0, 0, 0];

const handleOf = (p: ProcedureFigures): Uint8Array => bytesOf(procedureHandle(p.databaseId, p.objectId));

const PROCEDURE_COLUMNS: ColumnRows<ProcedureFigures> = {
  database_id: column(INT, (p) => p.databaseId),
  object_id: column(INT, (p) => p.objectId),
  type: nullable(char(2), (p) => TYPES[p.kind].padEnd(2)),
  type_desc: nullable(DESCRIPTION, (p) => OBJECT_TYPES[TYPES[p.kind]] ?? null),
  sql_handle: column(HANDLE, handleOf),
  plan_handle: column(HANDLE, handleOf),
  cached_time: nullable(DATETIME, (p) => datetimeOf(p.cachedTime)),
  last_execution_time: nullable(DATETIME, (p) => datetimeOf(p.lastTime)),
  execution_count: column(BIGINT, (p) => BigInt(p.executions)),
  ...measure<ProcedureFigures>('worker_time', times),
  ...measure<ProcedureFigures>('physical_reads', nothing),
  ...measure<ProcedureFigures>('logical_writes', nothing),
  ...measure<ProcedureFigures>('logical_reads', nothing),
  ...measure<ProcedureFigures>('elapsed_time', times),
  ...measure<ProcedureFigures>('spills', nothing),
};

const ofKind =
  (kind: ProcedureFigures['kind']) =>
  ({ live }: SystemContext): Iterable<ProcedureFigures> =>
    [...live.procedures()].filter((p) => p.kind === kind);

const queryHandle = (q: QueryFigures): Uint8Array => bytesOf(q.handle);

const even = (q: QueryFigures): readonly [number, number, number, number] => {
  const each = q.executions === 0 ? 0 : q.totalMicroseconds / q.executions;
  return [q.totalMicroseconds, each, each, each];
};

/** Measures of dm_exec_query_stats that nothing here counts, in the order of its columns. */
const UNMEASURED = [
  'dop',
  'grant_kb',
  'used_grant_kb',
  'ideal_grant_kb',
  'reserved_threads',
  'used_threads',
  'columnstore_segment_reads',
  'columnstore_segment_skips',
  'spills',
  'num_physical_reads',
  'page_server_reads',
  'num_page_server_reads',
] as const;

/** query_hash and query_plan_hash: statements with the same text have the same. */
const hashOf = (q: QueryFigures): Uint8Array => bytesOf(q.handle.padEnd(16, '0').slice(-16));

const QUERY_COLUMNS: ColumnRows<QueryFigures> = {
  sql_handle: column(HANDLE, queryHandle),
  statement_start_offset: column(INT, 0),
  statement_end_offset: column(INT, -1),
  plan_generation_num: nullable(BIGINT, 1n),
  plan_handle: column(HANDLE, queryHandle),
  creation_time: nullable(DATETIME, (q) => datetimeOf(q.lastTime)),
  last_execution_time: nullable(DATETIME, (q) => datetimeOf(q.lastTime)),
  execution_count: column(BIGINT, (q) => BigInt(q.executions)),
  ...measure<QueryFigures>('worker_time', even),
  ...measure<QueryFigures>('physical_reads', nothing),
  ...measure<QueryFigures>('logical_writes', nothing),
  ...measure<QueryFigures>('logical_reads', nothing),
  ...measure<QueryFigures>('clr_time', nothing),
  ...measure<QueryFigures>('elapsed_time', even),
  query_hash: nullable(binary(8), hashOf),
  query_plan_hash: nullable(binary(8), hashOf),
  ...measure<QueryFigures>('rows', nothing),
  statement_sql_handle: nullable(HANDLE),
  statement_context_id: nullable(BIGINT),
  ...Object.assign({}, ...UNMEASURED.map((name) => measure<QueryFigures>(name, nothing))),
};

const CACHED_PLAN_COLUMNS: ColumnRows<QueryFigures> = {
  bucketid: column(INT, 0),
  refcounts: column(INT, 1),
  usecounts: column(INT, (q) => q.executions),
  size_in_bytes: column(INT, (q) => q.text.length * 2),
  memory_object_address: column(ADDRESS, new Uint8Array(8)),
  cacheobjtype: column(nvarchar(34), 'Compiled Plan'),
  objtype: column(nvarchar(16), (q) => (q.objectId === null ? 'Adhoc' : 'Proc')),
  plan_handle: column(HANDLE, queryHandle),
  pool_id: column(INT, 2),
  parent_plan_handle: nullable(HANDLE),
};

export interface Counter {
  readonly object: string;
  readonly name: string;
  readonly instance?: string;
  readonly read: (figures: CounterFigures) => number;
  /** 65792 a level, 272696576 a total from which a rate is computed. */
  readonly type: number;
}

const LEVEL = 65_792;
const TOTAL = 272_696_576;

export const COUNTERS: readonly Counter[] = [
  { object: 'SQL Statistics', name: 'Batch Requests/sec', read: (f) => f.batches, type: TOTAL },
  { object: 'General Statistics', name: 'User Connections', read: (f) => f.connections, type: LEVEL },
  { object: 'Databases', name: 'Transactions/sec', instance: '_Total', read: (f) => f.transactions, type: TOTAL },
  { object: 'SQL Errors', name: 'Errors/sec', instance: '_Total', read: (f) => f.errors, type: TOTAL },
  { object: 'Locks', name: 'Number of Deadlocks/sec', instance: '_Total', read: (f) => f.deadlocks, type: TOTAL },
  { object: 'Memory Manager', name: 'Total Server Memory (KB)', read: (f) => Math.round(f.memoryBytes / 1024), type: LEVEL },
  { object: 'Plan Cache', name: 'Cache Hit Ratio', instance: '_Total', read: (f) => f.cacheHits, type: LEVEL },
];

const COUNTER_COLUMNS: ColumnRows<Counter> = {
  object_name: column(nchar(128), (c) => `SQLServer:${c.object}`.padEnd(128)),
  counter_name: column(nchar(128), (c) => c.name.padEnd(128)),
  instance_name: nullable(nchar(128), (c) => (c.instance ?? '').padEnd(128)),
  cntr_value: column(BIGINT, (c, { live }) => BigInt(c.read(live.counters()))),
  cntr_type: column(INT, (c) => c.type),
};

const one = (): Iterable<null> => [null];

const SYSTEM_COLUMNS: ColumnRows<unknown> = {
  cpu_ticks: column(BIGINT, (_, { live }) => live.host.now),
  ms_ticks: column(BIGINT, (_, { live }) => (live.host.now - live.host.startTime) / 10_000n),
  cpu_count: column(INT, (_, { live }) => live.host.processors),
  hyperthread_ratio: column(INT, (_, { live }) => live.host.processors),
  physical_memory_kb: column(BIGINT, (_, { live }) => BigInt(Math.round(live.host.memoryBytes / 1024))),
  virtual_memory_kb: column(BIGINT, 137_438_953_344n),
  committed_kb: column(BIGINT, (_, { live }) => BigInt(Math.round(live.counters().memoryBytes / 1024))),
  committed_target_kb: column(BIGINT, (_, { live }) => BigInt(Math.round(live.host.memoryBytes / 1024))),
  visible_target_kb: column(BIGINT, (_, { live }) => BigInt(Math.round(live.host.memoryBytes / 1024))),
  stack_size_in_bytes: column(INT, 2_093_056),
  os_quantum: column(BIGINT, 4n),
  os_error_mode: column(INT, 5),
  os_priority_class: nullable(INT, 32),
  max_workers_count: column(INT, 512),
  scheduler_count: column(INT, (_, { live }) => live.host.processors),
  scheduler_total_count: column(INT, (_, { live }) => live.host.processors),
  deadlock_monitor_serial_number: column(INT, 0),
  sqlserver_start_time_ms_ticks: column(BIGINT, 0n),
  sqlserver_start_time: column(DATETIME, (_, { live }) => datetimeOf(live.host.startTime)),
  affinity_type: column(INT, 2),
  affinity_type_desc: column(nvarchar(60), 'AUTO'),
  process_kernel_time_ms: column(BIGINT, 0n),
  process_user_time_ms: column(BIGINT, 0n),
  time_source: column(INT, 0),
  time_source_desc: column(nvarchar(60), 'QUERY_PERFORMANCE_COUNTER'),
  virtual_machine_type: column(INT, 1),
  virtual_machine_type_desc: column(nvarchar(60), 'HYPERVISOR'),
  softnuma_configuration: column(INT, 0),
  softnuma_configuration_desc: column(nvarchar(60), 'OFF'),
  process_physical_affinity: column(nvarchar(3072), ''),
  sql_memory_model: column(INT, 1),
  sql_memory_model_desc: column(nvarchar(60), 'CONVENTIONAL'),
  socket_count: column(INT, 1),
  cores_per_socket: column(INT, (_, { live }) => live.host.processors),
  numa_node_count: column(INT, 1),
  container_type: column(INT, 0),
  container_type_desc: column(nvarchar(60), 'NONE'),
};

const HOST_COLUMNS: ColumnRows<unknown> = {
  host_platform: column(nvarchar(256), (_, { live }) => live.host.platform),
  host_distribution: column(nvarchar(256), (_, { live }) => live.host.platform),
  host_release: column(nvarchar(256), ''),
  host_service_pack_level: column(nvarchar(256), ''),
  host_sku: nullable(INT),
  os_language_version: column(INT, 0),
  host_architecture: column(nvarchar(256), 'X64'),
};

const SERVICE_COLUMNS: ColumnRows<unknown> = {
  servicename: column(nvarchar(256), 'SQL Server (MSSQLSERVER)'),
  startup_type: nullable(INT, 2),
  startup_type_desc: column(nvarchar(256), 'Automatic'),
  status: nullable(INT, 4),
  status_desc: column(nvarchar(256), 'Running'),
  process_id: nullable(INT, (_, { live }) => live.host.processId),
  last_startup_time: nullable(datetimeoffset(7)),
  service_account: column(nvarchar(256), ''),
  filename: column(nvarchar(256), ''),
  is_clustered: column(nvarchar(1), 'N'),
  cluster_nodename: nullable(nvarchar(256)),
  instant_file_initialization_enabled: nullable(nvarchar(1), 'N'),
};

export const PERFORMANCE_VIEWS: readonly SystemView[] = [
  defineView('sys', 'dm_exec_procedure_stats', { live: true, columns: PROCEDURE_COLUMNS, items: ofKind('procedure') }),
  defineView('sys', 'dm_exec_function_stats', { live: true, columns: PROCEDURE_COLUMNS, items: ofKind('function') }),
  defineView('sys', 'dm_exec_trigger_stats', { live: true, columns: PROCEDURE_COLUMNS, items: ofKind('trigger') }),
  defineView('sys', 'dm_exec_query_stats', { live: true, columns: QUERY_COLUMNS, items: ({ live }) => live.queries() }),
  defineView('sys', 'dm_exec_cached_plans', { live: true, columns: CACHED_PLAN_COLUMNS, items: ({ live }) => live.queries() }),
  defineView('sys', 'dm_os_performance_counters', { live: true, columns: COUNTER_COLUMNS, items: () => COUNTERS }),
  defineView('sys', 'dm_os_sys_info', { live: true, columns: SYSTEM_COLUMNS, items: one }),
  defineView('sys', 'dm_os_host_info', { live: true, columns: HOST_COLUMNS, items: one }),
  defineView('sys', 'dm_server_services', { live: true, columns: SERVICE_COLUMNS, items: one }),
];
