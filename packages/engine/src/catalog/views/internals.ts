/**
 * Views of what works inside an instance of SQL Server and has no counterpart here: caches, dispatchers, version stores, the CLR, full-text hosts, pools
 * of external scripts. They are empty apart from those whose contents are fixed.
 */

import { USE_HINTS } from '../use-hints.ts';
import type { SystemView } from './define.ts';
import { emptyViews, specView } from './spec.ts';

const QUERY_STORE = 'plan_id:bigint query_id:bigint';

const FIXED: readonly SystemView[] = [
  specView('sys', 'dm_exec_valid_use_hints', 'name:name', () => [...USE_HINTS].map((name) => ({ name }))),
  specView(
    'sys',
    'database_automatic_tuning_options',
    'name:n128? desired_state:smallint? desired_state_desc:desc? actual_state:smallint? actual_state_desc:desc? reason:smallint? reason_desc:desc?',
    () => [{ name: 'FORCE_LAST_GOOD_PLAN', desired_state: 0, desired_state_desc: 'OFF', actual_state: 0, actual_state_desc: 'OFF' }],
  ),
  specView(
    'sys',
    'resource_governor_external_resource_pools',
    'external_pool_id:int name:name max_cpu_percent:int max_memory_percent:int max_processes:int version:bigint',
    () => [{ external_pool_id: 2, name: 'default', max_cpu_percent: 100, max_memory_percent: 20 }],
  ),
  specView(
    'sys',
    'dm_resource_governor_configuration',
    'classifier_function_id:int is_reconfiguration_pending:bit max_outstanding_io_per_volume:int',
    () => [{}],
  ),
  specView(
    'sys',
    'dm_os_buffer_pool_extension_configuration',
    'path:n256? file_id:int? state:int? state_description:desc? current_size_in_kb:bigint?',
    () => [{ file_id: 0, state: 0, state_description: 'BUFFER POOL EXTENSION DISABLED', current_size_in_kb: 0n }],
  ),
];

