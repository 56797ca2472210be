/**
 * `sprocket start`, which `npm start` runs: the server with the sample database, and the workbench on it. The procedures of the sample are used
 * when no other folder is set; its tables and rows are loaded at the first start, as the login `sa`, through the same port that every client uses.
 */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { splitBatches } from '@sprocket/tsql';
import { connectClient, type TdsClient } from '../client/tds-client.ts';
import type { Config } from '../config/settings.ts';
import type { Log } from '../log.ts';
import { type RunningServer, startServer } from '../server.ts';
import { StudioChild } from '../studio/child.ts';
import { STUDIO_LOGIN, studioLoginBatches, studioPassword } from '../studio/login.ts';
import { type ManagedServer, studioVariables } from '../studio/variables.ts';
import type { Command } from './command.ts';
import { announce, prepare, serveCommand, untilStopped } from './serve.ts';

/** The sample's folder; the same distance from `src` and from `dist`. */
const SAMPLE = fileURLToPath(new URL('../../../../examples/spokes', import.meta.url));

/** What the module that makes the sample's rows names its database. */
const SAMPLE_DATABASE = 'spokes';

export const startCommand: Command = {
  help: () =>
    serveCommand
      .help()
      .replace('sprocket serve: runs the server', 'sprocket start: runs the server with the sample database and the workbench'),
  run: async (args) => {
    const { config, log } = prepare(args);
    const withProcedures = config.proceduresDir === '' ? { ...config, proceduresDir: path.join(SAMPLE, 'procedures') } : config;
    const server = await startServer({ config: withProcedures, log });
    const managed = await managedServer(server, config);
    // The workbench needs longer than the sample, at the first start above all: both begin now.
    const studio = new StudioChild({ variables: studioVariables(config, managed), log });
    const workbench = config.workbench === 'on' ? studio.start() : undefined;
    await loadSample(server, config, log);
    if (managed !== undefined) await makeStudioLogin(server, managed, log);
    announce(server, await workbench);
    return untilStopped(server, config, log, () => studio.stop());
  },
};

/** The sample database as the workbench's environment; undefined when there is no such database and none will be loaded. */
async function managedServer(server: RunningServer, config: Config): Promise<ManagedServer | undefined> {
  const expected = samplePassword(server, config) !== undefined || (await isThere(server, SAMPLE_DATABASE));
  return expected ? { ...server.tds, database: SAMPLE_DATABASE, login: STUDIO_LOGIN, password: studioPassword() } : undefined;
}

async function makeStudioLogin(server: RunningServer, { password, database }: ManagedServer, log: Log): Promise<void> {
  try {
    for (const batch of studioLoginBatches(password, database)) await server.administer(batch);
  } catch (error) {
    log('error', 'the login of the workbench could not be made', { reason: error instanceof Error ? error.message : String(error) });
  }
}

async function isThere(server: RunningServer, database: string): Promise<boolean> {
  try {
    await server.administer(`USE [${database}]`);
    return true;
  } catch {
    return false;
  }
}

/** What the sample is loaded with; undefined when it cannot be: its folder is missing, or nobody told the password of `sa`. */
function samplePassword(server: RunningServer, config: Config): string | undefined {
  const password = server.generatedPassword ?? config.saPassword;
  return password === '' || !existsSync(SAMPLE) ? undefined : password;
}

/** What the module that makes the sample's rows exports. */
interface SampleModule {
  readonly DATABASE: string;
  readonly batches: () => Iterable<string>;
}

/** Loads the sample unless its database is there. Without the password of `sa`, which only its owner has at a later start, nothing is loaded. */
async function loadSample(server: RunningServer, config: Config, log: Log): Promise<void> {
  const password = samplePassword(server, config);
  if (password === undefined) return;
  const sample = (await import(pathToFileURL(path.join(SAMPLE, 'generate.ts')).href)) as SampleModule;
  const client = await connectSample(server, password);
  try {
    if (await hasDatabase(client, sample.DATABASE)) return;
    const started = performance.now();
    const schema = readFileSync(path.join(SAMPLE, 'schema.sql'), 'utf8');
    for (const batch of splitBatches(schema)) await execute(client, batch.text);
    await execute(client, `USE ${sample.DATABASE}; SET NOCOUNT ON; BEGIN TRANSACTION`);
    for (const batch of sample.batches()) await execute(client, batch);
    await execute(client, 'COMMIT');
    log('info', 'sample database loaded', {
      database: sample.DATABASE,
      seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
    });
  } catch (error) {
    log('error', 'sample database could not be loaded', { reason: error instanceof Error ? error.message : String(error) });
  } finally {
    client.close();
  }
}

function connectSample(server: RunningServer, password: string): Promise<TdsClient> {
  const { host, port } = server.tds;
  const login = { user: 'sa', password, database: '', encryption: 'login', trustCertificate: true } as const;
  return connectClient({ host, port, ...login, applicationName: 'sample' });
}

async function hasDatabase(client: TdsClient, name: string): Promise<boolean> {
  let found = false;
  for await (const token of client.batch(`SELECT DB_ID(N'${name}')`)) {
    if (token.kind === 'ROW' || token.kind === 'NBCROW') found = token.values[0] !== null;
  }
  return found;
}

/** Runs a batch; an error of it is thrown. */
async function execute(client: TdsClient, text: string): Promise<void> {
  let message: string | undefined;
  for await (const token of client.batch(text))
    if (token.kind === 'ERROR') message ??= `Msg ${token.number}, Line ${token.lineNumber}: ${token.message}`;
  if (message !== undefined) throw new Error(message);
}
