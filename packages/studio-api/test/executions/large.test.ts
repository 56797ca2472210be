/** A million rows: kept on disk, scrolled by windows, exported whole, with memory that does not grow with them. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { operations, pathOf } from '@sprocket/studio-contract';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../support/api.ts';
import type { Client } from '../support/client.ts';
import { type SqlServer, startSqlServer } from '../support/sql-server.ts';
import { execute, publishProcedure, type Run } from './run.ts';

const ROWS = 1_000_000;
const workspace = 'demo';
const DATABASE = 'large';
let sql: SqlServer;
let api: TestApi;
let owner: Client;
let big: Run;
let peak = 0;

beforeAll(async () => {
  sql = await startSqlServer();
  await sql.database(DATABASE);
  api = await startApi({ managed: sql.settings(DATABASE) });
  owner = await api.owner();
  const id = await publishProcedure(
    owner,
    workspace,
    'Big',
    `CREATE PROC dbo.Big @n int AS SET NOCOUNT ON;
SELECT value AS Id, CAST(value AS decimal(19, 4)) / 4 AS Price, N'row ' + CAST(value AS nvarchar(20)) AS Name FROM GENERATE_SERIES(1, @n)`,
  );
  await execute(owner, { workspace, procedure: id }, { '@n': '20000' });
  const before = process.memoryUsage().rss;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss - before);
  }, 50);
  big = await execute(owner, { workspace, procedure: id }, { '@n': String(ROWS) });
  clearInterval(watch);
}, 300_000);

afterAll(async () => {
  await api?.close();
  await sql?.stop();
});

const place = () => ({ workspace, execution: big.id, set: 0 });

test('all rows arrive, and memory stays flat', () => {
  expect(big.of('finished')).toMatchObject([{ status: 'succeeded' }]);
  expect(big.of('result-set-end')).toMatchObject([{ rowCount: ROWS, limited: false }]);
  const counts = big.of('rows').map(({ count }) => count);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts.at(-1)).toBe(ROWS);
  expect(big.of('rows')[0]?.first?.[0]).toEqual(['1', '0.250000', 'row 1']);
  // The rows are about 45 MB on disk and far more as objects.
  expect(peak).toBeLessThan(200 * 1024 * 1024);
});

test('any window is read, the last rows like the first', async () => {
  for (const offset of [0, 127, 128, 500_000, 999_900]) {
    const { rows, ready } = await owner.call(operations.resultRows, { params: place(), query: { offset, limit: 200 } });
    expect(ready).toBe(ROWS);
    expect(rows.length).toBe(Math.min(200, ROWS - offset));
    expect(rows[0]?.[0]).toBe(String(offset + 1));
    expect(rows.at(-1)?.[2]).toBe(`row ${Math.min(offset + 200, ROWS)}`);
  }
});

test('the export holds every row', async () => {
  const response = await owner.fetch(`${pathOf(operations.exportResult, place())}?format=csv`);
  expect(response.headers.get('content-disposition')).toContain('filename="dbo.Big-1.csv"');
  let lines = 0;
  for await (const chunk of response.body ?? []) for (const byte of chunk as Uint8Array) if (byte === 0x0a) lines += 1;
  expect(lines).toBe(ROWS + 1);
});

test('what is released is gone from the disk', async () => {
  const folder = path.join(api.dataDir, 'spool', big.id);
  expect(statSync(path.join(folder, '0.jsonl')).size).toBeGreaterThan(ROWS * 20);
  await owner.call(operations.releaseExecution, { params: { workspace, execution: big.id } });
  expect(readdirSync(path.join(api.dataDir, 'spool'))).not.toContain(big.id);
  expect(await owner.refused(operations.resultRows, { params: place(), query: { offset: 0, limit: 1 } })).toMatchObject({ status: 404 });
});

const VALUES = `CREATE PROC dbo.Vals AS SET NOCOUNT ON;
SELECT CAST(9007199254740993 AS bigint) AS id, CAST(1.10 AS decimal(5, 2)) AS price, CAST(1 AS bit) AS yes, N'a "b", <c>' + NCHAR(10) + N'd' AS text,
  CAST(NULL AS int) AS nothing, N'' AS text, 0x0102 AS bytes, CAST('2024-02-29' AS date) AS day, N'O''Brien' AS name`;

test('each format keeps the values', async () => {
  const id = await publishProcedure(owner, workspace, 'Vals', VALUES);
  const run = await execute(owner, { workspace, procedure: id });
  const fetchAs = async (format: string) => {
    const address = pathOf(operations.exportResult, { workspace, execution: run.id, set: 0 });
    return Buffer.from(await (await owner.fetch(`${address}?format=${format}&table=dbo.My]Copy`)).arrayBuffer());
  };
  expect((await fetchAs('csv')).toString()).toBe(
    '\uFEFFid,price,yes,text,nothing,text,bytes,day,name\r\n9007199254740993,1.10,1,"a ""b"", <c>\nd",,"",0x0102,2024-02-29,O\'Brien\r\n',
  );
  expect((await fetchAs('json')).toString()).toBe(
    '[\n  {"id": 9007199254740993, "price": 1.10, "yes": true, "text": "a \\"b\\", <c>\\nd", "nothing": null, "text_2": "", "bytes": "0x0102", "day": "2024-02-29", "name": "O\'Brien"}\n]\n',
  );
  expect((await fetchAs('sql')).toString()).toBe(
    "INSERT INTO [dbo].[My].[Copy] ([id], [price], [yes], [text], [nothing], [text_2], [bytes], [day], [name]) VALUES\n(9007199254740993, 1.10, 1, N'a \"b\", <c>\nd', NULL, N'', 0x0102, N'2024-02-29', N'O''Brien');\n",
  );
  const files = unzipSync(await fetchAs('xlsx'));
  const sheet = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString();
  expect(sheet).toContain(
    '<c t="inlineStr"><is><t xml:space="preserve">9007199254740993</t></is></c><c><v>1.10</v></c><c t="b"><v>1</v></c>',
  );
  expect(sheet).toContain('a "b", &lt;c&gt;\nd');
  expect(Object.keys(files)).toContain('xl/workbook.xml');
});

test('rows over the limit are read and left out, with a notice', async () => {
  const [environment] = await owner.call(operations.listEnvironments, { params: { workspace } });
  await owner.call(operations.updateEnvironment, { params: { workspace, environment: environment?.id ?? '' }, body: { rowLimit: 1000 } });
  const { items } = await owner.call(operations.listProcedures, { params: { workspace }, query: { search: 'Big' } });
  const run = await execute(owner, { workspace, procedure: items[0]?.id ?? '' }, { '@n': '5000' });
  expect(run.of('result-set-end')).toMatchObject([{ rowCount: 1000, limited: true }]);
  expect(run.of('message')).toMatchObject([{ severity: 'warning' }]);
  expect(run.of('finished')).toMatchObject([{ status: 'succeeded' }]);
});

test('an execution that is released while it runs ends, and the API goes on', async () => {
  const { items } = await owner.call(operations.listProcedures, { params: { workspace }, query: { search: 'Big' } });
  const params = { workspace, procedure: items[0]?.id ?? '' };
  let execution = '';
  const run = await execute(
    owner,
    params,
    { '@n': '500000' },
    {
      on: async (event) => {
        if (event.type === 'started') execution = event.executionId;
        if (event.type === 'rows' && execution !== '') {
          const id = execution;
          execution = '';
          await owner.call(operations.releaseExecution, { params: { workspace, execution: id } });
        }
      },
    },
  );
  expect(run.of('finished')).toMatchObject([{ status: 'cancelled' }]);
  expect((await execute(owner, params, { '@n': '10' })).of('finished')).toMatchObject([{ status: 'succeeded' }]);
});
