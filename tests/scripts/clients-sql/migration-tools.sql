-- What Flyway, Liquibase, DbUp and SqlPackage ask and write before they run a script.

-- Flyway: its history table, its lock, its checks.
SELECT DB_NAME() AS db
SELECT CAST(SERVERPROPERTY('ENGINEEDITION') AS int) AS edition
SELECT CASE WHEN SCHEMA_NAME() IS NULL THEN 0 ELSE 1 END AS has_schema
SELECT COUNT(*) AS n FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = N'dbo'
SELECT COUNT(*) AS n FROM (
  SELECT 'schema' AS object_type, s.name AS object_name FROM sys.schemas s WHERE s.name = 'flyway'
  UNION ALL SELECT 'table', t.name FROM sys.tables t WHERE t.schema_id = SCHEMA_ID('flyway')) R
GO
--> db nvarchar(128)
--> 'golden'
--> edition int
--> 3
--> has_schema int!
--> 1
--> n int
--> 1
--> n int
--> 0
CREATE TABLE [dbo].[flyway_schema_history] (
    [installed_rank] INT NOT NULL,
    [version] NVARCHAR(50),
    [description] NVARCHAR(200),
    [type] NVARCHAR(20) NOT NULL,
    [script] NVARCHAR(1000) NOT NULL,
    [checksum] INT,
    [installed_by] NVARCHAR(100) NOT NULL,
    [installed_on] DATETIME NOT NULL DEFAULT GETDATE(),
    [execution_time] INT NOT NULL,
    [success] BIT NOT NULL
);
ALTER TABLE [dbo].[flyway_schema_history] ADD CONSTRAINT [flyway_schema_history_pk] PRIMARY KEY ([installed_rank]);
CREATE INDEX [flyway_schema_history_s_idx] ON [dbo].[flyway_schema_history] ([success]);
GO
EXEC sp_getapplock @Resource = 'Flyway-1', @LockTimeout = 3600000, @LockMode = 'Exclusive', @LockOwner = 'Session'
GO
SELECT * FROM [dbo].[flyway_schema_history] WITH (TABLOCKX)
SELECT [installed_rank], [version], [description], [type], [script], [checksum], [installed_by], [execution_time], [success] FROM [dbo].[flyway_schema_history] WHERE [installed_rank] > -1 ORDER BY [installed_rank]
GO
--> installed_rank int!, version nvarchar(50), description nvarchar(200), type nvarchar(20)!, script nvarchar(1000)!, checksum int, installed_by nvarchar(100)!, installed_on datetime!, execution_time int!, success bit!
--> installed_rank int!, version nvarchar(50), description nvarchar(200), type nvarchar(20)!, script nvarchar(1000)!, checksum int, installed_by nvarchar(100)!, execution_time int!, success bit!
INSERT INTO [dbo].[flyway_schema_history] ([installed_rank], [version], [description], [type], [script], [checksum], [installed_by], [execution_time], [success]) VALUES (1, N'1', N'init', N'SQL', N'V1__init.sql', -5, N'sa', 7, 1)
EXEC sp_releaseapplock @Resource = 'Flyway-1', @LockOwner = 'Session'
GO
--> (1 row)
-- Flyway's clean drops what it finds.
SELECT t.name AS table_name, c.name AS constraint_name FROM sys.foreign_keys c JOIN sys.tables t ON t.object_id = c.parent_object_id WHERE t.schema_id = SCHEMA_ID('dbo')
SELECT obj.name, RTRIM(obj.type) AS type, CASE WHEN obj.parent_object_id > 0 THEN 1 ELSE 0 END AS has_parent FROM sys.objects AS obj LEFT JOIN sys.extended_properties AS eps ON obj.object_id = eps.major_id AND eps.class = 1 AND eps.minor_id = 0 AND eps.name = 'microsoft_database_tools_support' WHERE SCHEMA_NAME(obj.schema_id) = 'dbo' AND eps.major_id IS NULL AND obj.is_ms_shipped = 0 AND obj.type IN ('U', 'V', 'P', 'FN', 'SO', 'SN') ORDER BY obj.name
GO
--> table_name nvarchar(128)!, constraint_name nvarchar(128)!
--> name nvarchar(128)!, type varchar(2), has_parent int!
--> 'flyway_schema_history' | 'U' | 0

