/**
 * ALTER TABLE … ADD: columns and constraints. The new table is built first, then storage follows: columns are added and filled, indexes are made and
 * found to be unique, rows are held against new checks and foreign keys (unless WITH NOCHECK).
 */

import type { AlterTableAdd } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import type { Steps } from '../../../run/contracts.ts';
import { latest } from '../../../values/datetime/limits.ts';
import { allIndexes, columnById } from '../../find.ts';
import type { Column, Table } from '../../model.ts';
import { constraintError } from '../build/build.ts';
import { type ElementParts, splitElements, withElements } from '../build/table.ts';
import type { DdlContext } from '../context.ts';
import type { Home } from '../home.ts';
import { makeIndex } from '../index/make.ts';
import { addColumnStatements, quote, runStatements } from '../storage.ts';
import { addToHistory } from './history.ts';
import { materialized } from './materialize.ts';

export function* addElements(action: AlterTableAdd, context: DdlContext, home: Home, table: Table): Steps<void> {
  const parts = splitElements(action.elements);
  const build = home.build();
  const ready = materialized(context, home, table, keyColumns(parts));
  const after = { ...withElements(build, ready, parts, { trusted: action.check !== false }), modified: context.now };
  yield* addColumns(context, home, { before: ready, after, parts });
  for (const index of newOf(ready, after, allIndexes)) {
    makeIndex(context, home, after, index, (error) => constraintError({ context }, error));
  }
  home.save(after);
  yield* addToHistory(context, home.catalog().name, after, (column) => isFilled(column, parts));
  if (parts.period !== null) requireCurrentRows(context, home, after);
  if (action.check !== false) yield* validate(context, home, table, after);
}

/** Columns of new keys and unique indexes. */
function keyColumns({ constraints, indexes }: ElementParts): readonly string[] {
  const keys = constraints.flatMap(({ constraint }) =>
    constraint.kind === 'primaryKey' || constraint.kind === 'unique' ? constraint.columns : [],
  );
  const unique = indexes.flatMap(({ index }) => (index.unique ? index.columns : []));
  return [...keys, ...unique].map(({ name }) => name.value);
}

/** The items of the new state that the old one has not. */
function newOf<Item extends object>(before: Table, after: Table, items: (table: Table) => readonly Item[]): readonly Item[] {
  const old = new Set<object>(items(before));
  return items(after).filter((item) => !old.has(item));
}

interface Addition {
  readonly before: Table;
  readonly after: Table;
  readonly parts: ElementParts;
}

function* addColumns(context: DdlContext, home: Home, { before, after, parts }: Addition): Steps<void> {
  const columns = after.columns.filter((column) => columnById(before, column.id) === undefined);
  if (columns.length === 0) return;
  const empty = isEmpty(context, home, before);
  for (const column of columns) if (!empty) requireFillable(column, before);
  runStatements(
    context.connection,
    columns.flatMap((column) => addColumnStatements(home.layout, after, column)),
  );
  if (empty) return;
  for (const column of columns) if (isFilled(column, parts)) yield* context.binder.fillColumn(home.catalog(), after, column);
}

/** 13575 and 13542: the rows of a table that gets a period are current ones. */
function requireCurrentRows(context: DdlContext, home: Home, table: Table): void {
  const name = `${home.catalog().name}.${table.schema}.${table.name}`;
  const place = (id: number | undefined): number => table.columns.findIndex((column) => column.id === id);
  const [start, end] = [place(table.period?.start), place(table.period?.end)];
  const last = latest(table.columns[end]?.type.scale ?? 7);
  for (const row of context.binder.rowsOf(home.catalog(), table)) {
    if ((row[end] as bigint) !== last) throw sqlError(13575, name);
    if ((row[start] as bigint) > context.utcNow) throw sqlError(13542, name);
  }
}

/** 4901 for a column that existing rows would have no value for. */
function requireFillable(column: Column, table: Table): void {
  const filled = column.default !== null || column.identity !== null || column.computed !== null || column.type.name === 'rowversion';
  if (!column.nullable && !filled) throw sqlError(4901, column.name, table.name);
}

/** Existing rows get a value when the column takes no NULL, is computed, or WITH VALUES asks for it. */
function isFilled(column: Column, { constraints }: ElementParts): boolean {
  if (column.computed !== null) return column.computed.persisted;
  if (!column.nullable || column.type.name === 'rowversion') return true;
  return constraints.some(
    ({ constraint, column: on }) => on === column.name && constraint.kind === 'defaultConstraint' && constraint.withValues,
  );
}

function isEmpty(context: DdlContext, home: Home, table: Table): boolean {
  const sql = `SELECT 1 FROM ${quote(home.layout.alias)}.${quote(table.storage.name)} LIMIT 1`;
  return context.connection.get(sql, [], { bigints: false, functions: [] }) === undefined;
}

function* validate(context: DdlContext, home: Home, before: Table, after: Table): Steps<void> {
  for (const check of newOf(before, after, (table) => table.checks)) yield* context.binder.validateCheck(home.catalog(), after, check.id);
  for (const key of newOf(before, after, (table) => table.foreignKeys))
    yield* context.binder.validateForeignKey(home.catalog(), after, key);
  for (const connection of newOf(before, after, (table) => table.graph?.connections ?? []))
    yield* context.binder.validateConnection(home.catalog(), after, connection);
}
