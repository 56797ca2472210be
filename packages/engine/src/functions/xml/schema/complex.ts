/** Complex types of a schema: content models, attributes, and derivation by extension and restriction. */

import { sqlError } from '../../../errors.ts';
import type { XmlElement } from '../node.ts';
import type { AttributeUse, ComplexType, ModelGroup, Particle, SchemaType, SimpleType, Wildcard } from './model.ts';
import type { Reader } from './read.ts';
import { readSimpleType, restricted } from './restrict.ts';
import {
  attribute,
  childNamed,
  childrenOf,
  declarationName,
  isTrue,
  locationOf,
  nameOf,
  referred,
  required,
  type SchemaSource,
  undefinedName,
} from './source.ts';

/** xs:anyType: whatever it is, it is not looked at more closely than its declarations allow. */
export const ANY_TYPE: ComplexType = {
  kind: 'complex',
  name: '{http://www.w3.org/2001/XMLSchema}anyType',
  base: () => null,
  derivation: 'restriction',
  abstract: false,
  mixed: true,
  simple: null,
  content: { min: 0, max: Number.POSITIVE_INFINITY, term: { kind: 'any', namespaces: '##any', process: 'lax' } },
  attributes: new Map(),
  anyAttribute: { kind: 'any', namespaces: '##any', process: 'lax' },
};

export function readComplexType(element: XmlElement, source: SchemaSource, reader: Reader, name: string | null): ComplexType {
  const content = childNamed(element, 'simpleContent', 'complexContent');
  const shape = { name, abstract: isTrue(element, 'abstract'), mixed: isTrue(element, 'mixed') };
  if (content === undefined) {
    const own = attributesOf(element, source, reader);
    return {
      kind: 'complex',
      ...shape,
      base: () => ANY_TYPE,
      derivation: 'restriction',
      simple: null,
      content: particleIn(element, source, reader),
      ...own,
    };
  }
  const definition = childNamed(content, 'extension', 'restriction');
  if (definition === undefined) throw sqlError(2327, content.name.local);
  const base = reader.type(required(definition, 'base'), definition);
  const mixed = shape.mixed || isTrue(content, 'mixed');
  const derive = content.name.local === 'simpleContent' ? simpleContent : complexContent;
  return derive({ name, abstract: shape.abstract, mixed, definition, base, source, reader });
}

interface Derivation {
  readonly name: string | null;
  readonly abstract: boolean;
  readonly mixed: boolean;
  readonly definition: XmlElement;
  readonly base: SchemaType;
  readonly source: SchemaSource;
  readonly reader: Reader;
}

function simpleContent({ name, abstract, definition, base, source, reader }: Derivation): ComplexType {
  const isExtension = definition.name.local === 'extension';
  if (base.kind === 'simple' && !isExtension) throw sqlError(6968, name ?? '');
  const inherited = base.kind === 'simple' ? base : base.simple;
  const inline = childNamed(definition, 'simpleType');
  const start = inline === undefined ? inherited : readSimpleType(inline, reader, null);
  if (start === null) throw sqlError(6942, name ?? '');
  const simple: SimpleType = isExtension ? start : restricted(start, definition, null);
  const own = attributesOf(definition, source, reader);
  const inheritedAttributes = base.kind === 'complex' ? base : NO_ATTRIBUTES;
  return {
    kind: 'complex',
    name,
    abstract,
    mixed: false,
    base: () => base,
    derivation: isExtension ? 'extension' : 'restriction',
    simple,
    content: null,
    ...combined(inheritedAttributes, own, isExtension, name),
  };
}

function complexContent({ name, abstract, mixed, definition, base, source, reader }: Derivation): ComplexType {
  if (base.kind === 'simple' || base.simple !== null) throw sqlError(6941, name ?? '');
  const isExtension = definition.name.local === 'extension';
  const own = particleIn(definition, source, reader);
  return {
    kind: 'complex',
    name,
    abstract,
    mixed: mixed || (isExtension && base.mixed),
    base: () => base,
    derivation: isExtension ? 'extension' : 'restriction',
    simple: null,
    content: isExtension ? followed(base.content, own) : own,
    ...combined(base, attributesOf(definition, source, reader), isExtension, name),
  };
}

/** An extension's content follows that of its base. */
function followed(first: Particle | null, second: Particle | null): Particle | null {
  if (first === null || second === null) return first ?? second;
  return { min: 1, max: 1, term: { kind: 'sequence', particles: [first, second] } };
}

type Attributes = Pick<ComplexType, 'attributes' | 'anyAttribute'>;

const NO_ATTRIBUTES: Attributes = { attributes: new Map(), anyAttribute: null };

/** The attributes of a derived type: an extension adds some, a restriction changes or prohibits some. */
function combined(base: Attributes, own: OwnAttributes, isExtension: boolean, name: string | null): Attributes {
  const attributes = new Map(base.attributes);
  for (const [key, use] of own.attributes) {
    if (isExtension && attributes.has(key)) throw sqlError(6976, key, name ?? '');
    attributes.set(key, use);
  }
  for (const key of own.prohibited) attributes.delete(key);
  return { attributes, anyAttribute: isExtension ? (own.anyAttribute ?? base.anyAttribute) : own.anyAttribute };
}

