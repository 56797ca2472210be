-- A database is copied to a file in the folder of backups; more than one backup can lie in a file.
CREATE TABLE item (id int IDENTITY PRIMARY KEY, name varchar(20) NOT NULL CONSTRAINT item_name UNIQUE, price decimal(9, 2))
INSERT item (name, price) VALUES ('a', 1.50), ('b', NULL)
CREATE SEQUENCE counter START WITH 10
GO
--> (2 rows)
CREATE VIEW names AS SELECT name FROM item
GO
CREATE PROCEDURE add_item @name varchar(20) AS INSERT item (name) OUTPUT inserted.id, inserted.name VALUES (@name)
GO
BACKUP DATABASE golden TO DISK = 'golden.bak' WITH FORMAT, INIT, NAME = N'first', MEDIANAME = 'tapes', MEDIADESCRIPTION = 'all of them', CHECKSUM, STATS = 50
GO
--> info 3211: 50 percent processed.
--> info 3211: 100 percent processed.
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
INSERT item (name) VALUES ('c')
SELECT NEXT VALUE FOR counter AS n
GO
--> (1 row)
--> n bigint!
--> 10
-- Names, files and numbers may be variables.
DECLARE @database sysname = N'golden', @file nvarchar(260) = N'golden.bak', @name nvarchar(128) = N'second'
BACKUP DATABASE @database TO DISK = @file WITH NOINIT, NAME = @name, DESCRIPTION = N'with c', COMPRESSION, COPY_ONLY
GO
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 2.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
RESTORE VERIFYONLY FROM DISK = 'golden.bak'
RESTORE VERIFYONLY FROM DISK = 'golden.bak' WITH FILE = 2, CHECKSUM
GO
--> info 3262: The backup set on file 1 is valid.
--> info 3262: The backup set on file 2 is valid.
-- What is in the file, as scripts read it: into a table.
CREATE TABLE #header (
  BackupName nvarchar(128), BackupDescription nvarchar(255), BackupType smallint, ExpirationDate datetime, Compressed bit, Position smallint, DeviceType tinyint,
  UserName nvarchar(128), ServerName nvarchar(128), DatabaseName nvarchar(128), DatabaseVersion int, DatabaseCreationDate datetime, BackupSize numeric(20, 0),
  FirstLSN numeric(25, 0), LastLSN numeric(25, 0), CheckpointLSN numeric(25, 0), DatabaseBackupLSN numeric(25, 0), BackupStartDate datetime, BackupFinishDate datetime,
  SortOrder smallint, CodePage smallint, UnicodeLocaleId int, UnicodeComparisonStyle int, CompatibilityLevel tinyint, SoftwareVendorId int, SoftwareVersionMajor int,
  SoftwareVersionMinor int, SoftwareVersionBuild int, MachineName nvarchar(128), Flags int, BindingID uniqueidentifier, RecoveryForkID uniqueidentifier,
  Collation nvarchar(128), FamilyGUID uniqueidentifier, HasBulkLoggedData bit, IsSnapshot bit, IsReadOnly bit, IsSingleUser bit, HasBackupChecksums bit, IsDamaged bit,
  BeginsLogChain bit, HasIncompleteMetaData bit, IsForceOffline bit, IsCopyOnly bit, FirstRecoveryForkID uniqueidentifier, ForkPointLSN numeric(25, 0),
  RecoveryModel nvarchar(60), DifferentialBaseLSN numeric(25, 0), DifferentialBaseGUID uniqueidentifier, BackupTypeDescription nvarchar(60), BackupSetGUID uniqueidentifier,
  CompressedBackupSize bigint, Containment tinyint, KeyAlgorithm nvarchar(32), EncryptorThumbprint varbinary(20), EncryptorType nvarchar(32),
  LastValidRestoreTime datetime, TimeZone smallint, CompressionAlgorithm nvarchar(32))
INSERT #header EXEC ('RESTORE HEADERONLY FROM DISK = ''golden.bak''')
SELECT BackupName, BackupDescription, BackupType, Compressed, Position, UserName, ServerName, DatabaseName, CompatibilityLevel, Collation, HasBackupChecksums, IsCopyOnly,
  RecoveryModel, BackupTypeDescription FROM #header ORDER BY Position
