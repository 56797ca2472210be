/** Users and roles of a database, logins and server roles, owners. */

import type { AlterAuthorization, AlterLogin, AlterRole, AlterUser, CreateLogin, CreateRole, CreateUser, Option } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { putObject, putPrincipal, putSchema, removePrincipal, setPermissions } from '../edit.ts';
import { findPrincipal, findSchema, nameText, sameName } from '../find.ts';
import { type DatabaseCatalog, nameKey, type Permission, type Principal, type SchemaObject } from '../model.ts';
import { isUserOf } from '../security/index.ts';
import { type Login, nextLoginId, putDatabase, putLogin, removeLogin, type ServerCatalog, setServerPermissions } from '../server.ts';
import { commitCatalog, commitServer, findTarget } from './apply.ts';
import type { DdlContext } from './context.ts';
import { findOption, optionName, optionText } from './syntax.ts';

export function createUser(statement: CreateUser, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const name = statement.name.value;
  requireFreePrincipal(catalog, name);
  const login = userLogin(statement, context, catalog);
  const schema = findOption(statement.options, 'DEFAULT_SCHEMA');
  const defaultSchema = schema === undefined ? 'dbo' : optionName(schema, context.text);
  const base = newPrincipal(catalog, { name, kind: 'user', defaultSchema, login: login?.name ?? null });
  const user = login === null ? base : { ...base, sid: login.sid };
  commitCatalog(context, catalog, setPermissions(putPrincipal(catalog, user), [...catalog.permissions, connectPermission(name)]));
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
  if (source !== null && source.type === 'WITHOUT LOGIN') return null;
  if (source !== null && source.type !== 'LOGIN') throw unsupported(`CREATE USER … ${source.type}`);
  if (findOption(statement.options, 'PASSWORD') !== undefined) throw unsupported('CREATE USER … WITH PASSWORD');
  const name = source?.name?.value ?? statement.name.value;
  const login = context.server.catalog().logins.get(nameKey(name));
  if (login === undefined || login.kind === 'role') throw sqlError(15007, name);
  if ([...catalog.principals.values()].some((user) => isUserOf(user, login))) throw sqlError(15063);
  return login;
}

function requireFreePrincipal(catalog: DatabaseCatalog, name: string): void {
  if (findPrincipal(catalog, name) !== undefined) throw sqlError(15023, name);
}

/** Users and roles share their ids; new ones count from 5. */
function newPrincipal(catalog: DatabaseCatalog, principal: Pick<Principal, 'name' | 'kind' | 'defaultSchema' | 'login'>): Principal {
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
  };
  commitCatalog(context, catalog, renamedGrantee(putPrincipal(catalog, after), user.name, after.name));
}

/** ALTER USER … WITH LOGIN gives the user to another login. */
function mappedLogin(name: string | undefined, context: DdlContext): Partial<Pick<Principal, 'login' | 'sid'>> {
  if (name === undefined) return {};
  const login = context.server.catalog().logins.get(nameKey(name));
  if (login === undefined || login.kind === 'role') throw sqlError(15007, name);
  return { login: login.name, sid: login.sid };
}

/** What names a principal follows it: its permissions, schemas and objects. */
function renamedGrantee(catalog: DatabaseCatalog, from: string, to: string): DatabaseCatalog {
  if (from === to) return catalog;
  const permissions = catalog.permissions.map((row) => (sameName(row.grantee, from) ? { ...row, grantee: to } : row));
  const schemas = [...catalog.schemas.values()].filter(({ owner }) => sameName(owner, from));
  const objects = [...catalog.objects.values()].filter(({ owner }) => owner !== undefined && sameName(owner, from));
  const owned = schemas.reduce((current, schema) => putSchema(current, { ...schema, owner: to }), setPermissions(catalog, permissions));
  return objects.reduce((current, object) => putObject(current, { ...object, owner: to }), owned);
}

function requirePrincipal(catalog: DatabaseCatalog, name: string, verb: string, word: string): Principal {
  const principal = findPrincipal(catalog, name);
  if (principal === undefined) throw sqlError(15151, verb, word, name);
  return principal;
}

