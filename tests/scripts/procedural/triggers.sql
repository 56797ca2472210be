SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL CONSTRAINT pk_item PRIMARY KEY, n int NOT NULL)
CREATE TABLE log (seq int IDENTITY, what varchar(20) NOT NULL, id int NULL, old_n int NULL, new_n int NULL)
GO
CREATE TRIGGER item_all ON item AFTER INSERT, UPDATE, DELETE AS
INSERT log (what, id, old_n, new_n)
SELECT CASE WHEN d.id IS NULL THEN 'insert' WHEN i.id IS NULL THEN 'delete' ELSE 'update' END, ISNULL(i.id, d.id), d.n, i.n
FROM inserted i FULL JOIN deleted d ON d.id = i.id ORDER BY 2
GO
-- It fires once a statement with all rows before and after.
INSERT item VALUES (1, 10), (2, 20)
UPDATE item SET n = n + 1
DELETE item WHERE id = 1
SELECT what, id, old_n, new_n FROM log ORDER BY seq
GO
--> what varchar(20)!, id int, old_n int, new_n int
--> 'insert' | 1 | NULL | 10
--> 'insert' | 2 | NULL | 20
--> 'update' | 1 | 10 | 11
--> 'update' | 2 | 20 | 21
--> 'delete' | 1 | 11 | NULL
CREATE TRIGGER item_count ON item FOR UPDATE AS
DECLARE @n int = (SELECT COUNT(*) FROM inserted)
PRINT CAST(@n AS varchar(5)) + ' rows, n ' + CASE WHEN UPDATE(n) THEN 'set' ELSE 'not set' END + ', level ' + CAST(TRIGGER_NESTLEVEL() AS varchar(5)) + ', trancount ' + CAST(@@TRANCOUNT AS varchar(5))
GO
-- Also without rows; UPDATE() tells whether a column was in SET; a transaction is always open.
UPDATE item SET n = 0 WHERE id = 99
UPDATE item SET id = id
GO
--> print: 0 rows, n set, level 1, trancount 1
--> print: 1 rows, n not set, level 1, trancount 1
DROP TRIGGER item_all, item_count
GO
CREATE TRIGGER item_guard ON item AFTER INSERT AS
IF EXISTS (SELECT 1 FROM inserted WHERE n < 0)
BEGIN
  RAISERROR ('negative', 16, 1)
  ROLLBACK TRANSACTION
END
GO
-- ROLLBACK in a trigger undoes the statement and ends the batch.
INSERT item VALUES (5, -1)
PRINT 'not reached'
GO
--> Msg 50000, Level 16, State 1, Procedure item_guard, Line 4: negative
--> Msg 3609, Level 16, State 1, Line 2: The transaction ended in the trigger. The batch has been aborted.
SELECT COUNT(*) AS n FROM item WHERE id = 5
GO
--> n int
--> 0
DROP TRIGGER item_guard
GO
CREATE TRIGGER item_throw ON item AFTER DELETE AS THROW 50005, 'not allowed', 1
GO
-- An error in a trigger undoes the statement.
DELETE item
PRINT 'not reached'
GO
--> Msg 50005, Level 16, State 1, Procedure item_throw, Line 1: not allowed
SELECT COUNT(*) AS n FROM item
GO
--> n int
--> 1
-- A disabled trigger does not fire.
DISABLE TRIGGER item_throw ON item
DELETE item
SELECT COUNT(*) AS n FROM item
GO
--> n int
--> 0
ENABLE TRIGGER item_throw ON item
ALTER TABLE item DISABLE TRIGGER ALL
DELETE item
DROP TRIGGER item_throw
GO
CREATE VIEW item_view AS SELECT id, n, n * 2 AS twice FROM item
GO
CREATE TRIGGER view_insert ON item_view INSTEAD OF INSERT AS
INSERT item SELECT id, twice / 2 FROM inserted
GO
-- INSTEAD OF takes the place of the change; on a view it makes it possible.
INSERT item_view (id, n, twice) VALUES (7, 0, 84)
SELECT id, n, twice FROM item_view
GO
--> id int!, n int!, twice int
--> 7 | 42 | 84
CREATE TRIGGER item_instead ON item INSTEAD OF DELETE AS UPDATE item SET n = -1 WHERE id IN (SELECT id FROM deleted)
GO
DELETE item WHERE id = 7
SELECT @@ROWCOUNT AS counted, (SELECT n FROM item) AS n
GO
--> counted int!, n int
--> 1 | -1
-- A result set in a trigger is sent.
CREATE TRIGGER item_show ON item AFTER UPDATE AS SELECT id, n FROM inserted
GO
UPDATE item SET n = 3
GO
--> id int, n int
--> 7 | 3
-- inserted and deleted are for triggers only.
SELECT * FROM inserted
GO
--> Msg 208, Level 16, State 1, Line 2: Invalid object name 'inserted'.
-- Not on a table that is not there.
CREATE TRIGGER lost ON missing AFTER INSERT AS PRINT 'x'
GO
--> Msg 8197, Level 16, State 4, Procedure lost, Line 2: The object 'missing' does not exist or is invalid for this operation.
