-- Extended procedures: what they answer, list without anything in it, or refuse.
DECLARE @s varchar(100)
EXEC xp_sprintf @s OUTPUT, 'INSERT INTO %s VALUES (%s, %s)', 'table1', '1', '2'
SELECT @s AS s
EXEC master..xp_sprintf @s OUTPUT, 'a %s %s', 'x'
SELECT @s AS s
DECLARE @filename varchar(20), @message varchar(20)
EXEC xp_sscanf 'sync -b -fproducts10.tmp -rrandom', 'sync -b -f%s -r%s', @filename OUTPUT, @message OUTPUT
SELECT @filename AS filename, @message AS message
GO
--> s varchar(100)
--> 'INSERT INTO table1 VALUES (1, 2)'
--> s varchar(100)
--> 'a x %s'
--> filename varchar(20), message varchar(20)
--> 'products10.tmp' | 'random'
EXEC xp_loginconfig 'login mode'
EXEC xp_servicecontrol 'QUERYSTATE', 'SQLServerAGENT'
EXEC xp_servicecontrol 'QueryState', 'MSSQLServer'
EXEC xp_logevent 60000, 'done', informational
EXEC xp_readerrorlog 0, 1, N'Server is listening on'
EXEC sp_readerrorlog 0
EXEC xp_enumerrorlogs
EXEC sp_enumerrorlogs
EXEC xp_fixeddrives
EXEC xp_availablemedia
EXEC xp_enumgroups
EXEC xp_logininfo
EXEC xp_regenumvalues N'HKEY_LOCAL_MACHINE', N'SOFTWARE'
EXEC xp_instance_regenumvalues N'HKEY_LOCAL_MACHINE', N'SOFTWARE'
EXEC xp_regenumkeys N'HKEY_LOCAL_MACHINE', N'SOFTWARE'
EXEC xp_instance_regenumkeys N'HKEY_LOCAL_MACHINE', N'SOFTWARE'
GO
--> name nvarchar(128), config value nvarchar(128)
--> 'login mode' | 'Mixed'
--> Current Service State varchar(40)
--> 'Stopped.'
--> Current Service State varchar(40)
--> 'Running.'
--> LogDate datetime, ProcessInfo nvarchar(12), Text nvarchar(4000)
--> LogDate datetime, ProcessInfo nvarchar(12), Text nvarchar(4000)
--> Archive # int, Date nvarchar(20), Log File Size (Byte) bigint
--> Archive # int, Date nvarchar(20), Log File Size (Byte) bigint
--> drive char(1), MB free int
--> name nvarchar(255), low free int, high free int, media type tinyint
--> group nvarchar(128), comment nvarchar(255)
--> account name nvarchar(128), type char(8), privilege char(9), mapped login name nvarchar(128), permission path nvarchar(128)
--> Value nvarchar(512), Data nvarchar(512)
--> Value nvarchar(512), Data nvarchar(512)
--> Key nvarchar(512)
--> Key nvarchar(512)
DECLARE @name sysname, @own sysname = CONVERT(sysname, SERVERPROPERTY('MachineName'))
CREATE TABLE #n (name sysname)
INSERT #n EXEC xp_getnetname @name OUTPUT
SELECT CASE WHEN name = @own THEN 1 ELSE 0 END AS own FROM #n
GO
--> (1 row)
--> own int!
--> 1
EXEC xp_servicecontrol 'start', 'SQLServerAGENT'
GO
--> Msg 50000, Level 16, State 1, Procedure xp_servicecontrol, Line 6: Procedure 'xp_servicecontrol' is not supported in this version of Sprocket.
EXEC xp_dirtree '/tmp'
EXEC xp_subdirs '/tmp'
EXEC xp_fileexist '/etc/passwd'
EXEC xp_create_subdir '/tmp/x'
EXEC xp_delete_file 0, '/tmp'
EXEC xp_copy_file 'a', 'b'
EXEC xp_copy_files 'a', 'b'
EXEC xp_delete_files 'a'
EXEC xp_regwrite 'a', 'b', 'c', 'REG_SZ', 'd'
EXEC xp_regdeletekey 'a', 'b'
EXEC xp_regdeletevalue 'a', 'b', 'c'
EXEC xp_regaddmultistring 'a', 'b', 'c', 'd'
EXEC xp_regremovemultistring 'a', 'b', 'c', 'd'
EXEC xp_instance_regwrite 'a', 'b', 'c', 'REG_SZ', 'd'
EXEC xp_instance_regdeletekey 'a', 'b'
EXEC xp_instance_regdeletevalue 'a', 'b', 'c'
EXEC xp_instance_regaddmultistring 'a', 'b', 'c', 'd'
EXEC xp_instance_regremovemultistring 'a', 'b', 'c', 'd'
EXEC xp_grantlogin 'a'
EXEC xp_revokelogin 'a'
EXEC xp_enum_oledb_providers
EXEC xp_prop_oledb_provider 'a'
EXEC xp_sqlmaint 'a'
GO
--> Msg 50000, Level 16, State 1, Procedure xp_dirtree, Line 1: Procedure 'xp_dirtree' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_subdirs, Line 1: Procedure 'xp_subdirs' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_fileexist, Line 1: Procedure 'xp_fileexist' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_create_subdir, Line 1: Procedure 'xp_create_subdir' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_delete_file, Line 1: Procedure 'xp_delete_file' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_copy_file, Line 1: Procedure 'xp_copy_file' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_copy_files, Line 1: Procedure 'xp_copy_files' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_delete_files, Line 1: Procedure 'xp_delete_files' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_regwrite, Line 1: Procedure 'xp_regwrite' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_regdeletekey, Line 1: Procedure 'xp_regdeletekey' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_regdeletevalue, Line 1: Procedure 'xp_regdeletevalue' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_regaddmultistring, Line 1: Procedure 'xp_regaddmultistring' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_regremovemultistring, Line 1: Procedure 'xp_regremovemultistring' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_instance_regwrite, Line 1: Procedure 'xp_instance_regwrite' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_instance_regdeletekey, Line 1: Procedure 'xp_instance_regdeletekey' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_instance_regdeletevalue, Line 1: Procedure 'xp_instance_regdeletevalue' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_instance_regaddmultistring, Line 1: Procedure 'xp_instance_regaddmultistring' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_instance_regremovemultistring, Line 1: Procedure 'xp_instance_regremovemultistring' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_grantlogin, Line 1: Procedure 'xp_grantlogin' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_revokelogin, Line 1: Procedure 'xp_revokelogin' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_enum_oledb_providers, Line 1: Procedure 'xp_enum_oledb_providers' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_prop_oledb_provider, Line 1: Procedure 'xp_prop_oledb_provider' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure xp_sqlmaint, Line 1: Procedure 'xp_sqlmaint' is not supported in this version of Sprocket.
EXEC sp_addextendedproc 'xp_x', 'x.dll'
EXEC sp_dropextendedproc 'xp_x'
DECLARE @id int
EXEC sp_trace_create @id OUTPUT, 0, N'x'
EXEC sp_trace_setevent 1, 10, 1, 1
EXEC sp_trace_setfilter 1, 10, 0, 6, N'x'
EXEC sp_trace_setstatus 1, 1
EXEC sp_trace_getdata 1
EXEC sp_execute_external_script N'R', N'1'
EXEC sp_attach_db 'a', 'b'
EXEC sp_attach_single_file_db 'a', 'b'
EXEC sp_detach_db 'a'
EXEC sp_addumpdevice 'disk', 'a', 'b'
EXEC sp_create_plan_guide N'a', N'b', N'SQL'
EXEC sp_create_plan_guide_from_handle N'a'
EXEC sp_control_plan_guide N'DROP', N'a'
EXEC sp_bindsession 'a'
EXEC sp_getbindtoken 'a'
EXEC sp_addserver 'a', 'local'
EXEC sp_addremotelogin 'a'
EXEC sp_setnetname 'a', 'b'
EXEC sp_migrate_user_to_contained 'a', 'keep_name', 'disable_login'
EXEC sp_cdc_enable_db
EXEC sp_cdc_enable_table 'dbo', 't', NULL
EXEC sp_audit_write 1, 1, N'x'
GO
--> Msg 50000, Level 16, State 1, Procedure sp_addextendedproc, Line 1: Procedure 'sp_addextendedproc' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_dropextendedproc, Line 1: Procedure 'sp_dropextendedproc' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_trace_create, Line 1: Procedure 'sp_trace_create' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_trace_setevent, Line 1: Procedure 'sp_trace_setevent' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_trace_setfilter, Line 1: Procedure 'sp_trace_setfilter' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_trace_setstatus, Line 1: Procedure 'sp_trace_setstatus' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_trace_getdata, Line 1: Procedure 'sp_trace_getdata' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_execute_external_script, Line 1: Procedure 'sp_execute_external_script' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_attach_db, Line 1: Procedure 'sp_attach_db' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_attach_single_file_db, Line 1: Procedure 'sp_attach_single_file_db' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_detach_db, Line 1: Procedure 'sp_detach_db' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_addumpdevice, Line 1: Procedure 'sp_addumpdevice' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_create_plan_guide, Line 1: Procedure 'sp_create_plan_guide' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_create_plan_guide_from_handle, Line 1: Procedure 'sp_create_plan_guide_from_handle' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_control_plan_guide, Line 1: Procedure 'sp_control_plan_guide' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_bindsession, Line 1: Procedure 'sp_bindsession' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_getbindtoken, Line 1: Procedure 'sp_getbindtoken' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_addserver, Line 1: Procedure 'sp_addserver' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_addremotelogin, Line 1: Procedure 'sp_addremotelogin' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_setnetname, Line 1: Procedure 'sp_setnetname' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_migrate_user_to_contained, Line 1: Procedure 'sp_migrate_user_to_contained' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_cdc_enable_db, Line 1: Procedure 'sp_cdc_enable_db' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_cdc_enable_table, Line 1: Procedure 'sp_cdc_enable_table' is not supported in this version of Sprocket.
--> Msg 50000, Level 16, State 1, Procedure sp_audit_write, Line 1: Procedure 'sp_audit_write' is not supported in this version of Sprocket.
EXEC msdb.dbo.sp_send_dbmail @recipients = 'a@example.com', @subject = 's'
GO
--> Msg 15281, Level 16, State 1, Procedure msdb.dbo.sp_send_dbmail, Line 1: SQL Server blocked access to procedure 'sys.sp_send_dbmail' of component 'Database Mail XPs' because this component is turned off as part of the security configuration for this server. A system administrator can enable the use of 'Database Mail XPs' by using sp_configure. For more information about enabling 'Database Mail XPs', search for 'Database Mail XPs' in SQL Server Books Online.
