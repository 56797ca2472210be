/**
 * ALTER TABLE … ALTER COLUMN: a new type or nullability, with the values converted, or one of the properties that are set by name. What refers to
 * the column forbids some changes; indexes over it are made anew because their keys depend on the type.
 */

import type { AlterTableAlterColumn, ColumnDefinition, ColumnPropertyChange } from '@sprocket/tsql';
import { sameType } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../../errors.ts';
import type { Steps } from '../../../run/contracts.ts';
import { type AnyIndex, allIndexes, findColumn, isDeclaredPersisted, isKey } from '../../find.ts';
import type { Column, ComputedDefinition, Table } from '../../model.ts';
import { replaceColumn, resolveColumnType } from '../build/columns.ts';
import type { DdlContext } from '../context.ts';
import type { Home } from '../home.ts';
import { makeIndex } from '../index/make.ts';
import { columnMask } from '../mask.ts';
import { requireHeld } from '../permit/objects.ts';
import { addColumnStatements, dropColumnStatements, dropIndexStatements, runStatements } from '../storage.ts';
import { dependents, reportDependents } from './dependents.ts';
import { historyHome } from './history.ts';

export function* alterColumn(action: AlterTableAlterColumn, context: DdlContext, home: Home, table: Table): Steps<void> {
  const column = findColumn(table, action.column.value);
  if (column === undefined) throw sqlError(4924, 'ALTER TABLE ALTER COLUMN', action.column.value, table.name);
  if (column.graph !== undefined) throw sqlErrorState(13913, 2);
  if (action.change.kind === 'columnPropertyChange') {
    if (action.change.property === 'PERSISTED') return yield* changePersistence(action.change.add, context, home, table, column);
    return changeProperty(action.change, context, home, table, column);
  }
  if (column.generated !== null) throw sqlError(13599, column.name);
  yield* changeType(action.change, context, home, table, column);
  const history = historyHome(context, home.catalog().name, table);
  const same = history && findColumn(history.table, column.name);
  if (history !== undefined && same !== undefined) yield* changeType(action.change, context, history.home, history.table, same);
}

function* changeType(change: ColumnDefinition, context: DdlContext, home: Home, table: Table, column: Column): Steps<void> {
  if (column.computed !== null) throw sqlError(4928, column.name, 'COMPUTED');
  if (column.type.name === 'rowversion') throw sqlError(4928, column.name, 'timestamp');
  const resolved = resolveColumnType(home.build(), change, column.id);
  if (resolved.type.name === 'rowversion') throw sqlError(4927, column.name, 'timestamp');
  const nullable = change.nullable ?? resolved.nullable ?? context.settings.ansiNullDefault;
  const collation = resolved.type.collation ?? (change.collation === null ? column.type.collation : undefined);
  const type = collation === undefined || !isCharacter(resolved.type.name) ? resolved.type : { ...resolved.type, collation };
  const { mask: _before, ...unmasked } = column;
  const mask = change.mask === null ? {} : { mask: columnMask(change.mask, column.name, type) };
  const next: Column = { ...unmasked, ...mask, type, nullable: column.identity === null && nullable };
  requireAllowed(context, home, table, column, next);
  if (!next.nullable && column.nullable && context.binder.hasNulls(home.catalog(), table, column)) throw nullError(home, table, column);
  yield* rewrite(context, home, table, column, next);
}

const isCharacter = (name: string): boolean => ['char', 'varchar', 'nchar', 'nvarchar', 'text', 'ntext'].includes(name);

/** What depends on the column allows only that a varying length grows or, outside keys, that the nullability changes. */
function requireAllowed(context: DdlContext, home: Home, table: Table, column: Column, next: Column): void {
  const widened = isWidened(column, next);
  const hindering = dependents(home.catalog(), table, column).filter((dependent) => {
    if (dependent.kind === 'module' || dependent.kind === 'partition') return true;
    if (dependent.kind === 'primary key') return !(sameType(column.type, next.type) || widened) || next.nullable;
    if (dependent.kind === 'default') return !sameType(column.type, next.type) && !widened;
    return !(sameType(column.type, next.type) || widened);
  });
  reportDependents(context, hindering, column, 'ALTER TABLE ALTER COLUMN');
}

function isWidened(before: Column, after: Column): boolean {
  const [a, b] = [before.type, after.type];
  const varying = a.name === b.name && ['varchar', 'nvarchar', 'varbinary'].includes(a.name) && a.collation === b.collation;
  return varying && a.length > 0 && b.length >= a.length;
}

function nullError(home: Home, table: Table, column: Column): Error {
  return sqlError(515, column.name, `${home.catalog().name}.${table.schema}.${table.name}`, 'UPDATE');
}

