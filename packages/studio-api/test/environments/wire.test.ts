/** Values come out exact over a real connection, in the text forms of SQL Server Management Studio; errors and messages arrive in order. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SqlMessage } from '../../src/environments/failures.ts';
import { PoolRegistry } from '../../src/environments/pools.ts';
import type { SqlSession } from '../../src/environments/session.ts';
import { floatText, realText } from '../../src/environments/wire/value-text.ts';
import { type SqlServer, startSqlServer } from '../support/sql-server.ts';

let server: SqlServer;
let pools: PoolRegistry;
let session: SqlSession;

const settings = () => server.settings('master');

beforeAll(async () => {
  server = await startSqlServer();
  pools = new PoolRegistry();
  session = await pools.session({ id: 'e', revision: 1 }, settings());
});

afterAll(async () => {
  session?.destroy();
  await pools?.closeAll();
  await server?.stop();
});

test.each([
  ["CAST('12345678901234567890123456789012345.678' AS decimal(38, 3))", '12345678901234567890123456789012345.678'],
  ["CAST('-0.00000000000000000001' AS decimal(38, 20))", '-0.00000000000000000001'],
  ["CAST('922337203685477.5807' AS money)", '922337203685477.5807'],
  ["CAST('-922337203685477.5808' AS money)", '-922337203685477.5808'],
  ["CAST('-214748.3648' AS smallmoney)", '-214748.3648'],
  ["CAST('9223372036854775807' AS bigint)", '9223372036854775807'],
  ["CAST('2024-02-29 23:59:59.1234567' AS datetime2(7))", '2024-02-29 23:59:59.1234567'],
  ["CAST('0001-01-01' AS date)", '0001-01-01'],
  ["CAST('2024-02-29 01:30:00.1234567 +05:30' AS datetimeoffset(7))", '2024-02-29 01:30:00.1234567 +05:30'],
  ["CAST('2024-02-29 23:59:59.997' AS datetime)", '2024-02-29 23:59:59.997'],
  ["CAST('2024-02-29 23:59' AS smalldatetime)", '2024-02-29 23:59:00'],
  ["CAST('23:59:59.12' AS time(2))", '23:59:59.12'],
  ['CAST(0.1 AS float)', '0.1'],
  ['CAST(1e15 AS float)', '1E+15'],
  ['CAST(0.1 AS real)', '0.1'],
  ['CAST(0xDEADBEEF AS varbinary(8))', '0xDEADBEEF'],
  ['CAST(1 AS bit)', '1'],
  ["N'ünï ☃'", 'ünï ☃'],
  ["CAST('6F9619FF-8B86-D011-B42D-00C04FC964FF' AS uniqueidentifier)", '6F9619FF-8B86-D011-B42D-00C04FC964FF'],
  ["CAST('<a>1</a>' AS xml)", '<a>1</a>'],
  ["CAST(CAST('1234567890123456789.01' AS decimal(30, 2)) AS sql_variant)", '1234567890123456789.01'],
  ["CAST(CAST('2024-02-29 01:30:00 -08:00' AS datetimeoffset(0)) AS sql_variant)", '2024-02-29 01:30:00 -08:00'],
  ["CAST(N'text' AS sql_variant)", 'text'],
  ['CAST(NULL AS decimal(10, 2))', null],
])('%s', async (expression, text) => {
  expect(await session.rows(`SELECT ${expression} AS v`)).toEqual([[text]]);
});

test('a column carries its type as T-SQL prints it', async () => {
  const types: string[] = [];
  await session.run(
    {
      kind: 'batch',
      text: `SELECT CAST(1 AS decimal(19, 4)) a, CAST(N'' AS nvarchar(40)) b, CAST('' AS varchar(max)) c, CAST(1 AS bigint) d, GETDATE() e,
        CAST(1 AS money) f, CAST(SYSUTCDATETIME() AS datetime2(3)) g, CAST(NULL AS bit) h`,
    },
    { columns: (columns) => types.push(...columns.map(({ name, type }) => `${name} ${type}`)) },
  );
  expect(types).toEqual([
    'a decimal(19, 4)',
    'b nvarchar(40)',
    'c varchar(max)',
    'd bigint',
    'e datetime',
    'f money',
    'g datetime2(3)',
    'h bit',
  ]);
});

test('messages come in their order, errors with number, level, state and line', async () => {
  const messages: SqlMessage[] = [];
  const { end, error } = await session.run(
    { kind: 'batch', text: "PRINT 'one'\nRAISERROR('two', 11, 7)\nPRINT 'three'" },
    { message: (message) => messages.push(message) },
  );
  expect(messages.map(({ text, level, line }) => [text, level, line])).toEqual([
    ['one', 0, 1],
    ['two', 11, 2],
    ['three', 0, 3],
  ]);
  expect(end).toBe('completed');
  expect(error).toMatchObject({ number: 50000, state: 7 });
});

test('a signal cancels at once, a time limit ends the command, and the session goes on', async () => {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 100);
  const started = performance.now();
  const cancelled = await session.run({ kind: 'batch', text: "WAITFOR DELAY '00:00:20'" }, {}, { signal: abort.signal });
  expect(cancelled.end).toBe('cancelled');
  const late = await session.run({ kind: 'batch', text: "WAITFOR DELAY '00:00:20'" }, {}, { timeoutMilliseconds: 150 });
  expect(late.end).toBe('timed-out');
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(await session.rows('SELECT 1')).toEqual([['1']]);
});

test('a released session comes back fresh', async () => {
  const key = { id: 'fresh', revision: 1 };
  const first = await pools.session(key, settings());
  await first.rows('CREATE TABLE #t (a int); SET NOCOUNT ON; BEGIN TRANSACTION');
  first.release();
  const second = await pools.session(key, settings());
  expect(await second.rows("SELECT @@TRANCOUNT, OBJECT_ID('tempdb..#t')")).toEqual([['0', null]]);
  second.release();
});

test.each([
  [{ port: 1 }, 'unreachable'],
  [{ password: 'wrong' }, 'login-failed'],
  [{ database: 'nowhere' }, 'unknown-database'],
  [{ trustServerCertificate: false }, 'tls-refused'],
] as const)('%o is reported as %s', async (change, reason) => {
  const opening = pools.session({ id: reason, revision: 1 }, { ...settings(), ...change });
  await expect(opening).rejects.toMatchObject({ name: 'EnvironmentUnreachable', reason });
});

test('numbers with an exponent are written as .NET writes them', () => {
  expect([1e21, 1e-7, 0.0001, 123456789012345680, -2.5, 1 / 3].map(floatText)).toEqual([
    '1E+21',
    '1E-07',
    '0.0001',
    '1.2345678901234568E+17',
    '-2.5',
    '0.3333333333333333',
  ]);
  expect([Math.fround(0.1), Math.fround(16777216), Math.fround(1e7), Math.fround(3.4e38)].map(realText)).toEqual([
    '0.1',
    '1.6777216E+07',
    '1E+07',
    '3.4E+38',
  ]);
});

test('a new revision gets a new pool, and the old one goes', async () => {
  const key = { id: 'revised', revision: 1 };
  const first = await pools.session(key, settings());
  const open = pools.size;
  const second = await pools.session({ ...key, revision: 2 }, settings());
  expect(pools.size).toBe(open);
  expect(await Promise.all([first, second].map((each) => each.rows('SELECT 1')))).toEqual([[['1']], [['1']]]);
  first.release();
  second.release();
  pools.forget('revised');
  expect(pools.size).toBe(open - 1);
});

test('a pool that nobody uses is closed', async () => {
  const idle = new PoolRegistry({ idleMilliseconds: 50 });
  const used = await idle.session({ id: 'idle', revision: 1 }, settings());
  used.release();
  await expect.poll(() => idle.size, { timeout: 5_000 }).toBe(0);
  await idle.closeAll();
});
