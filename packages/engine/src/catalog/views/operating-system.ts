/**
 * Dynamic management views about the machine, its files, transactions and workload groups: what monitoring scripts join. Figures that exist here are
 * shown; schedulers, tasks and the like appear as one each, so that joins over them find the sessions.
 */

import type { SystemContext, SystemView } from './define.ts';
import type { SessionFigures } from './live.ts';
import { ADDRESS, datetimeOf } from './shared.ts';
import { type SpecRow, specView } from './spec.ts';

const PAGE = 8192;

/** An address of something that a session has: unique, and the same in all views. */
function addressOf(session: SessionFigures): Uint8Array {
  const bytes = new Uint8Array(ADDRESS.length);
  new DataView(bytes.buffer).setUint32(4, session.id * 256);
  return bytes;
}

const kilobytes = (bytes: number): bigint => BigInt(Math.round(bytes / 1024));

const running = ({ live }: SystemContext): readonly SessionFigures[] => [...live.sessions()].filter((session) => session.running);

const inTransaction = ({ live }: SystemContext): readonly SessionFigures[] =>
  [...live.sessions()].filter((session) => session.openTransactions > 0);

function* schedulers({ live }: SystemContext): Iterable<SpecRow> {
  for (let id = 0; id < live.host.processors; id++)
    yield {
      scheduler_id: id,
      cpu_id: id,
      status: 'VISIBLE ONLINE',
      is_online: 1,
      is_idle: 0,
      current_tasks_count: 1,
      current_workers_count: 1,
      active_workers_count: 1,
    };
}

const tasks = (context: SystemContext): readonly SpecRow[] =>
  running(context).map((session) => ({
    task_address: addressOf(session),
    worker_address: addressOf(session),
    task_state: 'RUNNING',
    session_id: session.id,
    scheduler_id: 0,
    request_id: 0,
    exec_context_id: 0,
  }));

const workers = (context: SystemContext): readonly SpecRow[] =>
  running(context).map((session) => ({
    worker_address: addressOf(session),
    task_address: addressOf(session),
    thread_address: addressOf(session),
    state: 'RUNNING',
    last_wait_type: 'MISCELLANEOUS',
  }));

function memory({ live: { host, counters } }: SystemContext): readonly SpecRow[] {
  const used = counters().memoryBytes;
  return [
    {
      total_physical_memory_kb: kilobytes(host.memoryBytes),
      available_physical_memory_kb: kilobytes(Math.max(0, host.memoryBytes - used)),
      total_page_file_kb: kilobytes(host.memoryBytes),
      available_page_file_kb: kilobytes(Math.max(0, host.memoryBytes - used)),
      system_high_memory_signal_state: 1,
      system_memory_state_desc: 'Available physical memory is high',
    },
  ];
}

const processMemory = ({ live }: SystemContext): readonly SpecRow[] => [
  {
    physical_memory_in_use_kb: kilobytes(live.counters().memoryBytes),
    total_virtual_address_space_kb: 137_438_953_344n,
    virtual_address_space_committed_kb: kilobytes(live.counters().memoryBytes),
    memory_utilization_percentage: 100,
  },
];

const clerks = ({ live }: SystemContext): readonly SpecRow[] => [
  {
    type: 'MEMORYCLERK_SQLBUFFERPOOL',
    name: 'Default',
    pages_kb: kilobytes(live.counters().memoryBytes),
    page_size_in_bytes: BigInt(PAGE),
  },
];

/** A database's data file and log, in pages. */
function* fileSpace({ catalog, live }: SystemContext): Iterable<SpecRow> {
  const pages = BigInt(Math.ceil(live.databaseSize(catalog.databaseId).data / PAGE));
  yield { database_id: catalog.databaseId, file_id: 1, filegroup_id: 1, total_page_count: pages, allocated_extent_page_count: pages };
}

function* logSpace({ catalog, live }: SystemContext): Iterable<SpecRow> {
  const { log } = live.databaseSize(catalog.databaseId);
  yield {
    database_id: catalog.databaseId,
    total_log_size_in_bytes: BigInt(log),
    used_log_space_in_bytes: BigInt(log),
    used_log_space_in_percent: 100,
    log_space_in_bytes_since_last_backup: BigInt(log),
  };
}

const sessionSpace = ({ live }: SystemContext): readonly SpecRow[] =>
  [...live.sessions()].map(({ id }) => ({ session_id: id, database_id: 2 }));

const taskSpace = (context: SystemContext): readonly SpecRow[] =>
  running(context).map((session) => ({ task_address: addressOf(session), session_id: session.id, database_id: 2 }));

