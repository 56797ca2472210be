/**
 * The readers of an engine. They start when they are first needed. A read waits for a free one, first come, first served; readers that wait for a slow client
 * do not count, so that a client which takes its time with its rows keeps nobody from reading.
 */

import type { Log, ReaderFigures } from '../api.ts';
import { ReaderThread } from './thread.ts';

/** Readers beyond the number asked for, while as many wait for their clients. */
const SPARE = 4;
/** After so many deaths in a row there is something wrong with starting them. */
const MOST_DEATHS = 5;

/** A place in the queue. */
export interface Place {
  /** The reader, as soon as it is there; null: there is none to wait for. */
  thread: ReaderThread | null | undefined;
  readonly granted: () => void;
}

export interface ReaderPoolOptions {
  /** How many work at the same time. */
  readonly count: number;
  readonly log: Log;
  /** The module that they run. */
  readonly entry?: URL;
}

export class ReaderPool {
  readonly #options: ReaderPoolOptions;
  readonly #threads = new Set<ReaderThread>();
  #queue: Place[] = [];
  #reads = 0;
  #replaced = 0;
  #deaths = 0;
  #isClosed = false;

  constructor(options: ReaderPoolOptions) {
    this.#options = options;
  }

  get figures(): ReaderFigures {
    return { threads: this.#threads.size, reads: this.#reads, replaced: this.#replaced };
  }

  /** Asks for a reader. */
  enter(granted: () => void): Place {
    const place: Place = { thread: undefined, granted };
    this.#queue.push(place);
    this.#serve();
    return place;
  }

  /** Gives up a place: its reader has been started, or will not be. */
  leave(place: Place): void {
    this.#queue = this.#queue.filter((other) => other !== place);
    place.thread?.unreserve();
    this.#serve();
  }

  /** Counts a read that has begun. */
  counted(): void {
    this.#reads += 1;
    this.#deaths = 0;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const place of this.#queue) this.#grant(place, null);
    this.#queue = [];
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  #serve(): void {
    for (let place = this.#queue[0]; place !== undefined; place = this.#queue[0]) {
      const thread = this.#find();
      if (thread === undefined) return;
      this.#queue.shift();
      this.#grant(place, thread);
    }
  }

  #grant(place: Place, thread: ReaderThread | null): void {
    place.thread = thread;
    thread?.reserve();
    place.granted();
  }

  /** A free reader; null when none can be had, undefined when one has to be waited for. */
  #find(): ReaderThread | null | undefined {
    if (this.#isClosed || this.#deaths >= MOST_DEATHS) return null;
    const threads = [...this.#threads];
    const working = threads.filter((thread) => !thread.isFree && !thread.isBlocked).length;
    if (working >= this.#options.count) return undefined;
    const free = threads.find((thread) => thread.isFree);
    if (free !== undefined) return free;
    return threads.length < this.#options.count + SPARE ? this.#start() : null;
  }

  #start(): ReaderThread {
    const thread = new ReaderThread(this.#options.entry ?? entryOfReader(), {
      changed: () => this.#serve(),
      gone: (reason) => this.#gone(thread, reason),
    });
    this.#threads.add(thread);
    return thread;
  }

  #gone(thread: ReaderThread, reason: string): void {
    this.#threads.delete(thread);
    if (this.#isClosed) return;
    this.#replaced += 1;
    if (reason !== '') {
      this.#deaths += 1;
      this.#options.log('error', 'reader ended', { reason });
    }
    this.#serve();
  }
}

/** Source and build lie differently: the entry has the extension that this module has. */
function entryOfReader(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './entry.ts' : './entry.js', import.meta.url);
}
