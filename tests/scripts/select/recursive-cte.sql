SET NOCOUNT ON
GO
CREATE TABLE staff (id int NOT NULL PRIMARY KEY, boss int NULL, name varchar(10) NOT NULL)
INSERT staff VALUES (1, NULL, 'Ada'), (2, 1, 'Bob'), (3, 1, 'Cyd'), (4, 2, 'Dee'), (5, 4, 'Eli')
GO
-- Counting.
WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 5)
SELECT i FROM n ORDER BY i
GO
--> i int
--> 1
--> 2
--> 3
--> 4
--> 5
-- A hierarchy with its depth and path. The path must have one type in both parts.
WITH tree AS (
  SELECT id, name, 0 AS depth, CAST(name AS varchar(100)) AS path FROM staff WHERE boss IS NULL
  UNION ALL
  SELECT s.id, s.name, t.depth + 1, CAST(t.path + '/' + s.name AS varchar(100)) FROM staff s JOIN tree t ON s.boss = t.id)
SELECT id, depth, path FROM tree ORDER BY path
GO
--> id int, depth int, path varchar(100)
--> 1 | 0 | 'Ada'
--> 2 | 1 | 'Ada/Bob'
--> 4 | 2 | 'Ada/Bob/Dee'
--> 5 | 3 | 'Ada/Bob/Dee/Eli'
--> 3 | 1 | 'Ada/Cyd'
-- Upwards from a leaf.
DECLARE @from int = 5;
WITH up AS (SELECT id, boss, 0 AS level FROM staff WHERE id = @from UNION ALL SELECT s.id, s.boss, level + 1 FROM staff s JOIN up ON s.id = up.boss)
SELECT id, level FROM up ORDER BY level
GO
--> id int, level int
--> 5 | 0
--> 4 | 1
--> 2 | 2
--> 1 | 3
-- Two anchors.
WITH n AS (SELECT 1 AS i UNION ALL SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 3)
SELECT i FROM n ORDER BY i
GO
--> i int
--> 1
--> 2
--> 3
--> 100
-- The recursion stops at 100 levels, which is an error; the rows before it have been sent.
WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n)
SELECT COUNT(*) AS n FROM n
GO
--> n int
--> Msg 530, Level 16, State 1, Line 2: The statement terminated. The maximum recursion 100 has been exhausted before statement completion.
-- MAXRECURSION moves the limit.
WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 300)
SELECT COUNT(*) AS n, MAX(i) AS last FROM n OPTION (MAXRECURSION 299)
GO
--> n int, last int
--> 300 | 300
WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 300)
SELECT COUNT(*) AS n FROM n OPTION (MAXRECURSION 10)
GO
--> n int
--> Msg 530, Level 16, State 1, Line 1: The statement terminated. The maximum recursion 10 has been exhausted before statement completion.
-- Zero means no limit.
WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
SELECT MAX(i) AS last FROM n OPTION (MAXRECURSION 0)
GO
--> last int
--> 1000
-- The types of both parts must be the same, length included.
WITH n AS (SELECT 'a' AS s UNION ALL SELECT s + 'a' FROM n WHERE LEN(s) < 3)
SELECT s FROM n
GO
--> Msg 240, Level 16, State 1, Line 2: Types don't match between the anchor and the recursive part in column "s" of recursive query "n".
-- The recursive part comes after UNION ALL.
WITH n AS (SELECT 1 AS i UNION SELECT i + 1 FROM n WHERE i < 3)
SELECT i FROM n
GO
--> Msg 252, Level 16, State 1, Line 2: Recursive common table expression 'n' does not contain a top-level UNION ALL operator.
-- No aggregate, DISTINCT, TOP or outer join in the recursive part.
WITH n AS (SELECT 1 AS i UNION ALL SELECT MAX(i) + 1 FROM n)
SELECT i FROM n
GO
--> Msg 467, Level 16, State 1, Line 2: GROUP BY, HAVING, or aggregate functions are not allowed in the recursive part of a recursive common table expression 'n'.
-- Nor in a derived table that reads the rows; they are not read in subqueries.
WITH n AS (SELECT 1 AS i UNION ALL SELECT d.i FROM (SELECT MAX(i) + 1 AS i FROM n) AS d)
SELECT i FROM n
GO
--> Msg 467, Level 16, State 1, Line 2: GROUP BY, HAVING, or aggregate functions are not allowed in the recursive part of a recursive common table expression 'n'.
WITH n AS (SELECT 1 AS i UNION ALL SELECT d.i FROM (SELECT TOP 1 i + 1 AS i FROM n) AS d)
SELECT i FROM n
GO
--> Msg 461, Level 16, State 1, Line 1: The TOP or OFFSET operator is not allowed in the recursive part of a recursive common table expression 'n'.
WITH n AS (SELECT 1 AS i UNION ALL SELECT 7 WHERE EXISTS (SELECT * FROM n WHERE i < 2))
SELECT i FROM n
GO
--> Msg 465, Level 16, State 1, Line 1: Recursive references are not allowed in subqueries.
WITH n AS (SELECT 1 AS i UNION ALL SELECT (SELECT MAX(i) + 1 FROM n))
SELECT i FROM n
GO
--> Msg 465, Level 16, State 1, Line 1: Recursive references are not allowed in subqueries.
-- The rows in a derived table.
WITH n AS (SELECT 1 AS i UNION ALL SELECT d.i FROM (SELECT i + 2 AS i FROM n) AS d WHERE d.i < 8)
SELECT i FROM n
GO
--> i int
--> 1
--> 3
--> 5
--> 7
WITH t AS (
  SELECT id, 0 AS depth FROM staff WHERE boss IS NULL
  UNION ALL
  SELECT d.id, d.depth FROM (SELECT s.id, t.depth + 1 AS depth FROM staff AS s JOIN t ON s.boss = t.id) AS d JOIN staff AS e ON e.id = d.id AND e.name <> 'Cyd')
