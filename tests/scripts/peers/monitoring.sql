-- The views that monitoring scripts join: what exists here is shown.
SELECT t.task_state, w.state, CASE WHEN s.session_id > 50 THEN 1 END AS is_user FROM sys.dm_exec_sessions s
JOIN sys.dm_os_tasks t ON t.session_id = s.session_id JOIN sys.dm_os_workers w ON w.task_address = t.task_address
LEFT JOIN sys.dm_os_threads h ON h.thread_address = w.thread_address AND 1 = 0
WHERE s.session_id = @@SPID AND s.session_id > 50
SELECT COUNT(*) AS found FROM sys.dm_exec_requests r JOIN sys.dm_os_tasks t ON t.session_id = r.session_id AND t.request_id = r.request_id WHERE r.session_id = @@SPID
SELECT DISTINCT status, is_online FROM sys.dm_os_schedulers
SELECT CASE WHEN total_physical_memory_kb > available_physical_memory_kb THEN 1 END AS sane, system_memory_state_desc FROM sys.dm_os_sys_memory
SELECT CASE WHEN physical_memory_in_use_kb > 0 THEN 1 END AS sane, memory_utilization_percentage, process_physical_memory_low FROM sys.dm_os_process_memory
SELECT type, name, page_size_in_bytes FROM sys.dm_os_memory_clerks
SELECT node_id, node_state_desc FROM sys.dm_os_nodes
SELECT DB_NAME(database_id) AS db, file_id, CASE WHEN total_page_count > 0 THEN 1 END AS pages FROM master.sys.dm_db_file_space_usage
SELECT DB_NAME(database_id) AS db, used_log_space_in_percent FROM master.sys.dm_db_log_space_usage
SELECT name, pool_id FROM sys.dm_resource_governor_workload_groups ORDER BY group_id
SELECT name, max_memory_percent FROM sys.dm_resource_governor_resource_pools ORDER BY pool_id
SELECT g.name, g.importance, p.name AS pool, p.cap_cpu_percent FROM sys.resource_governor_workload_groups g JOIN sys.resource_governor_resource_pools p ON p.pool_id = g.pool_id ORDER BY g.group_id
SELECT * FROM sys.resource_governor_configuration
SELECT resource_semaphore_id, pool_id, grantee_count FROM sys.dm_exec_query_resource_semaphores
SELECT actual_state_desc, query_capture_mode_desc, max_storage_size_mb FROM sys.database_query_store_options
GO
--> task_state nvarchar(60), state nvarchar(60), is_user int
--> 'RUNNING' | 'RUNNING' | 1
--> found int
--> 1
--> status nvarchar(60)!, is_online bit!
--> 'VISIBLE ONLINE' | 1
--> sane int, system_memory_state_desc nvarchar(256)!
--> 1 | 'Available physical memory is high'
--> sane int, memory_utilization_percentage int!, process_physical_memory_low bit!
--> 1 | 100 | 0
--> type nvarchar(60)!, name nvarchar(256)!, page_size_in_bytes bigint!
--> 'MEMORYCLERK_SQLBUFFERPOOL' | 'Default' | 8192
--> node_id smallint!, node_state_desc nvarchar(256)!
--> 0 | 'ONLINE'
--> db nvarchar(128), file_id smallint, pages int
--> 'master' | 1 | 1
--> db nvarchar(128), used_log_space_in_percent real!
--> 'master' | 100
--> name nvarchar(128)!, pool_id int!
--> 'internal' | 1
--> 'default' | 2
--> name nvarchar(128)!, max_memory_percent int!
--> 'internal' | 100
--> 'default' | 100
--> name nvarchar(128)!, importance nvarchar(128)!, pool nvarchar(128)!, cap_cpu_percent int!
--> 'internal' | 'Medium' | 'internal' | 100
--> 'default' | 'Medium' | 'default' | 100
--> classifier_function_id int!, is_enabled bit!, max_outstanding_io_per_volume int!
--> 0 | 0 | 0
--> resource_semaphore_id smallint!, pool_id int!, grantee_count int
--> 0 | 2 | NULL
--> 1 | 2 | NULL
--> actual_state_desc nvarchar(60), query_capture_mode_desc nvarchar(60), max_storage_size_mb bigint
--> 'OFF' | 'AUTO' | 1000

