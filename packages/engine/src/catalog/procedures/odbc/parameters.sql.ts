/**
 * Parameters of procedures and functions: sp_sproc_columns for ODBC and JDBC, sp_procedure_params_* for ADO.NET's DeriveParameters; and
 * sp_tablecollations_*, which ADO.NET's bulk copy asks for before it sends rows.
 */

import type { TextProcedure } from '../procedure.ts';
import { asPatterns, matches, procedure, procedures, requireCurrentDatabase, valueRows } from '../text.ts';
import { ODBC, typeJoin } from './columns.sql.ts';

/** Parameters with the columns that the expressions over a column want; each procedure begins with what it returns. */
const PARAMETERS = `
  (SELECT p.object_id, p.parameter_id, p.name, p.system_type_id, p.user_type_id, p.max_length, p.precision, p.scale, p.is_output
    FROM sys.all_parameters AS p WHERE p.parameter_id > 0
    UNION ALL
    SELECT p.object_id, 0, N'@RETURN_VALUE', p.system_type_id, p.user_type_id, p.max_length, p.precision, p.scale, 1
    FROM sys.all_parameters AS p WHERE p.parameter_id = 0
    UNION ALL
    SELECT o.object_id, 0, N'@RETURN_VALUE', 56, 56, 4, 10, 0, 1
    FROM sys.all_objects AS o WHERE o.type IN ('P', 'X')
    UNION ALL
    SELECT o.object_id, 0, N'@TABLE_RETURN_VALUE', 243, 243, -1, 0, 0, 1
    FROM sys.all_objects AS o WHERE o.type IN ('IF', 'TF')) AS c`;

/** A table type has no row in the table of types. */
const TABLE_TYPE = { code: -153, name: 'table' } as const;

const procedureColumns = ({ legacy, extra }: { readonly legacy: boolean; readonly extra: string }): string => `
  SELECT
    CONVERT(sysname, DB_NAME()) AS PROCEDURE_QUALIFIER,
    CONVERT(sysname, s.name) AS PROCEDURE_OWNER,
    CONVERT(nvarchar(134), o.name + CASE o.type WHEN 'P' THEN N';1' ELSE N';0' END) AS PROCEDURE_NAME,
    CONVERT(sysname, c.name) AS COLUMN_NAME,
    CONVERT(smallint, CASE WHEN c.name = N'@TABLE_RETURN_VALUE' THEN 3 WHEN c.parameter_id = 0 THEN 5 WHEN c.is_output = 1 THEN 2 ELSE 1 END) AS COLUMN_TYPE,
    ISNULL(${ODBC.dataType}, CONVERT(smallint, ${TABLE_TYPE.code})) AS DATA_TYPE,
    CONVERT(sysname, ISNULL(t.name, N'${TABLE_TYPE.name}')) AS TYPE_NAME,
    ISNULL(${ODBC.precision}, 0) AS [PRECISION],
    ISNULL(${ODBC.length(legacy)}, 0) AS [LENGTH],
    ${ODBC.scale(legacy)} AS SCALE,
    ${ODBC.radix} AS RADIX,
    CONVERT(smallint, CASE c.parameter_id WHEN 0 THEN 0 ELSE 1 END) AS NULLABLE,
    CONVERT(varchar(254), CASE c.name WHEN N'@TABLE_RETURN_VALUE' THEN 'Result table returned by table valued function' END) AS REMARKS,
    CONVERT(nvarchar(4000), NULL) AS COLUMN_DEF,
    ISNULL(CONVERT(smallint, d.verbose_code), CONVERT(smallint, ${TABLE_TYPE.code})) AS SQL_DATA_TYPE,
    CONVERT(smallint, d.subcode) AS SQL_DATETIME_SUB,
    ${ODBC.octets(legacy)} AS CHAR_OCTET_LENGTH,
    CONVERT(int, c.parameter_id) AS ORDINAL_POSITION,
    CONVERT(varchar(254), CASE c.parameter_id WHEN 0 THEN 'NO' ELSE 'YES' END) AS IS_NULLABLE,${extra}
    CONVERT(tinyint, CASE c.parameter_id WHEN 0 THEN d.old_type ELSE d.old_type_null END) AS SS_DATA_TYPE
  FROM sys.objects AS o
    INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
    INNER JOIN ${PARAMETERS} ON c.object_id = o.object_id${typeJoin({ legacy, join: 'LEFT' })}
  WHERE o.type IN ('P', 'FN', 'IF', 'TF') AND ${matches('o.name', '@procedure_name')}
    AND ${matches('s.name', '@procedure_owner')} AND ${matches('c.name', '@column_name')}
  ORDER BY 1, 2, 3, 18`;

