import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openClient, runScript, type ServerProcess, startServer, tokensOf } from './fixture.ts';

const ROUNDS = 2;

/** The two states that the backups have. */
const FEW = 10;
const MANY = 4000;

const SETUP = `CREATE DATABASE shop
GO
USE shop
GO
CREATE TABLE t (id int IDENTITY PRIMARY KEY, s varchar(400) NOT NULL)
INSERT t (s) SELECT REPLICATE('x', 300) FROM GENERATE_SERIES(1, ${FEW})
BACKUP DATABASE shop TO DISK = 'shop.bak' WITH FORMAT
INSERT t (s) SELECT REPLICATE('y', 300) FROM GENERATE_SERIES(${FEW + 1}, ${MANY})
BACKUP DATABASE shop TO DISK = 'shop.bak'
GO
CREATE DATABASE other
GO
USE other
GO
CREATE TABLE log (n int NOT NULL)`;

/** Restores the one state and the other until the server dies; how often it came to an end. */
async function restoreForEver(server: ServerProcess, done: { count: number }): Promise<void> {
  try {
    const client = await openClient(server, 'master');
    for (let file = 1; ; file = 3 - file) {
      const tokens = await tokensOf(client, `RESTORE DATABASE shop FROM DISK = 'shop.bak' WITH FILE = ${file}, REPLACE`);
      if (tokens.some((token) => token.kind === 'ERROR')) throw new Error(JSON.stringify(tokens));
      done.count += 1;
    }
  } catch {
    // The server is gone, as intended.
  }
}

/** Others go on meanwhile: what was acknowledged to them. */
async function writeForEver(server: ServerProcess, done: { count: number }): Promise<void> {
  try {
    const client = await openClient(server, 'other');
    for (;;) {
      await tokensOf(client, `INSERT log VALUES (${done.count})`);
      done.count += 1;
    }
  } catch {
    // The server is gone, as intended.
  }
}

async function numberOf(server: ServerProcess, database: string, text: string): Promise<unknown> {
  const client = await openClient(server, database);
  const tokens = await tokensOf(client, text);
  client.close();
  const row = tokens.find((token) => token.kind === 'ROW' || token.kind === 'NBCROW');
  return row !== undefined && 'values' in row ? row.values[0] : JSON.stringify(tokens);
}

it('a server that is killed in the middle of a restore has the old database or the new one', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sprocket-restore-'));
  const restores = { count: 0 };
  const writes = { count: 0 };
  let server = await startServer({ dataDir });
  await runScript(server, SETUP);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = restores.count;
    const work = [restoreForEver(server, restores), writeForEver(server, writes)];
    while (restores.count < before + 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 7 + round * 13));
    await server.kill();
    await Promise.all(work);
    server = await startServer({ dataDir });
    expect([FEW, MANY]).toContain(await numberOf(server, 'shop', 'SELECT COUNT(*) FROM t'));
    const next = await numberOf(server, 'shop', "INSERT t (s) OUTPUT inserted.id VALUES ('z')");
    expect([FEW + 1, MANY + 1]).toContain(next);
    expect(Number(await numberOf(server, 'other', 'SELECT COUNT(*) FROM log'))).toBeGreaterThanOrEqual(writes.count);
  }
  expect(restores.count).toBeGreaterThanOrEqual(ROUNDS * 2);
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);
