/**
 * What the server can do, measured on this machine in one run and told as ratios, because absolute numbers belong to the machine. Starts the built
 * server on a fresh data folder, an echo server as the floor, and load generators in processes of their own.
 *
 *     npm run build && node --conditions=@sprocket/source bench/server.ts            prints the results
 *     npm run build && node --conditions=@sprocket/source bench/server.ts --write    and writes them to docs/performance.md
 */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { connectClient, type TdsClient } from '@sprocket/server';
import {
  encodeRpc,
  encodeSqlBatch,
  frameMessage,
  PacketType,
  ProcId,
  type RpcParameter,
  rpcCall,
  rpcParameter,
  TDS_7_4_PROTOCOL,
  type TypeInfo,
  transactionHeaders,
} from '@sprocket/tds';
import type { LoadPlan, LoadResult } from './tds-load.ts';

const PASSWORD = 'Bench-Pa55word!';
const DATABASE = 'bench';
const ROWS = 100_000;
const SECONDS = 3;
const PACKET_SIZE = 4096;

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A line of the report: what, how much, and whether that is within the goal. */
interface Finding {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
  readonly met: boolean;
}

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
  readonly startMilliseconds: number;
}

async function measure(): Promise<void> {
  find('start to ready', seconds(server.startMilliseconds), '≤ 2 s', server.startMilliseconds <= 2000);
  await pause(1000);
  find('idle memory', megabytes(resident()), '≤ 200 MB', resident() <= 200e6);
  const client = await openClient('');
  await prepare(client);
  await measureLogins();
  await measureCalls();
  await measureWrites(client);
  await measureStreaming();
  client.close();
}

/** Eight clients that connect, log in and leave, one time after the other. */
async function measureLogins(): Promise<void> {
  const end = performance.now() + SECONDS * 1000;
  let logins = 0;
  const comeAndGo = async () => {
    for (; performance.now() < end; logins++) (await openClient('')).close();
  };
  await Promise.all(Array.from({ length: 8 }, comeAndGo));
  find('logins without encryption, 8 at a time', `${thousands(Math.round(logins / SECONDS))} a second`, '', true);
}

async function measureCalls(): Promise<void> {
  const call = rpc(ProcId.SP_EXECUTESQL, [text('SELECT @a + 1'), text('@a int'), rpcParameter('@a', INT, 41)]);
  const procedure = rpc('dbo.add_one', [rpcParameter('@a', INT, 41)]);
  const read = rpc(ProcId.SP_EXECUTESQL, [
    text('SELECT name, price FROM dbo.item WHERE id = @id'),
    text('@id int'),
    rpcParameter('@id', INT, 54_321),
  ]);
  const one = await load(call, 1);
  const echo = await withEcho(one.bytesPerCall, (port) =>
    generate({ port, connections: 1, seconds: SECONDS, request: call, login: false }),
  );
  find(
    '`SELECT @a + 1`, 1 connection, p50',
    `${one.p50} µs, ${ratio(one.p50, echo.p50)} of the bare echo (${echo.p50} µs)`,
    '≤ 3×',
    one.p50 <= 3 * echo.p50,
  );
  const many = await load(call, 32);
  find(
    '`SELECT @a + 1`, 32 connections',
    `${thousands(Math.round(many.callsPerSecond))} calls/s, p99 ${milliseconds(many.p99)}`,
    '≥ 12,000',
    many.callsPerSecond >= 12_000,
  );
  const called = await load(procedure, 1);
  find('a procedure call of the same, 1 connection, p50', `${called.p50} µs, ${ratio(called.p50, one.p50)} of the statement`, '', true);
  const point = await load(read, 1);
  find(
    `point read by key of ${thousands(ROWS)} rows, p50`,
    `${point.p50} µs, ${ratio(point.p50, one.p50)} of the call`,
    '≤ 1.5×',
    point.p50 <= 1.5 * one.p50,
  );
}

/** Every write is durable when it is acknowledged; the floor is SQLite alone with the same durability, one connection in one process. */
async function measureWrites(client: TdsClient): Promise<void> {
  for (const statement of WRITE_OBJECTS) await run(client, statement);
  const floor = bareCommits();
  const one = await load(rpc('dbo.note', [rpcParameter('@a', INT, 41)]), 1);
  find('insert of a row, 1 connection', `${rate(one)} commits/s, ${ratio(one.callsPerSecond, floor)} of SQLite alone`, '', true);
  const many = await load(rpc('dbo.note', [rpcParameter('@a', INT, 41)]), 32);
  find('insert of a row, 32 connections', `${rate(many)} commits/s, p99 ${milliseconds(many.p99)}`, '', true);
  const moves = await load(rpc('dbo.transfer', [rpcParameter('@amount', INT, 1)]), 32);
  find(
    'transfer (2 updates and an insert in a transaction), 32 connections',
    `${rate(moves)} commits/s, p99 ${milliseconds(moves.p99)}`,
    '',
    true,
  );
}

