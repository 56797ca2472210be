/**
 * A real server process for tests: `sprocket serve` from the source on free ports with a data folder of its own, ended with the test. Several servers
 * can run at the same time; one can be killed and started again on the same folder.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectClient, type TdsClient } from '@sprocket/server';
import type { Token } from '@sprocket/tds';
import { splitBatches } from '@sprocket/tsql';

const PROGRAM = fileURLToPath(new URL('../../packages/server/bin/sprocket.mjs', import.meta.url));
const READY = /ready: (?:workbench at (http:[^\s,]+), )?SQL Server clients at (.*),(\d+), health and metrics at (http:\S+)/;
const START_TIMEOUT = 30_000;

export interface ServerOptions {
  /** `start` loads the sample database before it is ready; `serve`, the default, does not. */
  readonly command?: 'serve' | 'start';
  /** A data folder to use again; otherwise a new one, removed at the end. */
  readonly dataDir?: string;
  readonly proceduresDir?: string;
  readonly args?: readonly string[];
  /** How long it may take until it is ready, in milliseconds. */
  readonly startTimeout?: number;
}

export interface ServerProcess {
  readonly host: string;
  readonly port: number;
  readonly http: string;
  /** Where the workbench is, when it was started too. */
  readonly workbench: string | undefined;
  readonly password: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything on standard output and standard error so far. */
  readonly output: () => string;
  /** The exit status, when it has ended by itself. */
  readonly exited: Promise<number | null>;
  /** Ends it as an operator would. Resolves with the exit status. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power failure would. */
  readonly kill: () => Promise<void>;
}

export const PASSWORD = 'Test-Pa55word!';

/** Starts a server and waits until it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'sprocket-data-'));
  const procedures = options.proceduresDir === undefined ? [] : ['--procedures-dir', options.proceduresDir];
  const ports = ['--tds-port', '0', '--http-port', '0', ...(options.command === 'start' ? ['--studio-port', '0'] : [])];
  const child = runProgram([
    options.command ?? 'serve',
    ...ports,
    '--data-dir',
    dataDir,
    '--sa-password',
    PASSWORD,
    ...procedures,
    ...(options.args ?? []),
  ]);
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const output = collectOutput(child);
  const [, workbench, host = '', port = '', http = ''] = await waitForLine(output, READY, exit, options.startTimeout ?? START_TIMEOUT);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    const status = await exit;
    if (options.dataDir === undefined && signal === 'SIGTERM') rmSync(dataDir, { recursive: true, force: true });
    return status;
  };
  return {
    host,
    port: Number(port),
    http,
    workbench,
    password: PASSWORD,
    dataDir,
    pid: child.pid ?? 0,
    output,
    exited: exit,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

/** Runs `sprocket` with arguments. */
export function runProgram(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=@sprocket/source', PROGRAM, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A test that is cut short must not leave its server behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

export interface ProgramResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `sprocket` to its end. */
export async function program(
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<ProgramResult> {
  const child = runProgram(args, environment);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (text: Buffer) => (stdout += text));
  child.stderr?.on('data', (text: Buffer) => (stderr += text));
  child.stdin?.end(input);
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, stdout, stderr };
}

/** Our own client, logged in as sa. */
export function openClient(server: ServerProcess, database = ''): Promise<TdsClient> {
  const { host, port, password } = server;
  return connectClient({ host, port, user: 'sa', password, database, encryption: 'off', trustCertificate: true, applicationName: 'tests' });
}

/** Runs a batch; the tokens of its answer. */
export async function tokensOf(client: TdsClient, text: string): Promise<Token[]> {
  const tokens: Token[] = [];
  for await (const token of client.batch(text)) tokens.push(token);
  return tokens;
}

/** Runs a script GO by GO; the first error of it is thrown. */
export async function runScript(server: ServerProcess, script: string, database = ''): Promise<void> {
  const client = await openClient(server, database);
  try {
    for (const batch of splitBatches(script)) {
      const error = (await tokensOf(client, batch.text)).find((token) => token.kind === 'ERROR');
      if (error?.kind === 'ERROR') throw new Error(`Msg ${error.number}: ${error.message} in ${batch.text.slice(0, 200)}`);
    }
  } finally {
    client.close();
  }
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  child.stdout?.on('data', (bytes: Buffer) => (text += bytes));
  child.stderr?.on('data', (bytes: Buffer) => (text += bytes));
  return () => text;
}

async function waitForLine(output: () => string, line: RegExp, exit: Promise<number | null>, timeout: number): Promise<RegExpExecArray> {
  let ended = false;
  void exit.then(() => {
    ended = true;
  });
  const until = Date.now() + timeout;
  while (Date.now() < until && !ended) {
    const found = line.exec(output());
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`the server did not start:\n${output()}`);
}
