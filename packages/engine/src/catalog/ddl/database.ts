/** CREATE, ALTER and DROP DATABASE. */

import { randomUUID } from 'node:crypto';
import type { AlterDatabase, AlterDatabaseOther, AlterDatabaseSet, Clause, CreateDatabase, Drop } from '@sprocket/tsql';
import { isString } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { brokerOf } from '../broker/model.ts';
import { CONVERSATIONS_TABLE, messagesTable, TRANSMISSION_TABLE } from '../broker/tables.ts';
import { setBroker, setDataSpaces, setNameAndCollation, setOptions } from '../edit.ts';
import { nameText, sameName, tablesOf } from '../find.ts';
import { type DatabaseCatalog, type DatabaseOptions, nameKey } from '../model.ts';
import { newDatabase } from '../seed.ts';
import { type DatabaseEntry, nextDatabaseId, putDatabase, removeDatabase, type ServerCatalog, SYSTEM_DATABASES } from '../server.ts';
import { commitCatalog, commitServer } from './apply.ts';
import type { DdlContext, Termination } from './context.ts';
import { applyDatabaseOption, takesDatabaseAlone } from './database-options.ts';
import { isTracking, setDatabaseTracking } from './database-tracking.ts';
import { quote } from './storage.ts';
import { optionText } from './syntax.ts';

export function* createDatabase(statement: CreateDatabase, context: DdlContext): Steps<void> {
  if (statement.for !== null) throw unsupported(`CREATE DATABASE … ${statement.for}`);
  const name = statement.name.value;
  const server = context.server.catalog();
  if (server.databases.has(nameKey(name))) throw sqlError(1801, name);
  if (statement.containment === 'PARTIAL') requireContained(context, 'create');
  const entry: DatabaseEntry = {
    id: nextDatabaseId(server),
    name,
    file: freeFile(server, name, context.server.isReserved),
    created: context.now,
    owner: context.login,
    state: 'ONLINE',
  };
  const model = context.catalogs.database('model');
  const collation = statement.collation?.value ?? model?.collation;
  const catalog = newDatabase({
    databaseId: entry.id,
    name,
    created: context.now,
    owner: context.login,
    ...(collation === undefined ? {} : { collation }),
    ...(model === undefined ? {} : { options: contained(model.options, statement.containment) }),
  });
  yield* context.server.createDatabase(entry, catalog);
  commitServer(context, putDatabase(context.server.catalog(), entry));
}

/** 12824 as long as the server does not allow users with passwords of their own. */
function requireContained(context: DdlContext, verb: string): void {
  if (context.server.catalog().configuration['contained database authentication'] === 1) return;
  const error = sqlError(12824, verb);
  if (verb === 'create') throw error;
  context.precede(error);
  throw sqlError(5069);
}

const contained = (options: DatabaseOptions, containment: string | null): DatabaseOptions =>
  containment === 'PARTIAL' ? { ...options, other: { ...options.other, CONTAINMENT: containment } } : options;

/** A place for the file of a database, relative to the data folder: a renamed database keeps its file, and a restored one gets another. */
export function freeFile(server: ServerCatalog, name: string, isReserved: (file: string) => boolean): string {
  const taken = new Set([...server.databases.values()].map(({ file }) => file));
  const folder = fileName(name);
  for (let number = 1; ; number += 1) {
    const file = `${folder}/${folder}${number === 1 ? '' : `.${number}`}.db`;
    if (!taken.has(file) && !isReserved(file)) return file;
  }
}

/** A name as a file name: characters with a meaning for file systems become their codes. */
function fileName(name: string): string {
  const safe = [...name]
    .map((character) => (/[\p{L}\p{N} _.-]/u.test(character) ? character : `%${character.codePointAt(0)?.toString(16)}`))
    .join('');
  return safe.startsWith('.') || safe.startsWith('_') ? `%${safe}` : safe;
}

export function* dropDatabase(context: DdlContext, name: string, ifExists: boolean): Steps<void> {
  const entry = context.server.catalog().databases.get(nameKey(name));
  if (entry === undefined) {
    if (ifExists) return;
    throw sqlErrorState(3701, 1, 'drop', 'database', name);
  }
  if (isSystemDatabase(entry)) throw sqlError(3708, 'drop', 'database', name, 'database');
  if (sameName(context.catalogs.current().name, name)) throw sqlError(3702, name);
  const snapshot = [...context.server.catalog().databases.values()].find((other) => other.snapshotOf === entry.id);
  if (snapshot !== undefined) throw sqlError(3709, 'drop', snapshot.name);
  yield* context.server.dropDatabase(entry);
  commitServer(context, removeDatabase(context.server.catalog(), name));
}

const isSystemDatabase = (entry: DatabaseEntry): boolean => SYSTEM_DATABASES.some(({ id }) => id === entry.id);

