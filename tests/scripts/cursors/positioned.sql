-- WHERE CURRENT OF through views, joins and derived tables; what it refuses.
CREATE TABLE dbo.a (id int PRIMARY KEY, n int NULL, s varchar(10) NULL);
CREATE TABLE dbo.b (bid int PRIMARY KEY, aid int NOT NULL, w int NOT NULL);
INSERT dbo.a VALUES (1, 10, 'a'), (2, 20, 'b'), (3, 30, 'c');
INSERT dbo.b VALUES (100, 1, 5), (200, 2, 6);
GO
--> (3 rows)
--> (2 rows)
CREATE VIEW dbo.v AS SELECT id AS vid, n AS vn FROM dbo.a WHERE n < 1000;
GO

-- A view is reached by its own name only; a row that was changed through the cursor can be changed again.
DECLARE c CURSOR FOR SELECT vid, vn FROM dbo.v;
OPEN c;
FETCH c;
UPDATE dbo.v SET vn = vn + 1 WHERE CURRENT OF c;
UPDATE dbo.v SET vn = vn + 1 WHERE CURRENT OF c;
UPDATE dbo.a SET n = 1 WHERE CURRENT OF c;
CLOSE c;
DEALLOCATE c;
SELECT id, n FROM dbo.a;
GO
--> vid int!, vn int
--> 1 | 10
--> (1 row)
--> (1 row)
--> Msg 16933, Level 16, State 1, Line 8: The cursor does not include the table being modified or the table is not updatable through the cursor.
--> info 3621: The statement has been terminated.
--> id int!, n int
--> 1 | 12
--> 2 | 20
--> 3 | 30

-- A join: the table that the statement names changes; the side without a row cannot.
DECLARE c CURSOR FOR SELECT a.id, b.w FROM dbo.a LEFT JOIN dbo.b ON b.aid = a.id;
OPEN c;
FETCH c;
UPDATE dbo.b SET w = w * 10 WHERE CURRENT OF c;
UPDATE dbo.a SET n = 77 WHERE CURRENT OF c;
FETCH c;
FETCH c;
UPDATE dbo.b SET w = 0 WHERE CURRENT OF c;
DEALLOCATE c;
SELECT id, n FROM dbo.a;
SELECT bid, w FROM dbo.b;
GO
--> id int!, w int
--> 1 | 5
--> (1 row)
--> (1 row)
--> id int!, w int
--> 2 | 6
--> id int!, w int
--> 3 | NULL
--> Msg 16947, Level 16, State 1, Line 10: No rows were updated or deleted.
--> info 3621: The statement has been terminated.
--> id int!, n int
--> 1 | 77
--> 2 | 20
--> 3 | 30
--> bid int!, w int!
--> 100 | 50
--> 200 | 6

-- The same table twice: the first is meant.
DECLARE c CURSOR FOR SELECT x.id, y.id FROM dbo.a x JOIN dbo.a y ON y.id = x.id + 1;
OPEN c;
FETCH c;
UPDATE dbo.a SET s = 'first' WHERE CURRENT OF c;
DEALLOCATE c;
SELECT id, s FROM dbo.a;
GO
--> id int!, id int!
--> 1 | 2
--> info 16961: One or more FOR UPDATE columns have been adjusted to the first instance of their table in the query.
--> (1 row)
--> id int!, s varchar(10)
--> 1 | 'first'
--> 2 | 'b'
--> 3 | 'c'

-- OPTIMISTIC: a row that was changed since it was fetched; a keyset's row that is gone.
DECLARE c CURSOR KEYSET OPTIMISTIC FOR SELECT id FROM dbo.a;
OPEN c;
FETCH c;
UPDATE dbo.a SET s = 'z' WHERE id = 1;
UPDATE dbo.a SET n = 0 WHERE CURRENT OF c;
FETCH RELATIVE 0 FROM c;
UPDATE dbo.a SET n = 0 WHERE CURRENT OF c;
DELETE dbo.a WHERE id = 2;
FETCH NEXT FROM c;
SELECT @@FETCH_STATUS AS gone;
DELETE dbo.a WHERE CURRENT OF c;
DEALLOCATE c;
GO
--> id int!
--> 1
--> (1 row)
--> Msg 16947, Level 16, State 1, Line 7: No rows were updated or deleted.
--> info 16934: Optimistic concurrency check failed. The row was modified outside of this cursor.
--> info 3621: The statement has been terminated.
--> id int!
--> 1
--> (1 row)
--> (1 row)
--> id int!
--> 0
--> gone int!
--> -2
--> Msg 16947, Level 16, State 1, Line 13: No rows were updated or deleted.
--> info 3621: The statement has been terminated.

