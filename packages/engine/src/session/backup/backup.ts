/**
 * BACKUP DATABASE. SQLite copies the pages of the database as they are at one moment, on a thread of its own and while others go on writing; that copy
 * is then appended to the backup file, or becomes a new one, and is recorded in the history. Until the last byte is on disk the file is what it was.
 */

import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupMedia, type BackupSet, hasFullBackup, noteBackup } from '../../catalog/backups.ts';
import type { DdlContext } from '../../catalog/ddl/context.ts';
import { type DatabaseCatalog, nameKey } from '../../catalog/model.ts';
import { DATABASE, holds } from '../../catalog/security/index.ts';
import { sqlError, unsupported } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { EPOCH_TICKS, localTicks, serverOffset, utcTicks } from '../clock.ts';
import { CLOSED } from '../database-use.ts';
import { TEMPDB } from '../databases.ts';
import type { SessionCore } from '../session-core.ts';
import { copyOf } from './copy.ts';
import { backupFolder, cannotOpen, type Device, deviceOf, existing, ioError, replaceFile } from './devices.ts';
import { familyOf } from './family.ts';
import { appendSet, type BegunSet, newBackupFile, type Progress, pagesOf, readBackupFile, writeAt } from './format.ts';
import { awaited, changeServer, logicalName, progressOf, requireNoTransaction, tellDone } from './run.ts';
import type { Options, Tail } from './tail.ts';

export function* backupDatabase(what: 'DATABASE' | 'LOG', name: string, tail: Tail, core: SessionCore, context: DdlContext): Steps<void> {
  requireNoTransaction(core);
  const catalog = context.catalogs.database(name);
  if (catalog === undefined) throw sqlError(911, name);
  requireAllowed(what, catalog, tail, core, context);
  const devices = [...tail.devices, ...tail.mirrors].map((written) => deviceOf(backupFolder(core.instance), written));
  if (tail.mirrors.length > 0 && !tail.options.has('FORMAT')) throw sqlError(3215);
  const started = performance.now();
  const snapshot = join(backupFolder(core.instance), `.${randomUUID()}.snapshot`);
  const release = core.instance.databases.lease(catalog.databaseId);
  try {
    yield* awaited(copyOf(core.instance.databases.fileOf(catalog.databaseId) ?? '', snapshot));
    const { size } = yield* awaited(stat(snapshot));
    const begun = describe(catalog, size, tail.options, core, context);
    const progress = progressOf(core, context, size, tail.options);
    const made = yield* awaited(writeAll(devices, snapshot, begun, tail.options, progress));
    context.inform(4035, pagesOf(size), catalog.name, logicalName(catalog.databaseId, catalog.name), made.position);
    yield* changeServer(core, context, function* () {
      const paths = devices.map(({ written, path }) => path ?? written);
      return (server) => noteBackup(server, { ...made, devices: paths });
    });
    core.instance.options.log('info', 'database backed up', {
      database: catalog.name,
      to: devices.map(({ written }) => written).join(', '),
      login: core.loginName,
    });
    tellDone('BACKUP DATABASE', pagesOf(size), performance.now() - started, context);
  } finally {
    release();
    void rm(snapshot, { force: true });
  }
}

/** What this server does not make is refused after what SQL Server refuses, too. */
function requireAllowed(
  what: 'DATABASE' | 'LOG',
  catalog: DatabaseCatalog,
  { devices, options }: Tail,
  core: SessionCore,
  context: DdlContext,
): void {
  if (catalog.databaseId === TEMPDB) throw sqlError(3147);
  const permission = `BACKUP ${what}`;
  if (!holds(core.security.token(catalog), permission, DATABASE)) throw sqlError(262, permission, catalog.name);
  const server = context.server.catalog();
  const entry = server.databases.get(nameKey(catalog.name));
  const closed = CLOSED[entry?.state ?? 'ONLINE'];
  if (closed !== null) throw sqlError(closed, catalog.name);
  if (entry?.snapshotOf !== undefined) throw sqlError(3002);
  const hasBase = hasFullBackup(server, familyOf(catalog));
  if (what === 'LOG') {
    if (catalog.options.recovery === 'SIMPLE') throw sqlError(4208, permission);
    throw hasBase ? unsupported(permission) : sqlError(4214);
  }
  if (options.has('DIFFERENTIAL')) throw hasBase ? unsupported('BACKUP … WITH DIFFERENTIAL') : sqlError(3035, catalog.name);
  if (devices.length === 0) throw unsupported('BACKUP DATABASE without TO');
}

function describe(catalog: DatabaseCatalog, bytes: number, options: Options, core: SessionCore, context: DdlContext): BegunSet {
  const { compatibilityLevel, recovery, readOnly, singleUser, other } = catalog.options;
  const { CONTAINMENT: containment } = other;
  const { configuration } = context.server.catalog();
  const started = localTicks();
  return {
    guid: randomUUID().toUpperCase(),
    name: options.text('NAME'),
    description: options.text('DESCRIPTION'),
    database: catalog.name,
    family: familyOf(catalog),
    user: core.loginName,
    server: core.instance.options.serverName,
    copyOnly: options.has('COPY_ONLY'),
    compressed: options.has('COMPRESSION') || (!options.has('NO_COMPRESSION') && configuration['backup compression default'] === 1),
    checksums: options.has('CHECKSUM') || (!options.has('NO_CHECKSUM') && configuration['backup checksum default'] === 1),
    started,
    expires: expiryOf(options, started, context),
    offset: serverOffset(),
    sequence: utcTicks(),
    created: catalog.created,
    collation: catalog.collation,
    options: { compatibilityLevel, recovery, readOnly, singleUser },
    contained: containment === 'PARTIAL',
    file: core.instance.databases.fileOf(catalog.databaseId) ?? '',
    bytes,
  };
}

