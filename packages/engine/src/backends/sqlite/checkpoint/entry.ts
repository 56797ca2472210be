/**
 * The module that the thread of the checkpoints runs. It has a connection of its own to each database that is written, which no statement uses. Its
 * checkpoints are passive: they wait for nobody, and take no lock that a writer or a reader needs.
 */

import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { FromCheckpointer, LogFill, ToCheckpointer } from './messages.ts';

/** Files that are kept open; the one that was used longest ago goes first. */
const OPEN_FILES = 64;

const open = new Map<string, DatabaseSync>();

function serve(port: MessagePort): void {
  port.on('message', (message: ToCheckpointer) => {
    port.postMessage(answer(message));
    if (message.kind === 'end') port.close();
  });
}

function answer(message: ToCheckpointer): FromCheckpointer {
  const { request } = message;
  try {
    return { request, fill: perform(message), failure: null };
  } catch (thrown) {
    if (message.kind === 'checkpoint') close(message.file);
    return { request, fill: null, failure: String(thrown) };
  }
}

function perform(message: ToCheckpointer): LogFill | null {
  switch (message.kind) {
    case 'checkpoint':
      return checkpoint(message);
    case 'close':
      close(message.file);
      return null;
    case 'end':
      for (const file of [...open.keys()]) close(file);
      return null;
  }
}

function checkpoint({ file, least, volatile }: Extract<ToCheckpointer, { kind: 'checkpoint' }>): LogFill {
  const database = opened(file, volatile);
  const fill = fillOf(database, 'NOOP');
  return fill.waiting < least ? fill : fillOf(database, 'PASSIVE');
}

function fillOf(database: DatabaseSync, mode: 'NOOP' | 'PASSIVE'): LogFill {
  const { log, checkpointed } = database.prepare(`PRAGMA wal_checkpoint(${mode})`).get() as { log: number; checkpointed: number };
  return { pages: Math.max(0, log), waiting: Math.max(0, log - checkpointed) };
}

function opened(file: string, volatile: boolean): DatabaseSync {
  const known = open.get(file);
  open.delete(file);
  const database = known ?? connect(file, volatile);
  open.set(file, database);
  const [oldest] = open.keys();
  if (open.size > OPEN_FILES && oldest !== undefined) close(oldest);
  return database;
}

/** A file that is gone is not made again. */
function connect(file: string, volatile: boolean): DatabaseSync {
  const database = new DatabaseSync(`${pathToFileURL(file).href}?mode=rw`, { timeout: 0 });
  database.exec(`PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = ${volatile ? 'OFF' : 'NORMAL'}`);
  // A connection knows of the log when it has read something.
  database.prepare('PRAGMA schema_version').get();
  return database;
}

function close(file: string): void {
  open.get(file)?.close();
  open.delete(file);
}

if (parentPort === null) throw new Error('this module runs in a worker thread');
serve(parentPort);
