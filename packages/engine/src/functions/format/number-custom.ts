/**
 * .NET's custom numeric formats: `0` and `#` for digits, a point, commas that group or divide by a thousand, `%` and `‰`, exponents, quoted text, and up
 * to three sections for positive, negative and zero.
 */

import { divideRounded, powerOfTen, rescale } from '../../values/decimal.ts';
import type { Culture } from './culture.ts';
import { type FormattedNumber, group, magnitude } from './number.ts';

type Token =
  | { readonly kind: 'digit'; readonly zero: boolean }
  | { readonly kind: 'point' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'scale'; readonly text: string; readonly power: number }
  | { readonly kind: 'exponent'; readonly letter: string; readonly plus: boolean; readonly digits: number };

export function formatCustomNumber(number: FormattedNumber, format: string, culture: Culture): string {
  const sections = splitSections(format);
  const { unscaled } = number;
  const [first = '', second = '', third = ''] = sections;
  if (unscaled === 0n) return writeSection(third === '' ? first : third, number, culture, true);
  const usesSecond = unscaled < 0n && second !== '';
  const text = writeSection(usesSecond ? second : first, number, culture, usesSecond);
  return text;
}

/** Splits at semicolons outside quotes. */
function splitSections(format: string): readonly string[] {
  const sections = [''];
  for (const [piece] of format.matchAll(/\\[\s\S]?|'[^']*'?|"[^"]*"?|[\s\S]/g)) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

const PIECES = /\\([\s\S]?)|'([^']*)'?|"([^"]*)"?|([eE])([+-]?)(0+)|([\s\S])/g;

function tokenize(section: string): readonly Token[] {
  const tokens: Token[] = [];
  let hasPoint = false;
  for (const match of section.matchAll(PIECES)) {
    const [, escaped, single, double, letter, sign, zeros, character = ''] = match;
    if (letter !== undefined) tokens.push({ kind: 'exponent', letter, plus: sign === '+', digits: zeros!.length });
    else if (character === '' || character === undefined) tokens.push({ kind: 'text', text: escaped ?? single ?? double ?? '' });
    else if (character === '.' && hasPoint) continue;
    else {
      tokens.push(characterToken(character));
      if (character === '.') hasPoint = true;
    }
  }
  return tokens;
}

function characterToken(character: string): Token {
  switch (character) {
    case '0':
    case '#':
      return { kind: 'digit', zero: character === '0' };
    case '.':
      return { kind: 'point' };
    case ',':
      return { kind: 'comma' };
    case '%':
      return { kind: 'scale', text: '%', power: 2 };
    case '‰':
      return { kind: 'scale', text: '‰', power: 3 };
    default:
      return { kind: 'text', text: character };
  }
}

interface Layout {
  readonly tokens: readonly Token[];
  /** Placeholders before and after the point. */
  readonly before: number;
  readonly after: number;
  /** Digits that are always written on either side. */
  readonly leastBefore: number;
  readonly leastAfter: number;
  readonly grouped: boolean;
  /** Power of ten by which the number is multiplied. */
  readonly power: number;
}

function layOut(section: string): Layout {
  const tokens = tokenize(section);
  const point = tokens.findIndex((token) => token.kind === 'point');
  const end = point < 0 ? tokens.length : point;
  const whole = tokens.slice(0, end);
  const digits = whole.filter((token) => token.kind === 'digit');
  const fraction = tokens.slice(end).filter((token) => token.kind === 'digit');
  const lastDigit = whole.findLastIndex((token) => token.kind === 'digit');
  const firstDigit = whole.findIndex((token) => token.kind === 'digit');
  const commas = whole.filter((token, i) => token.kind === 'comma' && i > lastDigit && firstDigit >= 0).length;
  return {
    tokens,
    before: digits.length,
    after: fraction.length,
    leastBefore:
      digits.length -
      Math.max(
        digits.findIndex((token) => token.zero),
        digits.some((token) => token.zero) ? 0 : digits.length,
      ),
    leastAfter: fraction.findLastIndex((token) => token.zero) + 1,
    grouped: whole.some((token, i) => token.kind === 'comma' && i > firstDigit && i < lastDigit),
    power: tokens.reduce((sum, token) => sum + (token.kind === 'scale' ? token.power : 0), 0) - commas * 3,
  };
}

