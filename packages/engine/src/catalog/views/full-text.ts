/** Full-text catalogs, indexes and their columns. */

import { BIT, char, DATETIME, INT, nvarchar, SYSNAME, varbinary } from '@sprocket/tsql';
import { SYSTEM_STOP_WORDS } from '../../values/stop-words.ts';
import { findPrincipal } from '../find.ts';
import { FULL_TEXT_LANGUAGES } from '../full-text-languages.ts';
import type { FullTextCatalog, FullTextIndex, FullTextStoplist, Table } from '../model.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, DESCRIPTION, datetimeOf } from './shared.ts';
import { emptyViews, type SpecRow, specView } from './spec.ts';

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
  stoplist_id: nullable(INT, ({ index }) => (index.stopWords ? (index.stoplistId ?? 0) : null)),
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

const STOPLIST_COLUMNS: ColumnRows<FullTextStoplist> = {
  stoplist_id: column(INT, (l) => l.id),
  name: column(SYSNAME, (l) => l.name),
  create_date: column(DATETIME, (l) => datetimeOf(l.created)),
  modify_date: column(DATETIME, (l) => datetimeOf(l.modified)),
  principal_id: nullable(INT, (l, { catalog }) => findPrincipal(catalog, l.owner)?.id ?? null),
};

function* stopWords({ catalog }: SystemContext): Iterable<SpecRow> {
  for (const { id, words } of catalog.fullTextStoplists ?? [])
    for (const { word, language } of words)
      yield { stoplist_id: id, stopword: word, language: nameOfLanguage(language), language_id: language };
}

const nameOfLanguage = (lcid: number): string => Object.values(FULL_TEXT_LANGUAGES).find(([id]) => id === lcid)?.[1] ?? '';

function* catalogUsages(context: SystemContext): Iterable<SpecRow> {
  for (const { table, index } of indexes(context))
    yield { object_id: table.id, index_id: index.keyIndexId, fulltext_catalog_id: index.catalogId };
}

export const FULL_TEXT_VIEWS: readonly SystemView[] = [
  defineView('sys', 'fulltext_stoplists', { columns: STOPLIST_COLUMNS, items: ({ catalog }) => catalog.fullTextStoplists ?? [] }),
  specView('sys', 'fulltext_stopwords', 'stoplist_id:int stopword:n64 language:n128? language_id:int', stopWords),
  specView('sys', 'fulltext_system_stopwords', 'stopword:n64 language_id:int', () =>
    SYSTEM_STOP_WORDS.map((stopword) => ({ stopword, language_id: 1033 })),
  ),
  specView('sys', 'fulltext_index_catalog_usages', 'object_id:int index_id:int? fulltext_catalog_id:int', catalogUsages),
  ...emptyViews({
    fulltext_document_types: 'document_type:n80 class_id:guid path:path? version:n50 manufacturer:n256',
    fulltext_index_fragments:
      'table_id:int fragment_id:int fragment_object_id:int timestamp:fixed8 status:int data_size:bigint row_count:bigint',
    fulltext_semantic_languages: 'lcid:int name:name',
    fulltext_semantic_language_statistics_database: 'database_id:int register_date:date registered_by:int version:n128',
    registered_search_property_lists: 'property_list_id:int name:name create_date:date modify_date:date principal_id:int?',
    registered_search_properties:
      'property_list_id:int property_set_guid:guid property_int_id:int property_name:n256 property_description:n512? property_id:int',
  }),
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
