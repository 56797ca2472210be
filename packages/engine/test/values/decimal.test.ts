/** Decimal text, scales and digits. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decimalFromFloat,
  divideRounded,
  fitsPrecision,
  floatFromDecimal,
  formatDecimal,
  parseDecimal,
  rescale,
} from '../../src/values/decimal.ts';

const unscaled = fc.bigInt(-(10n ** 38n) + 1n, 10n ** 38n - 1n);
const scale = fc.integer({ min: 0, max: 38 });

describe('text', () => {
  test.each([
    ['12.50', 1250n, 2],
    [' -0.5 ', -5n, 1],
    ['+7', 7n, 0],
    ['- 7', -7n, 0],
    ['.25', 25n, 2],
    ['5.', 5n, 0],
  ])('%j', (text, value, digits) => {
    expect(parseDecimal(text)).toEqual({ unscaled: value, scale: digits });
  });

  test.each(['', '.', '-', 'abc', '1e5', '1,5', '1.2.3', '\t1'])('%j is no decimal', (text) => {
    expect(parseDecimal(text)).toBe(undefined);
  });

  test('what is written reads back', () => {
    fc.assert(fc.property(unscaled, scale, (value, digits) => parseDecimal(formatDecimal(value, digits))?.unscaled === value));
  });
});

describe('scales', () => {
  test('rounds half away from zero', () => {
    expect(rescale(125n, 2, 1)).toBe(13n);
    expect(rescale(-125n, 2, 1)).toBe(-13n);
    expect(rescale(124n, 2, 1)).toBe(12n);
    expect(rescale(12n, 1, 3)).toBe(1200n);
    expect(divideRounded(-7n, 2n)).toBe(-4n);
    expect(divideRounded(7n, -2n)).toBe(-4n);
  });

  test('never moves further than half a unit', () => {
    fc.assert(
      fc.property(unscaled, scale, scale, (value, from, to) => {
        const difference = rescale(value, from, to) * 10n ** BigInt(Math.max(from - to, 0)) - value * 10n ** BigInt(Math.max(to - from, 0));
        return (difference < 0n ? -difference : difference) * 2n <= 10n ** BigInt(Math.max(from - to, 0));
      }),
    );
  });

  test('counts digits', () => {
    expect(fitsPrecision(999n, 3)).toBe(true);
    expect(fitsPrecision(-1000n, 3)).toBe(false);
  });
});

describe('floats', () => {
  test('a decimal of up to 15 digits survives the way through a float', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), fc.integer({ min: 0, max: 15 }), (value, digits) => {
        return decimalFromFloat(floatFromDecimal(value, digits), digits) === value;
      }),
    );
  });

  test('large and small numbers keep 17 digits', () => {
    expect(decimalFromFloat(1e22, 0)).toBe(10n ** 22n);
    expect(decimalFromFloat(2 ** 80, 0)).toBe(1208925819614629200000000n);
    expect(decimalFromFloat(0.1, 20)).toBe(10000000000000001000n);
    expect(decimalFromFloat(-1e-10, 5)).toBe(0n);
  });
});
