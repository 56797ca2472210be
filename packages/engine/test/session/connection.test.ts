import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SqliteConnection } from '../../src/backends/sqlite/connection.ts';
import { ConnectionPool } from '../../src/backends/sqlite/pool.ts';
import type { RegisteredFunction } from '../../src/run/contracts.ts';
import { StorageError } from '../../src/run/storage-error.ts';

const directory = mkdtempSync(join(tmpdir(), 'sprocket-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const PLAIN = { bigints: false, functions: [] };

function failure(action: () => unknown): StorageError {
  try {
    action();
  } catch (error) {
    if (error instanceof StorageError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a connection', () => {
  const connection = new SqliteConnection();
  beforeAll(() =>
    connection.execute(
      'CREATE TABLE t(c1 INTEGER PRIMARY KEY, c2, c3); CREATE UNIQUE INDEX "t.ix" ON t(abs(c3)); CREATE UNIQUE INDEX t2 ON t(c2)',
    ),
  );
  afterAll(() => connection.close());

  test('reads rows as arrays, wide integers on demand', () => {
    expect(connection.get('SELECT 1, ?', ['x'], PLAIN)).toEqual([1, 'x']);
    expect(connection.get('SELECT 9007199254740993', [], { bigints: true, functions: [] })).toEqual([9007199254740993n]);
    expect(connection.get('SELECT 1 WHERE 0', [], PLAIN)).toBeUndefined();
  });

  test('lends a statement that is being read only once', () => {
    const sql = 'SELECT value FROM json_each(?)';
    const outer = connection.iterate(sql, ['[1,2]'], PLAIN);
    expect(outer.next().value).toEqual([1]);
    expect([...connection.iterate(sql, ['[7,8]'], PLAIN)]).toEqual([[7], [8]]);
    expect(outer.next().value).toEqual([2]);
    expect(outer.next().done).toBe(true);
  });

  test('registers functions when a text first calls them and lets their exceptions through', () => {
    const thrown = new Error('mine');
    const twice: RegisteredFunction = { name: 'twice', deterministic: true, bigints: false, evaluate: (_, [x]) => Number(x) * 2 };
    const fails: RegisteredFunction = {
      name: 'fails',
      deterministic: false,
      bigints: false,
      evaluate: () => {
        throw thrown;
      },
    };
    expect(connection.get('SELECT twice(21)', [], { bigints: false, functions: [twice] })).toEqual([42]);
    expect(() => connection.get('SELECT fails()', [], { bigints: false, functions: [fails] })).toThrow(thrown);
    expect(connection.get('SELECT twice(4)', [], PLAIN)).toEqual([8]);
  });

  test('aggregates with an inverse slide', () => {
    const total: RegisteredFunction = {
      name: 'total2',
      deterministic: true,
      bigints: false,
      evaluate: () => null,
      aggregate: {
        start: () => 0,
        step: (s, x) => (s as number) + Number(x),
        inverse: (s, x) => (s as number) - Number(x),
        result: (s) => s as number,
      },
    };
    const sql = 'SELECT total2(value) OVER (ORDER BY value ROWS 1 PRECEDING) FROM json_each(?)';
    expect([...connection.iterate(sql, ['[1,2,3]'], { bigints: false, functions: [total] })]).toEqual([[1], [3], [5]]);
  });

  test('reports what was violated', () => {
    connection.run('INSERT INTO t VALUES (1, 2, 3)', [], PLAIN);
    expect(failure(() => connection.run('INSERT INTO t VALUES (1, 5, 6)', [], PLAIN))).toMatchObject({
      kind: 'unique',
      index: null,
      columns: ['t.c1'],
    });
    expect(failure(() => connection.run('INSERT INTO t VALUES (2, 2, 6)', [], PLAIN))).toMatchObject({ kind: 'unique', columns: ['t.c2'] });
    const byExpression = failure(() => connection.run('INSERT INTO t VALUES (3, 4, -3)', [], PLAIN));
    expect(byExpression).toMatchObject({ kind: 'unique', index: 't.ix', message: 'storage error: unique' });
  });

  test('SQLite text stays out of the message', () => {
    expect(failure(() => connection.run('SELECT * FROM nowhere', [], PLAIN))).toMatchObject({
      kind: 'other',
      message: 'storage error: other',
    });
  });
});

describe('attached databases', () => {
  test('take turns when there are more than SQLite allows', () => {
    const connection = new SqliteConnection();
    for (let i = 0; i < 14; i++) {
      connection.attach(`db${i}`, join(directory, `many${i}.db`), { volatile: false });
      connection.execute(`CREATE TABLE "db${i}".t(a); INSERT INTO "db${i}".t VALUES (${i})`);
    }
    expect(connection.isAttached('db0')).toBe(false);
    connection.attach('db0', join(directory, 'many0.db'), { volatile: false });
    expect(connection.get('SELECT a FROM db0.t', [], PLAIN)).toEqual([0]);
    connection.close();
  });

  test('a stale snapshot cannot be upgraded, and says so', () => {
    const [one, two] = [new SqliteConnection(), new SqliteConnection()];
    for (const connection of [one, two]) connection.attach('db5', join(directory, 'stale.db'), { volatile: false });
    one.execute('CREATE TABLE db5.t(a)');
    one.execute('BEGIN');
    one.get('SELECT count(*) FROM db5.t', [], PLAIN);
    two.run('INSERT INTO db5.t VALUES (1)', [], PLAIN);
    expect(failure(() => one.run('INSERT INTO db5.t VALUES (2)', [], PLAIN))).toMatchObject({ kind: 'snapshot' });
    one.close();
    two.close();
  });
});

describe('the pool', () => {
  test('lends the connection that was given back last', () => {
    const pool = new ConnectionPool();
    const [a, b] = [pool.acquire(), pool.acquire()];
    pool.release(a);
    pool.release(b);
    expect(pool.acquire()).toBe(b);
    expect(pool.acquire()).toBe(a);
    pool.close();
  });

  test('does not lend a connection whose transaction is open', () => {
    const pool = new ConnectionPool();
    const a = pool.acquire();
    a.execute('BEGIN');
    pool.release(a);
    expect(pool.acquire()).not.toBe(a);
    pool.close();
  });
});
