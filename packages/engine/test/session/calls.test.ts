import { INT, nvarchar, TABLE } from '@sprocket/tsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/session/api.ts';
import { batch, call, parameter, startServer, type TestServer } from './support.ts';

let server: TestServer;
let session: Session;
beforeAll(async () => {
  server = await startServer();
  session = await server.login();
  await batch(session, 'CREATE DATABASE calls');
  await batch(session, 'USE calls; CREATE TABLE t(id int PRIMARY KEY, s nvarchar(20) NULL)');
  await batch(
    session,
    "CREATE PROCEDURE p @a int, @b int = 5 OUTPUT, @s varchar(10) = 'd' AS SELECT @a AS a, @b AS b, @s AS s; SET @b = @a + 1; RETURN 3",
  );
  await batch(session, 'CREATE TYPE Ids AS TABLE (id int)');
  await batch(session, 'CREATE PROCEDURE sums @ids Ids READONLY AS SELECT SUM(id) AS total FROM @ids');
});
afterAll(() => server.close());

describe('a procedure called by a client', () => {
  test('returns rows, its status and OUTPUT values', async () => {
    const result = await call(session, 'dbo.p', [parameter('@a', 1), parameter('@b', 2, INT, true)]);
    expect(result.sets).toEqual([{ columns: ['a', 'b', 's'], rows: [[1, 2, 'd']] }]);
    expect(result.status).toBe(3);
    expect(result.returned).toEqual({ '@b': 2 });
    expect(result.messages).toEqual([]);
  });

  test('takes positional arguments, defaults and values of other types', async () => {
    const byDefault = { name: '', output: false, isDefault: true, value: { kind: 'scalar' as const, type: INT, value: null } };
    const result = await call(session, '[calls].[dbo].[p]', [parameter('', '41'), byDefault, parameter('', 12)]);
    expect(result.rows).toEqual([[41, 5, '12']]);
  });

  test('reports what is wrong with a call', async () => {
    expect((await call(session, 'p', [])).messages).toMatchObject([{ number: 201, line: 0, procedure: 'p' }]);
    expect((await call(session, 'p', [parameter('@a', 'x')])).messages).toMatchObject([
      { number: 8114, message: 'Error converting data type nvarchar to int.' },
    ]);
    expect((await call(session, 'nowhere', [])).errors).toEqual([2812]);
  });

  test('takes rows for a table-valued parameter', async () => {
    const rows = [[1], [2], [39]];
    const value = { kind: 'table' as const, typeName: 'dbo.Ids', columns: [{ name: 'id', type: INT }], rows };
    const result = await call(session, 'sums', [{ name: '@ids', output: false, isDefault: false, value }]);
    expect(result.rows).toEqual([[42]]);
    expect((await call(session, 'sums', [])).rows).toEqual([[null]]);
    expect(TABLE.name).toBe('table');
  });
});

describe('sp_executesql', () => {
  test('passes values in and OUTPUT values back', async () => {
    const result = await call(session, 'sp_executesql', [
      parameter('', 'SELECT @x + 1 AS y; SET @out = @x * 2'),
      parameter('', '@x int, @out int OUTPUT'),
      parameter('@x', 20),
      parameter('@out', null, INT, true),
    ]);
    expect(result.rows).toEqual([[21]]);
    expect(result.returned).toEqual({ '@out': 40 });
    expect(result.status).toBe(0);
  });

  test('names the parameter that is missing', async () => {
    const result = await call(session, 'sp_executesql', [parameter('', 'SELECT @x'), parameter('', '@x int')]);
    expect(result.messages).toMatchObject([
      { number: 8178, message: "The parameterized query '(@x int)SELECT @x' expects the parameter '@x', which was not supplied." },
    ]);
  });
});

describe('prepared statements', () => {
  test('are executed by their handle until they are given up', async () => {
    const prepared = await call(session, 'sp_prepare', [
      parameter('', null, INT, true),
      parameter('', '@x int'),
      parameter('', 'SELECT @x AS x'),
    ]);
    const handle = prepared.returned[''] as number;
    expect((await call(session, 'sp_execute', [parameter('', handle), parameter('', 7)])).rows).toEqual([[7]]);
    expect((await call(session, 'sp_execute', [parameter('', handle), parameter('@x', 8)])).rows).toEqual([[8]]);
    expect((await call(session, 'sp_unprepare', [parameter('', handle)])).status).toBe(0);
    expect((await call(session, 'sp_execute', [parameter('', handle), parameter('', 7)])).errors).toEqual([8179]);
  });

  test('can be prepared and executed at once', async () => {
    const result = await call(session, 'sp_prepexec', [
      parameter('@handle', null, INT, true),
      parameter('', '@x int'),
      parameter('', 'SELECT @x * 2'),
      parameter('', 21),
    ]);
    expect(result.rows).toEqual([[42]]);
    expect(result.returned['@handle']).toBeGreaterThan(0);
  });

  test('a call of a procedure can be prepared', async () => {
    const result = await call(session, 'sp_prepexecrpc', [parameter('@handle', null, INT, true), parameter('', 'dbo.p'), parameter('', 5)]);
    expect(result.rows).toEqual([[5, 5, 'd']]);
  });

  test('a syntax error is reported by sp_prepare', async () => {
    const result = await call(session, 'sp_prepare', [parameter('', null, INT, true), parameter('', ''), parameter('', 'SELECT 1 +;')]);
    expect(result.errors.length).toBeGreaterThan(0);
  });
});

