/** Operators: results, overflows and divisions, and decimal arithmetic against exact rationals. */

import {
  BIGINT,
  BIT,
  char,
  DATETIME,
  decimal,
  decimalResult,
  FLOAT,
  INT,
  MONEY,
  nvarchar,
  REAL,
  SMALLDATETIME,
  SMALLINT,
  SMALLMONEY,
  TINYINT,
  type Type,
  varbinary,
  varchar,
} from '@sprocket/tsql';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arithmetic, bitNot, negate, type Operator } from '../../src/values/arithmetic.ts';
import type { Value } from '../../src/values/value.ts';
import { cast, dateText, ENV, environment, outcome } from './support.ts';

type Given = Exclude<Value, null>;

const run = (op: Operator, a: Given, b: Given, left: Type, right = left, result = left, env = ENV) =>
  outcome(() => arithmetic(op, left, right, result)(a, b, env));

describe('integers', () => {
  test.each([
    ['+', 2, 3, INT, 5],
    ['*', -2, 0, INT, 0],
    ['/', 7, -2, INT, -3],
    ['/', -7, 2, INT, -3],
    ['%', -7, 3, INT, -1],
    ['%', 7, -3, INT, 1],
    ['&', 6, 3, INT, 2],
    ['|', 6, 3, INT, 7],
    ['^', 6, 3, INT, 5],
    ['<<', -2, 3, INT, -16],
    ['<<', 1, 31, INT, -2147483648],
    ['<<', 1, 32, INT, 0],
    ['>>', -1, 28, INT, 15],
    ['>>', 1, -3, INT, 8],
    ['<<', 255, 1, TINYINT, 254],
    ['/', 7n, -2n, BIGINT, -3n],
    ['>>', -1n, 60n, BIGINT, 15n],
    ['+', 2147483647, 1, INT, '8115/2 Arithmetic overflow error converting expression to data type int.'],
    ['*', 2147483647, 2147483647, INT, '8115/2 Arithmetic overflow error converting expression to data type int.'],
    ['+', 255, 1, TINYINT, '8115/2 Arithmetic overflow error converting expression to data type tinyint.'],
    ['-', 0, 1, TINYINT, '8115/2 Arithmetic overflow error converting expression to data type tinyint.'],
    ['/', -32768, -1, SMALLINT, '8115/2 Arithmetic overflow error converting expression to data type smallint.'],
    ['%', -2147483648, -1, INT, '8115/2 Arithmetic overflow error converting expression to data type int.'],
    ['*', 2n ** 62n, 2n, BIGINT, '8115/2 Arithmetic overflow error converting expression to data type bigint.'],
    ['/', 1, 0, INT, '8134/1 Divide by zero error encountered.'],
    ['%', 1n, 0n, BIGINT, '8134/1 Divide by zero error encountered.'],
  ] as const)('%s over %o and %o', (op, a, b, type, expected) => {
    const result = run(op, a, b, type);
    expect(result).toBe(expected);
    expect(Object.is(result, -0)).toBe(false);
  });

  test('every pair of ints agrees with exact arithmetic', () => {
    const int = fc.integer({ min: -2147483648, max: 2147483647 });
    const operators = {
      '+': (a: bigint, b: bigint) => a + b,
      '-': (a: bigint, b: bigint) => a - b,
      '*': (a: bigint, b: bigint) => a * b,
    } as const;
    fc.assert(
      fc.property(int, int, fc.constantFrom('+', '-', '*' as const), (a, b, op) => {
        const exact = operators[op as '+'](BigInt(a), BigInt(b));
        const fits = exact >= -2147483648n && exact <= 2147483647n;
        const result = run(op as Operator, a, b, INT);
        return fits ? BigInt(result as number) === exact : String(result).startsWith('8115');
      }),
    );
  });
});

