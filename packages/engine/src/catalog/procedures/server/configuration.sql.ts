/** What the server is and how it is set: sp_configure, sort order, languages, servers, and the version table that management tools read. */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';

/** An option may be named by a part of its name that no other has; advanced ones exist only while they are shown. */
const sp_configure = `
  @configname varchar(35) = NULL, @configvalue int = NULL
AS
  SET NOCOUNT ON
  DECLARE @advanced int = (SELECT CONVERT(int, c.value_in_use) FROM sys.configurations AS c WHERE c.configuration_id = 518)
  DECLARE @name nvarchar(35), @count int
  IF @configname IS NOT NULL
  BEGIN
    SELECT @count = COUNT(*), @name = MIN(c.name) FROM sys.configurations AS c
    WHERE (c.is_advanced = 0 OR @advanced = 1) AND c.name = @configname
    IF @count = 0
      SELECT @count = COUNT(*), @name = MIN(c.name) FROM sys.configurations AS c
      WHERE (c.is_advanced = 0 OR @advanced = 1) AND c.name LIKE N'%' + @configname + N'%'
    IF @count = 0
    BEGIN
      RAISERROR(15123, -1, -1, @configname)
      RETURN 1
    END
    IF @count > 1
    BEGIN
      RAISERROR(15124, -1, -1, @configname)
      RETURN 1
    END
  END
  IF @configvalue IS NOT NULL
  BEGIN
    IF EXISTS (SELECT * FROM sys.configurations AS c WHERE c.name = @name AND @configvalue <> CONVERT(int, c.value)
        AND (@configvalue < CONVERT(int, c.minimum) OR @configvalue > CONVERT(int, c.maximum)))
    BEGIN
      RAISERROR(15129, -1, -1, @configvalue, @name)
      RETURN 1
    END
    EXEC sys.sp_MSsetconfiguration @name, @configvalue
    RETURN 0
  END
  SELECT
    CONVERT(nvarchar(35), c.name) AS name,
    CONVERT(int, c.minimum) AS minimum,
    CONVERT(int, c.maximum) AS maximum,
    CONVERT(int, c.value) AS config_value,
    CONVERT(int, c.value_in_use) AS run_value
  FROM sys.configurations AS c
  WHERE (c.is_advanced = 0 OR @advanced = 1) AND (@name IS NULL OR c.name = @name)
  ORDER BY LOWER(c.name)
  RETURN 0`;

const sp_helpsort = `
AS
  SET NOCOUNT ON
  SELECT CONVERT(nvarchar(512),
    N'Latin1-General, case-insensitive, accent-sensitive, kanatype-insensitive, width-insensitive for Unicode Data, SQL Server Sort Order 52 on Code Page 1252 for non-Unicode Data')
    AS [Server default collation]
  RETURN 0`;

const sp_helplanguage = `
  @language sysname = NULL
AS
  SET NOCOUNT ON
  IF @language IS NOT NULL AND NOT EXISTS (SELECT * FROM sys.syslanguages AS l WHERE l.name = @language OR l.alias = @language)
  BEGIN
    RAISERROR(15033, -1, -1, @language)
    RETURN 1
  END
  SELECT l.langid, l.dateformat, l.datefirst, l.upgrade, l.name, l.alias, l.months, l.shortmonths, l.days, l.lcid, l.msglangid
  FROM sys.syslanguages AS l
  WHERE @language IS NULL OR l.name = @language OR l.alias = @language
  ORDER BY l.langid
  RETURN 0`;

/** The names that are asked for, or all. */
const xp_msver = `
  @optname sysname = NULL, @optname2 sysname = NULL, @optname3 sysname = NULL, @optname4 sysname = NULL, @optname5 sysname = NULL
AS
  SET NOCOUNT ON
  DECLARE @version nvarchar(128) = CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')), @cpus int, @memory bigint
  SELECT @cpus = i.cpu_count, @memory = i.physical_memory_kb / 1024 FROM sys.dm_os_sys_info AS i
  SELECT CONVERT(smallint, v.position) AS [Index], CONVERT(nvarchar(128), v.name) AS Name, CONVERT(int, v.number) AS Internal_Value,
    CONVERT(nvarchar(512), v.text) AS Character_Value
  FROM (VALUES
    (1, N'ProductName', NULL, N'Microsoft SQL Server'),
    (2, N'ProductVersion', CONVERT(int, SERVERPROPERTY('ProductMajorVersion')) * 65536, @version),
    (3, N'Language', 1033, N'English (United States)'),
    (4, N'Platform', NULL, N'NT x64'),
    (5, N'Comments', NULL, N'SQL'),
    (6, N'CompanyName', NULL, N'Microsoft Corporation'),
    (7, N'FileDescription', NULL, N'SQL Server Windows NT - 64 Bit'),
    (8, N'FileVersion', NULL, @version),
    (9, N'InternalName', NULL, N'SQLSERVR'),
    (12, N'OriginalFilename', NULL, N'SQLSERVR.EXE'),
    (14, N'SpecialBuild', 0, NULL),
    (15, N'WindowsVersion', 266403844, N'6.3 (20348)'),
    (16, N'ProcessorCount', @cpus, CONVERT(nvarchar(12), @cpus)),
    (17, N'ProcessorActiveMask', NULL, NULL),
    (18, N'ProcessorType', 8664, NULL),
    (19, N'PhysicalMemory', CONVERT(int, @memory), CONVERT(nvarchar(20), @memory) + N' (' + CONVERT(nvarchar(20), @memory * 1048576) + N')'),
    (20, N'Product ID', NULL, NULL)
  ) AS v(position, name, number, text)
  WHERE @optname IS NULL OR v.name IN (@optname, @optname2, @optname3, @optname4, @optname5)
  ORDER BY v.position
  RETURN 0`;

/** Values that are looked for in the registry of a Windows server: the default directories, else nothing. */
const registryRead = `
  @rootkey nvarchar(512), @key nvarchar(4000), @value_name nvarchar(512), @value sql_variant = NULL OUTPUT, @no_output varchar(9) = NULL
AS
  SET NOCOUNT ON
  DECLARE @path nvarchar(4000) = CASE
    WHEN @value_name IN (N'DefaultData', N'DefaultLog', N'SQLPath', N'SQLDataRoot')
    THEN CONVERT(nvarchar(4000), SERVERPROPERTY('InstanceDefaultDataPath'))
    WHEN @value_name = N'BackupDirectory'
    THEN CONVERT(nvarchar(4000), SERVERPROPERTY('InstanceDefaultBackupPath')) END
  SET @value = @path
  RETURN 0`;

/** Whether the edition has a feature: 2 says that it is there. */
const xp_qv = `
  @feature nvarchar(512) = NULL, @instance nvarchar(512) = NULL
AS
  RETURN 2`;

const sp_oledb_ro_usrname = `
AS
  SELECT CONVERT(char(1), CASE WHEN DATABASEPROPERTYEX(DB_NAME(), 'Updateability') = 'READ_ONLY' THEN 'Y' ELSE 'N' END) AS readonly,
    CONVERT(sysname, USER_NAME()) AS username`;

export const CONFIGURATION_PROCEDURES: readonly TextProcedure[] = [
  procedure('sp_configure', sp_configure),
  procedure('sp_helpsort', sp_helpsort),
  procedure('sp_helplanguage', sp_helplanguage),
  procedure('sp_oledb_ro_usrname', sp_oledb_ro_usrname),
  procedure('xp_msver', xp_msver),
  procedure('xp_instance_regread', registryRead),
  procedure('xp_regread', registryRead),
  procedure('xp_qv', xp_qv),
];
