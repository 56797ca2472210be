-- What BACKUP and RESTORE refuse.
CREATE TABLE t (id int)
GO
BACKUP DATABASE nowhere TO DISK = 'x.bak'
GO
--> Msg 911, Level 16, State 1, Line 1: Database 'nowhere' does not exist. Make sure that the name is entered correctly.
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
BACKUP DATABASE tempdb TO DISK = 'x.bak'
GO
--> Msg 3147, Level 16, State 1, Line 1: Backup and restore operations are not allowed on database tempdb.
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
-- Devices are files of one folder.
BACKUP DATABASE golden TO DISK = '../x.bak'
GO
--> Msg 3201, Level 16, State 2, Line 2: Cannot open backup device '../x.bak'. Operating system error 5(Access is denied.).
--> Msg 3013, Level 16, State 1, Line 2: BACKUP DATABASE is terminating abnormally.
BACKUP DATABASE golden TO DISK = '/etc/x.bak'
GO
--> Msg 3201, Level 16, State 2, Line 1: Cannot open backup device '/etc/x.bak'. Operating system error 5(Access is denied.).
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
BACKUP DATABASE golden TO DISK = 'C:\backup\x.bak'
GO
--> Msg 3201, Level 16, State 2, Line 1: Cannot open backup device 'C:\backup\x.bak'. Operating system error 5(Access is denied.).
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
BACKUP DATABASE golden TO DISK = 'missing\x.bak'
GO
--> Msg 3201, Level 16, State 2, Line 1: Cannot open backup device 'missing\x.bak'. Operating system error 3(The system cannot find the path specified.).
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
BACKUP DATABASE golden TO device
GO
--> Msg 3206, Level 16, State 1, Line 1: Backup device 'device' does not exist. To view existing backup devices, use the sys.backup_devices catalog view. To create a new backup device use either sp_addumpdevice or SQL Server Management Studio.
RESTORE DATABASE other FROM DISK = 'nothing.bak'
GO
--> Msg 3201, Level 16, State 2, Line 1: Cannot open backup device 'nothing.bak'. Operating system error 2(The system cannot find the file specified.).
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
RESTORE HEADERONLY FROM DISK = 'nothing.bak'
GO
--> Msg 3201, Level 16, State 2, Line 1: Cannot open backup device 'nothing.bak'. Operating system error 2(The system cannot find the file specified.).
--> Msg 3013, Level 16, State 1, Line 1: RESTORE HEADERONLY is terminating abnormally.
RESTORE FILELISTONLY FROM DISK = 'nothing.bak'
GO
--> Msg 3201, Level 16, State 2, Line 1: Cannot open backup device 'nothing.bak'. Operating system error 2(The system cannot find the file specified.).
--> Msg 3013, Level 16, State 1, Line 1: RESTORE FILELIST is terminating abnormally.
RESTORE VERIFYONLY FROM DISK = 'nothing.bak'
GO
--> Msg 3201, Level 16, State 2, Line 1: Cannot open backup device 'nothing.bak'. Operating system error 2(The system cannot find the file specified.).
--> Msg 3013, Level 16, State 1, Line 1: VERIFY DATABASE is terminating abnormally.
-- In TRY the last error is the one that is caught.
BEGIN TRY
  BACKUP DATABASE golden TO DISK = '../x.bak'
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, ERROR_MESSAGE() AS message
END CATCH
GO
--> number int, message nvarchar(4000)
--> 3013 | 'BACKUP DATABASE is terminating abnormally.'
-- Options.
BACKUP DATABASE golden TO DISK = 'x.bak' WITH WHATEVER
GO
--> Msg 155, Level 15, State 1, Line 2: 'WHATEVER' is not a recognized BACKUP option.
RESTORE DATABASE golden FROM DISK = 'x.bak' WITH WHATEVER
GO
--> Msg 155, Level 15, State 1, Line 1: 'WHATEVER' is not a recognized RESTORE option.
BACKUP DATABASE golden TO DISK = 'x.bak' WITH INIT, NOINIT
GO
--> Msg 3031, Level 16, State 1, Line 1: Option 'init' conflicts with option(s) 'noinit'. Remove the conflicting option and reissue the statement.
BACKUP DATABASE golden TO DISK = 'x.bak' WITH RETAINDAYS = 100000
GO
--> Msg 3250, Level 16, State 1, Line 1: The value '100000' is not within range for the RETAINDAYS parameter.
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
BACKUP DATABASE golden TO DISK = 'x.bak' MIRROR TO DISK = 'y.bak'
GO
--> Msg 3215, Level 16, State 1, Line 1: Use WITH FORMAT to create a new mirrored backup set.
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
-- Neither runs in a transaction.
BEGIN TRAN
BACKUP DATABASE golden TO DISK = 'x.bak'
ROLLBACK
GO
--> Msg 3021, Level 16, State 0, Line 3: Cannot perform a backup or restore operation within a transaction.
--> Msg 3013, Level 16, State 1, Line 3: BACKUP DATABASE is terminating abnormally.
-- Logs and differences.
BACKUP LOG golden TO DISK = 'x.bak'
GO
--> Msg 4214, Level 16, State 1, Line 2: BACKUP LOG cannot be performed because there is no current database backup.
--> Msg 3013, Level 16, State 1, Line 2: BACKUP LOG is terminating abnormally.
BACKUP DATABASE golden TO DISK = 'x.bak' WITH DIFFERENTIAL
GO
--> Msg 3035, Level 16, State 1, Line 1: Cannot perform a differential backup for database "golden", because a current database backup does not exist. Perform a full database backup by reissuing BACKUP DATABASE, omitting the WITH DIFFERENTIAL option.
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
BACKUP DATABASE golden TO DISK = 'errors.bak' WITH FORMAT
GO
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
BACKUP LOG golden TO DISK = 'x.bak'
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'BACKUP LOG' is not supported in this version of Sprocket.
BACKUP DATABASE golden TO DISK = 'x.bak' WITH DIFFERENTIAL
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'BACKUP … WITH DIFFERENTIAL' is not supported in this version of Sprocket.
ALTER DATABASE golden SET RECOVERY SIMPLE
BACKUP LOG golden TO DISK = 'x.bak'
ALTER DATABASE golden SET RECOVERY FULL
GO
--> Msg 4208, Level 16, State 1, Line 2: The statement BACKUP LOG is not allowed while the recovery model is SIMPLE. Use BACKUP DATABASE or change the recovery model using ALTER DATABASE.
--> Msg 3013, Level 16, State 1, Line 2: BACKUP LOG is terminating abnormally.
-- Which database a backup may become.
RESTORE DATABASE golden FROM DISK = 'errors.bak' WITH REPLACE
GO
--> Msg 3102, Level 16, State 1, Line 2: RESTORE cannot process database 'golden' because it is in use by this session. It is recommended that the master database be used when performing this operation.
--> Msg 3013, Level 16, State 1, Line 2: RESTORE DATABASE is terminating abnormally.
CREATE DATABASE golden_other
GO
RESTORE DATABASE golden_other FROM DISK = 'errors.bak'
GO
--> Msg 3154, Level 16, State 4, Line 1: The backup set holds a backup of a database other than the existing 'golden_other' database.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
RESTORE DATABASE golden_other FROM DISK = 'errors.bak' WITH REPLACE, FILE = 2
GO
--> Msg 3287, Level 16, State 1, Line 1: The file ID 2 on device 'errors.bak' is incorrectly formed and can not be read.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
RESTORE DATABASE golden_other FROM DISK = 'errors.bak' WITH REPLACE, FILE = 0
GO
--> Msg 3287, Level 16, State 1, Line 1: The file ID 0 on device 'errors.bak' is incorrectly formed and can not be read.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
RESTORE DATABASE golden_other FROM DISK = 'errors.bak' WITH REPLACE, MOVE 'wrong' TO 'x'
GO
--> Msg 3234, Level 16, State 2, Line 1: Logical file 'wrong' is not part of database 'golden_other'. Use RESTORE FILELISTONLY to list the logical file names.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
RESTORE DATABASE golden_other FROM DISK = 'errors.bak' WITH REPLACE
GO
--> info 4035: Processed n pages for database 'golden_other', file 'golden' on file 1.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
-- Now they are of one family, but there is a log.
RESTORE DATABASE golden_other FROM DISK = 'errors.bak'
GO
--> Msg 3159, Level 16, State 1, Line 2: The tail of the log for the database "golden_other" has not been backed up. Use BACKUP LOG WITH NORECOVERY to backup the log if it contains work you do not want to lose. Use the WITH REPLACE or WITH STOPAT clause of the RESTORE statement to just overwrite the contents of the log.
--> Msg 3013, Level 16, State 1, Line 2: RESTORE DATABASE is terminating abnormally.
RESTORE DATABASE golden_other WITH RECOVERY
GO
--> Msg 3153, Level 16, State 2, Line 1: The database is already fully recovered.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
RESTORE DATABASE nowhere WITH RECOVERY
GO
--> Msg 3118, Level 16, State 1, Line 1: The database "nowhere" does not exist. RESTORE can only create a database when restoring either a full backup or a file backup of the primary file.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
RESTORE DATABASE master FROM DISK = 'errors.bak' WITH REPLACE
GO
--> Msg 3108, Level 16, State 1, Line 1: To restore the master database, the server must be running in single-user mode. For information on starting in single-user mode, see "How to: Start an Instance of SQL Server (sqlservr.exe)" in Books Online.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
RESTORE DATABASE tempdb FROM DISK = 'errors.bak' WITH REPLACE
GO
--> Msg 3147, Level 16, State 1, Line 1: Backup and restore operations are not allowed on database tempdb.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
-- One that is in use.
--! as c2
USE golden_other
GO
--> info 5701: Changed database context to 'golden_other'.
RESTORE DATABASE golden_other FROM DISK = 'errors.bak' WITH REPLACE
GO
--> Msg 3101, Level 16, State 1, Line 1: Exclusive access could not be obtained because the database is in use.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
-- ROLLBACK IMMEDIATE ends the others, as scripts do it.
ALTER DATABASE golden_other SET SINGLE_USER WITH ROLLBACK IMMEDIATE
RESTORE DATABASE golden_other FROM DISK = 'errors.bak' WITH REPLACE
ALTER DATABASE golden_other SET MULTI_USER
SELECT COUNT(*) AS n FROM golden_other.dbo.t
GO
--> info 5060: Nonqualified transactions are being rolled back. Estimated rollback completion: 0%.
--> info 5060: Nonqualified transactions are being rolled back. Estimated rollback completion: 100%.
--> info 4035: Processed n pages for database 'golden_other', file 'golden' on file 1.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
--> n int
--> 0
ALTER DATABASE golden_other SET OFFLINE
BACKUP DATABASE golden_other TO DISK = 'x.bak'
GO
--> Msg 942, Level 14, State 4, Line 2: Database 'golden_other' cannot be opened because it is offline.
--> Msg 3013, Level 16, State 1, Line 2: BACKUP DATABASE is terminating abnormally.
RESTORE DATABASE golden_other FROM DISK = 'errors.bak' WITH REPLACE
SELECT state_desc FROM sys.databases WHERE name = 'golden_other'
DROP DATABASE golden_other
GO
--> info 4035: Processed n pages for database 'golden_other', file 'golden' on file 1.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
--> state_desc nvarchar(60)
--> 'ONLINE'
-- A backup that is to be kept is not written over.
BACKUP DATABASE golden TO DISK = 'kept.bak' WITH INIT, SKIP, EXPIREDATE = '29981231 11:00'
BACKUP DATABASE golden TO DISK = 'kept.bak' WITH INIT
GO
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
--> Msg 4030, Level 16, State 1, Line 3: The medium on device 'kept.bak' expires on Dec 31 2998 11:00:00:000AM and cannot be overwritten.
--> Msg 3013, Level 16, State 1, Line 3: BACKUP DATABASE is terminating abnormally.
BACKUP DATABASE golden TO DISK = 'kept.bak' WITH INIT, SKIP, RETAINDAYS = 0
BACKUP DATABASE golden TO DISK = 'kept.bak' WITH INIT
GO
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
-- What this server does not do is refused by name.
BACKUP DATABASE golden TO DISK = 'a.bak', DISK = 'b.bak'
GO
--> Msg 40510, Level 16, State 1, Line 2: Statement 'BACKUP DATABASE TO several devices' is not supported in this version of Sprocket.
BACKUP DATABASE golden TO URL = 'https://example.com/x.bak'
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'BACKUP DATABASE with URL' is not supported in this version of Sprocket.
BACKUP DATABASE golden FILEGROUP = 'PRIMARY' TO DISK = 'x.bak'
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'BACKUP DATABASE of files and filegroups' is not supported in this version of Sprocket.
BACKUP DATABASE golden TO DISK = 'x.bak' WITH ENCRYPTION (ALGORITHM = AES_256, SERVER CERTIFICATE = c)
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'BACKUP … WITH ENCRYPTION' is not supported in this version of Sprocket.
BACKUP DATABASE golden TO DISK = 'x.bak' WITH NORECOVERY
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'BACKUP … WITH NORECOVERY' is not supported in this version of Sprocket.
RESTORE LOG golden FROM DISK = 'errors.bak'
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'RESTORE LOG' is not supported in this version of Sprocket.
RESTORE DATABASE golden FROM DISK = 'errors.bak' WITH STOPAT = '20260101'
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'RESTORE … WITH STOPAT' is not supported in this version of Sprocket.
-- A renamed database keeps its file when another takes its name.
CREATE DATABASE golden_a
GO
SELECT 1 AS one INTO golden_a.dbo.t
ALTER DATABASE golden_a MODIFY NAME = golden_b
GO
--> (1 row)
--> info 5073: The database name 'golden_b' has been set.
CREATE DATABASE golden_a
GO
SELECT 2 AS two INTO golden_a.dbo.t
SELECT one FROM golden_b.dbo.t
SELECT IIF(COUNT(DISTINCT physical_name) = 2, 1, 0) AS files FROM sys.master_files WHERE DB_NAME(database_id) IN ('golden_a', 'golden_b') AND type = 0
DROP DATABASE golden_a
SELECT one FROM golden_b.dbo.t
DROP DATABASE golden_b
GO
--> (1 row)
--> one int!
--> 1
--> files int!
--> 1
--> one int!
--> 1
