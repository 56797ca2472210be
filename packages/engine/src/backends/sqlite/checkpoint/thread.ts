/** The thread of the checkpoints, seen from the thread of the sessions. It starts when it is first asked something, and anew after it has died. */

import { Worker } from 'node:worker_threads';
import type { FromCheckpointer, LogFill, ToCheckpointer } from './messages.ts';

/** A request without its number. */
export type CheckpointRequest = ToCheckpointer extends infer Message ? (Message extends unknown ? Omit<Message, 'request'> : never) : never;

type Answered = PromiseWithResolvers<LogFill | null>;

export class CheckpointThread {
  #worker: Worker | undefined;
  #requests = 0;
  readonly #asked = new Map<number, Answered>();

  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** Resolves with the answer. Rejects with what went wrong there. */
  ask(message: CheckpointRequest): Promise<LogFill | null> {
    this.#requests += 1;
    const answered: Answered = Promise.withResolvers();
    this.#asked.set(this.#requests, answered);
    this.#worker ??= this.#start();
    // Only a thread that somebody waits for keeps the process alive.
    this.#worker.ref();
    this.#worker.postMessage({ ...message, request: this.#requests } as ToCheckpointer);
    return answered.promise;
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    await this.ask({ kind: 'end' }).catch(() => {});
    await worker.terminate();
  }

  #start(): Worker {
    const worker = new Worker(entryOfThread());
    worker.on('message', ({ request, fill, failure }: FromCheckpointer) => {
      const answered = this.#asked.get(request);
      this.#asked.delete(request);
      if (this.#asked.size === 0) worker.unref();
      if (failure === null) answered?.resolve(fill);
      else answered?.reject(new Error(failure));
    });
    worker.on('error', (error) => this.#lost(worker, String(error)));
    worker.on('exit', (code) => this.#lost(worker, `exit code ${code}`));
    return worker;
  }

  #lost(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const all = [...this.#asked.values()];
    this.#asked.clear();
    for (const answered of all) answered.reject(new Error(`the thread of the checkpoints has ended: ${reason}`));
  }
}

/** Source and build lie differently: the entry has the extension that this module has. */
function entryOfThread(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './entry.ts' : './entry.js', import.meta.url);
}
