import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findScripts, openRunner, runScript, type ScriptRunner } from './harness.ts';
import { parseGolden } from './script.ts';

const folder = dirname(fileURLToPath(import.meta.url));

describe('golden scripts', () => {
  let runner: ScriptRunner;
  beforeAll(async () => {
    runner = await openRunner();
  });
  afterAll(() => runner.close());

  for (const name of findScripts(folder)) {
    test(name, async () => {
      const { expected, produced } = await runScript(runner, folder, name);
      expect(produced).toBe(expected);
    });
  }
});

describe('the format', () => {
  test('a batch has its text, its session and the lines it must produce', () => {
    expect(parseGolden('--! as c2\nSELECT 1\nGO\n--> - int!\n-->\n\nPRINT 1\ngo\n')).toEqual([
      { text: '--! as c2\nSELECT 1', line: 1, session: 'c2', expected: ['- int!', ''], block: [3, 5] },
      { text: '\nPRINT 1', line: 6, session: '', expected: [], block: [8, 8] },
    ]);
  });

  test('an unknown directive is refused', () => {
    expect(() => parseGolden('--! skip\nSELECT 1\nGO\n')).toThrow("line 1: unknown directive 'skip'");
  });

  test('text without GO at the end is refused', () => {
    expect(() => parseGolden('SELECT 1\nGO\nSELECT 2\n')).toThrow('line 3');
  });
});
