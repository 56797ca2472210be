/** A backup file as RESTORE finds it: what is wrong with it as an error, and the backup that is asked for. */

import type { BackupMedia } from '../../catalog/backups.ts';
import { sqlError, unsupported } from '../../errors.ts';
import type { SessionCore } from '../session-core.ts';
import { backupFolder, cannotOpen, type Device, deviceOf, ioError, withFile } from './devices.ts';
import { type BackupFile, readBackupFile, type StoredSet } from './format.ts';
import type { Tail } from './tail.ts';

export interface FoundMedia {
  readonly device: Device;
  readonly media: BackupMedia;
  readonly sets: readonly StoredSet[];
  readonly cut: boolean;
}

export interface ChosenSet {
  readonly device: Device;
  readonly media: BackupMedia;
  readonly stored: StoredSet;
}

/** The backups in the file that FROM names. */
export async function foundMedia({ devices: [written] }: Tail, core: SessionCore): Promise<FoundMedia> {
  if (written === undefined) throw unsupported('RESTORE without FROM');
  const device = deviceOf(backupFolder(core.instance), written);
  if (device.path === null) throw cannotOpen(written, 'ENOENT');
  const found = await withFile(device, readBackupFile).catch((thrown: unknown) => {
    throw ioError(thrown, 3203, device);
  });
  return { device, ...readable(found, written) };
}

function readable(found: BackupFile, written: string): Extract<BackupFile, { kind: 'backups' }> {
  switch (found.kind) {
    case 'backups':
      return found;
    case 'sql server':
      throw unsupported('RESTORE of a backup that SQL Server has made');
    case 'empty':
      throw sqlError(3254, written);
    case 'foreign':
      throw sqlError(3241, written);
  }
}

/** The one that FILE = n names, or the first. 3256 for one that was never finished, 3287 where there is none. */
export async function chosenSet(tail: Tail, core: SessionCore): Promise<ChosenSet> {
  const { device, media, sets, cut } = await foundMedia(tail, core);
  const position = tail.options.number('FILE') ?? 1;
  const stored = sets[position - 1];
  if (stored !== undefined) return { device, media, stored };
  throw cut && position === sets.length + 1 ? sqlError(3256, device.written) : sqlError(3287, position, device.written);
}
