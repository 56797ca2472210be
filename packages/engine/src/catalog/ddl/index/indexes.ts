/** CREATE INDEX, ALTER INDEX and DROP INDEX. */

import type { AlterIndex, CreateIndex, DropIndex, DropIndexItem } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../../errors.ts';
import { type AnyIndex, allIndexes, findIndex, isKey, nameText, sameName } from '../../find.ts';
import { tableOfView } from '../../indexed-view.ts';
import type { Index, Table } from '../../model.ts';
import { type IndexRequest, tuningOf, withIndex } from '../build/keys.ts';
import type { DdlContext } from '../context.ts';
import { findTableHome, type Home } from '../home.ts';
import { dropIndexStatements, runStatements } from '../storage.ts';
import { findOption, isOn } from '../syntax.ts';
import { materialized } from '../table/materialize.ts';
import { requirePartition } from '../table/switch.ts';
import { disableIndexes, rebuildIndexes, requireEnabled } from './disable.ts';
import { makeIndex } from './make.ts';
import { withSpatialIndex } from './spatial.ts';
import { createViewIndex, dropViewIndex, findView } from './views.ts';
import { findXmlIndex, withoutXmlIndex } from './xml.ts';

const OPTIONS: ReadonlySet<string> = new Set(
  `PAD_INDEX FILLFACTOR SORT_IN_TEMPDB IGNORE_DUP_KEY STATISTICS_NORECOMPUTE STATISTICS_INCREMENTAL DROP_EXISTING ONLINE RESUMABLE MAX_DURATION
ALLOW_ROW_LOCKS ALLOW_PAGE_LOCKS OPTIMIZE_FOR_SEQUENTIAL_KEY MAXDOP DATA_COMPRESSION XML_COMPRESSION COMPRESSION_DELAY BOUNDING_BOX GRIDS
CELLS_PER_OBJECT ORDER`.split(/\s+/),
);

export function createIndex(statement: CreateIndex, context: DdlContext): void {
  const unknown = statement.options.find(({ name }) => !OPTIONS.has(name));
  if (unknown !== undefined) throw sqlError(155, unknown.name.toLowerCase(), 'CREATE INDEX');
  const found = findTableHome(context, statement.table);
  if (found === undefined) {
    const view = findView(context, statement.table);
    if (view === undefined || statement.spatial !== null) throw sqlError(1088, nameText(statement.table));
    return createViewIndex(statement, context, view);
  }
  const { home } = found;
  const existing = isOn(statement.options, 'DROP_EXISTING') ? withoutExisting(context, home, found.table, statement) : found.table;
  if (statement.spatial !== null)
    return home.save({ ...withSpatialIndex(existing, statement, statement.spatial.using), modified: context.now });
  const names = statement.columns.map(({ name }) => name.value);
  const table = statement.unique ? materialized(context, home, existing, names) : existing;
  const request: IndexRequest = { ...statement, name: statement.name.value, clustered: statement.clustered === true };
  const after = withIndex(home.build(), table, request);
  const index = after.indexes.at(-1);
  if (index !== undefined) makeIndex(context, home, after, index);
  home.save({ ...after, modified: context.now });
}

function withoutExisting(context: DdlContext, home: Home, table: Table, statement: CreateIndex): Table {
  const existing = findIndex(table, statement.name.value);
  if (existing === undefined) throw sqlError(7999, statement.name.value, table.name);
  if (isKey(existing)) throw sqlError(1907, existing.name);
  runStatements(context.connection, dropIndexStatements(home.layout, table, existing));
  return { ...table, indexes: table.indexes.filter((index) => index !== existing) };
}

/** What ALTER INDEX … SET takes. */
const SETTABLE: ReadonlySet<string> = new Set(
  `ALLOW_ROW_LOCKS ALLOW_PAGE_LOCKS OPTIMIZE_FOR_SEQUENTIAL_KEY IGNORE_DUP_KEY STATISTICS_NORECOMPUTE COMPRESSION_DELAY`.split(' '),
);

