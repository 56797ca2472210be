/**
 * RESTORE DATABASE. The database is written to a file of its own and made ready there; then one commit in master makes that file the database, and the
 * old file goes. A crash before the commit leaves the old database and a file that nobody knows, a crash after it the new one.
 */

import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type BackupSet, noteBackup, noteRestore, recordOf } from '../../catalog/backups.ts';
import type { DdlContext } from '../../catalog/ddl/context.ts';
import { freeFile } from '../../catalog/ddl/database.ts';
import { permitCreateDatabase } from '../../catalog/ddl/permit/drop.ts';
import { type DatabaseCatalog, nameKey } from '../../catalog/model.ts';
import { holdsOnServer } from '../../catalog/security/index.ts';
import { type DatabaseEntry, nextDatabaseId, putDatabase, type ServerCatalog } from '../../catalog/server.ts';
import { sqlError } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { localTicks } from '../clock.ts';
import { usersOf } from '../database-use.ts';
import { MASTER, removeFiles, TEMPDB } from '../databases.ts';
import type { SessionCore } from '../session-core.ts';
import { ioError, syncFolder, withFile } from './devices.ts';
import { familyOf } from './family.ts';
import { type Progress, pagesOf, readDatabase, writeAt } from './format.ts';
import { type ChosenSet, chosenSet } from './media.ts';
import { adoptFile } from './restored-file.ts';
import { awaited, changeServer, logicalName, progressOf, requireNoTransaction, tellDone } from './run.ts';
import type { Tail } from './tail.ts';

export function* restoreDatabase(name: string, tail: Tail, core: SessionCore, context: DdlContext): Steps<void> {
  requireNoTransaction(core);
  requireAllowed(name, tail, core, context);
  const started = performance.now();
  const chosen = yield* awaited(chosenSet(tail, core));
  const { set, position } = chosen.stored;
  requireRestorable(name, set, tail, core, context);
  const progress = progressOf(core, context, set.bytes, tail.options);
  const { databases } = core.instance;
  const place = freeFile(context.server.catalog(), name, (file) => databases.isReserved(file));
  const file = databases.reserve(place);
  try {
    yield* awaited(extract(chosen, file, progress));
    yield* withoutCheckpoints(name, core, context, () => replaceDatabase({ ...chosen, name, place, file }, tail, core, context));
  } finally {
    databases.release(place);
  }
  context.inform(4035, pagesOf(set.bytes), name, logicalName(0, set.database), position);
  core.instance.options.log('info', 'database restored', {
    database: name,
    from: chosen.device.written,
    file: position,
    login: core.loginName,
  });
  tellDone('RESTORE DATABASE', pagesOf(set.bytes), performance.now() - started, context);
}

/** The file of the database that is there is nobody's else meanwhile. */
function* withoutCheckpoints(name: string, core: SessionCore, context: DdlContext, run: () => Steps<void>): Steps<void> {
  const id = context.server.catalog().databases.get(nameKey(name))?.id;
  if (id === undefined) return yield* run();
  const { databases } = core.instance;
  try {
    yield* awaited(databases.holdCheckpoints(id));
    yield* run();
  } finally {
    databases.resumeCheckpoints(id);
  }
}

/** What can be said without the backup. */
function requireAllowed(name: string, { devices }: Tail, core: SessionCore, context: DdlContext): void {
  const entry = context.server.catalog().databases.get(nameKey(name));
  if (entry?.id === TEMPDB) throw sqlError(3147);
  if (entry?.id === MASTER) throw sqlError(3108);
  if (entry === undefined) permitCreateDatabase(context);
  else if (!holdsOnServer(core.security.server, 'CREATE ANY DATABASE') && nameKey(entry.owner) !== nameKey(core.loginName))
    throw sqlError(3110, name);
  // A database that waits for more backups would be recovered by this.
  if (devices.length === 0) throw entry === undefined ? sqlError(3118, name) : sqlError(3153);
}