function* rewrite(context: DdlContext, home: Home, table: Table, column: Column, wanted: Column): Steps<void> {
  const moves = table.storage.rowIdColumn !== column.id && affinityChanges(context, column, wanted);
  const next = moves ? { ...wanted, storageName: nextStorageName(column) } : wanted;
  const after = { ...replaceColumn(table, next), modified: context.now };
  const affected = allIndexes(table).filter((index) => usesColumn(index, column.id));
  for (const index of affected) runStatements(context.connection, dropIndexStatements(home.layout, table, index));
  if (moves) runStatements(context.connection, addColumnStatements(home.layout, after, next));
  if (!sameType(column.type, next.type)) yield* context.binder.convertColumn(home.catalog(), table, column, next);
  if (moves) runStatements(context.connection, dropColumnStatements(home.layout, table, column));
  for (const index of affected) makeIndex(context, home, after, index);
  home.save(after);
}

/** A storage column turns what is written to it into its own affinity, so another affinity needs another column. */
function affinityChanges(context: DdlContext, column: Column, next: Column): boolean {
  return context.physical.columnAffinity(column.type) !== context.physical.columnAffinity(next.type);
}

/** `c3`, then `c3~2`, `c3~3` … */
export function nextStorageName(column: Column): string {
  const [base = '', count = '1'] = column.storageName.split('~');
  return `${base}~${Number(count) + 1}`;
}

const usesColumn = (index: AnyIndex, id: number): boolean => index.columns.some(({ columnId }) => columnId === id);

/** A computed column that becomes PERSISTED gets a storage column and the values of all rows; one that is no longer is worked out when it is read. */
function* changePersistence(persisted: boolean, context: DdlContext, home: Home, table: Table, column: Column): Steps<void> {
  if (column.computed === null)
    throw unsupported(`ALTER COLUMN … ${persisted ? 'ADD' : 'DROP'} PERSISTED of a column that is not computed`);
  if (isDeclaredPersisted(column.computed) === persisted) return;
  if (column.computed.implicit === true) return declarePersisted(context, home, table, column, column.computed);
  const isUnique = allIndexes(table).some((index) => (isKey(index) || index.unique) && usesColumn(index, column.id));
  if (!persisted && isUnique) {
    const kept: Column = { ...column, computed: { ...column.computed, implicit: true } };
    return home.save({ ...replaceColumn(table, kept), modified: context.now });
  }
  const computed = { ...column.computed, persisted };
  const next: Column = { ...column, computed, storageName: persisted ? nextStorageName(column) : column.storageName };
  const after = { ...replaceColumn(table, next), modified: context.now };
  const affected = allIndexes(table).filter((index) => usesColumn(index, column.id));
  for (const index of affected) runStatements(context.connection, dropIndexStatements(home.layout, table, index));
  if (persisted) {
    runStatements(context.connection, addColumnStatements(home.layout, after, next));
    yield* context.binder.fillColumn(home.catalog(), after, next);
  }
  for (const index of affected) makeIndex(context, home, after, index);
  home.save(after);
}

/** Its values are there already. */
function declarePersisted(context: DdlContext, home: Home, table: Table, column: Column, { text }: ComputedDefinition): void {
  home.save({ ...replaceColumn(table, { ...column, computed: { text, persisted: true } }), modified: context.now });
}

function changeProperty(change: ColumnPropertyChange, context: DdlContext, home: Home, table: Table, column: Column): void {
  if (change.property === 'MASKED') requireMaskable(context, home, table, column);
  if (change.property === 'HIDDEN' && column.generated === null)
    throw sqlError(13735, column.name, `${home.catalog().name}.${table.schema}.${table.name}`);
  home.save({ ...replaceColumn(table, withProperty(change, table, column)), modified: context.now });
}

function withProperty({ property, add, mask }: ColumnPropertyChange, table: Table, column: Column): Column {
  switch (property) {
    case 'ROWGUIDCOL':
      requireRowGuidChange(table, add);
      return { ...column, rowGuidCol: add };
    case 'SPARSE':
      return { ...column, sparse: add };
    case 'HIDDEN':
      return { ...column, hidden: add };
    case 'NOT FOR REPLICATION':
      return column.identity === null ? column : { ...column, identity: { ...column.identity, notForReplication: add } };
    case 'PERSISTED':
      return column;
    case 'MASKED':
      return withMask(mask, column);
  }
}

/** What is worked out from the column would show it. */
function requireMaskable(context: DdlContext, home: Home, table: Table, column: Column): void {
  requireHeld(context, 'ALTER ANY MASK', sqlErrorState(15247, 5));
  const computed = dependents(home.catalog(), table, column).filter(({ kind }) => kind === 'computed column');
  reportDependents(context, computed, column, 'ALTER TABLE ALTER COLUMN');
}

/** DROP MASKED without a mask is 16007. */
function withMask(text: string | null, column: Column): Column {
  if (column.computed !== null) throw sqlError(4928, column.name, 'COMPUTED');
  const { mask, ...unmasked } = column;
  if (text !== null) return { ...unmasked, mask: columnMask(text, column.name, column.type) };
  if (mask === undefined) throw sqlErrorState(16007, 0, column.name);
  return unmasked;
}

function requireRowGuidChange(table: Table, add: boolean): void {
  const has = table.columns.some((column) => column.rowGuidCol);
  if (add && has) throw sqlError(4925, table.name);
  if (!add && !has) throw sqlError(4926, table.name);
}
