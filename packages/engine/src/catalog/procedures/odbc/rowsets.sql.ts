/**
 * The catalog procedures of the OLE DB provider: schema rowsets of tables, columns, keys, indexes, procedures, schemas and databases, and what it asks
 * once a connection. A NULL stands for every name.
 */

import type { TextProcedure } from '../procedure.ts';
import { procedure, procedures } from '../text.ts';
import { ODBC, typeJoin } from './columns.sql.ts';

const CATALOG = 'CONVERT(sysname, DB_NAME())';
const none = (name: string, type: string): string => `CONVERT(${type}, NULL) AS ${name}`;
const is = (column: string, parameter: string): string => `(${parameter} IS NULL OR ${column} = ${parameter})`;

const KIND =
  "CONVERT(nvarchar(255), CASE o.type WHEN 'U' THEN N'TABLE' WHEN 'V' THEN CASE o.is_ms_shipped WHEN 1 THEN N'SYSTEM VIEW' ELSE N'VIEW' END ELSE N'SYSTEM TABLE' END)";

const tablesBody = (name: string): string => `
  ${name}@table_schema sysname = NULL, @table_type nvarchar(255) = NULL
AS
  SELECT ${CATALOG} AS TABLE_CATALOG, CONVERT(sysname, s.name) AS TABLE_SCHEMA, CONVERT(sysname, o.name) AS TABLE_NAME, ${KIND} AS TABLE_TYPE,
    ${none('TABLE_GUID', 'uniqueidentifier')}, ${none('DESCRIPTION', 'nvarchar(1)')}, ${none('TABLE_PROPID', 'int')},
    CONVERT(datetime, o.create_date) AS DATE_CREATED, CONVERT(datetime, NULL) AS DATE_MODIFIED
  FROM sys.all_objects AS o INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
  WHERE o.type IN ('S', 'U', 'V') AND ${is('s.name', '@table_schema')} AND ${is(KIND, '@table_type')}${name === '' ? '' : ' AND o.name = @table_name'}
  ORDER BY 4, 2, 3`;

const columnsBody = (name: string): string => `
  ${name}@table_schema sysname = NULL, @column_name sysname = NULL
AS
  DECLARE @ODBCVer int = 3
  SELECT ${CATALOG} AS TABLE_CATALOG, CONVERT(sysname, s.name) AS TABLE_SCHEMA, CONVERT(sysname, o.name) AS TABLE_NAME,
    CONVERT(sysname, c.name) AS COLUMN_NAME, ${none('COLUMN_GUID', 'uniqueidentifier')}, ${none('COLUMN_PROPID', 'int')},
    CONVERT(int, c.column_id) AS ORDINAL_POSITION, CONVERT(bit, CASE c.default_object_id WHEN 0 THEN 0 ELSE 1 END) AS COLUMN_HASDEFAULT,
    CONVERT(nvarchar(4000), OBJECT_DEFINITION(c.default_object_id)) AS COLUMN_DEFAULT, CONVERT(bit, c.is_nullable) AS IS_NULLABLE,
    ${ODBC.dataType} AS DATA_TYPE, CONVERT(sysname, t.name) AS TYPE_NAME, ${ODBC.octets(false)} AS CHARACTER_OCTET_LENGTH,
    CONVERT(int, CASE WHEN d.sizing IN ('bytes', 'characters') THEN ${ODBC.precision} END) AS CHARACTER_MAXIMUM_LENGTH,
    CONVERT(smallint, CASE WHEN d.sizing IN ('bytes', 'characters') THEN NULL ELSE ${ODBC.precision} END) AS NUMERIC_PRECISION,
    ${ODBC.scale(false)} AS NUMERIC_SCALE, CONVERT(sysname, c.collation_name) AS COLLATION_NAME
  FROM sys.all_columns AS c
    INNER JOIN sys.all_objects AS o ON o.object_id = c.object_id
    INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id${typeJoin({ legacy: false })}
  WHERE o.type IN ('S', 'U', 'V') AND ${is('s.name', '@table_schema')} AND ${is('c.name', '@column_name')}${name === '' ? '' : ' AND o.name = @table_name'}
  ORDER BY 2, 3, 7`;

