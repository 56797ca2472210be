/** Executing published procedures over HTTP, on a real server: values, messages, results, cancelling, open transactions. */
import { operations } from '@sprocket/studio-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../support/api.ts';
import type { Client } from '../support/client.ts';
import { type SqlServer, startSqlServer } from '../support/sql-server.ts';
import { execute, publishProcedure } from './run.ts';

let sql: SqlServer;
let api: TestApi;
let owner: Client;
const workspace = 'demo';
const DATABASE = 'runs';

beforeAll(async () => {
  sql = await startSqlServer();
  await sql.database(DATABASE);
  await sql.run(
    DATABASE,
    'CREATE TABLE dbo.T (a int NOT NULL PRIMARY KEY, b nvarchar(max) NULL)',
    'CREATE TYPE dbo.Lines AS TABLE (Id bigint NOT NULL, Price decimal(38, 4) NULL, At datetime2(7) NULL, Note nvarchar(20) NULL)',
  );
  api = await startApi({ managed: sql.settings(DATABASE) });
  owner = await api.owner();
});

afterAll(async () => {
  await api?.close();
  await sql?.stop();
});

const publish = (name: string, text: string) => publishProcedure(owner, workspace, name, text);

test('every type goes in and comes out with all its digits', async () => {
  const types: readonly (readonly [type: string, value: string, shown?: string])[] = [
    ['tinyint', '255'],
    ['smallint', '-32768'],
    ['int', '2147483647'],
    ['bigint', '-9223372036854775808'],
    ['bit', 'true', '1'],
    ['decimal(38, 10)', '1234567890123456789012345678.0123456789'],
    ['numeric(9, 2)', '-0.05'],
    ['money', '-922337203685477.5808'],
    ['smallmoney', '$12.5', '12.5000'],
    ['float', '1.2345678901234567E+300'],
    ['real', '0.1'],
    ['date', '0001-01-01'],
    ['time(3)', '23:59:59.123'],
    ['datetime', '2024-02-29 23:59:59.997'],
    ['smalldatetime', '2024-02-29 12:34', '2024-02-29 12:34:00'],
    ['datetime2(7)', '9999-12-31 23:59:59.9999999'],
    ['datetimeoffset(7)', '2024-02-29 01:00:00.1234567 +05:30'],
    ['uniqueidentifier', '6F9619FF-8B86-D011-B42D-00C04FC964FF'],
    ['varbinary(8)', '0xDEADBEEF'],
    ['nvarchar(20)', "O'Brien ☃"],
    ['varchar(20)', 'plain'],
    ['xml', '<a b="1">ü</a>'],
  ];
  const list = types.map(([type], index) => `@p${index} ${type}`);
  const names = types.map((_, index) => `@p${index} AS c${index}`);
  const id = await publish('Types', `CREATE PROC dbo.Types ${list.join(', ')} AS\nSET NOCOUNT ON;\nSELECT ${names.join(', ')}`);
  const run = await execute(
    owner,
    { workspace, procedure: id },
    Object.fromEntries(types.map(([, value], index) => [`@p${index}`, value])),
  );
  expect(run.of('message')).toEqual([]);
  const rows = run.of('rows')[0]?.first?.[0];
  expect(rows).toEqual(types.map(([, value, shown = value]) => shown));
  expect(run.of('finished')).toMatchObject([{ status: 'succeeded', openTransactions: 0 }]);
});

