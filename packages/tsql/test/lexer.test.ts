import { describe, expect, test } from 'vitest';
import { lex } from '../src/lexer/lex.ts';

/** Class and text of each token but the last. */
const tokens = (text: string) =>
  lex(text)
    .tokens.slice(0, -1)
    .map((token) => `${token.type} ${token.text}`);

describe('lex', () => {
  test.for([
    ['SELECT a', ['keyword SELECT', 'word a']],
    ['precision WITHIN', ['word precision', 'word WITHIN']],
    ['a$b #t ##g _x a@b', ['word a$b', 'word #t', 'word ##g', 'word _x', 'word a@b']],
    ['größe 表 naïve', ['word größe', 'word 表', 'word naïve']],
    ['cafe\u0301', ['word cafe\u0301']],
    ['@a @@b @ @#c', ['variable @a', 'variable @@b', 'variable @', 'variable @#c']],
    [
      '1 1. .5 1.5 1e3 1.5E-3 2e .5e+1',
      ['integer 1', 'decimal 1.', 'decimal .5', 'decimal 1.5', 'float 1e3', 'float 1.5E-3', 'float 2e', 'float .5e+1'],
    ],
    ['1a 1.b', ['integer 1', 'word a', 'decimal 1.', 'word b']],
    ['0x 0xAf 0x1G', ['binary ', 'binary Af', 'binary 1', 'word G']],
    ['0x1\\\n2', ['binary 12']],
    ['$1.5 $ £2 €.5 $action $PARTITION', ['money 1.5', 'money ', 'money 2', 'money .5', 'word $action', 'word $PARTITION']],
    ["'a''b' N'ü' n'x' N 'y'", ["string a'b", 'unicodeString ü', 'unicodeString x', 'word N', 'string y']],
    ["'a\\\nb' 'a\\\r\nb' 'a\nb'", ['string ab', 'string ab', 'string a\nb']],
    ['[a]]b] "c""d" N"e"', ['quotedName a]b', 'doubleQuoted c"d', 'word N', 'doubleQuoted e']],
    ['a--b\nc', ['word a', 'word c']],
    ['a/*b/*c*/d*/e', ['word a', 'word e']],
    [
      'a<=b<>c!=d!<e!>f>=g',
      [
        'word a',
        'sign <=',
        'word b',
        'sign <>',
        'word c',
        'sign !=',
        'word d',
        'sign !<',
        'word e',
        'sign !>',
        'word f',
        'sign >=',
        'word g',
      ],
    ],
    [
      '+= -= *= /= %= &= |= ^= ||= || :: << >>',
      ['+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '||=', '||', '::', '<<', '>>'].map((sign) => `sign ${sign}`),
    ],
    ['a\u00a0b\u3000c\ufeffd', ['word a', 'word b', 'word c', 'word d']],
    ['?\\`', ['sign ?', 'sign \\', 'sign `']],
    ['', []],
  ] as const)('%s', ([text, expected]) => {
    expect(tokens(text)).toEqual(expected);
    expect(lex(text).diagnostics).toEqual([]);
  });

  test('tokens know their offsets and lines', () => {
    const places = lex("a\n 'b\nc' d -- e\r\n/*\n*/ f").tokens.map(({ start, end, line }) => [start, end, line]);
    expect(places).toEqual([
      [0, 1, 1],
      [3, 8, 2],
      [9, 10, 3],
      [23, 24, 5],
      [24, 24, 5],
    ]);
  });

  test('a text covers itself: every character is a token, a blank or a comment', () => {
    const text = "SELECT N'a' + [b] -- c\nFROM @t WHERE x >= $1.5 /* d */ AND 0xFF = 1e3";
    let end = 0;
    for (const token of lex(text).tokens) {
      expect(text.slice(end, token.start)).toMatch(/^(\s|--[^\n]*|\/\*.*?\*\/)*$/);
      end = token.end;
    }
    expect(end).toBe(text.length);
  });
});
