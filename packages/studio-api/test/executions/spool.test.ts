/** The spool: any rows in any order of writing come back by windows; after closing nothing breaks; a disk that takes no more is told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CUT_LENGTH, cutCell } from '../../src/executions/spool/cut.ts';
import { ResultSpool, type Row } from '../../src/executions/spool/result-spool.ts';

let folder: string;
let files = 0;
const newSpool = () => ResultSpool.create(path.join(folder, `${files++}.jsonl`));
const read = async (spool: ResultSpool, offset: number, limit: number) => {
  const rows: Row[] = [];
  await spool.window(offset, limit, (row) => rows.push(row));
  return rows;
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'spool-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a window is the rows from its offset, whatever they contain', async () => {
  const cell = fc.option(fc.string({ unit: 'binary', maxLength: 40 }), { nil: null });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 400 }),
      fc.nat(450),
      fc.nat(300),
      async (rows, offset, limit) => {
        const spool = await newSpool();
        for (const row of rows) spool.append(row);
        await spool.flush();
        expect(await read(spool, offset, limit)).toEqual(rows.slice(offset, offset + limit));
        const all: Row[] = [];
        for await (const piece of spool.rows()) all.push(...piece);
        expect(all).toEqual(rows);
        await spool.close();
      },
    ),
    { numRuns: 20 },
  );
});

test('long rows end their block early, and the next ones are found all the same', async () => {
  const spool = await newSpool();
  const rows = Array.from({ length: 300 }, (_, index) => [String(index), index % 7 === 0 ? 'x'.repeat(100_000) : 'short']);
  for (const row of rows) spool.append(row);
  await spool.flush();
  for (const offset of [0, 6, 7, 8, 150, 299]) expect(await read(spool, offset, 2)).toEqual(rows.slice(offset, offset + 2));
  await spool.close();
});

test('what comes after closing is ignored', async () => {
  const spool = await newSpool();
  spool.append(['1']);
  await spool.close();
  spool.append(['2']);
  await spool.flush();
  expect(spool.failure).toBeUndefined();
});

test('a disk that takes no more keeps what it has', async () => {
  const spool = await newSpool();
  spool.append(['1']);
  await spool.flush();
  const handle = await open(path.join(folder, 'probe'), 'w');
  const write = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'write').mockRejectedValue(new Error('ENOSPC'));
  spool.append(['2']);
  await spool.flush();
  write.mockRestore();
  await handle.close();
  expect(spool.failure).toMatchObject({ message: 'ENOSPC' });
  spool.append(['3']);
  expect([await read(spool, 0, 10), spool.ready]).toEqual([[['1']], 1]);
  await spool.close();
});

test('a cut never splits a character', () => {
  expect(cutCell('x'.repeat(CUT_LENGTH))).toBe('x'.repeat(CUT_LENGTH));
  expect(cutCell(`${'x'.repeat(CUT_LENGTH - 1)}😀`)).toEqual({ cut: 'x'.repeat(CUT_LENGTH - 1), length: CUT_LENGTH + 1 });
});
