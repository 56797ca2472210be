/** Extended events, traces and event notifications: no session collects anything here, so only the types of events have rows. */

import type { SystemView } from './define.ts';
import { emptyViews } from './spec.ts';

const ACTIONS = 'event_session_id:int event_id:int name:name package:name module:name?';
const EVENTS = `${ACTIONS} predicate:n3000? predicate_xml:n3000?`;
const FIELDS = 'event_session_id:int object_id:int name:name value:variant?';
const TARGETS = 'event_session_id:int target_id:int name:name package:name module:name?';

export const EXTENDED_EVENT_VIEWS: readonly SystemView[] = emptyViews({
  server_event_session_actions: ACTIONS,
  server_event_session_events: EVENTS,
  server_event_session_fields: FIELDS,
  server_event_session_targets: TARGETS,
  database_event_session_actions: ACTIONS,
  database_event_session_events: EVENTS,
  database_event_session_fields: FIELDS,
  database_event_session_targets: TARGETS,
  server_event_notifications:
    'name:name object_id:int parent_class:tinyint parent_class_desc:desc? parent_id:int create_date:date modify_date:date service_name:n256? broker_instance:n128? creator_sid:sid? principal_id:int?',
  dm_xe_packages: 'name:n60 guid:guid description:n256? capabilities:int? capabilities_desc:n256? module_guid:guid module_address:address',
  dm_xe_object_columns:
    'name:n60 column_id:int object_name:n60 object_package_guid:guid type_name:n60 type_package_guid:guid column_type:n60 column_value:n256? capabilities:int? capabilities_desc:n256? description:n256?',
  dm_xe_session_events:
    'event_session_address:address event_name:n60 event_package_guid:guid event_predicate:n2048? event_fire_count:bigint event_fire_average_time:bigint? event_fire_min_time:bigint? event_fire_max_time:bigint?',
  dm_xe_session_event_actions:
    'event_session_address:address action_name:n60 action_package_guid:guid event_name:n60 event_package_guid:guid',
  dm_xe_session_object_columns:
    'event_session_address:address column_name:n256 column_id:int column_value:n2048? object_type:n60 object_name:n60 object_package_guid:guid',
  dm_xe_database_sessions:
    'address:address name:n256 pending_buffers:int total_regular_buffers:int regular_buffer_size:bigint total_large_buffers:int large_buffer_size:bigint total_buffer_size:bigint buffer_policy_flags:int buffer_policy_desc:n256 flags:int flag_desc:n256 dropped_event_count:int dropped_buffer_count:int blocked_event_fire_time:int create_time:date largest_event_dropped_size:int session_source:n256 buffer_processed_count:bigint buffer_full_count:bigint total_bytes_generated:bigint total_target_memory:bigint',
  dm_xe_database_session_targets:
    'event_session_address:address target_name:n60 target_package_guid:guid execution_count:bigint execution_duration_ms:bigint target_data:text? bytes_written:bigint failed_buffer_count:bigint',
  trace_categories: 'category_id:smallint name:n128 type:tinyint',
  trace_columns:
    'trace_column_id:smallint name:n128 type_name:n128? max_size:int? is_filterable:bit is_repeatable:bit is_repeated_base:bit',
  trace_events: 'trace_event_id:smallint category_id:smallint name:n128?',
  trace_event_bindings: 'trace_event_id:smallint trace_column_id:smallint',
  trace_subclass_values: 'trace_event_id:smallint trace_column_id:smallint subclass_name:n128? subclass_value:smallint?',
});
