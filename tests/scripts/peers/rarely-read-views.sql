-- Columns of alias types, by the standard's view.
CREATE TYPE code FROM varchar(10) NOT NULL
GO
CREATE TABLE t (a int, b code, c dbo.code NULL)
GO
CREATE VIEW v AS SELECT b AS shown FROM t
GO
SELECT * FROM INFORMATION_SCHEMA.COLUMN_DOMAIN_USAGE ORDER BY TABLE_NAME, COLUMN_NAME
GO
--> DOMAIN_CATALOG nvarchar(128), DOMAIN_SCHEMA nvarchar(128), DOMAIN_NAME nvarchar(128)!, TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128)!, COLUMN_NAME nvarchar(128)
--> 'golden' | 'dbo' | 'code' | 'golden' | 'dbo' | 't' | 'b'
--> 'golden' | 'dbo' | 'code' | 'golden' | 'dbo' | 't' | 'c'
--> 'golden' | 'dbo' | 'code' | 'golden' | 'dbo' | 'v' | 'shown'
SELECT non_transacted_access, non_transacted_access_desc, directory_name FROM sys.database_filestream_options WHERE database_id = DB_ID()
SELECT * FROM msdb.dbo.syspolicy_system_health_state
GO
--> non_transacted_access tinyint!, non_transacted_access_desc nvarchar(60)!, directory_name nvarchar(255)
--> 0 | 'OFF' | NULL
--> health_state_id bigint!, policy_id int!, last_run_date datetime!, target_query_expression_with_id nvarchar(4000)!, target_query_expression nvarchar(max)!, result bit!
