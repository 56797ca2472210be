SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL, name varchar(10) NOT NULL, note varchar(10))
INSERT item VALUES (1, 'pen', NULL)
GO
-- NULL into a NOT NULL column, written or left out.
INSERT item (id, name) VALUES (2, NULL)
SELECT 'the batch goes on' AS s
GO
--> Msg 515, Level 16, State 2, Line 2: Cannot insert the value NULL into column 'name', table 'golden.dbo.item'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
--> s varchar(17)!
--> 'the batch goes on'
INSERT item (id) SELECT 3
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'name', table 'golden.dbo.item'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
UPDATE item SET name = NULL WHERE id = 1
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'name', table 'golden.dbo.item'; column does not allow nulls. UPDATE fails.
--> info 3621: The statement has been terminated.
-- An UPDATE that touches no row is no error.
UPDATE item SET name = NULL WHERE id = 99
SELECT @@ERROR AS e, @@ROWCOUNT AS n
GO
--> e int!, n int!
--> 0 | 0
-- In a table variable.
DECLARE @t TABLE (a int NOT NULL)
INSERT @t VALUES (NULL)
GO
--> Msg 515, Level 16, State 2, Line 3: Cannot insert the value NULL into column 'a', table '@t'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
-- Caught, it can be looked at.
BEGIN TRY
  INSERT item VALUES (NULL, 'x', 'y')
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS n, ERROR_SEVERITY() AS s, ERROR_LINE() AS l
END CATCH
GO
--> n int, s int, l int
--> 515 | 16 | 3
