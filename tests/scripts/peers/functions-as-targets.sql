-- UPDATE and DELETE through an inline function change the rows of its table, as through a view.
CREATE TABLE base (id int PRIMARY KEY, v varchar(10), n int DEFAULT 0)
INSERT base (id, v) VALUES (1, 'a'), (2, 'b'), (3, 'c')
GO
--> (3 rows)
CREATE FUNCTION fromId (@least int) RETURNS TABLE AS RETURN SELECT id AS k, v AS text, n * 2 AS twice, n FROM base WHERE id >= @least
GO
CREATE FUNCTION outside (@least int) RETURNS TABLE AS RETURN SELECT * FROM dbo.fromId(@least) WHERE k < 10
GO
CREATE FUNCTION ownRows () RETURNS @r TABLE (a int) AS BEGIN INSERT @r VALUES (1) RETURN END
GO
UPDATE fromId(2) SET text = 'new', n += 1 OUTPUT inserted.*
UPDATE TOP (1) dbo.outside(1 + 1) SET n = n + 5 WHERE k > 2
DECLARE @x int = 3
DELETE FROM dbo.fromId(@x) OUTPUT deleted.k, deleted.n
DELETE dbo.outside(2) WHERE text = 'new'
UPDATE fromId(1) SET text = text + x.s FROM (VALUES ('!')) AS x(s)
UPDATE f SET n = 9 FROM fromId(1) AS f JOIN (VALUES (1)) AS x(i) ON x.i = f.k
SELECT * FROM base
GO
--> k int!, text varchar(10), twice int, n int
--> 2 | 'new' | 2 | 1
--> 3 | 'new' | 2 | 1
--> (1 row)
--> k int!, n int
--> 3 | 6
--> (1 row)
--> (1 row)
--> (1 row)
--> id int!, v varchar(10), n int
--> 1 | 'a!' | 9
CREATE PROCEDURE change @n int AS UPDATE fromId(@n) SET n = 100 DELETE fromId(@n + 1)
GO
EXEC change 1
GO
--> (1 row)
--> (0 rows)
UPDATE fromId(1) SET twice = 1
GO
--> Msg 4406, Level 16, State 1, Line 1: Update or insert of view or function 'fromId' failed because it contains a derived or constant field.
UPDATE ownRows() SET a = 1
GO
--> Msg 270, Level 16, State 1, Line 1: Object 'ownRows' cannot be modified.
DELETE f FROM ownRows() AS f
GO
--> Msg 270, Level 16, State 1, Line 1: Object 'f' cannot be modified.
DELETE missing(1)
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'missing'.
