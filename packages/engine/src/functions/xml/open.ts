/**
 * OPENXML: the nodes that a row pattern finds in a prepared document as rows. A column takes its value from its own path below the row's node, from the
 * attribute or child element of its name as the flags say, or from a metaproperty (`@mp:id`). Without columns the rows are the edge table.
 */

import { INT, MAX, nvarchar, type Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { SqlError, sqlError, sqlErrorState } from '../../errors.ts';
import { converter } from '../../values/convert.ts';
import type { Value } from '../../values/value.ts';
import { parseXml, stringValue, type XmlDeclaration, type XmlDocument, type XmlElement, type XmlName, type XmlNode } from './node.ts';
import { type Edge, edgesOf } from './node-ids.ts';
import { printNodes } from './print.ts';
import { isNode } from './query/atom.ts';
import { copyNode } from './query/construct.ts';
import { evaluate } from './query/evaluate.ts';
import { parseQuery } from './query/parse.ts';
import type { XQuery } from './query/syntax.ts';

/** A column of WITH; null takes the attribute or element of the column's name. */
export interface OpenXmlColumn {
  readonly name: string;
  readonly type: Type;
  readonly path: string | null;
}

export const EDGE_COLUMNS: readonly { readonly name: string; readonly type: Type }[] = [
  ...(['id', 'parentid'] as const).map((name) => ({ name, type: { ...INT, name: 'bigint' as const } })),
  { name: 'nodetype', type: INT },
  ...(['localname', 'prefix', 'namespaceuri', 'datatype'] as const).map((name) => ({ name, type: nvarchar(4000) })),
  { name: 'prev', type: { ...INT, name: 'bigint' } },
  { name: 'text', type: { ...INT, name: 'ntext' } },
];

type Produce = (env: Environment, args: readonly Value[]) => readonly (readonly Value[])[];

/** OPENXML without WITH: the nodes below those that the pattern finds, each once. */
export const openXmlEdges: Produce = (env, args) => {
  const opened = open(env, args);
  const roots = new Set<XmlNode | null>(opened.rows.flatMap((node) => (node.kind === 'document' ? node.children : [node])));
  const inside = (edge: Edge | null): boolean => edge !== null && ((edge.node !== null && roots.has(edge.node)) || inside(edge.parent));
  const id = (edge: Edge | null): Value => (edge === null ? null : BigInt(edge.id));
  return edgesOf(opened.document)
    .filter(inside)
    .map((edge) => [id(edge), id(edge.parent), edge.nodeType, edge.localName, edge.prefix, edge.uri, null, id(edge.previous), edge.text]);
};

/** OPENXML … WITH (columns). */
export function openXmlWith(columns: readonly OpenXmlColumn[]): Produce {
  return (env, args) => {
    const opened = open(env, args);
    const readers = columns.map((column) => columnReader(column, opened));
    return opened.rows.map((row) => {
      const consumed = new Set<XmlNode>();
      const values = readers.map(({ late, read }) => (late ? null : read(row, consumed, env)));
      return readers.map(({ late, read }, index) => (late ? read(row, consumed, env) : (values[index] ?? null)));
    });
  };
}

interface Opened {
  readonly document: XmlDocument;
  readonly rows: readonly XmlNode[];
  readonly flags: number;
  readonly namespaces: readonly XmlDeclaration[];
}

function open(env: Environment, [handle = null, pattern = null, flags = null]: readonly Value[]): Opened {
  const text = env.session('XML_DOCUMENT', handle);
  if (text === null) throw sqlErrorState(8179, 5, handle === null ? 0 : String(handle));
  const document = parseXml(String(text));
  const namespaces = JSON.parse(String(env.session('XML_DOCUMENT_NAMESPACES', handle) ?? '[]')) as XmlDeclaration[];
  const rows = select(parsePattern(String(pattern ?? ''), namespaces), document);
  return { document, rows, flags: Number(flags ?? 0), namespaces };
}

/** A pattern that is none is 6603. */
function parsePattern(pattern: string, namespaces: readonly XmlDeclaration[]): XQuery {
  try {
    return parseQuery(pattern, 'openxml', namespaces).body;
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    throw sqlError(6603, `${error.message.replace(/^XQuery \[openxml\]: /, '')}\n\n${pattern}--><--`);
  }
}

function select(query: XQuery, from: XmlNode): readonly XmlNode[] {
  return evaluate(query, { item: from, position: 1, size: 1, variables: new Map(), outside: [] }).filter(isNode);
}

interface ColumnReader {
  /** Read behind the others: what is left over depends on them. */
  readonly late: boolean;
  readonly read: (row: XmlNode, consumed: Set<XmlNode>, env: Environment) => Value;
}

const META = '@mp:';

function columnReader({ name, type, path }: OpenXmlColumn, opened: Opened): ColumnReader {
  const convert = converter(nvarchar(MAX), type, { explicit: true });
  if (path?.startsWith(META) === true) {
    const property = path.slice(META.length).toLowerCase();
    const meta = METAPROPERTIES[property];
    if (meta === undefined) throw sqlError(6603, `Invalid metaproperty '${path}'`);
    return {
      late: property === 'xmltext',
      read: (row, consumed, env) => {
        const text = meta(row, opened, consumed);
        return text === null ? null : convert(text, env);
      },
    };
  }
  const find = path === null ? byName(name, opened.flags) : byPath(path, opened.namespaces);
  return {
    late: false,
    read: (row, consumed, env) => {
      const node = find(row);
      if (node === undefined) return null;
      consumed.add(node);
      return type.name === 'xml' && node.kind !== 'attribute' ? printNodes([node]) : convert(stringValue(node), env);
    },
  };
}

/** The first node of a path. */
function byPath(path: string, namespaces: readonly XmlDeclaration[]): (row: XmlNode) => XmlNode | undefined {
  const query = parsePattern(path, namespaces);
  return (row) => select(query, row)[0];
}

const isPlain = (name: XmlName, wanted: string): boolean => name.local === wanted && name.uri === '';

/** An attribute (flags 0, 1), a child element (2), or the one before the other (3). */
function byName(name: string, flags: number): (row: XmlNode) => XmlNode | undefined {
  const mapping = flags & 3;
  const attribute = (row: XmlNode) => (row.kind === 'element' ? row.attributes.find((each) => isPlain(each.name, name)) : undefined);
  const element = (row: XmlNode) =>
    row.kind === 'element' ? row.children.find((child) => child.kind === 'element' && isPlain(child.name, name)) : undefined;
  if (mapping === 2) return element;
  return mapping === 3 ? (row) => attribute(row) ?? element(row) : attribute;
}

type Metaproperty = (row: XmlNode, opened: Opened, consumed: ReadonlySet<XmlNode>) => string | null;

const edgeOf = (node: XmlNode, { document }: Opened): Edge | undefined =>
  edgesOf(document).find((edge) => edge.node === node && !(edge.nodeType === 3 && node.kind === 'attribute'));

const ofEdge =
  (read: (edge: Edge) => string | number | null | undefined): Metaproperty =>
  (row, opened) => {
    const edge = edgeOf(row, opened);
    const value = edge === undefined ? null : (read(edge) ?? null);
    return value === null ? null : String(value);
  };

const METAPROPERTIES: Readonly<Record<string, Metaproperty>> = {
  id: ofEdge((edge) => edge.id),
  localname: ofEdge((edge) => edge.localName),
  prefix: ofEdge((edge) => edge.prefix),
  namespaceuri: ofEdge((edge) => edge.uri),
  prev: ofEdge((edge) => edge.previous?.id),
  parentid: ofEdge((edge) => edge.parent?.id),
  parentlocalname: ofEdge((edge) => edge.parent?.localName),
  parentprefix: ofEdge((edge) => edge.parent?.prefix),
  parentnamespaceuri: ofEdge((edge) => edge.parent?.uri),
  xmltext: (row, { flags }, consumed) => printNodes([(flags & 8) === 0 ? row : withoutConsumed(row, consumed)]),
};

/** The overflow: the row's node without what other columns have taken. */
function withoutConsumed(row: XmlNode, consumed: ReadonlySet<XmlNode>): XmlNode {
  if (row.kind !== 'element') return row;
  const copy = copyNode(row, null) as XmlElement;
  const prune = (from: XmlElement, to: XmlElement): void => {
    to.attributes.splice(0, to.attributes.length, ...from.attributes.filter((attribute) => !consumed.has(attribute)));
    const kept = from.children.map((child, index) => [child, to.children[index]] as const).filter(([child]) => !consumed.has(child));
    for (const [child, twin] of kept) if (child.kind === 'element' && twin?.kind === 'element') prune(child, twin);
    to.children.splice(0, to.children.length, ...kept.map(([, twin]) => twin as XmlNode));
  };
  prune(row, copy);
  return copy;
}
