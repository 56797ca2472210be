import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Checkpoints } from '../../src/backends/sqlite/checkpoint/checkpoints.ts';

const PAGE = 4_096;
/** A log begins anew at 8,000 pages; some are written while the last checkpoint is made. */
const LONGEST_LOG = 14_000 * PAGE;

describe('Checkpoints', () => {
  let folder: string;
  let file: string;
  let writer: DatabaseSync;
  let checkpoints: Checkpoints;
  let failures: string[];
  let isLocked = false;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sprocket-checkpoint-'));
    file = join(folder, 'a.db');
    writer = new DatabaseSync(file);
    writer.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (a)');
    failures = [];
    checkpoints = new Checkpoints({
      fileOf: () => file,
      isVolatile: () => false,
      withoutWriters: async (_, work) => {
        isLocked = true;
        await work().finally(() => {
          isLocked = false;
        });
      },
      failed: (reason) => failures.push(reason),
    });
  });
  afterEach(async () => {
    await checkpoints.close();
    writer.close();
    rmSync(folder, { recursive: true });
  });

  const insert = (bytes: number): void => {
    writer.prepare('INSERT INTO t VALUES (zeroblob(?))').run(bytes);
    checkpoints.written(5);
  };
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
  const logSize = (): number => statSync(`${file}-wal`).size;
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await turn();
  };
  /** A writer that never pauses but for the lock. */
  const writeSteadily = async (bytes: number): Promise<void> => {
    for (let written = 0; written < bytes; written += 20 * PAGE) {
      insert(20 * PAGE);
      await turn();
      while (isLocked) await turn();
    }
  };

  it('leaves a short log alone', async () => {
    insert(100 * PAGE);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(statSync(file).size).toBeLessThan(100 * PAGE);
    expect(failures).toEqual([]);
  });

  it('moves the log into the file beside its writer', async () => {
    insert(3_000 * PAGE);
    await until(() => statSync(file).size > 3_000 * PAGE);
    expect(failures).toEqual([]);
  });

  it('begins a long log anew although the writer never pauses', async () => {
    await writeSteadily(20_000 * PAGE);
    expect(logSize()).toBeLessThan(LONGEST_LOG);
    expect(statSync(file).size).toBeGreaterThan(8_000 * PAGE);
    expect(failures).toEqual([]);
  });

  it('waits with that for a reader that looks at an old state', async () => {
    const reader = new DatabaseSync(file);
    reader.exec('BEGIN; SELECT count(*) FROM t');
    await writeSteadily(10_000 * PAGE);
    const grown = logSize();
    expect(grown).toBeGreaterThan(10_000 * PAGE);
    reader.exec('COMMIT');
    await until(() => statSync(file).size > 10_000 * PAGE);
    reader.close();
    await writeSteadily(4_000 * PAGE);
    expect(logSize()).toBeLessThan(grown + 1_000 * PAGE);
    expect(failures).toEqual([]);
  });

  it('lets go of a file that is to be deleted', async () => {
    insert(3_000 * PAGE);
    await until(() => statSync(file).size > 3_000 * PAGE);
    await checkpoints.hold(5);
    insert(3_000 * PAGE);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(statSync(file).size).toBeLessThan(6_000 * PAGE);
    // The last connection takes the log with it: nobody else has the file open.
    writer.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    checkpoints.resume(5);
    writer = new DatabaseSync(':memory:');
  });

  it('makes one when it is asked to', async () => {
    insert(100 * PAGE);
    await checkpoints.now(5);
    expect(statSync(file).size).toBeGreaterThan(100 * PAGE);
  });

  it('tells what fails, and tries again', async () => {
    const real = file;
    file = join(folder, 'b.db');
    rmSync(file, { force: true });
    await expect(checkpoints.now(5)).rejects.toThrow('unable to open database file');
    file = real;
    await expect(checkpoints.now(5)).resolves.toBeUndefined();
  });
});