-- Transactions and space are those of sessions.
BEGIN TRAN
SELECT d.database_transaction_type, d.database_transaction_state, DB_NAME(d.database_id) AS db
FROM sys.dm_tran_session_transactions s JOIN sys.dm_tran_database_transactions d ON d.transaction_id = s.transaction_id WHERE s.session_id = @@SPID
SELECT COUNT(*) AS mine FROM sys.dm_tran_current_transaction
COMMIT
SELECT u.database_id, u.user_objects_alloc_page_count FROM sys.dm_db_session_space_usage u WHERE u.session_id = @@SPID
SELECT u.database_id, u.internal_objects_alloc_page_count FROM sys.dm_db_task_space_usage u WHERE u.session_id = @@SPID
GO
--> database_transaction_type int!, database_transaction_state int!, db nvarchar(128)
--> 1 | 4 | 'golden'
--> mine int
--> 1
--> database_id smallint, user_objects_alloc_page_count bigint!
--> 2 | 0
--> database_id int!, internal_objects_alloc_page_count bigint!
--> 2 | 0

-- Functions over files, plans and indexes.
SELECT DB_NAME(v.database_id) AS db, f.type_desc, v.num_of_reads FROM sys.dm_io_virtual_file_stats(DB_ID('master'), NULL) v
JOIN sys.master_files f ON f.database_id = v.database_id AND f.file_id = v.file_id ORDER BY v.file_id
SELECT DbId, FileId, NumberReads FROM fn_virtualfilestats(1, 1)
SELECT file_id, is_read_only FROM sys.dm_os_volume_stats(DB_ID('master'), 1)
CREATE TABLE dbo.watched (id int PRIMARY KEY, a int)
SELECT index_id, range_scan_count FROM sys.dm_db_index_operational_stats(DB_ID(), OBJECT_ID('dbo.watched'), NULL, NULL)
SELECT index_type_desc, ghost_record_count FROM sys.dm_db_index_physical_stats(DB_ID(), OBJECT_ID('dbo.watched'), NULL, NULL, 'DETAILED')
SELECT COUNT(*) AS n FROM sys.dm_exec_query_stats q CROSS APPLY sys.dm_exec_plan_attributes(q.plan_handle) a CROSS APPLY sys.dm_exec_text_query_plan(q.plan_handle, 0, -1) p WHERE 1 = 0
SELECT last_worker_time, min_elapsed_time, max_rows, query_hash, total_grant_kb, total_spills FROM sys.dm_exec_query_stats WHERE 1 = 0
GO
--> db nvarchar(128), type_desc nvarchar(60), num_of_reads bigint
--> 'master' | 'ROWS' | 0
--> 'master' | 'LOG' | 0
--> DbId smallint, FileId smallint, NumberReads bigint
--> 1 | 1 | 0
--> file_id int!, is_read_only tinyint
--> 1 | 0
--> index_id int!, range_scan_count bigint
--> 1 | 0
--> index_type_desc nvarchar(60), ghost_record_count bigint
--> 'CLUSTERED INDEX' | 0
--> n int
--> 0
--> last_worker_time bigint!, min_elapsed_time bigint!, max_rows bigint!, query_hash binary(8), total_grant_kb bigint!, total_spills bigint!

-- What nothing here measures is empty.
SELECT (SELECT COUNT(*) FROM sys.dm_db_log_info(DB_ID())) + (SELECT COUNT(*) FROM sys.dm_db_log_stats(DB_ID())) + (SELECT COUNT(*) FROM sys.dm_exec_cursors(0)) + (SELECT COUNT(*) FROM sys.dm_exec_xml_handles(0))
  + (SELECT COUNT(*) FROM sys.dm_db_stats_histogram(1, 1)) + (SELECT COUNT(*) FROM sys.dm_db_incremental_stats_properties(1, 1)) + (SELECT COUNT(*) FROM sys.dm_db_missing_index_columns(1))
  + (SELECT COUNT(*) FROM sys.dm_exec_query_statistics_xml(@@SPID)) + (SELECT COUNT(*) FROM sys.dm_exec_cached_plan_dependent_objects(0x)) AS functions
