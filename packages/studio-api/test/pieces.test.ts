import { once } from 'node:events';
import { expect, test } from 'vitest';
import { LoginThrottle } from '../src/accounts/login-throttle.ts';
import { users } from '../src/database/schema/schema.ts';
import { ndjson } from '../src/http/ndjson.ts';
import { after, pageOf } from '../src/http/paging.ts';

async function read(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('events become lines, in order', async () => {
  const stream = ndjson<{ n: number }>(async ({ write }) => {
    for (const n of [1, 2, 3]) await write({ n });
  });
  expect(await read(stream)).toBe('{"n":1}\n{"n":2}\n{"n":3}\n');
});

test('the writer waits while nobody reads', async () => {
  let written = 0;
  const stream = ndjson<string>(async ({ write }) => {
    for (let n = 0; n < 1000; n += 1) {
      await write('x'.repeat(1000));
      written += 1;
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(written).toBeLessThan(300);
  expect((await read(stream)).length).toBe(1000 * 1003);
  expect(written).toBe(1000);
});

test('a reader who goes away aborts the signal at once, also while the writer waits', async () => {
  let reason: unknown;
  const stream = ndjson<string>(async ({ write, signal }) => {
    signal.addEventListener('abort', () => (reason = 'aborted'));
    for (;;) await write('x'.repeat(1000));
  });
  await once(stream, 'readable');
  stream.destroy();
  await once(stream, 'close');
  expect(reason).toBe('aborted');
});

test('an error of the producer ends the answer in its middle', async () => {
  const stream = ndjson<string>(async ({ write }) => {
    await write('first');
    throw new Error('expected');
  });
  await expect(read(stream)).rejects.toThrow('expected');
});

test('the throttle counts by address and email, and by address; success and time forgive', () => {
  const throttle = new LoginThrottle();
  const minutes = (count: number) => count * 60_000;
  for (let attempt = 0; attempt < 8; attempt += 1) throttle.failed('a', 'x@example.org', 0);
  expect(() => throttle.check('a', 'x@example.org', minutes(1))).toThrow('Too many failed attempts');
  throttle.check('b', 'x@example.org', minutes(1));
  throttle.check('a', 'y@example.org', minutes(1));
  throttle.check('a', 'x@example.org', minutes(16));
  throttle.succeeded('a', 'x@example.org');
  throttle.check('a', 'x@example.org', minutes(1));
  for (let attempt = 0; attempt < 60; attempt += 1) throttle.failed('c', `${attempt}@example.org`, 0);
  expect(() => throttle.check('c', 'fresh@example.org', minutes(1))).toThrow('Too many failed attempts');
});

test('a page cuts the row too many off and points behind its last', () => {
  const rows = [3, 2, 1].map((n) => ({ at: new Date(n), id: `00000000-0000-4000-8000-00000000000${n}` }));
  const { items, next } = pageOf(
    rows,
    2,
    (row) => row,
    ({ at }) => at.getTime(),
  );
  expect(items).toEqual([3, 2]);
  expect(after(next ?? '', users.createdAt, users.id)).toBeDefined();
  expect(
    pageOf(
      rows,
      3,
      (row) => row,
      () => null,
    ).next,
  ).toBeNull();
  expect(() => after('%%%', users.createdAt, users.id)).toThrow('not the cursor of a page');
});
