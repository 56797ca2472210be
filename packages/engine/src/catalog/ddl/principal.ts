/** Users and roles of a database. */

import type { AlterRole, AlterUser, CreateRole, CreateUser, Option, PrincipalSource } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { ownedBrokerClass } from '../broker/securables.ts';
import { hexOf } from '../cryptography/model.ts';
import { sidOfThumbprint } from '../cryptography/sid.ts';
import { putObject, putPrincipal, putSchema, putType, removePrincipal, setPermissions } from '../edit.ts';
import { findPrincipal, sameName } from '../find.ts';
import { type DatabaseCatalog, nameKey, type Permission, type Principal, type SchemaObject } from '../model.ts';
import { isUserOf } from '../security/index.ts';
import type { Login } from '../server.ts';
import { commitCatalog } from './apply.ts';
import type { DdlContext } from './context.ts';
import { ownedKey, withKeyOwner } from './keys/owners.ts';
import { requireKey } from './keys/store.ts';
import { alterServerRole, createServerRole, membership } from './login.ts';
import { renamedInPermissions } from './permission.ts';
import { findOption, optionName, optionText } from './syntax.ts';

export function createUser(statement: CreateUser, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const name = statement.name.value;
  requireFreePrincipal(catalog, name);
  const source = statement.for;
  if (source !== null && (source.type === 'CERTIFICATE' || source.type === 'ASYMMETRIC KEY')) {
    const user = {
      ...newPrincipal(catalog, { name, kind: 'user', defaultSchema: '', login: null }),
      ...mappedKey(source, catalog, context),
    };
    return commitUser(user, catalog, context);
  }
  const login = userLogin(statement, context, catalog);
  const schema = findOption(statement.options, 'DEFAULT_SCHEMA');
  const defaultSchema = schema === undefined ? 'dbo' : optionName(schema, context.text);
  const base = newPrincipal(catalog, { name, kind: 'user', defaultSchema, login: login?.name ?? null });
  const password = findOption(statement.options, 'PASSWORD');
  const user = login === null ? { ...base, ...(password && containedPassword(password, catalog, context)) } : { ...base, sid: login.sid };
  commitUser(user, catalog, context);
}

function commitUser(user: Principal, catalog: DatabaseCatalog, context: DdlContext): void {
  const permissions = [...catalog.permissions, connectPermission(user.name)];
  commitCatalog(context, catalog, setPermissions(putPrincipal(catalog, user), permissions));
}

/** The key of a user that stands for one. Raises 15151, and 15063 for a key that has its user. */
function mappedKey(source: PrincipalSource, catalog: DatabaseCatalog, context: DdlContext): Pick<Principal, 'key' | 'sid'> {
  const by = source.type === 'CERTIFICATE' ? 'certificate' : 'asymmetric key';
  const { thumbprint } = requireKey(context, by, source.name?.value ?? '');
  if ([...catalog.principals.values()].some(({ key }) => key?.thumbprint === thumbprint)) throw sqlError(15063);
  return { key: { by, thumbprint }, sid: hexOf(sidOfThumbprint(thumbprint)) };
}

/** A new user may connect; REVOKE CONNECT takes that away. */
const connectPermission = (grantee: string): Permission => ({
  grantee,
  state: 'grant',
  permission: 'CONNECT',
  class: 'DATABASE',
  objectId: 0,
  columnId: 0,
});

/** The login of a new user: the named one, or the one of the same name. */
function userLogin(statement: CreateUser, context: DdlContext, catalog: DatabaseCatalog): Login | null {
  const source = statement.for;
  const hasPassword = findOption(statement.options, 'PASSWORD') !== undefined;
  if (source?.type === 'WITHOUT LOGIN' || (source === null && hasPassword)) return null;
  if (source !== null && source.type !== 'LOGIN') throw unsupported(`CREATE USER … ${source.type}`);
  const name = source?.name?.value ?? statement.name.value;
  const login = context.server.catalog().logins.get(nameKey(name));
  if (login === undefined || login.kind === 'role') throw sqlError(15007, name);
  if ([...catalog.principals.values()].some((user) => isUserOf(user, login))) throw sqlError(15063);
  return login;
}

