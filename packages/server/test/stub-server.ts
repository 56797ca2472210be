/** A server over the stub engine on free ports, and tedious in a few promises. */

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Connection, type ConnectionConfiguration, Request } from 'tedious';
import { loadConfig } from '../src/config/load.ts';
import type { Log } from '../src/log.ts';
import { type RunningServer, startServer } from '../src/server.ts';

export interface StubServer extends RunningServer {
  readonly certificate: string;
  readonly dataDir: string;
  /** `level event` of everything that was logged. */
  readonly logged: readonly { readonly level: string; readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[];
}

export async function startStubServer(args: readonly string[] = []): Promise<StubServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sprocket-stub-'));
  const logged: { level: string; event: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const log: Log = (level, event, fields = {}) => logged.push({ level, event, fields });
  const standard = ['--tds-port', '0', '--http-port', '0', '--data-dir', folder, '--sa-password', 'secret'];
  const { config } = loadConfig({ args: [...standard, ...args], environment: {}, workingDirectory: folder });
  const server = await startServer({ config, log, workerEntry: new URL('./stub-engine/worker.ts', import.meta.url) });
  const close = async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const certificateFile = path.join(folder, 'tls', 'server.crt');
  const certificate = existsSync(certificateFile) ? readFileSync(certificateFile, 'utf8') : '';
  return { ...server, close, logged, certificate, dataDir: folder };
}

type Options = NonNullable<ConnectionConfiguration['options']>;

export interface Login {
  readonly user?: string;
  readonly password?: string;
  readonly options?: Options;
}

/** Connects or rejects with tedious' error. */
export async function connect(server: RunningServer, login: Login = {}): Promise<Connection> {
  const connection = new Connection({
    server: server.tds.host,
    authentication: { type: 'default', options: { userName: login.user ?? 'sa', password: login.password ?? 'secret' } },
    options: { port: server.tds.port, encrypt: false, trustServerCertificate: true, useColumnNames: false, ...login.options },
  });
  // A connection that the server closes is what some tests are about.
  connection.on('error', () => {});
  await new Promise<void>((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve())));
  return connection;
}

export interface Answer {
  /** Rows of all result sets, without their columns. */
  readonly rows: unknown[][];
  readonly rowCount: number | undefined;
  readonly messages: string[];
  readonly returnStatus: number | undefined;
  readonly outputs: Record<string, unknown>;
}

/** Runs a batch, or whatever `execute` does with the request. */
export function run(
  connection: Connection,
  text: string,
  prepare: (request: Request) => void = () => {},
  method: 'execSqlBatch' | 'execSql' | 'callProcedure' = 'execSqlBatch',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const rows: unknown[][] = [];
    const messages: string[] = [];
    const outputs: Record<string, unknown> = {};
    let returnStatus: number | undefined;
    const listen = (info: { message: string }) => messages.push(info.message);
    const request = new Request(text, (error, rowCount) => {
      connection.off('infoMessage', listen);
      if (error) reject(error);
      else resolve({ rows, rowCount, messages, returnStatus, outputs });
    });
    request.on('row', (columns: { value: unknown }[]) => rows.push(columns.map((column) => column.value)));
    request.on('doneProc', (_count, _more, status) => (returnStatus = status));
    request.on('returnValue', (name: string, value: unknown) => (outputs[name] = value));
    connection.on('infoMessage', listen);
    prepare(request);
    connection[method](request);
  });
}
