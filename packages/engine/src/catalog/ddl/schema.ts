/** CREATE SCHEMA with its elements, ALTER SCHEMA … TRANSFER and DROP SCHEMA. */

import type { AlterSchema, CreateSchema, Statement } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import type { Steps } from '../../run/contracts.ts';
import { putObject, putSchema, putType, putXmlSchema, removeSchema, setPermissions } from '../edit.ts';
import { findObject, findPrincipal, findSchema, nameText, sameName, triggersOf } from '../find.ts';
import { type DatabaseCatalog, objectKey, type SchemaObject } from '../model.ts';
import { commitCatalog, resolveTarget } from './apply.ts';
import type { DdlContext } from './context.ts';

/** `run` executes the statements inside. */
export function* createSchema(
  statement: CreateSchema,
  context: DdlContext,
  run: (statement: Statement, context: DdlContext) => Steps<void>,
): Steps<void> {
  const catalog = context.catalogs.current();
  const owner = statement.authorization?.value ?? context.user;
  const name = statement.name?.value ?? owner;
  if (findPrincipal(catalog, owner) === undefined) throw sqlError(15151, 'find', 'user', owner);
  if (findSchema(catalog, name) !== undefined) {
    context.precede(sqlError(2714, name));
    throw sqlError(2759);
  }
  commitCatalog(
    context,
    catalog,
    putSchema(catalog, { id: nextSchemaId(catalog), name, owner: findPrincipal(catalog, owner)?.name ?? owner }),
  );
  for (const element of statement.elements) yield* run(element, { ...context, defaultSchema: name });
}

/** User schemas count from 5; ids from 16384 belong to fixed roles. */
function nextSchemaId(catalog: DatabaseCatalog): number {
  const taken = [...catalog.schemas.values()].map((schema) => schema.id).filter((id) => id < 16384);
  return Math.max(4, ...taken) + 1;
}

export function alterSchema(statement: AlterSchema, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const schema = findSchema(catalog, statement.name.value);
  if (schema === undefined) throw sqlError(15151, 'alter', 'schema', statement.name.value);
  commitCatalog(context, catalog, transferred(statement, context, schema.name));
}

function transferred(statement: AlterSchema, context: DdlContext, schema: string): DatabaseCatalog {
  if (statement.class === 'TYPE') return transferType(statement, context, schema);
  return statement.class === 'XML SCHEMA COLLECTION'
    ? transferXmlSchema(statement, context, schema)
    : transferObject(statement, context, schema);
}

function transferObject(statement: AlterSchema, context: DdlContext, schema: string): DatabaseCatalog {
  if (statement.class !== null && statement.class !== 'OBJECT') throw unsupported(`ALTER SCHEMA … TRANSFER ${statement.class}`);
  const { catalog, schema: from, qualified, name } = resolveTarget(context, statement.object);
  const object = findObject(catalog, qualified ? from : undefined, from, name);
  if (object === undefined || object.kind === 'trigger') throw sqlError(15151, 'find', 'object', nameText(statement.object));
  if (catalog.objects.has(objectKey(schema, object.name))) throw sqlError(15530, object.name);
  const moved: readonly SchemaObject[] = [object, ...triggersOf(catalog, object.id)];
  // What moves begins without the permissions that it had.
  const permissions = catalog.permissions.filter((row) => row.class !== 'OBJECT' || row.objectId !== object.id);
  const start = permissions.length === catalog.permissions.length ? catalog : setPermissions(catalog, permissions);
  return moved.reduce((current: DatabaseCatalog, item) => putObject(current, { ...item, schema, modified: context.now }), start);
}

function transferType(statement: AlterSchema, context: DdlContext, schema: string): DatabaseCatalog {
  const { catalog, schema: from, name } = resolveTarget(context, statement.object);
  const type = catalog.types.get(objectKey(from, name));
  if (type === undefined) throw sqlError(15151, 'find', 'type', nameText(statement.object));
  return putType(catalog, { ...type, schema });
}

function transferXmlSchema(statement: AlterSchema, context: DdlContext, schema: string): DatabaseCatalog {
  const { catalog, schema: from, name } = resolveTarget(context, statement.object);
  const collection = catalog.xmlSchemas.get(objectKey(from, name));
  if (collection === undefined) throw sqlError(15151, 'find', 'xml schema collection', nameText(statement.object));
  return putXmlSchema(catalog, { ...collection, schema });
}

export function dropSchema(context: DdlContext, name: string, ifExists: boolean): void {
  const catalog = context.catalogs.current();
  const schema = findSchema(catalog, name);
  if (schema === undefined) {
    if (ifExists) return;
    throw sqlError(15151, 'drop', 'schema', name);
  }
  if (schema.id <= 4) throw sqlError(15150, 'drop', 'schema', name);
  const contents = [...catalog.objects.values(), ...catalog.types.values(), ...catalog.xmlSchemas.values()].find((item) =>
    sameName(item.schema, schema.name),
  );
  if (contents !== undefined) throw sqlError(3729, 'drop schema', name, contents.name);
  commitCatalog(context, catalog, removeSchema(catalog, name));
}
