/**
 * Indexes on views. They change no result, since a view is always computed from its tables, but a unique one holds: what base tables do not already
 * guarantee is checked when they change (`run/change/view-keys.ts`). For its look-ups such an index brings indexes on the base tables in storage.
 */

import type { CreateIndex, ObjectName } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../../errors.ts';
import { putObject } from '../../edit.ts';
import { findIndex, nameText } from '../../find.ts';
import { indexabilityError } from '../../indexable.ts';
import { SETTINGS_MATTER, tableOfView } from '../../indexed-view.ts';
import type { DatabaseCatalog, Index, Table, View, ViewIndex } from '../../model.ts';
import { commitCatalog, findTarget } from '../apply.ts';
import { type IndexRequest, withIndex } from '../build/keys.ts';
import type { DdlContext, ViewKey } from '../context.ts';
import { requireNoPolicy } from '../security-policy.ts';
import { createIndexStatements, dropIndexStatements, type Layout, runStatements } from '../storage.ts';
import { isOn } from '../syntax.ts';

interface ViewHome {
  readonly catalog: DatabaseCatalog;
  readonly view: View;
}

export function findView(context: DdlContext, name: ObjectName): ViewHome | undefined {
  const { target, object } = findTarget(context, name);
  return object?.kind === 'view' ? { catalog: target.catalog, view: object } : undefined;
}

export function createViewIndex(statement: CreateIndex, context: DdlContext, { catalog, view }: ViewHome): void {
  const name = statement.name.value;
  requireNoPolicy(catalog, view);
  const problem = indexabilityError(catalog, view, name);
  if (problem !== null) throw problem;
  const replaced = isOn(statement.options, 'DROP_EXISTING') ? findIndex(tableOfView(view), name) : undefined;
  const before: View = { ...view, indexes: (view.indexes ?? []).filter((index) => index !== replaced) };
  requireOrder(statement, before);
  requireSettings(context);
  const request: IndexRequest = { ...statement, name, clustered: statement.clustered === true };
  const build = { context, catalog, kind: 'system', takeId: () => 0 } as const;
  const index = withIndex(build, tableOfView(before), request).indexes.at(-1);
  if (index === undefined) return;
  const key = context.binder.viewKey(
    catalog,
    view,
    index.columns.map(({ columnId }) => columnId - 1),
  );
  if (key !== null) requireKey(view, index, key);
  const added: ViewIndex = { ...index, checked: index.unique && key?.proven === false };
  if (replaced !== undefined) dropStorage(context, catalog, view, replaced.name);
  if (added.checked && key !== null) makeStorage(context, catalog, view, added, key);
  commitCatalog(context, catalog, putObject(catalog, { ...before, indexes: [...(before.indexes ?? []), added], modified: context.now }));
}

/** The first index is unique and clustered. */
function requireOrder({ unique, clustered, columnStore, options, where, name }: CreateIndex, view: View): void {
  if (where !== null) throw sqlError(10610, name.value, view.name);
  if (isOn(options, 'IGNORE_DUP_KEY')) throw sqlError(1990);
  const hasClustered = view.indexes?.some((index) => index.clustered) === true;
  if (clustered === true && !unique && !columnStore) throw sqlError(1941, view.name);
  if (!hasClustered && clustered !== true) throw sqlError(1940, 'index', view.name);
}

/** 1934 when the session's options could change what the view's expressions mean. */
function requireSettings({ settings }: DdlContext): void {
  const wrong = [...(settings.ansiNulls ? [] : ['ANSI_NULLS']), ...(settings.quotedIdentifier ? [] : ['QUOTED_IDENTIFIER'])];
  if (wrong.length > 0) throw sqlError(1934, 'CREATE INDEX', wrong.join(', '), SETTINGS_MATTER);
}

function requireKey(view: View, index: Index, key: ViewKey): void {
  if (key.sumsUnknown) throw sqlError(8662, index.name, view.name);
  if (index.clustered && key.outsideGroups) throw sqlError(8661, index.name, view.name);
  if (key.imprecise !== undefined) throw sqlError(1901, index.name, view.name, view.columns[key.imprecise]?.name ?? '');
  const duplicate = index.unique && !key.proven ? key.duplicate() : undefined;
  if (duplicate !== undefined) throw sqlError(1505, `${view.schema}.${view.name}`, index.name, duplicate);
}

function layoutOf(context: DdlContext, catalog: DatabaseCatalog): Layout {
  return { alias: context.catalogs.alias(catalog.databaseId), collation: catalog.collation, physical: context.physical };
}

/** The storage's index on a base table, by which rows of the view with a key are found. */
function lookupIndex(view: View, { name, storageName }: Index, table: Table, columnIds: readonly number[]): Index {
  return {
    indexId: 0,
    name,
    unique: false,
    clustered: false,
    columns: columnIds.map((columnId) => ({ columnId, descending: false })),
    included: [],
    filter: null,
    disabled: false,
    ignoreDuplicateKeys: false,
    storageName: `view ${view.id}.${storageName}~${table.id}`,
  };
}

function makeStorage(context: DdlContext, catalog: DatabaseCatalog, view: View, index: Index, { lookups }: ViewKey): void {
  const layout = layoutOf(context, catalog);
  for (const { table, columnIds } of lookups)
    runStatements(context.connection, createIndexStatements(layout, table, lookupIndex(view, index, table, columnIds)));
}

function dropStorage(context: DdlContext, catalog: DatabaseCatalog, view: View, name: string): void {
  const index = view.indexes?.find((candidate) => candidate.name === name);
  if (index?.checked !== true) return;
  const key = context.binder.viewKey(
    catalog,
    view,
    index.columns.map(({ columnId }) => columnId - 1),
  );
  for (const { table, columnIds } of key?.lookups ?? [])
    runStatements(context.connection, dropIndexStatements(layoutOf(context, catalog), table, lookupIndex(view, index, table, columnIds)));
}

/** Before a view is dropped or altered. */
export function dropViewStorage(context: DdlContext, catalog: DatabaseCatalog, view: View): void {
  for (const { name } of view.indexes ?? []) dropStorage(context, catalog, view, name);
}

/** Without its clustered index a view has none. */
export function dropViewIndex(context: DdlContext, { catalog, view }: ViewHome, table: ObjectName, name: string, ifExists: boolean): void {
  const index = findIndex(tableOfView(view), name);
  if (index === undefined) {
    if (ifExists) return;
    throw sqlErrorState(3701, 7, 'drop', 'index', `${nameText(table)}.${name}`);
  }
  const gone = (view.indexes ?? []).filter((other) => index.clustered || other === index);
  for (const other of gone) dropStorage(context, catalog, view, other.name);
  const indexes = (view.indexes ?? []).filter((other) => !gone.includes(other));
  commitCatalog(context, catalog, putObject(catalog, { ...view, indexes, modified: context.now }));
}
