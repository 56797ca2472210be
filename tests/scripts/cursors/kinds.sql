-- What a declaration and its query make of a cursor.
CREATE TABLE dbo.t (id int PRIMARY KEY, n int NULL, s varchar(10) NOT NULL);
CREATE INDEX by_n ON dbo.t (n);
CREATE TABLE dbo.heap (n int NULL);
INSERT dbo.t VALUES (1, 3, 'c'), (2, 2, 'b'), (3, 1, 'a');
INSERT dbo.heap VALUES (1), (2);
GO
--> (3 rows)
--> (2 rows)

-- -1 where the rows are not counted: dynamic cursors, and those that only read ahead.
DECLARE c CURSOR FOR SELECT id FROM dbo.t ORDER BY n, id;
OPEN c;
SELECT @@CURSOR_ROWS AS by_index;
CLOSE c;
SELECT @@CURSOR_ROWS AS closed;
DEALLOCATE c;
DECLARE c CURSOR FOR SELECT id FROM dbo.t ORDER BY s;
OPEN c;
SELECT @@CURSOR_ROWS AS sorted;
DEALLOCATE c;
DECLARE c CURSOR FOR SELECT TOP 2 id FROM dbo.t;
OPEN c;
SELECT @@CURSOR_ROWS AS limited;
DEALLOCATE c;
DECLARE c CURSOR FAST_FORWARD FOR SELECT id FROM dbo.t;
OPEN c;
SELECT @@CURSOR_ROWS AS ahead;
DEALLOCATE c;
DECLARE c CURSOR FOR SELECT n FROM dbo.heap;
OPEN c;
SELECT @@CURSOR_ROWS AS heap;
DEALLOCATE c;
DECLARE c CURSOR KEYSET FOR SELECT n FROM dbo.heap;
OPEN c;
SELECT @@CURSOR_ROWS AS heap_keyset;
FETCH c;
DELETE dbo.heap WHERE CURRENT OF c;
DEALLOCATE c;
GO
--> by_index int!
--> -1
--> closed int!
--> 0
--> sorted int!
--> 3
--> limited int!
--> 2
--> ahead int!
--> -1
--> heap int!
--> -1
--> heap_keyset int!
--> 2
--> n int
--> 1
--> Msg 16929, Level 16, State 1, Line 29: The cursor is READ ONLY.
--> info 3621: The statement has been terminated.

-- TYPE_WARNING.
DECLARE c CURSOR DYNAMIC TYPE_WARNING FOR SELECT DISTINCT n FROM dbo.t;
DEALLOCATE c;
DECLARE c CURSOR TYPE_WARNING FOR SELECT id FROM dbo.t ORDER BY s;
DEALLOCATE c;
DECLARE c CURSOR KEYSET TYPE_WARNING FOR SELECT n FROM dbo.heap;
DEALLOCATE c;
DECLARE c CURSOR DYNAMIC TYPE_WARNING FOR SELECT id FROM dbo.t ORDER BY id DESC;
DEALLOCATE c;
DECLARE c CURSOR STATIC TYPE_WARNING FOR SELECT DISTINCT n FROM dbo.t;
DEALLOCATE c;
GO
--> info 16956: The created cursor is not of the requested type.
--> info 16956: The created cursor is not of the requested type.
--> info 16956: The created cursor is not of the requested type.

-- A snapshot cannot be for update.
DECLARE c CURSOR FOR SELECT n FROM dbo.t GROUP BY n FOR UPDATE;
GO
--> Msg 16957, Level 16, State 1, Line 3: FOR UPDATE cannot be specified on a READ ONLY cursor.

-- A row that is gone reads as nothing of its type; a dynamic cursor passes it over.
DECLARE k CURSOR KEYSET FOR SELECT id, n, s FROM dbo.t;
DECLARE d CURSOR FOR SELECT id FROM dbo.t ORDER BY id;
DECLARE @id int, @n int, @s varchar(10);
OPEN k;
OPEN d;
DELETE dbo.t WHERE id = 1;
FETCH NEXT FROM k INTO @id, @n, @s;
SELECT @@FETCH_STATUS AS status, @id AS id, @n AS n, '[' + @s + ']' AS s;
FETCH NEXT FROM d;
DEALLOCATE k;
DEALLOCATE d;
GO
--> (1 row)
--> status int!, id int, n int, s varchar(12)
--> -2 | 0 | NULL | '[          ]'
--> id int!
--> 2

-- CURSOR_STATUS.
DECLARE @none CURSOR, @open CURSOR, @empty CURSOR;
SET @open = CURSOR FOR SELECT id FROM dbo.t;
SET @empty = CURSOR STATIC FOR SELECT id FROM dbo.t WHERE 1 = 0;
OPEN @open;
OPEN @empty;
DECLARE closed CURSOR LOCAL FOR SELECT id FROM dbo.t;
SELECT CURSOR_STATUS('variable', '@none') AS none, CURSOR_STATUS('variable', '@open') AS [open], CURSOR_STATUS('variable', '@empty') AS empty,
  CURSOR_STATUS('local', 'closed') AS closed, CURSOR_STATUS('global', 'closed') AS elsewhere, CURSOR_STATUS('variable', '@missing') AS missing;
GO
--> none smallint, open smallint, empty smallint, closed smallint, elsewhere smallint, missing smallint
--> -2 | 1 | 0 | -1 | -3 | -3
SELECT CURSOR_STATUS('session', 'c');
GO
--> - smallint
--> Msg 16902, Level 16, State 1, Line 1: CURSOR_STATUS: The value of the parameter cursor_source is invalid.
SELECT CURSOR_STATUS('local', '');
GO
--> - smallint
--> Msg 16902, Level 16, State 1, Line 1: CURSOR_STATUS: The value of the parameter cursor_identity is invalid.

-- What a cursor's query cannot be.
DECLARE @id int;
DECLARE c CURSOR FOR SELECT @id = id FROM dbo.t;
GO
--> Msg 154, Level 15, State 1, Line 4: variable assignment is not allowed in a cursor declaration.
DECLARE c CURSOR FOR SELECT id INTO #taken FROM dbo.t;
GO
--> Msg 154, Level 15, State 3, Line 1: INTO clause is not allowed in a cursor declaration.

-- A dynamic cursor sees rows that come behind it, a keyset does not.
CREATE TABLE dbo.growing (id int PRIMARY KEY, n int NOT NULL);
INSERT dbo.growing VALUES (1, 1), (2, 1);
DECLARE d CURSOR FOR SELECT id FROM dbo.growing WHERE n = 1 ORDER BY id;
DECLARE k CURSOR KEYSET FOR SELECT id FROM dbo.growing WHERE n = 1 ORDER BY id;
DECLARE @id int, @seen varchar(100) = '';
OPEN d;
OPEN k;
FETCH NEXT FROM d INTO @id;
WHILE @@FETCH_STATUS = 0
BEGIN
  SET @seen += CONCAT(@id, ' ');
  IF @id < 4 INSERT dbo.growing VALUES (@id + 2, 1), (@id + 100, 0);
  FETCH NEXT FROM d INTO @id;
END;
SELECT @seen AS seen;
INSERT dbo.growing VALUES (50, 1);
FETCH NEXT FROM d;
FETCH LAST FROM k;
DEALLOCATE d;
DEALLOCATE k;
GO
--> (2 rows)
--> (2 rows)
--> (2 rows)
--> (2 rows)
--> seen varchar(100)
--> '1 2 3 4 5 '
--> (1 row)
--> id int!
--> 50
--> id int!
--> 2
