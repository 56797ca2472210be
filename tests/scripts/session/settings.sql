-- SET options and what reports them.
SELECT @@OPTIONS AS fresh;
SET NOCOUNT, XACT_ABORT ON;
SELECT @@OPTIONS AS more;
SET NOCOUNT, XACT_ABORT OFF;
GO
--> fresh int!
--> 5432
--> more int!
--> 22328
SET DATEFIRST 3;
SELECT @@DATEFIRST AS three;
SET DATEFIRST 8;
SET DATEFORMAT dmy;
SELECT CAST('31/12/2020' AS date) AS d;
SET DATEFORMAT xyz;
SET LANGUAGE British;
SELECT @@LANGUAGE AS l, @@DATEFIRST AS f;
SET LANGUAGE us_english;
SET LANGUAGE Klingon;
SET LOCK_TIMEOUT 100;
SELECT @@LOCK_TIMEOUT AS t;
SET LOCK_TIMEOUT -1;
SET TEXTSIZE 100;
SELECT @@TEXTSIZE AS t;
SET TEXTSIZE -1;
GO
--> three tinyint!
--> 3
--> Msg 2742, Level 16, State 1, Line 3: SET DATEFIRST 8 is out of range.
--> d date
--> 2020-12-31
--> Msg 2741, Level 16, State 1, Line 6: SET DATEFORMAT date order 'xyz' is invalid.
--> info 5703: Changed language setting to British.
--> l nvarchar(128), f tinyint!
--> 'British' | 1
--> info 5703: Changed language setting to us_english.
--> Msg 2740, Level 16, State 1, Line 10: SET LANGUAGE failed because 'Klingon' is not an official language name or a language alias on this SQL Server.
--> t int!
--> 100
--> t int!
--> 100

-- ROWCOUNT caps what statements return and change.
CREATE TABLE dbo.t (id int PRIMARY KEY);
INSERT dbo.t VALUES (1), (2), (3), (4);
SET ROWCOUNT 2;
SELECT id FROM dbo.t ORDER BY id DESC;
DELETE dbo.t;
SELECT @@ROWCOUNT AS two;
SET ROWCOUNT 0;
SELECT COUNT(*) AS two FROM dbo.t;
GO
--> (4 rows)
--> id int!
--> 4
--> 3
--> (2 rows)
--> two int!
--> 2
--> two int
--> 2

-- NOCOUNT hides counts, NOEXEC runs nothing.
SET NOCOUNT ON;
DELETE dbo.t WHERE id = 0;
SET NOCOUNT OFF;
SET NOEXEC ON;
PRINT 'not run';
SET NOEXEC OFF;
PRINT 'run';
GO
--> print: run
USE master;
GO
--> info 5701: Changed database context to 'master'.
USE nowhere;
PRINT DB_NAME();
GO
--> Msg 911, Level 16, State 1, Line 1: Database 'nowhere' does not exist. Make sure that the name is entered correctly.
--> print: master
SELECT @@SPID - @@SPID AS spid, @@NESTLEVEL AS nest, @@MAX_PRECISION AS p, APP_NAME() AS app, SUSER_SNAME() AS login, USER_NAME() AS [user];
EXEC sp_set_session_context N'tenant', 7;
SELECT SESSION_CONTEXT(N'tenant') AS tenant, SESSION_CONTEXT(N'none') AS none;
SET CONTEXT_INFO 0x0102;
SELECT SUBSTRING(CONTEXT_INFO(), 1, 3) AS info;
GO
--> spid smallint, nest int!, p tinyint!, app nvarchar(128), login nvarchar(128), user nvarchar(128)
--> 0 | 0 | 38 | 'golden scripts' | 'sa' | 'dbo'
--> tenant sql_variant, none sql_variant
--> 7::int | NULL
--> info varbinary(3)
--> 0x010200
DECLARE @rc int;
EXEC @rc = sp_getapplock 'r', 'Exclusive', 'Session';
SELECT @rc AS granted, APPLOCK_MODE('public', 'r', 'Session') AS mode;
EXEC @rc = sp_releaseapplock 'r', 'Session';
SELECT @rc AS released, APPLOCK_MODE('public', 'r', 'Session') AS mode;
EXEC sp_releaseapplock 'r', 'Session';
GO
--> granted int, mode nvarchar(32)
--> 0 | 'Exclusive'
--> released int, mode nvarchar(32)
--> 0 | 'NoLock'
--> Msg 1223, Level 16, State 1, Line 6: Cannot release the application lock (Database Principal: 'public', Resource: 'r') because it is not currently held.
WAITFOR DELAY '00:00:00.010';
WAITFOR DELAY 'nonsense';
SELECT @@ROWCOUNT AS zero;
GO
--> Msg 148, Level 15, State 1, Line 2: Incorrect time syntax in time string 'nonsense' used with WAITFOR.
-- Plans are not shown: an option that would keep statements from being run is refused rather than left without effect.
SET SHOWPLAN_XML OFF;
GO
SET SHOWPLAN_XML ON;
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'SET SHOWPLAN_XML ON' is not supported in this version of Sprocket.
SET STATISTICS IO ON;
SET STATISTICS XML OFF;
SET STATISTICS XML ON;
GO
--> Msg 40510, Level 16, State 1, Line 3: Statement 'SET STATISTICS XML ON' is not supported in this version of Sprocket.

-- TRAN is short for TRANSACTION here as well.
SET TRAN ISOLATION LEVEL REPEATABLE READ
SELECT transaction_isolation_level FROM sys.dm_exec_sessions WHERE session_id = @@SPID
SET TRAN ISOLATION LEVEL READ COMMITTED
GO
--> transaction_isolation_level smallint!
--> 3
SET TRAN LEVEL READ COMMITTED
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'LEVEL'.
