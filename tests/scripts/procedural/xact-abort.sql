SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL CONSTRAINT pk_item PRIMARY KEY)
GO
-- With XACT_ABORT ON any error ends the batch and the transaction.
SET XACT_ABORT ON
BEGIN TRAN
INSERT item VALUES (1)
INSERT item VALUES (1)
PRINT 'not reached'
GO
--> Msg 2627, Level 14, State 1, Line 5: Violation of PRIMARY KEY constraint 'pk_item'. Cannot insert duplicate key in object 'dbo.item'. The duplicate key value is (1).
SELECT @@TRANCOUNT AS n, (SELECT COUNT(*) FROM item) AS rows
GO
--> n int!, rows int
--> 0 | 0
-- Except RAISERROR.
SET XACT_ABORT ON
BEGIN TRAN
RAISERROR ('only this', 16, 1)
SELECT @@TRANCOUNT AS n
ROLLBACK
GO
--> Msg 50000, Level 16, State 1, Line 4: only this
--> n int!
--> 1
-- THROW obeys it.
SET XACT_ABORT ON
BEGIN TRAN;
THROW 50000, 'out', 1
GO
--> Msg 50000, Level 16, State 1, Line 4: out
SELECT @@TRANCOUNT AS n
GO
--> n int!
--> 0
-- Caught, the transaction cannot be committed: XACT_STATE is -1, reading goes, writing does not.
SET XACT_ABORT ON
BEGIN TRAN
INSERT item VALUES (5)
BEGIN TRY
  SELECT 1 / 0 AS n
END TRY
BEGIN CATCH
  SELECT XACT_STATE() AS state, @@TRANCOUNT AS n, (SELECT COUNT(*) FROM item) AS rows
  BEGIN TRY
    INSERT item VALUES (6)
  END TRY
  BEGIN CATCH
    SELECT ERROR_NUMBER() AS e
  END CATCH
  ROLLBACK
END CATCH
SELECT @@TRANCOUNT AS n, XACT_STATE() AS state
GO
--> n int
--> state smallint, n int!, rows int
--> -1 | 1 | 1
--> e int
--> 3930
--> n int!, state smallint
--> 0 | 0
-- COMMIT of such a transaction fails.
SET XACT_ABORT ON
BEGIN TRAN
BEGIN TRY
  SELECT 1 / 0 AS n
END TRY
BEGIN CATCH
  COMMIT
END CATCH
GO
--> n int
--> Msg 3930, Level 16, State 1, Line 8: The current transaction cannot be committed and cannot support operations that write to the log file. Roll back the transaction.
-- Left open, it is rolled back at the end of the batch.
SET XACT_ABORT ON
BEGIN TRAN
BEGIN TRY
  SELECT 1 / 0 AS n
END TRY
BEGIN CATCH
  PRINT 'left'
END CATCH
GO
--> n int
--> print: left
--> Msg 3998, Level 16, State 1, Line 1: Uncommittable transaction is detected at the end of the batch. The transaction is rolled back.
SELECT @@TRANCOUNT AS n
GO
--> n int!
--> 0
-- A conversion error dooms the transaction even with XACT_ABORT OFF.
SET XACT_ABORT OFF
BEGIN TRAN
BEGIN TRY
  SELECT CAST('x' AS int) AS n
END TRY
BEGIN CATCH
  SELECT XACT_STATE() AS state
END CATCH
ROLLBACK
GO
--> n int
--> state smallint
--> -1
-- Other errors do not.
BEGIN TRAN
BEGIN TRY
  SELECT 1 / 0 AS n
END TRY
BEGIN CATCH
  SELECT XACT_STATE() AS state
END CATCH
COMMIT
GO
--> n int
--> state smallint
--> 1
-- A procedure's setting is its own.
CREATE PROCEDURE strict AS SET XACT_ABORT ON
GO
EXEC strict
SELECT CASE WHEN @@OPTIONS & 16384 = 0 THEN 'off' ELSE 'on' END AS x
GO
--> x varchar(3)!
--> 'off'
