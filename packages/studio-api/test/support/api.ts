/** The API as a test meets it: the real application on a free port, on a database of its own, asked through HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import type { Configuration } from '../../src/configuration.ts';
import { Client } from './client.ts';
import { freshDatabase } from './postgres.ts';
import { copyTemplate } from './template.ts';

export interface TestApi {
  readonly app: App;
  readonly address: string;
  readonly dataDir: string;
  /** A browser of its own: cookies and token. */
  readonly client: () => Client;
  /** The first account: owner of the workspace `demo`. Made at the first call. */
  readonly owner: () => Promise<Client>;
  readonly close: () => Promise<void>;
}

/** On the embedded database; on a real PostgreSQL when the run was told so (see postgres.ts). */
export async function startApi(options: Partial<Configuration> = {}): Promise<TestApi> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'studio-api-'));
  const databaseUrl = await freshDatabase();
  if (databaseUrl === undefined) await copyTemplate(dataDir);
  const app = await createApp({
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl,
    logLevel: 'silent',
    requestsPerMinute: 100_000,
    ...options,
  });
  const address = await app.listen();
  let first: Promise<Client> | undefined;
  const client = () => new Client(address);
  return {
    app,
    address,
    dataDir,
    client,
    owner: () => (first ??= client().register('owner@example.org', 'Olive Owner')),
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
