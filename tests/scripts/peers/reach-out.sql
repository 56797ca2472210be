-- What reaches out of the server is turned off, as SQL Server is installed.
EXEC xp_cmdshell 'dir'
GO
--> Msg 15281, Level 16, State 1, Procedure xp_cmdshell, Line 1: SQL Server blocked access to procedure 'sys.xp_cmdshell' of component 'xp_cmdshell' because this component is turned off as part of the security configuration for this server. A system administrator can enable the use of 'xp_cmdshell' by using sp_configure. For more information about enabling 'xp_cmdshell', search for 'xp_cmdshell' in SQL Server Books Online.
DECLARE @object int, @result int
EXEC @result = sp_OACreate 'Scripting.FileSystemObject', @object OUT
EXEC sp_OAMethod @object, 'OpenTextFile', NULL, 'x', 8
EXEC sp_OAGetProperty @object, 'Size'
EXEC sp_OASetProperty @object, 'Size', 1
EXEC sp_OAGetErrorInfo @object
EXEC sp_OADestroy @object
SELECT @result AS result
GO
--> Msg 15281, Level 16, State 1, Procedure sp_OACreate, Line 1: SQL Server blocked access to procedure 'sys.sp_OACreate' of component 'Ole Automation Procedures' because this component is turned off as part of the security configuration for this server. A system administrator can enable the use of 'Ole Automation Procedures' by using sp_configure. For more information about enabling 'Ole Automation Procedures', search for 'Ole Automation Procedures' in SQL Server Books Online.
--> Msg 15281, Level 16, State 1, Procedure sp_OAMethod, Line 1: SQL Server blocked access to procedure 'sys.sp_OAMethod' of component 'Ole Automation Procedures' because this component is turned off as part of the security configuration for this server. A system administrator can enable the use of 'Ole Automation Procedures' by using sp_configure. For more information about enabling 'Ole Automation Procedures', search for 'Ole Automation Procedures' in SQL Server Books Online.
--> Msg 15281, Level 16, State 1, Procedure sp_OAGetProperty, Line 1: SQL Server blocked access to procedure 'sys.sp_OAGetProperty' of component 'Ole Automation Procedures' because this component is turned off as part of the security configuration for this server. A system administrator can enable the use of 'Ole Automation Procedures' by using sp_configure. For more information about enabling 'Ole Automation Procedures', search for 'Ole Automation Procedures' in SQL Server Books Online.
--> Msg 15281, Level 16, State 1, Procedure sp_OASetProperty, Line 1: SQL Server blocked access to procedure 'sys.sp_OASetProperty' of component 'Ole Automation Procedures' because this component is turned off as part of the security configuration for this server. A system administrator can enable the use of 'Ole Automation Procedures' by using sp_configure. For more information about enabling 'Ole Automation Procedures', search for 'Ole Automation Procedures' in SQL Server Books Online.
--> Msg 15281, Level 16, State 1, Procedure sp_OAGetErrorInfo, Line 1: SQL Server blocked access to procedure 'sys.sp_OAGetErrorInfo' of component 'Ole Automation Procedures' because this component is turned off as part of the security configuration for this server. A system administrator can enable the use of 'Ole Automation Procedures' by using sp_configure. For more information about enabling 'Ole Automation Procedures', search for 'Ole Automation Procedures' in SQL Server Books Online.
--> Msg 15281, Level 16, State 1, Procedure sp_OADestroy, Line 1: SQL Server blocked access to procedure 'sys.sp_OADestroy' of component 'Ole Automation Procedures' because this component is turned off as part of the security configuration for this server. A system administrator can enable the use of 'Ole Automation Procedures' by using sp_configure. For more information about enabling 'Ole Automation Procedures', search for 'Ole Automation Procedures' in SQL Server Books Online.
--> result int
--> 1
SELECT * FROM OPENROWSET('MSOLEDBSQL', 'Server=other;Trusted_Connection=yes;', 'SELECT 1 AS a') AS r
GO
--> Msg 15281, Level 16, State 1, Line 1: SQL Server blocked access to STATEMENT 'OpenRowset/OpenDatasource' of component 'Ad Hoc Distributed Queries' because this component is turned off as part of the security configuration for this server. A system administrator can enable the use of 'Ad Hoc Distributed Queries' by using sp_configure. For more information about enabling 'Ad Hoc Distributed Queries', search for 'Ad Hoc Distributed Queries' in SQL Server Books Online.
SELECT * FROM OPENDATASOURCE('MSOLEDBSQL', 'Data Source=other').master.dbo.t
GO
--> Msg 15281, Level 16, State 1, Line 1: SQL Server blocked access to STATEMENT 'OpenRowset/OpenDatasource' of component 'Ad Hoc Distributed Queries' because this component is turned off as part of the security configuration for this server. A system administrator can enable the use of 'Ad Hoc Distributed Queries' by using sp_configure. For more information about enabling 'Ad Hoc Distributed Queries', search for 'Ad Hoc Distributed Queries' in SQL Server Books Online.

-- There are no linked servers.
SELECT * FROM OPENQUERY(other, 'SELECT 1 AS a')
GO
--> Msg 7202, Level 11, State 2, Line 3: Could not find server 'other' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
EXECUTE ('SELECT 1') AT other
GO
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'other' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
EXECUTE ('SELECT 1') AT DATA_SOURCE other
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'EXECUTE AT DATA_SOURCE' is not supported in this version of Sprocket.

-- Turned on, there is still nothing behind it.
EXEC sp_configure 'show advanced options', 1
RECONFIGURE
EXEC sp_configure 'xp_cmdshell', 1
RECONFIGURE
EXEC xp_cmdshell 'dir'
EXEC sp_configure 'xp_cmdshell', 0
RECONFIGURE
EXEC sp_configure 'show advanced options', 0
RECONFIGURE
GO
--> info 15457: Configuration option 'show advanced options' changed from 0 to 1. Run the RECONFIGURE statement to install.
--> info 15457: Configuration option 'xp_cmdshell' changed from 0 to 1. Run the RECONFIGURE statement to install.
--> Msg 50000, Level 16, State 1, Procedure xp_cmdshell, Line 1: Procedure 'xp_cmdshell' is not supported in this version of Sprocket.
--> info 15457: Configuration option 'xp_cmdshell' changed from 1 to 0. Run the RECONFIGURE statement to install.
--> info 15457: Configuration option 'show advanced options' changed from 1 to 0. Run the RECONFIGURE statement to install.
