/**
 * The whole server put together: certificate, home worker, gateway and HTTP listener, started in this order and stopped in the reverse one, so that
 * no client is let in before the databases are open and none is cut off before its answer is out.
 */

import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs';
import type { Server } from 'node:net';
import { loadCertificate } from './certificate/store.ts';
import { ConfigurationError } from './config/configuration-error.ts';
import type { Config } from './config/settings.ts';
import { Gateway } from './gateway/gateway.ts';
import { HomeWorker } from './gateway/home-worker.ts';
import { createHttpServer } from './http/listener.ts';
import { metricsText } from './http/metrics-text.ts';
import { newCounters, serverMetrics } from './http/server-metrics.ts';
import type { Log } from './log.ts';

export interface ServerOptions {
  readonly config: Config;
  readonly log: Log;
  /** The module that home workers run; the one beside this file unless a test brings another engine. */
  readonly workerEntry?: URL;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface RunningServer {
  readonly tds: Address;
  readonly http: Address;
  /** The `sa` password when this start generated one. */
  readonly generatedPassword: string | undefined;
  /** Resolves with the reason when the server cannot go on. */
  readonly died: Promise<string>;
  /** Stops accepting, lets running requests finish and closes everything. */
  close(): Promise<void>;
}

/** Starts the server. Rejects with a ConfigurationError when it cannot. */
export async function startServer({ config, log, workerEntry = defaultWorkerEntry() }: ServerOptions): Promise<RunningServer> {
  checkFolders(config);
  const certificate = config.tlsMode === 'off' ? undefined : await loadCertificate(config, log);
  const death = Promise.withResolvers<string>();
  const worker = new HomeWorker({ entry: workerEntry, worker: workerOptions(config), log, onDeath: death.resolve });
  const { generatedPassword, problems } = await worker.started();
  const counters = newCounters();
  const gateway = new Gateway({ config, certificate, worker, counters, log });
  let accepting = true;
  const http = createHttpServer({
    ready: () => accepting,
    status: () => ({ workers: 1, connections: counters.connections, procedureProblems: problems }),
    metrics: async () => metricsText(serverMetrics(counters, [await worker.metrics()])),
  });
  const close = async (): Promise<void> => {
    accepting = false;
    gateway.stopAccepting();
    const grace = config.shutdownGraceSeconds * 1000;
    // A worker that is busy with a request hears nothing else.
    const interruption = setTimeout(() => gateway.interruptAll(), grace);
    await worker.shutdown(grace);
    clearTimeout(interruption);
    gateway.closeConnections();
    await new Promise((resolve) => {
      http.close(resolve);
      http.closeAllConnections();
    });
  };
  try {
    const tds = await listen(gateway.server, config.host, config.tdsPort, 'tdsPort');
    return { tds, http: await listen(http, config.host, config.httpPort, 'httpPort'), generatedPassword, died: death.promise, close };
  } catch (error) {
    await worker.shutdown(0);
    gateway.stopAccepting();
    throw error;
  }
}

function workerOptions(config: Config) {
  return {
    dataDirectory: config.dataDir,
    proceduresDirectory: config.proceduresDir === '' ? undefined : config.proceduresDir,
    saPassword: config.saPassword === '' ? undefined : config.saPassword,
    serverName: config.serverName,
  };
}

function checkFolders(config: Config): void {
  attempt(`dataDir ${config.dataDir} cannot be used`, () => {
    mkdirSync(config.dataDir, { recursive: true });
    accessSync(config.dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  });
  if (config.proceduresDir !== '') attempt(`proceduresDir ${config.proceduresDir} cannot be read`, () => readdirSync(config.proceduresDir));
}

function attempt(what: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    throw new ConfigurationError(`${what}: ${reasonOf(error)}`);
  }
}

function listen(server: Server, host: string, port: number, setting: string): Promise<Address> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new ConfigurationError(`${setting}: cannot listen on ${host}:${port}: ${reasonOf(error)}`)));
    server.listen({ host, port, backlog: Gateway.backlog }, () => {
      const address = server.address();
      resolve({ host, port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use',
  EADDRNOTAVAIL: 'this machine does not have the address',
  EACCES: 'permission denied',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ('code' in error ? REASONS[String(error.code)] : undefined) ?? error.message;
}

/** Source and build lie differently: the worker has the extension that this module has. */
function defaultWorkerEntry(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker/entry.ts' : './worker/entry.js', import.meta.url);
}
