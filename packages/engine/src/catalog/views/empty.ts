/**
 * Views of features that no database here has: full text, change tracking, XML indexes, assemblies and the like. They are empty, and
 * their columns are those that tools ask for.
 */

import {
  BIGINT,
  BIT,
  char,
  DATETIME,
  FLOAT,
  INT,
  MAX,
  nvarchar,
  SMALLINT,
  SQL_VARIANT,
  SYSNAME,
  TINYINT,
  type Type,
  UNIQUEIDENTIFIER,
  varbinary,
} from '@sprocket/tsql';
import { type ColumnRow, column, emptyView, nullable, type SystemView } from './define.ts';
import { OBJECT_COLUMNS } from './objects.ts';
import { DESCRIPTION } from './shared.ts';

/** A column type by a short word; a trailing `?` makes it nullable. */
const WORDS: Readonly<Record<string, Type>> = {
  int: INT,
  smallint: SMALLINT,
  tinyint: TINYINT,
  bigint: BIGINT,
  bit: BIT,
  float: FLOAT,
  name: SYSNAME,
  desc: DESCRIPTION,
  char1: char(1),
  char2: char(2),
  date: DATETIME,
  guid: UNIQUEIDENTIFIER,
  text: nvarchar(MAX),
  long: nvarchar(4000),
  path: nvarchar(260),
  bytes: varbinary(MAX),
  sid: varbinary(85),
  variant: SQL_VARIANT,
};

/** `object_id:int language:name?` as the columns of a view that has no rows. */
function empty(name: string, spec: string, first: Readonly<Record<string, ColumnRow<never>>> = {}): SystemView {
  const columns = spec.split(' ').map((part): [string, ColumnRow<never>] => {
    const [columnName = '', word = ''] = part.split(':');
    const canBeNull = word.endsWith('?');
    const type = WORDS[canBeNull ? word.slice(0, -1) : word] ?? INT;
    return [columnName, canBeNull ? nullable(type) : column(type, null)];
  });
  return emptyView('sys', name, { ...first, ...Object.fromEntries(columns) });
}

export const EMPTY_VIEWS: readonly SystemView[] = [
  empty(
    'assembly_modules',
    'object_id:int assembly_id:int assembly_class:name? assembly_method:name? null_on_null_input:bit? execute_as_principal_id:int?',
  ),
  empty('assembly_files', 'assembly_id:int name:path? file_id:int content:bytes?'),
  empty('assembly_references', 'assembly_id:int referenced_assembly_id:int'),
  empty(
    'hash_indexes',
    'object_id:int name:name? index_id:int type:tinyint type_desc:desc? is_unique:bit? data_space_id:int? ignore_dup_key:bit? is_primary_key:bit? is_unique_constraint:bit? fill_factor:tinyint is_padded:bit? is_disabled:bit? is_hypothetical:bit? is_ignored_in_optimization:bit? allow_row_locks:bit? allow_page_locks:bit? has_filter:bit? filter_definition:text? bucket_count:int auto_created:bit?',
  ),
  empty(
    'system_sql_modules',
    'object_id:int definition:text? uses_ansi_nulls:bit? uses_quoted_identifier:bit? is_schema_bound:bit? uses_database_collation:bit? is_recompiled:bit? null_on_null_input:bit? execute_as_principal_id:int? uses_native_compilation:bit? inline_type:bit? is_inlineable:bit?',
  ),
  empty(
    'column_master_keys',
    'name:name column_master_key_id:int create_date:date modify_date:date key_store_provider_name:name? key_path:long? allow_enclave_computations:bit signature:bytes?',
  ),
  empty('column_encryption_keys', 'name:name column_encryption_key_id:int create_date:date modify_date:date'),
  empty(
    'column_encryption_key_values',
    'column_encryption_key_id:int column_master_key_id:int encrypted_value:bytes? encryption_algorithm_name:name?',
  ),
  empty(
    'external_tables',
    'data_source_id:int file_format_id:int? location:long? reject_type:long? reject_value:float? reject_sample_value:float? distribution_type:int? distribution_desc:desc? sharding_col_id:int? remote_schema_name:name? remote_object_name:name?',
    OBJECT_COLUMNS as never,
  ),
  empty(
    'external_data_sources',
    'data_source_id:int name:name location:long type_desc:desc? type:tinyint resource_manager_location:long? credential_id:int database_name:name? shard_map_name:name? connection_options:long? pushdown:desc?',
  ),
  empty(
    'external_file_formats',
    'file_format_id:int name:name format_type:tinyint field_terminator:desc? string_delimiter:desc? date_format:desc? use_type_default:bit? serde_method:desc? row_terminator:desc? encoding:desc? data_compression:desc? first_row:int?',
  ),
  empty(
    'endpoints',
    'name:name endpoint_id:int principal_id:int? protocol:tinyint protocol_desc:desc? type:tinyint type_desc:desc? state:tinyint? state_desc:desc? is_admin_endpoint:bit',
  ),
  empty(
    'database_audit_specifications',
    'database_specification_id:int name:name create_date:date modify_date:date audit_guid:guid? is_state_enabled:bit?',
  ),
  empty(
    'plan_guides',
    'plan_guide_id:int name:name create_date:date modify_date:date is_disabled:bit query_text:text? scope_type:tinyint scope_type_desc:desc? scope_object_id:int? scope_batch:text? parameters:text? hints:text?',
  ),
  empty(
    'internal_tables',
    'internal_type:tinyint internal_type_desc:desc? parent_id:int parent_minor_id:int lob_data_space_id:int filestream_data_space_id:int?',
    OBJECT_COLUMNS as never,
  ),
  empty('extended_procedures', 'dll_name:path?', OBJECT_COLUMNS as never),
  empty(
    'dm_db_index_usage_stats',
    'database_id:smallint object_id:int index_id:int user_seeks:bigint user_scans:bigint user_lookups:bigint user_updates:bigint last_user_seek:date? last_user_scan:date? last_user_lookup:date? last_user_update:date? system_seeks:bigint system_scans:bigint system_lookups:bigint system_updates:bigint last_system_seek:date? last_system_scan:date? last_system_lookup:date? last_system_update:date?',
  ),
  empty(
    'dm_db_missing_index_details',
    'index_handle:int database_id:smallint object_id:int equality_columns:long? inequality_columns:long? included_columns:long? statement:long?',
  ),
  empty('dm_db_missing_index_groups', 'index_group_handle:int index_handle:int'),
  empty(
    'dm_db_missing_index_group_stats',
    'group_handle:int unique_compiles:bigint user_seeks:bigint user_scans:bigint last_user_seek:date? last_user_scan:date? avg_total_user_cost:float? avg_user_impact:float? system_seeks:bigint system_scans:bigint last_system_seek:date? last_system_scan:date? avg_total_system_cost:float? avg_system_impact:float?',
  ),
];
