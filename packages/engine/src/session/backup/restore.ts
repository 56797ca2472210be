/** RESTORE DATABASE from a backup: which database may become which backup, and how its pieces become a file. */

import { open } from 'node:fs/promises';
import { type BackupSet, noteBackup, noteRestore, recordOf } from '../../catalog/backups.ts';
import type { DdlContext } from '../../catalog/ddl/context.ts';
import { permitCreateDatabase } from '../../catalog/ddl/permit/drop.ts';
import { putPrincipal } from '../../catalog/edit.ts';
import { findPrincipal } from '../../catalog/find.ts';
import { type DatabaseCatalog, nameKey } from '../../catalog/model.ts';
import { holdsOnServer } from '../../catalog/security/index.ts';
import { type DatabaseEntry, putDatabase, type ServerCatalog } from '../../catalog/server.ts';
import { sqlError } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { localTicks } from '../clock.ts';
import { usersOf } from '../database-use.ts';
import { MASTER, TEMPDB } from '../databases.ts';
import type { SessionCore } from '../session-core.ts';
import { ioError, withFile } from './devices.ts';
import { familyOf } from './family.ts';
import { type Progress, pagesOf, readDatabase, writeAt } from './format.ts';
import { type ChosenSet, chosenSet } from './media.ts';
import { replaceDatabase } from './replace.ts';
import { awaited, changeServer, logicalName, progressOf, requireNoTransaction, tellDone } from './run.ts';
import type { Tail } from './tail.ts';

export function* restoreDatabase(name: string, tail: Tail, core: SessionCore, context: DdlContext): Steps<void> {
  requireNoTransaction(core);
  requireAllowed(name, core, context);
  if (tail.devices.length === 0) return yield* recover(name, tail, core, context);
  const started = performance.now();
  const chosen = yield* awaited(chosenSet(tail, core));
  const { set, position } = chosen.stored;
  requireRestorable(name, set, tail, core, context);
  const progress = progressOf(core, context, set.bytes, tail.options);
  yield* replaceDatabase(name, core, context, {
    make: (file) => extract(chosen, file, progress),
    ...(tail.options.has('NORECOVERY') ? { entry: { state: 'RESTORING' } } : {}),
    change: (catalog, entry) => ({ ...owned(catalog, entry), family: set.family }),
    unfit: sqlError(3241, chosen.device.written),
    note: (server) => noted(server, name, chosen, tail, core),
  });
  context.inform(4035, pagesOf(set.bytes), name, logicalName(0, set.database), position);
  core.instance.options.log('info', 'database restored', {
    database: name,
    from: chosen.device.written,
    file: position,
    login: core.loginName,
  });
  tellDone('RESTORE DATABASE', pagesOf(set.bytes), performance.now() - started, context);
}

/** `RESTORE DATABASE name WITH RECOVERY` opens a database to which no more is restored. */
function* recover(name: string, { options }: Tail, core: SessionCore, context: DdlContext): Steps<void> {
  const entry = context.server.catalog().databases.get(nameKey(name));
  if (entry === undefined) throw sqlError(3118, name);
  if (entry.state !== 'RESTORING' || options.has('NORECOVERY')) throw sqlError(3153);
  const started = performance.now();
  yield* changeServer(core, context, function* () {
    return (server) => putDatabase(server, { ...entry, state: 'ONLINE' });
  });
  tellDone('RESTORE DATABASE', 0, performance.now() - started, context);
}

/** What can be said without the backup. */
export function requireAllowed(name: string, core: SessionCore, context: DdlContext): void {
  const entry = context.server.catalog().databases.get(nameKey(name));
  if (entry?.id === TEMPDB) throw sqlError(3147);
  if (entry?.id === MASTER) throw sqlError(3108);
  if (entry === undefined) permitCreateDatabase(context);
  else if (!holdsOnServer(core.security.server, 'CREATE ANY DATABASE') && nameKey(entry.owner) !== nameKey(core.loginName))
    throw sqlError(3110, name);
  if (entry?.snapshotOf !== undefined) throw sqlError(3002);
}

function requireRestorable(name: string, set: BackupSet, { options }: Tail, core: SessionCore, context: DdlContext): void {
  const unknown = options.moves.find((move) => ![set.database, `${set.database}_log`].some((own) => nameKey(own) === nameKey(move.name)));
  if (unknown !== undefined) throw sqlError(3234, unknown.name, name);
  const catalog = context.catalogs.database(name);
  if (catalog === undefined) return;
  requireUnused(catalog, core);
  if (options.has('REPLACE')) return;
  if (familyOf(catalog) !== set.family) throw sqlError(3154, catalog.name);
  const isRestoring = context.server.catalog().databases.get(nameKey(name))?.state === 'RESTORING';
  if (!isRestoring && catalog.options.recovery !== 'SIMPLE') throw sqlError(3159, catalog.name);
}

/** 3102 for the database that the session itself is in, 3101 for one in which others are. */
export function requireUnused({ databaseId, name }: DatabaseCatalog, core: SessionCore): void {
  if (databaseId === core.catalogs.currentId) throw sqlError(3102, name);
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

/** The database belongs to whoever owns its entry. */
function owned(catalog: DatabaseCatalog, { owner }: DatabaseEntry): DatabaseCatalog {
  const dbo = findPrincipal(catalog, 'dbo');
  return dbo === undefined ? catalog : putPrincipal(catalog, { ...dbo, login: owner });
}

/** A backup of another server becomes known with its restore. */
function noted(server: ServerCatalog, name: string, chosen: ChosenSet, { options }: Tail, core: SessionCore): ServerCatalog {
  const { stored, media, device } = chosen;
  const devices = [device.path ?? device.written];
  const known = noteBackup(server, { set: stored.set, media, position: stored.position, devices });
  const backupId = recordOf(known, stored.set.guid)?.id ?? 0;
  const restore = {
    backupId,
    database: name,
    user: core.loginName,
    restored: localTicks(),
    replace: options.has('REPLACE'),
    recovery: !options.has('NORECOVERY'),
  };
  return noteRestore(known, restore);
}
