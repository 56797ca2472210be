-- IF takes one statement; unknown is not true.
IF 1 = 1 PRINT 'yes'
IF NULL = 1 PRINT 'no' ELSE PRINT 'else'
IF 1 = 0 PRINT 'a' PRINT 'b'
GO
--> print: yes
--> print: else
--> print: b
-- ELSE belongs to the nearest IF.
IF 1 = 1
  IF 1 = 0 PRINT 'inner'
  ELSE PRINT 'else of inner'
IF 1 = 0
BEGIN
  IF 1 = 1 PRINT 'x'
END
ELSE PRINT 'else of outer'
GO
--> print: else of inner
--> print: else of outer
-- EXISTS and a subquery.
IF EXISTS (SELECT 1 WHERE 1 = 0) PRINT 'rows' ELSE IF (SELECT COUNT(*) FROM (VALUES (1)) t (v)) = 1 PRINT 'one'
GO
--> print: one
-- WHILE with BREAK and CONTINUE.
DECLARE @i int = 0, @s varchar(20) = ''
WHILE 1 = 1
BEGIN
  SET @i += 1
  IF @i = 2 CONTINUE
  IF @i > 4 BREAK
  SET @s += CAST(@i AS varchar(5))
END
SELECT @s AS s
GO
--> s varchar(20)
--> '134'
-- BREAK leaves the inner loop only.
DECLARE @i int = 0, @j int, @n int = 0
WHILE @i < 3
BEGIN
  SET @i += 1
  SET @j = 0
  WHILE @j < 10
  BEGIN
    SET @j += 1
    IF @j = 2 BREAK
    SET @n += 1
  END
END
SELECT @n AS n
GO
--> n int
--> 3
-- GOTO, forwards and backwards, and out of a block.
DECLARE @i int = 0
again:
SET @i += 1
IF @i < 3 GOTO again
BEGIN
  GOTO done
  PRINT 'skipped'
END
done:
SELECT @i AS i
GO
--> i int
--> 3
-- RETURN ends the batch.
PRINT 'before'
IF 1 = 1 RETURN
PRINT 'after'
GO
--> print: before
-- A condition that is none.
IF 1 PRINT 'x'
GO
--> Msg 4145, Level 15, State 1, Line 2: An expression of non-boolean type specified in a context where a condition is expected, near 'PRINT'.
-- BREAK and CONTINUE need a loop, even where they are not reached.
IF 1 = 0 BREAK
GO
--> Msg 135, Level 15, State 1, Line 2: Cannot use a BREAK statement outside the scope of a WHILE statement.
CONTINUE
GO
--> Msg 136, Level 15, State 1, Line 1: Cannot use a CONTINUE statement outside the scope of a WHILE statement.
-- Labels.
GOTO nowhere
GO
--> Msg 133, Level 15, State 1, Line 2: A GOTO statement references the label 'nowhere' but the label has not been declared.
here:
here:
GO
--> Msg 132, Level 15, State 1, Line 2: The label 'here' has already been declared. Label names must be unique within a query batch or stored procedure.
-- A value goes with RETURN in a procedure only.
RETURN 1
GO
--> Msg 178, Level 15, State 1, Line 2: A RETURN statement with a return value cannot be used in this context.
-- A block needs a statement.
BEGIN END
GO
--> Msg 102, Level 15, State 1, Line 2: Incorrect syntax near 'END'.
