/** Full-text catalogs, tables and columns as the procedures before SQL Server 2005 list and make them. */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';

const requireCatalog = `
  IF @fulltext_catalog_name IS NOT NULL AND NOT EXISTS (SELECT * FROM sys.fulltext_catalogs AS c WHERE c.name = @fulltext_catalog_name)
  BEGIN
    DECLARE @database sysname = DB_NAME()
    RAISERROR(15009, -1, -1, @fulltext_catalog_name, @database)
    RETURN 1
  END`;

const sp_help_fulltext_catalogs = `
  @fulltext_catalog_name sysname = NULL
AS
  SET NOCOUNT ON${requireCatalog}
  SELECT CONVERT(smallint, c.fulltext_catalog_id) AS fulltext_catalog_id, CONVERT(sysname, c.name) AS NAME, CONVERT(nvarchar(260), c.path) AS [PATH],
    CONVERT(int, 0) AS STATUS,
    CONVERT(int, (SELECT COUNT(*) FROM sys.fulltext_indexes AS i WHERE i.fulltext_catalog_id = c.fulltext_catalog_id)) AS NUMBER_FULLTEXT_TABLES
  FROM sys.fulltext_catalogs AS c
  WHERE @fulltext_catalog_name IS NULL OR c.name = @fulltext_catalog_name
  ORDER BY 2
  RETURN 0`;

const sp_help_fulltext_tables = `
  @fulltext_catalog_name sysname = NULL, @table_name nvarchar(776) = NULL
AS
  SET NOCOUNT ON${requireCatalog}
  SELECT CONVERT(sysname, SCHEMA_NAME(t.schema_id)) AS TABLE_OWNER, CONVERT(sysname, t.name) AS TABLE_NAME,
    CONVERT(sysname, x.name) AS FULLTEXT_KEY_INDEX_NAME, CONVERT(int, k.column_id) AS FULLTEXT_KEY_COLID,
    CONVERT(int, i.is_enabled) AS FULLTEXT_INDEX_ACTIVE, CONVERT(sysname, c.name) AS FULLTEXT_CATALOG_NAME
  FROM sys.fulltext_indexes AS i
    INNER JOIN sys.tables AS t ON t.object_id = i.object_id
    INNER JOIN sys.indexes AS x ON x.object_id = i.object_id AND x.index_id = i.unique_index_id
    INNER JOIN sys.index_columns AS k ON k.object_id = x.object_id AND k.index_id = x.index_id AND k.key_ordinal = 1
    LEFT JOIN sys.fulltext_catalogs AS c ON c.fulltext_catalog_id = i.fulltext_catalog_id
  WHERE (@fulltext_catalog_name IS NULL OR c.name = @fulltext_catalog_name) AND (@table_name IS NULL OR t.object_id = OBJECT_ID(@table_name))
  ORDER BY 1, 2
  RETURN 0`;

const sp_help_fulltext_columns = `
  @table_name nvarchar(776) = NULL, @column_name sysname = NULL
AS
  SET NOCOUNT ON
  SELECT CONVERT(sysname, SCHEMA_NAME(t.schema_id)) AS TABLE_OWNER, CONVERT(int, t.object_id) AS TABLE_ID, CONVERT(sysname, t.name) AS TABLE_NAME,
    CONVERT(sysname, c.name) AS FULLTEXT_COLUMN_NAME, CONVERT(int, c.column_id) AS FULLTEXT_COLID,
    CONVERT(sysname, NULL) AS FULLTEXT_BLOBTP_COLNAME, CONVERT(int, NULL) AS FULLTEXT_BLOBTP_COLID, CONVERT(int, i.language_id) AS FULLTEXT_LANGUAGE
  FROM sys.fulltext_index_columns AS i
    INNER JOIN sys.tables AS t ON t.object_id = i.object_id
    INNER JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
  WHERE (@table_name IS NULL OR t.object_id = OBJECT_ID(@table_name)) AND (@column_name IS NULL OR c.name = @column_name)
  ORDER BY 1, 3, 5
  RETURN 0`;

const sp_fulltext_catalog = `
  @ftcat sysname, @action varchar(20), @path nvarchar(101) = NULL
AS
  SET NOCOUNT ON
  DECLARE @statement nvarchar(400) = CASE LOWER(@action)
    WHEN 'create' THEN N'CREATE FULLTEXT CATALOG ' + QUOTENAME(@ftcat)
    WHEN 'drop' THEN N'DROP FULLTEXT CATALOG ' + QUOTENAME(@ftcat)
    WHEN 'rebuild' THEN N'ALTER FULLTEXT CATALOG ' + QUOTENAME(@ftcat) + N' REBUILD'
    WHEN 'start_full' THEN N'ALTER FULLTEXT CATALOG ' + QUOTENAME(@ftcat) + N' REBUILD'
    WHEN 'start_incremental' THEN N'ALTER FULLTEXT CATALOG ' + QUOTENAME(@ftcat) + N' REORGANIZE'
    WHEN 'stop' THEN N'ALTER FULLTEXT CATALOG ' + QUOTENAME(@ftcat) + N' REORGANIZE' END
  IF @statement IS NULL
  BEGIN
    RAISERROR(15600, -1, -1, 'sys.sp_fulltext_catalog')
    RETURN 1
  END
  EXEC (@statement)
  IF @@ERROR <> 0 RETURN 1
  RETURN 0`;

export const FULL_TEXT_HELP: readonly TextProcedure[] = [
  procedure('sp_help_fulltext_catalogs', sp_help_fulltext_catalogs),
  procedure('sp_help_fulltext_tables', sp_help_fulltext_tables),
  procedure('sp_help_fulltext_columns', sp_help_fulltext_columns),
  procedure('sp_fulltext_catalog', sp_fulltext_catalog),
];
