-- Columns of the views about the inside of an instance, most of which have nothing to show here.
SELECT * FROM sys.column_store_dictionaries
SELECT * FROM sys.database_automatic_tuning_mode
SELECT * FROM sys.database_automatic_tuning_options
SELECT * FROM sys.dm_clr_appdomains
SELECT * FROM sys.dm_clr_loaded_assemblies
SELECT * FROM sys.dm_clr_properties
SELECT * FROM sys.dm_clr_tasks
SELECT * FROM sys.dm_column_store_object_pool
SELECT * FROM sys.dm_db_column_store_row_group_operational_stats
SELECT * FROM sys.dm_db_fts_index_physical_stats
SELECT * FROM sys.dm_db_missing_index_group_stats_query
SELECT * FROM sys.dm_db_uncontained_entities
SELECT * FROM sys.dm_db_xtp_checkpoint_files
SELECT * FROM sys.dm_db_xtp_hash_index_stats
SELECT * FROM sys.dm_db_xtp_index_stats
SELECT * FROM sys.dm_db_xtp_memory_consumers
SELECT * FROM sys.dm_db_xtp_nonclustered_index_stats
SELECT * FROM sys.dm_db_xtp_object_stats
SELECT * FROM sys.dm_db_xtp_table_memory_stats
SELECT * FROM sys.dm_exec_background_job_queue
SELECT * FROM sys.dm_exec_background_job_queue_stats
SELECT * FROM sys.dm_exec_query_optimizer_memory_gateways
SELECT * FROM sys.dm_exec_query_parallel_workers
SELECT * FROM sys.dm_exec_query_transformation_stats
SELECT * FROM sys.dm_exec_valid_use_hints
SELECT * FROM sys.dm_external_script_execution_stats
SELECT * FROM sys.dm_external_script_requests
SELECT * FROM sys.dm_filestream_file_io_handles
SELECT * FROM sys.dm_filestream_file_io_requests
SELECT * FROM sys.dm_filestream_non_transacted_handles
SELECT * FROM sys.dm_fts_active_catalogs
SELECT * FROM sys.dm_fts_fdhosts
SELECT * FROM sys.dm_fts_index_population
SELECT * FROM sys.dm_fts_memory_buffers
SELECT * FROM sys.dm_fts_memory_pools
SELECT * FROM sys.dm_fts_outstanding_batches
SELECT * FROM sys.dm_fts_population_ranges
SELECT * FROM sys.dm_fts_semantic_similarity_population
SELECT * FROM sys.dm_io_backup_tapes
SELECT * FROM sys.dm_io_cluster_shared_drives
SELECT * FROM sys.dm_io_cluster_valid_path_names
SELECT * FROM sys.dm_os_buffer_pool_extension_configuration
SELECT * FROM sys.dm_os_child_instances
SELECT * FROM sys.dm_os_dispatcher_pools
SELECT * FROM sys.dm_os_hosts
SELECT * FROM sys.dm_os_memory_allocations
SELECT * FROM sys.dm_os_memory_broker_clerks
SELECT * FROM sys.dm_os_memory_brokers
SELECT * FROM sys.dm_os_memory_cache_clock_hands
SELECT * FROM sys.dm_os_memory_cache_entries
SELECT * FROM sys.dm_os_memory_cache_hash_tables
SELECT * FROM sys.dm_os_memory_objects
SELECT * FROM sys.dm_os_memory_pools
SELECT * FROM sys.dm_os_server_diagnostics_log_configurations
SELECT * FROM sys.dm_os_stacks
SELECT * FROM sys.dm_os_sublatches
SELECT * FROM sys.dm_os_virtual_address_dump
SELECT * FROM sys.dm_os_worker_local_storage
SELECT * FROM sys.dm_resource_governor_configuration
SELECT * FROM sys.dm_resource_governor_external_resource_pool_affinity
SELECT * FROM sys.dm_resource_governor_resource_pool_affinity
SELECT * FROM sys.dm_tran_aborted_transactions
SELECT * FROM sys.dm_tran_current_snapshot
SELECT * FROM sys.dm_tran_persistent_version_store_stats
SELECT * FROM sys.dm_tran_top_version_generators
SELECT * FROM sys.dm_tran_transactions_snapshot
SELECT * FROM sys.dm_tran_version_store
SELECT * FROM sys.dm_xtp_gc_queue_stats
SELECT * FROM sys.dm_xtp_gc_stats
SELECT * FROM sys.dm_xtp_system_memory_consumers
SELECT * FROM sys.edge_constraints
SELECT * FROM sys.external_language_files
SELECT * FROM sys.external_languages
SELECT * FROM sys.external_libraries
SELECT * FROM sys.external_library_files
SELECT * FROM sys.filetable_system_defined_objects
SELECT * FROM sys.internal_partitions
SELECT * FROM sys.memory_optimized_tables_internal_attributes
SELECT * FROM sys.module_assembly_usages
SELECT * FROM sys.query_store_plan_feedback
SELECT * FROM sys.query_store_plan_forcing_locations
SELECT * FROM sys.query_store_query_hints
SELECT * FROM sys.query_store_query_variant
SELECT * FROM sys.query_store_replicas
SELECT * FROM sys.resource_governor_external_resource_pool_affinity
SELECT * FROM sys.resource_governor_external_resource_pools
SELECT * FROM sys.resource_governor_resource_pool_affinity
SELECT * FROM sys.server_assembly_modules
GO
--> partition_id bigint, hobt_id bigint, column_id int, dictionary_id int, version int, type int, last_id int, entry_count bigint, on_disk_size bigint
--> desired_state smallint, desired_state_desc nvarchar(60), actual_state smallint, actual_state_desc nvarchar(60)
--> name nvarchar(128), desired_state smallint, desired_state_desc nvarchar(60), actual_state smallint, actual_state_desc nvarchar(60), reason smallint, reason_desc nvarchar(60)
--> 'FORCE_LAST_GOOD_PLAN' | 0 | 'OFF' | 0 | 'OFF' | NULL | NULL
--> appdomain_address varbinary(8)!, appdomain_id int, appdomain_name nvarchar(386), creation_time datetime, db_id int, user_id int, state nvarchar(128), strong_refcount int, weak_refcount int, cost int, value int, compatibility_level int, total_processor_time_ms bigint, total_allocated_memory_kb bigint, survived_memory_kb bigint
--> assembly_id int, appdomain_address varbinary(8), load_time datetime
--> name nvarchar(128), value nvarchar(128)
--> task_address varbinary(8), sos_task_address varbinary(8), appdomain_address varbinary(8), state nvarchar(128), abort_state nvarchar(128), type nvarchar(128), affinity_count int, forced_yield_count int
--> database_id int!, object_id int!, index_id int!, partition_number int!, column_id int!, row_group_id int!, object_type smallint!, object_type_desc nvarchar(60)!, access_count int!, memory_used_in_bytes bigint!, object_load_time datetime!
--> object_id int, index_id int, partition_number int, row_group_id int, scan_count int, delete_buffer_scan_count int, index_scan_count int, rowgroup_lock_count bigint, rowgroup_lock_wait_count bigint, rowgroup_lock_wait_in_ms bigint, returned_row_count bigint, returned_aggregate_count bigint, returned_group_count bigint, input_groupby_row_count bigint
--> object_id int!, fulltext_index_page_count bigint, keyphrase_index_page_count bigint, similarity_index_page_count bigint
--> group_handle int!, query_hash binary(8)!, query_plan_hash binary(8)!, last_sql_handle varbinary(64), last_statement_start_offset int, last_statement_end_offset int, last_statement_sql_handle varbinary(64), user_seeks bigint!, user_scans bigint!, last_user_seek datetime, last_user_scan datetime, avg_total_user_cost float, avg_user_impact float, system_seeks bigint!, system_scans bigint!, last_system_seek datetime, last_system_scan datetime, avg_total_system_cost float, avg_system_impact float
--> class int!, class_desc nvarchar(120), major_id int!, statement_line_number int, statement_offset_begin int, statement_offset_end int, statement_type nvarchar(256), feature_name nvarchar(256), feature_type_name nvarchar(256)
--> container_id int!, container_guid uniqueidentifier!, checkpoint_file_id uniqueidentifier!, relative_file_path nvarchar(256)!, file_type smallint!, file_type_desc nvarchar(60), internal_storage_slot int, checkpoint_pair_file_id uniqueidentifier, file_size_in_bytes bigint!, file_size_used_in_bytes bigint, logical_row_count bigint, state smallint!, state_desc nvarchar(60)!, lower_bound_tsn bigint, upper_bound_tsn bigint, begin_checkpoint_id bigint, end_checkpoint_id bigint, last_updated_checkpoint_id bigint, encryption_status smallint, encryption_status_desc nvarchar(60)
--> object_id int!, index_id int!, total_bucket_count bigint!, empty_bucket_count bigint, avg_chain_length bigint!, max_chain_length bigint!, xtp_object_id bigint!
--> object_id int!, index_id int!, scans_started bigint, scans_retries bigint, rows_returned bigint, rows_touched bigint, rows_expiring bigint, rows_expired bigint, rows_expired_removed bigint, phantom_scans_started bigint, phantom_scans_retries bigint, phantom_rows_touched bigint, phantom_expiring_rows_encountered bigint, phantom_expired_removed_rows_encountered bigint, phantom_expired_rows_removed bigint, object_address varbinary(8)!, xtp_object_id bigint!
--> memory_consumer_id bigint!, memory_consumer_type int!, memory_consumer_type_desc nvarchar(16)!, memory_consumer_desc nvarchar(64), object_id int, xtp_object_id bigint, index_id int, allocated_bytes bigint!, used_bytes bigint!, allocation_count int!, partition_count int!, sizeclass_count int!, min_sizeclass int!, max_sizeclass int!, memory_consumer_address varbinary(8)!
--> object_id int!, xtp_object_id bigint!, index_id int!, delta_pages bigint!, internal_pages bigint!, leaf_pages bigint!, outstanding_retired_nodes bigint!, page_update_count bigint!, page_update_retry_count bigint!, page_consolidation_count bigint!, page_consolidation_retry_count bigint!, page_split_count bigint!, page_split_retry_count bigint!, key_split_count bigint!, key_split_retry_count bigint!, page_merge_count bigint!, page_merge_retry_count bigint!, key_merge_count bigint!, key_merge_retry_count bigint!, uses_key_normalization bit!
--> object_id int!, row_insert_attempts bigint, row_update_attempts bigint, row_delete_attempts bigint, write_conflicts bigint, unique_constraint_violations bigint, object_address varbinary(8)!, xtp_object_id bigint!
--> object_id int, memory_allocated_for_table_kb bigint, memory_used_by_table_kb bigint, memory_allocated_for_indexes_kb bigint, memory_used_by_indexes_kb bigint
--> time_queued datetime!, job_id int!, database_id int!, object_id1 int!, object_id2 int!, object_id3 int!, object_id4 int!, error_code int, request_type smallint!, retry_count smallint!, in_progress smallint!, session_id smallint
--> queue_max_len int!, enqueued_count int!, started_count int!, ended_count int!, failed_lock_count int!, failed_other_count int!, failed_giveup_count int!, enqueue_failed_full_count int!, enqueue_failed_duplicate_count int!, elapsed_avg_ms int!, elapsed_max_ms int!
--> pool_id int!, name nvarchar(128)!, max_count int!, active_count int!, waiter_count int!, threshold_factor bigint!, threshold bigint!, is_active bit!
--> node_id int!, scheduler_count int!, max_worker_count int!, reserved_worker_count int!, free_worker_count int!, used_worker_count int!
--> name nvarchar(128)!, promise_total float, promise_avg float, promised bigint, built_substitute bigint, succeeded bigint
--> name nvarchar(128)!
--> 'ALLOW_BATCH_MODE'
--> 'ASSUME_FULL_INDEPENDENCE_FOR_FILTER_ESTIMATES'
--> 'ASSUME_JOIN_PREDICATE_DEPENDS_ON_FILTERS'
--> 'ASSUME_MIN_SELECTIVITY_FOR_FILTER_ESTIMATES'
--> 'ASSUME_PARTIAL_CORRELATION_FOR_FILTER_ESTIMATES'
--> 'DISABLE_BATCH_MODE_ADAPTIVE_JOINS'
--> 'DISABLE_BATCH_MODE_MEMORY_GRANT_FEEDBACK'
--> 'DISABLE_CE_FEEDBACK'
--> 'DISABLE_DEFERRED_COMPILATION_TV'
--> 'DISABLE_DOP_FEEDBACK'
--> 'DISABLE_INTERLEAVED_EXECUTION_TVF'
--> 'DISABLE_MEMORY_GRANT_FEEDBACK_PERSISTENCE'
--> 'DISABLE_OPTIMIZED_NESTED_LOOP'
--> 'DISABLE_OPTIMIZED_PLAN_FORCING'
--> 'DISABLE_OPTIMIZER_ROWGOAL'
--> 'DISABLE_PARAMETER_SENSITIVE_PLAN_OPTIMIZATION'
--> 'DISABLE_PARAMETER_SNIFFING'
--> 'DISABLE_ROW_MODE_MEMORY_GRANT_FEEDBACK'
--> 'DISABLE_TSQL_SCALAR_UDF_INLINING'
--> 'DISALLOW_BATCH_MODE'
--> 'ENABLE_HIST_AMENDMENT_FOR_ASC_KEYS'
--> 'ENABLE_PARALLEL_PLAN_PREFERENCE'
--> 'ENABLE_QUERY_OPTIMIZER_HOTFIXES'
--> 'FORCE_DEFAULT_CARDINALITY_ESTIMATION'
--> 'FORCE_LEGACY_CARDINALITY_ESTIMATION'
--> 'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_100'
--> 'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_110'
--> 'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_120'
--> 'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_130'
--> 'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_140'
--> 'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_150'
--> 'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_160'
--> 'QUERY_PLAN_PROFILE'
--> language nvarchar(20), counter_name nvarchar(64), counter_value bigint
--> external_script_request_id uniqueidentifier!, language nvarchar(128), degree_of_parallelism int!, external_user_name nvarchar(128)
--> handle_context_address varbinary(8), creation_request_id int, creation_irp_id int, handle_id int, creation_client_thread_id varbinary(8), creation_client_process_id varbinary(8), filestream_transaction_id varbinary(128), access_type nvarchar(60), logical_path nvarchar(256), physical_path nvarchar(256)
--> request_context_address varbinary(8), current_spid smallint, request_type nvarchar(60), request_state nvarchar(60), request_id int, irp_id int, handle_id int, client_thread_id varbinary(8), client_process_id varbinary(8), handle_context_address varbinary(8), filestream_transaction_id varbinary(128)
--> database_id int!, object_id int!, handle_id int!, file_object_type int!, file_object_type_desc nvarchar(60)!, correlation_process_id varbinary(8), correlation_thread_id varbinary(8), file_context varbinary(8), state int!, state_desc nvarchar(60)!, current_workitem_type int, current_workitem_type_desc nvarchar(60), fcb_id bigint, item_id varbinary(892), is_directory bit, item_name nvarchar(256), opened_file_name nvarchar(256), database_directory_name nvarchar(256), table_directory_name nvarchar(256), remaining_file_name nvarchar(256), open_time datetime!, flags int, login_id int, login_name nvarchar(256), login_sid varbinary(85), read_access bit!, write_access bit!, delete_access bit!, share_read bit!, share_write bit!, share_delete bit!, create_disposition int
--> database_id int!, catalog_id int!, memory_address varbinary(8)!, name nvarchar(128)!, is_paused bit!, status int!, status_description nvarchar(120), previous_status int!, previous_status_description nvarchar(120), worker_count int!, active_fts_index_count int!, auto_population_count int!, manual_population_count int!, full_incremental_population_count int!, row_count_in_thousands int!, is_importing bit!
--> fdhost_id int!, fdhost_name nvarchar(120)!, fdhost_process_id int!, fdhost_type nvarchar(120)!, max_thread int!, batch_count int!
--> database_id int!, catalog_id int!, table_id int!, memory_address varbinary(8)!, population_type int!, population_type_description nvarchar(120), is_clustered_index_scan bit!, range_count int!, completed_range_count int!, outstanding_batch_count int!, status int!, status_description nvarchar(120), completion_type int!, completion_type_description nvarchar(120), worker_count int!, queued_population_type int!, queued_population_type_description nvarchar(120), start_time datetime!, incremental_timestamp binary(8)!
--> pool_id int!, memory_address varbinary(8)!, name nvarchar(4000)!, is_free bit!, row_count int!, bytes_used int!, percent_used int!
--> pool_id int!, buffer_size int!, min_buffer_limit int!, max_buffer_limit int!, buffer_count int!
--> database_id int!, catalog_id int!, table_id int!, batch_id int!, memory_address varbinary(8)!, crawl_memory_address varbinary(8)!, memregion_memory_address varbinary(8)!, hr_batch int!, is_retry_batch bit!, retry_hints int!, retry_hints_description nvarchar(120), doc_id_range_start bigint, doc_id_range_end bigint, batch_timestamp binary(8), reprocess bit
--> memory_address varbinary(8)!, parent_memory_address varbinary(8)!, is_retry bit!, session_id smallint!, processed_row_count int!, error_count int!
--> database_id int!, catalog_id int!, table_id int!, document_count int!, document_processed_count int!, completion_type int!, completion_type_description nvarchar(120), worker_count int!, status int!, status_description nvarchar(120), start_time datetime!, incremental_timestamp binary(8)!
--> physical_device_name nvarchar(520)!, logical_device_name nvarchar(256), status int!, status_desc nvarchar(520)!, mount_request_time datetime, mount_expiration_time datetime, database_name nvarchar(256), spid int, command int, command_desc nvarchar(120), media_family_id int, media_set_name nvarchar(256), media_set_guid uniqueidentifier, media_sequence_number int, tape_operation int, tape_operation_desc nvarchar(120), mount_request_type int, mount_request_type_desc nvarchar(120)
--> DriveName nvarchar(2)!
--> path_name nvarchar(512), cluster_owner_node nvarchar(60), is_cluster_shared_volume bit!
--> path nvarchar(256), file_id int, state int, state_description nvarchar(60), current_size_in_kb bigint
--> NULL | 0 | 0 | 'BUFFER POOL EXTENSION DISABLED' | 0
--> owning_principal_name nvarchar(256)!, owning_principal_sid varbinary(85)!, owning_principal_sid_bin varbinary(85)!, instance_name nvarchar(128)!, instance_pipe_name nvarchar(260)!, os_process_id int!, os_process_creation_date datetime!, heart_beat nvarchar(5)!
--> dispatcher_pool_address varbinary(8)!, type nvarchar(256)!, name nvarchar(256)!, dispatcher_count int!, dispatcher_ideal_count int!, dispatcher_timeout_ms int!, dispatcher_waiting_count int!, queue_length int!
--> host_address varbinary(8)!, type nvarchar(60)!, name nvarchar(32)!, enqueued_tasks_count int!, active_tasks_count int!, completed_ios_count int!, completed_ios_in_bytes bigint!, active_ios_count int!, default_memory_clerk_address varbinary(8)!
--> memory_object_address varbinary(8)!, memory_allocation_address varbinary(8)!, size_in_bytes bigint!, creation_time datetime!, source_file varchar(256), source_line int, allocator_stack_address varbinary(8), sequence_num int!, tag int!
--> clerk_name nvarchar(256)!, total_kb bigint!, simulated_kb bigint!, simulation_benefit float!, internal_benefit float!, external_benefit float!, value_of_memory float!, periodic_freed_kb bigint!, internal_freed_kb bigint!
--> pool_id int!, memory_broker_type nvarchar(60)!, allocations_kb bigint!, allocations_kb_per_sec bigint!, predicted_allocations_kb bigint!, target_allocations_kb bigint!, future_allocations_kb bigint!, overall_limit_kb bigint!, last_notification nvarchar(60)!
--> cache_address varbinary(8)!, name nvarchar(256)!, type nvarchar(60)!, clock_hand nvarchar(60)!, clock_status nvarchar(60)!, rounds_count bigint!, removed_all_rounds_count bigint!, updated_last_round_count bigint!, removed_last_round_count bigint!, last_tick_time bigint!, round_start_time bigint!, last_round_start_time bigint!
--> cache_address varbinary(8)!, name nvarchar(256)!, type nvarchar(60)!, entry_address varbinary(8)!, entry_data_address varbinary(8)!, in_use_count int!, is_dirty bit!, disk_ios_count int!, context_switches_count int!, original_cost int!, current_cost int!, memory_object_address varbinary(8), pages_kb bigint!, entry_data nvarchar(2048), pool_id int, time_to_generate int, use_count bigint, average_time_between_uses int, time_since_last_use int, probability_of_reuse int, value int
--> cache_address varbinary(8)!, name nvarchar(256)!, type nvarchar(60)!, table_level int!, buckets_count int!, buckets_in_use_count int!, buckets_min_length int!, buckets_max_length int!, buckets_avg_length int!, buckets_max_length_ever int!, hits_count bigint!, misses_count bigint!, buckets_avg_scan_hit_length int!, buckets_avg_scan_miss_length int!
--> memory_object_address varbinary(8)!, parent_address varbinary(8), pages_in_bytes bigint!, creation_options int!, bytes_used bigint, type nvarchar(60)!, name varchar(128), memory_node_id smallint!, creation_time datetime!, page_size_in_bytes int!, max_pages_in_bytes bigint!, page_allocator_address varbinary(8)!, creation_stack_address varbinary(8), sequence_num int, partition_type int!, partition_type_desc nvarchar(60)!, contention_factor real!, waiting_tasks_count bigint!, exclusive_access_count bigint!
--> memory_pool_address varbinary(8)!, pool_id int!, type nvarchar(60)!, name nvarchar(256)!, max_free_entries_count bigint!, free_entries_count bigint!, removed_in_all_rounds_count bigint!
--> is_enabled bit!, path nvarchar(260)!, max_size int!, max_files int!
--> stack_address varbinary(8)!, frame_index int!, frame_address varbinary(8)!
--> class nvarchar(60)!, address varbinary(8)!, waiting_requests_count bigint!, promotion_count bigint!
--> region_base_address varbinary(8)!, region_allocation_base_address varbinary(8)!, region_allocation_protection varbinary(8)!, region_size_in_bytes bigint!, region_state varbinary(8)!, region_current_protection varbinary(8)!, region_type varbinary(8)!
--> worker_address varbinary(8)!, comp_address varbinary(8), datasource_address varbinary(8), view_address varbinary(8), msqlxact_address varbinary(8), dispatch_address varbinary(8), crt_address varbinary(8), broker_address varbinary(8), oledb_address varbinary(8), transaction_address varbinary(8), session_address varbinary(8), trans_workspace_address varbinary(8), xact_resource_address varbinary(8), tsql_address varbinary(8), fulltext_address varbinary(8), msdtc_address varbinary(8), logmgr_address varbinary(8), strrep_address varbinary(8), dbmirroring_address varbinary(8), query_driver_address varbinary(8)
--> classifier_function_id int!, is_reconfiguration_pending bit!, max_outstanding_io_per_volume int!
--> 0 | 0 | 0
--> external_pool_id int!, processor_group smallint, cpu_mask bigint
--> pool_id int!, processor_group smallint!, scheduler_mask bigint!
--> transaction_id bigint, database_id int!, begin_xact_lsn numeric(25,0), end_xact_lsn numeric(25,0), begin_time datetime, nest_aborted bit
--> transaction_sequence_num bigint!
--> database_id int!, pvs_filegroup_id smallint!, persistent_version_store_size_kb bigint!, online_index_version_store_size_kb bigint!, current_aborted_transaction_count bigint!, oldest_active_transaction_id bigint!, oldest_aborted_transaction_id bigint!, min_transaction_timestamp bigint!, online_index_min_transaction_timestamp bigint!, secondary_low_water_mark bigint!, offrow_version_cleaner_start_time datetime2(7), offrow_version_cleaner_end_time datetime2(7), aborted_version_cleaner_start_time datetime2(7), aborted_version_cleaner_end_time datetime2(7), pvs_off_row_page_skipped_low_water_mark bigint!, pvs_off_row_page_skipped_transaction_not_cleaned bigint!, pvs_off_row_page_skipped_oldest_active_xdesid bigint!, pvs_off_row_page_skipped_min_useful_xts bigint!, pvs_off_row_page_skipped_oldest_snapshot bigint!, pvs_off_row_page_skipped_oldest_aborted_xdesid bigint!
--> database_id int!, rowset_id bigint!, aggregated_record_length_in_bytes int!
--> transaction_sequence_num bigint!, snapshot_id int!, snapshot_sequence_num bigint!
--> transaction_sequence_num bigint!, version_sequence_num bigint!, database_id smallint!, rowset_id bigint!, status tinyint!, min_length_in_bytes smallint!, record_length_first_part_in_bytes smallint!, record_image_first_part varbinary(8000)!, record_length_second_part_in_bytes smallint!, record_image_second_part varbinary(8000)
--> queue_id int!, total_enqueues bigint!, total_dequeues bigint!, current_queue_depth bigint!, maximum_queue_depth bigint!, last_service_ticks bigint!
--> rows_examined bigint!, rows_no_sweep_needed bigint!, rows_first_in_bucket bigint!, rows_first_in_bucket_removed bigint!, rows_marked_for_unlink bigint!, parallel_assist_count bigint!, idle_worker_count bigint!, sweep_scans_started bigint!, sweep_scan_retries bigint!, sweep_rows_touched bigint!, sweep_rows_expiring bigint!, sweep_rows_expired bigint!, sweep_rows_expired_removed bigint!
--> memory_consumer_id bigint!, memory_consumer_type int!, memory_consumer_type_desc nvarchar(16)!, memory_consumer_desc nvarchar(64), lookaside_id bigint, pagepool_id bigint, allocated_bytes bigint!, used_bytes bigint!, allocation_count int!, partition_count int!, sizeclass_count int!, min_sizeclass int!, max_sizeclass int!, memory_consumer_address varbinary(8)!
--> name nvarchar(128)!, object_id int!, principal_id int, schema_id int!, parent_object_id int!, type char(2), type_desc nvarchar(60), create_date datetime!, modify_date datetime!, is_ms_shipped bit!, is_published bit!, is_schema_published bit!, is_disabled bit!, is_not_trusted bit!, is_system_named bit!, delete_referential_action tinyint, delete_referential_action_desc nvarchar(60)
--> external_language_id int!, content varbinary(max), file_name nvarchar(266), platform tinyint, platform_desc nvarchar(60), parameters nvarchar(max), environment_variables nvarchar(max)
--> external_language_id int!, language nvarchar(128)!, create_date datetime2(7)!, principal_id int
--> external_library_id int!, name nvarchar(128), principal_id int, language nvarchar(128), scope int!, scope_desc varchar(7)!
--> external_library_id int!, content varbinary(max), platform tinyint, platform_desc nvarchar(60)
--> object_id int!, parent_object_id int!
--> partition_id bigint!, object_id int!, index_id int!, partition_number int!, hobt_id bigint!, internal_object_type tinyint, internal_object_type_desc nvarchar(60), row_group_id int, rows bigint, data_compression tinyint, data_compression_desc nvarchar(60), optimize_for_sequential_key bit
--> object_id int!, xtp_object_id bigint!, type int!, type_desc nvarchar(60)!, minor_id int!
--> object_id int!, assembly_id int!
--> plan_feedback_id bigint!, plan_id bigint!, feature_id tinyint!, feature_desc nvarchar(60), feedback_data nvarchar(max), state int!, state_desc nvarchar(60), create_time datetimeoffset(7)!, last_updated_time datetimeoffset(7)
--> plan_forcing_location_id bigint!, plan_id bigint!, query_id bigint!, replica_group_id bigint!, timestamp datetime!, plan_forcing_flags int!
--> query_hint_id bigint!, query_id bigint!, query_hint_text nvarchar(max), last_query_hint_failure_reason int!, last_query_hint_failure_reason_desc nvarchar(128), query_hint_failure_count bigint!, source int!, source_desc nvarchar(128), comment nvarchar(max), replica_group_id bigint!
--> query_variant_query_id bigint!, parent_query_id bigint!, dispatcher_plan_id bigint!
--> replica_group_id bigint!, role_type smallint!, replica_name nvarchar(644)!
--> external_pool_id int!, processor_group smallint!, cpu_mask bigint!
--> external_pool_id int!, name nvarchar(128)!, max_cpu_percent int!, max_memory_percent int!, max_processes int!, version bigint!
--> 2 | 'default' | 100 | 20 | 0 | 0
--> pool_id int!, processor_group smallint!, scheduler_mask bigint!
--> object_id int!, assembly_id int!, assembly_class nvarchar(128), assembly_method nvarchar(128), execute_as_principal_id int
