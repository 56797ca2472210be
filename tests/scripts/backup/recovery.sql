-- WITH NORECOVERY leaves a database closed until it is said that no more is restored.
RESTORE DATABASE depot FROM DISK = 'depot.bak' WITH NORECOVERY, REPLACE
GO
--> info 4035: Processed n pages for database 'depot', file 'depot' on file 1.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
SELECT state, state_desc, DATABASEPROPERTYEX('depot', 'Status') AS status FROM sys.databases WHERE name = 'depot'
GO
--> state tinyint, state_desc nvarchar(60), status sql_variant
--> 1 | 'RESTORING' | 'RESTORING'::nvarchar(128)
SELECT COUNT(*) AS n FROM depot.dbo.part
GO
--> Msg 927, Level 14, State 2, Line 1: Database 'depot' cannot be opened. It is in the middle of a restore.
USE depot
GO
--> Msg 927, Level 14, State 2, Line 1: Database 'depot' cannot be opened. It is in the middle of a restore.
BACKUP DATABASE depot TO DISK = 'x.bak'
GO
--> Msg 927, Level 14, State 2, Line 1: Database 'depot' cannot be opened. It is in the middle of a restore.
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
ALTER DATABASE depot SET RECOVERY FULL
GO
--> Msg 5052, Level 16, State 1, Line 1: ALTER DATABASE is not permitted while a database is in the Restoring state.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
CREATE DATABASE depot_snap ON (NAME = depot, FILENAME = 'x') AS SNAPSHOT OF depot
GO
--> Msg 1822, Level 16, State 1, Line 1: The database must be online to have a database snapshot.
RESTORE DATABASE depot WITH NORECOVERY
GO
--> Msg 3153, Level 16, State 2, Line 1: The database is already fully recovered.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
RESTORE DATABASE depot FROM DISK = 'depot.bak' WITH RECOVERY, NORECOVERY
GO
--> Msg 3031, Level 16, State 1, Line 1: Option 'recovery' conflicts with option(s) 'norecovery'. Remove the conflicting option and reissue the statement.
-- Another backup of the same database may take its place.
RESTORE DATABASE depot FROM DISK = 'depot.bak' WITH FILE = 2, NORECOVERY
GO
--> info 4035: Processed n pages for database 'depot', file 'depot' on file 2.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
RESTORE DATABASE depot WITH RECOVERY
SELECT state_desc FROM sys.databases WHERE name = 'depot'
GO
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
--> state_desc nvarchar(60)
--> 'ONLINE'
SELECT COUNT(*) AS n FROM depot.dbo.part
GO
--> n int
--> 2
RESTORE DATABASE depot WITH RECOVERY
GO
--> Msg 3153, Level 16, State 2, Line 1: The database is already fully recovered.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
SELECT TOP (2) recovery, replace FROM msdb.dbo.restorehistory WHERE destination_database_name = 'depot' ORDER BY restore_history_id DESC
-- One that waits can be dropped.
RESTORE DATABASE depot FROM DISK = 'depot.bak' WITH NORECOVERY, REPLACE
DROP DATABASE depot
SELECT COUNT(*) AS n FROM sys.databases WHERE name = 'depot'
EXEC msdb.dbo.sp_delete_backuphistory '29990101'
GO
--> recovery bit, replace bit
--> 0 | 0
--> 0 | 1
--> info 4035: Processed n pages for database 'depot', file 'depot' on file 1.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
--> n int
--> 0
-- Where backups go, as tools ask for it.
DECLARE @folder nvarchar(4000)
EXEC master.dbo.xp_instance_regread N'HKEY_LOCAL_MACHINE', N'Software\Microsoft\MSSQLServer\MSSQLServer', N'BackupDirectory', @folder OUTPUT
SET @folder = @folder + N'\tools.bak'
BACKUP DATABASE golden TO DISK = @folder WITH FORMAT
RESTORE VERIFYONLY FROM DISK = 'tools.bak'
GO
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
--> info 3262: The backup set on file 1 is valid.
