/**
 * Table-valued functions of schema sys: inline functions over the system views, as rows of name, parameters and text. A binder expands them like a
 * user's function, so nothing but this table knows them. Most are the functions behind dynamic management views that monitoring scripts APPLY.
 */

import { INT, nvarchar, SMALLINT, SYSNAME, type Type, varbinary, varchar } from '@sprocket/tsql';
import { nameKey, type UserFunction } from './model.ts';

type ParameterRow = readonly [name: string, type: Type];

const HANDLE = varbinary(64);
const LEVEL_TYPE = varchar(128);

/** Names of levels 0 to 2 are NULL for none, `default` for all. */
const LISTED_PROPERTIES = `
SELECT CAST(CASE p.class WHEN 0 THEN NULL WHEN 3 THEN N'SCHEMA' WHEN 6 THEN N'TYPE' WHEN 7 THEN N'INDEX' WHEN 2 THEN N'PARAMETER'
    ELSE CASE WHEN p.minor_id <> 0 THEN N'COLUMN' WHEN o.parent_object_id <> 0 AND o.type <> 'TR' THEN N'CONSTRAINT'
      WHEN o.type = 'U' THEN N'TABLE' WHEN o.type = 'V' THEN N'VIEW' WHEN o.type = 'P' THEN N'PROCEDURE' WHEN o.type = 'TR' THEN N'TRIGGER'
      WHEN o.type = 'SN' THEN N'SYNONYM' WHEN o.type = 'SO' THEN N'SEQUENCE' ELSE N'FUNCTION' END END AS sysname) AS objtype,
  CAST(CASE p.class WHEN 0 THEN NULL WHEN 3 THEN s3.name WHEN 6 THEN t.name WHEN 7 THEN i.name WHEN 2 THEN m.name
    ELSE CASE WHEN p.minor_id <> 0 THEN c.name ELSE o.name END END AS sysname) AS objname,
  p.name, p.value
FROM sys.extended_properties p
LEFT JOIN sys.objects o ON p.class IN (1, 2, 7) AND o.object_id = p.major_id
LEFT JOIN sys.objects po ON po.object_id = o.parent_object_id
LEFT JOIN sys.schemas s ON s.schema_id = o.schema_id
LEFT JOIN sys.schemas s3 ON p.class = 3 AND s3.schema_id = p.major_id
LEFT JOIN sys.types t ON p.class = 6 AND t.user_type_id = p.major_id
LEFT JOIN sys.schemas ts ON ts.schema_id = t.schema_id
LEFT JOIN sys.columns c ON p.class = 1 AND c.object_id = p.major_id AND c.column_id = p.minor_id
LEFT JOIN sys.indexes i ON p.class = 7 AND i.object_id = p.major_id AND i.index_id = p.minor_id
LEFT JOIN sys.parameters m ON p.class = 2 AND m.object_id = p.major_id AND m.parameter_id = p.minor_id
WHERE (@name IS NULL OR @name = N'default' OR p.name = @name)
  AND (@level0type IS NOT NULL OR p.class = 0)
  AND (@level0type IS NULL OR (UPPER(@level0type) IN ('SCHEMA', 'USER')
    AND COALESCE(s.name, s3.name, ts.name) = CASE WHEN @level0name IS NULL OR @level0name = N'default' THEN COALESCE(s.name, s3.name, ts.name) ELSE @level0name END))
  AND (@level0type IS NULL OR (@level1type IS NULL AND p.class = 3) OR (@level1type IS NOT NULL AND p.class <> 3))
  AND (@level1type IS NULL OR (COALESCE(po.name, o.name, t.name) = CASE WHEN @level1name IS NULL OR @level1name = N'default' THEN COALESCE(po.name, o.name, t.name) ELSE @level1name END
    AND CASE COALESCE(po.type, o.type) WHEN 'U' THEN 'TABLE' WHEN 'V' THEN 'VIEW' WHEN 'P' THEN 'PROCEDURE' WHEN 'SN' THEN 'SYNONYM' WHEN 'SO' THEN 'SEQUENCE'
      WHEN 'FN' THEN 'FUNCTION' WHEN 'IF' THEN 'FUNCTION' WHEN 'TF' THEN 'FUNCTION' ELSE 'TYPE' END = UPPER(@level1type)))
  AND (@level1type IS NULL
    OR (@level2type IS NULL AND p.minor_id = 0 AND po.object_id IS NULL)
    OR (UPPER(@level2type) = 'COLUMN' AND p.class = 1 AND p.minor_id <> 0 AND (@level2name IS NULL OR @level2name = N'default' OR c.name = @level2name))
    OR (UPPER(@level2type) = 'INDEX' AND p.class = 7 AND (@level2name IS NULL OR @level2name = N'default' OR i.name = @level2name))
    OR (UPPER(@level2type) = 'PARAMETER' AND p.class = 2 AND (@level2name IS NULL OR @level2name = N'default' OR m.name = @level2name))
    OR (UPPER(@level2type) = 'CONSTRAINT' AND po.object_id IS NOT NULL AND o.type <> 'TR' AND (@level2name IS NULL OR @level2name = N'default' OR o.name = @level2name))
    OR (UPPER(@level2type) = 'TRIGGER' AND o.type = 'TR' AND (@level2name IS NULL OR @level2name = N'default' OR o.name = @level2name)))`;

