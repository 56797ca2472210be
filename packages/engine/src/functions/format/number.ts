/**
 * .NET's standard numeric formats: C, D, E, F, G, N, P, R and X with a precision. A number is an exact unscaled integer and a scale, floats included
 * (their fifteen significant digits), so rounding is exact and half away from zero. What .NET refuses (D for a decimal) is NULL.
 */

import { divideRounded, powerOfTen, rescale } from '../../values/decimal.ts';
import type { Culture } from './culture.ts';
import { formatCustomNumber } from './number-custom.ts';

export interface FormattedNumber {
  readonly unscaled: bigint;
  /** Digits after the point. */
  readonly scale: number;
  /** Bits of an integer type: D and X are for these. */
  readonly bits?: number;
  /** Significant digits of float (15) and real (7). */
  readonly significant?: number;
}

/** The text of a number; null when the format does not apply. */
export function formatNumber(number: FormattedNumber, format: string, culture: Culture): string | null {
  const standard = /^([A-Za-z])(\d{0,2})$/.exec(format);
  if (standard === null) return format === '' ? general(number, undefined, culture) : formatCustomNumber(number, format, culture);
  const [, letter = '', digits = ''] = standard;
  const precision = digits === '' ? undefined : Number(digits);
  return STANDARD[letter.toUpperCase()]?.(number, precision, culture, letter) ?? null;
}

type Standard = (number: FormattedNumber, precision: number | undefined, culture: Culture, letter: string) => string | null;

const STANDARD: Readonly<Record<string, Standard>> = {
  C: (number, precision, culture) => currency(number, precision ?? culture.currencyDigits, culture),
  D: ({ unscaled, bits }, precision = 0) =>
    bits === undefined ? null : signed(unscaled < 0n, magnitude(unscaled).toString().padStart(precision, '0')),
  E: (number, precision = 6, culture, letter) => exponential(number, precision, culture, letter, 3),
  F: (number, precision = 2, culture) => fixedPoint(number, precision, culture, false),
  G: (number, precision, culture, letter) => general(number, precision, culture, letter),
  N: (number, precision = 2, culture) => fixedPoint(number, precision, culture, true),
  P: (number, precision = 2, culture) => percent(number, precision, culture),
  R: (number, _, culture) => (number.significant === undefined ? null : general(number, undefined, culture)),
  X: ({ unscaled, bits }, precision = 0, _culture, letter) => (bits === undefined ? null : hexadecimal(unscaled, bits, precision, letter)),
};

export const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);
const signed = (negative: boolean, digits: string): string => (negative ? `-${digits}` : digits);

function hexadecimal(n: bigint, bits: number, precision: number, letter: string): string {
  const digits = BigInt.asUintN(bits, n).toString(16).padStart(precision, '0');
  return letter === 'X' ? digits.toUpperCase() : digits;
}

/** Digits with the culture's point and, for N, C and P, its groups; without a sign. */
export function plainDigits(n: bigint, scale: number, culture: Culture, grouped: boolean): string {
  const digits = magnitude(n)
    .toString()
    .padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale);
  return (grouped ? group(whole, culture) : whole) + (scale > 0 ? culture.decimal + fraction : '');
}

/** Puts separators between groups of digits. */
export function group(digits: string, { group: separator, groups }: Culture): string {
  const parts: string[] = [];
  let rest = digits;
  for (let i = 0; rest.length > (groups[Math.min(i, groups.length - 1)] ?? 3); i++) {
    const size = groups[Math.min(i, groups.length - 1)] ?? 3;
    parts.unshift(rest.slice(-size));
    rest = rest.slice(0, -size);
  }
  return [rest, ...parts].join(separator);
}

function fixedPoint({ unscaled, scale }: FormattedNumber, precision: number, culture: Culture, grouped: boolean): string {
  const rounded = rescale(unscaled, scale, precision);
  return signed(rounded < 0n, plainDigits(rounded, precision, culture, grouped));
}

function currency({ unscaled, scale }: FormattedNumber, precision: number, culture: Culture): string {
  const rounded = rescale(unscaled, scale, precision);
  const pattern = rounded < 0n ? culture.negative : culture.positive;
  return fill(pattern, plainDigits(rounded, precision, culture, true), culture.symbol);
}

function fill(pattern: string, digits: string, symbol: string): string {
  return pattern.replace(/[n$]/g, (c) => (c === 'n' ? digits : symbol));
}

function percent({ unscaled, scale }: FormattedNumber, precision: number, culture: Culture): string {
  const rounded = rescale(unscaled * 100n, scale, precision);
  return signed(rounded < 0n, culture.percent.replace('n', plainDigits(rounded, precision, culture, true)));
}

/** Significant digits and the power of ten of the first, rounded to so many digits. */
function significand(n: bigint, scale: number, digits: number): { readonly digits: string; readonly exponent: number } {
  const all = magnitude(n).toString();
  const exponent = n === 0n ? 0 : all.length - 1 - scale;
  if (all.length <= digits) return { digits: all.padEnd(digits, '0'), exponent };
  const rounded = divideRounded(magnitude(n), powerOfTen(all.length - digits)).toString();
  return rounded.length > digits ? { digits: rounded.slice(0, digits), exponent: exponent + 1 } : { digits: rounded, exponent };
}

function exponential({ unscaled, scale }: FormattedNumber, precision: number, culture: Culture, letter: string, least: number): string {
  const { digits, exponent } = significand(unscaled, scale, precision + 1);
  const fraction = precision > 0 ? culture.decimal + digits.slice(1) : '';
  return signed(unscaled < 0n, `${digits[0]}${fraction}${letter}${exponentText(exponent, least)}`);
}

const exponentText = (exponent: number, least: number): string =>
  `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(least, '0')}`;

/** G: fixed notation while the exponent is small; a decimal keeps its zeros, a float loses them. */
function general(number: FormattedNumber, precision: number | undefined, culture: Culture, letter = 'G'): string {
  const { unscaled, scale, significant } = number;
  const wanted = precision === undefined || precision === 0 ? significant : precision;
  if (wanted === undefined) return signed(unscaled < 0n, plainDigits(unscaled, scale, culture, false));
  const { digits, exponent } = significand(unscaled, scale, wanted);
  const kept = digits.replace(/0+$/, '') || '0';
  const mark = letter === 'g' ? 'e' : 'E';
  if (exponent >= wanted || exponent <= -5) {
    const mantissa = kept.length > 1 ? `${kept[0]}${culture.decimal}${kept.slice(1)}` : kept;
    return signed(unscaled < 0n, `${mantissa}${mark}${exponentText(exponent, 2)}`);
  }
  const places = Math.max(kept.length - 1 - exponent, 0);
  return signed(unscaled < 0n, plainDigits(BigInt(kept) * powerOfTen(Math.max(exponent - kept.length + 1, 0)), places, culture, false));
}
