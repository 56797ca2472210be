/**
 * The methods of the xml type. A value that came out of nodes() is one node, and paths in its methods start there; any other value is a document.
 */

import type { Type } from '@sprocket/tsql';
import { MAX, nvarchar } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { sqlError } from '../../errors.ts';
import { converter } from '../../values/convert.ts';
import type { Value } from '../../values/value.ts';
import { parseXml, printNode, type XmlNode } from './node.ts';
import { evaluatePath, type Focus, type Item, isNode, text, truth } from './xpath.ts';
import { parsePath } from './xpath-parse.ts';

/** Marks the type of nodes() columns. */
export const NODE_ALIAS = 'sys.xml node';

function focusOf(xml: string, isSingleNode: boolean): Focus {
  const document = parseXml(xml);
  const item: XmlNode = isSingleNode ? (document.children[0] ?? document) : document;
  return { item, position: 1, size: 1 };
}

function select(xml: string, path: string, isSingleNode: boolean): readonly Item[] {
  return evaluatePath(parsePath(path), focusOf(xml, isSingleNode));
}

/** value(): the only item, as `type`; 2389 unless the path yields at most one. */
export function xmlValue(path: string, type: Type, isSingleNode: boolean): (env: Environment, xml: string) => Value {
  const convert = converter(nvarchar(MAX), type, { explicit: true });
  return (env, xml) => {
    const items = select(xml, path, isSingleNode);
    if (items.length > 1) throw sqlError(2389, 'value()');
    const [item] = items;
    return item === undefined ? null : convert(text(item), env);
  };
}

/** query(): the items as XML. */
export function xmlQuery(path: string, isSingleNode: boolean): (env: Environment, xml: string) => Value {
  return (_env, xml) =>
    select(xml, path, isSingleNode)
      .map((item) => (isNode(item) ? printNode(item) : String(item)))
      .join('');
}

/** exist(): 1 when the path yields anything but false. */
export function xmlExist(path: string, isSingleNode: boolean): (env: Environment, xml: string) => Value {
  return (_env, xml) => {
    const items = select(xml, path, isSingleNode);
    const [item] = items;
    return item !== undefined && (isNode(item) || typeof item !== 'boolean' || truth(items)) ? 1 : 0;
  };
}

/** nodes(): one row a node. */
export function xmlNodes(path: string, isSingleNode: boolean): (xml: string) => string[] {
  return (xml) =>
    select(xml, path, isSingleNode)
      .filter(isNode)
      .map((node) => printNode(node));
}
