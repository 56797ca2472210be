import { describe, expect, test } from 'vitest';
import { parseScript, splitBatches } from '../src/index.ts';

const texts = (script: string) => splitBatches(script).map(({ text }) => text);

describe('splitBatches', () => {
  test('splits at lines that hold only GO, in any case and with blanks around it', () => {
    expect(texts('a\nGO\nb\n  go\t\nc')).toEqual(['a\n', 'b\n', 'c']);
    expect(texts('a\r\nGO\r\nb')).toEqual(['a\r\n', 'b']);
    expect(texts('a\nGO')).toEqual(['a\n']);
    expect(texts('a\nGO;\nb')).toEqual(['a\n', 'b']);
    expect(texts('a\nGO -- done\nb')).toEqual(['a\n', 'b']);
  });

  test('GO with anything else on its line is text', () => {
    expect(texts('SELECT 1 GO\nGO x\nGOTO y')).toHaveLength(1);
  });

  test('a number after GO repeats the batch', () => {
    expect(splitBatches('a\nGO 3\nb').map(({ count }) => count)).toEqual([3, 1]);
  });

  test.for([
    ['string', "'\nGO\n'"],
    ['bracketed name', '[\nGO\n]'],
    ['quoted name', '"\nGO\n"'],
    ['block comment', '/*\nGO\n*/'],
    ['nested block comment', '/* /* */\nGO\n*/'],
    ['string with a doubled quote', "'it''s\nGO\n'"],
    ['unclosed string', "'\nGO\n"],
    ['unclosed comment', '/*\nGO\n'],
  ] as const)('GO inside a %s is text', ([, text]) => {
    expect(texts(text)).toEqual([text]);
  });

  test('quotes inside comments open nothing', () => {
    expect(texts("-- it's\nGO\n/* don't */\nGO\nx")).toEqual(["-- it's\n", "/* don't */\n", 'x']);
  });

  test('batches know where they begin; empty ones are left out', () => {
    expect(splitBatches('\nGO\n\nGO\na\nb\nGO\nc')).toEqual([
      { text: 'a\nb\n', start: 8, startLine: 5, count: 1 },
      { text: 'c', start: 15, startLine: 8, count: 1 },
    ]);
  });
});

describe('parseScript', () => {
  test('reads every batch, with lines counted from its own start', () => {
    const [first, second] = parseScript('PRINT 1\nGO\nPRINT 2\nPRINT 3 4');
    expect(first!.statements.map(({ kind }) => kind)).toEqual(['print']);
    expect(second!.startLine).toBe(3);
    expect(second!.diagnostics.map(({ number, line }) => [number, line])).toEqual([[102, 2]]);
  });

  test('SET QUOTED_IDENTIFIER outlives its batch', () => {
    const batches = parseScript('SET QUOTED_IDENTIFIER OFF\nGO\nSELECT "a"\nGO\nSET QUOTED_IDENTIFIER ON\nGO\nSELECT "a"');
    expect(JSON.stringify(batches[1]!.statements)).toContain('"kind":"string"');
    expect(JSON.stringify(batches[3]!.statements)).toContain('"kind":"column"');
  });
});
