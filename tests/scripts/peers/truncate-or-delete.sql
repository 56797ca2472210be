-- TRUNCATE of a referenced table fails when it runs: the batch goes on, and TRY catches it.
CREATE TABLE parent (id int PRIMARY KEY)
CREATE TABLE child (id int REFERENCES parent (id))
INSERT parent VALUES (1), (2)
GO
--> (2 rows)
PRINT 'before'
TRUNCATE TABLE parent
PRINT 'after'
GO
--> print: before
--> Msg 4712, Level 16, State 1, Line 2: Cannot truncate table 'parent' because it is being referenced by a FOREIGN KEY constraint.
--> print: after
BEGIN TRY
  TRUNCATE TABLE parent
END TRY
BEGIN CATCH
  PRINT ERROR_MESSAGE()
  DELETE parent
END CATCH
GO
--> print: Cannot truncate table 'parent' because it is being referenced by a FOREIGN KEY constraint.
--> (2 rows)
-- COLUMNS_UPDATED() of a DELETE is empty.
CREATE TRIGGER tr ON child AFTER DELETE AS SELECT DATALENGTH(COLUMNS_UPDATED()) AS bytes
GO
DELETE child
GO
--> bytes int
--> 0
--> (0 rows)
