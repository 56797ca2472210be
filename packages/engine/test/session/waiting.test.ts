import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../src/session/api.ts';
import { batch, Recorder, startServer, type TestServer, turn } from './support.ts';

let server: TestServer;
let one: Session;
let two: Session;
beforeAll(async () => {
  server = await startServer();
  const setup = await server.login();
  await batch(setup, 'CREATE DATABASE a; CREATE DATABASE b');
  await batch(setup, 'USE a; CREATE TABLE t(id int PRIMARY KEY, n int NOT NULL); INSERT t VALUES (1, 0)');
  await batch(setup, 'USE b; CREATE TABLE t(id int PRIMARY KEY, n int NOT NULL); INSERT t VALUES (1, 0)');
  setup.close();
});
afterAll(() => server.close());
beforeEach(async () => {
  one?.close();
  two?.close();
  one = await server.login('a');
  two = await server.login('a');
});

describe('a request that waits for a lock', () => {
  test('goes on when the other transaction ends', async () => {
    await batch(one, 'BEGIN TRAN; UPDATE t SET n = 1');
    const waiting = batch(two, 'UPDATE t SET n = n + 10; SELECT n FROM t');
    await turn();
    expect((await batch(one, 'COMMIT')).errors).toEqual([]);
    expect((await waiting).rows).toEqual([[11]]);
  });

  test('fails after LOCK_TIMEOUT and leaves the batch running', async () => {
    await batch(one, 'BEGIN TRAN; UPDATE t SET n = 1');
    const result = await batch(two, "SET LOCK_TIMEOUT 20; UPDATE t SET n = 2; PRINT 'on'");
    expect(result.messages.map((message) => message.number)).toEqual([1222, 3621, 0]);
  });

  test('ends at once when it is cancelled; what it had done before stays', async () => {
    await batch(one, 'BEGIN TRAN; UPDATE t SET n = 1');
    const waiting = batch(two, 'DECLARE @x TABLE (i int); SELECT 1 AS first; UPDATE t SET n = 2; SELECT 2 AS second');
    await turn();
    two.cancel();
    const result = await waiting;
    expect(result.sets.map((set) => set.columns)).toEqual([['first']]);
    expect(result.messages).toEqual([]);
    expect((await batch(two, 'SELECT @@TRANCOUNT AS n')).rows).toEqual([[0]]);
  });

  test('is the victim when it closes a circle, and its transaction is rolled back', async () => {
    await batch(one, 'BEGIN TRAN; UPDATE a.dbo.t SET n = 5');
    await batch(two, 'BEGIN TRAN; UPDATE b.dbo.t SET n = 6');
    const waiting = batch(one, 'UPDATE b.dbo.t SET n = 7; SELECT @@TRANCOUNT AS n');
    await turn();
    const victim = await batch(two, "UPDATE a.dbo.t SET n = 8; PRINT 'not reached'");
    expect(victim.errors).toEqual([1205]);
    expect((await waiting).rows).toEqual([[1]]);
    expect((await batch(two, 'SELECT @@TRANCOUNT AS n')).rows).toEqual([[0]]);
    await batch(one, 'ROLLBACK');
    expect(server.engine.metrics().deadlocks).toBeGreaterThan(0);
  });

  test('binds again when the table has changed meanwhile', async () => {
    await batch(one, 'CREATE TABLE changing(a int); INSERT changing VALUES (1)');
    await batch(two, 'SELECT * FROM changing');
    await batch(one, 'BEGIN TRAN; ALTER TABLE changing ADD b int NOT NULL DEFAULT 7; UPDATE changing SET a = 2');
    const waiting = batch(two, 'UPDATE changing SET a = a + 1; SELECT * FROM changing');
    await turn();
    await batch(one, 'COMMIT');
    expect((await waiting).rows).toEqual([[3, 7]]);
    await batch(one, 'DROP TABLE changing');
  });
});

describe('a slow client', () => {
  test('holds up its rows and nobody else', async () => {
    const recorder = new Recorder();
    recorder.pauseAfter = 2;
    const running = one.batch('SELECT value FROM GENERATE_SERIES(1, 5)', recorder);
    expect(running).toBeInstanceOf(Promise);
    expect(recorder.rows.length).toBe(2);
    expect((await batch(two, 'SELECT 1 AS x')).rows).toEqual([[1]]);
    recorder.resume();
    await turn();
    expect(recorder.rows.length).toBe(4);
    recorder.resume();
    await running;
    expect(recorder.rows.map((row) => Number(row[0]))).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('cancellation', () => {
  test('ends a busy loop; the transaction stays under XACT_ABORT OFF', async () => {
    const running = batch(one, 'BEGIN TRAN; UPDATE t SET n = 77; WHILE 1 = 1 DECLARE @x int = 1');
    await turn(20);
    one.cancel();
    await running;
    expect((await batch(one, 'SELECT @@TRANCOUNT AS n; ROLLBACK')).sets[0]?.rows).toEqual([[1]]);
  });

  test('rolls back under XACT_ABORT ON', async () => {
    const running = batch(one, "SET XACT_ABORT ON; BEGIN TRAN; UPDATE t SET n = 78; WAITFOR DELAY '00:00:10'");
    await turn();
    one.cancel();
    await running;
    expect((await batch(one, 'SELECT @@TRANCOUNT AS n, (SELECT COUNT(*) FROM t WHERE n = 78) AS c')).rows).toEqual([[0, 0]]);
  });

  test('can be asked from outside of a request that keeps its thread', async () => {
    let asked = false;
    const session = await server.login('a', { interrupted: () => asked });
    setTimeout(() => {
      asked = true;
    }, 20);
    await batch(session, 'WHILE 1 = 1 DECLARE @x int = 1');
    asked = false;
    expect((await batch(session, 'SELECT 1 AS x')).rows).toEqual([[1]]);
    session.close();
  });

  test('WAITFOR waits', async () => {
    const start = performance.now();
    await batch(one, "WAITFOR DELAY '00:00:00.030'");
    expect(performance.now() - start).toBeGreaterThan(25);
  });
});

describe('sessions share the thread', () => {
  test('a long loop lets others run', async () => {
    const long = batch(one, 'DECLARE @i int = 0; WHILE @i < 300000 SET @i += 1; SELECT @i AS i');
    const short = await batch(two, 'SELECT 1 AS x');
    expect(short.rows).toEqual([[1]]);
    expect((await long).rows).toEqual([[300000]]);
  });
});
