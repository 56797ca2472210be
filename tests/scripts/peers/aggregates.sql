SET NOCOUNT ON
GO
CREATE TABLE sale (id int, region varchar(10), amount int)
INSERT sale VALUES (1, 'north', 10), (2, 'north', 20), (3, 'south', 5)
GO
-- GROUPING of a plain GROUP BY is 0 everywhere.
SELECT region, SUM(amount) AS total, GROUPING(region) AS g, GROUPING_ID(region) AS i FROM sale GROUP BY region ORDER BY region
GO
--> region varchar(10), total int, g tinyint!, i int!
--> 'north' | 30 | 0 | 0
--> 'south' | 5 | 0 | 0
SELECT region FROM sale GROUP BY region HAVING GROUPING(region) = 0 ORDER BY region
GO
--> region varchar(10)
--> 'north'
--> 'south'
SELECT GROUPING(amount) FROM sale GROUP BY region
GO
--> Msg 8161, Level 16, State 1, Line 1: Argument 1 of the GROUPING function does not match any of the expressions in the GROUP BY clause.
SELECT GROUPING(region) FROM sale
GO
--> Msg 8161, Level 16, State 1, Line 1: Argument 1 of the GROUPING function does not match any of the expressions in the GROUP BY clause.
-- DISTINCT takes one argument.
SELECT STRING_AGG(DISTINCT region, ',') FROM sale
GO
--> Msg 102, Level 15, State 1, Line 2: Incorrect syntax near ','.
SELECT COUNT(DISTINCT region, amount) FROM sale
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near ','.
SELECT COUNT(ALL region) AS n, COUNT(DISTINCT region) AS d FROM sale
GO
--> n int, d int
--> 3 | 2
-- STRING_AGG is no windowing function.
SELECT STRING_AGG(region, ',') OVER (PARTITION BY region) FROM sale
GO
--> Msg 4113, Level 15, State 1, Line 2: The function 'STRING_AGG' is not a valid windowing function, and cannot be used with the OVER clause.
-- A table variable's name is no correlation name.
DECLARE @t TABLE (a int)
SELECT @t.a FROM @t
GO
--> Msg 137, Level 15, State 2, Line 3: Must declare the scalar variable "@t".
DECLARE @i int = 1
SELECT @i.a
GO
--> Msg 258, Level 15, State 1, Line 2: Cannot call methods on int.
