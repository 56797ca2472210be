import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadRequest } from '../../src/session/readers/messages.ts';
import { type Place, ReaderPool } from '../../src/session/readers/pool.ts';
import { batch, Recorder, startServer, type TestServer, turn } from './support.ts';

/** More rows than a scan may look at on the thread of the sessions. */
const ROWS = 60_000;
/** Every pair of rows: it does not end while the test lasts. */
const ENDLESS = 'SELECT COUNT(*) FROM t AS a JOIN t AS b ON a.v + b.v = -1';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ readers: { count: 1 } });
  const session = await server.login();
  await batch(session, 'CREATE DATABASE reads');
  await batch(session, 'USE reads');
  await batch(session, 'CREATE TABLE t (id int NOT NULL PRIMARY KEY, v int NULL, name varchar(20) COLLATE Latin1_General_CI_AS NOT NULL)');
  await batch(session, `INSERT t SELECT value, NULLIF(value % 1000, 0), CONCAT('name ', value) FROM GENERATE_SERIES(1, ${ROWS})`);
  session.close();
}, 60_000);

afterAll(() => server.close());

const reads = (): number => server.engine.metrics().readers.reads;

/** What a text yields, and how many of its reads ran elsewhere. */
async function ran(text: string, before = ''): Promise<{ readonly recorder: Recorder; readonly elsewhere: number }> {
  const session = await server.login('reads');
  if (before !== '') await batch(session, before);
  const mark = reads();
  const recorder = await batch(session, text);
  session.close();
  return { recorder, elsewhere: reads() - mark };
}

describe('a heavy read', () => {
  test.each([
    ['a sort', 'SELECT TOP 5 id, name FROM t ORDER BY v DESC, id'],
    ['a scan with a condition', "SELECT id FROM t WHERE name LIKE '%7777'"],
    ['groups', 'SELECT v, COUNT(*), SUM(CAST(id AS bigint)), MAX(name) FROM t GROUP BY v ORDER BY v'],
    ['many rows', 'SELECT id, v, name FROM t WHERE id % 2 = 0 ORDER BY name'],
    [
      'variables and moments',
      "DECLARE @n varchar(9) = 'NAME 12'; SELECT id, CASE WHEN GETDATE() > '2020' THEN @@SPID * 0 END FROM t WHERE name = @n + '3'",
    ],
    ['a view of rows and arguments', "SELECT COUNT(*) FROM t JOIN STRING_SPLIT('1,2,3', ',') AS s ON s.value = t.v"],
    ['a document', 'SELECT v, COUNT(*) AS n FROM t GROUP BY v ORDER BY v FOR JSON PATH'],
  ])('%s yields elsewhere what it yields in a transaction', async (_what, text) => {
    const elsewhere = await ran(text);
    const here = await ran(`BEGIN TRAN; ${text}; ROLLBACK`);
    expect([elsewhere.elsewhere, here.elsewhere]).toEqual([1, 0]);
    expect(elsewhere.recorder.errors).toEqual([]);
    expect(elsewhere.recorder.sets).toEqual(here.recorder.sets);
    expect(elsewhere.recorder.messages).toEqual(here.recorder.messages);
  });

  test.each([
    [
      'SELECT @x =',
      'DECLARE @x int, @y varchar(20); SELECT @x = SUM(v), @y = MAX(name) FROM t WHERE id % 3 = 1; SELECT @x, @y, @@ROWCOUNT',
    ],
    ['SELECT @x = over many rows', 'DECLARE @x bigint = 0; SELECT @x += id FROM t WHERE v > 5 ORDER BY name; SELECT @x'],
    ['SET', 'DECLARE @x int; SET @x = (SELECT COUNT(*) FROM t WHERE v % 7 = 3) + 1; SELECT @x'],
    ['DECLARE', 'DECLARE @x varchar(5) = (SELECT MAX(name) FROM t WHERE v % 7 = 3); SELECT @x'],
    ['IF EXISTS', 'IF EXISTS (SELECT * FROM t WHERE v + id = -1) SELECT 1; ELSE SELECT 0'],
    ['IF with a comparison', 'DECLARE @n int = 5; IF (SELECT COUNT(*) FROM t WHERE v % @n = 0) > 10 SELECT @n'],
    [
      'a value and its error',
      'BEGIN TRY IF (SELECT v FROM t WHERE v + id > 5) > 0 SELECT 1 END TRY BEGIN CATCH SELECT ERROR_NUMBER() END CATCH',
    ],
  ])('of %s is made elsewhere and yields what it yields in a transaction', async (_what, text) => {
    const elsewhere = await ran(text);
    const here = await ran(`BEGIN TRAN; ${text}; ROLLBACK`);
    expect([elsewhere.elsewhere, here.elsewhere]).toEqual([1, 0]);
    expect(elsewhere.recorder.errors).toEqual([]);
    expect(elsewhere.recorder.sets).toEqual(here.recorder.sets);
  });

  test('of a variable sees what its batch has changed', async () => {
    const { recorder, elsewhere } = await ran(
      `DECLARE @n int; INSERT t VALUES (${ROWS + 1}, 5000, 'new'); SELECT @n = COUNT(*) FROM t WHERE v + 0 = 5000; DELETE t WHERE id = ${ROWS + 1};
       IF EXISTS (SELECT * FROM t WHERE v + 0 = 5000) SET @n = -1; SELECT @n`,
    );
    expect([elsewhere, recorder.rows]).toEqual([2, [[1]]]);
  });

  test('inside a function stays where the function runs', async () => {
    const { recorder, elsewhere } = await ran(
      'SELECT dbo.counted()',
      "EXEC('CREATE OR ALTER FUNCTION dbo.counted () RETURNS int AS BEGIN DECLARE @n int; SELECT @n = COUNT(*) FROM t WHERE v % 2 = 1; RETURN @n END')",
    );
    expect([elsewhere, recorder.errors, recorder.rows.length]).toEqual([0, [], 1]);
  });

  test('follows the settings of its session', async () => {
    const { recorder, elsewhere } = await ran(
      "SELECT MIN(DATEPART(weekday, DATEADD(day, id % 2, 0))), MAX(CAST(NULL AS varchar(5)) + 'x') FROM t",
      'SET DATEFIRST 2; SET CONCAT_NULL_YIELDS_NULL OFF',
    );
    expect([elsewhere, recorder.rows]).toEqual([1, [[1, 'x']]]);
  });

  test('warns and fails as it does here', async () => {
    const warned = await ran('SELECT SUM(v) FROM t');
    expect([warned.elsewhere, warned.recorder.messages.map((message) => message.number)]).toEqual([1, [8153]]);
    const failed = await ran('BEGIN TRY SELECT SUM(1 / (v - 7)) FROM t END TRY BEGIN CATCH SELECT ERROR_NUMBER(), ERROR_LINE() END CATCH');
    expect([failed.elsewhere, failed.recorder.rows]).toEqual([1, [[8134, 1]]]);
  });

  test('stops at SET ROWCOUNT', async () => {
    const { recorder, elsewhere } = await ran('SELECT id FROM t WHERE v > 0 ORDER BY name; SELECT @@ROWCOUNT', 'SET ROWCOUNT 3');
    expect([elsewhere, recorder.sets[0]?.rows.length, recorder.rows]).toEqual([1, 3, [[3]]]);
  });

  test('waits for a slow client without holding up another read', async () => {
    const session = await server.login('reads');
    const slow = new Recorder();
    slow.pauseAfter = 100;
    const running = session.batch('SELECT id, name, name, name FROM t WHERE v > 0 ORDER BY name', slow);
    while (slow.rows.length < 100) await turn();
    for (let turns = 0; turns < 40; turns += 1) await turn();
    expect((await ran('SELECT COUNT(*) FROM t WHERE v < 5')).elsewhere).toBe(1);
    slow.pauseAfter = Number.POSITIVE_INFINITY;
    slow.resume();
    await running;
    expect(slow.rows.length).toBe(ROWS - ROWS / 1000);
    session.close();
  });
});

