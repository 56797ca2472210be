/**
 * Events on their way to the browser. What happens on the connection cannot wait, the browser can be slow: events queue up here, and `full` tells
 * when the source should pause. Counts of rows are merged, so that a fast result set sends a few lines a second.
 */
import type { ExecutionEvent } from '@sprocket/studio-contract';
import type { NdjsonWriter } from '../../http/ndjson.ts';

const FULL = 500;

export class EventQueue {
  readonly #writer: NdjsonWriter<ExecutionEvent>;
  readonly #drained: () => void;
  #events: ExecutionEvent[] = [];
  #pump: Promise<void> | undefined;

  /** `drained` is called when everything has been written. */
  constructor(writer: NdjsonWriter<ExecutionEvent>, drained: () => void) {
    this.#writer = writer;
    this.#drained = drained;
  }

  get full(): boolean {
    return this.#events.length >= FULL;
  }

  push(event: ExecutionEvent): void {
    this.#events.push(event);
    this.#pump ??= this.#run();
  }

  /** Resolves when everything has been written, or the browser has gone. */
  async end(): Promise<void> {
    while (this.#pump !== undefined) await this.#pump;
  }

  async #run(): Promise<void> {
    try {
      for (let event = this.#events.shift(); event !== undefined; event = this.#events.shift()) await this.#writer.write(event);
    } catch {
      // The browser has gone; what it would have read is of no use. The signal of the writer tells the rest.
      this.#events = [];
    }
    this.#pump = undefined;
    this.#drained();
  }
}
