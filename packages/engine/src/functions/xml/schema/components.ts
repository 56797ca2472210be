/** What a schema declares, as rows of the catalog: every type, element, attribute and group, with what it is derived from and declared within. */

import type { XmlComponent } from '../../../catalog/model.ts';
import { BUILTIN_TYPES } from './builtin-types.ts';
import type { AttributeUse, ComplexType, ElementDeclaration, Particle, SchemaType, Wildcard, XmlSchema } from './model.ts';
import { readSchema } from './read.ts';
import { attribute, childrenOf, sourcesOf } from './source.ts';

/** The components of a collection's documents. Raises what is wrong with them. */
export function componentsOf(documents: readonly string[]): readonly XmlComponent[] {
  return new Lister(readSchema(documents)).all();
}

export interface Redeclared {
  readonly uri: string;
  readonly name: string;
  /** ELEMENT, TYPE … */
  readonly kind: string;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  element: 'ELEMENT',
  attribute: 'ATTRIBUTE',
  simpleType: 'TYPE',
  complexType: 'TYPE',
  group: 'MODEL_GROUP',
  attributeGroup: 'ATTRIBUTE_GROUP',
};

/** The first global component of `added` that the documents already declare. */
export function redeclared(documents: readonly string[], added: string): Redeclared | null {
  const known = new Set(documents.flatMap(globalsOf).map((one) => JSON.stringify(one)));
  return globalsOf(added).find((one) => known.has(JSON.stringify(one))) ?? null;
}

function globalsOf(text: string): readonly Redeclared[] {
  if (text === '') return [];
  return sourcesOf(text).flatMap(({ root, target }) =>
    childrenOf(root)
      .filter((child) => child.name.local !== 'import')
      .map((child) => ({ uri: target, name: attribute(child, 'name') ?? '', kind: KIND_WORDS[child.name.local] ?? '' })),
  );
}

interface Split {
  readonly uri: string;
  readonly name: string | null;
}

function split(name: string | null): Split {
  if (name === null) return { uri: '', name: null };
  const end = name.lastIndexOf('}');
  return end < 0 ? { uri: '', name } : { uri: name.slice(1, end), name: name.slice(end + 1) };
}

/** User components count from here; those before are XML Schema's own. */
const FIRST_ID = 65536;

class Lister {
  readonly #schema: XmlSchema;
  readonly #rows: XmlComponent[] = [];
  readonly #ids = new Map<object, number>();

  constructor(schema: XmlSchema) {
    this.#schema = schema;
  }

  all(): readonly XmlComponent[] {
    for (const type of this.#schema.types.values()) this.#type(type, null);
    for (const element of this.#schema.elements.values()) this.#element(element, null, 1, 1);
    for (const { name, type, default: given, fixed } of this.#schema.attributes.values())
      this.#attribute({ declaration: { name, type, default: given, fixed }, required: false, default: given, fixed }, null);
    return [...this.#rows].sort((a, b) => a.id - b.id);
  }

  /** The id of a component that is there already, or a new one for it. */
  #claim(component: object): { readonly id: number; readonly known: boolean } {
    const before = this.#ids.get(component);
    if (before !== undefined) return { id: before, known: true };
    const id = FIRST_ID + this.#ids.size;
    this.#ids.set(component, id);
    return { id, known: false };
  }

  #type(type: SchemaType, scope: number | null): number {
    const builtin = builtinId(type);
    if (builtin !== null) return builtin;
    const { id, known } = this.#claim(type);
    if (known) return id;
    const base = type.kind === 'simple' ? type.base : type.base();
    const kind = type.kind === 'complex' ? (type.simple === null ? 'M' : 'C') : { atomic: 'S', list: 'L', union: 'U' }[type.variety];
    const isExtension = type.kind === 'complex' && type.derivation === 'extension';
    this.#rows.push({
      id,
      ...split(type.name),
      kind,
      derivation: isExtension ? 'X' : 'R',
      base: base === null ? null : this.#type(base, id),
      scope: type.name === null ? scope : null,
      qualified: type.name !== null,
      facts: type.kind === 'complex' ? { abstract: type.abstract, mixed: type.mixed } : {},
    });
    if (type.kind === 'complex') this.#content(type, id);
    return id;
  }

  #content({ content, attributes, anyAttribute }: ComplexType, scope: number): void {
    if (content !== null) this.#particle(content, scope);
    for (const use of attributes.values()) this.#attribute(use, scope);
    if (anyAttribute !== null) this.#wildcard(anyAttribute, scope);
  }

  #particle({ min, max, term }: Particle, scope: number): void {
    if (term.kind === 'element') return this.#element(term, scope, min, max);
    if (term.kind === 'any') return this.#wildcard(term, scope);
    for (const inner of term.particles) this.#particle(inner, scope);
  }

  #element(element: ElementDeclaration, scope: number | null, min: number, max: number): void {
    // A reference to a global element is no component of its own.
    if (scope !== null && this.#schema.elements.get(element.name) === element) return;
    const { id, known } = this.#claim(element);
    if (known) return;
    const { uri, name } = split(element.name);
    const facts = {
      abstract: element.abstract,
      nillable: element.nillable,
      default: element.default,
      fixed: element.fixed,
      min: String(min),
      max: max === Number.POSITIVE_INFINITY ? null : String(max),
    };
    const at = this.#rows.length;
    const base = this.#type(element.type(), id);
    const row = {
      id,
      uri,
      name,
      kind: 'E',
      derivation: element.substitutionGroup === null ? 'N' : 'S',
      base,
      scope,
      qualified: uri !== '',
      facts,
    };
    this.#rows.splice(at, 0, row);
  }

  #attribute({ declaration, required, default: given, fixed }: AttributeUse, scope: number | null): void {
    const { id, known } = this.#claim(declaration);
    if (known) return;
    const { uri, name } = split(declaration.name);
    const base = this.#type(declaration.type(), id);
    const facts = { default: given, fixed, required };
    this.#rows.push({ id, uri, name, kind: 'A', derivation: 'N', base, scope, qualified: uri !== '', facts });
  }

  #wildcard(wildcard: Wildcard, scope: number): void {
    const { id, known } = this.#claim(wildcard);
    if (known) return;
    const facts = { process: wildcard.process };
    this.#rows.push({ id, uri: '', name: null, kind: 'W', derivation: 'N', base: null, scope, qualified: false, facts });
  }
}

const BUILTIN_IDS: ReadonlyMap<string, number> = new Map([...BUILTIN_TYPES.keys()].map((name, index) => [name, 101 + index]));

/** The id of a type of XML Schema itself; null for any other. */
function builtinId(type: SchemaType): number | null {
  const { uri, name } = split(type.name);
  if (uri !== 'http://www.w3.org/2001/XMLSchema' || name === null) return null;
  return name === 'anyType' ? 100 : (BUILTIN_IDS.get(name) ?? null);
}
