/** The history of backups and restores as msdb has it: sets, the files they lie in, and what was restored from them. */

import { type BackupRecord, type BackupSet, historyOf, type RestoreRecord } from '../backups.ts';
import type { SystemContext, SystemView } from './define.ts';
import { datetimeOf } from './shared.ts';
import { type SpecRow, specView } from './spec.ts';

const SET =
  'backup_set_id:int backup_set_uuid:guid media_set_id:int first_family_number:tinyint? first_media_number:smallint? last_family_number:tinyint? last_media_number:smallint? catalog_family_number:tinyint? catalog_media_number:smallint? position:int? expiration_date:date? software_vendor_id:int? name:n256? description:n256? user_name:n256? software_major_version:tinyint? software_minor_version:tinyint? software_build_version:smallint? time_zone:smallint? mtf_minor_version:tinyint? first_lsn:lsn? last_lsn:lsn? checkpoint_lsn:lsn? database_backup_lsn:lsn? database_creation_date:date? backup_start_date:date? backup_finish_date:date? type:char1? sort_order:smallint? code_page:smallint? compatibility_level:tinyint? database_version:int? backup_size:lsn? database_name:n256? server_name:n256? machine_name:n256? flags:int? unicode_locale:int? unicode_compare_style:int? collation_name:n256? is_password_protected:bit? recovery_model:desc? has_bulk_logged_data:bit? is_snapshot:bit? is_readonly:bit? is_single_user:bit? has_backup_checksums:bit? is_damaged:bit? begins_log_chain:bit? has_incomplete_metadata:bit? is_force_offline:bit? is_copy_only:bit? first_recovery_fork_guid:guid? last_recovery_fork_guid:guid? fork_point_lsn:lsn? database_guid:guid? family_guid:guid? differential_base_lsn:lsn? differential_base_guid:guid? compressed_backup_size:lsn? key_algorithm:n32? encryptor_thumbprint:b20? encryptor_type:n32?';

const MEDIA_SET =
  'media_set_id:int media_uuid:guid? media_family_count:tinyint? name:n256? description:n256? software_name:n256? software_vendor_id:int? MTF_major_version:tinyint? mirror_count:tinyint? is_password_protected:bit? is_compressed:bit? is_encrypted:bit?';

const MEDIA_FAMILY =
  'media_set_id:int family_sequence_number:tinyint media_family_id:guid? media_count:int? logical_device_name:n256? physical_device_name:path? device_type:tinyint? physical_block_size:int? mirror:tinyint';

const FILE =
  'backup_set_id:int first_family_number:tinyint? first_media_number:smallint? filegroup_name:n256? page_size:int? file_number:lsn backed_up_page_count:lsn? file_type:char1? source_file_block_size:lsn? file_size:lsn? logical_name:n256? physical_drive:path? physical_name:path? state:tinyint? state_desc:desc? create_lsn:lsn? drop_lsn:lsn? file_guid:guid? read_only_lsn:lsn? read_write_lsn:lsn? differential_base_lsn:lsn? differential_base_guid:guid? backup_size:lsn? filegroup_guid:guid? is_readonly:bit? is_present:bit?';

const RESTORE =
  'restore_history_id:int restore_date:date? destination_database_name:n256? user_name:n256? backup_set_id:int restore_type:char1? replace:bit? recovery:bit? restart:bit? stop_at:date? device_count:tinyint? stop_at_mark_name:n256? stop_before:bit?';

export const BACKUP_VIEWS: readonly SystemView[] = [
  specView('msdb', 'backupset', SET, (context) => backupsOf(context).map(setRow)),
  specView('msdb', 'backupmediaset', MEDIA_SET, (context) => mediaOf(context).map(mediaRow)),
  specView('msdb', 'backupmediafamily', MEDIA_FAMILY, (context) => mediaOf(context).flatMap(familyRows)),
  specView('msdb', 'backupfile', FILE, (context) => backupsOf(context).flatMap(fileRows)),
  specView('msdb', 'restorehistory', RESTORE, ({ server }) => [...historyOf(server).restores.values()].map(restoreRow)),
];

const backupsOf = ({ server }: SystemContext): readonly BackupRecord[] => [...historyOf(server).backups.values()];

/** The first backup of each media set. */
const mediaOf = (context: SystemContext): readonly BackupRecord[] => [
  ...new Map([...backupsOf(context)].reverse().map((record) => [record.mediaId, record])).values(),
];

/** Of SQL Server 2022. */
export const DATABASE_VERSION = 957;
export const SOFTWARE = { name: 'Sprocket', major: 16, minor: 0, build: 1000, vendor: 4608 };
export const DISK = 2;

