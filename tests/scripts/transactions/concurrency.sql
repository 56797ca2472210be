-- Sessions see each other's committed state only; a statement that would have to wait longer than LOCK_TIMEOUT fails.
CREATE TABLE dbo.t (id int PRIMARY KEY, n int NOT NULL);
INSERT dbo.t VALUES (1, 10);
GO
--> (1 row)
BEGIN TRAN;
UPDATE dbo.t SET n = 11 WHERE id = 1;
GO
--> (1 row)

--! as c2
SET LOCK_TIMEOUT 0;
SELECT n FROM dbo.t;
UPDATE dbo.t SET n = 12 WHERE id = 1;
PRINT CONCAT('error ', @@ERROR);
GO
--> n int!
--> 10
--> Msg 1222, Level 16, State 51, Line 5: Lock request time out period exceeded.
--> info 3621: The statement has been terminated.
--> print: error 1222
COMMIT;
GO

--! as c2
SELECT n FROM dbo.t;
UPDATE dbo.t SET n = n + 1 WHERE id = 1;
GO
--> n int!
--> 11
--> (1 row)

-- READ COMMITTED sees what others commit in the middle of a transaction; SERIALIZABLE holds its readers' locks.
BEGIN TRAN;
SELECT n FROM dbo.t;
GO
--> n int!
--> 12

--! as c2
UPDATE dbo.t SET n = 100;
GO
--> (1 row)
SELECT n FROM dbo.t;
COMMIT;
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
BEGIN TRAN;
SELECT n FROM dbo.t;
GO
--> n int!
--> 100
--> n int!
--> 100

--! as c2
UPDATE dbo.t SET n = 200;
GO
--> Msg 1222, Level 16, State 51, Line 3: Lock request time out period exceeded.
--> info 3621: The statement has been terminated.
COMMIT;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
GO

--! as c2
UPDATE dbo.t SET n = 200;
GO
--> (1 row)

-- SNAPSHOT keeps its state and refuses to overwrite what has changed since.
DECLARE @allow nvarchar(200) = N'ALTER DATABASE ' + QUOTENAME(DB_NAME()) + N' SET ALLOW_SNAPSHOT_ISOLATION ON';
EXEC (@allow);
SET TRANSACTION ISOLATION LEVEL SNAPSHOT;
BEGIN TRAN;
SELECT n FROM dbo.t;
GO
--> n int!
--> 200

--! as c2
UPDATE dbo.t SET n = 300;
GO
--> (1 row)
SELECT n FROM dbo.t;
UPDATE dbo.t SET n = 301;
GO
--> n int!
--> 200
--> Msg 3960, Level 16, State 2, Line 2: Snapshot isolation transaction aborted due to update conflict. You cannot use snapshot isolation to access table '' directly or indirectly in database 'golden' to update, delete, or insert the row that has been modified or deleted by another transaction. Retry the transaction or change the isolation level for the update/delete statement.
SELECT @@TRANCOUNT AS open_transactions, n FROM dbo.t;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
GO
--> open_transactions int!, n int!
--> 0 | 300
