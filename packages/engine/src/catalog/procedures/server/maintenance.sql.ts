/**
 * Maintenance: statistics, recompilation, options of tables and procedures. Storage here plans without statistics and keeps no plans that could grow old,
 * so most of these only look at the names that they are given and say what SQL Server would.
 */

import { RESOLVE_OBJECT } from '../help/shared.ts';
import type { TextProcedure } from '../procedure.ts';
import { procedure, valueRows } from '../text.ts';

const sp_recompile = `
  @objname nvarchar(776)
AS
  SET NOCOUNT ON
  IF OBJECT_ID(@objname) IS NULL
  BEGIN
    RAISERROR(15165, -1, -1, @objname)
    RETURN 1
  END
  RAISERROR(15070, -1, -1, @objname)
  RETURN 0`;

/** A procedure of master whose name begins with sp_ belongs to every database without the mark. */
const sp_MS_marksystemobject = `
  @objname nvarchar(517), @namespace varchar(10) = NULL
AS
  SET NOCOUNT ON
  IF OBJECT_ID(@objname) IS NOT NULL OR (@namespace = 'TYPE' AND TYPE_ID(@objname) IS NOT NULL) RETURN 0
  RAISERROR(15001, -1, -1, @objname)
  RETURN 1`;

const sp_updatestats = `
  @resample char(8) = 'no'
AS
  SET NOCOUNT ON
  DECLARE @table nvarchar(517)
  DECLARE tables CURSOR LOCAL FAST_FORWARD FOR
    SELECT QUOTENAME(SCHEMA_NAME(t.schema_id)) + N'.' + QUOTENAME(t.name) FROM sys.tables AS t ORDER BY 1
  OPEN tables
  FETCH NEXT FROM tables INTO @table
  WHILE @@FETCH_STATUS = 0
  BEGIN
    PRINT N'Updating ' + @table
    PRINT N'    0 index(es)/statistic(s) have been updated, 0 did not require update.'
    PRINT N' '
    FETCH NEXT FROM tables INTO @table
  END
  CLOSE tables
  DEALLOCATE tables
  PRINT N'Statistics for all tables have been updated.'
  RETURN 0`;

const sp_createstats = `
  @indexonly char(9) = 'NO', @fullscan char(9) = 'NO', @norecompute char(12) = 'NO', @incremental char(12) = 'NO'
AS
  SET NOCOUNT ON
  PRINT N'Statistics have been created for the 0 listed columns of the above tables.'
  RETURN 0`;

const sp_autostats = `
  @tblname nvarchar(776), @flagc varchar(10) = NULL, @indname sysname = NULL
AS
  SET NOCOUNT ON
  DECLARE @objname nvarchar(776) = @tblname${RESOLVE_OBJECT}
  IF @flagc IS NOT NULL RETURN 0
  SELECT CONVERT(nvarchar(130), QUOTENAME(s.name)) AS [Index Name], CONVERT(varchar(3), CASE s.no_recompute WHEN 1 THEN 'OFF' ELSE 'ON' END) AS [AUTOSTATS],
    STATS_DATE(s.object_id, s.stats_id) AS [Last Updated]
  FROM sys.stats AS s WHERE s.object_id = @id AND (@indname IS NULL OR s.name = @indname)
  ORDER BY s.stats_id
  RETURN 0`;

/** Accepts the options that have no meaning here and refuses other words. */
const acceptOptions = (name: string, parameters: string, options: readonly string[]): TextProcedure =>
  procedure(
    name,
    `
  ${parameters}
AS
  SET NOCOUNT ON
  IF LOWER(@OptionName) NOT IN (SELECT o.name FROM (VALUES ${valueRows(options.map((option) => [option]))}) AS o(name))
  BEGIN
    RAISERROR(15600, -1, -1, '${name}')
    RETURN 1
  END
  RETURN 0`,
  );

const TABLE_OPTIONS = [
  'pintable',
  'table lock on bulk load',
  'insert row lock',
  'text in row',
  'large value types out of row',
  'vardecimal storage format',
];

const INDEX_OPTIONS = ['allowrowlocks', 'allowpagelocks', 'disallowrowlocks', 'disallowpagelocks'];

const sp_fulltext_database = `
  @action varchar(20)
AS
  IF LOWER(@action) NOT IN ('enable', 'disable')
  BEGIN
    RAISERROR(15600, -1, -1, 'sp_fulltext_database')
    RETURN 1
  END
  RETURN 0`;

const sp_validname = `
  @name sysname, @raise_error bit = 1
AS
  SET NOCOUNT ON
  IF @name IS NULL OR @name = N'' OR CHARINDEX(NCHAR(0), @name) > 0
  BEGIN
    IF @raise_error = 1 RAISERROR(15004, -1, -1)
    RETURN 1
  END
  RETURN 0`;

const sp_sqlexec = `
  @p1 nvarchar(max)
AS
  EXEC (@p1)`;

export const MAINTENANCE: readonly TextProcedure[] = [
  procedure('sp_recompile', sp_recompile),
  procedure('sp_MS_marksystemobject', sp_MS_marksystemobject),
  procedure('sp_updatestats', sp_updatestats),
  procedure('sp_createstats', sp_createstats),
  procedure('sp_autostats', sp_autostats),
  acceptOptions('sp_tableoption', '@TableNamePattern nvarchar(776), @OptionName varchar(35), @OptionValue varchar(12)', TABLE_OPTIONS),
  acceptOptions('sp_indexoption', '@IndexNamePattern nvarchar(1035), @OptionName varchar(35), @OptionValue varchar(12)', INDEX_OPTIONS),
  procedure('sp_fulltext_database', sp_fulltext_database),
  procedure('sp_validname', sp_validname),
  procedure('sp_sqlexec', sp_sqlexec),
];
