/**
 * Holds an instance against a schema and writes its values in canonical form, which is how typed xml is stored. The tree is changed in place, so it
 * must belong to whoever asks. What an element or attribute was found to be is handed on, for queries that want to know.
 */

import { sqlError, sqlErrorState } from '../../../errors.ts';
import { readXmlTree, type XmlAttribute, type XmlDocument, type XmlElement, type XmlNode } from '../node.ts';
import { printNodes } from '../print.ts';
import { BUILTIN_TYPES, XSD } from './builtin-types.ts';
import { ANY_TYPE } from './complex.ts';
import { type Child, type Matched, matchContent } from './content.ts';
import { admits, type ComplexType, type ElementDeclaration, expanded, type SchemaType, type SimpleType, type XmlSchema } from './model.ts';
import { canonicalValue, normalized } from './simple.ts';
import { namespaceOf } from './source.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Hears the simple type of each element and attribute that has one; null for an element that is nil. */
export type Note = (node: XmlElement | XmlAttribute, type: SimpleType | null) => void;

/** The canonical text of an instance. `document`: it must have exactly one element at its top (6901). */
export function validated(text: string, schema: XmlSchema, document: boolean): string {
  const tree = readXmlTree(text);
  validateTree(tree, schema, document, () => undefined);
  return printNodes([tree]);
}

export function validateTree(tree: XmlDocument, schema: XmlSchema, document: boolean, note: Note): void {
  const elements = tree.children.filter((node) => node.kind === 'element');
  const hasText = tree.children.some((node) => node.kind === 'text' && node.value.trim() !== '');
  if (document && (elements.length !== 1 || hasText)) throw sqlError(6901);
  if (hasText) throw sqlError(6909, '/');
  const validator: Validator = { schema, note, ids: new Set() };
  for (const child of childrenWithPlaces(tree, '')) {
    const declaration = schema.elements.get(child.name);
    if (declaration === undefined) throw sqlError(6913, child.name, child.location);
    validateElement(child, declaration, validator);
  }
}

interface Validator {
  readonly schema: XmlSchema;
  readonly note: Note;
  readonly ids: Set<string>;
}

/** The child elements with their names and places: `/*:a[2]` is the second of that local name. */
function childrenWithPlaces(parent: XmlDocument | XmlElement, location: string): readonly Child[] {
  const counts = new Map<string, number>();
  return parent.children.flatMap((element): Child[] => {
    if (element.kind !== 'element') return [];
    const { local, uri } = element.name;
    const count = (counts.get(local) ?? 0) + 1;
    counts.set(local, count);
    return [{ element, name: expanded(uri, local), location: `${location}/*:${local}[${count}]` }];
  });
}

function validateElement(child: Child, declaration: ElementDeclaration, validator: Validator): void {
  const { element, location } = child;
  if (declaration.abstract) throw sqlError(6934, child.name, location);
  const type = actualType(child, declaration.type(), validator);
  if (type.kind === 'complex' && type.abstract) throw sqlError(6919, child.name, location);
  validateAttributes(child, type, validator);
  if (isNil(child, declaration)) {
    if (element.children.some((node) => node.kind === 'element' || node.kind === 'text')) throw sqlError(6918, child.name, location);
    return validator.note(element, null);
  }
  const simple = type.kind === 'simple' ? type : type.simple;
  if (simple !== null) return validateValue(child, simple, declaration, validator);
  validateContent(child, type as ComplexType, validator);
}

/** The type that xsi:type names, which must be derived from the declared one. */
function actualType(child: Child, declared: SchemaType, { schema }: Validator): SchemaType {
  const written = xsiAttribute(child.element, 'type')?.trim();
  if (written === undefined) return declared;
  const colon = written.indexOf(':');
  const uri = namespaceOf(colon < 0 ? '' : written.slice(0, colon), child.element);
  if (uri === null) throw sqlError(6922, written.slice(0, colon));
  const name = expanded(uri, written.slice(colon + 1));
  const type = uri === XSD ? (name.endsWith('}anyType') ? ANY_TYPE : BUILTIN_TYPES.get(written.slice(colon + 1))) : schema.types.get(name);
  if (type === undefined) throw sqlError(6914, name, child.location);
  if (!derives(type, declared)) throw sqlError(6936, child.name, declared.name ?? '', name, child.location);
  return type;
}

function derives(type: SchemaType, from: SchemaType): boolean {
  if (from === ANY_TYPE) return true;
  if (from.kind === 'simple' && from.variety === 'union' && from.members.some((member) => derives(type, member))) return true;
  for (let at: SchemaType | null = type; at !== null; at = at.kind === 'simple' ? at.base : at.base())
    if (at === from || (at.name !== null && at.name === from.name)) return true;
  return false;
}

const xsiAttribute = (element: XmlElement, local: string): string | undefined =>
  element.attributes.find(({ name }) => name.uri === XSI && name.local === local)?.value;

function isNil({ element, name, location }: Child, declaration: ElementDeclaration): boolean {
  const written = xsiAttribute(element, 'nil')?.trim();
  if (written !== 'true' && written !== '1') return false;
  if (!declaration.nillable || declaration.fixed !== null) throw sqlError(6917, name, location);
  return true;
}

