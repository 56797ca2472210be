/**
 * Letting a client in: who it is, whether the password fits, which database it starts in. A failure is 18456 to the client, whose state tells the log
 * why: 5 unknown login, 8 wrong password, 12 no CONNECT SQL. Who knows the password is told more: that the login is disabled (18470, state 7 in the
 * log), or that it may not enter the database that it asked for (4060) or its own (4064).
 */

import { nameKey } from '../catalog/model.ts';
import { databaseToken, holdsOnServer, loginIdentity, serverToken } from '../catalog/security/index.ts';
import type { Login } from '../catalog/server.ts';
import { sqlError, sqlErrorState } from '../errors.ts';
import type { LoginRequest } from './api.ts';
import type { Instance } from './instance.ts';
import { verifyLogin } from './passwords.ts';

/** The id of the database to start in. Raises 18456 and 4060. */
export async function openLogin(instance: Instance, request: LoginRequest): Promise<number> {
  const login = instance.databases.server.logins.get(nameKey(request.user));
  if (login === undefined || login.kind !== 'sql') throw refused(instance, request, 5);
  if (!(await verifyLogin(request.password, login.passwordHash))) throw refused(instance, request, 8);
  if (login.disabled) {
    refused(instance, request, 7);
    throw sqlError(18470, request.user);
  }
  const token = serverToken(loginIdentity(login.name), instance.databases.server);
  if (!holdsOnServer(token, 'CONNECT SQL')) throw refused(instance, request, 12);
  return startDatabase(instance, request, login);
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

function mayEnter({ databases }: Instance, login: Login, databaseId: number): boolean {
  const catalog = databases.byId(databaseId);
  return catalog !== undefined && databaseToken(loginIdentity(login.name), databases.server, catalog).user !== null;
}

function refused(instance: Instance, request: LoginRequest, state: number) {
  instance.options.log('warn', 'login failed', { user: request.user, client: request.clientAddress, state });
  return sqlErrorState(18456, state, request.user);
}
