/** Facts about indexes and statistics: INDEXPROPERTY, INDEX_COL, INDEXKEY_PROPERTY, STATS_DATE. */

import { type AnyIndex, allIndexes, columnById, findIndex, isColumnStore, isDisabled, isKey, sameName } from './find.ts';
import { tableOfView } from './indexed-view.ts';
import { type Answers, type MetadataContext, objectById, objectNamed } from './metadata-context.ts';
import type { Statistics, Table } from './model.ts';
import { datetimeOf } from './views/shared.ts';

/** An index, or statistics without one. */
type Target = { readonly index: AnyIndex; readonly statistics: null } | { readonly index: null; readonly statistics: Statistics };

/** By folded name. */
const PROPERTIES: Readonly<Record<string, (target: Target, index: AnyIndex | null) => boolean | number>> = {
  indexdepth: (_, index) => (index === null ? 0 : 1),
  indexfillfactor: (_, index) => index?.tuning?.fillFactor ?? 0,
  indexid: ({ statistics }, index) => index?.indexId ?? statistics?.id ?? 0,
  isautostatistics: () => false,
  isclustered: (_, index) => index?.clustered === true,
  iscolumnstore: (_, index) => index !== null && isColumnStore(index),
  isdisabled: (_, index) => index !== null && isDisabled(index),
  isfulltextkey: () => false,
  ishypothetical: () => false,
  isoptimizedforsequentialkey: () => false,
  ispadindex: (_, index) => index?.tuning?.padded === true,
  ispagelockdisallowed: (_, index) => index?.tuning?.pageLocks === false,
  isrowlockdisallowed: (_, index) => index?.tuning?.rowLocks === false,
  isstatistics: (_, index) => index === null,
  isunique: (_, index) => index !== null && (isKey(index) || index.unique),
};

function indexProperty(context: MetadataContext, id: number, name: string, property: string): number | null {
  const table = tableById(context, id);
  const target = table && targetNamed(table, name);
  const value = target && PROPERTIES[property.trim().toLowerCase()]?.(target, target.index);
  return value === undefined ? null : Number(value);
}

function tableById(context: MetadataContext, id: number): Table | undefined {
  const entry = objectById(context, id)?.entry;
  if (entry?.object?.kind === 'view') return tableOfView(entry.object);
  return entry?.constraint === null && entry.column === null ? (entry.table ?? undefined) : undefined;
}

function targetNamed(table: Table, name: string): Target | undefined {
  const index = findIndex(table, name);
  if (index !== undefined) return { index, statistics: null };
  const statistics = table.statistics?.find((candidate) => sameName(candidate.name, name));
  return statistics && { index: null, statistics };
}

const indexWithId = (table: Table | undefined, indexId: number): AnyIndex | undefined =>
  table && allIndexes(table).find((index) => index.indexId === indexId);

/** The name of the key column in a place, counted from 1. */
function indexColumn(context: MetadataContext, name: string, indexId: number, place: number): string | null {
  const entry = objectNamed(context, name)?.entry;
  const table = entry?.object?.kind === 'view' ? tableOfView(entry.object) : (entry?.table ?? undefined);
  const key = indexWithId(table, indexId)?.columns[place - 1];
  return table === undefined || key === undefined ? null : (columnById(table, key.columnId)?.name ?? null);
}

function indexKeyProperty(context: MetadataContext, id: number, indexId: number, place: number, property: string): number | null {
  const key = indexWithId(tableById(context, id), indexId)?.columns[place - 1];
  if (key === undefined) return null;
  switch (property.trim().toLowerCase()) {
    case 'columnid':
      return key.columnId;
    case 'isdescending':
      return Number(key.descending);
    default:
      return null;
  }
}

/** Statistics are as old as their table's definition. */
function statisticsDate(context: MetadataContext, id: number, statisticsId: number): number | null {
  const table = tableById(context, id);
  const isKnown = indexWithId(table, statisticsId) !== undefined || table?.statistics?.some((own) => own.id === statisticsId) === true;
  return table !== undefined && isKnown ? datetimeOf(table.modified) : null;
}

export const INDEX_ANSWERS: Answers = {
  INDEXPROPERTY: indexProperty,
  INDEX_COL: indexColumn,
  INDEXKEY_PROPERTY: indexKeyProperty,
  STATS_DATE: statisticsDate,
};
