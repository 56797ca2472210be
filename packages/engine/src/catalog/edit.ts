/**
 * Changes of a database's catalog as pure functions: catalog and change in, new catalog out, everything untouched shared. No function here checks
 * rules (that is the DDL's work) or writes storage (that is the store's). Every result has a version of its own.
 */

import type { Broker } from './broker/model.ts';
import type { Cryptography } from './cryptography/model.ts';
import {
  type DatabaseCatalog,
  type DatabaseOptions,
  type DataSpace,
  type ExtendedProperty,
  type FullTextCatalog,
  type FullTextStoplist,
  nameKey,
  objectKey,
  type PartitionFunction,
  type Permission,
  type Principal,
  type Procedure,
  type Schema,
  type SchemaObject,
  type Table,
  type UserType,
  type XmlSchemaCollection,
} from './model.ts';

let versions = 0;

/** A number that no other state of any catalog of this process has. */
export const nextVersion = (): number => ++versions;

function changed(catalog: DatabaseCatalog, change: Partial<DatabaseCatalog>): DatabaseCatalog {
  return { ...catalog, ...change, version: nextVersion() };
}

/** The map with the item in the place of the one with its id, or at the end. */
export function replaced<Item extends { readonly id: number }>(
  items: ReadonlyMap<string, Item>,
  key: string,
  item: Item,
): ReadonlyMap<string, Item> {
  const entries = [...items].map(([otherKey, other]): [string, Item] => (other.id === item.id ? [key, item] : [otherKey, other]));
  return new Map(entries).set(key, item);
}

/** Adds an object, or replaces the one with the same id (also under a new name or schema). */
export function putObject(catalog: DatabaseCatalog, object: SchemaObject): DatabaseCatalog {
  const objects = new Map(catalog.objects);
  const before = catalog.objectsById.get(object.id);
  const key = objectKey(object.schema, object.name);
  // Replaced under its old key an object keeps its place in the order.
  if (before !== undefined && objectKey(before.schema, before.name) !== key) objects.delete(objectKey(before.schema, before.name));
  objects.set(key, object);
  const signed = before !== undefined && textOf(before) !== textOf(object) ? unsigned(catalog, object.id) : {};
  return changed(catalog, { ...signed, objects, objectsById: new Map(catalog.objectsById).set(object.id, object) });
}

const textOf = (object: SchemaObject): string | undefined => ('definition' in object ? object.definition : undefined);

/** Signatures are of the text of a module: they go with it. */
function unsigned({ cryptography }: DatabaseCatalog, objectId: number): Partial<DatabaseCatalog> {
  if (cryptography?.signatures.some((signature) => signature.objectId === objectId) !== true) return {};
  return { cryptography: { ...cryptography, signatures: cryptography.signatures.filter((signature) => signature.objectId !== objectId) } };
}

/** Removes an object with the permissions and extended properties that are about it. */
export function removeObject(catalog: DatabaseCatalog, id: number): DatabaseCatalog {
  const object = catalog.objectsById.get(id);
  if (object === undefined) return catalog;
  const objects = new Map(catalog.objects);
  const objectsById = new Map(catalog.objectsById);
  objects.delete(objectKey(object.schema, object.name));
  objectsById.delete(id);
  const gone = new Set([id, ...(object.kind === 'table' ? constraintIds(object) : [])]);
  return changed(catalog, {
    ...unsigned(catalog, id),
    objects,
    objectsById,
    permissions: catalog.permissions.filter((row) => row.class !== 'OBJECT' || row.objectId !== id),
    extendedProperties: catalog.extendedProperties.filter((row) => !OBJECT_CLASSES.has(row.class) || !gone.has(row.majorId)),
  });
}

/** Classes of extended properties whose major id is an object: OBJECT_OR_COLUMN, PARAMETER, INDEX. */
const OBJECT_CLASSES: ReadonlySet<number> = new Set([1, 2, 7]);

/** Object ids of all constraints of a table. */
function constraintIds(table: Table): readonly number[] {
  const defaults = table.columns.flatMap((column) => (column.default === null ? [] : [column.default.id]));
  return [...table.keys, ...table.foreignKeys, ...table.checks].map((constraint) => constraint.id).concat(defaults);
}

export function putSchema(catalog: DatabaseCatalog, schema: Schema): DatabaseCatalog {
  return changed(catalog, { schemas: new Map(catalog.schemas).set(nameKey(schema.name), schema) });
}

export function removeSchema(catalog: DatabaseCatalog, name: string): DatabaseCatalog {
  const schemas = new Map(catalog.schemas);
  const schema = schemas.get(nameKey(name));
  schemas.delete(nameKey(name));
  return changed(catalog, {
    schemas,
    permissions: catalog.permissions.filter((row) => row.class !== 'SCHEMA' || row.objectId !== schema?.id),
    extendedProperties: catalog.extendedProperties.filter((row) => row.class !== 3 || row.majorId !== schema?.id),
  });
}