function requireRestorable(name: string, set: BackupSet, { options }: Tail, core: SessionCore, context: DdlContext): void {
  const unknown = options.moves.find((move) => ![set.database, `${set.database}_log`].some((own) => nameKey(own) === nameKey(move.name)));
  if (unknown !== undefined) throw sqlError(3234, unknown.name, name);
  const catalog = context.catalogs.database(name);
  if (catalog === undefined) return;
  if (catalog.databaseId === core.catalogs.currentId) throw sqlError(3102, catalog.name);
  requireUnused(catalog, core);
  if (options.has('REPLACE')) return;
  if (familyOf(catalog) !== set.family) throw sqlError(3154, catalog.name);
  if (catalog.options.recovery !== 'SIMPLE') throw sqlError(3159, catalog.name);
}

function requireUnused({ databaseId }: DatabaseCatalog, core: SessionCore): void {
  if (usersOf(core.instance, databaseId).length > 0) throw sqlError(3101);
}

async function extract({ device, stored }: ChosenSet, path: string, progress: Progress): Promise<void> {
  const target = await open(path, 'wx', 0o600);
  try {
    await withFile(device, (source) =>
      readDatabase(source, stored, (piece, at) => writeAt(target, piece, at), progress).catch((thrown: unknown) => {
        throw ioError(thrown, 3203, device);
      }),
    );
    await target.sync();
  } finally {
    await target.close();
  }
}

interface Restored extends ChosenSet {
  readonly name: string;
  /** In the data folder. */
  readonly place: string;
  readonly file: string;
}

/** While nobody else can make or drop databases, the file becomes the database. From the commit to its end nothing is waited for. */
function* replaceDatabase(restored: Restored, tail: Tail, core: SessionCore, context: DdlContext): Steps<void> {
  const { databases, counters, metrics } = core.instance;
  const { name, place, file, stored, device } = restored;
  const before = context.server.catalog().databases.get(nameKey(name));
  const old = before === undefined ? undefined : databases.fileOf(before.id);
  let adopted: { readonly entry: DatabaseEntry; readonly catalog: DatabaseCatalog } | undefined;
  yield* changeServer(core, context, function* () {
    const server = context.server.catalog();
    if (server.databases.get(nameKey(name))?.file !== before?.file) throw sqlError(3101);
    const entry = entryOf(server, name, place, context);
    const catalog = adoptFile(file, entry, stored.set.family);
    if (catalog === undefined) throw sqlError(3241, device.written);
    yield* awaited(onDisk(file));
    if (before !== undefined) yield* letGo(before, core);
    adopted = { entry, catalog };
    return (current) => noted(putDatabase(current, entry), restored, tail, core);
  });
  if (adopted === undefined) return;
  const { entry, catalog } = adopted;
  databases.reopened(entry.id);
  metrics.forgetDatabase(entry.id);
  databases.attach(core.connection, entry.id);
  counters.forget(entry.id);
  counters.load(core.connection, databases.alias(entry.id), entry.id);
  databases.publish(catalog);
  if (core.flushing !== undefined) yield* awaited(core.flushing);
  if (old !== undefined) removeFiles(old);
}

/** An existing database stays itself; a new one belongs to whoever restores it. */
function entryOf(server: ServerCatalog, name: string, file: string, context: DdlContext): DatabaseEntry {
  const known = server.databases.get(nameKey(name));
  if (known !== undefined) return { ...known, file, state: 'ONLINE' };
  return { id: nextDatabaseId(server), name, file, created: context.now, owner: context.login, state: 'ONLINE' };
}

const POLL = 20;
const POLLS = 100;

/** No connection has the old file open any more. 3101 when one keeps it. */
function* letGo({ id }: DatabaseEntry, core: SessionCore): Steps<void> {
  for (let polls = 0; ; polls += 1) {
    if (usersOf(core.instance, id).length > 0) throw sqlError(3101);
    if (core.instance.databases.letGo(id)) return;
    if (polls === POLLS) throw sqlError(3101);
    core.checkCancelled();
    yield* core.sleep(POLL);
  }
}

/** A backup of another server becomes known with its restore. */
function noted(server: ServerCatalog, { stored, media, device, name }: Restored, { options }: Tail, core: SessionCore): ServerCatalog {
  const devices = [device.path ?? device.written];
  const known = noteBackup(server, { set: stored.set, media, position: stored.position, devices });
  const backupId = recordOf(known, stored.set.guid)?.id ?? 0;
  const restore = { backupId, database: name, user: core.loginName, restored: localTicks(), replace: options.has('REPLACE') };
  return noteRestore(known, restore);
}

async function onDisk(path: string): Promise<void> {
  const file: FileHandle = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(dirname(path));
}
