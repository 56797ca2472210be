/** Views with indexes. To the catalog's views and functions such a view is a table of its columns and indexes; it has no rows of its own in storage. */

import { dependenciesOf } from './dependencies.ts';
import type { DatabaseCatalog, Table, View } from './model.ts';
import { plainTable } from './plain-table.ts';

/** What needs the options that ANSI prescribes, in the words of 1934. */
export const SETTINGS_MATTER =
  'indexed views and/or indexes on computed columns and/or filtered indexes and/or query notifications and/or XML data type methods and/or spatial index operations';

const tables = new WeakMap<View, Table>();

/** The view as a table without storage; its columns are numbered as the view's are. */
export function tableOfView(view: View): Table {
  const known = tables.get(view) ?? makeTable(view);
  tables.set(view, known);
  return known;
}

function makeTable({ id, schema, name, created, modified, columns, indexes = [] }: View): Table {
  const storage = { kind: 'system', name, rowIdColumn: null } as const;
  return plainTable({ id, schema, name, created, modified, indexes, isSystem: false, storage }, columns);
}

/** A view with indexes. */
export type IndexedView = View & { readonly indexes: NonNullable<View['indexes']> };

export const isIndexed = (view: View): view is IndexedView => view.indexes !== undefined && view.indexes.length > 0;

/** The indexed views that show rows of a table. */
export function indexedViewsOver(catalog: DatabaseCatalog, tableId: number): readonly IndexedView[] {
  const views: IndexedView[] = [];
  for (const object of catalog.objects.values()) {
    if (object.kind === 'view' && isIndexed(object) && dependenciesOf(catalog, object).some(({ id }) => id === tableId)) views.push(object);
  }
  return views;
}
