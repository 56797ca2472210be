/**
 * Table-valued functions of schema sys: inline functions over the system views, as rows of name, parameters and text. A binder expands them like a
 * user's function, so nothing but this table knows them. Most are the functions behind dynamic management views that monitoring scripts APPLY.
 */

import { INT, nvarchar, SMALLINT, SYSNAME, type Type, varbinary, varchar } from '@sprocket/tsql';
import { nameKey, type UserFunction } from './model.ts';
import { OUTSIDE_FUNCTIONS } from './outside-functions.ts';
import { type FunctionRow, nothing, type ParameterRow, RECORDING_FUNCTIONS } from './recording-functions.ts';

const HANDLE = varbinary(64);
const LEVEL_TYPE = varchar(128);

/** Names of levels 0 to 2 are NULL for none, `default` for all. */
const LISTED_PROPERTIES = `
SELECT CAST(CASE p.class WHEN 0 THEN NULL WHEN 3 THEN N'SCHEMA' WHEN 6 THEN N'TYPE' WHEN 7 THEN N'INDEX' WHEN 2 THEN N'PARAMETER'
    ELSE CASE WHEN p.minor_id <> 0 THEN N'COLUMN' WHEN o.parent_object_id <> 0 AND o.type <> 'TR' THEN N'CONSTRAINT'
      WHEN o.type = 'U' THEN N'TABLE' WHEN o.type = 'V' THEN N'VIEW' WHEN o.type = 'P' THEN N'PROCEDURE' WHEN o.type = 'TR' THEN N'TRIGGER'
      WHEN o.type = 'SN' THEN N'SYNONYM' WHEN o.type = 'SO' THEN N'SEQUENCE' WHEN o.type = 'SQ' THEN N'QUEUE'
      ELSE N'FUNCTION' END END AS sysname) AS objtype,
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
      WHEN 'SQ' THEN 'QUEUE' WHEN 'FN' THEN 'FUNCTION' WHEN 'IF' THEN 'FUNCTION' WHEN 'TF' THEN 'FUNCTION' ELSE 'TYPE' END = UPPER(@level1type)))
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

const TEXT_PLAN = `
SELECT TOP (1) t.dbid, t.objectid, CAST(NULL AS smallint) AS number, CAST(0 AS bit) AS encrypted, CAST(NULL AS nvarchar(max)) AS query_plan
FROM sys.[$statement_texts] t WHERE t.handle = @handle`;

const FILE_PARAMETERS: readonly ParameterRow[] = [
  ['@database_id', INT],
  ['@file_id', INT],
];

const OF_FILES = 'WHERE (@database_id IS NULL OR f.database_id = @database_id) AND (@file_id IS NULL OR f.file_id = @file_id)';

const INDEX_PARAMETERS: readonly ParameterRow[] = [
  ['@database_id', SMALLINT],
  ['@object_id', INT],
  ['@index_id', INT],
  ['@partition_number', INT],
];

const CURSORS = `
SELECT c.session_id, c.cursor_id, c.name, c.properties, CAST(0x00 AS varbinary(64)) AS sql_handle, CAST(0 AS int) AS statement_start_offset,
  CAST(-1 AS int) AS statement_end_offset, CAST(1 AS bigint) AS plan_generation_num, c.creation_time, c.is_open, CAST(0 AS bit) AS is_async_population,
  CAST(0 AS bit) AS is_close_on_commit, CAST(c.fetch_status AS int) AS fetch_status, c.fetch_buffer_size, c.fetch_buffer_start, CAST(1 AS int) AS ansi_position,
  CAST(0 AS bigint) AS worker_time, CAST(0 AS bigint) AS reads, CAST(0 AS bigint) AS writes, CAST(0 AS bigint) AS dormant_duration
