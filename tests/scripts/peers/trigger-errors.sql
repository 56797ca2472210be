-- An error that a trigger's body catches itself still ends the batch, unless the body has switched XACT_ABORT off.
CREATE TABLE t (a int)
CREATE TABLE audit (note varchar(20))
GO
CREATE TRIGGER tr ON t AFTER INSERT AS
INSERT audit VALUES ('fired')
BEGIN TRY
  DECLARE @x int = 1 / 0
END TRY
BEGIN CATCH
  PRINT CONCAT('caught ', ERROR_NUMBER(), ', state ', XACT_STATE())
END CATCH
GO
INSERT t VALUES (1)
PRINT 'not reached'
GO
--> (1 row)
--> print: caught 8134, state -1
--> Msg 3616, Level 16, State 1, Line 1: An error was raised during trigger execution. The batch has been aborted and the user transaction, if any, has been rolled back.
SELECT COUNT(*) AS t, (SELECT COUNT(*) FROM audit) AS audit, @@TRANCOUNT AS open_transactions FROM t
GO
--> t int, audit int, open_transactions int!
--> 0 | 0 | 0
-- A user transaction goes too.
BEGIN TRANSACTION
INSERT audit VALUES ('before')
INSERT t VALUES (2)
GO
--> (1 row)
--> (1 row)
--> print: caught 8134, state -1
--> Msg 3616, Level 16, State 1, Line 4: An error was raised during trigger execution. The batch has been aborted and the user transaction, if any, has been rolled back.
SELECT COUNT(*) AS audit, @@TRANCOUNT AS open_transactions FROM audit
GO
--> audit int, open_transactions int!
--> 0 | 0
-- Whoever calls may catch it.
BEGIN TRY
  INSERT t VALUES (3)
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, ERROR_MESSAGE() AS message, @@TRANCOUNT AS open_transactions
END CATCH
GO
--> (1 row)
--> print: caught 8134, state -1
--> number int, message nvarchar(4000), open_transactions int!
--> 3616 | 'An error was raised during trigger execution. The batch has been aborted and the user transaction, if any, has been rolled back.' | 0
-- RAISERROR that is caught counts, severity 10 does not.
ALTER TRIGGER tr ON t AFTER INSERT AS
BEGIN TRY RAISERROR('mine', 16, 1) END TRY BEGIN CATCH PRINT 'caught' END CATCH
GO
INSERT t VALUES (4)
GO
--> print: caught
--> Msg 3616, Level 16, State 1, Line 1: An error was raised during trigger execution. The batch has been aborted and the user transaction, if any, has been rolled back.
ALTER TRIGGER tr ON t AFTER INSERT AS
BEGIN TRY RAISERROR('mine', 10, 1) END TRY BEGIN CATCH PRINT 'caught' END CATCH
GO
INSERT t VALUES (5)
SELECT a FROM t
GO
--> info 50000: mine
--> (1 row)
--> a int
--> 5
-- The body's own option.
ALTER TRIGGER tr ON t AFTER INSERT AS
SELECT @@OPTIONS & 16384 AS xact_abort
SET XACT_ABORT OFF
BEGIN TRY
  DECLARE @x int = 1 / 0
END TRY
BEGIN CATCH
  PRINT CONCAT('caught, state ', XACT_STATE())
END CATCH
GO
INSERT t VALUES (6)
SELECT a FROM t
SELECT @@OPTIONS & 16384 AS xact_abort
GO
--> xact_abort int!
--> 16384
--> print: caught, state 1
--> (1 row)
--> a int
--> 5
--> 6
--> xact_abort int!
--> 0
-- A doomed transaction writes nothing more.
ALTER TRIGGER tr ON t AFTER INSERT AS
BEGIN TRY
  DECLARE @x int = 1 / 0
END TRY
BEGIN CATCH
  INSERT audit VALUES ('error')
END CATCH
GO
INSERT t VALUES (7)
GO
--> Msg 3930, Level 16, State 1, Procedure tr, Line 7: The current transaction cannot be committed and cannot support operations that write to the log file. Roll back the transaction.
SELECT COUNT(*) AS t FROM t
GO
--> t int
--> 2
