/** Aggregates: result types, exact values, overflow; window functions' types. */

import {
  BIGINT,
  BIT,
  DATE,
  decimal,
  FLOAT,
  INT,
  MAX,
  MONEY,
  nvarchar,
  REAL,
  SMALLINT,
  TINYINT,
  type Type,
  UNIQUEIDENTIFIER,
  varchar,
} from '@sprocket/tsql';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregate, windowFunction } from '../../src/functions/index.ts';
import type { Value } from '../../src/values/value.ts';
import { errorOf, fold, type Literal } from './harness.ts';

type Row = readonly [name: string, type: Type, values: readonly Value[], typeName: string, value: Value, further?: readonly Literal[]];

const rows: readonly Row[] = [
  ['COUNT', INT, [1, null, 3], 'int', 2],
  ['COUNT', INT, [], 'int', 0],
  ['COUNT_BIG', varchar(5), ['a'], 'bigint', 1n],
  ['SUM', INT, [2147483647, 1, -1], 'int', 2147483647],
  ['SUM', TINYINT, [255, 255], 'int', 510],
  ['SUM', BIGINT, [9223372036854775807n, 1n, -1n], 'bigint', 9223372036854775807n],
  ['SUM', decimal(5, 2), [12345n, -100n], 'decimal(38,2)', 12245n],
  ['SUM', MONEY, [15000n, 1n], 'money', 15001n],
  ['SUM', FLOAT, [0.1, 0.2], 'float', 0.1 + 0.2],
  ['SUM', REAL, [1.5, 2], 'float', 3.5],
  ['SUM', INT, [null], 'int', null],
  ['AVG', INT, [1, 2], 'int', 1],
  ['AVG', INT, [-1, -2], 'int', -1],
  ['AVG', SMALLINT, [7, null, 8], 'int', 7],
  ['AVG', decimal(3, 1), [10n, 20n, 20n], 'decimal(38,6)', 1666666n],
  ['AVG', decimal(20, 8), [1n, 2n], 'decimal(38,8)', 1n],
  ['AVG', MONEY, [10000n, 10000n, 20000n], 'money', 13333n],
  ['AVG', FLOAT, [1, 2], 'float', 1.5],
  ['MIN', varchar(5), ['b', 'A', 'c'], 'varchar(5)', 'A'],
  ['MAX', varchar(5), ['b', 'A', 'C'], 'varchar(5)', 'C'],
  ['MAX', DATE, [1, 3, 2], 'date', 3],
  [
    'MIN',
    UNIQUEIDENTIFIER,
    ['00000000-0000-0000-0000-0100000000FF', 'FFFFFFFF-0000-0000-0000-000000000000'],
    'uniqueidentifier',
    'FFFFFFFF-0000-0000-0000-000000000000',
  ],
  ['MAX', INT, [], 'int', null],
  ['STDEV', INT, [1, 2, 3, 4], 'float', 1.2909944487358056],
  ['STDEVP', INT, [1, 2, 3, 4], 'float', Math.sqrt(1.25)],
  ['VAR', INT, [1, 2, 3, 4], 'float', 5 / 3],
  ['VARP', INT, [1, 2, 3, 4], 'float', 1.25],
  ['VAR', INT, [1], 'float', null],
  ['VARP', INT, [1], 'float', 0],
  ['STRING_AGG', varchar(10), ['a', null, 'b'], 'varchar(8000)', 'a, b', [', ']],
  ['STRING_AGG', nvarchar(10), ['a', 'b'], 'nvarchar(4000)', 'ab', [null]],
  ['STRING_AGG', nvarchar(MAX), ['a', 'b'], 'nvarchar(max)', 'a-b', ['-']],
  ['STRING_AGG', INT, [1, 2], 'nvarchar(4000)', '1,2', [',']],
  ['STRING_AGG', varchar(10), [null], 'varchar(8000)', null, [',']],
  ['CHECKSUM_AGG', INT, [1, 2, 3], 'int', 0],
  ['APPROX_COUNT_DISTINCT', varchar(5), ['a', 'A', 'b'], 'bigint', 2n],
  ['PERCENTILE_CONT', INT, [10, 20, 30, 40], 'float', 25, [0.5]],
  ['PERCENTILE_DISC', INT, [10, 20, 30, 40], 'int', 20, [0.5]],
  ['PERCENTILE_DISC', INT, [10, 20, 30, 40], 'int', 10, [0]],
];

