-- THROW has severity 16, ends the batch and is caught.
THROW 50001, 'custom', 7
PRINT 'not reached'
GO
--> Msg 50001, Level 16, State 7, Line 2: custom
BEGIN TRY
  THROW 60000, 'in try', 1
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS n, ERROR_MESSAGE() AS m, ERROR_STATE() AS s
END CATCH
GO
--> n int, m nvarchar(4000), s int
--> 60000 | 'in try' | 1
-- Variables; the message is not a format.
DECLARE @n int = 51000, @m nvarchar(50) = N'100 % of %s', @s tinyint = 3;
THROW @n, @m, @s
GO
--> Msg 51000, Level 16, State 3, Line 3: 100 % of %s
CREATE PROCEDURE check_it @v int AS
IF @v < 0
  THROW 50010, 'negative', 1
SELECT @v AS v
GO
-- From a procedure it ends the callers, too.
EXEC check_it 1
EXEC check_it -1
PRINT 'not reached'
GO
--> v int
--> 1
--> Msg 50010, Level 16, State 1, Procedure check_it, Line 3: negative
-- Rethrown, it keeps number, state and line.
BEGIN TRY
  EXEC check_it -1
END TRY
BEGIN CATCH
  THROW;
END CATCH
GO
--> Msg 50010, Level 16, State 1, Procedure check_it, Line 3: negative
-- Numbers begin at 50000.
THROW 49999, 'x', 1
GO
--> Msg 35100, Level 16, State 10, Line 2: Error number 49999 in the THROW statement is outside the valid range. Specify an error number in the valid range of 50000 to 2147483647.
-- Alone it belongs into CATCH.
THROW
GO
--> Msg 10704, Level 15, State 1, Line 2: To rethrow an error, a THROW statement must be used inside a CATCH block. Insert the THROW statement inside a CATCH block, or add error parameters to the THROW statement.
-- The statement before must end with a semicolon: THROW would be an alias.
SELECT 1 THROW 50000, 'x', 1
GO
--> Msg 102, Level 15, State 1, Line 2: Incorrect syntax near '50000'.
