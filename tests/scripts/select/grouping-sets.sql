SET NOCOUNT ON
GO
CREATE TABLE sale (region varchar(5) NOT NULL, product varchar(5) NOT NULL, qty int NOT NULL)
INSERT sale VALUES ('N', 'ink', 1), ('N', 'pen', 2), ('S', 'pen', 4), ('S', 'pen', 8)
GO
-- ROLLUP adds subtotals and the total.
SELECT region, product, SUM(qty) AS qty FROM sale GROUP BY ROLLUP (region, product) ORDER BY region, product
GO
--> region varchar(5), product varchar(5), qty int
--> NULL | NULL | 15
--> 'N' | NULL | 3
--> 'N' | 'ink' | 1
--> 'N' | 'pen' | 2
--> 'S' | NULL | 12
--> 'S' | 'pen' | 12
-- CUBE has every combination.
SELECT region, product, SUM(qty) AS qty FROM sale GROUP BY CUBE (region, product) ORDER BY region, product
GO
--> region varchar(5), product varchar(5), qty int
--> NULL | NULL | 15
--> NULL | 'ink' | 1
--> NULL | 'pen' | 14
--> 'N' | NULL | 3
--> 'N' | 'ink' | 1
--> 'N' | 'pen' | 2
--> 'S' | NULL | 12
--> 'S' | 'pen' | 12
-- GROUPING SETS lists them.
SELECT region, product, SUM(qty) AS qty FROM sale GROUP BY GROUPING SETS ((region), (product), ()) ORDER BY GROUPING(region), GROUPING(product), region, product
GO
--> region varchar(5), product varchar(5), qty int
--> 'N' | NULL | 3
--> 'S' | NULL | 12
--> NULL | 'ink' | 1
--> NULL | 'pen' | 14
--> NULL | NULL | 15
-- GROUPING tells a total from a NULL; GROUPING_ID packs them, leftmost highest.
SELECT region, GROUPING(region) AS g, GROUPING_ID(region, product) AS id, COUNT(*) AS n FROM sale GROUP BY ROLLUP (region, product) HAVING GROUPING(product) = 1 ORDER BY g, region
GO
--> region varchar(5), g tinyint, id int, n int
--> 'N' | 0 | 1 | 2
--> 'S' | 0 | 1 | 2
--> NULL | 1 | 3 | 4
-- Two items multiply.
SELECT region, product, SUM(qty) AS qty FROM sale GROUP BY region, ROLLUP (product) ORDER BY region, product
GO
--> region varchar(5), product varchar(5), qty int
--> 'N' | NULL | 3
--> 'N' | 'ink' | 1
--> 'N' | 'pen' | 2
--> 'S' | NULL | 12
--> 'S' | 'pen' | 12
-- The old spellings.
SELECT region, SUM(qty) AS qty FROM sale GROUP BY region WITH ROLLUP ORDER BY region
SELECT region, SUM(qty) AS qty FROM sale GROUP BY region WITH CUBE ORDER BY region
GO
--> region varchar(5), qty int
--> NULL | 15
--> 'N' | 3
--> 'S' | 12
--> region varchar(5), qty int
--> NULL | 15
--> 'N' | 3
--> 'S' | 12
-- The empty set alone is the total, even of nothing.
SELECT SUM(qty) AS qty FROM sale WHERE 1 = 0 GROUP BY ()
SELECT region, SUM(qty) AS qty FROM sale WHERE 1 = 0 GROUP BY ROLLUP (region)
GO
--> qty int
--> NULL
--> region varchar(5), qty int
--> NULL | NULL
-- Columns of one parenthesis move together.
SELECT region, product, SUM(qty) AS qty FROM sale GROUP BY ROLLUP ((region, product)) ORDER BY region, product
GO
--> region varchar(5), product varchar(5), qty int
--> NULL | NULL | 15
--> 'N' | 'ink' | 1
--> 'N' | 'pen' | 2
--> 'S' | 'pen' | 12
-- GROUPING needs a grouping column.
SELECT GROUPING(qty) FROM sale GROUP BY ROLLUP (region)
GO
--> Msg 8161, Level 16, State 1, Line 2: Argument 1 of the GROUPING function does not match any of the expressions in the GROUP BY clause.
