/** LIKE: wildcards, sets, escapes, blanks at the end, and what the collation holds equal. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collation, DEFAULT_COLLATION, like } from '../../src/values/collation.ts';

const matches = (text: string, pattern: string, escapeChar: string | null = null, name = DEFAULT_COLLATION, unicode = true) =>
  like(pattern, escapeChar, collation(name, { unicode })!)(text);

describe('LIKE', () => {
  test.each([
    ['abc', 'abc', true],
    ['abc', 'ABC', true],
    ['abc', 'a%', true],
    ['abc', '%c', true],
    ['abc', '%b%', true],
    ['abc', 'a_c', true],
    ['abc', 'a_', false],
    ['abc', '%', true],
    ['', '%', true],
    ['', '', true],
    ['', '_', false],
    ['abcabc', 'a%bc', true],
    ['abcab', 'a%bc', false],
    ['aXbXc', 'a%X%c', true],
    ['ab', 'a%b%b', false],
    ['aab', '%ab', true],
    ['abc', '[a-c]bc', true],
    ['Bbc', '[a-c]bc', true],
    ['dbc', '[a-c]bc', false],
    ['dbc', '[^a-c]bc', true],
    ['5', '[0-9]', true],
    ['x', '[0-9]', false],
    ['-', '[a-]', true],
    ['a-b', 'a[-]b', true],
    [']', '[]]', false],
    ['a', '[]', false],
    ['a[b', 'a[b', false],
    ['a[b', 'a[[]b', true],
    ['50%', '50!%', false],
    ['c', '[c-a]', false],
    ['1', '[c-a1]', true],
    ['é', '[e]', false],
    ['é', '[d-f]', true],
    ['é', 'e', false],
    ['e\u0301', '_', true],
    ['％', '%％', true],
    ['abc', 'ab％', false],
  ])('%j like %j is %s', (text, pattern, expected) => {
    expect(matches(text, pattern)).toBe(expected);
  });

  test('escapes', () => {
    expect(matches('50%', '50!%', '!')).toBe(true);
    expect(matches('50x', '50!%', '!')).toBe(false);
    expect(matches('a_b', 'a\\_b', '\\')).toBe(true);
    expect(matches('a]b', 'a[\\]]b', '\\')).toBe(true);
    expect(matches('abc', 'abc!', '!')).toBe(false);
    expect(matches('E', 'eE', 'e')).toBe(true);
  });

  test('blanks at the end count for Unicode data', () => {
    expect(matches('x  ', 'x')).toBe(false);
    expect(matches('x  ', 'x', null, DEFAULT_COLLATION, false)).toBe(true);
    expect(matches('x  ', '%x', null, DEFAULT_COLLATION, false)).toBe(true);
    expect(matches('x y ', 'x', null, DEFAULT_COLLATION, false)).toBe(false);
    expect(matches('x', 'x ', null, DEFAULT_COLLATION, false)).toBe(false);
    expect(matches('x  ', 'x ', null, DEFAULT_COLLATION, false)).toBe(true);
  });

  test('other collations', () => {
    expect(matches('café', 'CAFE', null, 'Latin1_General_CI_AI')).toBe(true);
    expect(matches('ABC', 'abc', null, 'Latin1_General_CS_AS')).toBe(false);
    expect(matches('B', '[a-c]', null, 'Latin1_General_CS_AS')).toBe(true);
    expect(matches('C', '[a-c]', null, 'Latin1_General_CS_AS')).toBe(false);
    expect(matches('B', '[a-c]', null, 'Latin1_General_BIN2')).toBe(false);
    expect(matches('😀', '_', null, 'Latin1_General_100_CI_AS_SC')).toBe(true);
    expect(matches('😀', '__', null, 'Latin1_General_100_CI_AS')).toBe(true);
    expect(matches('I', 'i', null, 'Turkish_CI_AS')).toBe(false);
  });

  test('agrees with a plain matcher', () => {
    const letter = fc.constantFrom('a', 'b', '%', '_');
    const plain = (text: string, pattern: string): boolean => {
      if (pattern === '') return text === '';
      if (pattern[0] === '%') return plain(text, pattern.slice(1)) || (text !== '' && plain(text.slice(1), pattern));
      return text !== '' && (pattern[0] === '_' || pattern[0] === text[0]) && plain(text.slice(1), pattern.slice(1));
    };
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }),
        fc.string({ unit: letter, maxLength: 6 }),
        (text, pattern) => {
          return matches(text, pattern) === plain(text, pattern);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