describe('what stays on the thread of the sessions', () => {
  test.each([
    ['a look-up by key', 'SELECT name FROM t WHERE id = 77'],
    ['a stream of rows', 'SELECT TOP 10 id, name FROM t'],
    ['temporary tables', 'SELECT COUNT(*) FROM t CROSS JOIN #mine WHERE t.v = 3'],
    ['functions of the user', 'SELECT COUNT(*) FROM t WHERE v = dbo.three()'],
    ['functions of the session by row', "SELECT COUNT(*) FROM t WHERE OBJECT_NAME(v) = 'x'"],
    ['numbers of a sequence', 'SELECT NEXT VALUE FOR s FROM t WHERE v = 3'],
    ['what the session has written', 'BEGIN TRAN; DELETE t WHERE id = 5; SELECT COUNT(*) FROM t WHERE v > 0; ROLLBACK'],
  ])('%s', async (_what, text) => {
    const session = await server.login('reads');
    await batch(session, 'CREATE TABLE #mine (a int)');
    await batch(session, 'CREATE OR ALTER FUNCTION dbo.three() RETURNS int AS BEGIN RETURN 3 END');
    await batch(session, "IF OBJECT_ID('s') IS NULL EXEC ('CREATE SEQUENCE s START WITH 1')");
    const mark = reads();
    const recorder = await batch(session, text);
    expect([recorder.errors, reads() - mark]).toEqual([[], 0]);
    session.close();
  });
});