describe('decimals', () => {
  const divide = (a: bigint, left: Type, b: bigint, right: Type) => run('/', a, b, left, right, decimalResult('/', left, right));

  test('division truncates, whatever the sign', () => {
    expect(divide(400n, decimal(5, 2), 7n, decimal(1, 0))).toBe(571428n);
    expect(divide(-400n, decimal(5, 2), 7n, decimal(1, 0))).toBe(-571428n);
    expect(divide(1n, decimal(5, 0), 1600000n, decimal(7, 0))).toBe(62n);
    expect(run('/', 300n, 2000000n, decimal(38, 2), decimal(10, 0), decimal(38, 6))).toBe(1n);
  });

  test('products round half away from zero', () => {
    expect(run('*', 15n, 15n, decimal(2, 1), decimal(2, 1), decimal(38, 1))).toBe(23n);
    expect(run('*', -15n, 15n, decimal(2, 1), decimal(2, 1), decimal(38, 1))).toBe(-23n);
  });

  test('overflow names numeric', () => {
    const wide = decimal(38, 0);
    expect(run('*', 10n ** 37n, 10n, wide, decimal(2, 0), wide)).toBe(
      '8115/2 Arithmetic overflow error converting expression to data type numeric.',
    );
    expect(divide(1n, decimal(5, 0), 0n, decimal(5, 0))).toBe('8134/1 Divide by zero error encountered.');
  });

  const anyDecimal = fc
    .integer({ min: 1, max: 18 })
    .chain((precision) =>
      fc.tuple(
        fc.constant(precision),
        fc.integer({ min: 0, max: precision }),
        fc.bigInt(-(10n ** BigInt(precision)) + 1n, 10n ** BigInt(precision) - 1n),
      ),
    );

  test('operators agree with exact rationals', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.constantFrom('+', '-', '*', '/', '%'), ([p1, s1, a], [p2, s2, b], op) => {
        const operator = op as '+' | '-' | '*' | '/' | '%';
        const [left, right] = [decimal(p1, s1), decimal(p2, s2)];
        const result = decimalResult(operator, left, right);
        if (b === 0n && (operator === '/' || operator === '%')) return true;
        return run(operator, a, b, left, right, result) === exact(operator, a, s1, b, s2, result.scale);
      }),
    );
  });

  /** The result over a common denominator, brought to the scale: truncated for a quotient, rounded for the rest. */
  function exact(op: string, a: bigint, s1: number, b: bigint, s2: number, scale: number): bigint {
    const [x, y] = [a * 10n ** BigInt(s2), b * 10n ** BigInt(s1)];
    const unit = 10n ** BigInt(s1 + s2);
    const up = 10n ** BigInt(scale);
    if (op === '/') return (x * up) / y;
    if (op === '*') return roundedQuotient(a * b * up, unit);
    return roundedQuotient((op === '+' ? x + y : op === '-' ? x - y : x % y) * up, unit);
  }

  function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
    const size = numerator < 0n ? -numerator : numerator;
    const rounded = (size * 2n + denominator) / (denominator * 2n);
    return numerator < 0n ? -rounded : rounded;
  }
});

describe('money', () => {
  test.each([
    ['*', 10001n, 5555n, MONEY, 5556n],
    ['/', 10000n, 70000n, MONEY, 1428n],
    ['/', -20000n, 30000n, MONEY, -6666n],
    ['+', 10000n, 5n, SMALLMONEY, 10005n],
    ['%', 75000n, 20000n, MONEY, 15000n],
    ['+', 2147483647n, 1n, SMALLMONEY, '8115/2 Arithmetic overflow error converting expression to data type smallmoney.'],
    ['/', 1n, 0n, MONEY, '8134/1 Divide by zero error encountered.'],
  ] as const)('%s', (op, a, b, type, expected) => {
    expect(run(op, a, b, type)).toBe(expected);
  });
});

describe('floats', () => {
  test('overflow and division', () => {
    expect(run('/', 1, 4, FLOAT)).toBe(0.25);
    expect(run('*', 1e308, 10, FLOAT)).toBe('8115/2 Arithmetic overflow error converting expression to data type float.');
    expect(run('/', 1, 0, FLOAT)).toBe('8134/1 Divide by zero error encountered.');
    expect(run('+', 16777216, 1, REAL)).toBe(16777216);
    expect(run('/', 1, 7, REAL)).toBe(Math.fround(1 / 7));
  });
});

