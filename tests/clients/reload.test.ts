import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Token } from '@sprocket/tds';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClient, runScript, type ServerProcess, startServer, tokensOf } from './fixture.ts';

const procedures = mkdtempSync(path.join(tmpdir(), 'sprocket-procedures-'));
const folder = path.join(procedures, 'shop', 'dbo');
const file = (name: string) => path.join(folder, `${name}.sql`);
let server: ServerProcess;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file('price'), 'CREATE PROCEDURE price AS SELECT 1 AS price');
  server = await startServer({ proceduresDir: procedures });
  await runScript(server, 'CREATE DATABASE shop');
});
afterAll(async () => {
  await server.stop();
  rmSync(procedures, { recursive: true, force: true });
});

/** The first value of the answer, or the error's number and message. */
function outcome(tokens: readonly Token[]): unknown {
  for (const token of tokens) {
    if (token.kind === 'ROW' || token.kind === 'NBCROW') return token.values[0];
    if (token.kind === 'ERROR') return `${token.number}: ${token.message}`;
  }
  return undefined;
}

/** Asks until the answer is as expected; a change of a file is seen within moments. */
async function eventually(text: string, expected: unknown): Promise<void> {
  const client = await openClient(server, 'shop');
  let found: unknown;
  for (let round = 0; round < 100; round++) {
    found = outcome(await tokensOf(client, text));
    if (expected instanceof RegExp ? expected.test(String(found)) : found === expected) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  client.close();
  if (expected instanceof RegExp) expect(String(found)).toMatch(expected);
  else expect(found).toBe(expected);
}

it('takes up changes, additions and deletions without a restart', async () => {
  await eventually('EXEC price', 1);
  writeFileSync(file('price'), 'CREATE PROCEDURE price AS SELECT 2 AS price');
  await eventually('EXEC price', 2);
  writeFileSync(file('fresh'), 'CREATE PROCEDURE fresh AS EXEC price');
  await eventually('EXEC fresh', 2);
  rmSync(file('fresh'));
  await eventually('EXEC fresh', "2812: Could not find stored procedure 'fresh'.");
});

it('lives on with a file that is broken, and tells callers where', async () => {
  writeFileSync(file('broken'), 'CREATE PROCEDURE broken AS\nSELECT FROM WHERE');
  await eventually('EXEC broken', /broken\.sql.*2|Incorrect syntax near the keyword 'FROM'/);
  await eventually('EXEC price', 2);
  writeFileSync(file('broken'), 'CREATE PROCEDURE broken AS SELECT 5');
  await eventually('EXEC broken', 5);
});
