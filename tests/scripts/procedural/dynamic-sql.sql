SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL, name varchar(10) NOT NULL)
INSERT item VALUES (1, 'pen'), (2, 'ink')
GO
-- EXEC runs a string, or several that are concatenated.
EXEC ('SELECT 1 AS n')
DECLARE @t sysname = 'item', @c varchar(10) = 'name'
EXEC ('SELECT ' + @c + ' FROM ' + @t + ' ORDER BY id')
GO
--> n int!
--> 1
--> name varchar(10)!
--> 'pen'
--> 'ink'
-- It sees no variables of its caller, and the caller none of its own.
DECLARE @x int = 1
EXEC ('SELECT @x AS x')
GO
--> Msg 137, Level 15, State 2, Line 1: Must declare the scalar variable "@x".
EXEC ('DECLARE @y int = 1')
SELECT @y AS y
GO
--> Msg 137, Level 15, State 2, Line 2: Must declare the scalar variable "@y".
-- sp_executesql has parameters.
EXEC sp_executesql N'SELECT name FROM item WHERE id = @id', N'@id int', @id = 2
EXEC sp_executesql N'SELECT @a + @b AS s', N'@a int, @b int', 3, 4
GO
--> name varchar(10)!
--> 'ink'
--> s int
--> 7
-- OUTPUT parameters and the return code, which is the last error's number.
DECLARE @n int, @rc int
EXEC @rc = sp_executesql N'SELECT @count = COUNT(*) FROM item', N'@count int OUTPUT', @count = @n OUTPUT
SELECT @n AS n, @rc AS rc
GO
--> n int, rc int
--> 2 | 0
-- The statement must be Unicode.
DECLARE @s varchar(50) = 'SELECT 1'
EXEC sp_executesql @s
GO
--> Msg 214, Level 16, State 2, Procedure sp_executesql, Line 1: Procedure expects parameter '@statement' of type 'ntext/nchar/nvarchar'.
-- A missing parameter.
EXEC sp_executesql N'SELECT @a AS a', N'@a int'
GO
--> Msg 8178, Level 16, State 1, Line 0: The parameterized query '(@a int)SELECT @a AS a' expects the parameter '@a', which was not supplied.
-- Temporary tables of the caller are seen; those that it makes go with it.
CREATE TABLE #mine (id int)
EXEC ('INSERT #mine VALUES (5) SELECT id FROM #mine CREATE TABLE #inner (id int)')
SELECT OBJECT_ID('tempdb..#inner') AS gone, (SELECT COUNT(*) FROM #mine) AS n
GO
--> id int
--> 5
--> gone int, n int
--> NULL | 1
-- SET options and USE end with it.
EXEC ('SET DATEFIRST 3 USE master SELECT DB_NAME() AS inside, @@DATEFIRST AS f')
SELECT CASE DB_NAME() WHEN 'master' THEN 'master' ELSE 'back' END AS outside, @@DATEFIRST AS f
GO
--> info 5701: Changed database context to 'master'.
--> inside nvarchar(128), f tinyint!
--> 'master' | 3
--> outside varchar(6)!, f tinyint!
--> 'back' | 7
-- An error inside ends the inner batch only; lines count in the string.
EXEC ('SELECT 1 AS a

SELECT * FROM nowhere
SELECT 2 AS b')
PRINT 'on'
GO
--> a int!
--> 1
--> Msg 208, Level 16, State 1, Line 3: Invalid object name 'nowhere'.
--> print: on
-- NULL and nothing do nothing.
DECLARE @n nvarchar(10)
EXEC (@n)
EXEC sp_executesql @n
EXEC ('')
PRINT 'done'
GO
--> print: done
