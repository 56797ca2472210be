/**
 * Dynamic management views and catalog views of what is not measured or does not exist here: waits of single sessions, latches, memory grants, the query
 * store, traces, extended events, audits, availability groups. They are empty; their columns are those of SQL Server, so that scripts run over them.
 */

import type { SystemView } from './define.ts';
import { specView } from './spec.ts';

/** Average, last, least and greatest of one measure of the query store, and how far it strays. */
const measured = (name: string): string =>
  `avg_${name}:float? last_${name}:bigint min_${name}:bigint max_${name}:bigint stdev_${name}:float?`;

const RUNTIME_MEASURES = [
  'duration',
  'cpu_time',
  'logical_io_reads',
  'logical_io_writes',
  'physical_io_reads',
  'clr_time',
  'dop',
  'query_max_used_memory',
  'rowcount',
  'num_physical_io_reads',
  'log_bytes_used',
  'tempdb_space_used',
  'page_server_io_reads',
];

const WAITS = 'wait_type:desc waiting_tasks_count:bigint wait_time_ms:bigint max_wait_time_ms:bigint signal_wait_time_ms:bigint';

/** Columns by the name of the view. */
const VIEWS: Readonly<Record<string, string>> = {
  dm_os_ring_buffers: 'ring_buffer_address:address ring_buffer_type:desc timestamp:bigint record:n3072?',
  dm_os_wait_stats: 'wait_type:desc waiting_tasks_count:bigint wait_time_ms:bigint max_wait_time_ms:bigint signal_wait_time_ms:bigint',
  dm_os_latch_stats: 'latch_class:desc waiting_requests_count:bigint? wait_time_ms:bigint? max_wait_time_ms:bigint?',
  dm_os_spinlock_stats: 'name:n256 collisions:bigint? spins:bigint? spins_per_collision:real? sleep_time:bigint? backoffs:bigint?',
  dm_os_buffer_descriptors:
    'database_id:int? file_id:int? page_id:int? page_level:int? allocation_unit_id:bigint? page_type:desc? row_count:int? free_space_in_bytes:int? is_modified:bit? numa_node:int? read_microsec:bigint? is_in_bpool_extension:bit?',
  dm_os_memory_cache_counters:
    'cache_address:address name:n256 type:desc pages_kb:bigint? pages_in_use_kb:bigint? entries_count:bigint? entries_in_use_count:bigint?',
  dm_os_memory_nodes:
    'memory_node_id:smallint virtual_address_space_reserved_kb:bigint virtual_address_space_committed_kb:bigint locked_page_allocations_kb:bigint pages_kb:bigint shared_memory_reserved_kb:bigint shared_memory_committed_kb:bigint cpu_affinity_mask:bigint online_scheduler_mask:bigint processor_group:smallint foreign_committed_kb:bigint target_kb:bigint',
  dm_os_loaded_modules:
    'base_address:address file_version:v30? product_version:v30? debug:bit? patched:bit? prerelease:bit? private_build:bit? special_build:bit? language:int? company:n256? description:n256? name:n256?',
  dm_os_cluster_nodes: 'NodeName:n512? status:int status_description:n32? is_current_owner:bit',
  dm_os_windows_info: 'windows_release:n256 windows_service_pack_level:n256 windows_sku:int? os_language_version:int',
  dm_io_pending_io_requests:
    'io_completion_request_address:address io_type:desc io_pending_ms_ticks:bigint io_pending:int? io_completion_routine_address:address? io_user_data_address:address? scheduler_address:address io_handle:address? io_offset:bigint io_handle_path:n256?',
  dm_exec_session_wait_stats: `session_id:smallint ${WAITS}`,
  dm_exec_query_memory_grants:
    'session_id:smallint? request_id:int? scheduler_id:int? dop:smallint? request_time:date? grant_time:date? requested_memory_kb:bigint? granted_memory_kb:bigint? required_memory_kb:bigint? used_memory_kb:bigint? max_used_memory_kb:bigint? query_cost:float? timeout_sec:int? resource_semaphore_id:smallint? queue_id:smallint? wait_order:int? is_next_candidate:bit? wait_time_ms:bigint? plan_handle:handle? sql_handle:handle? group_id:int? pool_id:int? is_small:bit? ideal_memory_kb:bigint? reserved_worker_count:int? used_worker_count:int? max_used_worker_count:int? reserved_node_bitmap:bigint?',
  dm_exec_query_optimizer_info: 'counter:long occurrence:bigint value:float?',
  dm_exec_query_profiles:
    'session_id:smallint? request_id:int? sql_handle:handle? plan_handle:handle? physical_operator_name:n256? node_id:int? thread_id:int? task_address:address? row_count:bigint? rewind_count:bigint? rebind_count:bigint? end_of_scan_count:bigint? estimate_row_count:bigint? first_active_time:bigint? last_active_time:bigint? open_time:bigint? first_row_time:bigint? last_row_time:bigint? close_time:bigint? elapsed_time_ms:bigint? cpu_time_ms:bigint? database_id:smallint? object_id:int? index_id:int? scan_count:bigint? logical_read_count:bigint? physical_read_count:bigint? read_ahead_count:bigint? write_page_count:bigint? lob_logical_read_count:bigint? lob_physical_read_count:bigint? lob_read_ahead_count:bigint? segment_read_count:int? segment_skip_count:int? actual_read_row_count:bigint? estimated_read_row_count:bigint? page_server_read_count:bigint? page_server_read_ahead_count:bigint? lob_page_server_read_count:bigint? lob_page_server_read_ahead_count:bigint?',
  dm_tran_active_snapshot_database_transactions:
    'transaction_id:bigint? transaction_sequence_num:bigint? commit_sequence_num:bigint? is_snapshot:int session_id:int? first_snapshot_sequence_num:bigint? max_version_chain_traversed:int? average_version_chain_traversed:real? elapsed_time_seconds:bigint?',
  dm_tran_version_store_space_usage: 'database_id:int reserved_page_count:bigint reserved_space_kb:bigint',
  dm_db_column_store_row_group_physical_stats:
    'object_id:int index_id:int partition_number:int row_group_id:int? delta_store_hobt_id:bigint? state:tinyint? state_desc:desc total_rows:bigint? deleted_rows:bigint? size_in_bytes:bigint? trim_reason:tinyint? trim_reason_desc:desc? transition_to_compressed_state:tinyint? transition_to_compressed_state_desc:desc? has_vertipaq_optimization:bit? generation:bigint? created_time:date2? closed_time:date2?',
  column_store_row_groups:
    'object_id:int index_id:int partition_number:int row_group_id:int? delta_store_hobt_id:bigint? state:tinyint? state_description:desc total_rows:bigint? deleted_rows:bigint? size_in_bytes:bigint?',
  column_store_segments:
    'partition_id:bigint? hobt_id:bigint? column_id:int? segment_id:int? version:int? encoding_type:int? row_count:int? has_nulls:int? base_id:bigint? magnitude:float? primary_dictionary_id:int? secondary_dictionary_id:int? min_data_id:bigint? max_data_id:bigint? null_value:bigint? on_disk_size:bigint?',
  dm_db_persisted_sku_features: 'feature_name:name feature_id:int',
  dm_db_tuning_recommendations:
    'name:long type:long reason:long valid_since:date2 last_refresh:date2 state:long is_executable_action:bit is_revertable_action:bit execute_action_start_time:date2? execute_action_duration:bigint? execute_action_initiated_by:long? execute_action_initiated_time:date2? revert_action_start_time:date2? revert_action_duration:bigint? revert_action_initiated_by:long? revert_action_initiated_time:date2? score:int? details:text?',
  dm_server_registry: 'registry_key:n256? value_name:n256? value_data:variant?',
  dm_server_memory_dumps: 'filename:n256 creation_time:offset size_in_bytes:bigint?',
  dm_hadr_cluster: 'cluster_name:n256? quorum_type:tinyint? quorum_type_desc:desc? quorum_state:tinyint? quorum_state_desc:desc?',
  dm_hadr_availability_group_states:
    'group_id:guid primary_replica:n256? primary_recovery_health:tinyint? primary_recovery_health_desc:desc? secondary_recovery_health:tinyint? secondary_recovery_health_desc:desc? synchronization_health:tinyint? synchronization_health_desc:desc?',
  dm_hadr_availability_replica_states:
    'replica_id:guid group_id:guid is_local:bit role:tinyint? role_desc:desc? operational_state:tinyint? operational_state_desc:desc? connected_state:tinyint? connected_state_desc:desc? recovery_health:tinyint? recovery_health_desc:desc? synchronization_health:tinyint? synchronization_health_desc:desc? last_connect_error_number:int? last_connect_error_description:n1024? last_connect_error_timestamp:date?',
  dm_hadr_database_replica_cluster_states:
    'replica_id:guid group_database_id:guid database_name:name? is_failover_ready:bit is_pending_secondary_suspend:bit is_database_joined:bit recovery_lsn:lsn? truncation_lsn:lsn?',
  availability_databases_cluster: 'group_id:guid group_database_id:guid database_name:name? truncation_lsn:lsn?',
  availability_groups_cluster:
    'group_id:guid name:name? resource_id:desc? resource_group_id:desc? failure_condition_level:int? health_check_timeout:int? automated_backup_preference:tinyint? automated_backup_preference_desc:desc?',
  availability_group_listeners:
    'group_id:guid listener_id:desc dns_name:n256? port:int? is_conformant:bit ip_configuration_string_from_cluster:text?',
  traces:
    'id:int status:int path:path? max_size:bigint? stop_time:date? max_files:int? is_rowset:bit is_rollover:bit? is_shutdown:bit? is_default:bit? buffer_count:int? buffer_size:int? file_position:bigint? reader_spid:int? start_time:date? last_event_time:date? event_count:bigint? dropped_event_count:int?',
  server_event_sessions:
    'event_session_id:int name:name event_retention_mode:nchar1? event_retention_mode_desc:name? max_dispatch_latency:int? max_memory:int? max_event_size:int? memory_partition_mode:nchar1? memory_partition_mode_desc:name? track_causality:bit? startup_state:bit?',
  database_event_sessions:
    'event_session_id:int name:name event_retention_mode:nchar1? event_retention_mode_desc:name? max_dispatch_latency:int? max_memory:int? max_event_size:int? memory_partition_mode:nchar1? memory_partition_mode_desc:name? track_causality:bit? startup_state:bit?',
  dm_xe_sessions:
    'address:address name:n256 pending_buffers:int total_regular_buffers:int regular_buffer_size:bigint total_large_buffers:int large_buffer_size:bigint total_buffer_size:bigint buffer_policy_flags:int buffer_policy_desc:n256 flags:int flag_desc:n256 dropped_event_count:int dropped_buffer_count:int blocked_event_fire_time:int create_time:date largest_event_dropped_size:int session_source:n256',
  dm_xe_session_targets:
    'event_session_address:address target_name:desc target_package_guid:guid execution_count:bigint execution_duration_ms:bigint target_data:text?',
  dm_xe_map_values: 'name:desc object_package_guid:guid map_key:int map_value:n3072',
  dm_xe_objects:
    'name:desc object_type:desc package_guid:guid description:n256 capabilities:int? capabilities_desc:n256? type_name:desc? type_package_guid:guid? type_size:int?',
  server_audits:
    'audit_id:int name:name audit_guid:guid? create_date:date modify_date:date principal_id:int? type:char2 type_desc:desc? on_failure:tinyint? on_failure_desc:desc? is_state_enabled:bit? queue_delay:int? predicate:n3072?',
  server_audit_specifications:
    'server_specification_id:int name:name create_date:date modify_date:date audit_guid:guid? is_state_enabled:bit?',
  server_file_audits:
    'audit_id:int name:name audit_guid:guid? create_date:date modify_date:date principal_id:int? type:char2 type_desc:desc? on_failure:tinyint? on_failure_desc:desc? is_state_enabled:bit? queue_delay:int? predicate:n3072? max_file_size:bigint? max_rollover_files:int? max_files:int? reserve_disk_space:bit? log_file_path:path? log_file_name:path?',
  tcp_endpoints:
    'name:name endpoint_id:int principal_id:int? protocol:tinyint protocol_desc:desc? type:tinyint type_desc:desc? state:tinyint? state_desc:desc? is_admin_endpoint:bit port:int is_dynamic_port:bit ip_address:n48?',
  database_mirroring_endpoints:
    'name:name endpoint_id:int principal_id:int? protocol:tinyint protocol_desc:desc? type:tinyint type_desc:desc? state:tinyint? state_desc:desc? is_admin_endpoint:bit role:tinyint? role_desc:desc? is_encryption_enabled:bit connection_auth:tinyint connection_auth_desc:desc? certificate_id:int encryption_algorithm:tinyint encryption_algorithm_desc:desc?',
  remote_logins: 'server_id:int remote_name:name? local_principal_id:int? modify_date:date',
  event_notifications:
    'name:name object_id:int parent_class:tinyint parent_class_desc:desc? parent_id:int create_date:date modify_date:date service_name:n256? broker_instance:n256? creator_sid:sid? principal_id:int?',
  index_resumable_operations:
    'object_id:int index_id:int name:name sql_text:text? last_max_dop_used:smallint partition_number:int? state:tinyint state_desc:desc? start_time:date last_pause_time:date? total_execution_time:int percent_complete:float page_count:bigint',
  filetables: 'object_id:int is_enabled:bit directory_name:path? filename_collation_id:int filename_collation_name:name?',
  function_order_columns: 'object_id:int order_column_id:int column_id:int is_descending:bit?',
  query_store_query:
    'query_id:bigint query_text_id:bigint context_settings_id:bigint object_id:bigint? batch_sql_handle:handle? query_hash:hash is_internal_query:bit query_parameterization_type:tinyint query_parameterization_type_desc:desc? initial_compile_start_time:offset last_compile_start_time:offset? last_execution_time:offset? last_compile_batch_sql_handle:handle? last_compile_batch_offset_start:bigint? last_compile_batch_offset_end:bigint? count_compiles:bigint? avg_compile_duration:float? last_compile_duration:bigint? avg_bind_duration:float? last_bind_duration:bigint? avg_bind_cpu_time:float? last_bind_cpu_time:bigint? avg_optimize_duration:float? last_optimize_duration:bigint? avg_optimize_cpu_time:float? last_optimize_cpu_time:bigint? avg_compile_memory_kb:float? last_compile_memory_kb:bigint? max_compile_memory_kb:bigint? is_clouddb_internal_query:bit?',
  query_store_query_text:
    'query_text_id:bigint query_sql_text:text? statement_sql_handle:handle? is_part_of_encrypted_module:bit has_restricted_text:bit',
  query_store_plan:
    'plan_id:bigint query_id:bigint plan_group_id:bigint? engine_version:n32? compatibility_level:smallint query_plan_hash:hash query_plan:text? is_online_index_plan:bit is_trivial_plan:bit is_parallel_plan:bit is_forced_plan:bit is_natively_compiled:bit force_failure_count:bigint last_force_failure_reason:int last_force_failure_reason_desc:n256? count_compiles:bigint? initial_compile_start_time:offset last_compile_start_time:offset? last_execution_time:offset? avg_compile_duration:float? last_compile_duration:bigint? plan_forcing_type:int plan_forcing_type_desc:desc? has_compile_replay_script:bit? is_optimized_plan_forcing_disabled:bit? plan_type:int? plan_type_desc:desc?',
  query_store_runtime_stats: `runtime_stats_id:bigint plan_id:bigint runtime_stats_interval_id:bigint execution_type:tinyint execution_type_desc:desc? first_execution_time:offset last_execution_time:offset count_executions:bigint ${RUNTIME_MEASURES.map(measured).join(' ')} replica_group_id:bigint`,
  query_store_runtime_stats_interval: 'runtime_stats_interval_id:bigint start_time:offset end_time:offset comment:n32?',
  query_store_wait_stats: `wait_stats_id:bigint plan_id:bigint runtime_stats_interval_id:bigint wait_category:smallint wait_category_desc:desc? execution_type:tinyint execution_type_desc:desc? total_query_wait_time_ms:bigint ${measured('query_wait_time_ms')} replica_group_id:bigint`,
  query_context_settings:
    'context_settings_id:bigint set_options:bytes? language_id:smallint date_format:smallint date_first:tinyint status:bytes? required_cursor_options:int acceptable_cursor_options:int merge_action_type:smallint default_schema_id:int is_replication_specific:bit is_contained:bytes?',
};

export const MONITORING_VIEWS: readonly SystemView[] = Object.entries(VIEWS).map(([name, spec]) => specView('sys', name, spec));
