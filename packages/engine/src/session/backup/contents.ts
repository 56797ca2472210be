/** RESTORE HEADERONLY, FILELISTONLY and LABELONLY: what a backup file contains, in SQL Server's columns. VERIFYONLY reads everything and keeps nothing. */

import type { BackupSet } from '../../catalog/backups.ts';
import type { DdlContext } from '../../catalog/ddl/context.ts';
import { DATABASE_VERSION, DISK, flagsOf, SOFTWARE } from '../../catalog/views/backup-history.ts';
import { datetimeOf } from '../../catalog/views/shared.ts';
import { type SpecRow, specShape } from '../../catalog/views/spec.ts';
import { sqlError } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import type { SessionCore } from '../session-core.ts';
import { ioError, withFile } from './devices.ts';
import { readDatabase, type StoredSet } from './format.ts';
import { chosenSet, type FoundMedia, foundMedia } from './media.ts';
import { awaited, progressOf } from './run.ts';
import type { Tail } from './tail.ts';

const HEADER = specShape(
  'BackupName:name? BackupDescription:n255? BackupType:smallint? ExpirationDate:date? Compressed:bit? Position:smallint? DeviceType:tinyint? UserName:name? ServerName:name? DatabaseName:name? DatabaseVersion:int? DatabaseCreationDate:date? BackupSize:size? FirstLSN:lsn? LastLSN:lsn? CheckpointLSN:lsn? DatabaseBackupLSN:lsn? BackupStartDate:date? BackupFinishDate:date? SortOrder:smallint? CodePage:smallint? UnicodeLocaleId:int? UnicodeComparisonStyle:int? CompatibilityLevel:tinyint? SoftwareVendorId:int? SoftwareVersionMajor:int? SoftwareVersionMinor:int? SoftwareVersionBuild:int? MachineName:name? Flags:int? BindingID:guid? RecoveryForkID:guid? Collation:name? FamilyGUID:guid? HasBulkLoggedData:bit? IsSnapshot:bit? IsReadOnly:bit? IsSingleUser:bit? HasBackupChecksums:bit? IsDamaged:bit? BeginsLogChain:bit? HasIncompleteMetaData:bit? IsForceOffline:bit? IsCopyOnly:bit? FirstRecoveryForkID:guid? ForkPointLSN:lsn? RecoveryModel:desc? DifferentialBaseLSN:lsn? DifferentialBaseGUID:guid? BackupTypeDescription:desc? BackupSetGUID:guid? CompressedBackupSize:bigint? Containment:tinyint? KeyAlgorithm:n32? EncryptorThumbprint:b20? EncryptorType:n32? LastValidRestoreTime:date? TimeZone:smallint? CompressionAlgorithm:n32?',
);

const FILES = specShape(
  'LogicalName:name? PhysicalName:path? Type:char1? FileGroupName:name? Size:size? MaxSize:size? FileId:bigint? CreateLSN:lsn? DropLSN:lsn? UniqueId:guid? ReadOnlyLSN:lsn? ReadWriteLSN:lsn? BackupSizeInBytes:bigint? SourceBlockSize:int? FileGroupId:int? LogGroupGUID:guid? DifferentialBaseLSN:lsn? DifferentialBaseGUID:guid? IsReadOnly:bit? IsPresent:bit? TDEThumbprint:b32? SnapshotUrl:n360?',
);

const LABEL = specShape(
  'MediaName:name? MediaSetId:guid? FamilyCount:int? FamilySequenceNumber:int? MediaFamilyId:guid? MediaSequenceNumber:int? MediaLabelPresent:tinyint? MediaDescription:n255? SoftwareName:name? SoftwareVendorId:int? MediaDate:date? MirrorCount:int? IsCompressed:bit?',
);

export function* headerOnly(tail: Tail, core: SessionCore, context: DdlContext): Steps<void> {
  const { sets } = yield* awaited(foundMedia(tail, core));
  const wanted = tail.options.number('FILE');
  const rows = sets.filter(({ position }) => wanted === null || position === wanted).map(headerRow);
  context.result(HEADER.columns, rows.map(HEADER.row));
}

export function* fileListOnly(tail: Tail, core: SessionCore, context: DdlContext): Steps<void> {
  const { stored } = yield* awaited(chosenSet(tail, core));
  context.result(FILES.columns, fileRows(stored.set).map(FILES.row));
}

export function* labelOnly(tail: Tail, core: SessionCore, context: DdlContext): Steps<void> {
  const found = yield* awaited(foundMedia(tail, core));
  context.result(LABEL.columns, [LABEL.row(labelRow(found))]);
}

