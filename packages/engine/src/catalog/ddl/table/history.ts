/**
 * The history of a system-versioned table: a table of the same columns in the same order without anything that makes values. What ALTER TABLE does to
 * the columns of the table is done to those of its history; the history itself cannot be altered while the link stands.
 */

import { type AlterTable, type AlterTableAdd, type AlterTableDrop, binary } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import type { Steps } from '../../../run/contracts.ts';
import { columnById, findColumn, nameFromParts } from '../../find.ts';
import type { Column, DatabaseCatalog, Index, Table } from '../../model.ts';
import { plainColumn } from '../../plain-table.ts';
import { constraintError } from '../build/build.ts';
import type { DdlContext } from '../context.ts';
import { findTableHome, type Home } from '../home.ts';
import { addColumnStatements, runStatements } from '../storage.ts';

export interface HistoryRequest {
  readonly id: number;
  readonly schema: string;
  readonly name: string;
  readonly storageName: string;
  readonly now: bigint;
}

/** A new history table, with the clustered index by which old rows are found. */
export function historyTable(table: Table, { id, schema, name, storageName, now }: HistoryRequest): Table {
  const columns = table.columns.map((column, i) => historyColumn(column, i + 1));
  const place = (columnId: number | undefined): number => table.columns.findIndex((column) => column.id === columnId) + 1;
  const index: Index = {
    indexId: 1,
    name: `ix_${name}`,
    unique: false,
    clustered: true,
    columns: [table.period?.end, table.period?.start].map((column) => ({ columnId: place(column), descending: false })),
    included: [],
    filter: null,
    disabled: false,
    ignoreDuplicateKeys: false,
    storageName: `${storageName}.ix_${name}`,
  };
  return {
    kind: 'table',
    id,
    schema,
    name,
    created: now,
    modified: now,
    columns,
    keys: [],
    foreignKeys: [],
    checks: [],
    indexes: [index],
    annotations: {},
    isSystem: false,
    storage: { kind: 'database', name: storageName, rowIdColumn: null },
    historyOf: table.id,
  };
}

/** The column as it stands in a history: it only holds values. A rowversion becomes plain bytes. */
export function historyColumn(column: Column, id: number): Column {
  const type = column.type.name === 'rowversion' ? binary(8) : column.type;
  return { ...plainColumn({ name: column.name, type, nullable: column.nullable }, id), sparse: column.sparse };
}

const fullName = (home: Home, table: Table): string => `${home.catalog().name}.${table.schema}.${table.name}`;

/** What cannot be done to a history table, and to a versioned one, by ALTER TABLE. */
export function refuseAlteration({ action }: AlterTable, context: DdlContext, home: Home, table: Table): void {
  if (table.historyOf !== undefined) refuseOnHistory(action, context, home, table);
  if (table.versioning === undefined) return;
  if (action.kind === 'addElements') refuseAddition(action, home, table);
  if (action.kind === 'dropElements') refuseDrop(action, home, table);
}

function refuseOnHistory(action: AlterTable['action'], context: DdlContext, home: Home, table: Table): void {
  const name = fullName(home, table);
  if (action.kind === 'alterColumn') throw sqlError(13548, action.column.value, name);
  if (action.kind === 'dropElements' && action.items.some((item) => item.what === 'column')) throw sqlError(13551, name);
  if (action.kind !== 'addElements') return;
  const refusals: Readonly<Record<string, number>> = {
    columnDefinition: 13550,
    computedColumn: 13550,
    period: 13598,
    check: 13564,
    primaryKey: 13558,
    unique: 13583,
  };
  for (const element of action.elements) {
    const number = refusals[element.kind];
    if (number === undefined) continue;
    const error = sqlError(number, name);
    throw number === 13550 || number === 13598 ? error : constraintError({ context }, error);
  }
}

function refuseAddition(action: AlterTableAdd, home: Home, table: Table): void {
  const history = historyOf(home.catalog(), table);
  if (history === undefined) return;
  for (const element of action.elements) {
    if (element.kind === 'columnDefinition' && element.identity !== null) throw sqlError(13704, fullName(home, history));
    if (element.kind === 'computedColumn') throw sqlError(13724);
  }
}

function refuseDrop(action: AlterTableDrop, home: Home, table: Table): void {
  const isPrimary = (name: string): boolean =>
    table.keys.some((key) => key.kind === 'primary' && key.name.toLowerCase() === name.toLowerCase());
  for (const { what, name } of action.items) {
    if (what === 'period') throw sqlError(13592, fullName(home, table));
    if (what === 'constraint' && isPrimary(name?.value ?? '')) throw sqlError(13557, fullName(home, table));
  }
}

/** The history table of a versioned table. */
export function historyOf(catalog: DatabaseCatalog, table: Table): Table | undefined {
  const found = table.versioning && catalog.objectsById.get(table.versioning.historyId);
  return found?.kind === 'table' ? found : undefined;
}

export interface HistoryHome {
  readonly home: Home;
  readonly table: Table;
}

/** The history as it is now, to be changed. Asked for after the table itself has been saved, since both live in one catalog. */
export function historyHome(context: DdlContext, database: string, table: Table): HistoryHome | undefined {
  const catalog = context.catalogs.database(database);
  const history = catalog && historyOf(catalog, table);
  return history && findTableHome(context, nameFromParts([database, history.schema, history.name]));
}

/** Columns that the table has and its history has not: added there with the values that the table's rows got. */
export function* addToHistory(context: DdlContext, database: string, after: Table, filled: (column: Column) => boolean): Steps<void> {
  const found = historyHome(context, database, after);
  if (found === undefined) return;
  const { home, table } = found;
  const last = Math.max(table.storage.lastColumnId ?? 0, ...table.columns.map(({ id }) => id));
  const missing = after.columns.filter((column) => findColumn(table, column.name) === undefined);
  const added = missing.map((column, i) => historyColumn(column, last + 1 + i));
  const next: Table = { ...table, columns: [...table.columns, ...added], modified: context.now };
  runStatements(
    context.connection,
    added.flatMap((column) => addColumnStatements(home.layout, next, column)),
  );
  for (const [i, column] of missing.entries()) {
    const own = added[i];
    if (own === undefined || !filled(column)) continue;
    const withDefault = { ...own, default: column.default };
    const columns = next.columns.map((other) => (other.id === own.id ? withDefault : other));
    yield* context.binder.fillColumn(home.catalog(), { ...next, columns }, withDefault);
  }
  home.save(next);
}

/** 13588 for a column of the period. */
export function refusePeriodColumn(table: Table, column: Column, database: string): void {
  const { period } = table;
  if (period === undefined || (column.id !== period.start && column.id !== period.end)) return;
  if (columnById(table, column.id) !== undefined) throw sqlError(13588, column.name, `${database}.${table.schema}.${table.name}`);
}