/** Raises 33233 in a database that is not contained. */
function containedPassword(option: Option, catalog: DatabaseCatalog, context: DdlContext): Pick<Principal, 'passwordHash'> {
  if (catalog.options.other.CONTAINMENT !== 'PARTIAL') throw sqlError(33233);
  return { passwordHash: context.server.hashPassword(optionText(option)) };
}

export function requireFreePrincipal(catalog: DatabaseCatalog, name: string): void {
  if (findPrincipal(catalog, name) !== undefined) throw sqlError(15023, name);
}

/** Users and roles share their ids; new ones count from 5. */
export function newPrincipal(catalog: DatabaseCatalog, principal: Pick<Principal, 'name' | 'kind' | 'defaultSchema' | 'login'>): Principal {
  const taken = [...catalog.principals.values()].map(({ id }) => id).filter((id) => id < 16384);
  return { ...principal, id: Math.max(4, ...taken) + 1, fixed: false, memberOf: [] };
}

export function alterUser(statement: AlterUser, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const user = requirePrincipal(catalog, statement.name.value, 'alter', 'user');
  const text = (name: string): string | undefined => {
    const option = findOption(statement.options, name);
    return option && optionName(option, context.text);
  };
  const renamed = text('NAME');
  if (renamed !== undefined && !sameName(renamed, user.name)) requireFreePrincipal(catalog, renamed);
  const after: Principal = {
    ...user,
    name: renamed ?? user.name,
    defaultSchema: text('DEFAULT_SCHEMA') ?? user.defaultSchema,
    ...mappedLogin(text('LOGIN'), context),
    ...changedPassword(statement, user, context),
  };
  commitCatalog(context, catalog, renamedGrantee(putPrincipal(catalog, after), user.name, after.name));
}

/** A user of a contained database that changes its own password tells the old one. Raises 15151. */
function changedPassword({ options }: AlterUser, user: Principal, context: DdlContext): Pick<Principal, 'passwordHash'> {
  const password = findOption(options, 'PASSWORD');
  const old = findOption(options, 'OLD_PASSWORD');
  if (password === undefined) return {};
  const fits = old === undefined || context.server.verifyPassword(optionText(old), user.passwordHash ?? '');
  if (user.passwordHash === undefined || !fits) throw sqlError(15151, 'alter', 'user', user.name);
  return { passwordHash: context.server.hashPassword(optionText(password)) };
}

/** ALTER USER … WITH LOGIN gives the user to another login. */
function mappedLogin(name: string | undefined, context: DdlContext): Partial<Pick<Principal, 'login' | 'sid'>> {
  if (name === undefined) return {};
  const login = context.server.catalog().logins.get(nameKey(name));
  if (login === undefined || login.kind === 'role') throw sqlError(15007, name);
  return { login: login.name, sid: login.sid };
}

/** What names a principal follows it: its permissions, schemas and objects, and the modules that run as it. */
export function renamedGrantee(catalog: DatabaseCatalog, from: string, to: string): DatabaseCatalog {
  if (from === to) return catalog;
  const permissions = renamedInPermissions(catalog.permissions, from, to);
  const schemas = [...catalog.schemas.values()].filter(({ owner }) => sameName(owner, from));
  const renamed = (object: SchemaObject): SchemaObject => {
    const owned = object.owner !== undefined && sameName(object.owner, from) ? { ...object, owner: to } : object;
    return 'executeAs' in owned && owned.executeAs !== null && sameName(owned.executeAs, from) ? { ...owned, executeAs: to } : owned;
  };
  const objects = [...catalog.objects.values()].filter((object) => renamed(object) !== object);
  const roles = [...catalog.principals.values()].filter(({ owner }) => sameName(owner ?? '', from));
  const typed = [...catalog.types.values()]
    .filter(({ owner }) => sameName(owner ?? '', from))
    .reduce((current, type) => putType(current, { ...type, owner: to }), setPermissions(catalog, permissions));
  const permitted = roles.reduce((current, role) => putPrincipal(current, { ...role, owner: to }), typed);
  const keyed = withKeyOwner(permitted, from, to);
  const owned = schemas.reduce((current, schema) => putSchema(current, { ...schema, owner: to }), keyed);
  return objects.reduce((current, object) => putObject(current, renamed(object)), owned);
}

