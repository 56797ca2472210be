/** Keys and indexes as ODBC asks for them: SQLPrimaryKeys, SQLForeignKeys and SQLStatistics. Names are names here and not patterns. */

import type { TextProcedure } from '../procedure.ts';
import { pagesOf, procedure, procedures, requireCurrentDatabase } from '../text.ts';

const objectId = (owner: string, name: string): string => `OBJECT_ID(ISNULL(QUOTENAME(${owner}) + N'.', N'') + QUOTENAME(${name}))`;

const sp_pkeys = `
  @table_name sysname, @table_owner sysname = NULL, @table_qualifier sysname = NULL
AS${requireCurrentDatabase('@table_qualifier', '@table_name')}
  SELECT
    CONVERT(sysname, DB_NAME()) AS TABLE_QUALIFIER,
    CONVERT(sysname, SCHEMA_NAME(k.schema_id)) AS TABLE_OWNER,
    CONVERT(sysname, OBJECT_NAME(k.parent_object_id)) AS TABLE_NAME,
    CONVERT(sysname, COL_NAME(x.object_id, x.column_id)) AS COLUMN_NAME,
    CONVERT(smallint, x.key_ordinal) AS KEY_SEQ,
    CONVERT(sysname, k.name) AS PK_NAME
  FROM sys.key_constraints AS k
    INNER JOIN sys.index_columns AS x ON x.object_id = k.parent_object_id AND x.index_id = k.unique_index_id
  WHERE k.type = 'PK' AND k.parent_object_id = ${objectId('@table_owner', '@table_name')}
  ORDER BY 1, 2, 3, 5`;

/** Asked about the referenced table only, the rules are those of ODBC; asked about the referencing one only, everything but CASCADE is NO ACTION. */
const rule = (action: string): string => `CONVERT(smallint, CASE
      WHEN f.${action} = 1 THEN 0
      WHEN f.${action} = 0 OR @pk IS NULL THEN 1
      ELSE f.${action} END)`;

const sp_fkeys = `
  @pktable_name sysname = NULL, @pktable_owner sysname = NULL, @pktable_qualifier sysname = NULL,
  @fktable_name sysname = NULL, @fktable_owner sysname = NULL, @fktable_qualifier sysname = NULL
AS
  SET NOCOUNT ON
  IF @pktable_name IS NULL AND @fktable_name IS NULL
  BEGIN
    RAISERROR(15252, -1, -1)
    RETURN 1
  END${requireCurrentDatabase('@pktable_qualifier', '@pktable_name')}${requireCurrentDatabase('@fktable_qualifier', '@fktable_name')}
  DECLARE @pk int = ${objectId("NULLIF(@pktable_owner, N'')", '@pktable_name')}
  DECLARE @fk int = ${objectId("NULLIF(@fktable_owner, N'')", '@fktable_name')}
  SELECT
    CONVERT(sysname, DB_NAME()) AS PKTABLE_QUALIFIER,
    CONVERT(sysname, OBJECT_SCHEMA_NAME(f.referenced_object_id)) AS PKTABLE_OWNER,
    CONVERT(sysname, OBJECT_NAME(f.referenced_object_id)) AS PKTABLE_NAME,
    CONVERT(sysname, COL_NAME(c.referenced_object_id, c.referenced_column_id)) AS PKCOLUMN_NAME,
    CONVERT(sysname, DB_NAME()) AS FKTABLE_QUALIFIER,
    CONVERT(sysname, OBJECT_SCHEMA_NAME(f.parent_object_id)) AS FKTABLE_OWNER,
    CONVERT(sysname, OBJECT_NAME(f.parent_object_id)) AS FKTABLE_NAME,
    CONVERT(sysname, COL_NAME(c.parent_object_id, c.parent_column_id)) AS FKCOLUMN_NAME,
    CONVERT(smallint, c.constraint_column_id) AS KEY_SEQ,
    ${rule('update_referential_action')} AS UPDATE_RULE,
    ${rule('delete_referential_action')} AS DELETE_RULE,
    CONVERT(sysname, f.name) AS FK_NAME,
    CONVERT(sysname, i.name) AS PK_NAME,
    CONVERT(smallint, 7) AS DEFERRABILITY
  FROM sys.foreign_keys AS f
    INNER JOIN sys.foreign_key_columns AS c ON c.constraint_object_id = f.object_id
    LEFT JOIN sys.indexes AS i ON i.object_id = f.referenced_object_id AND i.index_id = f.key_index_id
  WHERE (@pktable_name IS NULL OR f.referenced_object_id = @pk) AND (@fktable_name IS NULL OR f.parent_object_id = @fk)
  ORDER BY
    CASE WHEN @pktable_name IS NULL THEN OBJECT_SCHEMA_NAME(f.referenced_object_id) ELSE OBJECT_SCHEMA_NAME(f.parent_object_id) END,
    CASE WHEN @pktable_name IS NULL THEN OBJECT_NAME(f.referenced_object_id) ELSE OBJECT_NAME(f.parent_object_id) END,
    f.name, c.constraint_column_id`;

