/**
 * Who acts: a login, which is a user of its own in each database, or (under EXECUTE AS USER and in modules that run as someone) a user of one database
 * who counts for nothing outside it. Identities are interned, so they can be compared by reference and be keys of caches.
 */

import { nameKey } from '../model.ts';

export interface Identity {
  /** Tells identities apart in keys. */
  readonly serial: number;
  /** What SUSER_SNAME() shows: a login's name, or the SID of a user without one. */
  readonly login: string;
  readonly user: DatabaseUser | null;
  /** While a signed module runs: who is behind it, and the thumbprints of the keys whose users and logins it may count on as well. */
  readonly signed?: SignedIdentity;
}

export interface SignedIdentity {
  readonly of: Identity;
  readonly thumbprints: readonly string[];
}

export interface DatabaseUser {
  readonly databaseId: number;
  readonly name: string;
  /** The login in whose name a trustworthy database vouches for the user outside it. */
  readonly authenticator?: string;
}

let serials = 0;

const interned = new Map<string, Identity>();

export function loginIdentity(login: string): Identity {
  return intern(nameKey(login), { serial: ++serials, login, user: null });
}

export function userIdentity(login: string, user: DatabaseUser): Identity {
  const key = [nameKey(login), user.databaseId, nameKey(user.name), nameKey(user.authenticator ?? '')].join('\n');
  return intern(key, { serial: ++serials, login, user });
}

/** The identity as a module runs that keys have signed; by itself again with no thumbprints. */
export function signedIdentity(identity: Identity, thumbprints: readonly string[]): Identity {
  const of = identity.signed?.of ?? identity;
  if (thumbprints.length === 0) return of;
  const { login, user } = of;
  const sorted = [...new Set(thumbprints)].sort();
  return intern(['', of.serial, ...sorted].join('\n'), { serial: ++serials, login, user, signed: { of, thumbprints: sorted } });
}

function intern(key: string, identity: Identity): Identity {
  const known = interned.get(key);
  // A principal may have come back under another spelling.
  if (known !== undefined && known.login === identity.login && known.user?.name === identity.user?.name) return known;
  interned.set(key, identity);
  return identity;
}