/** 16 has checksums, 512 nothing before it is needed, 1024 is copy-only. */
export const flagsOf = ({ checksums, copyOnly }: BackupSet): number => 512 + (checksums ? 16 : 0) + (copyOnly ? 1024 : 0);

function setRow({ id, mediaId, position, set }: BackupRecord): SpecRow {
  const { options } = set;
  return {
    backup_set_id: id,
    backup_set_uuid: set.guid,
    media_set_id: mediaId,
    first_family_number: 1,
    first_media_number: 1,
    last_family_number: 1,
    last_media_number: 1,
    catalog_family_number: 1,
    catalog_media_number: 1,
    position,
    expiration_date: set.expires === null ? null : datetimeOf(set.expires),
    software_vendor_id: SOFTWARE.vendor,
    name: set.name,
    description: set.description,
    user_name: set.user,
    software_major_version: SOFTWARE.major,
    software_minor_version: SOFTWARE.minor,
    software_build_version: SOFTWARE.build,
    time_zone: Math.trunc(set.offset / 15),
    mtf_minor_version: 0,
    first_lsn: set.sequence,
    last_lsn: set.sequence,
    checkpoint_lsn: set.sequence,
    database_backup_lsn: 0n,
    database_creation_date: datetimeOf(set.created),
    backup_start_date: datetimeOf(set.started),
    backup_finish_date: datetimeOf(set.finished),
    type: 'D',
    sort_order: 52,
    code_page: 0,
    compatibility_level: options.compatibilityLevel,
    database_version: DATABASE_VERSION,
    backup_size: BigInt(set.bytes),
    database_name: set.database,
    server_name: set.server,
    machine_name: set.server,
    flags: flagsOf(set),
    unicode_locale: 1033,
    unicode_compare_style: 196_609,
    collation_name: set.collation,
    is_password_protected: 0,
    recovery_model: options.recovery,
    has_bulk_logged_data: 0,
    is_snapshot: 0,
    is_readonly: Number(options.readOnly),
    is_single_user: Number(options.singleUser),
    has_backup_checksums: Number(set.checksums),
    is_damaged: 0,
    begins_log_chain: 0,
    has_incomplete_metadata: 0,
    is_force_offline: 0,
    is_copy_only: Number(set.copyOnly),
    first_recovery_fork_guid: set.family,
    last_recovery_fork_guid: set.family,
    database_guid: set.family,
    family_guid: set.family,
    compressed_backup_size: BigInt(set.stored),
  };
}

function mediaRow({ mediaId, media, devices }: BackupRecord): SpecRow {
  return {
    media_set_id: mediaId,
    media_uuid: media.guid,
    media_family_count: 1,
    name: media.name,
    description: media.description,
    software_name: SOFTWARE.name,
    software_vendor_id: SOFTWARE.vendor,
    MTF_major_version: 1,
    mirror_count: devices.length,
    is_password_protected: 0,
    is_compressed: Number(media.compressed),
    is_encrypted: 0,
  };
}

/** A row for the file and one for each mirror. */
const familyRows = ({ mediaId, media, devices }: BackupRecord): readonly SpecRow[] =>
  devices.map((device, mirror) => ({
    media_set_id: mediaId,
    family_sequence_number: 1,
    media_family_id: media.guid,
    media_count: 1,
    physical_device_name: device,
    device_type: DISK,
    physical_block_size: 512,
    mirror,
  }));

function fileRows({ id, set }: BackupRecord): readonly SpecRow[] {
  const shared = { backup_set_id: id, first_family_number: 1, first_media_number: 1, page_size: 8192, source_file_block_size: 4096n };
  const online = { state: 0, state_desc: 'ONLINE', create_lsn: 0n, is_readonly: 0, is_present: 1, physical_drive: '/' };
  return [
    {
      ...shared,
      ...online,
      filegroup_name: 'PRIMARY',
      file_number: 1n,
      backed_up_page_count: BigInt(Math.ceil(set.bytes / 8192)),
      file_type: 'D',
      file_size: BigInt(set.bytes),
      logical_name: set.database,
      physical_name: set.file,
      backup_size: BigInt(set.bytes),
    },
    {
      ...shared,
      ...online,
      file_number: 2n,
      backed_up_page_count: 0n,
      file_type: 'L',
      file_size: 0n,
      logical_name: `${set.database}_log`,
      physical_name: `${set.file}-wal`,
      backup_size: 0n,
    },
  ];
}

const restoreRow = ({ id, backupId, database, user, restored, replace, recovery }: RestoreRecord): SpecRow => ({
  restore_history_id: id,
  restore_date: datetimeOf(restored),
  destination_database_name: database,
  user_name: user,
  backup_set_id: backupId,
  restore_type: 'D',
  replace: Number(replace),
  recovery: Number(recovery),
  restart: 0,
  device_count: 1,
});
