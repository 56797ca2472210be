/**
 * What DBCC SHOW_STATISTICS answers, which the program executes as a procedure: storage plans without statistics, so header, density vector and
 * histogram are made from the rows when they are asked for, each of at most 200 steps with as many values as the others.
 */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';

/** The columns of the statistics, and behind those of an index that is not unique the columns that lead to a row. */
const COLUMNS = `
  DECLARE @columns TABLE (position int, name nvarchar(258), plain sysname)
  INSERT @columns
    SELECT x.stats_column_id, QUOTENAME(c.name), c.name
    FROM sys.stats_columns AS x INNER JOIN sys.columns AS c ON c.object_id = x.object_id AND c.column_id = x.column_id
    WHERE x.object_id = @id AND x.stats_id = @stats
  IF EXISTS (SELECT * FROM sys.indexes AS i WHERE i.object_id = @id AND i.index_id = @stats AND i.type = 2 AND i.is_unique = 0)
    INSERT @columns
      SELECT 100 + x.key_ordinal, QUOTENAME(c.name), c.name
      FROM sys.index_columns AS x INNER JOIN sys.columns AS c ON c.object_id = x.object_id AND c.column_id = x.column_id
      WHERE x.object_id = @id AND x.index_id = 1 AND x.key_ordinal > 0 AND c.name NOT IN (SELECT o.plain FROM @columns AS o)`;

const HEADER = `
    SET @sql = N'SELECT CONVERT(nvarchar(128), @target) AS [Name], CONVERT(nvarchar(20), @updated) AS [Updated], @rows AS [Rows], @rows AS [Rows Sampled],
      CONVERT(smallint, CASE WHEN @values > 200 THEN 200 ELSE @values END) AS [Steps], CONVERT(real, CASE @values WHEN 0 THEN 0 ELSE 1.0 / @values END) AS [Density],
      CONVERT(real, (SELECT ISNULL(AVG(1.0 * (' + @length + N')), 0) FROM ' + @source + N')) AS [Average key length], CONVERT(nchar(3), @string) AS [String Index],
      CONVERT(nvarchar(max), @filter) AS [Filter Expression], @unfiltered AS [Unfiltered Rows], CONVERT(float, 0) AS [Persisted Sample Percent]'
    EXEC sp_executesql @sql, N'@target sysname, @updated datetime, @rows bigint, @values bigint, @string nchar(3), @filter nvarchar(max), @unfiltered bigint',
      @target, @updated, @rows, @values, @string, @filter, @unfiltered`;

/** One row for each beginning of the list of columns. */
const DENSITY = `
    SET @sql = N''
    DECLARE @position int = 0, @list nvarchar(4000) = N'', @plain nvarchar(4000) = N'', @lengths nvarchar(max) = N'', @name nvarchar(258), @word sysname
    WHILE EXISTS (SELECT * FROM @columns AS c WHERE c.position > @position)
    BEGIN
      SELECT TOP (1) @position = c.position, @name = c.name, @word = c.plain FROM @columns AS c WHERE c.position > @position ORDER BY c.position
      SET @list = @list + CASE @list WHEN N'' THEN N'' ELSE N', ' END + @name
      SET @plain = @plain + CASE @plain WHEN N'' THEN N'' ELSE N', ' END + @word
      SET @lengths = @lengths + CASE @lengths WHEN N'' THEN N'' ELSE N' + ' END + N'ISNULL(DATALENGTH(' + @name + N'), 0)'
      SET @sql = @sql + CASE @sql WHEN N'' THEN N'' ELSE N' UNION ALL ' END + N'SELECT CONVERT(real, (SELECT 1.0 / NULLIF(COUNT_BIG(*), 0) FROM (SELECT DISTINCT '
        + @list + N' FROM ' + @source + N') AS d)) AS [All density], CONVERT(real, (SELECT ISNULL(AVG(1.0 * (' + @lengths + N')), 0) FROM ' + @source
        + N')) AS [Average Length], CONVERT(nvarchar(4000), N''' + REPLACE(@plain, N'''', N'''''') + N''') AS [Columns]'
    END
    EXEC (@sql)`;