const KEYS = `
  FROM sys.key_constraints AS k
    INNER JOIN sys.index_columns AS x ON x.object_id = k.parent_object_id AND x.index_id = k.unique_index_id AND x.key_ordinal > 0
    INNER JOIN sys.columns AS c ON c.object_id = x.object_id AND c.column_id = x.column_id
    INNER JOIN sys.tables AS o ON o.object_id = k.parent_object_id
    INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id`;

const primaryKeysBody = (name: string): string => `
  ${name}@table_schema sysname = NULL
AS
  SELECT ${CATALOG} AS TABLE_CATALOG, CONVERT(sysname, s.name) AS TABLE_SCHEMA, CONVERT(sysname, o.name) AS TABLE_NAME,
    CONVERT(sysname, c.name) AS COLUMN_NAME, ${none('COLUMN_GUID', 'uniqueidentifier')}, ${none('COLUMN_PROPID', 'int')},
    CONVERT(int, x.key_ordinal) AS ORDINAL, CONVERT(sysname, k.name) AS PK_NAME${KEYS}
  WHERE k.type = 'PK' AND ${is('s.name', '@table_schema')}${name === '' ? '' : ' AND o.name = @table_name'}
  ORDER BY 2, 3, 7`;

const RULES = "CASE f.@_referential_action WHEN 0 THEN N'NO ACTION' WHEN 1 THEN N'CASCADE' WHEN 2 THEN N'SET NULL' ELSE N'SET DEFAULT' END";
const rule = (event: string): string => `CONVERT(nvarchar(255), ${RULES.replace('@', event)}) AS ${event.toUpperCase()}_RULE`;

const sp_foreign_keys_rowset = `
  @pk_table_name sysname = NULL, @pk_table_schema sysname = NULL, @foreignkey_tab_name sysname = NULL, @foreignkey_tab_schema sysname = NULL,
  @foreignkey_tab_catalog sysname = NULL
AS
  SELECT ${CATALOG} AS PK_TABLE_CATALOG, CONVERT(sysname, SCHEMA_NAME(p.schema_id)) AS PK_TABLE_SCHEMA, CONVERT(sysname, p.name) AS PK_TABLE_NAME,
    CONVERT(sysname, COL_NAME(x.referenced_object_id, x.referenced_column_id)) AS PK_COLUMN_NAME, ${none('PK_COLUMN_GUID', 'uniqueidentifier')},
    ${none('PK_COLUMN_PROPID', 'int')}, ${CATALOG} AS FK_TABLE_CATALOG, CONVERT(sysname, SCHEMA_NAME(o.schema_id)) AS FK_TABLE_SCHEMA,
    CONVERT(sysname, o.name) AS FK_TABLE_NAME, CONVERT(sysname, COL_NAME(x.parent_object_id, x.parent_column_id)) AS FK_COLUMN_NAME,
    ${none('FK_COLUMN_GUID', 'uniqueidentifier')}, ${none('FK_COLUMN_PROPID', 'int')}, CONVERT(int, x.constraint_column_id) AS ORDINAL,
    ${rule('update')}, ${rule('delete')}, CONVERT(sysname, i.name) AS PK_NAME, CONVERT(sysname, f.name) AS FK_NAME, CONVERT(smallint, 3) AS DEFERRABILITY
  FROM sys.foreign_keys AS f
    INNER JOIN sys.foreign_key_columns AS x ON x.constraint_object_id = f.object_id
    INNER JOIN sys.tables AS p ON p.object_id = f.referenced_object_id
    INNER JOIN sys.tables AS o ON o.object_id = f.parent_object_id
    INNER JOIN sys.indexes AS i ON i.object_id = f.referenced_object_id AND i.index_id = f.key_index_id
  WHERE ${is('p.name', '@pk_table_name')} AND ${is('SCHEMA_NAME(p.schema_id)', '@pk_table_schema')}
    AND ${is('o.name', '@foreignkey_tab_name')} AND ${is('SCHEMA_NAME(o.schema_id)', '@foreignkey_tab_schema')}
  ORDER BY 8, 9, 17, 13`;

