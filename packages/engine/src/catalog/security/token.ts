/**
 * What an identity is in one state of the catalogs: its user in a database, every role that leads to, and the permission rows that are about any of
 * them. Tokens are made once for each identity and state and forgotten with it, so asking again costs two look-ups.
 */

import { type DatabaseCatalog, type NameKey, nameKey, type Permission, type Principal } from '../model.ts';
import type { Login, ServerCatalog } from '../server.ts';
import { DATABASE_ROLE_PERMISSIONS, SERVER_ROLE_PERMISSIONS } from './hierarchy.ts';
import { type DatabaseUser, type Identity, loginIdentity } from './identity.ts';

export interface ServerToken {
  readonly server: ServerCatalog;
  /** A sysadmin: nothing is asked of it. */
  readonly unrestricted: boolean;
  /** The login and its roles. */
  readonly grantees: ReadonlySet<NameKey>;
  readonly rows: PermissionRows;
}

export interface Token {
  readonly catalog: DatabaseCatalog;
  readonly server: ServerToken;
  /** Null when the identity may not enter the database. */
  readonly user: Principal | null;
  /** dbo itself: nothing is asked of it, and nothing can be denied to it. */
  readonly unrestricted: boolean;
  /** The user and its roles. */
  readonly grantees: ReadonlySet<NameKey>;
  readonly rows: PermissionRows;
}

/** Permission rows by class and id of the securable. */
export type PermissionRows = ReadonlyMap<string, readonly PermissionRow[]>;

export type PermissionRow = Pick<Permission, 'grantee' | 'state' | 'permission' | 'columnId'>;

/** DB_CHAINING ON, or 'cross db ownership chaining' for the whole server. master, tempdb and msdb always take part. */
export function takesPartInChains({ databaseId, options }: DatabaseCatalog, server: ServerCatalog): boolean {
  if (server.configuration['cross db ownership chaining'] === 1 || CHAINING.has(databaseId)) return true;
  return options.other.DB_CHAINING === 'ON';
}

const CHAINING: ReadonlySet<number> = new Set([1, 2, 4]);

export const rowKey = (securableClass: string, id: number): string => `${securableClass} ${id}`;

const serverTokens = new WeakMap<ServerCatalog, Map<Identity, ServerToken>>();

export function serverToken(identity: Identity, server: ServerCatalog): ServerToken {
  const tokens = mapOf(serverTokens, server);
  const known = tokens.get(identity);
  if (known !== undefined) return known;
  const token = newServerToken(identity, server);
  tokens.set(identity, token);
  return token;
}

const databaseTokens = new WeakMap<DatabaseCatalog, Map<Identity, Token>>();

export function databaseToken(identity: Identity, server: ServerCatalog, catalog: DatabaseCatalog): Token {
  const tokens = mapOf(databaseTokens, catalog);
  const known = tokens.get(identity);
  if (known !== undefined && known.server.server === server) return known;
  const token = newDatabaseToken(identity, serverToken(identity, server), catalog);
  tokens.set(identity, token);
  return token;
}

function mapOf<Key extends WeakKey, Item>(maps: WeakMap<Key, Map<Identity, Item>>, key: Key): Map<Identity, Item> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const map = new Map<Identity, Item>();
  maps.set(key, map);
  return map;
}

/** A trustworthy database vouches for its users in the name of its owner, who needs AUTHENTICATE SERVER for that. */
function isVouchedFor({ authenticator }: DatabaseUser, server: ServerCatalog): boolean {
  if (authenticator === undefined) return false;
  const { unrestricted, rows } = serverToken(loginIdentity(authenticator), server);
  return unrestricted || isGranted(rows.get(rowKey('SERVER', 0)), ['AUTHENTICATE SERVER', 'CONTROL SERVER']);
}

/** In another database it takes AUTHENTICATE there. */
function isVouchedForIn({ authenticator }: DatabaseUser, server: ServerCatalog, catalog: DatabaseCatalog): boolean {
  if (authenticator === undefined) return false;
  const { user, unrestricted, rows } = databaseToken(loginIdentity(authenticator), server, catalog);
  return user !== null && (unrestricted || isGranted(rows.get(rowKey('DATABASE', 0)), ['AUTHENTICATE', 'CONTROL']));
}

function isGranted(rows: readonly PermissionRow[] = [], permissions: readonly string[]): boolean {
  const states = rows.filter(({ permission }) => permissions.includes(permission)).map(({ state }) => state);
  return states.length > 0 && !states.includes('deny');
}

/** A user of a database has no more of the server than public has, unless the database is trusted. */
function newServerToken(identity: Identity, server: ServerCatalog): ServerToken {
  const counts = identity.user === null || isVouchedFor(identity.user, server);
  const login = counts ? server.logins.get(nameKey(identity.login)) : undefined;
  const signers = [...server.logins.values()].filter(({ thumbprint }) => signedBy(identity, thumbprint));
  const logins = login === undefined ? signers : [login, ...signers];
  const grantees = new Set([...logins.flatMap((one) => [nameKey(one.name), ...memberships(one, server.logins)]), 'public']);
  const fixed = [...grantees].flatMap((role) => (SERVER_ROLE_PERMISSIONS[role] ?? []).map((permission) => serverRow(role, permission)));
  return {
    server,
    unrestricted: grantees.has('sysadmin'),
    grantees,
    rows: rowsOf([...fixed, ...server.permissions], grantees),
  };
}

const serverRow = (grantee: string, permission: string): Permission => ({
  grantee,
  permission,
  state: 'grant',
  class: 'SERVER',
  objectId: 0,
  columnId: 0,
});

