SET NOCOUNT ON
GO
CREATE TABLE customer (id int NOT NULL PRIMARY KEY, name varchar(20) NOT NULL, tags varchar(50) NOT NULL)
CREATE TABLE orders (id int NOT NULL PRIMARY KEY, customer_id int NOT NULL, total money NOT NULL)
INSERT customer VALUES (1, 'Ada', 'red,blue'), (2, 'Bob', 'green'), (3, 'Cyd', '')
INSERT orders VALUES (10, 1, 5), (11, 1, 7.5), (12, 1, 6), (13, 2, 1.25)
GO
CREATE FUNCTION dbo.best (@customer int, @count int) RETURNS TABLE AS
RETURN (SELECT TOP (@count) id, total FROM orders WHERE customer_id = @customer ORDER BY total DESC)
GO
CREATE FUNCTION dbo.repeated (@text varchar(10), @times int) RETURNS @result TABLE (n int NOT NULL, t varchar(10)) AS
BEGIN
  DECLARE @i int = 1
  WHILE @i <= @times BEGIN INSERT @result VALUES (@i, @text) SET @i += 1 END
  RETURN
END
GO
-- CROSS APPLY evaluates the right side for each row of the left one.
SELECT c.name, o.id, o.total FROM customer c CROSS APPLY (SELECT TOP (2) id, total FROM orders WHERE customer_id = c.id ORDER BY total DESC) o ORDER BY c.id, o.total DESC
GO
--> name varchar(20)!, id int!, total money!
--> 'Ada' | 11 | 7.5000
--> 'Ada' | 12 | 6.0000
--> 'Bob' | 13 | 1.2500
-- OUTER APPLY keeps left rows without a right row.
SELECT c.name, o.id FROM customer c OUTER APPLY (SELECT TOP 1 id FROM orders WHERE customer_id = c.id ORDER BY total) o ORDER BY c.id
GO
--> name varchar(20)!, id int
--> 'Ada' | 10
--> 'Bob' | 13
--> 'Cyd' | NULL
-- An inline function with a column as its argument.
SELECT c.name, b.total FROM customer c CROSS APPLY dbo.best(c.id, 1) AS b ORDER BY c.id
GO
--> name varchar(20)!, total money!
--> 'Ada' | 7.5000
--> 'Bob' | 1.2500
-- A multi-statement function.
SELECT c.id, r.n, r.t FROM customer c CROSS APPLY dbo.repeated(c.name, c.id) r WHERE c.id < 3 ORDER BY c.id, r.n
GO
--> id int!, n int!, t varchar(10)
--> 1 | 1 | 'Ada'
--> 2 | 1 | 'Bob'
--> 2 | 2 | 'Bob'
-- A built-in rowset function; an empty string splits into one empty value.
SELECT c.name, s.value FROM customer c CROSS APPLY STRING_SPLIT(c.tags, ',') s ORDER BY c.id, s.value
GO
--> name varchar(20)!, value varchar(50)
--> 'Ada' | 'blue'
--> 'Ada' | 'red'
--> 'Bob' | 'green'
--> 'Cyd' | ''
-- VALUES unpivots columns.
SELECT c.id, v.k, v.v FROM customer c CROSS APPLY (VALUES ('name', c.name), ('tags', c.tags)) v (k, v) WHERE c.id = 1 ORDER BY v.k
GO
--> id int!, k varchar(4)!, v varchar(50)!
--> 1 | 'name' | 'Ada'
--> 1 | 'tags' | 'red,blue'
-- A chain of APPLY gives names to expressions.
SELECT c.name, b.twice, d.more FROM customer c CROSS APPLY (SELECT c.id * 2 AS twice) b CROSS APPLY (SELECT b.twice + 1 AS more) d ORDER BY c.id
GO
--> name varchar(20)!, twice int, more int
--> 'Ada' | 2 | 3
--> 'Bob' | 4 | 5
--> 'Cyd' | 6 | 7
-- An aggregate without GROUP BY always yields a row.
SELECT c.name, a.n, a.s FROM customer c CROSS APPLY (SELECT COUNT(*) AS n, SUM(total) AS s FROM orders WHERE customer_id = c.id) a ORDER BY c.id
GO
--> name varchar(20)!, n int, s money
--> 'Ada' | 3 | 18.5000
--> 'Bob' | 1 | 1.2500
--> 'Cyd' | 0 | NULL
-- A table function without APPLY sees variables but no columns.
DECLARE @id int = 1
SELECT id FROM dbo.best(@id, 5) ORDER BY id
GO
--> id int!
--> 10
--> 11
--> 12
-- A derived table of a plain join does not see its left side.
SELECT c.name FROM customer c JOIN (SELECT id FROM orders WHERE customer_id = c.id) o ON 1 = 1
GO
--> Msg 4104, Level 16, State 1, Line 2: The multi-part identifier "c.id" could not be bound.
-- Absent binary values and values of CLR types stay absent on their way through an applied query.
SELECT x.* FROM (VALUES (1), (2)) AS one (n) CROSS APPLY (SELECT CASE n WHEN 1 THEN 0x0102 END AS b, CAST(NULL AS hierarchyid) AS h, 0x AS empty, CAST(NULL AS geometry) AS g) AS x
SELECT x.b FROM customer c OUTER APPLY (SELECT TOP (1) CAST(total AS varbinary(4)) AS b FROM orders WHERE customer_id = c.id ORDER BY total) AS x ORDER BY c.id
GO
--> b varbinary(2), h hierarchyid, empty varbinary(1)!, g geometry
--> 0x0102 | NULL | 0x | NULL
--> NULL | NULL | 0x | NULL
--> b varbinary(4)
--> 0x0000C350
--> 0x000030D4
--> NULL
-- A cursor over an applied query with TOP finds the rows that it reads.
DECLARE c CURSOR LOCAL KEYSET FOR SELECT c.name, o.id FROM customer c OUTER APPLY (SELECT TOP 1 id FROM orders WHERE customer_id = c.id ORDER BY total) o ORDER BY c.id
OPEN c
FETCH LAST FROM c
FETCH FIRST FROM c
GO
--> name varchar(20)!, id int
--> 'Cyd' | NULL
--> name varchar(20)!, id int
--> 'Ada' | 10
