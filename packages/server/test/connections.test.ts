import { connect as connectSocket } from 'node:net';
import { TYPES } from 'tedious';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connect, type Login, run, type StubServer, startStubServer } from './stub-server.ts';

type Options = NonNullable<Login['options']>;

describe('a connection', () => {
  let server: StubServer;
  beforeAll(async () => {
    server = await startStubServer();
  });
  afterAll(() => server.close());

  const ways: [string, () => Options][] = [
    ['without encryption', () => ({ encrypt: false })],
    ['with encryption inside TDS packets', () => ({ encrypt: true })],
    [
      'with encryption before TDS',
      () => ({ encrypt: 'strict', serverName: 'localhost', cryptoCredentialsDetails: { ca: server.certificate } }),
    ],
    ['in TDS 7.1', () => ({ tdsVersion: '7_1' })],
    ['in TDS 7.2', () => ({ tdsVersion: '7_2' })],
    ['with large packets', () => ({ packetSize: 32767 })],
    ['with small packets', () => ({ packetSize: 512 })],
  ];

  it.each(ways)('works %s', async (_how, options) => {
    const connection = await connect(server, { options: options() });
    expect((await run(connection, 'select 1 2 3')).rows).toEqual([[1], [2], [3]]);
    const many = await run(connection, 'rows 20000');
    expect(many.rowCount).toBe(20000);
    expect(many.rows[19999]).toEqual([20000, 'x'.repeat(100)]);
    connection.close();
  });

  it('reports database and language at login', async () => {
    const connection = await connect(server, { options: { database: 'shop' } });
    await run(connection, 'use other');
    expect((await run(connection, 'select 1')).rows).toEqual([[1]]);
    connection.close();
  });

  it('keeps many sessions apart', async () => {
    const connections = await Promise.all(Array.from({ length: 20 }, () => connect(server)));
    const answers = await Promise.all(connections.map((connection, index) => run(connection, `select ${index}`)));
    expect(answers.map((answer) => answer.rows)).toEqual(connections.map((_, index) => [[index]]));
    for (const connection of connections) connection.close();
  });

  it('streams to a slow reader with flat memory', async () => {
    const connection = await connect(server);
    const paused = run(connection, 'rows 200000', (request) => {
      request.pause();
      setTimeout(() => request.resume(), 200);
    });
    // Other sessions are served while this one waits for its client.
    const other = await connect(server);
    expect((await run(other, 'select 5')).rows).toEqual([[5]]);
    expect((await paused).rowCount).toBe(200000);
    connection.close();
    other.close();
  });
});

describe('answers', () => {
  let server: StubServer;
  beforeAll(async () => {
    server = await startStubServer();
  });
  afterAll(() => server.close());

  it('carry several result sets, messages and counts', async () => {
    const connection = await connect(server);
    const answer = await run(connection, 'select 1 2\nprint hello world\nselect 3');
    expect(answer).toMatchObject({ rows: [[1], [2], [3]], rowCount: 3, messages: ['hello world'] });
    connection.close();
  });

  it('carry errors with number, state, line and procedure', async () => {
    const connection = await connect(server);
    await expect(run(connection, 'fail 16')).rejects.toMatchObject({
      message: 'It failed.',
      number: 50000,
      state: 7,
      class: 16,
      lineNumber: 3,
      procName: 'dbo.p',
      serverName: 'SPROCKET',
    });
    expect((await run(connection, 'select 1')).rows).toEqual([[1]]);
    connection.close();
  });

  it('end the connection after an error of severity 20', async () => {
    const connection = await connect(server);
    const ended = new Promise<void>((resolve) => connection.once('end', () => resolve()));
    await expect(run(connection, 'fail 20')).rejects.toMatchObject({ class: 20 });
    await ended;
  });

  it('wait until what they tell of is on disk, and keep their order', async () => {
    const [writer, disk] = await Promise.all([connect(server), connect(server)]);
    const order: string[] = [];
    const written = run(writer, 'select 1\nchange\nrows 5000').then((answer) => {
      order.push('written');
      return answer;
    });
    expect((await run(disk, 'select 2')).rows).toEqual([[2]]);
    order.push('read by another');
    await run(disk, 'flush');
    expect((await written).rows).toHaveLength(5001);
    expect(order).toEqual(['read by another', 'written']);
    expect((await run(writer, 'select 3')).rows).toEqual([[3]]);
    for (const connection of [writer, disk]) connection.close();
  });

  it('reach the client before the connection ends, also when they had to wait', async () => {
    const [writer, disk] = await Promise.all([connect(server), connect(server)]);
    const failed = expect(run(writer, 'change\nfail 20')).rejects.toMatchObject({ class: 20, number: 50000 });
    await run(disk, 'flush');
    await failed;
    disk.close();
  });

  it('survive mistakes of ours', async () => {
    const connection = await connect(server);
    await expect(run(connection, 'crash')).rejects.toMatchObject({ number: 8630 });
    await vi.waitFor(() =>
      expect(server.logged.find((line) => line.event === 'internal error')?.fields.stack).toContain('a mistake of ours'),
    );
    expect((await run(connection, 'select 1')).rows).toEqual([[1]]);
    connection.close();
  });

  it('follow transactions through batches and through the driver', async () => {
    const connection = await connect(server);
    const events: string[] = [];
    const transaction = (call: (done: (error?: Error | null) => void) => void) =>
      new Promise<void>((resolve, reject) => call((error) => (error ? reject(error) : resolve())));
    await transaction((done) => connection.beginTransaction(done));
    events.push('begun');
    expect((await run(connection, 'select 1')).rows).toEqual([[1]]);
    await transaction((done) => connection.saveTransaction(done, 'a'));
    await transaction((done) => connection.commitTransaction(done));
    await transaction((done) => connection.beginTransaction(done));
    await transaction((done) => connection.rollbackTransaction(done));
    await run(connection, 'begin\ncommit');
    expect(events).toEqual(['begun']);
    connection.close();
  });

  it('acknowledge a reset', async () => {
    const connection = await connect(server);
    await new Promise<void>((resolve, reject) => connection.reset((error) => (error ? reject(error) : resolve())));
    expect((await run(connection, 'resets')).rows).toEqual([[1]]);
    connection.close();
  });
});

