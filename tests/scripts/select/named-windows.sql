SET NOCOUNT ON
GO
CREATE TABLE t (g int, id int, v int, s varchar(max))
INSERT t VALUES (1, 1, 10, 'a'), (1, 2, 20, 'b'), (2, 3, 30, 'c'), (2, 4, 40, 'd')
GO
-- A call adds what the window that it names does not have; so may a definition, in either order.
SELECT id, SUM(v) OVER w AS total, ROW_NUMBER() OVER (w ORDER BY id DESC) AS n, SUM(v) OVER (w2 ROWS UNBOUNDED PRECEDING) AS running
FROM t WINDOW w2 AS (w ORDER BY id), w AS (PARTITION BY g) ORDER BY id
SELECT id, SUM(v) OVER (w ORDER BY id) AS running FROM t WINDOW w AS (PARTITION BY g ROWS UNBOUNDED PRECEDING) ORDER BY id
SELECT id, COUNT(*) OVER w3 AS n FROM t WINDOW w AS (PARTITION BY g), w3 AS (w) ORDER BY id
GO
--> id int, total int, n bigint, running int
--> 1 | 30 | 2 | 10
--> 2 | 30 | 1 | 30
--> 3 | 70 | 2 | 30
--> 4 | 70 | 1 | 70
--> id int, running int
--> 1 | 10
--> 2 | 30
--> 3 | 30
--> 4 | 70
--> id int, n int
--> 1 | 2
--> 2 | 2
--> 3 | 2
--> 4 | 2
SELECT SUM(v) OVER (w) FROM t WINDOW w AS (PARTITION BY g)
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near ')'.
SELECT SUM(v) OVER (w PARTITION BY id) FROM t WINDOW w AS (PARTITION BY g)
GO
--> Msg 4123, Level 15, State 3, Line 1: Window element in OVER clause can not also be specified in WINDOW clause.
SELECT SUM(v) OVER (w ORDER BY id) FROM t WINDOW w AS (ORDER BY g ROWS UNBOUNDED PRECEDING)
GO
--> Msg 4123, Level 15, State 2, Line 1: Window element in OVER clause can not also be specified in WINDOW clause.
SELECT SUM(v) OVER nosuch FROM t WINDOW w AS (PARTITION BY g)
GO
--> Msg 5362, Level 15, State 3, Line 1: Window 'nosuch' is undefined.
SELECT SUM(v) OVER w FROM t WINDOW w AS (ORDER BY g), W AS (ORDER BY id)
GO
--> Msg 16211, Level 15, State 1, Line 1: Cannot repeat window name in the WINDOW clause.
SELECT SUM(v) OVER w FROM t WINDOW w AS (w2), w2 AS (w)
GO
--> Msg 5365, Level 15, State 1, Line 1: Cyclic window references are not permitted.
SELECT SUM(v) OVER w FROM t WINDOW w AS (w ORDER BY g)
GO
--> Msg 5362, Level 15, State 3, Line 1: Window 'w' is undefined.
-- What a definition brings has errors of its own.
SELECT RANK() OVER w FROM t WINDOW w AS (PARTITION BY g)
GO
--> Msg 5366, Level 15, State 3, Line 2: The function 'rank' must have an OVER clause or a WINDOW with ORDER BY.
SELECT LAG(v) OVER w FROM t WINDOW w AS (PARTITION BY g)
GO
--> Msg 5366, Level 15, State 2, Line 1: The function 'lag' must have an OVER clause or a WINDOW with ORDER BY.
SELECT FIRST_VALUE(v) OVER w FROM t WINDOW w AS (PARTITION BY g)
GO
--> Msg 5366, Level 15, State 2, Line 1: The function 'first_value' must have an OVER clause or a WINDOW with ORDER BY.
SELECT RANK() OVER w FROM t WINDOW w AS (ORDER BY g ROWS UNBOUNDED PRECEDING)
GO
--> Msg 4106, Level 15, State 2, Line 1: The function 'rank' may not have a window frame.
SELECT LEAD(v) OVER w FROM t WINDOW w AS (ORDER BY g ROWS UNBOUNDED PRECEDING)
GO
--> Msg 4106, Level 15, State 1, Line 1: The function 'lead' may not have a window frame.
SELECT RANK() OVER (w ROWS UNBOUNDED PRECEDING) FROM t WINDOW w AS (ORDER BY g)
GO
--> Msg 10752, Level 15, State 3, Line 1: The function 'rank' may not have a window frame.
SELECT SUM(v) OVER w FROM t WINDOW w AS (PARTITION BY g ROWS UNBOUNDED PRECEDING)
GO
--> Msg 5364, Level 15, State 1, Line 1: Window frame with ROWS or RANGE must have an ORDER BY clause.
SELECT PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY v) OVER w FROM t WINDOW w AS (PARTITION BY g ORDER BY id)
GO
--> Msg 5363, Level 15, State 1, Line 1: The function 'percentile_disc' may not have ORDER BY in OVER or WINDOW clause.
-- Functions that are ordered by WITHIN GROUP.
SELECT DISTINCT g, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY v) OVER (PARTITION BY g) AS middle FROM t ORDER BY g
GO
--> g int, middle float
--> 1 | 15
--> 2 | 35
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY v) FROM t
GO
--> Msg 10753, Level 15, State 3, Line 1: The function 'PERCENTILE_CONT' must have an OVER clause.
SELECT PERCENTILE_CONT(0.5) OVER () FROM t
GO
--> Msg 10754, Level 15, State 1, Line 1: The function 'percentile_cont' must have a WITHIN GROUP clause.
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY v) OVER (ORDER BY id) FROM t
GO
--> Msg 10758, Level 15, State 1, Line 1: The function 'percentile_cont' may not have ORDER BY in OVER clause.
SELECT SUM(v) WITHIN GROUP (ORDER BY id) FROM t
GO
--> Msg 10757, Level 15, State 1, Line 1: The function 'sum' may not have a WITHIN GROUP clause.
SELECT SUM(v) WITHIN GROUP (ORDER BY id) OVER () FROM t
GO
--> Msg 10757, Level 15, State 1, Line 1: The function 'sum' may not have a WITHIN GROUP clause.
SELECT STRING_AGG(s, ',') WITHIN GROUP (ORDER BY 1) FROM t
GO
--> Msg 5308, Level 15, State 1, Line 1: Windowed functions, aggregates and NEXT VALUE FOR functions do not support integer indices as ORDER BY clause expressions.
SELECT STRING_AGG(NULL, ',') FROM t
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type NULL is invalid for argument 1 of string_agg function.
-- COUNT(*) counts along a frame without an order, if there is a partition.
SELECT g, MAX(n) AS most FROM (SELECT g, COUNT(*) OVER (PARTITION BY g ROWS UNBOUNDED PRECEDING) AS n FROM t) q GROUP BY g ORDER BY g
GO
--> g int, most int
--> 1 | 2
--> 2 | 2
SELECT COUNT(1) OVER (PARTITION BY g ROWS UNBOUNDED PRECEDING) FROM t
GO
--> Msg 10756, Level 15, State 1, Line 1: Window frame with ROWS or RANGE must have an ORDER BY clause.
-- A frame by RANGE does not compare large values.
SELECT SUM(v) OVER (ORDER BY s) FROM t
GO
--> Msg 8728, Level 16, State 1, Line 2: ORDER BY list of RANGE window frame cannot contain expressions of LOB type.
SELECT CUME_DIST() OVER (ORDER BY id, s) FROM t
GO
--> Msg 8728, Level 16, State 1, Line 1: ORDER BY list of RANGE window frame cannot contain expressions of LOB type.
SELECT id, SUM(v) OVER (ORDER BY s ROWS UNBOUNDED PRECEDING) AS running, RANK() OVER (ORDER BY s) AS r FROM t ORDER BY id
GO
--> id int, running int, r bigint
--> 1 | 10 | 1
--> 2 | 30 | 2
--> 3 | 60 | 3
--> 4 | 100 | 4
