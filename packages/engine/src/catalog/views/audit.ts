/** Audits, credentials, cryptographic providers, encrypted databases and ledgers: none of them exists here, apart from the classes of securables. */

import type { SystemView } from './define.ts';
import { emptyViews, specView } from './spec.ts';

const DETAILS =
  'audit_action_id:char4 audit_action_name:n128? class:tinyint class_desc:desc? major_id:int minor_id:int audited_principal_id:int audited_result:n60? is_group:bit?';
const CREDENTIALS =
  'name:name principal_id:int? credential_id:int credential_identity:long? create_date:date modify_date:date target_type:n100? target_id:int?';

/** The class numbers of permissions and extended properties. */
const CLASSES: readonly (readonly [string, number])[] = [
  ['DATABASE', 0],
  ['OBJECT_OR_COLUMN', 1],
  ['SCHEMA', 3],
  ['DATABASE_PRINCIPAL', 4],
  ['ASSEMBLY', 5],
  ['TYPE', 6],
  ['XML_SCHEMA_COLLECTION', 10],
  ['MESSAGE_TYPE', 15],
  ['SERVICE_CONTRACT', 16],
  ['SERVICE', 17],
  ['REMOTE_SERVICE_BINDING', 18],
  ['ROUTE', 19],
  ['FULLTEXT_CATALOG', 23],
  ['SYMMETRIC_KEYS', 24],
  ['CERTIFICATE', 25],
  ['ASYMMETRIC_KEY', 26],
  ['FULLTEXT_STOPLIST', 29],
  ['SEARCH_PROPERTY_LIST', 31],
  ['DATABASE_SCOPED_CREDENTIAL', 32],
  ['EXTERNAL_LANGUAGE', 33],
  ['SERVER', 100],
  ['SERVER_PRINCIPAL', 101],
  ['ENDPOINT', 105],
  ['AVAILABILITY_GROUP', 108],
];

export const AUDIT_VIEWS: readonly SystemView[] = [
  specView('sys', 'securable_classes', 'class_desc:desc? class:int', () =>
    CLASSES.map(([text, number]) => ({ class_desc: text, class: number })),
  ),
  ...emptyViews({
    database_audit_specification_details: `database_specification_id:int ${DETAILS}`,
    server_audit_specification_details: `server_specification_id:int ${DETAILS}`,
    master_key_passwords: 'credential_id:int family_guid:guid?',
    database_credentials: CREDENTIALS,
    database_scoped_credentials: CREDENTIALS,
    cryptographic_providers: 'provider_id:int name:name guid:guid? version:n24? dll_path:n520? is_enabled:bit?',
    server_principal_credentials: 'principal_id:int credential_id:int',
    system_components_surface_area_configuration:
      'component_name:name? database_name:name? schema_name:name? object_name:name? state:tinyint? type:char2? type_desc:desc?',
    trusted_assemblies: 'hash:b8000 description:long? create_date:date2 created_by:name',
    database_ledger_transactions:
      'transaction_id:bigint block_id:bigint transaction_ordinal:int commit_time:date2 principal_name:name table_hashes:bytes?',
    database_ledger_blocks: 'block_id:bigint transactions_root_hash:fixed32? block_size:int? previous_block_hash:fixed32?',
    database_ledger_digest_locations: 'storage_type:int? storage_type_desc:desc? path:long last_digest_block_id:bigint? is_current:bit',
    ledger_table_history:
      'object_id:int schema_name:name table_name:name ledger_view_schema_name:name? ledger_view_name:name? operation_type:tinyint operation_type_desc:desc transaction_id:bigint sequence_number:bigint',
    ledger_column_history:
      'object_id:int column_id:int column_name:name operation_type:tinyint operation_type_desc:desc transaction_id:bigint sequence_number:bigint',
    dm_audit_actions:
      'action_id:v4? name:n128 class_desc:n35 covering_action_name:n128? parent_class_desc:n35? covering_parent_action_name:n128? configuration_level:n10? containing_group_name:n128? action_in_log:bit',
    dm_audit_class_type_map: 'class_type:v2 class_type_desc:n35 securable_class_desc:n35',
    dm_server_audit_status:
      'audit_id:int name:name status:smallint status_desc:n256 status_time:date2 event_session_address:address? audit_file_path:n256? audit_file_size:bigint?',
    dm_cryptographic_provider_properties:
      'provider_id:int guid:guid? provider_version:n24? sqlcrypt_version:n24? friendly_name:n2048? authentication_type:n24? symmetric_key_support:tinyint? symmetric_key_persistance:tinyint? symmetric_key_export:tinyint? symmetric_key_import:tinyint? asymmetric_key_support:tinyint? asymmetric_key_persistance:tinyint? asymmetric_key_export:tinyint? asymmetric_key_import:tinyint?',
    dm_database_encryption_keys:
      'database_id:int encryption_state:int create_date:date regenerate_date:date? modify_date:date set_date:date? opened_date:date key_algorithm:n32? key_length:int? encryptor_thumbprint:b20? encryptor_type:n32? percent_complete:real? encryption_state_desc:n32? encryption_scan_state:int? encryption_scan_state_desc:n32? encryption_scan_modify_date:date?',
  }),
];
