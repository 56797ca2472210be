/** XML indexes, which are rows of sys.indexes and sys.index_columns too. */

import { BIT, char, INT, MAX, nvarchar, SYSNAME, TINYINT } from '@sprocket/tsql';
import type { DatabaseCatalog, Table, XmlIndex, XmlPath } from '../model.ts';
import { SYSTEM_TYPES } from '../types.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, DESCRIPTION } from './shared.ts';
import { type SpecRow, specView } from './spec.ts';

export interface XmlIndexEntry {
  readonly table: Table;
  readonly xml: XmlIndex;
}

export function* xmlIndexes({ catalog }: { readonly catalog: DatabaseCatalog }): Iterable<XmlIndexEntry> {
  for (const table of catalog.objects.values()) if (table.kind === 'table') for (const xml of table.xmlIndexes ?? []) yield { table, xml };
}

const USAGES = { PATH: 'P', VALUE: 'V', PROPERTY: 'R' } as const;

const FORMS = {
  primary: [0, 'PRIMARY_XML'],
  secondary: [1, 'SECONDARY_XML'],
  selective: [2, 'SELECTIVE_XML'],
} as const;

/** A secondary index of a selective one is a form of its own. */
function formOf({ table, xml }: XmlIndexEntry): readonly [number, string] {
  const base = table.xmlIndexes?.find(({ indexId }) => indexId === xml.baseId);
  return base?.form === 'selective' ? [3, 'SECONDARY_SELECTIVE_XML'] : FORMS[xml.form];
}

const COLUMNS: ColumnRows<XmlIndexEntry> = {
  object_id: column(INT, ({ table }) => table.id),
  name: nullable(SYSNAME, ({ xml }) => xml.name),
  index_id: column(INT, ({ xml }) => xml.indexId),
  type: column(TINYINT, 3),
  type_desc: nullable(DESCRIPTION, 'XML'),
  is_unique: nullable(BIT, 0),
  data_space_id: nullable(INT, 1),
  ignore_dup_key: nullable(BIT, 0),
  is_primary_key: nullable(BIT, 0),
  is_unique_constraint: nullable(BIT, 0),
  fill_factor: column(TINYINT, 0),
  is_padded: nullable(BIT, 0),
  is_disabled: nullable(BIT, 0),
  is_hypothetical: nullable(BIT, 0),
  is_ignored_in_optimization: nullable(BIT, 0),
  allow_row_locks: nullable(BIT, 1),
  allow_page_locks: nullable(BIT, 1),
  using_xml_index_id: nullable(INT, ({ xml }) => xml.baseId),
  secondary_type: nullable(char(1), ({ xml }) => (xml.usage === null ? null : USAGES[xml.usage])),
  secondary_type_desc: nullable(DESCRIPTION, ({ xml }) => xml.usage),
  has_filter: nullable(BIT, 0),
  filter_definition: nullable(nvarchar(MAX)),
  xml_index_type: nullable(TINYINT, (entry) => formOf(entry)[0]),
  xml_index_type_description: nullable(DESCRIPTION, (entry) => formOf(entry)[1]),
  path_id: nullable(INT),
  auto_created: nullable(BIT, 0),
};

function* paths(context: SystemContext): Iterable<SpecRow> {
  for (const { table, xml } of xmlIndexes(context)) {
    for (const [i, path] of (xml.paths ?? []).entries())
      yield { object_id: table.id, index_id: xml.indexId, path_id: i + 1, ...pathRow(path, context) };
  }
}

function pathRow({ path, name, xquery, sql, maxLength, node, singleton }: XmlPath, { catalog }: SystemContext): SpecRow {
  const type = SYSTEM_TYPES.find((candidate) => candidate.name === sql?.toLowerCase());
  return {
    path,
    name,
    path_type: bit(sql !== null),
    path_type_desc: sql === null ? 'XQUERY' : 'SQL',
    xquery_type_description: sql === null ? (xquery ?? 'xdt:untypedAtomic') : null,
    is_xquery_type_inferred: sql === null ? bit(xquery === null) : null,
    xquery_max_length: maxLength,
    is_xquery_max_length_inferred: sql === null ? bit(maxLength === null) : null,
    is_node: bit(node),
    system_type_id: type?.systemTypeId ?? null,
    user_type_id: type?.userTypeId ?? null,
    max_length: type?.maxLength ?? null,
    precision: type?.precision ?? null,
    scale: type?.scale ?? null,
    collation_name: type?.isString === true ? catalog.collation : null,
    is_singleton: bit(singleton),
  };
}

function* namespaces(context: SystemContext): Iterable<SpecRow> {
  for (const { table, xml } of xmlIndexes(context))
    for (const { prefix, uri } of xml.namespaces ?? [])
      yield { object_id: table.id, index_id: xml.indexId, is_default_uri: bit(prefix === ''), uri, prefix: prefix === '' ? null : prefix };
}

export const XML_INDEX_VIEWS: readonly SystemView[] = [
  defineView('sys', 'xml_indexes', { columns: COLUMNS, items: xmlIndexes }),
  specView(
    'sys',
    'selective_xml_index_paths',
    'object_id:int index_id:int path_id:int path:long? name:name? path_type:tinyint path_type_desc:name? xml_component_id:int? xquery_type_description:long? is_xquery_type_inferred:bit? xquery_max_length:smallint? is_xquery_max_length_inferred:bit? is_node:bit? system_type_id:tinyint? user_type_id:tinyint? max_length:smallint? precision:tinyint? scale:tinyint? collation_name:name? is_singleton:bit?',
    paths,
  ),
  specView('sys', 'selective_xml_index_namespaces', 'object_id:int index_id:int is_default_uri:bit? uri:long? prefix:long?', namespaces),
];
