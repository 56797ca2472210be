/**
 * Endpoints of all protocols, which no database here has, since the server's own port is a setting of the process and no object of the catalog. Messages
 * of Service Broker do not leave the server, so its connections are none either.
 */

import type { SystemView } from './define.ts';
import { emptyViews } from './spec.ts';

const ENDPOINT =
  'name:name endpoint_id:int principal_id:int? protocol:tinyint protocol_desc:desc? type:tinyint type_desc:desc? state:tinyint? state_desc:desc? is_admin_endpoint:bit';

export const ENDPOINT_VIEWS: readonly SystemView[] = emptyViews({
  service_broker_endpoints: `${ENDPOINT} is_message_forwarding_enabled:bit message_forwarding_size:int connection_auth:tinyint connection_auth_desc:desc? certificate_id:int encryption_algorithm:tinyint encryption_algorithm_desc:desc?`,
  http_endpoints: `${ENDPOINT} site:name? url_path:long? is_clear_port_enabled:bit clear_port:int is_ssl_port_enabled:bit ssl_port:int is_anonymous_enabled:bit is_basic_auth_enabled:bit is_digest_auth_enabled:bit is_kerberos_auth_enabled:bit is_ntlm_auth_enabled:bit is_integrated_auth_enabled:bit authorization_realm:name? default_logon_domain:name? is_compression_enabled:bit`,
  soap_endpoints: `${ENDPOINT} is_sql_language_enabled:bit wsdl_generator_procedure:n776? default_database:name? default_namespace:n384? default_result_schema:tinyint default_result_schema_desc:desc? is_xml_charset_enforced:bit is_session_enabled:bit session_timeout:int login_type:desc header_limit:int`,
  via_endpoints: `${ENDPOINT} discriminator:name`,
  endpoint_webmethods:
    'endpoint_id:int namespace:n384? method_alias:n64 object_name:n776? result_schema:tinyint? result_schema_desc:desc? result_format:tinyint? result_format_desc:desc?',
  dm_broker_connections:
    'connection_id:guid? transport_stream_id:guid? state:smallint? state_desc:desc? connect_time:date? login_time:date? authentication_method:name? principal_name:name? remote_user_name:name? last_activity_time:date? is_accept:bit? login_state:smallint? login_state_desc:desc? peer_certificate_id:int? encryption_algorithm:smallint? encryption_algorithm_desc:desc? receives_posted:smallint? is_receive_flow_controlled:bit? sends_posted:smallint? is_send_flow_controlled:bit? total_bytes_sent:bigint? total_bytes_received:bigint? total_fragments_sent:bigint? total_fragments_received:bigint? total_sends:bigint? total_receives:bigint? peer_arbitration_id:guid? address:v257?',
  dm_broker_forwarded_messages:
    'conversation_id:guid? is_initiator:bit? to_service_name:n256? to_broker_instance:n256? from_service_name:n256? from_broker_instance:n256? adjacent_broker_address:n256? message_sequence_number:bigint? message_fragment_number:int? hops_remaining:tinyint? time_to_live:int? time_consumed:int? message_id:guid?',
  dm_qn_subscriptions: 'id:int? database_id:int sid:sid? object_id:int? created:date? timeout:int? status:int?',
});