export const INTERNALS_VIEWS: readonly SystemView[] = [
  ...FIXED,
  ...emptyViews({
    resource_governor_external_resource_pool_affinity: 'external_pool_id:int processor_group:smallint cpu_mask:bigint',
    resource_governor_resource_pool_affinity: 'pool_id:int processor_group:smallint scheduler_mask:bigint',
    dm_resource_governor_external_resource_pool_affinity: 'external_pool_id:int processor_group:smallint? cpu_mask:bigint?',
    dm_resource_governor_resource_pool_affinity: 'pool_id:int processor_group:smallint scheduler_mask:bigint',
    filetable_system_defined_objects: 'object_id:int parent_object_id:int',
    module_assembly_usages: 'object_id:int assembly_id:int',
    server_assembly_modules: 'object_id:int assembly_id:int assembly_class:name? assembly_method:name? execute_as_principal_id:int?',
    external_libraries: 'external_library_id:int name:name? principal_id:int? language:name? scope:int scope_desc:v7',
    external_library_files: 'external_library_id:int content:bytes? platform:tinyint? platform_desc:desc?',
    external_languages: 'external_language_id:int language:name create_date:date2 principal_id:int?',
    external_language_files:
      'external_language_id:int content:bytes? file_name:n266? platform:tinyint? platform_desc:desc? parameters:text? environment_variables:text?',
    query_store_query_hints:
      'query_hint_id:bigint query_id:bigint query_hint_text:text? last_query_hint_failure_reason:int last_query_hint_failure_reason_desc:n128? query_hint_failure_count:bigint source:int source_desc:n128? comment:text? replica_group_id:bigint',
    query_store_plan_feedback:
      'plan_feedback_id:bigint plan_id:bigint feature_id:tinyint feature_desc:desc? feedback_data:text? state:int state_desc:desc? create_time:offset last_updated_time:offset?',
    query_store_query_variant: 'query_variant_query_id:bigint parent_query_id:bigint dispatcher_plan_id:bigint',
    query_store_plan_forcing_locations: `plan_forcing_location_id:bigint ${QUERY_STORE} replica_group_id:bigint timestamp:date plan_forcing_flags:int`,
    query_store_replicas: 'replica_group_id:bigint role_type:smallint replica_name:n644',
    database_automatic_tuning_mode: 'desired_state:smallint? desired_state_desc:desc? actual_state:smallint? actual_state_desc:desc?',
    dm_clr_appdomains:
      'appdomain_address:address appdomain_id:int? appdomain_name:n386? creation_time:date? db_id:int? user_id:int? state:n128? strong_refcount:int? weak_refcount:int? cost:int? value:int? compatibility_level:int? total_processor_time_ms:bigint? total_allocated_memory_kb:bigint? survived_memory_kb:bigint?',
    dm_clr_loaded_assemblies: 'assembly_id:int? appdomain_address:address? load_time:date?',
    dm_clr_properties: 'name:n128? value:n128?',
    dm_clr_tasks:
      'task_address:address? sos_task_address:address? appdomain_address:address? state:n128? abort_state:n128? type:n128? affinity_count:int? forced_yield_count:int?',
    dm_db_uncontained_entities:
      'class:int class_desc:n120? major_id:int statement_line_number:int? statement_offset_begin:int? statement_offset_end:int? statement_type:n256? feature_name:n256? feature_type_name:n256?',
    dm_db_fts_index_physical_stats:
      'object_id:int fulltext_index_page_count:bigint? keyphrase_index_page_count:bigint? similarity_index_page_count:bigint?',
    dm_db_missing_index_group_stats_query:
      'group_handle:int query_hash:hash query_plan_hash:hash last_sql_handle:handle? last_statement_start_offset:int? last_statement_end_offset:int? last_statement_sql_handle:handle? user_seeks:bigint user_scans:bigint last_user_seek:date? last_user_scan:date? avg_total_user_cost:float? avg_user_impact:float? system_seeks:bigint system_scans:bigint last_system_seek:date? last_system_scan:date? avg_total_system_cost:float? avg_system_impact:float?',
    dm_exec_background_job_queue:
      'time_queued:date job_id:int database_id:int object_id1:int object_id2:int object_id3:int object_id4:int error_code:int? request_type:smallint retry_count:smallint in_progress:smallint session_id:smallint?',
    dm_exec_background_job_queue_stats:
      'queue_max_len:int enqueued_count:int started_count:int ended_count:int failed_lock_count:int failed_other_count:int failed_giveup_count:int enqueue_failed_full_count:int enqueue_failed_duplicate_count:int elapsed_avg_ms:int elapsed_max_ms:int',
    dm_exec_query_optimizer_memory_gateways:
      'pool_id:int name:name max_count:int active_count:int waiter_count:int threshold_factor:bigint threshold:bigint is_active:bit',
    dm_exec_query_parallel_workers:
      'node_id:int scheduler_count:int max_worker_count:int reserved_worker_count:int free_worker_count:int used_worker_count:int',
    dm_exec_query_transformation_stats:
      'name:name promise_total:float? promise_avg:float? promised:bigint? built_substitute:bigint? succeeded:bigint?',
    dm_external_script_execution_stats: 'language:n20? counter_name:n64? counter_value:bigint?',
    dm_external_script_requests: 'external_script_request_id:guid language:n128? degree_of_parallelism:int external_user_name:n128?',
    dm_filestream_file_io_handles:
      'handle_context_address:address? creation_request_id:int? creation_irp_id:int? handle_id:int? creation_client_thread_id:b8? creation_client_process_id:b8? filestream_transaction_id:b128? access_type:n60? logical_path:n256? physical_path:n256?',
    dm_filestream_file_io_requests:
      'request_context_address:address? current_spid:smallint? request_type:n60? request_state:n60? request_id:int? irp_id:int? handle_id:int? client_thread_id:b8? client_process_id:b8? handle_context_address:address? filestream_transaction_id:b128?',
    dm_filestream_non_transacted_handles:
      'database_id:int object_id:int handle_id:int file_object_type:int file_object_type_desc:desc correlation_process_id:b8? correlation_thread_id:b8? file_context:b8? state:int state_desc:desc current_workitem_type:int? current_workitem_type_desc:desc? fcb_id:bigint? item_id:b892? is_directory:bit? item_name:n256? opened_file_name:n256? database_directory_name:n256? table_directory_name:n256? remaining_file_name:n256? open_time:date flags:int? login_id:int? login_name:n256? login_sid:sid? read_access:bit write_access:bit delete_access:bit share_read:bit share_write:bit share_delete:bit create_disposition:int?',
    dm_fts_active_catalogs:
      'database_id:int catalog_id:int memory_address:address name:name is_paused:bit status:int status_description:n120? previous_status:int previous_status_description:n120? worker_count:int active_fts_index_count:int auto_population_count:int manual_population_count:int full_incremental_population_count:int row_count_in_thousands:int is_importing:bit',
    dm_fts_fdhosts: 'fdhost_id:int fdhost_name:n120 fdhost_process_id:int fdhost_type:n120 max_thread:int batch_count:int',
    dm_fts_index_population:
      'database_id:int catalog_id:int table_id:int memory_address:address population_type:int population_type_description:n120? is_clustered_index_scan:bit range_count:int completed_range_count:int outstanding_batch_count:int status:int status_description:n120? completion_type:int completion_type_description:n120? worker_count:int queued_population_type:int queued_population_type_description:n120? start_time:date incremental_timestamp:fixed8',
    dm_fts_memory_buffers: 'pool_id:int memory_address:address name:n4000 is_free:bit row_count:int bytes_used:int percent_used:int',
    dm_fts_memory_pools: 'pool_id:int buffer_size:int min_buffer_limit:int max_buffer_limit:int buffer_count:int',
    dm_fts_outstanding_batches:
      'database_id:int catalog_id:int table_id:int batch_id:int memory_address:address crawl_memory_address:address memregion_memory_address:address hr_batch:int is_retry_batch:bit retry_hints:int retry_hints_description:n120? doc_id_range_start:bigint? doc_id_range_end:bigint? batch_timestamp:fixed8? reprocess:bit?',
    dm_fts_population_ranges:
      'memory_address:address parent_memory_address:address is_retry:bit session_id:smallint processed_row_count:int error_count:int',
    dm_fts_semantic_similarity_population:
      'database_id:int catalog_id:int table_id:int document_count:int document_processed_count:int completion_type:int completion_type_description:n120? worker_count:int status:int status_description:n120? start_time:date incremental_timestamp:fixed8',
    dm_io_backup_tapes:
      'physical_device_name:n520 logical_device_name:n256? status:int status_desc:n520 mount_request_time:date? mount_expiration_time:date? database_name:n256? spid:int? command:int? command_desc:n120? media_family_id:int? media_set_name:n256? media_set_guid:guid? media_sequence_number:int? tape_operation:int? tape_operation_desc:n120? mount_request_type:int? mount_request_type_desc:n120?',
    dm_io_cluster_shared_drives: 'DriveName:n2',
    dm_io_cluster_valid_path_names: 'path_name:n512? cluster_owner_node:n60? is_cluster_shared_volume:bit',
    dm_os_child_instances:
      'owning_principal_name:n256 owning_principal_sid:sid owning_principal_sid_bin:sid instance_name:n128 instance_pipe_name:n260 os_process_id:int os_process_creation_date:date heart_beat:n5',
    dm_os_dispatcher_pools:
      'dispatcher_pool_address:address type:n256 name:n256 dispatcher_count:int dispatcher_ideal_count:int dispatcher_timeout_ms:int dispatcher_waiting_count:int queue_length:int',
    dm_os_hosts:
      'host_address:address type:n60 name:n32 enqueued_tasks_count:int active_tasks_count:int completed_ios_count:int completed_ios_in_bytes:bigint active_ios_count:int default_memory_clerk_address:address',
    dm_os_memory_allocations:
      'memory_object_address:address memory_allocation_address:address size_in_bytes:bigint creation_time:date source_file:v256? source_line:int? allocator_stack_address:address? sequence_num:int tag:int',
    dm_os_memory_broker_clerks:
      'clerk_name:n256 total_kb:bigint simulated_kb:bigint simulation_benefit:float internal_benefit:float external_benefit:float value_of_memory:float periodic_freed_kb:bigint internal_freed_kb:bigint',
    dm_os_memory_brokers:
      'pool_id:int memory_broker_type:n60 allocations_kb:bigint allocations_kb_per_sec:bigint predicted_allocations_kb:bigint target_allocations_kb:bigint future_allocations_kb:bigint overall_limit_kb:bigint last_notification:n60',
    dm_os_memory_cache_clock_hands:
      'cache_address:address name:n256 type:desc clock_hand:n60 clock_status:n60 rounds_count:bigint removed_all_rounds_count:bigint updated_last_round_count:bigint removed_last_round_count:bigint last_tick_time:bigint round_start_time:bigint last_round_start_time:bigint',
    dm_os_memory_cache_entries:
      'cache_address:address name:n256 type:desc entry_address:address entry_data_address:address in_use_count:int is_dirty:bit disk_ios_count:int context_switches_count:int original_cost:int current_cost:int memory_object_address:address? pages_kb:bigint entry_data:n2048? pool_id:int? time_to_generate:int? use_count:bigint? average_time_between_uses:int? time_since_last_use:int? probability_of_reuse:int? value:int?',
    dm_os_memory_cache_hash_tables:
      'cache_address:address name:n256 type:desc table_level:int buckets_count:int buckets_in_use_count:int buckets_min_length:int buckets_max_length:int buckets_avg_length:int buckets_max_length_ever:int hits_count:bigint misses_count:bigint buckets_avg_scan_hit_length:int buckets_avg_scan_miss_length:int',
    dm_os_memory_objects:
      'memory_object_address:address parent_address:address? pages_in_bytes:bigint creation_options:int bytes_used:bigint? type:desc name:v128? memory_node_id:smallint creation_time:date page_size_in_bytes:int max_pages_in_bytes:bigint page_allocator_address:address creation_stack_address:address? sequence_num:int? partition_type:int partition_type_desc:n60 contention_factor:real waiting_tasks_count:bigint exclusive_access_count:bigint',
    dm_os_memory_pools:
      'memory_pool_address:address pool_id:int type:desc name:n256 max_free_entries_count:bigint free_entries_count:bigint removed_in_all_rounds_count:bigint',
    dm_os_stacks: 'stack_address:address frame_index:int frame_address:address',
    dm_os_sublatches: 'class:n60 address:address waiting_requests_count:bigint promotion_count:bigint',
    dm_os_server_diagnostics_log_configurations: 'is_enabled:bit path:path max_size:int max_files:int',
    dm_os_virtual_address_dump:
      'region_base_address:address region_allocation_base_address:address region_allocation_protection:address region_size_in_bytes:bigint region_state:address region_current_protection:address region_type:address',
    dm_os_worker_local_storage:
      'worker_address:address comp_address:address? datasource_address:address? view_address:address? msqlxact_address:address? dispatch_address:address? crt_address:address? broker_address:address? oledb_address:address? transaction_address:address? session_address:address? trans_workspace_address:address? xact_resource_address:address? tsql_address:address? fulltext_address:address? msdtc_address:address? logmgr_address:address? strrep_address:address? dbmirroring_address:address? query_driver_address:address?',
    dm_tran_current_snapshot: 'transaction_sequence_num:bigint',
    dm_tran_top_version_generators: 'database_id:int rowset_id:bigint aggregated_record_length_in_bytes:int',
    dm_tran_transactions_snapshot: 'transaction_sequence_num:bigint snapshot_id:int snapshot_sequence_num:bigint',
    dm_tran_version_store:
      'transaction_sequence_num:bigint version_sequence_num:bigint database_id:smallint rowset_id:bigint status:tinyint min_length_in_bytes:smallint record_length_first_part_in_bytes:smallint record_image_first_part:b8000 record_length_second_part_in_bytes:smallint record_image_second_part:b8000?',
    dm_tran_persistent_version_store_stats:
      'database_id:int pvs_filegroup_id:smallint persistent_version_store_size_kb:bigint online_index_version_store_size_kb:bigint current_aborted_transaction_count:bigint oldest_active_transaction_id:bigint oldest_aborted_transaction_id:bigint min_transaction_timestamp:bigint online_index_min_transaction_timestamp:bigint secondary_low_water_mark:bigint offrow_version_cleaner_start_time:date2? offrow_version_cleaner_end_time:date2? aborted_version_cleaner_start_time:date2? aborted_version_cleaner_end_time:date2? pvs_off_row_page_skipped_low_water_mark:bigint pvs_off_row_page_skipped_transaction_not_cleaned:bigint pvs_off_row_page_skipped_oldest_active_xdesid:bigint pvs_off_row_page_skipped_min_useful_xts:bigint pvs_off_row_page_skipped_oldest_snapshot:bigint pvs_off_row_page_skipped_oldest_aborted_xdesid:bigint',
    dm_tran_aborted_transactions:
      'transaction_id:bigint? database_id:int begin_xact_lsn:lsn? end_xact_lsn:lsn? begin_time:date? nest_aborted:bit?',
  }),
];
