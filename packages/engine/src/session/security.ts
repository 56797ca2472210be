/**
 * Who a session acts as. A login begins as itself; EXECUTE AS puts another identity on top and REVERT takes it off again. What a body puts on ends with
 * it: modules cannot leave their caller as somebody else. Tokens of the identity in the catalogs that the session sees come from here.
 */

import { randomBytes } from 'node:crypto';
import { findPrincipal } from '../catalog/find.ts';
import { type DatabaseCatalog, nameKey, type Principal } from '../catalog/model.ts';
import {
  DATABASE,
  databaseToken,
  holds,
  holdsOnServer,
  type Identity,
  loginIdentity,
  loginOf,
  ownerOf,
  type ServerToken,
  serverToken,
  signedIdentity,
  type Token,
  userIdentity,
} from '../catalog/security/index.ts';
import type { Login, ServerCatalog } from '../catalog/server.ts';
import { sqlError } from '../errors.ts';
import type { CodeModule } from '../run/modules.ts';
import type { Impersonation, WayBack } from '../run/runtime.ts';

/** The catalogs as the session sees them. */
export interface SecurityCatalogs {
  readonly current: DatabaseCatalog;
  readonly server: ServerCatalog;
  databaseById(id: number): DatabaseCatalog | undefined;
}

interface Impersonated {
  readonly before: Identity;
  /** Where EXECUTE AS USER was said; 0 for a login. */
  readonly databaseId: number;
  /** `module`: put on by a module that runs as somebody; it ends with the module. */
  readonly way: WayBack | 'module' | SetUserWay;
  readonly cookie: Uint8Array | null;
}

/** SETUSER, and SETUSER … WITH NORESET, which SETUSER alone does not take off again. */
type SetUserWay = 'set user' | 'set user for good';

/** What sp_setapprole has put on. */
interface ApplicationRole {
  readonly before: Identity;
  readonly cookie: Uint8Array | null;
}

/** Ways that REVERT does not go back. */
const WITHOUT_REVERT: ReadonlySet<Impersonated['way']> = new Set(['module', 'set user', 'set user for good']);

export class SessionSecurity implements Impersonation {
  readonly #catalogs: () => SecurityCatalogs;
  readonly #login: Identity;
  #identity: Identity;
  readonly #stack: Impersonated[] = [];
  /** How many identities lay below the running body, and how many bodies run. */
  #floor = 0;
  #bodies = 0;
  #application: ApplicationRole | null = null;
  #lastToken: Token | null = null;
  #seen: { readonly identity: Identity; readonly server: ServerCatalog; readonly token: ServerToken } | null = null;

  constructor(identity: Identity, catalogs: () => SecurityCatalogs) {
    this.#catalogs = catalogs;
    this.#login = identity;
    this.#identity = this.#login;
  }

  get identity(): Identity {
    return this.#identity;
  }

  /** The login that connected. */
  get original(): string {
    return this.#login.login;
  }

  /** A sysadmin, of whom nothing is asked. */
  get unrestricted(): boolean {
    return this.server.unrestricted;
  }

