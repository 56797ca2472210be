/**
 * Who the session is and what it may: memberships are looked up in the catalogs; permissions are not enforced yet, so a known securable is answered
 * with yes.
 */

import { nameKey } from '../catalog/model.ts';
import type { Value } from '../values/value.ts';
import type { SessionCore } from './session-core.ts';

/** The login is a member of sysadmin: it is dbo in every database. */
export function isSysadmin(core: SessionCore, login: string): boolean {
  return core.catalogs.server.logins.get(nameKey(login))?.memberOf.includes('sysadmin') ?? false;
}

/** The database user that a login acts as. */
export function userOf(core: SessionCore, login: string): string {
  if (isSysadmin(core, login)) return 'dbo';
  const { principals } = core.catalogs.current;
  const user = [...principals.values()].find((principal) => principal.login !== null && nameKey(principal.login) === nameKey(login));
  return user?.name ?? principals.get(nameKey(login))?.name ?? 'guest';
}

export function isMember(core: SessionCore, role: string): Value {
  return isRoleMember(core, role, core.userName);
}

export function isRoleMember(core: SessionCore, role: string, name: string): Value {
  const { principals } = core.catalogs.current;
  const wanted = principals.get(nameKey(role));
  const member = principals.get(nameKey(name));
  if (wanted?.kind !== 'role' || member === undefined) return null;
  if (wanted.name === 'public') return 1;
  if (member.name === 'dbo') return wanted.fixed ? 1 : member.memberOf.includes(wanted.name) ? 1 : 0;
  return reaches(member.memberOf, wanted.name, (next) => principals.get(nameKey(next))?.memberOf ?? []) ? 1 : 0;
}

export function isServerRoleMember(core: SessionCore, role: string, name: string): Value {
  const { logins } = core.catalogs.server;
  const wanted = logins.get(nameKey(role));
  const login = logins.get(nameKey(name));
  if (wanted?.kind !== 'role' || login === undefined) return null;
  if (wanted.name === 'public' || login.memberOf.includes('sysadmin')) return 1;
  return reaches(login.memberOf, wanted.name, (next) => logins.get(nameKey(next))?.memberOf ?? []) ? 1 : 0;
}

/** Whether a chain of memberships leads to the role. */
function reaches(roles: readonly string[], wanted: string, rolesOf: (role: string) => readonly string[]): boolean {
  const seen = new Set<string>();
  const pending = [...roles];
  for (let role = pending.pop(); role !== undefined; role = pending.pop()) {
    if (nameKey(role) === nameKey(wanted)) return true;
    if (seen.has(role)) continue;
    seen.add(role);
    pending.push(...rolesOf(role));
  }
  return false;
}

export function hasAccess(core: SessionCore, database: string): Value {
  return core.catalogs.database(database) === undefined ? null : 1;
}

/** NULL for a securable that does not exist. */
export function hasPermission(core: SessionCore, securable: Value, securableClass: Value): Value {
  if (securable === null || securableClass === null) return 1;
  if (String(securableClass).toUpperCase() === 'DATABASE') return hasAccess(core, String(securable).replaceAll(/^\[|\]$/g, ''));
  return 1;
}
