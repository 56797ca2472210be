/**
 * The queues of the server while it runs: who waits for messages of which, and how often in a row their messages were given back.
 */

import { type QueueRef, queueKey } from './pending.ts';

interface Waiting {
  /** Settles when something happens to the queue. */
  readonly promise: Promise<void>;
  /** Ends the wait at once. */
  readonly wake: () => void;
}

export class BrokerMonitor {
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #rollbacks = new Map<string, number>();

  wait(queue: QueueRef): Waiting {
    const key = queueKey(queue);
    let wake = (): void => {};
    const promise = new Promise<void>((resolve) => {
      wake = () => {
        this.#waiting.get(key)?.delete(wake);
        resolve();
      };
    });
    const others = this.#waiting.get(key) ?? new Set();
    this.#waiting.set(key, others.add(wake));
    return { promise, wake };
  }

  /** Something has happened to the queues: those who wait look again. */
  changed(queues: Iterable<QueueRef>): void {
    for (const queue of queues) for (const wake of [...(this.#waiting.get(queueKey(queue)) ?? [])]) wake();
  }

  /** Messages were received for good. */
  succeeded(queue: QueueRef): void {
    this.#rollbacks.delete(queueKey(queue));
  }

  /** Messages were received and given back. */
  rolledBack(queue: QueueRef): void {
    const key = queueKey(queue);
    this.#rollbacks.set(key, (this.#rollbacks.get(key) ?? 0) + 1);
  }
}