const indexesBody = (name: string): string => `
  ${name}@index_name sysname = NULL, @table_schema sysname = NULL
AS
  SELECT ${CATALOG} AS TABLE_CATALOG, CONVERT(sysname, s.name) AS TABLE_SCHEMA, CONVERT(sysname, o.name) AS TABLE_NAME,
    ${CATALOG} AS INDEX_CATALOG, CONVERT(sysname, s.name) AS INDEX_SCHEMA, CONVERT(sysname, i.name) AS INDEX_NAME,
    CONVERT(bit, i.is_primary_key) AS PRIMARY_KEY, CONVERT(bit, i.is_unique) AS [UNIQUE], CONVERT(bit, CASE i.type WHEN 1 THEN 1 ELSE 0 END) AS [CLUSTERED],
    CONVERT(smallint, 1) AS [TYPE], CONVERT(int, i.fill_factor) AS FILL_FACTOR, CONVERT(int, NULL) AS INITIAL_SIZE, CONVERT(int, NULL) AS NULLS,
    CONVERT(bit, 0) AS SORT_BOOKMARKS, CONVERT(bit, 1) AS AUTO_UPDATE, CONVERT(int, 4) AS NULL_COLLATION,
    CONVERT(int, x.key_ordinal) AS ORDINAL_POSITION, CONVERT(sysname, c.name) AS COLUMN_NAME, ${none('COLUMN_GUID', 'uniqueidentifier')},
    ${none('COLUMN_PROPID', 'int')}, CONVERT(smallint, CASE x.is_descending_key WHEN 1 THEN 2 ELSE 1 END) AS [COLLATION],
    ${none('CARDINALITY', 'bigint')}, ${none('PAGES', 'int')}, CONVERT(nvarchar(4000), i.filter_definition) AS FILTER_CONDITION,
    CONVERT(bit, 0) AS INTEGRATED
  FROM sys.indexes AS i
    INNER JOIN sys.index_columns AS x ON x.object_id = i.object_id AND x.index_id = i.index_id AND x.key_ordinal > 0
    INNER JOIN sys.columns AS c ON c.object_id = x.object_id AND c.column_id = x.column_id
    INNER JOIN sys.tables AS o ON o.object_id = i.object_id
    INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
  WHERE ${is('i.name', '@index_name')} AND ${is('s.name', '@table_schema')}${name === '' ? '' : ' AND o.name = @table_name'}
  ORDER BY 8 DESC, 10, 6, 17`;

const proceduresBody = (name: string): string => `
  ${name}@procedure_schema sysname = NULL
AS
  SELECT ${CATALOG} AS PROCEDURE_CATALOG, CONVERT(sysname, s.name) AS PROCEDURE_SCHEMA, CONVERT(nvarchar(134), o.name + N';1') AS PROCEDURE_NAME,
    CONVERT(smallint, CASE o.type WHEN 'P' THEN 2 ELSE 3 END) AS PROCEDURE_TYPE, CONVERT(nvarchar(1), NULL) AS PROCEDURE_DEFINITION,
    ${none('DESCRIPTION', 'nvarchar(1)')}, CONVERT(datetime, o.create_date) AS DATE_CREATED, CONVERT(datetime, NULL) AS DATE_MODIFIED
  FROM sys.all_objects AS o INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
  WHERE o.type IN ('P', 'FN', 'TF', 'IF', 'X') AND ${is('s.name', '@procedure_schema')}${name === '' ? '' : ' AND o.name = @procedure_name'}
  ORDER BY 2, 3`;

