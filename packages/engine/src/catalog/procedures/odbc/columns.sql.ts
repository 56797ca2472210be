/**
 * sp_columns and its successors: the columns of tables and views as SQLColumns reports them, and sp_special_columns: those that identify a row best or
 * change with it. The oldest form shows the types of SQL Server 2005 and 2008 as the older ones that a driver of its time knows.
 */

import type { TextProcedure } from '../procedure.ts';
import { asPatterns, matches, procedure, requireCurrentDatabase } from '../text.ts';
import { columnTypes } from './types.ts';

interface Version {
  readonly legacy: boolean;
  /** Columns between IS_NULLABLE and SS_DATA_TYPE. */
  readonly extra: 'none' | 'schemas' | 'all';
}

/** For a legacy driver a MAX column is a text, ntext or image, and CLR types have their own rows. */
export const typeJoin = ({ legacy, join = 'INNER' }: { readonly legacy: boolean; readonly join?: 'INNER' | 'LEFT' }): string => `
    ${join} JOIN sys.types AS t ON t.user_type_id = c.user_type_id
    ${join} JOIN ${columnTypes({ legacy })}
      ON d.type_id = ${legacy ? LEGACY_TYPE : TYPE}`;

const TYPE = 'CASE c.system_type_id WHEN 240 THEN c.user_type_id ELSE c.system_type_id END';

const LEGACY_TYPE = `CASE
        WHEN c.system_type_id = 240 THEN c.user_type_id
        WHEN c.max_length <> -1 THEN c.system_type_id
        WHEN c.system_type_id = 167 THEN 35
        WHEN c.system_type_id = 231 THEN 99
        WHEN c.system_type_id = 165 THEN 34
        ELSE c.system_type_id END`;

const LENGTH = 'CASE c.max_length WHEN -1 THEN 0 ELSE c.max_length END';

/** Expressions over `c` (a column or parameter), `t` (its type) and `d` (its row of the type table). */
export const ODBC = {
  dataType: 'CONVERT(smallint, CASE WHEN @ODBCVer >= 3 THEN d.code3 ELSE d.code2 END)',
  precision: `CONVERT(int, CASE d.sizing
      WHEN 'bytes' THEN ${LENGTH}
      WHEN 'characters' THEN ${LENGTH} / 2
      WHEN 'digits' THEN c.precision
      WHEN 'moment' THEN c.precision
      ELSE CASE WHEN @ODBCVer >= 3 THEN d.size3 ELSE d.size2 END END)`,
  length: (legacy: boolean): string => `CONVERT(int, CASE
      WHEN d.sizing IN ('bytes', 'characters') THEN ${LENGTH}
      WHEN d.sizing = 'digits' THEN c.precision + 2
      ${legacy ? 'WHEN d.code3 = -9 THEN c.precision * 2\n      ' : ''}ELSE d.length END)`,
  scale: (legacy: boolean): string =>
    `CONVERT(smallint, CASE WHEN d.sizing IN ('digits', 'moment')${legacy ? ' AND d.code3 <> -9' : ''} THEN c.scale ELSE d.scale END)`,
  radix: 'CONVERT(smallint, CASE WHEN @ODBCVer >= 3 THEN d.radix3 ELSE d.radix2 END)',
  octets: (legacy: boolean): string => `CONVERT(int, CASE
      WHEN d.sizing IN ('bytes', 'characters') THEN ${LENGTH}
      ${legacy ? 'WHEN d.code3 = -9 THEN c.precision * 2\n      ' : ''}WHEN d.code3 IN (-152, -150, -10, -4, -2, -1) THEN d.length END)`,
} as const;

const typeName = (legacy: boolean): string => `CONVERT(sysname,
      CASE WHEN ${legacy ? 'c.max_length = -1 AND d.type_id <> c.user_type_id' : '1 = 0'} THEN d.type_name ELSE t.name END
      + CASE WHEN c.is_identity = 0 THEN N'' WHEN d.sizing = 'digits' THEN N'() identity' ELSE N' identity' END)`;

/** What drivers of SQL Server 2005 and 2008 read besides: of CLR types and XML schema collections, of sparse columns. */
const SCHEMA_COLUMNS = `
    CONVERT(sysname, CASE WHEN t.is_assembly_type = 1 THEN DB_NAME() END) AS SS_UDT_CATALOG_NAME,
    CONVERT(sysname, CASE WHEN t.is_assembly_type = 1 THEN N'sys' END) AS SS_UDT_SCHEMA_NAME,
    CONVERT(nvarchar(4000), CASE WHEN t.is_assembly_type = 1 THEN N'Microsoft.SqlServer.Types' END) AS SS_UDT_ASSEMBLY_TYPE_NAME,
    CONVERT(sysname, NULL) AS SS_XML_SCHEMACOLLECTION_CATALOG_NAME,
    CONVERT(sysname, NULL) AS SS_XML_SCHEMACOLLECTION_SCHEMA_NAME,
    CONVERT(sysname, NULL) AS SS_XML_SCHEMACOLLECTION_NAME,`;

const FLAG_COLUMNS = `
    CONVERT(smallint, c.is_sparse) AS SS_IS_SPARSE,
    CONVERT(smallint, c.is_column_set) AS SS_IS_COLUMN_SET,
    CONVERT(smallint, c.is_computed) AS SS_IS_COMPUTED,
    CONVERT(smallint, c.is_identity) AS SS_IS_IDENTITY,`;

const EXTRA = { none: '', schemas: SCHEMA_COLUMNS, all: FLAG_COLUMNS + SCHEMA_COLUMNS } as const;

