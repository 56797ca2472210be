/**
 * A request can be asked to stop at any time: by the session's `cancel`, or through a shared word that another thread sets while this one is busy.
 * Whoever waits for something other than the client leaves a function here that ends the wait.
 */

import { Cancelled } from '../run/failures.ts';

export class Interruption {
  readonly #shared: Int32Array | undefined;
  #requested = false;
  #wake: (() => void) | null = null;

  constructor(shared: Int32Array | undefined) {
    this.#shared = shared;
  }

  get requested(): boolean {
    return this.#requested || (this.#shared !== undefined && Atomics.load(this.#shared, 0) !== 0);
  }

  /** A new request begins. */
  clear(): void {
    this.#requested = false;
  }

  cancel(): void {
    this.#requested = true;
    this.#wake?.();
  }

  check(): void {
    if (this.requested) throw new Cancelled();
  }

  /** While the promise is awaited, `cancel` calls `wake`. */
  async during(promise: Promise<unknown>, wake: () => void): Promise<void> {
    this.#wake = wake;
    if (this.requested) wake();
    try {
      await promise;
    } finally {
      this.#wake = null;
    }
  }
}
