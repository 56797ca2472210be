SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL PRIMARY KEY)
INSERT item VALUES (1), (2)
GO
-- A variable may hold a cursor.
DECLARE @c CURSOR, @v int, @n int = 0
SET @c = CURSOR FOR SELECT id FROM item ORDER BY id
OPEN @c
FETCH @c INTO @v
WHILE @@FETCH_STATUS = 0 BEGIN SET @n += @v FETCH NEXT FROM @c INTO @v END
CLOSE @c
DEALLOCATE @c
SELECT @n AS n
GO
--> n int
--> 3
-- A procedure gives one back.
CREATE PROCEDURE items @c CURSOR VARYING OUTPUT AS
SET @c = CURSOR FORWARD_ONLY STATIC FOR SELECT id FROM item ORDER BY id DESC
OPEN @c
GO
DECLARE @mine CURSOR, @v int
EXEC items @c = @mine OUTPUT
FETCH @mine INTO @v
SELECT @v AS v, CURSOR_STATUS('variable', '@mine') AS status
CLOSE @mine
DEALLOCATE @mine
GO
--> v int, status smallint
--> 2 | 1
-- Two names of one cursor.
DECLARE c CURSOR FOR SELECT id FROM item ORDER BY id
DECLARE @c CURSOR, @v int
SET @c = c
OPEN c
FETCH @c INTO @v
FETCH c INTO @v
SELECT @v AS v
DEALLOCATE c
DEALLOCATE @c
GO
--> v int
--> 2
-- Nothing in it.
DECLARE @c CURSOR
CLOSE @c
GO
--> Msg 16950, Level 16, State 2, Line 3: The variable '@c' does not currently have a cursor allocated to it.
