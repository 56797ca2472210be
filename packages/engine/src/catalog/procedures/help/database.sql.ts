/** Databases and their space: sp_helpdb, sp_helpfile, sp_helpfilegroup, sp_spaceused. */

import type { TextProcedure } from '../procedure.ts';
import { pagesOf, procedure } from '../text.ts';
import { RESOLVE_OBJECT } from './shared.ts';

/** Properties that sp_helpdb lists by their name when they are on. */
const FLAGS = [
  'IsAutoClose',
  'IsAutoShrink',
  'IsTornPageDetectionEnabled',
  'IsAnsiNullDefault',
  'IsAnsiNullsEnabled',
  'IsAnsiPaddingEnabled',
  'IsAnsiWarningsEnabled',
  'IsArithmeticAbortEnabled',
  'IsAutoCreateStatistics',
  'IsAutoUpdateStatistics',
  'IsCloseCursorsOnCommitEnabled',
  'IsFullTextEnabled',
  'IsLocalCursorsDefault',
  'IsNullConcat',
  'IsNumericRoundAbortEnabled',
  'IsQuotedIdentifiersEnabled',
  'IsRecursiveTriggersEnabled',
];

const VALUES = ['Status', 'Updateability', 'UserAccess', 'Recovery', 'Version', 'Collation', 'SQLSortOrder'];

const property = (name: string): string => `CONVERT(nvarchar(128), DATABASEPROPERTYEX(d.name, '${name}'))`;

const STATUS = [
  ...VALUES.map((name, i) => `N'${i === 0 ? '' : ', '}${name}=' + ${property(name)}`),
  ...FLAGS.map((name) => `CASE WHEN DATABASEPROPERTYEX(d.name, '${name}') = 1 THEN N', ${name}' ELSE N'' END`),
].join('\n      + ');

const megabytes = (pages: string): string => `STR(CONVERT(decimal(15, 2), ${pages}) / 128, 10, 2) + N' MB'`;

/** The files of a database whose id is `@dbid`. */
const files = (more: string): string => `
  SELECT
    CONVERT(sysname, f.name) AS name,${more}
    CONVERT(nchar(260), f.physical_name) AS filename,
    CONVERT(sysname, CASE f.type WHEN 0 THEN N'PRIMARY' END) AS filegroup,
    CONVERT(nvarchar(18), CONVERT(nvarchar(15), CONVERT(bigint, f.size) * 8) + N' KB') AS [size],
    CONVERT(nvarchar(18), CASE f.max_size WHEN -1 THEN N'Unlimited' ELSE CONVERT(nvarchar(15), CONVERT(bigint, f.max_size) * 8) + N' KB' END) AS maxsize,
    CONVERT(nvarchar(18), CONVERT(nvarchar(15), CONVERT(bigint, f.growth) * 8) + N' KB') AS growth,
    CONVERT(varchar(9), CASE f.type WHEN 1 THEN 'log only' ELSE 'data only' END) AS usage
  FROM sys.master_files AS f`;

const FILE_ID = '\n    CONVERT(smallint, f.file_id) AS fileid,';

const sp_helpdb = `
  @dbname sysname = NULL
AS
  SET NOCOUNT ON
  DECLARE @dbid int = DB_ID(@dbname)
  IF @dbname IS NOT NULL AND @dbid IS NULL
  BEGIN
    RAISERROR(15010, -1, -1, @dbname)
    RETURN 1
  END
  SELECT
    CONVERT(sysname, d.name) AS name,
    CONVERT(nvarchar(13), ${megabytes('(SELECT SUM(CONVERT(bigint, f.size)) FROM sys.master_files AS f WHERE f.database_id = d.database_id)')}) AS db_size,
    CONVERT(sysname, SUSER_SNAME(d.owner_sid)) AS owner,
    CONVERT(smallint, d.database_id) AS dbid,
    CONVERT(nvarchar(11), d.create_date) AS created,
    CONVERT(nvarchar(600), ${STATUS}) AS status,
    CONVERT(tinyint, d.compatibility_level) AS compatibility_level
  FROM sys.databases AS d
  WHERE @dbname IS NULL OR d.database_id = @dbid
  ORDER BY 1
  IF @dbname IS NULL RETURN 0
  PRINT ' '${files(FILE_ID)}
  WHERE f.database_id = @dbid
  ORDER BY f.file_id
  RETURN 0`;

const sp_helpfile = `
  @filename sysname = NULL
AS
  SET NOCOUNT ON
  IF @filename IS NULL
  BEGIN${files(FILE_ID)}
    WHERE f.database_id = DB_ID()
    ORDER BY f.file_id
    RETURN 0
  END
  IF FILE_IDEX(@filename) IS NULL
  BEGIN
    RAISERROR(15325, -1, -1, 'file', @filename)
    RETURN 1
  END${files('')}
  WHERE f.database_id = DB_ID() AND f.name = @filename
  RETURN 0`;

