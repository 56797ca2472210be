/** The catalog inside a restored file, made that of the database which the file is to become. */

import { SqliteConnection } from '../../backends/sqlite/connection.ts';
import { STANDING_FUNCTIONS } from '../../backends/sqlite/registered.ts';
import { nextVersion, putPrincipal } from '../../catalog/edit.ts';
import { findPrincipal } from '../../catalog/find.ts';
import type { DatabaseCatalog } from '../../catalog/model.ts';
import type { DatabaseEntry } from '../../catalog/server.ts';
import { loadCatalog, saveChanges } from '../../catalog/store.ts';
import { SqlError } from '../../errors.ts';

const ALIAS = 'restored';

/** Undefined for a file that holds no database. */
export function adoptFile(file: string, entry: DatabaseEntry, family: string): DatabaseCatalog | undefined {
  const connection = new SqliteConnection();
  try {
    connection.register(STANDING_FUNCTIONS);
    connection.attach(ALIAS, file, { volatile: false });
    const before = loadCatalog(connection, ALIAS);
    if (before === undefined) return undefined;
    const after = owned(
      { ...before, databaseId: entry.id, name: entry.name, created: entry.created, family, version: nextVersion() },
      entry,
    );
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

function owned(catalog: DatabaseCatalog, { owner }: DatabaseEntry): DatabaseCatalog {
  const dbo = findPrincipal(catalog, 'dbo');
  return dbo === undefined ? catalog : putPrincipal(catalog, { ...dbo, login: owner });
}
