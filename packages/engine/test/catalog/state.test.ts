/** Ids, edits, look-ups and storage of catalogs. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SqliteConnection } from '../../src/backends/sqlite/connection.ts';
import {
  putObject,
  putPrincipal,
  putSchema,
  removeObject,
  removeSchema,
  setPermissions,
  withTemporaryObjects,
} from '../../src/catalog/edit.ts';
import { findObject, nameFromParts, nameParts, nameText } from '../../src/catalog/find.ts';
import { FIRST_OBJECT_ID, idSource, nextId, systemName } from '../../src/catalog/ids.ts';
import type { DatabaseCatalog, Procedure, Synonym, Table } from '../../src/catalog/model.ts';
import { newDatabase } from '../../src/catalog/seed.ts';
import { newServer, nextDatabaseId, nextLoginId, putDatabase, putLogin, removeLogin } from '../../src/catalog/server.ts';
import {
  CATALOG_TABLE,
  createCatalogTable,
  decode,
  encode,
  loadCatalog,
  loadServer,
  saveChanges,
  saveServerChanges,
} from '../../src/catalog/store.ts';

const synonym = (id: number, name: string, schema = 'dbo'): Synonym => ({
  kind: 'synonym',
  id,
  schema,
  name,
  created: 1n,
  modified: 2n,
  target: ['t'],
});

const empty = (): DatabaseCatalog => newDatabase({ databaseId: 5, name: 'shop', created: 638_396_640_000_000_000n });

describe('ids', () => {
  test('never repeat and stay positive ints', () => {
    const seen = new Set<number>();
    let id = FIRST_OBJECT_ID;
    for (let i = 0; i < 50_000; i++) {
      expect(seen.has(id)).toBe(false);
      seen.add(id);
      id = nextId(id);
    }
    for (const one of seen) if (one < 1_000_000 || one > 2_147_483_646) throw new Error(String(one));
  });

  test('a source remembers where it is', () => {
    const source = idSource(100_000_000);
    expect([source.take(), source.take()]).toEqual([100_000_000, 116_000_057]);
    expect(source.next).toBe(132_000_114);
  });

  test.each([
    ['DF', 'authors', ['phone'], 0x78b3efca, 'DF__authors__phone__78B3EFCA'],
    ['DF', 'employee', ['hire_date'], 0x1fcdbceb, 'DF__employee__hire_d__1FCDBCEB'],
    ['DF', 'publishers', ['country'], 0x7d78a4e7, 'DF__publisher__count__7D78A4E7'],
    ['FK', 'titleauthor', ['au_id'], 0x1cf15040, 'FK__titleauth__au_id__1CF15040'],
    ['CK', 'employee', [], 0x2c3393d0, 'CK__employee__2C3393D0'],
  ] as const)('%s of %s', (prefix, table, columns, id, name) => {
    expect(systemName(prefix, table, columns, id)).toBe(name);
  });
});

describe('names', () => {
  test('parts and text', () => {
    const name = nameFromParts(['db', null, 't']);
    expect(nameParts(name)).toEqual({ server: undefined, database: 'db', schema: undefined, name: 't' });
    expect(nameText(name)).toBe('db..t');
  });

  test('a name without schema is looked for in the default schema, then in dbo', () => {
    const catalog = [synonym(1, 'a'), synonym(2, 'a', 'guest'), synonym(3, 'b')].reduce(putObject, empty());
    expect(findObject(catalog, undefined, 'guest', 'A')?.id).toBe(2);
    expect(findObject(catalog, undefined, 'guest', 'b')?.id).toBe(3);
    expect(findObject(catalog, 'guest', 'dbo', 'b')).toBeUndefined();
  });
});

describe('edits', () => {
  test('share what is unchanged and have versions of their own', () => {
    const before = putObject(empty(), synonym(1, 'a'));
    const after = putSchema(before, { id: 5, name: 'x', owner: 'dbo' });
    expect(after.objects).toBe(before.objects);
    expect(after.version).not.toBe(before.version);
    expect(before.schemas.has('x')).toBe(false);
  });

  test('an object moves with its name and keeps its place without', () => {
    const catalog = [synonym(1, 'a'), synonym(2, 'b')].reduce(putObject, empty());
    const changed = putObject(catalog, { ...synonym(1, 'a'), target: ['u'] });
    expect([...changed.objects.values()].map(({ id }) => id)).toEqual([1, 2]);
    const renamed = putObject(catalog, synonym(1, 'c'));
    expect([...renamed.objects.keys()]).toEqual(['dbo.b', 'dbo.c']);
    expect(renamed.objectsById.get(1)?.name).toBe('c');
  });

  test('removing takes permissions and properties along', () => {
    const permission = { grantee: 'public', state: 'grant' as const, permission: 'SELECT', class: 'OBJECT', objectId: 1, columnId: 0 };
    const catalog = setPermissions(putObject(empty(), synonym(1, 'a')), [permission, { ...permission, class: 'SCHEMA', objectId: 5 }]);
    expect(removeObject(catalog, 1).permissions.map((row) => row.class)).toEqual(['SCHEMA']);
    const withSchema = putSchema(catalog, { id: 5, name: 'x', owner: 'dbo' });
    expect(removeSchema(withSchema, 'X').permissions.map((row) => row.class)).toEqual(['OBJECT']);
  });

  test('a principal is replaced under a new name', () => {
    const user = { id: 5, name: 'ann', kind: 'user' as const, defaultSchema: 'dbo', login: null, fixed: false, memberOf: [] };
    const catalog = putPrincipal(putPrincipal(empty(), user), { ...user, name: 'Bea' });
    expect(catalog.principals.has('ann')).toBe(false);
    expect(catalog.principals.get('bea')?.id).toBe(5);
  });

  test('tempdb shows padded names of temporary tables', () => {
    const table = { kind: 'table', id: -5, schema: 'dbo', name: '#t' } as Table;
    const [name] = [...withTemporaryObjects(empty(), [table]).objects.values()].map((object) => object.name);
    expect(name).toHaveLength(128);
    expect(name).toMatch(/^#t_+000000000005$/);
  });
});

describe('server', () => {
  test('databases and logins', () => {
    const server = newServer({ created: 0n, saPasswordHash: 'h' });
    expect([...server.databases.keys()]).toEqual(['master', 'tempdb', 'model', 'msdb']);
    expect(nextDatabaseId(server)).toBe(5);
    const entry = { id: 5, name: 'Shop', file: 'f', created: 0n, owner: 'sa', state: 'ONLINE' as const };
    const renamed = putDatabase(putDatabase(server, entry), { ...entry, name: 'Store' });
    expect([...renamed.databases.keys()]).toEqual(['master', 'tempdb', 'model', 'msdb', 'store']);
    expect(nextLoginId(server)).toBe(257);
    const sa = server.logins.get('sa');
    expect(sa?.memberOf).toEqual(['sysadmin']);
    if (sa !== undefined) expect(removeLogin(putLogin(server, { ...sa, disabled: true }), 'SA').logins.has('sa')).toBe(false);
  });
});

describe('storage', () => {
  const open = () => {
    const connection = new SqliteConnection();
    connection.execute("ATTACH ':memory:' AS db5");
    createCatalogTable(connection, 'db5');
    return connection;
  };
  const rows = (connection: SqliteConnection) =>
    [...connection.iterate(`SELECT kind, id FROM db5.${CATALOG_TABLE} ORDER BY kind, id`, [], { bigints: false, functions: [] })].map(
      (row) => row.join(' '),
    );

  test('JSON keeps bigint at any depth', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.bigInt(), fc.string(), fc.integer(), fc.constant(null), fc.array(fc.bigInt()))),
        (value) => {
          const clean = Object.fromEntries(Object.entries(value).filter(([key]) => key !== '__proto__' && key !== '$bigint'));
          expect(decode(encode(clean))).toEqual(clean);
        },
      ),
    );
  });

  test('a save writes only what changed', () => {
    const connection = open();
    const first = [synonym(1, 'a'), synonym(2, 'b')].reduce(putObject, empty());
    saveChanges(connection, 'db5', null, first);
    connection.execute(`DELETE FROM db5.${CATALOG_TABLE} WHERE kind = 'object' AND id = 1`);
    const second = putObject(first, synonym(2, 'c'));
    saveChanges(connection, 'db5', first, second);
    expect(rows(connection).filter((row) => row.startsWith('object'))).toEqual(['object 2']);
    saveChanges(connection, 'db5', second, removeObject(second, 2));
    expect(rows(connection).filter((row) => row.startsWith('object'))).toEqual([]);
  });

  test('what is saved is loaded', () => {
    const connection = open();
    const catalog = putObject(empty(), { ...synonym(7, 'a'), created: 2n ** 60n });
    saveChanges(connection, 'db5', null, catalog);
    expect({ ...loadCatalog(connection, 'db5'), version: 0 }).toEqual({ ...catalog, version: 0 });
    const server = newServer({ created: 5n, saPasswordHash: 'h' });
    saveServerChanges(connection, 'db5', null, server);
    expect({ ...loadServer(connection, 'db5'), version: 0 }).toEqual({ ...server, version: 0 });
  });

  test('rolling back storage leaves the old catalog', () => {
    const connection = open();
    const before = empty();
    saveChanges(connection, 'db5', null, before);
    connection.execute('BEGIN');
    saveChanges(connection, 'db5', before, putObject(before, synonym(1, 'a') as unknown as Procedure));
    connection.execute('ROLLBACK');
    expect(loadCatalog(connection, 'db5')?.objects.size).toBe(0);
  });

  test('a file without a catalog has none', () => {
    const connection = new SqliteConnection();
    connection.execute("ATTACH ':memory:' AS db6");
    expect(loadCatalog(connection, 'db6')).toBeUndefined();
    expect(loadServer(connection, 'db6')).toBeUndefined();
  });
});
