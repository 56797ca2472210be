import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session, TransactionRequest } from '../../src/session/api.ts';
import { batch, Recorder, startServer, type TestServer } from './support.ts';

let server: TestServer;
let session: Session;
let other: Session;
beforeAll(async () => {
  server = await startServer();
  session = await server.login();
  await batch(session, 'CREATE DATABASE tx');
  await batch(session, 'USE tx; CREATE TABLE t(id int PRIMARY KEY)');
  other = await server.login('tx');
});
afterAll(() => server.close());
beforeEach(async () => {
  await batch(session, 'IF @@TRANCOUNT > 0 ROLLBACK; DELETE t');
});

async function transact(request: TransactionRequest): Promise<Recorder> {
  const recorder = new Recorder();
  await session.transact(request, recorder);
  return recorder;
}

const count = async (who: Session): Promise<unknown> => (await batch(who, 'SELECT COUNT(*) AS n FROM t')).rows[0]?.[0];

describe('requests of the transaction manager', () => {
  test('begin tells its descriptor, commit and rollback none', async () => {
    const begun = await transact({ kind: 'begin', isolation: undefined, name: '' });
    expect(begun.changes).toEqual([{ kind: 'begin transaction', descriptor: session.transaction }]);
    expect(session.transaction).not.toBe(0n);
    await batch(session, 'INSERT t VALUES (1)');
    expect((await transact({ kind: 'commit', name: '' })).changes).toEqual([{ kind: 'commit', descriptor: 0n }]);
    expect(session.transaction).toBe(0n);
    expect(await count(other)).toBe(1);
  });

  test('save and rollback to the savepoint keep the transaction', async () => {
    await transact({ kind: 'begin', isolation: 'serializable', name: 'work' });
    await batch(session, 'INSERT t VALUES (1)');
    await transact({ kind: 'save', name: 'sp' });
    await batch(session, 'INSERT t VALUES (2)');
    expect((await transact({ kind: 'rollback', name: 'sp' })).changes).toEqual([]);
    expect(await count(session)).toBe(1);
    expect((await transact({ kind: 'rollback', name: '' })).changes).toEqual([{ kind: 'rollback', descriptor: 0n }]);
    expect(await count(session)).toBe(0);
  });

  test('commit can begin the next one', async () => {
    await transact({ kind: 'begin', isolation: undefined, name: '' });
    const next = await transact({ kind: 'commit', name: '', begin: { isolation: 'read committed', name: 'next' } });
    expect(next.changes.map((change) => change.kind)).toEqual(['commit', 'begin transaction']);
    await transact({ kind: 'rollback', name: '' });
  });

  test('a commit without a transaction is an error', async () => {
    expect((await transact({ kind: 'commit', name: '' })).errors).toEqual([3902]);
  });
});