const sp_schemata_rowset = `
  @schema_name sysname = NULL, @schema_owner sysname = NULL
AS
  SELECT ${CATALOG} AS CATALOG_NAME, CONVERT(sysname, s.name) AS SCHEMA_NAME, CONVERT(sysname, USER_NAME(s.principal_id)) AS SCHEMA_OWNER,
    ${none('DEFAULT_CHARACTER_SET_CATALOG', 'sysname')}, ${none('DEFAULT_CHARACTER_SET_SCHEMA', 'sysname')},
    ${none('DEFAULT_CHARACTER_SET_NAME', 'sysname')}
  FROM sys.schemas AS s
  WHERE ${is('s.name', '@schema_name')} AND ${is('USER_NAME(s.principal_id)', '@schema_owner')}
  ORDER BY 2`;

const catalogsBody = (parameters: string, filter: string): string => `${parameters}
AS
  SELECT CONVERT(sysname, d.name) AS CATALOG_NAME, ${none('DESCRIPTION', 'nvarchar(1)')}
  FROM sys.databases AS d
  WHERE HAS_DBACCESS(d.name) = 1${filter}
  ORDER BY 1`;

const TABLE_NAME = '@table_name sysname, ';

export const ROWSETS: readonly TextProcedure[] = [
  ...procedures(['sp_tables_rowset', 'sp_tables_rowset_64', 'sp_tables_info_rowset'], tablesBody(TABLE_NAME)),
  procedure('sp_tables_rowset2', tablesBody('')),
  ...procedures(['sp_columns_rowset', 'sp_columns_90_rowset', 'sp_columns_100_rowset'], columnsBody(TABLE_NAME)),
  procedure('sp_columns_rowset2', columnsBody('')),
  procedure('sp_primary_keys_rowset', primaryKeysBody(TABLE_NAME)),
  procedure('sp_primary_keys_rowset2', primaryKeysBody('')),
  ...procedures(['sp_foreign_keys_rowset', 'sp_foreign_keys_rowset2'], sp_foreign_keys_rowset),
  ...procedures(['sp_indexes_rowset', 'sp_indexes_90_rowset', 'sp_indexes_100_rowset'], indexesBody(TABLE_NAME)),
  procedure('sp_indexes_rowset2', indexesBody('')),
  procedure('sp_procedures_rowset', proceduresBody('@procedure_name sysname, ')),
  procedure('sp_procedures_rowset2', proceduresBody('')),
  procedure('sp_schemata_rowset', sp_schemata_rowset),
  procedure('sp_catalogs_rowset', catalogsBody('\n  @catalog_name sysname', ' AND d.name = @catalog_name')),
  procedure('sp_catalogs_rowset2', catalogsBody('', '')),
  procedure('sp_oledb_database', catalogsBody('', '')),
  procedure(
    'sp_oledb_defdb',
    '\nAS\n  SELECT CONVERT(sysname, p.default_database_name) AS defdb FROM sys.server_principals AS p WHERE p.name = SUSER_SNAME()',
  ),
  procedure(
    'sp_oledb_deflang',
    '\nAS\n  SELECT CONVERT(sysname, p.default_language_name) AS deflang FROM sys.server_principals AS p WHERE p.name = SUSER_SNAME()',
  ),
  procedure('sp_oledb_language', '\nAS\n  SELECT CONVERT(sysname, l.name) AS name FROM sys.syslanguages AS l ORDER BY l.langid'),
  procedure(
    'sp_bcp_dbcmptlevel',
    '\n  @dbname sysname\nAS\n  SELECT CONVERT(tinyint, d.compatibility_level) AS cmptlevel FROM sys.databases AS d WHERE d.name = @dbname',
  ),
];
