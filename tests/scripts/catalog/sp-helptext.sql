-- sp_helptext gives the definition as it was written; only CR LF ends a line.
CREATE PROCEDURE dbo.Lines AS
SELECT 1
GO
EXEC sp_helptext 'dbo.Lines'
GO
--> Text nvarchar(255)
--> '-- sp_helptext gives the definition as it was written; only CR LF ends a line.\nCREATE PROCEDURE dbo.Lines AS\nSELECT 1'
DECLARE @text nvarchar(max) = N'CREATE VIEW dbo.Broken AS' + NCHAR(13) + NCHAR(10) + N'SELECT ''' + REPLICATE(N'x', 300) + N''' AS x,' + NCHAR(13) + NCHAR(10) + N'2 AS y'
EXEC (@text)
CREATE TABLE #lines (number int IDENTITY, line nvarchar(255))
INSERT #lines EXEC sp_helptext 'Broken'
SELECT number, LEN(line) AS characters, LEFT(line, 20) AS start, CASE WHEN line LIKE N'%' + NCHAR(10) THEN 1 ELSE 0 END AS has_end FROM #lines ORDER BY number
GO
--> (4 rows)
--> number int!, characters int, start nvarchar(20), has_end int!
--> 1 | 27 | 'CREATE VIEW dbo.Brok' | 1
--> 2 | 255 | 'SELECT ''xxxxxxxxxxxx' | 0
--> 3 | 62 | 'xxxxxxxxxxxxxxxxxxxx' | 1
--> 4 | 6 | '2 AS y' | 0

-- Checks, defaults and computed columns.
CREATE TABLE dbo.T (a int NOT NULL CONSTRAINT CK_a CHECK (a > 0), b int CONSTRAINT DF_b DEFAULT (GETDATE()), c AS a + b)
EXEC sp_helptext 'CK_a'
EXEC sp_helptext 'DF_b'
EXEC sp_helptext 'T', 'c'
GO
--> Text nvarchar(255)
--> '([a]>(0))'
--> Text nvarchar(255)
--> '(getdate())'
--> Text nvarchar(255)
--> '([a]+[b])'

-- What has no text.
EXEC sp_helptext 'T'
EXEC sp_helptext 'T', 'a'
EXEC sp_helptext 'T', 'z'
EXEC sp_helptext 'Lines', 'a'
EXEC sp_helptext 'nothing'
GO
--> Msg 15197, Level 16, State 1, Procedure sp_helptext, Line 43: There is no text for object 'T'.
--> Msg 15646, Level 16, State 1, Procedure sp_helptext, Line 32: Column 'a' is not a computed column.
--> Msg 15645, Level 16, State 1, Procedure sp_helptext, Line 26: Column 'z' does not exist.
--> Msg 15218, Level 16, State 1, Procedure sp_helptext, Line 21: Object 'Lines' is not a table.
--> Msg 15009, Level 16, State 1, Procedure sp_helptext, Line 13: The object 'nothing' does not exist in database 'golden' or is invalid for this operation.
CREATE PROCEDURE dbo.Secret WITH ENCRYPTION AS SELECT 1
GO
EXEC sp_helptext 'Secret'
SELECT OBJECT_DEFINITION(OBJECT_ID('Secret')) AS definition
GO
--> info 15471: The text for object 'Secret' is encrypted.
--> definition nvarchar(max)
--> NULL