export function* verifyOnly(tail: Tail, core: SessionCore, context: DdlContext): Steps<void> {
  const { device, stored } = yield* awaited(chosenSet(tail, core));
  const progress = progressOf(core, context, stored.set.bytes, tail.options);
  const read = withFile(device, (file) => readDatabase(file, stored, async () => {}, progress));
  yield* awaited(
    read.catch((thrown: unknown) => {
      throw isDamage(thrown) ? sqlError(3189) : ioError(thrown, 3203, device);
    }),
  );
  context.inform(3262, stored.position);
}

const isDamage = (thrown: unknown): boolean => thrown instanceof Error && 'number' in thrown && thrown.number === 3183;

function headerRow({ position, set }: StoredSet): SpecRow {
  const { options } = set;
  return {
    BackupName: set.name,
    BackupDescription: set.description,
    BackupType: 1,
    ExpirationDate: set.expires === null ? null : datetimeOf(set.expires),
    Compressed: Number(set.compressed),
    Position: position,
    DeviceType: DISK,
    UserName: set.user,
    ServerName: set.server,
    DatabaseName: set.database,
    DatabaseVersion: DATABASE_VERSION,
    DatabaseCreationDate: datetimeOf(set.created),
    BackupSize: BigInt(set.bytes),
    FirstLSN: set.sequence,
    LastLSN: set.sequence,
    CheckpointLSN: set.sequence,
    DatabaseBackupLSN: 0n,
    BackupStartDate: datetimeOf(set.started),
    BackupFinishDate: datetimeOf(set.finished),
    SortOrder: 52,
    CodePage: 0,
    UnicodeLocaleId: 1033,
    UnicodeComparisonStyle: 196_609,
    CompatibilityLevel: options.compatibilityLevel,
    SoftwareVendorId: SOFTWARE.vendor,
    SoftwareVersionMajor: SOFTWARE.major,
    SoftwareVersionMinor: SOFTWARE.minor,
    SoftwareVersionBuild: SOFTWARE.build,
    MachineName: set.server,
    Flags: flagsOf(set),
    BindingID: set.family,
    RecoveryForkID: set.family,
    Collation: set.collation,
    FamilyGUID: set.family,
    HasBulkLoggedData: 0,
    IsSnapshot: 0,
    IsReadOnly: Number(options.readOnly),
    IsSingleUser: Number(options.singleUser),
    HasBackupChecksums: Number(set.checksums),
    IsDamaged: 0,
    BeginsLogChain: 0,
    HasIncompleteMetaData: 0,
    IsForceOffline: 0,
    IsCopyOnly: Number(set.copyOnly),
    FirstRecoveryForkID: set.family,
    RecoveryModel: options.recovery,
    BackupTypeDescription: 'DATABASE',
    BackupSetGUID: set.guid,
    CompressedBackupSize: BigInt(set.stored),
    Containment: Number(set.contained),
    LastValidRestoreTime: datetimeOf(set.finished),
    TimeZone: Math.trunc(set.offset / 15),
    CompressionAlgorithm: set.compressed ? 'DEFLATE' : null,
  };
}

function fileRows(set: BackupSet): readonly SpecRow[] {
  const shared = {
    MaxSize: 35_184_372_080_640n,
    CreateLSN: 0n,
    ReadOnlyLSN: 0n,
    ReadWriteLSN: 0n,
    SourceBlockSize: 4096,
    IsReadOnly: 0,
    IsPresent: 1,
  };
  const data = {
    LogicalName: set.database,
    PhysicalName: set.file,
    Type: 'D',
    FileGroupName: 'PRIMARY',
    Size: BigInt(set.bytes),
    FileId: 1n,
    UniqueId: set.family,
    BackupSizeInBytes: BigInt(set.bytes),
    FileGroupId: 1,
  };
  const log = { LogicalName: `${set.database}_log`, PhysicalName: `${set.file}-wal`, Type: 'L', FileId: 2n, FileGroupId: 0 };
  return [
    { ...shared, ...data },
    { ...shared, ...log, Size: 0n, UniqueId: set.guid, BackupSizeInBytes: 0n },
  ];
}

function labelRow({ media }: FoundMedia): SpecRow {
  return {
    MediaName: media.name,
    MediaSetId: media.guid,
    FamilyCount: 1,
    FamilySequenceNumber: 1,
    MediaFamilyId: media.guid,
    MediaSequenceNumber: 1,
    MediaLabelPresent: Number(media.name !== null || media.description !== null),
    MediaDescription: media.description,
    SoftwareName: SOFTWARE.name,
    SoftwareVendorId: SOFTWARE.vendor,
    MediaDate: datetimeOf(media.made),
    MirrorCount: 1,
    IsCompressed: Number(media.compressed),
  };
}
