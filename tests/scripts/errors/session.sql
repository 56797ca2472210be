-- Transactions, settings, cursors, locks, results of modules: what they refuse.
CREATE TABLE dbo.t (id int NOT NULL PRIMARY KEY, n int NULL, d date NULL)
INSERT dbo.t (id, n) VALUES (1, 10), (2, 20)
GO
--> (2 rows)
CREATE PROCEDURE dbo.two AS SELECT id FROM dbo.t SELECT n FROM dbo.t
GO

-- Transactions.
COMMIT
GO
--> Msg 3902, Level 16, State 1, Line 3: The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.
ROLLBACK
GO
--> Msg 3903, Level 16, State 1, Line 1: The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.
SAVE TRAN s
GO
--> Msg 628, Level 16, State 0, Line 1: Cannot issue SAVE TRANSACTION when there is no active transaction.
BEGIN TRAN a
ROLLBACK TRAN b
SELECT @@TRANCOUNT AS n
ROLLBACK
GO
--> Msg 6401, Level 16, State 1, Line 2: Cannot roll back b. No transaction or savepoint of that name was found.
--> n int!
--> 1
BEGIN TRAN WITH MARK 'x'
GO
--> Msg 3901, Level 16, State 1, Line 1: The transaction name must be specified when it is used with the mark option.
SET XACT_ABORT ON
BEGIN TRY
  BEGIN TRAN
  SAVE TRAN s
  INSERT dbo.t VALUES (1, 1, NULL)
END TRY
BEGIN CATCH
  SELECT XACT_STATE() AS state, ERROR_NUMBER() AS number
  BEGIN TRY ROLLBACK TRAN s END TRY BEGIN CATCH SELECT ERROR_NUMBER() AS number END CATCH
  BEGIN TRY COMMIT END TRY BEGIN CATCH SELECT ERROR_NUMBER() AS number END CATCH
  BEGIN TRY INSERT dbo.t VALUES (3, 3, NULL) END TRY BEGIN CATCH SELECT ERROR_NUMBER() AS number END CATCH
END CATCH
GO
--> state smallint, number int
--> -1 | 2627
--> number int
--> 3931
--> number int
--> 3930
--> number int
--> 3930
--> Msg 3998, Level 16, State 1, Line 1: Uncommittable transaction is detected at the end of the batch. The transaction is rolled back.
SELECT @@TRANCOUNT AS n
SET XACT_ABORT OFF
GO
--> n int!
--> 0
BEGIN TRAN
ALTER DATABASE golden SET RECOVERY SIMPLE
ROLLBACK
GO
--> Msg 226, Level 16, State 6, Line 2: ALTER DATABASE statement not allowed within multi-statement transaction.
BEGIN TRAN
CREATE DATABASE inside
ROLLBACK
GO
--> Msg 226, Level 16, State 6, Line 2: CREATE DATABASE statement not allowed within multi-statement transaction.
CREATE PROCEDURE dbo.ends AS COMMIT
GO
INSERT dbo.t (id) EXEC dbo.ends
GO
--> Msg 3916, Level 16, State 0, Procedure dbo.ends, Line 1: Cannot use the COMMIT statement within an INSERT-EXEC statement unless BEGIN TRANSACTION is used first.
IF @@TRANCOUNT > 0 ROLLBACK
GO
CREATE PROCEDURE dbo.opens AS BEGIN TRAN
GO
EXEC dbo.opens
SELECT @@TRANCOUNT AS n
ROLLBACK
GO
--> Msg 266, Level 16, State 2, Procedure dbo.opens, Line 0: Transaction count after EXECUTE indicates a mismatching number of BEGIN and COMMIT statements. Previous count = 0, current count = 1.
--> n int!
--> 1

