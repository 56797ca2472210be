/**
 * The catalog procedures about what there is: databases, tables and views, procedures and functions, privileges, and what the server can do.
 * SQLTables has three special questions, which are all patterns with the other names empty: the databases, the schemas, the kinds of tables.
 */

import type { TextProcedure } from '../procedure.ts';
import { asPatterns, matches, procedure, requireCurrentDatabase, valueRows } from '../text.ts';

const none = (name: string, type = 'sysname'): string => `CONVERT(${type}, NULL) AS ${name}`;

const TABLE_TYPE = "CASE o.type WHEN 'S' THEN 'SYSTEM TABLE' WHEN 'U' THEN 'TABLE' ELSE 'VIEW' END";

const sp_tables = `
  @table_name nvarchar(384) = NULL, @table_owner nvarchar(384) = NULL, @table_qualifier sysname = NULL, @table_type varchar(100) = NULL,
  @fUsePattern bit = 1
AS
  IF @table_qualifier = N'%' AND @table_owner = N'' AND @table_name = N''
  BEGIN
    SELECT CONVERT(sysname, d.name) AS TABLE_QUALIFIER, ${none('TABLE_OWNER')}, ${none('TABLE_NAME')},
      ${none('TABLE_TYPE', 'varchar(32)')}, ${none('REMARKS', 'varchar(254)')}
    FROM sys.databases AS d WHERE d.name <> N'model' ORDER BY 1
    RETURN 0
  END
  IF @table_owner = N'%' AND @table_qualifier = N'' AND @table_name = N''
  BEGIN
    SELECT ${none('TABLE_QUALIFIER')}, CONVERT(sysname, s.name) AS TABLE_OWNER, ${none('TABLE_NAME')},
      ${none('TABLE_TYPE', 'varchar(32)')}, ${none('REMARKS', 'varchar(254)')}
    FROM sys.schemas AS s ORDER BY 2
    RETURN 0
  END
  IF @table_type = '%' AND @table_qualifier = N'' AND @table_owner = N'' AND @table_name = N''
  BEGIN
    SELECT ${none('TABLE_QUALIFIER')}, ${none('TABLE_OWNER')}, ${none('TABLE_NAME')},
      CONVERT(varchar(32), k.kind) AS TABLE_TYPE, ${none('REMARKS', 'varchar(254)')}
    FROM (VALUES ('SYSTEM TABLE'), ('TABLE'), ('VIEW')) AS k(kind) ORDER BY 4
    RETURN 0
  END${asPatterns(['@table_name', '@table_owner'])}${requireCurrentDatabase('@table_qualifier', '@table_name')}
  DECLARE @types varchar(110) = ',' + REPLACE(REPLACE(REPLACE(@table_type, '''', ''), ', ', ','), ' ,', ',') + ','
  SELECT
    CONVERT(sysname, DB_NAME()) AS TABLE_QUALIFIER,
    CONVERT(sysname, s.name) AS TABLE_OWNER,
    CONVERT(sysname, o.name) AS TABLE_NAME,
    CONVERT(varchar(32), ${TABLE_TYPE}) AS TABLE_TYPE,
    CONVERT(varchar(254), NULL) AS REMARKS
  FROM sys.all_objects AS o INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
  WHERE o.type IN ('S', 'U', 'V') AND ${matches('s.name', '@table_owner')} AND ${matches('o.name', '@table_name')}
    AND (@types IS NULL OR CHARINDEX(',' + ${TABLE_TYPE} + ',', @types) > 0)
  ORDER BY 4, 1, 2, 3`;

const sp_databases = `
AS
  SET NOCOUNT ON
  SELECT
    CONVERT(sysname, d.name) AS DATABASE_NAME,
    CONVERT(int, (SELECT SUM(CONVERT(bigint, f.size)) * 8 FROM sys.master_files AS f WHERE f.database_id = d.database_id)) AS DATABASE_SIZE,
    CONVERT(varchar(254), NULL) AS REMARKS
  FROM sys.databases AS d
  WHERE HAS_DBACCESS(d.name) = 1
  ORDER BY 1`;

