/** Full-text catalogs, indexes and their columns. */

import { BIT, char, DATETIME, INT, nvarchar, SYSNAME, varbinary } from '@sprocket/tsql';
import type { FullTextCatalog, FullTextIndex, Table } from '../model.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, DESCRIPTION } from './shared.ts';

const CATALOG_COLUMNS: ColumnRows<FullTextCatalog> = {
  fulltext_catalog_id: column(INT, (c) => c.id),
  name: column(SYSNAME, (c) => c.name),
  path: nullable(nvarchar(260)),
  is_default: column(BIT, (c) => bit(c.isDefault)),
  is_accent_sensitivity_on: column(BIT, (c) => bit(c.accents)),
  data_space_id: nullable(INT),
  file_id: nullable(INT),
  principal_id: nullable(INT, 1),
  is_importing: column(BIT, 0),
};

interface IndexEntry {
  readonly table: Table;
  readonly index: FullTextIndex;
}

function* indexes({ catalog }: SystemContext): Iterable<IndexEntry> {
  for (const table of catalog.objects.values())
    if (table.kind === 'table' && table.fullText !== undefined) yield { table, index: table.fullText };
}

const INDEX_COLUMNS: ColumnRows<IndexEntry> = {
  object_id: column(INT, ({ table }) => table.id),
  unique_index_id: column(INT, ({ index }) => index.keyIndexId),
  fulltext_catalog_id: nullable(INT, ({ index }) => index.catalogId),
  is_enabled: column(BIT, 1),
  change_tracking_state: nullable(char(1), 'A'),
  change_tracking_state_desc: nullable(DESCRIPTION, 'AUTO'),
  has_crawl_completed: column(BIT, 1),
  crawl_type: column(char(1), 'F'),
  crawl_type_desc: nullable(DESCRIPTION, 'FULL_CRAWL'),
  crawl_start_date: nullable(DATETIME),
  crawl_end_date: nullable(DATETIME),
  incremental_timestamp: nullable(varbinary(8)),
  stoplist_id: nullable(INT, ({ index }) => (index.stopWords ? 0 : null)),
  property_list_id: nullable(INT),
  data_space_id: column(INT, 1),
};

interface ColumnEntry {
  readonly table: Table;
  readonly column: FullTextIndex['columns'][number];
}

function* indexColumns(context: SystemContext): Iterable<ColumnEntry> {
  for (const { table, index } of indexes(context)) for (const entry of index.columns) yield { table, column: entry };
}

const COLUMN_COLUMNS: ColumnRows<ColumnEntry> = {
  object_id: column(INT, ({ table }) => table.id),
  column_id: column(INT, (c) => c.column.columnId),
  type_column_id: nullable(INT),
  language_id: column(INT, (c) => c.column.language),
  statistical_semantics: column(INT, 0),
};

const LANGUAGES: readonly (readonly [number, string])[] = [
  [0, 'Neutral'],
  [1033, 'English'],
  [2057, 'British English'],
];

export const FULL_TEXT_VIEWS: readonly SystemView[] = [
  defineView('sys', 'fulltext_catalogs', { columns: CATALOG_COLUMNS, items: ({ catalog }) => catalog.fullTextCatalogs ?? [] }),
  defineView('sys', 'fulltext_indexes', { columns: INDEX_COLUMNS, items: indexes }),
  defineView('sys', 'fulltext_index_columns', { columns: COLUMN_COLUMNS, items: indexColumns }),
  defineView('sys', 'fulltext_languages', {
    columns: {
      lcid: column<readonly [number, string]>(INT, ([lcid]) => lcid),
      name: column<readonly [number, string]>(SYSNAME, ([, name]) => name),
    },
    items: () => LANGUAGES,
  }),
];
