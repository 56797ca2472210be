/**
 * What a schema tells about a query before any instance is seen: which type an element or attribute has that a step reaches, and how often it can be
 * there. A step that the schema says nothing about, such as `//a`, is as in an untyped instance.
 */

import { isDerivedFrom, XSD } from '../schema/builtin-types.ts';
import {
  type AttributeUse,
  admits,
  type ElementDeclaration,
  expanded,
  type Particle,
  type SchemaType,
  type SimpleType,
  type XmlSchema,
} from '../schema/model.ts';
import type { AtomType } from './atom.ts';
import type { Of as OfQuery } from './syntax.ts';
import type { Cardinality, StaticType } from './types.ts';

/** The schema of the instances that a query is for. */
export interface SiteSchema {
  readonly schema: XmlSchema;
  /** Exactly one element stands at the top. */
  readonly document: boolean;
  /** Tells this state of this collection from every other. */
  readonly key: string;
}

/** What is known of a node: that it is the document, or its type. */
export type Declared =
  | { readonly kind: 'document'; readonly site: SiteSchema }
  | { readonly kind: 'element'; readonly site: SiteSchema; readonly type: SchemaType; readonly nillable: boolean }
  | { readonly kind: 'attribute'; readonly site: SiteSchema; readonly type: SimpleType };

type Step = OfQuery<'step'>;

/** What a step by name reaches from a node of a known type; undefined where the schema says nothing. */
export function declaredStep({ axis, test }: Step, from: Declared): StaticType | undefined {
  if (test.kind !== 'name' || test.local === null || from.kind === 'attribute') return undefined;
  const name = expanded(test.uri ?? '', test.local);
  if (axis === 'attribute') return from.kind === 'element' ? attributeStep(name, from) : undefined;
  return axis === 'child' ? childStep(name, from) : undefined;
}

function attributeStep(name: string, { site, type }: Extract<Declared, { kind: 'element' }>): StaticType | undefined {
  const use: AttributeUse | undefined = type.kind === 'complex' ? type.attributes.get(name) : undefined;
  if (use === undefined) return undefined;
  const declared: Declared = { kind: 'attribute', site, type: use.declaration.type() };
  return {
    kind: 'node',
    node: 'attribute',
    shown: `attribute(${shownName(name)},${typeWord(declared.type)})`,
    many: use.required ? '' : '?',
    declared,
  };
}

function childStep(name: string, from: Declared): StaticType | undefined {
  const { site } = from;
  if (from.kind === 'document') {
    const element = site.schema.elements.get(name);
    return element && elementType(element, site, site.document ? '?' : '*');
  }
  if (from.kind !== 'element' || from.type.kind !== 'complex' || from.type.content === null) return undefined;
  const found = occurrence(from.type.content, name, site.schema);
  return found.element && elementType(found.element, site, cardinality(found));
}

function elementType(element: ElementDeclaration, site: SiteSchema, many: Cardinality): StaticType {
  const declared: Declared = { kind: 'element', site, type: element.type(), nillable: element.nillable };
  return { kind: 'node', node: 'element', shown: `element(${shownName(element.name)},${typeWord(declared.type)})`, many, declared };
}

interface Occurrence {
  readonly element: ElementDeclaration | undefined;
  readonly least: number;
  readonly most: number;
}

/** How often an element of that name can be among the children. A wildcard lets in what is declared globally. */
function occurrence({ min, max, term }: Particle, name: string, schema: XmlSchema): Occurrence {
  const once = termOccurrence(term, name, schema);
  return { element: once.element, least: once.least * min, most: once.most === 0 ? 0 : once.most * max };
}

function termOccurrence(term: Particle['term'], name: string, schema: XmlSchema): Occurrence {
  if (term.kind === 'element') return term.name === name ? { element: term, least: 1, most: 1 } : NOWHERE;
  if (term.kind === 'any') {
    const global = term.process === 'skip' ? undefined : schema.elements.get(name);
    return global !== undefined && admits(term, uriOf(name)) ? { element: global, least: 0, most: 1 } : NOWHERE;
  }
  const parts = term.particles.map((part) => occurrence(part, name, schema));
  const element = parts.find((part) => part.element !== undefined)?.element;
  const least = parts.map((part) => part.least);
  const most = parts.map((part) => part.most);
  if (term.kind === 'choice') return { element, least: Math.min(...least), most: Math.max(...most) };
  return { element, least: total(least), most: total(most) };
}

const uriOf = (name: string): string => (name.startsWith('{') ? name.slice(1, name.indexOf('}')) : '');

const NOWHERE: Occurrence = { element: undefined, least: 0, most: 0 };
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const cardinality = ({ least, most }: Occurrence): Cardinality => (most > 1 ? (least > 0 ? '+' : '*') : least > 0 ? '' : '?');

/** `{uri}:local`, as messages show names of queries. */
const shownName = (name: string): string => name.replace('}', '}:');

/** A type as messages show it. */
export function typeWord(type: SchemaType): string {
  if (type.name === null) return '#anonymous';
  const prefix = `{${XSD}}`;
  return type.name.startsWith(prefix) ? `xs:${type.name.slice(prefix.length)}` : shownName(type.name);
}

/** The simple type of a node's value; null when it has none, or none that is known. */
export function valueType(declared: Declared | undefined): SimpleType | null {
  if (declared === undefined || declared.kind === 'document') return null;
  const { type } = declared;
  return type.kind === 'simple' ? type : type.simple;
}

/** Types whose values queries know by themselves. */
const KNOWN: ReadonlySet<string> = new Set([
  'xs:boolean',
  'xs:decimal',
  'xs:integer',
  'xs:int',
  'xs:long',
  'xs:short',
  'xs:unsignedByte',
  'xs:double',
  'xs:float',
  'xs:dateTime',
  'xs:date',
  'xs:time',
  'xs:base64Binary',
  'xs:hexBinary',
  'xs:anyURI',
]);

/** The atomic type by which queries handle values of a simple type; lists, unions and rare types are handled as untyped text. */
export function atomTypeOf(type: SimpleType): AtomType {
  if (type.variety !== 'atomic') return 'xdt:untypedAtomic';
  if (KNOWN.has(type.builtin)) return type.builtin as AtomType;
  if (isDerivedFrom(type, 'integer')) return 'xs:integer';
  return isDerivedFrom(type, 'string') ? 'xs:string' : 'xdt:untypedAtomic';
}
