-- What an uncaught error ends: the statement, the scope, or the batch.
CREATE TABLE dbo.t (id int CONSTRAINT pk_t PRIMARY KEY, n tinyint NOT NULL);
GO

-- Most errors end their statement only.
INSERT dbo.t VALUES (1, 1), (1, 2);
PRINT 'after the duplicate';
SELECT 10 / 0;
PRINT CONCAT('@@ERROR was ', @@ERROR);
SELECT @@ERROR AS now_zero;
GO
--> Msg 2627, Level 14, State 1, Line 3: Violation of PRIMARY KEY constraint 'pk_t'. Cannot insert duplicate key in object 'dbo.t'. The duplicate key value is (1).
--> info 3621: The statement has been terminated.
--> print: after the duplicate
--> - int
--> Msg 8134, Level 16, State 1, Line 5: Divide by zero error encountered.
--> print: @@ERROR was 8134
--> now_zero int!
--> 0

-- A failed statement leaves nothing behind; @@ROWCOUNT is 0.
INSERT dbo.t VALUES (5, 5);
INSERT dbo.t VALUES (6, 6), (5, 7);
SELECT @@ROWCOUNT AS rows, (SELECT COUNT(*) FROM dbo.t) AS in_table;
GO
--> (1 row)
--> Msg 2627, Level 14, State 1, Line 4: Violation of PRIMARY KEY constraint 'pk_t'. Cannot insert duplicate key in object 'dbo.t'. The duplicate key value is (5).
--> info 3621: The statement has been terminated.
--> rows int!, in_table int
--> 0 | 1

-- A conversion error ends the batch and rolls back even without XACT_ABORT.
BEGIN TRAN;
INSERT dbo.t VALUES (7, 7);
SELECT CAST('x' AS int);
PRINT 'not reached';
GO
--> (1 row)
--> - int
--> Msg 245, Level 16, State 1, Line 5: Conversion failed when converting the varchar value 'x' to data type int.
SELECT @@TRANCOUNT AS open_transactions, COUNT(*) AS sevens FROM dbo.t WHERE id = 7;
GO
--> open_transactions int!, sevens int
--> 0 | 0

-- XACT_ABORT makes every error end the batch and roll back; RAISERROR is excepted, THROW is not.
SET XACT_ABORT ON;
BEGIN TRAN;
RAISERROR ('only reported', 16, 1);
PRINT CONCAT('still open: ', @@TRANCOUNT);
SELECT 1 / 0;
PRINT 'not reached';
GO
--> Msg 50000, Level 16, State 1, Line 5: only reported
--> print: still open: 1
--> - int
--> Msg 8134, Level 16, State 1, Line 7: Divide by zero error encountered.
SELECT @@TRANCOUNT AS open_transactions;
BEGIN TRAN;
THROW 50001, 'thrown', 3;
GO
--> open_transactions int!
--> 0
--> Msg 50001, Level 16, State 3, Line 3: thrown
SELECT @@TRANCOUNT AS open_transactions;
SET XACT_ABORT OFF;
GO
--> open_transactions int!
--> 0

-- A missing table is found when its statement runs: it ends the batch, and at the next level only the inner one.
PRINT 'before';
SELECT * FROM dbo.missing;
PRINT 'not reached';
GO
--> print: before
--> Msg 208, Level 16, State 1, Line 4: Invalid object name 'dbo.missing'.
EXEC ('SELECT * FROM dbo.missing; PRINT ''not reached''');
PRINT 'reached';
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'dbo.missing'.
--> print: reached

-- A missing column of a table that exists is found before anything runs.
PRINT 'not reached';
SELECT nothing FROM dbo.t;
GO
--> Msg 207, Level 16, State 1, Line 4: Invalid column name 'nothing'.

-- TRY does not catch what binding its own statements finds, but what a call finds.
BEGIN TRY
  SELECT * FROM dbo.missing;
END TRY
BEGIN CATCH
  PRINT 'not reached';
END CATCH
GO
--> Msg 208, Level 16, State 1, Line 4: Invalid object name 'dbo.missing'.
BEGIN TRY
  EXEC ('SELECT * FROM dbo.missing');
END TRY
BEGIN CATCH
  PRINT CONCAT('caught ', ERROR_NUMBER(), ' at line ', ERROR_LINE(), ': ', ERROR_MESSAGE());
END CATCH
GO
--> print: caught 208 at line 1: Invalid object name 'dbo.missing'.

-- Syntax errors: all are reported, nothing runs.
PRINT 'not reached';
SELECT FROM dbo.t;
SELECT 1 +;
GO
--> Msg 156, Level 15, State 1, Line 4: Incorrect syntax near the keyword 'FROM'.
--> Msg 102, Level 15, State 1, Line 5: Incorrect syntax near ';'.
