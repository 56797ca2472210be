/**
 * ALTER INDEX … DISABLE and REBUILD. A disabled index has no storage and is not enforced; rebuilding brings both back. A disabled clustered index takes
 * the other indexes with it, and nobody can use the table until it is rebuilt; the rows stay where they are.
 */

import { sqlError, unsupported } from '../../../errors.ts';
import { putObject } from '../../edit.ts';
import { type AnyIndex, allIndexes, isDisabled, isKey, referencesTo } from '../../find.ts';
import type { Index, Key, Table } from '../../model.ts';
import { commitCatalog } from '../apply.ts';
import type { DdlContext } from '../context.ts';
import type { Home } from '../home.ts';
import { dropIndexStatements, runStatements } from '../storage.ts';
import { makeIndex } from './make.ts';

export function disableIndexes(context: DdlContext, home: Home, table: Table, selected: readonly AnyIndex[]): void {
  const affected = selected.some((index) => index.clustered) ? allIndexes(table) : selected;
  const changing = affected.filter((index) => !isDisabled(index));
  const rowId = changing.find((index) => !index.clustered && isRowId(table, index));
  if (rowId !== undefined) throw unsupported('ALTER INDEX … DISABLE of a nonclustered integer primary key');
  for (const index of changing) if (!index.clustered) runStatements(context.connection, dropIndexStatements(home.layout, table, index));
  home.save({ ...withState(table, changing, true), modified: context.now });
  for (const index of changing) disableReferences(context, home, table, index);
}

/** The storage's row id is unique whatever the catalog says. */
function isRowId({ storage }: Table, index: AnyIndex): boolean {
  return isKey(index) && index.columns.length === 1 && index.columns[0]?.columnId === storage.rowIdColumn;
}

function withState(table: Table, changing: readonly AnyIndex[], disabled: boolean): Table {
  return {
    ...table,
    keys: table.keys.map((key): Key => (changing.includes(key) ? { ...key, disabled } : key)),
    indexes: table.indexes.map((index): Index => (changing.includes(index) ? { ...index, disabled } : index)),
  };
}

/** Foreign keys that refer to a disabled key are disabled too, with 1992. */
function disableReferences(context: DdlContext, home: Home, table: Table, index: AnyIndex): void {
  const wanted = new Set(index.columns.map(({ columnId }) => columnId));
  for (const { table: child, foreignKey } of referencesTo(home.catalog(), table.id)) {
    const columns = foreignKey.referencedColumns;
    if (foreignKey.disabled || columns.length !== wanted.size || !columns.every((id) => wanted.has(id))) continue;
    context.inform(1992, foreignKey.name, child.name, table.name, index.name);
    const catalog = context.catalogs.database(home.catalog().name) ?? home.catalog();
    const current = catalog.objectsById.get(child.id);
    if (current?.kind !== 'table') continue;
    const foreignKeys = current.foreignKeys.map((key) => (key.id === foreignKey.id ? { ...key, disabled: true, notTrusted: true } : key));
    commitCatalog(context, catalog, putObject(catalog, { ...current, foreignKeys }));
  }
}

export function rebuildIndexes(context: DdlContext, home: Home, table: Table, selected: readonly AnyIndex[]): void {
  const changing = selected.filter(isDisabled);
  if (changing.length === 0) return;
  const clustered = allIndexes(table).find((index) => index.clustered);
  if (clustered !== undefined && isDisabled(clustered) && !changing.includes(clustered))
    throw sqlError(1974, 'table', table.name, clustered.name);
  const after = { ...withState(table, changing, false), modified: context.now };
  for (const index of changing) if (!index.clustered) makeIndex(context, home, after, { ...index, disabled: false });
  home.save(after);
}

/** 1973: what is disabled can only be rebuilt or dropped. */
export function requireEnabled(table: Table, selected: readonly AnyIndex[]): void {
  const disabled = selected.find(isDisabled);
  if (disabled !== undefined) throw sqlError(1973, disabled.name, 'table', table.name);
}
