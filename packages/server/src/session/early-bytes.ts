/**
 * How a request that keeps its thread busy hears of an attention: now and then it looks at the socket itself. A client waits for its answer, so bytes
 * that arrive during a request, or the end of the stream, mean that it wants no more of it. What was read early is handed over afterwards, before
 * the event loop reads on, so nothing is lost or changes places; encrypted bytes need not be understood for that.
 */

import { readSync } from 'node:fs';

export interface EarlyBytesOptions {
  /** The socket's descriptor; -1 where the platform has none: then only the event loop hears of attentions. */
  readonly descriptor: () => number;
  /** A word that the main thread sets when everything must stop. */
  readonly stop: Int32Array;
}

/** A look costs a system call: one every so many milliseconds of a busy request. */
const LOOK_EVERY = 30;
const MOST_BYTES = 4096;

export class EarlyBytes {
  readonly #options: EarlyBytesOptions;
  #nextLook = 0;
  #found: Buffer | undefined;
  #ended: boolean = false;

  constructor(options: EarlyBytesOptions) {
    this.#options = options;
  }

  /** A request begins. */
  begin(): void {
    this.#nextLook = performance.now() + LOOK_EVERY;
  }

  /** Whether the running request should stop. Cheap enough to be asked often. */
  interrupted(): boolean {
    if (this.#found !== undefined || this.#ended || Atomics.load(this.#options.stop, 0) !== 0) return true;
    const now = performance.now();
    if (now < this.#nextLook) return false;
    this.#nextLook = now + LOOK_EVERY;
    return this.#look();
  }

  /** There are bytes to take. */
  get waiting(): boolean {
    return this.#found !== undefined;
  }

  /** The bytes that were read early, once. */
  take(): Buffer | undefined {
    const found = this.#found;
    this.#found = undefined;
    return found;
  }

  #look(): boolean {
    const descriptor = this.#options.descriptor();
    if (descriptor < 0) return false;
    const buffer = Buffer.allocUnsafe(MOST_BYTES);
    try {
      const length = readSync(descriptor, buffer);
      if (length === 0) this.#ended = true;
      else this.#found = buffer.subarray(0, length);
      return true;
    } catch (error) {
      // EAGAIN: nothing has arrived. Anything else: the connection is broken.
      return !(error instanceof Error && 'code' in error && error.code === 'EAGAIN');
    }
  }
}
