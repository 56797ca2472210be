-- The ranking functions and how they treat equals.
CREATE TABLE t (n int NOT NULL)
INSERT t VALUES (10), (20), (20), (30)
GO
--> (4 rows)
SELECT n, ROW_NUMBER() OVER (ORDER BY n) AS r, RANK() OVER (ORDER BY n) AS k, DENSE_RANK() OVER (ORDER BY n) AS d, NTILE(3) OVER (ORDER BY n) AS t
FROM t ORDER BY r
GO
--> n int!, r bigint, k bigint, d bigint, t bigint
--> 10 | 1 | 1 | 1 | 1
--> 20 | 2 | 2 | 2 | 1
--> 20 | 3 | 2 | 2 | 2
--> 30 | 4 | 4 | 3 | 3
SELECT DISTINCT n, CUME_DIST() OVER (ORDER BY n) AS c, PERCENT_RANK() OVER (ORDER BY n) AS p FROM t ORDER BY n
GO
--> n int!, c float, p float
--> 10 | 0.25 | 0
--> 20 | 0.75 | 0.3333333333333333
--> 30 | 1 | 1
-- Statistical aggregates.
SELECT COUNT_BIG(*) AS c, ROUND(STDEV(n), 6) AS s, ROUND(STDEVP(n), 6) AS sp, ROUND(VAR(n), 6) AS v, ROUND(VARP(n), 6) AS vp, APPROX_COUNT_DISTINCT(n) AS a FROM t
GO
--> c bigint, s float, sp float, v float, vp float, a bigint
--> 4 | 8.164966 | 7.071068 | 66.666667 | 50 | 3
-- One row has no deviation of a sample.
SELECT STDEV(n) AS s, STDEVP(n) AS sp FROM t WHERE n = 10
GO
--> s float, sp float
--> NULL | 0
-- ROW_NUMBER must have an order, and a window is not allowed in WHERE.
SELECT ROW_NUMBER() OVER () AS r FROM t
GO
--> Msg 4112, Level 15, State 1, Line 2: The function 'ROW_NUMBER' must have an OVER clause with ORDER BY.
SELECT n FROM t WHERE ROW_NUMBER() OVER (ORDER BY n) = 1
GO
--> Msg 4108, Level 15, State 1, Line 1: Windowed functions can only appear in the SELECT or ORDER BY clauses.
