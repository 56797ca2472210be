-- Procedures: parameters, defaults, OUTPUT, return codes, nesting.
CREATE PROCEDURE dbo.p @a int, @b varchar(10) = 'dflt', @c int = NULL OUTPUT AS
BEGIN
  SET NOCOUNT ON;
  SELECT @a AS a, @b AS b, @c AS c;
  SET @c = @a * 2;
  RETURN @a;
END
GO
EXEC dbo.p 1;
EXEC p @b = 'named', @a = 2;
EXEC dbo.p 3, DEFAULT, NULL;
GO
--> a int, b varchar(10), c int
--> 1 | 'dflt' | NULL
--> a int, b varchar(10), c int
--> 2 | 'named' | NULL
--> a int, b varchar(10), c int
--> 3 | 'dflt' | NULL
EXECUTE dbo.p 4, unquoted;
GO
--> a int, b varchar(10), c int
--> 4 | 'unquoted' | NULL

-- OUTPUT needs the word at both ends; a caller that leaves it out keeps its variable.
DECLARE @rc int, @out int = 7, @kept int = 8;
EXEC @rc = dbo.p 5, @c = @out OUTPUT;
EXEC dbo.p 6, @c = @kept;
SELECT @rc AS rc, @out AS [out], @kept AS kept;
GO
--> a int, b varchar(10), c int
--> 5 | 'dflt' | 7
--> a int, b varchar(10), c int
--> 6 | 'dflt' | 8
--> rc int, out int, kept int
--> 5 | 10 | 8
DECLARE @x int;
EXEC dbo.p 1, @b = @x OUTPUT;
GO
--> Msg 8162, Level 16, State 2, Procedure dbo.p, Line 0: The formal parameter "@b" was not declared as an OUTPUT parameter, but the actual parameter passed in requested output.

-- Calls that do not fit.
EXEC dbo.p;
EXEC dbo.p 1, 'b', 3, 4;
EXEC dbo.p @nope = 1;
EXEC dbo.p 1, @nope = 1;
EXEC dbo.p @a = 1, @a = 2;
EXEC dbo.p 'abc';
EXEC dbo.nowhere 1;
GO
--> Msg 201, Level 16, State 4, Procedure dbo.p, Line 0: Procedure or function 'p' expects parameter '@a', which was not supplied.
--> Msg 8144, Level 16, State 2, Procedure dbo.p, Line 0: Procedure or function p has too many arguments specified.
--> Msg 201, Level 16, State 4, Procedure dbo.p, Line 0: Procedure or function 'p' expects parameter '@a', which was not supplied.
--> Msg 8145, Level 16, State 1, Procedure dbo.p, Line 0: @nope is not a parameter for procedure p.
--> Msg 8143, Level 16, State 1, Procedure dbo.p, Line 0: Parameter '@a' was supplied multiple times.
--> Msg 8114, Level 16, State 5, Procedure dbo.p, Line 0: Error converting data type varchar to int.
EXEC dbo.p @a = 1, 2;
GO
--> Msg 119, Level 15, State 1, Line 1: Must pass parameter number 2 and subsequent parameters as '@name = value'. After the form '@name = value' has been used, all subsequent parameters must be passed in the form '@name = value'.
EXEC nodb.dbo.p 1;
GO
--> Msg 911, Level 16, State 1, Line 1: Database 'nodb' does not exist. Make sure that the name is entered correctly.
CREATE PROCEDURE dbo.none AS SELECT 1 AS one;
GO
EXEC dbo.none 1;
GO
--> Msg 8146, Level 16, State 2, Procedure dbo.none, Line 0: Procedure none has no parameters and arguments were supplied.

-- A name in a variable.
DECLARE @name sysname = N'dbo.none';
EXEC @name;
GO
--> one int!
--> 1

-- Without RETURN the status is 0, or tells of the worst error of the body.
CREATE PROCEDURE dbo.status @how int AS
IF @how = 1 RETURN;
IF @how = 2 RETURN NULL;
IF @how = 3 RAISERROR ('worse', 16, 1);
IF @how = 4 RETURN '42';
GO
DECLARE @s int = 99;
EXEC @s = dbo.status 0; SELECT @s AS s;
EXEC @s = dbo.status 1; SELECT @s AS s;
EXEC @s = dbo.status 2; SELECT @s AS s;
EXEC @s = dbo.status 3; SELECT @s AS s;
EXEC @s = dbo.status 4; SELECT @s AS s;
GO
--> s int
--> 0
--> s int
--> 0
--> info 282: The 'dbo.status' procedure attempted to return a status of NULL, which is not allowed. A status of 0 will be returned instead.
--> s int
--> 0
--> Msg 50000, Level 16, State 1, Procedure dbo.status, Line 6: worse
--> s int
--> -6
--> s int
--> 42

