-- A system procedure works on the database that qualifies it.
CREATE DATABASE elsewhere
GO
EXEC elsewhere.sys.sp_executesql N'SELECT DB_NAME() AS here'
EXEC elsewhere..sp_executesql N'SELECT DB_NAME() AS here, @p AS p', N'@p int', @p = 3
DECLARE @procedure nvarchar(100) = N'elsewhere.sys.sp_executesql', @n int
EXEC @procedure N'CREATE TABLE dbo.made (id int)'
EXEC @procedure N'CREATE VIEW dbo.seen AS SELECT id FROM dbo.made'
EXEC @procedure N'INSERT dbo.made VALUES (1), (2) SELECT @n = COUNT(*) FROM dbo.seen', N'@n int OUTPUT', @n = @n OUTPUT
SELECT @n AS n, DB_NAME() AS here, OBJECT_ID('dbo.made') AS mine, (SELECT COUNT(*) FROM elsewhere.dbo.made) AS there
GO
--> here nvarchar(128)
--> 'elsewhere'
--> here nvarchar(128), p int
--> 'elsewhere' | 3
--> (2 rows)
--> n int, here nvarchar(128), mine int, there int
--> 2 | 'golden' | NULL | 2
-- An error and a rollback leave the session where it was.
BEGIN TRY
  EXEC elsewhere.sys.sp_executesql N'SELECT 1 / 0 AS a'
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, DB_NAME() AS here
END CATCH
BEGIN TRAN
EXEC elsewhere.sys.sp_executesql N'INSERT dbo.made VALUES (3)'
ROLLBACK
SELECT COUNT(*) AS n, DB_NAME() AS here FROM elsewhere.dbo.made
GO
--> a int
--> number int, here nvarchar(128)
--> 8134 | 'golden'
--> (1 row)
--> n int, here nvarchar(128)
--> 2 | 'golden'
EXEC nowhere.sys.sp_executesql N'SELECT 1 AS a'
GO
--> Msg 911, Level 16, State 1, Line 1: Database 'nowhere' does not exist. Make sure that the name is entered correctly.
-- Who may not enter the database may not run anything there.
CREATE USER stranger WITHOUT LOGIN
EXECUTE AS USER = 'stranger'
EXEC elsewhere.sys.sp_executesql N'SELECT 1 AS a'
GO
--> Msg 916, Level 14, State 1, Line 4: The server principal "S-1-9-3-0-0-0-5" is not able to access the database "elsewhere" under the current security context.
REVERT
GO
DROP DATABASE elsewhere
GO