export function alterIndex(statement: AlterIndex, context: DdlContext): void {
  const unknown = statement.options.find(
    ({ name }) => !OPTIONS.has(name) && name !== 'LOB_COMPACTION' && name !== 'COMPRESS_ALL_ROW_GROUPS',
  );
  if (unknown !== undefined) throw sqlError(155, unknown.name.toLowerCase(), 'ALTER INDEX');
  const unset = statement.action === 'set' ? statement.options.find(({ name }) => !SETTABLE.has(name)) : undefined;
  if (unset !== undefined) throw sqlError(155, unset.name.toLowerCase(), 'ALTER INDEX SET');
  const found = findTableHome(context, statement.table);
  if (found === undefined) return alterViewIndex(statement, context);
  const { home } = found;
  const table = tuned(found.table, statement);
  if (table !== found.table) home.save({ ...table, modified: context.now });
  const named = statement.index === null ? null : findIndex(table, statement.index.value);
  if (named === undefined && findXmlIndex(table, statement.index?.value ?? '') !== undefined) return;
  if (named === undefined) throw sqlError(2727, statement.index?.value ?? '');
  const selected = named === null ? allIndexes(table) : [named];
  if (statement.partition !== null) requirePartition(statement.partition, table, named, context, home);
  switch (statement.action) {
    case 'disable':
      return disableIndexes(context, home, table, selected);
    case 'rebuild':
      return rebuildIndexes(context, home, table, selected);
    case 'set':
      return setIndexOptions(statement, context, home, table, selected);
    case 'reorganize':
      return requireEnabled(table, selected);
    case 'resume':
    case 'pause':
    case 'abort':
      return;
  }
}

/** The table with what REBUILD and SET say of fill factor and locks. */
function tuned(table: Table, { index, options }: AlterIndex): Table {
  if (tuningOf(options).tuning === undefined) return table;
  const tune = <Kind extends AnyIndex>(one: Kind): Kind =>
    index === null || sameName(one.name, index.value) ? { ...one, ...tuningOf(options, one.tuning) } : one;
  return { ...table, keys: table.keys.map(tune), indexes: table.indexes.map(tune) };
}

/** Rebuilding an index of a view changes nothing. */
function alterViewIndex({ table, index, action }: AlterIndex, context: DdlContext): void {
  const found = findView(context, table);
  if (found === undefined || found.view.indexes === undefined) throw sqlErrorState(1088, 9, nameText(table));
  if (index !== null && findIndex(tableOfView(found.view), index.value) === undefined) throw sqlError(2727, index.value);
  if (action === 'disable') throw unsupported('ALTER INDEX … DISABLE on a view');
}

function setIndexOptions(statement: AlterIndex, context: DdlContext, home: Home, table: Table, selected: readonly AnyIndex[]): void {
  if (findOption(statement.options, 'IGNORE_DUP_KEY') === undefined) return;
  const ignoreDuplicateKeys = isOn(statement.options, 'IGNORE_DUP_KEY');
  const key = selected.find(isKey);
  if (key !== undefined) throw sqlError(1979, key.name);
  const indexes = selected.filter((index): index is Index => !isKey(index));
  const plain = indexes.find((index) => !index.unique);
  if (ignoreDuplicateKeys && plain !== undefined) throw sqlError(1915, plain.name);
  const filtered = indexes.find((index) => index.filter !== null);
  if (ignoreDuplicateKeys && filtered !== undefined) throw sqlError(10618, 'alter', filtered.name, table.name);
  const change = (index: Index): Index => (indexes.includes(index) ? { ...index, ignoreDuplicateKeys } : index);
  home.save({ ...table, indexes: table.indexes.map(change), modified: context.now });
}

export function dropIndexes(statement: DropIndex, context: DdlContext): void {
  for (const item of statement.items) dropIndex(item, statement.ifExists, context);
}

function dropIndex(item: DropIndexItem, ifExists: boolean, context: DdlContext): void {
  const found = findTableHome(context, item.table);
  const view = found === undefined ? findView(context, item.table) : undefined;
  if (view?.view.indexes !== undefined) return dropViewIndex(context, view, item.table, item.index.value, ifExists);
  const xml = found && findXmlIndex(found.table, item.index.value);
  if (found !== undefined && xml !== undefined) return found.home.save({ ...withoutXmlIndex(found.table, xml), modified: context.now });
  const index = found && findIndex(found.table, item.index.value);
  if (found === undefined || index === undefined) {
    if (ifExists) return;
    throw sqlErrorState(3701, found === undefined ? 6 : 7, 'drop', 'index', `${nameText(item.table)}.${item.index.value}`);
  }
  if (isKey(index)) throw sqlError(3723, `${nameText(item.table)}.${index.name}`, index.kind === 'primary' ? 'PRIMARY KEY' : 'UNIQUE KEY');
  const { home, table } = found;
  runStatements(context.connection, dropIndexStatements(home.layout, table, index));
  home.save({ ...table, indexes: table.indexes.filter((other) => other !== index), modified: context.now });
}
