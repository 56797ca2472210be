-- A statement that cannot be executed is refused by its name.
CREATE CREDENTIAL c WITH IDENTITY = 's'
GO
--> Msg 40510, Level 16, State 1, Line 2: Statement 'CREATE CREDENTIAL' is not supported in this version of Sprocket.
DBCC PAGE (1, 1, 1)
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'DBCC PAGE' is not supported in this version of Sprocket.
DROP ASSEMBLY a
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'DROP ASSEMBLY' is not supported in this version of Sprocket.
EXECUTE ('SELECT 1') AT other
GO
--> Msg 7202, Level 11, State 2, Line 1: Could not find server 'other' in sys.servers. Verify that the correct server name was specified. If necessary, execute the stored procedure sp_addlinkedserver to add the server to sys.servers.
BEGIN DISTRIBUTED TRANSACTION
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'BEGIN DISTRIBUTED TRANSACTION' is not supported in this version of Sprocket.
-- These are accepted and have nothing to do.
SET STATISTICS IO ON
SET OFFSETS SELECT ON
RECONFIGURE
RECONFIGURE WITH OVERRIDE
PRINT @@ERROR
GO
--> print: 0
