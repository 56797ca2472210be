/**
 * sys.user_token and sys.login_token: who the session counts as where permissions are asked for, in the database and on the server. The principal itself
 * comes first, then the principals of keys that signed the running module, then the roles that these lead to.
 */

import { INT, nvarchar, type Type } from '@sprocket/tsql';
import { type DatabaseCatalog, nameKey, type Principal } from '../model.ts';
import type { ServerToken, Token } from '../security/token.ts';
import type { Login } from '../server.ts';
import { type ColumnRows, column, defineView, nullable, type SystemView } from './define.ts';
import { principalSid } from './principals.ts';
import { bytesOf, SID } from './shared.ts';

const WORDS: Type = nvarchar(128);

const USER_TYPES: Readonly<Record<Principal['kind'], string>> = { user: 'SQL USER', role: 'ROLE', 'application role': 'APPLICATION ROLE' };

const LOGIN_TYPES: Readonly<Record<Login['kind'], string>> = {
  sql: 'SQL LOGIN',
  windows: 'WINDOWS LOGIN',
  role: 'SERVER ROLE',
  certificate: 'LOGIN MAPPED TO CERTIFICATE',
  'asymmetric key': 'LOGIN MAPPED TO ASYMMETRIC KEY',
};

const userType = ({ kind, key }: Principal): string => (key === undefined ? USER_TYPES[kind] : `USER MAPPED TO ${key.by.toUpperCase()}`);

const USER_COLUMNS: ColumnRows<Principal> = {
  principal_id: nullable(INT, (p) => p.id),
  sid: nullable(SID, (p, { server }) => (p.kind === 'user' ? principalSid(p, server) : null)),
  name: nullable(WORDS, (p) => p.name),
  type: nullable(WORDS, userType),
  usage: column(WORDS, 'GRANT OR DENY'),
};

const LOGIN_COLUMNS: ColumnRows<Login> = {
  principal_id: nullable(INT, (l) => l.id),
  sid: nullable(SID, (l) => bytesOf(l.sid)),
  name: nullable(WORDS, (l) => l.name),
  type: nullable(WORDS, (l) => LOGIN_TYPES[l.kind]),
  usage: column(WORDS, 'GRANT OR DENY'),
};

function* userRows({ grantees, user }: Token, { principals }: DatabaseCatalog): Iterable<Principal> {
  const found = [...principals.values()].filter(({ name }) => grantees.has(nameKey(name)));
  yield* inOrder(found, (one) => (one === user ? 0 : one.kind === 'role' ? 2 : 1));
}

const loginRows = ({ grantees, server }: ServerToken): readonly Login[] =>
  inOrder(
    [...server.logins.values()].filter(({ name }) => grantees.has(nameKey(name))),
    ({ kind }) => (kind === 'role' ? 1 : 0),
  );

function inOrder<Item extends { readonly id: number }>(items: readonly Item[], rank: (item: Item) => number): readonly Item[] {
  return items.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id);
}

export const TOKEN_VIEWS: readonly SystemView[] = [
  defineView('sys', 'user_token', {
    live: true,
    columns: USER_COLUMNS,
    *items({ live, catalog }) {
      const token = live.userToken(catalog);
      if (token !== null) yield* userRows(token, catalog);
    },
  }),
  defineView('sys', 'login_token', {
    live: true,
    columns: LOGIN_COLUMNS,
    *items({ live }) {
      const token = live.loginToken();
      if (token !== null) yield* loginRows(token);
    },
  }),
];