const sp_helpfilegroup = `
  @filegroupname sysname = NULL
AS
  SET NOCOUNT ON
  IF @filegroupname IS NOT NULL AND FILEGROUP_ID(@filegroupname) IS NULL
  BEGIN
    RAISERROR(15325, -1, -1, 'filegroup', @filegroupname)
    RETURN 1
  END
  SELECT CONVERT(sysname, g.name) AS groupname, CONVERT(smallint, g.data_space_id) AS groupid,
    CONVERT(int, (SELECT COUNT(*) FROM sys.database_files AS f WHERE f.data_space_id = g.data_space_id)) AS filecount
  FROM sys.filegroups AS g
  WHERE @filegroupname IS NULL OR g.name = @filegroupname
  ORDER BY 2
  RETURN 0`;

const kilobytes = (pages: string): string => `CONVERT(varchar(18), LTRIM(STR(${pages} * 8, 15, 0)) + ' KB')`;

/** The sums over all tables. */
const ALL_PAGES = `
    SELECT
      @reserved = ISNULL(SUM(p.reserved_page_count), 0),
      @used = ISNULL(SUM(p.used_page_count), 0),
      @data = ISNULL(SUM(CASE WHEN p.index_id < 2 THEN p.in_row_data_page_count ELSE 0 END), 0)
    FROM sys.dm_db_partition_stats AS p`;

const SPACE = `
    ${kilobytes('@reserved')} AS reserved,
    ${kilobytes('@data')} AS data,
    ${kilobytes('(@used - @data)')} AS index_size,
    ${kilobytes('(@reserved - @used)')} AS unused`;

const DATABASE_SPACE = `
    CONVERT(nvarchar(128), DB_NAME()) AS database_name,
    CONVERT(varchar(18), LTRIM(STR(CONVERT(decimal(15, 2), @size) / 128, 15, 2) + ' MB')) AS database_size,
    CONVERT(varchar(18), LTRIM(STR(CASE WHEN @datasize > @reserved THEN CONVERT(decimal(15, 2), @datasize - @reserved) / 128 ELSE 0 END, 15, 2) + ' MB')) AS [unallocated space]`;

const sp_spaceused = `
  @objname nvarchar(776) = NULL, @updateusage varchar(5) = 'false', @mode varchar(11) = 'ALL', @oneresultset bit = 0,
  @include_total_xtp_storage bit = 0
AS
  SET NOCOUNT ON
  IF @updateusage IS NOT NULL AND LOWER(@updateusage) NOT IN ('true', 'false')
  BEGIN
    RAISERROR(15143, -1, -1, @updateusage)
    RETURN 1
  END
  DECLARE @rows bigint, @reserved bigint, @data bigint, @used bigint, @size bigint, @datasize bigint
  IF @objname IS NULL
  BEGIN
    SELECT @size = SUM(CONVERT(bigint, f.size)), @datasize = SUM(CASE f.type WHEN 0 THEN CONVERT(bigint, f.size) ELSE 0 END)
    FROM sys.database_files AS f${ALL_PAGES}
    IF @oneresultset = 1
    BEGIN
      SELECT${DATABASE_SPACE},${SPACE}
      RETURN 0
    END
    SELECT${DATABASE_SPACE}
    PRINT ' '
    SELECT${SPACE}
    RETURN 0
  END${RESOLVE_OBJECT}
  IF OBJECTPROPERTY(@id, 'IsUserTable') = 0 AND OBJECTPROPERTY(@id, 'IsView') = 0
  BEGIN
    RAISERROR(15234, -1, -1)
    RETURN 1
  END
  SET @rows = CONVERT(bigint, OBJECTPROPERTYEX(@id, 'Cardinality'))
  SET @data = ${pagesOf('@rows')}
  SET @used = @data * (SELECT COUNT(*) FROM sys.indexes AS i WHERE i.object_id = @id)
  SET @reserved = @used
  SELECT
    CONVERT(nvarchar(128), OBJECT_NAME(@id)) AS name,
    CONVERT(char(20), @rows) AS rows,${SPACE}
  RETURN 0`;

export const DATABASE_HELP: readonly TextProcedure[] = [
  procedure('sp_helpdb', sp_helpdb),
  procedure('sp_helpfile', sp_helpfile),
  procedure('sp_helpfilegroup', sp_helpfilegroup),
  procedure('sp_spaceused', sp_spaceused),
];