const HISTOGRAM = `
    SET @sql = N'WITH v AS (SELECT ' + @key + N' AS k, COUNT_BIG(*) AS n FROM ' + @source + N' GROUP BY ' + @key + N'),
      b AS (SELECT k, n, NTILE(200) OVER (ORDER BY k) AS step FROM v),
      h AS (SELECT k, n, step, ROW_NUMBER() OVER (PARTITION BY step ORDER BY k DESC) AS place, SUM(n) OVER (PARTITION BY step) AS total,
        COUNT_BIG(*) OVER (PARTITION BY step) AS members FROM b)
      SELECT k AS RANGE_HI_KEY, CONVERT(real, total - n) AS RANGE_ROWS, CONVERT(real, n) AS EQ_ROWS, CONVERT(bigint, members - 1) AS DISTINCT_RANGE_ROWS,
        CONVERT(real, CASE members WHEN 1 THEN 1 ELSE 1.0 * (total - n) / (members - 1) END) AS AVG_RANGE_ROWS
      FROM h WHERE place = 1 ORDER BY k'
    EXEC (@sql)`;

const wanted = (part: string, text: string): string => `
  IF @parts = N',' OR CHARINDEX(N',${part},', @parts) > 0
  BEGIN${text}
  END`;

const body = `
  @objname nvarchar(776), @target sysname, @parts nvarchar(100)
AS
  SET NOCOUNT ON
  DECLARE @id int = OBJECT_ID(@objname), @stats int, @updated datetime, @filter nvarchar(max)
  IF @id IS NULL OR OBJECTPROPERTY(@id, 'IsTable') = 0 AND OBJECTPROPERTY(@id, 'IsView') = 0
  BEGIN
    RAISERROR(2501, -1, -1, @objname)
    RETURN 1
  END
  SELECT @stats = s.stats_id, @updated = STATS_DATE(s.object_id, s.stats_id), @filter = s.filter_definition
  FROM sys.stats AS s WHERE s.object_id = @id AND s.name = @target
  IF @stats IS NULL
  BEGIN
    RAISERROR(2767, -1, -1, @target)
    RETURN 1
  END${COLUMNS}
  DECLARE @key nvarchar(258) = (SELECT TOP (1) c.name FROM @columns AS c ORDER BY c.position)
  DECLARE @table nvarchar(600) = QUOTENAME(OBJECT_SCHEMA_NAME(@id)) + N'.' + QUOTENAME(OBJECT_NAME(@id)), @sql nvarchar(max)
  DECLARE @source nvarchar(max) = @table + ISNULL(N' WHERE ' + @filter, N''), @rows bigint, @values bigint, @unfiltered bigint
  DECLARE @length nvarchar(max) = (SELECT STRING_AGG(CONVERT(nvarchar(max), N'ISNULL(DATALENGTH(' + c.name + N'), 0)'), N' + ') FROM @columns AS c)
  DECLARE @string nchar(3) = CASE WHEN EXISTS (SELECT * FROM sys.columns AS c INNER JOIN @columns AS o ON o.plain = c.name AND o.position = 1
    WHERE c.object_id = @id AND c.system_type_id IN (167, 175, 231, 239)) THEN N'YES' ELSE N'NO ' END
  SET @sql = N'SELECT @rows = COUNT_BIG(*), @values = (SELECT COUNT_BIG(*) FROM (SELECT DISTINCT ' + @key + N' AS k FROM ' + @source + N') AS d) FROM ' + @source + N' SELECT @unfiltered = COUNT_BIG(*) FROM ' + @table
  EXEC sp_executesql @sql, N'@rows bigint OUTPUT, @values bigint OUTPUT, @unfiltered bigint OUTPUT', @rows OUTPUT, @values OUTPUT, @unfiltered OUTPUT${wanted('STAT_HEADER', HEADER)}${wanted('DENSITY_VECTOR', DENSITY)}${wanted('HISTOGRAM', HISTOGRAM)}
  RETURN 0`;

export const STATISTICS: readonly TextProcedure[] = [procedure('sp_MSshowstatistics', body)];