describe('procedure calls', () => {
  let server: StubServer;
  beforeAll(async () => {
    server = await startStubServer();
  });
  afterAll(() => server.close());

  it('give rows, OUTPUT values and a return code', async () => {
    const connection = await connect(server);
    const answer = await run(
      connection,
      'dbo.echo',
      (request) => {
        request.addParameter('a', TYPES.Int, 5);
        request.addOutputParameter('b', TYPES.NVarChar, 'héllo', { length: 20 });
      },
      'callProcedure',
    );
    expect(answer).toMatchObject({ rows: [[5, 'héllo']], returnStatus: 42, outputs: { b: 'héllo' } });
    connection.close();
  });

  it('name a procedure that is missing', async () => {
    const connection = await connect(server);
    await expect(run(connection, 'dbo.missing', undefined, 'callProcedure')).rejects.toMatchObject({ number: 2812 });
    connection.close();
  });

  it('carry tables', async () => {
    const connection = await connect(server);
    const table = {
      schema: 'dbo',
      name: 'Pairs',
      columns: [
        { name: 'id', type: TYPES.Int },
        { name: 'name', type: TYPES.NVarChar, length: 20 },
      ],
      rows: [
        [1, 'one'],
        [2, null],
      ],
    };
    const answer = await run(connection, 'tabular', (request) => request.addParameter('t', TYPES.TVP, table), 'callProcedure');
    expect(answer).toMatchObject({
      rows: [
        [1, 'one'],
        [2, null],
      ],
      messages: ['dbo.Pairs'],
    });
    connection.close();
  });

  it('carry every type there and back', async () => {
    const connection = await connect(server, { options: { useUTC: true } });
    const moment = new Date('2024-02-29T13:14:15.120Z');
    const cases: [string, (typeof TYPES)[keyof typeof TYPES], unknown, unknown?, object?][] = [
      ['bit', TYPES.Bit, true],
      ['tinyint', TYPES.TinyInt, 255],
      ['smallint', TYPES.SmallInt, -32768],
      ['int', TYPES.Int, -2147483648],
      ['bigint', TYPES.BigInt, '-9223372036854775808'],
      ['decimal', TYPES.Decimal, 12345.678, 12345.678, { precision: 20, scale: 3 }],
      ['numeric', TYPES.Numeric, -0.5, -0.5, { precision: 5, scale: 2 }],
      ['money', TYPES.Money, 922337203685.4775],
      ['smallmoney', TYPES.SmallMoney, -214748.3648],
      ['float', TYPES.Float, Math.PI],
      ['real', TYPES.Real, 0.5],
      ['varchar', TYPES.VarChar, 'naïve €'],
      ['nvarchar', TYPES.NVarChar, 'naïve € 漢字 😀'],
      ['nvarchar max', TYPES.NVarChar, 'x'.repeat(100_000)],
      ['varchar max', TYPES.VarChar, 'y'.repeat(100_000)],
      ['varbinary', TYPES.VarBinary, Buffer.from([0, 1, 255])],
      ['varbinary max', TYPES.VarBinary, Buffer.alloc(100_000, 7)],
      ['uniqueidentifier', TYPES.UniqueIdentifier, '6F9619FF-8B86-D011-B42D-00C04FC964FF'],
      ['date', TYPES.Date, new Date('2024-02-29T00:00:00Z')],
      ['datetime', TYPES.DateTime, moment],
      ['smalldatetime', TYPES.SmallDateTime, new Date('2024-02-29T13:14:00Z')],
      ['datetime2', TYPES.DateTime2, moment, moment, { scale: 3 }],
      ['datetimeoffset', TYPES.DateTimeOffset, moment, moment, { scale: 7 }],
      ['null', TYPES.Int, null],
      ['null max', TYPES.NVarChar, null],
    ];
    for (const [name, type, value, expected = value, options] of cases) {
      const answer = await run(connection, 'echo', (request) => request.addParameter('v', type, value, options), 'callProcedure');
      const got = answer.rows[0]?.[0];
      expect(got instanceof Date ? new Date(got.getTime()) : got, name).toEqual(expected);
    }
    connection.close();
  });

  it('prepare and execute', async () => {
    const connection = await connect(server);
    const values = await new Promise<unknown[]>((resolve, reject) => {
      import('tedious').then(({ Request }) => {
        const got: unknown[] = [];
        const request = new Request('select @v', (error) => (error ? reject(error) : connection.unprepare(request)));
        request.addParameter('v', TYPES.Int, null);
        request.on('row', (columns: { value: unknown }[]) => got.push(columns[0]?.value));
        let executed = false;
        request.on('prepared', () => {
          if (executed) return;
          executed = true;
          connection.execute(request, { v: 9 });
        });
        request.on('requestCompleted', () => got.length > 0 && resolve(got));
        connection.prepare(request);
      }, reject);
    });
    expect(values).toEqual([9]);
    connection.close();
  });
});

