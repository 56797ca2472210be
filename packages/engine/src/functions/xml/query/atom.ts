/**
 * Atomic values of XQuery. Integers and decimals are exact with ten fractional digits, as numeric(38, 10); doubles are numbers; the rest is text in
 * the lexical form of its type. The types are those that SQL Server's messages show.
 */

import { divideRounded } from '../../../values/decimal.ts';
import { stringValue, type XmlNode } from '../node.ts';

export type AtomType =
  | 'xdt:untypedAtomic'
  | 'xs:string'
  | 'xs:boolean'
  | 'xs:integer'
  | 'xs:int'
  | 'xs:long'
  | 'xs:short'
  | 'xs:unsignedByte'
  | 'xs:decimal'
  | 'xs:double'
  | 'xs:float'
  | 'xs:dateTime'
  | 'xs:date'
  | 'xs:time'
  | 'xs:base64Binary'
  | 'xs:hexBinary'
  | 'xs:anyURI'
  | 'xs:QName';

/** bigint for exact numbers (in units of 10⁻¹⁰), number for xs:double and xs:float. */
export interface Atom {
  readonly kind: 'atom';
  readonly type: AtomType;
  readonly value: string | number | bigint | boolean;
}

export type Item = XmlNode | Atom;

export const isNode = (item: Item): item is XmlNode => item.kind !== 'atom';

export const SCALE = 10n ** 10n;

export const atom = (type: AtomType, value: Atom['value']): Atom => ({ kind: 'atom', type, value });
export const untyped = (value: string): Atom => atom('xdt:untypedAtomic', value);
export const string = (value: string): Atom => atom('xs:string', value);
export const boolean = (value: boolean): Atom => atom('xs:boolean', value);
export const integer = (value: number): Atom => atom('xs:integer', BigInt(value) * SCALE);
export const double = (value: number): Atom => atom('xs:double', value);

/** The item as an atomic value: a node is untyped text, unless its instance is typed. */
export function atomize(item: Item): Atom {
  if (!isNode(item)) return item;
  if (item.kind !== 'element' && item.kind !== 'attribute') return untyped(stringValue(item));
  const { typed } = item;
  return typed === undefined || typed === null
    ? untyped(stringValue(item))
    : { kind: 'atom', type: typed.type as AtomType, value: typed.value };
}

/** Whether an element says that it has no value. */
export const isNil = (item: Item): boolean => item.kind === 'element' && item.typed === null;

/** The text of an item. */
export function text(item: Item): string {
  if (isNode(item)) return stringValue(item);
  const { value } = item;
  if (typeof value === 'bigint') return exactText(value);
  if (typeof value === 'number') return doubleText(value, item.type === 'xs:float' ? 7 : 15);
  return String(value);
}

function exactText(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(11, '0');
  const fraction = digits.slice(-10).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -10)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** fn:string of a double: plain between 10⁻⁶ and 10⁶, scientific beyond. */
export function doubleText(value: number, digits: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  if (value === 0) return Object.is(value, -0) ? '-0.0E0' : '0';
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const size = Math.abs(value);
  if (size >= 1e-6 && size < 1e6) return plain(Number(`${mantissa}e${exponent}`));
  const short = mantissa.includes('.') ? mantissa.replace(/0+$/, '').replace(/\.$/, '.0') : `${mantissa}.0`;
  return `${short}E${Number(exponent)}`;
}

/** Without an exponent, however small the number. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}

/** The item as a double; NaN when it is no number. */
export function toDouble(item: Item): number {
  const { value } = atomize(item);
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value) / 1e10;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return parseDouble(value);
}

export function parseDouble(written: string): number {
  const trimmed = written.trim();
  if (trimmed === 'INF') return Number.POSITIVE_INFINITY;
  if (trimmed === '-INF') return Number.NEGATIVE_INFINITY;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** Digits as an exact number, rounded to ten places; undefined when it is none. */
export function parseExact(written: string): bigint | undefined {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?\s*$/.exec(written);
  if (match === null || `${match[2]}${match[3] ?? ''}` === '') return undefined;
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2]}${fraction.padEnd(10, '0')}`);
  const value = fraction.length > 10 ? divideRounded(units, 10n ** BigInt(fraction.length - 10)) : units;
  return match[1] === '-' ? -value : value;
}

const EXACT: ReadonlySet<AtomType> = new Set(['xs:integer', 'xs:int', 'xs:long', 'xs:short', 'xs:unsignedByte', 'xs:decimal']);
const INTEGERS: ReadonlySet<AtomType> = new Set(['xs:integer', 'xs:int', 'xs:long', 'xs:short', 'xs:unsignedByte']);

export const isExact = (type: string): boolean => EXACT.has(type as AtomType);
export const isInteger = (type: string): boolean => INTEGERS.has(type as AtomType);
export const isApproximate = (type: string): boolean => type === 'xs:double' || type === 'xs:float';
export const isNumeric = (type: string): boolean => isExact(type) || isApproximate(type);

/** The effective boolean value: of a boolean itself, of nodes whether there are any. */
export function truth(items: readonly Item[]): boolean {
  const [first] = items;
  if (first === undefined) return false;
  if (isNode(first)) return true;
  return typeof first.value === 'boolean' ? first.value : first.value !== '' && first.value !== 0 && first.value !== 0n;
}