-- Settings.
SET ROWCOUNT -1
GO
--> Msg 507, Level 16, State 2, Line 3: Invalid argument for SET ROWCOUNT. Must be a non-null non-negative integer.
SET DEADLOCK_PRIORITY 11
GO
--> Msg 2755, Level 16, State 1, Line 1: SET DEADLOCK_PRIORITY failed. The priority must be LOW, NORMAL, HIGH or a number from -10 to 10.
SET DATEFORMAT xyz
GO
--> Msg 2741, Level 16, State 1, Line 1: SET DATEFORMAT date order 'xyz' is invalid.
SET LANGUAGE nowhere
GO
--> Msg 2740, Level 16, State 1, Line 1: SET LANGUAGE failed because 'nowhere' is not an official language name or a language alias on this SQL Server.
SET DATEFIRST 8
GO
--> Msg 2742, Level 16, State 1, Line 1: SET DATEFIRST 8 is out of range.
SET NOTHING ON
GO
--> Msg 195, Level 15, State 5, Line 1: 'NOTHING' is not a recognized SET option.
SET TRANSACTION ISOLATION LEVEL NOTHING
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'NOTHING'.
SET LANGUAGE German
SELECT DATENAME(month, '20240301') AS month_name, @@DATEFIRST AS first_day
SET LANGUAGE us_english
GO
--> info 5703: Changed language setting to Deutsch.
--> month_name nvarchar(30), first_day tinyint!
--> 'März' | 1
--> info 5703: Changed language setting to us_english.
KILL 32000
GO
--> Msg 6106, Level 16, State 1, Line 1: Process ID 32000 is not an active process ID.
DECLARE @me nvarchar(20) = N'KILL ' + CAST(@@SPID AS nvarchar(10))
EXEC (@me)
GO
--> Msg 6104, Level 16, State 1, Line 1: Cannot use KILL to kill your own process.
WAITFOR DELAY 'x'
GO
--> Msg 148, Level 15, State 1, Line 1: Incorrect time syntax in time string 'x' used with WAITFOR.
WAITFOR DELAY '25:00:00'
GO
--> Msg 148, Level 15, State 1, Line 1: Incorrect time syntax in time string '25:00:00' used with WAITFOR.
RAISERROR ('%s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s', 16, 1, 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a')
GO
--> Msg 2747, Level 16, State 1, Line 1: Too many substitution parameters for RAISERROR. Cannot exceed 20 substitution parameters.
DECLARE @d datetime = '20240101'
RAISERROR ('%s', 16, 1, @d)
GO
--> Msg 2748, Level 16, State 1, Line 2: Cannot specify datetime data type (parameter 4) as a substitution parameter.
RAISERROR (99999, 16, 1)
GO
--> Msg 18054, Level 16, State 1, Line 1: Error 99999, severity 16, state 1 was raised, but no message with that error number was found in sys.messages. If error is larger than 50000, make sure the user-defined message is added using sp_addmessage.
RAISERROR (100, 16, 1)
GO
--> Msg 2732, Level 16, State 1, Line 1: Error number 100 is invalid. The number must be from 13000 through 2147483647 and it cannot be 50000.
RAISERROR ('%d', 16, 1, 'x')
GO
--> Msg 2786, Level 16, State 1, Line 1: The data type of substitution parameter 1 does not match the expected type of the format specification.
THROW 100, 'x', 1
GO
--> Msg 35100, Level 16, State 10, Line 1: Error number 100 in the THROW statement is outside the valid range. Specify an error number in the valid range of 50000 to 2147483647.
THROW
GO
--> Msg 10704, Level 15, State 1, Line 1: To rethrow an error, a THROW statement must be used inside a CATCH block. Insert the THROW statement inside a CATCH block, or add error parameters to the THROW statement.

-- Application locks.
EXEC sp_getapplock NULL, 'Exclusive', 'Session'
GO
--> Msg 1224, Level 16, State 5, Line 3: An invalid application lock resource was passed to xp_userlock.
DECLARE @mode int, @owner int
EXEC @mode = sp_getapplock 'a', 'Nothing', 'Session'
EXEC @owner = sp_getapplock 'a', 'Exclusive', 'Nobody'
SELECT @mode AS mode, @owner AS owner
GO
--> mode int, owner int
--> -999 | -999
SELECT APPLOCK_TEST('public', 'a', 'Nothing', 'Session') AS n
GO
--> n smallint
--> Msg 1225, Level 16, State 1, Line 1: An invalid application lock mode was passed to applock_test.
SELECT APPLOCK_TEST('public', 'a', 'Exclusive', 'Nobody') AS n
GO
--> n smallint
--> Msg 1226, Level 16, State 1, Line 1: An invalid application lock owner was passed to applock_test.
SELECT APPLOCK_MODE('public', 'a', 'Transaction') AS n
GO
--> n nvarchar(32)
--> Msg 3918, Level 16, State 1, Line 1: The statement or function must be executed in the context of a user transaction.
EXEC sp_getapplock 'a', 'Exclusive', 'Session', -5
GO
--> Msg 1227, Level 16, State 2, Line 1: An invalid application lock time-out was passed to xp_userlock.
EXEC sp_getapplock 'a', 'Exclusive', 'Session', 0, 'nobody'
GO
--> Msg 1202, Level 16, State 1, Line 1: The database-principal 'nobody' does not exist or user is not a member.
DECLARE @r int
EXEC @r = sp_getapplock 'a', 'Exclusive', 'Transaction'
SELECT @r AS r
GO
--> r int
--> -999
EXEC sp_releaseapplock 'a', 'Session'
GO
--> Msg 1223, Level 16, State 1, Line 1: Cannot release the application lock (Database Principal: 'public', Resource: 'a') because it is not currently held.

-- Cursors.
DECLARE c CURSOR FOR SELECT id FROM dbo.t
DECLARE c CURSOR FOR SELECT id FROM dbo.t
GO
--> Msg 16915, Level 16, State 1, Line 4: A cursor with the name 'c' already exists.
FETCH NEXT FROM c
GO
--> Msg 16917, Level 16, State 2, Line 1: Cursor is not open.
OPEN c
OPEN c
GO
--> Msg 16905, Level 16, State 1, Line 2: The cursor is already open.
FETCH PRIOR FROM c
GO
--> Msg 16911, Level 16, State 1, Line 1: fetch: The fetch type prior cannot be used with forward only cursors.
DECLARE @a int, @b int
FETCH NEXT FROM c INTO @a, @b
GO
--> Msg 16924, Level 16, State 1, Line 2: Cursorfetch: The number of variables declared in the INTO list must match that of selected columns.
DECLARE @d date
FETCH NEXT FROM c INTO @d
GO
--> Msg 16922, Level 16, State 1, Line 2: Cursor Fetch: Implicit conversion from data type int to date is not allowed.
UPDATE dbo.t SET n = 5 WHERE CURRENT OF nothing
GO
--> Msg 16916, Level 16, State 1, Line 1: A cursor with the name 'nothing' does not exist.
--> info 3621: The statement has been terminated.
CLOSE c
CLOSE c
GO
--> Msg 16917, Level 16, State 1, Line 2: Cursor is not open.
DEALLOCATE c
DEALLOCATE c
GO
--> Msg 16916, Level 16, State 1, Line 2: A cursor with the name 'c' does not exist.
OPEN c
GO
--> Msg 16916, Level 16, State 1, Line 1: A cursor with the name 'c' does not exist.
DECLARE ro CURSOR LOCAL READ_ONLY FOR SELECT id FROM dbo.t
OPEN ro
FETCH NEXT FROM ro
UPDATE dbo.t SET n = 5 WHERE CURRENT OF ro
GO
--> id int!
--> 1
--> Msg 16929, Level 16, State 1, Line 4: The cursor is READ ONLY.
--> info 3621: The statement has been terminated.
DECLARE ot CURSOR LOCAL FOR SELECT a.id FROM dbo.t AS a
OPEN ot
UPDATE dbo.t SET n = 5 WHERE CURRENT OF ot
FETCH NEXT FROM ot
DELETE dbo.t WHERE CURRENT OF ot
FETCH NEXT FROM ot
FETCH NEXT FROM ot
UPDATE dbo.t SET n = 5 WHERE CURRENT OF ot
GO
--> Msg 16931, Level 16, State 1, Line 3: There are no rows in the current fetch buffer.
--> info 3621: The statement has been terminated.
--> id int!
--> 1
--> (1 row)
--> id int!
--> 2
--> id int!
--> Msg 16931, Level 16, State 1, Line 8: There are no rows in the current fetch buffer.
--> info 3621: The statement has been terminated.
CREATE TABLE dbo.elsewhere (id int PRIMARY KEY)
DECLARE el CURSOR LOCAL FOR SELECT id FROM dbo.t
OPEN el
FETCH NEXT FROM el
DELETE dbo.elsewhere WHERE CURRENT OF el
GO
--> id int!
--> 2
--> Msg 16933, Level 16, State 1, Line 5: The cursor does not include the table being modified or the table is not updatable through the cursor.
--> info 3621: The statement has been terminated.
DECLARE @c CURSOR
OPEN @c
GO
--> Msg 16950, Level 16, State 2, Line 2: The variable '@c' does not currently have a cursor allocated to it.
DECLARE @c int
EXEC sp_cursoropen @c OUTPUT, N'UPDATE dbo.t SET n = 1'
GO
--> Msg 16937, Level 16, State 1, Line 2: A server cursor cannot be opened on the given statement or statements. Use a default result set or client cursor.
DECLARE @c int
EXEC sp_cursoropen @c OUTPUT, N'SELECT id FROM dbo.t', 8, 8193
EXEC sp_cursorfetch @c, 77, 0, 1
GO
--> id int!, ROWSTAT int!
--> Msg 16902, Level 16, State 1, Line 3: sp_cursorfetch: The value of the parameter fetchtype is invalid.

-- What EXECUTE … WITH RESULT SETS promises.
EXEC dbo.two WITH RESULT SETS ((id int))
GO
--> id int
--> 2
--> Msg 11535, Level 16, State 1, Procedure dbo.two, Line 1: EXECUTE statement failed because its WITH RESULT SETS clause specified 1 result set(s), and the statement tried to send more result sets than this.
EXEC dbo.two WITH RESULT SETS ((id int), (n int), (x int))
GO
--> id int
--> 2
--> n int
--> 20
--> Msg 11536, Level 16, State 1, Line 1: EXECUTE statement failed because its WITH RESULT SETS clause specified 3 result set(s), but the statement only sent 2 result set(s) at run time.
EXEC dbo.two WITH RESULT SETS ((id int, more int), (n int))
GO
--> Msg 11537, Level 16, State 1, Procedure dbo.two, Line 1: EXECUTE statement failed because its WITH RESULT SETS clause specified 2 column(s) for result set number 1, but the statement sent 1 column(s) at run time.
EXEC dbo.two WITH RESULT SETS ((id xml), (n int))
GO
--> Msg 11538, Level 16, State 1, Procedure dbo.two, Line 1: EXECUTE statement failed because its WITH RESULT SETS clause specified type 'xml' for column #1 in result set #1, and the corresponding type sent at run time was 'int'; there is no conversion between the two types.
UPDATE dbo.t SET n = NULL
EXEC dbo.two WITH RESULT SETS ((id int NOT NULL), (n int NOT NULL))
GO
--> (1 row)
--> id int!
--> 2
--> n int!
--> Msg 11553, Level 16, State 1, Procedure dbo.two, Line 1: EXECUTE statement failed because its WITH RESULT SETS clause specified a non-nullable type for column #1 in result set #2, and the corresponding value sent at run time was null.
EXEC dbo.two WITH RESULT SETS NONE
GO
--> Msg 11535, Level 16, State 1, Procedure dbo.two, Line 1: EXECUTE statement failed because its WITH RESULT SETS clause specified 0 result set(s), and the statement tried to send more result sets than this.

-- Databases.
CREATE DATABASE golden
GO
--> Msg 1801, Level 16, State 3, Line 3: Database 'golden' already exists. Choose a different database name.
CREATE DATABASE other
GO
USE other
GO
--> info 5701: Changed database context to 'other'.
CREATE TABLE dbo.there (id int)
GO
DROP DATABASE other
GO
--> Msg 3702, Level 16, State 3, Line 1: Cannot drop database "other" because it is currently in use.
USE golden
GO
--> info 5701: Changed database context to 'golden'.
ALTER DATABASE other SET READ_ONLY
GO
INSERT other.dbo.there VALUES (1)
GO
--> Msg 3906, Level 16, State 2, Line 1: Failed to update database "other" because the database is read-only.
CREATE TABLE other.dbo.more (id int)
GO
--> Msg 3906, Level 16, State 2, Line 1: Failed to update database "other" because the database is read-only.
ALTER DATABASE other SET READ_WRITE
GO
ALTER DATABASE missing SET READ_ONLY
GO
--> Msg 5011, Level 14, State 5, Line 1: User does not have permission to alter database 'missing', the database does not exist, or the database is not in a state that allows access checks.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
ALTER DATABASE master SET READ_ONLY
GO
--> Msg 5058, Level 16, State 1, Line 1: Option 'READ_ONLY' cannot be set in database 'master'.
ALTER DATABASE other SET COMPATIBILITY_LEVEL = 70
GO
--> Msg 15048, Level 16, State 1, Line 1: Valid values of the database compatibility level are 100, 110, 120, 130, 140, 150, or 160.
DROP DATABASE other
GO
USE missing
GO
--> Msg 911, Level 16, State 1, Line 1: Database 'missing' does not exist. Make sure that the name is entered correctly.
