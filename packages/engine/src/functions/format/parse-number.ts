/** PARSE of numbers: blanks, a sign before or behind, groups, the culture's point, a currency sign for money, an exponent for floats. */

import type { Decimal } from '../../values/decimal.ts';
import type { Culture } from './culture.ts';

export interface NumberStyle {
  readonly point: boolean;
  readonly groups: boolean;
  readonly currency: boolean;
  readonly exponent: boolean;
}

/** An exact number, or undefined when the text is none in this culture. */
export function parseNumber(text: string, culture: Culture, style: NumberStyle): Decimal | undefined {
  const stripped = strip(text, culture, style);
  const match = /^(\(?)([+-]?)([\d.]*)(?:[eE]([+-]?\d+))?([+-]?)(\)?)$/.exec(stripped);
  if (match === null) return undefined;
  const [, open = '', lead = '', digits = '', exponent, trail = '', close = ''] = match;
  const signs = [open !== '', lead !== '', trail !== ''].filter(Boolean).length;
  const isNumber = /^(?:\d+\.?\d*|\.\d+)$/.test(digits) && (style.point || !digits.includes('.'));
  if (!isNumber || signs > 1 || (open === '') !== (close === '') || (exponent !== undefined && !style.exponent)) return undefined;
  const negative = open !== '' || lead === '-' || trail === '-';
  return scaled(digits, Number(exponent ?? 0), negative);
}

/** The number with a plain point and without groups, blanks and currency signs. */
function strip(text: string, culture: Culture, style: NumberStyle): string {
  let rest = text.trim();
  if (style.currency) rest = rest.replace(culture.symbol, '').trim();
  const isBlankGroup = culture.group.trim() === '';
  const groups = isBlankGroup ? /[\u00a0\u202f ](?=\d)/g : new RegExp(`\\${culture.group}`, 'g');
  const [whole = '', ...fractions] = rest.split(culture.decimal);
  const ungrouped = style.groups ? whole.replace(groups, '') : whole;
  return [ungrouped.replace(/\s+/g, ''), ...fractions].join('.');
}

function scaled(digits: string, exponent: number, negative: boolean): Decimal {
  const [whole = '', fraction = ''] = digits.split('.');
  const unscaled = BigInt(whole + fraction || '0') * (negative ? -1n : 1n);
  const scale = fraction.length - exponent;
  if (scale >= 0) return { unscaled, scale };
  return { unscaled: scale < -400 ? 0n : unscaled * 10n ** BigInt(-scale), scale: 0 };
}
