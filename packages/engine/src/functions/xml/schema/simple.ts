/** Simple values: whether a text belongs to a type, and its canonical form, in which it is stored. */

import { doubleText } from '../query/atom.ts';
import type { Facets, Primitive, SimpleType, WhiteSpace } from './model.ts';
import { canonicalDateTime, canonicalDuration, compareTimes } from './time.ts';

/** The canonical form of a text, or null when it is no value of the type. */
export function canonicalValue(type: SimpleType, text: string): string | null {
  switch (type.variety) {
    case 'list':
      return canonicalList(type, text);
    case 'union': {
      if (!matches(type.facets, text)) return null;
      for (const member of type.members) {
        const value = canonicalValue(member, text);
        if (value !== null) return inEnumeration(type.facets, value) ? value : null;
      }
      return null;
    }
    case 'atomic':
      return canonicalAtom(type, text);
  }
}

function canonicalAtom({ primitive, facets }: SimpleType, text: string): string | null {
  const written = normalized(text, facets.whiteSpace);
  if (!matches(facets, written)) return null;
  const value = CANONICAL[primitive](written);
  if (value === null || !hasLength(facets, lengthOf(primitive, value)) || !hasDigits(facets, value)) return null;
  return inRange(facets, primitive, value) && inEnumeration(facets, value) ? value : null;
}

function canonicalList({ item, facets }: SimpleType, text: string): string | null {
  const written = normalized(text, 'collapse');
  if (item === null || !matches(facets, written)) return null;
  const values = (written === '' ? [] : written.split(' ')).map((part) => canonicalValue(item, part));
  if (values.includes(null) || !hasLength(facets, values.length)) return null;
  const value = values.join(' ');
  return inEnumeration(facets, value) ? value : null;
}

export function normalized(text: string, whiteSpace: WhiteSpace): string {
  if (whiteSpace === 'preserve') return text;
  const replaced = text.replace(/[\t\n\r]/g, ' ');
  return whiteSpace === 'replace' ? replaced : replaced.replace(/ +/g, ' ').replace(/^ | $/g, '');
}

const matches = ({ patterns = [] }: Facets, text: string): boolean => patterns.every((pattern) => pattern.test(text));

const inEnumeration = ({ enumeration }: Facets, value: string): boolean => enumeration === undefined || enumeration.includes(value);

function hasLength({ length, minLength, maxLength }: Facets, found: number): boolean {
  return (length === undefined || found === length) && found >= (minLength ?? 0) && found <= (maxLength ?? Number.POSITIVE_INFINITY);
}

function lengthOf(primitive: Primitive, value: string): number {
  if (primitive === 'hexBinary') return value.length / 2;
  if (primitive === 'base64Binary') return Buffer.from(value, 'base64').length;
  return [...value].length;
}

function hasDigits({ totalDigits, fractionDigits }: Facets, value: string): boolean {
  if (totalDigits === undefined && fractionDigits === undefined) return true;
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole.replace(/^0+/, '').length + fraction.length;
  return digits <= (totalDigits ?? Number.POSITIVE_INFINITY) && fraction.length <= (fractionDigits ?? Number.POSITIVE_INFINITY);
}

function inRange(facets: Facets, primitive: Primitive, value: string): boolean {
  const { minInclusive, maxInclusive, minExclusive, maxExclusive } = facets;
  const order = (bound: string): number => compareValues(primitive, value, bound);
  return (
    (minInclusive === undefined || order(minInclusive) >= 0) &&
    (maxInclusive === undefined || order(maxInclusive) <= 0) &&
    (minExclusive === undefined || order(minExclusive) > 0) &&
    (maxExclusive === undefined || order(maxExclusive) < 0)
  );
}

/** Less than 0, 0, or greater; NaN for values that have no order. */
export function compareValues(primitive: Primitive, a: string, b: string): number {
  switch (primitive) {
    case 'decimal': {
      const [x, y] = [units(a), units(b)];
      return x < y ? -1 : x > y ? 1 : 0;
    }
    case 'float':
    case 'double':
      return toNumber(a) - toNumber(b);
    default:
      return compareTimes(primitive, a, b);
  }
}

function units(value: string): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole.replace(/^\+/, '') + fraction.padEnd(10, '0').slice(0, 10));
}

const toNumber = (value: string): number =>
  value === 'INF' ? Number.POSITIVE_INFINITY : value === '-INF' ? Number.NEGATIVE_INFINITY : Number(value);

const same = (text: string): string => text;
const only =
  (shape: RegExp) =>
  (text: string): string | null =>
    shape.test(text) ? text : null;

const ZONE = '(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)?';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';

const CANONICAL: Readonly<Record<Primitive, (text: string) => string | null>> = {
  string: same,
  anySimpleType: same,
  anyURI: same,
  QName: only(/^(?:[\p{L}_][\p{L}\p{N}_.-]*:)?[\p{L}_][\p{L}\p{N}_.-]*$/u),
  boolean: (text) => ({ true: 'true', '1': 'true', false: 'false', '0': 'false' })[text] ?? null,
  decimal: canonicalDecimal,
  float: (text) => canonicalFloat(text, 7),
  double: (text) => canonicalFloat(text, 15),
  duration: canonicalDuration,
  dateTime: (text) => canonicalDateTime('dateTime', text),
  time: (text) => canonicalDateTime('time', text),
  date: (text) => canonicalDateTime('date', text),
  gYearMonth: only(new RegExp(`^-?\\d{4,}-${MONTH}${ZONE}$`)),
  gYear: only(new RegExp(`^-?\\d{4,}${ZONE}$`)),
  gMonthDay: only(new RegExp(`^--${MONTH}-${DAY}${ZONE}$`)),
  gDay: only(new RegExp(`^---${DAY}${ZONE}$`)),
  gMonth: only(new RegExp(`^--${MONTH}(?:--)?${ZONE}$`)),
  hexBinary: (text) => (/^(?:[0-9a-fA-F]{2})*$/.test(text) ? text.toUpperCase() : null),
  base64Binary: canonicalBase64,
};

/** 28 digits before the point and ten behind it; shorter is canonical. */
function canonicalDecimal(text: string): string | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (match === null || `${match[2]}${match[3] ?? ''}` === '') return null;
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = (match[3] ?? '').slice(0, 10).replace(/0+$/, '');
  if (whole.length > 28) return null;
  const value = fraction === '' ? whole : `${whole}.${fraction}`;
  return match[1] === '-' && value !== '0' ? `-${value}` : value;
}

function canonicalFloat(text: string, digits: number): string | null {
  if (text === 'INF' || text === '-INF' || text === 'NaN') return text;
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  return value === 0 && !Object.is(value, -0) ? '0.0E0' : doubleText(value, digits);
}

function canonicalBase64(text: string): string | null {
  const bare = text.replace(/ /g, '');
  return /^[A-Za-z0-9+/]*={0,2}$/.test(bare) && bare.length % 4 === 0 ? bare : null;
}