/** Permissions on an object are followed by those on its columns. */
const MY_PERMISSIONS = `
SELECT CAST(CASE p.class_desc WHEN 'SERVER' THEN N'server' WHEN 'DATABASE' THEN N'database' ELSE @securable END AS sysname) AS entity_name,
  CAST(N'' AS sysname) AS subentity_name, p.permission_name
FROM sys.[$permissions] p WHERE p.class_desc = UPPER(@securable_class) AND HAS_PERMS_BY_NAME(@securable, @securable_class, p.permission_name) = 1
UNION ALL
SELECT CAST(@securable AS sysname), c.name, p.permission_name
FROM sys.[$permissions] p CROSS JOIN sys.columns c
WHERE UPPER(@securable_class) = 'OBJECT' AND p.class_desc = 'OBJECT' AND p.permission_name IN ('SELECT', 'UPDATE', 'REFERENCES')
  AND c.object_id = OBJECT_ID(@securable) AND HAS_PERMS_BY_NAME(@securable, 'OBJECT', p.permission_name, c.name, 'COLUMN') = 1`;

const BUILTIN_PERMISSIONS = `
SELECT p.class_desc, p.permission_name, p.type, p.covering_permission_name, p.parent_class_desc, p.parent_covering_permission_name
FROM sys.[$permissions] p WHERE @securable_class IS NULL OR UPPER(@securable_class) IN ('', 'DEFAULT', p.class_desc)`;

const SQL_TEXT = `
SELECT TOP (1) t.dbid, t.objectid, CAST(NULL AS smallint) AS number, CAST(0 AS bit) AS encrypted, t.text FROM sys.[$statement_texts] t WHERE t.handle = @handle`;

