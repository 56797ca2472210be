/**
 * A request can be asked to stop at any time: by the session's `cancel`, or, while it keeps its thread busy, by the answer of a function that the
 * session's owner gave for that.
 * Whoever waits for something other than the client leaves a function here that ends the wait.
 */

import { Cancelled } from '../run/failures.ts';

export class Interruption {
  readonly #asked: (() => boolean) | undefined;
  #requested = false;
  #wake: (() => void) | null = null;

  constructor(asked: (() => boolean) | undefined) {
    this.#asked = asked;
  }

  get requested(): boolean {
    return this.#requested || this.#asked?.() === true;
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
