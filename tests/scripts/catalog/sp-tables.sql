-- sp_tables and its relatives.
CREATE TABLE dbo.Parts (id int NOT NULL)
GO
CREATE SCHEMA sales
GO
CREATE TABLE sales.Parts (id int NOT NULL)
GO
CREATE VIEW dbo.AllParts AS SELECT id FROM dbo.Parts
GO
CREATE PROCEDURE sales.FindPart @id int AS RETURN @id
GO
CREATE FUNCTION dbo.Twice (@n int) RETURNS int AS BEGIN RETURN @n * 2 END
GO

EXEC sp_tables 'Parts'
EXEC sp_tables @table_owner = 'dbo', @table_type = "'VIEW'"
EXEC sp_tables '%Parts', 'dbo', NULL, "'TABLE','VIEW'"
EXEC sp_tables '%Parts', 'dbo', @fUsePattern = 0
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), TABLE_TYPE varchar(32), REMARKS varchar(254)
--> 'golden' | 'dbo' | 'Parts' | 'TABLE' | NULL
--> 'golden' | 'sales' | 'Parts' | 'TABLE' | NULL
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), TABLE_TYPE varchar(32), REMARKS varchar(254)
--> 'golden' | 'dbo' | 'AllParts' | 'VIEW' | NULL
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), TABLE_TYPE varchar(32), REMARKS varchar(254)
--> 'golden' | 'dbo' | 'Parts' | 'TABLE' | NULL
--> 'golden' | 'dbo' | 'AllParts' | 'VIEW' | NULL
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), TABLE_TYPE varchar(32), REMARKS varchar(254)

-- Three special questions.
EXEC sp_tables N'', N'%', N''
EXEC sp_tables N'', N'', N'', '%'
CREATE TABLE #databases (TABLE_QUALIFIER sysname, TABLE_OWNER sysname NULL, TABLE_NAME sysname NULL, TABLE_TYPE varchar(32) NULL, REMARKS varchar(254) NULL)
INSERT #databases EXEC sp_tables N'', N'', N'%'
SELECT TABLE_QUALIFIER, TABLE_OWNER FROM #databases WHERE TABLE_QUALIFIER IN ('master', 'tempdb', 'msdb', 'model') ORDER BY 1
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), TABLE_TYPE varchar(32), REMARKS varchar(254)
--> NULL | 'db_accessadmin' | NULL | NULL | NULL
--> NULL | 'db_backupoperator' | NULL | NULL | NULL
--> NULL | 'db_datareader' | NULL | NULL | NULL
--> NULL | 'db_datawriter' | NULL | NULL | NULL
--> NULL | 'db_ddladmin' | NULL | NULL | NULL
--> NULL | 'db_denydatareader' | NULL | NULL | NULL
--> NULL | 'db_denydatawriter' | NULL | NULL | NULL
--> NULL | 'db_owner' | NULL | NULL | NULL
--> NULL | 'db_securityadmin' | NULL | NULL | NULL
--> NULL | 'dbo' | NULL | NULL | NULL
--> NULL | 'guest' | NULL | NULL | NULL
--> NULL | 'INFORMATION_SCHEMA' | NULL | NULL | NULL
--> NULL | 'sales' | NULL | NULL | NULL
--> NULL | 'sys' | NULL | NULL | NULL
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), TABLE_TYPE varchar(32), REMARKS varchar(254)
--> NULL | NULL | NULL | 'SYSTEM TABLE' | NULL
--> NULL | NULL | NULL | 'TABLE' | NULL
--> NULL | NULL | NULL | 'VIEW' | NULL
--> (4 rows)
--> TABLE_QUALIFIER nvarchar(128)!, TABLE_OWNER nvarchar(128)
--> 'master' | NULL
--> 'msdb' | NULL
--> 'tempdb' | NULL

-- Another database is refused; an empty name finds nothing.
EXEC sp_tables 'Parts', 'dbo', 'master'
EXEC sp_tables 'Parts', 'dbo', ''
GO
--> Msg 15250, Level 16, State 1, Procedure sp_tables, Line 32: The database name component of the object qualifier must be the name of the current database.
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), TABLE_TYPE varchar(32), REMARKS varchar(254)

