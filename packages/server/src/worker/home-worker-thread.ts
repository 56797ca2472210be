/**
 * A home worker: the thread that owns an engine, the sessions that run on it and the sockets of their clients. Which engine is a parameter, so that
 * tests can put another one behind the same wire.
 */

import { availableParallelism } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import type { Engine, EngineOptions } from '@sprocket/engine';
import { parse } from 'yaml';
import { bulkFilesIn } from '../bulk-files.ts';
import { Gateway } from '../gateway/gateway.ts';
import { newCounters } from '../http/server-metrics.ts';
import { listen } from '../listen.ts';
import type { Log } from '../log.ts';
import type { FromWorker, ToWorker, WorkerOptions } from './messages.ts';

export type OpenEngine = (options: EngineOptions) => Promise<Engine>;

/** What is left of the grace period for the engine when requests had to be cancelled. */
const ENGINE_GRACE = 1000;

/** Opens the engine, listens and serves. Resolves when the worker is ready or has reported why it is not. */
export async function runHomeWorker(port: MessagePort, options: WorkerOptions, openEngine: OpenEngine): Promise<void> {
  const post = (message: FromWorker) => port.postMessage(message);
  const log: Log = (level, event, fields = {}) => post({ kind: 'log', level, event, fields: plainFields(fields) });
  try {
    const engine = await openEngine({ ...engineOptions(options, log), shutdown: (noWait) => post({ kind: 'stop', noWait }) });
    const counters = newCounters();
    const gateway = new Gateway({ ...options, engine, counters, log });
    port.on('message', (message: ToWorker) => {
      if (message.kind === 'metrics') post({ kind: 'metrics', id: message.id, metrics: { gateway: counters, engine: engine.metrics() } });
      if (message.kind === 'administer')
        void administer(engine, message.text).then((error) => post({ kind: 'administered', id: message.id, error }));
      if (message.kind === 'shutdown') void shutdown(gateway, engine, message.graceMilliseconds).then(() => post({ kind: 'closed' }));
    });
    const address = await listenOrClose(gateway, engine, options);
    post({ kind: 'ready', address, generatedPassword: engine.generatedPassword, problems: engine.problems().length });
  } catch (error) {
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

/** What went wrong; undefined when nothing did. */
function administer(engine: Engine, text: string): Promise<string | undefined> {
  return engine.administer(text).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

async function listenOrClose(gateway: Gateway, engine: Engine, { config }: WorkerOptions) {
  try {
    return await listen(gateway.server, { host: config.host, port: config.tdsPort }, 'tdsPort');
  } catch (error) {
    await engine.close(0);
    throw error;
  }
}

async function shutdown(gateway: Gateway, engine: Engine, graceMilliseconds: number): Promise<void> {
  await gateway.close(graceMilliseconds);
  await engine.close(ENGINE_GRACE);
}

function engineOptions({ config }: WorkerOptions, log: Log): EngineOptions {
  return {
    dataDirectory: config.dataDir,
    proceduresDirectory: config.proceduresDir === '' ? undefined : config.proceduresDir,
    parseManifest: parse,
    saPassword: config.saPassword === '' ? undefined : config.saPassword,
    serverName: config.serverName,
    ...(config.bulkDir === '' ? {} : { bulkFiles: bulkFilesIn(config.bulkDir) }),
    ...(config.backupDir === '' ? {} : { backupDirectory: config.backupDir }),
    readers: { count: config.workers < 0 ? Math.max(1, availableParallelism() - 1) : config.workers },
    log,
  };
}

/** Fields must survive the way to the other thread. */
function plainFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain = (value: unknown) => (value instanceof Error ? value.message : typeof value === 'function' ? undefined : value);
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));
}
