import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../src/session/api.ts';
import { batch, Recorder, startServer, type TestServer, turn } from './support.ts';

const RECEIVE = "WAITFOR (RECEIVE TOP (1) CAST(message_body AS varchar(20)) AS body FROM q), TIMEOUT 2000; PRINT 'on'";
const SEND = (body: string): string =>
  `DECLARE @h uniqueidentifier; BEGIN DIALOG @h FROM SERVICE s TO SERVICE 's'; SEND ON CONVERSATION @h ('${body}')`;

let server: TestServer;
let one: Session;
let two: Session;
beforeAll(async () => {
  server = await startServer();
  const setup = await server.login();
  await batch(setup, 'CREATE DATABASE a');
  await batch(setup, 'USE a; CREATE QUEUE q; CREATE SERVICE s ON QUEUE q ([DEFAULT]); CREATE TABLE t (n int)');
  setup.close();
});
afterAll(() => server.close());
beforeEach(async () => {
  one?.close();
  two?.close();
  one = await server.login('a');
  two = await server.login('a');
  await batch(one, 'ALTER QUEUE q WITH STATUS = ON; WHILE EXISTS (SELECT 1 FROM q) RECEIVE message_body FROM q');
});

describe('WAITFOR (RECEIVE …)', () => {
  test('goes on with the commit of a sender and not before', async () => {
    const waiting = batch(two, RECEIVE);
    await turn();
    await batch(one, `BEGIN TRAN; ${SEND('late')}`);
    let isDone = false;
    void waiting.then(() => {
      isDone = true;
    });
    await turn(20);
    expect(isDone).toBe(false);
    await batch(one, 'COMMIT');
    const result = await waiting;
    expect(result.rows).toEqual([['late']]);
    expect(result.messages.map((message) => message.message)).toEqual(['on']);
  });

  test('keeps nobody from writing, in a transaction too', async () => {
    const waiting = batch(two, `BEGIN TRAN; ${RECEIVE}; COMMIT`);
    await turn();
    expect((await batch(one, 'SET LOCK_TIMEOUT 0; INSERT t VALUES (1); SELECT @@ROWCOUNT AS n')).rows).toEqual([[1]]);
    await batch(one, SEND('x'));
    expect((await waiting).rows).toEqual([['x']]);
  });

  test('ends at once when it is cancelled; the transaction stays', async () => {
    const start = performance.now();
    const waiting = batch(two, `BEGIN TRAN; ${RECEIVE}`);
    await turn();
    two.cancel();
    const result = await waiting;
    expect(performance.now() - start).toBeLessThan(1000);
    expect(result.messages).toEqual([]);
    expect((await batch(two, 'SELECT @@TRANCOUNT AS n; ROLLBACK')).rows).toEqual([[1]]);
    // What comes later is nobody's yet.
    await batch(one, SEND('after'));
    expect((await batch(one, 'SELECT COUNT(*) AS n FROM q')).rows).toEqual([[1]]);
  });

  test('gives each message to one of several who wait', async () => {
    const third = await server.login('a');
    const waiting = [batch(two, RECEIVE), batch(third, RECEIVE)];
    await turn();
    await batch(one, SEND('1'));
    await batch(one, SEND('2'));
    const bodies = (await Promise.all(waiting)).flatMap((result) => result.rows.flat());
    expect(bodies.sort()).toEqual(['1', '2']);
    third.close();
  });

  test('goes on when a group becomes free by a rollback', async () => {
    await batch(one, SEND('held'));
    await batch(one, 'BEGIN TRAN; DECLARE @h uniqueidentifier; GET CONVERSATION GROUP @h FROM q');
    const waiting = batch(two, RECEIVE);
    await turn(20);
    await batch(one, 'ROLLBACK');
    expect((await waiting).rows).toEqual([['held']]);
  });

  test('fails when the queue is switched off or dropped meanwhile', async () => {
    const off = batch(two, RECEIVE);
    await turn();
    await batch(one, 'ALTER QUEUE q WITH STATUS = OFF');
    expect((await off).errors).toEqual([9617]);
    await batch(one, 'CREATE QUEUE gone');
    const dropped = batch(two, 'WAITFOR (RECEIVE * FROM gone), TIMEOUT 2000');
    await turn();
    await batch(one, 'DROP QUEUE gone');
    expect((await dropped).errors).toEqual([208]);
  });

  test('waits for the group of a conversation', async () => {
    const waiting = batch(
      two,
      'DECLARE @g uniqueidentifier; WAITFOR (GET CONVERSATION GROUP @g FROM q), TIMEOUT 2000; SELECT IIF(@g IS NULL, 0, 1) AS n',
    );
    await turn();
    await batch(one, SEND('x'));
    expect((await waiting).rows).toEqual([[1]]);
  });
});

