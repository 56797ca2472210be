import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogFlush } from '../../src/backends/sqlite/log-flush.ts';

/** A disk that finishes a flush when it is told to. */
class Disk {
  readonly started: number[] = [];
  readonly #waiting: (() => void)[] = [];

  readonly flushFile = (descriptor: number): Promise<void> => {
    this.started.push(descriptor);
    return new Promise((resolve) => this.#waiting.push(resolve));
  };

  async finish(): Promise<void> {
    this.#waiting.shift()?.();
    await new Promise(setImmediate);
  }
}

describe('LogFlush', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sprocket-flush-'));
    file = join(folder, 'a.db');
    writeFileSync(`${file}-wal`, '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('flushes once for all commits that came during the flush before', async () => {
    const disk = new Disk();
    const log = new LogFlush(file, disk.flushFile);
    const settled: number[] = [];
    const commit = (id: number) => log.flush().then(() => settled.push(id));
    const commits = [1, 2, 3, 4].map(commit);
    expect(disk.started).toHaveLength(1);
    await disk.finish();
    expect(settled).toEqual([1]);
    expect(disk.started).toHaveLength(2);
    commits.push(commit(5));
    await disk.finish();
    expect(settled).toEqual([1, 2, 3, 4]);
    await disk.finish();
    await Promise.all(commits);
    expect(settled).toEqual([1, 2, 3, 4, 5]);
    expect(disk.started).toHaveLength(3);
    log.close();
  });

  it('follows the log when it is made anew, and needs none where there is none', async () => {
    const flushed: number[] = [];
    const log = new LogFlush(file, (descriptor) => {
      flushed.push(descriptor);
      return Promise.resolve();
    });
    await log.flush();
    rmSync(`${file}-wal`);
    await log.flush();
    expect(flushed).toHaveLength(1);
    writeFileSync(`${file}-wal`, '');
    await log.flush();
    expect(flushed).toHaveLength(2);
    log.close();
  });

  it('does not disturb the locks that SQLite holds on the database', async () => {
    const writer = new DatabaseSync(file);
    writer.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE t (a)');
    writer.exec('BEGIN IMMEDIATE; INSERT INTO t VALUES (1)');
    const log = new LogFlush(file);
    await log.flush();
    log.close();
    const other = new DatabaseSync(file);
    expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('database is locked');
    writer.exec('COMMIT');
    expect(other.prepare('SELECT a FROM t').all()).toEqual([{ a: 1 }]);
    other.close();
    writer.close();
  });

  it('says so when the disk fails', async () => {
    const log = new LogFlush(file, () => Promise.reject(new Error('EIO')));
    const failure = new Promise((resolve) => process.once('unhandledRejection', resolve));
    let isTold = false;
    void log.flush().then(() => {
      isTold = true;
    });
    expect(await failure).toEqual(new Error('EIO'));
    expect(isTold).toBe(false);
  });
});