export function dropPrincipal(context: DdlContext, what: 'user' | 'role', name: string, ifExists: boolean): void {
  const catalog = context.catalogs.current();
  const principal = findPrincipal(catalog, name);
  if (principal === undefined || (principal.kind === 'user') !== (what === 'user')) {
    if (ifExists) return;
    throw sqlError(15151, 'drop', what, name);
  }
  if (principal.fixed) throw sqlError(15150, 'drop', what, name);
  if ([...catalog.schemas.values()].some((schema) => sameName(schema.owner, name))) throw sqlError(15138, 'schema');
  const objects = [...catalog.objects.values()];
  if (objects.some(({ owner }) => owner !== undefined && sameName(owner, name))) throw sqlError(15138, 'object');
  if (objects.some((object) => 'executeAs' in object && sameName(object.executeAs ?? '', name))) throw sqlError(15136);
  if ([...catalog.principals.values()].some((member) => member.memberOf.some((role) => sameName(role, name)))) throw sqlError(15144);
  commitCatalog(context, catalog, removePrincipal(catalog, name));
}

export function createRole(statement: CreateRole, context: DdlContext): void {
  const name = statement.name.value;
  if (statement.server) return createServerRole(name, context);
  const catalog = context.catalogs.current();
  requireFreePrincipal(catalog, name);
  commitCatalog(context, catalog, putPrincipal(catalog, newPrincipal(catalog, { name, kind: 'role', defaultSchema: '', login: null })));
}

