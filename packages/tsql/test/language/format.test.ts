/** The formatter over every procedure and script of the project: the same tokens and comments, and nothing left to do the second time. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { format, splitBatches } from '../../src/index.ts';
import { lex } from '../../src/lexer/lex.ts';
import { sampleProcedures } from './snapshot.ts';

const SCRIPTS = fileURLToPath(new URL('../../../../tests/scripts/', import.meta.url));

function folder(name: string): readonly string[] {
  return readdirSync(`${SCRIPTS}${name}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .map((file) => readFileSync(`${SCRIPTS}${name}/${file}`, 'utf8'));
}

const batches = readdirSync(SCRIPTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => folder(name))
  .flatMap((script) => splitBatches(script).map(({ text }) => text));

function tokens(text: string): readonly string[] {
  return lex(text).tokens.map(({ type, key, text: raw }) => `${type} ${key === '' ? raw : key}`);
}

/** Comments without blanks at their ends; two `--` inside a string count as well, alike on both sides. */
function comments(text: string): number {
  return text.split('--').length + text.split('/*').length;
}

function check(text: string): void {
  const once = format(text);
  if (once.diagnostics.length > 0) {
    expect(once.text).toBe(text);
    return;
  }
  expect(tokens(once.text)).toEqual(tokens(text));
  expect(comments(once.text)).toBe(comments(text));
  expect(format(once.text).text).toBe(once.text);
}

describe('the same tokens, and nothing left to do', () => {
  test.for(sampleProcedures.map(({ name, text }) => [name, text] as const))('%s', ([, text]) => check(text));

  test('golden scripts', () => {
    expect(batches.length).toBeGreaterThan(500);
    for (const text of batches) check(text);
  });
});