export function* alterDatabase(statement: AlterDatabase, context: DdlContext): Steps<void> {
  const name = statement.name?.value ?? context.catalogs.current().name;
  const catalog = context.catalogs.database(name);
  const entry = context.server.catalog().databases.get(nameKey(name));
  if (catalog === undefined || entry === undefined) {
    context.precede(sqlError(5011, name));
    throw sqlError(5069);
  }
  if (entry.snapshotOf !== undefined || entry.state === 'RESTORING') {
    context.precede(entry.state === 'RESTORING' ? sqlError(5052, 'ALTER DATABASE', 'Restoring') : sqlError(5093));
    throw sqlError(5069);
  }
  const { action } = statement;
  switch (action.kind) {
    case 'setDatabaseOptions':
      return yield* setDatabaseOptions(action, context, entry, catalog);
    case 'renameDatabase':
      return renameDatabase(context, entry, catalog, action.name.value);
    case 'collateDatabase':
      return setCollation(context, catalog, action.collation.value);
    case 'alterDatabaseOther':
      return alterOther(action, context, catalog);
  }
}

/** Options that the system databases with these ids do not have. */
const FIXED: Readonly<Record<string, ReadonlySet<number>>> = {
  ALLOW_SNAPSHOT_ISOLATION: new Set([1]),
  READ_COMMITTED_SNAPSHOT: new Set([1, 2, 4]),
};

function* setDatabaseOptions(action: AlterDatabaseSet, context: DdlContext, entry: DatabaseEntry, catalog: DatabaseCatalog): Steps<void> {
  const alone = action.options.find(takesDatabaseAlone);
  if (alone !== undefined && isSystemDatabase(entry)) throw sqlError(5058, alone.name, entry.name);
  const fixed = action.options.find(({ name }) => FIXED[name]?.has(entry.id) === true);
  if (fixed !== undefined) throw sqlError(5058, fixed.name, entry.name);
  if (action.options.some((option) => option.name === 'CONTAINMENT' && optionText(option).toUpperCase() === 'PARTIAL'))
    requireContained(context, 'alter');
  const after = action.options.some(isTracking)
    ? setDatabaseTracking(action.options, context, catalog)
    : action.options.reduce((current, option) => applyDatabaseOption(current, option), catalog);
  const isNew = action.options.some(({ name }) => name === 'NEW_BROKER');
  commitCatalog(context, catalog, isNew ? newBroker(context, after) : after);
  const state = action.options.some(({ name }) => name === 'OFFLINE')
    ? 'OFFLINE'
    : action.options.some(({ name }) => name === 'ONLINE')
      ? 'ONLINE'
      : entry.state;
  if (state !== entry.state) commitServer(context, putDatabase(context.server.catalog(), { ...entry, state }));
}

/**
 * What needs a database without other sessions waits for them, ends them or is refused, before the statement takes the database's lock: one of them may
 * hold it. The statement is permitted already.
 */
export function* claimDatabases(statement: AlterDatabase | Drop, context: DdlContext): Steps<void> {
  const entryOf = (name: string): DatabaseEntry | undefined => context.server.catalog().databases.get(nameKey(name));
  if (statement.kind === 'drop') {
    for (const name of statement.names) requireUnused(entryOf(nameText(name)), context);
    return;
  }
  const name = statement.name?.value ?? context.catalogs.current().name;
  const [entry, catalog] = [entryOf(name), context.catalogs.database(name)];
  if (entry === undefined || catalog === undefined || isSystemDatabase(entry)) return;
  const { action } = statement;
  if (action.kind === 'setDatabaseOptions') {
    if (action.options.some(takesDatabaseAlone) || endsSingleUser(action, catalog)) yield* claim(action, context, entry);
  } else if (context.server.isUsedByOthers(entry)) refuseUsed(action, context, entry);
}

function requireUnused(entry: DatabaseEntry | undefined, { server }: DdlContext): void {
  if (entry !== undefined && !isSystemDatabase(entry) && server.isUsedByOthers(entry)) throw sqlError(3702, entry.name);
}

/** A new name, and a new collation, are for a database that nobody else uses. */
function refuseUsed(action: AlterDatabase['action'], context: DdlContext, entry: DatabaseEntry): void {
  if (action.kind === 'renameDatabase') throw sqlErrorState(5030, 2);
  if (action.kind !== 'collateDatabase') return;
  context.precede(sqlErrorState(5030, 5));
  throw sqlError(5072, entry.name, action.collation.value);
}

const REFUSED = { locked: 5061, 'single user': 5064, 'in use': 5070 } as const;

function* claim(action: AlterDatabaseSet, context: DdlContext, entry: DatabaseEntry): Steps<void> {
  const rollingBack = (percent: number): void => context.inform(5060, percent);
  const outcome = yield* context.server.claimDatabase(entry, termination(action.termination), rollingBack);
  if (outcome === 'claimed') return;
  context.precede(sqlError(REFUSED[outcome], entry.name));
  throw sqlError(5069);
}

/** While another session has the database for itself, nobody else ends that. */
const endsSingleUser = ({ options }: AlterDatabaseSet, catalog: DatabaseCatalog): boolean =>
  catalog.options.singleUser && options.some(({ name }) => name === 'MULTI_USER' || name === 'RESTRICTED_USER');

