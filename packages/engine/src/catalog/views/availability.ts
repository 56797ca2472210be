/** Mirroring, availability groups, replication and change data capture, which one process on one machine does not have, and its backup devices. */

import type { SystemContext, SystemView } from './define.ts';
import { emptyViews, type SpecRow, specView } from './spec.ts';

/** Every database has a row, and none is mirrored. */
function* unmirrored({ databases }: SystemContext): Iterable<SpecRow> {
  for (const { databaseId } of databases()) yield { database_id: databaseId };
}

export const AVAILABILITY_VIEWS: readonly SystemView[] = [
  specView(
    'sys',
    'database_mirroring',
    'database_id:int mirroring_guid:guid? mirroring_state:tinyint? mirroring_state_desc:desc? mirroring_role:tinyint? mirroring_role_desc:desc? mirroring_role_sequence:int? mirroring_safety_level:tinyint? mirroring_safety_level_desc:desc? mirroring_safety_sequence:int? mirroring_partner_name:n128? mirroring_partner_instance:n128? mirroring_witness_name:n128? mirroring_witness_state:tinyint? mirroring_witness_state_desc:desc? mirroring_failover_lsn:lsn? mirroring_connection_timeout:int? mirroring_redo_queue:int? mirroring_redo_queue_type:desc? mirroring_end_of_log_lsn:lsn? mirroring_replication_lsn:lsn?',
    unmirrored,
  ),
  ...emptyViews({
    availability_groups:
      'group_id:guid name:name? resource_id:n40? resource_group_id:n40? failure_condition_level:int? health_check_timeout:int? automated_backup_preference:tinyint? automated_backup_preference_desc:desc? version:smallint? basic_features:bit? dtc_support:bit? db_failover:bit? is_distributed:bit? cluster_type:tinyint? cluster_type_desc:desc? required_synchronized_secondaries_to_commit:int? sequence_number:bigint? is_contained:bit?',
    availability_replicas:
      'replica_id:guid? group_id:guid? replica_metadata_id:int? replica_server_name:n256? owner_sid:sid? endpoint_url:n128? availability_mode:tinyint? availability_mode_desc:desc? failover_mode:tinyint? failover_mode_desc:desc? session_timeout:int? primary_role_allow_connections:tinyint? primary_role_allow_connections_desc:desc? secondary_role_allow_connections:tinyint? secondary_role_allow_connections_desc:desc? create_date:date? modify_date:date? backup_priority:int? read_only_routing_url:n256? seeding_mode:tinyint? seeding_mode_desc:desc? read_write_routing_url:n256?',
    dm_hadr_database_replica_states:
      'database_id:int group_id:guid replica_id:guid group_database_id:guid is_local:bit? is_primary_replica:bit? synchronization_state:tinyint? synchronization_state_desc:desc? is_commit_participant:bit? synchronization_health:tinyint? synchronization_health_desc:desc? database_state:tinyint? database_state_desc:desc? is_suspended:bit? suspend_reason:tinyint? suspend_reason_desc:desc? recovery_lsn:lsn? truncation_lsn:lsn? last_sent_lsn:lsn? last_sent_time:date? last_received_lsn:lsn? last_received_time:date? last_hardened_lsn:lsn? last_hardened_time:date? last_redone_lsn:lsn? last_redone_time:date? log_send_queue_size:bigint? log_send_rate:bigint? redo_queue_size:bigint? redo_rate:bigint? filestream_send_rate:bigint? end_of_log_lsn:lsn? last_commit_lsn:lsn? last_commit_time:date? low_water_mark_for_ghosts:bigint? secondary_lag_seconds:bigint? quorum_commit_lsn:lsn? quorum_commit_time:date?',

    backup_devices: 'name:name type:tinyint? type_desc:desc? physical_name:path?',
    database_mirroring_witnesses:
      'database_name:name principal_server_name:name? mirror_server_name:name? safety_level:tinyint safety_level_desc:desc? safety_sequence_number:int role_sequence_number:int mirroring_guid:guid family_guid:guid is_suspended:bit? is_suspended_sequence_number:int partner_sync_state:tinyint? partner_sync_state_desc:desc?',
    availability_group_listener_ip_addresses:
      'listener_id:n36 ip_address:n48? ip_subnet_mask:n15? is_dhcp:bit network_subnet_ip:n48? network_subnet_prefix_length:int? network_subnet_ipv4_mask:n48? state:tinyint? state_desc:desc?',
    availability_read_only_routing_lists: 'replica_id:guid routing_priority:int read_only_replica_id:guid',
    dm_db_mirroring_auto_page_repair:
      'database_id:int file_id:int page_id:bigint error_type:smallint page_status:tinyint modification_time:date',
    dm_db_mirroring_connections:
      'connection_id:guid? transport_stream_id:guid? state:smallint? state_desc:desc? connect_time:date? login_time:date? authentication_method:name? principal_name:name? remote_user_name:name? last_activity_time:date? is_accept:bit? login_state:smallint? login_state_desc:desc? peer_certificate_id:int? encryption_algorithm:smallint? encryption_algorithm_desc:desc? receives_posted:smallint? is_receive_flow_controlled:bit? sends_posted:smallint? is_send_flow_controlled:bit? total_bytes_sent:bigint? total_bytes_received:bigint? total_fragments_sent:bigint? total_fragments_received:bigint? total_sends:bigint? total_receives:bigint? peer_arbitration_id:guid? address:v257?',
    dm_hadr_auto_page_repair: 'database_id:int file_id:int page_id:bigint error_type:smallint page_status:tinyint modification_time:date',
    dm_hadr_availability_replica_cluster_nodes: 'group_name:n256? replica_server_name:n256? node_name:n256?',
    dm_hadr_availability_replica_cluster_states:
      'replica_id:guid replica_server_name:n256? group_id:guid join_state:tinyint? join_state_desc:desc?',
    dm_hadr_cluster_members:
      'member_name:n128 member_type:tinyint? member_type_desc:n50? member_state:tinyint? member_state_desc:desc? number_of_quorum_votes:int?',
    dm_hadr_cluster_networks:
      'member_name:n128 network_subnet_ip:n48 network_subnet_ipv4_mask:n45? network_subnet_prefix_length:int? is_public:bit is_ipv4:bit',
    dm_hadr_instance_node_map: 'ag_resource_id:n256 instance_name:n256 node_name:n256?',
    dm_hadr_name_id_map: 'ag_name:n256 ag_id:guid ag_resource_id:n256 ag_group_id:n256',
    dm_tcp_listener_states:
      'listener_id:int ip_address:n48 is_ipv4:bit port:int type:tinyint type_desc:n20 state:tinyint state_desc:n16 start_time:date',
    dm_cdc_errors:
      'session_id:int phase_number:int entry_time:date? error_number:int? error_severity:int? error_state:int? error_message:n1024? start_lsn:n23? begin_lsn:n23? sequence_value:n23?',
    dm_cdc_log_scan_sessions:
      'session_id:int start_time:date? end_time:date? duration:bigint? scan_phase:n200? error_count:int? start_lsn:n23? current_lsn:n23? end_lsn:n23? tran_count:bigint? last_commit_lsn:n23? last_commit_time:date? log_record_count:bigint? schema_change_count:int? command_count:bigint? first_begin_cdc_lsn:n23? last_commit_cdc_lsn:n23? last_commit_cdc_time:date? latency:int? empty_scan_count:int? failed_sessions_count:int?',
    dm_repl_articles:
      'artcache_db_address:address? artcache_table_address:address? artcache_schema_address:address? artcache_article_address:address? artid:bigint? artfilter:bigint? artobjid:bigint? artpubid:bigint? artstatus:tinyint? arttype:tinyint? wszArtdesttable:n514? wszArtdesttableowner:n514? wszArtinscmd:n510? cmdTypeIns:int? wszArtdelcmd:n510? cmdTypeDel:int? wszArtupdcmd:n510? cmdTypeUpd:int? wszArtpartialupdcmd:n510? cmdTypePartialUpd:int? numcol:int? artcmdtype:tinyint? artgeninscmd:n510? artgendelcmd:n510? artgenupdcmd:n510? artpartialupdcmd:n510? artupdtxtcmd:n510? artgenins2cmd:n510? artgendel2cmd:n510? fInReconcile:tinyint? fPubAllowUpdate:tinyint? intPublicationOptions:int?',
    dm_repl_tranhash:
      'buckets:bigint? hashed_trans:bigint? completed_trans:bigint? compensated_trans:bigint? first_begin_lsn:n64? last_commit_lsn:n64?',
    dm_tran_commit_table: 'commit_ts:bigint xdes_id:bigint commit_lbn:bigint commit_csn:bigint commit_time:date',
  }),
];
