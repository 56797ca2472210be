/**
 * SYSTEM_VERSIONING = ON | OFF, as CREATE TABLE … WITH and ALTER TABLE … SET write it: links a table that has a period to its history table, which is
 * made unless it exists, and takes the link apart again. Changes of a versioned table's columns are repeated on its history (`history.ts`).
 */

import type { Option } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../../errors.ts';
import { putObject } from '../../edit.ts';
import { nameFromParts, primaryKey, sameName } from '../../find.ts';
import type { DatabaseCatalog, HistoryRetention, SchemaObject, Table } from '../../model.ts';
import { objectKey } from '../../model.ts';
import { commitCatalog } from '../apply.ts';
import type { DdlContext } from '../context.ts';
import { homeForNew } from '../home.ts';
import { optionText } from '../syntax.ts';
import { requireConsistentHistory, requireHistoryShape } from './adopt.ts';
import { historyTable } from './history.ts';

/** Whether an option of a table is SYSTEM_VERSIONING. */
export const isVersioning = (option: Option): boolean => option.name === 'SYSTEM_VERSIONING';

/** Turns versioning on or off. `state` tells CREATE from ALTER where SQL Server does. */
export function setVersioning(option: Option, context: DdlContext, database: DatabaseCatalog, table: Table, state: 1 | 2): void {
  const [value] = option.values;
  const isOn = value?.kind === 'word' && value.value === 'ON';
  if (isOn && table.graph !== undefined) throw unsupported('SYSTEM_VERSIONING of node and edge tables');
  if (isOn) switchOn(readOptions(option), context, database, table, state);
  else if (state === 1) switchOff(context, database, table);
}

interface VersioningOptions {
  /** One to four parts; null without HISTORY_TABLE. */
  readonly history: readonly string[] | null;
  readonly check: boolean;
  readonly retention: HistoryRetention | null;
  /** HISTORY_RETENTION_PERIOD is written. */
  readonly retentionGiven: boolean;
}

function readOptions({ options }: Option): VersioningOptions {
  const find = (name: string): Option | undefined => options?.find((option) => option.name === name);
  const [named] = find('HISTORY_TABLE')?.values ?? [];
  const retention = find('HISTORY_RETENTION_PERIOD');
  const check = find('DATA_CONSISTENCY_CHECK');
  return {
    history: named === undefined ? null : named.kind === 'name' ? named.parts.map((part) => part.value) : [wordText(named)],
    check: check === undefined || optionText(check) !== 'OFF',
    retention: retention === undefined ? null : readRetention(retention),
    retentionGiven: retention !== undefined,
  };
}

const wordText = (value: Option['values'][number]): string => (value.kind === 'word' ? value.text : '');

const UNITS: Readonly<Record<string, HistoryRetention['unit']>> = {
  DAY: 'DAY',
  DAYS: 'DAY',
  WEEK: 'WEEK',
  WEEKS: 'WEEK',
  MONTH: 'MONTH',
  MONTHS: 'MONTH',
  YEAR: 'YEAR',
  YEARS: 'YEAR',
};

/** `6 MONTHS`; INFINITE is null. */
function readRetention(option: Option): HistoryRetention | null {
  const [count, unit] = optionText(option).split(' ');
  if (count === 'INFINITE') return null;
  const known = UNITS[unit ?? ''];
  if (known === undefined) throw sqlError(13744, unit ?? '');
  if (!(Number(count) > 0)) throw sqlError(13743, count ?? '');
  return { count: Number(count), unit: known };
}

const fullName = (database: DatabaseCatalog, { schema, name }: Pick<Table, 'schema' | 'name'>): string =>
  `${database.name}.${schema}.${name}`;

function switchOn(options: VersioningOptions, context: DdlContext, database: DatabaseCatalog, table: Table, state: 1 | 2): void {
  const name = fullName(database, table);
  if (table.storage.kind === 'temporary' || sameName(database.name, 'tempdb')) throw sqlError(13568, name);
  if (table.historyOf !== undefined) throw sqlError(13566, name);
  if (table.period === undefined) throw sqlErrorState(13510, state);
  if (primaryKey(table) === undefined) throw sqlError(13553, name);
  const wanted = historyName(options, database, table);
  const existing = database.objects.get(objectKey(wanted.schema, wanted.name));
  if (table.versioning !== undefined) return changeRetention(options, context, database, table, existing);
  const history =
    existing === undefined ? makeHistory(context, database, table, wanted) : adopted(options, context, database, table, existing);
  if (options.retention !== null) requireCleanupIndex(database, table, history);
  const current = context.catalogs.database(database.name) ?? database;
  const versioned: Table = { ...table, versioning: { historyId: history.id, retention: options.retention }, modified: context.now };
  commitCatalog(context, current, putObject(putObject(current, { ...history, historyOf: table.id }), versioned));
}

