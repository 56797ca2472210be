-- Rows of OPENJSON and of other functions are looked up in joins, subqueries and MERGE: with 4,000 rows a side, comparing all pairs would take minutes.
SET NOCOUNT ON
CREATE TABLE t (id int PRIMARY KEY, name varchar(20), amount decimal(9, 2), at datetime2(3))
INSERT t SELECT value, CONCAT('n', value), value / 4.0, DATEADD(second, value, '20240101') FROM GENERATE_SERIES(1, 4000)
GO
DECLARE @j nvarchar(max) = (SELECT id + 1000 AS id, UPPER(CONCAT('n', id + 1000)) AS name, amount + 250 AS amount, DATEADD(second, 1000, at) AS at FROM t ORDER BY id FOR JSON PATH)
SELECT COUNT(*) AS n, COUNT(j.id) AS matched FROM t LEFT JOIN OPENJSON(@j) WITH (id int) AS j ON j.id = t.id
SELECT COUNT(*) AS n, COUNT(j.name) AS matched FROM t LEFT JOIN OPENJSON(@j) WITH (name varchar(20)) AS j ON j.name = t.name
SELECT COUNT(*) AS n, COUNT(j.at) AS matched FROM t LEFT JOIN OPENJSON(@j) WITH (at datetime2(3), amount decimal(9, 2)) AS j ON j.at = t.at AND j.amount = t.amount
SELECT COUNT(*) AS n, COUNT(t.id) AS matched FROM t RIGHT JOIN OPENJSON(@j) WITH (id bigint) AS j ON j.id = t.id
SELECT COUNT(*) AS n, COUNT(t.id) AS in_t, COUNT(j.id) AS in_j FROM t FULL JOIN OPENJSON(@j) WITH (id int) AS j ON j.id = t.id
SELECT COUNT(*) AS n FROM t JOIN OPENJSON(@j) AS j ON JSON_VALUE(j.value, '$.id') = t.id;
WITH j AS (SELECT id, name FROM OPENJSON(@j) WITH (id int, name varchar(20)) WHERE id % 2 = 0)
SELECT COUNT(*) AS n, COUNT(j.id) AS matched FROM t LEFT JOIN j ON j.id = t.id
SELECT COUNT(*) AS missing FROM t WHERE NOT EXISTS (SELECT 1 FROM OPENJSON(@j) WITH (id int) AS j WHERE j.id = t.id)
SELECT COUNT(*) AS missing FROM t WHERE id NOT IN (SELECT id FROM OPENJSON(@j) WITH (id int))
SELECT COUNT(*) AS found FROM (SELECT (SELECT j.name FROM OPENJSON(@j) WITH (id int, name varchar(20)) AS j WHERE j.id = t.id) AS name FROM t) AS q WHERE name IS NOT NULL
SELECT COUNT(*) AS n, COUNT(s.value) AS matched FROM t LEFT JOIN GENERATE_SERIES(1, 8000, 2) AS s ON s.value = t.id
DECLARE @list varchar(max) = (SELECT STRING_AGG(CAST(id AS varchar(max)), ',') FROM t)
SELECT COUNT(*) AS n, COUNT(s.value) AS matched FROM t LEFT JOIN STRING_SPLIT(@list, ',') AS s ON CAST(s.value AS int) = t.id + 1
DECLARE @x xml = (SELECT id AS [@id] FROM t WHERE id <= 1000 FOR XML PATH('r'), TYPE)
SELECT COUNT(*) AS n, COUNT(x.id) AS matched FROM t LEFT JOIN (SELECT n.value('@id', 'int') AS id FROM @x.nodes('/r') AS x (n)) AS x ON x.id = t.id
UPDATE t SET name = j.name FROM t LEFT JOIN OPENJSON(@j) WITH (id int, name varchar(20)) AS j ON j.id = t.id WHERE j.id IS NOT NULL
DELETE t FROM t LEFT JOIN OPENJSON(@j) WITH (id int) AS j ON j.id = t.id WHERE j.id IS NULL AND t.id > 10
SELECT COUNT(*) AS n, COUNT(DISTINCT IIF(name LIKE 'N%' COLLATE Latin1_General_CS_AS, 1, 0)) AS kinds FROM t
MERGE t USING OPENJSON(@j) WITH (id int, name varchar(20), amount decimal(9, 2)) AS j ON t.id = j.id
WHEN MATCHED AND t.id < 3000 THEN UPDATE SET amount = j.amount
WHEN NOT MATCHED THEN INSERT (id, name, amount) VALUES (j.id, j.name, j.amount)
WHEN NOT MATCHED BY SOURCE THEN DELETE;
SELECT COUNT(*) AS n, MIN(id) AS least, MAX(id) AS most, SUM(amount) AS amount FROM t
GO
--> n int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, in_t int, in_j int
--> 5000 | 4000 | 4000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int
--> 3000
--> n int, matched int
--> 4000 | 1500
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> missing int
--> 1000
--> missing int
--> 1000
--> found int
--> 3000
--> n int, matched int
--> 4000 | 2000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, matched int
--> 4000 | 3999
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, matched int
--> 4000 | 1000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, kinds int
--> 3010 | 2
--> n int, least int, most int, amount decimal(38,2)
--> 4000 | 1001 | 5000 | 3000500.00
CREATE FUNCTION made (@n int) RETURNS @rows TABLE (id int, s varchar(10)) AS BEGIN INSERT @rows SELECT value, value FROM GENERATE_SERIES(1, @n) RETURN END
GO
SELECT COUNT(*) AS n, COUNT(m.id) AS matched FROM t LEFT JOIN made(4000) AS m ON m.id = t.id
SELECT COUNT(*) AS n, COUNT(m.id) AS matched FROM t LEFT JOIN made(4000) AS m ON m.s = t.id;
WITH steps AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM steps WHERE n < 4000)
SELECT COUNT(*) AS n, COUNT(t.id) AS matched FROM steps LEFT JOIN t ON t.id - 1 = steps.n OPTION (MAXRECURSION 0)
GO
--> n int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, matched int
--> 4000 | 3000
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> n int, matched int
--> 4000 | 3001
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
-- Values stay exact, duplicates and NULLs count as ever.
DECLARE @j nvarchar(max) = N'[{"b":9007199254740993,"f":0.1,"d":"12345678901234567890.12","x":"AQID","s":"é "},{"b":9007199254740992,"f":1e-3},{"b":null},{"b":9007199254740993,"f":0.1}]'
SELECT v.b, j.f, j.d, j.x, j.s FROM (VALUES (CAST(9007199254740993 AS bigint)), (9007199254740992), (NULL), (5)) AS v (b) LEFT JOIN OPENJSON(@j) WITH (b bigint, f float, d decimal(38, 2), x varbinary(8), s nvarchar(5)) AS j ON j.b = v.b ORDER BY v.b, j.d
SELECT v.f, j.b FROM (VALUES (0.1e0), (0.001e0)) AS v (f) LEFT JOIN OPENJSON(@j) WITH (b bigint, f float) AS j ON j.f = v.f ORDER BY 1, 2
SELECT v.d, j.b FROM (VALUES (CAST('12345678901234567890.12' AS decimal(38, 2)))) AS v (d) LEFT JOIN OPENJSON(@j) WITH (b bigint, d decimal(38, 2)) AS j ON j.d = v.d
SELECT v.x, j.b FROM (VALUES (0x010203)) AS v (x) LEFT JOIN OPENJSON(@j) WITH (b bigint, x varbinary(8)) AS j ON j.x = v.x
SELECT v.s, j.b FROM (VALUES ('É')) AS v (s) LEFT JOIN OPENJSON(@j) WITH (b bigint, s nvarchar(5)) AS j ON j.s = v.s
GO
--> b numeric(19,0), f float, d decimal(38,2), x varbinary(8), s nvarchar(5)
--> NULL | NULL | NULL | NULL | NULL
--> 5 | NULL | NULL | NULL | NULL
--> 9007199254740992 | 0.001 | NULL | NULL | NULL
--> 9007199254740993 | 0.1 | NULL | NULL | NULL
--> 9007199254740993 | 0.1 | 12345678901234567890.12 | 0x010203 | 'é '
--> f float!, b bigint
--> 0.001 | 9007199254740992
--> 0.1 | 9007199254740993
--> 0.1 | 9007199254740993
--> d decimal(38,2), b bigint
--> 12345678901234567890.12 | 9007199254740993
--> x varbinary(3)!, b bigint
--> 0x010203 | 9007199254740993
--> s varchar(1)!, b bigint
--> 'É' | 9007199254740993
-- A value that cannot be converted is an error where the row is of use, and none where another condition drops it before.
CREATE TABLE codes (kind char(1), code varchar(10))
INSERT codes VALUES ('N', '1'), ('N', '2'), ('T', 'two')
SELECT v.id, c.code FROM (VALUES (1), (3)) AS v (id) LEFT JOIN codes AS c ON c.kind = 'N' AND CAST(c.code AS int) = v.id ORDER BY v.id
SELECT v.id, c.code FROM codes AS c JOIN (VALUES (1), (2)) AS v (id) ON v.id = CAST(c.code AS int) WHERE c.kind = 'N' ORDER BY v.id
SELECT v.id, c.code FROM (VALUES (1), (3)) AS v (id) LEFT JOIN codes AS c ON TRY_CAST(c.code AS int) = v.id ORDER BY v.id
GO
--> id int!, code varchar(10)
--> 1 | '1'
--> 3 | NULL
--> id int!, code varchar(10)
--> 1 | '1'
--> 2 | '2'
--> id int!, code varchar(10)
--> 1 | '1'
--> 3 | NULL
SELECT v.id, c.code FROM (VALUES (1), (3)) AS v (id) LEFT JOIN codes AS c ON CAST(c.code AS int) = v.id
GO
--> id int!, code varchar(10)
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the varchar value 'two' to data type int.
-- APPLY before a join by what it yields.
SELECT v.id, k, c.code FROM (VALUES (1), (3)) AS v (id) CROSS APPLY (VALUES (CAST(v.id AS varchar(10))), ('TWO')) AS w (k) LEFT JOIN codes AS c ON c.code = w.k ORDER BY v.id, k
GO
--> id int!, k varchar(10), code varchar(10)
--> 1 | '1' | '1'
--> 1 | 'TWO' | 'two'
--> 3 | '3' | NULL
--> 3 | 'TWO' | 'two'