function writeSection(section: string, number: FormattedNumber, culture: Culture, unsigned: boolean): string {
  const layout = layOut(section);
  const exponent = layout.tokens.find((token) => token.kind === 'exponent');
  const scaled = { unscaled: number.unscaled, scale: number.scale - layout.power };
  const { rounded, power } = exponent === undefined ? { rounded: roundTo(scaled, layout.after), power: 0 } : normalize(scaled, layout);
  const sign = rounded < 0n && !unsigned ? '-' : '';
  return sign + writeTokens(layout, magnitude(rounded), power, culture);
}

function roundTo({ unscaled, scale }: { unscaled: bigint; scale: number }, places: number): bigint {
  return scale < 0 ? unscaled * powerOfTen(places - scale) : rescale(unscaled, scale, places);
}

/** For an exponent: as many digits as there are placeholders, and the power that is taken out. */
function normalize(
  { unscaled, scale }: { unscaled: bigint; scale: number },
  { before, after }: Layout,
): { rounded: bigint; power: number } {
  if (unscaled === 0n) return { rounded: 0n, power: 0 };
  const wanted = Math.max(before, 1) + after;
  const have = magnitude(unscaled).toString().length;
  const dropped = have - wanted;
  const rounded = dropped > 0 ? divideRounded(unscaled, powerOfTen(dropped)) : unscaled * powerOfTen(-dropped);
  const grown = magnitude(rounded).toString().length > wanted;
  return { rounded: grown ? rounded / 10n : rounded, power: dropped - scale + after + (grown ? 1 : 0) };
}

function writeTokens(layout: Layout, n: bigint, power: number, culture: Culture): string {
  const all = n.toString().padStart(layout.after + 1, '0');
  const whole = all
    .slice(0, all.length - layout.after)
    .replace(/^0+/, '')
    .padStart(layout.leastBefore, '0');
  const fraction = trimFraction(all.slice(all.length - layout.after), layout.leastAfter);
  const wholeParts = spread(whole, layout, culture);
  let placed = 0;
  let passed = false;
  let text = '';
  for (const token of layout.tokens) {
    switch (token.kind) {
      case 'digit':
        text += passed ? (fraction[placed++] ?? '') : wholeParts[placed++];
        break;
      case 'point':
        // Integral digits without any placeholder stand before the point.
        text += (layout.before === 0 ? whole : '') + (fraction === '' ? '' : culture.decimal);
        passed = true;
        placed = 0;
        break;
      case 'comma':
        break;
      case 'exponent':
        text += `${token.letter}${power < 0 ? '-' : token.plus ? '+' : ''}${String(Math.abs(power)).padStart(token.digits, '0')}`;
        break;
      default:
        text += token.text;
    }
  }
  return text;
}

function trimFraction(digits: string, least: number): string {
  let end = digits.length;
  while (end > least && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

/** The digits that stand at each placeholder before the point; the first one takes all that are left over. */
function spread(whole: string, { before, grouped }: Layout, culture: Culture): readonly string[] {
  const parts: string[] = [];
  for (let i = 0; i < before; i++) {
    const fromRight = before - 1 - i;
    const index = whole.length - 1 - fromRight;
    const digits = i === 0 ? whole.slice(0, Math.max(index + 1, 0)) : (whole[index] ?? '');
    parts.push(grouped ? separated(digits, fromRight, culture) : digits);
  }
  return parts;
}

/** Digits of which the last stands `fromRight` places before the point, with the separators that belong behind each. */
function separated(digits: string, fromRight: number, culture: Culture): string {
  if (digits === '') return '';
  const marked = group('9'.repeat(digits.length + fromRight), { ...culture, group: ',' });
  let text = '';
  let used = 0;
  for (const c of marked) {
    if (used === digits.length && c !== ',') break;
    text += c === ',' ? culture.group : digits[used++];
  }
  return text;
}
