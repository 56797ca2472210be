-- What SSMS sends when it connects and when nodes of its object explorer are opened, in its shape: long select lists, left joins, CASTs, tables of its own.
CREATE TABLE dbo.t (id int IDENTITY NOT NULL CONSTRAINT pk_t PRIMARY KEY, code varchar(10) NOT NULL CONSTRAINT uq_code UNIQUE, up int NULL CONSTRAINT fk_up REFERENCES dbo.t (id), price money NULL CONSTRAINT ck_price CHECK (price > 0), note AS (code + 'x'))
CREATE INDEX ix_price ON dbo.t (price DESC) INCLUDE (code)
GO
CREATE VIEW dbo.v AS SELECT id, code FROM dbo.t
GO
CREATE PROCEDURE dbo.p @a int, @b nvarchar(20) = N'x' AS SELECT @a AS a
GO
CREATE FUNCTION dbo.f (@a int) RETURNS int AS BEGIN RETURN @a END
GO
CREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS RETURN
GO

-- Connecting.
DECLARE @edition sysname;
SET @edition = cast(SERVERPROPERTY(N'EDITION') as sysname);
SELECT CASE WHEN @edition = N'SQL Azure' THEN 2 ELSE 1 END AS 'DatabaseEngineType', SERVERPROPERTY('EngineEdition') AS DatabaseEngineEdition, CASE WHEN SERVERPROPERTY('ProductMajorVersion') IS NULL THEN 0 ELSE 1 END AS has_version, @@MICROSOFTVERSION / 0x01000000 AS major
GO
--> DatabaseEngineType int!, DatabaseEngineEdition sql_variant, has_version int!, major int
--> 1 | 3::int | 1 | 16
set LOCK_TIMEOUT 10000
SELECT CAST(serverproperty(N'Servername') AS sysname) AS [Name], ISNULL(SERVERPROPERTY('IsClustered'), 0) AS [clustered], ISNULL(CAST(FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') AS bit), 0) AS full_text, CAST(SERVERPROPERTY('IsXTPSupported') AS bit) AS xtp, HAS_PERMS_BY_NAME(null, null, 'VIEW SERVER STATE') AS may_look
GO
--> Name nvarchar(128), clustered sql_variant, full_text bit!, xtp bit, may_look int
--> 'GOLDEN' | 0::int | 1 | 1 | 1
select host_platform, CASE WHEN host_distribution IS NULL THEN 0 ELSE 1 END AS known from sys.dm_os_host_info
GO
--> host_platform nvarchar(256)!, known int!
--> 'Linux' | 1
select SERVERPROPERTY(N'servername') AS server_name, (select count(*) from sys.configurations where name = 'max degree of parallelism') AS option_count
GO
--> server_name sql_variant, option_count int
--> 'GOLDEN'::nvarchar(128) | 1

-- Databases.
SELECT dtb.name AS [Name], dtb.database_id AS [ID], CAST(has_dbaccess(dtb.name) AS bit) AS [IsAccessible], dtb.state AS [State], ISNULL(dtb.is_read_only, 0) AS ro, CAST(case when dtb.name in ('master','model','msdb','tempdb') then 1 else dtb.is_distributor end AS bit) AS [IsSystemObject], dtb.compatibility_level, dtb.containment, dtb.user_access
FROM master.sys.databases AS dtb
LEFT OUTER JOIN sys.database_mirroring AS dmi ON dmi.database_id = dtb.database_id
WHERE dtb.name IN ('master', 'model', 'msdb', 'tempdb')
ORDER BY [Name] ASC
GO
--> Name nvarchar(128)!, ID int!, IsAccessible bit, State tinyint, ro bit!, IsSystemObject bit, compatibility_level tinyint!, containment tinyint, user_access tinyint
--> 'master' | 1 | 1 | 0 | 0 | 1 | 160 | 0 | 0
--> 'model' | 3 | 1 | 0 | 0 | 1 | 160 | 0 | 0
--> 'msdb' | 4 | 1 | 0 | 0 | 1 | 160 | 0 | 0
--> 'tempdb' | 2 | 1 | 0 | 0 | 1 | 160 | 0 | 0

-- Tables.
SELECT 'Server[@Name=' + quotename(CAST(serverproperty(N'Servername') AS sysname),'''') + ']' + '/Database[@Name=' + quotename(db_name(),'''') + ']' + '/Table[@Name=' + quotename(tbl.name,'''') + ' and @Schema=' + quotename(SCHEMA_NAME(tbl.schema_id),'''') + ']' AS [Urn],
tbl.name AS [Name], SCHEMA_NAME(tbl.schema_id) AS [Schema],
CAST(case when tbl.is_ms_shipped = 1 then 1 when (select major_id from sys.extended_properties where major_id = tbl.object_id and minor_id = 0 and class = 1 and name = N'microsoft_database_tools_support') is not null then 1 else 0 end AS bit) AS [IsSystemObject],
CAST(tbl.is_memory_optimized AS bit) AS [IsMemoryOptimized], tbl.temporal_type, CAST(CASE WHEN EXISTS (SELECT 1 FROM sys.indexes idx WHERE idx.object_id = tbl.object_id AND idx.type IN (5, 6)) THEN 1 ELSE 0 END AS bit) AS columnstore
FROM sys.tables AS tbl
WHERE (CAST(case when tbl.is_ms_shipped = 1 then 1 else 0 end AS bit)=0 and tbl.is_filetable=0 and CAST(tbl.is_external AS bit)=0)
ORDER BY [Schema] ASC,[Name] ASC
GO
--> Urn nvarchar(1090), Name nvarchar(128)!, Schema nvarchar(128), IsSystemObject bit, IsMemoryOptimized bit, temporal_type tinyint, columnstore bit
--> 'Server[@Name=''GOLDEN'']/Database[@Name=''golden'']/Table[@Name=''t'' and @Schema=''dbo'']' | 't' | 'dbo' | 0 | 0 | 0 | 0
exec sp_executesql N'SELECT clmns.name AS [Name], CAST(ISNULL(cik.index_column_id, 0) AS bit) AS [InPrimaryKey], CAST(ISNULL((select TOP 1 1 from sys.foreign_key_columns AS colfk where colfk.parent_column_id = clmns.column_id and colfk.parent_object_id = clmns.object_id), 0) AS bit) AS [IsForeignKey], usrt.name AS [DataType], ISNULL(baset.name, N'''') AS [SystemType], CAST(CASE WHEN baset.name IN (N''nchar'', N''nvarchar'') AND clmns.max_length <> -1 THEN clmns.max_length/2 ELSE clmns.max_length END AS int) AS [Length], CAST(clmns.precision AS int) AS [NumericPrecision], CAST(clmns.scale AS int) AS [NumericScale], clmns.is_nullable AS [Nullable], clmns.is_computed AS [Computed], clmns.is_identity
FROM sys.tables AS tbl
INNER JOIN sys.all_columns AS clmns ON clmns.object_id=tbl.object_id
LEFT OUTER JOIN sys.indexes AS ik ON ik.object_id = clmns.object_id and 1=ik.is_primary_key
LEFT OUTER JOIN sys.index_columns AS cik ON cik.index_id = ik.index_id and cik.column_id = clmns.column_id and cik.object_id = clmns.object_id and 0 = cik.is_included_column
LEFT OUTER JOIN sys.types AS usrt ON usrt.user_type_id = clmns.user_type_id
LEFT OUTER JOIN sys.types AS baset ON (baset.user_type_id = clmns.system_type_id and baset.user_type_id = baset.system_type_id)
WHERE (tbl.name=@_msparam_0 and SCHEMA_NAME(tbl.schema_id)=@_msparam_1)
ORDER BY clmns.column_id ASC',N'@_msparam_0 nvarchar(4000),@_msparam_1 nvarchar(4000)',@_msparam_0=N't',@_msparam_1=N'dbo'
GO
--> Name nvarchar(128), InPrimaryKey bit, IsForeignKey bit, DataType nvarchar(128), SystemType nvarchar(128)!, Length int, NumericPrecision int, NumericScale int, Nullable bit, Computed bit!, is_identity bit!
--> 'id' | 1 | 0 | 'int' | 'int' | 4 | 10 | 0 | 0 | 0 | 1
--> 'code' | 0 | 0 | 'varchar' | 'varchar' | 10 | 0 | 0 | 0 | 0 | 0
--> 'up' | 0 | 1 | 'int' | 'int' | 4 | 10 | 0 | 1 | 0 | 0
--> 'price' | 0 | 0 | 'money' | 'money' | 8 | 19 | 4 | 1 | 0 | 0
--> 'note' | 0 | 0 | 'varchar' | 'varchar' | 11 | 0 | 0 | 1 | 1 | 0
exec sp_executesql N'SELECT i.name AS [Name], CAST(CASE i.index_id WHEN 1 THEN 1 ELSE 0 END AS bit) AS [IsClustered], i.is_unique AS [IsUnique], CAST(i.is_primary_key + 2*i.is_unique_constraint AS tinyint) AS [IndexKeyType], i.type_desc, i.has_filter
FROM sys.tables AS tbl INNER JOIN sys.indexes AS i ON (i.index_id > @_msparam_0 and i.is_hypothetical = @_msparam_1) AND (i.object_id=tbl.object_id)
WHERE (tbl.name=@_msparam_2) ORDER BY [Name] ASC',N'@_msparam_0 nvarchar(4000),@_msparam_1 nvarchar(4000),@_msparam_2 nvarchar(4000)',@_msparam_0=N'0',@_msparam_1=N'0',@_msparam_2=N't'
GO
--> Name nvarchar(128), IsClustered bit, IsUnique bit, IndexKeyType tinyint, type_desc nvarchar(60), has_filter bit
--> 'ix_price' | 0 | 0 | 0 | 'NONCLUSTERED' | 0
--> 'pk_t' | 1 | 1 | 1 | 'CLUSTERED' | 0
--> 'uq_code' | 0 | 1 | 2 | 'NONCLUSTERED' | 0
SELECT cstr.name AS [Name], cstr.type_desc, fk.delete_referential_action_desc, OBJECT_NAME(fk.referenced_object_id) AS referenced FROM sys.objects AS cstr LEFT JOIN sys.foreign_keys AS fk ON fk.object_id = cstr.object_id WHERE cstr.parent_object_id = OBJECT_ID(N'dbo.t') ORDER BY [Name]
GO
--> Name nvarchar(128)!, type_desc nvarchar(60), delete_referential_action_desc nvarchar(60), referenced nvarchar(128)
--> 'ck_price' | 'CHECK_CONSTRAINT' | NULL | NULL
--> 'fk_up' | 'FOREIGN_KEY_CONSTRAINT' | 'NO_ACTION' | 't'
--> 'pk_t' | 'PRIMARY_KEY_CONSTRAINT' | NULL | NULL
--> 'tr' | 'SQL_TRIGGER' | NULL | NULL
--> 'uq_code' | 'UNIQUE_CONSTRAINT' | NULL | NULL

-- Programmability.
SELECT sp.name AS [Name], SCHEMA_NAME(sp.schema_id) AS [Schema], CAST(ISNULL(smsp.is_recompiled, 0) AS bit) AS recompiled, CASE WHEN smsp.definition IS NULL THEN 1 ELSE 0 END AS [IsEncrypted], ISNULL(smsp.uses_native_compilation, 0) AS native
FROM sys.all_objects AS sp LEFT OUTER JOIN sys.sql_modules AS smsp ON smsp.object_id = sp.object_id
WHERE (sp.type = N'P' OR sp.type = N'RF' OR sp.type = N'PC') AND sp.is_ms_shipped = 0
ORDER BY [Schema] ASC,[Name] ASC
GO
--> Name nvarchar(128)!, Schema nvarchar(128), recompiled bit, IsEncrypted int!, native bit!
--> 'p' | 'dbo' | 0 | 0 | 0
SELECT param.name AS [Name], param.parameter_id AS [ID], CAST(param.is_output AS bit) AS [IsOutputParameter], usrt.name AS [DataType], CAST(CASE WHEN baset.name IN (N'nchar', N'nvarchar') AND param.max_length <> -1 THEN param.max_length/2 ELSE param.max_length END AS int) AS [Length], null AS [DefaultValue]
FROM sys.all_objects AS sp INNER JOIN sys.all_parameters AS param ON param.object_id=sp.object_id
LEFT OUTER JOIN sys.types AS usrt ON usrt.user_type_id = param.user_type_id
LEFT OUTER JOIN sys.types AS baset ON (baset.user_type_id = param.system_type_id and baset.user_type_id = baset.system_type_id)
WHERE sp.name = N'p' ORDER BY [ID] ASC
GO
--> Name nvarchar(128), ID int!, IsOutputParameter bit, DataType nvarchar(128), Length int, DefaultValue int
--> '@a' | 1 | 0 | 'int' | 4 | NULL
--> '@b' | 2 | 0 | 'nvarchar' | 20 | NULL
SELECT udf.name AS [Name], udf.type, (case when 'FN' = udf.type then 1 when 'IF' = udf.type then 3 when 'TF' = udf.type then 2 else 0 end) AS [FunctionType] FROM sys.all_objects AS udf WHERE udf.type in ('TF', 'FN', 'IF', 'FS', 'FT') AND udf.is_ms_shipped = 0 ORDER BY [Name]
GO
--> Name nvarchar(128)!, type char(2), FunctionType int!
--> 'f' | 'FN' | 1
SELECT tr.name AS [Name], trr.is_disabled, CAST(tr.is_instead_of_trigger AS bit) AS instead, (SELECT COUNT(*) FROM sys.trigger_events AS te WHERE te.object_id = tr.object_id AND te.type = 1) AS on_insert FROM sys.tables AS tbl INNER JOIN sys.triggers AS tr ON (tr.parent_id = tbl.object_id) LEFT OUTER JOIN sys.triggers AS trr ON trr.object_id = tr.object_id WHERE tbl.name = N't'
GO
--> Name nvarchar(128)!, is_disabled bit, instead bit, on_insert int
--> 'tr' | 0 | 0 | 1

-- Script as CREATE: the text of a module.
SELECT NULL AS [Text], ISNULL(smv.definition, ssmv.definition) AS [Definition] FROM sys.all_views AS v LEFT OUTER JOIN sys.sql_modules AS smv ON smv.object_id = v.object_id LEFT OUTER JOIN sys.system_sql_modules AS ssmv ON ssmv.object_id = v.object_id WHERE v.name = N'v' AND SCHEMA_NAME(v.schema_id) = N'dbo'
GO
--> Text int, Definition nvarchar(max)
--> NULL | 'CREATE VIEW dbo.v AS SELECT id, code FROM dbo.t'
EXEC sp_helptext 'dbo.v'
GO
--> Text nvarchar(255)
--> 'CREATE VIEW dbo.v AS SELECT id, code FROM dbo.t'

-- Security and the rest of the tree.
SELECT log.name AS [Name], log.is_disabled, CASE WHEN N'U' = log.type THEN 0 WHEN N'G' = log.type THEN 1 WHEN N'S' = log.type THEN 2 ELSE 3 END AS [LoginType] FROM sys.server_principals AS log WHERE log.type IN ('U', 'G', 'S', 'C', 'K') AND log.name = N'sa'
SELECT u.name AS [Name], u.type, u.default_schema_name FROM sys.database_principals AS u WHERE (u.type in ('U', 'S', 'G', 'C', 'K' ,'E', 'X')) ORDER BY [Name] ASC
SELECT rl.name AS [Name], rl.is_fixed_role FROM sys.database_principals AS rl WHERE (rl.type = 'R') ORDER BY [Name] ASC
SELECT s.name AS [Name], dp.name AS owner FROM sys.schemas AS s INNER JOIN sys.database_principals AS dp ON dp.principal_id = s.principal_id WHERE s.schema_id < 5 ORDER BY s.schema_id
GO
--> Name nvarchar(128)!, is_disabled bit, LoginType int!
--> 'sa' | 0 | 2
--> Name nvarchar(128)!, type char(1)!, default_schema_name nvarchar(128)
--> 'dbo' | 'S' | 'dbo'
--> 'guest' | 'S' | 'guest'
--> 'INFORMATION_SCHEMA' | 'S' | NULL
--> 'sys' | 'S' | NULL
--> Name nvarchar(128)!, is_fixed_role bit!
--> 'db_accessadmin' | 1
--> 'db_backupoperator' | 1
--> 'db_datareader' | 1
--> 'db_datawriter' | 1
--> 'db_ddladmin' | 1
--> 'db_denydatareader' | 1
--> 'db_denydatawriter' | 1
--> 'db_owner' | 1
--> 'db_securityadmin' | 1
--> 'public' | 0
--> Name nvarchar(128)!, owner nvarchar(128)!
--> 'dbo' | 'dbo'
--> 'guest' | 'guest'
--> 'INFORMATION_SCHEMA' | 'INFORMATION_SCHEMA'
--> 'sys' | 'sys'

-- "Select top 1000 rows" and the row counts of the table report.
SELECT TOP (1000) [id], [code], [up], [price], [note] FROM [golden].[dbo].[t]
SELECT SUM(p.rows) AS rows FROM sys.partitions AS p WHERE p.object_id = OBJECT_ID(N'dbo.t') AND p.index_id < 2
GO
--> id int!, code varchar(10)!, up int, price money, note varchar(11)!
--> rows bigint
--> 0
