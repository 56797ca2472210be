-- A temporary table that is made again and again begins empty each time, whatever became of the one before.
CREATE PROCEDURE dbo.again @n int AS
BEGIN
  SET NOCOUNT ON;
  CREATE TABLE #t (id int IDENTITY PRIMARY KEY, n int NOT NULL DEFAULT 7, UNIQUE (n));
  IF @n > 0 EXEC dbo.again @n = 0;
  INSERT INTO #t (n) VALUES (@n), (@n + 10);
  SELECT id, n FROM #t ORDER BY id;
END
GO
EXEC dbo.again 1
EXEC dbo.again 2
GO
--> id int!, n int!
--> 1 | 0
--> 2 | 10
--> id int!, n int!
--> 1 | 1
--> 2 | 11
--> id int!, n int!
--> 1 | 0
--> 2 | 10
--> id int!, n int!
--> 1 | 2
--> 2 | 12
-- Another table of that name, and an altered one.
CREATE PROCEDURE dbo.other AS
BEGIN
  SET NOCOUNT ON;
  CREATE TABLE #t (name varchar(10) NOT NULL PRIMARY KEY);
  INSERT INTO #t VALUES ('a');
  ALTER TABLE #t ADD extra int NULL;
  EXEC('UPDATE #t SET extra = 5');
  CREATE INDEX byExtra ON #t (extra);
  EXEC('SELECT name, extra FROM #t WHERE extra = 5');
END
GO
EXEC dbo.other
EXEC dbo.again 3
EXEC dbo.other
GO
--> name varchar(10)!, extra int
--> 'a' | 5
--> id int!, n int!
--> 1 | 0
--> 2 | 10
--> id int!, n int!
--> 1 | 3
--> 2 | 13
--> name varchar(10)!, extra int
--> 'a' | 5
-- Rolled back after it was made, and after it was dropped.
CREATE TABLE #r (a int NOT NULL PRIMARY KEY)
INSERT INTO #r VALUES (1)
DROP TABLE #r
BEGIN TRANSACTION
CREATE TABLE #r (a int NOT NULL PRIMARY KEY)
INSERT INTO #r VALUES (2)
ROLLBACK
CREATE TABLE #r (a int NOT NULL PRIMARY KEY)
SELECT COUNT(*) AS none FROM #r
INSERT INTO #r VALUES (3)
BEGIN TRANSACTION
DROP TABLE #r
CREATE TABLE #r (a int NOT NULL PRIMARY KEY)
INSERT INTO #r VALUES (4)
ROLLBACK
SELECT a FROM #r
DROP TABLE #r
GO
--> (1 row)
--> (1 row)
--> none int
--> 0
--> (1 row)
--> (1 row)
--> a int!
--> 3
-- A procedure whose transaction is rolled back by its caller.
CREATE PROCEDURE dbo.rolledBack AS
BEGIN
  SET NOCOUNT ON;
  CREATE TABLE #t (id int NOT NULL PRIMARY KEY);
  INSERT INTO #t VALUES (1);
  BEGIN TRANSACTION;
  INSERT INTO #t VALUES (2);
  ROLLBACK;
  SELECT id FROM #t;
END
GO
EXEC dbo.rolledBack
EXEC dbo.rolledBack
BEGIN TRANSACTION
CREATE TABLE #u (id int NOT NULL PRIMARY KEY)
EXEC('CREATE TABLE #t (id int NOT NULL PRIMARY KEY); INSERT INTO #t VALUES (9)')
ROLLBACK
EXEC dbo.rolledBack
GO
--> id int!
--> 1
--> id int!
--> 1
--> (1 row)
--> id int!
--> 1
-- An error that ends the statement which fills it.
CREATE TABLE #e (a int NOT NULL, CONSTRAINT positive CHECK (a > 0))
GO
INSERT INTO #e VALUES (1), (0)
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the CHECK constraint "positive". The conflict occurred in database "tempdb", table "dbo.#e", column 'a'.
--> info 3621: The statement has been terminated.
SELECT COUNT(*) AS none FROM #e
DROP TABLE #e
CREATE TABLE #e (a int NOT NULL, CONSTRAINT positive CHECK (a > 0))
INSERT INTO #e VALUES (5)
SELECT a FROM #e
GO
--> none int
--> 0
--> (1 row)
--> a int!
--> 5
-- Two sessions have each their own.
CREATE TABLE #s (a int NOT NULL PRIMARY KEY)
INSERT INTO #s VALUES (1)
GO
--> (1 row)
--! as c2
CREATE TABLE #s (a int NOT NULL PRIMARY KEY)
INSERT INTO #s VALUES (2), (3)
SELECT a FROM #s
GO
--> (2 rows)
--> a int!
--> 2
--> 3
SELECT a FROM #s
GO
--> a int!
--> 1
-- SELECT … INTO of the same columns.
SELECT 1 AS a, 'x' AS b INTO #i
DROP TABLE #i
SELECT 2 AS a, 'y' AS b INTO #i
SELECT a, b FROM #i
GO
--> (1 row)
--> (1 row)
--> a int!, b varchar(1)!
--> 2 | 'y'