SELECT id, depth FROM t ORDER BY id
GO
--> id int, depth int
--> 1 | 0
--> 2 | 1
--> 4 | 2
--> 5 | 3
-- The smallest of the larger ones, each found from the one before.
WITH r AS (
  SELECT MIN(boss) AS boss FROM staff
  UNION ALL
  SELECT d.boss FROM (SELECT s.boss, ROW_NUMBER() OVER (ORDER BY s.boss) AS place FROM staff AS s JOIN r ON r.boss < s.boss) AS d WHERE d.place = 1)
SELECT boss FROM r OPTION (MAXRECURSION 0)
GO
--> boss int
--> 1
--> 2
--> 4
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
-- Window functions see the rows that come of one row.
WITH t AS (
  SELECT id, CAST('1' AS varchar(50)) AS path FROM staff WHERE boss IS NULL
  UNION ALL
  SELECT s.id, CAST(t.path + '.' + CAST(ROW_NUMBER() OVER (ORDER BY s.name DESC) AS varchar(10)) AS varchar(50)) FROM staff AS s JOIN t ON s.boss = t.id)
SELECT id, path FROM t ORDER BY path
GO
--> id int, path varchar(50)
--> 1 | '1'
--> 3 | '1.1'
--> 2 | '1.2'
--> 4 | '1.2.1'
--> 5 | '1.2.1.1'
WITH c AS (SELECT 1 AS n, 7 AS rows UNION ALL SELECT 2, 8 UNION ALL SELECT c.n + 2, COUNT(*) OVER () FROM c WHERE c.n < 4)
SELECT n, rows FROM c ORDER BY n
GO
--> n int, rows int
--> 1 | 7
--> 2 | 8
--> 3 | 1
--> 4 | 1
--> 5 | 1
WITH t AS (
  SELECT id, CAST(1 AS decimal(10, 2)) AS m FROM staff WHERE boss IS NULL
  UNION ALL
  SELECT a.id, CAST(SUM(a.id) OVER (ORDER BY a.id) * 1.25 + t.m AS decimal(10, 2)) FROM t CROSS APPLY (SELECT s.id FROM staff AS s WHERE s.boss = t.id) AS a)
SELECT id, m FROM t ORDER BY id
GO
--> id int, m decimal(10,2)
--> 1 | 1.00
--> 2 | 3.50
--> 3 | 7.25
--> 4 | 8.50
--> 5 | 14.75
WITH c AS (SELECT 1 AS n, CAST(1 AS bigint) AS r UNION ALL SELECT c.n + 1, ROW_NUMBER() OVER (ORDER BY c.n) FROM c)
SELECT COUNT(*) AS n FROM c
GO
--> n int
--> Msg 530, Level 16, State 1, Line 1: The statement terminated. The maximum recursion 100 has been exhausted before statement completion.
WITH c AS (SELECT 1 AS n, CAST(1 AS bigint) AS r UNION ALL SELECT c.n + 1, v.r FROM c JOIN (SELECT x, ROW_NUMBER() OVER (ORDER BY x DESC) AS r FROM (VALUES (1), (2)) AS w(x)) AS v ON v.x = c.n) SELECT n, r FROM c
GO
--> n int, r bigint
--> 1 | 1
--> 2 | 2
--> 3 | 1
