SET NOCOUNT ON
GO
CREATE TABLE score (id int NOT NULL PRIMARY KEY, team char(1) NOT NULL, points int NULL)
INSERT score VALUES (1, 'a', 10), (2, 'a', 20), (3, 'a', 20), (4, 'b', 5), (5, 'b', NULL), (6, 'b', 15)
GO
-- Ranking functions return bigint.
SELECT id, ROW_NUMBER() OVER (ORDER BY points DESC, id) AS n, RANK() OVER (ORDER BY points DESC) AS r, DENSE_RANK() OVER (ORDER BY points DESC) AS d FROM score ORDER BY n
GO
--> id int!, n bigint, r bigint, d bigint
--> 2 | 1 | 1 | 1
--> 3 | 2 | 1 | 1
--> 6 | 3 | 3 | 2
--> 1 | 4 | 4 | 3
--> 4 | 5 | 5 | 4
--> 5 | 6 | 6 | 5
-- NTILE gives the first buckets one more.
SELECT id, NTILE(4) OVER (ORDER BY id) AS t FROM score ORDER BY id
GO
--> id int!, t bigint
--> 1 | 1
--> 2 | 1
--> 3 | 2
--> 4 | 2
--> 5 | 3
--> 6 | 4
-- An aggregate over a partition is on every row of it.
SELECT id, team, SUM(points) OVER (PARTITION BY team) AS s, COUNT(*) OVER () AS n FROM score ORDER BY id
GO
--> id int!, team char(1)!, s int, n int
--> 1 | 'a' | 50 | 6
--> 2 | 'a' | 50 | 6
--> 3 | 'a' | 50 | 6
--> 4 | 'b' | 20 | 6
--> 5 | 'b' | 20 | 6
--> 6 | 'b' | 20 | 6
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
-- With ORDER BY the default frame is RANGE up to the current row, so equal rows share a running total; ROWS does not.
SELECT id, SUM(points) OVER (PARTITION BY team ORDER BY points) AS by_range, SUM(points) OVER (PARTITION BY team ORDER BY points, id ROWS UNBOUNDED PRECEDING) AS by_rows FROM score WHERE team = 'a' ORDER BY id
GO
--> id int!, by_range int, by_rows int
--> 1 | 10 | 10
--> 2 | 50 | 30
--> 3 | 50 | 50
-- Frames with offsets.
SELECT id, SUM(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS around, COUNT(*) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS rest FROM score ORDER BY id
GO
--> id int!, around int, rest int
--> 1 | 3 | 6
--> 2 | 6 | 5
--> 3 | 9 | 4
--> 4 | 12 | 3
--> 5 | 15 | 2
--> 6 | 11 | 1
-- LAG and LEAD with offset and default.
SELECT id, LAG(id) OVER (ORDER BY id) AS before, LEAD(id, 2, -1) OVER (ORDER BY id) AS after2 FROM score ORDER BY id
GO
--> id int!, before int, after2 int
--> 1 | NULL | 3
--> 2 | 1 | 4
--> 3 | 2 | 5
--> 4 | 3 | 6
--> 5 | 4 | -1
--> 6 | 5 | -1
-- FIRST_VALUE is of the frame, and so is LAST_VALUE: with the default frame that is the current row.
SELECT id, FIRST_VALUE(points) OVER (PARTITION BY team ORDER BY id) AS f, LAST_VALUE(points) OVER (PARTITION BY team ORDER BY id) AS l, LAST_VALUE(points) OVER (PARTITION BY team ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS ll FROM score ORDER BY id
GO
--> id int!, f int, l int, ll int
--> 1 | 10 | 10 | 20
--> 2 | 10 | 20 | 20
--> 3 | 10 | 20 | 20
--> 4 | 5 | 5 | 15
--> 5 | 5 | NULL | 15
--> 6 | 5 | 15 | 15
-- PERCENT_RANK and CUME_DIST are float.
SELECT id, PERCENT_RANK() OVER (ORDER BY id) AS p, CUME_DIST() OVER (ORDER BY id) AS c FROM score WHERE id < 6 ORDER BY id
GO
--> id int!, p float, c float
--> 1 | 0 | 0.2
--> 2 | 0.25 | 0.4
--> 3 | 0.5 | 0.6
--> 4 | 0.75 | 0.8
--> 5 | 1 | 1
-- PERCENTILE_CONT interpolates, PERCENTILE_DISC picks.
SELECT DISTINCT team, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY points) OVER (PARTITION BY team) AS cont, PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY points) OVER (PARTITION BY team) AS disc FROM score WHERE points IS NOT NULL ORDER BY team
GO
--> team char(1)!, cont float, disc int
--> 'a' | 20 | 20
--> 'b' | 10 | 5
-- A window function over groups.
SELECT team, SUM(points) AS s, RANK() OVER (ORDER BY SUM(points) DESC) AS place, SUM(SUM(points)) OVER () AS total FROM score WHERE points IS NOT NULL GROUP BY team ORDER BY place
GO
--> team char(1)!, s int, place bigint, total int
--> 'a' | 50 | 1 | 70
--> 'b' | 20 | 2 | 70
-- The WINDOW clause names one.
SELECT id, SUM(id) OVER w AS s FROM score WHERE id < 4 WINDOW w AS (ORDER BY id) ORDER BY id
GO
--> id int!, s int
--> 1 | 1
--> 2 | 3
--> 3 | 6
-- Windows are not for WHERE.
SELECT id FROM score WHERE ROW_NUMBER() OVER (ORDER BY id) = 1
GO
--> Msg 4108, Level 15, State 1, Line 2: Windowed functions can only appear in the SELECT or ORDER BY clauses.
-- ROW_NUMBER must have an order.
SELECT ROW_NUMBER() OVER () FROM score
GO
--> Msg 4112, Level 15, State 1, Line 2: The function 'ROW_NUMBER' must have an OVER clause with ORDER BY.
SELECT ROW_NUMBER() FROM score
GO
--> Msg 10753, Level 15, State 3, Line 1: The function 'ROW_NUMBER' must have an OVER clause.
-- DISTINCT is not allowed in one.
SELECT COUNT(DISTINCT team) OVER () FROM score
GO
--> Msg 10759, Level 15, State 1, Line 2: Use of DISTINCT is not allowed with the OVER clause.
-- Ordering by a constant needs a subquery.
SELECT ROW_NUMBER() OVER (ORDER BY 1) FROM score
GO
--> Msg 5308, Level 15, State 1, Line 2: Windowed functions, aggregates and NEXT VALUE FOR functions do not support integer indices as ORDER BY clause expressions.
SELECT COUNT(*) AS n FROM (SELECT ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS r FROM score) x WHERE r <= 3
GO
--> n int
--> 3
