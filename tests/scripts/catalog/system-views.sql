-- Every catalog view with what a small database puts into it.
CREATE TABLE dbo.t (id int IDENTITY(5, 2) NOT NULL CONSTRAINT pk_t PRIMARY KEY, n int NULL CONSTRAINT df_n DEFAULT 7, twice AS n * 2 PERSISTED, note varchar(20) COLLATE Latin1_General_CS_AS NULL)
CREATE INDEX ix_n ON dbo.t (n) INCLUDE (note)
CREATE STATISTICS st_note ON dbo.t (note)
CREATE TYPE dbo.code FROM char(3) NOT NULL
CREATE TYPE dbo.ids AS TABLE (id int NOT NULL PRIMARY KEY)
CREATE PARTITION FUNCTION pf (int) AS RANGE RIGHT FOR VALUES (10, 20)
CREATE PARTITION SCHEME ps AS PARTITION pf ALL TO ([PRIMARY])
GO
--> info 7712: Partition scheme 'ps' has been created successfully. 'PRIMARY' is marked as the next used filegroup in partition scheme 'ps'.
CREATE PROCEDURE dbo.p @a int, @b varchar(10) = 'x' OUTPUT AS SELECT id FROM dbo.t
GO
CREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT, UPDATE AS RETURN
GO
INSERT dbo.t (n) VALUES (1), (2), (3)
GO
--> (3 rows)

-- Objects.
SELECT name, type, type_desc, is_ms_shipped FROM sys.all_objects WHERE name IN ('t', 'p', 'tr', 'pk_t', 'sp_help', 'TABLES') ORDER BY name
SELECT name, type FROM sys.system_objects WHERE name IN ('sp_help', 'TABLES') ORDER BY name
SELECT name, is_ms_shipped FROM sys.all_views WHERE name = 'identity_columns'
SELECT name FROM sys.system_views WHERE name IN ('identity_columns', 'check_constraints') ORDER BY name
SELECT name, OBJECT_NAME(parent_id) AS parent, is_disabled, is_instead_of_trigger FROM sys.triggers
SELECT OBJECT_NAME(object_id) AS trigger_name, type, type_desc, is_first, is_last FROM sys.trigger_events ORDER BY type
SELECT OBJECT_NAME(object_id) AS trigger_name, type_desc, is_trigger_event FROM sys.events ORDER BY type
SELECT OBJECT_NAME(object_id) AS of_object, LEN(definition) AS length FROM sys.all_sql_modules WHERE object_id = OBJECT_ID('dbo.p')
SELECT OBJECT_NAME(object_id) AS of_object, OBJECT_NAME(referenced_major_id) AS referenced, is_selected, is_updated FROM sys.sql_dependencies ORDER BY object_id, referenced_minor_id
SELECT COUNT(*) AS n FROM sys.numbered_procedures
GO
--> name nvarchar(128)!, type char(2), type_desc nvarchar(60), is_ms_shipped bit!
--> 'p' | 'P ' | 'SQL_STORED_PROCEDURE' | 0
--> 'pk_t' | 'PK' | 'PRIMARY_KEY_CONSTRAINT' | 0
--> 'sp_help' | 'P ' | 'SQL_STORED_PROCEDURE' | 1
--> 't' | 'U ' | 'USER_TABLE' | 0
--> 'tables' | 'V ' | 'VIEW' | 1
--> 'TABLES' | 'V ' | 'VIEW' | 1
--> 'tr' | 'TR' | 'SQL_TRIGGER' | 0
--> name nvarchar(128)!, type char(2)
--> 'sp_help' | 'P '
--> 'tables' | 'V '
--> 'TABLES' | 'V '
--> name nvarchar(128)!, is_ms_shipped bit!
--> 'identity_columns' | 1
--> name nvarchar(128)!
--> 'check_constraints'
--> 'CHECK_CONSTRAINTS'
--> 'identity_columns'
--> name nvarchar(128)!, parent nvarchar(128), is_disabled bit!, is_instead_of_trigger bit!
--> 'tr' | 't' | 0 | 0
--> trigger_name nvarchar(128), type int!, type_desc nvarchar(60)!, is_first bit, is_last bit
--> 'tr' | 1 | 'INSERT' | 0 | 0
--> 'tr' | 2 | 'UPDATE' | 0 | 0
--> trigger_name nvarchar(128), type_desc nvarchar(60)!, is_trigger_event bit
--> 'tr' | 'INSERT' | 1
--> 'tr' | 'UPDATE' | 1
--> of_object nvarchar(128), length bigint
--> 'p' | 82
--> of_object nvarchar(128), referenced nvarchar(128), is_selected bit!, is_updated bit!
--> 'p' | 't' | 0 | 0
--> n int
--> 0

