/** Starts the embedded PostgreSQL in its worker thread. The folder is claimed first: two processes on it would destroy each other's data. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
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

/** Source and build lie differently: a worker has the extension that this module has. */
const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const WORKER = new URL(`./embedded.worker.${EXTENSION}`, import.meta.url);
const MAKER = new URL(`./make-embedded.worker.${EXTENSION}`, import.meta.url);

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
  const cleanUp = () => {
    rmSync(socketFolder, { recursive: true, force: true });
    release();
  };
  try {
    const folder = path.join(dataDir, 'database');
    if (!existsSync(folder)) await makeFolder(folder);
    const worker = await openWorker({ folder, socket: path.join(socketFolder, '.s.PGSQL.5432') });
    return running(worker, socketFolder, cleanUp);
  } catch (error) {
    cleanUp();
    throw error;
  }
}

async function openWorker(settings: EmbeddedSettings): Promise<Worker> {
  const worker = new Worker(WORKER, { workerData: settings });
  await answer(worker, 'ready');
  return worker;
}

function running(worker: Worker, host: string, cleanUp: () => void): Embedded {
  const death = Promise.withResolvers<string>();
  const ended = (code: number) => death.resolve(`status ${code}`);
  worker.once('error', (error) => death.resolve(error instanceof Error ? error.message.slice(0, 500) : String(error)));
  worker.once('exit', ended);
  const stop = async () => {
    worker.off('exit', ended);
    const closed = answer(worker, 'closed');
    worker.postMessage('close');
    await closed;
    await worker.terminate();
    cleanUp();
  };
  return { connection: { host, port: 5432, user: 'postgres', database: 'postgres', ...ONE_CONNECTION }, died: death.promise, stop };
}

/** A folder that was left half made could not be opened: it gets its name when it is whole. */
async function makeFolder(folder: string): Promise<void> {
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  await new Promise<void>((resolve, reject) => {
    const maker = new Worker(MAKER, { workerData: { folder: making } });
    maker.once('error', reject);
    maker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`making the embedded database ended with status ${code}`))));
  });
  renameSync(making, folder);
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
