-- Correlated subqueries without an index are looked up, not scanned for every row: with 20,000 rows these would take minutes.
CREATE TABLE big (id int PRIMARY KEY, g int, v int, s varchar(20));
INSERT big SELECT value, value % 4000, value, CONCAT('K', value % 5000) FROM GENERATE_SERIES(1, 20000);
SELECT COUNT(*) AS largest FROM big WHERE v = (SELECT MAX(v) FROM big b WHERE b.g = big.g);
SELECT COUNT(*) AS twins FROM big WHERE EXISTS (SELECT 1 FROM big b WHERE b.s = LOWER(big.s) AND b.id <> big.id);
SELECT COUNT(*) AS alone FROM big WHERE NOT EXISTS (SELECT 1 FROM big b LEFT JOIN big c ON c.id = b.id + 1 WHERE b.g = big.v AND c.id IS NOT NULL);
SELECT SUM(t.v) AS total FROM (SELECT DISTINCT g FROM big) d CROSS APPLY (SELECT TOP (1) v FROM big WHERE big.g = d.g ORDER BY v DESC) t;
UPDATE big SET v = (SELECT COUNT(*) FROM big b WHERE b.g = big.g) WHERE id <= 3;
SELECT id, v FROM big WHERE id <= 4 ORDER BY id;
GO
--> (20000 rows)
--> largest int
--> 4000
--> twins int
--> 20000
--> alone int
--> 16001
--> total int
--> 72002000
--> (3 rows)
--> id int!, v int
--> 1 | 5
--> 2 | 5
--> 3 | 5
--> 4 | 4