describe('bulk loads', () => {
  it('arrive row by row', async () => {
    const server = await startStubServer();
    const connection = await connect(server);
    const count = await new Promise<number | undefined>((resolve, reject) => {
      const load = connection.newBulkLoad('t', (error, rowCount) => (error ? reject(error) : resolve(rowCount)));
      load.addColumn('id', TYPES.Int, { nullable: false });
      load.addColumn('name', TYPES.NVarChar, { length: 50, nullable: true });
      connection.execBulkLoad(load, [
        { id: 1, name: 'one' },
        { id: 2, name: null },
      ]);
    });
    expect(count).toBe(2);
    expect((await run(connection, 'bulkrows')).rows).toEqual([
      [1, 'one'],
      [2, null],
    ]);
    connection.close();
    await server.close();
  });
});

describe('a cancellation', () => {
  let server: StubServer;
  beforeAll(async () => {
    server = await startStubServer();
  });
  afterAll(() => server.close());

  it.each([
    ['that waits', 'wait'],
    ['that keeps its thread busy', 'spin'],
    ['that sends rows', 'rows 100000000'],
  ])('stops a request %s and leaves the connection usable', async (_what, text) => {
    const connection = await connect(server);
    const running = run(connection, text);
    setTimeout(() => connection.cancel(), 50);
    await expect(running).rejects.toMatchObject({ code: 'ECANCEL' });
    expect((await run(connection, 'select 1')).rows).toEqual([[1]]);
    connection.close();
  });

  it.each([
    ['in TDS packets', (): Options => ({ encrypt: true })],
    ['before TDS', (): Options => ({ encrypt: 'strict', serverName: 'localhost', cryptoCredentialsDetails: { ca: server.certificate } })],
  ])('stops a busy request of a connection that is encrypted %s', async (_how, options) => {
    const connection = await connect(server, { options: options() });
    for (let round = 0; round < 3; round++) {
      const running = run(connection, 'spin');
      setTimeout(() => connection.cancel(), 50);
      await expect(running).rejects.toMatchObject({ code: 'ECANCEL' });
      expect((await run(connection, `select ${round}`)).rows).toEqual([[round]]);
    }
    connection.close();
  });

  it('that comes too late does no harm', async () => {
    const connection = await connect(server);
    for (let round = 0; round < 30; round++) {
      const running = run(connection, 'select 1').catch((error: { code: string }) => error.code);
      connection.cancel();
      await running;
      expect((await run(connection, `select ${round}`)).rows).toEqual([[round]]);
    }
    connection.close();
  });
});

