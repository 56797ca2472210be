SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL)
INSERT item VALUES (1), (2), (3)
GO
-- @@ROWCOUNT is that of the last statement.
SELECT id FROM item WHERE id < 3
SELECT @@ROWCOUNT AS n
SELECT @@ROWCOUNT AS n
GO
--> id int!
--> 1
--> 2
--> n int!
--> 2
--> n int!
--> 1
-- An assignment sets 1, or the number of rows that were read.
DECLARE @v int, @a int, @b int, @c int
SET @v = 1
SET @a = @@ROWCOUNT
SELECT @v = id FROM item
SET @b = @@ROWCOUNT
SELECT @v = id FROM item WHERE 1 = 0
SET @c = @@ROWCOUNT
SELECT @a AS a, @b AS b, @c AS c
GO
--> a int, b int, c int
--> 1 | 3 | 0
-- PRINT, BEGIN TRAN and SET of an option set 0.
DECLARE @b int, @c int, @d int
UPDATE item SET id = id
PRINT 'x'
SET @b = @@ROWCOUNT
UPDATE item SET id = id
BEGIN TRAN
SET @c = @@ROWCOUNT
COMMIT
UPDATE item SET id = id
SET ANSI_NULLS ON
SET @d = @@ROWCOUNT
SELECT @b AS b, @c AS c, @d AS d
GO
--> print: x
--> b int, c int, d int
--> 0 | 0 | 0
-- @@ERROR is that of the last statement, too.
UPDATE item SET id = 1 / 0
SELECT @@ERROR AS e
SELECT @@ERROR AS e
GO
--> Msg 8134, Level 16, State 1, Line 2: Divide by zero error encountered.
--> info 3621: The statement has been terminated.
--> e int!
--> 8134
--> e int!
--> 0
CREATE PROCEDURE touch AS UPDATE item SET id = id WHERE id < 3
GO
-- EXECUTE leaves what the procedure's last statement left.
EXEC touch
SELECT @@ROWCOUNT AS n, ROWCOUNT_BIG() AS b
GO
--> n int!, b bigint!
--> 2 | 2
