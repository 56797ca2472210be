-- A database has to allow SNAPSHOT; asking for it is no mistake yet, and statements without rows of tables are none.
CREATE TABLE dbo.t (n int NOT NULL PRIMARY KEY);
CREATE TABLE #own (n int NOT NULL);
INSERT dbo.t VALUES (1), (2);
SET TRANSACTION ISOLATION LEVEL SNAPSHOT;
SELECT 1 AS one;
INSERT #own VALUES (1);
SELECT COUNT(*) AS n FROM #own;
SELECT COUNT(*) AS tables FROM sys.tables WHERE name = 't';
BEGIN TRAN;
SELECT n FROM dbo.t;
PRINT 'not reached';
GO
--> (2 rows)
--> one int!
--> 1
--> (1 row)
--> n int
--> 1
--> tables int
--> 1
--> Msg 3952, Level 16, State 1, Line 11: Snapshot isolation transaction failed accessing database 'golden' because snapshot isolation is not allowed in this database. Use ALTER DATABASE to allow snapshot isolation.
SELECT @@TRANCOUNT AS open_transactions;
INSERT dbo.t VALUES (3);
GO
--> open_transactions int!
--> 0
--> Msg 3952, Level 16, State 1, Line 2: Snapshot isolation transaction failed accessing database 'golden' because snapshot isolation is not allowed in this database. Use ALTER DATABASE to allow snapshot isolation.
BEGIN TRY
  IF EXISTS (SELECT * FROM dbo.t) PRINT 'not reached';
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, ERROR_MESSAGE() AS message, XACT_STATE() AS state;
END CATCH
GO
--> number int, message nvarchar(4000), state smallint
--> 3952 | 'Snapshot isolation transaction failed accessing database ''golden'' because snapshot isolation is not allowed in this database. Use ALTER DATABASE to allow snapshot isolation.' | 0
-- A hint takes a table out of it.
SELECT n FROM dbo.t WITH (READCOMMITTED);
SELECT COUNT(*) AS n FROM dbo.t WITH (NOLOCK) JOIN dbo.t AS u ON u.n = t.n;
GO
--> n int!
--> 1
--> 2
--> Msg 3952, Level 16, State 1, Line 3: Snapshot isolation transaction failed accessing database 'golden' because snapshot isolation is not allowed in this database. Use ALTER DATABASE to allow snapshot isolation.
DECLARE c CURSOR LOCAL FOR SELECT n FROM dbo.t;
OPEN c;
GO
--> Msg 3952, Level 16, State 1, Line 2: Snapshot isolation transaction failed accessing database 'golden' because snapshot isolation is not allowed in this database. Use ALTER DATABASE to allow snapshot isolation.
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
DECLARE @sql nvarchar(200) = N'ALTER DATABASE ' + QUOTENAME(DB_NAME()) + N' SET ALLOW_SNAPSHOT_ISOLATION ON';
EXEC (@sql);
SELECT name, snapshot_isolation_state AS state, snapshot_isolation_state_desc AS described FROM sys.databases WHERE name IN (DB_NAME(), 'master', 'msdb', 'tempdb') ORDER BY 1;
GO
--> name nvarchar(128)!, state tinyint, described nvarchar(60)
--> 'golden' | 1 | 'ON'
--> 'master' | 1 | 'ON'
--> 'msdb' | 1 | 'ON'
--> 'tempdb' | 0 | 'OFF'
SET TRANSACTION ISOLATION LEVEL SNAPSHOT;
BEGIN TRAN;
SELECT n FROM dbo.t;
COMMIT;
GO
--> n int!
--> 1
--> 2
-- A transaction cannot come to it later.
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
BEGIN TRAN;
SELECT COUNT(*) AS n FROM dbo.t;
SET TRANSACTION ISOLATION LEVEL SNAPSHOT;
SELECT n FROM dbo.t;
GO
--> n int
--> 2
--> Msg 3951, Level 16, State 1, Line 6: Transaction failed in database 'golden' because the statement was run under snapshot isolation but the transaction did not start in snapshot isolation. You cannot change the isolation level of the transaction to snapshot after the transaction has started unless the transaction was originally started under snapshot isolation level.
SELECT @@TRANCOUNT AS open_transactions;
GO
--> open_transactions int!
--> 0
-- Every database that is used has to allow it: tempdb does not unless it is told to.
CREATE TABLE ##shared (n int NOT NULL);
GO
SELECT n FROM ##shared;
GO
--> Msg 3952, Level 16, State 1, Line 1: Snapshot isolation transaction failed accessing database 'tempdb' because snapshot isolation is not allowed in this database. Use ALTER DATABASE to allow snapshot isolation.
ALTER DATABASE tempdb SET ALLOW_SNAPSHOT_ISOLATION ON;
SELECT n FROM ##shared;
ALTER DATABASE tempdb SET ALLOW_SNAPSHOT_ISOLATION OFF;
DROP TABLE ##shared;
GO
--> n int!
ALTER DATABASE master SET ALLOW_SNAPSHOT_ISOLATION OFF;
GO
--> Msg 5058, Level 16, State 1, Line 1: Option 'ALLOW_SNAPSHOT_ISOLATION' cannot be set in database 'master'.
ALTER DATABASE tempdb SET READ_COMMITTED_SNAPSHOT ON;
GO
--> Msg 5058, Level 16, State 1, Line 1: Option 'READ_COMMITTED_SNAPSHOT' cannot be set in database 'tempdb'.
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
GO
