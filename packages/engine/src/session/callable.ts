/**
 * What a written name calls, and whether whoever acts may call it: EXECUTE on the object, unless the module that calls it has the same owner.
 */

import { type Access, type AccessPermission, chainOf, noteAccess } from '../bind/access.ts';
import type { ResolvedObject } from '../bind/resolve.ts';
import { type DatabaseCatalog, nameKey, objectKey, type SchemaObject } from '../catalog/model.ts';
import { DATABASE, holds, schemaSecurable, type Token } from '../catalog/security/index.ts';
import { sqlError } from '../errors.ts';
import type { SessionCore } from './session-core.ts';

const SYNONYM_LIMIT = 8;

/** What a name means, through synonyms. */
export function findCallable(core: SessionCore, catalog: DatabaseCatalog, schema: string, name: string): ResolvedObject | undefined {
  let database = catalog;
  let object: SchemaObject | undefined = lookUp(core, catalog, schema, name);
  const named = object;
  for (let hops = 0; object?.kind === 'synonym' && hops < SYNONYM_LIMIT; hops += 1) {
    const [target = '', targetSchema = '', targetDatabase = ''] = [...object.target].reverse();
    database = core.catalogs.database(targetDatabase === '' ? database.name : targetDatabase) ?? database;
    object = lookUp(core, database, targetSchema, target);
  }
  if (object === undefined || named === undefined) return undefined;
  return object === named ? { database, object } : { database, object, synonym: { database: catalog, object: named } };
}

/** 229 and 916: EXECUTE on what is called, unless its owner also owns the module that calls it. */
export function requireExecute(core: SessionCore, found: ResolvedObject): void {
  const { catalogs } = core;
  if (catalogs.unrestricted) return;
  const token = catalogs.token(found.database);
  const known = executable.get(token) ?? new WeakSet<SchemaObject>();
  executable.set(token, known);
  if (known.has(found.object)) return;
  // What a synonym or the calling module has allowed is not allowed to all.
  if (requirePermission(core, found, 'EXECUTE') && found.synonym === undefined) known.add(found.object);
}

/** A procedure of the `_global` files is no object: EXECUTE on its schema, or on the whole database, is what permits it. */
export function requireGlobal({ catalogs, security, current }: SessionCore, name: string, schema: string): void {
  const body = current?.compiled.owned ?? null;
  const isChained = body?.schema === schema && body.owner === undefined;
  if (catalogs.unrestricted || isChained) return;
  const home = catalogs.current.schemas.get(nameKey(schema));
  const securable = home === undefined ? DATABASE : schemaSecurable(home.id);
  if (!holds(security.token(catalogs.current), 'EXECUTE', securable)) throw sqlError(229, 'EXECUTE', name, catalogs.current.name, schema);
}

/** Raises 229 and 916. Answers whether the permission was needed by itself: what the owner of the running module owns is
 * free, and a chain that reaches across databases may have been what allowed it. */
export function requirePermission({ catalogs, current }: SessionCore, found: ResolvedObject, permission: AccessPermission): boolean {
  const owned = current?.compiled.owned ?? null;
  const home = owned === null ? undefined : catalogs.databaseById(owned.databaseId);
  const accesses: Access[] = [];
  const chain = owned === null || home === undefined ? null : chainOf(home, owned);
  noteAccess({ chain, accesses }, found, permission);
  const databases = new Map([[found.database.databaseId, found.database.version]]);
  catalogs.authorize({ databases, stored: new Set(), temporaries: new Map(), accesses }, 0);
  return accesses.some(({ crossing }) => crossing === null);
}

/** What a token was found to be permitted to execute; tokens change with everything that they depend on. */
const executable = new WeakMap<Token, WeakSet<SchemaObject>>();

function lookUp(core: SessionCore, catalog: DatabaseCatalog, schema: string, name: string): SchemaObject | undefined {
  if (schema !== '') return catalog.objects.get(objectKey(schema, name));
  return (
    catalog.objects.get(objectKey(core.current?.compiled.schema ?? core.catalogs.defaultSchema, name)) ??
    catalog.objects.get(objectKey('dbo', name))
  );
}
