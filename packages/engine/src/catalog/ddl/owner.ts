/** ALTER AUTHORIZATION: owners of schemas, databases and objects. */

import type { AlterAuthorization } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { brokerSecurable, withBrokerOwner } from '../broker/securables.ts';
import { putObject, putPrincipal, putSchema, putType, putXmlSchema, setBroker, setPermissions } from '../edit.ts';
import { findPrincipal, findSchema, findType, findXmlSchema, nameText, sameName } from '../find.ts';
import { nameKey, type SchemaObject } from '../model.ts';
import { putDatabase, putLogin } from '../server.ts';
import { commitCatalog, commitServer, findTarget, resolveTarget } from './apply.ts';
import type { DdlContext } from './context.ts';
import { requirePrincipal } from './principal.ts';

export function alterAuthorization(statement: AlterAuthorization, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const name = nameText(statement.securable.name);
  switch (statement.securable.class) {
    case 'SCHEMA': {
      const schema = findSchema(catalog, name);
      if (schema === undefined) throw sqlError(15151, 'find', 'schema', name);
      const owner = requirePrincipal(catalog, statement.principal?.value ?? '', 'find', 'user');
      return commitCatalog(context, catalog, putSchema(catalog, { ...schema, owner: owner.name }));
    }
    case 'DATABASE':
      return changeDatabaseOwner(context, name, statement.principal?.value ?? '');
    case null:
    case 'OBJECT':
      return changeObjectOwner(statement, context);
    case 'ROLE': {
      const role = requirePrincipal(catalog, name, 'find', 'role');
      const owner = requirePrincipal(catalog, statement.principal?.value ?? '', 'find', 'user');
      return commitCatalog(context, catalog, putPrincipal(catalog, { ...role, owner: owner.name }));
    }
    case 'TYPE':
      return changeTypeOwner(statement, context);
    case 'SERVER ROLE':
      return changeServerRoleOwner(context, name, statement.principal?.value ?? '');
    case 'XML SCHEMA COLLECTION':
      return changeXmlSchemaOwner(statement, context);
    case 'MESSAGE TYPE':
    case 'CONTRACT':
    case 'SERVICE':
    case 'ROUTE':
    case 'REMOTE SERVICE BINDING': {
      const found = brokerSecurable(catalog, statement.securable.class, name);
      if (found === undefined) throw sqlError(15151, 'find', statement.securable.class.toLowerCase(), name);
      const owner = requirePrincipal(catalog, statement.principal?.value ?? '', 'find', 'user');
      const broker = withBrokerOwner(catalog, statement.securable.class, found.id, owner.name);
      return commitCatalog(context, catalog, setBroker(catalog, broker));
    }
    default:
      throw unsupported(`ALTER AUTHORIZATION ON ${statement.securable.class}`);
  }
}

/** SCHEMA OWNER, and the schema's owner by name, leave the object without an owner of its own. */
function changeObjectOwner({ securable, principal }: AlterAuthorization, context: DdlContext): void {
  const { target, object } = findTarget(context, securable.name);
  if (object === undefined) throw sqlError(15151, 'find', 'object', nameText(securable.name));
  const { owner: _before, ...unowned } = object;
  const { catalog } = target;
  const owner = principal === null ? undefined : requirePrincipal(catalog, principal.value, 'find', 'principal').name;
  const isSchemas = owner === undefined || sameName(owner, findSchema(catalog, object.schema)?.owner ?? 'dbo');
  const after = (isSchemas ? unowned : { ...unowned, owner }) as SchemaObject;
  // A new owner begins without the permissions that the one before has given.
  const permissions = catalog.permissions.filter((row) => row.class !== 'OBJECT' || row.objectId !== object.id);
  commitCatalog(context, catalog, setPermissions(putObject(catalog, after), permissions));
}

function changeTypeOwner({ securable, principal }: AlterAuthorization, context: DdlContext): void {
  const { catalog, schema, qualified, name } = resolveTarget(context, securable.name);
  const type = findType(catalog, qualified ? schema : undefined, schema, name);
  if (type === undefined) throw sqlError(15151, 'find', 'type', nameText(securable.name));
  const { owner: _before, ...unowned } = type;
  const owner = principal === null ? null : requirePrincipal(catalog, principal.value, 'find', 'user').name;
  commitCatalog(context, catalog, putType(catalog, owner === null ? unowned : { ...unowned, owner }));
}

function changeServerRoleOwner(context: DdlContext, name: string, principal: string): void {
  const server = context.server.catalog();
  const role = server.logins.get(nameKey(name));
  if (role?.kind !== 'role' || role.fixed) throw sqlError(15151, 'find', 'server role', name);
  const owner = server.logins.get(nameKey(principal));
  if (owner === undefined) throw sqlError(15151, 'find', 'principal', principal);
  commitServer(context, putLogin(server, { ...role, owner: owner.name, modified: context.now }));
}

function changeXmlSchemaOwner({ securable, principal }: AlterAuthorization, context: DdlContext): void {
  const { catalog, schema, qualified, name } = resolveTarget(context, securable.name);
  const found = findXmlSchema(catalog, qualified ? schema : undefined, schema, name);
  if (found === undefined) throw sqlError(15151, 'find', 'xml schema collection', nameText(securable.name));
  const { owner: _owner, ...unowned } = found;
  const owner = principal === null ? null : requirePrincipal(catalog, principal.value, 'find', 'user').name;
  commitCatalog(context, catalog, putXmlSchema(catalog, owner === null ? unowned : { ...unowned, owner }));
}

function changeDatabaseOwner(context: DdlContext, database: string, login: string): void {
  const server = context.server.catalog();
  const entry = server.databases.get(nameKey(database));
  if (entry === undefined) throw sqlError(15151, 'find', 'database', database);
  const owner = server.logins.get(nameKey(login));
  if (owner === undefined) throw sqlError(15151, 'find', 'principal', login);
  commitServer(context, putDatabase(server, { ...entry, owner: owner.name }));
  const catalog = context.catalogs.database(database);
  const dbo = catalog && findPrincipal(catalog, 'dbo');
  if (catalog !== undefined && dbo !== undefined) commitCatalog(context, catalog, putPrincipal(catalog, { ...dbo, login: owner.name }));
}
