/**
 * The way of a connection's answers to the network. Bytes go out as they come, but not before the commits that they tell of are on disk. What the
 * client has not taken yet is counted, so that a producer of rows can wait instead of filling memory.
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
  #flushing: () => Promise<void> | undefined = () => undefined;
  /** Resolves when the bytes that wait for a flush have left, in their order. */
  #tail: Promise<void> | undefined;

  constructor(write: WriteBytes) {
    this.#write = write;
  }

  /** The client is slower than we are. */
  get congested(): boolean {
    return this.#underWay > HIGH_WATER;
  }

  /** From now on bytes wait for what `flushing` returns when they are written; nothing when it returns nothing. */
  follow(flushing: () => Promise<void> | undefined): void {
    this.#flushing = flushing;
  }

  /** Sends the bytes, whose memory belongs to the network from now on. */
  write(bytes: Uint8Array): void {
    if (this.#closed) return;
    this.#underWay += bytes.length;
    const flushing = this.#flushing();
    if (flushing === undefined && this.#tail === undefined) this.#send(bytes);
    else this.#afterTail(flushing, () => this.#send(bytes));
  }

  /** Calls back when what was written before has left for the network. */
  whenSent(sent: () => void): void {
    if (this.#tail === undefined) sent();
    else this.#afterTail(undefined, sent);
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

  #afterTail(flushing: Promise<void> | undefined, step: () => void): void {
    const tail = Promise.all([this.#tail, flushing]).then(() => {
      if (this.#tail === tail) this.#tail = undefined;
      step();
    });
    this.#tail = tail;
  }

  #send(bytes: Uint8Array): void {
    if (this.#closed) return;
    this.#write(bytes, () => {
      this.#underWay -= bytes.length;
      if (!this.congested) this.#release();
    });
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
