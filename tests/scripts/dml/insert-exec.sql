SET NOCOUNT ON
GO
CREATE TABLE target (id int NULL, name varchar(10) NULL)
GO
CREATE PROCEDURE two AS
SELECT 1, 'one'
SELECT 2, 'two'
RETURN 5
GO
CREATE PROCEDURE nest AS
INSERT target EXEC two
GO
CREATE PROCEDURE undo AS
BEGIN TRAN
SELECT 3, 'three'
ROLLBACK
GO
CREATE PROCEDURE nothing AS
DECLARE @x int = 1
GO
-- Every result set is appended.
INSERT target EXEC two
SELECT @@ROWCOUNT AS n
SELECT * FROM target ORDER BY id
GO
--> n int!
--> 2
--> id int, name varchar(10)
--> 1 | 'one'
--> 2 | 'two'
-- With a column list, dynamic SQL, and the return code.
TRUNCATE TABLE target
DECLARE @rc int
INSERT target (name) EXEC ('SELECT ''dynamic''')
INSERT target (id) EXEC sp_executesql N'SELECT @a', N'@a int', @a = 4
INSERT target EXEC @rc = two
SELECT @rc AS rc
SELECT * FROM target ORDER BY id, name
GO
--> rc int
--> 5
--> id int, name varchar(10)
--> NULL | 'dynamic'
--> 1 | 'one'
--> 2 | 'two'
--> 4 | NULL
-- A procedure without a result set inserts nothing.
INSERT target EXEC nothing
SELECT @@ROWCOUNT AS n
GO
--> n int!
--> 0
-- Into a table variable and a temporary table.
DECLARE @t TABLE (a int, b varchar(10))
INSERT @t EXEC two
CREATE TABLE #t (a int, b varchar(3))
INSERT INTO #t EXEC two
SELECT (SELECT COUNT(*) FROM @t) AS n, (SELECT MAX(b) FROM #t) AS m
GO
--> n int, m varchar(3)
--> 2 | 'two'
-- It does not nest.
INSERT target EXEC nest
GO
--> Msg 8164, Level 16, State 1, Procedure nest, Line 2: An INSERT EXEC statement cannot be nested.
-- ROLLBACK inside is refused.
INSERT target EXEC undo
GO
--> Msg 3915, Level 16, State 0, Procedure undo, Line 4: Cannot use the ROLLBACK statement within an INSERT-EXEC statement.
IF @@TRANCOUNT > 0 ROLLBACK
GO
-- OUTPUT is refused.
INSERT target OUTPUT inserted.id EXEC two
GO
--> Msg 483, Level 16, State 2, Line 2: The OUTPUT clause cannot be used in an INSERT...EXEC statement.
