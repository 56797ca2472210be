-- Functions about what surrounds an instance: columns, and nothing in them.
SELECT * FROM sys.fn_servershareddrives()
SELECT * FROM fn_virtualservernodes()
SELECT * FROM sys.fn_check_object_signatures('certificate', 0x01)
SELECT * FROM sys.dm_exec_query_plan_stats(0x01)
SELECT * FROM sys.dm_db_page_info(DB_ID(), 1, 1, 'LIMITED')
SELECT * FROM sys.dm_cryptographic_provider_algorithms(1)
SELECT * FROM sys.dm_cryptographic_provider_keys(1)
SELECT * FROM sys.dm_cryptographic_provider_sessions(1)
SELECT GET_FILESTREAM_TRANSACTION_CONTEXT() AS context
SELECT sys.fn_hadr_is_primary_replica('golden') AS is_primary, sys.fn_hadr_backup_is_preferred_replica('golden') AS is_preferred
GO
--> DriveName nchar(1)
--> NodeName nvarchar(128)
--> type nvarchar(60), entity_id int, is_signed bit, is_signature_valid bit
--> dbid smallint, objectid int, number smallint, encrypted bit, query_plan xml
--> database_id int, file_id int, page_id int, page_header_version int, page_type int, page_type_desc nvarchar(64), page_type_flag_bits nvarchar(64), page_type_flag_bits_desc nvarchar(64), page_flag_bits nvarchar(64), page_flag_bits_desc nvarchar(256), page_lsn nvarchar(64), page_level int, object_id int, index_id int, partition_id bigint, alloc_unit_id bigint, is_encrypted bit, has_checksum bit, checksum int, is_iam_page bit, is_mixed_extent bit, has_ghost_records bit, has_version_records bit, has_persisted_version_records bit, pfs_page_id int, pfs_is_allocated bit, pfs_alloc_percent int, pfs_status nvarchar(64), pfs_status_desc nvarchar(64), gam_page_id int, gam_status bit, gam_status_desc nvarchar(64), sgam_page_id int, sgam_status bit, sgam_status_desc nvarchar(64), diff_map_page_id int, diff_status bit, diff_status_desc nvarchar(64), ml_map_page_id int, ml_status bit, ml_status_desc nvarchar(64), prev_page_file_id smallint, prev_page_page_id int, next_page_file_id smallint, next_page_page_id int, fixed_length smallint, slot_count smallint, ghost_rec_count smallint, free_bytes smallint, free_data_offset int, reserved_bytes smallint, reserved_bytes_by_xdes_id smallint, xdes_id nvarchar(64)
--> algorithm_id int, algorithm_tag nvarchar(60), key_type nvarchar(128), key_length int
--> key_id int, key_name nvarchar(512), key_thumbprint varbinary(32), algorithm_id int, algorithm_tag nvarchar(60), key_type nvarchar(256), key_length int
--> provider_id int, session_handle varbinary(8), identity nvarchar(128), spid smallint
--> context varbinary(max)
--> NULL
--> is_primary bit, is_preferred bit
--> NULL | 1