/** Type 1 is read and write; state 4 has written to the log. */
const databaseTransactions = (context: SystemContext): readonly SpecRow[] =>
  inTransaction(context).map((session) => ({
    transaction_id: BigInt(session.id),
    database_id: session.databaseId,
    database_transaction_begin_time: datetimeOf(session.lastRequestStart),
    database_transaction_type: 1,
    database_transaction_state: 4,
  }));

/** The two groups and pools that every server has. */
const POOLS = [
  { pool_id: 1, group_id: 1, name: 'internal' },
  { pool_id: 2, group_id: 2, name: 'default' },
] as const;

const LIMITS = { max_cpu_percent: 100, max_memory_percent: 100, cap_cpu_percent: 100 } as const;

const GROUP = {
  importance: 'Medium',
  request_max_memory_grant_percent: 25,
  request_max_memory_grant_percent_numeric: 25,
  external_pool_id: 2,
} as const;

function pools({ live }: SystemContext): readonly SpecRow[] {
  const memoryTarget = kilobytes(live.host.memoryBytes);
  const started = datetimeOf(live.host.startTime);
  return POOLS.map((pool) => ({
    ...pool,
    ...LIMITS,
    statistics_start_time: started,
    max_memory_kb: memoryTarget,
    target_memory_kb: memoryTarget,
  }));
}

const groups = ({ live }: SystemContext): readonly SpecRow[] =>
  POOLS.map((pool) => ({
    ...pool,
    ...GROUP,
    statistics_start_time: datetimeOf(live.host.startTime),
    effective_max_dop: live.host.processors,
  }));

const semaphores = ({ live }: SystemContext): readonly SpecRow[] =>
  [0, 1].map((id) => ({
    resource_semaphore_id: id,
    pool_id: 2,
    target_memory_kb: kilobytes(live.host.memoryBytes),
    total_memory_kb: kilobytes(live.host.memoryBytes),
    available_memory_kb: kilobytes(live.host.memoryBytes),
  }));

const node = ({ live }: SystemContext): readonly SpecRow[] => [
  { node_state_desc: 'ONLINE', online_scheduler_count: live.host.processors, cpu_count: live.host.processors, online_scheduler_mask: 1n },
];

/** The query store is off in every database. */
const queryStore = (): readonly SpecRow[] => [
  {
    desired_state_desc: 'OFF',
    actual_state_desc: 'OFF',
    flush_interval_seconds: 900n,
    interval_length_minutes: 60n,
    max_storage_size_mb: 1000n,
    stale_query_threshold_days: 30n,
    max_plans_per_query: 200n,
    query_capture_mode: 2,
    query_capture_mode_desc: 'AUTO',
    size_based_cleanup_mode: 1,
    size_based_cleanup_mode_desc: 'AUTO',
    wait_stats_capture_mode: 1,
    wait_stats_capture_mode_desc: 'ON',
  },
];

