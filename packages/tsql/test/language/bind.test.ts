/** Names against a catalog: nothing is said about the sample procedures, and what is wrong is named. */
import { describe, expect, test } from 'vitest';
import { bindAgainst } from '../../src/index.ts';
import { sampleCatalog, sampleProcedures } from './snapshot.ts';

const catalog = sampleCatalog();

describe('no false alarms', () => {
  test('there are samples', () => expect(sampleProcedures.length).toBeGreaterThan(40));

  test.for(sampleProcedures.map(({ name, text }) => [name, text] as const))('%s', ([, text]) => {
    expect(bindAgainst(text, catalog).map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });
});
