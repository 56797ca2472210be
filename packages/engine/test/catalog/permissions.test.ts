import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { putObject, putPrincipal, setPermissions } from '../../src/catalog/edit.ts';
import type { DatabaseCatalog, Permission, Principal, Synonym } from '../../src/catalog/model.ts';
import {
  applicable,
  DATABASE,
  databaseToken,
  holds,
  holdsColumns,
  holdsOnServer,
  loginIdentity,
  objectSecurable,
  PERMISSIONS,
  type SecurableClass,
  schemaSecurable,
  sees,
  serverToken,
  userIdentity,
} from '../../src/catalog/security/index.ts';
import { newDatabase } from '../../src/catalog/seed.ts';
import { newServer } from '../../src/catalog/server.ts';

const SERVER = newServer({ created: 0n, saPasswordHash: '' });
const ID = 42;

const principal = (id: number, name: string, kind: Principal['kind'], memberOf: readonly string[] = []): Principal => ({
  id,
  name,
  kind,
  defaultSchema: 'dbo',
  login: null,
  fixed: false,
  memberOf,
});

const OBJECT: Synonym = { kind: 'synonym', id: ID, schema: 'dbo', name: 'o', created: 0n, modified: 0n, target: ['t'] };

/** A database with a user `u` in role `r` in role `q`, one object, and the permissions. */
function world(permissions: readonly Permission[], roles: readonly string[] = ['r']): DatabaseCatalog {
  const users = [principal(5, 'u', 'user', roles), principal(6, 'r', 'role', ['q']), principal(7, 'q', 'role')];
  const empty = newDatabase({ databaseId: 5, name: 'd', created: 0n });
  return setPermissions(putObject(users.reduce(putPrincipal, empty), OBJECT), [...empty.permissions, ...permissions]);
}

const row = (permission: string, more: Partial<Permission> = {}): Permission => ({
  grantee: 'u',
  state: 'grant',
  permission,
  class: 'OBJECT',
  objectId: ID,
  columnId: 0,
  ...more,
});

const tokenOf = (catalog: DatabaseCatalog) => databaseToken(userIdentity('x', { databaseId: 5, name: 'u' }), SERVER, catalog);
const holdsOn = (permissions: readonly Permission[], permission = 'SELECT', roles?: readonly string[]): boolean =>
  holds(tokenOf(world(permissions, roles)), permission, objectSecurable(ID));

const ON_SCHEMA = { class: 'SCHEMA', objectId: 1 } as const;
const ON_DATABASE = { class: 'DATABASE', objectId: 0 } as const;

describe('a permission on an object', () => {
  test.each([
    ['nothing', [], false],
    ['a grant', [row('SELECT')], true],
    ['a grant of something else', [row('INSERT')], false],
    ['CONTROL', [row('CONTROL')], true],
    ['ALTER', [row('ALTER')], false],
    ['the schema', [row('SELECT', ON_SCHEMA)], true],
    ['CONTROL of the schema', [row('CONTROL', ON_SCHEMA)], true],
    ['the database', [row('SELECT', ON_DATABASE)], true],
    ['CONTROL of the database', [row('CONTROL', ON_DATABASE)], true],
    ['ALTER ANY SCHEMA', [row('ALTER ANY SCHEMA', ON_DATABASE)], false],
    ['a role', [row('SELECT', { grantee: 'r' })], true],
    ['a role of a role', [row('SELECT', { grantee: 'Q' })], true],
    ['public', [row('SELECT', { grantee: 'public' })], true],
    ['somebody else', [row('SELECT', { grantee: 'guest' })], false],
    ['a denial beside a grant', [row('SELECT'), row('SELECT', { state: 'deny', grantee: 'q' })], false],
    ['a denial on the schema', [row('SELECT'), row('SELECT', { state: 'deny', ...ON_SCHEMA })], false],
    ['a denial of CONTROL', [row('SELECT'), row('CONTROL', { state: 'deny' })], false],
    ['a denial of something else', [row('SELECT'), row('INSERT', { state: 'deny' })], true],
    ['another object', [row('SELECT', { objectId: 43 })], false],
    ['a column alone', [row('SELECT', { columnId: 1 })], false],
  ] as const)('by %s', (_, permissions, expected) => {
    expect(holdsOn(permissions)).toBe(expected);
  });

  test.each([
    ['db_datareader', 'SELECT', true],
    ['db_datareader', 'INSERT', false],
    ['db_datawriter', 'DELETE', true],
    ['db_datawriter', 'SELECT', false],
    ['db_ddladmin', 'ALTER', true],
    ['db_ddladmin', 'SELECT', false],
    ['db_owner', 'CONTROL', true],
    ['db_securityadmin', 'VIEW DEFINITION', true],
    ['db_accessadmin', 'SELECT', false],
  ])('by %s: %s is %s', (role, permission, expected) => {
    expect(holdsOn([], permission, [role])).toBe(expected);
  });

  test('by owning it or its schema, whatever is denied', () => {
    const denial = [row('SELECT', { state: 'deny', grantee: 'public' })];
    const catalog = world(denial);
    expect(holds(tokenOf(catalog), 'SELECT', objectSecurable(ID))).toBe(false);
    expect(holds(tokenOf(putObject(catalog, { ...OBJECT, owner: 'q' })), 'SELECT', objectSecurable(ID))).toBe(true);
  });

  test('makes it visible, unless definitions are denied', () => {
    expect(sees(tokenOf(world([])), ID)).toBe(false);
    expect(sees(tokenOf(world([row('SELECT', { columnId: 1 })])), ID)).toBe(true);
    expect(sees(tokenOf(world([row('EXECUTE', ON_SCHEMA)])), ID)).toBe(true);
    expect(sees(tokenOf(world([row('SELECT'), row('VIEW DEFINITION', { state: 'deny' })])), ID)).toBe(false);
  });
});

