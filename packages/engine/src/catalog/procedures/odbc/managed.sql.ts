/** What ADO.NET's GetSchema asks for columns, indexes and their columns. Every argument restricts to a name; NULL restricts nothing. */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';

const is = (name: string, wanted: string): string => `(${wanted} IS NULL OR ${name} = ${wanted})`;

/** `@SchemaType` 0 leaves out sparse columns that a column set stands for, 1 has all columns, 2 has the sparse ones. */
const sp_columns_managed = `
  @Catalog sysname = NULL, @Owner sysname = NULL, @Table sysname = NULL, @Column sysname = NULL, @SchemaType int = 0
AS
  SELECT
    CONVERT(nvarchar(128), c.TABLE_CATALOG) AS TABLE_CATALOG,
    CONVERT(nvarchar(128), c.TABLE_SCHEMA) AS TABLE_SCHEMA,
    CONVERT(nvarchar(128), c.TABLE_NAME) AS TABLE_NAME,
    CONVERT(nvarchar(128), c.COLUMN_NAME) AS COLUMN_NAME,
    CONVERT(int, c.ORDINAL_POSITION) AS ORDINAL_POSITION,
    CONVERT(nvarchar(4000), c.COLUMN_DEFAULT) AS COLUMN_DEFAULT,
    CONVERT(varchar(3), c.IS_NULLABLE) AS IS_NULLABLE,
    CONVERT(nvarchar(128), c.DATA_TYPE) AS DATA_TYPE,
    CONVERT(int, c.CHARACTER_MAXIMUM_LENGTH) AS CHARACTER_MAXIMUM_LENGTH,
    CONVERT(int, c.CHARACTER_OCTET_LENGTH) AS CHARACTER_OCTET_LENGTH,
    CONVERT(tinyint, c.NUMERIC_PRECISION) AS NUMERIC_PRECISION,
    CONVERT(smallint, c.NUMERIC_PRECISION_RADIX) AS NUMERIC_PRECISION_RADIX,
    CONVERT(int, c.NUMERIC_SCALE) AS NUMERIC_SCALE,
    CONVERT(smallint, c.DATETIME_PRECISION) AS DATETIME_PRECISION,
    CONVERT(sysname, c.CHARACTER_SET_CATALOG) AS CHARACTER_SET_CATALOG,
    CONVERT(sysname, c.CHARACTER_SET_SCHEMA) AS CHARACTER_SET_SCHEMA,
    CONVERT(sysname, c.CHARACTER_SET_NAME) AS CHARACTER_SET_NAME,
    CONVERT(sysname, c.COLLATION_CATALOG) AS COLLATION_CATALOG,
    CONVERT(bit, s.is_sparse) AS IS_SPARSE,
    CONVERT(bit, s.is_column_set) AS IS_COLUMN_SET,
    CONVERT(bit, s.is_filestream) AS IS_FILESTREAM
  FROM INFORMATION_SCHEMA.COLUMNS AS c
    INNER JOIN sys.columns AS s
      ON s.object_id = OBJECT_ID(QUOTENAME(c.TABLE_SCHEMA) + N'.' + QUOTENAME(c.TABLE_NAME)) AND s.name = c.COLUMN_NAME
  WHERE ${is('c.TABLE_CATALOG', '@Catalog')} AND ${is('c.TABLE_SCHEMA', '@Owner')} AND ${is('c.TABLE_NAME', '@Table')}
    AND ${is('c.COLUMN_NAME', '@Column')} AND (@SchemaType <> 2 OR s.is_sparse = 1)
  ORDER BY 1, 2, 3, 4`;

const INDEX = `
    CONVERT(nvarchar(128), DB_NAME()) AS constraint_catalog,
    CONVERT(nvarchar(128), SCHEMA_NAME(t.schema_id)) AS constraint_schema,
    CONVERT(nvarchar(128), i.name) AS constraint_name,
    CONVERT(nvarchar(128), DB_NAME()) AS table_catalog,
    CONVERT(nvarchar(128), SCHEMA_NAME(t.schema_id)) AS table_schema,
    CONVERT(nvarchar(128), t.name) AS table_name,`;

const RESTRICTED = `${is('DB_NAME()', '@Catalog')} AND ${is('SCHEMA_NAME(t.schema_id)', '@Owner')} AND ${is('t.name', '@Table')}`;

const sp_indexes_managed = `
  @Catalog sysname = NULL, @Owner sysname = NULL, @Table sysname = NULL, @Name sysname = NULL
AS
  SELECT${INDEX}
    CONVERT(nvarchar(128), i.name) AS index_name,
    CONVERT(nvarchar(60), i.type_desc) AS type_desc
  FROM sys.tables AS t INNER JOIN sys.indexes AS i ON i.object_id = t.object_id AND i.index_id > 0
  WHERE ${RESTRICTED} AND ${is('i.name', '@Name')}
  ORDER BY 6, 7`;

const sp_indexcolumns_managed = `
  @Catalog sysname = NULL, @Owner sysname = NULL, @Table sysname = NULL, @ConstraintName sysname = NULL, @Column sysname = NULL
AS
  SELECT${INDEX}
    CONVERT(nvarchar(128), c.name) AS column_name,
    CONVERT(int, k.key_ordinal) AS ordinal_position,
    CONVERT(tinyint, c.system_type_id) AS KeyType,
    CONVERT(nvarchar(128), i.name) AS index_name
  FROM sys.tables AS t
    INNER JOIN sys.indexes AS i ON i.object_id = t.object_id
    INNER JOIN sys.index_columns AS k ON k.object_id = i.object_id AND k.index_id = i.index_id AND k.is_included_column = 0
    INNER JOIN sys.columns AS c ON c.object_id = k.object_id AND c.column_id = k.column_id
  WHERE ${RESTRICTED} AND ${is('i.name', '@ConstraintName')} AND ${is('c.name', '@Column')}
  ORDER BY 6, 10, 8`;

export const MANAGED: readonly TextProcedure[] = [
  procedure('sp_columns_managed', sp_columns_managed),
  procedure('sp_indexes_managed', sp_indexes_managed),
  procedure('sp_indexcolumns_managed', sp_indexcolumns_managed),
];