const WRITE_OBJECTS = [
  'CREATE TABLE dbo.entry (id int IDENTITY PRIMARY KEY, a int NOT NULL, made datetime2(3) NOT NULL DEFAULT SYSDATETIME())',
  'CREATE TABLE dbo.account (id int NOT NULL PRIMARY KEY, balance decimal(12, 2) NOT NULL)',
  'INSERT INTO dbo.account SELECT value, 1000 FROM GENERATE_SERIES(0, 999)',
  'CREATE PROCEDURE dbo.note @a int AS SET NOCOUNT ON; INSERT INTO dbo.entry (a) VALUES (@a)',
  `CREATE PROCEDURE dbo.transfer @amount int AS
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @from int = 1000 * RAND(), @to int = 1000 * RAND();
    BEGIN TRANSACTION;
    UPDATE dbo.account SET balance -= @amount WHERE id = @from;
    UPDATE dbo.account SET balance += @amount WHERE id = @to;
    INSERT INTO dbo.entry (a) VALUES (@amount);
    COMMIT`,
];

/** Commits a second of single-row inserts into a table of three columns by SQLite alone. */
function bareCommits(): number {
  const database = new DatabaseSync(path.join(folder, 'floor.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entry (id INTEGER PRIMARY KEY, a INTEGER, made TEXT)');
  const insert = database.prepare("INSERT INTO entry (a, made) VALUES (?, '2024-02-29T13:14:15.123')");
  const end = performance.now() + SECONDS * 1000;
  let commits = 0;
  for (; performance.now() < end; commits++) insert.run(commits);
  database.close();
  return commits / SECONDS;
}

async function measureStreaming(): Promise<void> {
  const before = resident();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, resident());
  }, 20);
  const all = batch('SELECT id, name, price, made, flag, note FROM dbo.item');
  const streamed = await load(all, 1);
  clearInterval(watch);
  const rowsPerSecond = streamed.callsPerSecond * ROWS;
  const perSecond = rowsPerSecond > 0 ? rowsPerSecond : ROWS / (streamed.p50 / 1e6);
  find(`streaming ${thousands(ROWS)} rows of 6 columns`, `${thousands(Math.round(perSecond))} rows/s`, '≥ 300,000', perSecond >= 300_000);
  find('memory while streaming', `${megabytes(before)} before, ${megabytes(peak)} at most`, 'flat', peak - before < 150e6);
}

const INT: TypeInfo = { name: 'int' };
const COLLATION = { lcid: 0x409, flags: 0x0d, version: 0, sortId: 52 };

function text(value: string): RpcParameter {
  return rpcParameter('', { name: 'nvarchar', length: 4000, collation: COLLATION }, value);
}

function rpc(procedure: string | number, parameters: readonly RpcParameter[]): string {
  const payload = encodeRpc({ headers: transactionHeaders(0n), calls: [rpcCall(procedure, parameters)] }, TDS_7_4_PROTOCOL);
  return hex(frameMessage(payload, { type: PacketType.RPC, packetSize: PACKET_SIZE }));
}

function batch(statement: string): string {
  const payload = encodeSqlBatch({ headers: transactionHeaders(0n), text: statement }, TDS_7_4_PROTOCOL);
  return hex(frameMessage(payload, { type: PacketType.SQL_BATCH, packetSize: PACKET_SIZE }));
}

function load(request: string, connections: number): Promise<LoadResult> {
  return generate({ port: server.port, connections, seconds: SECONDS, request, login: true, password: PASSWORD, database: DATABASE });
}

/** The best of two runs: on a shared machine the disturbed one is the slower. */
async function generate(plan: LoadPlan): Promise<LoadResult> {
  const runs = [await generateOnce(plan), await generateOnce(plan)] as const;
  return runs[0].p50 <= runs[1].p50 ? runs[0] : runs[1];
}

function generateOnce(plan: LoadPlan): Promise<LoadResult> {
  const child = spawn(process.execPath, ['--conditions=@sprocket/source', here('./tds-load.ts'), JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let output = '';
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes;
    });
    child.once('close', () => resolve(JSON.parse(output) as LoadResult));
  });
}

