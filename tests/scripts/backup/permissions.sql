-- Who may back up and restore.
CREATE LOGIN golden_keeper WITH PASSWORD = 'Keep-1-safe'
CREATE LOGIN golden_maker WITH PASSWORD = 'Make-1-safe'
CREATE USER golden_keeper
CREATE USER reader WITHOUT LOGIN
ALTER ROLE db_backupoperator ADD MEMBER golden_keeper
ALTER SERVER ROLE dbcreator ADD MEMBER golden_maker
BACKUP DATABASE golden TO DISK = 'permissions.bak' WITH FORMAT
GO
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
EXECUTE AS USER = 'reader'
BACKUP DATABASE golden TO DISK = 'x.bak'
REVERT
GO
--> Msg 262, Level 14, State 1, Line 2: BACKUP DATABASE permission denied in database 'golden'.
--> Msg 3013, Level 16, State 1, Line 2: BACKUP DATABASE is terminating abnormally.
EXECUTE AS USER = 'reader'
BACKUP LOG golden TO DISK = 'x.bak'
REVERT
GO
--> Msg 262, Level 14, State 1, Line 2: BACKUP LOG permission denied in database 'golden'.
--> Msg 3013, Level 16, State 1, Line 2: BACKUP LOG is terminating abnormally.
EXECUTE AS LOGIN = 'golden_keeper'
BACKUP DATABASE golden TO DISK = 'permissions.bak'
REVERT
GO
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 2.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
EXECUTE AS LOGIN = 'golden_keeper'
RESTORE DATABASE golden_kept FROM DISK = 'permissions.bak'
REVERT
GO
--> Msg 262, Level 14, State 1, Line 2: CREATE DATABASE permission denied in database 'master'.
--> Msg 3013, Level 16, State 1, Line 2: RESTORE DATABASE is terminating abnormally.
EXECUTE AS LOGIN = 'golden_keeper'
RESTORE DATABASE golden FROM DISK = 'permissions.bak' WITH REPLACE
REVERT
GO
--> Msg 3110, Level 14, State 1, Line 2: User does not have permission to RESTORE database 'golden'.
--> Msg 3013, Level 16, State 1, Line 2: RESTORE DATABASE is terminating abnormally.
EXECUTE AS LOGIN = 'golden_keeper'
RESTORE HEADERONLY FROM DISK = 'permissions.bak'
REVERT
GO
--> Msg 262, Level 14, State 1, Line 2: CREATE DATABASE permission denied in database 'master'.
--> Msg 3013, Level 16, State 1, Line 2: RESTORE HEADERONLY is terminating abnormally.
-- Whoever makes databases restores them too, and owns the new one.
USE master
EXECUTE AS LOGIN = 'golden_maker'
RESTORE DATABASE golden_made FROM DISK = 'permissions.bak'
REVERT
SELECT SUSER_SNAME(owner_sid) AS owner FROM sys.databases WHERE name = 'golden_made'
GO
--> info 5701: Changed database context to 'master'.
--> info 4035: Processed n pages for database 'golden_made', file 'golden' on file 1.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
--> owner nvarchar(128)
--> 'golden_maker'
EXECUTE AS LOGIN = 'golden_maker'
USE golden_made
SELECT USER_NAME() AS u
USE master
RESTORE DATABASE golden_made FROM DISK = 'permissions.bak' WITH REPLACE
RESTORE VERIFYONLY FROM DISK = 'permissions.bak'
REVERT
GO
--> info 5701: Changed database context to 'golden_made'.
--> u nvarchar(128)
--> 'dbo'
--> info 5701: Changed database context to 'master'.
--> info 4035: Processed n pages for database 'golden_made', file 'golden' on file 1.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
--> info 3262: The backup set on file 1 is valid.
DROP DATABASE golden_made
DROP LOGIN golden_maker
USE golden
DROP USER golden_keeper
DROP LOGIN golden_keeper
EXEC msdb.dbo.sp_delete_backuphistory '29990101'
GO
--> info 5701: Changed database context to 'golden'.
