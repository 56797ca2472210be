/**
 * A reader seen from the thread of the sessions: a worker that runs one read at a time. A read that is to end is asked to; when SQLite does not come back
 * within a bound, the worker is ended instead, which is the only interrupt there is.
 */

import { Worker } from 'node:worker_threads';
import type { PhysicalValue } from '../../run/contracts.ts';
import { type Failure, type FromReader, newWords, type ReadRequest, WINDOW, WORDS } from './messages.ts';

/** Milliseconds that a read may take to end when it is asked to. */
const STOP_BOUND = 100;

export interface ReaderEvents {
  /** It can take another read, or its client keeps it waiting. */
  readonly changed: () => void;
  /** Nothing more can be expected of it; `reason` is empty when it was ended on purpose. */
  readonly gone: (reason: string) => void;
}

/** How far a read is. */
export type ReadState =
  | { readonly kind: 'starting' | 'waiting' | 'running' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'ended'; readonly warnings: readonly number[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A read on a thread. */
export class ThreadRead {
  readonly #thread: ReaderThread;
  readonly #id: number;
  readonly #batches: (readonly PhysicalValue[])[] = [];
  #state: ReadState = { kind: 'starting' };
  #listener: () => void = () => {};

  constructor(thread: ReaderThread, id: number) {
    this.#thread = thread;
    this.#id = id;
  }

  get state(): ReadState {
    return this.#state;
  }

  /** Rows have come that nobody has taken. */
  get hasRows(): boolean {
    return this.#batches.length > 0;
  }

  /** The reader waits for the client. */
  get isBlocked(): boolean {
    return this.#batches.length >= WINDOW;
  }

  /** The next time that something changes, `listener` is called once. */
  listen(listener: () => void): void {
    this.#listener = listener;
  }

  go(): void {
    this.#state = { kind: 'running' };
    this.#thread.say(WORDS.GO, this.#id);
  }

  /** Cells of rows that have come. */
  take(): readonly PhysicalValue[] | undefined {
    const cells = this.#batches.shift();
    if (cells !== undefined) this.#thread.taken();
    return cells;
  }

  /** Nobody wants more of it. */
  close(): void {
    this.#batches.length = 0;
    this.#thread.end(this);
  }

  receive(message: FromReader): void {
    switch (message.kind) {
      case 'began':
        this.#state = { kind: 'waiting' };
        break;
      case 'rows':
        this.#batches.push(message.cells);
        break;
      default:
        this.#state = message;
    }
    this.#notify();
  }

  /** The thread is gone. */
  lose(reason: string): void {
    this.#state =
      this.#state.kind === 'starting' ? { kind: 'refused', reason } : { kind: 'failed', failure: { kind: 'internal', text: reason } };
    this.#notify();
  }

  get isOver(): boolean {
    return this.#state.kind === 'refused' || this.#state.kind === 'ended' || this.#state.kind === 'failed';
  }

  is(id: number): boolean {
    return this.#id === id;
  }

  stop(): void {
    this.#thread.say(WORDS.STOP, this.#id);
  }

  #notify(): void {
    const listener = this.#listener;
    this.#listener = () => {};
    listener();
  }
}

export class ReaderThread {
  readonly #worker: Worker;
  readonly #words = newWords();
  readonly #events: ReaderEvents;
  #read: ThreadRead | null = null;
  #isGone = false;
  #isReserved = false;
  #bound: NodeJS.Timeout | undefined;

  constructor(entry: URL, events: ReaderEvents) {
    this.#events = events;
    this.#worker = new Worker(entry, { workerData: this.#words });
    this.#worker.on('message', (message: FromReader) => this.#receive(message));
    this.#worker.on('error', (error) => this.#lost(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    this.#worker.on('exit', (code) => this.#lost(`exit code ${code}`));
    this.#worker.unref();
  }

  get isFree(): boolean {
    return this.#read === null && !this.#isReserved && !this.#isGone;
  }

  /** It belongs to somebody who will start a read as soon as it is their turn. */
  reserve(): void {
    this.#isReserved = true;
  }

  /** Whoever reserved it has started a read, or will start none. */
  unreserve(): void {
    this.#isReserved = false;
  }

  /** It has a read whose client is slow. */
  get isBlocked(): boolean {
    return this.#read?.isBlocked === true;
  }

  start(request: ReadRequest): ThreadRead {
    const read = new ThreadRead(this, request.id);
    this.#isReserved = false;
    if (this.#isGone) {
      read.lose('it ended before the read began');
      return read;
    }
    this.#worker.ref();
    Atomics.store(this.#words, WORDS.TAKEN, 0);
    this.#worker.postMessage(request);
    this.#read = read;
    return read;
  }

  say(word: number, value: number): void {
    Atomics.store(this.#words, word, value);
    this.#wake();
  }

  taken(): void {
    Atomics.add(this.#words, WORDS.TAKEN, 1);
    this.#wake();
  }

  /** Ends a read; a read that is over makes the thread free. */
  end(read: ThreadRead): void {
    if (this.#read !== read || this.#bound !== undefined) return;
    if (read.isOver) return this.#release();
    read.stop();
    this.#bound = setTimeout(() => void this.terminate(), STOP_BOUND);
  }

  /** Ends the thread, whatever it does. */
  async terminate(): Promise<void> {
    this.#lost('');
    await this.#worker.terminate();
  }

  #wake(): void {
    Atomics.add(this.#words, WORDS.CHANGES, 1);
    Atomics.notify(this.#words, WORDS.CHANGES);
  }

  #receive(message: FromReader): void {
    const read = this.#read;
    if (read?.is(message.id) !== true) return;
    read.receive(message);
    if (this.#bound !== undefined && read.isOver) this.#release();
    else if (read.isBlocked) this.#events.changed();
  }

  #release(): void {
    clearTimeout(this.#bound);
    this.#bound = undefined;
    this.#read = null;
    this.#worker.unref();
    this.#events.changed();
  }

  #lost(reason: string): void {
    if (this.#isGone) return;
    this.#isGone = true;
    clearTimeout(this.#bound);
    this.#events.gone(reason);
    this.#read?.lose(reason);
    this.#read = null;
  }
}
