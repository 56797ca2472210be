/** XML schema collections: what they are, what they declare, and which columns and parameters follow them. */

import { BIT, char, DATETIME, INT, nvarchar, SYSNAME, type Type } from '@sprocket/tsql';
import { findPrincipal } from '../find.ts';
import { nameKey, type XmlComponent, type XmlSchemaCollection } from '../model.ts';
import { boundCollection, parametersOf, userColumns } from './columns.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, DESCRIPTION, datetimeOf, SYSTEM_CREATED } from './shared.ts';
import { emptyViews } from './spec.ts';

/** The collection of XML Schema's own types, which every database has. */
const BUILT_IN: XmlSchemaCollection = {
  id: 1,
  schema: 'sys',
  name: 'sys',
  created: SYSTEM_CREATED,
  modified: SYSTEM_CREATED,
  documents: [],
  components: [],
};

const collections = ({ catalog }: SystemContext): readonly XmlSchemaCollection[] => [BUILT_IN, ...catalog.xmlSchemas.values()];

const COLLECTION_COLUMNS: ColumnRows<XmlSchemaCollection> = {
  xml_collection_id: column(INT, (c) => c.id),
  schema_id: column(INT, (c, { catalog }) => catalog.schemas.get(nameKey(c.schema))?.id ?? 4),
  principal_id: nullable(INT, (c, { catalog }) => (c.owner === undefined ? null : (findPrincipal(catalog, c.owner)?.id ?? null))),
  name: column(SYSNAME, (c) => c.name),
  create_date: column(DATETIME, (c) => datetimeOf(c.created)),
  modify_date: column(DATETIME, (c) => datetimeOf(c.modified)),
};

interface NamespaceEntry {
  readonly collection: number;
  readonly id: number;
  readonly uri: string;
}

/** The namespaces of a collection, in the order in which they first come. */
function namespacesOf({ id: collection, components }: XmlSchemaCollection): readonly NamespaceEntry[] {
  const uris =
    collection === 1 ? BUILT_IN_NAMESPACES : [...new Set(components.filter(({ scope }) => scope === null).map(({ uri }) => uri))];
  return uris.map((uri, index) => ({ collection, id: index + 1, uri }));
}

const BUILT_IN_NAMESPACES: readonly string[] = ['http://www.w3.org/2001/XMLSchema', 'http://schemas.microsoft.com/sqlserver/2004/sqltypes'];

const NAMESPACE_COLUMNS: ColumnRows<NamespaceEntry> = {
  xml_collection_id: column(INT, (n) => n.collection),
  name: column(nvarchar(4000), (n) => n.uri),
  xml_namespace_id: column(INT, (n) => n.id),
};

interface ComponentEntry {
  readonly collection: XmlSchemaCollection;
  readonly component: XmlComponent;
}

function* components({ catalog }: SystemContext): Iterable<ComponentEntry> {
  for (const collection of catalog.xmlSchemas.values()) for (const component of collection.components) yield { collection, component };
}

const ofKinds =
  (...kinds: readonly string[]) =>
  (context: SystemContext): readonly ComponentEntry[] =>
    [...components(context)].filter(({ component }) => kinds.includes(component.kind));

/** A component that is declared within another lies in the namespace of that. */
function namespaceId({ collection, component }: ComponentEntry): number {
  let at = component;
  while (at.scope !== null && (at.name === null || at.uri === '')) {
    const outer = collection.components.find(({ id }) => id === at.scope);
    if (outer === undefined) break;
    at = outer;
  }
  return namespacesOf(collection).find(({ uri }) => uri === at.uri)?.id ?? 1;
}

/** Symbol space: T (types), E (elements), M (model groups), A (attributes), N (nothing else has names). */
const SPACES: Readonly<Record<string, readonly [string, string]>> = {
  E: ['E', 'ELEMENT'],
  A: ['A', 'ATTRIBUTE'],
  W: ['N', 'NONE'],
};
const TYPE_SPACE = ['T', 'TYPE'] as const;

