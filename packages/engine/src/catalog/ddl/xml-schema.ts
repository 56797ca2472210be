/** CREATE, ALTER and DROP XML SCHEMA COLLECTION. What the documents say is read by whoever knows XML Schema (`context.xmlSchemas`). */

import {
  type AlterXmlSchemaCollection,
  type CreateXmlSchemaCollection,
  type Expression,
  type ObjectName,
  type Type,
  XML,
} from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import { putXmlSchema, removeXmlSchema } from '../edit.ts';
import { findXmlSchema, nameText } from '../find.ts';
import type { DatabaseCatalog, SchemaObject, XmlSchemaCollection } from '../model.ts';
import { objectKey } from '../model.ts';
import { commitCatalog, creationTarget, resolveTarget } from './apply.ts';
import type { DdlContext } from './context.ts';

export function createXmlSchemaCollection(statement: CreateXmlSchemaCollection, context: DdlContext): void {
  const { catalog, schema, name } = creationTarget(context, statement.name);
  if (catalog.xmlSchemas.has(objectKey(schema, name))) throw sqlError(6348, name);
  const documents = [documentOf(statement.schema, context)];
  const components = context.xmlSchemas.components(documents);
  const collection = { id: nextCollectionId(catalog), schema, name, created: context.now, modified: context.now, documents, components };
  commitCatalog(context, catalog, putXmlSchema(catalog, collection));
}

export function alterXmlSchemaCollection(statement: AlterXmlSchemaCollection, context: DdlContext): void {
  if (isBuiltIn(statement.name)) throw sqlError(6339, 'sys');
  const { catalog, collection } = find(context, statement.name);
  if (collection === undefined) throw sqlError(6347, nameText(statement.name));
  const added = documentOf(statement.schema, context);
  if (added === '') return;
  const again = context.xmlSchemas.redeclared(collection.documents, added);
  if (again !== null) throw sqlError(6310, again.uri, again.name, again.kind);
  const documents = [...collection.documents, added];
  const components = context.xmlSchemas.components(documents);
  commitCatalog(context, catalog, putXmlSchema(catalog, { ...collection, documents, components, modified: context.now }));
}

export function dropXmlSchemaCollection(context: DdlContext, name: ObjectName, ifExists: boolean): void {
  if (isBuiltIn(name)) throw sqlError(6339, 'sys');
  const { catalog, collection } = find(context, name);
  if (collection === undefined) {
    if (ifExists) return;
    throw sqlError(6314, nameText(name));
  }
  const user = [...catalog.objects.values()].find((object) => typesOf(object).some((type) => isBound(type, catalog, collection)));
  if (user !== undefined) throw sqlError(6328, collection.name, 'object', `${user.schema}.${user.name}`);
  commitCatalog(context, catalog, removeXmlSchema(catalog, collection.id));
}

const isBuiltIn = ({ parts }: ObjectName): boolean => parts.at(-1)?.value.toLowerCase() === 'sys';

function find(
  context: DdlContext,
  name: ObjectName,
): { readonly catalog: DatabaseCatalog; readonly collection: XmlSchemaCollection | undefined } {
  const target = resolveTarget(context, name);
  const collection = findXmlSchema(target.catalog, target.qualified ? target.schema : undefined, target.schema, target.name);
  return { catalog: target.catalog, collection };
}

/** The text of a schema: a string or an untyped xml value, of which a variable may hold either. Raises 6352 and 6361. */
function documentOf(schema: Expression, context: DdlContext): string {
  if (schema.kind !== 'string' && schema.kind !== 'variable' && schema.kind !== 'null') throw sqlError(6352);
  const text = schema.kind === 'null' ? null : context.evaluate(schema, XML);
  if (text === null) throw sqlError(6361);
  return String(text);
}

/** User collections count from 65536. */
const nextCollectionId = (catalog: DatabaseCatalog): number => Math.max(65535, ...[...catalog.xmlSchemas.values()].map(({ id }) => id)) + 1;

const isBound = (type: Type, { databaseId }: DatabaseCatalog, { id }: XmlSchemaCollection): boolean =>
  type.xmlSchema?.collection === id && type.xmlSchema.database === databaseId;

/** The types that an object is declared with. */
function typesOf(object: SchemaObject): readonly Type[] {
  switch (object.kind) {
    case 'table':
    case 'view':
      return object.columns.map(({ type }) => type);
    case 'procedure':
      return object.parameters.map(({ type }) => type);
    case 'function': {
      const { parameters, columns, returns } = object;
      return [...parameters, ...columns].map(({ type }) => type).concat(returns ?? []);
    }
    default:
      return [];
  }
}
