SET NOCOUNT ON
GO
CREATE TABLE a (id int NOT NULL, v int NULL)
CREATE TABLE b (v int NULL)
INSERT a VALUES (1, 10), (2, 20), (3, NULL)
INSERT b VALUES (10), (NULL)
GO
-- IN with a list and with a query.
SELECT id FROM a WHERE v IN (10, 30, NULL)
SELECT id FROM a WHERE v IN (SELECT v FROM b)
GO
--> id int!
--> 1
--> id int!
--> 1
-- NOT IN with a NULL in the list finds nothing.
SELECT id FROM a WHERE v NOT IN (10, NULL)
SELECT id FROM a WHERE v NOT IN (SELECT v FROM b)
SELECT id FROM a WHERE v NOT IN (SELECT v FROM b WHERE v IS NOT NULL)
GO
--> id int!
--> id int!
--> id int!
--> 2
-- NOT IN over nothing is true, even for NULL.
SELECT id FROM a WHERE v NOT IN (SELECT v FROM b WHERE 1 = 0) ORDER BY id
GO
--> id int!
--> 1
--> 2
--> 3
-- EXISTS asks for rows only; its select list does not matter.
SELECT id FROM a WHERE EXISTS (SELECT * FROM b WHERE b.v = a.v)
SELECT id FROM a WHERE NOT EXISTS (SELECT 1 / 0 FROM b WHERE b.v = a.v) ORDER BY id
SELECT COUNT(*) AS n FROM a WHERE EXISTS (SELECT NULL)
GO
--> id int!
--> 1
--> id int!
--> 2
--> 3
--> n int
--> 3
-- INTERSECT inside EXISTS compares with NULL equal to NULL.
SELECT id FROM a WHERE EXISTS (SELECT a.v INTERSECT SELECT v FROM b) ORDER BY id
GO
--> id int!
--> 1
--> 3
-- IS DISTINCT FROM does as well.
SELECT id FROM a WHERE v IS NOT DISTINCT FROM NULL
SELECT id FROM a WHERE v IS DISTINCT FROM 10 ORDER BY id
GO
--> id int!
--> 3
--> id int!
--> 2
--> 3
-- IN converts by type precedence: a string list meets an int column.
SELECT id FROM a WHERE v IN ('10', '20') ORDER BY id
GO
--> id int!
--> 1
--> 2
-- BETWEEN includes both ends and is false when they are reversed.
SELECT id FROM a WHERE v BETWEEN 10 AND 20 ORDER BY id
SELECT id FROM a WHERE v BETWEEN 20 AND 10
SELECT id FROM a WHERE v NOT BETWEEN 11 AND 19 ORDER BY id
GO
--> id int!
--> 1
--> 2
--> id int!
--> id int!
--> 1
--> 2
-- IN takes one column.
SELECT id FROM a WHERE v IN (SELECT v, v FROM b)
GO
--> Msg 116, Level 16, State 1, Line 2: Only one expression can be specified in the select list when the subquery is not introduced with EXISTS.