const KINDS: Readonly<Record<string, string>> = {
  E: 'ELEMENT',
  A: 'ATTRIBUTE',
  W: 'WILDCARD',
  M: 'COMPLEX_TYPE',
  C: 'COMPLEX_TYPE_WITH_SIMPLE_CONTENT',
  S: 'SIMPLE_TYPE',
  L: 'LIST_TYPE',
  U: 'UNION_TYPE',
};

const DERIVATIONS: Readonly<Record<string, string>> = { N: 'NONE', X: 'EXTENSION', R: 'RESTRICTION', S: 'SUBSTITUTION' };

const CHAR_1: Type = char(1);

const COMPONENT_COLUMNS: ColumnRows<ComponentEntry> = {
  xml_component_id: column(INT, (c) => c.component.id),
  xml_collection_id: column(INT, (c) => c.collection.id),
  xml_namespace_id: column(INT, namespaceId),
  is_qualified: column(BIT, (c) => bit(c.component.qualified)),
  name: nullable(nvarchar(4000), (c) => c.component.name),
  symbol_space: column(CHAR_1, (c) => (SPACES[c.component.kind] ?? TYPE_SPACE)[0]),
  symbol_space_desc: nullable(DESCRIPTION, (c) => (SPACES[c.component.kind] ?? TYPE_SPACE)[1]),
  kind: column(CHAR_1, (c) => c.component.kind),
  kind_desc: nullable(DESCRIPTION, (c) => KINDS[c.component.kind] ?? null),
  derivation: column(CHAR_1, (c) => c.component.derivation),
  derivation_desc: nullable(DESCRIPTION, (c) => DERIVATIONS[c.component.derivation] ?? null),
  base_xml_component_id: nullable(INT, (c) => c.component.base),
  scoping_xml_component_id: nullable(INT, (c) => c.component.scope),
};

const fact =
  (name: string) =>
  ({ component }: ComponentEntry): number =>
    bit(component.facts[name] === true);
const has =
  (name: string) =>
  ({ component }: ComponentEntry): number =>
    bit(typeof component.facts[name] === 'string');
const given =
  (...names: readonly string[]) =>
  ({ component }: ComponentEntry): string | null =>
    (names.map((name) => component.facts[name]).find((value) => typeof value === 'string') as string | undefined) ?? null;

const NO_BLOCKS: ColumnRows<ComponentEntry> = {
  is_extension_blocked: column(BIT, 0),
  is_restriction_blocked: column(BIT, 0),
};

const TYPE_COLUMNS: ColumnRows<ComponentEntry> = {
  ...COMPONENT_COLUMNS,
  is_abstract: column(BIT, fact('abstract')),
  allows_mixed_content: column(BIT, fact('mixed')),
  ...NO_BLOCKS,
  is_final_extension: column(BIT, 0),
  is_final_restriction: column(BIT, 0),
  is_final_list_member: column(BIT, 0),
  is_final_union_member: column(BIT, 0),
};

const ELEMENT_COLUMNS: ColumnRows<ComponentEntry> = {
  ...COMPONENT_COLUMNS,
  is_default_fixed: column(BIT, has('fixed')),
  is_abstract: column(BIT, fact('abstract')),
  is_nillable: column(BIT, fact('nillable')),
  must_be_qualified: column(BIT, (c) => bit(c.component.qualified)),
  ...NO_BLOCKS,
  is_substitution_blocked: column(BIT, 0),
  is_final_extension: column(BIT, 0),
  is_final_restriction: column(BIT, 0),
  default_value: nullable(nvarchar(4000), given('default', 'fixed')),
};

const ATTRIBUTE_COLUMNS: ColumnRows<ComponentEntry> = {
  ...COMPONENT_COLUMNS,
  is_default_fixed: column(BIT, has('fixed')),
  must_be_qualified: column(BIT, (c) => bit(c.component.qualified)),
  default_value: nullable(nvarchar(4000), given('default', 'fixed')),
};