const ROWS: readonly { readonly name: string; readonly parameters: readonly ParameterRow[]; readonly query: string }[] = [
  {
    name: 'fn_listextendedproperty',
    parameters: [
      ['@name', SYSNAME],
      ['@level0type', LEVEL_TYPE],
      ['@level0name', SYSNAME],
      ['@level1type', LEVEL_TYPE],
      ['@level1name', SYSNAME],
      ['@level2type', LEVEL_TYPE],
      ['@level2name', SYSNAME],
    ],
    query: LISTED_PROPERTIES,
  },
  {
    name: 'fn_my_permissions',
    parameters: [
      ['@securable', SYSNAME],
      ['@securable_class', SYSNAME],
    ],
    query: MY_PERMISSIONS,
  },
  { name: 'fn_builtin_permissions', parameters: [['@securable_class', SYSNAME]], query: BUILTIN_PERMISSIONS },
  { name: 'fn_helpcollations', parameters: [], query: 'SELECT c.name, c.description FROM sys.[$collations] c' },
  { name: 'dm_exec_sql_text', parameters: [['@handle', HANDLE]], query: SQL_TEXT },
  { name: 'fn_get_sql', parameters: [['@handle', HANDLE]], query: SQL_TEXT },
  {
    name: 'dm_exec_input_buffer',
    parameters: [
      ['@session_id', SMALLINT],
      ['@request_id', INT],
    ],
    query: `SELECT CAST(N'Language Event' AS nvarchar(256)) AS event_type, CAST(0 AS smallint) AS parameters, b.event_info FROM sys.[$input_buffers] b WHERE b.session_id = @session_id`,
  },
  {
    name: 'dm_exec_query_plan',
    parameters: [['@handle', HANDLE]],
    query: `SELECT TOP (1) t.dbid, t.objectid, CAST(NULL AS smallint) AS number, CAST(0 AS bit) AS encrypted, CAST(NULL AS xml) AS query_plan FROM sys.[$statement_texts] t WHERE t.handle = @handle`,
  },
  {
    name: 'dm_db_index_physical_stats',
    parameters: [
      ['@database_id', SMALLINT],
      ['@object_id', INT],
      ['@index_id', INT],
      ['@partition_number', INT],
      ['@mode', nvarchar(20)],
    ],
    query: `
SELECT CAST(DB_ID() AS smallint) AS database_id, i.object_id, i.index_id, 1 AS partition_number,
  CAST(CASE i.type WHEN 0 THEN N'HEAP' WHEN 1 THEN N'CLUSTERED INDEX' ELSE N'NONCLUSTERED INDEX' END AS nvarchar(60)) AS index_type_desc,
  CAST(N'IN_ROW_DATA' AS nvarchar(60)) AS alloc_unit_type_desc, CAST(1 AS tinyint) AS index_depth, CAST(0 AS tinyint) AS index_level,
  CAST(0 AS float) AS avg_fragmentation_in_percent, CAST(1 AS bigint) AS fragment_count, CAST(p.used_page_count AS float) AS avg_fragment_size_in_pages,
  p.used_page_count AS page_count, CAST(NULL AS float) AS avg_page_space_used_in_percent, p.row_count AS record_count
FROM sys.indexes i JOIN sys.dm_db_partition_stats p ON p.object_id = i.object_id AND p.index_id = i.index_id
WHERE (@database_id IS NULL OR @database_id = 0 OR @database_id = DB_ID()) AND (@object_id IS NULL OR @object_id = 0 OR i.object_id = @object_id)
  AND (@index_id IS NULL OR @index_id = -1 OR i.index_id = @index_id)`,
  },
  {
    name: 'dm_db_stats_properties',
    parameters: [
      ['@object_id', INT],
      ['@stats_id', INT],
    ],
    query: `
SELECT s.object_id, s.stats_id, CAST(NULL AS datetime2(7)) AS last_updated, p.row_count AS rows, p.row_count AS rows_sampled, CAST(0 AS int) AS steps,
  p.row_count AS unfiltered_rows, CAST(0 AS bigint) AS modification_counter, CAST(NULL AS float) AS persisted_sample_percent
FROM sys.stats s JOIN sys.dm_db_partition_stats p ON p.object_id = s.object_id AND p.index_id IN (0, 1) WHERE s.object_id = @object_id AND s.stats_id = @stats_id`,
  },
  {
    name: 'dm_sql_referenced_entities',
    parameters: [
      ['@name', nvarchar(517)],
      ['@class', nvarchar(60)],
    ],
    query: `
SELECT CAST(0 AS int) AS referencing_minor_id, d.referenced_server_name, d.referenced_database_name, d.referenced_schema_name, d.referenced_entity_name,
  CAST(NULL AS sysname) AS referenced_minor_name, d.referenced_id, d.referenced_minor_id, d.referenced_class, d.referenced_class_desc, d.is_caller_dependent, d.is_ambiguous
FROM sys.sql_expression_dependencies d WHERE d.referencing_id = OBJECT_ID(@name)`,
  },
  {
    name: 'dm_sql_referencing_entities',
    parameters: [
      ['@name', nvarchar(517)],
      ['@class', nvarchar(60)],
    ],
    query: `
SELECT DISTINCT s.name AS referencing_schema_name, o.name AS referencing_entity_name, o.object_id AS referencing_id, d.referencing_class, d.referencing_class_desc, d.is_caller_dependent
FROM sys.sql_expression_dependencies d JOIN sys.objects o ON o.object_id = d.referencing_id JOIN sys.schemas s ON s.schema_id = o.schema_id WHERE d.referenced_id = OBJECT_ID(@name)`,
  },
];

/** Between the ids of the system views and those of the system procedures. */
const FIRST_ID = -500_000_001;

function systemFunctionOf({ name, parameters, query }: (typeof ROWS)[number], index: number): UserFunction {
  const list = parameters.map(([parameter, type]) => `${parameter} ${typeText(type)}`).join(', ');
  return {
    kind: 'function',
    form: 'inline',
    id: FIRST_ID - index,
    schema: 'sys',
    name,
    created: 0n,
    modified: 0n,
    definition: `CREATE FUNCTION sys.${name} (${list}) RETURNS TABLE AS RETURN ${query}`,
    settings: { ansiNulls: true, quotedIdentifier: true },
    annotations: {},
    executeAs: null,
    schemaBound: false,
    encrypted: false,
    parameters: parameters.map(([parameter, type]) => ({ name: parameter, type, output: false, readOnly: false, default: null })),
    returns: null,
    columns: [],
    nullOnNullInput: false,
  };
}

function typeText(type: Type): string {
  if (type.alias !== undefined) return type.alias;
  return type.length > 0 ? `${type.name}(${type.length})` : type.name;
}

/** Every system function that returns rows of the catalog. */
export const SYSTEM_FUNCTIONS: readonly UserFunction[] = ROWS.map(systemFunctionOf);

const BY_NAME: ReadonlyMap<string, UserFunction> = new Map(SYSTEM_FUNCTIONS.map((fn) => [nameKey(fn.name), fn]));

/** A function of schema sys. `fn_…` needs no schema. */
export function systemFunction(schema: string, name: string): UserFunction | undefined {
  const key = nameKey(name);
  const found = BY_NAME.get(key);
  return nameKey(schema) === 'sys' || (schema === '' && key.startsWith('fn_')) ? found : undefined;
}