describe('logins', () => {
  it('fail with 18456, slower each time, and lock out with 18486', async () => {
    const server = await startStubServer(['--lockout-attempts', '2']);
    const started = Date.now();
    await expect(connect(server, { password: 'wrong' })).rejects.toMatchObject({ code: 'ELOGIN', message: "Login failed for user 'sa'." });
    expect(Date.now() - started).toBeGreaterThanOrEqual(200);
    await expect(connect(server, { password: 'wrong' })).rejects.toMatchObject({ code: 'ELOGIN' });
    await expect(connect(server)).rejects.toMatchObject({ message: expect.stringContaining('locked out') });
    const reasons = () => server.logged.filter((line) => line.event === 'login failed').map((line) => line.fields.reason);
    await vi.waitFor(() => expect(reasons()).toEqual(['18456 state 8', '18456 state 8', '18486 state 1']));
    await server.close();
  });

  it('name a database that is unknown', async () => {
    const server = await startStubServer();
    await expect(connect(server, { options: { database: 'nowhere' } })).rejects.toMatchObject({ code: 'ELOGIN' });
    const reason = () => server.logged.find((line) => line.event === 'login failed')?.fields.reason;
    await vi.waitFor(() => expect(reason()).toBe('4060 state 1, 18456 state 1'));
    await server.close();
  });

  it('must be complete in time', async () => {
    const server = await startStubServer(['--login-timeout-seconds', '1']);
    const socket = connectSocket(server.tds.port, server.tds.host);
    await new Promise((resolve) => socket.on('close', resolve));
    await vi.waitFor(() => expect(server.logged.some((line) => line.event === 'connection closed: login timeout')).toBe(true));
    await server.close();
  });

  it.each([
    ['required', false, 'EENCRYPT'],
    ['strict', false, 'EENCRYPT'],
    ['off', true, 'EENCRYPT'],
  ])('with tlsMode %s refuse a client with encrypt %s', async (mode, encrypt, code) => {
    const server = await startStubServer(['--tls-mode', mode]);
    await expect(connect(server, { options: { encrypt } })).rejects.toMatchObject({ code });
    await server.close();
  });
});

describe('limits', () => {
  it('close connections beyond the maximum', async () => {
    const server = await startStubServer(['--max-connections', '1']);
    const first = await connect(server);
    await expect(connect(server)).rejects.toMatchObject({ code: 'ESOCKET' });
    expect((await run(first, 'select 1')).rows).toEqual([[1]]);
    first.close();
    await server.close();
  });

  it('close a connection whose request is too large', async () => {
    const server = await startStubServer(['--max-request-megabytes', '1']);
    const connection = await connect(server);
    await expect(run(connection, `select ${'1 '.repeat(1_000_000)}`)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await vi.waitFor(() =>
      expect(server.logged.find((line) => line.event === 'connection closed: malformed input')?.fields.reason).toContain(
        'more than 1048576 bytes',
      ),
    );
    const next = await connect(server);
    expect((await run(next, 'select 1')).rows).toEqual([[1]]);
    next.close();
    await server.close();
  });
});

describe('a shutdown', () => {
  it('lets a running request finish and refuses new connections', async () => {
    const server = await startStubServer();
    const connection = await connect(server);
    const running = run(connection, 'rows 300000');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const closing = server.close();
    expect((await running).rowCount).toBe(300000);
    await closing;
    await expect(connect(server)).rejects.toMatchObject({ code: 'ESOCKET' });
  });

  it('cancels what does not finish in time', async () => {
    const server = await startStubServer(['--shutdown-grace-seconds', '0']);
    const connection = await connect(server);
    const running = run(connection, 'wait').catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.close();
    expect(await running).toBe('ended');
  });
});

describe('the data folder', () => {
  it('belongs to one server at a time', async () => {
    const first = await startStubServer();
    await expect(startStubServer(['--data-dir', first.dataDir])).rejects.toThrow('is in use by another server');
    await first.close();
  });
});

describe('connections that break while they are written to', () => {
  it('disturb nobody', async () => {
    const server = await startStubServer();
    for (let round = 0; round < 20; round++) {
      const connections = await Promise.all(Array.from({ length: 5 }, () => connect(server)));
      const running = connections.map((connection) => run(connection, 'rows 100000').catch(() => 'broken'));
      await new Promise((resolve) => setTimeout(resolve, 5));
      for (const connection of connections) connection.close();
      await Promise.all(running);
    }
    const connection = await connect(server);
    const answer = await run(connection, 'rows 5000');
    expect(answer.rows.map((row) => row[0])).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1));
    connection.close();
    await server.close();
  });
});
