import { type Connection, Request } from 'tedious';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runScript, type ServerProcess, startServer } from './fixture.ts';
import { connectTedious } from './tedious.ts';

const SEND = `DECLARE @h uniqueidentifier
BEGIN DIALOG @h FROM SERVICE [asking] TO SERVICE 'answering' WITH ENCRYPTION = OFF;
SEND ON CONVERSATION @h (CAST(N'hello' AS varbinary(max)))`;

/** Waits for longer than the test lasts. */
const RECEIVE = 'WAITFOR (RECEIVE CAST(message_body AS nvarchar(20)) AS body FROM dbo.answers), TIMEOUT 60000';

let server: ServerProcess;
let reader: Connection;
let writer: Connection;

beforeAll(async () => {
  server = await startServer();
  await runScript(
    server,
    `CREATE DATABASE dialogs
GO
USE dialogs
GO
CREATE QUEUE dbo.questions
CREATE QUEUE dbo.answers
CREATE SERVICE [asking] ON QUEUE dbo.questions ([DEFAULT])
CREATE SERVICE [answering] ON QUEUE dbo.answers ([DEFAULT])
CREATE TABLE dbo.seen (body nvarchar(20) NOT NULL)
GO
CREATE PROCEDURE dbo.take AS
BEGIN
  DECLARE @body nvarchar(20);
  RECEIVE TOP (1) @body = CAST(message_body AS nvarchar(20)) FROM dbo.answers;
  IF @body IS NOT NULL INSERT dbo.seen VALUES (@body)
END`,
  );
  reader = await connectTedious(server, { database: 'dialogs' });
  writer = await connectTedious(server, { database: 'dialogs' });
});
afterAll(async () => {
  reader.close();
  writer.close();
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

/** Until so many requests of other connections are seen to be under way. */
async function underWay(count: number): Promise<void> {
  const text = 'SELECT COUNT(*) FROM sys.dm_exec_requests WHERE session_id <> @@SPID';
  while (Number(await run(writer, text)) !== count);
}

it('a client that waits for a message has it when another client commits', async () => {
  const received = run(reader, RECEIVE);
  await underWay(1);
  expect(await run(writer, SEND)).toEqual([]);
  expect(await received).toEqual([['hello']]);
});

it('waiting is cancelled by an attention, and no message is lost by it', async () => {
  const received = run(reader, RECEIVE);
  await underWay(1);
  reader.cancel();
  expect(await received).toBe('ECANCEL');
  expect(await run(reader, RECEIVE, 200)).toBe('ETIMEOUT');
  expect(await run(writer, SEND)).toEqual([]);
  expect(await run(reader, RECEIVE)).toEqual([['hello']]);
});

it('a client that goes away while it waits takes no message along', async () => {
  const gone = await connectTedious(server, { database: 'dialogs' });
  void run(gone, RECEIVE);
  await underWay(1);
  gone.close();
  await underWay(0);
  expect(await run(writer, SEND)).toEqual([]);
  expect(await run(reader, RECEIVE)).toEqual([['hello']]);
});

it('the server starts the procedure of a queue', async () => {
  const text = `ALTER QUEUE dbo.answers WITH ACTIVATION (STATUS = ON, PROCEDURE_NAME = dbo.take, MAX_QUEUE_READERS = 1, EXECUTE AS OWNER)`;
  expect(await run(writer, text)).toEqual([]);
  expect(await run(writer, SEND)).toEqual([]);
  let seen: unknown[][] | string = [];
  while (seen.length === 0) seen = await run(writer, 'SELECT body FROM dbo.seen');
  expect(seen).toEqual([['hello']]);
});
