/** The built program, killed in the middle of writing: whatever it had acknowledged is there when it starts again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { operations } from '@sprocket/studio-contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from './support/client.ts';
import { copyTemplate } from './support/template.ts';

const PROGRAM = fileURLToPath(new URL('../bin/studio.mjs', import.meta.url));
const built = existsSync(fileURLToPath(new URL('../dist/main.js', import.meta.url)));

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio-restart-'));
  await copyTemplate(path.join(folder, 'studio'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
}

async function start(): Promise<Running> {
  const { child, said } = spawnProgram();
  const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [{ address: said() }])])) as [
    { address: string },
  ];
  return { child, address: message.address };
}

function spawnProgram(): { child: ChildProcess; said: () => string } {
  const env = {
    ...process.env,
    SPROCKET_DATA_DIR: folder,
    SPROCKET_STUDIO_PORT: '0',
    LOG_LEVEL: 'silent',
    SPROCKET_STUDIO_DATABASE_URL: '',
  };
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

test.skipIf(!built)(
  'kill -9 loses nothing that was acknowledged; the folder is free again at once',
  async () => {
    const first = await start();
    const owner = await new Client(first.address).register('owner@example.org', 'Owner');
    const acknowledged: string[] = [];
    let killed = false;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let number = 0; !killed; number += 1) {
        const name = `category ${writer}-${number}`;
        const answer = await owner
          .send(operations.createCategory, { params: { workspace: 'demo' }, body: { name } })
          .catch(() => undefined);
        if (answer?.status === 200) acknowledged.push(name);
      }
    });
    while (acknowledged.length < 40) await new Promise((resolve) => setTimeout(resolve, 20));
    first.child.kill('SIGKILL');
    killed = true;
    await Promise.all([once(first.child, 'exit'), ...writers]);

    const second = await start();
    const again = await new Client(second.address).login('owner@example.org');
    const stored = await again.call(operations.listCategories, { params: { workspace: 'demo' } });
    const names = new Set(stored.map(({ name }) => name));
    expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
    // One request of each writer may have been stored without its answer.
    expect(names.size - acknowledged.length).toBeLessThanOrEqual(4);
    const { items } = await again.call(operations.listActivity, {
      params: { workspace: 'demo' },
      query: { kind: 'category-changed', limit: 1 },
    });
    expect(items).toHaveLength(1);

    const refused = spawnProgram();
    const [status] = (await once(refused.child, 'exit')) as [number];
    expect({ status, said: refused.said() }).toEqual({ status: 1, said: expect.stringContaining('is in use by another workbench') });
    second.child.kill('SIGTERM');
    expect(await once(second.child, 'exit')).toEqual([0, null]);
  },
  180_000,
);

test.skipIf(!built)('the program ends with its parent', async () => {
  const { child } = await start();
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