-- Columns and what is about them.
SELECT name, column_id, TYPE_NAME(user_type_id) AS type, is_identity, is_computed FROM sys.all_columns WHERE object_id = OBJECT_ID('dbo.t') ORDER BY column_id
SELECT TOP (2) name, column_id FROM sys.system_columns WHERE object_id = OBJECT_ID('sys.tables') ORDER BY column_id
SELECT name, seed_value, increment_value, last_value FROM sys.identity_columns WHERE object_id = OBJECT_ID('dbo.t')
SELECT name, definition, is_persisted FROM sys.computed_columns WHERE object_id = OBJECT_ID('dbo.t')
SELECT name, is_table_type, is_user_defined FROM sys.table_types
SELECT name, parameter_id, TYPE_NAME(user_type_id) AS type, max_length, is_output, has_default_value FROM sys.all_parameters WHERE object_id = OBJECT_ID('dbo.p') ORDER BY parameter_id
SELECT name, OBJECT_NAME(parent_object_id) AS parent, definition, is_system_named FROM sys.default_constraints
SELECT COUNT(*) AS masked FROM sys.masked_columns
SELECT COUNT(*) AS periods FROM sys.periods
GO
--> name nvarchar(128), column_id int!, type nvarchar(128), is_identity bit!, is_computed bit!
--> 'id' | 1 | 'int' | 1 | 0
--> 'n' | 2 | 'int' | 0 | 0
--> 'twice' | 3 | 'int' | 0 | 1
--> 'note' | 4 | 'varchar' | 0 | 0
--> name nvarchar(128), column_id int!
--> 'name' | 1
--> 'object_id' | 2
--> name nvarchar(128), seed_value sql_variant, increment_value sql_variant, last_value sql_variant
--> 'id' | 5::int | 2::int | 9::int
--> name nvarchar(128), definition nvarchar(max), is_persisted bit!
--> 'twice' | '([n]*(2))' | 1
--> name nvarchar(128)!, is_table_type bit!, is_user_defined bit!
--> 'ids' | 1 | 1
--> name nvarchar(128), parameter_id int!, type nvarchar(128), max_length smallint!, is_output bit!, has_default_value bit!
--> '@a' | 1 | 'int' | 4 | 0 | 0
--> '@b' | 2 | 'varchar' | 10 | 1 | 0
--> name nvarchar(128)!, parent nvarchar(128), definition nvarchar(max), is_system_named bit!
--> 'df_n' | 't' | '((7))' | 0
--> masked int
--> 0
--> periods int
--> 0