describe('while a heavy read runs', () => {
  /** Starts one that does not end; resolves when it is on its thread. */
  async function endless(text = ENDLESS) {
    const session = await server.login('reads');
    const recorder = new Recorder();
    const mark = reads();
    const running = session.batch(text, recorder);
    while (reads() === mark) await turn();
    return { session, recorder, running };
  }

  test('others read and write, and it ends when it is cancelled', async () => {
    const heavy = await endless();
    expect((await ran('SELECT name FROM t WHERE id = 9')).recorder.rows).toEqual([['name 9']]);
    expect((await ran("UPDATE t SET name = 'renamed' WHERE id = 9; SELECT name FROM t WHERE id = 9")).recorder.rows).toEqual([['renamed']]);
    heavy.session.cancel();
    await heavy.running;
    expect([heavy.recorder.rows, heavy.recorder.errors]).toEqual([[], []]);
    expect((await batch(heavy.session, 'SELECT COUNT(*) FROM t')).rows).toEqual([[ROWS]]);
    heavy.session.close();
  });

  test('a read inside a read of every row ends too', async () => {
    const heavy = await endless('SELECT COUNT(*) FROM t AS a WHERE a.v < (SELECT COUNT(*) FROM t AS b WHERE b.v > a.v)');
    heavy.session.cancel();
    await heavy.running;
    heavy.session.close();
    expect(heavy.recorder.rows).toEqual([]);
  });

  test('its time limit ends it', async () => {
    await ran(`-- @sprocket:timeout=400\nCREATE OR ALTER PROCEDURE dbo.limited AS\n${ENDLESS}`);
    expect(await ran('EXEC dbo.limited')).toMatchObject({ elsewhere: 1, recorder: { errors: [40513] } });
  });

  test('another one waits for its turn and can be cancelled before', async () => {
    const first = await endless();
    const session = await server.login('reads');
    const waiting = new Recorder();
    const running = session.batch('SELECT COUNT(*) FROM t WHERE v = 1', waiting);
    await turn(20);
    session.cancel();
    await running;
    expect(waiting.rows).toEqual([]);
    const next = session.batch('SELECT COUNT(*) FROM t WHERE v = 1', waiting);
    first.session.cancel();
    await first.running;
    await next;
    expect(waiting.rows).toEqual([[ROWS / 1000]]);
    first.session.close();
    session.close();
  });

  test('all who wait get their turn, one after the other', async () => {
    const first = await endless();
    const waiting = [1, 2, 3, 4].map((v) => ran(`SELECT COUNT(*) FROM t WHERE v = ${v}`));
    await turn(20);
    first.session.cancel();
    await first.running;
    first.session.close();
    expect((await Promise.all(waiting)).map(({ recorder }) => recorder.rows)).toEqual(Array(4).fill([[ROWS / 1000]]));
  });

  test('its database cannot be dropped, and can be afterwards', async () => {
    const admin = await server.login();
    await batch(admin, 'CREATE DATABASE shortlived');
    await batch(admin, 'CREATE TABLE shortlived.dbo.t (v int NULL)');
    await batch(admin, 'INSERT shortlived.dbo.t SELECT v FROM reads.dbo.t');
    const heavy = await server.login('shortlived');
    const mark = reads();
    const running = heavy.batch(ENDLESS, new Recorder());
    while (reads() === mark) await turn();
    expect((await batch(admin, 'DROP DATABASE shortlived')).errors).toEqual([3702]);
    heavy.cancel();
    await running;
    heavy.close();
    expect((await batch(admin, 'DROP DATABASE shortlived')).errors).toEqual([]);
    admin.close();
  });
});

describe('readers that fail', () => {
  const request = { id: 1, databases: [] } as unknown as ReadRequest;
  const logged: string[] = [];
  const poolOf = (code: string): ReaderPool =>
    new ReaderPool({
      count: 1,
      log: (_level, event) => void logged.push(event),
      entry: new URL(`data:text/javascript,${encodeURIComponent(code)}`),
    });
  const granted = (pool: ReaderPool): Promise<Place> =>
    new Promise((resolve) => {
      const place: Place = pool.enter(() => queueMicrotask(() => resolve(place)));
    });

  test('one that does not stop is replaced', async () => {
    const pool = poolOf(
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ id }) => { parentPort.postMessage({ kind: 'began', id }); for (;;); });",
    );
    const first = await granted(pool);
    const read = first.thread?.start(request);
    await new Promise<void>((resolve) => read?.listen(resolve));
    expect(read?.state.kind).toBe('waiting');
    const next = granted(pool);
    read?.close();
    expect((await next).thread).not.toBe(first.thread);
    expect([pool.figures.replaced, pool.figures.threads, logged]).toEqual([1, 1, []]);
    await pool.close();
  });

  test('one that dies between being granted and being started refuses the read', async () => {
    const pool = poolOf("import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {});");
    const place = await granted(pool);
    await place.thread?.terminate();
    expect(place.thread?.start(request).state.kind).toBe('refused');
    pool.leave(place);
    await pool.close();
  });

  test('one that dies fails its read, and after several deaths reads stay where they are', async () => {
    const pool = poolOf("import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3));");
    for (let deaths = 0; deaths < 5; deaths += 1) {
      const read = (await granted(pool)).thread?.start(request);
      await new Promise<void>((resolve) => read?.listen(resolve));
      expect(read?.state).toEqual({ kind: 'refused', reason: 'exit code 3' });
    }
    expect((await granted(pool)).thread).toBeNull();
    expect(logged).toEqual(Array.from({ length: 5 }, () => 'reader ended'));
    await pool.close();
  });
});
