/**
 * How a file becomes a database, a new one or one that is there. It is made beside the others and readied there; then one commit in master makes it the
 * database, and the old file goes. A crash before the commit leaves the old database and a file that nobody knows, a crash after it the new one.
 */

import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SqliteConnection } from '../../backends/sqlite/connection.ts';
import { STANDING_FUNCTIONS } from '../../backends/sqlite/registered.ts';
import type { DdlContext } from '../../catalog/ddl/context.ts';
import { freeFile } from '../../catalog/ddl/database.ts';
import { nextVersion } from '../../catalog/edit.ts';
import { type DatabaseCatalog, nameKey } from '../../catalog/model.ts';
import { type DatabaseEntry, nextDatabaseId, putDatabase, type ServerCatalog } from '../../catalog/server.ts';
import { loadCatalog, saveChanges } from '../../catalog/store.ts';
import { SqlError, sqlError } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { usersOf } from '../database-use.ts';
import { removeFiles } from '../databases.ts';
import type { SessionCore } from '../session-core.ts';
import { syncFolder } from './devices.ts';
import { awaited, changeServer } from './run.ts';

/** What is to become the database. */
export interface Replacement {
  /** Writes the file. */
  readonly make: (file: string) => Promise<void>;
  /** What is different in its catalog from what the file says. */
  readonly change: (catalog: DatabaseCatalog, entry: DatabaseEntry) => DatabaseCatalog;
  /** What is different in its entry. */
  readonly entry?: Partial<DatabaseEntry>;
  /** Raised when the file holds no database. */
  readonly unfit: SqlError;
  /** What else the server remembers with the same commit. */
  readonly note: (server: ServerCatalog) => ServerCatalog;
}

export function* replaceDatabase(name: string, core: SessionCore, context: DdlContext, replacement: Replacement): Steps<void> {
  const { databases } = core.instance;
  const place = freeFile(context.server.catalog(), name, (file) => databases.isReserved(file));
  const file = databases.reserve(place);
  try {
    yield* awaited(replacement.make(file));
    yield* withoutCheckpoints(name, core, context, () => putInPlace(name, place, file, core, context, replacement));
  } finally {
    databases.release(place);
  }
}

/** The file of the database that is there is nobody else's meanwhile. */
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

/** While nobody else can make or drop databases. From the commit to its end nothing is waited for. */
function* putInPlace(
  name: string,
  place: string,
  file: string,
  core: SessionCore,
  context: DdlContext,
  { change, entry: different, unfit, note }: Replacement,
): Steps<void> {
  const { databases } = core.instance;
  const before = context.server.catalog().databases.get(nameKey(name));
  const old = before === undefined ? undefined : databases.fileOf(before.id);
  let adopted: { readonly entry: DatabaseEntry; readonly catalog: DatabaseCatalog } | undefined;
  yield* changeServer(core, context, function* () {
    const server = context.server.catalog();
    if (server.databases.get(nameKey(name))?.file !== before?.file) throw sqlError(3101);
    const entry = { ...entryOf(server, name, place, context), ...different };
    const catalog = adoptFile(file, entry, change);
    if (catalog === undefined) throw unfit;
    yield* awaited(onDisk(file));
    if (before !== undefined) yield* letGo(before, core);
    adopted = { entry, catalog };
    return (current) => note(putDatabase(current, entry));
  });
  if (adopted === undefined) return;
  makeKnown(adopted.entry, adopted.catalog, core);
  if (core.flushing !== undefined) yield* awaited(core.flushing);
  if (old !== undefined) removeFiles(old);
}

function makeKnown({ id }: DatabaseEntry, catalog: DatabaseCatalog, core: SessionCore): void {
  const { databases, counters, metrics } = core.instance;
  databases.reopened(id);
  metrics.forgetDatabase(id);
  databases.attach(core.connection, id);
  counters.forget(id);
  counters.load(core.connection, databases.alias(id), id);
  databases.publish(catalog);
  core.messages.altered(id);
}

/** An existing database stays itself; a new one belongs to whoever makes it. */
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

const ALIAS = 'restored';

/** The catalog inside the file, made that of the entry; undefined for a file that holds no database. */
function adoptFile(file: string, entry: DatabaseEntry, change: Replacement['change']): DatabaseCatalog | undefined {
  const connection = new SqliteConnection();
  try {
    connection.register(STANDING_FUNCTIONS);
    connection.attach(ALIAS, file, { volatile: false });
    const before = loadCatalog(connection, ALIAS);
    if (before === undefined) return undefined;
    const known = { ...before, databaseId: entry.id, name: entry.name, created: entry.created };
    const after = { ...change(known, entry), version: nextVersion() };
    connection.execute('BEGIN');
    saveChanges(connection, ALIAS, before, after);
    connection.execute('COMMIT');
    return after;
  } catch (thrown) {
    if (thrown instanceof SqlError) return undefined;
    throw thrown;
  } finally {
    // Closing moves what was written into the file.
    connection.close();
  }
}

async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(dirname(path));
}
