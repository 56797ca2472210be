/** The worker thread of the embedded PostgreSQL: PGlite on a folder, listening on a Unix socket. It says `ready`, and `closed` after `close`. */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

export interface EmbeddedSettings {
  readonly folder: string;
  readonly socket: string;
}
export type EmbeddedMessage = 'ready' | 'closed';

const { folder, socket } = workerData as EmbeddedSettings;
const database = await PGlite.create(folder);
const server = new PGLiteSocketServer({ db: database, path: socket, maxConnections: 2 });
await server.start();

parentPort?.on('message', (message: unknown) => {
  if (message === 'close') void close();
});
say('ready');

async function close(): Promise<void> {
  await server.stop();
  await database.close();
  say('closed');
}

function say(message: EmbeddedMessage): void {
  parentPort?.postMessage(message);
}