SELECT IIF(COUNT(DISTINCT BackupSetGUID) = 2, 1, 0) AS sets, IIF(COUNT(DISTINCT FamilyGUID) = 1, 1, 0) AS families, IIF(MIN(BackupSize) > 0, 1, 0) AS sized,
  IIF(MAX(FirstLSN) > MIN(FirstLSN), 1, 0) AS later, IIF(MIN(CASE Compressed WHEN 1 THEN BackupSize - CompressedBackupSize END) > 0, 1, 0) AS smaller,
  IIF(MIN(DATEDIFF(second, BackupStartDate, GETDATE())) BETWEEN 0 AND 60, 1, 0) AS now FROM #header
GO
--> (2 rows)
--> BackupName nvarchar(128), BackupDescription nvarchar(255), BackupType smallint, Compressed bit, Position smallint, UserName nvarchar(128), ServerName nvarchar(128), DatabaseName nvarchar(128), CompatibilityLevel tinyint, Collation nvarchar(128), HasBackupChecksums bit, IsCopyOnly bit, RecoveryModel nvarchar(60), BackupTypeDescription nvarchar(60)
--> 'first' | NULL | 1 | 0 | 1 | 'sa' | 'GOLDEN' | 'golden' | 160 | 'SQL_Latin1_General_CP1_CI_AS' | 1 | 0 | 'FULL' | 'DATABASE'
--> 'second' | 'with c' | 1 | 1 | 2 | 'sa' | 'GOLDEN' | 'golden' | 160 | 'SQL_Latin1_General_CP1_CI_AS' | 0 | 1 | 'FULL' | 'DATABASE'
--> sets int!, families int!, sized int!, later int!, smaller int!, now int!
--> 1 | 1 | 1 | 1 | 1 | 1
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
CREATE TABLE #files (
  LogicalName nvarchar(128), PhysicalName nvarchar(260), Type char(1), FileGroupName nvarchar(128), Size numeric(20, 0), MaxSize numeric(20, 0), FileId bigint,
  CreateLSN numeric(25, 0), DropLSN numeric(25, 0), UniqueId uniqueidentifier, ReadOnlyLSN numeric(25, 0), ReadWriteLSN numeric(25, 0), BackupSizeInBytes bigint,
  SourceBlockSize int, FileGroupId int, LogGroupGUID uniqueidentifier, DifferentialBaseLSN numeric(25, 0), DifferentialBaseGUID uniqueidentifier, IsReadOnly bit,
  IsPresent bit, TDEThumbprint varbinary(32), SnapshotUrl nvarchar(360))
INSERT #files EXEC ('RESTORE FILELISTONLY FROM DISK = ''golden.bak'' WITH FILE = 2')
SELECT LogicalName, Type, FileGroupName, FileId, IsReadOnly, IsPresent FROM #files
GO
--> (2 rows)
--> LogicalName nvarchar(128), Type char(1), FileGroupName nvarchar(128), FileId bigint, IsReadOnly bit, IsPresent bit
--> 'golden' | 'D' | 'PRIMARY' | 1 | 0 | 1
--> 'golden_log' | 'L' | NULL | 2 | 0 | 1
CREATE TABLE #label (
  MediaName nvarchar(128), MediaSetId uniqueidentifier, FamilyCount int, FamilySequenceNumber int, MediaFamilyId uniqueidentifier, MediaSequenceNumber int,
  MediaLabelPresent tinyint, MediaDescription nvarchar(255), SoftwareName nvarchar(128), SoftwareVendorId int, MediaDate datetime, MirrorCount int, IsCompressed bit)
