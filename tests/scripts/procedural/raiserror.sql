-- Severity above 10 is an error, the batch goes on.
RAISERROR ('wrong', 16, 3)
SELECT @@ERROR AS e
GO
--> Msg 50000, Level 16, State 3, Line 2: wrong
--> e int!
--> 50000
-- Up to 10 it is a message.
RAISERROR ('told', 10, 1)
RAISERROR ('told', 5, 2)
SELECT @@ERROR AS e
GO
--> info 50000: told
--> info 50000: told
--> e int!
--> 0
-- Substitution.
RAISERROR ('%d and %s, %5d|%-5s|%05d, %x %X %o, %%', 10, 1, 42, 'text', 7, 'ab', 3, 255, 255, 8)
RAISERROR ('%.2s|%*d|%+d|%u', 10, 1, 'abcdef', 4, 5, 6, 7)
DECLARE @b bigint = 9000000000
RAISERROR ('%I64d', 10, 1, @b)
RAISERROR ('%s %d', 10, 1, NULL, NULL)
GO
--> info 50000: 42 and text,     7|ab   |00003, ff FF 10, %
--> info 50000: ab|   5|+6|7
--> info 50000: 9000000000
--> info 50000: (null) (null)
-- Variables as format and arguments.
DECLARE @format nvarchar(50) = N'%s has %d', @who varchar(10) = 'Ada', @n int = 3
RAISERROR (@format, 16, 1, @who, @n)
GO
--> Msg 50000, Level 16, State 1, Line 3: Ada has 3
-- It is caught from 11 on, and does not change the flow below.
BEGIN TRY
  RAISERROR ('low', 9, 1)
  RAISERROR ('high', 11, 4)
  PRINT 'not reached'
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS n, ERROR_SEVERITY() AS severity, ERROR_STATE() AS state, ERROR_MESSAGE() AS m
END CATCH
GO
--> info 50000: low
--> n int, severity int, state int, m nvarchar(4000)
--> 50000 | 11 | 4 | 'high'
-- SETERROR sets @@ERROR whatever the severity.
RAISERROR ('set', 1, 1) WITH SETERROR
SELECT @@ERROR AS e
GO
--> info 50000: set
--> e int!
--> 50000
-- NOWAIT is accepted.
RAISERROR ('now', 0, 1) WITH NOWAIT
GO
--> info 50000: now
CREATE PROCEDURE complain AS
RAISERROR ('from within', 16, 1)
RETURN 9
GO
-- In a procedure it does not end it.
DECLARE @rc int
EXEC @rc = complain
SELECT @rc AS rc
GO
--> Msg 50000, Level 16, State 1, Procedure complain, Line 2: from within
--> rc int
--> 9
-- Formats that fit nothing.
RAISERROR ('%d', 16, 1, 'text')
GO
--> Msg 2786, Level 16, State 1, Line 2: The data type of substitution parameter 1 does not match the expected type of the format specification.
RAISERROR ('%q', 16, 1)
GO
--> Msg 2787, Level 16, State 1, Line 1: Invalid format specification: '%q'.
-- A number needs a message of that number.
RAISERROR (60001, 16, 1)
GO
--> Msg 18054, Level 16, State 1, Line 2: Error 60001, severity 16, state 1 was raised, but no message with that error number was found in sys.messages. If error is larger than 50000, make sure the user-defined message is added using sp_addmessage.
EXEC sp_addmessage 60001, 16, N'Item %d is missing'
RAISERROR (60001, 16, 2, 7)
EXEC sp_dropmessage 60001
GO
--> Msg 60001, Level 16, State 2, Line 2: Item 7 is missing
