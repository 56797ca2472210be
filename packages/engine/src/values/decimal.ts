/**
 * Exact decimal numbers as an unscaled bigint plus a scale that the type holds. Parsing, printing, changing the scale and checking the number of
 * digits live here, for decimal, numeric and money alike. SQL Server rounds half away from zero wherever it drops digits, except in a division,
 * which truncates.
 */

import type { Value } from './value.ts';

/** 10 to the power `n`, for 0 ≤ n ≤ 76. */
export function powerOfTen(n: number): bigint {
  return POWERS[n] ?? 10n ** BigInt(n);
}

const POWERS: readonly bigint[] = Array.from({ length: 77 }, (_, n) => 10n ** BigInt(n));

/** A number as written: `unscaled` / 10^`scale`. */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

/** Quotient rounded half away from zero. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend - quotient * divisor) * 2n;
  const size = twice < 0n ? -twice : twice;
  if (size < (divisor < 0n ? -divisor : divisor)) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}

/** The same number at another scale, rounded half away from zero when digits are dropped. */
export function rescale(unscaled: bigint, from: number, to: number): bigint {
  if (to === from) return unscaled;
  return to > from ? unscaled * powerOfTen(to - from) : divideRounded(unscaled, powerOfTen(from - to));
}

/** True when the number has at most `precision` digits. */
export function fitsPrecision(unscaled: bigint, precision: number): boolean {
  const limit = powerOfTen(precision);
  return unscaled < limit && unscaled > -limit;
}

/** `-12.50`: every digit of the scale, with a leading zero. */
export function formatDecimal(unscaled: bigint, scale: number): string {
  if (scale === 0) return unscaled.toString();
  const negative = unscaled < 0n;
  const digits = (negative ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const DECIMAL = /^ *([+-]?) *(?:(\d+)\.?(\d*)|\.(\d+)) *$/;

/** Reads `[sign]digits[.digits]` with blanks around it; undefined when the text is something else. Exponents are not part of this grammar. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const fraction = match[3] ?? match[4] ?? '';
  const unscaled = BigInt((match[2] ?? '') + fraction || '0');
  return { unscaled: match[1] === '-' ? -unscaled : unscaled, scale: fraction.length };
}

/** The exact value of a finite double, at the given scale. */
export function decimalFromFloat(value: number, scale: number): bigint {
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 53) return BigInt(value) * powerOfTen(scale);
  // SQL Server keeps 17 significant digits of a float on its way to an exact number.
  const [mantissa = '0', exponent = '0'] = value.toExponential(16).split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const from = 16 - Number(exponent);
  return from < 0 ? digits * powerOfTen(-from + scale) : rescale(digits, from, scale);
}

/** The nearest double of a decimal. */
export function floatFromDecimal(unscaled: bigint, scale: number): number {
  if (scale === 0) return Number(unscaled);
  if (unscaled < SAFE && unscaled > -SAFE && scale <= 22) return Number(unscaled) / 10 ** scale;
  return Number(formatDecimal(unscaled, scale));
}

const SAFE = 1n << 53n;

/** Digits of an integer constant: beside a decimal it takes just these. */
export function integerDigits(value: Value): number {
  return String(value).replace('-', '').length;
}
