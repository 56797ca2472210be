-- Columns of the views about audits, credentials, providers and ledgers, and the classes of securables.
SELECT * FROM sys.cryptographic_providers
SELECT * FROM sys.database_audit_specification_details
SELECT * FROM sys.database_credentials
SELECT * FROM sys.database_ledger_blocks
SELECT * FROM sys.database_ledger_digest_locations
SELECT * FROM sys.database_ledger_transactions
SELECT * FROM sys.database_scoped_credentials
SELECT * FROM sys.dm_audit_actions
SELECT * FROM sys.dm_audit_class_type_map
SELECT * FROM sys.dm_cryptographic_provider_properties
SELECT * FROM sys.dm_database_encryption_keys
SELECT * FROM sys.dm_server_audit_status
SELECT * FROM sys.ledger_column_history
SELECT * FROM sys.ledger_table_history
SELECT * FROM sys.master_key_passwords
SELECT * FROM sys.securable_classes
SELECT * FROM sys.server_audit_specification_details
SELECT * FROM sys.server_principal_credentials
SELECT * FROM sys.system_components_surface_area_configuration
SELECT * FROM sys.trusted_assemblies
GO
--> provider_id int!, name nvarchar(128)!, guid uniqueidentifier, version nvarchar(24), dll_path nvarchar(520), is_enabled bit
--> database_specification_id int!, audit_action_id char(4)!, audit_action_name nvarchar(128), class tinyint!, class_desc nvarchar(60), major_id int!, minor_id int!, audited_principal_id int!, audited_result nvarchar(60), is_group bit
--> name nvarchar(128)!, principal_id int, credential_id int!, credential_identity nvarchar(4000), create_date datetime!, modify_date datetime!, target_type nvarchar(100), target_id int
--> block_id bigint!, transactions_root_hash binary(32), block_size int, previous_block_hash binary(32)
--> storage_type int, storage_type_desc nvarchar(60), path nvarchar(4000)!, last_digest_block_id bigint, is_current bit!
--> transaction_id bigint!, block_id bigint!, transaction_ordinal int!, commit_time datetime2(7)!, principal_name nvarchar(128)!, table_hashes varbinary(max)
--> name nvarchar(128)!, principal_id int, credential_id int!, credential_identity nvarchar(4000), create_date datetime!, modify_date datetime!, target_type nvarchar(100), target_id int
--> action_id varchar(4), name nvarchar(128)!, class_desc nvarchar(35)!, covering_action_name nvarchar(128), parent_class_desc nvarchar(35), covering_parent_action_name nvarchar(128), configuration_level nvarchar(10), containing_group_name nvarchar(128), action_in_log bit!
--> class_type varchar(2)!, class_type_desc nvarchar(35)!, securable_class_desc nvarchar(35)!
--> provider_id int!, guid uniqueidentifier, provider_version nvarchar(24), sqlcrypt_version nvarchar(24), friendly_name nvarchar(2048), authentication_type nvarchar(24), symmetric_key_support tinyint, symmetric_key_persistance tinyint, symmetric_key_export tinyint, symmetric_key_import tinyint, asymmetric_key_support tinyint, asymmetric_key_persistance tinyint, asymmetric_key_export tinyint, asymmetric_key_import tinyint
--> database_id int!, encryption_state int!, create_date datetime!, regenerate_date datetime, modify_date datetime!, set_date datetime, opened_date datetime!, key_algorithm nvarchar(32), key_length int, encryptor_thumbprint varbinary(20), encryptor_type nvarchar(32), percent_complete real, encryption_state_desc nvarchar(32), encryption_scan_state int, encryption_scan_state_desc nvarchar(32), encryption_scan_modify_date datetime
--> audit_id int!, name nvarchar(128)!, status smallint!, status_desc nvarchar(256)!, status_time datetime2(7)!, event_session_address varbinary(8), audit_file_path nvarchar(256), audit_file_size bigint
--> object_id int!, column_id int!, column_name nvarchar(128)!, operation_type tinyint!, operation_type_desc nvarchar(60)!, transaction_id bigint!, sequence_number bigint!
--> object_id int!, schema_name nvarchar(128)!, table_name nvarchar(128)!, ledger_view_schema_name nvarchar(128), ledger_view_name nvarchar(128), operation_type tinyint!, operation_type_desc nvarchar(60)!, transaction_id bigint!, sequence_number bigint!
--> credential_id int!, family_guid uniqueidentifier
--> class_desc nvarchar(60), class int!
--> 'DATABASE' | 0
--> 'OBJECT_OR_COLUMN' | 1
--> 'SCHEMA' | 3
--> 'DATABASE_PRINCIPAL' | 4
--> 'ASSEMBLY' | 5
--> 'TYPE' | 6
--> 'XML_SCHEMA_COLLECTION' | 10
--> 'MESSAGE_TYPE' | 15
--> 'SERVICE_CONTRACT' | 16
--> 'SERVICE' | 17
--> 'REMOTE_SERVICE_BINDING' | 18
--> 'ROUTE' | 19
--> 'FULLTEXT_CATALOG' | 23
--> 'SYMMETRIC_KEYS' | 24
--> 'CERTIFICATE' | 25
--> 'ASYMMETRIC_KEY' | 26
--> 'FULLTEXT_STOPLIST' | 29
--> 'SEARCH_PROPERTY_LIST' | 31
--> 'DATABASE_SCOPED_CREDENTIAL' | 32
--> 'EXTERNAL_LANGUAGE' | 33
--> 'SERVER' | 100
--> 'SERVER_PRINCIPAL' | 101
--> 'ENDPOINT' | 105
--> 'AVAILABILITY_GROUP' | 108
--> server_specification_id int!, audit_action_id char(4)!, audit_action_name nvarchar(128), class tinyint!, class_desc nvarchar(60), major_id int!, minor_id int!, audited_principal_id int!, audited_result nvarchar(60), is_group bit
--> principal_id int!, credential_id int!
--> component_name nvarchar(128), database_name nvarchar(128), schema_name nvarchar(128), object_name nvarchar(128), state tinyint, type char(2), type_desc nvarchar(60)
--> hash varbinary(8000)!, description nvarchar(4000), create_date datetime2(7)!, created_by nvarchar(128)!
