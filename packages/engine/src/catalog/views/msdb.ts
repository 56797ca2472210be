/**
 * Tables of msdb that maintenance and monitoring scripts read: jobs, operators, the history of backups and restores, which is
 * written elsewhere. There is no agent here, so they are empty except for the categories that every agent has.
 */

import { BACKUP_VIEWS } from './backup-history.ts';
import type { SystemView } from './define.ts';
import { specView } from './spec.ts';

/** Columns by the name of the table. */
const TABLES: Readonly<Record<string, string>> = {
  sysjobs:
    'job_id:guid originating_server_id:int name:name enabled:tinyint description:n512? start_step_id:int category_id:int owner_sid:sid notify_level_eventlog:int notify_level_email:int notify_level_netsend:int notify_level_page:int notify_email_operator_id:int notify_netsend_operator_id:int notify_page_operator_id:int delete_level:int date_created:date date_modified:date version_number:int',
  sysjobs_view:
    'job_id:guid originating_server:name? name:name enabled:tinyint description:n512? start_step_id:int category_id:int owner_sid:sid notify_level_eventlog:int notify_level_email:int notify_level_netsend:int notify_level_page:int notify_email_operator_id:int notify_netsend_operator_id:int notify_page_operator_id:int delete_level:int date_created:date date_modified:date version_number:int originating_server_id:int master_server:bit',
  sysjobsteps:
    'job_id:guid step_id:int step_name:name subsystem:long command:text? flags:int additional_parameters:text? cmdexec_success_code:int on_success_action:tinyint on_success_step_id:int on_fail_action:tinyint on_fail_step_id:int server:name? database_name:name? database_user_name:name? retry_attempts:int retry_interval:int os_run_priority:int output_file_name:path? last_run_outcome:int last_run_duration:int last_run_retries:int last_run_date:int last_run_time:int proxy_id:int? step_uid:guid?',
  sysjobhistory:
    'instance_id:int job_id:guid step_id:int step_name:name sql_message_id:int sql_severity:int message:long? run_status:int run_date:int run_time:int run_duration:int operator_id_emailed:int operator_id_netsent:int operator_id_paged:int retries_attempted:int server:name',
  sysjobactivity:
    'session_id:int job_id:guid run_requested_date:date? run_requested_source:name? queued_date:date? start_execution_date:date? last_executed_step_id:int? last_executed_step_date:date? stop_execution_date:date? job_history_id:int? next_scheduled_run_date:date?',
  sysjobschedules: 'schedule_id:int? job_id:guid? next_run_date:int next_run_time:int',
  sysjobservers:
    'job_id:guid server_id:int last_run_outcome:tinyint last_outcome_message:long? last_run_date:int last_run_time:int last_run_duration:int',
  sysschedules:
    'schedule_id:int schedule_uid:guid originating_server_id:int name:name owner_sid:sid enabled:int freq_type:int freq_interval:int freq_subday_type:int freq_subday_interval:int freq_relative_interval:int freq_recurrence_factor:int active_start_date:int active_end_date:int active_start_time:int active_end_time:int date_created:date date_modified:date version_number:int',
  syssessions: 'session_id:int agent_start_date:date',
  sysoperators:
    'id:int name:name enabled:tinyint email_address:n256? last_email_date:int last_email_time:int pager_address:n256? last_pager_date:int last_pager_time:int weekday_pager_start_time:int weekday_pager_end_time:int saturday_pager_start_time:int saturday_pager_end_time:int sunday_pager_start_time:int sunday_pager_end_time:int pager_days:tinyint netsend_address:n256? last_netsend_date:int last_netsend_time:int category_id:int',
  sysalerts:
    'id:int name:name event_source:n256 event_category_id:int? event_id:int? message_id:int severity:int enabled:tinyint delay_between_responses:int last_occurrence_date:int last_occurrence_time:int last_response_date:int last_response_time:int notification_message:n512? include_event_description:tinyint database_name:n512? event_description_keyword:n256? occurrence_count:int count_reset_date:int count_reset_time:int job_id:guid has_notification:int flags:int performance_condition:n512? category_id:int',
  sysnotifications: 'alert_id:int operator_id:int notification_method:tinyint',
  sysproxies: 'proxy_id:int name:name credential_id:int enabled:tinyint description:n512? user_sid:sid credential_date_created:date',
  sysmail_profile: 'profile_id:int name:name description:path? last_mod_datetime:date last_mod_user:name',
  sysmail_account:
    'account_id:int name:name description:path? email_address:name display_name:name? replyto_address:name? last_mod_datetime:date last_mod_user:name',
  suspect_pages: 'database_id:int file_id:int page_id:bigint event_type:int error_count:int last_update_date:date',
  syspolicy_system_health_state:
    'health_state_id:bigint policy_id:int last_run_date:date target_query_expression_with_id:long target_query_expression:text result:bit',
  sysmaintplan_plans: 'id:guid name:name description:n512? create_date:date owner:name? has_targets:int? from_msx:int?',
  sysmaintplan_subplans:
    'subplan_id:guid subplan_name:name subplan_description:n512? plan_id:guid job_id:guid msx_job_id:guid? schedule_id:int? msx_plan:bit',
  sysmaintplan_log:
    'task_detail_id:guid plan_id:guid? subplan_id:guid? start_time:date? end_time:date? succeeded:bit? logged_remotely:bit source_server_name:n128? plan_name:n128? subplan_name:n128?',
  sysssispackages:
    'name:name id:guid description:n1024? createdate:date folderid:guid ownersid:sid packagedata:image packageformat:int packagetype:int vermajor:int verminor:int verbuild:int vercomments:n1024? verid:guid? isencrypted:bit readrolesid:sid? writerolesid:sid?',
  sysssispackagefolders: 'folderid:guid parentfolderid:guid? foldername:name',
  sysmail_event_log:
    'log_id:int event_type:v11? log_date:date description:text? process_id:int? mailitem_id:int? account_id:int? last_mod_date:date last_mod_user:name',
  log_shipping_primary_databases:
    'primary_id:guid primary_database:name backup_directory:n500 backup_share:n500 backup_retention_period:int backup_job_id:guid monitor_server:name user_specified_monitor:bit? monitor_server_security_mode:bit last_backup_file:n500? last_backup_date:date? backup_compression:tinyint',
  log_shipping_secondary_databases:
    'secondary_database:name secondary_id:guid restore_delay:int restore_all:bit restore_mode:bit disconnect_users:bit block_size:int? buffer_count:int? max_transfer_size:int? last_restored_file:n500? last_restored_date:date?',
  log_shipping_monitor_primary:
    'primary_id:guid primary_server:name primary_database:name backup_threshold:int threshold_alert:int threshold_alert_enabled:bit last_backup_file:n512? last_backup_date:date? last_backup_date_utc:date? history_retention_period:int',
  log_shipping_monitor_secondary:
    'secondary_server:name secondary_database:name secondary_id:guid primary_server:name primary_database:name restore_threshold:int threshold_alert:int threshold_alert_enabled:bit last_copied_file:n512? last_copied_date:date? last_copied_date_utc:date? last_restored_file:n512? last_restored_date:date? last_restored_date_utc:date? last_restored_latency:int? history_retention_period:int',
};

