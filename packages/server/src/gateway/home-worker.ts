/**
 * A home worker seen from the main thread: a thread that owns an engine and runs the sessions of its connections. Messages to and from it are
 * typed here; each connection registers a handler under its number. A worker that dies takes the process with it: its databases have no other owner.
 */

import { Worker } from 'node:worker_threads';
import type { EngineMetrics } from '@sprocket/engine';
import { ConfigurationError } from '../config/configuration-error.ts';
import type { Log } from '../log.ts';
import type { FromWorker, LoginError, ToWorker, WorkerOptions } from '../worker/messages.ts';

/** What a worker tells one connection. */
export interface ConnectionHandler {
  loggedIn(sessionId: number, database: string): void;
  loginRefused(errors: readonly LoginError[]): void;
  output(bytes: Uint8Array): void;
  hangUp(reason: string): void;
  malformed(reason: string): void;
}

export interface HomeWorkerOptions {
  /** The module that the worker runs. */
  readonly entry: URL;
  readonly worker: WorkerOptions;
  readonly log: Log;
  /** The worker ended although nobody asked it to. */
  readonly onDeath: (reason: string) => void;
}

type Started = Extract<FromWorker, { readonly kind: 'ready' }>;

export class HomeWorker {
  readonly #thread: Worker;
  readonly #log: Log;
  readonly #handlers = new Map<number, ConnectionHandler>();
  readonly #metrics = new Map<number, (metrics: EngineMetrics) => void>();
  readonly #start = Promise.withResolvers<Started>();
  readonly #end = Promise.withResolvers<void>();
  #nextMetrics = 1;
  #ended: boolean = false;

  constructor(options: HomeWorkerOptions) {
    this.#log = options.log;
    this.#thread = new Worker(options.entry, { workerData: options.worker });
    this.#thread.on('message', (message: FromWorker) => this.#receive(message));
    this.#thread.on('error', (error) =>
      this.#died(error instanceof Error ? (error.stack ?? error.message) : String(error), options.onDeath),
    );
    this.#thread.on('exit', (code) => this.#died(`exit code ${code}`, options.onDeath));
  }

  /** Resolves when the engine is open. Rejects with a ConfigurationError when it cannot be. */
  started(): Promise<Started> {
    return this.#start.promise;
  }

  register(connection: number, handler: ConnectionHandler): void {
    this.#handlers.set(connection, handler);
  }

  unregister(connection: number): void {
    this.#handlers.delete(connection);
    this.send({ kind: 'close', connection });
  }

  send(message: ToWorker): void {
    this.#thread.postMessage(message);
  }

  metrics(): Promise<EngineMetrics> {
    const id = this.#nextMetrics++;
    return new Promise((resolve) => {
      this.#metrics.set(id, resolve);
      this.send({ kind: 'metrics', id });
    });
  }

  /** Lets running requests finish, cancels them after the grace period, closes the engine and ends the thread. */
  async shutdown(graceMilliseconds: number): Promise<void> {
    this.#ended = true;
    this.send({ kind: 'shutdown', graceMilliseconds });
    await this.#end.promise;
    await this.#thread.terminate();
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case 'output':
        return this.#handlers.get(message.connection)?.output(message.bytes);
      case 'logged in':
        return this.#handlers.get(message.connection)?.loggedIn(message.sessionId, message.database);
      case 'login refused':
        return this.#handlers.get(message.connection)?.loginRefused(message.errors);
      case 'hang up':
        return this.#handlers.get(message.connection)?.hangUp(message.reason);
      case 'malformed':
        return this.#handlers.get(message.connection)?.malformed(message.reason);
      case 'log':
        return this.#log(message.level, message.event, message.fields);
      case 'metrics':
        this.#metrics.get(message.id)?.(message.metrics);
        this.#metrics.delete(message.id);
        return;
      case 'ready':
        return this.#start.resolve(message);
      case 'failed':
        return this.#start.reject(new ConfigurationError(message.message));
      case 'closed':
        return this.#end.resolve();
    }
  }

  #died(reason: string, onDeath: (reason: string) => void): void {
    this.#start.reject(new ConfigurationError(`the engine could not start: ${reason}`));
    this.#end.resolve();
    if (!this.#ended) onDeath(reason);
    this.#ended = true;
  }
}
