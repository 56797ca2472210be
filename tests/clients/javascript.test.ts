import sql from 'mssql';
import { Connection, type ConnectionConfiguration, Request, TYPES } from 'tedious';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_TYPES, ALL_TYPES_EXPECTED, EXPECTED, LONG_TEXT, SETUP } from './cases.ts';
import { runScript, type ServerProcess, startServer } from './fixture.ts';

/** JavaScript has milliseconds, no exact decimals and its own form of dates, so values are compared in a coarser form. */
function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return value.toString('hex').toUpperCase();
  if (typeof value === 'boolean') return value ? '1' : '0';
  const plain = String(value);
  return plain.length > LONG_TEXT ? `length ${plain.length}` : plain;
}

/** What the coarser form makes of the values that are different in it. */
const TYPES_IN_JAVASCRIPT = {
  ...ALL_TYPES_EXPECTED,
  c_decimal: '12345.6789',
  c_numeric: '-0.5',
  c_money: '922337203685477.6',
  c_date: '2024-02-29T00:00:00.000Z',
  c_time: '1970-01-01T13:14:15.123Z',
  c_datetime: '2024-02-29T13:14:15.120Z',
  c_smalldatetime: '2024-02-29T13:14:00.000Z',
  c_datetime2: '2024-02-29T13:14:15.123Z',
  c_datetimeoffset: '2024-02-29T11:14:15.123Z',
};