/** `ROLLBACK IMMEDIATE`, `ROLLBACK AFTER 5 SECONDS`, `NO_WAIT` */
function termination(clauses: readonly Clause[]): Termination {
  const words = clauses.map((clause) => (clause.kind === 'integer' ? clause.text : clause.kind === 'word' ? clause.value : ''));
  if (words[0] === 'NO_WAIT') return { kind: 'no wait' };
  if (words[0] !== 'ROLLBACK') return { kind: 'wait' };
  return { kind: 'rollback', seconds: words[1] === 'AFTER' ? Number(words[2]) : 0 };
}

/** The database gets another broker: the conversations of the one before are gone. */
function newBroker(context: DdlContext, catalog: DatabaseCatalog): DatabaseCatalog {
  const alias = quote(context.catalogs.alias(catalog.databaseId));
  const queues = [...catalog.objects.values()].flatMap((object) => (object.kind === 'queue' ? [messagesTable(object.id)] : []));
  const tables = queues.length === 0 ? [] : [CONVERSATIONS_TABLE, TRANSMISSION_TABLE, ...queues];
  for (const table of tables) context.connection.execute(`DELETE FROM ${alias}.${quote(table)}`);
  return setBroker(catalog, { ...brokerOf(catalog), guid: randomUUID().toUpperCase() });
}

/** The file keeps its name; only the catalogs change. */
function renameDatabase(context: DdlContext, entry: DatabaseEntry, catalog: DatabaseCatalog, name: string): void {
  const taken = context.server.catalog().databases.get(nameKey(name));
  if (taken !== undefined && taken.id !== entry.id) throw sqlError(1801, name);
  if (isSystemDatabase(entry)) throw sqlError(5058, 'NAME', entry.name);
  commitServer(context, putDatabase(context.server.catalog(), { ...entry, name }));
  commitCatalog(context, catalog, setNameAndCollation(catalog, name, catalog.collation));
  context.inform(5073, name);
}

/** Keys of indexes are made with the collation, so it can change only while no table has a column that uses the default one. */
function setCollation(context: DdlContext, catalog: DatabaseCatalog, collation: string): void {
  const used = [...tablesOf(catalog)].some((table) => table.columns.some(({ type }) => isString(type) && type.collation === undefined));
  if (used) throw unsupported('ALTER DATABASE … COLLATE of a database with character columns');
  commitCatalog(context, catalog, setNameAndCollation(catalog, catalog.name, collation));
}

/** Files have no effect here; filegroups and scoped configurations are kept. */
function alterOther({ clauses }: AlterDatabaseOther, context: DdlContext, catalog: DatabaseCatalog): void {
  const words = clauses.map((clause) =>
    clause.kind === 'word' ? context.text.slice(clause.span.start, clause.span.end) : clauseText(clause),
  );
  const start = words.slice(0, 2).join(' ').toUpperCase();
  if (start === 'SCOPED CONFIGURATION') return setScoped(words.slice(2), context, catalog);
  if (start === 'ADD FILEGROUP') return addFilegroup(words[2] ?? '', context, catalog);
  if (!FILE_ACTIONS.has(start)) throw unsupported(`ALTER DATABASE … ${start}`);
}

const FILE_ACTIONS: ReadonlySet<string> = new Set([
  'ADD FILE',
  'ADD LOG',
  'MODIFY FILE',
  'MODIFY FILEGROUP',
  'REMOVE FILE',
  'REMOVE FILEGROUP',
]);

function clauseText(clause: Clause): string {
  switch (clause.kind) {
    case 'word':
    case 'identifier':
    case 'string':
    case 'sign':
      return clause.value;
    case 'variable':
      return clause.name;
    case 'integer':
    case 'decimal':
    case 'float':
    case 'money':
      return clause.text;
    case 'binary':
      return `0x${clause.hex}`;
    case 'null':
      return 'NULL';
    case 'group':
      return '';
  }
}

function addFilegroup(name: string, context: DdlContext, catalog: DatabaseCatalog): void {
  const id = Math.max(...catalog.dataSpaces.filter((space) => space.kind === 'filegroup').map((space) => space.id), 0) + 1;
  commitCatalog(
    context,
    catalog,
    setDataSpaces(catalog, [...catalog.dataSpaces, { kind: 'filegroup', id, name, isDefault: false, readOnly: false }]),
  );
}

/** `[FOR SECONDARY] SET name = value` and `CLEAR PROCEDURE_CACHE`. */
function setScoped(words: readonly string[], context: DdlContext, catalog: DatabaseCatalog): void {
  const set = words.findIndex((word) => word.toUpperCase() === 'SET');
  if (set < 0) return;
  const name = (words[set + 1] ?? '').toUpperCase();
  const value = (words.at(-1) ?? '').toUpperCase();
  const shown = value === 'ON' ? '1' : value === 'OFF' ? '0' : value;
  commitCatalog(
    context,
    catalog,
    setOptions(catalog, { ...catalog.options, other: { ...catalog.options.other, [`SCOPED ${name}`]: shown } }),
  );
}
