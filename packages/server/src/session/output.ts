/**
 * The way of a connection's answers to the network. Bytes go out as they come; what the client has not taken yet is counted, so that a producer of
 * rows can wait instead of filling memory.
 */

/** Above this many bytes under way a producer of rows should wait. */
const HIGH_WATER = 256 * 1024;

/** Writes to the network, encrypted where that was agreed. */
export type WriteBytes = (bytes: Uint8Array, done: () => void) => void;

export class Output {
  readonly #write: WriteBytes;
  #underWay = 0;
  #closed: boolean = false;
  #waiting: (() => void)[] = [];

  constructor(write: WriteBytes) {
    this.#write = write;
  }

  /** The client is slower than we are. */
  get congested(): boolean {
    return this.#underWay > HIGH_WATER;
  }

  /** Sends the bytes, whose memory belongs to the network from now on. */
  write(bytes: Uint8Array): void {
    if (this.#closed) return;
    this.#underWay += bytes.length;
    this.#write(bytes, () => {
      this.#underWay -= bytes.length;
      if (!this.congested) this.#release();
    });
  }

  /** Resolves when the client has taken enough, or is gone. */
  drained(): Promise<void> {
    if (!this.congested || this.#closed) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The connection is gone: whatever is still written is dropped. */
  close(): void {
    this.#closed = true;
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
