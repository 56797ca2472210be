/**
 * Makes the commits of one database durable, many with one flush. Connections commit with `synchronous = NORMAL`: SQLite appends to the write-ahead log
 * and does not wait for the disk, and it flushes the log by itself before it moves pages into the database file, so the file is consistent at any moment.
 * Here the log is flushed beside the event loop; what is committed meanwhile shares the next flush. Whoever has committed waits for it before a client is
 * told. Commits follow one another in the log, so an earlier one is never lost when a later one is kept.
 */

import { closeSync, fdatasync, fstatSync, openSync } from 'node:fs';
import { promisify } from 'node:util';

/** Resolves when what was written to the open file is on disk. */
export type FlushFile = (descriptor: number) => Promise<void>;

export class LogFlush {
  readonly #path: string;
  readonly #flushFile: FlushFile;
  #log: number | undefined;
  /** Whoever waits for the flush that begins next. */
  #next: PromiseWithResolvers<void> | undefined;
  #isRunning = false;
  #isClosed = false;

  /** `file` is the database file; its log lies beside it. */
  constructor(file: string, flushFile: FlushFile = promisify(fdatasync)) {
    this.#path = `${file}-wal`;
    this.#flushFile = flushFile;
  }

  /** Resolves when everything that was committed before this call is on disk. */
  flush(): Promise<void> {
    this.#next ??= Promise.withResolvers();
    const { promise } = this.#next;
    // A disk that fails to flush ends the process: what it holds is known again only after a restart, and nobody was told of these commits.
    if (!this.#isRunning) void this.#run();
    return promise;
  }

  /** No flush is asked for any more: the database is gone, or all of its log is in the file. */
  close(): void {
    this.#isClosed = true;
    if (!this.#isRunning) this.#closeLog();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let group = this.#takeNext(); group !== undefined; group = this.#takeNext()) {
      const log = this.#openLog();
      if (log !== undefined) await this.#flushFile(log);
      group.resolve();
    }
    this.#isRunning = false;
    if (this.#isClosed) this.#closeLog();
  }

  #takeNext(): PromiseWithResolvers<void> | undefined {
    const group = this.#next;
    this.#next = undefined;
    return group;
  }

  /** Undefined where there is no log: the last connection that let go of the database has moved it into the file and flushed that. */
  #openLog(): number | undefined {
    if (this.#log !== undefined && fstatSync(this.#log).nlink > 0) return this.#log;
    this.#closeLog();
    try {
      this.#log = openSync(this.#path, 'r+');
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    return this.#log;
  }

  #closeLog(): void {
    if (this.#log !== undefined) closeSync(this.#log);
    this.#log = undefined;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
