SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL PRIMARY KEY, name varchar(10) NOT NULL)
INSERT item VALUES (1, 'a'), (2, 'b'), (3, 'c')
GO
-- The usual loop.
DECLARE @id int, @name varchar(10), @s varchar(50) = ''
DECLARE c CURSOR FOR SELECT id, name FROM item ORDER BY id
OPEN c
FETCH NEXT FROM c INTO @id, @name
WHILE @@FETCH_STATUS = 0
BEGIN
  SET @s += CAST(@id AS varchar(5)) + @name + ' '
  FETCH NEXT FROM c INTO @id, @name
END
SELECT @s AS s, @@FETCH_STATUS AS status
CLOSE c
DEALLOCATE c
GO
--> s varchar(50), status int!
--> '1a 2b 3c ' | -1
-- FETCH without INTO returns a row.
DECLARE c CURSOR FAST_FORWARD FOR SELECT name FROM item ORDER BY id DESC
OPEN c
FETCH c
FETCH NEXT FROM c
CLOSE c
DEALLOCATE c
GO
--> name varchar(10)!
--> 'c'
--> name varchar(10)!
--> 'b'
-- SCROLL goes anywhere.
DECLARE @v int, @s varchar(50) = ''
DECLARE c SCROLL CURSOR FOR SELECT id FROM item ORDER BY id
OPEN c
FETCH LAST FROM c INTO @v SET @s += CAST(@v AS varchar(5))
FETCH PRIOR FROM c INTO @v SET @s += CAST(@v AS varchar(5))
FETCH FIRST FROM c INTO @v SET @s += CAST(@v AS varchar(5))
FETCH ABSOLUTE 3 FROM c INTO @v SET @s += CAST(@v AS varchar(5))
FETCH ABSOLUTE -2 FROM c INTO @v SET @s += CAST(@v AS varchar(5))
FETCH RELATIVE 1 FROM c INTO @v SET @s += CAST(@v AS varchar(5))
FETCH RELATIVE 5 FROM c INTO @v
SELECT @s AS s, @@FETCH_STATUS AS status
CLOSE c
DEALLOCATE c
GO
--> s varchar(50), status int!
--> '321323' | -1
-- A static cursor keeps what it saw; @@CURSOR_ROWS counts.
DECLARE c CURSOR STATIC FOR SELECT id FROM item
OPEN c
DELETE item WHERE id = 3
SELECT @@CURSOR_ROWS AS n
DECLARE @v int, @n int = 0
FETCH c INTO @v
WHILE @@FETCH_STATUS = 0 BEGIN SET @n += 1 FETCH c INTO @v END
SELECT @n AS n
CLOSE c
DEALLOCATE c
INSERT item VALUES (3, 'c')
GO
--> n int!
--> 3
--> n int
--> 3
-- A keyset cursor finds a row gone.
DECLARE @v int
DECLARE c CURSOR KEYSET FOR SELECT id FROM item ORDER BY id
OPEN c
DELETE item WHERE id = 1
FETCH c INTO @v
SELECT @@FETCH_STATUS AS status
FETCH c INTO @v
SELECT @@FETCH_STATUS AS status, @v AS v
CLOSE c
DEALLOCATE c
INSERT item VALUES (1, 'a')
GO
--> status int!
--> -2
--> status int!, v int
--> 0 | 2
-- A cursor lives over batches, unless it is LOCAL.
DECLARE c CURSOR GLOBAL FOR SELECT id FROM item ORDER BY id
OPEN c
GO
FETCH c
SELECT CURSOR_STATUS('global', 'c') AS status, CURSOR_STATUS('global', 'none') AS none
CLOSE c
SELECT CURSOR_STATUS('global', 'c') AS status
DEALLOCATE c
GO
--> id int!
--> 1
--> status smallint, none smallint
--> 1 | -3
--> status smallint
--> -1
DECLARE l CURSOR LOCAL FOR SELECT id FROM item
GO
CLOSE l
GO
--> Msg 16916, Level 16, State 1, Line 1: A cursor with the name 'l' does not exist.
-- Errors.
DECLARE c CURSOR FOR SELECT id, name FROM item
FETCH c
GO
--> Msg 16917, Level 16, State 2, Line 3: Cursor is not open.
DECLARE c CURSOR FOR SELECT 1 AS x
GO
--> Msg 16915, Level 16, State 1, Line 1: A cursor with the name 'c' already exists.
OPEN c
OPEN c
GO
--> Msg 16905, Level 16, State 1, Line 2: The cursor is already open.
DECLARE @v int
FETCH c INTO @v
GO
--> Msg 16924, Level 16, State 1, Line 2: Cursorfetch: The number of variables declared in the INTO list must match that of selected columns.
FETCH PRIOR FROM c
GO
--> Msg 16911, Level 16, State 1, Line 1: fetch: The fetch type prior cannot be used with forward only cursors.
CLOSE c
CLOSE c
GO
--> Msg 16917, Level 16, State 1, Line 2: Cursor is not open.
DEALLOCATE c
DEALLOCATE c
GO
--> Msg 16916, Level 16, State 1, Line 2: A cursor with the name 'c' does not exist.
