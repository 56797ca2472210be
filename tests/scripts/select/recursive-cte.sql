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
-- No window functions over the rows that a step adds, but in its sources.
WITH c AS (SELECT 1 AS n, CAST(1 AS bigint) AS r UNION ALL SELECT c.n + 1, ROW_NUMBER() OVER (ORDER BY c.n) FROM c WHERE c.n < 3) SELECT n, r FROM c
GO
--> Msg 40510, Level 16, State 1, Line 2: Statement 'window function in the recursive part of a common table expression' is not supported in this version of Sprocket.
WITH c AS (SELECT 1 AS n, CAST(1 AS bigint) AS r UNION ALL SELECT c.n + 1, v.r FROM c JOIN (SELECT x, ROW_NUMBER() OVER (ORDER BY x DESC) AS r FROM (VALUES (1), (2)) AS w(x)) AS v ON v.x = c.n) SELECT n, r FROM c
GO
--> n int, r bigint
--> 1 | 1
--> 2 | 2
--> 3 | 1
