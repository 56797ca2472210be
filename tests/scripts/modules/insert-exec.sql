-- INSERT … EXEC takes the rows of every result set.
CREATE TABLE dbo.t (id int IDENTITY PRIMARY KEY, a int NOT NULL, b varchar(10) NULL);
GO
CREATE PROCEDURE dbo.two AS
SELECT 1, 'one';
PRINT 'between';
SELECT 2, 'two' UNION ALL SELECT 3, NULL;
GO
INSERT dbo.t EXEC dbo.two;
SELECT a, b FROM dbo.t;
GO
--> print: between
--> (3 rows)
--> a int!, b varchar(10)
--> 1 | 'one'
--> 2 | 'two'
--> 3 | NULL
INSERT dbo.t (b, a) EXEC ('SELECT ''x'', 9');
SELECT a, b FROM dbo.t WHERE a = 9;
GO
--> (1 row)
--> a int!, b varchar(10)
--> 9 | 'x'

-- The number of columns must fit; nothing is inserted then.
INSERT dbo.t (a) EXEC dbo.two;
GO
--> print: between
--> Msg 213, Level 16, State 7, Line 3: Column name or number of supplied values does not match table definition.
SELECT COUNT(*) AS four FROM dbo.t;
GO
--> four int
--> 4

-- It cannot be nested, ended by ROLLBACK, or have an OUTPUT clause.
CREATE PROCEDURE dbo.nested AS
CREATE TABLE #n (a int, b varchar(10));
INSERT #n EXEC dbo.two;
SELECT a, b FROM #n;
GO
INSERT dbo.t EXEC dbo.nested;
GO
--> Msg 8164, Level 16, State 1, Procedure dbo.nested, Line 5: An INSERT EXEC statement cannot be nested.
CREATE PROCEDURE dbo.rolls AS ROLLBACK; SELECT 1, 'x';
GO
INSERT dbo.t EXEC dbo.rolls;
GO
--> Msg 3915, Level 16, State 0, Procedure dbo.rolls, Line 1: Cannot use the ROLLBACK statement within an INSERT-EXEC statement.
SELECT @@TRANCOUNT AS zero, COUNT(*) AS four FROM dbo.t;
GO
--> zero int!, four int
--> 0 | 4
DECLARE @v TABLE (a int, b varchar(10));
INSERT @v EXEC dbo.two;
SELECT a, b FROM @v ORDER BY a DESC;
GO
--> print: between
--> (3 rows)
--> a int, b varchar(10)
--> 3 | NULL
--> 2 | 'two'
--> 1 | 'one'

-- Values are converted, not columns: NULLs fit whatever the type of their column.
DECLARE @x TABLE (doc xml, d date)
INSERT @x EXEC ('SELECT NULL, NULL UNION ALL SELECT NULL, NULL')
SELECT doc, d FROM @x
INSERT @x EXEC ('SELECT 1, NULL')
GO
--> (2 rows)
--> doc xml, d date
--> NULL | NULL
--> NULL | NULL
--> Msg 206, Level 16, State 2, Line 6: Operand type clash: int is incompatible with xml