FROM sys.[$cursors] c WHERE (ISNULL(@session_id, 0) = 0 OR c.session_id = @session_id) AND c.is_first = 1`;

const XML_HANDLES =
  'session_id int, document_id int, namespace_document_id int, sql_handle varbinary(64), statement_start_offset int, statement_end_offset int, creation_time datetime, original_document_size_bytes bigint, original_namespace_document_size_bytes bigint, num_openxml_calls bigint, row_count bigint, dormant_duration_ms bigint';

const LOG_INFO =
  'database_id int, file_id smallint, vlf_begin_offset bigint, vlf_size_mb float, vlf_sequence_number bigint, vlf_active bit, vlf_status int, vlf_parity tinyint, vlf_first_lsn nvarchar(48), vlf_create_lsn nvarchar(48), vlf_encryptor_thumbprint varbinary(20)';

const LOG_STATS =
  'database_id int, recovery_model nvarchar(60), log_min_lsn nvarchar(24), log_end_lsn nvarchar(24), current_vlf_sequence_number bigint, current_vlf_size_mb float, total_vlf_count bigint, total_log_size_mb float, active_vlf_count bigint, active_log_size_mb float, log_truncation_holdup_reason nvarchar(60), log_backup_time datetime, log_backup_lsn nvarchar(24), log_since_last_log_backup_mb float, log_checkpoint_lsn nvarchar(24), log_since_last_checkpoint_mb float, log_recovery_lsn nvarchar(24), log_recovery_size_mb float, recovery_vlf_count bigint';

const INCREMENTAL =
  'object_id int, stats_id int, partition_number int, last_updated datetime2(7), rows bigint, rows_sampled bigint, steps int, unfiltered_rows bigint, modification_counter bigint';

const HISTOGRAM =
  'object_id int, stats_id int, step_number int, range_high_key sql_variant, range_rows real, equal_rows real, distinct_range_rows bigint, average_range_rows real';

/** Counts of dm_db_index_operational_stats, in the order of its columns. */
const OPERATION_COUNTS =
  `leaf_insert_count leaf_delete_count leaf_update_count leaf_ghost_count nonleaf_insert_count nonleaf_delete_count nonleaf_update_count leaf_allocation_count
nonleaf_allocation_count leaf_page_merge_count nonleaf_page_merge_count range_scan_count singleton_lookup_count forwarded_fetch_count lob_fetch_in_pages lob_fetch_in_bytes
lob_orphan_create_count lob_orphan_insert_count row_overflow_fetch_in_pages row_overflow_fetch_in_bytes column_value_push_off_row_count column_value_pull_in_row_count row_lock_count
row_lock_wait_count row_lock_wait_in_ms page_lock_count page_lock_wait_count page_lock_wait_in_ms index_lock_promotion_attempt_count index_lock_promotion_count page_latch_wait_count
page_latch_wait_in_ms page_io_latch_wait_count page_io_latch_wait_in_ms tree_page_latch_wait_count tree_page_latch_wait_in_ms tree_page_io_latch_wait_count tree_page_io_latch_wait_in_ms
page_compression_attempt_count page_compression_success_count`.split(/\s+/);

const OF_PARTITIONS = `WHERE (@database_id IS NULL OR @database_id = 0 OR p.database_id = @database_id) AND (@object_id IS NULL OR @object_id = 0 OR p.object_id = @object_id)
  AND (@index_id IS NULL OR @index_id = -1 OR p.index_id = @index_id) AND (@partition_number IS NULL OR @partition_number = 0 OR p.partition_number = @partition_number)`;

const OPERATIONS = `
SELECT p.database_id, p.object_id, p.index_id, p.partition_number, p.partition_id AS hobt_id,
  ${OPERATION_COUNTS.map((count) => `CAST(0 AS bigint) AS ${count}`).join(', ')}