function createServerRole(name: string, context: DdlContext): void {
  const server = context.server.catalog();
  if (server.logins.has(nameKey(name))) throw sqlError(15025, name);
  commitServer(context, putLogin(server, newLogin(server, context, { name, kind: 'role' })));
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

function membership(roles: readonly string[], role: string, add: boolean): readonly string[] {
  const others = roles.filter((other) => !sameName(other, role));
  return add ? [...others, role] : others;
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

function alterServerRole(statement: AlterRole, context: DdlContext): void {
  const server = context.server.catalog();
  const role = server.logins.get(nameKey(statement.name.value));
  if (role?.kind !== 'role') throw sqlError(15151, 'alter', 'server role', statement.name.value);
  if (statement.action === 'WITH NAME') return commitServer(context, putLogin(server, { ...role, name: statement.operand.value }));
  commitServer(context, withServerMember(server, role.name, statement.operand.value, statement.action === 'ADD MEMBER'));
}

function withServerMember(server: ServerCatalog, role: string, member: string, add: boolean): ServerCatalog {
  const login = server.logins.get(nameKey(member));
  if (login === undefined) throw sqlError(15151, add ? 'add' : 'drop', 'principal', member);
  return putLogin(server, { ...login, memberOf: membership(login.memberOf, role, add) });
}

export function createLogin(statement: CreateLogin, context: DdlContext): void {
  const server = context.server.catalog();
  const name = statement.name.value;
  if (server.logins.has(nameKey(name))) throw sqlError(15025, name);
  if (statement.from !== null && statement.from.type !== 'WINDOWS') throw unsupported(`CREATE LOGIN … ${statement.from.type}`);
  const kind = statement.from === null ? 'sql' : 'windows';
  const login = withLoginOptions(newLogin(server, context, { name, kind }), statement.options, context);
  commitServer(context, putLogin(server, login));
}

function newLogin(server: ServerCatalog, context: DdlContext, { name, kind }: Pick<Login, 'name' | 'kind'>): Login {
  const id = nextLoginId(server);
  return {
    id,
    name,
    kind,
    sid: sidOf(id, context.now),
    passwordHash: '',
    disabled: false,
    defaultDatabase: kind === 'role' ? '' : 'master',
    defaultLanguage: 'us_english',
    checkPolicy: kind === 'sql',
    checkExpiration: false,
    fixed: false,
    memberOf: [],
    created: context.now,
    modified: context.now,
  };
}

/** 16 bytes that no other login has: the moment and the id. */
const sidOf = (id: number, now: bigint): string => now.toString(16).padStart(24, '0') + id.toString(16).padStart(8, '0');

/** Applies the options that CREATE and ALTER LOGIN share. */
function withLoginOptions(login: Login, options: readonly Option[], context: DdlContext): Login {
  return options.reduce((current, option) => LOGIN_OPTIONS[option.name]?.(current, option, context) ?? refuseLoginOption(option), login);
}

function refuseLoginOption(option: Option): never {
  throw unsupported(`LOGIN … WITH ${option.name}`);
}

const LOGIN_OPTIONS: Readonly<Record<string, (login: Login, option: Option, context: DdlContext) => Login>> = {
  PASSWORD: (login, option, context) => ({ ...login, passwordHash: passwordHash(option, context) }),
  OLD_PASSWORD: (login) => login,
  SID: (login, option) => ({ ...login, sid: optionText(option).replace(/^0x/i, '') }),
  DEFAULT_DATABASE: (login, option, context) => ({ ...login, defaultDatabase: optionName(option, context.text) }),
  DEFAULT_LANGUAGE: (login, option, context) => ({ ...login, defaultLanguage: optionName(option, context.text) }),
  CHECK_POLICY: (login, option) => ({ ...login, checkPolicy: optionText(option) !== 'OFF' }),
  CHECK_EXPIRATION: (login, option) => ({ ...login, checkExpiration: optionText(option) !== 'OFF' }),
  NAME: (login, option, context) => ({ ...login, name: optionName(option, context.text) }),
};

function passwordHash(option: Option, context: DdlContext): string {
  const [password, ...modifiers] = option.values;
  const words = modifiers.map((value) => (value.kind === 'word' ? value.value : ''));
  if (words.includes('HASHED')) throw unsupported('LOGIN … WITH PASSWORD = … HASHED');
  return context.server.hashPassword(password?.kind === 'string' ? password.value : optionText(option));
}

export function alterLogin(statement: AlterLogin, context: DdlContext): void {
  const server = context.server.catalog();
  const login = server.logins.get(nameKey(statement.name.value));
  if (login === undefined || login.kind === 'role') throw sqlError(15151, 'alter', 'login', statement.name.value);
  switch (statement.action) {
    case 'ENABLE':
    case 'DISABLE':
      return commitServer(context, putLogin(server, { ...login, disabled: statement.action === 'DISABLE', modified: context.now }));
    case 'WITH':
      return changeLogin(statement, context, server, login);
    case 'ADD CREDENTIAL':
    case 'DROP CREDENTIAL':
      throw unsupported(`ALTER LOGIN … ${statement.action}`);
  }
}

function changeLogin(statement: AlterLogin, context: DdlContext, server: ServerCatalog, login: Login): void {
  const old = findOption(statement.options, 'OLD_PASSWORD');
  if (old !== undefined && !context.server.verifyPassword(optionText(old), login.passwordHash))
    throw sqlError(15151, 'alter', 'login', login.name);
  const after = withLoginOptions({ ...login, modified: context.now }, statement.options, context);
  if (!sameName(after.name, login.name) && server.logins.has(nameKey(after.name))) throw sqlError(15025, after.name);
  commitServer(context, renamedLogin(putLogin(server, after), login.name, after.name));
}

/** Permissions and databases follow their login to its new name; users know it by its SID. */
function renamedLogin(server: ServerCatalog, from: string, to: string): ServerCatalog {
  if (from === to) return server;
  const permissions = server.permissions.map((row) => (sameName(row.grantee, from) ? { ...row, grantee: to } : row));
  const owned = [...server.databases.values()].filter(({ owner }) => sameName(owner, from));
  return owned.reduce((current, entry) => putDatabase(current, { ...entry, owner: to }), setServerPermissions(server, permissions));
}

export function dropLogin(context: DdlContext, name: string, word: 'login' | 'server role', ifExists: boolean): void {
  const server = context.server.catalog();
  const login = server.logins.get(nameKey(name));
  if (login === undefined || (login.kind === 'role') !== (word === 'server role')) {
    if (ifExists) return;
    throw sqlError(15151, 'drop', word, name);
  }
  if (login.fixed || login.id === 1) throw sqlError(15150, 'drop', word, name);
  if ([...server.databases.values()].some(({ owner }) => sameName(owner, login.name))) throw sqlError(15174, login.name);
  if (context.server.isConnected(login.name)) throw sqlError(15434, login.name);
  commitServer(context, removeLogin(server, name));
}

/** Owners of schemas and databases; that of an object is its schema's and not kept apart. */
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
    case 'TYPE':
    case 'ROLE':
      return;
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
