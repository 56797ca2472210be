-- The idioms that join NULL with NULL: they find the same pairs, and are looked up too.
SET NOCOUNT ON
CREATE TABLE a (id int, x int NULL, s varchar(10) NULL)
CREATE TABLE b (id int, x int NULL, s nvarchar(10) NULL)
INSERT a VALUES (1, 1, 'one'), (2, NULL, 'two'), (3, NULL, NULL), (4, 4, NULL), (5, 0, '')
INSERT b VALUES (1, 1, N'ONE'), (2, NULL, N'Two '), (3, NULL, NULL), (4, 4, NULL), (6, NULL, N'six')
GO
SELECT a.id, b.id FROM a LEFT JOIN b ON a.x = b.x OR (a.x IS NULL AND b.x IS NULL) ORDER BY a.id, b.id
SELECT a.id, b.id FROM a FULL JOIN b ON (b.s IS NULL AND a.s IS NULL) OR a.s = b.s ORDER BY a.id, b.id
SELECT a.id, b.id FROM a JOIN b ON EXISTS (SELECT a.x, a.s INTERSECT SELECT b.x, b.s) ORDER BY a.id
SELECT a.id, b.id FROM a LEFT JOIN b ON NOT EXISTS (SELECT a.x, a.s EXCEPT SELECT b.x, b.s) ORDER BY a.id
SELECT a.id, b.id FROM a LEFT JOIN b ON a.x IS NOT DISTINCT FROM b.x AND a.s IS NOT DISTINCT FROM b.s ORDER BY a.id
SELECT a.id FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.x = a.x OR (b.x IS NULL AND a.x IS NULL)) ORDER BY a.id
-- Only where a condition must hold is unknown the same as false.
SELECT a.id, b.id, CASE WHEN NOT (a.x = b.x OR (a.x IS NULL AND b.x IS NULL)) THEN 'differs' END AS shown FROM a JOIN b ON b.id = a.id + 1 ORDER BY a.id
GO
--> id int, id int
--> 1 | 1
--> 2 | 2
--> 2 | 3
--> 2 | 6
--> 3 | 2
--> 3 | 3
--> 3 | 6
--> 4 | 4
--> 5 | NULL
--> id int, id int
--> NULL | 6
--> 1 | 1
--> 2 | 2
--> 3 | 3
--> 3 | 4
--> 4 | 3
--> 4 | 4
--> 5 | NULL
--> id int, id int
--> 1 | 1
--> 2 | 2
--> 3 | 3
--> 4 | 4
--> id int, id int
--> 1 | 1
--> 2 | 2
--> 3 | 3
--> 4 | 4
--> 5 | NULL
--> id int, id int
--> 1 | 1
--> 2 | 2
--> 3 | 3
--> 4 | 4
--> 5 | NULL
--> id int
--> 5
--> id int, id int, shown varchar(7)
--> 1 | 2 | NULL
--> 2 | 3 | NULL
--> 3 | 4 | NULL
--> 5 | 6 | NULL
-- Rows that an outer join supplies have NULL, and a computed value of that.
SELECT a.id, b.id, ISNULL(b.x, 0) AS x, c.id FROM a LEFT JOIN b ON ISNULL(b.x, 0) = a.x LEFT JOIN b AS c ON ISNULL(c.x, 0) = ISNULL(b.x, 0) ORDER BY a.id, b.id, c.id
SELECT ISNULL(b.x, 0) AS x, COUNT(*) AS n FROM a LEFT JOIN b ON ISNULL(b.x, 0) = a.x WHERE ISNULL(b.x, 0) = 0 GROUP BY ISNULL(b.x, 0)
GO
--> id int, id int, x int!, id int
--> 1 | 1 | 1 | 1
--> 2 | NULL | 0 | 2
--> 2 | NULL | 0 | 3
--> 2 | NULL | 0 | 6
--> 3 | NULL | 0 | 2
--> 3 | NULL | 0 | 3
--> 3 | NULL | 0 | 6
--> 4 | 4 | 4 | 4
--> 5 | 2 | 0 | 2
--> 5 | 2 | 0 | 3
--> 5 | 2 | 0 | 6
--> 5 | 3 | 0 | 2
--> 5 | 3 | 0 | 3
--> 5 | 3 | 0 | 6
--> 5 | 6 | 0 | 2
--> 5 | 6 | 0 | 3
--> 5 | 6 | 0 | 6
--> x int!, n int
--> 0 | 5
-- MERGE and UPDATE by them.
UPDATE a SET x = 100 + b.id FROM a JOIN b ON EXISTS (SELECT a.x, a.s INTERSECT SELECT b.x, b.s)
SELECT id, x, s FROM a ORDER BY id
MERGE a USING b ON a.s = b.s OR (a.s IS NULL AND b.s IS NULL AND a.id = b.id)
WHEN MATCHED AND EXISTS (SELECT a.x EXCEPT SELECT b.x) THEN UPDATE SET x = b.x
WHEN NOT MATCHED THEN INSERT VALUES (b.id, b.x, b.s)
WHEN NOT MATCHED BY SOURCE THEN DELETE
OUTPUT $action, deleted.id, inserted.id;
SELECT id, x, s FROM a ORDER BY id
GO
--> id int, x int, s varchar(10)
--> 1 | 101 | 'one'
--> 2 | 102 | 'two'
--> 3 | 103 | NULL
--> 4 | 104 | NULL
--> 5 | 0 | ''
--> $action nvarchar(10)!, id int, id int
--> 'UPDATE' | 1 | 1
--> 'UPDATE' | 2 | 2
--> 'UPDATE' | 3 | 3
--> 'UPDATE' | 4 | 4
--> 'INSERT' | NULL | 6
--> 'DELETE' | 5 | NULL
--> id int, x int, s varchar(10)
--> 1 | 1 | 'one'
--> 2 | NULL | 'two'
--> 3 | NULL | NULL
--> 4 | 4 | NULL
--> 6 | NULL | 'six'
DECLARE @n TABLE (id int, x int NULL)
INSERT @n SELECT value, NULLIF(value, 7) FROM GENERATE_SERIES(1, 4000)
SELECT COUNT(*) AS pairs FROM @n a JOIN @n b ON a.x = b.x OR (a.x IS NULL AND b.x IS NULL)
SELECT COUNT(*) AS pairs FROM @n a LEFT JOIN @n b ON EXISTS (SELECT a.x, a.id INTERSECT SELECT b.x, b.id)
SELECT COUNT(*) AS missing FROM @n a WHERE NOT EXISTS (SELECT 1 FROM @n b WHERE NOT EXISTS (SELECT a.x EXCEPT SELECT b.x))
GO
--> pairs int
--> 4000
--> pairs int
--> 4000
--> missing int
--> 0
