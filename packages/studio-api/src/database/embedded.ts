/** Starts the embedded PostgreSQL in its worker thread. The folder is claimed first: two processes on it would destroy each other's data. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolConfig } from 'pg';
import { claimFolder } from './claim.ts';
import type { EmbeddedMessage, EmbeddedSettings } from './embedded.worker.ts';

export interface Embedded {
  readonly connection: PoolConfig;
  /** Resolves with the reason when the database ended although nobody asked it to. */
  readonly died: Promise<string>;
  readonly stop: () => Promise<void>;
}

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './embedded.worker.ts' : './embedded.worker.js', import.meta.url);

/**
 * The socket server runs the messages of all its connections in one session, in the order in which they come: with two connections, one would bind and
 * read what the other had parsed. A query that waits so long for the connection waits for itself.
 */
const ONE_CONNECTION = { max: 1, connectionTimeoutMillis: 30_000 } as const;

/** Keeps the application data in `<dataDir>/database`. */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = claimFolder(dataDir);
  const socketFolder = mkdtempSync(path.join(tmpdir(), 'sprocket-studio-'));
  const settings: EmbeddedSettings = { folder: path.join(dataDir, 'database'), socket: path.join(socketFolder, '.s.PGSQL.5432') };
  const worker = new Worker(WORKER, { workerData: settings });
  const cleanUp = () => {
    rmSync(socketFolder, { recursive: true, force: true });
    release();
  };
  try {
    await answer(worker, 'ready');
  } catch (error) {
    cleanUp();
    throw error;
  }
  const death = Promise.withResolvers<string>();
  worker.once('error', (error) => death.resolve(error instanceof Error ? error.message.slice(0, 500) : String(error)));
  const ended = (code: number) => death.resolve(`status ${code}`);
  worker.once('exit', ended);
  return {
    died: death.promise,
    connection: { host: socketFolder, port: 5432, user: 'postgres', database: 'postgres', ...ONE_CONNECTION },
    stop: async () => {
      worker.off('exit', ended);
      const closed = answer(worker, 'closed');
      worker.postMessage('close');
      await closed;
      await worker.terminate();
      cleanUp();
    },
  };
}

/** Waits for one message by its name: Node itself also sends messages from a worker when it runs with --watch. */
function answer(worker: Worker, expected: EmbeddedMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: unknown) => {
      if (message === expected) resolve();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the embedded database ended with status ${code}`)));
  });
}
