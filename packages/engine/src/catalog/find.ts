/**
 * Look-ups by name. A name without a schema is looked up in the caller's default schema and then in dbo; names are compared without regard to
 * letter case. Nothing here raises errors: the caller words them.
 */

import type { ObjectName } from '@sprocket/tsql';
import {
  type Check,
  type Column,
  type ComputedDefinition,
  type DatabaseCatalog,
  type DefaultDefinition,
  type EdgeConstraint,
  type ForeignKey,
  type Index,
  type Key,
  nameKey,
  objectKey,
  type Principal,
  type Schema,
  type SchemaObject,
  type Table,
  type Trigger,
  type UserType,
  type XmlSchemaCollection,
} from './model.ts';

/** The parts of a name of up to four parts; an omitted part is undefined. */
export interface NameParts {
  readonly server: string | undefined;
  readonly database: string | undefined;
  readonly schema: string | undefined;
  readonly name: string;
}

export function nameParts(name: ObjectName): NameParts {
  const values = name.parts.map((part) => (part.value === '' ? undefined : part.value));
  const [object, schema, database, server] = values.reverse();
  return { server, database, schema, name: object ?? '' };
}

/** A name that stands in no text, from its parts, outermost first; an omitted part is null. */
export function nameFromParts(parts: readonly (string | null)[]): ObjectName {
  const span = { start: 0, end: 0, line: 0 };
  return { kind: 'name', span, parts: parts.map((value) => ({ kind: 'identifier', span, value: value ?? '', quoted: false })) };
}

/** `db.schema.t` as it was written, without brackets: the form that error messages show. */
export const nameText = (name: ObjectName): string => name.parts.map((part) => part.value).join('.');

export function findSchema(catalog: DatabaseCatalog, name: string): Schema | undefined {
  return catalog.schemas.get(nameKey(name));
}

export function findObject(
  catalog: DatabaseCatalog,
  schema: string | undefined,
  defaultSchema: string,
  name: string,
): SchemaObject | undefined {
  if (schema !== undefined) return catalog.objects.get(objectKey(schema, name));
  return catalog.objects.get(objectKey(defaultSchema, name)) ?? catalog.objects.get(objectKey('dbo', name));
}

export function findTable(catalog: DatabaseCatalog, schema: string | undefined, defaultSchema: string, name: string): Table | undefined {
  const object = findObject(catalog, schema, defaultSchema, name);
  return object?.kind === 'table' ? object : undefined;
}

export function findType(catalog: DatabaseCatalog, schema: string | undefined, defaultSchema: string, name: string): UserType | undefined {
  if (schema !== undefined) return catalog.types.get(objectKey(schema, name));
  return catalog.types.get(objectKey(defaultSchema, name)) ?? catalog.types.get(objectKey('dbo', name));
}

export function findXmlSchema(
  catalog: DatabaseCatalog,
  schema: string | undefined,
  defaultSchema: string,
  name: string,
): XmlSchemaCollection | undefined {
  if (schema !== undefined) return catalog.xmlSchemas.get(objectKey(schema, name));
  return catalog.xmlSchemas.get(objectKey(defaultSchema, name)) ?? catalog.xmlSchemas.get(objectKey('dbo', name));
}

export function xmlSchemaById(catalog: DatabaseCatalog | undefined, id: number): XmlSchemaCollection | undefined {
  for (const collection of catalog?.xmlSchemas.values() ?? []) if (collection.id === id) return collection;
  return undefined;
}

export function findPrincipal(catalog: DatabaseCatalog, name: string): Principal | undefined {
  return catalog.principals.get(nameKey(name));
}

export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

export function findColumn(table: Table, name: string): Column | undefined {
  const key = nameKey(name);
  return table.columns.find((column) => nameKey(column.name) === key);
}

export function columnById(table: Table, id: number): Column | undefined {
  return table.columns.find((column) => column.id === id);
}

/** A key or an index: both are indexes in sys.indexes. */
export type AnyIndex = Key | Index;

export const isKey = (index: AnyIndex): index is Key => 'kind' in index;

export const isColumnStore = (index: AnyIndex): boolean => !isKey(index) && index.columnStore === true;