export function requirePrincipal(catalog: DatabaseCatalog, name: string, verb: string, word: string): Principal {
  const principal = findPrincipal(catalog, name);
  if (principal === undefined) throw sqlError(15151, verb, word, name);
  return principal;
}

export function dropPrincipal(context: DdlContext, what: Principal['kind'], name: string, ifExists: boolean): void {
  const catalog = context.catalogs.current();
  const principal = findPrincipal(catalog, name);
  if (principal === undefined || principal.kind !== what) {
    if (ifExists) return;
    throw sqlError(15151, 'drop', what, name);
  }
  if (principal.fixed) throw sqlError(15150, 'drop', what, name);
  if ([...catalog.schemas.values()].some((schema) => sameName(schema.owner, name))) throw sqlError(15138, 'schema');
  if ([...catalog.principals.values()].some(({ owner }) => sameName(owner ?? '', name))) throw sqlError(15421);
  if ([...catalog.types.values()].some(({ owner }) => sameName(owner ?? '', name))) throw sqlError(15138, 'type');
  const key = ownedKey(catalog, name);
  if (key !== undefined) throw sqlError(15138, key);
  const owned = ownedBrokerClass(catalog, name);
  if (owned !== undefined) throw sqlError(15138, owned);
  const objects = [...catalog.objects.values()];
  if (objects.some(({ owner }) => owner !== undefined && sameName(owner, name))) throw sqlError(15138, 'object');
  if (objects.some((object) => 'executeAs' in object && sameName(object.executeAs ?? '', name))) throw sqlError(15136);
  if ([...catalog.principals.values()].some((member) => member.memberOf.some((role) => sameName(role, name)))) throw sqlError(15144);
  if (catalog.permissions.some(({ grantor }) => sameName(grantor ?? '', name))) throw sqlError(15284);
  commitCatalog(context, catalog, removePrincipal(catalog, name));
}

export function createRole(statement: CreateRole, context: DdlContext): void {
  const name = statement.name.value;
  if (statement.server) return createServerRole(statement, context);
  const catalog = context.catalogs.current();
  requireFreePrincipal(catalog, name);
  const role = newPrincipal(catalog, { name, kind: 'role', defaultSchema: '', login: null });
  const owner = requirePrincipal(catalog, statement.authorization?.value ?? context.user, 'find', 'user').name;
  commitCatalog(context, catalog, putPrincipal(catalog, owner === 'dbo' ? role : { ...role, owner }));
}

export function alterRole(statement: AlterRole, context: DdlContext): void {
  const { name, operand } = statement;
  if (statement.server) return alterServerRole(statement, context);
  const catalog = context.catalogs.current();
  const role = requirePrincipal(catalog, name.value, 'alter', 'role');
  if (statement.action === 'WITH NAME') {
    requireFreePrincipal(catalog, operand.value);
    return commitCatalog(context, catalog, renamedRole(catalog, role, operand.value));
  }
  commitCatalog(context, catalog, withMember(catalog, role.name, operand.value, statement.action === 'ADD MEMBER'));
}

/** Adds a member to a role or takes it out. */
function withMember(catalog: DatabaseCatalog, role: string, member: string, add: boolean): DatabaseCatalog {
  const principal = findPrincipal(catalog, member);
  if (principal === undefined) throw sqlError(15151, add ? 'add' : 'drop', 'principal', member);
  if (principal.name === 'dbo' || sameName(member, role)) throw sqlError(15405, member);
  return putPrincipal(catalog, { ...principal, memberOf: membership(principal.memberOf, role, add) });
}

function renamedRole(catalog: DatabaseCatalog, role: Principal, name: string): DatabaseCatalog {
  const members = [...catalog.principals.values()].filter((member) => member.memberOf.some((other) => sameName(other, role.name)));
  const renamed = renamedGrantee(putPrincipal(catalog, { ...role, name }), role.name, name);
  return members.reduce(
    (current, member) =>
      putPrincipal(current, { ...member, memberOf: member.memberOf.map((other) => (sameName(other, role.name) ? name : other)) }),
    renamed,
  );
}
