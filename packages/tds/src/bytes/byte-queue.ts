/**
 * Received bytes that are not used up yet, in one contiguous piece. A chunk that arrives at an empty queue is
 * adopted without copying; otherwise it is appended behind the rest in memory that grows by doubling. Bytes that
 * were handed out are never moved or overwritten, so views into the queue stay valid for ever.
 */

/** A queue of bytes: append chunks at the end, use them up from the start. */
export class ByteQueue {
  /** The memory; the queued bytes are those from `start` to `end`. */
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  /** Where the memory that is ours to write to ends; `end` itself in an adopted chunk. */
  #limit = 0;

  get length(): number {
    return this.end - this.start;
  }

  append(chunk: Uint8Array): void {
    if (this.length === 0) this.#adopt(chunk);
    else if (this.end + chunk.length <= this.#limit) this.#put(chunk);
    else this.#moveAndPut(chunk);
  }

  /** Marks everything before `position` as used. */
  consumeTo(position: number): void {
    this.start = position;
  }

  #adopt(chunk: Uint8Array): void {
    this.bytes = chunk;
    this.start = 0;
    this.end = chunk.length;
    this.#limit = chunk.length;
  }

  #put(chunk: Uint8Array): void {
    this.bytes.set(chunk, this.end);
    this.end += chunk.length;
  }

  #moveAndPut(chunk: Uint8Array): void {
    const rest = this.bytes.subarray(this.start, this.end);
    this.bytes = new Uint8Array(Math.max((rest.length + chunk.length) * 2, 4096));
    this.bytes.set(rest);
    this.start = 0;
    this.end = rest.length;
    this.#limit = this.bytes.length;
    this.#put(chunk);
  }
}