describe('durability', () => {
  test('nothing is acknowledged before it is committed', async () => {
    // Another session sees what was acknowledged at the moment of the acknowledgement.
    const seen: unknown[] = [];
    const recorder = new Recorder();
    const probe = new Recorder();
    recorder.done = () => {
      void other.batch('SELECT COUNT(*) AS n FROM t', probe);
      seen.push(probe.rows[0]?.[0]);
    };
    await session.batch('INSERT t VALUES (1); INSERT t VALUES (2); INSERT t VALUES (3)', recorder);
    expect(seen.length).toBe(3);
    for (const n of seen) expect(n).toBe(3);
  });

  test('a failing statement undoes itself alone', async () => {
    const result = await batch(session, 'INSERT t VALUES (1); INSERT t VALUES (2), (1); INSERT t VALUES (3)');
    expect(result.errors).toEqual([2627]);
    expect((await batch(other, 'SELECT id FROM t ORDER BY id')).rows).toEqual([[1], [3]]);
  });

  test('a result set is never ahead of the changes before it', async () => {
    const seen: unknown[] = [];
    const recorder = new Recorder();
    recorder.columns = () => {
      const probe = new Recorder();
      void other.batch('SELECT COUNT(*) AS n FROM t', probe);
      seen.push(probe.rows[0]?.[0]);
    };
    await session.batch('INSERT t VALUES (1); SELECT 1 AS x', recorder);
    expect(seen).toEqual([1]);
  });

  test('committed rows, identity values and definitions outlive a restart; open transactions do not', async () => {
    await batch(session, 'CREATE TABLE kept(id int IDENTITY, x int); INSERT kept (x) VALUES (1), (2); DELETE kept WHERE id = 2');
    await batch(session, 'CREATE SEQUENCE seq AS int START WITH 5');
    await batch(session, 'SELECT NEXT VALUE FOR seq AS v');
    await batch(session, 'BEGIN TRAN; INSERT kept (x) VALUES (3); CREATE TABLE lost(a int)');
    await server.restart();
    session = await server.login('tx');
    other = await server.login('tx');
    expect((await batch(session, 'INSERT kept (x) VALUES (9); SELECT id, x FROM kept ORDER BY id')).rows).toEqual([
      [1, 1],
      [expect.any(Number), 9],
    ]);
    expect((await batch(session, 'SELECT MAX(id) AS id FROM kept')).rows[0]?.[0]).toBeGreaterThan(2);
    expect((await batch(session, "SELECT OBJECT_ID('lost') AS lost")).rows).toEqual([[null]]);
    expect((await batch(session, 'SELECT NEXT VALUE FOR seq AS v')).rows).toEqual([[6]]);
  });
});

describe('the session', () => {
  test('reset rolls back, drops temporary tables and restores settings', async () => {
    await batch(session, 'CREATE TABLE #t(a int); SET NOCOUNT ON; SET DATEFIRST 1; USE master; BEGIN TRAN; INSERT tx.dbo.t VALUES (50)');
    session.reset(false);
    expect(session.database).toBe('tx');
    const after = await batch(
      session,
      "SELECT @@TRANCOUNT AS t, @@DATEFIRST AS f, OBJECT_ID('tempdb..#t') AS o, (SELECT COUNT(*) FROM t) AS n",
    );
    expect(after.rows).toEqual([[0, 7, null, 0]]);
    expect(after.counts).toEqual([1]);
  });

  test('close rolls back', async () => {
    const third = await server.login('tx');
    await batch(third, 'BEGIN TRAN; INSERT t VALUES (60)');
    third.close();
    expect(await count(session)).toBe(0);
    expect((await batch(session, 'INSERT t VALUES (61)')).errors).toEqual([]);
  });
});

describe('logins', () => {
  const state = (error: unknown): unknown => (error as { state: number }).state;

  test('are refused with 18456, the state tells why', async () => {
    const { LOGIN } = await import('./support.ts');
    const refused = async (change: object): Promise<unknown> => {
      try {
        await server.engine.login({ ...LOGIN, ...change });
        return undefined;
      } catch (error) {
        return error;
      }
    };
    expect(await refused({ password: 'wrong' })).toMatchObject({ number: 18456, message: "Login failed for user 'sa'." });
    expect(state(await refused({ password: 'wrong' }))).toBe(8);
    expect(state(await refused({ user: 'nobody' }))).toBe(5);
    expect(await refused({ database: 'nowhere' })).toMatchObject({ number: 4060 });
  });

  test('CREATE LOGIN lets another user in', async () => {
    await batch(session, "CREATE LOGIN ann WITH PASSWORD = 'An0ther!pass', DEFAULT_DATABASE = tx; CREATE USER ann FOR LOGIN ann");
    const { LOGIN } = await import('./support.ts');
    const ann = await server.engine.login({ ...LOGIN, user: 'Ann', password: 'An0ther!pass' });
    expect(ann.database).toBe('tx');
    expect((await batch(ann, 'SELECT SUSER_SNAME() AS l, @@SPID AS s')).rows).toEqual([['ann', ann.id]]);
    ann.close();
  });
});
