/**
 * Schema documents as a schema. All documents of a collection are read together, so each may refer to what the others declare. Global components
 * are read when they are first referred to; at the end every one has been read, so that mistakes are found when the collection is made.
 */

import { sqlError } from '../../../errors.ts';
import type { XmlElement } from '../node.ts';
import { BUILTIN_TYPES, XSD } from './builtin-types.ts';
import { ANY_TYPE, readComplexType } from './complex.ts';
import { type AttributeDeclaration, type ElementDeclaration, expanded, type SchemaType, type SimpleType, type XmlSchema } from './model.ts';
import { readSimpleType } from './restrict.ts';
import {
  attribute,
  childNamed,
  childrenOf,
  isTrue,
  locationOf,
  nameOf,
  referred,
  required,
  type SchemaSource,
  sourcesOf,
  undefinedName,
} from './source.ts';

export type ComponentKind = 'element' | 'attribute' | 'type' | 'group' | 'attributeGroup';

/** A global declaration and where it stands. */
export interface Declared {
  readonly element: XmlElement;
  readonly source: SchemaSource;
}

/** Answers what a name means to those who read parts of a schema. */
export interface Reader {
  readonly declared: Readonly<Record<ComponentKind, ReadonlyMap<string, Declared>>>;
  /** Types that are still to be read once everything is declared. */
  readonly pending: (() => unknown)[];
  type(written: string, at: XmlElement): SchemaType;
  simpleType(written: string, at: XmlElement): SimpleType;
  element(written: string, at: XmlElement): ElementDeclaration;
  attribute(written: string, at: XmlElement): AttributeDeclaration;
  localElement(at: XmlElement, source: SchemaSource): ElementDeclaration;
  localAttribute(at: XmlElement, source: SchemaSource): AttributeDeclaration;
}

/** Reads the documents of a collection. Raises what is wrong with them. */
export function readSchema(documents: readonly string[]): XmlSchema {
  const declared = declarations(documents.filter((text) => text !== '').flatMap(sourcesOf));
  const reader = readerOf(declared);
  const all = <T>(kind: ComponentKind, read: (found: Declared) => T): ReadonlyMap<string, T> =>
    new Map([...declared[kind]].map(([name, found]) => [name, read(found)]));
  const elements = all('element', (found) => reader.element(required(found.element, 'name'), selfReference(found)));
  const attributes = all('attribute', (found) => reader.attribute(required(found.element, 'name'), selfReference(found)));
  const types = all('type', (found) => reader.type(required(found.element, 'name'), selfReference(found)));
  for (let next = reader.pending.pop(); next !== undefined; next = reader.pending.pop()) next();
  return { elements, attributes, types, substitutes: substitutesOf(elements) };
}

/** An element in whose scope an unprefixed name means the declaration's own namespace. */
function selfReference({ element, source }: Declared): XmlElement {
  return { ...element, declarations: [...element.declarations.filter(([prefix]) => prefix !== ''), ['', source.target]] };
}

const KINDS: Readonly<Record<string, ComponentKind>> = {
  element: 'element',
  attribute: 'attribute',
  simpleType: 'type',
  complexType: 'type',
  group: 'group',
  attributeGroup: 'attributeGroup',
};

function declarations(sources: readonly SchemaSource[]): Reader['declared'] {
  const declared: Record<ComponentKind, Map<string, Declared>> = {
    element: new Map(),
    attribute: new Map(),
    type: new Map(),
    group: new Map(),
    attributeGroup: new Map(),
  };
  for (const source of sources)
    for (const element of childrenOf(source.root)) {
      if (element.name.local === 'import') continue;
      const kind = KINDS[element.name.local];
      if (kind === undefined || element.name.uri !== XSD) throw sqlError(6940, element.name.local);
      const name = expanded(source.target, required(element, 'name'));
      if (declared[kind].has(name)) throw sqlError(kind === 'element' ? 2301 : 2302, required(element, 'name'));
      declared[kind].set(name, { element, source });
    }
  return declared;
}

/** Reads a component once, and finds circles that no value could end. */
function once<T>(read: (found: Declared) => T): (found: Declared) => T {
  const known = new Map<XmlElement, T>();
  const open = new Set<XmlElement>();
  return (found) => {
    const before = known.get(found.element);
    if (before !== undefined) return before;
    if (open.has(found.element)) throw sqlError(2366, required(found.element, 'name'));
    open.add(found.element);
    const component = read(found);
    known.set(found.element, component);
    return component;
  };
}