/** Adds a type, or replaces the one with the same id. */
export function putType(catalog: DatabaseCatalog, type: UserType): DatabaseCatalog {
  return changed(catalog, { types: replaced(catalog.types, objectKey(type.schema, type.name), type) });
}

export function removeType(catalog: DatabaseCatalog, id: number): DatabaseCatalog {
  return changed(catalog, {
    types: new Map([...catalog.types].filter(([, type]) => type.id !== id)),
    permissions: catalog.permissions.filter((row) => row.class !== 'TYPE' || row.objectId !== id),
    extendedProperties: catalog.extendedProperties.filter((row) => row.class !== 6 || row.majorId !== id),
  });
}

/** Adds a schema collection, or replaces the one with the same id. */
export function putXmlSchema(catalog: DatabaseCatalog, collection: XmlSchemaCollection): DatabaseCatalog {
  return changed(catalog, { xmlSchemas: replaced(catalog.xmlSchemas, objectKey(collection.schema, collection.name), collection) });
}

export function removeXmlSchema(catalog: DatabaseCatalog, id: number): DatabaseCatalog {
  return changed(catalog, {
    xmlSchemas: new Map([...catalog.xmlSchemas].filter(([, collection]) => collection.id !== id)),
    permissions: catalog.permissions.filter((row) => row.class !== 'XML SCHEMA COLLECTION' || row.objectId !== id),
    extendedProperties: catalog.extendedProperties.filter((row) => row.class !== 10 || row.majorId !== id),
  });
}

/** Adds a principal, or replaces the one with the same id. */
export function putPrincipal(catalog: DatabaseCatalog, principal: Principal): DatabaseCatalog {
  return changed(catalog, { principals: replaced(catalog.principals, nameKey(principal.name), principal) });
}

export function removePrincipal(catalog: DatabaseCatalog, name: string): DatabaseCatalog {
  const principals = new Map(catalog.principals);
  principals.delete(nameKey(name));
  return changed(catalog, {
    principals,
    permissions: catalog.permissions.filter((row) => nameKey(row.grantee) !== nameKey(name)),
  });
}

export const setPermissions = (catalog: DatabaseCatalog, permissions: readonly Permission[]): DatabaseCatalog =>
  changed(catalog, { permissions });

export function setExtendedProperties(catalog: DatabaseCatalog, extendedProperties: readonly ExtendedProperty[]): DatabaseCatalog {
  return changed(catalog, { extendedProperties });
}

export const setFullTextStoplists = (catalog: DatabaseCatalog, fullTextStoplists: readonly FullTextStoplist[]): DatabaseCatalog =>
  changed(catalog, { fullTextStoplists });

export const setFullTextCatalogs = (catalog: DatabaseCatalog, fullTextCatalogs: readonly FullTextCatalog[]): DatabaseCatalog =>
  changed(catalog, { fullTextCatalogs });

export const setBroker = (catalog: DatabaseCatalog, broker: Broker): DatabaseCatalog => changed(catalog, { broker });

export const setCryptography = (catalog: DatabaseCatalog, cryptography: Cryptography): DatabaseCatalog =>
  changed(catalog, { cryptography });

export const setOptions = (catalog: DatabaseCatalog, options: DatabaseOptions): DatabaseCatalog => changed(catalog, { options });

export const setDataSpaces = (catalog: DatabaseCatalog, dataSpaces: readonly DataSpace[]): DatabaseCatalog =>
  changed(catalog, { dataSpaces });

export function setPartitionFunctions(catalog: DatabaseCatalog, partitionFunctions: readonly PartitionFunction[]): DatabaseCatalog {
  return changed(catalog, { partitionFunctions });
}

export const setNameAndCollation = (catalog: DatabaseCatalog, name: string, collation: string): DatabaseCatalog =>
  changed(catalog, { name, collation });

/** Marks the ids up to `nextObjectId` as used. */
export const setNextObjectId = (catalog: DatabaseCatalog, nextObjectId: number): DatabaseCatalog => changed(catalog, { nextObjectId });

/** A catalog whose objects include temporary ones, so that the views of tempdb show them. Their names are padded as SQL Server pads them. */
export function withTemporaryObjects(catalog: DatabaseCatalog, temporary: readonly (Table | Procedure)[]): DatabaseCatalog {
  if (temporary.length === 0) return catalog;
  const objects = new Map(catalog.objects);
  const objectsById = new Map(catalog.objectsById);
  for (const object of temporary) {
    const shown = { ...object, name: temporaryDisplayName(object) };
    objects.set(objectKey(shown.schema, shown.name), shown);
    objectsById.set(shown.id, shown);
  }
  return { ...catalog, objects, objectsById };
}

/** `#t` is shown as `#t____…____00000000002A`, 128 characters long; a global `##t` keeps its name. */
export function temporaryDisplayName({ name, id }: Table | Procedure): string {
  if (name.startsWith('##')) return name;
  const suffix = Math.abs(id).toString(16).toUpperCase().padStart(12, '0');
  return name.padEnd(128 - suffix.length, '_') + suffix;
}
