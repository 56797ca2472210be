-- A procedure may be empty: tools create a stub and alter it.
CREATE PROCEDURE dbo.stub AS
GO
DECLARE @r int
EXEC @r = dbo.stub
SELECT @r AS status
GO
--> status int
--> 0

ALTER PROCEDURE dbo.stub @a int AS
GO
EXEC dbo.stub 1
GO

-- A trigger and a block need a statement.
CREATE TABLE dbo.t (a int)
GO
CREATE TRIGGER dbo.tr ON dbo.t FOR INSERT AS
GO
--> Msg 102, Level 15, State 1, Procedure tr, Line 1: Incorrect syntax near 'AS'.

-- After EXECUTE, @@ERROR is that of the last statement inside.
CREATE PROCEDURE dbo.fails AS SELECT 1 / 0 AS x
GO
CREATE PROCEDURE dbo.recovers AS SELECT 1 / 0 AS x; DECLARE @a int = 1
GO
EXEC dbo.fails
SELECT @@ERROR AS error
EXEC dbo.recovers
SELECT @@ERROR AS error
EXEC ('SELECT * FROM dbo.nowhere')
SELECT @@ERROR AS error
DECLARE @r int, @context nvarchar(max) = QUOTENAME(DB_NAME()) + '.sys.sp_executesql'
EXECUTE @r = @context @stmt = N'SELECT * FROM dbo.nowhere'
SELECT @@ERROR AS error, @r AS status
EXEC dbo.stub 1
SELECT @@ERROR AS error
GO
--> x int
--> Msg 8134, Level 16, State 1, Procedure dbo.fails, Line 3: Divide by zero error encountered.
--> error int!
--> 8134
--> x int
--> Msg 8134, Level 16, State 1, Procedure dbo.recovers, Line 1: Divide by zero error encountered.
--> error int!
--> 0
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'dbo.nowhere'.
--> error int!
--> 208
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'dbo.nowhere'.
--> error int!, status int
--> 208 | 208
--> error int!
--> 0

-- Options of the server that check lists compare with their defaults.
SELECT name, value_in_use, minimum, maximum, is_dynamic, is_advanced FROM sys.configurations
WHERE name IN ('access check cache quota', 'affinity64 mask', 'in-doubt xact resolution', 'backup checksum default', 'tempdb metadata memory-optimized', 'Replication XPs', 'polybase enabled') ORDER BY name
GO
--> name nvarchar(35)!, value_in_use sql_variant, minimum sql_variant, maximum sql_variant, is_dynamic bit!, is_advanced bit!
--> 'access check cache quota' | 0::int | 0::int | 2147483647::int | 1 | 1
--> 'affinity64 mask' | 0::int | -2147483648::int | 2147483647::int | 1 | 1
--> 'backup checksum default' | 0::int | 0::int | 1::int | 1 | 0
--> 'in-doubt xact resolution' | 0::int | 0::int | 2::int | 1 | 1
--> 'polybase enabled' | 0::int | 0::int | 1::int | 1 | 0
--> 'Replication XPs' | 0::int | 0::int | 1::int | 1 | 1
--> 'tempdb metadata memory-optimized' | 0::int | 0::int | 1::int | 0 | 1

-- Mistakes behind the name of a module are reported as that module's, without its schema.
CREATE PROCEDURE dbo.unread AS
SELECT FROM x
GO
--> Msg 156, Level 15, State 1, Procedure unread, Line 4: Incorrect syntax near the keyword 'FROM'.
CREATE FUNCTION dbo.unread() RETURNS int AS BEGIN
RETURN (1
END
GO
--> Msg 156, Level 15, State 1, Procedure unread, Line 3: Incorrect syntax near the keyword 'END'.
ALTER VIEW [dbo].[Unread View] AS SELECT 1 AS a SELECT 2
GO
--> Msg 156, Level 15, State 1, Procedure Unread View, Line 1: Incorrect syntax near the keyword 'SELECT'.
CREATE OR ALTER PROCEDURE unread @a int, AS SELECT 1
GO
--> Msg 156, Level 15, State 1, Procedure unread, Line 1: Incorrect syntax near the keyword 'AS'.
CREATE PROCEDURE dbo AS.unread
GO
--> Msg 102, Level 15, State 1, Procedure dbo, Line 1: Incorrect syntax near '.'.
BEGIN TRY
  EXEC ('CREATE PROCEDURE dbo.unread AS SELECT FROM x')
END TRY
BEGIN CATCH
  SELECT ERROR_PROCEDURE() AS [procedure], ERROR_LINE() AS line
END CATCH
GO
--> procedure nvarchar(128), line int
--> 'unread' | 1
