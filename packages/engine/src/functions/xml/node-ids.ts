/**
 * The ids that OPENXML gives to the nodes of a document: the document element is 0, nodes before it count from 1, then elements, attributes and texts
 * follow, and the texts of attributes come last. A text right behind its element's start changes places with the node after it, as SQL Server's
 * parser numbers them.
 */

import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from './node.ts';

/** A node of the edge table. An attribute's value is a text node of its own. */
export interface Edge {
  readonly id: number;
  readonly parent: Edge | null;
  readonly previous: Edge | null;
  /** As the DOM numbers kinds: 1 element, 2 attribute, 3 text, 7 processing instruction, 8 comment. */
  readonly nodeType: number;
  readonly localName: string;
  readonly prefix: string | null;
  readonly uri: string | null;
  readonly text: string | null;
  /** The node itself; for the text of an attribute, the attribute; null for a namespace declaration. */
  readonly node: XmlNode | null;
}

interface Draft {
  id: number;
  readonly parent: Draft | null;
  readonly previous: Draft | null;
  readonly nodeType: number;
  readonly localName: string;
  readonly prefix: string | null;
  readonly uri: string | null;
  readonly text: string | null;
  readonly node: XmlNode | null;
}

const known = new WeakMap<XmlDocument, readonly Edge[]>();

/** All nodes of a document in document order, with their ids. */
export function edgesOf(document: XmlDocument): readonly Edge[] {
  const found = known.get(document);
  if (found !== undefined) return found;
  const edges: Draft[] = [];
  let previous: Draft | null = null;
  for (const child of document.children) previous = addNode(child, null, previous, edges);
  numberEdges(edges);
  known.set(document, edges);
  return edges;
}

function addNode(node: XmlNode, parent: Draft | null, previous: Draft | null, edges: Draft[]): Draft {
  const edge = draftOf(node, parent, previous);
  edges.push(edge);
  if (node.kind !== 'element') return edge;
  addAttributes(node, edge, edges);
  let last: Draft | null = null;
  for (const child of node.children) last = addNode(child, edge, last, edges);
  return edge;
}

const orNull = (text: string): string | null => (text === '' ? null : text);

function draftOf(node: XmlNode, parent: Draft | null, previous: Draft | null): Draft {
  const base = { id: -1, parent, previous, prefix: null, uri: null, text: null, node };
  switch (node.kind) {
    case 'element':
      return { ...base, nodeType: 1, localName: node.name.local, prefix: orNull(node.name.prefix), uri: orNull(node.name.uri) };
    case 'instruction':
      return { ...base, nodeType: 7, localName: node.name.local, text: node.value };
    case 'comment':
      return { ...base, nodeType: 8, localName: '#comment', text: node.value };
    default:
      return { ...base, nodeType: 3, localName: '#text', text: node.kind === 'text' ? node.value : null };
  }
}

function addAttributes(element: XmlElement, parent: Draft, edges: Draft[]): void {
  const add = (localName: string, prefix: string | null, uri: string | null, value: string, node: XmlAttribute | null): void => {
    const attribute: Draft = { id: -1, parent, previous: null, nodeType: 2, localName, prefix, uri, text: null, node };
    edges.push(attribute, {
      id: -1,
      parent: attribute,
      previous: null,
      nodeType: 3,
      localName: '#text',
      prefix: null,
      uri: null,
      text: value,
      node,
    });
  };
  for (const [prefix, uri] of element.declarations) add(prefix === '' ? 'xmlns' : prefix, 'xmlns', null, uri, null);
  for (const attribute of element.attributes) {
    add(attribute.name.local, orNull(attribute.name.prefix), orNull(attribute.name.uri), attribute.value, attribute);
  }
}

const isAttributeText = (edge: Draft): boolean => edge.nodeType === 3 && edge.parent?.nodeType === 2;

function numberEdges(edges: readonly Draft[]): void {
  let next = 1;
  let held: Draft | null = null;
  let last: Draft | null = null;
  const give = (edge: Draft): void => {
    edge.id = next;
    next += 1;
    last = edge;
  };
  for (const edge of edges.filter((each) => !isAttributeText(each))) {
    if (held === null && edge.nodeType === 3 && edge.parent !== null && edge.parent === last) {
      held = edge;
      continue;
    }
    give(edge);
    if (held !== null) give(held);
    held = null;
  }
  if (held !== null) give(held);
  for (const edge of edges.filter(isAttributeText)) give(edge);
  const root = edges.find((edge) => edge.parent === null && edge.nodeType === 1);
  if (root !== undefined) root.id = 0;
}
