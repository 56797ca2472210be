-- What can be tracked, and the mistakes about it.
CREATE TABLE dbo.NoKey (id int NOT NULL);
CREATE TABLE dbo.Keyed (id int NOT NULL CONSTRAINT PK_Keyed PRIMARY KEY, name varchar(5) NULL);
CREATE TABLE dbo.Stamped (v rowversion NOT NULL PRIMARY KEY);
ALTER TABLE dbo.Keyed ENABLE CHANGE_TRACKING;
GO
--> Msg 1718, Level 16, State 1, Line 5: Change tracking must be enabled on database 'golden' before it can be enabled on table 'Keyed'.
CREATE PROCEDURE #set @what nvarchar(200) AS
DECLARE @sql nvarchar(400) = N'ALTER DATABASE ' + QUOTENAME(DB_NAME()) + N' SET ' + @what;
EXEC (@sql);
GO
EXEC #set N'CHANGE_TRACKING = OFF';
GO
--> Msg 5089, Level 16, State 1, Line 1: Change tracking is disabled for database 'golden'. Change tracking must be enabled on a database to modify change tracking settings.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
EXEC #set N'CHANGE_TRACKING (AUTO_CLEANUP = OFF)';
GO
--> Msg 5089, Level 16, State 2, Line 1: Change tracking is disabled for database 'golden'. Change tracking must be enabled on a database to modify change tracking settings.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
EXEC #set N'CHANGE_TRACKING = ON, RECOVERY SIMPLE';
GO
--> Msg 22114, Level 16, State 1, Line 1: Change tracking options for ALTER DATABASE cannot be combined with other ALTER DATABASE options.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
EXEC #set N'CHANGE_TRACKING = ON (CHANGE_RETENTION = 0 DAYS)';
GO
--> Msg 5092, Level 15, State 1, Line 1: The value for change tracking option 'CHANGE_RETENTION' is not valid. The value must be between 1 and 2147483647 minutes.
EXEC #set N'CHANGE_TRACKING = ON (CHANGE_RETENTION = 3 WEEKS)';
GO
--> Msg 155, Level 15, State 2, Line 1: 'WEEKS' is not a recognized CHANGE RETENTION UNIT option.
EXEC #set N'CHANGE_TRACKING = ON (AUTO_CLEANUP = OFF, AUTO_CLEANUP = ON)';
GO
--> Msg 5091, Level 15, State 1, Line 1: ALTER DATABASE change tracking option 'AUTO_CLEANUP' was specified more than once. Each option can be specified only once.
ALTER DATABASE master SET CHANGE_TRACKING = ON;
GO
--> Msg 5090, Level 16, State 1, Line 1: Database 'master' is a system database. Change tracking settings cannot be modified for system databases.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
EXEC #set N'CHANGE_TRACKING = ON';
EXEC #set N'CHANGE_TRACKING (CHANGE_RETENTION = 10 MINUTES, AUTO_CLEANUP = OFF)';
SELECT is_auto_cleanup_on, retention_period, retention_period_units, retention_period_units_desc FROM sys.change_tracking_databases WHERE database_id = DB_ID();
GO
--> is_auto_cleanup_on bit, retention_period int, retention_period_units tinyint, retention_period_units_desc nvarchar(60)
--> 0 | 10 | 1 | 'MINUTES'
EXEC #set N'CHANGE_TRACKING = ON';
GO
--> Msg 5088, Level 16, State 1, Line 1: Change tracking is already enabled for database 'golden'.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
ALTER TABLE dbo.NoKey ENABLE CHANGE_TRACKING;
GO
--> Msg 4997, Level 16, State 1, Line 1: Cannot enable change tracking on table 'NoKey'. Change tracking requires a primary key on the table. Create a primary key on the table before enabling change tracking.
ALTER TABLE dbo.Stamped ENABLE CHANGE_TRACKING;
GO
--> Msg 4999, Level 16, State 1, Line 1: Cannot enable change tracking on table 'Stamped'. Change tracking does not support a primary key of type timestamp on a table.
ALTER TABLE dbo.Keyed DISABLE CHANGE_TRACKING;
GO
--> Msg 4998, Level 16, State 1, Line 1: Change tracking is not enabled on table 'Keyed'.
SELECT * FROM CHANGETABLE(CHANGES dbo.Keyed, 0) AS c;
GO
--> Msg 22105, Level 16, State 1, Line 1: Change tracking is not enabled on table 'dbo.Keyed'.
SELECT * FROM CHANGETABLE(CHANGES dbo.Keyed, 0);
GO
--> Msg 22104, Level 16, State 1, Line 1: A table returned by the CHANGETABLE function must be aliased.
SELECT DATABASEPROPERTYEX(DB_NAME(), 'IsChangeTrackingEnabled') AS tracks;
ALTER TABLE dbo.Keyed ENABLE CHANGE_TRACKING;
ALTER TABLE dbo.Keyed ENABLE CHANGE_TRACKING;
GO
--> tracks sql_variant
--> 1::tinyint
--> Msg 4996, Level 16, State 1, Line 3: Change tracking is already enabled for table 'Keyed'.
EXEC #set N'CHANGE_TRACKING = OFF';
GO
--> Msg 22115, Level 16, State 1, Line 1: Change tracking is enabled for one or more tables in database 'golden'. Disable change tracking on each table before disabling it for the database. Use the sys.change_tracking_tables catalog view to obtain a list of tables for which change tracking is enabled.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
ALTER TABLE dbo.Keyed DROP CONSTRAINT PK_Keyed;
GO
--> Msg 3735, Level 16, State 1, Line 1: The primary key constraint 'PK_Keyed' on table 'Keyed' cannot be dropped because change tracking is enabled on the table. Change tracking requires a primary key constraint on the table. Disable change tracking before dropping the constraint.
--> Msg 3727, Level 16, State 0, Line 1: Could not drop constraint. See previous errors.
CREATE TABLE dbo.Other (id int NOT NULL PRIMARY KEY, name varchar(5) NULL);
ALTER TABLE dbo.Keyed SWITCH TO dbo.Other;
GO
--> Msg 4900, Level 16, State 1, Line 2: The ALTER TABLE SWITCH statement failed for table 'golden.dbo.Keyed'. It is not possible to switch the partition of a table that has change tracking enabled. Disable change tracking before using ALTER TABLE SWITCH.
CREATE VIEW dbo.Shown AS SELECT id FROM dbo.Keyed;
GO
SELECT * FROM CHANGETABLE(CHANGES dbo.Shown, 0) AS c;
GO
--> Msg 22107, Level 16, State 1, Line 1: Object 'dbo.Shown' is of a data type that is not supported by the CHANGETABLE function. The object must be a user-defined table.
SELECT * FROM CHANGETABLE(VERSION dbo.Keyed, (name), ('a')) AS c;
GO
--> Msg 22111, Level 16, State 1, Line 1: The column 'name' specified in the CHANGETABLE(VERSION ...) function is not part of the primary key for table 'dbo.Keyed'.
SELECT * FROM CHANGETABLE(VERSION dbo.Keyed, (id, id), (1, 1)) AS c;
GO
--> Msg 22112, Level 16, State 1, Line 1: Each primary key column must be specified once in the CHANGETABLE(VERSION ...) function. The column 'id' is specified more than once.
SELECT * FROM CHANGETABLE(VERSION dbo.Keyed, (id), (1, 2)) AS c;
GO
--> Msg 22103, Level 16, State 1, Line 1: The arguments supplied are not valid for the VERSION option of the CHANGETABLE function.
CREATE TABLE dbo.Wide (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a, b));
ALTER TABLE dbo.Wide ENABLE CHANGE_TRACKING;
SELECT * FROM CHANGETABLE(VERSION dbo.Wide, (a), (1)) AS c;
GO
--> Msg 22110, Level 16, State 1, Line 3: The number of columns specified in the CHANGETABLE(VERSION ...) function does not match the number of primary key columns for table 'dbo.Wide'.
DECLARE @context varchar(10) = 'me';
WITH CHANGE_TRACKING_CONTEXT (@context) INSERT dbo.Keyed (id) VALUES (1);
GO
--> Msg 22109, Level 16, State 1, Line 2: The "context" argument for the CHANGE_TRACKING_CONTEXT WITH clause must be of type varbinary data type with a maximum length of 128.
CREATE VIEW dbo.Changed WITH SCHEMABINDING AS SELECT c.id FROM CHANGETABLE(CHANGES dbo.Keyed, 0) AS c;
GO
CREATE UNIQUE CLUSTERED INDEX cx ON dbo.Changed (id);
GO
--> Msg 10144, Level 16, State 1, Line 1: Cannot create index on view 'Changed' because it uses the CHANGETABLE function.
DROP VIEW dbo.Changed;
GO
-- A transaction that is rolled back leaves nothing behind.
BEGIN TRAN;
ALTER TABLE dbo.Keyed DISABLE CHANGE_TRACKING;
ROLLBACK;
INSERT dbo.Keyed (id) VALUES (7);
SELECT c.SYS_CHANGE_OPERATION AS op, c.id FROM CHANGETABLE(CHANGES dbo.Keyed, 0) AS c;
ALTER TABLE dbo.Keyed DISABLE CHANGE_TRACKING;
ALTER TABLE dbo.Wide DISABLE CHANGE_TRACKING;
EXEC #set N'CHANGE_TRACKING = OFF';
SELECT COUNT(*) AS n FROM sys.change_tracking_databases WHERE database_id = DB_ID();
GO
--> (1 row)
--> op nchar(1), id int!
--> 'I' | 7
--> n int
--> 0
