/**
 * The whole server put together: certificate, home worker and HTTP listener, started in this order and stopped in the reverse one. The home worker owns
 * the databases, the sessions and the sockets of the clients; this thread keeps answering health checks and signals however busy that is.
 */

import type { Server as HttpServer } from 'node:http';
import { loadCertificate } from './certificate/store.ts';
import type { Config } from './config/settings.ts';
import { claimFolders } from './data-folder.ts';
import { createHttpServer } from './http/listener.ts';
import { metricsText } from './http/metrics-text.ts';
import { serverMetrics } from './http/server-metrics.ts';
import { type Address, listen } from './listen.ts';
import type { Log } from './log.ts';
import { HomeWorker } from './worker/home-worker.ts';

export interface ServerOptions {
  readonly config: Config;
  readonly log: Log;
  /** The module that home workers run; the one of this package unless a test brings another engine. */
  readonly workerEntry?: URL;
}

export interface RunningServer {
  readonly tds: Address;
  readonly http: Address;
  /** The `sa` password when this start generated one. */
  readonly generatedPassword: string | undefined;
  /** Resolves with the reason when the server cannot go on. */
  readonly died: Promise<string>;
  /** Resolves when a client has executed SHUTDOWN: whether running requests are not to be waited for. */
  readonly stopped: Promise<boolean>;
  /** Runs a batch as sa, for the process itself. Rejects with its first error. */
  administer(text: string): Promise<void>;
  /** Stops accepting, lets running requests finish, unless told not to, and closes everything. */
  close(noWait?: boolean): Promise<void>;
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
  const asked = Promise.withResolvers<boolean>();
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new HomeWorker({
    entry: workerEntry,
    worker: { config, certificate, stop },
    log,
    onDeath: death.resolve,
    onStop: asked.resolve,
  });
  const ready = await worker.started();
  let accepting = true;
  const http = createHttpServer({
    ready: () => accepting,
    status: () => ({ workers: 1, procedureProblems: ready.problems }),
    metrics: async () => metricsText(serverMetrics([(await worker.metrics()) ?? []].flat())),
  });
  const close = async (noWait = false): Promise<void> => {
    accepting = false;
    await worker.shutdown(noWait ? 0 : config.shutdownGraceSeconds * 1000);
    await closeHttp(http);
    release();
  };
  const httpAddress = await listenOrShutdown(http, config, worker);
  return {
    tds: ready.address,
    http: httpAddress,
    generatedPassword: ready.generatedPassword,
    died: death.promise,
    stopped: asked.promise,
    administer: (text) => worker.administer(text),
    close,
  };
}

async function listenOrShutdown(http: HttpServer, config: Config, worker: HomeWorker): Promise<Address> {
  try {
    return await listen(http, { host: config.host, port: config.httpPort }, 'httpPort');
  } catch (error) {
    await worker.shutdown(0);
    throw error;
  }
}

function closeHttp(http: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });
}

/** Source and build lie differently: the worker has the extension that this module has. */
function defaultWorkerEntry(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker/entry.ts' : './worker/entry.js', import.meta.url);
}
