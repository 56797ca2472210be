-- What Entity Framework Core sends for EnsureCreated and Migrate: existence checks, the lock, the history table, the batches of a migration.
SELECT 1
GO
--> - int!
--> 1
DECLARE @result int;
EXEC @result = sp_getapplock @Resource = '__EFMigrationsLock', @LockOwner = 'Session', @LockMode = 'Exclusive';
SELECT @result
GO
--> - int
--> 0
IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO
SELECT OBJECT_ID(N'[__EFMigrationsHistory]') - OBJECT_ID(N'[__EFMigrationsHistory]');
GO
--> - int
--> 0
SELECT [MigrationId], [ProductVersion]
FROM [__EFMigrationsHistory]
ORDER BY [MigrationId];
GO
--> MigrationId nvarchar(150)!, ProductVersion nvarchar(32)!
BEGIN TRANSACTION;
CREATE SEQUENCE [EntityFrameworkHiLoSequence] START WITH 1 INCREMENT BY 10 NO CYCLE;
GO
IF SCHEMA_ID(N'shop') IS NULL EXEC(N'CREATE SCHEMA [shop];');
GO
CREATE TABLE [shop].[Blogs] (
    [BlogId] int NOT NULL IDENTITY,
    [Url] nvarchar(450) NOT NULL,
    [Rating] decimal(18,2) NOT NULL DEFAULT 0.0,
    [Created] datetime2 NOT NULL DEFAULT (GETUTCDATE()),
    [Discriminator] nvarchar(13) NOT NULL,
    [Version] rowversion NULL,
    CONSTRAINT [PK_Blogs] PRIMARY KEY ([BlogId])
);
DECLARE @defaultSchema AS sysname;
SET @defaultSchema = SCHEMA_NAME();
DECLARE @description AS sql_variant;
SET @description = N'All blogs';
EXEC sp_addextendedproperty 'MS_Description', @description, 'SCHEMA', N'shop', 'TABLE', N'Blogs';
GO
CREATE TABLE [shop].[Posts] (
    [PostId] uniqueidentifier NOT NULL DEFAULT (NEWSEQUENTIALID()),
    [Title] nvarchar(max) NULL,
    [BlogId] int NULL,
    [Tags] nvarchar(max) NOT NULL DEFAULT N'[]',
    CONSTRAINT [PK_Posts] PRIMARY KEY ([PostId]),
    CONSTRAINT [FK_Posts_Blogs_BlogId] FOREIGN KEY ([BlogId]) REFERENCES [shop].[Blogs] ([BlogId]) ON DELETE CASCADE
);
GO
IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'BlogId', N'Created', N'Discriminator', N'Rating', N'Url') AND [object_id] = OBJECT_ID(N'[shop].[Blogs]'))
    SET IDENTITY_INSERT [shop].[Blogs] ON;
INSERT INTO [shop].[Blogs] ([BlogId], [Created], [Discriminator], [Rating], [Url])
VALUES (1, '2024-01-01T00:00:00.0000000', N'Blog', 1.5, N'http://one'),
(2, '2024-01-02T00:00:00.0000000', N'RssBlog', 2.0, N'http://two');
IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'BlogId', N'Created', N'Discriminator', N'Rating', N'Url') AND [object_id] = OBJECT_ID(N'[shop].[Blogs]'))
    SET IDENTITY_INSERT [shop].[Blogs] OFF;
GO
--> (2 rows)
CREATE INDEX [IX_Posts_BlogId] ON [shop].[Posts] ([BlogId]);
GO
CREATE UNIQUE INDEX [IX_Blogs_Url] ON [shop].[Blogs] ([Url]) WHERE [Url] IS NOT NULL;
GO
INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20240101000000_Initial', N'9.0.0');
COMMIT;
GO
--> (1 row)

-- A second migration changes and drops columns.
BEGIN TRANSACTION;
DECLARE @var0 sysname;
SELECT @var0 = [d].[name]
FROM [sys].[default_constraints] [d]
INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
WHERE ([d].[parent_object_id] = OBJECT_ID(N'[shop].[Blogs]') AND [c].[name] = N'Rating');
IF @var0 IS NOT NULL EXEC(N'ALTER TABLE [shop].[Blogs] DROP CONSTRAINT [' + @var0 + '];');
ALTER TABLE [shop].[Blogs] ALTER COLUMN [Rating] float NOT NULL;
ALTER TABLE [shop].[Blogs] ADD DEFAULT 3.0E0 FOR [Rating];
GO
ALTER TABLE [shop].[Blogs] ADD [Owner] nvarchar(100) NOT NULL DEFAULT N'';
GO
EXEC sp_rename N'[shop].[Blogs].[Owner]', N'OwnerName', 'COLUMN';
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
EXEC sp_rename N'[shop].[Posts]', N'Articles', 'OBJECT';
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
EXEC sp_rename N'[shop].[Articles].[IX_Posts_BlogId]', N'IX_Articles_BlogId', 'INDEX';
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
ALTER TABLE [shop].[Articles] DROP CONSTRAINT [FK_Posts_Blogs_BlogId];
GO
ALTER TABLE [shop].[Articles] ADD CONSTRAINT [FK_Articles_Blogs_BlogId] FOREIGN KEY ([BlogId]) REFERENCES [shop].[Blogs] ([BlogId]);
GO
INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20240202000000_Second', N'9.0.0');
COMMIT;
GO
--> (1 row)
DECLARE @result int;
EXEC @result = sp_releaseapplock @Resource = '__EFMigrationsLock', @LockOwner = 'Session';
SELECT @result
GO
--> - int
--> 0

-- An idempotent script asks before each step.
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20240202000000_Second'
)
BEGIN
    ALTER TABLE [shop].[Blogs] ADD [Never] int NULL;
END;
GO
SELECT COUNT(*) AS never FROM sys.columns WHERE name = N'Never'
GO
--> never int
--> 0

-- EnsureCreated asks whether there are tables.
IF EXISTS
    (SELECT *
     FROM [sys].[objects] o
     WHERE [o].[type] = 'U'
     AND [o].[is_ms_shipped] = 0
     AND NOT EXISTS (SELECT *
         FROM [sys].[extended_properties] AS [ep]
         WHERE [ep].[major_id] = [o].[object_id]
             AND [ep].[minor_id] = 0
             AND [ep].[class] = 1
             AND [ep].[name] = N'microsoft_database_tools_support'
    )
)
SELECT 1 ELSE SELECT 0
GO
--> - int!
--> 1
SELECT NEXT VALUE FOR [EntityFrameworkHiLoSequence] AS first_block
SELECT NEXT VALUE FOR [EntityFrameworkHiLoSequence] AS second_block
GO
--> first_block bigint!
--> 1
--> second_block bigint!
--> 11
IF SERVERPROPERTY('EngineEdition') <> 5
BEGIN
    ALTER DATABASE [golden] SET READ_COMMITTED_SNAPSHOT ON;
END;
GO
SELECT is_read_committed_snapshot_on FROM sys.databases WHERE name = DB_NAME()
GO
--> is_read_committed_snapshot_on bit
--> 1
