-- TRY, CATCH, THROW and the ERROR_ functions.
CREATE TABLE dbo.log (id int IDENTITY PRIMARY KEY, text varchar(100) NOT NULL);
GO
CREATE PROCEDURE dbo.report AS
SELECT ERROR_NUMBER() AS number, ERROR_SEVERITY() AS severity, ERROR_STATE() AS state, ERROR_LINE() AS line, ERROR_PROCEDURE() AS [procedure], ERROR_MESSAGE() AS message;
GO
CREATE PROCEDURE dbo.fails @divisor int AS
BEGIN
  SET NOCOUNT ON;

  DECLARE @x int = 1 / @divisor;
  RETURN 5;
END
GO

-- ERROR_ functions work in procedures that CATCH calls, and are NULL outside.
BEGIN TRY
  EXEC dbo.fails 0;
END TRY
BEGIN CATCH
  EXEC dbo.report;
END CATCH
EXEC dbo.report;
GO
--> number int, severity int, state int, line int, procedure nvarchar(128), message nvarchar(4000)
--> 8134 | 16 | 1 | 5 | 'dbo.fails' | 'Divide by zero error encountered.'
--> number int, severity int, state int, line int, procedure nvarchar(128), message nvarchar(4000)
--> NULL | NULL | NULL | NULL | NULL | NULL

-- A nested CATCH hides the outer error and gives it back.
BEGIN TRY
  RAISERROR ('outer', 16, 2);
END TRY
BEGIN CATCH
  BEGIN TRY
    RAISERROR ('inner', 15, 3);
  END TRY
  BEGIN CATCH
    PRINT ERROR_MESSAGE();
  END CATCH
  PRINT ERROR_MESSAGE();
END CATCH
GO
--> print: inner
--> print: outer

-- THROW without arguments rethrows the error as it was and ends the batch.
BEGIN TRY
  EXEC fails @divisor = 0;
END TRY
BEGIN CATCH
  PRINT 'rethrowing';
  THROW;
  PRINT 'not reached';
END CATCH
PRINT 'not reached';
GO
--> print: rethrowing
--> Msg 8134, Level 16, State 1, Procedure fails, Line 5: Divide by zero error encountered.

-- THROW has severity 16; an uncaught one ends the batch.
THROW 50123, N'with 100 % of its text', 7;
PRINT 'not reached';
GO
--> Msg 50123, Level 16, State 7, Line 3: with 100 % of its text
THROW 49999, 'too low', 1;
GO
--> Msg 35100, Level 16, State 10, Line 1: Error number 49999 in the THROW statement is outside the valid range. Specify an error number in the valid range of 50000 to 2147483647.
THROW;
GO
--> Msg 10704, Level 15, State 1, Line 1: To rethrow an error, a THROW statement must be used inside a CATCH block. Insert the THROW statement inside a CATCH block, or add error parameters to the THROW statement.

-- Messages of severity 10 and below do not reach CATCH.
BEGIN TRY
  RAISERROR ('note', 10, 1);
  RAISERROR ('low', 5, 1);
  PRINT 'reached';
END TRY
BEGIN CATCH
  PRINT 'not reached';
END CATCH
GO
--> info 50000: note
--> info 50000: low
--> print: reached

-- An error in CATCH goes to the next TRY outside.
BEGIN TRY
  BEGIN TRY
    SELECT 1 / 0;
  END TRY
  BEGIN CATCH
    INSERT dbo.log (text) VALUES (NULL);
  END CATCH
END TRY
BEGIN CATCH
  PRINT CONCAT(ERROR_NUMBER(), ' from line ', ERROR_LINE());
END CATCH
GO
--> - int
--> print: 515 from line 8

-- Under XACT_ABORT a caught error dooms the transaction: it can be read in, not written, and only rolled back.
SET XACT_ABORT ON;
BEGIN TRAN;
BEGIN TRY
  INSERT dbo.log (text) VALUES ('kept?');
  SELECT 1 / 0;
END TRY
BEGIN CATCH
  SELECT XACT_STATE() AS state, @@TRANCOUNT AS open_transactions, COUNT(*) AS rows FROM dbo.log;
  BEGIN TRY
    INSERT dbo.log (text) VALUES ('no');
  END TRY
  BEGIN CATCH
    PRINT ERROR_MESSAGE();
  END CATCH
  BEGIN TRY
    COMMIT;
  END TRY
  BEGIN CATCH
    PRINT ERROR_NUMBER();
  END CATCH
  ROLLBACK;
END CATCH
SELECT XACT_STATE() AS state, COUNT(*) AS rows FROM dbo.log;
GO
--> (1 row)
--> - int
--> state smallint, open_transactions int!, rows int
--> -1 | 1 | 1
--> print: The current transaction cannot be committed and cannot support operations that write to the log file. Roll back the transaction.
--> print: 3930
--> state smallint, rows int
--> 0 | 0

-- A doomed transaction that is left open is rolled back at the end of the batch.
BEGIN TRAN;
BEGIN TRY
  SELECT 1 / 0;
END TRY
BEGIN CATCH
  PRINT 'caught';
END CATCH
GO
--> - int
--> print: caught
--> Msg 3998, Level 16, State 1, Line 1: Uncommittable transaction is detected at the end of the batch. The transaction is rolled back.
SELECT @@TRANCOUNT AS open_transactions;
SET XACT_ABORT OFF;
GO
--> open_transactions int!
--> 0

-- Without it the transaction stays usable.
BEGIN TRAN;
BEGIN TRY
  INSERT dbo.log (text) VALUES ('kept');
  SELECT 1 / 0;
END TRY
BEGIN CATCH
  SELECT XACT_STATE() AS state;
END CATCH
COMMIT;
SELECT text FROM dbo.log;
GO
--> (1 row)
--> - int
--> state smallint
--> 1
--> text varchar(100)!
--> 'kept'
