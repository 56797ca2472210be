/** Node constructors: new trees out of literal markup, copies of selected nodes, and atomic values as text. */

import { sqlError } from '../../../errors.ts';
import { qualified, type XmlAttribute, type XmlContainer, type XmlElement, type XmlNode } from '../node.ts';
import { type Item, isNode, text } from './atom.ts';
import type { Focus } from './evaluate.ts';
import type { Constructor, XQuery } from './syntax.ts';

type Evaluate = (query: XQuery, focus: Focus) => readonly Item[];

export function construct(node: Constructor, focus: Focus, evaluate: Evaluate): readonly XmlNode[] {
  switch (node.kind) {
    case 'element':
      return [element(node, focus, evaluate)];
    case 'attribute':
      return [attributeOf(node.name, node.content === null ? '' : joined(evaluate(node.content, focus)))];
    case 'text': {
      const items = evaluate(node.content, focus);
      return items.length === 0 ? [] : [{ kind: 'text', value: joined(items), order: 0, parent: null }];
    }
    case 'comment':
      return [{ kind: 'comment', value: node.value, order: 0, parent: null }];
    case 'instruction':
      return [{ kind: 'instruction', name: { prefix: '', local: node.target, uri: '' }, value: node.value, order: 0, parent: null }];
  }
}

/** Atomic values separated by blanks. */
export const joined = (items: readonly Item[]): string => items.map(text).join(' ');

function attributeOf(name: XmlAttribute['name'], value: string): XmlAttribute {
  return { kind: 'attribute', name, value, order: 0, parent: null };
}

function element(node: Extract<Constructor, { kind: 'element' }>, focus: Focus, evaluate: Evaluate): XmlElement {
  const made: XmlElement = {
    kind: 'element',
    name: node.name,
    declarations: [...node.declarations],
    attributes: [],
    children: [],
    order: 0,
    parent: null,
  };
  for (const { name, value } of node.attributes) {
    addAttribute(made, attributeOf(name, typeof value === 'string' ? value : joined(evaluate(value, focus))));
  }
  for (const part of node.content) {
    if (typeof part === 'string') addText(made, part);
    else addItems(made, evaluate(part, focus));
  }
  return made;
}

/** Adds nodes as copies and runs of atomic values as text. */
export function addItems(parent: XmlElement, items: readonly Item[]): void {
  let afterAtom = false;
  for (const item of items) {
    if (!isNode(item)) addText(parent, (afterAtom ? ' ' : '') + text(item));
    else if (item.kind === 'attribute') hoist(parent, item);
    else addNode(parent, item);
    afterAtom = !isNode(item);
  }
}

function addNode(parent: XmlElement, node: XmlNode): void {
  if (node.kind === 'text') addText(parent, node.value);
  else for (const child of node.kind === 'document' ? node.children : [node]) parent.children.push(copyNode(child, parent));
}

/** An attribute of the content belongs to the element: 6307 behind other content, 6308 when it has it already. */
function hoist(parent: XmlElement, attribute: XmlAttribute): void {
  if (parent.children.some((child) => child.kind !== 'text')) throw sqlError(6307, qualified(attribute.name));
  addAttribute(parent, copyNode(attribute, parent) as XmlAttribute);
}

export function addAttribute(parent: XmlElement, attribute: XmlAttribute, place = parent.attributes.length): void {
  const { local, uri } = attribute.name;
  if (parent.attributes.some(({ name }) => name.local === local && name.uri === uri)) throw sqlError(6308, local);
  attribute.parent = parent;
  parent.attributes.splice(place, 0, attribute);
}

function addText(parent: XmlContainer, value: string): void {
  const last = parent.children.at(-1);
  if (last?.kind === 'text') last.value += value;
  else if (value !== '') parent.children.push({ kind: 'text', value, order: 0, parent });
}

/** A copy of its own, with everything below. */
export function copyNode(node: XmlNode, parent: XmlContainer | null): XmlNode {
  if (node.kind !== 'element') return { ...node, parent } as XmlNode;
  const copy: XmlElement = { ...node, declarations: [...node.declarations], attributes: [], children: [], parent };
  copy.attributes.push(...node.attributes.map((attribute) => ({ ...attribute, parent: copy })));
  copy.children.push(...node.children.map((child) => copyNode(child, copy)));
  return copy;
}
