import { type Connection, Request } from 'tedious';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runScript, type ServerProcess, startServer } from './fixture.ts';
import { connectTedious } from './tedious.ts';

/** Every pair of 60,000 rows: it does not end while the test lasts. */
const ENDLESS = 'SELECT COUNT(*) FROM dbo.item AS a JOIN dbo.item AS b ON a.v + b.v = -1';

let server: ServerProcess;
let heavy: Connection;
let other: Connection;

beforeAll(async () => {
  server = await startServer({ args: ['--workers', '1'] });
  await runScript(
    server,
    `CREATE DATABASE reads
GO
USE reads
GO
CREATE TABLE dbo.item (id int NOT NULL PRIMARY KEY, v int NOT NULL)
INSERT dbo.item SELECT value, value % 100 FROM GENERATE_SERIES(1, 60000)`,
  );
  heavy = await connectTedious(server, { database: 'reads' });
  other = await connectTedious(server, { database: 'reads' });
});
afterAll(async () => {
  heavy.close();
  other.close();
  expect(await server.stop()).toBe(0);
});

/** Rows of the answer, or the code of the error. */
function run(connection: Connection, text: string, timeout = 60_000): Promise<unknown[][] | string> {
  return new Promise((resolve) => {
    const rows: unknown[][] = [];
    const request = new Request(text, (error) => resolve(error ? ('code' in error ? String(error.code) : error.message) : rows));
    request.setTimeout(timeout);
    request.on('row', (columns: { value: unknown }[]) => rows.push(columns.map(({ value }) => value)));
    connection.execSqlBatch(request);
  });
}

const metric = async (name: string): Promise<number> => {
  const page = await (await fetch(new URL('metrics', server.http))).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(page)?.[1]);
};

it('others go on while a read runs that takes very long, and it can be cancelled', async () => {
  const events: string[] = [];
  const running = run(heavy, ENDLESS).then((answer) => events.push(`heavy: ${String(answer)}`));
  while ((await metric('sprocket_reader_reads_total')) === 0) events.splice(0);
  for (const id of [3, 30, 300]) events.push(`point: ${String(await run(other, `SELECT v FROM dbo.item WHERE id = ${id}`))}`);
  events.push(`write: ${String(await run(other, 'UPDATE dbo.item SET v = 7 OUTPUT inserted.v WHERE id = 300'))}`);
  heavy.cancel();
  await running;
  expect(events).toEqual(['point: 3', 'point: 30', 'point: 0', 'write: 7', 'heavy: ECANCEL']);
});

it('a client that gives up has its answer, and its connection goes on', async () => {
  expect(await run(heavy, ENDLESS, 200)).toBe('ETIMEOUT');
  expect(await run(heavy, 'SELECT COUNT(*), MAX(id) FROM dbo.item')).toEqual([[60_000, 60_000]]);
});

it('a client that goes away ends its read', async () => {
  const gone = await connectTedious(server, { database: 'reads' });
  const before = await metric('sprocket_reader_reads_total');
  void run(gone, ENDLESS);
  while ((await metric('sprocket_reader_reads_total')) === before);
  gone.close();
  expect(await run(other, 'SELECT COUNT(*) FROM dbo.item WHERE v = 7')).toEqual([[601]]);
});
