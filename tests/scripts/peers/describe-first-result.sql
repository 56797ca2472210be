-- sys.dm_exec_describe_first_result_set: the first result of a text, as rows.
CREATE TABLE dbo.described (id int IDENTITY PRIMARY KEY, n nvarchar(50) NULL, d decimal(10,2) NOT NULL, c AS d * 2, x xml, rv rowversion)
GO
SELECT column_ordinal, name, is_nullable, system_type_id, system_type_name, max_length, precision, scale, is_identity_column, is_updateable, is_computed_column
FROM sys.dm_exec_describe_first_result_set(N'SELECT * FROM dbo.described', NULL, 0)
GO
--> column_ordinal int, name nvarchar(128), is_nullable bit, system_type_id int, system_type_name nvarchar(256), max_length smallint, precision tinyint, scale tinyint, is_identity_column bit, is_updateable bit, is_computed_column bit
--> 1 | 'id' | 0 | 56 | 'int' | 4 | 10 | 0 | 1 | 0 | 0
--> 2 | 'n' | 1 | 231 | 'nvarchar(50)' | 100 | 0 | 0 | 0 | 1 | 0
--> 3 | 'd' | 0 | 106 | 'decimal(10,2)' | 9 | 10 | 2 | 0 | 1 | 0
--> 4 | 'c' | 1 | 106 | 'decimal(12,2)' | 9 | 12 | 2 | 0 | 0 | 1
--> 5 | 'x' | 1 | 241 | 'xml' | -1 | 0 | 0 | 0 | 1 | 0
--> 6 | 'rv' | 0 | 189 | 'timestamp' | 8 | 0 | 0 | 0 | 0 | 0

-- Parameters are declared in the second argument.
SELECT name, system_type_name, error_number FROM sys.dm_exec_describe_first_result_set(N'SELECT @p AS p, id FROM dbo.described WHERE id = @p', N'@p bigint', 0)
GO
--> name nvarchar(128), system_type_name nvarchar(256), error_number int
--> 'p' | 'bigint' | NULL
--> 'id' | 'int' | NULL

-- Ways through a procedure are joined: another name is NULL, the longer type wins, and a column that can be NULL in one of them can be NULL.
CREATE PROCEDURE dbo.two_ways @x int AS
IF @x = 1 SELECT id, n FROM dbo.described
ELSE SELECT id, CAST('' AS nvarchar(100)) AS m FROM dbo.described
GO
SELECT name, system_type_name, is_nullable FROM sys.dm_exec_describe_first_result_set(N'EXEC dbo.two_ways 1', NULL, 0)
SELECT o.name, r.column_ordinal, r.system_type_name
FROM sys.procedures o CROSS APPLY sys.dm_exec_describe_first_result_set_for_object(o.object_id, 0) r WHERE o.name = 'two_ways'
GO
--> name nvarchar(128), system_type_name nvarchar(256), is_nullable bit
--> 'id' | 'int' | 0
--> NULL | 'nvarchar(100)' | 1
--> name nvarchar(128)!, column_ordinal int, system_type_name nvarchar(256)
--> 'two_ways' | 1 | 'int'
--> 'two_ways' | 2 | 'nvarchar(100)'

-- An error is a row of its own.
SELECT column_ordinal, name, error_number, error_severity, error_message, error_type, error_type_desc
FROM sys.dm_exec_describe_first_result_set(N'EXEC(''SELECT 1'')', NULL, 0)
SELECT error_number, error_message, error_type_desc FROM sys.dm_exec_describe_first_result_set(N'SELECT * FROM dbo.nowhere', NULL, 0)
SELECT error_number, error_message, error_type_desc FROM sys.dm_exec_describe_first_result_set(N'SELECT FROM', NULL, 0)
SELECT error_number, error_message, error_type_desc FROM sys.dm_exec_describe_first_result_set(N'SELECT 1 AS a INTO #t; SELECT * FROM #t', NULL, 0)
SELECT error_number, error_message, error_type_desc FROM sys.dm_exec_describe_first_result_set(N'IF 1 = 1 SELECT 1 AS a ELSE SELECT ''x'' AS a', NULL, 0)
SELECT error_number, error_message, error_type_desc FROM sys.dm_exec_describe_first_result_set(N'EXEC sp_reset_connection', NULL, 0)
SELECT error_number, error_type_desc FROM sys.dm_exec_describe_first_result_set_for_object(-1, 0)
SELECT error_number, error_type_desc FROM sys.dm_exec_describe_first_result_set_for_object(OBJECT_ID('dbo.described'), 0)
GO
--> column_ordinal int, name nvarchar(128), error_number int, error_severity int, error_message nvarchar(4000), error_type int, error_type_desc nvarchar(60)
--> 0 | NULL | 11513 | 16 | 'The metadata could not be determined because statement ''EXEC(''SELECT 1'')'' contains dynamic SQL.  Consider using the WITH RESULT SETS clause to explicitly describe the result set.' | 4 | 'DYNAMIC_SQL'
--> error_number int, error_message nvarchar(4000), error_type_desc nvarchar(60)
--> 208 | 'Invalid object name ''dbo.nowhere''.' | 'MISC'
--> error_number int, error_message nvarchar(4000), error_type_desc nvarchar(60)
--> 156 | 'Incorrect syntax near the keyword ''FROM''.' | 'SYNTAX'
--> error_number int, error_message nvarchar(4000), error_type_desc nvarchar(60)
--> 11525 | 'The metadata could not be determined because statement ''SELECT * FROM #t'' uses a temp table.' | 'TEMPORARY_TABLE'
--> error_number int, error_message nvarchar(4000), error_type_desc nvarchar(60)
--> 11509 | 'The metadata could not be determined because the statement ''SELECT 1 AS a'' is not compatible with the statement ''SELECT ''x'' AS a''.' | 'CONFLICTING_RESULTS'
--> error_number int, error_message nvarchar(4000), error_type_desc nvarchar(60)
--> 11519 | 'The metadata could not be determined because statement ''EXEC sp_reset_connection'' invokes an extended stored procedure.' | 'EXTENDED_PROCEDURE'
--> error_number int, error_type_desc nvarchar(60)
--> 11531 | 'OBJECT_DOES_NOT_EXIST'
--> error_number int, error_type_desc nvarchar(60)
--> 11530 | 'OBJECT_TYPE_NOT_SUPPORTED'

