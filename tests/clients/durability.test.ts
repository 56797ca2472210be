import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openClient, runScript, type ServerProcess, startServer, tokensOf } from './fixture.ts';

const ROUNDS = 3;
const WRITERS = 4;

/** What a writer knows: which rows were acknowledged as committed, and which one was under way. */
interface Witness {
  readonly committed: number[];
  open: number;
}

/** Commits pairs of rows until the server dies; a pair is two rows in one transaction, so half a pair would show a torn one. */
async function write(server: ServerProcess, first: number, witness: Witness): Promise<void> {
  try {
    const client = await openClient(server, 'crash');
    for (let id = first; ; id++) {
      witness.open = id;
      const tokens = await tokensOf(client, `BEGIN TRAN; INSERT INTO pair VALUES (${id}, 1); INSERT INTO pair VALUES (${id}, 2); COMMIT`);
      if (tokens.some((token) => token.kind === 'ERROR')) throw new Error('an error while writing');
      witness.committed.push(id);
    }
  } catch {
    // The server is gone, as intended.
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Leaves a transaction open that the crash must undo. */
async function leaveOpen(server: ServerProcess): Promise<void> {
  const client = await openClient(server, 'crash');
  await tokensOf(client, 'BEGIN TRAN; INSERT INTO undecided VALUES (1)').catch(() => undefined);
}

it('keeps every committed row and nothing else when the process is killed', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sprocket-crash-'));
  const witnesses: Witness[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const server = await startServer({ dataDir });
    if (round === 0)
      await runScript(
        server,
        'CREATE DATABASE crash\nGO\nUSE crash\nGO\nCREATE TABLE pair (id int NOT NULL, half int NOT NULL, PRIMARY KEY (id, half))\nCREATE TABLE undecided (n int)',
      );
    const writers = Array.from({ length: WRITERS }, (_, index): Promise<void> => {
      const witness: Witness = { committed: [], open: 0 };
      witnesses.push(witness);
      return write(server, (round * WRITERS + index + 1) * 1_000_000, witness);
    });
    await new Promise((resolve) => setTimeout(resolve, 700));
    await until(() => witnesses.slice(-WRITERS).every(({ committed }) => committed.length > 1));
    await server.kill();
    await Promise.all(writers);
  }
  const server = await startServer({ dataDir });
  const client = await openClient(server, 'crash');
  const tokens = await tokensOf(client, 'SELECT id, COUNT(*) FROM pair GROUP BY id');
  const found = new Map(
    tokens.flatMap((token) =>
      token.kind === 'ROW' || token.kind === 'NBCROW' ? [[token.values[0] as number, token.values[1] as number] as const] : [],
    ),
  );
  const acknowledged = witnesses.flatMap((witness) => witness.committed);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * WRITERS);
  expect(acknowledged.filter((id) => found.get(id) !== 2)).toEqual([]);
  // A commit that the client did not hear of may have happened; nothing else may.
  const possible = new Set([...acknowledged, ...witnesses.map((witness) => witness.open)]);
  expect([...found].filter(([id, halves]) => halves !== 2 || !possible.has(id))).toEqual([]);
  client.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

it('undoes a transaction that was open', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'sprocket-crash-'));
  const first = await startServer({ dataDir });
  await runScript(first, 'CREATE DATABASE crash\nGO\nUSE crash\nGO\nCREATE TABLE undecided (n int)');
  await leaveOpen(first);
  await first.kill();
  const second = await startServer({ dataDir });
  const client = await openClient(second, 'crash');
  const tokens = await tokensOf(client, 'SELECT COUNT(*) FROM undecided');
  expect(tokens.find((token) => token.kind === 'ROW')).toMatchObject({ values: [0] });
  client.close();
  await second.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);
