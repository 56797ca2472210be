-- ROLLUP without ORDER BY yields each subtotal after its rows, also when a key itself is NULL.
CREATE TABLE sales (country varchar(10), region varchar(20), amount int);
INSERT sales VALUES ('Canada', 'Alberta', 100), ('Canada', 'British Columbia', 200), ('Canada', 'British Columbia', 300), ('Canada', NULL, 5), ('US', 'Montana', 100);
SELECT country, region, SUM(amount) AS total FROM sales GROUP BY ROLLUP (country, region);
SELECT CASE WHEN GROUPING(country) = 1 THEN 'All' ELSE country END AS country, COUNT(*) AS n FROM sales GROUP BY country WITH ROLLUP;
SELECT region, COUNT(*) AS n FROM sales GROUP BY ROLLUP (country, region) HAVING COUNT(*) > 1;
GO
--> (5 rows)
--> country varchar(10), region varchar(20), total int
--> 'Canada' | NULL | 5
--> 'Canada' | 'Alberta' | 100
--> 'Canada' | 'British Columbia' | 500
--> 'Canada' | NULL | 605
--> 'US' | 'Montana' | 100
--> 'US' | NULL | 100
--> NULL | NULL | 705
--> country varchar(10), n int
--> 'Canada' | 4
--> 'US' | 1
--> 'All' | 5
--> region varchar(20), n int
--> 'British Columbia' | 2
--> NULL | 4
--> NULL | 5
