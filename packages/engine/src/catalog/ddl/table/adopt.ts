/**
 * Taking a table that exists as the history of another: it must hold rows of the same shape and nothing that makes or forbids values, and its rows must
 * be periods that have ended and, for one key, do not overlap. SQL Server looks in this order and reports the first difference.
 */

import { sameType, typeToString } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../../errors.ts';
import type { Value } from '../../../values/value.ts';
import { primaryKey, sameName, triggersOf } from '../../find.ts';
import type { Column, DatabaseCatalog, Table } from '../../model.ts';
import type { DdlContext } from '../context.ts';
import { historyColumn } from './history.ts';

export function requireHistoryShape(database: DatabaseCatalog, table: Table, history: Table): void {
  const nameOf = ({ schema, name }: Table): string => `${database.name}.${schema}.${name}`;
  const name = nameOf(history);
  if (history.historyOf !== undefined) throw sqlError(13514, name);
  if (history.versioning !== undefined) throw sqlError(13566, name);
  for (const [number, isTrue] of REFUSALS) if (isTrue(history, database)) throw sqlError(number, name);
  if (history.columns.length !== table.columns.length)
    throw sqlError(13523, nameOf(table), table.columns.length, name, history.columns.length);
  table.columns.forEach((column, i) => {
    requireSameColumn(column, history.columns[i] as Column, { table, ordinal: i + 1, tableName: nameOf(table), historyName: name });
  });
}

const REFUSALS: readonly (readonly [number: number, isTrue: (history: Table, database: DatabaseCatalog) => boolean])[] = [
  [13574, (history) => history.period !== undefined],
  [13515, (history) => history.keys.length > 0 || history.indexes.some((index) => index.unique)],
  [13516, (history) => history.foreignKeys.length > 0],
  [13517, (history) => history.checks.length > 0],
  [13518, (history) => history.columns.some((column) => column.identity !== null)],
  [13519, (history) => history.columns.some((column) => column.computed !== null)],
  [13522, (history, database) => triggersOf(database, history.id).length > 0],
  [13580, (history) => history.columns.some((column) => column.rowGuidCol)],
];

interface Place {
  readonly table: Table;
  readonly ordinal: number;
  readonly tableName: string;
  readonly historyName: string;
}

function requireSameColumn(column: Column, other: Column, { table, ordinal, tableName, historyName }: Place): void {
  const wanted = historyColumn(column, other.id);
  const isPeriod = column.id === table.period?.start || column.id === table.period?.end;
  if (!sameName(column.name, other.name)) throw sqlError(13524, other.name, ordinal, historyName, column.name, tableName);
  if (wanted.type.collation !== other.type.collation && sameType({ ...wanted.type, collation: '' }, { ...other.type, collation: '' }))
    throw sqlError(13526, column.name, tableName, historyName);
  if (!sameType(wanted.type, other.type))
    throw sqlError(13525, column.name, typeToString(other.type), historyName, typeToString(wanted.type), tableName);
  if (isPeriod && other.nullable) throw sqlError(13530, other.name, historyName, tableName);
  if (column.nullable !== other.nullable) throw sqlError(13531, column.name, tableName, historyName);
  if (column.sparse !== other.sparse) throw sqlError(13533, column.name, tableName, historyName);
}

interface HistoryRow {
  readonly key: string;
  readonly start: bigint;
  readonly end: bigint;
}

/** 13541, 13543 and 13573. */
export function requireConsistentHistory(context: DdlContext, database: DatabaseCatalog, table: Table, history: Table): void {
  const name = `${database.name}.${history.schema}.${history.name}`;
  const place = (id: number | undefined): number => table.columns.findIndex((column) => column.id === id);
  const [start, end] = [place(table.period?.start), place(table.period?.end)];
  const keys = (primaryKey(table)?.columns ?? []).map(({ columnId }) => place(columnId));
  const rows = [...context.binder.rowsOf(database, history)].map(
    (row): HistoryRow => ({ key: keyText(keys.map((i) => row[i] ?? null)), start: row[start] as bigint, end: row[end] as bigint }),
  );
  if (rows.some((row) => row.end < row.start)) throw sqlErrorState(13541, 0, name);
  if (rows.some((row) => row.end > context.utcNow)) throw sqlErrorState(13543, 0, name);
  if (overlaps(rows)) throw sqlErrorState(13573, 0, name);
}

const keyText = (values: readonly Value[]): string => JSON.stringify(values.map(String));

function overlaps(rows: readonly HistoryRow[]): boolean {
  const sorted = rows
    .filter((row) => row.start !== row.end)
    .sort((a, b) => (a.key === b.key ? Number(a.start - b.start) : a.key < b.key ? -1 : 1));
  return sorted.some((row, i) => {
    const before = sorted[i - 1];
    return before !== undefined && before.key === row.key && before.end > row.start;
  });
}
