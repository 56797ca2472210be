import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/session/api.ts';
import { batch, type Recorder, startServer, type TestServer } from './support.ts';

let server: TestServer;
let session: Session;
let folder: string;

beforeAll(async () => {
  server = await startServer();
  folder = join(server.directory, '_backups');
  session = await server.login();
  await batch(session, 'CREATE DATABASE shop');
  await batch(session, 'CREATE TABLE shop.dbo.t (id int IDENTITY PRIMARY KEY, s varchar(400) NOT NULL)');
  await batch(session, "INSERT shop.dbo.t (s) SELECT REPLICATE('x', 300) FROM GENERATE_SERIES(1, 3000)");
  await batch(session, "BACKUP DATABASE shop TO DISK = 'good.bak' WITH FORMAT");
});
afterAll(() => server.close());

const file = (name: string): string => join(folder, name);

async function messages(text: string): Promise<readonly number[]> {
  return (await batch(session, text)).messages.map(({ number }) => number);
}

/** 0 for none, in order. */
const firstErrors = (...results: readonly Recorder[]): readonly number[] =>
  results.map(({ errors: [first = 0] }) => first).sort((a, b) => a - b);

const restored = async (name: string): Promise<unknown> => (await batch(session, `SELECT COUNT(*) FROM ${name}.dbo.t`)).rows;

describe('a backup file', () => {
  test('that was damaged is found out, and the page is named; nothing of it becomes a database', async () => {
    const bytes = readFileSync(file('good.bak'));
    const at = bytes.length - 100_000;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file('damaged.bak'), bytes);
    expect(await messages("RESTORE VERIFYONLY FROM DISK = 'damaged.bak'")).toEqual([3189, 3013]);
    const result = await batch(session, "RESTORE DATABASE other FROM DISK = 'damaged.bak'");
    expect(result.errors).toEqual([3183, 3013]);
    expect(result.messages[0]?.message).toMatch(/page \(1:\d+\) in database "shop"/);
    expect(await messages('USE other')).toEqual([911]);
    expect(readdirSync(join(server.directory, 'other'))).toEqual([]);
  });

  test('that was damaged leaves the database that it should have replaced', async () => {
    await batch(session, "RESTORE DATABASE kept FROM DISK = 'good.bak'; DELETE kept.dbo.t WHERE id > 10");
    expect(await messages("RESTORE DATABASE kept FROM DISK = 'damaged.bak' WITH REPLACE")).toEqual([3183, 3013]);
    expect(await restored('kept')).toEqual([[10]]);
  });

  test('that ends too early has an unfinished backup, which the next one writes over', async () => {
    await batch(session, "BACKUP DATABASE shop TO DISK = 'cut.bak' WITH FORMAT");
    const whole = statSync(file('cut.bak')).size;
    await batch(session, "BACKUP DATABASE shop TO DISK = 'cut.bak'");
    truncateSync(file('cut.bak'), statSync(file('cut.bak')).size - 10);
    expect(await messages("RESTORE VERIFYONLY FROM DISK = 'cut.bak'")).toEqual([3262]);
    expect(await messages("RESTORE VERIFYONLY FROM DISK = 'cut.bak' WITH FILE = 2")).toEqual([3256, 3013]);
    await batch(session, "BACKUP DATABASE shop TO DISK = 'cut.bak'");
    expect(await messages("RESTORE VERIFYONLY FROM DISK = 'cut.bak' WITH FILE = 2")).toEqual([3262]);
    expect(statSync(file('cut.bak')).size).toBeGreaterThan(whole * 1.9);
  });

  test('of another kind is refused, and so is one that SQL Server has made', async () => {
    writeFileSync(file('text.bak'), 'no backup at all');
    writeFileSync(file('empty.bak'), '');
    writeFileSync(file('real.bak'), `TAPE${'\0'.repeat(2000)}`);
    expect(await messages("RESTORE DATABASE other FROM DISK = 'text.bak'")).toEqual([3241, 3013]);
    expect(await messages("RESTORE HEADERONLY FROM DISK = 'empty.bak'")).toEqual([3254, 3013]);
    const { messages: sent } = await batch(session, "RESTORE DATABASE other FROM DISK = 'real.bak'");
    expect(sent.map(({ number }) => number)).toEqual([40510]);
    expect(sent[0]?.message).toContain('a backup that SQL Server has made');
    expect(await messages("BACKUP DATABASE shop TO DISK = 'text.bak' WITH INIT")).toEqual([3242, 3013]);
    expect(readFileSync(file('text.bak'), 'utf8')).toBe('no backup at all');
    expect(await messages("BACKUP DATABASE shop TO DISK = 'text.bak' WITH FORMAT")).toEqual([4035, 3014]);
  });

  test('lies in the folder of backups, whatever links say', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'sprocket-outside-'));
    copyFileSync(file('good.bak'), join(outside, 'good.bak'));
    symlinkSync(outside, file('elsewhere'));
    symlinkSync(join(outside, 'good.bak'), file('linked.bak'));
    mkdirSync(file('inside'));
    expect(await messages("RESTORE HEADERONLY FROM DISK = 'elsewhere/good.bak'")).toEqual([3201, 3013]);
    expect(await messages("RESTORE HEADERONLY FROM DISK = 'linked.bak'")).toEqual([3201, 3013]);
    expect(await messages("BACKUP DATABASE shop TO DISK = 'elsewhere/new.bak'")).toEqual([3201, 3013]);
    expect(readdirSync(outside)).toEqual(['good.bak']);
    expect(await messages(`BACKUP DATABASE shop TO DISK = '${file('inside/new.bak')}'`)).toEqual([4035, 3014]);
    expect(statSync(file('inside/new.bak')).mode & 0o077).toBe(0);
    rmSync(outside, { recursive: true });
  });
});

