-- ISNULL, CHOOSE and COALESCE evaluate no argument that is not their result, with a table and without one.
CREATE TABLE t (i int NOT NULL, j int NULL)
INSERT t VALUES (0, 7)
GO
--> (1 row)
DECLARE @i int = 0, @j int = 7
SELECT ISNULL(@j, 1 / @i) AS a, CHOOSE(2, 1 / @i, @j) AS b, COALESCE(@j, 1 / @i) AS c, CHOOSE(@i, 1 / @i) AS d
SELECT ISNULL(j, 1 / i) AS a, CHOOSE(2, 1 / i, j) AS b, COALESCE(j, 1 / i) AS c, CHOOSE(i, 1 / i) AS d FROM t
GO
--> a int, b int, c int, d int
--> 7 | 7 | 7 | NULL
--> a int, b int, c int, d int
--> 7 | 7 | 7 | NULL
DECLARE @i int = 0
SELECT ISNULL(NULLIF(@i, 0), 1 / @i) AS a
GO
--> a int
--> Msg 8134, Level 16, State 1, Line 2: Divide by zero error encountered.
-- IN evaluates its list up to the match, also for a NULL.
DECLARE @j int = NULL
SELECT CASE WHEN @j IN (CAST('x' AS int), 1) THEN 1 END AS a
GO
--> a int
--> Msg 245, Level 16, State 1, Line 3: Conversion failed when converting the varchar value 'x' to data type int.
SELECT CASE WHEN NULLIF(j, 7) IN (CAST('x' AS int), 1) THEN 1 END AS a FROM t
GO
--> a int
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the varchar value 'x' to data type int.
SELECT CASE WHEN j IN (7, CAST('x' AS int)) THEN 1 END AS a FROM t
GO
--> a int
--> 1
