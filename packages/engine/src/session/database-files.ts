/**
 * Databases as files: CREATE DATABASE makes one, DROP DATABASE deletes it, and some options need the database to oneself. Password hashes of logins
 * are made here too, since both are what DDL asks of the server.
 */

import type { ServerAccess } from '../catalog/ddl/context.ts';
import { type DatabaseCatalog, nameKey } from '../catalog/model.ts';
import type { DatabaseEntry } from '../catalog/server.ts';
import { createCatalogTable, saveChanges } from '../catalog/store.ts';
import { sqlError } from '../errors.ts';
import type { Steps } from '../run/contracts.ts';
import { claimDatabase, usersOf } from './database-use.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import type { SessionCore } from './session-core.ts';

export function databaseFiles(core: SessionCore): ServerAccess {
  return {
    catalog: () => core.catalogs.server,
    replace: (next) => core.catalogs.replaceServer(next),
    createDatabase: (entry, catalog) => createDatabase(core, entry, catalog),
    isReserved: (file) => core.instance.databases.isReserved(file),
    dropDatabase: (entry) => dropDatabase(core, entry),
    claimDatabase: (entry, termination, rollingBack) => claimDatabase(core, entry, termination, rollingBack),
    isUsedByOthers: ({ id }) => usersOf(core.instance, id).some((user) => user !== core),
    hashPassword,
    verifyPassword,
    isConnected: (login) => [...core.instance.sessions.values()].some((other) => nameKey(other.security.original) === nameKey(login)),
  };
}

/** On a connection of its own: the file exists whatever becomes of the statement, and an unused one is overwritten by the next creation. */
// biome-ignore lint/correctness/useYield: the contract is a generator because dropping waits
function* createDatabase(core: SessionCore, entry: DatabaseEntry, catalog: DatabaseCatalog): Steps<void> {
  const { databases, pool, counters } = core.instance;
  databases.prepareFile(entry);
  const connection = pool.acquire();
  const alias = databases.alias(entry.id);
  try {
    databases.attach(connection, entry.id);
    connection.execute('BEGIN');
    createCatalogTable(connection, alias);
    saveChanges(connection, alias, null, catalog);
    connection.execute('COMMIT');
    core.committed(databases.flush([entry.id]));
    counters.forget(entry.id);
    counters.load(connection, alias, entry.id);
  } finally {
    pool.release(connection);
  }
  databases.publish(catalog);
}

function* dropDatabase(core: SessionCore, entry: DatabaseEntry): Steps<void> {
  const { databases } = core.instance;
  core.transactions.settle();
  try {
    yield { kind: 'promise', promise: databases.holdCheckpoints(entry.id) };
    removeDatabase(core, entry);
  } finally {
    databases.resumeCheckpoints(entry.id);
  }
}

function removeDatabase(core: SessionCore, entry: DatabaseEntry): void {
  const { databases, counters, metrics } = core.instance;
  if (usersOf(core.instance, entry.id).length > 0) throw sqlError(3702, entry.name);
  core.connection.detach(databases.alias(entry.id));
  if (!databases.remove(entry)) throw sqlError(3702, entry.name);
  counters.forget(entry.id);
  metrics.forgetDatabase(entry.id);
}