-- In procedures the error names them, too.
CREATE PROCEDURE dbo.hides AS EXEC sp_executesql N'SELECT 1'
GO
CREATE PROCEDURE dbo.keeps AS CREATE TABLE #kept (a int); SELECT a FROM #kept
GO
CREATE PROCEDURE dbo.resets AS EXEC sp_reset_connection
GO
CREATE PROCEDURE dbo.differs @x int AS IF @x = 1 SELECT 1 AS a ELSE SELECT 1 AS a, 2 AS b
GO
EXEC sp_describe_first_result_set N'EXEC dbo.hides'
EXEC sp_describe_first_result_set N'EXEC dbo.keeps'
EXEC sp_describe_first_result_set N'EXEC dbo.resets'
EXEC sp_describe_first_result_set N'EXEC dbo.differs 1'
GO
--> Msg 11514, Level 16, State 1, Procedure sys.sp_describe_first_result_set, Line 1: The metadata could not be determined because statement 'EXEC sp_executesql N'SELECT 1'' in procedure 'hides' contains dynamic SQL.  Consider using the WITH RESULT SETS clause to explicitly describe the result set.
--> Msg 11526, Level 16, State 1, Procedure sys.sp_describe_first_result_set, Line 1: The metadata could not be determined because statement 'SELECT a FROM #kept' in procedure 'keeps' uses a temp table.
--> Msg 11520, Level 16, State 1, Procedure sys.sp_describe_first_result_set, Line 1: The metadata could not be determined because statement 'EXEC sp_reset_connection' in procedure 'resets' invokes an extended stored procedure.
--> Msg 11512, Level 16, State 1, Procedure sys.sp_describe_first_result_set, Line 1: The metadata could not be determined because the statement 'SELECT 1 AS a' in procedure 'differs' is not compatible with the statement 'SELECT 1 AS a, 2 AS b' in procedure 'differs'.

-- The procedure's answer says how TDS sends each column.
CREATE TABLE #answer (is_hidden bit, column_ordinal int, name sysname NULL, is_nullable bit, system_type_id int, system_type_name nvarchar(256) NULL, max_length smallint, precision tinyint, scale tinyint,
  collation_name sysname NULL, user_type_id int, user_type_database sysname NULL, user_type_schema sysname NULL, user_type_name sysname NULL, assembly_qualified_type_name nvarchar(4000), xml_collection_id int,
  xml_collection_database sysname NULL, xml_collection_schema sysname NULL, xml_collection_name sysname NULL, is_xml_document bit, is_case_sensitive bit, is_fixed_length_clr_type bit, source_server sysname NULL,
  source_database sysname NULL, source_schema sysname NULL, source_table sysname NULL, source_column sysname NULL, is_identity_column bit, is_part_of_unique_key bit, is_updateable bit, is_computed_column bit,
  is_sparse_column_set bit, ordinal_in_order_by_list smallint, order_by_is_descending smallint, order_by_list_length smallint, tds_type_id int, tds_length int, tds_collation_id int, tds_collation_sort_id tinyint)
INSERT #answer EXEC sp_describe_first_result_set N'SELECT id, n, CAST(n AS varchar(max)) AS v FROM dbo.described'
SELECT name, tds_type_id, tds_length, tds_collation_id, tds_collation_sort_id FROM #answer
GO
--> (3 rows)
--> name nvarchar(128), tds_type_id int, tds_length int, tds_collation_id int, tds_collation_sort_id tinyint
--> 'id' | 56 | 4 | NULL | NULL
--> 'n' | 231 | 100 | 13632521 | 52
--> 'v' | 167 | 65535 | 13632521 | 52
