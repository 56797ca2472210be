-- RAISERROR, THROW and WAITFOR take constants and variables, no expressions.
RAISERROR ('a' + 'b', 16, 1)
GO
--> Msg 102, Level 15, State 1, Line 2: Incorrect syntax near '+'.
RAISERROR (ERROR_MESSAGE(), 16, 1)
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'ERROR_MESSAGE'.
THROW 50000, 'a' + 'b', 1
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '+'.
RAISERROR ('%d', 16, 1, -5)
GO
--> Msg 50000, Level 16, State 1, Line 1: -5
WAITFOR DELAY 5
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '5'.
WAITFOR DELAY NULL
GO
--> Msg 156, Level 15, State 1, Line 1: Incorrect syntax near the keyword 'NULL'.
-- A written time is read before anything runs.
PRINT 'not printed'
WAITFOR DELAY '24:00'
GO
--> Msg 148, Level 15, State 1, Line 3: Incorrect time syntax in time string '24:00' used with WAITFOR.
DECLARE @moment datetime = '00:00:00.003', @seconds int = 0
WAITFOR DELAY @moment
WAITFOR DELAY @seconds
WAITFOR DELAY ''
PRINT 'waited'
GO
--> print: waited
DECLARE @text varchar(10) = 'soon'
WAITFOR DELAY @text
GO
--> Msg 241, Level 16, State 1, Line 2: Conversion failed when converting date and/or time from character string.
DECLARE @time time = '00:00'
WAITFOR DELAY @time
GO
--> Msg 9815, Level 16, State 0, Line 2: Waitfor delay and waitfor time cannot be of type time.
-- A table variable is alone in its DECLARE; its constraints have no names and reference nothing.
DECLARE @n int, @t TABLE (a int)
GO
--> Msg 156, Level 15, State 1, Line 2: Incorrect syntax near the keyword 'TABLE'.
DECLARE @t TABLE (a int), @n int
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near ','.
DECLARE @t TABLE (a int CONSTRAINT pk_t PRIMARY KEY)
GO
--> Msg 156, Level 15, State 1, Line 1: Incorrect syntax near the keyword 'CONSTRAINT'.
CREATE TYPE rows_of AS TABLE (a int REFERENCES t (a))
GO
--> Msg 156, Level 15, State 1, Line 1: Incorrect syntax near the keyword 'REFERENCES'.
-- Its constraints have names of their own; messages show the variable.
DECLARE @t TABLE (a int PRIMARY KEY CHECK (a > 0))
BEGIN TRY INSERT @t VALUES (-1) END TRY
BEGIN CATCH SELECT SUBSTRING(ERROR_MESSAGE(), CHARINDEX('occurred', ERROR_MESSAGE()), 80) AS message END CATCH
BEGIN TRY INSERT @t VALUES (1), (1) END TRY
BEGIN CATCH SELECT COUNT(*) AS n WHERE ERROR_MESSAGE() LIKE '%''PK[_][_]#_______[_][_]%object ''dbo.@t''.%' END CATCH
GO
--> message nvarchar(80)
--> 'occurred in database "tempdb", table "@t", column ''a''.'
--> n int
--> 1
-- Hints that contradict each other, or the table.
CREATE TABLE t (a int)
GO
SELECT a FROM t WITH (NOLOCK, SERIALIZABLE)
GO
--> Msg 1047, Level 15, State 1, Line 1: Conflicting locking hints specified.
SELECT a FROM t WITH (NOEXPAND)
GO
--> Msg 8171, Level 16, State 1, Line 1: Hint 'noexpand' on object 't' is invalid.
DELETE t WITH (READUNCOMMITTED)
GO
--> Msg 1065, Level 15, State 1, Line 1: The NOLOCK and READUNCOMMITTED lock hints are not allowed for target tables of INSERT, UPDATE, DELETE or MERGE statements.
-- A condition warns of NULLs before what it guards runs; so does an assignment.
INSERT t VALUES (NULL), (2)
IF (SELECT SUM(a) FROM t) = 2 PRINT 'two'
DECLARE @sum int = (SELECT SUM(a) FROM t)
PRINT @sum
GO
--> (2 rows)
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> print: two
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
--> print: 2
