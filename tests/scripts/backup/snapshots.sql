-- A snapshot is what a database was at a moment; it can only be read.
CREATE TABLE t (id int IDENTITY PRIMARY KEY, s varchar(20) NOT NULL)
INSERT t (s) VALUES ('a'), ('b')
GO
--> (2 rows)
CREATE DATABASE golden_snap ON (NAME = golden, FILENAME = '/var/opt/mssql/data/golden.ss') AS SNAPSHOT OF golden
GO
SELECT name, IIF(source_database_id = DB_ID('golden'), 1, 0) AS of_golden, is_read_only, state_desc FROM sys.databases WHERE source_database_id IS NOT NULL
INSERT t (s) VALUES ('c')
UPDATE t SET s = 'changed' WHERE id = 1
SELECT id, s FROM golden_snap.dbo.t ORDER BY id
SELECT id FROM t EXCEPT SELECT id FROM golden_snap.dbo.t
GO
--> name nvarchar(128)!, of_golden int!, is_read_only bit, state_desc nvarchar(60)
--> 'golden_snap' | 1 | 1 | 'ONLINE'
--> (1 row)
--> (1 row)
--> id int!, s varchar(20)!
--> 1 | 'a'
--> 2 | 'b'
--> id int!
--> 3
UPDATE golden_snap.dbo.t SET s = 'x'
GO
--> Msg 3906, Level 16, State 2, Line 1: Failed to update database "golden_snap" because the database is read-only.
-- What it stands for stays as long as it does.
USE master
DROP DATABASE golden
GO
--> info 5701: Changed database context to 'master'.
--> Msg 3709, Level 16, State 1, Line 3: Cannot drop the database while the database snapshot "golden_snap" refers to it. Drop that database first.
ALTER DATABASE golden_snap SET READ_WRITE
GO
--> Msg 5093, Level 16, State 1, Line 1: The operation cannot be performed on a database snapshot.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
BACKUP DATABASE golden_snap TO DISK = 'x.bak'
GO
--> Msg 3002, Level 16, State 1, Line 1: Cannot BACKUP or RESTORE a database snapshot.
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
RESTORE DATABASE golden_snap FROM DISK = 'depot.bak' WITH REPLACE
GO
--> Msg 3002, Level 16, State 1, Line 1: Cannot BACKUP or RESTORE a database snapshot.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
CREATE DATABASE golden_snap ON (NAME = golden, FILENAME = 'x') AS SNAPSHOT OF golden
GO
--> Msg 1801, Level 16, State 3, Line 1: Database 'golden_snap' already exists. Choose a different database name.
CREATE DATABASE golden_snap2 ON (NAME = golden_snap, FILENAME = 'x') AS SNAPSHOT OF golden_snap
GO
--> Msg 1821, Level 16, State 1, Line 1: Cannot create a database snapshot on another database snapshot.
CREATE DATABASE golden_snap2 ON (NAME = other, FILENAME = 'x') AS SNAPSHOT OF golden
GO
--> Msg 5014, Level 16, State 3, Line 1: The file 'other' does not exist in database 'golden'.
CREATE DATABASE golden_snap2 AS SNAPSHOT OF golden
GO
--> Msg 5127, Level 16, State 1, Line 1: All files must be specified for database snapshot creation. Missing the file "golden".
CREATE DATABASE golden_snap2 ON (NAME = master, FILENAME = 'x') AS SNAPSHOT OF master
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'CREATE DATABASE … AS SNAPSHOT OF master' is not supported in this version of Sprocket.
CREATE DATABASE golden_snap2 ON (NAME = nowhere, FILENAME = 'x') AS SNAPSHOT OF nowhere
GO
--> Msg 911, Level 16, State 1, Line 1: Database 'nowhere' does not exist. Make sure that the name is entered correctly.
BEGIN TRAN
CREATE DATABASE golden_snap2 ON (NAME = golden, FILENAME = 'x') AS SNAPSHOT OF golden
ROLLBACK
GO
--> Msg 226, Level 16, State 6, Line 2: CREATE DATABASE statement not allowed within multi-statement transaction.
-- The database goes back to it, as often as a test wants.
RESTORE DATABASE golden FROM DATABASE_SNAPSHOT = 'golden_snap'
SELECT id, s FROM golden.dbo.t ORDER BY id
INSERT golden.dbo.t (s) OUTPUT inserted.id VALUES ('again')
DROP TABLE golden.dbo.t
GO
--> id int!, s varchar(20)!
--> 1 | 'a'
--> 2 | 'b'
--> id int!
--> 3
RESTORE DATABASE golden FROM DATABASE_SNAPSHOT = 'golden_snap'
SELECT id, s FROM golden.dbo.t ORDER BY id
GO
--> id int!, s varchar(20)!
--> 1 | 'a'
--> 2 | 'b'
USE golden
RESTORE DATABASE golden FROM DATABASE_SNAPSHOT = 'golden_snap'
GO
--> info 5701: Changed database context to 'golden'.
--> Msg 3102, Level 16, State 1, Line 2: RESTORE cannot process database 'golden' because it is in use by this session. It is recommended that the master database be used when performing this operation.
--> Msg 3013, Level 16, State 1, Line 2: RESTORE DATABASE is terminating abnormally.
USE master
RESTORE DATABASE golden FROM DATABASE_SNAPSHOT = 'nothing'
GO
--> info 5701: Changed database context to 'master'.
--> Msg 3137, Level 16, State 4, Line 2: Database cannot be reverted. Either the primary or the snapshot names are improperly specified, all other snapshots have not been dropped, or there are missing files.
--> Msg 3013, Level 16, State 1, Line 2: RESTORE DATABASE is terminating abnormally.
-- With a second one there is no way back until it is dropped.
CREATE DATABASE golden_snap2 ON (NAME = [Golden], FILENAME = 'x') AS SNAPSHOT OF golden
GO
RESTORE DATABASE golden FROM DATABASE_SNAPSHOT = 'golden_snap'
GO
--> Msg 3137, Level 16, State 4, Line 1: Database cannot be reverted. Either the primary or the snapshot names are improperly specified, all other snapshots have not been dropped, or there are missing files.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
DROP DATABASE golden_snap2
RESTORE DATABASE golden FROM DATABASE_SNAPSHOT = golden_snap
DROP DATABASE golden_snap
SELECT COUNT(*) AS n FROM golden.dbo.t
GO
--> n int
--> 2
ALTER DATABASE golden SET OFFLINE
GO
CREATE DATABASE golden_snap ON (NAME = golden, FILENAME = 'x') AS SNAPSHOT OF golden
GO
--> Msg 1822, Level 16, State 1, Line 1: The database must be online to have a database snapshot.
ALTER DATABASE golden SET ONLINE
GO
-- Whoever makes one must be able to read the whole database.
CREATE LOGIN golden_maker WITH PASSWORD = 'Make-1-safe'
ALTER SERVER ROLE dbcreator ADD MEMBER golden_maker
EXECUTE AS LOGIN = 'golden_maker'
GO
CREATE DATABASE golden_snap ON (NAME = golden, FILENAME = 'x') AS SNAPSHOT OF golden
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE DATABASE permission denied in database 'golden'.
REVERT
DROP LOGIN golden_maker
USE golden
GO
--> info 5701: Changed database context to 'golden'.