export const OPERATING_SYSTEM_VIEWS: readonly SystemView[] = [
  specView(
    'sys',
    'dm_os_schedulers',
    'scheduler_address:address parent_node_id:int scheduler_id:int cpu_id:smallint status:desc is_online:bit is_idle:bit preemptive_switches_count:int context_switches_count:int idle_switches_count:int current_tasks_count:int runnable_tasks_count:int current_workers_count:int active_workers_count:int work_queue_count:bigint pending_disk_io_count:int load_factor:int yield_count:int last_timer_activity:bigint failed_to_create_worker:bit active_worker_address:address? memory_object_address:address task_memory_object_address:address quantum_length_us:bigint total_cpu_usage_ms:bigint total_cpu_idle_capped_ms:bigint total_scheduler_delay_ms:bigint ideal_workers_limit:int',
    schedulers,
  ),
  specView(
    'sys',
    'dm_os_tasks',
    'task_address:address task_state:desc? context_switches_count:int? pending_io_count:int? pending_io_byte_count:bigint? pending_io_byte_average:int? scheduler_id:int session_id:smallint? exec_context_id:int? request_id:int? worker_address:address? host_address:address parent_task_address:address?',
    tasks,
  ),
  specView(
    'sys',
    'dm_os_workers',
    'worker_address:address status:int is_preemptive:bit? is_fiber:bit? is_sick:bit? is_in_cc_exception:bit? is_fatal_exception:bit? is_inside_catch:bit? is_in_polling_io_completion_routine:bit? context_switch_count:int pending_io_count:int pending_io_byte_count:bigint pending_io_byte_average:int wait_started_ms_ticks:bigint wait_resumed_ms_ticks:bigint task_bound_ms_ticks:bigint worker_created_ms_ticks:bigint exception_num:int exception_severity:int exception_address:address affinity:bigint state:desc? start_quantum:bigint end_quantum:bigint last_wait_type:desc? return_code:int quantum_used:bigint max_quantum:bigint boost_count:int tasks_processed_count:int fiber_address:address? task_address:address? memory_object_address:address thread_address:address? signal_worker_address:address? scheduler_address:address? processor_group:smallint worker_migration_count:int',
    workers,
  ),
  specView(
    'sys',
    'dm_os_threads',
    'thread_address:address started_by_sqlservr:bit? os_thread_id:int status:int instruction_address:address? creation_time:date? kernel_time:bigint? usermode_time:bigint? stack_base_address:address? stack_end_address:address? stack_bytes_committed:int stack_bytes_used:int affinity:bigint priority:int? locale:int? token:address? is_impersonating:int? is_waiting_on_loader_lock:int? fiber_data:address? thread_handle:address? event_handle:address? scheduler_address:address? worker_address:address? fiber_context_address:address? self_address:address? processor_group:smallint',
  ),
  specView(
    'sys',
    'dm_os_sys_memory',
    'total_physical_memory_kb:bigint available_physical_memory_kb:bigint total_page_file_kb:bigint available_page_file_kb:bigint system_cache_kb:bigint kernel_paged_pool_kb:bigint kernel_nonpaged_pool_kb:bigint system_high_memory_signal_state:bit system_low_memory_signal_state:bit system_memory_state_desc:n256',
    memory,
  ),
  specView(
    'sys',
    'dm_os_process_memory',
    'physical_memory_in_use_kb:bigint large_page_allocations_kb:bigint locked_page_allocations_kb:bigint total_virtual_address_space_kb:bigint virtual_address_space_reserved_kb:bigint virtual_address_space_committed_kb:bigint virtual_address_space_available_kb:bigint page_fault_count:bigint memory_utilization_percentage:int available_commit_limit_kb:bigint process_physical_memory_low:bit process_virtual_memory_low:bit',
    processMemory,
  ),
  specView(
    'sys',
    'dm_os_memory_clerks',
    'memory_clerk_address:address type:desc name:n256 memory_node_id:smallint pages_kb:bigint virtual_memory_reserved_kb:bigint virtual_memory_committed_kb:bigint awe_allocated_kb:bigint shared_memory_reserved_kb:bigint shared_memory_committed_kb:bigint page_size_in_bytes:bigint page_allocator_address:address host_address:address parent_memory_broker_type:desc?',
    clerks,
  ),
  specView(
    'sys',
    'dm_os_nodes',
    'node_id:smallint node_state_desc:n256 memory_object_address:address memory_clerk_address:address io_completion_worker_address:address memory_node_id:smallint cpu_affinity_mask:bigint online_scheduler_count:smallint idle_scheduler_count:smallint active_worker_count:int avg_load_balance:int timer_task_affinity_mask:bigint permanent_task_affinity_mask:bigint resource_monitor_state:bit online_scheduler_mask:bigint processor_group:smallint cpu_count:int',
    node,
  ),
  specView(
    'sys',
    'dm_db_file_space_usage',
    'database_id:smallint? file_id:smallint? filegroup_id:smallint? total_page_count:bigint? allocated_extent_page_count:bigint? unallocated_extent_page_count:bigint? version_store_reserved_page_count:bigint? user_object_reserved_page_count:bigint? internal_object_reserved_page_count:bigint? mixed_extent_page_count:bigint? modified_extent_page_count:bigint?',
    fileSpace,
  ),
  specView(
    'sys',
    'dm_db_log_space_usage',
    'database_id:smallint total_log_size_in_bytes:bigint used_log_space_in_bytes:bigint used_log_space_in_percent:real log_space_in_bytes_since_last_backup:bigint?',
    logSpace,
  ),
  specView(
    'sys',
    'dm_db_session_space_usage',
    'session_id:smallint? database_id:smallint? user_objects_alloc_page_count:bigint user_objects_dealloc_page_count:bigint internal_objects_alloc_page_count:bigint internal_objects_dealloc_page_count:bigint user_objects_deferred_dealloc_page_count:bigint',
    sessionSpace,
  ),
  specView(
    'sys',
    'dm_db_task_space_usage',
    'task_address:address is_remote_task:bit session_id:smallint? request_id:int exec_context_id:int database_id:int user_objects_alloc_page_count:bigint user_objects_dealloc_page_count:bigint internal_objects_alloc_page_count:bigint internal_objects_dealloc_page_count:bigint',
    taskSpace,
  ),
  specView(
    'sys',
    'dm_tran_database_transactions',
    'transaction_id:bigint database_id:int database_transaction_begin_time:date? database_transaction_type:int database_transaction_state:int database_transaction_status:int database_transaction_status2:int database_transaction_log_record_count:bigint database_transaction_replicate_record_count:int database_transaction_log_bytes_used:bigint database_transaction_log_bytes_reserved:bigint database_transaction_log_bytes_used_system:int database_transaction_log_bytes_reserved_system:int database_transaction_begin_lsn:lsn? database_transaction_last_lsn:lsn? database_transaction_most_recent_savepoint_lsn:lsn? database_transaction_commit_lsn:lsn? database_transaction_last_rollback_lsn:lsn? database_transaction_next_undo_lsn:lsn?',
    databaseTransactions,
  ),
  specView(
    'sys',
    'dm_tran_current_transaction',
    'transaction_id:bigint transaction_sequence_num:bigint transaction_is_snapshot:bit first_snapshot_sequence_num:bigint? last_transaction_sequence_num:bigint first_useful_sequence_num:bigint',
    (context) =>
      running(context)
        .slice(0, 1)
        .map((session) => ({ transaction_id: BigInt(session.id) })),
  ),
  specView(
    'sys',
    'dm_resource_governor_workload_groups',
    'group_id:int name:name pool_id:int external_pool_id:int statistics_start_time:date total_request_count:bigint total_queued_request_count:bigint active_request_count:int queued_request_count:int total_cpu_limit_violation_count:bigint total_cpu_usage_ms:bigint max_request_cpu_time_ms:bigint blocked_task_count:int total_lock_wait_count:bigint total_lock_wait_time_ms:bigint total_query_optimization_count:bigint total_suboptimal_plan_generation_count:bigint total_reduced_memgrant_count:bigint max_request_grant_memory_kb:bigint active_parallel_thread_count:bigint importance:name request_max_memory_grant_percent:int request_max_cpu_time_sec:int request_memory_grant_timeout_sec:int group_max_requests:int max_dop:int effective_max_dop:int total_cpu_usage_preemptive_ms:bigint request_max_memory_grant_percent_numeric:float',
    groups,
  ),
  specView(
    'sys',
    'dm_resource_governor_resource_pools',
    'pool_id:int name:name statistics_start_time:date total_cpu_usage_ms:bigint cache_memory_kb:bigint compile_memory_kb:bigint used_memgrant_kb:bigint total_memgrant_count:bigint total_memgrant_timeout_count:bigint active_memgrant_count:int active_memgrant_kb:bigint memgrant_waiter_count:int max_memory_kb:bigint used_memory_kb:bigint target_memory_kb:bigint out_of_memory_count:bigint min_cpu_percent:int max_cpu_percent:int min_memory_percent:int max_memory_percent:int cap_cpu_percent:int',
    pools,
  ),
  specView(
    'sys',
    'resource_governor_resource_pools',
    'pool_id:int name:name min_cpu_percent:int max_cpu_percent:int min_memory_percent:int max_memory_percent:int cap_cpu_percent:int min_iops_per_volume:int max_iops_per_volume:int',
    pools,
  ),
  specView(
    'sys',
    'resource_governor_workload_groups',
    'group_id:int name:name importance:name request_max_memory_grant_percent:int request_max_cpu_time_sec:int request_memory_grant_timeout_sec:int max_dop:int group_max_requests:int pool_id:int external_pool_id:int request_max_memory_grant_percent_numeric:float',
    groups,
  ),
  specView('sys', 'resource_governor_configuration', 'classifier_function_id:int is_enabled:bit max_outstanding_io_per_volume:int', () => [
    {},
  ]),
  specView(
    'sys',
    'dm_exec_query_resource_semaphores',
    'resource_semaphore_id:smallint target_memory_kb:bigint? max_target_memory_kb:bigint? total_memory_kb:bigint? available_memory_kb:bigint? granted_memory_kb:bigint? used_memory_kb:bigint? grantee_count:int? waiter_count:int? timeout_error_count:bigint? forced_grant_count:bigint? pool_id:int',
    semaphores,
  ),
  specView(
    'sys',
    'database_query_store_options',
    'desired_state:smallint desired_state_desc:desc? actual_state:smallint actual_state_desc:desc? readonly_reason:int? current_storage_size_mb:bigint? flush_interval_seconds:bigint? interval_length_minutes:bigint? max_storage_size_mb:bigint? stale_query_threshold_days:bigint? max_plans_per_query:bigint? query_capture_mode:smallint query_capture_mode_desc:desc? capture_policy_execution_count:int? capture_policy_total_compile_cpu_time_ms:bigint? capture_policy_total_execution_cpu_time_ms:bigint? capture_policy_stale_threshold_hours:int? size_based_cleanup_mode:smallint size_based_cleanup_mode_desc:desc? wait_stats_capture_mode:smallint wait_stats_capture_mode_desc:desc? actual_state_additional_info:long?',
    queryStore,
  ),
];