-- Indexes, statistics, storage.
SELECT i.name, c.index_column_id, COL_NAME(c.object_id, c.column_id) AS column_name, c.key_ordinal, c.is_included_column FROM sys.index_columns AS c JOIN sys.indexes AS i ON i.object_id = c.object_id AND i.index_id = c.index_id WHERE c.object_id = OBJECT_ID('dbo.t') ORDER BY i.index_id, c.index_column_id
SELECT name, stats_id, user_created, auto_created FROM sys.stats WHERE object_id = OBJECT_ID('dbo.t') ORDER BY stats_id
SELECT stats_id, stats_column_id, COL_NAME(object_id, column_id) AS column_name FROM sys.stats_columns WHERE object_id = OBJECT_ID('dbo.t') ORDER BY stats_id
SELECT index_id, partition_number, rows, data_compression_desc FROM sys.partitions WHERE object_id = OBJECT_ID('dbo.t') ORDER BY index_id
SELECT index_id, row_count FROM sys.dm_db_partition_stats WHERE object_id = OBJECT_ID('dbo.t') ORDER BY index_id
SELECT DISTINCT a.type_desc FROM sys.allocation_units AS a JOIN sys.partitions AS p ON p.hobt_id = a.container_id WHERE p.object_id = OBJECT_ID('dbo.t')
SELECT name, type, type_desc, is_default FROM sys.data_spaces ORDER BY name
SELECT name, is_default, is_read_only FROM sys.filegroups
SELECT name, type FROM sys.partition_schemes
SELECT name, fanout, boundary_value_on_right FROM sys.partition_functions
SELECT name, type_desc, state_desc FROM sys.database_files ORDER BY file_id
SELECT name, type_desc FROM sys.master_files WHERE database_id = DB_ID('master') ORDER BY file_id
GO
--> name nvarchar(128), index_column_id int!, column_name nvarchar(128), key_ordinal tinyint!, is_included_column bit
--> 'pk_t' | 1 | 'id' | 1 | 0
--> 'ix_n' | 1 | 'n' | 1 | 0
--> 'ix_n' | 2 | 'note' | 0 | 1
--> name nvarchar(128), stats_id int!, user_created bit, auto_created bit
--> 'pk_t' | 1 | 0 | 0
--> 'ix_n' | 2 | 0 | 0
--> 'st_note' | 3 | 1 | 0
--> stats_id int!, stats_column_id int, column_name nvarchar(128)
--> 1 | 1 | 'id'
--> 2 | 1 | 'n'
--> 3 | 1 | 'note'
--> index_id int!, partition_number int!, rows bigint, data_compression_desc nvarchar(60)
--> 1 | 1 | 3 | 'NONE'
--> 2 | 1 | 3 | 'NONE'
--> index_id int!, row_count bigint
--> 1 | 3
--> 2 | 3
--> type_desc nvarchar(60)
--> 'IN_ROW_DATA'
--> name nvarchar(128)!, type char(2)!, type_desc nvarchar(60), is_default bit
--> 'PRIMARY' | 'FG' | 'ROWS_FILEGROUP' | 1
--> 'ps' | 'PS' | 'PARTITION_SCHEME' | 0
--> name nvarchar(128)!, is_default bit, is_read_only bit
--> 'PRIMARY' | 1 | 0
--> name nvarchar(128)!, type char(2)!
--> 'ps' | 'PS'
--> name nvarchar(128)!, fanout int!, boundary_value_on_right bit!
--> 'pf' | 3 | 1
--> name nvarchar(128)!, type_desc nvarchar(60), state_desc nvarchar(60)
--> 'golden' | 'ROWS' | 'ONLINE'
--> 'golden_log' | 'LOG' | 'ONLINE'
--> name nvarchar(128)!, type_desc nvarchar(60)
--> 'master' | 'ROWS'
--> 'mastlog' | 'LOG'

-- Principals and permissions.
CREATE USER u WITHOUT LOGIN
ALTER ROLE db_datareader ADD MEMBER u
GRANT SELECT ON dbo.t TO u
GO
SELECT USER_NAME(role_principal_id) AS role_name, USER_NAME(member_principal_id) AS member FROM sys.database_role_members WHERE member_principal_id = USER_ID('u')
SELECT class_desc, OBJECT_NAME(major_id) AS on_object, permission_name, state_desc FROM sys.database_permissions WHERE grantee_principal_id = USER_ID('u') AND major_id > 0
SELECT name, type_desc, is_disabled FROM sys.server_principals WHERE name IN ('sa', 'sysadmin', 'public') ORDER BY name
SELECT name, is_policy_checked, is_expiration_checked FROM sys.sql_logins WHERE name = 'sa'
SELECT SUSER_NAME(role_principal_id) AS role_name, SUSER_NAME(member_principal_id) AS member FROM sys.server_role_members
SELECT COUNT(*) AS n FROM sys.server_permissions WHERE grantee_principal_id = SUSER_ID('sa')
SELECT COUNT(*) AS n FROM sys.credentials
SELECT COUNT(*) AS n FROM sys.linked_logins
GO
--> role_name nvarchar(128), member nvarchar(128)
--> 'db_datareader' | 'u'
--> class_desc nvarchar(60), on_object nvarchar(128), permission_name nvarchar(128), state_desc nvarchar(60)
--> 'OBJECT_OR_COLUMN' | 't' | 'SELECT' | 'GRANT'
--> name nvarchar(128)!, type_desc nvarchar(60), is_disabled bit
--> 'public' | 'SERVER_ROLE' | 0
--> 'sa' | 'SQL_LOGIN' | 0
--> 'sysadmin' | 'SERVER_ROLE' | 0
--> name nvarchar(128)!, is_policy_checked bit, is_expiration_checked bit
--> 'sa' | 1 | 0
--> role_name nvarchar(128), member nvarchar(128)
--> 'sysadmin' | 'sa'
--> n int
--> 1
--> n int
--> 0
--> n int
--> 0

