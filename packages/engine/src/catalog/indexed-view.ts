/** Views with indexes. To the catalog's views and functions such a view is a table of its columns and indexes; it has no rows of its own in storage. */

import { dependenciesOf } from './dependencies.ts';
import type { DatabaseCatalog, Table, View } from './model.ts';

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

function makeTable(view: View): Table {
  return {
    kind: 'table',
    id: view.id,
    schema: view.schema,
    name: view.name,
    created: view.created,
    modified: view.modified,
    columns: view.columns.map(({ name, type, nullable }, i) => ({
      id: i + 1,
      name,
      storageName: `c${i + 1}`,
      type,
      nullable,
      identity: null,
      default: null,
      computed: null,
      rowGuidCol: false,
      sparse: false,
      generated: null,
      hidden: false,
    })),
    keys: [],
    foreignKeys: [],
    checks: [],
    indexes: view.indexes ?? [],
    annotations: {},
    isSystem: false,
    storage: { kind: 'system', name: view.name, rowIdColumn: null },
  };
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
