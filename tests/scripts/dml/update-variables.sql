SET NOCOUNT ON
GO
CREATE TABLE counter (id int NOT NULL PRIMARY KEY, n int NOT NULL)
INSERT counter VALUES (1, 5), (2, 10)
GO
-- @v = column takes the value before the update.
DECLARE @old int
UPDATE counter SET @old = n, n = n + 1 WHERE id = 1
SELECT @old AS old, (SELECT n FROM counter WHERE id = 1) AS new
GO
--> old int, new int
--> 5 | 6
-- @v = column = expression sets both to the value after.
DECLARE @new int
UPDATE counter SET @new = n = n + 1 WHERE id = 1
SELECT @new AS v, (SELECT n FROM counter WHERE id = 1) AS n
GO
--> v int, n int
--> 7 | 7
-- Without a row the variable keeps its value.
DECLARE @v int = -1
UPDATE counter SET @v = n WHERE id = 99
SELECT @v AS v
GO
--> v int
--> -1
-- It accumulates over the rows.
DECLARE @sum int = 0
UPDATE counter SET @sum = @sum + n
SELECT @sum AS s
DECLARE @run int = 0
UPDATE counter SET @run = n = @run + n
SELECT id, n FROM counter ORDER BY id
GO
--> s int
--> 17
--> id int!, n int!
--> 1 | 7
--> 2 | 17
-- Together with OUTPUT.
DECLARE @v int; DECLARE @log TABLE (id int, before int, after int)
UPDATE counter SET @v = n, n = 0 OUTPUT inserted.id, deleted.n, inserted.n INTO @log WHERE id = 2
SELECT @v AS v
SELECT * FROM @log
GO
--> v int
--> 17
--> id int, before int, after int
--> 2 | 17 | 0