/** Class 1 jobs, 2 alerts, 3 operators; type 1 local, 2 of other servers, 3 neither. */
const CATEGORIES: readonly (readonly [id: number, categoryClass: number, type: number, name: string])[] = [
  [0, 1, 1, '[Uncategorized (Local)]'],
  [1, 1, 1, 'Jobs from MSX'],
  [2, 1, 2, '[Uncategorized (Multi-Server)]'],
  [3, 1, 1, 'Database Maintenance'],
  [4, 1, 1, 'Web Assistant'],
  [5, 1, 1, 'Full-Text'],
  [6, 1, 1, 'Log Shipping'],
  [7, 1, 1, 'Database Engine Tuning Advisor'],
  [8, 1, 1, 'Data Collector'],
  [10, 1, 1, 'REPL-Distribution'],
  [11, 1, 1, 'REPL-Distribution Cleanup'],
  [12, 1, 1, 'REPL-History Cleanup'],
  [13, 1, 1, 'REPL-LogReader'],
  [14, 1, 1, 'REPL-Merge'],
  [15, 1, 1, 'REPL-Snapshot'],
  [16, 1, 1, 'REPL-Checkup'],
  [17, 1, 1, 'REPL-Subscription Cleanup'],
  [18, 1, 1, 'REPL-Alert Response'],
  [19, 1, 1, 'REPL-QueueReader'],
  [20, 2, 3, 'Replication'],
  [98, 2, 3, '[Uncategorized]'],
  [99, 3, 3, '[Uncategorized]'],
];

export const MSDB_VIEWS: readonly SystemView[] = [
  ...BACKUP_VIEWS,
  ...Object.entries(TABLES).map(([name, spec]) => specView('msdb', name, spec)),
  specView('msdb', 'syscategories', 'category_id:int category_class:int category_type:tinyint name:name', () =>
    CATEGORIES.map(([id, categoryClass, type, name]) => ({ category_id: id, category_class: categoryClass, category_type: type, name })),
  ),
];
