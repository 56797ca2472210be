/**
 * ALTER TABLE … DROP: constraints and columns. A dropped column stays in storage without being reachable, as it does in SQL Server until the table is
 * rebuilt; its id is not used again.
 */

import type { AlterTableDrop, DropElement } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../../errors.ts';
import { type Constraint, findColumn, findConstraint, findConstraintInSchema, referencesTo } from '../../find.ts';
import { withConnections } from '../../graph.ts';
import type { Column, Key, Table } from '../../model.ts';
import { replaceColumn } from '../build/columns.ts';
import { withoutPeriod } from '../build/period.ts';
import type { DdlContext } from '../context.ts';
import type { Home } from '../home.ts';
import { dropIndexStatements, runStatements } from '../storage.ts';
import { copyStorage } from './copy.ts';
import { dependents, reportDependents } from './dependents.ts';
import { historyHome, refusePeriodColumn } from './history.ts';

export function dropElements(action: AlterTableDrop, context: DdlContext, home: Home, table: Table): void {
  const after = action.items.reduce((current, item) => dropElement(item, context, home, current), table);
  if (after === table) return;
  home.save({ ...after, modified: context.now });
  dropFromHistory(context, home, table, after);
}

/** Columns that are gone are gone from the history too. */
function dropFromHistory(context: DdlContext, home: Home, before: Table, after: Table): void {
  const found = historyHome(context, home.catalog().name, after);
  if (found === undefined || before.columns.length === after.columns.length) return;
  const gone = before.columns.filter((column) => findColumn(after, column.name) === undefined);
  const next = gone.reduce((table, { name }) => dropColumn(context, found.home, table, name, true), found.table);
  found.home.save({ ...next, modified: context.now });
}

function dropElement(item: DropElement, context: DdlContext, home: Home, table: Table): Table {
  const name = item.name?.value ?? '';
  switch (item.what) {
    case 'column':
      return dropColumn(context, home, table, name, item.ifExists);
    case 'constraint':
      return dropConstraint(context, home, table, name, item.ifExists);
    case 'period':
      return dropPeriod(home, table);
    case 'index':
      throw unsupported('ALTER TABLE DROP INDEX');
  }
}

function dropPeriod(home: Home, table: Table): Table {
  if (table.period === undefined) throw sqlError(13593, `${home.catalog().name}.${table.schema}.${table.name}`);
  return withoutPeriod(table);
}

function dropColumn(context: DdlContext, home: Home, table: Table, name: string, ifExists: boolean): Table {
  const column = findColumn(table, name);
  if (column === undefined) {
    if (ifExists) return table;
    throw sqlError(4924, 'ALTER TABLE DROP COLUMN', name, table.name);
  }
  if (column.graph !== undefined) throw sqlError(13913);
  refusePeriodColumn(table, column, home.catalog().name);
  reportDependents(context, dependents(home.catalog(), table, column), column, 'ALTER TABLE DROP COLUMN');
  if (table.fullText?.columns.some(({ columnId }) => columnId === column.id) === true)
    throw unsupported('ALTER TABLE DROP COLUMN of a full-text index');
  if (table.columns.length === 1) throw sqlError(4923, column.name, table.name);
  return withoutColumn(table, column);
}

function withoutColumn(table: Table, column: Column): Table {
  const lastColumnId = Math.max(table.storage.lastColumnId ?? 0, ...table.columns.map(({ id }) => id));
  return { ...table, columns: table.columns.filter((other) => other.id !== column.id), storage: { ...table.storage, lastColumnId } };
}

function dropConstraint(context: DdlContext, home: Home, table: Table, name: string, ifExists: boolean): Table {
  const found = findConstraint(table, name);
  if (found !== undefined) return withoutConstraint(context, home, table, found);
  if (ifExists) return table;
  const elsewhere = findConstraintInSchema(home.catalog(), table.schema, name);
  context.precede(elsewhere === undefined ? sqlError(3728, name) : sqlError(3733, name, table.name));
  throw sqlError(3727);
}

function withoutConstraint(context: DdlContext, home: Home, table: Table, found: Constraint): Table {
  const { id } = found.constraint;
  switch (found.kind) {
    case 'key':
      return withoutKey(context, home, table, found.constraint);
    case 'foreign key':
      return { ...table, foreignKeys: table.foreignKeys.filter((key) => key.id !== id) };
    case 'check':
      return { ...table, checks: table.checks.filter((check) => check.id !== id) };
    case 'default':
      return replaceColumn(table, { ...found.column, default: null });
    case 'edge':
      return withConnections(table, (connections) => connections.filter((connection) => connection.id !== id));
  }
}

function withoutKey(context: DdlContext, home: Home, table: Table, key: Key): Table {
  if (table.changeTracking !== undefined && key.kind === 'primary') {
    context.precede(sqlError(3735, key.name, table.name));
    throw sqlError(3727);
  }
  const wanted = new Set(key.columns.map(({ columnId }) => columnId));
  const reference = referencesTo(home.catalog(), table.id).find(
    ({ foreignKey }) => foreignKey.referencedColumns.length === wanted.size && foreignKey.referencedColumns.every((id) => wanted.has(id)),
  );
  if (reference !== undefined) {
    context.precede(sqlError(3725, key.name, reference.table.name, reference.foreignKey.name));
    throw sqlError(3727);
  }
  if (table.storage.rowIdColumn !== null && key.kind === 'primary') return withoutRowIdKey(context, home, table, key);
  runStatements(context.connection, dropIndexStatements(home.layout, table, key));
  return { ...table, keys: table.keys.filter((other) => other.id !== key.id) };
}

/** The storage's row id cannot stop being unique, so the rows move to a table with a row id of their own. */
function withoutRowIdKey(context: DdlContext, home: Home, table: Table, key: Key): Table {
  const after: Table = {
    ...table,
    keys: table.keys.filter((other) => other.id !== key.id),
    storage: { ...table.storage, rowIdColumn: null },
  };
  copyStorage(context, home, table, after);
  return after;
}
