SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL CONSTRAINT pk_item PRIMARY KEY, qty int NULL CHECK (qty > 0))
INSERT item VALUES (1, 1)
GO
-- An error goes to CATCH; the rest of TRY is skipped and the batch goes on behind.
BEGIN TRY
  SELECT 1 / 0 AS n
  PRINT 'not reached'
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, ERROR_SEVERITY() AS severity, ERROR_STATE() AS state, ERROR_LINE() AS line, ERROR_PROCEDURE() AS [procedure], ERROR_MESSAGE() AS message
END CATCH
PRINT 'goes on'
GO
--> n int
--> number int, severity int, state int, line int, procedure nvarchar(128), message nvarchar(4000)
--> 8134 | 16 | 1 | 3 | NULL | 'Divide by zero error encountered.'
--> print: goes on
-- Without an error CATCH is skipped; outside of it the functions are NULL.
BEGIN TRY
  PRINT 'fine'
END TRY
BEGIN CATCH
  PRINT 'not reached'
END CATCH
SELECT ERROR_NUMBER() AS n
GO
--> print: fine
--> n int
--> NULL
-- They nest; the inner error is over when its CATCH is.
BEGIN TRY
  INSERT item VALUES (1, 1)
END TRY
BEGIN CATCH
  BEGIN TRY
    SELECT CAST('x' AS int) AS n
  END TRY
  BEGIN CATCH
    SELECT ERROR_NUMBER() AS inner_error
  END CATCH
  SELECT ERROR_NUMBER() AS outer_error, @@ERROR AS last
END CATCH
GO
--> n int
--> inner_error int
--> 245
--> outer_error int, last int!
--> 2627 | 0
CREATE PROCEDURE fails AS
PRINT 'in'

SELECT 1 / 0 AS n
PRINT 'after'
GO
-- An error in a procedure without TRY goes to the caller's CATCH, with the procedure's line.
BEGIN TRY
  EXEC fails
END TRY
BEGIN CATCH
  SELECT ERROR_PROCEDURE() AS [procedure], ERROR_LINE() AS line
END CATCH
GO
--> print: in
--> n int
--> procedure nvarchar(128), line int
--> 'fails' | 4
CREATE PROCEDURE tells AS SELECT ERROR_NUMBER() AS number, ERROR_PROCEDURE() AS [procedure]
GO
-- The functions work in a procedure that CATCH calls.
BEGIN TRY
  EXEC fails
END TRY
BEGIN CATCH
  EXEC tells
END CATCH
GO
--> print: in
--> n int
--> number int, procedure nvarchar(128)
--> 8134 | 'fails'
-- THROW alone raises the error again, with its line and procedure.
BEGIN TRY
  EXEC fails
END TRY
BEGIN CATCH
  PRINT 'again';
  THROW
END CATCH
PRINT 'not reached'
GO
--> print: in
--> n int
--> print: again
--> Msg 8134, Level 16, State 1, Procedure fails, Line 4: Divide by zero error encountered.
-- A missing table is not caught where it is, but one call away it is.
BEGIN TRY
  SELECT * FROM missing_table
END TRY
BEGIN CATCH
  PRINT 'not reached'
END CATCH
GO
--> Msg 208, Level 16, State 1, Line 3: Invalid object name 'missing_table'.
BEGIN TRY
  EXEC ('SELECT * FROM missing_table')
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS n, ERROR_LINE() AS line
END CATCH
GO
--> n int, line int
--> 208 | 1
-- A syntax error in dynamic SQL as well.
BEGIN TRY
  EXEC ('SELECT FROM')
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS n, ERROR_MESSAGE() AS m
END CATCH
GO
--> n int, m nvarchar(4000)
--> 156 | 'Incorrect syntax near the keyword ''FROM''.'
-- Severity of 10 and below is not caught.
BEGIN TRY
  RAISERROR ('only told', 10, 1)
  PRINT 'next'
END TRY
BEGIN CATCH
  PRINT 'not reached'
END CATCH
GO
--> info 50000: only told
--> print: next
-- GOTO and RETURN leave a TRY; WHILE may go around it.
DECLARE @i int = 0
WHILE @i < 3
BEGIN
  SET @i += 1
  BEGIN TRY
    IF @i = 2 CONTINUE
    SELECT 1 / (@i - 3) AS q
  END TRY
  BEGIN CATCH
    PRINT 'caught ' + CAST(@i AS varchar(5))
  END CATCH
END
GO
--> q int
--> 0
--> q int
--> print: caught 3
-- A constraint.
BEGIN TRY
  UPDATE item SET qty = -1
END TRY
BEGIN CATCH
  IF ERROR_NUMBER() = 547 PRINT 'check'
END CATCH
SELECT qty FROM item
GO
--> print: check
--> qty int
--> 1
-- TRY needs CATCH, right behind.
BEGIN TRY
  PRINT 'x'
END TRY
GO
--> Msg 102, Level 15, State 1, Line 4: Incorrect syntax near 'TRY'.
