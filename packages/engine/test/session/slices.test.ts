import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../src/session/api.ts';
import { batch, Recorder, startServer, type TestServer, turn } from './support.ts';

const ROWS = 30_000;

let server: TestServer;
let one: Session;
let two: Session;
beforeAll(async () => {
  server = await startServer();
  const setup = await server.login();
  await batch(setup, 'CREATE DATABASE a');
  await batch(
    setup,
    `USE a; CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL, k int NULL REFERENCES t (id));
     INSERT t (id, n) SELECT value, 0 FROM GENERATE_SERIES(1, ${ROWS})`,
  );
  await batch(
    setup,
    `CREATE PROCEDURE fill @n int AS CREATE TABLE #own (n int); INSERT #own SELECT @n FROM t; SELECT COUNT(*), MIN(n), MAX(n) FROM #own`,
  );
  setup.close();
});
afterAll(() => server.close());
beforeEach(async () => {
  one?.close();
  two?.close();
  one = await server.login('a');
  two = await server.login('a');
});

const changes = [
  ['UPDATE', 'UPDATE t SET n += 1'],
  ['UPDATE with a foreign key', 'UPDATE t SET k = 1'],
  ['DELETE', 'DELETE t WHERE id > 10'],
  ['INSERT … SELECT', `INSERT t (id, n) SELECT id + ${ROWS}, 0 FROM t`],
  ['SELECT INTO', 'SELECT * INTO copy FROM t'],
  ['MERGE', 'MERGE t USING t AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET n = 2;'],
  ['OUTPUT INTO', 'DECLARE @o TABLE (id int); UPDATE t SET n = 3 OUTPUT inserted.id INTO @o'],
] as const;

describe('a change of many rows', () => {
  test.each(changes)('lets others read in the middle of %s, and is undone whole when it is cancelled', async (_name, change) => {
    let isDone = false;
    const running = batch(one, change).then((result) => {
      isDone = true;
      return result;
    });
    expect((await batch(two, 'SELECT COUNT(*), SUM(n) FROM t')).rows).toEqual([[ROWS, 0]]);
    expect(isDone).toBe(false);
    one.cancel();
    expect((await running).counts).toEqual([]);
    expect((await batch(two, "SELECT COUNT(*), SUM(n), COUNT(k), OBJECT_ID('copy') FROM t")).rows).toEqual([[ROWS, 0, 0, null]]);
  });

  test('leaves no snapshot behind when a read is cancelled at any row', async () => {
    const reads = await batch(two, 'SELECT COUNT(*) FROM t');
    expect(reads.rows).toEqual([[ROWS]]);
    for (const last of [1, 63, 64, 255, 256, 257]) {
      const sink = new Recorder();
      let rows = 0;
      sink.row = () => {
        if (++rows === last) one.cancel();
        return false;
      };
      await one.batch('SELECT id, n FROM t', sink);
      expect(rows).toBeLessThan(ROWS);
      await batch(two, `UPDATE t SET n = ${last} WHERE id = 1`);
      expect((await batch(one, 'SELECT n FROM t WHERE id = 1')).rows).toEqual([[last]]);
    }
    await batch(two, 'UPDATE t SET n = 0 WHERE id = 1');
  });

  test('keeps its lock while others have their turn', async () => {
    const running = batch(one, 'BEGIN TRAN; UPDATE t SET n += 1; ROLLBACK');
    await turn();
    const waiting = batch(two, 'UPDATE t SET n += 10 WHERE id = 1; SELECT n FROM t WHERE id = 1; UPDATE t SET n -= 10 WHERE id = 1');
    expect((await running).errors).toEqual([]);
    expect((await waiting).rows).toEqual([[10]]);
  });

  test('does not mix with the same procedure of another session', async () => {
    const results = await Promise.all([batch(one, 'EXEC fill 1'), batch(two, 'EXEC fill 2')]);
    expect(results.map((result) => result.rows)).toEqual([[[ROWS, 1, 1]], [[ROWS, 2, 2]]]);
  });
});

/** Every pair or triple of rows, of which no condition keeps one: it would go on for minutes. */
const endless = [
  ['a join', 'SELECT a.id FROM t AS a JOIN t AS b ON a.n + b.n = -1'],
  ['a condition between the first two of three', 'SELECT COUNT(*) FROM t AS a CROSS JOIN t AS b CROSS JOIN t AS c WHERE a.n + b.n = -1'],
  ['SELECT @x =', 'DECLARE @x int; SELECT @x = COUNT(*) FROM t AS a, t AS b WHERE a.n + b.n = -1'],
  ['IF EXISTS', 'IF EXISTS (SELECT * FROM t AS a, t AS b WHERE a.n + b.n = -1) PRINT 1'],
  ['UPDATE', 'UPDATE t SET n = 1 WHERE n IN (SELECT a.id FROM t AS a, t AS b WHERE a.n + b.n = -1)'],
] as const;

describe('a request whose conditions drop all rows', () => {
  test.each(endless)('hears that it is to stop in the middle of %s', async (_name, text) => {
    let asked = false;
    const session = await server.login('a', {
      interrupted: () => asked && performance.now() > end,
    });
    asked = true;
    const end = performance.now() + 50;
    await batch(session, `BEGIN TRAN; UPDATE t SET n = n WHERE id = 1; ${text}`);
    expect(performance.now() - end).toBeLessThan(2_000);
    asked = false;
    expect((await batch(session, 'ROLLBACK; SELECT 1 AS x')).rows).toEqual([[1]]);
    session.close();
  });
});