describe('datetime', () => {
  const day = 300 * 86400;
  test('adds days and datetimes', () => {
    expect(run('+', 0, 1, DATETIME, INT, DATETIME)).toBe(day);
    expect(run('-', 15n, 43829 * day, decimal(2, 1), DATETIME, DATETIME)).toBe(1.5 * day - 43829 * day);
    expect(dateText(run('-', 45290 * day, 15n, DATETIME, decimal(2, 1), DATETIME), DATETIME)).toBe('2023-12-30 12:00:00.000');
    expect(run('+', day, day, DATETIME)).toBe(2 * day);
    expect(run('+', 0, 0.0003, SMALLDATETIME, FLOAT, SMALLDATETIME)).toBe(0);
    expect(run('+', 0, 0.0004, SMALLDATETIME, FLOAT, SMALLDATETIME)).toBe(1);
    expect(run('+', 0, 3000000, DATETIME, INT, DATETIME)).toBe(
      '8115/2 Arithmetic overflow error converting expression to data type datetime.',
    );
  });
});

describe('concatenation', () => {
  test('is cut at the length of the result', () => {
    expect(run('+', 'ab', 'cd', varchar(2), varchar(2), varchar(4))).toBe('abcd');
    expect(run('+', 'x'.repeat(8000), 'y', varchar(8000), varchar(1), varchar(8000))).toBe('x'.repeat(8000));
    expect(run('+', 'x'.repeat(8000), 'y', varchar(8000), varchar(-1), varchar(-1))).toHaveLength(8001);
    expect(run('+', 'a  ', 'b', char(3), nvarchar(1), nvarchar(4))).toBe('a  b');
    expect(run('+', Uint8Array.of(1), Uint8Array.of(2, 3), varbinary(1), varbinary(2), varbinary(3))).toEqual(Uint8Array.of(1, 2, 3));
  });
});

describe('unary operators', () => {
  test('minus', () => {
    expect(negate(INT)(5, ENV)).toBe(-5);
    expect(Object.is(negate(INT)(0, ENV), 0)).toBe(true);
    expect(Object.is(negate(FLOAT)(0, ENV), -0)).toBe(true);
    expect(negate(decimal(5, 2))(5n, ENV)).toBe(-5n);
    expect(outcome(() => negate(INT)(-2147483648, ENV))).toBe('8115/2 Arithmetic overflow error converting expression to data type int.');
    expect(outcome(() => negate(MONEY)(-(2n ** 63n), ENV))).toBe(
      '8115/2 Arithmetic overflow error converting expression to data type money.',
    );
  });

  test('complement', () => {
    expect(bitNot(INT)(5, ENV)).toBe(-6);
    expect(bitNot(TINYINT)(5, ENV)).toBe(250);
    expect(bitNot(BIT)(1, ENV)).toBe(0);
    expect(bitNot(BIGINT)(0n, ENV)).toBe(-1n);
  });
});

describe('ANSI_WARNINGS and ARITHABORT both OFF', () => {
  const lenient = environment({ ansiWarnings: false, arithAbort: false });
  test('turn arithmetic errors into NULL', () => {
    expect(run('/', 1, 0, INT, INT, INT, lenient)).toBe(null);
    expect(run('+', 2147483647, 1, INT, INT, INT, lenient)).toBe(null);
    expect(run('/', 1n, 0n, decimal(5, 2), decimal(5, 2), decimal(13, 8), lenient)).toBe(null);
    expect(cast(300, INT, TINYINT, {}, lenient)).toBe(null);
    expect(cast('300', varchar(5), TINYINT, {}, lenient)).toMatch(/^244/);
    expect(run('/', 1, 0, INT, INT, INT, environment({ ansiWarnings: false }))).toBe('8134/1 Divide by zero error encountered.');
  });
});