SELECT (SELECT COUNT(*) FROM sys.dm_os_ring_buffers) + (SELECT COUNT(*) FROM sys.dm_os_latch_stats) + (SELECT COUNT(*) FROM sys.dm_os_spinlock_stats) + (SELECT COUNT(*) FROM sys.dm_os_buffer_descriptors)
  + (SELECT COUNT(*) FROM sys.dm_os_memory_cache_counters) + (SELECT COUNT(*) FROM sys.dm_os_memory_nodes) + (SELECT COUNT(*) FROM sys.dm_os_loaded_modules) + (SELECT COUNT(*) FROM sys.dm_os_cluster_nodes)
  + (SELECT COUNT(*) FROM sys.dm_os_windows_info) + (SELECT COUNT(*) FROM sys.dm_io_pending_io_requests) + (SELECT COUNT(*) FROM sys.dm_exec_session_wait_stats) + (SELECT COUNT(*) FROM sys.dm_exec_query_memory_grants)
  + (SELECT COUNT(*) FROM sys.dm_exec_query_optimizer_info) + (SELECT COUNT(*) FROM sys.dm_exec_query_profiles) + (SELECT COUNT(*) FROM sys.dm_tran_active_snapshot_database_transactions)
  + (SELECT COUNT(*) FROM sys.dm_tran_version_store_space_usage) + (SELECT COUNT(*) FROM sys.dm_db_column_store_row_group_physical_stats) + (SELECT COUNT(*) FROM sys.column_store_row_groups)
  + (SELECT COUNT(*) FROM sys.column_store_segments) + (SELECT COUNT(*) FROM sys.dm_db_persisted_sku_features) + (SELECT COUNT(*) FROM sys.dm_db_tuning_recommendations) AS figures
SELECT (SELECT COUNT(*) FROM sys.dm_server_registry) + (SELECT COUNT(*) FROM sys.dm_server_memory_dumps) + (SELECT COUNT(*) FROM sys.dm_hadr_cluster) + (SELECT COUNT(*) FROM sys.dm_hadr_availability_group_states)
  + (SELECT COUNT(*) FROM sys.dm_hadr_availability_replica_states) + (SELECT COUNT(*) FROM sys.dm_hadr_database_replica_cluster_states) + (SELECT COUNT(*) FROM sys.availability_databases_cluster)
  + (SELECT COUNT(*) FROM sys.availability_groups_cluster) + (SELECT COUNT(*) FROM sys.availability_group_listeners) + (SELECT COUNT(*) FROM sys.traces) + (SELECT COUNT(*) FROM sys.server_event_sessions)
  + (SELECT COUNT(*) FROM sys.database_event_sessions) + (SELECT COUNT(*) FROM sys.dm_xe_sessions) + (SELECT COUNT(*) FROM sys.dm_xe_session_targets) + (SELECT COUNT(*) FROM sys.dm_xe_map_values)
  + (SELECT COUNT(*) FROM sys.dm_xe_objects) + (SELECT COUNT(*) FROM sys.server_audits) + (SELECT COUNT(*) FROM sys.server_audit_specifications) + (SELECT COUNT(*) FROM sys.server_file_audits)
  + (SELECT COUNT(*) FROM sys.tcp_endpoints) + (SELECT COUNT(*) FROM sys.database_mirroring_endpoints) + (SELECT COUNT(*) FROM sys.remote_logins) + (SELECT COUNT(*) FROM sys.event_notifications) AS server
SELECT (SELECT COUNT(*) FROM sys.conversation_endpoints) + (SELECT COUNT(*) FROM sys.transmission_queue) + (SELECT COUNT(*) FROM sys.filetables) + (SELECT COUNT(*) FROM sys.index_resumable_operations) + (SELECT COUNT(*) FROM sys.function_order_columns)
  + (SELECT COUNT(*) FROM sys.edge_constraint_clauses) + (SELECT COUNT(*) FROM sys.sensitivity_classifications) + (SELECT COUNT(*) FROM sys.query_store_query) + (SELECT COUNT(*) FROM sys.query_store_query_text)
  + (SELECT COUNT(*) FROM sys.query_store_plan) + (SELECT COUNT(*) FROM sys.query_store_runtime_stats) + (SELECT COUNT(*) FROM sys.query_store_runtime_stats_interval)
  + (SELECT COUNT(*) FROM sys.query_store_wait_stats) + (SELECT COUNT(*) FROM sys.query_context_settings) AS objects
GO
--> functions int
--> 0
--> figures int
--> 0
--> server int
--> 0
--> objects int
--> 0

-- Functions of schema sys are objects, too.
SELECT name, type_desc FROM sys.all_objects WHERE name IN ('dm_exec_input_buffer', 'dm_db_stats_properties', 'dm_os_tasks') ORDER BY name
SELECT OBJECT_NAME(OBJECT_ID('sys.dm_exec_sql_text')) AS name, OBJECTPROPERTY(OBJECT_ID('sys.dm_exec_sql_text'), 'IsInlineFunction') AS inlined
GO
--> name nvarchar(128)!, type_desc nvarchar(60)
--> 'dm_db_stats_properties' | 'SQL_INLINE_TABLE_VALUED_FUNCTION'
--> 'dm_exec_input_buffer' | 'SQL_INLINE_TABLE_VALUED_FUNCTION'
--> 'dm_os_tasks' | 'VIEW'
--> name nvarchar(128), inlined int
--> 'dm_exec_sql_text' | 1

