/**
 * Runs golden scripts in process. All scripts of a run share one engine, one after the other; each gets a new database `golden` and as many sessions as it names. With
 * UPDATE=1 in the environment the expected blocks are rewritten instead of compared.
 */

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type BulkFile, type Engine, openEngine, type ReaderOptions, type Session } from '@sprocket/engine';
import { LineSink } from './format.ts';
import { parseGolden, type ScriptBatch, withExpected } from './script.ts';

export interface ScriptRunner {
  /** What each batch produced, in order. */
  run(name: string, batches: readonly ScriptBatch[]): Promise<readonly (readonly string[])[]>;
  /** How many reads have run on readers. */
  reads(): number;
  close(): Promise<void>;
}

const PASSWORD = 'golden';

/** Errors name it, so every script's database has the same name. */
const DATABASE = 'golden';

/** `readers`: how reads leave the thread of the sessions; not at all by default. */
export async function openRunner(readers: ReaderOptions = { count: 0 }): Promise<ScriptRunner> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'sprocket-scripts-'));
  cpSync(join(import.meta.dirname, 'files/backups'), join(dataDirectory, '_backups'), { recursive: true });
  mkdirSync(join(dataDirectory, '_backups/folder'));
  const failures: string[] = [];
  const log = (level: string, event: string, fields: Readonly<Record<string, unknown>>): void => {
    if (level === 'error') failures.push(`${event} ${JSON.stringify(fields)}`);
  };
  const engine = await openEngine({
    dataDirectory,
    proceduresDirectory: undefined,
    saPassword: PASSWORD,
    serverName: 'GOLDEN',
    bulkFiles,
    shutdown: () => undefined,
    readers,
    log,
  });
  const admin = await login(engine, 'master');
  return {
    run: async (name, batches) => {
      await runBatch(admin, `CREATE DATABASE ${DATABASE}`);
      const sessions = new Map<string, Session>();
      try {
        return await runBatches(engine, sessions, name, batches, failures);
      } finally {
        for (const session of sessions.values()) session.close();
        await runBatch(admin, `DROP DATABASE ${DATABASE}`);
      }
    },
    reads: () => engine.metrics().readers.reads,
    close: async () => {
      await engine.close(0);
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** Files for bulk loading lie beside the scripts; a path that leaves their folder is refused, as a server refuses it. */
function bulkFiles(path: string): BulkFile {
  if (path.startsWith('..')) return { kind: 'refused', reason: '5(Access is denied.)' };
  const file = join(import.meta.dirname, 'files', path);
  return existsSync(file) ? { kind: 'bytes', bytes: readFileSync(file) } : { kind: 'missing' };
}

async function runBatches(
  engine: Engine,
  sessions: Map<string, Session>,
  name: string,
  batches: readonly ScriptBatch[],
  failures: string[],
): Promise<readonly (readonly string[])[]> {
  const produced: (readonly string[])[] = [];
  for (const batch of batches) {
    const session = sessions.get(batch.session) ?? (await login(engine, DATABASE));
    sessions.set(batch.session, session);
    produced.push(await runBatch(session, batch.text));
    if (failures.length > 0) throw new Error(`${name}:${batch.line}: ${failures.splice(0).join('\n')}`);
  }
  return produced;
}

function login(engine: Engine, database: string): Promise<Session> {
  return engine.login({
    user: 'sa',
    password: PASSWORD,
    database,
    language: '',
    hostName: 'golden',
    applicationName: 'golden scripts',
    clientInterface: 'test',
    clientAddress: '127.0.0.1',
    hostProcessId: 1,
    packetSize: 4096,
    encrypted: false,
    ansiDefaults: true,
  });
}

async function runBatch(session: Session, text: string): Promise<readonly string[]> {
  const sink = new LineSink();
  await session.batch(text, sink);
  return sink.lines;
}

/** Every script below a folder, by its path from there. */
export function findScripts(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .map((name) => relative(folder, join(folder, name)))
    .sort();
}

/** Runs one script; what differs comes back as expected and produced text, equal when nothing does. */
export async function runScript(
  runner: ScriptRunner,
  folder: string,
  name: string,
): Promise<{ readonly expected: string; readonly produced: string }> {
  const file = join(folder, name);
  const expected = readFileSync(file, 'utf8');
  const batches = parseGolden(expected);
  const produced = withExpected(expected, batches, await runner.run(name, batches));
  if (process.env['UPDATE'] === '1' && produced !== expected) {
    writeFileSync(file, produced);
    return { expected: produced, produced };
  }
  return { expected, produced };
}
