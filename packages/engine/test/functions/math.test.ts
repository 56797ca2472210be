/** Mathematical functions: values, the types they keep, and their errors. */

import { decimal, FLOAT, MONEY, numeric, REAL, SMALLINT, TINYINT } from '@sprocket/tsql';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/functions/index.ts';
import { call, callIn, check, checkErrors, environment, nullOf, row, typed } from './harness.ts';

const dec = (p: number, s: number, unscaled: bigint) => typed(decimal(p, s), unscaled);

describe('keeping the type', () => {
  check([
    row('ABS', [-5], 'int', 5),
    row('ABS', [typed(SMALLINT, -5)], 'int', 5),
    row('ABS', [typed(TINYINT, 5)], 'int', 5),
    row('ABS', [dec(5, 2, -150n)], 'decimal(5,2)', 150n),
    row('ABS', [typed(numeric(5, 2), -150n)], 'numeric(5,2)', 150n),
    row('ABS', [-5n], 'bigint', 5n),
    row('ABS', [typed(REAL, -1.5)], 'float', 1.5),
    row('ABS', ['-1.5'], 'float', 1.5),
    row('ABS', [null], 'int', null),
    row('SIGN', [-3], 'int', -1),
    row('SIGN', [dec(5, 2, -150n)], 'decimal(5,2)', -100n),
    row('SIGN', [typed(MONEY, 15000n)], 'money', 10000n),
    row('FLOOR', [dec(5, 2, -12345n)], 'decimal(5,0)', -124n),
    row('FLOOR', [dec(5, 2, 12345n)], 'decimal(5,0)', 123n),
    row('FLOOR', [typed(MONEY, -15000n)], 'money', -20000n),
    row('FLOOR', [-1.5], 'float', -2),
    row('CEILING', [dec(2, 1, 11n)], 'decimal(2,0)', 2n),
    row('CEILING', [typed(MONEY, 15000n)], 'money', 20000n),
    row('CEILING', [7], 'int', 7),
    row('ROUND', [dec(7, 4, 1239994n), 3], 'decimal(7,4)', 1239990n),
    row('ROUND', [dec(7, 4, 1239995n), 3], 'decimal(7,4)', 1240000n),
    row('ROUND', [dec(5, 2, -15075n), 0, 1], 'decimal(5,2)', -15000n),
    row('ROUND', [dec(5, 2, 15075n), 0], 'decimal(5,2)', 15100n),
    row('ROUND', [dec(5, 2, -5n), 1], 'decimal(5,2)', -10n),
    row('ROUND', [748, -1], 'int', 750),
    row('ROUND', [748, -4], 'int', 0),
    row('ROUND', [2.5, 0], 'float', 3),
    row('ROUND', [-2.5, 0], 'float', -3),
    row('ROUND', [123.4567, 2, 1], 'float', 123.45),
    row('ROUND', [typed(MONEY, 123456n), 2], 'money', 123500n),
  ]);
  checkErrors([
    ['ROUND', [dec(5, 2, 74858n), -3], 8115, 'Arithmetic overflow error converting expression to data type numeric.'],
    ['ABS', [-2147483648], 8115, 'Arithmetic overflow error converting expression to data type int.'],
    ['ABS', [-9223372036854775808n], 8115],
    ['ABS', [nullOf({ ...MONEY, name: 'date' })], 8116, 'Argument data type date is invalid for argument 1 of abs function.'],
    ['ABS', ['abc'], 8114, 'Error converting data type varchar to float.'],
  ]);
});

describe('float', () => {
  check([
    row('SQRT', [16], 'float', 4),
    row('SQUARE', [3], 'float', 9),
    row('PI', [], 'float', Math.PI),
    row('EXP', [1], 'float', Math.E),
    row('LOG', [10], 'float', Math.log(10)),
    row('LOG', [8, 2], 'float', 3),
    row('LOG10', [1000], 'float', 3),
    row('ATN2', [1, 1], 'float', Math.PI / 4),
    row('POWER', [2, 10], 'int', 1024),
    row('POWER', [2, 0.5], 'int', 1),
    row('POWER', [typed(numeric(2, 1), 20n), 10], 'numeric(38,1)', 10240n),
    row('POWER', [2.5, 2], 'float', 6.25),
    row('POWER', ['2', 3], 'float', 8),
    row('DEGREES', [typed(FLOAT, Math.PI)], 'float', 180),
    row('DEGREES', [1], 'int', 57),
    row('RADIANS', [180], 'int', 3),
    row('RADIANS', [dec(4, 1, 1800n)], 'decimal(38,18)', 3141592653589793238n),
    row('RADIANS', [typed(FLOAT, 180)], 'float', Math.PI),
  ]);
  checkErrors([
    ['SQRT', [-1], 3623, 'An invalid floating point operation occurred.'],
    ['LOG', [0], 3623],
    ['LOG', [2, 1], 3623],
    ['ATN2', [0, 0], 3623],
    ['POWER', [-2, 0.5], 3623],
    ['POWER', [0, -1], 8134],
    ['EXP', [1000], 8115, 'Arithmetic overflow error converting expression to data type float.'],
    ['POWER', [2, 40], 232],
    ['PI', [1], 174, 'The pi function requires 0 argument(s).'],
  ]);

  test('an error is NULL when ARITHABORT and ANSI_WARNINGS are OFF', () => {
    const off = { ...environment, options: { ...environment.options, ansiWarnings: false, arithAbort: false } };
    expect(callIn(off, 'SQRT', -1).value).toBeNull();
  });
});

describe('bits', () => {
  check([
    row('LEFT_SHIFT', [12345, 5], 'int', 395040),
    row('LEFT_SHIFT', [255, -4], 'int', 15),
    row('RIGHT_SHIFT', [-1, 28], 'int', 15),
    row('RIGHT_SHIFT', [255, 64], 'int', 0),
    row('LEFT_SHIFT', [typed(TINYINT, 255), 1], 'tinyint', 254),
    row('BIT_COUNT', [23], 'bigint', 4n),
    row('BIT_COUNT', [-1], 'bigint', 32n),
    row('BIT_COUNT', [-1n], 'bigint', 64n),
    row('BIT_COUNT', [Uint8Array.of(0xab, 0xcd, 0xef)], 'bigint', 17n),
    row('GET_BIT', [-1, 31], 'bit', 1),
    row('GET_BIT', [8, 2], 'bit', 0),
    row('SET_BIT', [0, 2], 'int', 4),
    row('SET_BIT', [0xff, 0, 0], 'int', 0xfe),
  ]);
  checkErrors([
    ['GET_BIT', [1, 32], 9838, "Parameter 2 in function 'get_bit' is out of range 0 to 31."],
    ['SET_BIT', [1, 1, 2], 9839, "Parameter 3 in function 'set_bit' must be 0 or 1."],
    ['LEFT_SHIFT', [1.5, 1], 8116],
  ]);
});

describe('RAND', () => {
  test("gives SQL Server's numbers for a seed", () => {
    const random = createRandom();
    expect([1, 2, 3, 0, 100].map((seed) => random(seed).toFixed(13))).toEqual([
      '0.7135919932129',
      '0.7136106261842',
      '0.7136292591554',
      '0.9435973904241',
      '0.7154366573675',
    ]);
  });

  test('goes on where it was', () => {
    const [a, b] = [createRandom(), createRandom()];
    a(42);
    b(42);
    expect(a()).toBe(b());
    expect(call('RAND', 1)).toEqual({ type: 'float', value: createRandom()(1) });
  });
});
