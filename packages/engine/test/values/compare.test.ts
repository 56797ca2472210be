/** Comparison of values by type, and the agreement of keys with it. */

import {
  BIGINT,
  DATE,
  DATETIME,
  datetime2,
  datetimeoffset,
  decimal,
  FLOAT,
  INT,
  MONEY,
  nvarchar,
  REAL,
  SQL_VARIANT,
  type Type,
  time,
  UNIQUEIDENTIFIER,
  varbinary,
  varchar,
} from '@sprocket/tsql';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparer, keyOf } from '../../src/values/compare.ts';
import type { Present, Variant } from '../../src/values/value.ts';

const compare = (a: Present, b: Present, type: Type, collation?: string) => Math.sign(comparer(type, collation)(a, b));

describe('comparer', () => {
  test.each([
    [1, 2, INT, -1],
    [5n, 5n, BIGINT, 0],
    [-1n, 1n, decimal(5, 2), -1],
    [-0, 0, FLOAT, 0],
    ['abc', 'ABC  ', varchar(10), 0],
    ['a', 'b', nvarchar(10), -1],
    [Uint8Array.of(1), Uint8Array.of(1, 0, 0), varbinary(5), 0],
    [Uint8Array.of(), Uint8Array.of(0), varbinary(5), 0],
    [Uint8Array.of(1), Uint8Array.of(1, 1), varbinary(5), -1],
    [Uint8Array.of(255), Uint8Array.of(1, 1), varbinary(5), 1],
    [{ utc: 10n, offset: 60 }, { utc: 10n, offset: -60 }, datetimeoffset(7), 0],
    [{ utc: 9n, offset: 60 }, { utc: 10n, offset: -60 }, datetimeoffset(7), -1],
  ] as const)('%o and %o', (a, b, type, expected) => {
    expect(compare(a, b, type)).toBe(expected);
    expect(compare(b, a, type)).toBe(0 - expected);
  });

  test('a collation can be named', () => {
    expect(compare('abc', 'ABC', varchar(10), 'Latin1_General_CS_AS')).toBe(-1);
    expect(compare('abc', 'ABC', varchar(10, 'Latin1_General_BIN2'))).toBe(1);
  });

  test('uniqueidentifiers compare by their last group first', () => {
    const guids = [
      '01000000-0000-0000-0000-000000000000',
      '00010000-0000-0000-0000-000000000000',
      '00000100-0000-0000-0000-000000000000',
      '00000001-0000-0000-0000-000000000000',
      '00000000-0100-0000-0000-000000000000',
      '00000000-0001-0000-0000-000000000000',
      '00000000-0000-0100-0000-000000000000',
      '00000000-0000-0001-0000-000000000000',
      '00000000-0000-0000-0001-000000000000',
      '00000000-0000-0000-0100-000000000000',
      '00000000-0000-0000-0000-000000000001',
      '00000000-0000-0000-0000-010000000000',
    ];
    expect([...guids].reverse().sort(comparer(UNIQUEIDENTIFIER))).toEqual(guids);
  });
});

describe('sql_variant', () => {
  const v = (value: Variant['value'], type: Type): Variant => ({ type, value });

  test('families first, then values', () => {
    const ordered = [
      v('00000000-0000-0000-0000-000000000001', UNIQUEIDENTIFIER),
      v(Uint8Array.of(9), varbinary(5)),
      v('a', varchar(5)),
      v('B', nvarchar(5)),
      v(-1n, decimal(5, 2)),
      v(1, INT),
      v(15000n, MONEY),
      v(2n, BIGINT),
      v(-5.5, FLOAT),
      v(1.5, REAL),
      v(0, time(7)),
      v(1, DATETIME),
      v(693596, DATE),
    ];
    expect([...ordered].reverse().sort(comparer(SQL_VARIANT))).toEqual(ordered);
  });

  test('equal numbers of different exact types are equal, floats are not', () => {
    expect(compare(v(1, INT), v(100n, decimal(5, 2)), SQL_VARIANT)).toBe(0);
    expect(compare(v(1, INT), v(10000n, MONEY), SQL_VARIANT)).toBe(0);
    expect(compare(v(1, INT), v(1, FLOAT), SQL_VARIANT)).toBe(-1);
    expect(compare(v('abc', varchar(5)), v('ABC', nvarchar(5)), SQL_VARIANT)).toBe(0);
  });
});

describe('keyOf', () => {
  const bytes = fc.uint8Array({ maxLength: 6 });
  const hex = fc.stringMatching(/^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/);
  const domains: readonly (readonly [Type, fc.Arbitrary<Present>])[] = [
    [INT, fc.integer()],
    [BIGINT, fc.bigInt()],
    [FLOAT, fc.double({ noNaN: true, noDefaultInfinity: true })],
    [varchar(10), fc.string({ maxLength: 5 })],
    [nvarchar(10), fc.string({ unit: 'binary', maxLength: 5 })],
    [varbinary(10), bytes],
    [UNIQUEIDENTIFIER, hex],
    [datetime2(7), fc.bigInt({ min: 0n, max: 10n ** 18n })],
    [datetimeoffset(7), fc.record({ utc: fc.bigInt({ min: 0n, max: 100n }), offset: fc.integer({ min: -840, max: 840 }) })],
    [
      SQL_VARIANT,
      fc.oneof(
        fc.record({ type: fc.constant(INT), value: fc.integer() }),
        fc.record({ type: fc.constant(FLOAT), value: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
      ),
    ],
  ];

  test.each(domains.map(([type, values]) => [type.name, type, values] as const))('orders %s as the comparer does', (_, type, values) => {
    const key = keyOf(type);
    const order = comparer(type);
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [x, y] = [key(a), key(b)];
        return Math.sign(order(a, b)) === (x < y ? -1 : x > y ? 1 : 0) && order(a, a) === 0;
      }),
      { numRuns: 300 },
    );
  });
});
