import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openClient, runScript, startServer, tokensOf } from './fixture.ts';

it('SHUTDOWN ends the process in order', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sprocket-shutdown-'));
  const server = await startServer({ dataDir });
  await runScript(server, 'CREATE DATABASE kept\nGO\nCREATE TABLE kept.dbo.t (id int)\nINSERT kept.dbo.t VALUES (1)');
  const client = await openClient(server, 'kept');
  await tokensOf(client, 'INSERT t VALUES (2); SHUTDOWN WITH NOWAIT').catch(() => []);
  expect(await server.exited).toBe(0);
  expect(server.output()).toContain('stopped');
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);
