/**
 * The way of a connection's answers to the network. Where the connection is plain, the worker writes to the socket's descriptor itself, which
 * saves the way through the main thread (measured: 31 µs instead of 42 µs a round trip). What the socket does not take at once, and everything
 * of an encrypted connection, is posted to the main thread; until that has reported all of it as sent nothing is written directly, so the order holds.
 */

import { writeSync } from 'node:fs';
import { enterGate, leaveGate } from './shared-state.ts';

/** Above this many bytes under way a producer of rows should wait. */
const HIGH_WATER = 256 * 1024;

export interface OutputOptions {
  /** -1: everything is posted. */
  readonly descriptor: number;
  readonly shared: Int32Array;
  /** Takes over the memory of `bytes`. */
  readonly post: (bytes: Uint8Array) => void;
}

export class Output {
  readonly #options: OutputOptions;
  #posted = 0;
  #sent = 0;
  #closed: boolean = false;
  #waiting: (() => void)[] = [];

  constructor(options: OutputOptions) {
    this.#options = options;
  }

  /** The client is slower than we are. */
  get congested(): boolean {
    return this.#posted - this.#sent > HIGH_WATER;
  }

  /** Sends the bytes, whose memory may move to another thread: the caller must not use it afterwards. */
  write(bytes: Uint8Array): void {
    if (this.#closed) return;
    const direct = this.#options.descriptor >= 0 && this.#posted === this.#sent;
    const written = direct ? this.#writeDirectly(bytes) : 0;
    if (written === bytes.length) return;
    this.#posted += bytes.length - written;
    this.#options.post(ownMemory(bytes.subarray(written)));
  }

  /** Resolves when the client has taken what is under way, or is gone. */
  drained(): Promise<void> {
    if (!this.congested || this.#closed) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The main thread has sent so many bytes in total. */
  sent(total: number): void {
    this.#sent = total;
    // Producers go on when all is sent: they fill the socket directly again.
    if (this.#posted === this.#sent) this.#release();
  }

  /** The connection is gone: whatever is still written is dropped. */
  close(): void {
    this.#closed = true;
    this.#release();
  }

  /** How many bytes the socket took. Other errors than a full socket show up in the main thread as the end of the connection. */
  #writeDirectly(bytes: Uint8Array): number {
    const { descriptor, shared } = this.#options;
    if (!enterGate(shared)) return bytes.length;
    try {
      return writeSync(descriptor, bytes);
    } catch {
      return 0;
    } finally {
      leaveGate(shared);
    }
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** The bytes in memory that nobody else uses, so that it can change threads. */
function ownMemory(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
