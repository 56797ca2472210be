/**
 * Database snapshots: a database that can only be read and is what another one was at a moment, and which that one can be made of again. SQL Server keeps the
 * pages that change afterwards; here a snapshot is a whole copy.
 */

import type { CreateDatabase, Option } from '@sprocket/tsql';
import type { DdlContext } from '../../catalog/ddl/context.ts';
import { permitCreateDatabase } from '../../catalog/ddl/permit/drop.ts';
import { optionText } from '../../catalog/ddl/syntax.ts';
import { setOptions } from '../../catalog/edit.ts';
import { sameName } from '../../catalog/find.ts';
import { type DatabaseCatalog, nameKey } from '../../catalog/model.ts';
import { DATABASE, holds } from '../../catalog/security/index.ts';
import { type DatabaseEntry, SYSTEM_DATABASES } from '../../catalog/server.ts';
import { sqlError, unsupported } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import type { SessionCore } from '../session-core.ts';
import { copyOf } from './copy.ts';
import { replaceDatabase } from './replace.ts';
import { requireAllowed, requireUnused } from './restore.ts';
import { logicalName, requireNoTransaction } from './run.ts';

/** `CREATE DATABASE name ON (NAME = file, FILENAME = '…') AS SNAPSHOT OF source` */
export function* createSnapshot(statement: CreateDatabase, sourceName: string, core: SessionCore, context: DdlContext): Steps<void> {
  if (core.transactions.count > 0) throw sqlError(226, 'CREATE DATABASE');
  core.transactions.settle();
  permitCreateDatabase(context);
  const name = statement.name.value;
  const server = context.server.catalog();
  if (server.databases.has(nameKey(name))) throw sqlError(1801, name);
  const { catalog, entry } = sourceOf(sourceName, core, context);
  requireFiles(statement, catalog);
  yield* copied(entry, core, (file) =>
    replaceDatabase(name, core, context, {
      make: (copy) => copyOf(file, copy),
      change: (same) => setOptions(same, { ...same.options, readOnly: true }),
      entry: { owner: entry.owner, snapshotOf: entry.id },
      unfit: sqlError(1823),
      note: (current) => current,
    }),
  );
}

interface Source {
  readonly catalog: DatabaseCatalog;
  readonly entry: DatabaseEntry;
}

/** Whoever may read all of it. */
function sourceOf(name: string, core: SessionCore, context: DdlContext): Source {
  const catalog = context.catalogs.database(name);
  const entry = context.server.catalog().databases.get(nameKey(name));
  if (catalog === undefined || entry === undefined) throw sqlError(911, name);
  if (!holds(core.security.token(catalog), 'CONTROL', DATABASE)) throw sqlError(262, 'CREATE DATABASE', catalog.name);
  if (SYSTEM_DATABASES.some(({ id }) => id === entry.id)) throw unsupported(`CREATE DATABASE … AS SNAPSHOT OF ${entry.name}`);
  if (entry.snapshotOf !== undefined) throw sqlError(1821);
  if (entry.state !== 'ONLINE') throw sqlError(1822);
  return { catalog, entry };
}

/** The file with the data must be named, and no other. */
function requireFiles({ files }: CreateDatabase, { databaseId, name }: DatabaseCatalog): void {
  const own = logicalName(databaseId, name);
  const named = files
    .flatMap((group) => group.files)
    .map(({ options }) => options.find((option) => option.name === 'NAME'))
    .map((option) => (option === undefined ? '' : writtenName(option)));
  const strange = named.find((file) => !sameName(file, own));
  if (strange !== undefined) throw sqlError(5014, strange, name);
  if (named.length === 0) throw sqlError(5127, own);
}

/** As written: a bare word keeps its letters. */
function writtenName(option: Option): string {
  const [value] = option.values;
  return value?.kind === 'word' ? value.text : optionText(option);
}

/** The file that is copied stays where it is meanwhile. */
function* copied({ id }: DatabaseEntry, core: SessionCore, run: (file: string) => Steps<void>): Steps<void> {
  const { databases } = core.instance;
  const release = databases.lease(id);
  try {
    yield* run(databases.fileOf(id) ?? '');
  } finally {
    release();
  }
}

/** `RESTORE DATABASE name FROM DATABASE_SNAPSHOT = 'snapshot'`: it must be the only snapshot. */
export function* revertDatabase(name: string, snapshotName: string, core: SessionCore, context: DdlContext): Steps<void> {
  requireNoTransaction(core);
  requireAllowed(name, core, context);
  const { databases } = context.server.catalog();
  const entry = databases.get(nameKey(name));
  const catalog = context.catalogs.database(name);
  const snapshots = [...databases.values()].filter((other) => entry !== undefined && other.snapshotOf === entry.id);
  const snapshot = snapshots.find((other) => sameName(other.name, snapshotName));
  if (catalog === undefined || snapshot === undefined || snapshots.length > 1) throw sqlError(3137);
  requireUnused(catalog, core);
  yield* copied(snapshot, core, (file) =>
    replaceDatabase(name, core, context, {
      make: (copy) => copyOf(file, copy),
      change: (same) => setOptions(same, { ...same.options, readOnly: catalog.options.readOnly }),
      unfit: sqlError(3137),
      note: (current) => current,
    }),
  );
  core.instance.options.log('info', 'database reverted', { database: name, to: snapshot.name, login: core.loginName });
}