interface HistoryName {
  readonly schema: string;
  readonly name: string;
}

/** As written, else `MSSQL_TemporalHistoryFor_<object id>` beside the table. */
function historyName({ history }: VersioningOptions, database: DatabaseCatalog, table: Table): HistoryName {
  if (history === null) return { schema: table.schema, name: freeHistoryName(database, table) };
  const [name = '', schema = ''] = [...history].reverse();
  if (name.startsWith('#')) throw sqlError(13567, history.join('.'));
  if (history.length !== 2) throw sqlError(13539, history.join('.'));
  if (sameName(name, table.name) && sameName(schema, table.schema)) throw sqlError(13574, fullName(database, table));
  return { schema, name };
}

/** A history table that was left behind keeps its name, so the next one gets a number of eight digits. */
function freeHistoryName(database: DatabaseCatalog, table: Table): string {
  const wanted = `MSSQL_TemporalHistoryFor_${table.id}`;
  let name = wanted;
  for (let i = 1; database.objects.has(objectKey(table.schema, name)); i += 1)
    name = `${wanted}_${((table.id * 2_654_435_761 + i) >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
  return name;
}

/** SET (SYSTEM_VERSIONING = ON …) of a table that is versioned changes the retention period and nothing else. */
function changeRetention(
  { history, retention, retentionGiven }: VersioningOptions,
  context: DdlContext,
  database: DatabaseCatalog,
  table: Table,
  named: SchemaObject | undefined,
): void {
  const name = fullName(database, table);
  if (history === null && !retentionGiven) throw sqlError(13596, name);
  const historyId = table.versioning?.historyId ?? 0;
  const kept = history === null ? database.objectsById.get(historyId) : named;
  if (kept === undefined) throw sqlError(13757, name);
  if (kept.id !== historyId) throw sqlError(13595, `${database.name}.${history?.join('.') ?? ''}`, name);
  if (retention !== null && kept.kind === 'table') requireCleanupIndex(database, table, kept);
  commitCatalog(context, database, putObject(database, { ...table, versioning: { historyId, retention }, modified: context.now }));
}

function makeHistory(context: DdlContext, database: DatabaseCatalog, table: Table, wanted: HistoryName): Table {
  const home = homeForNew(context, nameFromParts([database.name, wanted.schema, wanted.name]));
  const built = historyTable(table, {
    id: home.build().takeId(),
    schema: home.schema,
    name: home.name,
    storageName: home.storageName(),
    now: context.now,
  });
  return home.create(built);
}

function adopted(options: VersioningOptions, context: DdlContext, database: DatabaseCatalog, table: Table, existing: SchemaObject): Table {
  if (existing.kind !== 'table') throw sqlError(13511, `${existing.schema}.${existing.name}`);
  requireHistoryShape(database, table, existing);
  if (options.check) requireConsistentHistory(context, database, table, existing);
  return existing;
}

/** 13765: what clears a history away looks for old rows by an index that begins with the end of the period. */
function requireCleanupIndex(database: DatabaseCatalog, table: Table, history: Table): void {
  const clustered = history.indexes.find((index) => index.clustered);
  const end = table.columns.findIndex((column) => column.id === table.period?.end);
  if (clustered?.columns[0]?.columnId === history.columns[end]?.id && clustered !== undefined) return;
  throw sqlErrorState(13765, clustered === undefined ? 1 : 2, fullName(database, table), fullName(database, history));
}

function switchOff(context: DdlContext, database: DatabaseCatalog, table: Table): void {
  if (table.versioning === undefined) throw sqlError(13591, fullName(database, table));
  const { versioning, ...plain } = table;
  const after = putObject(database, { ...plain, modified: context.now });
  const history = database.objectsById.get(versioning.historyId);
  if (history?.kind !== 'table') return commitCatalog(context, database, after);
  const { historyOf, ...freed } = history;
  commitCatalog(context, database, putObject(after, freed));
}
