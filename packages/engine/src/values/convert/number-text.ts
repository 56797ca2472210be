/**
 * How numbers are written: float and real with six digits, or in the styles 1, 2, 3, 126, 128 and 129 always with an exponent of three digits; money
 * with two or four digits and perhaps commas.
 */

import { divideRounded, formatDecimal } from '../decimal.ts';

/** A float in a style of CONVERT; undefined when there is no such style. `single` for real. */
export function floatFormatter(style: number, single: boolean): ((value: number) => string) | undefined {
  switch (style) {
    case 0:
      return formatFloat;
    case 1:
      return (value) => exponential(value, 8);
    case 2:
      return (value) => exponential(value, 16);
    case 3:
      return (value) => exponential(value, 17);
    case 126:
    case 128:
    case 129:
      return (value) => exponential(value, single ? 8 : 16);
    default:
      return undefined;
  }
}

/** Six significant digits; an exponent from 1e+006 on and below 0.0001. */
export function formatFloat(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return sign(value) + trimZeros(Math.abs(value).toFixed(Math.max(5 - power, 0)));
  return sign(value) + trimZeros(mantissa.replace('-', '')) + exponentText(power);
}

function exponential(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
  return sign(value) + mantissa.replace('-', '') + exponentText(Number(exponent));
}

/** Minus also before a negative zero. */
function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? '-' : '';
}

function exponentText(power: number): string {
  return `e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(3, '0')}`;
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** Money in a style of CONVERT: 0 two digits, 1 two digits with commas, 2 and 126 four digits; undefined when there is no such style. */
export function moneyFormatter(style: number): ((value: bigint) => string) | undefined {
  switch (style) {
    case 0:
      return formatMoney;
    case 1:
      return (value) => formatMoney(value).replace(/\B(?=(?:\d{3})+\.)/g, ',');
    case 2:
    case 126:
      return (value) => formatDecimal(value, 4);
    default:
      return undefined;
  }
}

/** Two digits, rounded. */
export function formatMoney(value: bigint): string {
  return formatDecimal(divideRounded(value, 100n), 2);
}
