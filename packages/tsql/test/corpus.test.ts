/**
 * The corpus covers the grammar by topic: every batch of every file reads without a mistake, and what is printed from its tree reads back
 * to the same tree. A new piece of grammar begins with a batch there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { splitBatches } from '../src/index.ts';
import { roundTrip } from './support.ts';

const folder = new URL('./corpus/', import.meta.url);

for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql'))) {
  describe(file, () => {
    const batches = splitBatches(readFileSync(new URL(file, folder), 'utf8'));
    test.for(batches.map(({ startLine, text }) => [startLine, text] as const))('line %i', ([, text]) => {
      expect(roundTrip(text)).not.toBe('');
    });
  });
}