-- Liquibase: two tables, a lock row.
CREATE TABLE [dbo].[DATABASECHANGELOGLOCK] ([ID] int NOT NULL, [LOCKED] bit NOT NULL, [LOCKGRANTED] datetime2(3), [LOCKEDBY] nvarchar(255), CONSTRAINT [PK_DATABASECHANGELOGLOCK] PRIMARY KEY ([ID]))
DELETE FROM [dbo].[DATABASECHANGELOGLOCK]
INSERT INTO [dbo].[DATABASECHANGELOGLOCK] ([ID], [LOCKED]) VALUES (1, 0)
SELECT [LOCKED] FROM [dbo].[DATABASECHANGELOGLOCK] WHERE [ID]=1
UPDATE [dbo].[DATABASECHANGELOGLOCK] SET [LOCKED] = 1, [LOCKEDBY] = N'host', [LOCKGRANTED] = GETDATE() WHERE [ID] = 1 AND [LOCKED] = 0
CREATE TABLE [dbo].[DATABASECHANGELOG] ([ID] nvarchar(255) NOT NULL, [AUTHOR] nvarchar(255) NOT NULL, [FILENAME] nvarchar(255) NOT NULL, [DATEEXECUTED] datetime2(3) NOT NULL, [ORDEREXECUTED] int NOT NULL, [EXECTYPE] nvarchar(10) NOT NULL, [MD5SUM] nvarchar(35), [DESCRIPTION] nvarchar(255), [COMMENTS] nvarchar(255), [TAG] nvarchar(255), [LIQUIBASE] nvarchar(20), [CONTEXTS] nvarchar(255), [LABELS] nvarchar(255), [DEPLOYMENT_ID] nvarchar(10))
SELECT MD5SUM FROM [dbo].[DATABASECHANGELOG] WHERE MD5SUM IS NOT NULL
SELECT COUNT(*) FROM [dbo].[DATABASECHANGELOG]
SELECT MAX([ORDEREXECUTED]) FROM [dbo].[DATABASECHANGELOG]
INSERT INTO [dbo].[DATABASECHANGELOG] ([ID], [AUTHOR], [FILENAME], [DATEEXECUTED], [ORDEREXECUTED], [MD5SUM], [DESCRIPTION], [COMMENTS], [EXECTYPE], [CONTEXTS], [LABELS], [LIQUIBASE], [DEPLOYMENT_ID]) VALUES (N'1', N'me', N'changelog.xml', GETDATE(), 1, N'9:x', N'sql', N'', 'EXECUTED', NULL, NULL, N'4.29.0', N'1')
UPDATE [dbo].[DATABASECHANGELOGLOCK] SET [LOCKED] = 0, [LOCKEDBY] = NULL, [LOCKGRANTED] = NULL WHERE [ID] = 1
SELECT CONVERT([sysname], DATABASEPROPERTYEX(N'golden', 'Collation')) AS collation
SELECT SERVERPROPERTY('EngineEdition') AS edition
GO
--> (0 rows)
--> (1 row)
--> LOCKED bit!
--> 0
--> (1 row)
--> MD5SUM nvarchar(35)
--> - int
--> 0
--> - int
--> NULL
--> (1 row)
--> (1 row)
--> collation nvarchar(128)
--> 'SQL_Latin1_General_CP1_CI_AS'
--> edition sql_variant
--> 3::int