/** A row about the table itself, then one for each key column of each index. */
const statistics = `
  @table_name sysname, @table_owner sysname = NULL, @table_qualifier sysname = NULL, @index_name sysname = N'%',
  @is_unique char(1) = 'N', @accuracy char(1) = 'Q'
AS
  SET NOCOUNT ON${requireCurrentDatabase('@table_qualifier', '@table_name')}
  DECLARE @id int = ${objectId('@table_owner', '@table_name')}
  DECLARE @rows int = CONVERT(int, OBJECTPROPERTYEX(@id, 'Cardinality'))
  DECLARE @pages int = ${pagesOf('@rows')}
  SELECT
    CONVERT(sysname, DB_NAME()) AS TABLE_QUALIFIER,
    CONVERT(sysname, OBJECT_SCHEMA_NAME(@id)) AS TABLE_OWNER,
    CONVERT(sysname, OBJECT_NAME(@id)) AS TABLE_NAME,
    CONVERT(smallint, s.non_unique) AS NON_UNIQUE,
    CONVERT(sysname, CASE WHEN s.name IS NOT NULL THEN OBJECT_NAME(@id) END) AS INDEX_QUALIFIER,
    CONVERT(sysname, s.name) AS INDEX_NAME,
    CONVERT(smallint, s.type) AS [TYPE],
    CONVERT(smallint, s.position) AS SEQ_IN_INDEX,
    CONVERT(sysname, COL_NAME(@id, s.column_id)) AS COLUMN_NAME,
    CONVERT(char(1), s.direction) AS COLLATION,
    CONVERT(int, CASE WHEN s.type IN (0, 1) THEN @rows END) AS CARDINALITY,
    CONVERT(int, CASE WHEN s.type IN (0, 1) THEN @pages END) AS PAGES,
    CONVERT(varchar(128), s.filter) AS FILTER_CONDITION
  FROM (
    SELECT 0 AS type, NULL AS non_unique, NULL AS name, NULL AS position, NULL AS column_id, NULL AS direction, NULL AS filter
    WHERE @id IS NOT NULL
    UNION ALL
    SELECT CASE i.type WHEN 1 THEN 1 ELSE 3 END, 1 - i.is_unique, i.name, x.key_ordinal, x.column_id,
      CASE x.is_descending_key WHEN 1 THEN 'D' ELSE 'A' END, i.filter_definition
    FROM sys.indexes AS i
      INNER JOIN sys.index_columns AS x ON x.object_id = i.object_id AND x.index_id = i.index_id AND x.is_included_column = 0
    WHERE i.object_id = @id AND i.name LIKE @index_name AND (@is_unique <> 'Y' OR i.is_unique = 1)
  ) AS s
  ORDER BY 4, 7, 6, 8`;

export const KEYS: readonly TextProcedure[] = [
  procedure('sp_pkeys', sp_pkeys),
  procedure('sp_fkeys', sp_fkeys),
  ...procedures(['sp_statistics', 'sp_statistics_90', 'sp_statistics_100'], statistics),
];
