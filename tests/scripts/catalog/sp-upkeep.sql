-- Procedures about the upkeep of a server.
SELECT name, system_type_name FROM sys.dm_exec_describe_first_result_set(N'EXEC sp_monitor', NULL, 0)
GO
--> name nvarchar(128), system_type_name nvarchar(256)
--> 'last_run' | 'datetime'
--> 'current_run' | 'datetime'
--> 'seconds' | 'int'
-- Of its four results the second does not fit where the first one does.
CREATE TABLE #m (last_run datetime, now datetime, seconds int)
BEGIN TRY INSERT #m EXEC sp_monitor END TRY BEGIN CATCH SELECT ERROR_NUMBER() AS number END CATCH
GO
--> number int
--> 241
EXEC sp_helpdevice
EXEC sp_helpextendedproc 'xp_msver'
EXEC sp_dbfixedrolepermission 'db_datareader'
EXEC sp_srvrolepermission 'processadmin'
EXEC sp_helpntgroup
EXEC sp_helpremotelogin
EXEC sp_validatelogins
GO
--> device_name nvarchar(128), physical_name nvarchar(46), description nvarchar(255), status int, cntrltype smallint, size int
--> name nvarchar(128), dll nvarchar(255)
--> 'xp_msver' | '(server internal)'
--> DbFixedRole nvarchar(128)!, Permission nvarchar(70)
--> 'db_datareader' | 'SELECT permission on any object'
--> ServerRole nvarchar(128)!, Permission nvarchar(70)
--> 'processadmin' | 'Add member to processadmin'
--> 'processadmin' | 'KILL'
--> NTGroupName nvarchar(128), NTGroupId smallint, SID varbinary(85), HasDbAccess int
--> server nvarchar(128), local_user_name nvarchar(128), remote_user_name nvarchar(128), options nvarchar(128)
--> SID varbinary(85), NT Login nvarchar(128)
EXEC sp_helpdevice 'tape'
GO
--> Msg 15012, Level 16, State 1, Procedure sp_helpdevice, Line 6: The device 'tape' does not exist. Use sys.backup_devices to show available devices.
EXEC sp_helpextendedproc 'xp_absent'
GO
--> Msg 15009, Level 16, State 1, Procedure sp_helpextendedproc, Line 7: The object 'xp_absent' does not exist in database 'golden' or is invalid for this operation.
EXEC sp_dbfixedrolepermission 'db_absent'
GO
--> Msg 15412, Level 11, State 1, Procedure sp_dbfixedrolepermission, Line 45: 'db_absent' is not a known fixed role.
DECLARE @r int
EXEC @r = sp_cycle_errorlog SELECT @r AS r
EXEC @r = sp_flush_log SELECT @r AS r
EXEC @r = sp_clean_db_free_space 'master' SELECT @r AS r
EXEC @r = sp_clean_db_file_free_space 'master', 1 SELECT @r AS r
EXEC @r = sp_invalidate_textptr SELECT @r AS r
EXEC @r = sp_resetstatus 'master' SELECT @r AS r
EXEC @r = msdb.dbo.sp_delete_backuphistory '20200101' SELECT @r AS r
EXEC @r = sp_query_store_flush_db SELECT @r AS r
EXEC @r = sp_trace_generateevent 82, N'x' SELECT @r AS r
EXEC @r = sys.sp_xtp_control_proc_exec_stats 1 SELECT @r AS r
EXEC @r = sys.sp_xtp_control_query_exec_stats 1 SELECT @r AS r
EXEC @r = sp_fulltext_service 'load_os_resources', 1 SELECT @r AS r
EXEC sp_user_counter1 1
EXEC sp_user_counter2 1
EXEC sp_user_counter3 1
EXEC sp_user_counter4 1
EXEC sp_user_counter5 1
EXEC sp_user_counter6 1
EXEC sp_user_counter7 1
EXEC sp_user_counter8 1
EXEC sp_user_counter9 1
EXEC sp_user_counter10 1
GO
--> r int
--> 0
--> r int
--> 0
--> r int
--> 0
--> r int
--> 0
--> r int
--> 0
--> r int
--> 0
--> r int
--> 0
--> r int
--> 0
--> r int
--> 0
--> r int
--> 0
--> r int
--> 0
--> r int
--> 0
CREATE LOGIN clerk WITH PASSWORD = 'Pass-word1'
CREATE USER clerk FOR LOGIN clerk
DROP LOGIN clerk
CREATE TABLE #u (name sysname, sid varbinary(85))
INSERT #u EXEC sp_change_users_login 'Report'
SELECT name FROM #u
GO
--> (1 row)
--> name nvarchar(128)!
--> 'clerk'
EXEC sp_change_users_login 'Auto_Fix', 'clerk'
GO
--> Msg 15291, Level 16, State 1, Procedure sp_change_users_login, Line 31: Terminating this procedure. The Login name 'clerk' is absent or invalid.
EXEC sp_change_users_login 'Auto_Fix', 'clerk', NULL, 'Pass-word1'
SELECT SUSER_SNAME(sid) AS login FROM sys.database_principals WHERE name = 'clerk'
GO
--> login nvarchar(128)
--> 'clerk'
CREATE LOGIN other WITH PASSWORD = 'Pass-word1'
EXEC sp_change_users_login 'Update_One', 'clerk', 'other'
SELECT SUSER_SNAME(sid) AS login FROM sys.database_principals WHERE name = 'clerk'
GO
--> login nvarchar(128)
--> 'other'
EXEC sp_change_users_login 'Update_One', 'absent', 'other'
GO
--> Msg 15291, Level 16, State 1, Procedure sp_change_users_login, Line 20: Terminating this procedure. The User name 'absent' is absent or invalid.
EXEC sp_change_users_login 'Repair'
GO
--> Msg 15286, Level 16, State 1, Procedure sp_change_users_login, Line 15: Terminating this procedure. The @action 'Repair' is unrecognized. Try 'REPORT', 'UPDATE_ONE', or 'AUTO_FIX'.
DROP USER clerk
DROP LOGIN clerk
DROP LOGIN other
CREATE TABLE #d (name sysname, owner sysname NULL)
INSERT #d EXEC sp_MShasdbaccess
SELECT name FROM #d WHERE name = 'master'
GO
--> (5 rows)
--> name nvarchar(128)!
--> 'master'
CREATE PROCEDURE dbo.p AS RETURN
GO
EXEC sp_procoption 'p', 'startup', 'off'
GO
EXEC sp_procoption 'p', 'startup', 'true'
GO
--> Msg 50000, Level 16, State 1, Procedure sp_procoption, Line 23: Procedure 'sp_procoption' is not supported in this version of Sprocket.
EXEC sp_procoption 'p', 'color', 'true'
GO
--> Msg 15600, Level 15, State 1, Procedure sp_procoption, Line 19: An invalid parameter or option was specified for procedure 'sys.sp_procoption'.
EXEC sp_procoption 'absent', 'startup', 'true'
GO
--> Msg 15009, Level 16, State 1, Procedure sp_procoption, Line 14: The object 'absent' does not exist in database 'golden' or is invalid for this operation.
EXEC sp_fulltext_catalog 'words', 'create'
CREATE TABLE dbo.n (id int NOT NULL CONSTRAINT pk_n PRIMARY KEY, body nvarchar(50))
CREATE FULLTEXT INDEX ON dbo.n (body LANGUAGE 1033) KEY INDEX pk_n ON words
EXEC sp_help_fulltext_catalogs
EXEC sp_help_fulltext_tables 'words', 'dbo.n'
EXEC sp_help_fulltext_columns 'dbo.n'
GO
--> fulltext_catalog_id smallint, NAME nvarchar(128), PATH nvarchar(260), STATUS int, NUMBER_FULLTEXT_TABLES int
--> 5 | 'words' | NULL | 0 | 1
--> TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), FULLTEXT_KEY_INDEX_NAME nvarchar(128), FULLTEXT_KEY_COLID int, FULLTEXT_INDEX_ACTIVE int, FULLTEXT_CATALOG_NAME nvarchar(128)
--> 'dbo' | 'n' | 'pk_n' | 1 | 1 | 'words'
--> TABLE_OWNER nvarchar(128), TABLE_ID int, TABLE_NAME nvarchar(128), FULLTEXT_COLUMN_NAME nvarchar(128), FULLTEXT_COLID int, FULLTEXT_BLOBTP_COLNAME nvarchar(128), FULLTEXT_BLOBTP_COLID int, FULLTEXT_LANGUAGE int
--> 'dbo' | 597577167 | 'n' | 'body' | 2 | NULL | NULL | 1033
EXEC sp_help_fulltext_catalogs 'absent'
GO
--> Msg 15009, Level 16, State 1, Procedure sp_help_fulltext_catalogs, Line 7: The object 'absent' does not exist in database 'golden' or is invalid for this operation.
EXEC sp_fulltext_catalog 'words', 'polish'
GO
--> Msg 15600, Level 15, State 1, Procedure sp_fulltext_catalog, Line 13: An invalid parameter or option was specified for procedure 'sys.sp_fulltext_catalog'.
DROP FULLTEXT INDEX ON dbo.n
EXEC sp_fulltext_catalog 'words', 'drop'
EXEC sp_help_fulltext_catalogs
GO
--> fulltext_catalog_id smallint, NAME nvarchar(128), PATH nvarchar(260), STATUS int, NUMBER_FULLTEXT_TABLES int

-- A mark that scripts of tools put on what they install; here nothing depends on it.
CREATE PROCEDURE dbo.sp_tool AS SELECT DB_NAME() AS db
GO
EXEC sys.sp_MS_marksystemobject 'dbo.sp_tool'
EXEC sp_tool
EXEC sp_MS_marksystemobject 'sp_toll'
GO
--> db nvarchar(128)
--> 'golden'
--> Msg 15001, Level 16, State 1, Procedure sp_MS_marksystemobject, Line 5: Object 'sp_toll' does not exist or is not a valid object for this operation.