-- Server and database.
SELECT DB_NAME(database_id) AS name FROM sys.database_recovery_status WHERE database_id = 1
SELECT name, value FROM sys.database_scoped_configurations WHERE name IN ('MAXDOP', 'LEGACY_CARDINALITY_ESTIMATION') ORDER BY name
SELECT name, is_linked FROM sys.servers
SELECT alias, dateformat, datefirst, lcid FROM sys.syslanguages WHERE langid IN (0, 1) ORDER BY langid
SELECT error, severity, description FROM sys.sysmessages WHERE error = 208 AND msglangid = 1033
SELECT name, current_utc_offset FROM sys.time_zone_info WHERE name = 'UTC'
SELECT number, type FROM master.dbo.spt_values WHERE type = 'P' AND number < 3 ORDER BY number
SELECT value FROM sys.sysconfigures WHERE config = 103
SELECT value FROM sys.syscurconfigs WHERE config = 103
SELECT servicename FROM sys.dm_server_services WHERE 1 = 0
SELECT COUNT(*) AS n FROM sys.endpoints WHERE protocol_desc = 'TCP'
SELECT COUNT(*) AS n FROM sys.server_triggers
SELECT COUNT(*) AS n FROM sys.extended_procedures
GO
--> name nvarchar(128)
--> 'master'
--> name nvarchar(60), value sql_variant
--> 'LEGACY_CARDINALITY_ESTIMATION' | '0'::nvarchar(1)
--> 'MAXDOP' | '0'::nvarchar(1)
--> name nvarchar(128)!, is_linked bit!
--> 'GOLDEN' | 0
--> alias nvarchar(128)!, dateformat nchar(3)!, datefirst tinyint!, lcid int!
--> 'English' | 'mdy' | 7 | 1033
--> 'German' | 'dmy' | 1 | 1031
--> error int!, severity tinyint, description nvarchar(255)
--> 208 | 16 | 'Invalid object name ''%.*ls''.'
--> name nvarchar(128)!, current_utc_offset nvarchar(6)!
--> 'UTC' | '+00:00'
--> number int!, type nchar(3)!
--> 0 | 'P  '
--> 1 | 'P  '
--> 2 | 'P  '
--> value int
--> 0
--> value int
--> 0
--> servicename nvarchar(256)!
--> n int
--> 0
--> n int
--> 0
--> n int
--> 0

-- Sessions, requests, locks.
SELECT program_name, status, is_user_process FROM sys.dm_exec_sessions WHERE session_id = @@SPID
SELECT net_transport, protocol_type FROM sys.dm_exec_connections WHERE session_id = @@SPID
SELECT status, command, DB_NAME(database_id) AS db FROM sys.dm_exec_requests WHERE session_id = @@SPID
SELECT DB_NAME(dbid) AS db, program_name FROM sys.sysprocesses WHERE spid = @@SPID
BEGIN TRAN
UPDATE dbo.t SET n = 9 WHERE id = 5
SELECT COUNT(*) AS mine FROM sys.dm_tran_session_transactions WHERE session_id = @@SPID
SELECT DISTINCT resource_type, request_status FROM sys.dm_tran_locks WHERE request_session_id = @@SPID AND resource_type = 'DATABASE'
SELECT CASE WHEN COUNT(*) > 0 THEN 1 ELSE 0 END AS active FROM sys.dm_tran_active_transactions
ROLLBACK
SELECT COUNT(*) AS waiting FROM sys.dm_os_waiting_tasks WHERE session_id = @@SPID
EXEC dbo.p 1
GO
--> program_name nvarchar(128), status nvarchar(30)!, is_user_process bit!
--> 'golden scripts' | 'running' | 1
--> net_transport nvarchar(40)!, protocol_type nvarchar(40)
--> 'TCP' | 'TSQL'
--> status nvarchar(30)!, command nvarchar(32)!, db nvarchar(128)
--> 'running' | 'SELECT' | 'golden'
--> db nvarchar(128), program_name nvarchar(128)!
--> 'golden' | 'golden scripts'
--> (1 row)
--> mine int
--> 1
--> resource_type nvarchar(60)!, request_status nvarchar(60)!
--> 'DATABASE' | 'GRANT'
--> active int!
--> 1
--> waiting int
--> 0
--> id int!
--> 5
--> 7
--> 9
SELECT OBJECT_NAME(object_id) AS name, type_desc, execution_count FROM sys.dm_exec_procedure_stats WHERE object_id = OBJECT_ID('dbo.p') AND database_id = DB_ID()
SELECT COUNT(*) AS n FROM sys.dm_exec_function_stats WHERE object_id = 0
SELECT COUNT(*) AS n FROM sys.dm_exec_trigger_stats WHERE object_id = 0
SELECT CASE WHEN COUNT(*) >= 0 THEN 1 END AS n FROM sys.dm_exec_query_stats
SELECT CASE WHEN COUNT(*) >= 0 THEN 1 END AS n FROM sys.dm_exec_cached_plans
SELECT COUNT(DISTINCT counter_name) AS counters FROM sys.dm_os_performance_counters WHERE counter_name IN ('Batch Requests/sec', 'User Connections')
SELECT CASE WHEN cpu_count > 0 AND physical_memory_kb > 0 THEN 1 END AS sane FROM sys.dm_os_sys_info
SELECT host_platform FROM sys.dm_os_host_info
SELECT COUNT(*) AS n FROM sys.dm_os_wait_stats WHERE wait_type = ''
SELECT COUNT(*) AS n FROM sys.dm_db_index_usage_stats WHERE object_id = 0
GO
--> name nvarchar(128), type_desc nvarchar(60), execution_count bigint!
--> 'p' | 'SQL_STORED_PROCEDURE' | 1
--> n int
--> 0
--> n int
--> 0
--> n int
--> 1
--> n int
--> 1
--> counters int
--> 2
--> sane int
--> 1
--> host_platform nvarchar(256)!
--> 'Linux'
--> n int
--> 0
--> n int
--> 0

