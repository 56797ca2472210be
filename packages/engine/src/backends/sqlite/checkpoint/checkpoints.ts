/**
 * When the write-ahead log of a database is moved into its file. SQLite would do that in the middle of a commit, with two waits for the disk while
 * everybody waits; so its own checkpoints are off, and a thread beside the event loop makes them. Writers go on meanwhile, so there is always something
 * behind the last page that a checkpoint has moved, and SQLite begins the log anew only when nothing is. A log that has become long therefore gets a last,
 * short checkpoint under the database's write lock: the next writer begins it anew unless a reader still looks at it, and then the next checkpoint tries
 * again.
 */

import { statSync } from 'node:fs';
import type { LogFill } from './messages.ts';
import { CheckpointThread } from './thread.ts';

/** Pages that are worth a checkpoint. */
const MANY = 2_000;
/** A log of so many pages should begin anew. */
const LONG = 8_000;
/** What may be left for the checkpoint under the lock: few milliseconds of work. */
const FEW = 250;
/** Checkpoints in a row to come to that. */
const ATTEMPTS = 4;
/** Milliseconds between two looks at a log that is written. */
const LOOK_EVERY = 50;
/** Milliseconds after a look that has not come to its end. */
const RETRY_AFTER = 1_000;
/** No log of fewer bytes has so many pages. */
const SMALL_FILE = MANY * 4_096;

export interface CheckpointOptions {
  readonly fileOf: (id: number) => string | undefined;
  /** A file that need not survive the process is not flushed. */
  readonly isVolatile: (id: number) => boolean;
  /** Calls `work` while nobody writes to the database. */
  readonly withoutWriters: (id: number, work: () => Promise<void>) => Promise<void>;
  readonly failed: (reason: string) => void;
}

export class Checkpoints {
  readonly #options: CheckpointOptions;
  readonly #thread = new CheckpointThread();
  /** Databases that were written and will be looked at, or are. */
  readonly #due = new Set<number>();
  /** Databases that are left alone. */
  readonly #held = new Set<number>();
  /** Logs that were long the last time, and at how many pages they get another checkpoint under the lock. */
  readonly #stayedLong = new Map<number, number>();
  #isClosed = false;

  constructor(options: CheckpointOptions) {
    this.#options = options;
  }

  /** Something was committed. */
  written(id: number): void {
    if (!this.#due.has(id)) this.#schedule(id, LOOK_EVERY);
  }

  /** No checkpoint begins until `resume`. Resolves when none has the file open. */
  async hold(id: number): Promise<void> {
    this.#held.add(id);
    const file = this.#options.fileOf(id);
    // The thread does one thing after the other: what is under way there ends first.
    if (this.#thread.isRunning && file !== undefined) await this.#thread.ask({ kind: 'close', file }).catch(() => null);
  }

  resume(id: number): void {
    this.#held.delete(id);
  }

  /** A checkpoint that somebody asks for. */
  async now(id: number): Promise<void> {
    const file = this.#options.fileOf(id);
    if (file !== undefined) await this.#checkpoint(id, file, 0);
  }

  /** Resolves when the checkpoint has ended that is under way. There will be none after it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#thread.end();
  }

  #schedule(id: number, delay: number): void {
    this.#due.add(id);
    setTimeout(() => void this.#look(id), delay).unref();
  }

  async #look(id: number): Promise<void> {
    let isDone = false;
    try {
      const file = this.#options.fileOf(id);
      isDone = file === undefined || logSize(file) < SMALL_FILE || (await this.#work(id, file));
    } catch (thrown) {
      this.#options.failed(String(thrown));
    }
    this.#due.delete(id);
    if (!isDone && !this.#isStopped(id)) this.#schedule(id, RETRY_AFTER);
  }

  /** False when much is left in the log: a reader looks at an old state, which is why nobody has to wait for a checkpoint now. */
  async #work(id: number, file: string): Promise<boolean> {
    let fill = await this.#checkpoint(id, file, MANY);
    for (let attempts = 0; isLong(fill) && fill.waiting > FEW && attempts < ATTEMPTS; attempts += 1)
      fill = await this.#checkpoint(id, file, FEW);
    if (fill.waiting > MANY) return false;
    if (!isLong(fill)) this.#stayedLong.delete(id);
    else if (fill.pages >= (this.#stayedLong.get(id) ?? 0)) await this.#complete(id, file);
    return true;
  }

  /** The last checkpoint of a long log. */
  async #complete(id: number, file: string): Promise<void> {
    await this.#options.withoutWriters(id, async () => {
      const { pages } = await this.#checkpoint(id, file, 0);
      this.#stayedLong.set(id, pages + LONG);
    });
  }

  async #checkpoint(id: number, file: string, least: number): Promise<LogFill> {
    if (this.#isStopped(id)) return EMPTY;
    return (await this.#thread.ask({ kind: 'checkpoint', file, least, volatile: this.#options.isVolatile(id) })) ?? EMPTY;
  }

  #isStopped(id: number): boolean {
    return this.#isClosed || this.#held.has(id);
  }
}

const EMPTY: LogFill = { pages: 0, waiting: 0 };

const isLong = ({ pages }: LogFill): boolean => pages >= LONG;

const logSize = (file: string): number => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
