/** The simple types that XML Schema itself defines: each with its base, and with the facets that set it apart. */

import type { Facets, Primitive, SimpleType } from './model.ts';
import { pattern } from './pattern.ts';

export const XSD = 'http://www.w3.org/2001/XMLSchema';

interface Row {
  readonly base?: string;
  readonly primitive?: Primitive;
  readonly facets?: Partial<Facets>;
  readonly list?: string;
}

const range = (least: string, greatest: string): Partial<Facets> => ({ minInclusive: least, maxInclusive: greatest });
const like = (text: string): Partial<Facets> => ({ patterns: [pattern(text)] });

/** In an order in which bases come first. Primitive types collapse white space, but for strings. */
const ROWS: Readonly<Record<string, Row>> = {
  anySimpleType: { primitive: 'anySimpleType', facets: { whiteSpace: 'preserve' } },
  string: { base: 'anySimpleType', primitive: 'string', facets: { whiteSpace: 'preserve' } },
  boolean: { base: 'anySimpleType', primitive: 'boolean' },
  decimal: { base: 'anySimpleType', primitive: 'decimal' },
  float: { base: 'anySimpleType', primitive: 'float' },
  double: { base: 'anySimpleType', primitive: 'double' },
  duration: { base: 'anySimpleType', primitive: 'duration' },
  dateTime: { base: 'anySimpleType', primitive: 'dateTime' },
  time: { base: 'anySimpleType', primitive: 'time' },
  date: { base: 'anySimpleType', primitive: 'date' },
  gYearMonth: { base: 'anySimpleType', primitive: 'gYearMonth' },
  gYear: { base: 'anySimpleType', primitive: 'gYear' },
  gMonthDay: { base: 'anySimpleType', primitive: 'gMonthDay' },
  gDay: { base: 'anySimpleType', primitive: 'gDay' },
  gMonth: { base: 'anySimpleType', primitive: 'gMonth' },
  hexBinary: { base: 'anySimpleType', primitive: 'hexBinary' },
  base64Binary: { base: 'anySimpleType', primitive: 'base64Binary' },
  anyURI: { base: 'anySimpleType', primitive: 'anyURI' },
  QName: { base: 'anySimpleType', primitive: 'QName' },
  normalizedString: { base: 'string', facets: { whiteSpace: 'replace' } },
  token: { base: 'normalizedString', facets: { whiteSpace: 'collapse' } },
  language: { base: 'token', facets: like('[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*') },
  NMTOKEN: { base: 'token', facets: like('\\c+') },
  Name: { base: 'token', facets: like('\\i\\c*') },
  NCName: { base: 'Name', facets: like('[\\i-[:]][\\c-[:]]*') },
  ID: { base: 'NCName' },
  IDREF: { base: 'NCName' },
  ENTITY: { base: 'NCName' },
  NMTOKENS: { base: 'anySimpleType', list: 'NMTOKEN', facets: { minLength: 1 } },
  IDREFS: { base: 'anySimpleType', list: 'IDREF', facets: { minLength: 1 } },
  ENTITIES: { base: 'anySimpleType', list: 'ENTITY', facets: { minLength: 1 } },
  integer: { base: 'decimal', facets: { fractionDigits: 0, ...like('[\\-+]?[0-9]+') } },
  nonPositiveInteger: { base: 'integer', facets: { maxInclusive: '0' } },
  negativeInteger: { base: 'nonPositiveInteger', facets: { maxInclusive: '-1' } },
  long: { base: 'integer', facets: range('-9223372036854775808', '9223372036854775807') },
  int: { base: 'long', facets: range('-2147483648', '2147483647') },
  short: { base: 'int', facets: range('-32768', '32767') },
  byte: { base: 'short', facets: range('-128', '127') },
  nonNegativeInteger: { base: 'integer', facets: { minInclusive: '0' } },
  unsignedLong: { base: 'nonNegativeInteger', facets: { maxInclusive: '18446744073709551615' } },
  unsignedInt: { base: 'unsignedLong', facets: { maxInclusive: '4294967295' } },
  unsignedShort: { base: 'unsignedInt', facets: { maxInclusive: '65535' } },
  unsignedByte: { base: 'unsignedShort', facets: { maxInclusive: '255' } },
  positiveInteger: { base: 'nonNegativeInteger', facets: { minInclusive: '1' } },
};

/** By local name. */
export const BUILTIN_TYPES: ReadonlyMap<string, SimpleType> = build();

function build(): ReadonlyMap<string, SimpleType> {
  const types = new Map<string, SimpleType>();
  for (const [name, { base: baseName, primitive, facets, list }] of Object.entries(ROWS)) {
    const base = baseName === undefined ? null : (types.get(baseName) ?? null);
    types.set(name, {
      kind: 'simple',
      name: `{${XSD}}${name}`,
      base,
      variety: list === undefined ? 'atomic' : 'list',
      primitive: primitive ?? base?.primitive ?? 'string',
      builtin: `xs:${name}`,
      item: list === undefined ? null : (types.get(list) ?? null),
      members: [],
      facets: { ...(base === null || primitive !== undefined ? { whiteSpace: 'collapse' } : base.facets), ...facets },
    });
  }
  return types;
}

export const builtinType = (local: string): SimpleType => BUILTIN_TYPES.get(local) as SimpleType;

/** Whether the type is, or is derived from, the built-in type. */
export function isDerivedFrom(type: SimpleType, local: string): boolean {
  for (let at: SimpleType | null = type; at !== null; at = at.base) if (at.name === `{${XSD}}${local}`) return true;
  return false;
}