const PROCESSES: Readonly<Record<string, string>> = { strict: 'S', lax: 'L', skip: 'P' };
const PROCESS_WORDS: Readonly<Record<string, string>> = { strict: 'STRICT_VALIDATION', lax: 'LAX_VALIDATION', skip: 'SKIP_VALIDATION' };

const WILDCARD_COLUMNS: ColumnRows<ComponentEntry> = {
  ...COMPONENT_COLUMNS,
  process_content: column(CHAR_1, (c) => PROCESSES[String(c.component.facts.process)] ?? 'S'),
  process_content_desc: nullable(DESCRIPTION, (c) => PROCESS_WORDS[String(c.component.facts.process)] ?? null),
  disallow_namespaces: column(BIT, 0),
};

interface Usage {
  readonly objectId: number;
  readonly id: number;
  readonly collection: number;
}

function* columnUsages(context: SystemContext): Iterable<Usage> {
  for (const { objectId, id, type } of userColumns(context)) {
    const collection = boundCollection(type, context.catalog);
    if (collection !== 0) yield { objectId, id, collection };
  }
}

function* parameterUsages({ catalog }: SystemContext): Iterable<Usage> {
  for (const object of catalog.objects.values()) {
    if (object.kind !== 'procedure' && object.kind !== 'function') continue;
    for (const { objectId, id, parameter } of parametersOf(object)) {
      const collection = boundCollection(parameter.type, catalog);
      if (collection !== 0) yield { objectId, id, collection };
    }
  }
}

const usageColumns = (id: string): ColumnRows<Usage> => ({
  object_id: column(INT, (u) => u.objectId),
  [id]: column(INT, (u) => u.id),
  xml_collection_id: column(INT, (u) => u.collection),
});

export const XML_SCHEMA_VIEWS: readonly SystemView[] = [
  defineView('sys', 'xml_schema_collections', { columns: COLLECTION_COLUMNS, items: collections }),
  defineView('sys', 'xml_schema_namespaces', {
    columns: NAMESPACE_COLUMNS,
    items: (context) => collections(context).flatMap(namespacesOf),
  }),
  defineView('sys', 'xml_schema_components', { columns: COMPONENT_COLUMNS, items: components }),
  defineView('sys', 'xml_schema_types', { columns: TYPE_COLUMNS, items: ofKinds('M', 'C', 'S', 'L', 'U') }),
  defineView('sys', 'xml_schema_elements', { columns: ELEMENT_COLUMNS, items: ofKinds('E') }),
  defineView('sys', 'xml_schema_attributes', { columns: ATTRIBUTE_COLUMNS, items: ofKinds('A') }),
  defineView('sys', 'xml_schema_wildcards', { columns: WILDCARD_COLUMNS, items: ofKinds('W') }),
  defineView('sys', 'column_xml_schema_collection_usages', { columns: usageColumns('column_id'), items: columnUsages }),
  defineView('sys', 'parameter_xml_schema_collection_usages', { columns: usageColumns('parameter_id'), items: parameterUsages }),
  ...emptyViews({
    xml_schema_facets: 'xml_component_id:int facet_id:int kind:char2 kind_desc:desc? is_fixed:bit value:long?',
    xml_schema_component_placements:
      'xml_component_id:int placement_id:int placed_xml_component_id:int is_default_fixed:bit min_occurences:int max_occurences:int default_value:long?',
    xml_schema_model_groups:
      'xml_component_id:int xml_collection_id:int xml_namespace_id:int is_qualified:bit name:long? symbol_space:char1? symbol_space_desc:desc? kind:char1 kind_desc:desc? derivation:char1 derivation_desc:desc? base_xml_component_id:int? scoping_xml_component_id:int? compositor:char1 compositor_desc:desc?',
    xml_schema_wildcard_namespaces: 'xml_component_id:int namespace:name',
  }),
];