describe('activation', () => {
  const PROCEDURE = `CREATE PROCEDURE dbo.work AS
BEGIN
  DECLARE @h uniqueidentifier, @b varchar(20) = '';
  WHILE @b IS NOT NULL
  BEGIN
    SET @b = NULL;
    WAITFOR (RECEIVE TOP (1) @h = conversation_handle, @b = CAST(message_body AS varchar(20)) FROM dbo.busy), TIMEOUT 30;
    IF @b IS NOT NULL BEGIN WAITFOR DELAY '00:00:00.030'; INSERT dbo.seen VALUES (@b, @@SPID); END
  END
END`;
  const SEND_BUSY = SEND('x').replace("TO SERVICE 's'", "TO SERVICE 'busy'");

  beforeAll(async () => {
    const setup = await server.login('a');
    await batch(setup, 'CREATE TABLE seen (b varchar(20), spid int)');
    await batch(setup, PROCEDURE);
    await batch(
      setup,
      'CREATE QUEUE busy WITH ACTIVATION (PROCEDURE_NAME = dbo.work, MAX_QUEUE_READERS = 1, EXECUTE AS OWNER); CREATE SERVICE busy ON QUEUE busy ([DEFAULT])',
    );
    setup.close();
  });

  const seen = async (count: number): Promise<unknown[][]> => {
    for (let turns = 0; turns < 200; turns += 1) {
      const { rows } = await batch(one, 'SELECT b, spid FROM seen');
      if (rows.length >= count) return rows;
      await turn(10);
    }
    return [];
  };

  /** No reader of an older procedure is left. */
  const idle = async (): Promise<void> => {
    for (let turns = 0; turns < 200; turns += 1) {
      if ((await batch(one, 'SELECT COUNT(*) AS n FROM sys.dm_broker_activated_tasks')).rows[0]?.[0] === 0) return;
      await turn(10);
    }
  };

  test('one reader takes all messages while no more are allowed', async () => {
    for (let i = 0; i < 4; i += 1) await batch(one, SEND_BUSY);
    const rows = await seen(4);
    expect(rows.map(([body]) => body)).toEqual(['x', 'x', 'x', 'x']);
    expect(new Set(rows.map(([, spid]) => spid)).size).toBe(1);
  });

  test('messages that were there before the server started are worked on, and nothing keeps it from stopping', async () => {
    await batch(one, 'TRUNCATE TABLE seen; ALTER QUEUE busy WITH ACTIVATION (STATUS = OFF)');
    await batch(one, SEND_BUSY);
    await batch(one, 'BEGIN TRAN; ALTER QUEUE busy WITH ACTIVATION (STATUS = ON); COMMIT');
    await seen(1);
    const start = performance.now();
    await server.restart();
    expect(performance.now() - start).toBeLessThan(1500);
    one = await server.login('a');
    await batch(one, SEND_BUSY);
    expect(await seen(2)).toHaveLength(2);
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('what it prints and what fails is logged', async () => {
    await idle();
    await batch(
      one,
      "ALTER PROCEDURE dbo.work AS BEGIN PRINT 'here'; DECLARE @h uniqueidentifier; RECEIVE @h = conversation_handle FROM dbo.busy; THROW 50001, 'broken', 1 END",
    );
    server.logged.length = 0;
    await batch(one, SEND_BUSY);
    for (let turns = 0; turns < 100 && server.logged.length < 2; turns += 1) await turn(10);
    const text = server.logged.map(({ fields }) => String(fields.message));
    expect(text).toContain("The activated proc '[dbo].[work]' running on queue 'dbo.busy' output the following: 'here'");
    expect(text).toContain("The activated proc '[dbo].[work]' running on queue 'dbo.busy' output the following: 'broken'");
  });

  test('a transaction that it leaves open is rolled back', async () => {
    await idle();
    await batch(
      one,
      'ALTER PROCEDURE dbo.work AS BEGIN BEGIN TRAN; DECLARE @h uniqueidentifier; RECEIVE @h = conversation_handle FROM dbo.busy END',
    );
    server.logged.length = 0;
    await batch(one, SEND_BUSY);
    for (let turns = 0; turns < 200; turns += 1) {
      const { rows } = await batch(one, "SELECT is_receive_enabled FROM sys.service_queues WHERE name = 'busy'");
      if (rows[0]?.[0] === 0) break;
      await turn(10);
    }
    expect((await batch(one, 'SELECT COUNT(*) AS n FROM busy')).rows).not.toEqual([[0]]);
    expect(server.logged.some(({ fields }) => String(fields.message).includes('did not issue COMMIT or ROLLBACK'))).toBe(true);
    expect((await batch(one, "SELECT is_receive_enabled FROM sys.service_queues WHERE name = 'busy'")).rows).toEqual([[0]]);
  });
});

describe('what is stored', () => {
  test('dialogs, messages and timers outlive the server', async () => {
    await batch(one, 'CREATE QUEUE kept; CREATE SERVICE kept ON QUEUE kept ([DEFAULT])');
    await batch(
      one,
      "DECLARE @h uniqueidentifier; BEGIN DIALOG @h FROM SERVICE kept TO SERVICE 'kept'; SEND ON CONVERSATION @h ('x'); BEGIN CONVERSATION TIMER (@h) TIMEOUT = 1",
    );
    await server.restart();
    one = await server.login('a');
    expect((await batch(one, 'RECEIVE CAST(message_body AS varchar(10)) AS b FROM kept')).rows).toEqual([['x']]);
    const timer = await batch(one, 'WAITFOR (RECEIVE message_type_name FROM kept), TIMEOUT 3000');
    expect(timer.rows).toEqual([['http://schemas.microsoft.com/SQL/ServiceBroker/DialogTimer']]);
  });

  test('a sink that is slow gets its messages once', async () => {
    await batch(one, SEND('1'));
    const recorder = new Recorder();
    recorder.pauseAfter = 1;
    const running = one.batch('RECEIVE CAST(message_body AS varchar(10)) AS b FROM q', recorder);
    await turn();
    recorder.resume();
    await running;
    expect(recorder.rows).toEqual([['1']]);
    expect((await batch(one, 'SELECT COUNT(*) AS n FROM q')).rows).toEqual([[0]]);
  });
});