describe('server cursors', () => {
  test('are opened, fetched in blocks and closed', async () => {
    const text = 'SELECT value AS v FROM (VALUES (1), (2), (3), (4), (5)) AS x (value) ORDER BY value';
    const opened = await call(session, 'sp_cursoropen', [
      parameter('@cursor', null, INT, true),
      parameter('', text),
      parameter('@scrollopt', 8, INT, true),
      parameter('@ccopt', 1, INT, true),
      parameter('@rowcount', 0, INT, true),
    ]);
    expect(opened.sets).toEqual([{ columns: ['v', 'ROWSTAT'], rows: [] }]);
    expect(opened.returned).toMatchObject({ '@rowcount': 5, '@scrollopt': 8 });
    const cursor = opened.returned['@cursor'] as number;
    const fetch = async (type: number, row: number, count: number) =>
      (await call(session, 'sp_cursorfetch', [parameter('', cursor), parameter('', type), parameter('', row), parameter('', count)])).rows;
    expect(await fetch(2, 0, 2)).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(await fetch(2, 0, 2)).toEqual([
      [3, 1],
      [4, 1],
    ]);
    expect(await fetch(2, 0, 2)).toEqual([[5, 1]]);
    expect(await fetch(2, 0, 2)).toEqual([]);
    expect(await fetch(1, 0, 1)).toEqual([[1, 1]]);
    expect(await fetch(8, 0, 2)).toEqual([
      [4, 1],
      [5, 1],
    ]);
    expect(await fetch(16, 2, 1)).toEqual([[2, 1]]);
    expect((await call(session, 'sp_cursorclose', [parameter('', cursor)])).status).toBe(0);
    expect(
      (await call(session, 'sp_cursorfetch', [parameter('', cursor), parameter('', 2), parameter('', 0), parameter('', 1)])).errors,
    ).toEqual([16909]);
  });
});

describe('what a text would do', () => {
  test('its first result set is described', async () => {
    const result = await call(session, 'sp_describe_first_result_set', [parameter('', 'SELECT id, s AS name FROM t')]);
    const column = (name: string) => result.rows.map((row) => row[result.sets[0]?.columns.indexOf(name) ?? -1]);
    expect(column('name')).toEqual(['id', 'name']);
    expect(column('system_type_name')).toEqual(['int', 'nvarchar(20)']);
    expect(column('is_nullable')).toEqual([0, 1]);
    expect(column('max_length')).toEqual([4, 40]);
  });

  test('its undeclared parameters get the types of their places', async () => {
    const text = 'INSERT INTO t (id, s) VALUES (@P1, @P2); SELECT * FROM t WHERE id = @P3 AND s LIKE @P4 OR @P5 = 1';
    const result = await call(session, 'sp_describe_undeclared_parameters', [parameter('', text)]);
    expect(result.rows.map((row) => [row[0], row[1], row[3]])).toEqual([
      [1, '@P1', 'int'],
      [2, '@P2', 'nvarchar(20)'],
      [3, '@P3', 'int'],
      [4, '@P4', 'nvarchar(20)'],
      [5, '@P5', 'nvarchar(4000)'],
    ]);
  });
});

describe('a bulk load', () => {
  test('inserts the announced rows', async () => {
    await batch(session, 'INSERT BULK t (id int, s nvarchar(20))');
    const { Recorder } = await import('./support.ts');
    const recorder = new Recorder();
    const columns = [
      { name: 'id', type: INT },
      { name: 's', type: nvarchar(20) },
    ];
    await session.bulk(
      {
        columns,
        rows: [
          [100, 'a'],
          [101, null],
        ],
      },
      recorder,
    );
    expect(recorder.counts).toEqual([2]);
    expect((await batch(session, 'SELECT id, s FROM t WHERE id >= 100 ORDER BY id')).rows).toEqual([
      [100, 'a'],
      [101, null],
    ]);
    const again = new Recorder();
    await session.bulk({ columns, rows: [] }, again);
    expect(again.errors).toEqual([4022]);
  });
});
