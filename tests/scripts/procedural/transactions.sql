SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL CONSTRAINT pk_item PRIMARY KEY)
GO
-- BEGIN counts up, COMMIT down, ROLLBACK goes to zero.
BEGIN TRAN
BEGIN TRANSACTION
SELECT @@TRANCOUNT AS n
COMMIT
SELECT @@TRANCOUNT AS n
INSERT item VALUES (1)
ROLLBACK
SELECT @@TRANCOUNT AS n, (SELECT COUNT(*) FROM item) AS rows
GO
--> n int!
--> 2
--> n int!
--> 1
--> n int!, rows int
--> 0 | 0
-- Only the outermost COMMIT commits.
BEGIN TRAN
BEGIN TRAN
INSERT item VALUES (1)
COMMIT
ROLLBACK
SELECT COUNT(*) AS n FROM item
BEGIN TRAN
INSERT item VALUES (2)
COMMIT TRAN
SELECT COUNT(*) AS n FROM item
GO
--> n int
--> 0
--> n int
--> 1
-- It goes on over batches.
BEGIN TRAN
INSERT item VALUES (3)
GO
SELECT @@TRANCOUNT AS n, XACT_STATE() AS state
ROLLBACK
SELECT COUNT(*) AS n FROM item
GO
--> n int!, state smallint
--> 1 | 1
--> n int
--> 1
-- Without BEGIN there is nothing to commit or roll back.
COMMIT
GO
--> Msg 3902, Level 16, State 1, Line 2: The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.
ROLLBACK
GO
--> Msg 3903, Level 16, State 1, Line 1: The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.
-- Names: COMMIT ignores them, ROLLBACK knows the outermost.
BEGIN TRAN outer_one
BEGIN TRAN inner_one
COMMIT TRAN whatever
ROLLBACK TRAN outer_one
SELECT @@TRANCOUNT AS n
GO
--> n int!
--> 0
BEGIN TRAN outer_one
BEGIN TRAN inner_one
ROLLBACK TRAN inner_one
SELECT @@TRANCOUNT AS n
ROLLBACK
GO
--> Msg 6401, Level 16, State 1, Line 3: Cannot roll back inner_one. No transaction or savepoint of that name was found.
--> n int!
--> 2
-- An error does not end the transaction, a failed conversion does.
BEGIN TRAN
INSERT item VALUES (10)
INSERT item VALUES (10)
SELECT @@TRANCOUNT AS n
COMMIT
SELECT COUNT(*) AS n FROM item WHERE id = 10
GO
--> Msg 2627, Level 14, State 1, Line 4: Violation of PRIMARY KEY constraint 'pk_item'. Cannot insert duplicate key in object 'dbo.item'. The duplicate key value is (10).
--> info 3621: The statement has been terminated.
--> n int!
--> 1
--> n int
--> 1
BEGIN TRAN
INSERT item VALUES (20)
SELECT CAST('x' AS int) AS v
GO
--> v int
--> Msg 245, Level 16, State 1, Line 3: Conversion failed when converting the varchar value 'x' to data type int.
SELECT @@TRANCOUNT AS n, (SELECT COUNT(*) FROM item WHERE id = 20) AS rows
GO
--> n int!, rows int
--> 0 | 0
-- DDL is rolled back with the rest.
BEGIN TRAN
CREATE TABLE made (id int)
ALTER TABLE item ADD extra int NULL
ROLLBACK
SELECT OBJECT_ID('made') AS made, COL_LENGTH('item', 'extra') AS extra
GO
--> made int, extra smallint
--> NULL | NULL
-- A procedure that leaves another count is told about.
CREATE PROCEDURE opens AS BEGIN TRAN
GO
CREATE PROCEDURE closes AS ROLLBACK
GO
EXEC opens
SELECT @@TRANCOUNT AS n
ROLLBACK
GO
--> Msg 266, Level 16, State 2, Procedure opens, Line 0: Transaction count after EXECUTE indicates a mismatching number of BEGIN and COMMIT statements. Previous count = 0, current count = 1.
--> n int!
--> 1
BEGIN TRAN
EXEC closes
SELECT @@TRANCOUNT AS n
GO
--> Msg 266, Level 16, State 2, Procedure closes, Line 0: Transaction count after EXECUTE indicates a mismatching number of BEGIN and COMMIT statements. Previous count = 1, current count = 0.
--> n int!
--> 0
-- IMPLICIT_TRANSACTIONS opens one with the first change.
SET IMPLICIT_TRANSACTIONS ON
INSERT item VALUES (30)
SELECT @@TRANCOUNT AS n
ROLLBACK
SET IMPLICIT_TRANSACTIONS OFF
SELECT COUNT(*) AS n FROM item WHERE id = 30
GO
--> n int!
--> 1
--> n int
--> 0