-- Features that are not here have views without rows.
SELECT (SELECT COUNT(*) FROM sys.partition_parameters WHERE function_id = 0) + (SELECT COUNT(*) FROM sys.partition_range_values WHERE function_id = 0) + (SELECT COUNT(*) FROM sys.destination_data_spaces WHERE partition_scheme_id = 0) AS partitions
SELECT (SELECT COUNT(*) FROM sys.fulltext_catalogs) + (SELECT COUNT(*) FROM sys.fulltext_indexes) + (SELECT COUNT(*) FROM sys.fulltext_index_columns) + (SELECT COUNT(*) FROM sys.fulltext_stoplists) + (SELECT COUNT(*) FROM sys.fulltext_languages WHERE lcid > 9000) AS full_text
SELECT (SELECT COUNT(*) FROM sys.change_tracking_databases) + (SELECT COUNT(*) FROM sys.change_tracking_tables) AS change_tracking
SELECT (SELECT COUNT(*) FROM sys.assemblies WHERE is_user_defined = 1) + (SELECT COUNT(*) FROM sys.assembly_modules) + (SELECT COUNT(*) FROM sys.assembly_files) + (SELECT COUNT(*) FROM sys.assembly_types WHERE is_user_defined = 0 AND is_assembly_type = 0) + (SELECT COUNT(*) FROM sys.assembly_references) AS assemblies
SELECT (SELECT COUNT(*) FROM sys.xml_schema_collections WHERE xml_collection_id > 65535) + (SELECT COUNT(*) FROM sys.xml_schema_namespaces WHERE xml_collection_id > 65535) + (SELECT COUNT(*) FROM sys.xml_indexes) + (SELECT COUNT(*) FROM sys.spatial_indexes) + (SELECT COUNT(*) FROM sys.spatial_index_tessellations) + (SELECT COUNT(*) FROM sys.hash_indexes) AS special_indexes
SELECT (SELECT COUNT(*) FROM sys.column_master_keys) + (SELECT COUNT(*) FROM sys.column_encryption_keys) + (SELECT COUNT(*) FROM sys.column_encryption_key_values) + (SELECT COUNT(*) FROM sys.security_policies) + (SELECT COUNT(*) FROM sys.security_predicates) AS protection
SELECT (SELECT COUNT(*) FROM sys.external_tables) + (SELECT COUNT(*) FROM sys.external_data_sources) + (SELECT COUNT(*) FROM sys.external_file_formats) AS external_ones
SELECT (SELECT COUNT(*) FROM sys.certificates) + (SELECT COUNT(*) FROM sys.asymmetric_keys) + (SELECT COUNT(*) FROM sys.symmetric_keys) AS keys
SELECT (SELECT COUNT(*) FROM sys.service_queues WHERE is_ms_shipped = 0) + (SELECT COUNT(*) FROM sys.services WHERE service_id > 65535) + (SELECT COUNT(*) FROM sys.service_contracts WHERE service_contract_id > 65535) + (SELECT COUNT(*) FROM sys.service_message_types WHERE message_type_id > 65535) + (SELECT COUNT(*) FROM sys.routes WHERE route_id > 65536) AS broker
SELECT (SELECT COUNT(*) FROM sys.availability_groups) + (SELECT COUNT(*) FROM sys.availability_replicas) + (SELECT COUNT(*) FROM sys.dm_hadr_database_replica_states) AS availability
SELECT COUNT(*) AS mirrored FROM sys.database_mirroring WHERE mirroring_guid IS NOT NULL
SELECT (SELECT COUNT(*) FROM sys.database_audit_specifications) + (SELECT COUNT(*) FROM sys.plan_guides) + (SELECT COUNT(*) FROM sys.internal_tables WHERE object_id = 0) AS others
SELECT (SELECT COUNT(*) FROM sys.resource_governor_workload_groups WHERE group_id > 256) + (SELECT COUNT(*) FROM sys.dm_db_missing_index_details) + (SELECT COUNT(*) FROM sys.dm_db_missing_index_groups) + (SELECT COUNT(*) FROM sys.dm_db_missing_index_group_stats) AS tuning
GO
--> partitions int
--> 0
--> full_text int
--> 0
--> change_tracking int
--> 0
--> assemblies int
--> 0
--> special_indexes int
--> 0
--> protection int
--> 0
--> external_ones int
--> 0
--> keys int
--> 0
--> broker int
--> 0
--> availability int
--> 0
--> mirrored int
--> 0
--> others int
--> 0
--> tuning int
--> 0

