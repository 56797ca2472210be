/**
 * PERIOD FOR SYSTEM_TIME: the two datetime2 columns that say from when until when a row is current. CREATE TABLE names columns that are GENERATED
 * ALWAYS; ALTER TABLE may also make a period of columns that exist, which are generated from then on.
 */

import type { ColumnDefinition, Identifier, Period } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../../errors.ts';
import { columnById, findColumn, sameName } from '../../find.ts';
import type { Column, Table } from '../../model.ts';
import type { Build } from './build.ts';
import { replaceColumn } from './columns.ts';
import type { ElementParts } from './table.ts';

type Role = 'ROW START' | 'ROW END';

export function withPeriod(build: Build, table: Table, { columns, period }: ElementParts): Table {
  const generated = columns.filter((column): column is ColumnDefinition => column.kind === 'columnDefinition' && column.generated !== null);
  if (period === null) {
    if (generated.length > 0) throw sqlError(13509);
    return table;
  }
  if (build.kind === 'variable') throw sqlError(13572);
  requireNoPeriod(build, table);
  const isNew = columns.some((column) => sameName(column.name.value, period.start.value)) || generated.length > 0;
  if (isNew) requireGenerated(generated, period);
  const start = periodColumn(table, period.start, 'ROW START', isNew ? 1 : 3);
  const end = periodColumn(table, period.end, 'ROW END', isNew ? 2 : 3);
  if (start.type.scale !== end.type.scale) throw sqlError(13513);
  return { ...replaceColumn(replaceColumn(table, start), end), period: { start: start.id, end: end.id } };
}

function requireNoPeriod(build: Build, table: Table): void {
  const name = `${build.catalog.name}.${table.schema}.${table.name}`;
  if (table.period !== undefined) throw sqlError(13597, name);
  if (table.historyOf !== undefined) throw sqlError(13598, name);
}

/** One column of each role, and the period names them. */
function requireGenerated(generated: readonly ColumnDefinition[], period: Period): void {
  const starts = generated.filter((column) => column.generated === 'ROW START');
  const ends = generated.filter((column) => column.generated === 'ROW END');
  if (starts.length > 1) throw sqlError(13502);
  if (ends.length > 1) throw sqlError(13503);
  if (starts[0] === undefined) throw sqlError(13504);
  if (ends[0] === undefined) throw sqlError(13505);
  if (!sameName(starts[0].name.value, period.start.value)) throw sqlError(13506);
  if (!sameName(ends[0].name.value, period.end.value)) throw sqlError(13507);
}

/** `state` of 13587 tells which column is nullable. */
function periodColumn(table: Table, { value }: Identifier, role: Role, state: number): Column {
  const column = findColumn(table, value);
  if (column === undefined) throw sqlError(role === 'ROW START' ? 13506 : 13507);
  if (column.type.name !== 'datetime2') throw sqlError(13501, column.name);
  if (column.nullable) throw sqlErrorState(13587, state, column.name);
  return { ...column, generated: role };
}

/** DROP PERIOD: the columns stay, as columns like any other. */
export function withoutPeriod({ period, ...table }: Table): Table {
  const ids = period === undefined ? [] : [period.start, period.end];
  return ids.reduce((current: Table, id) => {
    const column = columnById(current, id);
    return column === undefined ? current : replaceColumn(current, { ...column, generated: null, hidden: false });
  }, table);
}
