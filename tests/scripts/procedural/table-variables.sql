SET NOCOUNT ON
GO
-- A table variable is a table for the batch.
DECLARE @t TABLE (id int IDENTITY PRIMARY KEY, name varchar(10) NOT NULL DEFAULT 'x', twice AS id * 2, CHECK (id < 100))
INSERT @t (name) VALUES ('a'), ('b')
INSERT @t DEFAULT VALUES
UPDATE @t SET name = 'B' WHERE id = 2
DELETE FROM @t WHERE name = 'a'
SELECT * FROM @t ORDER BY id
GO
--> id int!, name varchar(10)!, twice int
--> 2 | 'B' | 4
--> 3 | 'x' | 6
-- It needs an alias in joins that name its columns.
DECLARE @a TABLE (id int); DECLARE @b TABLE (id int)
INSERT @a VALUES (1), (2)
INSERT @b VALUES (2), (3)
SELECT x.id FROM @a x JOIN @b y ON y.id = x.id
DELETE x FROM @a x WHERE x.id = 1
SELECT COUNT(*) AS n FROM @a
GO
--> id int
--> 2
--> n int
--> 1
-- ROLLBACK leaves it as it is.
DECLARE @t TABLE (id int)
BEGIN TRAN
INSERT @t VALUES (1)
ROLLBACK
SELECT COUNT(*) AS n FROM @t
GO
--> n int
--> 1
-- But a failing statement is undone.
DECLARE @t TABLE (id int PRIMARY KEY)
INSERT @t VALUES (1)
BEGIN TRY
  INSERT @t VALUES (2), (1)
END TRY
BEGIN CATCH
  PRINT ERROR_NUMBER()
END CATCH
SELECT COUNT(*) AS n FROM @t
GO
--> print: 2627
--> n int
--> 1
-- Declared in a loop it keeps its rows.
DECLARE @i int = 0
WHILE @i < 2
BEGIN
  DECLARE @r TABLE (n int)
  INSERT @r VALUES (@i)
  SET @i += 1
END
SELECT COUNT(*) AS n FROM @r
GO
--> n int
--> 2
-- Each call of a procedure has its own.
CREATE PROCEDURE recurse @n int AS
DECLARE @t TABLE (n int)
INSERT @t VALUES (@n)
IF @n > 1 BEGIN DECLARE @m int = @n - 1 EXEC recurse @m END
SELECT n FROM @t
GO
EXEC recurse 2
GO
--> n int
--> 1
--> n int
--> 2
-- Dynamic SQL does not see it.
DECLARE @t TABLE (id int)
EXEC ('SELECT * FROM @t')
GO
--> Msg 1087, Level 15, State 2, Line 1: Must declare the table variable "@t".
SELECT * FROM @nothing
GO
--> Msg 1087, Level 15, State 2, Line 1: Must declare the table variable "@nothing".
-- It is no scalar, and a scalar is no table.
DECLARE @t TABLE (id int)
SELECT @t
GO
--> Msg 137, Level 15, State 2, Line 3: Must declare the scalar variable "@t".
-- Neither DDL nor SELECT INTO.
DECLARE @t TABLE (id int)
TRUNCATE TABLE @t
GO
--> Msg 102, Level 15, State 1, Line 3: Incorrect syntax near '@t'.
