-- Every database has a row about mirroring, though none is mirrored.
SELECT COUNT(*) AS golden FROM sys.database_mirroring WHERE database_id = DB_ID() AND mirroring_partner_name IS NULL AND mirroring_witness_state_desc IS NULL AND mirroring_safety_level_desc IS NULL
SELECT COUNT(*) AS none FROM sys.dm_hadr_database_replica_states AS s JOIN sys.availability_replicas AS r ON r.replica_id = s.replica_id JOIN sys.availability_groups AS g ON g.group_id = r.group_id
WHERE r.secondary_role_allow_connections = 0 AND r.secondary_role_allow_connections_desc = 'NO' AND g.is_distributed = 1 AND s.log_send_queue_size > 0
GO
--> golden int
--> 1
--> none int
--> 0

-- Server roles have a column each.
SELECT sysadmin, securityadmin, serveradmin, setupadmin, processadmin, diskadmin, dbcreator, bulkadmin FROM sys.syslogins WHERE name = 'sa'
SELECT instant_file_initialization_enabled, cluster_nodename FROM sys.dm_server_services
GO
--> sysadmin int, securityadmin int, serveradmin int, setupadmin int, processadmin int, diskadmin int, dbcreator int, bulkadmin int
--> 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0
--> instant_file_initialization_enabled nvarchar(1), cluster_nodename nvarchar(256)
--> 'N' | NULL

-- Words of dynamic views have the database's collation, so they join with tables also out of a derived table.
CREATE TABLE #wait (name nvarchar(60))
SELECT COUNT(*) AS none FROM #wait AS w JOIN sys.dm_os_wait_stats AS s ON s.wait_type = w.name JOIN sys.dm_os_latch_stats AS l ON l.latch_class = w.name
SELECT COUNT(*) AS none FROM (SELECT wait_type FROM sys.dm_os_waiting_tasks UNION ALL SELECT wait_type FROM sys.dm_os_wait_stats) AS x WHERE NOT EXISTS (SELECT * FROM #wait AS w WHERE w.name = x.wait_type)
GO
--> none int
--> 0
--> none int
--> 0

-- Files of traces, events and audits are not written here, so reading them finds nothing.
SELECT COUNT(*) AS none FROM sys.fn_xe_file_target_read_file(N'system_health*.xel', NULL, NULL, NULL) AS f WHERE f.object_name = N'xml_deadlock_report'
SELECT COUNT(*) AS none FROM sys.fn_trace_gettable(N'log.trc', DEFAULT) WHERE EventClass IN (92, 93) AND StartTime > '20200101'
SELECT COUNT(*) AS none FROM ::fn_trace_getinfo(DEFAULT) WHERE property = 2
SELECT (SELECT COUNT(*) FROM sys.fn_trace_geteventinfo(1)) + (SELECT COUNT(*) FROM fn_trace_getfilterinfo(1)) + (SELECT COUNT(*) FROM sys.fn_get_audit_file('*', DEFAULT, DEFAULT))
  + (SELECT COUNT(*) FROM sys.dm_db_database_page_allocations(DB_ID(), NULL, NULL, NULL, 'LIMITED')) AS none
GO
--> none int
--> 0
--> none int
--> 0
--> none int
--> 0
--> none int
--> 0

-- Tables of msdb about packages, maintenance plans, mail and log shipping.
SELECT (SELECT COUNT(*) FROM msdb.dbo.sysssispackages WHERE packagetype = 6) + (SELECT COUNT(*) FROM msdb.dbo.sysssispackagefolders) + (SELECT COUNT(*) FROM msdb.dbo.sysmaintplan_subplans)
  + (SELECT COUNT(*) FROM msdb.dbo.sysmaintplan_log) + (SELECT COUNT(*) FROM msdb.dbo.sysmail_event_log) + (SELECT COUNT(*) FROM msdb.dbo.log_shipping_primary_databases)
  + (SELECT COUNT(*) FROM msdb.dbo.log_shipping_secondary_databases) AS none
GO
--> none int
--> 0
