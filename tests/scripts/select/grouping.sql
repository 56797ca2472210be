SET NOCOUNT ON
GO
CREATE TABLE sale (region varchar(5) NULL, product varchar(5) NOT NULL, qty int NULL, price decimal(8,2) NOT NULL)
INSERT sale VALUES ('N', 'pen', 3, 1.50), ('N', 'ink', 1, 4.00), ('S', 'pen', NULL, 1.50), ('S', 'pen', 2, 1.25), (NULL, 'ink', 5, 4.00)
GO
-- NULLs make one group, and it sorts first.
SELECT region, COUNT(*) AS rows, COUNT(qty) AS known, SUM(qty) AS total FROM sale GROUP BY region ORDER BY region
GO
--> region varchar(5), rows int, known int, total int
--> NULL | 1 | 1 | 5
--> 'N' | 2 | 2 | 4
--> 'S' | 2 | 1 | 2
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
-- Types of aggregates: SUM of decimal has 38 digits, AVG of int is an int and truncates, AVG of decimal has at least 6 decimals.
SELECT SUM(price) AS s, AVG(price) AS a, MIN(price) AS lo, MAX(product) AS hi, COUNT_BIG(*) AS big FROM sale
GO
--> s decimal(38,2), a decimal(38,6), lo decimal(8,2), hi varchar(5), big bigint
--> 12.25 | 2.450000 | 1.25 | 'pen' | 5
SELECT AVG(v) AS a, AVG(CAST(v AS bigint)) AS b, AVG(1.0 * v) AS c FROM (VALUES (1), (2), (2)) x (v)
GO
--> a int, b bigint, c numeric(38,6)
--> 1 | 1 | 1.666666
-- DISTINCT inside an aggregate.
SELECT COUNT(DISTINCT price) AS n, SUM(DISTINCT price) AS s FROM sale
GO
--> n int, s decimal(38,2)
--> 3 | 6.75
-- HAVING filters groups and may use aggregates that are not selected.
SELECT product FROM sale GROUP BY product HAVING COUNT(*) > 2
GO
--> product varchar(5)!
--> 'pen'
-- An aggregate over no rows: one row without GROUP BY, none with it.
SELECT COUNT(*) AS n, SUM(qty) AS s, MAX(price) AS m FROM sale WHERE 1 = 0
SELECT COUNT(*) AS n FROM sale WHERE 1 = 0 GROUP BY region
GO
--> n int, s int, m decimal(8,2)
--> 0 | NULL | NULL
--> n int
-- GROUP BY an expression; the select list may repeat it.
SELECT UPPER(LEFT(product, 1)) AS initial, COUNT(*) AS n FROM sale GROUP BY UPPER(LEFT(product, 1)) ORDER BY initial
GO
--> initial varchar(1), n int
--> 'I' | 2
--> 'P' | 3
-- Strings group by the collation and the case of any of them is shown.
SELECT COUNT(*) AS n FROM (VALUES ('a'), ('A'), ('a ')) x (v) GROUP BY v
GO
--> n int
--> 3
-- HAVING without GROUP BY.
SELECT COUNT(*) AS n FROM sale HAVING COUNT(*) > 10
GO
--> n int
-- A column outside the groups is refused.
SELECT product, qty FROM sale GROUP BY product
GO
--> Msg 8120, Level 16, State 1, Line 2: Column 'sale.qty' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
SELECT product FROM sale GROUP BY product HAVING qty > 1
GO
--> Msg 8121, Level 16, State 1, Line 1: Column 'sale.qty' is invalid in the HAVING clause because it is not contained in either an aggregate function or the GROUP BY clause.
SELECT product FROM sale GROUP BY product ORDER BY qty
GO
--> Msg 8127, Level 16, State 1, Line 1: Column "sale.qty" is invalid in the ORDER BY clause because it is not contained in either an aggregate function or the GROUP BY clause.
SELECT product, COUNT(*) FROM sale
GO
--> Msg 8120, Level 16, State 1, Line 1: Column 'sale.product' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
-- No aggregate in WHERE.
SELECT product FROM sale WHERE COUNT(*) > 1 GROUP BY product
GO
--> Msg 147, Level 15, State 1, Line 2: An aggregate may not appear in the WHERE clause unless it is in a subquery contained in a HAVING clause or a select list, and the column being aggregated is an outer reference.
-- No aggregate of an aggregate.
SELECT SUM(COUNT(*)) FROM sale GROUP BY product
GO
--> Msg 130, Level 15, State 1, Line 2: Cannot perform an aggregate function on an expression containing an aggregate or a subquery.
-- The sum of ints is an int and can overflow.
SELECT SUM(v) AS s FROM (VALUES (2147483647), (1)) x (v)
GO
--> s int
--> Msg 8115, Level 16, State 2, Line 2: Arithmetic overflow error converting expression to data type int.
-- A bit cannot be summed.
SELECT SUM(CAST(1 AS bit))
GO
--> Msg 8117, Level 16, State 1, Line 2: Operand data type bit is invalid for sum operator.
SELECT AVG(product) FROM sale
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type varchar is invalid for avg operator.

-- A grouped column may be selected under another collation, but a key with a collation of its own is no column.
CREATE TABLE #g (d varchar(10) COLLATE Latin1_General_CI_AS, n int)
INSERT #g VALUES ('a', 1), ('A', 2), ('b', 3)
SELECT LOWER(d COLLATE Latin1_General_BIN2) AS d, COUNT(*) AS n FROM #g GROUP BY d HAVING d COLLATE Latin1_General_BIN2 LIKE '[A-z]' ORDER BY d COLLATE Latin1_General_BIN2 DESC
SELECT LOWER(d COLLATE Latin1_General_BIN2) AS d, SUM(n) AS n FROM #g GROUP BY d WITH ROLLUP
SELECT d FROM #g GROUP BY d COLLATE Latin1_General_BIN2
GO
--> d varchar(10), n int
--> 'b' | 1
--> 'a' | 2
--> d varchar(10), n int
--> 'a' | 3
--> 'b' | 3
--> NULL | 6
--> Msg 8120, Level 16, State 1, Line 7: Column '#g.d' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.

-- EXISTS asks for rows: a star names no columns there, also of a grouped query.
CREATE TABLE #d (a int, b int)
INSERT #d VALUES (1, 1), (1, 2), (2, 3)
IF EXISTS (SELECT * FROM #d GROUP BY a HAVING COUNT(*) > 1) SELECT 'twice' AS found
IF NOT EXISTS (SELECT * FROM #d HAVING COUNT(*) > 3) SELECT 'no more' AS found
SELECT a, b FROM #d AS o WHERE EXISTS (SELECT o.a, * FROM #d AS i WHERE i.a = o.a GROUP BY i.a HAVING COUNT(*) = 2)
IF EXISTS (SELECT b FROM #d GROUP BY a) SELECT 'never' AS found
GO
--> found varchar(5)!
--> 'twice'
--> found varchar(7)!
--> 'no more'
--> a int, b int
--> 1 | 1
--> 1 | 2
--> Msg 8120, Level 16, State 1, Line 8: Column '#d.b' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
