-- A table without a key: the row that a cursor stands on is found again after it was changed, and a double of it is left alone.
CREATE TABLE dbo.Heap (name varchar(10) NULL, n int NULL, twice AS n * 2);
INSERT dbo.Heap (name, n) VALUES ('a', 1), ('a', 1), ('b', NULL);
DECLARE c CURSOR FOR SELECT name, n FROM dbo.Heap FOR UPDATE;
OPEN c;
FETCH NEXT FROM c;
UPDATE dbo.Heap SET n = n + 1 WHERE CURRENT OF c;
UPDATE dbo.Heap SET n += 10, name = name + '!' WHERE CURRENT OF c;
FETCH NEXT FROM c;
FETCH NEXT FROM c;
UPDATE dbo.Heap SET n = 5 WHERE CURRENT OF c;
DELETE dbo.Heap WHERE CURRENT OF c;
CLOSE c;
DEALLOCATE c;
SELECT * FROM dbo.Heap ORDER BY n;
GO
--> (3 rows)
--> name varchar(10), n int
--> 'a' | 1
--> (1 row)
--> (1 row)
--> name varchar(10), n int
--> 'a' | 1
--> name varchar(10), n int
--> 'b' | NULL
--> (1 row)
--> (1 row)
--> name varchar(10), n int, twice int
--> 'a' | 1 | 2
--> 'a!' | 12 | 24