async function withEcho<T>(bytes: number, use: (port: number) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [here('./echo.ts'), String(bytes)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve) => child.stdout.once('data', (line: Buffer) => resolve(Number(String(line)))));
  try {
    return await use(port);
  } finally {
    child.kill();
  }
}

async function startServer(): Promise<Server> {
  const started = performance.now();
  const args = ['serve', '--tds-port', '0', '--http-port', '0', '--data-dir', folder, '--sa-password', PASSWORD];
  const child = spawn(process.execPath, [here('../packages/server/bin/sprocket.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const bytes of child.stdout) {
    output += String(bytes);
    const ready = /clients at [^,]*,(\d+)/.exec(output);
    if (ready !== null) return { child, port: Number(ready[1]), startMilliseconds: performance.now() - started };
  }
  throw new Error('the server did not start');
}

function openClient(database: string): Promise<TdsClient> {
  const login = { user: 'sa', password: PASSWORD, database, encryption: 'off', trustCertificate: true } as const;
  return connectClient({ host: '127.0.0.1', port: server.port, ...login, applicationName: 'bench' });
}

async function prepare(client: TdsClient): Promise<void> {
  await run(client, `CREATE DATABASE ${DATABASE}`);
  await run(client, `USE ${DATABASE}`);
  await run(
    client,
    'CREATE TABLE dbo.item (id int NOT NULL PRIMARY KEY, name nvarchar(40) NOT NULL, price decimal(10, 2) NOT NULL, made datetime2(3) NOT NULL, flag bit NOT NULL, note varchar(60) NULL)',
  );
  await run(client, 'CREATE PROCEDURE dbo.add_one @a int AS SELECT @a + 1');
  await run(client, 'BEGIN TRANSACTION');
  for (let first = 1; first <= ROWS; first += 1000) {
    const rows = Array.from({ length: 1000 }, (_, index) => itemRow(first + index));
    await run(client, `INSERT INTO dbo.item VALUES ${rows.join(', ')}`);
  }
  await run(client, 'COMMIT');
}

function itemRow(id: number): string {
  return `(${id}, N'item number ${id}', ${id % 1000}.25, '2024-02-29T13:14:15.123', ${id % 2}, ${id % 5 === 0 ? 'NULL' : `'a note about item ${id}'`})`;
}

async function run(client: TdsClient, statement: string): Promise<void> {
  for await (const token of client.batch(statement))
    if (token.kind === 'ERROR') throw new Error(`${token.message} in ${statement.slice(0, 200)}`);
}

/** Resident memory of the server in bytes. */
function resident(): number {
  const pages = readFileSync(`/proc/${server.child.pid}/statm`, 'utf8').split(' ')[1];
  return Number(pages) * 4096;
}

function find(what: string, measured: string, goal: string, met: boolean): void {
  findings.push({ what, measured, goal, met });
  process.stdout.write(`${met ? '✓' : '✗'} ${what}: ${measured}${goal === '' ? '' : ` (goal ${goal})`}\n`);
}

function report(): void {
  if (!process.argv.includes('--write')) return;
  const file = here('../docs/performance.md');
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const rows = findings.map(
    ({ what, measured, goal, met }) => `| ${what} | ${measured} | ${goal} | ${goal === '' ? '' : met ? 'met' : 'missed'} |`,
  );
  const intro = `# Performance

<!-- Generated by bench/server.ts --write. -->

Measured on ${cpus().length} × ${processor}, Node ${process.version}, the built server and the load generator on the same machine. Every number is the better of
two runs of ${SECONDS} seconds; ratios compare numbers of the same run. The echo server answers every message with as many bytes and does nothing else.
`;
  const inside = spawnSync(process.execPath, ['--conditions=@sprocket/source', here('./engine.ts')], { encoding: 'utf8' });
  if (inside.status !== 0) throw new Error(inside.stderr);
  const inner = `## Inside the process\n\nWithout wire and sockets (\`bench/engine.ts\`); a slope near 10 from 10,000 to 100,000 rows is linear.\n\n\`\`\`\n${inside.stdout}\`\`\`\n`;
  writeFileSync(file, `${intro}\n| what | measured | goal | |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n\n${inner}`);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
const milliseconds = (microseconds: number) => `${(microseconds / 1000).toFixed(1)} ms`;
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const rate = (result: LoadResult) => thousands(Math.round(result.callsPerSecond));
const thousands = (value: number) => value.toLocaleString('en-US');
const ratio = (value: number, base: number) => `${(value / base).toFixed(2)}×`;

const folder = mkdtempSync(path.join(tmpdir(), 'sprocket-bench-'));
const server = await startServer();
const findings: Finding[] = [];
try {
  await measure();
} finally {
  server.child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
report();
