/** What readers of schema documents share: the elements of a document, their attributes, and the names that they write. */

import { sqlError } from '../../../errors.ts';
import { parseXml, type XmlDocument, type XmlElement } from '../node.ts';
import { XSD } from './builtin-types.ts';
import { expanded } from './model.ts';

/** One xs:schema of a collection. */
export interface SchemaSource {
  readonly root: XmlElement;
  readonly target: string;
  readonly qualifiedElements: boolean;
  readonly qualifiedAttributes: boolean;
}

/** The schemas of a text; 2378 when there is anything else in it, or nothing. */
export function sourcesOf(text: string): readonly SchemaSource[] {
  const children = (parseXml(text) as XmlDocument).children.filter(
    (node) => node.kind === 'element' || (node.kind === 'text' && node.value.trim() !== ''),
  );
  if (children.length === 0 || !children.every((node) => node.kind === 'element' && isSchema(node, 'schema'))) throw sqlError(2378);
  return (children as readonly XmlElement[]).map((root) => ({
    root,
    target: attribute(root, 'targetNamespace') ?? '',
    qualifiedElements: attribute(root, 'elementFormDefault') === 'qualified',
    qualifiedAttributes: attribute(root, 'attributeFormDefault') === 'qualified',
  }));
}

export const isSchema = (element: XmlElement, local: string): boolean => element.name.uri === XSD && element.name.local === local;

export function attribute(element: XmlElement, name: string): string | null {
  const found = element.attributes.find((candidate) => candidate.name.uri === '' && candidate.name.local === name);
  return found === undefined ? null : found.value.trim();
}

/** 2299 when it is missing. */
export function required(element: XmlElement, name: string): string {
  const value = attribute(element, name);
  if (value === null) throw sqlError(2299, name, element.name.local);
  return value;
}

export const isTrue = (element: XmlElement, name: string): boolean => ['true', '1'].includes(attribute(element, name) ?? '');

/** The declarations within an element, without annotations. What is of XML Schema and not supported is refused by its name (9336). */
export function childrenOf(element: XmlElement): readonly XmlElement[] {
  const children = element.children.filter((node) => node.kind === 'element' && !isSchema(node, 'annotation')) as readonly XmlElement[];
  const refused = children.find((child) => UNSUPPORTED.has(child.name.local));
  if (refused !== undefined) throw sqlError(9336, refused.name.local);
  return children;
}

const UNSUPPORTED: ReadonlySet<string> = new Set(['include', 'redefine', 'key', 'keyref', 'unique', 'notation']);

export const childNamed = (element: XmlElement, ...locals: readonly string[]): XmlElement | undefined =>
  childrenOf(element).find((child) => locals.includes(child.name.local));

/** A name that a document refers to, as its prefix means it there. */
export function referred(written: string, at: XmlElement): { readonly uri: string; readonly local: string } {
  const colon = written.indexOf(':');
  const prefix = colon < 0 ? '' : written.slice(0, colon);
  const uri = namespaceOf(prefix, at);
  if (uri === null) throw sqlError(2284, prefix);
  return { uri, local: written.slice(colon + 1) };
}

export const nameOf = ({ uri, local }: { readonly uri: string; readonly local: string }): string => expanded(uri, local);

/** The namespace of a prefix at an element; null when none is declared. */
export function namespaceOf(prefix: string, at: XmlElement): string | null {
  for (let node: XmlElement | XmlDocument | null = at; node !== null && node.kind === 'element'; node = node.parent) {
    const found = node.declarations.find(([declared]) => declared === prefix);
    if (found !== undefined) return found[1];
  }
  return prefix === '' ? '' : prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : null;
}

/** 2307 and 2308. */
export function undefinedName({ uri, local }: { readonly uri: string; readonly local: string }): Error {
  return uri === '' ? sqlError(2307, local) : sqlError(2308, local, uri);
}

/** `/*:schema[1]/*:element[2]`: where a declaration stands. */
export function locationOf(element: XmlElement): string {
  const parent = element.parent;
  const siblings = (parent?.children ?? []).filter((node) => node.kind === 'element' && node.name.local === element.name.local);
  const own = `/*:${element.name.local}[${siblings.indexOf(element) + 1}]`;
  return parent?.kind === 'element' ? locationOf(parent) + own : own;
}

/** The name of the declaration that an element stands in; empty when that is anonymous. */
export function declarationName(element: XmlElement): string {
  for (let at: XmlElement | XmlDocument | null = element; at !== null && at.kind === 'element'; at = at.parent) {
    const name = isSchema(at, 'complexType') || isSchema(at, 'group') ? attribute(at, 'name') : null;
    if (name !== null) return name;
  }
  return '';
}
