import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findScripts, openRunner, runScript, type ScriptRunner } from './harness.ts';

const FOLDER = import.meta.dirname;

/** Folders whose scripts read tables of a database outside transactions. */
const TOPICS = [
  'backup',
  'control',
  'errors',
  'functions',
  'graph',
  'modules',
  'others',
  'procedural',
  'security',
  'select',
  'temporal',
  'types',
  'views',
  'xml',
];

describe('golden scripts with every read that can leave its session on another thread', () => {
  let runner: ScriptRunner;
  beforeAll(async () => {
    runner = await openRunner({ count: 1, everything: true });
  });
  afterAll(() => runner.close());

  for (const name of findScripts(FOLDER).filter((script) => TOPICS.includes(script.split('/')[0] ?? ''))) {
    test(name, async () => {
      const { expected, produced } = await runScript(runner, FOLDER, name);
      expect(produced).toBe(expected);
    });
  }

  test('hundreds of reads did', () => {
    expect(runner.reads()).toBeGreaterThan(300);
  });
});
