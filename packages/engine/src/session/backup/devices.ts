/**
 * Backup devices: files in the one folder that BACKUP writes to and RESTORE reads. A name is looked up in the folder and a path must lie inside it, with
 * symbolic links followed, so that nothing else on the machine can be reached. `NUL` takes everything and keeps nothing.
 */

import { mkdirSync, realpathSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type SqlError, sqlError } from '../../errors.ts';
import type { Instance } from '../instance.ts';

export interface Device {
  /** As the statement says it. */
  readonly written: string;
  /** Null for NUL. */
  readonly path: string | null;
}

/** Read and write for the owner. */
const PRIVATE = 0o600;

/** As Windows numbers them in messages of SQL Server. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '2(The system cannot find the file specified.)',
  ENOTDIR: '3(The system cannot find the path specified.)',
  EISDIR: '5(Access is denied.)',
  EACCES: '5(Access is denied.)',
  EPERM: '5(Access is denied.)',
  ENOSPC: '112(There is not enough space on the disk.)',
  EDQUOT: '112(There is not enough space on the disk.)',
  EBUSY: '32(The process cannot access the file because it is being used by another process.)',
};

const IO_ERROR = '1117(The request could not be performed because of an I/O device error.)';

/** The folder of backups. Of a server that was given none, one beside the databases, none of which can have a folder of that name. */
export const backupFolder = ({ options }: Pick<Instance, 'options'>): string =>
  resolve(options.backupDirectory ?? join(options.dataDirectory, '_backups'));

/** 3201 for a path outside the folder. */
export function deviceOf(folder: string, written: string): Device {
  if (written.toUpperCase() === 'NUL') return { written, path: null };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const home = realpathSync(folder);
  const path = resolve(home, written.replaceAll('\\', '/'));
  // A drive is a place outside the folder, whatever the machine calls it.
  if (/^[a-z]:|\0/i.test(written) || !isInside(home, path)) throw cannotOpen(written, 'EACCES');
  const real = followed(path);
  if (real === undefined) throw cannotOpen(written, 'ENOTDIR');
  if (!isInside(home, real)) throw cannotOpen(written, 'EACCES');
  return { written, path: real };
}

export const cannotOpen = (written: string, code: string): SqlError => sqlError(3201, written, REASONS[code] ?? IO_ERROR);

function isInside(home: string, path: string): boolean {
  const inside = relative(home, path);
  return !(inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside));
}

/** The file behind links, or where a new one would lie; undefined when its folder is missing. */
function followed(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return undefined;
    }
  }
}

/** 3201 when it cannot be opened. The file is closed again whatever happens. */
export async function withFile<Result>(device: Device, use: (file: FileHandle) => Promise<Result>): Promise<Result> {
  const file = await opened(device, device.path ?? '', 'r');
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** Undefined when there is none. */
export async function existing(device: Device): Promise<FileHandle | undefined> {
  try {
    return await open(device.path ?? '', 'r+');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw cannotOpen(device.written, codeOf(error));
  }
}

async function opened(device: Device, path: string, flags: string): Promise<FileHandle> {
  try {
    return await open(path, flags, PRIVATE);
  } catch (error) {
    throw cannotOpen(device.written, codeOf(error));
  }
}

/** Makes the file anew: the old one stays until the new one is whole and on disk. */
export async function replaceFile<Result>(device: Device, write: (file: FileHandle) => Promise<Result>): Promise<Result> {
  const path = device.path ?? '';
  const partial = `${path}.partial`;
  try {
    const result = await written(await opened(device, partial, 'w'), write);
    await rename(partial, path);
    await syncFolder(dirname(path));
    return result;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function written<Result>(file: FileHandle, write: (file: FileHandle) => Promise<Result>): Promise<Result> {
  try {
    const result = await write(file);
    await file.sync();
    return result;
  } finally {
    await file.close();
  }
}

/** A new name is on disk when its folder is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** What went wrong with a file, as an error about its device; errors of ours stay what they are. */
export function ioError(thrown: unknown, number: 3202 | 3203, device: Device): unknown {
  const code = codeOf(thrown);
  return code === '' ? thrown : sqlError(number, device.written, REASONS[code] ?? IO_ERROR);
}

/** Empty for what no call of the operating system has said. */
function codeOf(thrown: unknown): string {
  const isSystem = thrown instanceof Error && 'syscall' in thrown && 'code' in thrown;
  return isSystem ? String((thrown as { readonly code: unknown }).code) : '';
}
