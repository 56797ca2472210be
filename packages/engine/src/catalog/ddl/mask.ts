/** MASKED WITH (FUNCTION = '…'): the text of a data masking function, read and held against the column's type (16002 to 16006). */

import { familyOf, isString, type Type } from '@sprocket/tsql';
import { sqlErrorState } from '../../errors.ts';
import { type DatePart, type MaskFunction, maskText } from '../../values/mask.ts';

/** The canonical text of a function for a column. */
export const columnMask = (text: string, column: string, type: Type): string => maskText(parseMask(text, column, type));

/** The function of a canonical text, which fits its column. */
export function maskFunction(text: string): MaskFunction {
  const open = text.indexOf('(');
  const args = argumentsOf(text.slice(open + 1, -1));
  const name = text.slice(0, open) as MaskFunction['name'];
  switch (name) {
    case 'default':
    case 'email':
      return { name };
    case 'random':
      return { name, from: args[0] ?? '0', to: args[1] ?? '0' };
    case 'partial':
      return { name, prefix: Number(args[0]), padding: unquoted(args[1] ?? '""'), suffix: Number(args[2]) };
    case 'datetime':
      return { name, part: unquoted(args[0] ?? '"Y"') as DatePart };
  }
}

const COUNTS: Readonly<Record<MaskFunction['name'], number>> = { default: 0, email: 0, random: 2, partial: 3, datetime: 1 };

const isName = (name: string): name is MaskFunction['name'] => name in COUNTS;

function parseMask(text: string, column: string, type: Type): MaskFunction {
  const open = text.indexOf('(');
  const written = open < 0 ? text : text.slice(0, open);
  const name = written.trim().toLowerCase();
  if (name === '' || (open >= 0 && (!isName(name) || written.startsWith(' ')))) throw sqlErrorState(16002, 0, column);
  const close = text.lastIndexOf(')');
  if (open < 0 || close < open || !isName(name)) throw sqlErrorState(16006, 0, written, column);
  if (!supports(name, type)) throw sqlErrorState(16003, 0, column, name);
  const args = argumentsOf(text.slice(open + 1, close));
  if (args.length !== COUNTS[name] || text.slice(close + 1).trim() !== '') throw sqlErrorState(16004, 0, written, column);
  const found = checkedArguments(name, args, type);
  if (found === null) throw sqlErrorState(16005, 0, name, column);
  return found;
}

function supports(name: MaskFunction['name'], type: Type): boolean {
  const family = familyOf(type);
  if (name === 'default') return true;
  if (name === 'email' || name === 'partial') return isString(type);
  if (name === 'random') return family === 'integer' || family === 'decimal' || family === 'money' || family === 'float';
  return family === 'datetime';
}

/** Null for arguments that the function or the type does not take. */
function checkedArguments(name: MaskFunction['name'], args: readonly string[], type: Type): MaskFunction | null {
  switch (name) {
    case 'default':
    case 'email':
      return { name };
    case 'partial': {
      const [prefix, suffix] = [count(args[0]), count(args[2])];
      const padding = args[1] ?? '';
      return prefix === null || suffix === null || !isQuoted(padding) ? null : { name, prefix, padding: unquoted(padding), suffix };
    }
    case 'random':
      return randomRange(args, type);
    case 'datetime': {
      const part = unquoted(args[0] ?? '');
      return isQuoted(args[0] ?? '') && partsOf(type).includes(part) ? { name, part: part as DatePart } : null;
    }
  }
}

const partsOf = ({ name }: Type): string => (name === 'date' ? 'YMD' : name === 'time' ? 'hms' : 'YMDhms');

const count = (text = ''): number | null => (isDigits(text) ? Number(text) : null);

const isDigits = (text: string): boolean => text !== '' && [...text].every((character) => character >= '0' && character <= '9');

/** A plain number with a sign and a fraction. */
function isNumber(text: string): boolean {
  const [whole = '', fraction, ...rest] = (text.startsWith('-') ? text.slice(1) : text).split('.');
  return rest.length === 0 && isDigits(whole) && (fraction === undefined || isDigits(fraction));
}

function randomRange(args: readonly string[], type: Type): MaskFunction | null {
  const [from = '', to = ''] = args;
  if (!isNumber(from) || !isNumber(to) || Number(from) > Number(to)) return null;
  const whole = familyOf(type) === 'integer';
  if (whole && (from.includes('.') || to.includes('.'))) return null;
  const [lowest, highest] = limits(type);
  if (Number(from) < lowest || Number(to) > highest) return null;
  return { name: 'random', from: canonical(from, type), to: canonical(to, type) };
}

function canonical(text: string, type: Type): string {
  const family = familyOf(type);
  if (family === 'decimal') return rounded(text, type.scale);
  return String(Number(family === 'money' ? rounded(text, MONEY_DIGITS) : text));
}

/** Half away from zero, digit by digit. */
function rounded(text: string, digits: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = text.slice(sign.length).split('.');
  const kept = BigInt(whole + fraction.padEnd(digits + 1, '0').slice(0, digits + 1));
  const shown = String((kept + 5n) / 10n).padStart(digits + 1, '0');
  return digits === 0 ? sign + shown : `${sign}${shown.slice(0, -digits)}.${shown.slice(-digits)}`;
}

const MONEY_DIGITS = 4;

const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  bit: [0, 1],
  tinyint: [0, 255],
  smallint: [-(2 ** 15), 2 ** 15 - 1],
  int: [-(2 ** 31), 2 ** 31 - 1],
};

function limits(type: Type): readonly [number, number] {
  if (familyOf(type) !== 'decimal') return LIMITS[type.name] ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
  const most = 10 ** (type.precision - type.scale);
  return [-most, most];
}

const isQuoted = (text: string): boolean => text.length >= 2 && text.startsWith('"') && text.endsWith('"');

const unquoted = (text: string): string => text.slice(1, -1).replaceAll('""', '"');

/** Parts at commas outside quotes, without the blanks around them; none for blanks alone. */
function argumentsOf(text: string): readonly string[] {
  if (text.trim() === '') return [];
  const parts: string[] = [];
  let part = '';
  let isInside = false;
  for (const character of text) {
    if (character === '"') isInside = !isInside;
    if (character === ',' && !isInside) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  return [...parts, part.trim()];
}
