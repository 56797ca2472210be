SET NOCOUNT ON
GO
CREATE TABLE sale (region varchar(5) NOT NULL, product varchar(5) NOT NULL, amount int NOT NULL)
INSERT sale VALUES ('N', 'a', 1), ('N', 'b', 2), ('S', 'a', 8)
GO
-- ORDER BY takes GROUPING() of a column, which is not selected.
SELECT region, product, SUM(amount) AS total
FROM sale
GROUP BY GROUPING SETS ((region, product), (region), ())
ORDER BY GROUPING(region), region, GROUPING(product), product
GO
--> region varchar(5), product varchar(5), total int
--> 'N' | 'a' | 1
--> 'N' | 'b' | 2
--> 'N' | NULL | 3
--> 'S' | 'a' | 8
--> 'S' | NULL | 8
--> NULL | NULL | 11
-- One GROUPING() is not taken for another that is selected too.
SELECT GROUPING(region) AS r, GROUPING(product) AS p, SUM(amount) AS total
FROM sale
GROUP BY CUBE (region, product)
ORDER BY GROUPING(product), GROUPING(region), SUM(amount)
GO
--> r tinyint, p tinyint, total int
--> 0 | 0 | 1
--> 0 | 0 | 2
--> 0 | 0 | 8
--> 1 | 0 | 2
--> 1 | 0 | 9
--> 0 | 1 | 3
--> 0 | 1 | 8
--> 1 | 1 | 11
-- DISTINCT looks at the rows of all sets.
SELECT DISTINCT region FROM sale GROUP BY ROLLUP (region, product) ORDER BY region DESC
GO
--> region varchar(5)
--> 'S'
--> 'N'
--> NULL
-- TOP counts them, too.
SELECT TOP (1) WITH TIES product, SUM(amount) AS total FROM sale GROUP BY ROLLUP (product) ORDER BY GROUPING(product) DESC
GO
--> product varchar(5), total int
--> NULL | 11
-- One group of all rows is there without an aggregate, too, also over no rows.
SELECT 'all' AS x FROM sale GROUP BY ()
SELECT 'some' AS x FROM sale HAVING COUNT(*) > 2
SELECT 'none' AS x FROM sale WHERE amount > 100 HAVING COUNT(*) = 0
SELECT 'never' AS x FROM sale HAVING COUNT(*) > 3
GO
--> x varchar(3)!
--> 'all'
--> x varchar(4)!
--> 'some'
--> x varchar(4)!
--> 'none'
--> x varchar(5)!