function validateAttributes(child: Child, type: SchemaType, validator: Validator): void {
  const uses: ComplexType['attributes'] = type.kind === 'complex' ? type.attributes : new Map();
  const { element, location } = child;
  for (const attribute of element.attributes) {
    if (attribute.name.uri === XSI) continue;
    const name = expanded(attribute.name.uri, attribute.name.local);
    const place = `${location}/@*:${attribute.name.local}`;
    const use = uses.get(name);
    if (use !== undefined) setValue(attribute, use.declaration.type(), use.fixed, name, place, validator);
    else validateStray(attribute, type, name, place, validator);
  }
  for (const { declaration, required, default: given, fixed } of uses.values()) {
    if (element.attributes.some(({ name }) => expanded(name.uri, name.local) === declaration.name)) continue;
    if (required) throw sqlError(6906, declaration.name, location);
    const value = given ?? fixed;
    if (value !== null) addAttribute(element, declaration.name, value, declaration.type(), validator);
  }
}

/** An attribute that the type does not name: a wildcard may let it in. */
function validateStray(attribute: XmlAttribute, type: SchemaType, name: string, place: string, validator: Validator): void {
  const wildcard = type.kind === 'complex' ? type.anyAttribute : null;
  if (wildcard === null || !admits(wildcard, attribute.name.uri)) throw sqlErrorState(6905, 3, name, place);
  if (wildcard.process === 'skip') return;
  const declaration = validator.schema.attributes.get(name);
  if (declaration !== undefined) setValue(attribute, declaration.type(), declaration.fixed, name, place, validator);
  else if (wildcard.process === 'strict') throw sqlErrorState(6905, 3, name, place);
}

function setValue(
  attribute: XmlAttribute,
  type: SimpleType,
  fixed: string | null,
  name: string,
  place: string,
  validator: Validator,
): void {
  const value = canonical(type, attribute.value, place);
  if (fixed !== null && value !== canonicalValue(type, fixed)) throw sqlError(6921, name, place);
  attribute.value = value;
  noteId(type, value, name, place, validator);
  validator.note(attribute, type);
}

function noteId(type: SimpleType, value: string, name: string, place: string, { ids }: Validator): void {
  if (type.builtin !== 'xs:ID') return;
  if (ids.has(value)) throw sqlError(6930, name, value, place);
  ids.add(value);
}

/** An attribute that is missing has its default. */
function addAttribute(element: XmlElement, name: string, value: string, type: SimpleType, { note }: Validator): void {
  const end = name.lastIndexOf('}');
  const attribute: XmlAttribute = {
    kind: 'attribute',
    name: { prefix: '', local: name.slice(end + 1), uri: end < 0 ? '' : name.slice(1, end) },
    value: canonicalValue(type, value) ?? value,
    order: element.order,
    parent: element,
  };
  element.attributes.push(attribute);
  note(attribute, type);
}

/** 6926 for what is no value of the type. */
function canonical(type: SimpleType, text: string, location: string): string {
  const value = canonicalValue(type, text);
  if (value === null) throw sqlError(6926, normalized(text, type.facets.whiteSpace), location);
  return value;
}

function validateValue(child: Child, type: SimpleType, declaration: ElementDeclaration, validator: Validator): void {
  const { element, location } = child;
  const [inner] = childrenWithPlaces(element, location);
  if (inner !== undefined) throw sqlError(6912, inner.name, inner.location);
  const written = element.children.map((node) => (node.kind === 'text' ? node.value : '')).join('');
  const standing = declaration.default ?? declaration.fixed;
  const value = canonical(type, written === '' && standing !== null ? standing : written, location);
  if (declaration.fixed !== null && value !== canonicalValue(type, declaration.fixed)) throw sqlError(6921, child.name, location);
  noteId(type, value, child.name, location, validator);
  setText(element, value);
  validator.note(element, type);
}

/** The element's text; comments and instructions stay. */
function setText(element: XmlElement, value: string): void {
  const present = element.children.filter((node) => node.kind === 'text');
  if (present.length === 1 && present[0]?.kind === 'text' && value !== '') {
    present[0].value = value;
    return;
  }
  const others = element.children.filter((node) => node.kind !== 'text');
  const text: XmlNode[] = value === '' ? [] : [{ kind: 'text', value, order: element.order, parent: element }];
  element.children.splice(0, element.children.length, ...text, ...others);
}

function validateContent(child: Child, type: ComplexType, validator: Validator): void {
  const { element, location } = child;
  const text = element.children.find((node) => node.kind === 'text' && node.value.trim() !== '');
  if (!type.mixed && text?.kind === 'text') throw type.content === null ? sqlError(6924, text.value, location) : sqlError(6909, location);
  const children = childrenWithPlaces(element, location);
  const matched = matchContent(validator.schema, type.content, children, location);
  for (const [index, inner] of children.entries()) validateMatched(inner, matched[index] as Matched, validator);
}

function validateMatched(child: Child, matched: Matched, validator: Validator): void {
  if (matched.kind === 'element') return validateElement(child, matched, validator);
  if (matched.process === 'skip') return;
  const declaration = validator.schema.elements.get(child.name);
  if (declaration !== undefined) return validateElement(child, declaration, validator);
  if (matched.process === 'strict') throw sqlError(6913, child.name, child.location);
  const typed = xsiAttribute(child.element, 'type') !== undefined;
  if (typed) validateElement(child, { ...UNDECLARED, name: child.name }, validator);
  else validateContent(child, ANY_TYPE, validator);
}

/** What an element is that a lax wildcard lets in and nothing declares. */
const UNDECLARED: ElementDeclaration = {
  kind: 'element',
  name: '',
  type: () => ANY_TYPE,
  nillable: true,
  abstract: false,
  default: null,
  fixed: null,
  substitutionGroup: null,
};
