-- An error that leaves a trigger for a TRY dooms the transaction.
CREATE TABLE t (id int)
GO
CREATE TRIGGER tr ON t AFTER INSERT AS THROW 50001, 'thrown', 1
GO
BEGIN TRAN
BEGIN TRY
  INSERT t VALUES (1)
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, @@TRANCOUNT AS open_transactions, XACT_STATE() AS state
END CATCH
ROLLBACK
GO
--> number int, open_transactions int!, state smallint
--> 50001 | 1 | -1
BEGIN TRY
  INSERT t VALUES (1)
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, @@TRANCOUNT AS open_transactions, XACT_STATE() AS state
END CATCH
GO
--> number int, open_transactions int!, state smallint
--> 50001 | 0 | 0
DISABLE TRIGGER nothing ON t
GO
--> Msg 1088, Level 16, State 119, Line 1: Cannot find the object "nothing" because it does not exist or you do not have permissions.
ENABLE TRIGGER tr ON nothing
GO
--> Msg 1088, Level 16, State 21, Line 1: Cannot find the object "nothing" because it does not exist or you do not have permissions.
CREATE TRIGGER golden.dbo.other ON t AFTER INSERT AS SELECT 1
GO
--> Msg 166, Level 15, State 1, Procedure other, Line 1: 'CREATE/ALTER TRIGGER' does not allow specifying the database name as a prefix to the object name.
CREATE PROCEDURE p AS USE master
GO
--> Msg 154, Level 15, State 1, Procedure p, Line 1: a USE database statement is not allowed in a procedure, function or trigger.