function readerOf(declared: Reader['declared']): Reader {
  const readType = once<SchemaType>((found) => typeAt(found.element, found.source, reader, nameIn(found)));
  const readElement = once((found) => elementAt(found.element, found.source, reader, true));
  const readAttribute = once((found) => attributeAt(found.element, found.source, reader, true));
  const reader: Reader = {
    declared,
    pending: [],
    type: (written, at) => {
      const name = referred(written, at);
      if (name.uri === XSD) return builtin(name.local) ?? fail(name);
      const found = declared.type.get(nameOf(name));
      return found === undefined ? fail(name) : readType(found);
    },
    simpleType: (written, at) => {
      const type = reader.type(written, at);
      if (type.kind !== 'simple') throw sqlError(2361);
      return type;
    },
    element: (written, at) => readElement(find('element', written, at)),
    attribute: (written, at) => readAttribute(find('attribute', written, at)),
    localElement: (at, source) => elementAt(at, source, reader, false),
    localAttribute: (at, source) => attributeAt(at, source, reader, false),
  };
  const find = (kind: ComponentKind, written: string, at: XmlElement): Declared => {
    const name = referred(written, at);
    return declared[kind].get(nameOf(name)) ?? fail(name);
  };
  return reader;
}

const builtin = (local: string): SchemaType | undefined => (local === 'anyType' ? ANY_TYPE : BUILTIN_TYPES.get(local));

function fail(name: { readonly uri: string; readonly local: string }): never {
  throw undefinedName(name);
}

const nameIn = ({ element, source }: Declared): string => expanded(source.target, required(element, 'name'));

function typeAt(element: XmlElement, source: SchemaSource, reader: Reader, name: string | null): SchemaType {
  return element.name.local === 'simpleType' ? readSimpleType(element, reader, name) : readComplexType(element, source, reader, name);
}

function elementAt(at: XmlElement, source: SchemaSource, reader: Reader, isGlobal: boolean): ElementDeclaration {
  const form = attribute(at, 'form');
  const isQualified = isGlobal || (form === null ? source.qualifiedElements : form === 'qualified');
  const written = attribute(at, 'type');
  const inline = childNamed(at, 'simpleType', 'complexType');
  if (written !== null && inline !== undefined) throw sqlError(2305, locationOf(at));
  const head = attribute(at, 'substitutionGroup');
  return {
    kind: 'element',
    name: expanded(isQualified ? source.target : '', required(at, 'name')),
    type: lazily(reader, () => {
      if (written !== null) return reader.type(written, at);
      if (inline !== undefined) return typeAt(inline, source, reader, null);
      return head === null ? ANY_TYPE : reader.element(head, at).type();
    }),
    nillable: isTrue(at, 'nillable'),
    abstract: isTrue(at, 'abstract'),
    default: rawAttribute(at, 'default'),
    fixed: rawAttribute(at, 'fixed'),
    substitutionGroup: head === null ? null : nameOf(referred(head, at)),
  };
}

function attributeAt(at: XmlElement, source: SchemaSource, reader: Reader, isGlobal: boolean): AttributeDeclaration {
  const form = attribute(at, 'form');
  const isQualified = isGlobal || (form === null ? source.qualifiedAttributes : form === 'qualified');
  const written = attribute(at, 'type');
  const inline = childNamed(at, 'simpleType');
  const name = required(at, 'name');
  return {
    name: expanded(isQualified ? source.target : '', name),
    type: lazily(reader, () => {
      const type =
        written !== null
          ? reader.type(written, at)
          : inline === undefined
            ? BUILTIN_TYPES.get('anySimpleType')
            : typeAt(inline, source, reader, null);
      if (type?.kind !== 'simple') throw sqlError(6955, name);
      return type;
    }),
    default: rawAttribute(at, 'default'),
    fixed: rawAttribute(at, 'fixed'),
  };
}

const rawAttribute = (at: XmlElement, name: string): string | null =>
  at.attributes.find((candidate) => candidate.name.uri === '' && candidate.name.local === name)?.value ?? null;

function lazily<T>(reader: Reader, read: () => T): () => T {
  let value: T | undefined;
  const answer = (): T => {
    value ??= read();
    return value;
  };
  reader.pending.push(answer);
  return answer;
}

function substitutesOf(elements: ReadonlyMap<string, ElementDeclaration>): ReadonlyMap<string, readonly ElementDeclaration[]> {
  const groups = new Map<string, ElementDeclaration[]>();
  for (const member of elements.values()) {
    const seen = new Set<string>();
    for (let head = member.substitutionGroup; head !== null && !seen.has(head); head = elements.get(head)?.substitutionGroup ?? null) {
      seen.add(head);
      groups.set(head, [...(groups.get(head) ?? []), member]);
    }
  }
  return groups;
}
