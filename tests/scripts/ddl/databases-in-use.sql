-- A database that other sessions use can be neither renamed nor dropped, and its state changes only when they leave or are ended.
CREATE DATABASE other
GO
--! as user2
USE other
GO
--> info 5701: Changed database context to 'other'.
ALTER DATABASE other MODIFY NAME = another
GO
--> Msg 5030, Level 16, State 2, Line 1: The database could not be exclusively locked to perform the operation.
EXEC sp_renamedb 'other', 'another'
GO
--> Msg 5030, Level 16, State 2, Line 1: The database could not be exclusively locked to perform the operation.
DROP DATABASE other
GO
--> Msg 3702, Level 16, State 3, Line 1: Cannot drop database "other" because it is currently in use.
ALTER DATABASE other COLLATE Latin1_General_CI_AS
GO
--> Msg 5030, Level 16, State 5, Line 1: The database could not be exclusively locked to perform the operation.
--> Msg 5072, Level 16, State 1, Line 1: ALTER DATABASE failed. The default collation of database 'other' cannot be set to Latin1_General_CI_AS.
ALTER DATABASE other SET SINGLE_USER WITH NO_WAIT
GO
--> Msg 5070, Level 16, State 2, Line 1: Database state cannot be changed while other users are using the database 'other'
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
ALTER DATABASE other SET READ_ONLY WITH NO_WAIT
GO
--> Msg 5070, Level 16, State 2, Line 1: Database state cannot be changed while other users are using the database 'other'
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
BEGIN TRY ALTER DATABASE other SET OFFLINE WITH NO_WAIT END TRY BEGIN CATCH SELECT ERROR_NUMBER() AS number END CATCH
GO
--> number int
--> 5069
SET LOCK_TIMEOUT 40
ALTER DATABASE other SET SINGLE_USER
GO
--> Msg 5061, Level 16, State 1, Line 2: ALTER DATABASE failed because a lock could not be placed on database 'other'. Try again later.
--> Msg 5069, Level 16, State 1, Line 2: ALTER DATABASE statement failed.
SET LOCK_TIMEOUT -1
GO
-- What needs nobody to leave.
ALTER DATABASE other SET RECOVERY SIMPLE
SELECT recovery_model_desc FROM sys.databases WHERE name = 'other'
GO
--> recovery_model_desc nvarchar(60)
--> 'SIMPLE'
--! as user2
ALTER DATABASE other SET SINGLE_USER WITH NO_WAIT
SELECT user_access_desc FROM sys.databases WHERE name = 'other'
GO
--> user_access_desc nvarchar(60)
--> 'SINGLE_USER'
USE other
GO
--> Msg 924, Level 14, State 1, Line 1: Database 'other' is already open and can only have one user at a time.
SELECT COUNT(*) AS n FROM other.sys.objects WHERE type = 'U'
GO
--> Msg 924, Level 14, State 1, Line 1: Database 'other' is already open and can only have one user at a time.
ALTER DATABASE other SET MULTI_USER
GO
--> Msg 5064, Level 16, State 1, Line 1: Changes to the state or options of database 'other' cannot be made at this time. The database is in single-user mode, and a user is currently connected to it.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
ALTER DATABASE other SET MULTI_USER WITH ROLLBACK IMMEDIATE
GO
--> Msg 5064, Level 16, State 1, Line 1: Changes to the state or options of database 'other' cannot be made at this time. The database is in single-user mode, and a user is currently connected to it.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
--! as user2
USE master
GO
--> info 5701: Changed database context to 'master'.
ALTER DATABASE other SET MULTI_USER
USE other
GO
--> info 5701: Changed database context to 'other'.
USE master
GO
--> info 5701: Changed database context to 'master'.
--! as user3
USE other
CREATE TABLE t (id int)
GO
--> info 5701: Changed database context to 'other'.
--! as user3
BEGIN TRANSACTION
INSERT t VALUES (1)
GO
--> (1 row)
-- A transaction that holds locks is not waited for.
ALTER DATABASE other MODIFY NAME = another
GO
--> Msg 5030, Level 16, State 2, Line 2: The database could not be exclusively locked to perform the operation.
ALTER DATABASE other SET READ_ONLY WITH NO_WAIT
GO
--> Msg 5070, Level 16, State 2, Line 1: Database state cannot be changed while other users are using the database 'other'
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
DROP DATABASE other
GO
--> Msg 3702, Level 16, State 3, Line 1: Cannot drop database "other" because it is currently in use.
ALTER DATABASE other SET SINGLE_USER WITH ROLLBACK AFTER 0 SECONDS
GO
--> info 5060: Nonqualified transactions are being rolled back. Estimated rollback completion: 0%.
--> info 5060: Nonqualified transactions are being rolled back. Estimated rollback completion: 100%.
SELECT COUNT(*) AS n FROM other.dbo.t
ALTER DATABASE other SET MULTI_USER
ALTER DATABASE other SET OFFLINE
SELECT state_desc FROM sys.databases WHERE name = 'other'
GO
--> n int
--> 0
--> state_desc nvarchar(60)
--> 'OFFLINE'
USE other
GO
--> Msg 942, Level 14, State 4, Line 1: Database 'other' cannot be opened because it is offline.
SELECT * FROM other.dbo.t
GO
--> Msg 942, Level 14, State 4, Line 1: Database 'other' cannot be opened because it is offline.
ALTER DATABASE other SET ONLINE
SELECT COUNT(*) AS n FROM other.dbo.t
ALTER DATABASE other MODIFY NAME = another
GO
--> n int
--> 0
--> info 5073: The database name 'another' has been set.
DROP DATABASE another
GO