-- SCROLL_LOCKS does not look at what the row was; a rowversion tells every change.
CREATE TABLE dbo.stamped (id int PRIMARY KEY, n int NOT NULL, hidden int NOT NULL, stamp rowversion);
INSERT dbo.stamped (id, n, hidden) VALUES (1, 1, 1);
DECLARE locks CURSOR SCROLL_LOCKS FOR SELECT n FROM dbo.stamped;
DECLARE plain CURSOR FOR SELECT n FROM dbo.stamped;
OPEN locks;
OPEN plain;
FETCH locks;
FETCH plain;
UPDATE dbo.stamped SET hidden = 2;
UPDATE dbo.stamped SET n = 2 WHERE CURRENT OF locks;
UPDATE dbo.stamped SET n = 3 WHERE CURRENT OF plain;
DEALLOCATE locks;
DEALLOCATE plain;
SELECT n, hidden FROM dbo.stamped;
GO
--> (1 row)
--> n int!
--> 1
--> n int!
--> 1
--> (1 row)
--> (1 row)
--> Msg 16947, Level 16, State 1, Line 13: No rows were updated or deleted.
--> info 16934: Optimistic concurrency check failed. The row was modified outside of this cursor.
--> info 3621: The statement has been terminated.
--> n int!, hidden int!
--> 2 | 2

-- A key that changes through a keyset cursor: the old member is gone, the new one is its last.
DECLARE c CURSOR SCROLL FOR SELECT d.id, d.n FROM (SELECT id, n FROM dbo.a) AS d;
OPEN c;
FETCH c;
UPDATE dbo.a SET id = 50 WHERE CURRENT OF c;
FETCH FIRST FROM c;
FETCH LAST FROM c;
UPDATE dbo.a SET n = 999 WHERE CURRENT OF c;
DEALLOCATE c;
SELECT id, n FROM dbo.a;
GO
--> id int!, n int
--> 1 | 0
--> (1 row)
--> id int!, n int
--> 0 | NULL
--> id int!, n int
--> 50 | 0
--> (1 row)
--> id int!, n int
--> 3 | 30
--> 50 | 999

-- FOR UPDATE OF.
DECLARE c CURSOR FOR SELECT id, n FROM dbo.a FOR UPDATE OF n;
OPEN c;
UPDATE dbo.b SET w = 1 WHERE CURRENT OF c;
UPDATE dbo.a SET n = 1 WHERE CURRENT OF c;
FETCH c;
UPDATE dbo.a SET s = 'x' WHERE CURRENT OF c;
UPDATE dbo.a SET n = 5 WHERE CURRENT OF c;
FETCH ABSOLUTE 1 FROM c;
FETCH c;
FETCH c;
DELETE dbo.a WHERE CURRENT OF c;
DEALLOCATE c;
GO
--> Msg 16933, Level 16, State 1, Line 5: The cursor does not include the table being modified or the table is not updatable through the cursor.
--> info 3621: The statement has been terminated.
--> Msg 16931, Level 16, State 1, Line 6: There are no rows in the current fetch buffer.
--> info 3621: The statement has been terminated.
--> id int!, n int
--> 3 | 30
--> Msg 16932, Level 16, State 1, Line 8: The cursor has a FOR UPDATE list and the requested column to be updated is not in this list.
--> info 3621: The statement has been terminated.
--> (1 row)
--> Msg 16925, Level 16, State 1, Line 10: The fetch type Absolute cannot be used with dynamic cursors.
--> id int!, n int
--> 50 | 999
--> id int!, n int
--> Msg 16931, Level 16, State 1, Line 13: There are no rows in the current fetch buffer.
--> info 3621: The statement has been terminated.
DECLARE c CURSOR FOR SELECT a.id FROM dbo.a JOIN dbo.b ON b.bid > a.id FOR UPDATE OF w;
OPEN c;
FETCH c;
DELETE dbo.a WHERE CURRENT OF c;
DEALLOCATE c;
GO
--> id int!
--> 3
--> Msg 16933, Level 16, State 1, Line 4: The cursor does not include the table being modified or the table is not updatable through the cursor.
--> info 3621: The statement has been terminated.
DECLARE c CURSOR FOR SELECT id FROM dbo.a FOR UPDATE OF nothing;
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.

-- A view's check holds for its cursors too.
CREATE VIEW dbo.small AS SELECT id, n FROM dbo.a WHERE n < 1000 WITH CHECK OPTION;
GO
DECLARE c CURSOR FOR SELECT id, n FROM dbo.small;
OPEN c;
FETCH c;
UPDATE dbo.small SET n = 5000 WHERE CURRENT OF c;
DELETE dbo.small WHERE CURRENT OF c;
DEALLOCATE c;
GO
--> id int!, n int
--> 3 | 5
--> Msg 550, Level 16, State 1, Line 4: The attempted insert or update failed because the target view either specifies WITH CHECK OPTION or spans a view that specifies WITH CHECK OPTION and one or more rows resulting from the operation did not qualify under the CHECK OPTION constraint.
--> info 3621: The statement has been terminated.
--> (1 row)
