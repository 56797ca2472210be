/**
 * Letting a client in: who it is, whether the password fits, which database it starts in. A failure is 18456 to the client, whose state tells the log
 * why: 5 unknown login, 8 wrong password, 12 no CONNECT SQL. Who knows the password is told more: that the login is disabled (18470, state 7 in the
 * log), that the password must be changed (18488), or that it may not enter the database that it asked for (4060) or its own (4064). A user of a
 * contained database has its password there, and is let into that database alone.
 */

import { type DatabaseCatalog, nameKey, type Principal } from '../catalog/model.ts';
import { databaseToken, holdsOnServer, type Identity, loginIdentity, serverToken, userIdentity } from '../catalog/security/index.ts';
import type { Login } from '../catalog/server.ts';
import { sqlError, sqlErrorState } from '../errors.ts';
import type { LoginRequest } from './api.ts';
import { closedTo } from './database-use.ts';
import type { Instance } from './instance.ts';
import { verifyLogin } from './passwords.ts';

/** Who was let in, and where it starts. */
export interface Admitted {
  readonly identity: Identity;
  readonly databaseId: number;
}

/** Raises 18456, 18470, 18488, 4060 and 4064. */
export async function openLogin(instance: Instance, request: LoginRequest): Promise<Admitted> {
  return (await containedUser(instance, request)) ?? (await serverLogin(instance, request));
}

/** The user of the name in the contained database that was asked for; a login of the name does not count there. */
async function containedUser(instance: Instance, request: LoginRequest): Promise<Admitted | undefined> {
  const catalog = containedDatabase(instance, request.database);
  const user = catalog?.principals.get(nameKey(request.user));
  if (catalog === undefined || user === undefined || !isContained(user)) return undefined;
  if (!(await verifyLogin(request.password, user.passwordHash ?? ''))) throw refused(instance, request, 8);
  const identity = userIdentity(user.name, { databaseId: catalog.databaseId, name: user.name });
  if (databaseToken(identity, instance.databases.server, catalog).user === null) throw refused(instance, request, 12);
  return { identity, databaseId: catalog.databaseId };
}

const isContained = ({ kind, passwordHash }: Principal): boolean => kind === 'user' && passwordHash !== undefined;

function containedDatabase({ databases }: Instance, name: string): DatabaseCatalog | undefined {
  if (name === '' || databases.server.configuration['contained database authentication'] !== 1) return undefined;
  const catalog = databases.byId(databases.idOf(name) ?? 0);
  return catalog?.options.other.CONTAINMENT === 'PARTIAL' ? catalog : undefined;
}

async function serverLogin(instance: Instance, request: LoginRequest): Promise<Admitted> {
  const login = instance.databases.server.logins.get(nameKey(request.user));
  if (login === undefined || login.kind !== 'sql') throw refused(instance, request, 5);
  if (!(await verifyLogin(request.password, login.passwordHash))) throw refused(instance, request, 8);
  if (login.disabled) {
    refused(instance, request, 7);
    throw sqlError(18470, request.user);
  }
  if (login.mustChange === true) throw sqlError(18488, request.user);
  const identity = loginIdentity(login.name);
  if (!holdsOnServer(serverToken(identity, instance.databases.server), 'CONNECT SQL')) throw refused(instance, request, 12);
  return { identity, databaseId: startDatabase(instance, request, login) };
}

function startDatabase(instance: Instance, request: LoginRequest, login: Login): number {
  const { databases } = instance;
  if (request.database !== '') {
    const id = databases.idOf(request.database);
    if (id === undefined || !mayEnter(instance, login, id)) throw sqlError(4060, request.database);
    return id;
  }
  const id = databases.idOf(login.defaultDatabase);
  if (id === undefined || !mayEnter(instance, login, id)) throw sqlError(4064);
  return id;
}

function mayEnter(instance: Instance, login: Login, databaseId: number): boolean {
  const { databases } = instance;
  const catalog = databases.byId(databaseId);
  if (catalog === undefined || closedTo(instance, catalog, databases.server) !== undefined) return false;
  return databaseToken(loginIdentity(login.name), databases.server, catalog).user !== null;
}

function refused(instance: Instance, request: LoginRequest, state: number) {
  instance.options.log('warn', 'login failed', { user: request.user, client: request.clientAddress, state });
  return sqlErrorState(18456, state, request.user);
}