/** Names of CLR types, XML schema collections and table types. */
const TYPE_NAMES = `
    CONVERT(sysname, CASE WHEN t.is_assembly_type = 1 THEN DB_NAME() END) AS SS_UDT_CATALOG_NAME,
    CONVERT(sysname, CASE WHEN t.is_assembly_type = 1 THEN N'sys' END) AS SS_UDT_SCHEMA_NAME,
    CONVERT(nvarchar(4000), CASE WHEN t.is_assembly_type = 1 THEN N'Microsoft.SqlServer.Types' END) AS SS_UDT_ASSEMBLY_TYPE_NAME,
    CONVERT(sysname, NULL) AS SS_XML_SCHEMACOLLECTION_CATALOG_NAME,
    CONVERT(sysname, NULL) AS SS_XML_SCHEMACOLLECTION_SCHEMA_NAME,
    CONVERT(sysname, NULL) AS SS_XML_SCHEMACOLLECTION_NAME,
    CONVERT(sysname, CASE WHEN t.is_table_type = 1 THEN DB_NAME() END) AS SS_TYPE_CATALOG_NAME,
    CONVERT(sysname, CASE WHEN t.is_table_type = 1 THEN SCHEMA_NAME(t.schema_id) END) AS SS_TYPE_SCHEMA_NAME,`;

const sprocColumns = (legacy: boolean, extra: string): string => `
  @procedure_name nvarchar(390) = N'%', @procedure_owner nvarchar(384) = NULL, @procedure_qualifier sysname = NULL,
  @column_name nvarchar(384) = NULL, @ODBCVer int = 2, @fUsePattern bit = 1
AS${asPatterns(['@procedure_name', '@procedure_owner', '@column_name'])}${requireCurrentDatabase('@procedure_qualifier', '@procedure_name')}
  SELECT @procedure_name = NULLIF(@procedure_name, N'%'), @column_name = NULLIF(@column_name, N'%')
${procedureColumns({ legacy, extra })}`;

/** ADO.NET's SqlDbType of each system type. */
const SQL_DB_TYPES: readonly (readonly [number, number])[] = [
  [127, 0],
  [173, 1],
  [104, 2],
  [175, 3],
  [61, 4],
  [106, 5],
  [108, 5],
  [62, 6],
  [34, 7],
  [56, 8],
  [60, 9],
  [239, 10],
  [99, 11],
  [231, 12],
  [59, 13],
  [36, 14],
  [58, 15],
  [52, 16],
  [122, 17],
  [35, 18],
  [189, 19],
  [48, 20],
  [165, 21],
  [167, 22],
  [98, 23],
  [241, 25],
  [240, 29],
  [243, 30],
  [40, 31],
  [41, 32],
  [42, 33],
  [43, 34],
];