interface OwnAttributes extends Attributes {
  readonly prohibited: readonly string[];
}

function attributesOf(element: XmlElement, source: SchemaSource, reader: Reader): OwnAttributes {
  const attributes = new Map<string, AttributeUse>();
  const prohibited: string[] = [];
  let anyAttribute: Wildcard | null = null;
  for (const child of childrenOf(element)) {
    if (child.name.local === 'anyAttribute') anyAttribute = wildcard(child, source);
    else if (child.name.local === 'attributeGroup') {
      const group = groupOf('attributeGroup', child, reader);
      const own = attributesOf(group.element, group.source, reader);
      for (const [key, use] of own.attributes) attributes.set(key, use);
      anyAttribute ??= own.anyAttribute;
    } else if (child.name.local === 'attribute') {
      const use = attributeUse(child, source, reader);
      if (attribute(child, 'use') === 'prohibited') prohibited.push(use.declaration.name);
      else if (attributes.has(use.declaration.name)) throw sqlError(2310, use.declaration.name);
      else attributes.set(use.declaration.name, use);
    }
  }
  return { attributes, anyAttribute, prohibited };
}

function attributeUse(child: XmlElement, source: SchemaSource, reader: Reader): AttributeUse {
  const reference = attribute(child, 'ref');
  const declaration = reference === null ? reader.localAttribute(child, source) : reader.attribute(reference, child);
  declaration.type();
  return {
    declaration,
    required: attribute(child, 'use') === 'required',
    default: attribute(child, 'default') ?? declaration.default,
    fixed: attribute(child, 'fixed') ?? declaration.fixed,
  };
}

const GROUPS: readonly string[] = ['sequence', 'choice', 'all', 'group'];

/** The content model that stands in a type or a derivation; 2369 for a second one. */
function particleIn(element: XmlElement, source: SchemaSource, reader: Reader): Particle | null {
  const groups = childrenOf(element).filter((child) => GROUPS.includes(child.name.local));
  if (groups.length > 1) throw sqlError(2369, locationOf(element));
  const [group] = groups;
  return group === undefined ? null : particle(group, source, reader);
}

function particle(element: XmlElement, source: SchemaSource, reader: Reader): Particle {
  const { min, max } = occurrence(element);
  return { min, max, term: termOf(element, source, reader) };
}

function termOf(element: XmlElement, source: SchemaSource, reader: Reader): Particle['term'] {
  switch (element.name.local) {
    case 'element': {
      const reference = attribute(element, 'ref');
      return reference === null ? reader.localElement(element, source) : reader.element(reference, element);
    }
    case 'any':
      return wildcard(element, source);
    case 'group': {
      const found = groupOf('group', element, reader);
      const [body] = childrenOf(found.element);
      if (body === undefined) throw sqlError(2327, 'group');
      return modelGroup(body, found.source, reader);
    }
    default:
      return modelGroup(element, source, reader);
  }
}

function modelGroup(element: XmlElement, source: SchemaSource, reader: Reader): ModelGroup {
  const kind = element.name.local as ModelGroup['kind'];
  if (!GROUPS.includes(kind)) throw sqlError(2297, kind, locationOf(element));
  const particles = childrenOf(element).map((child) => particle(child, source, reader));
  const isSimple = kind !== 'all' || particles.every(({ max, term }) => max <= 1 && term.kind === 'element');
  if (!isSimple) throw sqlError(6958, declarationName(element));
  return { kind, particles };
}

function groupOf(kind: 'group' | 'attributeGroup', element: XmlElement, reader: Reader) {
  const name = referred(required(element, 'ref'), element);
  const found = reader.declared[kind].get(nameOf(name));
  if (found === undefined) throw undefinedName(name);
  for (let at: XmlElement['parent'] = element; at !== null; at = at.parent) if (at === found.element) throw sqlError(6954, name.local);
  return found;
}

function occurrence(element: XmlElement): { readonly min: number; readonly max: number } {
  const read = (name: string): number => {
    const written = attribute(element, name) ?? '1';
    if (name === 'maxOccurs' && written === 'unbounded') return Number.POSITIVE_INFINITY;
    if (!/^\d+$/.test(written)) throw sqlError(2309, written);
    return Number(written);
  };
  const [min, max] = [read('minOccurs'), read('maxOccurs')];
  if (min > max) throw sqlError(2382, locationOf(element));
  return { min, max };
}

function wildcard(element: XmlElement, source: SchemaSource): Wildcard {
  const process = (attribute(element, 'processContents') ?? 'strict') as Wildcard['process'];
  const written = attribute(element, 'namespace') ?? '##any';
  if (written === '##any') return { kind: 'any', namespaces: '##any', process };
  if (written === '##other') return { kind: 'any', namespaces: { not: source.target }, process };
  const namespaces = written.split(/\s+/).map((part) => (part === '##targetNamespace' ? source.target : part === '##local' ? '' : part));
  return { kind: 'any', namespaces, process };
}