describe('tedious', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer();
    await runScript(server, SETUP);
  });
  afterAll(() => server.stop());

  function open(options: ConnectionConfiguration['options'] = {}): Promise<Connection> {
    const connection = new Connection({
      server: server.host,
      authentication: { type: 'default', options: { userName: 'sa', password: server.password } },
      options: { port: server.port, database: 'clients', encrypt: true, trustServerCertificate: true, ...options },
    });
    connection.on('error', () => {});
    return new Promise((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve(connection))));
  }

  interface Answer {
    readonly results: (string | null)[][][];
    readonly columns: string[];
    readonly messages: string[];
    readonly outputs: Record<string, unknown>;
    readonly status: number | undefined;
  }

  function run(
    connection: Connection,
    statement: string,
    method: 'execSqlBatch' | 'execSql' | 'callProcedure',
    fill: (request: Request) => void = () => {},
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const results: (string | null)[][][] = [];
      const columns: string[] = [];
      const messages: string[] = [];
      const outputs: Record<string, unknown> = {};
      let status: number | undefined;
      const listen = (info: { message: string }) => messages.push(info.message);
      const request = new Request(statement, (error) => {
        connection.off('infoMessage', listen);
        if (error) reject(error);
        else resolve({ results, columns, messages, outputs, status });
      });
      request.on('columnMetadata', (described) => {
        results.push([]);
        for (const column of described as { colName: string }[]) columns.push(column.colName);
      });
      request.on('row', (row: { value: unknown }[]) => results.at(-1)?.push(row.map((column) => text(column.value))));
      request.on('returnValue', (name: string, value: unknown) => (outputs[name] = value));
      request.on('doneProc', (_count, _more, returned) => (status = returned));
      connection.on('infoMessage', listen);
      fill(request);
      connection[method](request);
    });
  }

  const query = async (connection: Connection, statement: string) => (await run(connection, statement, 'execSqlBatch')).results[0];
  const step = (begin: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => begin((error) => (error ? reject(error) : resolve())));

  it('logs in, plain, encrypted and in TDS 8.0', async () => {
    for (const encrypt of [false, true]) {
      const connection = await open({ encrypt });
      expect(await query(connection, 'SELECT DB_NAME(), SUSER_SNAME(), LEFT(@@VERSION, 20)')).toEqual([EXPECTED.login]);
      connection.close();
    }
  });

  it('reads every type', async () => {
    const connection = await open();
    const { columns, results } = await run(connection, ALL_TYPES, 'execSqlBatch');
    const record = Object.fromEntries(columns.map((name, index) => [name, results[0]?.[0]?.[index]]));
    expect(record).toEqual(TYPES_IN_JAVASCRIPT);
    connection.close();
  });

  it('prepares statements and passes parameters', async () => {
    const connection = await open();
    const pairs: [number, string | null][] = [
      [1, 'one'],
      [2, 'zwei ß'],
      [3, null],
    ];
    const found: unknown[] = [];
    const request = new Request('SELECT @a + 1, @b', () => {});
    request.addParameter('a', TYPES.Int, null);
    request.addParameter('b', TYPES.NVarChar, null, { length: 20 });
    request.on('row', (row: { value: unknown }[]) => found.push(row.map((column) => text(column.value))));
    const event = (name: 'prepared' | 'requestCompleted') => new Promise<void>((resolve) => request.once(name, () => resolve()));
    const prepared = event('prepared');
    connection.prepare(request);
    await prepared;
    for (const [a, b] of pairs) {
      const executed = event('requestCompleted');
      connection.execute(request, { a, b });
      await executed;
    }
    expect(found).toEqual(EXPECTED.prepared);
    connection.close();
  });

  it('calls procedures by name, with defaults, NULL, OUTPUT and return code', async () => {
    const connection = await open();
    const call = async (b: number | null | undefined) => {
      const { results, outputs, status } = await run(connection, 'dbo.add_up', 'callProcedure', (request) => {
        request.addParameter('a', TYPES.Int, 1);
        if (b !== undefined) request.addParameter('b', TYPES.Int, b);
        request.addOutputParameter('sum', TYPES.Int);
      });
      return { rows: results[0], sum: text(outputs.sum), status: text(status) };
    };
    expect(await call(2)).toEqual(EXPECTED.procedure);
    expect(await call(undefined)).toEqual(EXPECTED.default);
    expect(await call(null)).toEqual(EXPECTED.null);
    connection.close();
  });

  it('gets several results, messages and errors', async () => {
    const connection = await open();
    const answer = await run(connection, 'dbo.talk', 'callProcedure');
    expect(answer.results).toEqual(EXPECTED.results);
    expect(answer.messages).toEqual(EXPECTED.messages);
    await expect(query(connection, 'EXEC dbo.fail 7')).rejects.toMatchObject({
      number: 50000,
      class: 16,
      state: 3,
      procName: 'dbo.fail',
      lineNumber: 4,
      message: 'It failed: 7',
    });
    connection.close();
  });

  it('runs transactions with savepoints', async () => {
    const connection = await open();
    const count = async () => (await query(connection, 'SELECT COUNT(*) FROM item WHERE id >= 100'))?.[0]?.[0];
    await step((done) => connection.beginTransaction(done));
    await query(connection, 'INSERT INTO item (id) VALUES (100)');
    await step((done) => connection.rollbackTransaction(done));
    expect(await count()).toBe('0');
    await step((done) => connection.beginTransaction(done));
    await query(connection, 'INSERT INTO item (id) VALUES (100)');
    await step((done) => connection.saveTransaction(done, 'halfway'));
    await query(connection, 'INSERT INTO item (id) VALUES (101)');
    await step((done) => connection.rollbackTransaction(done, 'halfway'));
    await step((done) => connection.commitTransaction(done));
    expect(await count()).toBe('1');
    connection.close();
  });

  it.each([
    "WAITFOR DELAY '00:01:00'",
    'WHILE 1 = 1 SELECT 1 WHERE 1 = 0',
    'WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT COUNT_BIG(*) FROM n OPTION (MAXRECURSION 0)',
  ])('cancels %s', async (statement) => {
    const connection = await open();
    const running = query(connection, statement);
    setTimeout(() => connection.cancel(), 200);
    await expect(running).rejects.toMatchObject({ code: 'ECANCEL' });
    expect(await query(connection, 'SELECT 1')).toEqual([['1']]);
    connection.close();
  });

  it('loads in bulk', async () => {
    const connection = await open();
    const loaded = await new Promise<number | undefined>((resolve, reject) => {
      const load = connection.newBulkLoad('dbo.loaded', (error, count) => (error ? reject(error) : resolve(count)));
      load.addColumn('id', TYPES.Int, { nullable: false });
      load.addColumn('name', TYPES.NVarChar, { length: 50, nullable: true });
      load.addColumn('price', TYPES.Decimal, { precision: 10, scale: 2, nullable: true });
      load.addColumn('made', TYPES.DateTime2, { scale: 3, nullable: true });
      const rows = Array.from({ length: 1000 }, (_, index) => ({
        id: index + 1,
        name: `name ${index + 1}`,
        price: (index + 1) / 100,
        made: new Date(),
      }));
      connection.execBulkLoad(load, rows);
    });
    expect(loaded).toBe(1000);
    expect(await query(connection, 'SELECT COUNT(*), SUM(id) FROM dbo.loaded')).toEqual([['1000', '500500']]);
    connection.close();
  });
});