const columnsBody = ({ legacy, extra }: Version): string => `
  SELECT
    CONVERT(sysname, DB_NAME()) AS TABLE_QUALIFIER,
    CONVERT(sysname, s.name) AS TABLE_OWNER,
    CONVERT(sysname, o.name) AS TABLE_NAME,
    CONVERT(sysname, c.name) AS COLUMN_NAME,
    ${ODBC.dataType} AS DATA_TYPE,
    ${typeName(legacy)} AS TYPE_NAME,
    ${ODBC.precision} AS [PRECISION],
    ${ODBC.length(legacy)} AS [LENGTH],
    ${ODBC.scale(legacy)} AS SCALE,
    ${ODBC.radix} AS RADIX,
    CONVERT(smallint, c.is_nullable) AS NULLABLE,
    CONVERT(varchar(254), NULL) AS REMARKS,
    CONVERT(nvarchar(4000), df.definition) AS COLUMN_DEF,
    CONVERT(smallint, d.verbose_code) AS SQL_DATA_TYPE,
    CONVERT(smallint, d.subcode) AS SQL_DATETIME_SUB,
    ${ODBC.octets(legacy)} AS CHAR_OCTET_LENGTH,
    CONVERT(int, COLUMNPROPERTY(c.object_id, c.name, 'ordinal')) AS ORDINAL_POSITION,
    CONVERT(varchar(254), CASE c.is_nullable WHEN 0 THEN 'NO' ELSE 'YES' END) AS IS_NULLABLE,${EXTRA[extra]}
    CONVERT(tinyint, CASE c.is_nullable WHEN 0 THEN d.old_type ELSE d.old_type_null END) AS SS_DATA_TYPE
  FROM sys.all_objects AS o
    INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
    INNER JOIN sys.all_columns AS c ON c.object_id = o.object_id
    LEFT JOIN sys.default_constraints AS df ON df.object_id = c.default_object_id${typeJoin({ legacy })}
  WHERE o.type IN ('U', 'V', 'S', 'IF', 'TF') AND ${matches('o.name', '@table_name')}
    AND ${matches('s.name', '@table_owner')} AND ${matches('c.name', '@column_name')}
  ORDER BY 1, 2, 3, 17`;

const sp_columns = `
  @table_name nvarchar(384), @table_owner nvarchar(384) = NULL, @table_qualifier sysname = NULL, @column_name nvarchar(384) = NULL,
  @ODBCVer int = 2
AS${requireCurrentDatabase('@table_qualifier', '@table_name')}
${columnsBody({ legacy: true, extra: 'none' })}`;

const withScope = (version: Version): string => `
  @table_name nvarchar(384), @table_owner nvarchar(384) = NULL, @table_qualifier sysname = NULL, @column_name nvarchar(384) = NULL,
  @NameScope int = 0, @ODBCVer int = 2, @fUsePattern bit = 1
AS${asPatterns(['@table_name', '@table_owner', '@column_name'])}${requireCurrentDatabase('@table_qualifier', '@table_name')}
${columnsBody(version)}`;

/** The unique index whose columns identify a row: the primary key, else the smallest number. */
const specialColumns = (legacy: boolean): string => `
  @table_name sysname, @table_owner sysname = NULL, @qualifier sysname = NULL, @col_type char(1) = 'R', @scope char(1) = 'T',
  @nullable char(1) = 'U', @ODBCVer int = 2
AS${requireCurrentDatabase('@qualifier', '@table_name')}
  DECLARE @id int = OBJECT_ID(ISNULL(QUOTENAME(@table_owner) + N'.', N'') + QUOTENAME(@table_name)), @index int
  IF @col_type = 'R'
    SELECT TOP (1) @index = i.index_id
    FROM sys.indexes AS i
    WHERE i.object_id = @id AND i.is_unique = 1 AND i.has_filter = 0 AND i.is_disabled = 0
      AND (@nullable = 'U' OR NOT EXISTS (
        SELECT * FROM sys.index_columns AS k INNER JOIN sys.all_columns AS n ON n.object_id = k.object_id AND n.column_id = k.column_id
        WHERE k.object_id = i.object_id AND k.index_id = i.index_id AND k.is_included_column = 0 AND n.is_nullable = 1))
    ORDER BY i.is_primary_key DESC, i.index_id
  SELECT
    CONVERT(smallint, CASE WHEN @col_type = 'V' THEN NULL WHEN @scope = 'C' THEN 0 ELSE 1 END) AS SCOPE,
    CONVERT(sysname, c.name) AS COLUMN_NAME,
    ${ODBC.dataType} AS DATA_TYPE,
    ${typeName(legacy)} AS TYPE_NAME,
    ${ODBC.precision} AS [PRECISION],
    ${ODBC.length(legacy)} AS [LENGTH],
    ${ODBC.scale(legacy)} AS SCALE,
    CONVERT(smallint, 1) AS PSEUDO_COLUMN
  FROM sys.all_columns AS c
    LEFT JOIN sys.index_columns AS x
      ON x.object_id = c.object_id AND x.index_id = @index AND x.column_id = c.column_id AND x.is_included_column = 0${typeJoin({ legacy })}
  WHERE c.object_id = @id AND CASE WHEN @col_type = 'V' THEN CASE c.system_type_id WHEN 189 THEN 1 END ELSE x.key_ordinal END IS NOT NULL
  ORDER BY x.key_ordinal, c.column_id`;

export const COLUMNS: readonly TextProcedure[] = [
  procedure('sp_columns', sp_columns),
  procedure('sp_columns_90', withScope({ legacy: false, extra: 'schemas' })),
  procedure('sp_columns_100', withScope({ legacy: false, extra: 'all' })),
  procedure('sp_columns_170', withScope({ legacy: false, extra: 'all' })),
  procedure('sp_special_columns', specialColumns(true)),
  procedure('sp_special_columns_90', specialColumns(false)),
  procedure('sp_special_columns_100', specialColumns(false)),
];
