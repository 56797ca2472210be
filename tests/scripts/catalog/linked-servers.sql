-- Linked servers are remembered with their options and logins; a statement that would reach one is refused.
EXEC sp_addlinkedserver @server = N'east', @srvproduct = N'SQL Server'
EXEC sp_addlinkedserver 'west', N'', N'MSOLEDBSQL', N'west.example.com', @catalog = 'sales', @provstr = N'Encrypt=yes'
SELECT server_id, name, product, provider, data_source, provider_string, catalog, is_linked, is_remote_login_enabled, is_rpc_out_enabled, is_data_access_enabled, uses_remote_collation FROM sys.servers WHERE server_id > 0
SELECT server_id, local_principal_id, uses_self_credential, remote_name FROM sys.linked_logins
SELECT srvname, dataaccess, rpcout FROM sysservers WHERE srvid > 0
EXEC sp_helpserver 'east'
EXEC sp_helpserver @optname = 'data access'
GO
--> server_id int!, name nvarchar(128)!, product nvarchar(128)!, provider nvarchar(128)!, data_source nvarchar(4000), provider_string nvarchar(4000), catalog nvarchar(128), is_linked bit!, is_remote_login_enabled bit!, is_rpc_out_enabled bit!, is_data_access_enabled bit!, uses_remote_collation bit!
--> 1 | 'east' | 'SQL Server' | 'SQLNCLI' | 'east' | NULL | NULL | 1 | 0 | 0 | 1 | 1
--> 2 | 'west' | '' | 'MSOLEDBSQL' | 'west.example.com' | 'Encrypt=yes' | 'sales' | 1 | 0 | 0 | 1 | 1
--> server_id int!, local_principal_id int, uses_self_credential bit!, remote_name nvarchar(128)
--> 1 | 0 | 1 | NULL
--> 2 | 0 | 1 | NULL
--> srvname nvarchar(128)!, dataaccess bit!, rpcout bit!
--> 'east' | 1 | 0
--> 'west' | 1 | 0
--> name nvarchar(128), network_name nvarchar(128), status varchar(70), id char(4), collation_name nvarchar(128), connect_timeout int, query_timeout int
--> 'east' | 'east' | 'data access,use remote collation' | '1   ' | NULL | 0 | 0
--> name nvarchar(128), network_name nvarchar(128), status varchar(70), id char(4), collation_name nvarchar(128), connect_timeout int, query_timeout int
--> 'east' | 'east' | 'data access,use remote collation' | '1   ' | NULL | 0 | 0
--> 'west' | 'west' | 'data access,use remote collation' | '2   ' | NULL | 0 | 0
EXEC sp_addlinkedserver 'east'
GO
--> Msg 15028, Level 16, State 1, Procedure sp_addlinkedserver, Line 1: The server 'east' already exists.
EXEC sp_addlinkedserver 'north', 'SQL Server', 'MSOLEDBSQL'
GO
--> Msg 15428, Level 16, State 1, Procedure sp_addlinkedserver, Line 1: You cannot specify a provider or any properties for product 'SQL Server'.
EXEC sp_addlinkedserver 'north', 'Oracle'
GO
--> Msg 15427, Level 16, State 1, Procedure sp_addlinkedserver, Line 1: You must specify a provider name for unknown product 'Oracle'.
EXEC sp_addlinkedserver 'north'
GO
--> Msg 15429, Level 16, State 1, Procedure sp_addlinkedserver, Line 1: '(null)' is an invalid product name.
CREATE LOGIN clerk WITH PASSWORD = 'Pass-word1'
EXEC sp_addlinkedsrvlogin 'east', 'false', NULL, 'reader', 'secret'
EXEC sp_addlinkedsrvlogin 'east', 'true', 'clerk'
EXEC sp_helplinkedsrvlogin
EXEC sp_helplinkedsrvlogin 'east', 'clerk'
GO
--> Linked Server nvarchar(128), Local Login nvarchar(128), Is Self Mapping smallint, Remote Login nvarchar(128)
--> 'east' | NULL | 0 | 'reader'
--> 'east' | 'clerk' | 1 | NULL
--> 'west' | NULL | 1 | NULL
--> Linked Server nvarchar(128), Local Login nvarchar(128), Is Self Mapping smallint, Remote Login nvarchar(128)
--> 'east' | 'clerk' | 1 | NULL
EXEC sp_addlinkedsrvlogin 'south', 'false', NULL, 'reader', 'secret'
GO
--> Msg 15015, Level 16, State 1, Procedure sp_addlinkedsrvlogin, Line 1: The server 'south' does not exist. Use sp_helpserver to show available servers.
EXEC sp_addlinkedsrvlogin 'east', 'perhaps'
GO
--> Msg 15600, Level 15, State 1, Procedure sp_addlinkedsrvlogin, Line 1: An invalid parameter or option was specified for procedure 'sys.sp_addlinkedsrvlogin'.
EXEC sp_addlinkedsrvlogin 'east', 'true', 'nobody'
GO
--> Msg 15007, Level 16, State 1, Procedure sp_addlinkedsrvlogin, Line 1: 'nobody' is not a valid login or you do not have permission.
EXEC sp_helplinkedsrvlogin 'south'
GO
--> Msg 15015, Level 16, State 1, Procedure sp_helplinkedsrvlogin, Line 6: The server 'south' does not exist. Use sp_helpserver to show available servers.
EXEC sp_serveroption 'east', 'rpc out', 'true'
EXEC sp_serveroption 'east', 'data access', 'off'
EXEC sp_serveroption 'east', 'connect timeout', '30'
EXEC sp_serveroption 'east', 'collation name', 'Latin1_General_CI_AS'
EXEC sp_serveroption 'east', 'pub', 'true'
SELECT is_rpc_out_enabled, is_data_access_enabled, connect_timeout, collation_name FROM sys.servers WHERE name = 'east'
GO
--> is_rpc_out_enabled bit!, is_data_access_enabled bit!, connect_timeout int, collation_name nvarchar(128)
--> 1 | 0 | 30 | 'Latin1_General_CI_AS'
EXEC sp_serveroption 'east', 'colour', 'true'
GO
--> Msg 15600, Level 15, State 1, Procedure sp_serveroption, Line 1: An invalid parameter or option was specified for procedure 'sys.sp_serveroption'.
EXEC sp_serveroption 'east', 'rpc', 'perhaps'
GO
--> Msg 15600, Level 15, State 1, Procedure sp_serveroption, Line 1: An invalid parameter or option was specified for procedure 'sys.sp_serveroption'.
EXEC sp_serveroption 'south', 'rpc', 'true'
GO
--> Msg 15015, Level 16, State 1, Procedure sp_serveroption, Line 1: The server 'south' does not exist. Use sp_helpserver to show available servers.
-- Using them.
SELECT * FROM south.sales.dbo.t
GO
--> Msg 7202, Level 11, State 2, Line 2: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
SELECT * FROM east.sales.dbo.t
GO
--> Msg 7411, Level 16, State 1, Line 1: Server 'east' is not configured for DATA ACCESS.
SELECT * FROM west.sales.dbo.t
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'linked server' is not supported in this version of Sprocket.
EXEC west.sales.dbo.p
GO
--> Msg 7411, Level 16, State 1, Line 1: Server 'west' is not configured for RPC.
EXEC east.sales.dbo.p
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'linked server' is not supported in this version of Sprocket.
EXEC ('SELECT 1') AT west
GO
--> Msg 7411, Level 16, State 1, Line 1: Server 'west' is not configured for RPC.
SELECT * FROM OPENQUERY(east, 'SELECT 1 AS n')
GO
--> Msg 7411, Level 16, State 1, Line 1: Server 'east' is not configured for DATA ACCESS.
SELECT * FROM OPENQUERY(west, 'SELECT 1 AS n')
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'linked server' is not supported in this version of Sprocket.
EXEC sp_testlinkedserver south
GO
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
EXEC sp_testlinkedserver east
GO
--> Msg 7411, Level 16, State 1, Line 1: Server 'east' is not configured for DATA ACCESS.
EXEC sp_tables_ex 'south'
EXEC sp_columns_ex 'south', 't'
EXEC sp_columns_ex_100 'south', 't'
EXEC sp_primarykeys 'south', 't'
EXEC sp_foreignkeys 'south', 't'
EXEC sp_indexes 'south', 't'
EXEC sp_catalogs 'south'
EXEC sp_table_privileges_ex 'south'
EXEC sp_column_privileges_ex 'south'
GO
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'south' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
EXEC sp_catalogs 'east'
GO
--> Msg 7411, Level 16, State 1, Line 1: Server 'east' is not configured for DATA ACCESS.
-- The server's own name reaches itself.
DECLARE @text nvarchar(400) = N'SELECT COUNT(*) AS n FROM ' + QUOTENAME(@@SERVERNAME) + N'.master.sys.databases WHERE name = ''master'''
EXEC (@text)
SET @text = N'EXEC ' + QUOTENAME(@@SERVERNAME) + N'.master.dbo.sp_executesql N''SELECT DB_NAME() AS d'''
EXEC (@text)
GO
--> n int
--> 1
--> d nvarchar(128)
--> 'master'
DECLARE @text nvarchar(400) = N'SELECT * FROM OPENQUERY(' + QUOTENAME(@@SERVERNAME) + N', ''SELECT 1'')'
BEGIN TRY EXEC (@text) END TRY BEGIN CATCH SELECT ERROR_NUMBER() AS number END CATCH
GO
--> number int
--> 7411
EXEC sp_dropserver 'east'
GO
--> Msg 15190, Level 16, State 1, Procedure sp_dropserver, Line 1: There are still remote logins or linked logins for the server 'east'.
EXEC sp_droplinkedsrvlogin 'west', NULL
SELECT COUNT(*) AS n FROM sys.linked_logins l JOIN sys.servers s ON s.server_id = l.server_id WHERE s.name = 'west'
EXEC sp_dropserver 'east', 'droplogins'
EXEC sp_dropserver 'west'
SELECT COUNT(*) AS n FROM sys.servers WHERE is_linked = 1
GO
--> n int
--> 0
--> n int
--> 0
EXEC sp_dropserver 'east'
GO
--> Msg 15015, Level 16, State 1, Procedure sp_dropserver, Line 1: The server 'east' does not exist. Use sp_helpserver to show available servers.
EXEC sp_droplinkedsrvlogin 'east', NULL
GO
--> Msg 15015, Level 16, State 1, Procedure sp_droplinkedsrvlogin, Line 1: The server 'east' does not exist. Use sp_helpserver to show available servers.
DROP LOGIN clerk
GO
