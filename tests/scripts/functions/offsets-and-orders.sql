-- IGNORE NULLS with an offset that each row has for itself: 0 is the row's own value, NULL looks nowhere, the default stands for a row that is not there.
SELECT v.k, v.v, v.o, LAG(v.v, 0) IGNORE NULLS OVER (ORDER BY v.k) AS own, LAG(v.v, v.o, -9) IGNORE NULLS OVER (ORDER BY v.k) AS lagged, LEAD(v.v, v.o, -9) IGNORE NULLS OVER (ORDER BY v.k) AS led, LEAD(v.v, v.o) IGNORE NULLS OVER (PARTITION BY v.k % 2 ORDER BY v.k) AS apart
FROM (VALUES (1, 5, 1), (2, NULL, 1), (3, 7, 2), (4, NULL, 0), (5, 9, 2), (6, NULL, NULL), (7, 11, 1)) AS v(k, v, o) ORDER BY v.k
GO
--> k int!, v int, o int, own int, lagged int, led int, apart int
--> 1 | 5 | 1 | 5 | -9 | 7 | 7
--> 2 | NULL | 1 | NULL | 5 | 7 | NULL
--> 3 | 7 | 2 | 7 | -9 | 11 | 11
--> 4 | NULL | 0 | NULL | NULL | NULL | NULL
--> 5 | 9 | 2 | 9 | 5 | -9 | NULL
--> 6 | NULL | NULL | NULL | NULL | NULL | NULL
--> 7 | 11 | 1 | 11 | 9 | -9 | NULL
SELECT LAG(v.v, -v.k) IGNORE NULLS OVER (ORDER BY v.k) AS below FROM (VALUES (1, 5), (2, NULL)) AS v(k, v)
GO
--> below int
--> Msg 8730, Level 16, State 1, Line 1: Offset parameter for Lag and Lead functions cannot be a negative value.
-- The distance of a frame is written, not computed.
DECLARE @n int = 1
SELECT SUM(v.n) OVER (ORDER BY v.n ROWS @n PRECEDING) AS s FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 102, Level 15, State 1, Line 3: Incorrect syntax near '@n'.
SELECT SUM(v.n) OVER (ORDER BY v.n ROWS BETWEEN 1 + 1 PRECEDING AND CURRENT ROW) AS s FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '+'.
-- Aggregates that are told an order are told the same, or one of them more of it.
SELECT STRING_AGG(v.a, ',') WITHIN GROUP (ORDER BY v.a) AS a, STRING_AGG(v.a, ';') WITHIN GROUP (ORDER BY v.a, v.b) AS b, STRING_AGG(v.a, '+') AS c FROM (VALUES ('x', 1), ('y', 2)) AS v(a, b)
SELECT STRING_AGG(v.a, ',') WITHIN GROUP (ORDER BY v.a) AS a FROM (VALUES ('x'), ('y')) AS v(a) UNION ALL SELECT STRING_AGG(v.a, ',') WITHIN GROUP (ORDER BY v.a DESC) FROM (VALUES ('x'), ('y')) AS v(a)
GO
--> a varchar(8000), b varchar(8000), c varchar(8000)
--> 'x,y' | 'x;y' | 'x+y'
--> a varchar(8000)
--> 'x,y'
--> 'y,x'
SELECT STRING_AGG(v.a, ',') WITHIN GROUP (ORDER BY v.a) AS a, STRING_AGG(v.a, ',') WITHIN GROUP (ORDER BY v.a DESC) AS b FROM (VALUES ('x'), ('y')) AS v(a)
GO
--> Msg 8711, Level 16, State 1, Line 1: Multiple ordered aggregate functions in the same scope have mutually incompatible orderings.
SELECT STRING_AGG(v.a, ',') WITHIN GROUP (ORDER BY v.a) AS a FROM (VALUES ('x', 1), ('y', 2)) AS v(a, b) GROUP BY v.b HAVING STRING_AGG(v.a, ',') WITHIN GROUP (ORDER BY v.b) <> ''
GO
--> Msg 8711, Level 16, State 1, Line 1: Multiple ordered aggregate functions in the same scope have mutually incompatible orderings.
-- COALESCE takes at least two.
SELECT COALESCE(1) AS one
GO
--> Msg 102, Level 15, State 1, Line 2: Incorrect syntax near ')'.
-- A float has seventeen digits that mean something; STR fills with zeros after them.
SELECT STR(1234567890123456789.5, 25, 3) AS long, STR(123456789012345678, 20) AS whole, STR(123.456, 25, 16) AS places, STR(0.1, 25, 20) AS sixteen_at_most, STR(1e20, 25, 1) AS big, STR(1e300, 10) AS too_big, STR(-0.004, 6, 2) AS no_minus, STR(-1.5) AS away_from_zero
GO
--> long varchar(25), whole varchar(20), places varchar(25), sixteen_at_most varchar(25), big varchar(25), too_big varchar(10), no_minus varchar(6), away_from_zero varchar(10)
--> '  1234567890123456800.000' | '  123456789012345680' | '     123.4560000000000000' | '       0.1000000000000000' | '  100000000000000000000.0' | '**********' | '  0.00' | '        -2'
