/**
 * The whole server put together: certificate, home worker, gateway and HTTP listener, started in this order and stopped in the reverse one, so that
 * no client is let in before the databases are open and none is cut off before its answer is out.
 */

import type { Server as HttpServer } from 'node:http';
import type { Server } from 'node:net';
import { loadCertificate } from './certificate/store.ts';
import { ConfigurationError } from './config/configuration-error.ts';
import type { Config } from './config/settings.ts';
import { claimFolders } from './data-folder.ts';
import { Gateway } from './gateway/gateway.ts';
import { HomeWorker } from './gateway/home-worker.ts';
import { createHttpServer } from './http/listener.ts';
import { metricsText } from './http/metrics-text.ts';
import { newCounters, serverMetrics } from './http/server-metrics.ts';
import type { Log } from './log.ts';
import { reasonOf } from './system-reason.ts';

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
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const release = claimFolders(options.config);
  try {
    return await startOnFolder(options, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function startOnFolder(
  { config, log, workerEntry = defaultWorkerEntry() }: ServerOptions,
  release: () => void,
): Promise<RunningServer> {
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
    await closeGateway(gateway, worker, config.shutdownGraceSeconds * 1000);
    await closeHttp(http);
    release();
  };
  try {
    const tds = await listen(gateway.server, config.host, config.tdsPort, 'tdsPort');
    return { tds, http: await listen(http, config.host, config.httpPort, 'httpPort'), generatedPassword, died: death.promise, close };
  } catch (error) {
    await closeGateway(gateway, worker, 0);
    throw error;
  }
}

async function closeGateway(gateway: Gateway, worker: HomeWorker, grace: number): Promise<void> {
  gateway.stopAccepting();
  // A worker that is busy with a request hears nothing else.
  const interruption = setTimeout(() => gateway.interruptAll(), grace);
  await worker.shutdown(grace);
  clearTimeout(interruption);
  gateway.closeConnections();
}

function closeHttp(http: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });
}

function workerOptions(config: Config) {
  return {
    dataDirectory: config.dataDir,
    proceduresDirectory: config.proceduresDir === '' ? undefined : config.proceduresDir,
    saPassword: config.saPassword === '' ? undefined : config.saPassword,
    serverName: config.serverName,
  };
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

/** Source and build lie differently: the worker has the extension that this module has. */
function defaultWorkerEntry(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker/entry.ts' : './worker/entry.js', import.meta.url);
}
