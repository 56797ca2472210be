/** Permissions that statements about users, roles, logins and owners take. */

import type { AlterApplicationRole, AlterAuthorization, AlterLogin, AlterRole, AlterUser, CreateRole } from '@sprocket/tsql';
import { type SqlError, sqlError } from '../../../errors.ts';
import { findPrincipal, findSchema, findType, nameText, sameName } from '../../find.ts';
import { nameKey } from '../../model.ts';
import { holdsOnServer, objectSecurable, type SecurableId, schemaSecurable } from '../../security/index.ts';
import { findTarget, resolveTarget } from '../apply.ts';
import type { DdlContext } from '../context.ts';
import { findOption } from '../syntax.ts';
import { holdsHere, requireHeld } from './objects.ts';

export function requireOnServer(context: DdlContext, permission: string, refusal: SqlError): void {
  if (!holdsOnServer(context.authority.server(), permission)) throw refusal;
}

/** A user may change its own password when it knows the old one. */
export function permitAlterUser(statement: AlterUser, context: DdlContext): void {
  const { options } = statement;
  const knowsOld = findOption(options, 'OLD_PASSWORD') !== undefined && options.every(({ name }) => PASSWORDS.has(name));
  if (knowsOld && sameName(statement.name.value, context.user)) return;
  const catalog = context.catalogs.current();
  const user = findPrincipal(catalog, statement.name.value);
  if (user !== undefined && !holdsHere(context, catalog, 'ALTER', { class: 'USER', id: user.id }))
    throw sqlError(15151, 'alter', 'user', statement.name.value);
}

const PASSWORDS: ReadonlySet<string> = new Set(['PASSWORD', 'OLD_PASSWORD']);

export function permitAlterApplicationRole(statement: AlterApplicationRole, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const role = findPrincipal(catalog, statement.name.value);
  if (role !== undefined && !holdsHere(context, catalog, 'ALTER', { class: 'APPLICATION ROLE', id: role.id }))
    throw sqlError(15151, 'alter', 'application role', statement.name.value);
}

/** A login may change its own password when it knows the old one, and where it starts. */
export function permitAlterLogin(statement: AlterLogin, context: DdlContext): void {
  const token = context.authority.server();
  // A user of a database may have the name of a login without being it.
  const isSelf = sameName(statement.name.value, context.login) && token.grantees.has(nameKey(context.login));
  const isOwn = isSelf && statement.action === 'WITH';
  const knowsOld = findOption(statement.options, 'PASSWORD') === undefined || findOption(statement.options, 'OLD_PASSWORD') !== undefined;
  if (isOwn && knowsOld && statement.options.every(({ name }) => OWN_OPTIONS.has(name))) return;
  const login = context.server.catalog().logins.get(nameKey(statement.name.value));
  const isHeld =
    login === undefined ? holdsOnServer(token, 'ALTER ANY LOGIN') : holdsOnServer(token, 'ALTER', { class: 'LOGIN', id: login.id });
  const isAboveMe = login?.memberOf.includes('sysadmin') === true;
  if (!isHeld || isAboveMe) throw sqlError(15151, 'alter', 'login', statement.name.value);
}

const OWN_OPTIONS: ReadonlySet<string> = new Set(['PASSWORD', 'OLD_PASSWORD', 'DEFAULT_DATABASE', 'DEFAULT_LANGUAGE']);

export function permitCreateRole({ server }: CreateRole, context: DdlContext): void {
  if (server) requireOnServer(context, 'CREATE SERVER ROLE', sqlError(15247));
  else requireHeld(context, 'CREATE ROLE', sqlError(15247));
}

/** Members of the fixed roles are for the owners of the database, those of other roles for who may alter them. */
export function permitAlterRole(statement: AlterRole, context: DdlContext): void {
  if (statement.server) return permitAlterServerRole(statement, context);
  const catalog = context.catalogs.current();
  const role = findPrincipal(catalog, statement.name.value);
  if (role === undefined) return;
  const isHeld = role.fixed ? holdsHere(context, catalog, 'CONTROL') : holdsHere(context, catalog, 'ALTER', { class: 'ROLE', id: role.id });
  if (!isHeld) throw sqlError(15151, 'alter', 'role', statement.name.value);
}

/** Members of a fixed server role may add others to it. */
function permitAlterServerRole(statement: AlterRole, context: DdlContext): void {
  const token = context.authority.server();
  const role = context.server.catalog().logins.get(nameKey(statement.name.value));
  if (role === undefined) return;
  const isHeld = role.fixed ? token.grantees.has(nameKey(role.name)) : holdsOnServer(token, 'ALTER ANY SERVER ROLE');
  if (!isHeld) throw sqlError(15151, 'alter', 'server role', statement.name.value);
}

/** TAKE OWNERSHIP of the securable, and IMPERSONATE of who gets it unless that is oneself. */
export function permitAuthorization(statement: AlterAuthorization, context: DdlContext): void {
  const { securable, principal } = statement;
  const name = nameText(securable.name);
  if (securable.class === 'DATABASE') return requireOnServer(context, 'CONTROL SERVER', sqlError(15151, 'find', 'database', name));
  if (securable.class === 'SERVER ROLE')
    return requireOnServer(context, 'ALTER ANY SERVER ROLE', sqlError(15151, 'find', 'server role', name));
  const catalog = context.catalogs.current();
  const id = securableId(statement, context);
  if (id !== undefined && !holdsHere(context, catalog, 'TAKE OWNERSHIP', id))
    throw sqlError(15151, 'find', (securable.class ?? 'OBJECT').toLowerCase(), name);
  const owner = principal === null ? undefined : findPrincipal(catalog, principal.value);
  const isOther = owner !== undefined && !context.authority.token(catalog).grantees.has(nameKey(owner.name));
  if (isOther && !holdsHere(context, catalog, 'IMPERSONATE', { class: owner.kind === 'role' ? 'ROLE' : 'USER', id: owner.id }))
    throw sqlError(15151, 'find', 'user', owner.name);
}

function securableId({ securable }: AlterAuthorization, context: DdlContext): SecurableId | undefined {
  const catalog = context.catalogs.current();
  switch (securable.class) {
    case 'SCHEMA': {
      const schema = findSchema(catalog, nameText(securable.name));
      return schema && schemaSecurable(schema.id);
    }
    case 'ROLE': {
      const role = findPrincipal(catalog, nameText(securable.name));
      return role && { class: 'ROLE', id: role.id };
    }
    case 'TYPE': {
      const { catalog: home, schema, qualified, name } = resolveTarget(context, securable.name);
      const type = findType(home, qualified ? schema : undefined, schema, name);
      return type && { class: 'TYPE', id: type.id };
    }
    case null:
    case 'OBJECT': {
      const { object } = findTarget(context, securable.name);
      return object && objectSecurable(object.id);
    }
    default:
      return undefined;
  }
}
