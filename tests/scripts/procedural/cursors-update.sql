SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL PRIMARY KEY, n int NOT NULL)
INSERT item VALUES (1, 10), (2, 20), (3, 30)
GO
-- WHERE CURRENT OF changes the row under the cursor.
DECLARE @id int
DECLARE c CURSOR FOR SELECT id FROM item FOR UPDATE
OPEN c
FETCH c INTO @id
WHILE @@FETCH_STATUS = 0
BEGIN
  IF @id = 2 DELETE item WHERE CURRENT OF c
  ELSE UPDATE item SET n = n + @id WHERE CURRENT OF c
  FETCH c INTO @id
END
CLOSE c
DEALLOCATE c
SELECT id, n FROM item ORDER BY id
GO
--> id int!, n int!
--> 1 | 11
--> 3 | 33
-- A read-only cursor does not.
DECLARE c CURSOR READ_ONLY FOR SELECT id FROM item
OPEN c
FETCH c
UPDATE item SET n = 0 WHERE CURRENT OF c
GO
--> id int!
--> 1
--> Msg 16929, Level 16, State 1, Line 5: The cursor is READ ONLY.
--> info 3621: The statement has been terminated.
DEALLOCATE c
GO
-- Nor does one that stands on no row.
DECLARE c CURSOR FOR SELECT id FROM item
OPEN c
UPDATE item SET n = 0 WHERE CURRENT OF c
GO
--> Msg 16931, Level 16, State 1, Line 4: There are no rows in the current fetch buffer.
--> info 3621: The statement has been terminated.
DEALLOCATE c
GO
