/**
 * System functions about what surrounds an instance of SQL Server: clusters, cryptographic providers, the files of its host, pages. Nothing of it is
 * here, so they have their columns and no rows.
 */

import { BIT, INT, nvarchar, varbinary } from '@sprocket/tsql';
import { type FunctionRow, nothing } from './recording-functions.ts';

const PAGE_INFO =
  'database_id int, file_id int, page_id int, page_header_version int, page_type int, page_type_desc nvarchar(64), page_type_flag_bits nvarchar(64), page_type_flag_bits_desc nvarchar(64), page_flag_bits nvarchar(64), page_flag_bits_desc nvarchar(256), page_lsn nvarchar(64), page_level int, object_id int, index_id int, partition_id bigint, alloc_unit_id bigint, is_encrypted bit, has_checksum bit, checksum int, is_iam_page bit, is_mixed_extent bit, has_ghost_records bit, has_version_records bit, has_persisted_version_records bit, pfs_page_id int, pfs_is_allocated bit, pfs_alloc_percent int, pfs_status nvarchar(64), pfs_status_desc nvarchar(64), gam_page_id int, gam_status bit, gam_status_desc nvarchar(64), sgam_page_id int, sgam_status bit, sgam_status_desc nvarchar(64), diff_map_page_id int, diff_status bit, diff_status_desc nvarchar(64), ml_map_page_id int, ml_status bit, ml_status_desc nvarchar(64), prev_page_file_id smallint, prev_page_page_id int, next_page_file_id smallint, next_page_page_id int, fixed_length smallint, slot_count smallint, ghost_rec_count smallint, free_bytes smallint, free_data_offset int, reserved_bytes smallint, reserved_bytes_by_xdes_id smallint, xdes_id nvarchar(64)';

export const OUTSIDE_FUNCTIONS: readonly FunctionRow[] = [
  { name: 'fn_servershareddrives', parameters: [], query: nothing('DriveName nchar(1)') },
  { name: 'fn_virtualservernodes', parameters: [], query: nothing('NodeName nvarchar(128)') },
  {
    name: 'fn_check_object_signatures',
    parameters: [
      ['@class', nvarchar(60)],
      ['@thumbprint', varbinary(20)],
    ],
    query: nothing('type nvarchar(60), entity_id int, is_signed bit, is_signature_valid bit'),
  },
  {
    name: 'dm_exec_query_plan_stats',
    parameters: [['@handle', varbinary(64)]],
    query: nothing('dbid smallint, objectid int, number smallint, encrypted bit, query_plan xml'),
  },
  {
    name: 'dm_db_page_info',
    parameters: [
      ['@database_id', INT],
      ['@file_id', INT],
      ['@page_id', INT],
      ['@mode', nvarchar(64)],
    ],
    query: nothing(PAGE_INFO),
  },
  {
    name: 'dm_cryptographic_provider_algorithms',
    parameters: [['@provider_id', INT]],
    query: nothing('algorithm_id int, algorithm_tag nvarchar(60), key_type nvarchar(128), key_length int'),
  },
  {
    name: 'dm_cryptographic_provider_keys',
    parameters: [['@provider_id', INT]],
    query: nothing(
      'key_id int, key_name nvarchar(512), key_thumbprint varbinary(32), algorithm_id int, algorithm_tag nvarchar(60), key_type nvarchar(256), key_length int',
    ),
  },
  {
    name: 'dm_cryptographic_provider_sessions',
    parameters: [['@all', BIT]],
    query: nothing('provider_id int, session_handle varbinary(8), [identity] nvarchar(128), spid smallint'),
  },
];
