-- IF, WHILE, BREAK, CONTINUE, GOTO and RETURN.
DECLARE @i int = 0, @sum int = 0;
WHILE @i < 10
BEGIN
  SET @i += 1;
  IF @i % 2 = 0 CONTINUE;
  IF @i > 7 BREAK;
  SET @sum += @i;
END
SELECT @i AS i, @sum AS total;
GO
--> i int, total int
--> 9 | 16

-- An ELSE belongs to the nearest IF; unknown is not true.
IF 1 = 0 IF 1 = 1 PRINT 'inner then' ELSE PRINT 'inner else';
IF 1 = NULL PRINT 'then' ELSE PRINT 'else';
IF 1 = 0 PRINT 'a' PRINT 'not part of IF';
GO
--> print: else
--> print: not part of IF

-- A label can be jumped to from both sides.
DECLARE @n int = 0;
again:
SET @n += 1;
IF @n < 3 GOTO again;
GOTO done;
PRINT 'skipped';
done:
PRINT 'n = ' + CAST(@n AS varchar(10));
GO
--> print: n = 3

-- RETURN ends the batch from any depth.
PRINT 'before';
IF 1 = 1 BEGIN WHILE 1 = 1 BEGIN RETURN END END
PRINT 'after';
GO
--> print: before

-- DECLARE in a loop does not reset; a declaration in a branch that never runs declares all the same.
DECLARE @k int = 0;
WHILE @k < 3
BEGIN
  DECLARE @seen int;
  SET @seen = ISNULL(@seen, 0) + 1;
  SET @k += 1;
END
IF 1 = 0 DECLARE @dead int = 5;
SELECT @seen AS seen, @dead AS dead;
GO
--> seen int, dead int
--> 3 | NULL

-- Jumps out of TRY and CATCH leave them.
DECLARE @t int = 0;
WHILE @t < 3
BEGIN
  SET @t += 1;
  BEGIN TRY
    IF @t = 1 CONTINUE;
    IF @t = 2 SELECT 1 / 0 AS x;
    BREAK;
  END TRY
  BEGIN CATCH
    PRINT CONCAT('caught ', ERROR_NUMBER());
    CONTINUE;
  END CATCH
END
SELECT @t AS t, ERROR_NUMBER() AS outside;
GO
--> x int
--> print: caught 8134
--> t int, outside int
--> 3 | NULL

-- Errors of labels and variables come before anything runs.
PRINT 'never';
GOTO nowhere;
GO
--> Msg 133, Level 15, State 1, Line 4: A GOTO statement references the label 'nowhere' but the label has not been declared.
PRINT 'never';
twice:
twice:
GO
--> Msg 132, Level 15, State 1, Line 3: The label 'twice' has already been declared. Label names must be unique within a query batch or stored procedure.
PRINT 'never';
DECLARE @x int;
DECLARE @X varchar(10);
GO
--> Msg 134, Level 15, State 1, Line 3: The variable name '@X' has already been declared. Variable names must be unique within a query batch or stored procedure.
PRINT 'never';
SET @unknown = 1;
GO
--> Msg 137, Level 15, State 1, Line 2: Must declare the scalar variable "@unknown".
PRINT 'never';
SELECT @later;
DECLARE @later int;
GO
--> Msg 137, Level 15, State 2, Line 2: Must declare the scalar variable "@later".
