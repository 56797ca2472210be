/**
 * How a DDL statement takes effect: the new state is written to the stored catalog and made the current one, in this order. Also the few checks that
 * every statement begins with: which database a name means, whether its schema exists, whether a name is free.
 */

import type { ObjectName } from '@sprocket/tsql';
import { sqlError, sqlErrorState } from '../../errors.ts';
import { findConstraintInSchema, findObject, findSchema, nameParts, nameText } from '../find.ts';
import { type DatabaseCatalog, objectKey, type SchemaObject } from '../model.ts';
import type { ServerCatalog } from '../server.ts';
import { saveChanges, saveServerChanges } from '../store.ts';
import type { DdlContext } from './context.ts';

/** Makes `after` the state of its database. */
export function commitCatalog(context: DdlContext, before: DatabaseCatalog, after: DatabaseCatalog): void {
  if (before === after) return;
  saveChanges(context.connection, context.catalogs.alias(after.databaseId), before, after);
  context.catalogs.replace(after);
}

/** Makes `after` the state of the server. master is always attached. */
export function commitServer(context: DdlContext, after: ServerCatalog): void {
  const before = context.server.catalog();
  saveServerChanges(context.connection, context.catalogs.alias(1), before, after);
  context.server.replace(after);
}

/** Where a name points: the catalog of its database, its schema and its last part. */
export interface Target {
  readonly catalog: DatabaseCatalog;
  readonly schema: string;
  /** Whether the schema was written. */
  readonly qualified: boolean;
  readonly name: string;
}

/** The target of a statement that makes an object: an unqualified name goes to the default schema. Raises 2702 and 2760. */
export function creationTarget(context: DdlContext, name: ObjectName): Target {
  const { server, database } = nameParts(name);
  if (server !== undefined) throw sqlError(117, 'object', nameText(name), 2);
  if (database !== undefined && context.catalogs.database(database) === undefined) throw sqlErrorState(2702, 2, database);
  const target = resolveTarget(context, name);
  const schema = findSchema(target.catalog, target.schema);
  if (schema === undefined) throw sqlError(2760, target.schema);
  return { ...target, schema: schema.name };
}

/** The target of a statement about an existing object. */
export function resolveTarget(context: DdlContext, name: ObjectName): Target {
  const parts = nameParts(name);
  if (parts.server !== undefined) throw sqlError(117, 'object', nameText(name), 3);
  const catalog = parts.database === undefined ? context.catalogs.current() : context.catalogs.database(parts.database);
  if (catalog === undefined) throw sqlError(911, parts.database ?? '');
  return { catalog, schema: parts.schema ?? context.defaultSchema, qualified: parts.schema !== undefined, name: parts.name };
}

export function findTarget(context: DdlContext, name: ObjectName): { readonly target: Target; readonly object: SchemaObject | undefined } {
  const target = resolveTarget(context, name);
  return { target, object: findObject(target.catalog, target.qualified ? target.schema : undefined, target.schema, target.name) };
}

/** 2714 when an object or a constraint of that schema has the name. The state tells what was to be made. */
export function requireFreeName(catalog: DatabaseCatalog, schema: string, name: string, state: number): void {
  if (catalog.objects.has(objectKey(schema, name)) || findConstraintInSchema(catalog, schema, name) !== undefined)
    throw sqlErrorState(2714, state, name);
}

/** States of 2714 by what was to be created. */
export const NAME_TAKEN = { module: 3, constraint: 5, table: 6, schema: 6, other: 5 } as const;

/** The text of a node of the statement. */
export function sourceOf(context: DdlContext, node: { readonly span: { readonly start: number; readonly end: number } }): string {
  return context.text.slice(node.span.start, node.span.end);
}