test('OUTPUT values, the return code, several result sets and PRINT arrive in their order', async () => {
  const text = `CREATE PROC dbo.Many @n int, @total decimal(30, 5) = 1.5 OUTPUT, @name nvarchar(30) OUTPUT AS
SET NOCOUNT ON;
PRINT N'begin';
SELECT @n AS n, N'one' AS word;
SET @total = @total + @n;
SET @name = N'done';
SELECT CAST(NULL AS int) AS nothing WHERE 1 = 0;
RAISERROR(N'careful', 10, 1);
RETURN 7`;
  const id = await publish('Many', text);
  const run = await execute(owner, { workspace, procedure: id }, { '@n': '3' });
  expect(run.of('message').map(({ text: said }) => said)).toEqual(['begin', 'careful']);
  expect(run.of('result-set').map(({ columns }) => columns.map(({ name, type }) => `${name} ${type}`))).toEqual([
    ['n int', 'word nvarchar(3)'],
    ['nothing int'],
  ]);
  expect(run.of('rows')).toEqual([{ type: 'rows', set: 0, count: 1, first: [['3', 'one']] }]);
  expect(run.of('result-set-end').map(({ set, rowCount }) => [set, rowCount])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(run.of('output')).toEqual([
    {
      type: 'output',
      returnCode: 7,
      values: [
        { name: '@total', type: 'decimal(30, 5)', value: '4.50000' },
        { name: '@name', type: 'nvarchar(30)', value: 'done' },
      ],
    },
  ]);
});

test('a table-valued parameter keeps every digit', async () => {
  const id = await publish(
    'Tvp',
    'CREATE PROC dbo.Tvp @lines dbo.Lines READONLY AS SET NOCOUNT ON; SELECT Id, Price, At, Note FROM @lines ORDER BY Id',
  );
  const lines = [
    ['9007199254740993', '1234567890123456789012345678901234.5678', '2024-02-29 01:02:03.1234567', 'ü'],
    ['9007199254740994', null, null, null],
  ];
  const run = await execute(owner, { workspace, procedure: id }, { '@lines': lines });
  expect(run.of('rows')[0]?.first).toEqual(lines);
  const empty = await execute(owner, { workspace, procedure: id }, {});
  expect(empty.of('result-set-end')).toMatchObject([{ rowCount: 0 }]);
});

test('values that do not fit are refused by name, before anything is called', async () => {
  const id = await publish('Strict', 'CREATE PROC dbo.Strict @a int, @b decimal(5, 2), @c date, @d nvarchar(3) AS SELECT 1');
  const body = { parameters: { '@a': '2147483648', '@b': '1.234', '@c': '2023-02-29', '@d': 'four', '@e': '1' } };
  const refusal = await owner.refused(operations.execute, { params: { workspace, procedure: id }, body });
  expect(refusal).toMatchObject({ status: 400, code: 'bad-request' });
  expect(refusal.fields?.map(({ path }) => path).sort()).toEqual([
    'parameters.@a',
    'parameters.@b',
    'parameters.@c',
    'parameters.@d',
    'parameters.@e',
  ]);
  const { items } = await owner.call(operations.listAudit, { params: { workspace }, query: { procedureId: id } });
  expect(items).toEqual([]);
});

test('an error is a message with number, level, line and procedure; the audit knows it, without the secret', async () => {
  const id = await publish(
    'Fails',
    "CREATE PROC dbo.Fails @password nvarchar(20), @n int AS\nSET NOCOUNT ON;\nSELECT 1 AS one;\nTHROW 50123, N'no', 3;",
  );
  const run = await execute(owner, { workspace, procedure: id }, { '@password': 'hunter2', '@n': '5' });
  expect(run.of('message')).toMatchObject([{ severity: 'error', text: 'no', number: 50123, level: 16, state: 3, line: 4 }]);
  expect(run.of('finished')).toMatchObject([{ status: 'failed' }]);
  const { items } = await owner.call(operations.listAudit, { params: { workspace }, query: { procedureId: id } });
  expect(items).toMatchObject([
    { id: run.id, status: 'failed', errorNumber: 50123, rowCount: 1, version: 1, parameters: { '@password': '***', '@n': '5' } },
  ]);
});

test('cancel ends it at once, a closed browser too, and a time limit', async () => {
  const id = await publish(
    'Slow',
    "CREATE PROC dbo.Slow AS RAISERROR(N'working', 0, 1) WITH NOWAIT; WAITFOR DELAY '00:00:30'; SELECT 2 AS b",
  );
  const params = { workspace, procedure: id };
  const started = performance.now();
  let execution = '';
  const run = await execute(
    owner,
    params,
    {},
    {
      on: async (event) => {
        if (event.type === 'started') execution = event.executionId;
        if (event.type === 'message') await owner.call(operations.cancelExecution, { params: { workspace, execution } });
      },
    },
  );
  expect(run.of('message').map(({ text }) => text)).toEqual(['working']);
  expect(run.of('finished')).toMatchObject([{ status: 'cancelled' }]);
  const late = await execute(owner, params, {}, { timeoutSeconds: 1 });
  expect(late.of('finished')).toMatchObject([{ status: 'timed-out' }]);
  const abort = new AbortController();
  const on = ({ type }: { type: string }) => void (type === 'message' && abort.abort());
  await expect(execute(owner, params, {}, { signal: abort.signal, on })).rejects.toThrow();
  const audit = async () =>
    (await owner.call(operations.listAudit, { params: { workspace }, query: { procedureId: id } })).items.map(({ status }) => status);
  await expect.poll(audit).toEqual(['cancelled', 'timed-out', 'cancelled']);
  expect(performance.now() - started).toBeLessThan(15_000);
});

test('a transaction left open waits for its user', async () => {
  const id = await publish('Opens', 'CREATE PROC dbo.Opens @a int AS SET NOCOUNT ON; BEGIN TRAN; INSERT dbo.T (a) VALUES (@a)');
  const first = await execute(owner, { workspace, procedure: id }, { '@a': '1' });
  expect(first.of('finished')).toMatchObject([{ openTransactions: 1 }]);
  expect(await owner.call(operations.endTransaction, { params: { workspace, execution: first.id }, body: { action: 'commit' } })).toEqual({
    openTransactions: 0,
  });
  const second = await execute(owner, { workspace, procedure: id }, { '@a': '2' });
  await owner.call(operations.endTransaction, { params: { workspace, execution: second.id }, body: { action: 'rollback' } });
  const third = await execute(owner, { workspace, procedure: id }, { '@a': '3' });
  await owner.call(operations.releaseExecution, { params: { workspace, execution: third.id } });
  await expect.poll(() => sql.run(DATABASE, 'SET LOCK_TIMEOUT 2000; SELECT a FROM dbo.T')).toEqual([['1']]);
});

test('a long value is cut in the grid and whole in its cell', async () => {
  const id = await publish('Long', "CREATE PROC dbo.Long AS SET NOCOUNT ON; SELECT REPLICATE(CAST(N'x' AS nvarchar(max)), 50000) AS v");
  const run = await execute(owner, { workspace, procedure: id });
  expect(run.of('rows')[0]?.first).toEqual([[{ cut: 'x'.repeat(1000), length: 50_000 }]]);
  const params = { workspace, execution: run.id, set: 0 };
  const { value } = await owner.call(operations.resultCell, { params, query: { row: 0, column: 0 } });
  expect(value).toBe('x'.repeat(50_000));
  expect(await owner.refused(operations.resultCell, { params, query: { row: 1, column: 0 } })).toMatchObject({ status: 404 });
});

test('FOR JSON is one value, and thousands of messages arrive in their order', async () => {
  const id = await publish(
    'Loud',
    `CREATE PROC dbo.Loud @n int AS SET NOCOUNT ON;
DECLARE @i int = 0;
WHILE @i < @n BEGIN SET @i += 1; PRINT @i; END;
SELECT value AS v, REPLICATE(N'x', 100) AS x FROM GENERATE_SERIES(1, 500) FOR JSON PATH`,
  );
  const run = await execute(owner, { workspace, procedure: id }, { '@n': '5000' });
  expect(run.of('message').map(({ text }) => text)).toEqual(Array.from({ length: 5000 }, (_, index) => String(index + 1)));
  expect(run.of('result-set-end')).toMatchObject([{ rowCount: 1 }]);
  const params = { workspace, execution: run.id, set: 0 };
  const { value } = await owner.call(operations.resultCell, { params, query: { row: 0, column: 0 } });
  expect(JSON.parse(value ?? '')).toHaveLength(500);
});

test('results belong to who made them; a draft is not executed', async () => {
  const { link } = await owner.call(operations.invite, { params: { workspace }, body: { email: 'mem@example.org', role: 'member' } });
  const member = await api.client().register('mem@example.org', 'Mem', link.split('/').at(-1));
  const id = await publish('Mine', 'SET NOCOUNT ON; SELECT 1 AS a');
  const run = await execute(member, { workspace, procedure: id });
  const params = { workspace, execution: run.id, set: 0 };
  expect(await member.call(operations.resultRows, { params, query: { offset: 0, limit: 10 } })).toEqual({
    offset: 0,
    rows: [['1']],
    ready: 1,
  });
  expect(await owner.refused(operations.resultRows, { params, query: { offset: 0, limit: 10 } })).toMatchObject({ status: 404 });
  const draft = await owner.call(operations.createProcedure, { params: { workspace }, body: { name: 'OnlyDraft' } });
  expect(await member.refused(operations.execute, { params: { workspace, procedure: draft.id }, body: {} })).toMatchObject({
    status: 409,
    code: 'not-published',
  });
});

test('a procedure that was changed outside says so', async () => {
  const id = await publish('Outside', 'SET NOCOUNT ON; SELECT 1 AS a');
  const before = await execute(owner, { workspace, procedure: id });
  expect(before.of('message')).toEqual([]);
  await sql.run(DATABASE, 'ALTER PROCEDURE dbo.Outside AS SELECT 2 AS a');
  const run = await execute(owner, { workspace, procedure: id });
  expect(run.of('message')).toMatchObject([
    { severity: 'warning', text: expect.stringContaining('another text than version 1') as string },
  ]);
  expect(run.events[0]?.type).toBe('started');
  expect(run.of('rows')[0]?.first).toEqual([['2']]);
});
