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

const EXAMPLES: readonly (readonly [text: string, formatted: string])[] = [
  [
    'select a,b from t cross apply f(1) x where a=1 or (b=2 and c=-3) order by a offset 5 rows;',
    'SELECT a, b\nFROM t\nCROSS APPLY f(1) x\nWHERE a = 1\n    OR (b = 2 AND c = -3)\nORDER BY a\nOFFSET 5 rows;\n',
  ],
  ['if @a=1 print 1 else begin exec p @x=1 -- tail\nend', 'IF @a = 1\n    PRINT 1\nELSE\nBEGIN\n    EXEC p @x = 1 -- tail\nEND\n'],
  [
    'merge into t as x using s on x.a=s.a when matched then delete output deleted.a;',
    'MERGE INTO t AS x\nUSING s\n    ON x.a = s.a\nWHEN MATCHED THEN\n    DELETE\nOUTPUT deleted.a;\n',
  ],
  ['select 1\ngo\nselect 2', 'SELECT 1\ngo\nSELECT 2\n'],
];

test.for(EXAMPLES)('%j', ([text, formatted]) => expect(format(text).text).toBe(formatted));

test('a syntax error leaves the text as it is', () => {
  const text = 'select 1\nGO\nselect from t';
  expect(format(text)).toMatchObject({ text, diagnostics: [{ code: '156', line: 3 }] });
});
