-- Joins that hold by one of several equalities: each pair once, rows of outer joins once, and no comparing of all pairs.
SET NOCOUNT ON
CREATE TABLE a (id int, mail varchar(20) NULL, phone varchar(20) NULL, n int NULL)
CREATE TABLE b (id int, mail nvarchar(20) NULL, phone varchar(20) NULL, n int NULL)
INSERT a VALUES (1, 'a@x', '1', 1), (2, 'b@x', NULL, 2), (3, NULL, '3', NULL), (4, NULL, NULL, 7), (5, 'e@x', '5', 5)
INSERT b VALUES (1, N'A@x', '1', 1), (2, N'z@x', '1', 2), (3, N'b@x', '3', 3), (4, NULL, NULL, NULL), (6, N'q@x', '9', 6)
GO
SELECT a.id, b.id FROM a JOIN b ON a.mail = b.mail OR a.phone = b.phone ORDER BY a.id, b.id
SELECT a.id, b.id FROM a LEFT JOIN b ON (a.mail = b.mail OR a.phone = b.phone) AND b.n < 3 ORDER BY a.id, b.id
SELECT a.id, b.id FROM a RIGHT JOIN b ON a.mail = b.mail OR a.phone = b.phone ORDER BY b.id, a.id
SELECT a.id, b.id FROM a FULL JOIN b ON a.mail = b.mail OR (a.n = b.n AND a.phone = b.phone) ORDER BY a.id, b.id
SELECT a.id, b.id FROM a JOIN b ON b.n IN (a.n, a.id) ORDER BY a.id, b.id
SELECT a.id, b.id FROM a JOIN b ON b.n NOT IN (a.n, a.id) ORDER BY a.id, b.id
SELECT a.id FROM a WHERE EXISTS (SELECT * FROM b WHERE b.mail = a.mail OR b.phone = a.phone) ORDER BY id
SELECT a.id FROM a WHERE NOT EXISTS (SELECT * FROM b WHERE (b.mail = a.mail OR b.phone = a.phone) AND b.id <> 3) ORDER BY id
SELECT a.id, COUNT(b.id) AS n FROM a LEFT JOIN b ON a.mail = b.mail OR UPPER(a.phone) = UPPER(b.phone) OR a.n = b.n GROUP BY a.id ORDER BY a.id
SELECT a.id, c.id, b.id FROM a JOIN a AS c ON c.id = a.id + 1 LEFT JOIN b ON b.mail = a.mail OR b.phone = c.phone ORDER BY a.id, b.id
GO
--> id int, id int
--> 1 | 1
--> 1 | 2
--> 2 | 3
--> 3 | 3
--> id int, id int
--> 1 | 1
--> 1 | 2
--> 2 | NULL
--> 3 | NULL
--> 4 | NULL
--> 5 | NULL
--> id int, id int
--> 1 | 1
--> 1 | 2
--> 2 | 3
--> 3 | 3
--> NULL | 4
--> NULL | 6
--> id int, id int
--> NULL | 2
--> NULL | 4
--> NULL | 6
--> 1 | 1
--> 2 | 3
--> 3 | NULL
--> 4 | NULL
--> 5 | NULL
--> id int, id int
--> 1 | 1
--> 2 | 2
--> 3 | 3
--> id int, id int
--> 1 | 2
--> 1 | 3
--> 1 | 6
--> 2 | 1
--> 2 | 3
--> 2 | 6
--> 4 | 1
--> 4 | 2
--> 4 | 3
--> 4 | 6
--> 5 | 1
--> 5 | 2
--> 5 | 3
--> 5 | 6
--> id int
--> 1
--> 2
--> 3
--> id int
--> 2
--> 3
--> 4
--> 5
--> id int, n int
--> 1 | 2
--> 2 | 2
--> 3 | 1
--> 4 | 0
--> 5 | 0
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> id int, id int, id int
--> 1 | 2 | 1
--> 2 | 3 | 3
--> 3 | 4 | NULL
--> 4 | 5 | NULL
-- The joined rows may be changed.
UPDATE a SET n = b.id * 100 FROM a JOIN b ON a.mail = b.mail OR a.n = b.n WHERE b.id <> 2
SELECT id, n FROM a ORDER BY id
DELETE a FROM a LEFT JOIN b ON a.mail = b.mail OR a.phone = b.phone WHERE b.id IS NULL
SELECT id FROM a ORDER BY id
MERGE a USING b ON a.mail = b.mail OR a.id = b.id
WHEN MATCHED AND b.id <> 3 THEN UPDATE SET n = b.n
WHEN NOT MATCHED THEN INSERT VALUES (b.id + 10, b.mail, b.phone, b.n)
WHEN NOT MATCHED BY SOURCE THEN DELETE;
SELECT id, mail, n FROM a ORDER BY id
GO
--> id int, n int
--> 1 | 100
--> 2 | 300
--> 3 | NULL
--> 4 | 7
--> 5 | 5
--> id int
--> 1
--> 2
--> 3
--> id int, mail varchar(20), n int
--> 1 | 'a@x' | 1
--> 2 | 'b@x' | 2
--> 3 | NULL | NULL
--> 14 | NULL | NULL
--> 16 | 'q@x' | 6
DECLARE @a TABLE (id int PRIMARY KEY, x int, y int)
INSERT @a SELECT value, value, value + 1 FROM GENERATE_SERIES(1, 4000)
SELECT COUNT(*) AS pairs FROM @a a JOIN @a b ON a.x = b.x OR a.y = b.x
SELECT COUNT(*) AS pairs, COUNT(b.id) AS matched FROM @a a LEFT JOIN @a b ON a.x = b.y OR a.y = b.x + 3999
SELECT COUNT(*) AS none FROM @a a WHERE NOT EXISTS (SELECT 1 FROM @a b WHERE b.x = a.y OR b.x = a.x - 1)
GO
--> pairs int
--> 7999
--> pairs int, matched int
--> 4002 | 4001
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> none int
--> 0