FROM sys.[$partitions] p ${OF_PARTITIONS}`;

/** What dm_db_index_physical_stats says of records of an index; nothing of it is measured. */
const RECORDS = `CAST(0 AS bigint) AS ghost_record_count, CAST(0 AS bigint) AS version_ghost_record_count, CAST(NULL AS int) AS min_record_size_in_bytes, CAST(NULL AS int) AS max_record_size_in_bytes,
  CAST(NULL AS float) AS avg_record_size_in_bytes, CAST(NULL AS bigint) AS forwarded_record_count, CAST(0 AS bigint) AS compressed_page_count, p.partition_id AS hobt_id,
  CAST(0 AS tinyint) AS columnstore_delete_buffer_state, CAST(N'NOT VALID' AS nvarchar(60)) AS columnstore_delete_buffer_state_desc, CAST(0 AS bigint) AS version_record_count,
  CAST(0 AS bigint) AS inrow_version_record_count, CAST(0 AS bigint) AS inrow_diff_version_record_count, CAST(0 AS bigint) AS total_inrow_version_payload_size_in_bytes,
  CAST(0 AS bigint) AS offrow_regular_version_record_count, CAST(0 AS bigint) AS offrow_long_term_version_record_count`;

const ROWS: readonly FunctionRow[] = [
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
    query: `SELECT b.event_type, CAST(0 AS smallint) AS parameters, b.event_info FROM sys.[$input_buffers] b WHERE b.session_id = @session_id`,
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
SELECT p.database_id, p.object_id, p.index_id, p.partition_number,
  CAST(CASE p.index_type WHEN 0 THEN N'HEAP' WHEN 1 THEN N'CLUSTERED INDEX' ELSE N'NONCLUSTERED INDEX' END AS nvarchar(60)) AS index_type_desc,
  CAST(N'IN_ROW_DATA' AS nvarchar(60)) AS alloc_unit_type_desc, CAST(1 AS tinyint) AS index_depth, CAST(0 AS tinyint) AS index_level,
  CAST(0 AS float) AS avg_fragmentation_in_percent, CAST(1 AS bigint) AS fragment_count, CAST(p.page_count AS float) AS avg_fragment_size_in_pages,
  p.page_count, CAST(NULL AS float) AS avg_page_space_used_in_percent, p.row_count AS record_count, ${RECORDS}
FROM sys.[$partitions] p
${OF_PARTITIONS}`,
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
    name: 'dm_exec_text_query_plan',
    parameters: [
      ['@handle', HANDLE],
      ['@start', INT],
      ['@end', INT],
    ],
    query: TEXT_PLAN,
  },
  {
    name: 'dm_exec_plan_attributes',
    parameters: [['@handle', HANDLE]],
    query: `
SELECT a.attribute, a.value, a.is_cache_key FROM sys.[$statement_texts] t CROSS APPLY (VALUES
  (CAST(N'dbid' AS varchar(128)), CAST(CAST(t.dbid AS int) AS sql_variant), CAST(1 AS bit)), ('objectid', CAST(t.objectid AS sql_variant), 1),
  ('set_options', CAST(4347 AS sql_variant), 1), ('user_id', CAST(-2 AS sql_variant), 1), ('language_id', CAST(CAST(0 AS smallint) AS sql_variant), 1),
  ('date_format', CAST(CAST(1 AS smallint) AS sql_variant), 1), ('date_first', CAST(CAST(7 AS tinyint) AS sql_variant), 1)) a (attribute, value, is_cache_key)
WHERE t.handle = @handle`,
  },
  {
    name: 'dm_exec_query_statistics_xml',
    parameters: [['@session_id', SMALLINT]],
    query: nothing('session_id smallint, request_id int, sql_handle varbinary(64), plan_handle varbinary(64), query_plan xml'),
  },
  { name: 'dm_exec_cursors', parameters: [['@session_id', INT]], query: CURSORS },
  { name: 'dm_exec_xml_handles', parameters: [['@session_id', INT]], query: nothing(XML_HANDLES) },
  {
    name: 'dm_exec_cached_plan_dependent_objects',
    parameters: [['@handle', HANDLE]],
    query: nothing('usecounts int, memory_object_address varbinary(8), cacheobjtype nvarchar(50)'),
  },
  {
    name: 'dm_io_virtual_file_stats',
    parameters: FILE_PARAMETERS,
    query: `
SELECT CAST(f.database_id AS smallint) AS database_id, CAST(f.file_id AS smallint) AS file_id, i.ms_ticks AS sample_ms, CAST(0 AS bigint) AS num_of_reads,
  CAST(0 AS bigint) AS num_of_bytes_read, CAST(0 AS bigint) AS io_stall_read_ms, CAST(0 AS bigint) AS num_of_writes, CAST(0 AS bigint) AS num_of_bytes_written,
  CAST(0 AS bigint) AS io_stall_write_ms, CAST(0 AS bigint) AS io_stall, CAST(f.size AS bigint) * 8192 AS size_on_disk_bytes, CAST(0x AS varbinary(8)) AS file_handle,
  CAST(0 AS bigint) AS io_stall_queued_read_ms, CAST(0 AS bigint) AS io_stall_queued_write_ms
FROM sys.master_files f CROSS JOIN sys.dm_os_sys_info i ${OF_FILES}`,
  },
  {
    name: 'fn_virtualfilestats',
    parameters: FILE_PARAMETERS,
    query: `
SELECT CAST(f.database_id AS smallint) AS DbId, CAST(f.file_id AS smallint) AS FileId, i.ms_ticks AS [TimeStamp], CAST(0 AS bigint) AS NumberReads,
  CAST(0 AS bigint) AS BytesRead, CAST(0 AS bigint) AS IoStallReadMS, CAST(0 AS bigint) AS NumberWrites, CAST(0 AS bigint) AS BytesWritten,
  CAST(0 AS bigint) AS IoStallWriteMS, CAST(0 AS bigint) AS IoStallMS, CAST(f.size AS bigint) * 8192 AS BytesOnDisk, CAST(0x AS varbinary(8)) AS FileHandle
FROM sys.master_files f CROSS JOIN sys.dm_os_sys_info i ${OF_FILES}`,
  },
  {
    name: 'dm_os_volume_stats',
    parameters: FILE_PARAMETERS,
    query: `
SELECT f.database_id, f.file_id, CAST(N'/' AS nvarchar(256)) AS volume_mount_point, CAST(N'' AS nvarchar(256)) AS volume_id, CAST(N'' AS nvarchar(256)) AS logical_volume_name,
  CAST(N'' AS nvarchar(256)) AS file_system_type, CAST(NULL AS bigint) AS total_bytes, CAST(NULL AS bigint) AS available_bytes, CAST(0 AS tinyint) AS supports_compression,
  CAST(0 AS tinyint) AS supports_alternate_streams, CAST(0 AS tinyint) AS supports_sparse_files, CAST(0 AS tinyint) AS is_read_only, CAST(0 AS tinyint) AS is_compressed,
  CAST(NULL AS tinyint) AS incurs_seek_penalty
FROM sys.master_files f ${OF_FILES}`,
  },
  { name: 'dm_db_log_info', parameters: [['@database_id', INT]], query: nothing(LOG_INFO) },
  { name: 'dm_db_log_stats', parameters: [['@database_id', INT]], query: nothing(LOG_STATS) },
  {
    name: 'dm_db_incremental_stats_properties',
    parameters: [
      ['@object_id', INT],
      ['@stats_id', INT],
    ],
    query: nothing(INCREMENTAL),
  },
  {
    name: 'dm_db_stats_histogram',
    parameters: [
      ['@object_id', INT],
      ['@stats_id', INT],
    ],
    query: nothing(HISTOGRAM),
  },
  {
    name: 'dm_db_missing_index_columns',
    parameters: [['@index_handle', INT]],
    query: nothing('column_id int, column_name nvarchar(128), column_usage varchar(20)'),
  },
  ...RECORDING_FUNCTIONS,
  ...OUTSIDE_FUNCTIONS,
  { name: 'dm_db_index_operational_stats', parameters: INDEX_PARAMETERS, query: OPERATIONS },
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

function systemFunctionOf({ name, parameters, query }: FunctionRow, index: number): UserFunction {
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
    parameters: parameters.map(([parameter, type]) => ({ name: parameter, type, output: false, readOnly: false, default: 'NULL' })),
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
