/**
 * Letting a client in: who it is, whether the password fits, which database it starts in. Every failure is 18456 to the client; the state tells the
 * log why: 5 unknown login, 7 disabled, 8 wrong password, 38 database not found, 40 default database not found.
 */

import { nameKey } from '../catalog/model.ts';
import type { Login } from '../catalog/server.ts';
import { sqlError, sqlErrorState } from '../errors.ts';
import type { LoginRequest } from './api.ts';
import type { Instance } from './instance.ts';
import { verifyPassword } from './passwords.ts';

/** The id of the database to start in. Raises 18456 and 4060. */
export async function openLogin(instance: Instance, request: LoginRequest): Promise<number> {
  const login = instance.databases.server.logins.get(nameKey(request.user));
  if (login === undefined || login.kind !== 'sql') throw refused(instance, request, 5);
  if (!verifyPassword(request.password, login.passwordHash)) throw refused(instance, request, 8);
  if (login.disabled) throw refused(instance, request, 7);
  return startDatabase(instance, request, login);
}

function startDatabase(instance: Instance, request: LoginRequest, login: Login): number {
  const { databases } = instance;
  if (request.database !== '') {
    const id = databases.idOf(request.database);
    if (id === undefined) throw sqlError(4060, request.database);
    return id;
  }
  const id = databases.idOf(login.defaultDatabase);
  if (id === undefined) throw sqlError(4060, login.defaultDatabase);
  return id;
}

function refused(instance: Instance, request: LoginRequest, state: number) {
  instance.options.log('warn', 'login failed', { user: request.user, client: request.clientAddress, state });
  return sqlErrorState(18456, state, request.user);
}
