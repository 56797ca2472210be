/** Typed instances as trees whose nodes carry the values of their types, for queries. */

import { SqlError } from '../../../errors.ts';
import type { TypedValue, XmlAttribute, XmlDocument, XmlElement } from '../node.ts';
import { readXmlTree, stringValue } from '../node.ts';
import type { ReferredNode } from '../node-reference.ts';
import { atom } from '../query/atom.ts';
import { CASTS } from '../query/cast.ts';
import { atomTypeOf, type SiteSchema } from '../query/typed.ts';
import type { SimpleType } from './model.ts';
import { validateTree } from './validate.ts';

const trees = new Map<string, XmlDocument>();
const KEPT_TREES = 64;

/** The whole of a typed value. The last few trees are kept. */
export function typedDocument(xml: string, site: SiteSchema): ReferredNode {
  const key = `${site.key} ${xml}`;
  let root = trees.get(key);
  if (root === undefined) {
    root = readTypedTree(xml, site);
    if (trees.size >= KEPT_TREES) trees.clear();
    trees.set(key, root);
  }
  return { node: root, root, origin: `\u0002${xml}` };
}

/** A tree of its own, which may be changed. */
export function readTypedTree(xml: string, { schema, document }: SiteSchema): XmlDocument {
  const tree = readXmlTree(xml);
  try {
    validateTree(tree, schema, document, note);
  } catch (error) {
    // What was stored before the collection said otherwise is read as far as it is typed.
    if (!(error instanceof SqlError)) throw error;
  }
  return tree;
}

function note(node: XmlElement | XmlAttribute, type: SimpleType | null): void {
  const value = type === null ? null : typedValue(stringValue(node), type);
  if (value !== undefined) node.typed = value;
}

function typedValue(written: string, type: SimpleType): TypedValue | undefined {
  const name = atomTypeOf(type);
  if (name === 'xdt:untypedAtomic') return undefined;
  if (name === 'xs:string') return { type: name, value: written };
  const value = CASTS[name]?.(atom('xdt:untypedAtomic', written));
  return value && { type: name, value: value.value };
}
