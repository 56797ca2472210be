-- A comparison with NULL is unknown, and so is its negation.
SELECT CASE WHEN NULL = NULL THEN 'true' WHEN NOT (NULL = NULL) THEN 'false' ELSE 'unknown' END AS a, CASE WHEN NULL <> 1 THEN 'true' ELSE 'not' END AS b
GO
--> a varchar(7)!, b varchar(4)!
--> 'unknown' | 'not'
-- AND and OR know the answer when one side decides.
SELECT CASE WHEN 1 = 0 AND NULL = 1 THEN 't' WHEN NOT (1 = 0 AND NULL = 1) THEN 'f' ELSE 'u' END AS a, CASE WHEN 1 = 1 OR NULL = 1 THEN 't' ELSE 'u' END AS b, CASE WHEN 1 = 1 AND NULL = 1 THEN 't' WHEN NOT (1 = 1 AND NULL = 1) THEN 'f' ELSE 'u' END AS c
GO
--> a varchar(1)!, b varchar(1)!, c varchar(1)!
--> 'f' | 't' | 'u'
-- Arithmetic and concatenation give NULL; CONCAT does not.
SELECT 1 + NULL AS a, CASE WHEN 'x' + NULL IS NULL THEN 1 END AS b, CAST(CONCAT('x', NULL, 'y') AS varchar(5)) AS c, CAST(CONCAT_WS('-', 'a', NULL, 'b') AS varchar(5)) AS d
GO
--> a int, b int, c varchar(5), d varchar(5)
--> NULL | 1 | 'xy' | 'a-b'
-- Aggregates leave NULLs out, and all NULLs give NULL, or zero for COUNT.
SELECT COUNT(v) AS n, SUM(v) AS s, MIN(v) AS lo, AVG(v) AS a FROM (VALUES (CAST(NULL AS int)), (NULL)) x (v)
GO
--> n int, s int, lo int, a int
--> 0 | NULL | NULL | NULL
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
-- IS NULL is the test.
SELECT v FROM (VALUES (1), (NULL)) x (v) WHERE v IS NULL
SELECT v FROM (VALUES (1), (NULL)) x (v) WHERE v = NULL
SELECT v FROM (VALUES (1), (NULL)) x (v) WHERE NOT v = 1
GO
--> v int
--> NULL
--> v int
--> v int
-- With ANSI_NULLS OFF a comparison with the literal NULL or a NULL variable is a test.
SET ANSI_NULLS OFF
GO
DECLARE @n int
SELECT v FROM (VALUES (1), (NULL)) x (v) WHERE v = NULL
SELECT v FROM (VALUES (1), (NULL)) x (v) WHERE v <> @n
GO
--> v int
--> NULL
--> v int
--> 1
SET ANSI_NULLS ON
GO
-- A NULL in LIKE, BETWEEN and IN is unknown.
SELECT COUNT(*) AS n FROM (VALUES (1)) x (v) WHERE NULL LIKE '%' OR v BETWEEN NULL AND 5 OR v IN (NULL)
GO
--> n int
--> 0
