/**
 * What the column of nodes() holds: not a copy of a node but the document and the node's place in it, so that a method on the row can reach its
 * parents. It travels through storage as text. A small document goes with each row; of a large one only the name goes, under which this process
 * keeps it while there is room. A row whose document is gone is an error, never a wrong answer.
 */

import { sqlError } from '../../errors.ts';
import { allNodes, parseXml, type XmlDocument, type XmlNode } from './node.ts';

/** As much text as the rows of one call may repeat. */
const REPEATED_TEXT = 4_000_000;
const KEPT_DOCUMENTS = 1000;

const kept = new Map<string, XmlDocument>();
const nodesOf = new WeakMap<XmlDocument, readonly XmlNode[]>();
let named = 0;

/** A node, its document, and how values name that document. */
export interface ReferredNode {
  readonly node: XmlNode;
  readonly root: XmlDocument;
  readonly origin: string;
}

/** The whole of an xml value. */
export function documentOf(xml: string): ReferredNode {
  const root = parseXml(xml);
  return { node: root, root, origin: `\u0002${xml}` };
}

/** Nodes of one document as values. */
export function referToNodes(nodes: readonly XmlNode[], { root, origin }: ReferredNode): string[] {
  const places = new Map(listed(root).map((node, index) => [node, index]));
  const shared = sharedOrigin(nodes.length, root, origin);
  return nodes.map((node) => `\u0001${places.get(node) ?? 0}${shared}`);
}

function sharedOrigin(rows: number, root: XmlDocument, origin: string): string {
  if (origin.startsWith('\u0003') || rows * origin.length <= REPEATED_TEXT) return origin;
  named += 1;
  const name = String(named);
  kept.set(name, root);
  if (kept.size > KEPT_DOCUMENTS) kept.delete(kept.keys().next().value as string);
  return `\u0003${name}`;
}

/** The node that a value stands for; `read` makes the tree of a document that travels with it. */
export function nodeOf(value: string, read: (text: string) => XmlDocument = parseXml): ReferredNode {
  let end = 1;
  while (value.charCodeAt(end) >= 48) end += 1;
  const origin = value.slice(end);
  const root = origin.startsWith('\u0002') ? read(origin.slice(1)) : kept.get(origin.slice(1));
  const node = root === undefined ? undefined : listed(root)[Number(value.slice(1, end))];
  if (root === undefined || node === undefined) throw sqlError(701, 'default');
  return { node, root, origin };
}

function listed(root: XmlDocument): readonly XmlNode[] {
  const known = nodesOf.get(root);
  if (known !== undefined) return known;
  const nodes = allNodes(root);
  nodesOf.set(root, nodes);
  return nodes;
}