const DAY = 864_000_000_000n;

function expiryOf(options: Options, now: bigint, context: DdlContext): bigint | null {
  const days = options.number('RETAINDAYS');
  if (days !== null) return now + BigInt(days) * DAY;
  const date = options.text('EXPIREDATE');
  return date === null ? null : EPOCH_TICKS + BigInt(context.moment(date).getTime()) * 10_000n;
}

interface Made {
  readonly set: BackupSet;
  readonly media: BackupMedia;
  readonly position: number;
}

/** Files that are being written, in this process. */
const BUSY = new Set<string>();

/** The same backup on the device and its mirrors. */
async function writeAll(
  devices: readonly Device[],
  snapshot: string,
  begun: BegunSet,
  options: Options,
  progress: Progress,
): Promise<Made> {
  const media = newMedia(begun, options);
  const source = await open(snapshot, 'r');
  try {
    let made: Made | undefined;
    for (const [i, device] of devices.entries()) {
      const written = await writeDevice(device, source, begun, media, options, i === 0 ? progress : () => {});
      made ??= written;
    }
    if (made === undefined) throw new Error('a backup has a device');
    return made;
  } finally {
    await source.close();
  }
}

function newMedia({ started, compressed }: BegunSet, options: Options): BackupMedia {
  const guid = randomUUID().toUpperCase();
  return { guid, name: options.text('MEDIANAME'), description: options.text('MEDIADESCRIPTION'), made: started, compressed };
}

async function writeDevice(
  device: Device,
  source: FileHandle,
  begun: BegunSet,
  media: BackupMedia,
  options: Options,
  progress: Progress,
): Promise<Made> {
  if (device.path === null) return nowhere(begun, media, progress);
  if (BUSY.has(device.path)) throw cannotOpen(device.written, 'EBUSY');
  BUSY.add(device.path);
  try {
    return await writeFile(device, source, begun, media, options, progress);
  } catch (thrown) {
    throw ioError(thrown, 3202, device);
  } finally {
    BUSY.delete(device.path);
  }
}

function nowhere(begun: BegunSet, media: BackupMedia, progress: Progress): Made {
  progress(begun.bytes);
  return { set: { ...begun, finished: localTicks(), stored: begun.bytes }, media, position: 1 };
}

async function writeFile(
  device: Device,
  source: FileHandle,
  begun: BegunSet,
  media: BackupMedia,
  options: Options,
  progress: Progress,
): Promise<Made> {
  const old = await existing(device);
  const last = { finished: localTicks, progress };
  try {
    const found = old === undefined ? ({ kind: 'empty' } as const) : await readBackupFile(old);
    const isNew = found.kind === 'empty' || options.has('FORMAT') || options.has('INIT');
    if (found.kind === 'backups' && isNew && !options.has('SKIP')) requireExpired(found.sets, device, begun.started);
    if (found.kind !== 'backups' && found.kind !== 'empty' && !options.has('FORMAT')) throw sqlError(3242, device.written);
    if (found.kind === 'backups' && old !== undefined && !isNew) {
      const { set, end } = await appendTo(old, found.end, (at) => appendSet(old, at, source, begun, last));
      await old.truncate(end);
      await old.sync();
      return { set, media: found.media, position: found.sets.length + 1 };
    }
    // INIT keeps the label of the file.
    const label = found.kind === 'backups' && !options.has('FORMAT') ? found.media : media;
    const start = newBackupFile(label);
    const { set } = await replaceFile(device, async (file) => {
      await writeAt(file, start, 0);
      return await appendSet(file, start.length, source, begun, last);
    });
    return { set, media: label, position: 1 };
  } finally {
    await old?.close();
  }
}

/** What cannot be finished is taken off again. */
async function appendTo<Result>(file: FileHandle, end: number, write: (at: number) => Promise<Result>): Promise<Result> {
  try {
    return await write(end);
  } catch (error) {
    await file.truncate(end);
    throw error;
  }
}

/** 4030 while a backup in the file is to be kept. */
function requireExpired(sets: readonly { readonly set: BackupSet }[], device: Device, now: bigint): void {
  const kept = sets.find(({ set }) => set.expires !== null && set.expires > now);
  if (kept !== undefined) throw sqlError(4030, device.written, expiryText(kept.set.expires ?? 0n));
}

/** `Nov 21 2026 11:02:03:000AM` */
function expiryText(ticks: bigint): string {
  const date = new Date(Number((ticks - EPOCH_TICKS) / 10_000n));
  const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
  const hour = date.getUTCHours();
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = `${two(hour % 12 || 12)}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}:000${hour < 12 ? 'AM' : 'PM'}`;
  return `${month} ${date.getUTCDate()} ${date.getUTCFullYear()} ${clock}`;
}
