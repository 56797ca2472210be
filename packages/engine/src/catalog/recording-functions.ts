/**
 * System functions that read what SQL Server records in files: traces, extended events, audits and the log. Nothing here writes such files, so the
 * functions have their columns and no rows.
 */

import { BIGINT, INT, nvarchar, type Type } from '@sprocket/tsql';

export type ParameterRow = readonly [name: string, type: Type];

/** A table-valued function of schema sys: its query over the system views, in which the parameters are variables. */
export interface FunctionRow {
  readonly name: string;
  readonly parameters: readonly ParameterRow[];
  readonly query: string;
}

/** No rows, of `name type` columns. */
export function nothing(columns: string): string {
  const list = columns.split(', ').map((column) => {
    const at = column.indexOf(' ');
    return `CAST(NULL AS ${column.slice(at + 1)}) AS ${column.slice(0, at)}`;
  });
  return `SELECT ${list.join(', ')} WHERE 1 = 0`;
}

const FILE = nvarchar(260);

const TRACE_COLUMNS =
  'TextData ntext, BinaryData image, DatabaseID int, TransactionID bigint, LineNumber int, NTUserName nvarchar(256), NTDomainName nvarchar(256), HostName nvarchar(256), ClientProcessID int, ApplicationName nvarchar(256), LoginName nvarchar(256), SPID int, Duration bigint, StartTime datetime, EndTime datetime, Reads bigint, Writes bigint, CPU int, Permissions bigint, Severity int, EventSubClass int, ObjectID int, Success int, IndexID int, IntegerData int, ServerName nvarchar(256), EventClass int, ObjectType int, NestLevel int, State int, Error int, Mode int, Handle int, ObjectName nvarchar(256), DatabaseName nvarchar(256), FileName nvarchar(256), OwnerName nvarchar(256), RoleName nvarchar(256), TargetUserName nvarchar(256), DBUserName nvarchar(256), LoginSid image, TargetLoginName nvarchar(256), TargetLoginSid image, ColumnPermissions int, LinkedServerName nvarchar(256), ProviderName nvarchar(256), MethodName nvarchar(256), RowCounts bigint, RequestID int, XactSequence bigint, EventSequence bigint, BigintData1 bigint, BigintData2 bigint, GUID uniqueidentifier, IntegerData2 int, ObjectID2 bigint, Type int, OwnerID int, ParentName nvarchar(256), IsSystem int, Offset int, SourceDatabaseID int, SqlHandle image, SessionLoginName nvarchar(256), PlanHandle image, GroupID int';

const AUDIT_COLUMNS =
  'event_time datetime2(7), sequence_number int, action_id varchar(4), succeeded bit, permission_bitmask varbinary(16), is_column_permission bit, session_id smallint, server_principal_id int, database_principal_id int, target_server_principal_id int, target_database_principal_id int, object_id int, class_type varchar(2), session_server_principal_name nvarchar(128), server_principal_name nvarchar(128), server_principal_sid varbinary(85), database_principal_name nvarchar(128), target_server_principal_name nvarchar(128), target_server_principal_sid varbinary(85), target_database_principal_name nvarchar(128), server_instance_name nvarchar(128), database_name nvarchar(128), schema_name nvarchar(128), object_name nvarchar(128), statement nvarchar(4000), additional_information nvarchar(4000), file_name nvarchar(260), audit_file_offset bigint, user_defined_event_id smallint, user_defined_information nvarchar(4000), audit_schema_version int, sequence_group_id varbinary(85), transaction_id bigint, client_ip nvarchar(128), application_name nvarchar(128), duration_milliseconds bigint, response_rows bigint, affected_rows bigint, connection_id uniqueidentifier, data_sensitivity_information nvarchar(4000), host_name nvarchar(128)';

export const RECORDING_FUNCTIONS: readonly FunctionRow[] = [
  {
    name: 'fn_xe_file_target_read_file',
    parameters: [
      ['@path', FILE],
      ['@mdpath', FILE],
      ['@initial_file_name', FILE],
      ['@initial_offset', BIGINT],
    ],
    query: nothing(
      'module_guid uniqueidentifier, package_guid uniqueidentifier, object_name nvarchar(60), event_data nvarchar(max), file_name nvarchar(260), file_offset bigint, timestamp_utc datetime2(7)',
    ),
  },
  {
    name: 'fn_trace_gettable',
    parameters: [
      ['@filename', nvarchar(256)],
      ['@numfiles', INT],
    ],
    query: nothing(TRACE_COLUMNS),
  },
  { name: 'fn_trace_getinfo', parameters: [['@traceid', INT]], query: nothing('traceid int, property int, value sql_variant') },
  { name: 'fn_trace_geteventinfo', parameters: [['@traceid', INT]], query: nothing('eventid int, columnid int') },
  {
    name: 'fn_trace_getfilterinfo',
    parameters: [['@traceid', INT]],
    query: nothing('columnid int, logical_operator int, comparison_operator int, value sql_variant'),
  },
  {
    name: 'fn_get_audit_file',
    parameters: [
      ['@file_pattern', FILE],
      ['@initial_file_name', FILE],
      ['@audit_record_offset', BIGINT],
    ],
    query: nothing(AUDIT_COLUMNS),
  },
  {
    name: 'dm_db_database_page_allocations',
    parameters: [
      ['@database_id', INT],
      ['@table_id', INT],
      ['@index_id', INT],
      ['@partition_id', BIGINT],
      ['@mode', nvarchar(64)],
    ],
    query: nothing(
      'database_id smallint, object_id int, index_id int, partition_id int, rowset_id bigint, allocation_unit_id bigint, allocation_unit_type tinyint, allocation_unit_type_desc nvarchar(60), data_clone_id int, clone_state tinyint, clone_state_desc nvarchar(60), extent_file_id smallint, extent_page_id int, allocated_page_iam_file_id smallint, allocated_page_iam_page_id int, allocated_page_file_id smallint, allocated_page_page_id int, is_allocated bit, is_iam_page bit, is_mixed_page_allocation bit, page_free_space_percent nvarchar(60), page_type tinyint, page_type_desc nvarchar(60), page_level tinyint, next_page_file_id smallint, next_page_page_id int, previous_page_file_id smallint, previous_page_page_id int, is_page_compressed bit, has_ghost_records bit',
    ),
  },
];
