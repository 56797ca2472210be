/**
 * A home worker seen from the main thread: how it is started, asked for its counters and ended. A worker that dies takes the process with it,
 * because its databases have no other owner.
 */

import { Worker } from 'node:worker_threads';
import { ConfigurationError } from '../config/configuration-error.ts';
import type { Log } from '../log.ts';
import type { FromWorker, ToWorker, WorkerMetrics, WorkerOptions } from './messages.ts';

export interface HomeWorkerOptions {
  /** The module that the worker runs. */
  readonly entry: URL;
  readonly worker: WorkerOptions;
  readonly log: Log;
  /** The worker ended although nobody asked it to. */
  readonly onDeath: (reason: string) => void;
  /** A client asks for the end of the process. */
  readonly onStop: (noWait: boolean) => void;
}

export type Ready = Extract<FromWorker, { readonly kind: 'ready' }>;

/** A busy worker answers late; then its last counters have to do. */
const METRICS_TIMEOUT = 1000;

export class HomeWorker {
  readonly #thread: Worker;
  readonly #options: HomeWorkerOptions;
  readonly #start = Promise.withResolvers<Ready>();
  readonly #end = Promise.withResolvers<void>();
  readonly #waiting = new Map<number, (metrics: WorkerMetrics) => void>();
  readonly #administering = new Map<number, (error: string | undefined) => void>();
  #lastMetrics: WorkerMetrics | undefined;
  #nextId = 1;
  #ended: boolean = false;

  constructor(options: HomeWorkerOptions) {
    this.#options = options;
    this.#thread = new Worker(options.entry, { workerData: options.worker });
    this.#thread.on('message', (message: FromWorker) => this.#receive(message));
    this.#thread.on('error', (error) => this.#died(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    this.#thread.on('exit', (code) => this.#died(`exit code ${code}`));
  }

  /** Resolves when clients can connect. Rejects with a ConfigurationError when that cannot be. */
  started(): Promise<Ready> {
    return this.#start.promise;
  }

  /** The counters, at most a moment old unless the worker is busy; undefined before the first. */
  metrics(): Promise<WorkerMetrics | undefined> {
    const id = this.#nextId++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(this.#lastMetrics), METRICS_TIMEOUT);
      this.#waiting.set(id, (metrics) => {
        clearTimeout(timer);
        resolve(metrics);
      });
      this.#send({ kind: 'metrics', id });
    });
  }

  /** Runs a batch as sa. Rejects with its first error. */
  async administer(text: string): Promise<void> {
    const id = this.#nextId++;
    const error = await new Promise<string | undefined>((resolve) => {
      this.#administering.set(id, resolve);
      this.#send({ kind: 'administer', id, text });
    });
    if (error !== undefined) throw new Error(error);
  }

  /** Lets running requests finish, cancels them after the grace period, closes the engine and ends the thread. */
  async shutdown(graceMilliseconds: number): Promise<void> {
    this.#ended = true;
    // A worker that is busy with a request hears nothing else.
    const interruption = setTimeout(() => Atomics.store(this.#options.worker.stop, 0, 1), graceMilliseconds);
    this.#send({ kind: 'shutdown', graceMilliseconds });
    await this.#end.promise;
    clearTimeout(interruption);
    await this.#thread.terminate();
  }

  #send(message: ToWorker): void {
    this.#thread.postMessage(message);
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case 'log':
        return this.#options.log(message.level, message.event, message.fields);
      case 'metrics':
        this.#lastMetrics = message.metrics;
        this.#waiting.get(message.id)?.(message.metrics);
        this.#waiting.delete(message.id);
        return;
      case 'administered':
        this.#administering.get(message.id)?.(message.error);
        this.#administering.delete(message.id);
        return;
      case 'ready':
        return this.#start.resolve(message);
      case 'failed':
        this.#ended = true;
        return this.#start.reject(new ConfigurationError(message.message));
      case 'stop':
        return this.#options.onStop(message.noWait);
      case 'closed':
        return this.#end.resolve();
    }
  }

  #died(reason: string): void {
    this.#start.reject(new ConfigurationError(`the engine could not start: ${reason}`));
    this.#end.resolve();
    for (const resolve of this.#administering.values()) resolve(`the engine ended: ${reason}`);
    if (!this.#ended) this.#options.onDeath(reason);
    this.#ended = true;
  }
}
