/** Logins and server roles. */

import type { AlterLogin, AlterRole, CreateLogin, CreateRole, Option, PrincipalSource } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { hexOf } from '../cryptography/model.ts';
import type { PairWord } from '../cryptography/ring.ts';
import { sidOfThumbprint } from '../cryptography/sid.ts';
import { sameName } from '../find.ts';
import { nameKey } from '../model.ts';
import {
  connectSql,
  type Login,
  nextLoginId,
  putDatabase,
  putLogin,
  removeLogin,
  type ServerCatalog,
  setServerPermissions,
} from '../server.ts';
import { commitServer } from './apply.ts';
import type { DdlContext } from './context.ts';
import { findKey } from './keys/store.ts';
import { renamedInPermissions } from './permission.ts';
import { findOption, optionName, optionText } from './syntax.ts';

export function createLogin(statement: CreateLogin, context: DdlContext): void {
  const server = context.server.catalog();
  const name = statement.name.value;
  if (server.logins.has(nameKey(name))) throw sqlError(15025, name);
  const login = withLoginOptions(loginFrom(statement.from, name, context), statement.options, context);
  const after = putLogin(server, login);
  commitServer(context, setServerPermissions(after, [...after.permissions, connectSql(login.name)]));
}

function loginFrom(from: PrincipalSource | null, name: string, context: DdlContext): Login {
  const server = context.server.catalog();
  if (from === null) return newLogin(server, context, { name, kind: 'sql' });
  if (from.type === 'WINDOWS') return newLogin(server, context, { name, kind: 'windows' });
  if (from.type !== 'CERTIFICATE' && from.type !== 'ASYMMETRIC KEY') throw unsupported(`CREATE LOGIN … ${from.type}`);
  const kind = from.type === 'CERTIFICATE' ? 'certificate' : 'asymmetric key';
  return { ...newLogin(server, context, { name, kind }), ...mappedKey(kind, from.name?.value ?? '', context) };
}

/** Logins stand for keys of master. Raises 15151, and 15063 for a key that has its login. */
function mappedKey(kind: PairWord, name: string, context: DdlContext): Pick<Login, 'sid' | 'thumbprint'> {
  const master = context.catalogs.database('master');
  const key = master && findKey(master, kind, name);
  if (key === undefined) throw sqlError(15151, 'find', kind, name);
  const { thumbprint } = key;
  if ([...context.server.catalog().logins.values()].some((login) => login.thumbprint === thumbprint)) throw sqlError(15063);
  return { sid: hexOf(sidOfThumbprint(thumbprint)), thumbprint };
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
  const after = options.reduce(
    (current, option) => LOGIN_OPTIONS[option.name]?.(current, option, context) ?? refuseLoginOption(option),
    login,
  );
  if (after.kind === 'sql') requirePolicy(login, after);
  return after;
}

function refuseLoginOption(option: Option): never {
  throw unsupported(`LOGIN … WITH ${option.name}`);
}

const LOGIN_OPTIONS: Readonly<Record<string, (login: Login, option: Option, context: DdlContext) => Login>> = {
  PASSWORD: (login, option, context) => withPassword(login, option, context),
  OLD_PASSWORD: (login) => login,
  SID: (login, option) => ({ ...login, sid: optionText(option).replace(/^0x/i, '') }),
  DEFAULT_DATABASE: (login, option, context) => ({ ...login, defaultDatabase: optionName(option, context.text) }),
  DEFAULT_LANGUAGE: (login, option, context) => ({ ...login, defaultLanguage: optionName(option, context.text) }),
  CHECK_POLICY: (login, option) => ({ ...login, checkPolicy: optionText(option) !== 'OFF' }),
  CHECK_EXPIRATION: (login, option) => ({ ...login, checkExpiration: optionText(option) !== 'OFF' }),
  NAME: (login, option, context) => ({ ...login, name: optionName(option, context.text) }),
};

/** `PASSWORD = 'p' MUST_CHANGE UNLOCK`, `PASSWORD = 0x… HASHED`. */
function withPassword(login: Login, option: Option, context: DdlContext): Login {
  const words = passwordWords(option);
  const { mustChange: _before, ...rest } = login;
  const after = { ...rest, passwordHash: passwordHash(option, context), passwordSet: context.now };
  return words.includes('MUST_CHANGE') ? { ...after, mustChange: true } : after;
}

function passwordWords({ values }: Option): readonly string[] {
  return values.slice(1).map((value) => (value.kind === 'word' ? value.value : ''));
}

