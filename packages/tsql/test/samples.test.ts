/** Whole scripts of public sample databases, where they are at hand: they read without a mistake and print to the same trees. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse, parseScript, print, withoutSpans } from '../src/index.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const scripts = existsSync(folder)
  ? readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isDirectory())
      .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
      .filter((path) => path.endsWith('.sql'))
  : [];

describe.skipIf(scripts.length === 0)('sample databases (skipped without the folder shared/data beside the project)', () => {
  test.for(scripts.map((path) => [basename(path), path] as const))('%s', ([, path]) => {
    const batches = parseScript(readFileSync(path, 'utf8'));
    expect(batches.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    for (const { statements } of batches) {
      expect(withoutSpans(parse(print(statements)).statements)).toEqual(withoutSpans(statements));
    }
  });
});
