/** Simple types of a schema: restrictions with their facets, lists and unions. */

import { sqlError } from '../../../errors.ts';
import type { XmlElement } from '../node.ts';
import { builtinType, isDerivedFrom } from './builtin-types.ts';
import type { Facets, SimpleType, WhiteSpace } from './model.ts';
import { pattern } from './pattern.ts';
import type { Reader } from './read.ts';
import { canonicalValue, compareValues } from './simple.ts';
import { attribute, childNamed, childrenOf, locationOf, required } from './source.ts';

export function readSimpleType(element: XmlElement, reader: Reader, name: string | null): SimpleType {
  const [definition] = childrenOf(element);
  switch (definition?.name.local) {
    case 'restriction':
      return restricted(baseOf(definition, reader), definition, name);
    case 'list':
      return listType(definition, reader, name);
    case 'union':
      return unionType(definition, reader, name);
    default:
      throw sqlError(2327, element.name.local);
  }
}

function baseOf(definition: XmlElement, reader: Reader): SimpleType {
  const written = attribute(definition, 'base');
  const inline = childNamed(definition, 'simpleType');
  if (written !== null) return reader.simpleType(written, definition);
  if (inline === undefined) throw sqlError(2316, locationOf(definition));
  return readSimpleType(inline, reader, null);
}

/** The base with the facets that stand in a restriction. */
export function restricted(base: SimpleType, definition: XmlElement, name: string | null): SimpleType {
  if (base.variety === 'union') throw sqlError(6910, name ?? '');
  const facets = facetsOf(base, definition, name ?? '');
  const { item, members, variety, primitive, builtin } = base;
  return { kind: 'simple', name, base, variety, primitive, builtin, item, members, facets };
}

function listType(definition: XmlElement, reader: Reader, name: string | null): SimpleType {
  const written = attribute(definition, 'itemType');
  const inline = childNamed(definition, 'simpleType');
  if (written === null && inline === undefined) throw sqlError(2393, locationOf(definition));
  const item = written === null ? readSimpleType(inline as XmlElement, reader, null) : reader.simpleType(written, definition);
  if (item.variety === 'list' || isDerivedFrom(item, 'ID')) throw sqlError(6978, name ?? '');
  return { ...unrestricted(name, 'list'), item, primitive: item.primitive, builtin: item.builtin };
}

function unionType(definition: XmlElement, reader: Reader, name: string | null): SimpleType {
  const named = (attribute(definition, 'memberTypes') ?? '').split(/\s+/).filter((part) => part !== '');
  const inline = childrenOf(definition).filter((child) => child.name.local === 'simpleType');
  if (named.length + inline.length === 0) throw sqlError(2339, locationOf(definition));
  const members = [
    ...named.map((part) => memberType(part, definition, reader, name)),
    ...inline.map((child) => readSimpleType(child, reader, null)),
  ];
  const refused = members.find((member) => isDerivedFrom(member, 'ID') || member.primitive === 'QName');
  if (refused !== undefined) throw sqlError(6903, name ?? '');
  return { ...unrestricted(name, 'union'), members };
}

function memberType(written: string, definition: XmlElement, reader: Reader, name: string | null): SimpleType {
  const type = reader.type(written, definition);
  if (type.kind !== 'simple') throw sqlError(6977, written, name ?? '');
  return type;
}

const unrestricted = (name: string | null, variety: 'list' | 'union'): SimpleType => ({
  kind: 'simple',
  name,
  base: builtinType('anySimpleType'),
  variety,
  primitive: 'string',
  builtin: 'xdt:anyAtomicType',
  item: null,
  members: [],
  facets: { whiteSpace: 'collapse' },
});

const COUNTS: ReadonlySet<string> = new Set(['length', 'minLength', 'maxLength', 'totalDigits', 'fractionDigits']);
const BOUNDS: ReadonlySet<string> = new Set(['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive']);

function facetsOf(base: SimpleType, definition: XmlElement, name: string): Facets {
  const own: { -readonly [Facet in keyof Facets]?: Facets[Facet] } = {};
  const values: string[] = [];
  const alternatives: string[] = [];
  for (const facet of childrenOf(definition)) {
    const { local } = facet.name;
    if (local === 'enumeration') values.push(enumerated(base, facet, name));
    else if (local === 'pattern') alternatives.push(required(facet, 'value'));
    else if (COUNTS.has(local)) setCount(own, local as 'length', facet, name);
    else if (BOUNDS.has(local)) setBound(own, local as 'minInclusive', base, facet, name);
    else if (local === 'whiteSpace') own.whiteSpace = required(facet, 'value') as WhiteSpace;
  }
  if (values.length > 0) own.enumeration = values;
  if (alternatives.length > 0) own.patterns = [...(base.facets.patterns ?? []), expression(alternatives, name)];
  const facets = { ...base.facets, ...own };
  requireOrder(facets, base, name);
  return facets;
}

function setCount(own: Record<string, unknown>, local: string, facet: XmlElement, name: string): void {
  const value = required(facet, 'value');
  if (!/^\d+$/.test(value)) throw sqlError(6945, local, name);
  if (own[local] !== undefined) throw sqlError(2320, local, locationOf(facet));
  own[local] = Number(value);
}

function setBound(own: Record<string, unknown>, local: string, base: SimpleType, facet: XmlElement, name: string): void {
  const value = canonicalValue({ ...base, facets: { whiteSpace: base.facets.whiteSpace } }, required(facet, 'value'));
  if (value === null) throw sqlError(6945, local, name);
  if (own[local] !== undefined) throw sqlError(2320, local, locationOf(facet));
  own[local] = value;
}

/** The canonical form of an enumerated value, which the base must hold. */
function enumerated(base: SimpleType, facet: XmlElement, name: string): string {
  const written = facet.attributes.find((candidate) => candidate.name.local === 'value')?.value;
  if (written === undefined) throw sqlError(2299, 'value', 'enumeration');
  const value = canonicalValue(base, written);
  if (value === null) throw sqlError(6945, 'enumeration', name);
  return value;
}

/** Patterns that stand side by side are alternatives. */
function expression(alternatives: readonly string[], name: string): RegExp {
  try {
    return pattern(alternatives.map((part) => (alternatives.length > 1 ? `(${part})` : part)).join('|'));
  } catch {
    throw sqlError(6945, 'pattern', name);
  }
}

function requireOrder(facets: Facets, base: SimpleType, name: string): void {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, length, totalDigits, fractionDigits = 0 } = facets;
  if (minLength > maxLength) throw sqlError(6946, name);
  if (length !== undefined && minLength > length) throw sqlError(6948, name);
  if (length !== undefined && length > maxLength) throw sqlError(6949, name);
  if (totalDigits !== undefined && fractionDigits > totalDigits) throw sqlError(6950, name);
  const { minInclusive, maxInclusive, minExclusive, maxExclusive } = facets;
  const order = (a: string | undefined, b: string | undefined): number =>
    a === undefined || b === undefined ? Number.NEGATIVE_INFINITY : compareValues(base.primitive, a, b);
  if (order(minInclusive, maxInclusive) > 0 || order(minInclusive, maxExclusive) >= 0) throw sqlError(6951, name);
  if (order(minExclusive, maxExclusive) > 0 || order(minExclusive, maxInclusive) >= 0) throw sqlError(6952, name);
}
