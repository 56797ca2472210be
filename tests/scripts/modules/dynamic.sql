-- Dynamic SQL has its own scope.
DECLARE @x int = 1;
EXEC ('SELECT @x AS x');
GO
--> Msg 137, Level 15, State 2, Line 1: Must declare the scalar variable "@x".
DECLARE @sql nvarchar(200) = N'SELECT @a + @b AS total; SET @b = 100', @b int = 2;
EXEC sp_executesql @sql, N'@a int, @b int OUTPUT', 40, @b OUTPUT;
SELECT @b AS b;
EXEC sp_executesql N'SELECT @p AS p', N'@p varchar(5) = ''dflt''';
EXEC sp_executesql @statement = N'SELECT @p AS p', @parameters = N'@p int', @p = '12';
GO
--> total int
--> 42
--> b int
--> 100
--> p varchar(5)
--> 'dflt'
--> p int
--> 12
EXEC sp_executesql N'SELECT @p', N'@p int';
EXEC sp_executesql 'SELECT 1';
GO
--> Msg 8178, Level 16, State 1, Line 0: The parameterized query '(@p int)SELECT @p' expects the parameter '@p', which was not supplied.
--> Msg 214, Level 16, State 2, Procedure sp_executesql, Line 1: Procedure expects parameter '@statement' of type 'ntext/nchar/nvarchar'.

-- Settings, database and temporary tables of the text end with it.
CREATE TABLE #outer (a int);
INSERT #outer VALUES (1);
EXEC ('SET NOCOUNT ON; USE master; CREATE TABLE #inner (b int); INSERT #inner VALUES (2); SELECT a, b, DB_NAME() AS db FROM #outer, #inner');
SELECT OBJECT_ID('tempdb..#inner') AS gone, CASE WHEN DB_NAME() = 'master' THEN 1 ELSE 0 END AS in_master;
INSERT #outer VALUES (3);
GO
--> (1 row)
--> info 5701: Changed database context to 'master'.
--> a int, b int, db nvarchar(128)
--> 1 | 2 | 'master'
--> gone int, in_master int!
--> NULL | 0
--> (1 row)

-- Line numbers count from the text; errors have no procedure.
CREATE PROCEDURE dbo.runs @sql nvarchar(max) AS EXEC sp_executesql @sql;
GO
EXEC dbo.runs N'
SELECT 1 / 0;';
GO
--> - int
--> Msg 8134, Level 16, State 1, Line 2: Divide by zero error encountered.
EXEC ('syntax error here');
PRINT 'goes on';
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'here'.
--> print: goes on
EXEC ('PRINT ''a''; ' + 'PRINT ''b''');
DECLARE @null varchar(10);
EXEC (@null);
EXEC sp_executesql @null;
GO
--> print: a
--> print: b