test('compression makes it smaller, and nothing is left beside the files', async () => {
  await batch(session, "BACKUP DATABASE shop TO DISK = 'small.bak' WITH FORMAT, COMPRESSION");
  expect(statSync(file('small.bak')).size).toBeLessThan(statSync(file('good.bak')).size / 5);
  expect(await messages("RESTORE VERIFYONLY FROM DISK = 'small.bak'")).toEqual([3262]);
  expect(readdirSync(folder).filter((name) => name.startsWith('.') || name.endsWith('.partial'))).toEqual([]);
});

test('a restored database is there after the server was started again', async () => {
  await batch(session, "RESTORE DATABASE again FROM DISK = 'good.bak'");
  await batch(session, "INSERT again.dbo.t (s) VALUES ('kept')");
  await batch(session, "RESTORE DATABASE twice FROM DISK = 'good.bak'; RESTORE DATABASE twice FROM DISK = 'good.bak' WITH REPLACE");
  await server.restart();
  session = await server.login();
  expect(await restored('again')).toEqual([[3001]]);
  expect((await batch(session, "INSERT again.dbo.t (s) OUTPUT inserted.id VALUES ('next')")).rows).toEqual([[3002]]);
  expect(await restored('twice')).toEqual([[3000]]);
  expect(readdirSync(join(server.directory, 'twice')).filter((name) => name.endsWith('.db'))).toEqual(['twice.2.db']);
});

test('a backup is of one moment while others write, and nobody waits for it', async () => {
  const writer = await server.login('shop');
  await batch(writer, 'CREATE TABLE pair (a int NOT NULL, b int NOT NULL); INSERT pair VALUES (0, 0)');
  let isDone = false;
  let writes = 0;
  const writing = (async () => {
    while (!isDone) {
      await batch(writer, `BEGIN TRAN; UPDATE pair SET a = a + 1; INSERT t (s) VALUES ('w'); UPDATE pair SET b = b + 1; COMMIT`);
      writes += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  for (let i = 1; i <= 5; i += 1) {
    expect(await messages(`BACKUP DATABASE shop TO DISK = 'busy.bak' WITH ${i === 1 ? 'FORMAT' : 'NOINIT'}`)).toEqual([4035, 3014]);
    await batch(session, `RESTORE DATABASE moment FROM DISK = 'busy.bak' WITH FILE = ${i}, REPLACE`);
    const { rows } = await batch(session, "SELECT a, b, (SELECT COUNT(*) FROM moment.dbo.t WHERE s = 'w') FROM moment.dbo.pair");
    expect(rows[0]).toEqual([rows[0]?.[0], rows[0]?.[0], rows[0]?.[0]]);
  }
  isDone = true;
  await writing;
  expect(writes).toBeGreaterThan(20);
  writer.close();
});

test('two backups into one file do not mix, and a restore waits for nobody', async () => {
  const other = await server.login();
  const texts = ["BACKUP DATABASE shop TO DISK = 'shared.bak'", "BACKUP DATABASE shop TO DISK = 'shared.bak'"] as const;
  const [a, b] = await Promise.all([batch(session, texts[0]), batch(other, texts[1])]);
  expect(firstErrors(a, b)).toEqual([0, 3201]);
  expect(await messages("RESTORE VERIFYONLY FROM DISK = 'shared.bak'")).toEqual([3262]);
  const [c, d] = await Promise.all([
    batch(session, "RESTORE DATABASE same FROM DISK = 'good.bak'"),
    batch(other, "RESTORE DATABASE same FROM DISK = 'good.bak'"),
  ]);
  expect(firstErrors(c, d)).toEqual([0, 3101]);
  expect(await restored('same')).toEqual([[3000]]);
  other.close();
});

test('a backup that is cancelled leaves the file as it was', async () => {
  await batch(session, "BACKUP DATABASE shop TO DISK = 'stopped.bak' WITH FORMAT");
  const { size } = statSync(file('stopped.bak'));
  const running = batch(session, "BACKUP DATABASE shop TO DISK = 'stopped.bak'");
  session.cancel();
  expect((await running).errors).toEqual([]);
  expect(statSync(file('stopped.bak')).size).toBe(size);
  expect(await messages("RESTORE VERIFYONLY FROM DISK = 'stopped.bak' WITH FILE = 2")).toEqual([3287, 3013]);
});