-- 32 levels.
CREATE PROCEDURE dbo.deep @n int AS
BEGIN
  IF @@NESTLEVEL = 32 PRINT 'level 32';
  SET @n += 1;
  EXEC dbo.deep @n;
END
GO
EXEC dbo.deep 0;
GO
--> print: level 32
--> Msg 217, Level 16, State 1, Procedure dbo.deep, Line 7: Maximum stored procedure, function, trigger, or view nesting level exceeded (limit 32).

-- Settings of a procedure end with it; ANSI_NULLS is that of its creation.
CREATE PROCEDURE dbo.settings AS
SET NOCOUNT ON;
SET DATEFIRST 1;
SET XACT_ABORT ON;
SELECT @@DATEFIRST AS first, @@OPTIONS & 16384 AS xact_abort, @@OPTIONS & 512 AS nocount;
GO
EXEC dbo.settings;
SELECT @@DATEFIRST AS first, @@OPTIONS & 16384 AS xact_abort, @@OPTIONS & 512 AS nocount;
GO
--> first tinyint!, xact_abort int!, nocount int!
--> 1 | 16384 | 512
--> first tinyint!, xact_abort int!, nocount int!
--> 7 | 0 | 0

-- @@ROWCOUNT comes through EXECUTE; line numbers count from the start of the creating batch.


CREATE PROCEDURE dbo.lines AS

SELECT 1 AS x UNION ALL SELECT 2;
GO
EXEC dbo.lines;
SELECT @@ROWCOUNT AS two;
GO
--> x int!
--> 1
--> 2
--> two int!
--> 2
-- one
-- two
CREATE PROCEDURE dbo.fifth AS
-- four
RAISERROR ('from line 5', 16, 1);
GO
EXEC dbo.fifth;
GO
--> Msg 50000, Level 16, State 1, Procedure dbo.fifth, Line 5: from line 5

-- A procedure may be created before its tables; a wrong column of a table that exists is refused.
CREATE PROCEDURE dbo.early AS SELECT a FROM dbo.later;
GO
EXEC dbo.early;
PRINT 'goes on';
GO
--> Msg 208, Level 16, State 1, Procedure dbo.early, Line 3: Invalid object name 'dbo.later'.
--> print: goes on
CREATE TABLE dbo.later (a int);
INSERT dbo.later VALUES (1);
GO
--> (1 row)
EXEC dbo.early;
GO
--> a int
--> 1
CREATE PROCEDURE dbo.wrong AS
SELECT a FROM dbo.later;
SELECT b FROM dbo.later;
GO
--> Msg 207, Level 16, State 1, Procedure wrong, Line 3: Invalid column name 'b'.
EXEC dbo.wrong;
GO
--> Msg 2812, Level 16, State 62, Line 1: Could not find stored procedure 'dbo.wrong'.

-- ALTER and CREATE OR ALTER take effect at once.
ALTER PROCEDURE dbo.none AS SELECT 2 AS two;
GO
EXEC dbo.none;
GO
--> two int!
--> 2
CREATE OR ALTER PROCEDURE dbo.none AS SELECT 3 AS three;
GO
EXEC dbo.none;
DROP PROCEDURE dbo.none;
EXEC dbo.none;
GO
--> three int!
--> 3
--> Msg 2812, Level 16, State 62, Line 3: Could not find stored procedure 'dbo.none'.

-- A scalar function can be executed like a procedure.
CREATE FUNCTION dbo.plus (@a int, @b int) RETURNS bigint AS BEGIN RETURN @a + @b END
GO
DECLARE @r bigint;
EXEC @r = dbo.plus 40, @b = 2;
SELECT @r AS r;
GO
--> r bigint
--> 42

-- All that does not bind is reported, and nothing runs.
PRINT 'not reached';
SELECT x1 FROM dbo.later;
SELECT a FROM dbo.later WHERE x2 = 1;
GO
--> Msg 207, Level 16, State 1, Line 4: Invalid column name 'x1'.
--> Msg 207, Level 16, State 1, Line 5: Invalid column name 'x2'.

-- USE counts for what follows it in its batch.
USE master;
SELECT name FROM dbo.later;
GO
--> info 5701: Changed database context to 'master'.
--> Msg 208, Level 16, State 1, Line 4: Invalid object name 'dbo.later'.