describe('node-mssql', () => {
  let server: ServerProcess;
  let pool: InstanceType<typeof sql.ConnectionPool>;
  beforeAll(async () => {
    server = await startServer();
    await runScript(server, SETUP);
    const options = { encrypt: true, trustServerCertificate: true };
    pool = await new sql.ConnectionPool({
      server: server.host,
      port: server.port,
      user: 'sa',
      password: server.password,
      database: 'clients',
      options,
    }).connect();
  });
  afterAll(async () => {
    await pool.close();
    await server.stop();
  });

  it('runs queries with parameters', async () => {
    const { recordset } = await pool
      .request()
      .input('a', sql.Int, 1)
      .input('b', sql.NVarChar, 'zwei ß')
      .query('SELECT @a + 1 AS a, @b AS b');
    expect(recordset).toEqual([{ a: 2, b: 'zwei ß' }]);
  });

  it('prepares statements', async () => {
    const statement = new sql.PreparedStatement(pool);
    statement.input('a', sql.Int);
    await statement.prepare('SELECT @a * 2 AS a');
    const doubled = [];
    for (const a of [1, 2, 3]) doubled.push((await statement.execute({ a })).recordset[0]?.a);
    await statement.unprepare();
    expect(doubled).toEqual([2, 4, 6]);
  });

  it('calls procedures', async () => {
    const answer = await pool.request().input('a', sql.Int, 1).output('sum', sql.Int).execute('dbo.add_up');
    expect(answer).toMatchObject({ recordset: [{ a: 1, b: 10 }], output: { sum: 11 }, returnValue: 22 });
  });

  it('gets several results and messages', async () => {
    const request = pool.request();
    const heard: string[] = [];
    request.on('info', (info: { message: string }) => heard.push(info.message));
    const { recordsets } = await request.query('EXEC dbo.talk');
    expect(recordsets).toEqual([[{ one: 1 }, { one: 2 }], [{ two: 'two' }]]);
    expect(heard).toEqual(EXPECTED.messages);
  });

  it('reports errors', async () => {
    await expect(pool.request().query('SELECT 1/0')).rejects.toMatchObject({ number: 8134, class: 16, state: 1 });
  });

  it('runs transactions and gives its connections back clean', async () => {
    const transaction = new sql.Transaction(pool);
    await transaction.begin(sql.ISOLATION_LEVEL.READ_COMMITTED);
    await transaction.request().query('INSERT INTO item (id) VALUES (1)');
    await transaction.rollback();
    const second = new sql.Transaction(pool);
    await second.begin();
    await second.request().query('INSERT INTO item (id) VALUES (2)');
    await second.commit();
    const { recordset } = await pool.request().query('SELECT id, @@TRANCOUNT AS open_transactions FROM item');
    expect(recordset).toEqual([{ id: 2, open_transactions: 0 }]);
  });

  it('cancels', async () => {
    const request = pool.request();
    const running = request.query("WAITFOR DELAY '00:01:00'");
    setTimeout(() => request.cancel(), 200);
    await expect(running).rejects.toMatchObject({ code: 'ECANCEL' });
  });

  it('loads in bulk and makes the table', async () => {
    const table = new sql.Table('fresh');
    table.create = true;
    table.columns.add('id', sql.Int, { nullable: false });
    table.columns.add('name', sql.NVarChar(50), { nullable: true });
    for (let id = 1; id <= 500; id++) table.rows.add(id, id % 2 === 0 ? null : `name ${id}`);
    expect((await pool.request().bulk(table)).rowsAffected).toBe(500);
    const { recordset } = await pool.request().query('SELECT COUNT(*) AS n, COUNT(name) AS names FROM fresh');
    expect(recordset).toEqual([{ n: 500, names: 250 }]);
  });
});
