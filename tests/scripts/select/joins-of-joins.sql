-- RIGHT and FULL joins whose side is itself a join are looked up without an index too: with 5,000 rows a source these would take minutes.
SET NOCOUNT ON
CREATE TABLE a (id int, s varchar(20), x int)
CREATE TABLE b (id int, s varchar(20), y int, twice AS y * 2)
CREATE TABLE c (id int, s varchar(20), z int)
INSERT a SELECT value, CONCAT('K', value), value FROM GENERATE_SERIES(1, 5000)
INSERT b SELECT value + 1000, CONCAT('k', value + 1000), value FROM GENERATE_SERIES(1, 5000)
INSERT c SELECT value + 3000, CONCAT('k', value + 3000), value FROM GENERATE_SERIES(1, 5000)
GO
SELECT COUNT(*) AS n, COUNT(a.id) AS a, COUNT(b.id) AS b, COUNT(c.id) AS c, MAX(twice) AS twice FROM a JOIN b ON a.id = b.id RIGHT JOIN c ON c.id = a.id
SELECT COUNT(*) AS n, COUNT(a.id) AS a, COUNT(b.id) AS b, COUNT(c.id) AS c, MAX(twice) AS twice FROM a LEFT JOIN b ON a.s = b.s RIGHT JOIN c ON c.s = b.s
SELECT COUNT(*) AS n, COUNT(a.id) AS a, COUNT(b.id) AS b, COUNT(c.id) AS c FROM a JOIN b ON a.id = b.id FULL JOIN c ON c.id = b.id
SELECT COUNT(*) AS n, COUNT(a.id) AS a, COUNT(b.id) AS b, COUNT(c.id) AS c FROM a FULL JOIN b ON a.id = b.id FULL JOIN c ON c.id = COALESCE(a.id, b.id)
SELECT COUNT(*) AS n, COUNT(a.id) AS a, COUNT(b.id) AS b, COUNT(c.id) AS c FROM a FULL JOIN b ON a.s = b.s FULL JOIN c ON c.s = COALESCE(b.s, a.s) WHERE a.x IS NULL OR a.x > 100
SELECT COUNT(*) AS n, COUNT(a.id) AS a, COUNT(b.id) AS b, COUNT(c.id) AS c FROM c FULL JOIN (a JOIN b ON a.id = b.id) ON c.id = b.id
SELECT COUNT(*) AS n, COUNT(k.id) AS k FROM a FULL JOIN b ON a.id = b.id FULL JOIN c ON c.id = b.id FULL JOIN a AS k ON k.id = c.id
GO
--> n int, a int, b int, c int, twice int
--> 5000 | 2000 | 2000 | 5000 | 8000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, a int, b int, c int, twice int
--> 5000 | 2000 | 2000 | 5000 | 8000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, a int, b int, c int
--> 7000 | 4000 | 4000 | 5000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, a int, b int, c int
--> 8000 | 5000 | 5000 | 5000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, a int, b int, c int
--> 7900 | 4900 | 5000 | 5000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, a int, b int, c int
--> 7000 | 4000 | 4000 | 5000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, k int
--> 11000 | 5000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
DELETE a WHERE id NOT IN (2000, 3500, 4500)
DELETE b WHERE id NOT IN (2000, 3500, 5500)
DELETE c WHERE id NOT IN (3500, 5500, 7500)
INSERT a VALUES (NULL, 'nothing', 0)
INSERT b (id, s, y) VALUES (NULL, 'nothing', 0)
INSERT c VALUES (NULL, 'nothing', 0)
GO
SELECT a.id AS a, b.id AS b, b.twice, c.id AS c FROM a JOIN b ON a.id = b.id RIGHT JOIN c ON c.id = a.id ORDER BY c.id, a.id
SELECT a.id AS a, b.id AS b, b.twice, c.id AS c FROM a LEFT JOIN b ON a.id = b.id RIGHT JOIN c ON c.id = b.id AND c.z > 1000 ORDER BY c.id, a.id
SELECT a.id AS a, b.id AS b, b.twice, c.id AS c FROM a FULL JOIN b ON a.id = b.id FULL JOIN c ON c.id = b.id ORDER BY a.s, b.s, c.s
SELECT a.id AS a, b.s AS b, c.s AS c FROM a FULL JOIN b ON a.s = b.s RIGHT JOIN c ON c.s = b.s ORDER BY a.id, b.s, c.s
SELECT a.id, (SELECT COUNT(*) FROM a AS k JOIN b ON k.id = b.id FULL JOIN c ON c.id = k.id AND k.id = a.id) AS n FROM a ORDER BY a.id
SELECT a.id AS a, b.id AS b, c.id AS c FROM a JOIN b ON a.id = b.id FULL JOIN c ON c.id = b.id AND EXISTS (SELECT 1 FROM a AS k WHERE k.id = a.id) ORDER BY a.id, c.id
-- The joined rows may be changed.
UPDATE b SET y = -1 FROM a FULL JOIN b ON a.id = b.id FULL JOIN c ON c.id = b.id WHERE c.id IS NULL
UPDATE a SET x = c.z FROM a JOIN b ON a.id = b.id RIGHT JOIN c ON c.id = a.id
DELETE c FROM a JOIN b ON a.id = b.id FULL JOIN c ON c.id = b.id WHERE a.id IS NULL AND c.id IS NOT NULL
SELECT id, x FROM a ORDER BY id
SELECT id, y FROM b ORDER BY id
SELECT id, z FROM c ORDER BY id
GO
--> a int, b int, twice int, c int
--> NULL | NULL | NULL | NULL
--> 3500 | 3500 | 5000 | 3500
--> NULL | NULL | NULL | 5500
--> NULL | NULL | NULL | 7500
--> a int, b int, twice int, c int
--> NULL | NULL | NULL | NULL
--> NULL | NULL | NULL | 3500
--> NULL | NULL | NULL | 5500
--> NULL | NULL | NULL | 7500
--> a int, b int, twice int, c int
--> NULL | NULL | NULL | 7500
--> NULL | NULL | NULL | NULL
--> NULL | 5500 | 9000 | 5500
--> NULL | NULL | 0 | NULL
--> 2000 | 2000 | 2000 | NULL
--> 3500 | 3500 | 5000 | 3500
--> 4500 | NULL | NULL | NULL
--> NULL | NULL | NULL | NULL
--> a int, b varchar(20), c varchar(20)
--> NULL | NULL | 'k7500'
--> NULL | 'k5500' | 'k5500'
--> NULL | 'nothing' | 'nothing'
--> 3500 | 'k3500' | 'k3500'
--> id int, n int
--> NULL | 6
--> 2000 | 6
--> 3500 | 5
--> 4500 | 6
--> a int, b int, c int
--> NULL | NULL | NULL
--> NULL | NULL | 5500
--> NULL | NULL | 7500
--> 2000 | 2000 | NULL
--> 3500 | 3500 | 3500
--> id int, x int
--> NULL | 0
--> 2000 | 2000
--> 3500 | 500
--> 4500 | 4500
--> id int, y int
--> NULL | -1
--> 2000 | -1
--> 3500 | 2500
--> 5500 | 4500
--> id int, z int
--> NULL | 0
--> 3500 | 500