INSERT #label EXEC ('RESTORE LABELONLY FROM DISK = ''golden.bak''')
SELECT MediaName, MediaDescription, FamilyCount, MediaLabelPresent, MirrorCount, IsCompressed FROM #label
GO
--> (1 row)
--> MediaName nvarchar(128), MediaDescription nvarchar(255), FamilyCount int, MediaLabelPresent tinyint, MirrorCount int, IsCompressed bit
--> 'tapes' | 'all of them' | 1 | 1 | 1 | 0
-- Under another name it becomes a database of its own, with all that belongs to it; files go where the server keeps them.
RESTORE DATABASE golden_copy FROM DISK = 'golden.bak' WITH MOVE 'golden' TO '/var/opt/mssql/data/copy.mdf', MOVE 'golden_log' TO '/var/opt/mssql/data/copy.ldf', RECOVERY, STATS = 100
SELECT name, owner_sid, state_desc, recovery_model_desc, compatibility_level FROM sys.databases WHERE name = 'golden_copy'
GO
--> info 3211: 100 percent processed.
--> info 4035: Processed n pages for database 'golden_copy', file 'golden' on file 1.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
--> name nvarchar(128)!, owner_sid varbinary(85), state_desc nvarchar(60), recovery_model_desc nvarchar(60), compatibility_level tinyint!
--> 'golden_copy' | 0x01 | 'ONLINE' | 'FULL' | 160
USE golden_copy
SELECT DB_NAME() AS db, id, name, price FROM item ORDER BY id
SELECT name FROM names ORDER BY name
EXEC add_item 'd'
SELECT NEXT VALUE FOR counter AS n
INSERT item (name) VALUES ('A')
GO
--> info 5701: Changed database context to 'golden_copy'.
--> db nvarchar(128), id int!, name varchar(20)!, price decimal(9,2)
--> 'golden_copy' | 1 | 'a' | 1.50
--> 'golden_copy' | 2 | 'b' | NULL
--> name varchar(20)!
--> 'a'
--> 'b'
--> id int!, name varchar(20)!
--> 3 | 'd'
--> n bigint!
--> 10
--> Msg 2627, Level 14, State 1, Line 6: Violation of UNIQUE KEY constraint 'item_name'. Cannot insert duplicate key in object 'dbo.item'. The duplicate key value is (A).
--> info 3621: The statement has been terminated.
-- What has happened since the backup is gone afterwards; a session that was there before goes on with the new one.
USE golden
RESTORE DATABASE golden_copy FROM DISK = 'golden.bak' WITH FILE = 2, REPLACE
SELECT id, name FROM golden_copy.dbo.item ORDER BY id
EXEC golden_copy.dbo.add_item 'd'
SELECT NEXT VALUE FOR golden_copy.dbo.counter AS n
GO
--> info 5701: Changed database context to 'golden'.
--> info 4035: Processed n pages for database 'golden_copy', file 'golden' on file 2.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
--> id int!, name varchar(20)!
--> 1 | 'a'
--> 2 | 'b'
--> 3 | 'c'
--> id int!, name varchar(20)!
--> 4 | 'd'
--> n bigint!
--> 11
-- The database itself goes back, from a session that does not use it.
DELETE item
DROP PROCEDURE add_item
ALTER TABLE item ADD extra int
GO
--> (3 rows)
--! as c2
USE master
GO
--> info 5701: Changed database context to 'master'.
USE master
RESTORE DATABASE golden FROM DISK = 'golden.bak' WITH FILE = 2, REPLACE
USE golden
SELECT * FROM item
EXEC add_item 'e'
GO
--> info 5701: Changed database context to 'master'.
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 2.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
--> info 5701: Changed database context to 'golden'.
--> id int!, name varchar(20)!, price decimal(9,2)
--> 1 | 'a' | 1.50
--> 2 | 'b' | NULL
--> 3 | 'c' | NULL
--> id int!, name varchar(20)!
--> 4 | 'e'
-- SIMPLE has no log that could be lost, so REPLACE is not needed.
ALTER DATABASE golden SET RECOVERY SIMPLE
BACKUP DATABASE golden TO DISK = 'golden2.bak' WITH INIT
INSERT item (name) VALUES ('gone')
GO
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
--> (1 row)
USE master
RESTORE DATABASE golden FROM DISK = 'golden2.bak'
SELECT COUNT(*) AS n FROM golden.dbo.item
USE golden
GO
--> info 5701: Changed database context to 'master'.
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
--> n int
--> 4
--> info 5701: Changed database context to 'golden'.
-- INIT writes over what there was and keeps the label of the file.
BACKUP DATABASE golden TO DISK = 'golden.bak' WITH INIT, MEDIANAME = 'others'
TRUNCATE TABLE #header
INSERT #header EXEC ('RESTORE HEADERONLY FROM DISK = ''golden.bak''')
SELECT BackupName, Position, RecoveryModel FROM #header
TRUNCATE TABLE #label
INSERT #label EXEC ('RESTORE LABELONLY FROM DISK = ''golden.bak''')
SELECT MediaName FROM #label
GO
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
--> (1 row)
--> BackupName nvarchar(128), Position smallint, RecoveryModel nvarchar(60)
--> NULL | 1 | 'SIMPLE'
--> (1 row)
--> MediaName nvarchar(128)
--> 'tapes'
-- A mirror has the same; NUL keeps nothing.
BACKUP DATABASE golden TO DISK = 'left.bak' MIRROR TO DISK = 'right.bak' WITH FORMAT
BACKUP DATABASE golden TO DISK = 'NUL' WITH COPY_ONLY
RESTORE VERIFYONLY FROM DISK = 'right.bak'
GO
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
--> info 4035: Processed n pages for database 'golden', file 'golden' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
--> info 3262: The backup set on file 1 is valid.
-- System databases too.
BACKUP DATABASE master TO DISK = 'master.bak' WITH INIT
BACKUP DATABASE msdb TO DISK = 'msdb.bak' WITH INIT
GO
--> info 4035: Processed n pages for database 'master', file 'master' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
--> info 4035: Processed n pages for database 'msdb', file 'MSDBData' on file 1.
--> info 3014: BACKUP DATABASE successfully processed n pages in n seconds
-- The history of it all.
SELECT s.name, s.position, s.type, s.is_copy_only, s.has_backup_checksums, s.recovery_model, s.user_name, m.name AS media, RIGHT(f.physical_device_name, 11) AS device, f.mirror
FROM msdb.dbo.backupset AS s
JOIN msdb.dbo.backupmediaset AS m ON m.media_set_id = s.media_set_id
JOIN msdb.dbo.backupmediafamily AS f ON f.media_set_id = m.media_set_id
WHERE s.database_name = N'golden' ORDER BY s.backup_set_id, f.mirror
SELECT s.database_name, f.logical_name, f.file_type FROM msdb.dbo.backupfile AS f JOIN msdb.dbo.backupset AS s ON s.backup_set_id = f.backup_set_id WHERE s.name = 'first'
SELECT r.destination_database_name, s.position, r.restore_type, r.replace, r.recovery
FROM msdb.dbo.restorehistory AS r JOIN msdb.dbo.backupset AS s ON s.backup_set_id = r.backup_set_id ORDER BY r.restore_history_id
GO
--> name nvarchar(256), position int, type char(1), is_copy_only bit, has_backup_checksums bit, recovery_model nvarchar(60), user_name nvarchar(256), media nvarchar(256), device nvarchar(11), mirror tinyint!
--> 'first' | 1 | 'D' | 0 | 1 | 'FULL' | 'sa' | 'tapes' | '/golden.bak' | 0
--> 'second' | 2 | 'D' | 1 | 0 | 'FULL' | 'sa' | 'tapes' | '/golden.bak' | 0
--> NULL | 1 | 'D' | 0 | 0 | 'SIMPLE' | 'sa' | NULL | 'golden2.bak' | 0
--> NULL | 1 | 'D' | 0 | 0 | 'SIMPLE' | 'sa' | 'tapes' | '/golden.bak' | 0
--> NULL | 1 | 'D' | 0 | 0 | 'SIMPLE' | 'sa' | NULL | 'ps/left.bak' | 0
--> NULL | 1 | 'D' | 0 | 0 | 'SIMPLE' | 'sa' | NULL | 's/right.bak' | 1
--> NULL | 1 | 'D' | 1 | 0 | 'SIMPLE' | 'sa' | NULL | 'NUL' | 0
--> database_name nvarchar(256), logical_name nvarchar(256), file_type char(1)
--> 'golden' | 'golden' | 'D'
--> 'golden' | 'golden_log' | 'L'
--> destination_database_name nvarchar(256), position int, restore_type char(1), replace bit, recovery bit
--> 'golden_copy' | 1 | 'D' | 0 | 1
--> 'golden_copy' | 2 | 'D' | 1 | 1
--> 'golden' | 2 | 'D' | 1 | 1
--> 'golden' | 1 | 'D' | 0 | 1
-- And its end.
EXEC msdb.dbo.sp_delete_database_backuphistory @database_name = N'golden'
EXEC msdb.dbo.sp_delete_database_backuphistory N'master'
SELECT COUNT(*) AS n FROM msdb.dbo.backupset
EXEC msdb.dbo.sp_delete_backuphistory '19990101'
SELECT COUNT(*) AS n FROM msdb.dbo.backupset
EXEC msdb.dbo.sp_delete_backuphistory @oldest_date = '29990101'
SELECT (SELECT COUNT(*) FROM msdb.dbo.backupset) + (SELECT COUNT(*) FROM msdb.dbo.restorehistory) AS n
GO
--> n int
--> 1
--> n int
--> 1
--> n int
--> 0
DROP DATABASE golden_copy
GO
