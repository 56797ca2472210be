-- Columns of the views about endpoints, brokers, mirroring, availability groups, replication, extended events and traces, none of which exist here.
SELECT * FROM sys.availability_group_listener_ip_addresses
SELECT * FROM sys.availability_read_only_routing_lists
SELECT * FROM sys.backup_devices
SELECT * FROM sys.conversation_groups
SELECT * FROM sys.conversation_priorities
SELECT * FROM sys.database_event_session_actions
SELECT * FROM sys.database_event_session_events
SELECT * FROM sys.database_event_session_fields
SELECT * FROM sys.database_event_session_targets
SELECT * FROM sys.database_mirroring_witnesses
SELECT * FROM sys.dm_broker_activated_tasks
SELECT * FROM sys.dm_broker_connections
SELECT * FROM sys.dm_broker_forwarded_messages
SELECT TOP 0 * FROM sys.dm_broker_queue_monitors
SELECT * FROM sys.dm_cdc_errors
SELECT * FROM sys.dm_cdc_log_scan_sessions
SELECT * FROM sys.dm_db_mirroring_auto_page_repair
SELECT * FROM sys.dm_db_mirroring_connections
SELECT * FROM sys.dm_hadr_auto_page_repair
SELECT * FROM sys.dm_hadr_availability_replica_cluster_nodes
SELECT * FROM sys.dm_hadr_availability_replica_cluster_states
SELECT * FROM sys.dm_hadr_cluster_members
SELECT * FROM sys.dm_hadr_cluster_networks
SELECT * FROM sys.dm_hadr_instance_node_map
SELECT * FROM sys.dm_hadr_name_id_map
SELECT * FROM sys.dm_qn_subscriptions
SELECT * FROM sys.dm_repl_articles
SELECT * FROM sys.dm_repl_tranhash
SELECT * FROM sys.dm_tcp_listener_states
SELECT * FROM sys.dm_tran_commit_table
SELECT * FROM sys.dm_xe_database_session_targets
SELECT * FROM sys.dm_xe_database_sessions
SELECT * FROM sys.dm_xe_object_columns
SELECT * FROM sys.dm_xe_packages
SELECT * FROM sys.dm_xe_session_event_actions
SELECT * FROM sys.dm_xe_session_events
SELECT * FROM sys.dm_xe_session_object_columns
SELECT * FROM sys.endpoint_webmethods
SELECT * FROM sys.http_endpoints
SELECT * FROM sys.message_type_xml_schema_collection_usages
SELECT * FROM sys.remote_service_bindings
SELECT * FROM sys.server_event_notifications
SELECT * FROM sys.server_event_session_actions
SELECT * FROM sys.server_event_session_events
SELECT * FROM sys.server_event_session_fields
SELECT * FROM sys.server_event_session_targets
SELECT * FROM sys.service_broker_endpoints
SELECT * FROM sys.service_contract_message_usages
SELECT * FROM sys.service_contract_usages
SELECT * FROM sys.service_queue_usages
SELECT * FROM sys.soap_endpoints
SELECT * FROM sys.trace_categories
SELECT * FROM sys.trace_columns
SELECT * FROM sys.trace_event_bindings
SELECT * FROM sys.trace_events
SELECT * FROM sys.trace_subclass_values
SELECT * FROM sys.via_endpoints
GO
--> listener_id nvarchar(36)!, ip_address nvarchar(48), ip_subnet_mask nvarchar(15), is_dhcp bit!, network_subnet_ip nvarchar(48), network_subnet_prefix_length int, network_subnet_ipv4_mask nvarchar(48), state tinyint, state_desc nvarchar(60)
--> replica_id uniqueidentifier!, routing_priority int!, read_only_replica_id uniqueidentifier!
--> name nvarchar(128)!, type tinyint, type_desc nvarchar(60), physical_name nvarchar(260)
--> conversation_group_id uniqueidentifier!, service_id int!, is_system bit
--> priority_id int!, name nvarchar(128)!, service_contract_id int, local_service_id int, remote_service_name nvarchar(256), priority tinyint!
--> event_session_id int!, event_id int!, name nvarchar(128)!, package nvarchar(128)!, module nvarchar(128)
--> event_session_id int!, event_id int!, name nvarchar(128)!, package nvarchar(128)!, module nvarchar(128), predicate nvarchar(3000), predicate_xml nvarchar(3000)
--> event_session_id int!, object_id int!, name nvarchar(128)!, value sql_variant
--> event_session_id int!, target_id int!, name nvarchar(128)!, package nvarchar(128)!, module nvarchar(128)
--> database_name nvarchar(128)!, principal_server_name nvarchar(128), mirror_server_name nvarchar(128), safety_level tinyint!, safety_level_desc nvarchar(60), safety_sequence_number int!, role_sequence_number int!, mirroring_guid uniqueidentifier!, family_guid uniqueidentifier!, is_suspended bit, is_suspended_sequence_number int!, partner_sync_state tinyint, partner_sync_state_desc nvarchar(60)
--> spid int, database_id smallint, queue_id int, procedure_name nvarchar(650), execute_as int
--> connection_id uniqueidentifier, transport_stream_id uniqueidentifier, state smallint, state_desc nvarchar(60), connect_time datetime, login_time datetime, authentication_method nvarchar(128), principal_name nvarchar(128), remote_user_name nvarchar(128), last_activity_time datetime, is_accept bit, login_state smallint, login_state_desc nvarchar(60), peer_certificate_id int, encryption_algorithm smallint, encryption_algorithm_desc nvarchar(60), receives_posted smallint, is_receive_flow_controlled bit, sends_posted smallint, is_send_flow_controlled bit, total_bytes_sent bigint, total_bytes_received bigint, total_fragments_sent bigint, total_fragments_received bigint, total_sends bigint, total_receives bigint, peer_arbitration_id uniqueidentifier, address varchar(257)
--> conversation_id uniqueidentifier, is_initiator bit, to_service_name nvarchar(256), to_broker_instance nvarchar(256), from_service_name nvarchar(256), from_broker_instance nvarchar(256), adjacent_broker_address nvarchar(256), message_sequence_number bigint, message_fragment_number int, hops_remaining tinyint, time_to_live int, time_consumed int, message_id uniqueidentifier
--> database_id int, queue_id int, state nvarchar(32), last_empty_rowset_time datetime, last_activated_time datetime, tasks_waiting int
--> session_id int!, phase_number int!, entry_time datetime, error_number int, error_severity int, error_state int, error_message nvarchar(1024), start_lsn nvarchar(23), begin_lsn nvarchar(23), sequence_value nvarchar(23)
--> session_id int!, start_time datetime, end_time datetime, duration bigint, scan_phase nvarchar(200), error_count int, start_lsn nvarchar(23), current_lsn nvarchar(23), end_lsn nvarchar(23), tran_count bigint, last_commit_lsn nvarchar(23), last_commit_time datetime, log_record_count bigint, schema_change_count int, command_count bigint, first_begin_cdc_lsn nvarchar(23), last_commit_cdc_lsn nvarchar(23), last_commit_cdc_time datetime, latency int, empty_scan_count int, failed_sessions_count int
--> database_id int!, file_id int!, page_id bigint!, error_type smallint!, page_status tinyint!, modification_time datetime!
--> connection_id uniqueidentifier, transport_stream_id uniqueidentifier, state smallint, state_desc nvarchar(60), connect_time datetime, login_time datetime, authentication_method nvarchar(128), principal_name nvarchar(128), remote_user_name nvarchar(128), last_activity_time datetime, is_accept bit, login_state smallint, login_state_desc nvarchar(60), peer_certificate_id int, encryption_algorithm smallint, encryption_algorithm_desc nvarchar(60), receives_posted smallint, is_receive_flow_controlled bit, sends_posted smallint, is_send_flow_controlled bit, total_bytes_sent bigint, total_bytes_received bigint, total_fragments_sent bigint, total_fragments_received bigint, total_sends bigint, total_receives bigint, peer_arbitration_id uniqueidentifier, address varchar(257)
--> database_id int!, file_id int!, page_id bigint!, error_type smallint!, page_status tinyint!, modification_time datetime!
--> group_name nvarchar(256), replica_server_name nvarchar(256), node_name nvarchar(256)
--> replica_id uniqueidentifier!, replica_server_name nvarchar(256), group_id uniqueidentifier!, join_state tinyint, join_state_desc nvarchar(60)
--> member_name nvarchar(128)!, member_type tinyint, member_type_desc nvarchar(50), member_state tinyint, member_state_desc nvarchar(60), number_of_quorum_votes int
--> member_name nvarchar(128)!, network_subnet_ip nvarchar(48)!, network_subnet_ipv4_mask nvarchar(45), network_subnet_prefix_length int, is_public bit!, is_ipv4 bit!
--> ag_resource_id nvarchar(256)!, instance_name nvarchar(256)!, node_name nvarchar(256)
--> ag_name nvarchar(256)!, ag_id uniqueidentifier!, ag_resource_id nvarchar(256)!, ag_group_id nvarchar(256)!
--> id int, database_id int!, sid varbinary(85), object_id int, created datetime, timeout int, status int
--> artcache_db_address varbinary(8), artcache_table_address varbinary(8), artcache_schema_address varbinary(8), artcache_article_address varbinary(8), artid bigint, artfilter bigint, artobjid bigint, artpubid bigint, artstatus tinyint, arttype tinyint, wszArtdesttable nvarchar(514), wszArtdesttableowner nvarchar(514), wszArtinscmd nvarchar(510), cmdTypeIns int, wszArtdelcmd nvarchar(510), cmdTypeDel int, wszArtupdcmd nvarchar(510), cmdTypeUpd int, wszArtpartialupdcmd nvarchar(510), cmdTypePartialUpd int, numcol int, artcmdtype tinyint, artgeninscmd nvarchar(510), artgendelcmd nvarchar(510), artgenupdcmd nvarchar(510), artpartialupdcmd nvarchar(510), artupdtxtcmd nvarchar(510), artgenins2cmd nvarchar(510), artgendel2cmd nvarchar(510), fInReconcile tinyint, fPubAllowUpdate tinyint, intPublicationOptions int
--> buckets bigint, hashed_trans bigint, completed_trans bigint, compensated_trans bigint, first_begin_lsn nvarchar(64), last_commit_lsn nvarchar(64)
--> listener_id int!, ip_address nvarchar(48)!, is_ipv4 bit!, port int!, type tinyint!, type_desc nvarchar(20)!, state tinyint!, state_desc nvarchar(16)!, start_time datetime!
--> commit_ts bigint!, xdes_id bigint!, commit_lbn bigint!, commit_csn bigint!, commit_time datetime!
--> event_session_address varbinary(8)!, target_name nvarchar(60)!, target_package_guid uniqueidentifier!, execution_count bigint!, execution_duration_ms bigint!, target_data nvarchar(max), bytes_written bigint!, failed_buffer_count bigint!
--> address varbinary(8)!, name nvarchar(256)!, pending_buffers int!, total_regular_buffers int!, regular_buffer_size bigint!, total_large_buffers int!, large_buffer_size bigint!, total_buffer_size bigint!, buffer_policy_flags int!, buffer_policy_desc nvarchar(256)!, flags int!, flag_desc nvarchar(256)!, dropped_event_count int!, dropped_buffer_count int!, blocked_event_fire_time int!, create_time datetime!, largest_event_dropped_size int!, session_source nvarchar(256)!, buffer_processed_count bigint!, buffer_full_count bigint!, total_bytes_generated bigint!, total_target_memory bigint!
--> name nvarchar(60)!, column_id int!, object_name nvarchar(60)!, object_package_guid uniqueidentifier!, type_name nvarchar(60)!, type_package_guid uniqueidentifier!, column_type nvarchar(60)!, column_value nvarchar(256), capabilities int, capabilities_desc nvarchar(256), description nvarchar(256)
--> name nvarchar(60)!, guid uniqueidentifier!, description nvarchar(256), capabilities int, capabilities_desc nvarchar(256), module_guid uniqueidentifier!, module_address varbinary(8)!
--> event_session_address varbinary(8)!, action_name nvarchar(60)!, action_package_guid uniqueidentifier!, event_name nvarchar(60)!, event_package_guid uniqueidentifier!
--> event_session_address varbinary(8)!, event_name nvarchar(60)!, event_package_guid uniqueidentifier!, event_predicate nvarchar(2048), event_fire_count bigint!, event_fire_average_time bigint, event_fire_min_time bigint, event_fire_max_time bigint
--> event_session_address varbinary(8)!, column_name nvarchar(256)!, column_id int!, column_value nvarchar(2048), object_type nvarchar(60)!, object_name nvarchar(60)!, object_package_guid uniqueidentifier!
--> endpoint_id int!, namespace nvarchar(384), method_alias nvarchar(64)!, object_name nvarchar(776), result_schema tinyint, result_schema_desc nvarchar(60), result_format tinyint, result_format_desc nvarchar(60)
--> name nvarchar(128)!, endpoint_id int!, principal_id int, protocol tinyint!, protocol_desc nvarchar(60), type tinyint!, type_desc nvarchar(60), state tinyint, state_desc nvarchar(60), is_admin_endpoint bit!, site nvarchar(128), url_path nvarchar(4000), is_clear_port_enabled bit!, clear_port int!, is_ssl_port_enabled bit!, ssl_port int!, is_anonymous_enabled bit!, is_basic_auth_enabled bit!, is_digest_auth_enabled bit!, is_kerberos_auth_enabled bit!, is_ntlm_auth_enabled bit!, is_integrated_auth_enabled bit!, authorization_realm nvarchar(128), default_logon_domain nvarchar(128), is_compression_enabled bit!
--> message_type_id int!, xml_collection_id int!
--> name nvarchar(128)!, remote_service_binding_id int!, principal_id int, remote_service_name nvarchar(256), service_contract_id int!, remote_principal_id int, is_anonymous_on bit!
--> name nvarchar(128)!, object_id int!, parent_class tinyint!, parent_class_desc nvarchar(60), parent_id int!, create_date datetime!, modify_date datetime!, service_name nvarchar(256), broker_instance nvarchar(128), creator_sid varbinary(85), principal_id int
--> event_session_id int!, event_id int!, name nvarchar(128)!, package nvarchar(128)!, module nvarchar(128)
--> event_session_id int!, event_id int!, name nvarchar(128)!, package nvarchar(128)!, module nvarchar(128), predicate nvarchar(3000), predicate_xml nvarchar(3000)
--> event_session_id int!, object_id int!, name nvarchar(128)!, value sql_variant
--> event_session_id int!, target_id int!, name nvarchar(128)!, package nvarchar(128)!, module nvarchar(128)
--> name nvarchar(128)!, endpoint_id int!, principal_id int, protocol tinyint!, protocol_desc nvarchar(60), type tinyint!, type_desc nvarchar(60), state tinyint, state_desc nvarchar(60), is_admin_endpoint bit!, is_message_forwarding_enabled bit!, message_forwarding_size int!, connection_auth tinyint!, connection_auth_desc nvarchar(60), certificate_id int!, encryption_algorithm tinyint!, encryption_algorithm_desc nvarchar(60)
--> service_contract_id int!, message_type_id int!, is_sent_by_initiator bit!, is_sent_by_target bit!
--> 6 | 14 | 1 | 1
--> service_id int!, service_contract_id int!
--> service_id int!, service_queue_id int!
--> name nvarchar(128)!, endpoint_id int!, principal_id int, protocol tinyint!, protocol_desc nvarchar(60), type tinyint!, type_desc nvarchar(60), state tinyint, state_desc nvarchar(60), is_admin_endpoint bit!, is_sql_language_enabled bit!, wsdl_generator_procedure nvarchar(776), default_database nvarchar(128), default_namespace nvarchar(384), default_result_schema tinyint!, default_result_schema_desc nvarchar(60), is_xml_charset_enforced bit!, is_session_enabled bit!, session_timeout int!, login_type nvarchar(60)!, header_limit int!
--> category_id smallint!, name nvarchar(128)!, type tinyint!
--> trace_column_id smallint!, name nvarchar(128)!, type_name nvarchar(128), max_size int, is_filterable bit!, is_repeatable bit!, is_repeated_base bit!
--> trace_event_id smallint!, trace_column_id smallint!
--> trace_event_id smallint!, category_id smallint!, name nvarchar(128)
--> trace_event_id smallint!, trace_column_id smallint!, subclass_name nvarchar(128), subclass_value smallint
--> name nvarchar(128)!, endpoint_id int!, principal_id int, protocol tinyint!, protocol_desc nvarchar(60), type tinyint!, type_desc nvarchar(60), state tinyint, state_desc nvarchar(60), is_admin_endpoint bit!, discriminator nvarchar(128)!
