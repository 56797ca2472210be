SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL)
GO
-- ROLLBACK to a savepoint undoes what came after, and keeps the transaction.
BEGIN TRAN
INSERT item VALUES (1)
SAVE TRAN a
INSERT item VALUES (2)
SAVE TRANSACTION b
INSERT item VALUES (3)
ROLLBACK TRAN b
SELECT @@TRANCOUNT AS n, (SELECT COUNT(*) FROM item) AS rows
ROLLBACK TRAN a
SELECT COUNT(*) AS rows FROM item
COMMIT
SELECT id FROM item
GO
--> n int!, rows int
--> 1 | 2
--> rows int
--> 1
--> id int!
--> 1
-- A name may be used again: the last one counts.
BEGIN TRAN
SAVE TRAN s
INSERT item VALUES (10)
SAVE TRAN s
INSERT item VALUES (11)
ROLLBACK TRAN s
SELECT COUNT(*) AS n FROM item WHERE id >= 10
ROLLBACK
GO
--> n int
--> 1
-- The savepoint stays after a rollback to it.
BEGIN TRAN
SAVE TRAN s
INSERT item VALUES (20)
ROLLBACK TRAN s
INSERT item VALUES (21)
ROLLBACK TRAN s
SELECT COUNT(*) AS n FROM item WHERE id >= 20
COMMIT
GO
--> n int
--> 0
-- A name in a variable.
DECLARE @name varchar(32) = 'point'
BEGIN TRAN
SAVE TRAN @name
INSERT item VALUES (30)
ROLLBACK TRAN @name
COMMIT
SELECT COUNT(*) AS n FROM item WHERE id = 30
GO
--> n int
--> 0
-- An unknown name.
BEGIN TRAN
ROLLBACK TRAN nowhere
SELECT @@TRANCOUNT AS n
COMMIT
GO
--> Msg 6401, Level 16, State 1, Line 3: Cannot roll back nowhere. No transaction or savepoint of that name was found.
--> n int!
--> 1
-- A savepoint needs a transaction.
SAVE TRAN x
GO
--> Msg 628, Level 16, State 0, Line 2: Cannot issue SAVE TRANSACTION when there is no active transaction.
