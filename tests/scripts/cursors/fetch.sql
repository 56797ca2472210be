-- Cursors: fetch directions, status, scope.
CREATE TABLE dbo.t (id int PRIMARY KEY, s varchar(10) NOT NULL);
INSERT dbo.t VALUES (1, 'one'), (2, 'two'), (3, 'three'), (4, 'four');
GO
--> (4 rows)
DECLARE c CURSOR FOR SELECT id, s FROM dbo.t ORDER BY id;
DECLARE @id int, @s varchar(10), @all varchar(100) = '';
OPEN c;
FETCH NEXT FROM c INTO @id, @s;
WHILE @@FETCH_STATUS = 0
BEGIN
  SET @all += CONCAT(@id, '=', @s, ' ');
  FETCH NEXT FROM c INTO @id, @s;
END
SELECT @all AS everything, @@FETCH_STATUS AS status;
CLOSE c;
DEALLOCATE c;
GO
--> everything varchar(100), status int!
--> '1=one 2=two 3=three 4=four ' | -1

-- Scrolling.
DECLARE c CURSOR SCROLL STATIC LOCAL FOR SELECT id FROM dbo.t ORDER BY id;
OPEN c;
SELECT @@CURSOR_ROWS AS rows;
FETCH LAST FROM c;
FETCH PRIOR FROM c;
FETCH ABSOLUTE 2 FROM c;
FETCH RELATIVE -1 FROM c;
FETCH PRIOR FROM c;
SELECT @@FETCH_STATUS AS before_first;
FETCH NEXT FROM c;
FETCH ABSOLUTE -1 FROM c;
FETCH RELATIVE 5 FROM c;
SELECT @@FETCH_STATUS AS after_last;
FETCH PRIOR FROM c;
GO
--> rows int!
--> 4
--> id int!
--> 4
--> id int!
--> 3
--> id int!
--> 2
--> id int!
--> 1
--> id int!
--> before_first int!
--> -1
--> id int!
--> 1
--> id int!
--> 4
--> id int!
--> after_last int!
--> -1
--> id int!
--> 4

-- What cannot be done.
DECLARE f CURSOR FAST_FORWARD FOR SELECT id FROM dbo.t;
FETCH NEXT FROM f;
OPEN f;
OPEN f;
FETCH PRIOR FROM f;
DECLARE @a int, @b int;
FETCH NEXT FROM f INTO @a, @b;
CLOSE f;
CLOSE f;
DECLARE f CURSOR FOR SELECT 1;
DEALLOCATE f;
DEALLOCATE f;
OPEN nowhere;
GO
--> Msg 16917, Level 16, State 2, Line 4: Cursor is not open.
--> Msg 16905, Level 16, State 1, Line 6: The cursor is already open.
--> Msg 16911, Level 16, State 1, Line 7: fetch: The fetch type prior cannot be used with forward only cursors.
--> Msg 16924, Level 16, State 1, Line 9: Cursorfetch: The number of variables declared in the INTO list must match that of selected columns.
--> Msg 16917, Level 16, State 1, Line 11: Cursor is not open.
--> Msg 16915, Level 16, State 1, Line 12: A cursor with the name 'f' already exists.
--> Msg 16916, Level 16, State 1, Line 14: A cursor with the name 'f' does not exist.
--> Msg 16916, Level 16, State 1, Line 15: A cursor with the name 'nowhere' does not exist.

-- Global cursors outlive the batch, local ones do not; variables keep the values of the declaration.
DECLARE @from int = 3;
DECLARE g CURSOR GLOBAL FOR SELECT id FROM dbo.t WHERE id >= @from;
DECLARE l CURSOR LOCAL FOR SELECT id FROM dbo.t;
SET @from = 1;
OPEN g;
FETCH NEXT FROM g;
GO
--> id int!
--> 3
FETCH NEXT FROM g;
SELECT CURSOR_STATUS('global', 'g') AS g, CURSOR_STATUS('local', 'l') AS l;
OPEN l;
GO
--> id int!
--> 4
--> g smallint, l smallint
--> 1 | -3
--> Msg 16916, Level 16, State 1, Line 3: A cursor with the name 'l' does not exist.
CLOSE g;
DEALLOCATE g;
GO

-- Cursor variables and OUTPUT cursors.
CREATE PROCEDURE dbo.gives @c CURSOR VARYING OUTPUT AS
SET @c = CURSOR FORWARD_ONLY STATIC FOR SELECT s FROM dbo.t WHERE id < 3 ORDER BY id;
OPEN @c;
GO
DECLARE @mine CURSOR, @s varchar(10);
EXEC dbo.gives @c = @mine OUTPUT;
FETCH NEXT FROM @mine INTO @s;
WHILE @@FETCH_STATUS = 0
BEGIN
  PRINT @s;
  FETCH NEXT FROM @mine INTO @s;
END
SELECT CURSOR_STATUS('variable', '@mine') AS open_;
CLOSE @mine;
DEALLOCATE @mine;
FETCH NEXT FROM @mine;
GO
--> print: one
--> print: two
--> open_ smallint
--> 1
--> Msg 16950, Level 16, State 2, Line 12: The variable '@mine' does not currently have a cursor allocated to it.

-- Keyset cursors see changed and deleted rows; WHERE CURRENT OF changes the row under the cursor.
DECLARE k CURSOR KEYSET LOCAL FOR SELECT id, s FROM dbo.t FOR UPDATE;
DECLARE @id int, @s varchar(10);
OPEN k;
FETCH NEXT FROM k INTO @id, @s;
UPDATE dbo.t SET s = 'ONE' WHERE CURRENT OF k;
SELECT @@ROWCOUNT AS one;
DELETE dbo.t WHERE id = 3;
FETCH NEXT FROM k INTO @id, @s;
FETCH NEXT FROM k INTO @id, @s;
SELECT @@FETCH_STATUS AS gone;
FETCH NEXT FROM k INTO @id, @s;
DELETE FROM dbo.t WHERE CURRENT OF k;
FETCH FIRST FROM k INTO @id, @s;
SELECT @id AS id, @s AS s, (SELECT COUNT(*) FROM dbo.t) AS two_left;
GO
--> (1 row)
--> one int!
--> 1
--> (1 row)
--> gone int!
--> -2
--> (1 row)
--> id int, s varchar(10), two_left int
--> 1 | 'ONE' | 2