const procedureParameters = `
  @procedure_name sysname, @group_number int = 1, @procedure_schema sysname = NULL, @parameter_name sysname = NULL
AS
  DECLARE @ODBCVer int = 3
  DECLARE @id int = OBJECT_ID(ISNULL(QUOTENAME(@procedure_schema) + N'.', N'') + QUOTENAME(@procedure_name))
  SELECT
    CONVERT(sysname, DB_NAME()) AS PROCEDURE_CATALOG,
    CONVERT(sysname, OBJECT_SCHEMA_NAME(c.object_id)) AS PROCEDURE_SCHEMA,
    CONVERT(nvarchar(134), OBJECT_NAME(c.object_id) + N';1') AS PROCEDURE_NAME,
    CONVERT(sysname, c.name) AS PARAMETER_NAME,
    CONVERT(smallint, c.parameter_id) AS ORDINAL_POSITION,
    CONVERT(smallint, CASE WHEN c.parameter_id = 0 THEN 4 WHEN c.is_output = 1 THEN 2 ELSE 1 END) AS PARAMETER_TYPE,
    CONVERT(tinyint, 0) AS PARAMETER_HASDEFAULT,
    CONVERT(nvarchar(4000), NULL) AS PARAMETER_DEFAULT,
    CONVERT(bit, CASE c.parameter_id WHEN 0 THEN 0 ELSE 1 END) AS IS_NULLABLE,
    ${ODBC.dataType} AS DATA_TYPE,
    CONVERT(int, CASE WHEN d.sizing IN ('bytes', 'characters') THEN CASE c.max_length WHEN -1 THEN -1 WHEN 0 THEN 0
      ELSE c.max_length / CASE d.sizing WHEN 'characters' THEN 2 ELSE 1 END END END) AS CHARACTER_MAXIMUM_LENGTH,
    ${ODBC.octets(false)} AS CHARACTER_OCTET_LENGTH,
    CONVERT(smallint, CASE WHEN d.radix3 IS NOT NULL THEN c.precision END) AS NUMERIC_PRECISION,
    CONVERT(smallint, CASE WHEN d.radix3 = 10 OR d.sizing = 'moment' THEN c.scale END) AS NUMERIC_SCALE,
    CONVERT(nvarchar(1), NULL) AS DESCRIPTION,
    CONVERT(sysname, ISNULL(t.name, N'table')) AS TYPE_NAME,
    CONVERT(sysname, ISNULL(t.name, N'table')) AS LOCAL_TYPE_NAME,
    CONVERT(smallint, m.managed) AS MANAGED_DATA_TYPE,
    CONVERT(sysname, CASE WHEN t.is_table_type = 1 OR t.is_assembly_type = 1 THEN DB_NAME() END) AS TYPE_CATALOG_NAME,
    CONVERT(sysname, CASE WHEN t.is_table_type = 1 OR t.is_assembly_type = 1 THEN SCHEMA_NAME(t.schema_id) END) AS TYPE_SCHEMA_NAME,
    CONVERT(sysname, NULL) AS XML_CATALOGNAME,
    CONVERT(sysname, NULL) AS XML_SCHEMANAME,
    CONVERT(sysname, NULL) AS XML_SCHEMACOLLECTIONNAME,
    CONVERT(sysname, CASE WHEN t.is_assembly_type = 1 THEN t.name END) AS UDT_NAME,
    CONVERT(int, CASE WHEN c.system_type_id IN (41, 42, 43) THEN c.scale END) AS SS_DATETIME_PRECISION
  FROM ${PARAMETERS}${typeJoin({ legacy: false, join: 'LEFT' })}
    LEFT JOIN (VALUES ${valueRows(SQL_DB_TYPES)}) AS m(type_id, managed) ON m.type_id = c.system_type_id
  WHERE c.object_id = @id AND c.name <> N'@TABLE_RETURN_VALUE' AND (@parameter_name IS NULL OR c.name = @parameter_name)
  ORDER BY 1, 2, 3, 5`;

/** `collation` ends the names of the columns: those of a version of SQL Server. */
const tableCollations = (suffix: string): string => `
  @object nvarchar(4000)
AS
  SELECT
    CONVERT(int, c.column_id) AS colid,
    CONVERT(sysname, c.name) AS name,
    CONVERT(binary(5), CASE WHEN c.collation_name IS NOT NULL
      THEN ISNULL(CONVERT(binary(5), COLLATIONPROPERTY(c.collation_name, 'TDSCollation')), 0x0904D00034) END) AS tds_collation_${suffix},
    CONVERT(sysname, c.collation_name) AS collation_${suffix}
  FROM sys.all_columns AS c
  WHERE c.object_id = OBJECT_ID(CASE WHEN LEFT(@object, 1) = N'.' THEN STUFF(@object, 1, PATINDEX(N'%[^.]%', @object) - 1, N'') ELSE @object END)
  ORDER BY c.column_id`;

export const PARAMETER_PROCEDURES: readonly TextProcedure[] = [
  procedure('sp_sproc_columns', sprocColumns(true, '')),
  procedure('sp_sproc_columns_90', sprocColumns(false, TYPE_NAMES)),
  procedure('sp_sproc_columns_100', sprocColumns(false, TYPE_NAMES)),
  ...procedures(
    ['sp_procedure_params_managed', 'sp_procedure_params_90_managed', 'sp_procedure_params_100_managed', 'sp_procedure_params_rowset'],
    procedureParameters,
  ),
  procedure('sp_tablecollations', tableCollations('28')),
  procedure('sp_tablecollations_90', tableCollations('90')),
  procedure('sp_tablecollations_100', tableCollations('100')),
];