function newDatabaseToken(identity: Identity, server: ServerToken, catalog: DatabaseCatalog): Token {
  const signers =
    identity.signed === undefined ? [] : [...catalog.principals.values()].filter(({ key }) => signedBy(identity, key?.thumbprint));
  const token = principalToken(userOf(identity, server, catalog), server, catalog, signers);
  return token.unrestricted || mayConnect(token) ? token : { ...token, user: null };
}

/** The running module is signed with the key of the principal. */
const signedBy = ({ signed }: Identity, thumbprint: string | undefined): boolean =>
  thumbprint !== undefined && signed?.thumbprints.includes(thumbprint) === true;

/** What a principal of the database is in it, whoever acts; public alone for none. With it count those in whose name the running module was signed. */
export function principalToken(
  named: Principal | null,
  server: ServerToken,
  catalog: DatabaseCatalog,
  signers: readonly Principal[] = [],
): Token {
  const principals = named === null ? signers : [named, ...signers];
  const grantees = new Set([...principals.flatMap((one) => [nameKey(one.name), ...memberships(one, catalog.principals)]), 'public']);
  const rows = rowsOf([...fixedRows(grantees), ...catalog.permissions], grantees);
  return { catalog, server, user: named, unrestricted: named?.id === DBO, grantees, rows };
}

const DBO = 1;

function userOf(identity: Identity, server: ServerToken, catalog: DatabaseCatalog): Principal | null {
  const { principals } = catalog;
  const { user } = identity;
  if (user !== null && user.databaseId === catalog.databaseId) return principals.get(nameKey(user.name)) ?? null;
  if (user === null || isVouchedForIn(user, server.server, catalog)) {
    if (server.unrestricted) return principals.get('dbo') ?? null;
    const login = server.server.logins.get(nameKey(identity.login));
    const owner = ownerLogin(catalog, server.server);
    if (login !== undefined && owner === login) return principals.get('dbo') ?? null;
    for (const principal of principals.values()) if (principal.id !== DBO && isUserOf(principal, login)) return principal;
  }
  return principals.get('guest') ?? null;
}

/** The login that owns the database and so is its dbo. */
function ownerLogin(catalog: DatabaseCatalog, server: ServerCatalog): Login | undefined {
  const owner = server.databases.get(nameKey(catalog.name))?.owner ?? catalog.principals.get('dbo')?.login;
  return owner === undefined || owner === null ? undefined : server.logins.get(nameKey(owner));
}

/** The login behind a user; undefined for a user without one. */
export function loginOf(
  principal: Pick<Principal, 'id' | 'login' | 'sid'>,
  catalog: DatabaseCatalog,
  server: ServerCatalog,
): Login | undefined {
  if (principal.id === DBO) return ownerLogin(catalog, server);
  return [...server.logins.values()].find((login) => isUserOf(principal, login));
}

/** Whether the user is the login's: by its SID, or by name where none is kept. */
export function isUserOf({ login: name, sid }: Pick<Principal, 'login' | 'sid'>, login: Login | undefined): boolean {
  if (name === null || login === undefined) return false;
  return sid === undefined ? nameKey(name) === nameKey(login.name) : sid === login.sid;
}

/** guest is always welcome in master and tempdb. */
const OPEN_DATABASES: ReadonlySet<number> = new Set([1, 2]);

/** CONNECT to the database, or a permission on the server that carries it. */
function mayConnect({ user, catalog, server, rows }: Token): boolean {
  if (user === null) return false;
  // Only a session that is in the database already can become an application role.
  if (user.kind === 'application role') return true;
  const all = [...(rows.get(rowKey('DATABASE', 0)) ?? []), ...(server.rows.get(rowKey('SERVER', 0)) ?? [])];
  const states = all.filter(({ permission }) => CONNECTING.has(permission)).map(({ state }) => state);
  if (states.includes('deny')) return false;
  return states.length > 0 || (user.name === 'guest' && OPEN_DATABASES.has(catalog.databaseId));
}

const CONNECTING: ReadonlySet<string> = new Set(['CONNECT', 'CONTROL', 'CONNECT ANY DATABASE', 'CONTROL SERVER']);

function fixedRows(grantees: ReadonlySet<string>): readonly Permission[] {
  return [...grantees].flatMap((grantee) => {
    const role = DATABASE_ROLE_PERMISSIONS[grantee];
    return (role?.names ?? []).map(
      (permission): Permission => ({ grantee, permission, state: role?.state ?? 'grant', class: 'DATABASE', objectId: 0, columnId: 0 }),
    );
  });
}

/** Every role that membership leads to, through roles that are members of roles. */
export function memberships(
  principal: { readonly memberOf: readonly string[] },
  principals: ReadonlyMap<NameKey, Pick<Principal | Login, 'memberOf'>>,
): ReadonlySet<NameKey> {
  const found = new Set<NameKey>();
  const pending = principal.memberOf.map(nameKey);
  for (let role = pending.pop(); role !== undefined; role = pending.pop()) {
    if (found.has(role)) continue;
    found.add(role);
    pending.push(...(principals.get(role)?.memberOf ?? []).map(nameKey));
  }
  return found;
}

function rowsOf(permissions: readonly Permission[], grantees: ReadonlySet<NameKey>): PermissionRows {
  const rows = new Map<string, PermissionRow[]>();
  for (const row of permissions) {
    if (!grantees.has(nameKey(row.grantee))) continue;
    const key = rowKey(row.class, row.objectId);
    const list = rows.get(key);
    if (list === undefined) rows.set(key, [row]);
    else list.push(row);
  }
  return rows;
}
