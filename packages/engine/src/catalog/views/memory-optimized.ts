/** Memory-optimized tables and columnstore internals: none is kept in memory here. */

import type { SystemView } from './define.ts';
import { emptyViews } from './spec.ts';

export const MEMORY_OPTIMIZED_VIEWS: readonly SystemView[] = emptyViews({
  memory_optimized_tables_internal_attributes: 'object_id:int xtp_object_id:bigint type:int type_desc:desc minor_id:int',
  column_store_dictionaries:
    'partition_id:bigint? hobt_id:bigint? column_id:int? dictionary_id:int? version:int? type:int? last_id:int? entry_count:bigint? on_disk_size:bigint?',
  internal_partitions:
    'partition_id:bigint object_id:int index_id:int partition_number:int hobt_id:bigint internal_object_type:tinyint? internal_object_type_desc:desc? row_group_id:int? rows:bigint? data_compression:tinyint? data_compression_desc:desc? optimize_for_sequential_key:bit?',
  dm_column_store_object_pool:
    'database_id:int object_id:int index_id:int partition_number:int column_id:int row_group_id:int object_type:smallint object_type_desc:desc access_count:int memory_used_in_bytes:bigint object_load_time:date',
  dm_db_column_store_row_group_operational_stats:
    'object_id:int? index_id:int? partition_number:int? row_group_id:int? scan_count:int? delete_buffer_scan_count:int? index_scan_count:int? rowgroup_lock_count:bigint? rowgroup_lock_wait_count:bigint? rowgroup_lock_wait_in_ms:bigint? returned_row_count:bigint? returned_aggregate_count:bigint? returned_group_count:bigint? input_groupby_row_count:bigint?',
  dm_db_xtp_checkpoint_files:
    'container_id:int container_guid:guid checkpoint_file_id:guid relative_file_path:n256 file_type:smallint file_type_desc:desc? internal_storage_slot:int? checkpoint_pair_file_id:guid? file_size_in_bytes:bigint file_size_used_in_bytes:bigint? logical_row_count:bigint? state:smallint state_desc:desc lower_bound_tsn:bigint? upper_bound_tsn:bigint? begin_checkpoint_id:bigint? end_checkpoint_id:bigint? last_updated_checkpoint_id:bigint? encryption_status:smallint? encryption_status_desc:desc?',
  dm_db_xtp_hash_index_stats:
    'object_id:int index_id:int total_bucket_count:bigint empty_bucket_count:bigint? avg_chain_length:bigint max_chain_length:bigint xtp_object_id:bigint',
  dm_db_xtp_index_stats:
    'object_id:int index_id:int scans_started:bigint? scans_retries:bigint? rows_returned:bigint? rows_touched:bigint? rows_expiring:bigint? rows_expired:bigint? rows_expired_removed:bigint? phantom_scans_started:bigint? phantom_scans_retries:bigint? phantom_rows_touched:bigint? phantom_expiring_rows_encountered:bigint? phantom_expired_removed_rows_encountered:bigint? phantom_expired_rows_removed:bigint? object_address:address xtp_object_id:bigint',
  dm_db_xtp_memory_consumers:
    'memory_consumer_id:bigint memory_consumer_type:int memory_consumer_type_desc:n16 memory_consumer_desc:n64? object_id:int? xtp_object_id:bigint? index_id:int? allocated_bytes:bigint used_bytes:bigint allocation_count:int partition_count:int sizeclass_count:int min_sizeclass:int max_sizeclass:int memory_consumer_address:address',
  dm_db_xtp_nonclustered_index_stats:
    'object_id:int xtp_object_id:bigint index_id:int delta_pages:bigint internal_pages:bigint leaf_pages:bigint outstanding_retired_nodes:bigint page_update_count:bigint page_update_retry_count:bigint page_consolidation_count:bigint page_consolidation_retry_count:bigint page_split_count:bigint page_split_retry_count:bigint key_split_count:bigint key_split_retry_count:bigint page_merge_count:bigint page_merge_retry_count:bigint key_merge_count:bigint key_merge_retry_count:bigint uses_key_normalization:bit',
  dm_db_xtp_object_stats:
    'object_id:int row_insert_attempts:bigint? row_update_attempts:bigint? row_delete_attempts:bigint? write_conflicts:bigint? unique_constraint_violations:bigint? object_address:address xtp_object_id:bigint',
  dm_db_xtp_table_memory_stats:
    'object_id:int? memory_allocated_for_table_kb:bigint? memory_used_by_table_kb:bigint? memory_allocated_for_indexes_kb:bigint? memory_used_by_indexes_kb:bigint?',
  dm_xtp_system_memory_consumers:
    'memory_consumer_id:bigint memory_consumer_type:int memory_consumer_type_desc:n16 memory_consumer_desc:n64? lookaside_id:bigint? pagepool_id:bigint? allocated_bytes:bigint used_bytes:bigint allocation_count:int partition_count:int sizeclass_count:int min_sizeclass:int max_sizeclass:int memory_consumer_address:address',
  dm_xtp_gc_stats:
    'rows_examined:bigint rows_no_sweep_needed:bigint rows_first_in_bucket:bigint rows_first_in_bucket_removed:bigint rows_marked_for_unlink:bigint parallel_assist_count:bigint idle_worker_count:bigint sweep_scans_started:bigint sweep_scan_retries:bigint sweep_rows_touched:bigint sweep_rows_expiring:bigint sweep_rows_expired:bigint sweep_rows_expired_removed:bigint',
  dm_xtp_gc_queue_stats:
    'queue_id:int total_enqueues:bigint total_dequeues:bigint current_queue_depth:bigint maximum_queue_depth:bigint last_service_ticks:bigint',
});
