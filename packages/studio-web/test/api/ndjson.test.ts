import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/api/ndjson.ts';
import { collect } from '../support/collect.ts';

/** A stream that gives the bytes in pieces of the given sizes, over and over. */
function inPieces(text: string, sizes: readonly number[]): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  let turn = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      const size = sizes[turn++ % sizes.length] ?? 1;
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

describe('linesOf', () => {
  it('gives the same lines however the bytes arrive, also when a character is cut in two', async () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '' && !/[\r\n]/.test(text));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.boolean(),
        async (lines, sizes, ended) => {
          const text = lines.join('\n') + (ended && lines.length > 0 ? '\n' : '');
          expect(await collect(linesOf(inPieces(text, sizes)))).toEqual(lines);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves empty lines out', async () => {
    expect(await collect(linesOf(inPieces('\n{}\n\n  \n[]\n', [3])))).toEqual(['{}', '[]']);
  });
});