describe('columns', () => {
  const columns = (permissions: readonly Permission[], wanted: readonly number[]) =>
    holdsColumns(tokenOf(world(permissions)), 'SELECT', ID, wanted);
  const granted = row('SELECT', { columnId: 1 });

  test('are granted and denied by themselves', () => {
    expect(columns([granted], [1])).toEqual({ allowed: true, refused: [] });
    expect(columns([granted], [1, 2])).toEqual({ allowed: false, refused: [2] });
    expect(columns([row('SELECT'), row('SELECT', { columnId: 2, state: 'deny' })], [1, 2])).toEqual({ allowed: false, refused: [2] });
    expect(columns([row('SELECT', { columnId: 2, state: 'deny' })], [2])).toEqual({ allowed: false, refused: [] });
  });

  test('stand against a denial of their table, and one is enough where none is named', () => {
    expect(columns([row('SELECT', { state: 'deny' }), granted], [1]).allowed).toBe(true);
    expect(columns([granted], []).allowed).toBe(true);
    expect(columns([], []).allowed).toBe(false);
  });
});

describe('the database and the server', () => {
  test('a login is dbo by sysadmin, guest in master, and nobody elsewhere', () => {
    const user = (login: string, databaseId: number) =>
      databaseToken(loginIdentity(login), SERVER, newDatabase({ databaseId, name: 'd', created: 0n })).user?.name;
    expect(user('sa', 5)).toBe('dbo');
    expect(user('nobody', 1)).toBe('guest');
    expect(user('nobody', 5)).toBeUndefined();
  });

  test('a user without CONNECT may not enter', () => {
    const allowed = world([row('CONNECT', ON_DATABASE)]);
    const denied = world([row('CONNECT', ON_DATABASE), row('CONNECT', { ...ON_DATABASE, state: 'deny', grantee: 'r' })]);
    expect([world([]), allowed, denied].map((catalog) => tokenOf(catalog).user?.name)).toEqual([undefined, 'u', undefined]);
  });

  test('public may see databases and connect; the rest needs a grant or a role', () => {
    const token = serverToken(loginIdentity('nobody'), SERVER);
    expect(['VIEW ANY DATABASE', 'CONNECT SQL', 'VIEW SERVER STATE'].map((name) => holdsOnServer(token, name))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

/** Every permission of every class in the hierarchy. */
const permissionOf = (securableClass: SecurableClass) => fc.constantFrom(...Object.keys(PERMISSIONS[securableClass]));

const anyRow = fc.record({
  grantee: fc.constantFrom('u', 'r', 'q', 'public', 'guest'),
  state: fc.constantFrom('grant' as const, 'deny' as const),
  place: fc.oneof(
    permissionOf('OBJECT').map((permission) => ({ permission, class: 'OBJECT', objectId: ID })),
    permissionOf('SCHEMA').map((permission) => ({ permission, class: 'SCHEMA', objectId: 1 })),
    permissionOf('DATABASE').map((permission) => ({ permission, class: 'DATABASE', objectId: 0 })),
  ),
});

const rowsOf = fc.array(
  anyRow.map(({ grantee, state, place }): Permission => ({ ...place, grantee, state, columnId: 0 })),
  { maxLength: 6 },
);

describe('whatever is granted', () => {
  test('one more denial takes nothing but away, one more grant gives nothing but more', () => {
    fc.assert(
      fc.property(rowsOf, anyRow, permissionOf('OBJECT'), (rows, { grantee, place }, permission) => {
        const before = holdsOn(rows, permission);
        const more = (state: Permission['state']): boolean => holdsOn([...rows, { ...place, grantee, state, columnId: 0 }], permission);
        expect(more('deny') && !before).toBe(false);
        expect(before && !more('grant')).toBe(false);
      }),
    );
  });

  test('CONTROL of the database is everything inside it, and nothing is more than that', () => {
    fc.assert(
      fc.property(permissionOf('OBJECT'), permissionOf('SCHEMA'), (onObject, onSchema) => {
        const token = tokenOf(world([row('CONTROL', ON_DATABASE)]));
        expect(holds(token, onObject, objectSecurable(ID))).toBe(true);
        expect(holds(token, onSchema, schemaSecurable(1))).toBe(true);
        const all = tokenOf(world(Object.keys(PERMISSIONS.OBJECT).map((name) => row(name))));
        expect(holds(all, 'CONTROL', DATABASE)).toBe(false);
      }),
    );
  });

  test('every covering permission is one of the class that it names', () => {
    for (const [securableClass, rows] of Object.entries(PERMISSIONS)) {
      for (const { covering } of Object.values(rows)) if (covering !== null) expect(rows, securableClass).toHaveProperty([covering]);
    }
    expect(applicable(OBJECT).every((name) => name in PERMISSIONS.OBJECT)).toBe(true);
  });
});