-- Jobs and backups: tables of msdb, of no other database.
EXEC msdb.dbo.sp_delete_backuphistory '99991231'
SELECT (SELECT COUNT(*) FROM msdb.dbo.sysjobs) + (SELECT COUNT(*) FROM msdb.dbo.sysjobs_view) + (SELECT COUNT(*) FROM msdb.dbo.sysjobsteps) + (SELECT COUNT(*) FROM msdb.dbo.sysjobhistory) + (SELECT COUNT(*) FROM msdb.dbo.sysjobactivity)
  + (SELECT COUNT(*) FROM msdb.dbo.sysjobschedules) + (SELECT COUNT(*) FROM msdb.dbo.sysjobservers) + (SELECT COUNT(*) FROM msdb.dbo.sysschedules) + (SELECT COUNT(*) FROM msdb.dbo.syssessions)
  + (SELECT COUNT(*) FROM msdb.dbo.sysoperators) + (SELECT COUNT(*) FROM msdb.dbo.sysalerts) + (SELECT COUNT(*) FROM msdb.dbo.sysnotifications) + (SELECT COUNT(*) FROM msdb.dbo.sysproxies)
  + (SELECT COUNT(*) FROM msdb.dbo.sysmail_profile) + (SELECT COUNT(*) FROM msdb.dbo.sysmail_account) + (SELECT COUNT(*) FROM msdb.dbo.sysmaintplan_plans) AS agent
SELECT d.name, MAX(b.backup_finish_date) AS finished FROM sys.databases d LEFT JOIN msdb.dbo.backupset b ON b.database_name = d.name AND b.type = 'D' WHERE d.name = 'master' GROUP BY d.name
SELECT (SELECT COUNT(*) FROM msdb.dbo.backupmediafamily) + (SELECT COUNT(*) FROM msdb.dbo.backupmediaset) + (SELECT COUNT(*) FROM msdb.dbo.backupfile) + (SELECT COUNT(*) FROM msdb.dbo.restorehistory)
  + (SELECT COUNT(*) FROM msdb.dbo.suspect_pages) + (SELECT COUNT(*) FROM msdb.dbo.log_shipping_monitor_primary) + (SELECT COUNT(*) FROM msdb.dbo.log_shipping_monitor_secondary) AS backups
SELECT category_class, COUNT(*) AS n FROM msdb..syscategories GROUP BY category_class ORDER BY category_class
SELECT COUNT(*) FROM dbo.sysjobs
GO
--> agent int
--> 0
--> name nvarchar(128)!, finished datetime
--> 'master' | NULL
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> backups int
--> 0
--> category_class int!, n int
--> 1 | 19
--> 2 | 2
--> 3 | 1
--> Msg 208, Level 16, State 1, Line 12: Invalid object name 'dbo.sysjobs'.
USE msdb
SELECT COUNT(*) AS jobs FROM sysjobs
GO
--> info 5701: Changed database context to 'msdb'.
--> jobs int
--> 0

-- Functions over indexes look into the database that they are given, all of them for NULL.
CREATE DATABASE stock
GO
CREATE TABLE stock.dbo.item (id int PRIMARY KEY, n int, INDEX ix NONCLUSTERED (n))
INSERT stock.dbo.item VALUES (1, 1)
SELECT DB_NAME(database_id) AS db, index_id, index_type_desc, page_count FROM sys.dm_db_index_physical_stats(DB_ID('stock'), OBJECT_ID('stock.dbo.item'), NULL, NULL, 'LIMITED') ORDER BY index_id
SELECT index_id, record_count FROM sys.dm_db_index_physical_stats(DB_ID('stock'), OBJECT_ID('stock.dbo.item'), 1, 1, 'DETAILED')
SELECT COUNT(*) AS none FROM sys.dm_db_index_physical_stats(DB_ID('stock'), OBJECT_ID('stock.dbo.item'), 1, 2, NULL)
SELECT DB_NAME(database_id) AS db, COUNT(*) AS n FROM sys.dm_db_index_operational_stats(NULL, NULL, NULL, NULL) WHERE object_id = OBJECT_ID('stock.dbo.item') AND database_id = DB_ID('stock') GROUP BY database_id
DROP DATABASE stock
GO
--> (1 row)
--> db nvarchar(128), index_id int!, index_type_desc nvarchar(60), page_count bigint
--> 'stock' | 1 | 'CLUSTERED INDEX' | 1
--> 'stock' | 2 | 'NONCLUSTERED INDEX' | 1
--> index_id int!, record_count bigint
--> 1 | 1
--> none int
--> 0
--> db nvarchar(128), n int
--> 'stock' | 2