/** Keys and indexes of a table by index_id. */
export function allIndexes(table: Table): readonly AnyIndex[] {
  return [...table.keys, ...table.indexes].sort((a, b) => a.indexId - b.indexId);
}

export function findIndex(table: Table, name: string): AnyIndex | undefined {
  return allIndexes(table).find((index) => sameName(index.name, name));
}

/** Disabled by ALTER INDEX: not enforced and without storage; a table whose clustered index is cannot be used. */
export const isDisabled = (index: AnyIndex): boolean => index.disabled === true;

/** Declared PERSISTED, which is more than that storage holds its values. */
export const isDeclaredPersisted = (computed: ComputedDefinition | null): boolean =>
  computed?.persisted === true && computed.implicit !== true;

export const clusteredIndex = (table: Table): AnyIndex | undefined => allIndexes(table).find((index) => index.clustered);

export const primaryKey = (table: Table): Key | undefined => table.keys.find((key) => key.kind === 'primary');

/** Any constraint of a table, with its kind. */
export type Constraint =
  | { readonly kind: 'key'; readonly constraint: Key }
  | { readonly kind: 'foreign key'; readonly constraint: ForeignKey }
  | { readonly kind: 'check'; readonly constraint: Check }
  | { readonly kind: 'default'; readonly constraint: DefaultDefinition; readonly column: Column }
  | { readonly kind: 'edge'; readonly constraint: EdgeConstraint };

export function constraintsOf(table: Table): readonly Constraint[] {
  return [
    ...table.keys.map((constraint): Constraint => ({ kind: 'key', constraint })),
    ...table.foreignKeys.map((constraint): Constraint => ({ kind: 'foreign key', constraint })),
    ...table.checks.map((constraint): Constraint => ({ kind: 'check', constraint })),
    ...(table.graph?.connections ?? []).map((constraint): Constraint => ({ kind: 'edge', constraint })),
    ...table.columns.flatMap((column): Constraint[] =>
      column.default === null ? [] : [{ kind: 'default', constraint: column.default, column }],
    ),
  ];
}

export function findConstraint(table: Table, name: string): Constraint | undefined {
  return constraintsOf(table).find(({ constraint }) => sameName(constraint.name, name));
}

export function* tablesOf(catalog: DatabaseCatalog): Iterable<Table> {
  for (const object of catalog.objects.values()) if (object.kind === 'table') yield object;
}

/** The table whose constraint has that name in that schema: constraints share the names of objects. */
export function findConstraintInSchema(
  catalog: DatabaseCatalog,
  schema: string,
  name: string,
): { readonly table: Table; readonly constraint: Constraint } | undefined {
  for (const table of tablesOf(catalog)) {
    if (!sameName(table.schema, schema)) continue;
    const constraint = findConstraint(table, name);
    if (constraint !== undefined) return { table, constraint };
  }
  return undefined;
}

export function triggersOf(catalog: DatabaseCatalog, parentId: number): readonly Trigger[] {
  const triggers: Trigger[] = [];
  for (const object of catalog.objects.values()) if (object.kind === 'trigger' && object.parentId === parentId) triggers.push(object);
  return triggers;
}

/** CONNECTION constraints that name a node table. */
export function connectionsTo(
  catalog: DatabaseCatalog,
  tableId: number,
): readonly { readonly table: Table; readonly constraint: EdgeConstraint }[] {
  const found: { table: Table; constraint: EdgeConstraint }[] = [];
  for (const table of tablesOf(catalog))
    for (const constraint of table.graph?.connections ?? [])
      if (constraint.clauses.some(({ from, to }) => from === tableId || to === tableId)) found.push({ table, constraint });
  return found;
}

/** Foreign keys of other tables (and itself) that refer to a table. */
export function referencesTo(
  catalog: DatabaseCatalog,
  tableId: number,
): readonly { readonly table: Table; readonly foreignKey: ForeignKey }[] {
  const references: { table: Table; foreignKey: ForeignKey }[] = [];
  for (const table of tablesOf(catalog))
    for (const foreignKey of table.foreignKeys) if (foreignKey.referencedTable === tableId) references.push({ table, foreignKey });
  return references;
}