-- The views of SQL Server 2000.
SELECT name, indid FROM sysindexes WHERE id = OBJECT_ID('dbo.t') AND indid < 3 ORDER BY indid
SELECT indid, colid, keyno FROM sysindexkeys WHERE id = OBJECT_ID('dbo.t') ORDER BY indid, keyno
SELECT name, xtype, length FROM systypes WHERE name IN ('int', 'varchar') ORDER BY name
SELECT name, issqlrole FROM sysusers WHERE name IN ('dbo', 'u', 'public') ORDER BY name
SELECT name FROM master.dbo.sysdatabases WHERE name IN ('master', 'golden') ORDER BY name
SELECT OBJECT_NAME(id) AS name, colid, LEN(text) AS length FROM syscomments WHERE id = OBJECT_ID('dbo.p')
SELECT COUNT(*) AS n FROM sysforeignkeys
SELECT OBJECT_NAME(constid) AS name, OBJECT_NAME(id) AS of_table, colid FROM sysconstraints ORDER BY name
SELECT USER_NAME(groupuid) AS group_name, USER_NAME(memberuid) AS member FROM sysmembers WHERE memberuid = USER_ID('u')
SELECT RTRIM(name) AS name, groupid FROM sysfiles ORDER BY fileid
SELECT name, isntname FROM master.dbo.syslogins WHERE name = 'sa'
SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.ROUTINE_COLUMNS
SELECT SCHEMA_NAME, SCHEMA_OWNER FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME IN ('dbo', 'sys') ORDER BY SCHEMA_NAME
SELECT DOMAIN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.DOMAINS
GO
--> name nvarchar(128), indid smallint
--> 'pk_t' | 1
--> 'ix_n' | 2
--> indid smallint, colid smallint, keyno smallint
--> 1 | 1 | 1
--> 2 | 2 | 1
--> name nvarchar(128)!, xtype tinyint!, length smallint!
--> 'int' | 56 | 4
--> 'varchar' | 167 | 8000
--> name nvarchar(128), issqlrole int
--> 'dbo' | 0
--> 'public' | 1
--> 'u' | 0
--> name nvarchar(128)!
--> 'golden'
--> 'master'
--> name nvarchar(128), colid smallint!, length int
--> 'p' | 1 | 82
--> n int
--> 0
--> name nvarchar(128), of_table nvarchar(128), colid smallint
--> 'df_n' | 't' | 2
--> 'pk_t' | 't' | 0
--> group_name nvarchar(128), member nvarchar(128)
--> 'db_datareader' | 'u'
--> name nvarchar(128), groupid smallint
--> 'golden' | 1
--> 'golden_log' | 0
--> name nvarchar(128)!, isntname int
--> 'sa' | 0
--> TABLE_NAME nvarchar(128)!, COLUMN_NAME nvarchar(128), DATA_TYPE nvarchar(128)
--> SCHEMA_NAME nvarchar(128)!, SCHEMA_OWNER nvarchar(128)
--> 'dbo' | 'dbo'
--> 'sys' | 'sys'
--> DOMAIN_NAME nvarchar(128)!, DATA_TYPE nvarchar(128)
--> 'code' | 'char'