test.each(rows.map((row) => ({ title: `${row[0]} of ${row[1].name} ${row[2].join(', ')}`, row })))('$title', ({ row }) => {
  const [name, type, values, typeName, value, further = []] = row;
  expect(fold(name, type, values, ...further)).toEqual({ type: typeName, value });
});

const failures: readonly (readonly [string, Type, readonly Value[], number, string])[] = [
  ['SUM', INT, [2147483647, 1], 8115, 'Arithmetic overflow error converting expression to data type int.'],
  ['AVG', INT, [2147483647, 1], 8115, 'Arithmetic overflow error converting expression to data type int.'],
  ['SUM', BIGINT, [9223372036854775807n, 1n], 8115, 'Arithmetic overflow error converting expression to data type bigint.'],
  ['SUM', BIT, [], 8117, 'Operand data type bit is invalid for sum operator.'],
  ['SUM', varchar(5), [], 8117, 'Operand data type varchar is invalid for sum operator.'],
  ['MAX', BIT, [], 8117, 'Operand data type bit is invalid for max operator.'],
  ['PERCENTILE_CONT', INT, [1], 8727, 'Input parameter of percentile function is outside of range [0, 1].'],
];

test.each(failures)('%s fails', (name, type, values, number, message) => {
  expect(errorOf(() => fold(name, type, values, ...(name === 'PERCENTILE_CONT' ? [1.5] : [])))).toMatchObject({ number, message });
});

test('STRING_AGG is limited to 8,000 bytes unless its values are MAX', () => {
  expect(errorOf(() => fold('STRING_AGG', varchar(5000), ['a'.repeat(5000), 'b'.repeat(5000)], ',')).number).toBe(9829);
});

describe('sliding frames', () => {
  test.each([
    ['SUM', INT],
    ['COUNT', INT],
    ['AVG', INT],
  ] as const)('%s undoes what it did', (name, type) => {
    const fn = aggregate(name)!;
    const { start, step, inverse, result } = fn.fold(fn.signature([{ type, nullable: true }]));
    const run = (values: readonly number[]) => values.reduce<unknown>((state, value) => step(state as never, value), start());
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), (values) => {
        const undone = inverse!(run(values) as never, values[0]!);
        expect(result(undone as never)).toEqual(result(run(values.slice(1)) as never));
      }),
    );
  });
});

describe('window functions', () => {
  test.each([
    ['ROW_NUMBER', [], 'bigint', 'row_number()'],
    ['CUME_DIST', [], 'float', 'cume_dist()'],
    ['FIRST_VALUE', [varchar(5)], 'varchar', 'first_value(x)'],
    ['LAG', [DATE], 'date', 'lag(x)'],
  ] as const)('%s', (name, types, typeName, sql) => {
    const fn = windowFunction(name)!;
    const signature = fn.signature(types.map((type) => ({ type, nullable: true })));
    expect(signature.returns.name).toBe(typeName);
    expect(
      fn.sqlite?.(
        types.map(() => 'x'),
        signature,
      ),
    ).toBe(sql);
  });
  test('a default of LAG is converted to the value', () => {
    const fn = windowFunction('lag')!;
    const signature = fn.signature([
      { type: varchar(5), nullable: false },
      { type: INT, nullable: false },
      { type: INT, nullable: false },
    ]);
    expect(signature).toMatchObject({ params: [varchar(5), BIGINT, varchar(5)], returns: varchar(5), nullable: false });
  });
});
