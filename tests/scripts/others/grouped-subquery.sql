-- A subquery in the select list of a grouped query may use only what is grouped by.
CREATE TABLE sale (id int PRIMARY KEY, shop int, day date, amount int);
INSERT sale VALUES (1, 1, '20240101', 5), (2, 1, '20240201', 6), (3, 2, '20240101', 7);
GO
--> (3 rows)
SELECT shop, (SELECT MAX(s.amount) FROM sale s WHERE s.shop = sale.shop) AS largest FROM sale GROUP BY shop ORDER BY shop;
SELECT YEAR(day) AS y, (SELECT COUNT(*) FROM sale s WHERE YEAR(s.day) = YEAR(sale.day)) AS n FROM sale GROUP BY YEAR(day);
GO
--> shop int, largest int
--> 1 | 6
--> 2 | 7
--> y int, n int
--> 2024 | 3
SELECT shop, (SELECT MAX(s.amount) FROM sale s WHERE s.id = sale.id) AS largest FROM sale GROUP BY shop;
GO
--> Msg 8120, Level 16, State 1, Line 1: Column 'sale.id' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
SELECT shop FROM sale GROUP BY shop HAVING EXISTS (SELECT 1 FROM sale s WHERE s.day = sale.day);
GO
--> Msg 8121, Level 16, State 1, Line 1: Column 'sale.day' is invalid in the HAVING clause because it is not contained in either an aggregate function or the GROUP BY clause.