  get server(): ServerToken {
    const { server } = this.#catalogs();
    const seen = this.#seen;
    if (seen !== null && seen.identity === this.#identity && seen.server === server) return seen.token;
    const token = serverToken(this.#identity, server);
    this.#seen = { identity: this.#identity, server, token };
    return token;
  }

  /** What the identity is in a database. */
  token(catalog: DatabaseCatalog): Token {
    const server = this.server;
    const last = this.#lastToken;
    if (last !== null && last.catalog === catalog && last.server === server) return last;
    const token = databaseToken(this.#identity, server.server, catalog);
    this.#lastToken = token;
    return token;
  }

  enter(): number {
    const before = this.#floor;
    this.#floor = this.#stack.length;
    this.#bodies += 1;
    return before;
  }

  leave(mark: number): void {
    const first = this.#stack[this.#floor];
    if (first !== undefined) this.#identity = first.before;
    this.#stack.length = Math.min(this.#stack.length, this.#floor);
    this.#floor = mark;
    this.#bodies -= 1;
  }

  /** Who runs a signed module may do with it what the users of the signing keys may; that ends where another module begins. */
  sign({ databaseId, objectId }: CodeModule): void {
    const catalog = databaseId === null ? undefined : this.#catalogs().databaseById(databaseId);
    const before = this.#identity.signed?.thumbprints ?? [];
    if (catalog === undefined || (catalog.cryptography === undefined && before.length === 0)) return;
    const own = (catalog.cryptography?.signatures ?? []).filter((signature) => signature.objectId === objectId);
    const counts = own.filter(({ counter, thumbprint }) => !counter || before.includes(thumbprint));
    const identity = signedIdentity(
      this.#identity,
      counts.map(({ thumbprint }) => thumbprint),
    );
    if (identity === this.#identity) return;
    this.#stack.push({ before: this.#identity, databaseId: 0, way: 'module', cookie: null });
    this.#identity = identity;
  }

  runAs(module: CodeModule): void {
    if (module.runsAsLogin === true) return this.#runAsLogin(module);
    const { executeAs, databaseId, schema, owner } = module;
    const catalog = databaseId === null ? undefined : this.#catalogs().databaseById(databaseId);
    if (catalog === undefined || executeAs === null || executeAs === 'CALLER') return;
    const name = executeAs === 'OWNER' ? ownerOf(catalog, owner === undefined ? { schema } : { schema, owner }) : executeAs;
    const principal = findPrincipal(catalog, name);
    if (principal?.kind !== 'user' || principal.key !== undefined) throw sqlError(15517, name);
    this.#stack.push({ before: this.#identity, databaseId: 0, way: 'module', cookie: null });
    this.#identity = identityOf(principal, catalog, this.#catalogs().server);
  }

  /** A trigger on the server runs as a login. */
  #runAsLogin({ executeAs }: CodeModule): void {
    if (executeAs === null || executeAs === 'CALLER') return;
    const login = this.#catalogs().server.logins.get(nameKey(executeAs));
    if (login === undefined || login.kind === 'role') throw sqlError(15406, executeAs);
    this.#stack.push({ before: this.#identity, databaseId: 0, way: 'module', cookie: null });
    this.#identity = loginIdentity(login.name);
  }

  /** EXECUTE AS CALLER: back to who called the module, with what the module's own signatures give. */
  executeAsCaller(): void {
    const caller = this.#stack[this.#floor]?.before ?? this.#identity;
    this.#push(signedIdentity(caller, this.#identity.signed?.thumbprints ?? []), 0, 'revert');
  }

  /** EXECUTE AS USER in the database in use; null for the cookie when none is wanted. Raises 15517. */
  executeAsUser(name: string, way: WayBack): Uint8Array | null {
    const { current, server } = this.#catalogs();
    const principal = findPrincipal(current, name);
    const isPermitted =
      principal?.kind === 'user' &&
      principal.key === undefined &&
      !UNUSABLE.has(principal.id) &&
      holds(this.token(current), 'IMPERSONATE', { class: 'USER', id: principal.id });
    if (!isPermitted) throw sqlError(15517, name);
    return this.#push(identityOf(principal, current, server), current.databaseId, way);
  }

  /** EXECUTE AS LOGIN. Raises 15406, and 916 for a login that cannot be in the database in use. */
  executeAsLogin(name: string, way: WayBack): Uint8Array | null {
    const { current, server } = this.#catalogs();
    const login = server.logins.get(nameKey(name));
    const isPermitted =
      login !== undefined && PERSONS.has(login.kind) && holdsOnServer(this.server, 'IMPERSONATE', { class: 'LOGIN', id: login.id });
    if (!isPermitted) throw sqlError(15406, name);
    const identity = loginIdentity(login.name);
    if (databaseToken(identity, server, current).user === null) throw sqlError(916, login.name, current.name);
    return this.#push(identity, 0, way);
  }

  /** Raises 15591 for a wrong way back and 15199 in another database; does nothing when there is nowhere to go back to. */
  revert(cookie: Uint8Array | null): void {
    const top = this.#stack.at(-1);
    if (top === undefined || WITHOUT_REVERT.has(top.way) || this.#stack.length <= this.#floor) return;
    if (top.way === 'none') throw sqlError(15196);
    if ((top.way === 'cookie') !== (cookie !== null)) throw sqlError(15591);
    if (top.cookie !== null && cookie !== null && Buffer.compare(top.cookie, cookie) !== 0) throw sqlError(15591);
    if (top.databaseId !== 0 && top.databaseId !== this.#catalogs().current.databaseId) throw sqlError(15199, 'Execute As');
    this.#stack.pop();
    this.#identity = top.before;
  }

  /** SETUSER: for owners of the database; without a name, back to who the session was before. Raises 15157. */
  setUser(name: string | null, forGood: boolean): void {
    const top = this.#stack.at(-1);
    if (name === null) {
      if (top?.way === 'set user') this.#pop(top);
      return;
    }
    if (top?.way === 'set user') this.#pop(top);
    const { current, server } = this.#catalogs();
    const principal = findPrincipal(current, name);
    const isPerson = principal?.kind === 'user' && principal.key === undefined && !UNUSABLE.has(principal.id);
    if (!isPerson || !holds(this.token(current), 'CONTROL', DATABASE)) throw sqlError(15157, name);
    const way = forGood ? 'set user for good' : 'set user';
    this.#stack.push({ before: this.#identity, databaseId: current.databaseId, way, cookie: null });
    this.#identity = identityOf(principal, current, server);
  }

  #pop({ before }: Impersonated): void {
    this.#stack.pop();
    this.#identity = before;
  }

  /** sp_setapprole: the session becomes the role of the database in use. Raises 15422 and 15161; the result is the cookie. */
  setApplicationRole(name: string, fits: (passwordHash: string) => boolean, wantsCookie: boolean): Uint8Array | null {
    if (this.#bodies > 0 || this.#stack.length > 0 || this.#application !== null) throw sqlError(15422);
    const { current } = this.#catalogs();
    const role = findPrincipal(current, name);
    if (role?.kind !== 'application role' || !fits(role.passwordHash ?? '')) throw sqlError(15161, name);
    const cookie = wantsCookie ? new Uint8Array(randomBytes(COOKIE_BYTES)) : null;
    this.#application = { before: this.#identity, cookie };
    this.#identity = userIdentity(this.#identity.login, { databaseId: current.databaseId, name: role.name });
    return cookie;
  }

  /** sp_unsetapprole. Raises 15592 without the cookie of the activation. */
  unsetApplicationRole(cookie: Uint8Array | null): void {
    const active = this.#application;
    const fits = active !== null && active.cookie !== null && cookie !== null && Buffer.compare(active.cookie, cookie) === 0;
    if (!fits || this.#stack.length > 0) throw sqlError(15592);
    this.#identity = active.before;
    this.#application = null;
  }

  /** An application role stays until the connection ends: it is no use to anybody else. */
  get isApplicationRole(): boolean {
    return this.#application !== null;
  }

  /** Back to the login. */
  reset(): void {
    this.#application = null;
    this.#stack.length = 0;
    this.#floor = 0;
    this.#bodies = 0;
    this.#identity = this.#login;
  }

  #push(identity: Identity, databaseId: number, way: WayBack): Uint8Array | null {
    // Ways back other than REVERT are for batches alone.
    if (way !== 'revert' && this.#bodies > 0) throw sqlError(15590);
    const cookie = way === 'cookie' ? new Uint8Array(randomBytes(COOKIE_BYTES)) : null;
    this.#stack.push({ before: this.#identity, databaseId, way, cookie });
    this.#identity = identity;
    return cookie;
  }
}

const COOKIE_BYTES = 100;

const DBO = { id: 1, login: null };

const MSDB = 4;

const isTrustworthy = ({ databaseId, options }: DatabaseCatalog): boolean =>
  (options.other.TRUSTWORTHY ?? (databaseId === MSDB ? 'ON' : 'OFF')) === 'ON';

/** Roles and logins of keys are nobody. */
const PERSONS: ReadonlySet<Login['kind']> = new Set(['sql', 'windows']);

/** INFORMATION_SCHEMA and sys are nobody. */
const UNUSABLE: ReadonlySet<number> = new Set([3, 4]);

/** A user counts in its database alone. One without a login is shown by its SID. */
function identityOf(user: Principal, catalog: DatabaseCatalog, server: ServerCatalog): Identity {
  const login = loginOf(user, catalog, server);
  const own = { databaseId: catalog.databaseId, name: user.name };
  if (login === undefined) return userIdentity(`S-1-9-3-0-0-0-${user.id}`, own);
  const owner = isTrustworthy(catalog) ? loginOf(DBO, catalog, server)?.name : undefined;
  return userIdentity(login.name, owner === undefined ? own : { ...own, authenticator: owner });
}