/** A procedure's name carries its group number: 1, and 0 for functions. */
const sp_stored_procedures = `
  @sp_name nvarchar(390) = NULL, @sp_owner nvarchar(384) = NULL, @sp_qualifier sysname = NULL, @fUsePattern bit = 1
AS${asPatterns(['@sp_name', '@sp_owner'])}${requireCurrentDatabase('@sp_qualifier', '@sp_name')}
  SELECT
    CONVERT(sysname, DB_NAME()) AS PROCEDURE_QUALIFIER,
    CONVERT(sysname, s.name) AS PROCEDURE_OWNER,
    CONVERT(nvarchar(134), o.name + CASE o.type WHEN 'P' THEN N';1' ELSE N';0' END) AS PROCEDURE_NAME,
    CONVERT(int, -1) AS NUM_INPUT_PARAMS,
    CONVERT(int, -1) AS NUM_OUTPUT_PARAMS,
    CONVERT(int, -1) AS NUM_RESULT_SETS,
    CONVERT(varchar(254), NULL) AS REMARKS,
    CONVERT(smallint, 2) AS PROCEDURE_TYPE
  FROM sys.objects AS o INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
  WHERE o.type IN ('P', 'FN', 'TF', 'IF') AND ${matches('s.name', '@sp_owner')} AND ${matches('o.name', '@sp_name')}
  ORDER BY 1, 2, 3`;

/** The owner of a table has every privilege and may give it on. */
const GRANTS = `
  (SELECT p.major_id, p.minor_id, USER_NAME(p.grantor_principal_id) AS grantor, USER_NAME(p.grantee_principal_id) AS grantee,
      p.permission_name AS privilege, CASE p.state WHEN 'W' THEN 'YES' ELSE 'NO' END AS is_grantable
    FROM sys.database_permissions AS p WHERE p.class = 1 AND p.state IN ('G', 'W')
    UNION ALL
    SELECT o.object_id, 0, N'dbo', N'dbo', v.privilege, 'YES'
    FROM sys.objects AS o
      CROSS JOIN (VALUES (N'SELECT'), (N'INSERT'), (N'UPDATE'), (N'DELETE'), (N'REFERENCES')) AS v(privilege)
    WHERE o.type IN ('U', 'V')) AS g`;

const sp_table_privileges = `
  @table_name nvarchar(384), @table_owner nvarchar(384) = NULL, @table_qualifier sysname = NULL, @fUsePattern bit = 1
AS${asPatterns(['@table_name', '@table_owner'])}${requireCurrentDatabase('@table_qualifier', '@table_name')}
  SELECT
    CONVERT(sysname, DB_NAME()) AS TABLE_QUALIFIER,
    CONVERT(sysname, SCHEMA_NAME(o.schema_id)) AS TABLE_OWNER,
    CONVERT(sysname, o.name) AS TABLE_NAME,
    CONVERT(sysname, g.grantor) AS GRANTOR,
    CONVERT(sysname, g.grantee) AS GRANTEE,
    CONVERT(varchar(32), g.privilege) AS PRIVILEGE,
    CONVERT(varchar(3), g.is_grantable) AS IS_GRANTABLE
  FROM sys.objects AS o INNER JOIN ${GRANTS} ON g.major_id = o.object_id AND g.minor_id = 0
  WHERE o.type IN ('U', 'V') AND g.privilege IN (N'SELECT', N'INSERT', N'UPDATE', N'DELETE', N'REFERENCES')
    AND ${matches('o.name', '@table_name')} AND ${matches('SCHEMA_NAME(o.schema_id)', '@table_owner')}
  ORDER BY 1, 2, 3, 6, 5`;