-- DbUp: a journal in a schema.
IF NOT EXISTS (SELECT * FROM sys.schemas WHERE name = N'up') EXEC('CREATE SCHEMA [up]')
GO
select 1 where exists (select 1 from INFORMATION_SCHEMA.TABLES where TABLE_NAME = 'SchemaVersions' and TABLE_SCHEMA = 'up')
GO
--> - int!
create table [up].[SchemaVersions] (
    [Id] int identity(1,1) not null constraint [PK_SchemaVersions_Id] primary key,
    [ScriptName] nvarchar(255) not null,
    [Applied] datetime not null
)
GO
insert into [up].[SchemaVersions] (ScriptName, Applied) values (N'001.sql', '2024-01-01T00:00:00')
select [ScriptName] from [up].[SchemaVersions] order by [ScriptName]
GO
--> (1 row)
--> ScriptName nvarchar(255)!
--> '001.sql'

-- SqlPackage and SSDT: guards around every step.
IF (SELECT OBJECT_ID('tempdb..#tmpErrors')) IS NOT NULL DROP TABLE #tmpErrors
GO
CREATE TABLE #tmpErrors (Error int)
GO
SET XACT_ABORT ON
GO
SET TRANSACTION ISOLATION LEVEL READ COMMITTED
GO
BEGIN TRANSACTION
GO
PRINT N'Creating Table [dbo].[Made]...';
GO
--> print: Creating Table [dbo].[Made]...
CREATE TABLE [dbo].[Made] ([Id] INT IDENTITY (1, 1) NOT NULL, [Name] NVARCHAR (50) NULL, PRIMARY KEY CLUSTERED ([Id] ASC) WITH (FILLFACTOR = 90) ON [PRIMARY]);
GO
IF @@ERROR <> 0 AND @@TRANCOUNT > 0 BEGIN ROLLBACK; END
IF OBJECT_ID(N'tempdb..#tmpErrors') IS NULL CREATE TABLE [#tmpErrors] (Error INT);
IF @@TRANCOUNT = 0 BEGIN INSERT INTO #tmpErrors (Error) VALUES (1); BEGIN TRANSACTION; END
GO
PRINT N'Starting rebuilding table [dbo].[Made]...';
GO
--> print: Starting rebuilding table [dbo].[Made]...
BEGIN TRANSACTION;
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
SET XACT_ABORT ON;
CREATE TABLE [dbo].[tmp_ms_xx_Made] ([Id] INT IDENTITY (1, 1) NOT NULL, [Extra] INT NULL, [Name] NVARCHAR (50) NULL, CONSTRAINT [tmp_ms_xx_constraint_PK_Made1] PRIMARY KEY CLUSTERED ([Id] ASC));
IF EXISTS (SELECT TOP 1 1 FROM [dbo].[Made])
    BEGIN
        SET IDENTITY_INSERT [dbo].[tmp_ms_xx_Made] ON;
        INSERT INTO [dbo].[tmp_ms_xx_Made] ([Id], [Name]) SELECT [Id], [Name] FROM [dbo].[Made] ORDER BY [Id] ASC;
        SET IDENTITY_INSERT [dbo].[tmp_ms_xx_Made] OFF;
    END
DROP TABLE [dbo].[Made];
EXECUTE sp_rename N'[dbo].[tmp_ms_xx_Made]', N'Made';
EXECUTE sp_rename N'[dbo].[tmp_ms_xx_constraint_PK_Made1]', N'PK_Made', N'OBJECT';
COMMIT TRANSACTION;
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
IF EXISTS (SELECT * FROM #tmpErrors) ROLLBACK TRANSACTION
GO
IF @@TRANCOUNT>0 BEGIN
PRINT N'The transacted portion of the database update succeeded.'
COMMIT TRANSACTION
END
ELSE PRINT N'The transacted portion of the database update failed.'
GO
--> print: The transacted portion of the database update succeeded.
DROP TABLE #tmpErrors
GO
SELECT name FROM sys.key_constraints WHERE parent_object_id = OBJECT_ID(N'dbo.Made')
GO
--> name nvarchar(128)!
--> 'PK_Made'