EXEC sp_stored_procedures
EXEC sp_stored_procedures 'Find%', 'sales'
GO
--> PROCEDURE_QUALIFIER nvarchar(128), PROCEDURE_OWNER nvarchar(128), PROCEDURE_NAME nvarchar(134), NUM_INPUT_PARAMS int, NUM_OUTPUT_PARAMS int, NUM_RESULT_SETS int, REMARKS varchar(254), PROCEDURE_TYPE smallint
--> 'golden' | 'dbo' | 'Twice;0' | -1 | -1 | -1 | NULL | 2
--> 'golden' | 'sales' | 'FindPart;1' | -1 | -1 | -1 | NULL | 2
--> PROCEDURE_QUALIFIER nvarchar(128), PROCEDURE_OWNER nvarchar(128), PROCEDURE_NAME nvarchar(134), NUM_INPUT_PARAMS int, NUM_OUTPUT_PARAMS int, NUM_RESULT_SETS int, REMARKS varchar(254), PROCEDURE_TYPE smallint
--> 'golden' | 'sales' | 'FindPart;1' | -1 | -1 | -1 | NULL | 2

EXEC sp_table_privileges 'Parts', 'sales'
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), GRANTOR nvarchar(128), GRANTEE nvarchar(128), PRIVILEGE varchar(32), IS_GRANTABLE varchar(3)
--> 'golden' | 'sales' | 'Parts' | 'dbo' | 'dbo' | 'DELETE' | 'YES'
--> 'golden' | 'sales' | 'Parts' | 'dbo' | 'dbo' | 'INSERT' | 'YES'
--> 'golden' | 'sales' | 'Parts' | 'dbo' | 'dbo' | 'REFERENCES' | 'YES'
--> 'golden' | 'sales' | 'Parts' | 'dbo' | 'dbo' | 'SELECT' | 'YES'
--> 'golden' | 'sales' | 'Parts' | 'dbo' | 'dbo' | 'UPDATE' | 'YES'
GRANT SELECT ON dbo.Parts TO public
EXEC sp_column_privileges 'Parts', 'dbo'
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), GRANTOR nvarchar(128), GRANTEE nvarchar(128), PRIVILEGE varchar(32), IS_GRANTABLE varchar(3)
--> 'golden' | 'dbo' | 'Parts' | 'id' | 'dbo' | 'dbo' | 'INSERT' | 'YES'
--> 'golden' | 'dbo' | 'Parts' | 'id' | 'dbo' | 'dbo' | 'REFERENCES' | 'YES'
--> 'golden' | 'dbo' | 'Parts' | 'id' | 'dbo' | 'dbo' | 'SELECT' | 'YES'
--> 'golden' | 'dbo' | 'Parts' | 'id' | 'dbo' | 'public' | 'SELECT' | 'NO'
--> 'golden' | 'dbo' | 'Parts' | 'id' | 'dbo' | 'dbo' | 'UPDATE' | 'YES'

EXEC sp_server_info 1
EXEC sp_server_info 500
GO
--> attribute_id int, attribute_name varchar(60), attribute_value varchar(255)
--> 1 | 'DBMS_NAME' | 'Microsoft SQL Server'
--> attribute_id int, attribute_name varchar(60), attribute_value varchar(255)
--> 500 | 'SYS_SPROC_VERSION' | '16.00.4175'

-- A procedure of the system is called with or without its schema; what does not exist is 2812.
EXEC sys.sp_tables 'Parts', 'dbo'
EXEC dbo.sp_tables 'Parts', 'dbo'
EXEC sys.sp_nothing
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), TABLE_TYPE varchar(32), REMARKS varchar(254)
--> 'golden' | 'dbo' | 'Parts' | 'TABLE' | NULL
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), TABLE_TYPE varchar(32), REMARKS varchar(254)
--> 'golden' | 'dbo' | 'Parts' | 'TABLE' | NULL
--> Msg 2812, Level 16, State 62, Line 5: Could not find stored procedure 'sys.sp_nothing'.