const sp_column_privileges = `
  @table_name sysname, @table_owner sysname = NULL, @table_qualifier sysname = NULL, @column_name nvarchar(384) = NULL
AS${requireCurrentDatabase('@table_qualifier', '@table_name')}
  SELECT
    CONVERT(sysname, DB_NAME()) AS TABLE_QUALIFIER,
    CONVERT(sysname, SCHEMA_NAME(o.schema_id)) AS TABLE_OWNER,
    CONVERT(sysname, o.name) AS TABLE_NAME,
    CONVERT(sysname, c.name) AS COLUMN_NAME,
    CONVERT(sysname, g.grantor) AS GRANTOR,
    CONVERT(sysname, g.grantee) AS GRANTEE,
    CONVERT(varchar(32), g.privilege) AS PRIVILEGE,
    CONVERT(varchar(3), g.is_grantable) AS IS_GRANTABLE
  FROM sys.objects AS o
    INNER JOIN sys.columns AS c ON c.object_id = o.object_id
    INNER JOIN ${GRANTS} ON g.major_id = o.object_id AND g.minor_id IN (0, c.column_id)
  WHERE o.object_id = OBJECT_ID(ISNULL(QUOTENAME(@table_owner) + N'.', N'') + QUOTENAME(@table_name))
    AND g.privilege IN (N'SELECT', N'INSERT', N'UPDATE', N'REFERENCES') AND (@column_name IS NULL OR c.name LIKE @column_name)
  ORDER BY 4, 7, 6`;

/** The questions of SQLGetInfo that a server answers; its version is asked for when the procedure runs. */
const ATTRIBUTES: readonly (readonly [number, string, string])[] = [
  [1, 'DBMS_NAME', 'Microsoft SQL Server'],
  [2, 'DBMS_VER', ''],
  [10, 'OWNER_TERM', 'owner'],
  [11, 'TABLE_TERM', 'table'],
  [12, 'MAX_OWNER_NAME_LENGTH', '128'],
  [13, 'TABLE_LENGTH', '128'],
  [14, 'MAX_QUAL_LENGTH', '128'],
  [15, 'COLUMN_LENGTH', '128'],
  [16, 'IDENTIFIER_CASE', 'MIXED'],
  [17, 'TX_ISOLATION', '2'],
  [18, 'COLLATION_SEQ', 'charset=iso_1 sort_order=nocase_iso charset_num=1 sort_order_num=52'],
  [19, 'SAVEPOINT_SUPPORT', 'Y'],
  [20, 'MULTI_RESULT_SETS', 'Y'],
  [22, 'ACCESSIBLE_TABLES', 'Y'],
  [100, 'USERID_LENGTH', '128'],
  [101, 'QUALIFIER_TERM', 'database'],
  [102, 'NAMED_TRANSACTIONS', 'Y'],
  [103, 'SPROC_AS_LANGUAGE', 'Y'],
  [104, 'ACCESSIBLE_SPROC', 'Y'],
  [105, 'MAX_INDEX_COLS', '16'],
  [106, 'RENAME_TABLE', 'Y'],
  [107, 'RENAME_COLUMN', 'Y'],
  [108, 'DROP_COLUMN', 'Y'],
  [109, 'INCREASE_COLUMN_LENGTH', 'Y'],
  [110, 'DDL_IN_TRANSACTION', 'Y'],
  [111, 'DESCENDING_INDEXES', 'Y'],
  [112, 'SP_RENAME', 'Y'],
  [113, 'REMOTE_SPROC', 'Y'],
  [500, 'SYS_SPROC_VERSION', ''],
];

const sp_server_info = `
  @attribute_id int = NULL
AS
  SET NOCOUNT ON
  DECLARE @version varchar(128) = CONVERT(varchar(128), SERVERPROPERTY('ProductVersion'))
  SELECT
    CONVERT(int, a.id) AS attribute_id,
    CONVERT(varchar(60), a.name) AS attribute_name,
    CONVERT(varchar(255), CASE a.id
      WHEN 2 THEN 'Microsoft SQL Server 2022 - ' + @version
      WHEN 500 THEN CONVERT(varchar(128), SERVERPROPERTY('ResourceVersion'))
      ELSE a.value END) AS attribute_value
  FROM (VALUES
    ${valueRows(ATTRIBUTES)}
  ) AS a(id, name, value)
  WHERE @attribute_id IS NULL OR a.id = @attribute_id
  ORDER BY 1`;

export const TABLES: readonly TextProcedure[] = [
  procedure('sp_tables', sp_tables),
  procedure('sp_databases', sp_databases),
  procedure('sp_stored_procedures', sp_stored_procedures),
  procedure('sp_table_privileges', sp_table_privileges),
  procedure('sp_column_privileges', sp_column_privileges),
  procedure('sp_server_info', sp_server_info),
];
