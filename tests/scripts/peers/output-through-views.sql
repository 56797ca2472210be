-- OUTPUT of a change through a view: `inserted` and `deleted` have the view's columns, computed ones too.
CREATE TABLE t (a int IDENTITY PRIMARY KEY, b varchar(10), d int)
GO
CREATE VIEW v AS SELECT a AS aa, b AS bb, d, d * 2 AS twice FROM t
GO
CREATE VIEW outside (k, text) AS SELECT aa, bb FROM v
GO
INSERT v (bb, d) OUTPUT inserted.* VALUES ('x', 20), ('y', 30)
UPDATE v SET d += 1 OUTPUT deleted.aa, deleted.twice, inserted.*
UPDATE outside SET text = 'q' OUTPUT deleted.text, inserted.*
UPDATE o SET text = 'r' OUTPUT deleted.* FROM outside AS o WHERE o.k = 1
MERGE v AS t USING (VALUES (1), (7)) AS s(id) ON t.aa = s.id
WHEN MATCHED THEN UPDATE SET bb = 'm' WHEN NOT MATCHED THEN INSERT (bb, d) VALUES ('n', s.id)
OUTPUT $action, inserted.bb, deleted.twice, s.id;
DECLARE @gone TABLE (k int, text varchar(10))
DELETE outside OUTPUT deleted.k, deleted.text INTO @gone WHERE k = 3
SELECT k, text FROM @gone
GO
--> aa int!, bb varchar(10), d int, twice int
--> 1 | 'x' | 20 | 40
--> 2 | 'y' | 30 | 60
--> aa int!, twice int, aa int!, bb varchar(10), d int, twice int
--> 1 | 40 | 1 | 'x' | 21 | 42
--> 2 | 60 | 2 | 'y' | 31 | 62
--> text varchar(10), k int!, text varchar(10)
--> 'x' | 1 | 'q'
--> 'y' | 2 | 'q'
--> k int!, text varchar(10)
--> 1 | 'q'
--> $action nvarchar(10)!, bb varchar(10), twice int, id int!
--> 'UPDATE' | 'm' | 42 | 1
--> 'INSERT' | 'n' | NULL | 7
--> (1 row)
--> k int, text varchar(10)
--> 3 | 'n'
DELETE v OUTPUT deleted.b
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'b'.
-- A common table: what it computes of the row, and the number that the row had.
WITH c AS (SELECT a + 10 AS x, b AS y, ROW_NUMBER() OVER (ORDER BY a DESC) AS rn FROM t)
DELETE c OUTPUT deleted.x, deleted.y, deleted.rn WHERE rn = 1
GO
--> x int, y varchar(10), rn bigint
--> 12 | 'q' | 1
WITH c AS (SELECT TOP (1) * FROM t ORDER BY a) UPDATE c SET d = 0 OUTPUT inserted.*, deleted.d AS was
GO
--> a int!, b varchar(10), d int, was int
--> 1 | 'm' | 0 | 21
