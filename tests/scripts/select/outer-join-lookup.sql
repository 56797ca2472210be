-- FULL and RIGHT joins without an index are looked up: with 10,000 rows a side these would take minutes.
SET NOCOUNT ON
CREATE TABLE a (id int, s varchar(20), x int)
CREATE TABLE b (id int, s varchar(20), y int, twice AS y * 2)
INSERT a SELECT value, CONCAT('K', value), value FROM GENERATE_SERIES(1, 10000)
INSERT b SELECT value + 5000, CONCAT('k', value + 5000), value FROM GENERATE_SERIES(1, 10000)
GO
SELECT COUNT(*) AS n, SUM(IIF(a.id IS NULL, 1, 0)) AS no_a, SUM(IIF(b.id IS NULL, 1, 0)) AS no_b, MAX(twice) AS twice FROM a FULL JOIN b ON a.id = b.id
SELECT COUNT(*) AS n, SUM(IIF(a.id IS NULL, 1, 0)) AS no_a, SUM(IIF(b.id IS NULL, 1, 0)) AS no_b FROM a FULL JOIN b ON a.s = b.s
SELECT COUNT(*) AS n, SUM(IIF(a.id IS NULL, 1, 0)) AS no_a FROM a RIGHT JOIN b ON a.s = b.s AND a.x > 5005
DECLARE @a TABLE (id int, s nvarchar(20)); DECLARE @b TABLE (id int, s nvarchar(20))
INSERT @a SELECT id, s FROM a
INSERT @b SELECT id, s FROM b
SELECT COUNT(*) AS n, SUM(IIF(a.id IS NULL, 1, 0)) AS no_a, SUM(IIF(b.id IS NULL, 1, 0)) AS no_b FROM @a a FULL JOIN @b b ON a.s = b.s
SELECT COUNT(*) AS n, SUM(IIF(a.id IS NULL, 1, 0)) AS no_a FROM @a a RIGHT JOIN @b b ON a.id = b.id
SELECT TOP (2) WITH TIES a.s, b.s FROM a FULL JOIN b ON a.s = b.s ORDER BY b.y, a.x
GO
--> n int, no_a int, no_b int, twice int
--> 15000 | 5000 | 5000 | 20000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, no_a int, no_b int
--> 15000 | 5000 | 5000
--> n int, no_a int
--> 10000 | 5005
--> n int, no_a int, no_b int
--> 15000 | 5000 | 5000
--> n int, no_a int
--> 10000 | 5000
--> s varchar(20), s varchar(20)
--> 'K1' | NULL
--> 'K2' | NULL
DELETE a WHERE id > 3 AND id < 9999
DELETE b WHERE id > 5002 AND id < 14999 AND id NOT IN (9999, 10000)
INSERT a VALUES (NULL, NULL, 0), (9999, 'K9999', 0)
INSERT b (id, s, y) VALUES (NULL, NULL, 0), (9999, 'other', 0)
SELECT a.id, b.id, a.x, b.y, b.twice FROM a FULL JOIN b ON a.id = b.id AND b.s <> 'other' ORDER BY a.id, a.x, b.id, b.y
SELECT a.id, b.id, c.id FROM a RIGHT JOIN b ON a.id = b.id FULL JOIN a c ON c.id = b.id AND c.x > 0 ORDER BY a.id, a.x, b.id, b.y, c.id
SELECT a.id, (SELECT COUNT(*) FROM a k FULL JOIN b m ON k.id = m.id AND k.id = a.id) AS n FROM a WHERE x = 0 OR x = 1 ORDER BY a.id
-- The joined rows may be changed.
UPDATE a SET x = -1 FROM b FULL JOIN a ON a.id = b.id WHERE b.id IS NULL
DELETE b FROM a FULL JOIN b ON a.id = b.id WHERE a.id IS NULL
SELECT id, x FROM a ORDER BY id, x
SELECT id, y FROM b ORDER BY id, y
GO
--> id int, id int, x int, y int, twice int
--> NULL | NULL | NULL | 0 | 0
--> NULL | 5001 | NULL | 1 | 2
--> NULL | 5002 | NULL | 2 | 4
--> NULL | 9999 | NULL | 0 | 0
--> NULL | 14999 | NULL | 9999 | 19998
--> NULL | 15000 | NULL | 10000 | 20000
--> NULL | NULL | 0 | NULL | NULL
--> 1 | NULL | 1 | NULL | NULL
--> 2 | NULL | 2 | NULL | NULL
--> 3 | NULL | 3 | NULL | NULL
--> 9999 | 9999 | 0 | 4999 | 9998
--> 9999 | 9999 | 9999 | 4999 | 9998
--> 10000 | 10000 | 10000 | 5000 | 10000
--> id int, id int, id int
--> NULL | NULL | NULL
--> NULL | NULL | 1
--> NULL | NULL | 2
--> NULL | NULL | 3
--> NULL | NULL | 9999
--> NULL | NULL | NULL
--> NULL | 5001 | NULL
--> NULL | 5002 | NULL
--> NULL | 14999 | NULL
--> NULL | 15000 | NULL
--> 9999 | 9999 | 9999
--> 9999 | 9999 | 9999
--> 9999 | 9999 | 9999
--> 9999 | 9999 | 9999
--> 10000 | 10000 | 10000
--> id int, n int
--> NULL | 15
--> 1 | 15
--> 9999 | 15
--> id int, x int
--> NULL | -1
--> 1 | -1
--> 2 | -1
--> 3 | -1
--> 9999 | 0
--> 9999 | 9999
--> 10000 | 10000
--> id int, y int
--> 9999 | 0
--> 9999 | 4999
--> 10000 | 5000
