/**
 * How numbers are written: float and real with six digits, or in the styles 1, 2, 3 and 126 always with an exponent of three digits; money with two or
 * four digits and perhaps commas. Any other style is style 0. SQL Server takes the 17 significant digits of a float and rounds those half away from
 * zero, so 1.234575, whose nearest double lies a little below, becomes 1.23458.
 */

import { divideRounded, formatDecimal } from '../decimal.ts';

/** A writer of float or, with `single`, of real values in a style of CONVERT. */
export function floatFormatter(style: number, single: boolean): (value: number) => string {
  switch (style) {
    case 1:
      return (value) => exponential(value, 8);
    case 2:
      return (value) => exponential(value, 16);
    case 3:
      return (value) => exponential(value, 17);
    case 126:
      return (value) => exponential(value, single ? 8 : 16);
    default:
      return formatFloat;
  }
}

/** Six significant digits; an exponent from 1e+006 on and below 0.0001. */
export function formatFloat(value: number): string {
  const { digits, power } = significant(value, 6);
  const shown = digits.replace(/0+$/, '') || '0';
  if (power < -4 || power >= 6) return sign(value) + pointed(shown, 1) + exponentText(power);
  if (power < 0) return `${sign(value)}0.${'0'.repeat(-power - 1)}${shown}`;
  return sign(value) + pointed(shown.padEnd(power + 1, '0'), power + 1);
}

function exponential(value: number, count: number): string {
  const { digits, power } = significant(value, count);
  return sign(value) + pointed(digits, 1) + exponentText(power);
}

/** The first digits of a number and the power of ten of the first one. */
function significant(value: number, count: number): { readonly digits: string; readonly power: number } {
  const text = Math.abs(value).toExponential(16);
  const digits = text[0]! + text.slice(2, 18);
  const power = Number(text.slice(19));
  const kept = digits.slice(0, count);
  if (count === 17 || digits[count]! < '5') return { digits: kept, power };
  const rounded = (BigInt(kept) + 1n).toString();
  // 9.999999 rounds up to one more digit.
  return rounded.length > count ? { digits: rounded.slice(0, count), power: power + 1 } : { digits: rounded, power };
}

/** Minus also before a negative zero. */
function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? '-' : '';
}

function pointed(digits: string, whole: number): string {
  return digits.length > whole ? `${digits.slice(0, whole)}.${digits.slice(whole)}` : digits;
}

function exponentText(power: number): string {
  return `e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(3, '0')}`;
}

/** A writer of money in a style of CONVERT: 0 two digits, 1 two digits with commas, 2 and 126 four digits. */
export function moneyFormatter(style: number): (value: bigint) => string {
  switch (style) {
    case 1:
      return (value) => formatMoney(value).replace(/\B(?=(?:\d{3})+\.)/g, ',');
    case 2:
    case 126:
      return (value) => formatDecimal(value, 4);
    default:
      return formatMoney;
  }
}

/** Two digits, rounded. */
export function formatMoney(value: bigint): string {
  return formatDecimal(divideRounded(value, 100n), 2);
}