/** Raises 15021 for a hash that is none of SQL Server's. */
function passwordHash(option: Option, context: DdlContext): string {
  const [password] = option.values;
  if (!passwordWords(option).includes('HASHED'))
    return context.server.hashPassword(password?.kind === 'string' ? password.value : optionText(option));
  const hex = password?.kind === 'binary' ? password.hex.toLowerCase() : '';
  if (hex.length !== HASH_DIGITS || !HASH_VERSIONS.includes(hex.slice(0, 4))) throw sqlError(15021, 'PASSWORD');
  return `mssql$${hex}`;
}

/** Version, salt and digest: the hashes that PWDENCRYPT makes. */
const HASH_VERSIONS: readonly string[] = ['0200', '0300'];

const HASH_DIGITS = 140;

/** Who must change a password has one that expires, which takes the policy. Raises 15128, 15122 and 15099. */
function requirePolicy(before: Login, { checkPolicy, checkExpiration, mustChange }: Login): void {
  if (before.mustChange === true && mustChange === true && !(checkPolicy && checkExpiration)) throw sqlError(15128);
  if (checkExpiration && !checkPolicy) throw sqlError(15122);
  if (mustChange === true && !checkExpiration) throw sqlError(15099);
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
  const permissions = renamedInPermissions(server.permissions, from, to);
  const owned = [...server.databases.values()].filter(({ owner }) => sameName(owner, from));
  const roles = [...server.logins.values()].filter(({ owner }) => sameName(owner ?? '', from));
  const permitted = owned.reduce(
    (current, entry) => putDatabase(current, { ...entry, owner: to }),
    setServerPermissions(server, permissions),
  );
  return roles.reduce((current, role) => putLogin(current, { ...role, owner: to }), permitted);
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
  const others = [...server.logins.values()];
  if (others.some(({ memberOf }) => memberOf.some((role) => sameName(role, login.name)))) throw sqlError(15144);
  if (others.some(({ owner }) => sameName(owner ?? '', login.name))) throw sqlError(15141, 'server role');
  if (server.permissions.some(({ grantor }) => sameName(grantor ?? '', login.name))) throw sqlError(15173, login.name);
  if (context.server.isConnected(login.name)) throw sqlError(15434, login.name);
  commitServer(context, removeLogin(server, name));
}

export function createServerRole({ name: { value: name }, authorization }: CreateRole, context: DdlContext): void {
  const server = context.server.catalog();
  if (server.logins.has(nameKey(name))) throw sqlError(15025, name);
  const owner = server.logins.get(nameKey(authorization?.value ?? context.login));
  if (owner === undefined) throw sqlError(15151, 'find', 'login', authorization?.value ?? context.login);
  const role = newLogin(server, context, { name, kind: 'role' });
  commitServer(context, putLogin(server, owner.id === 1 ? role : { ...role, owner: owner.name }));
}

export function alterServerRole(statement: AlterRole, context: DdlContext): void {
  const server = context.server.catalog();
  const role = server.logins.get(nameKey(statement.name.value));
  if (role?.kind !== 'role') throw sqlError(15151, 'alter', 'server role', statement.name.value);
  if (statement.action === 'WITH NAME') return renameServerRole(server, role, statement.operand.value, context);
  commitServer(context, withServerMember(server, role.name, statement.operand.value, statement.action === 'ADD MEMBER'));
}

/** Members and permissions follow the role to its new name. */
function renameServerRole(server: ServerCatalog, role: Login, name: string, context: DdlContext): void {
  if (role.fixed) throw sqlError(15150, 'alter', 'server role', role.name);
  if (!sameName(name, role.name) && server.logins.has(nameKey(name))) throw sqlError(15025, name);
  const members = [...server.logins.values()].filter(({ memberOf }) => memberOf.some((other) => sameName(other, role.name)));
  const renamed = renamedLogin(putLogin(server, { ...role, name, modified: context.now }), role.name, name);
  const following = members.reduce(
    (current, member) => putLogin(current, { ...member, memberOf: [...membership(member.memberOf, role.name, false), name] }),
    renamed,
  );
  commitServer(context, following);
}

function withServerMember(server: ServerCatalog, role: string, member: string, add: boolean): ServerCatalog {
  const login = server.logins.get(nameKey(member));
  if (login === undefined) throw sqlError(15151, add ? 'add' : 'drop', 'principal', member);
  return putLogin(server, { ...login, memberOf: membership(login.memberOf, role, add) });
}

/** The roles of a member with one more or one less. */
export function membership(roles: readonly string[], role: string, add: boolean): readonly string[] {
  const others = roles.filter((other) => !sameName(other, role));
  return add ? [...others, role] : others;
}
