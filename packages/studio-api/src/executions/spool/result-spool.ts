/**
 * The rows of one result set on disk: a JSON document a line, with an index of blocks in memory, so that any window is read in a time that depends
 * on the window alone, and a million rows cost no memory.
 *
 * Rows are gathered and written in pieces. `backlog` tells how much waits for the disk; whoever appends should pause when it grows. A disk that takes no
 * more is not an exception but a `failure`: what was written can still be read.
 */
import { type FileHandle, open } from 'node:fs/promises';

export type Row = readonly (string | null)[];

/** A block ends after so many rows or bytes, whichever comes first. */
const BLOCK_ROWS = 128;
const BLOCK_BYTES = 256 * 1024;
const WRITE_BYTES = 128 * 1024;
const NEWLINE = 0x0a;

export class ResultSpool {
  readonly #file: FileHandle;
  /** First row and first byte of each block. */
  readonly #blockRows: number[] = [0];
  readonly #blockStarts: number[] = [0];
  #pending: string[] = [];
  #pendingBytes = 0;
  #pendingRows = 0;
  #appended = 0;
  #appendedBytes = 0;
  #ready = 0;
  #position = 0;
  #writing: Promise<void> = Promise.resolve();
  #queued = 0;
  #closed = false;
  #failure: unknown;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create(path: string): Promise<ResultSpool> {
    return new ResultSpool(await open(path, 'wx+', 0o600));
  }

  /** Rows that can be read. */
  get ready(): number {
    return this.#ready;
  }

  /** Bytes that wait for the disk. */
  get backlog(): number {
    return this.#queued + this.#pendingBytes;
  }

  /** Why later rows were not kept; undefined while all is well. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Bytes of all rows. */
  get size(): number {
    return this.#appendedBytes;
  }

  append(row: Row): void {
    if (this.#closed || this.#failure !== undefined) return;
    const line = `${JSON.stringify(row)}\n`;
    const bytes = Buffer.byteLength(line);
    this.#startBlock();
    this.#pending.push(line);
    this.#pendingBytes += bytes;
    this.#pendingRows += 1;
    this.#appended += 1;
    this.#appendedBytes += bytes;
    if (this.#pendingBytes >= WRITE_BYTES) void this.flush();
  }

  /** Resolves when everything that was appended can be read, or has failed. */
  flush(): Promise<void> {
    if (this.#pendingRows === 0) return this.#writing;
    const text = this.#pending.join('');
    const rows = this.#pendingRows;
    this.#queued += this.#pendingBytes;
    this.#pending = [];
    this.#pendingRows = 0;
    this.#pendingBytes = 0;
    this.#writing = this.#writing.then(() => this.#write(Buffer.from(text), rows));
    return this.#writing;
  }

  /** Up to `limit` rows from `offset` on, given one after the other to `take`, so that a long row need not be kept. */
  async window(offset: number, limit: number, take: (row: Row, index: number) => void): Promise<void> {
    const end = Math.min(offset + limit, this.#ready);
    for (let block = this.#blockOf(offset); offset < end && block < this.#blockRows.length; block++) {
      const first = this.#blockRows[block] ?? 0;
      if (first >= end) return;
      const lines = linesOf(await this.#readBlock(block));
      for (const [index, line] of lines.entries()) {
        const row = first + index;
        if (row >= end) return;
        if (row >= offset) take(JSON.parse(line.toString('utf8')) as Row, row);
      }
    }
  }

  /** Every row, in order. */
  async *rows(): AsyncGenerator<readonly Row[]> {
    for (let block = 0; block < this.#blockRows.length; block++) {
      const lines = linesOf(await this.#readBlock(block));
      if (lines.length > 0) yield lines.map((line) => JSON.parse(line.toString('utf8')) as Row);
    }
  }

  /** What comes afterwards is ignored. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
    await this.#file.close();
  }

  #startBlock(): void {
    const rows = this.#appended - (this.#blockRows.at(-1) ?? 0);
    const bytes = this.#appendedBytes - (this.#blockStarts.at(-1) ?? 0);
    if (rows < BLOCK_ROWS && bytes < BLOCK_BYTES) return;
    this.#blockRows.push(this.#appended);
    this.#blockStarts.push(this.#appendedBytes);
  }

  async #write(bytes: Buffer, rows: number): Promise<void> {
    this.#queued -= bytes.length;
    if (this.#closed || this.#failure !== undefined) return;
    try {
      await this.#file.write(bytes, 0, bytes.length, this.#position);
      this.#position += bytes.length;
      this.#ready += rows;
    } catch (error) {
      this.#failure = error;
    }
  }

  /** The last block that begins at the row or before it. */
  #blockOf(row: number): number {
    let low = 0;
    let high = this.#blockRows.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#blockRows[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  async #readBlock(block: number): Promise<Buffer> {
    const start = this.#blockStarts[block] ?? 0;
    const end = Math.min(this.#blockStarts[block + 1] ?? this.#position, this.#position);
    if (end <= start) return Buffer.alloc(0);
    const buffer = Buffer.allocUnsafe(end - start);
    await this.#file.read(buffer, 0, buffer.length, start);
    return buffer;
  }
}

/** Whole lines only: the end of the written part may lie inside of a block. */
function linesOf(buffer: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; ; ) {
    const end = buffer.indexOf(NEWLINE, start);
    if (end < 0) return lines;
    lines.push(buffer.subarray(start, end));
    start = end + 1;
  }
}
