/** A method's query, parsed, checked and ready to run over one instance after the other. */

import type { Type } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import type { Value } from '../../../values/value.ts';
import type { XmlDeclaration, XmlNode } from '../node.ts';
import { readXmlTree } from '../node.ts';
import { documentOf, nodeOf, type ReferredNode } from '../node-reference.ts';
import { printNodes } from '../print.ts';
import { readTypedTree, typedDocument } from '../schema/typed-tree.ts';
import { type Item, isNode } from './atom.ts';
import { atomized, type CheckContext, requireSingle, typeOf } from './check.ts';
import { evaluate, type Focus } from './evaluate.ts';
import { applyChange, checkChange } from './modify.ts';
import { outsideItems, outsideType } from './outside.ts';
import { parseModification, parseQuery } from './parse.ts';
import { queryError } from './scan.ts';
import type { Outside, XmlChange } from './syntax.ts';
import type { SiteSchema } from './typed.ts';
import { DOCUMENT, type StaticType } from './types.ts';

/** How a query stands in its statement. */
export interface QuerySite {
  /** The method with its receiver, as messages name it. */
  readonly method: string;
  /** Namespaces of WITH XMLNAMESPACES. */
  readonly namespaces: readonly XmlDeclaration[];
  /** What the row of nodes() is that the method is called on; null for a whole instance. */
  readonly row: StaticType | null;
  /** Types of the values that the statement passes for the query's `outside`, once these are known. */
  readonly types: readonly Type[];
  /** The schema of typed instances; absent for untyped ones. */
  readonly schema?: SiteSchema;
}

/** The values that a query takes from the statement. */
export function outsideOf(text: string, site: QuerySite, isChange: boolean): readonly Outside[] {
  const parse = isChange ? parseModification : parseQuery;
  return parse(text, site.method, site.namespaces).outside;
}

/** Runs a query over an instance or a row of nodes(). */
export interface CompiledQuery {
  readonly type: StaticType;
  readonly prolog: readonly XmlDeclaration[];
  readonly run: (xml: string, values: readonly Value[]) => { readonly items: readonly Item[]; readonly from: ReferredNode };
}

export type QueryMethod = 'value' | 'query' | 'exist' | 'nodes';

export function compileQuery(text: string, site: QuerySite, kind: QueryMethod): CompiledQuery {
  const { body, prolog } = parseQuery(text, site.method, site.namespaces);
  if (site.types.some((type) => type.name === 'xml')) throw queryError(site.method, 9342);
  const cx = checkContext(site);
  const type = typeOf(body, cx);
  requireResult(type, kind, cx);
  const readers = site.types.map(outsideItems);
  const place = placeOf(site);
  return {
    type,
    prolog,
    run: (xml, values) => {
      const from = place(xml);
      return { items: evaluate(body, focusOn(from.node, readers, values)), from };
    },
  };
}

/** Where a query begins in a value: at its document, or at the node that it stands for. */
function placeOf({ row, schema }: QuerySite): (xml: string) => ReferredNode {
  if (row === null) return schema === undefined ? documentOf : (xml) => typedDocument(xml, schema);
  const site = row.declared?.site;
  return site === undefined ? nodeOf : (xml) => nodeOf(xml, (text) => typedDocument(text, site).root);
}

function requireResult(type: StaticType, kind: QueryMethod, cx: CheckContext): void {
  switch (kind) {
    case 'value':
      requireSingle(atomized(type, cx), 'value()', cx);
      return;
    case 'query':
      if (type.node === 'attribute') throw queryError(cx.method, 2396);
      return;
    case 'nodes':
      if (type.constructed === true) throw queryError(cx.method, 2373, "'nodes()'");
      if (type.kind === 'atomic') throw queryError(cx.method, 2374, "'nodes()'");
      return;
    case 'exist':
      return;
  }
}

function checkContext(site: QuerySite): CheckContext {
  return {
    method: site.method,
    item: site.row ?? documentType(site),
    root: site.row === null ? documentType(site) : rootOf(site.row),
    variables: new Map(),
    outside: site.types.map((type) => outsideType(type, site.method)),
    predicate: false,
  };
}

/** The document of a row of nodes(). */
function rootOf({ declared }: StaticType): StaticType {
  return declared === undefined ? DOCUMENT : { ...DOCUMENT, declared: { kind: 'document', site: declared.site } };
}

function documentType({ schema }: QuerySite): StaticType {
  return schema === undefined ? DOCUMENT : { ...DOCUMENT, declared: { kind: 'document', site: schema } };
}

function focusOn(item: XmlNode, readers: readonly ((value: Value) => readonly Item[])[], values: readonly Value[]): Focus {
  return { item, position: 1, size: 1, variables: new Map(), outside: readers.map((read, index) => read(values[index] ?? null)) };
}

/** A statement of modify() as a function of the instance. */
export function compileChange(text: string, site: QuerySite): (xml: string, values: readonly Value[]) => string {
  const { body, prolog } = parseModification(text, site.method, site.namespaces);
  const direct = directlyInserted(body);
  site.types.forEach((type, index) => {
    if (type.name === 'xml' && !direct.has(index)) throw queryError(site.method, 9342);
  });
  checkChange(body, checkContext(site));
  const readers = site.types.map(outsideItems);
  return (xml, values) => {
    const tree = site.schema === undefined ? readXmlTree(xml) : readTypedTree(xml, site.schema);
    applyChange(body, focusOn(tree, readers, values));
    return printNodes([tree], prolog);
  };
}

/** The values from outside that are themselves what is inserted: only there an xml value may stand. */
function directlyInserted(change: XmlChange): ReadonlySet<number> {
  if (change.kind !== 'insert') return new Set();
  const { content } = change;
  const items = content.kind === 'sequence' ? content.items : [content];
  return new Set(items.flatMap((item) => (item.kind === 'outside' ? [item.index] : [])));
}

/** The items of a query as xml: nodes as markup, atomic values separated by blanks. */
export function printItems(items: readonly Item[], prolog: readonly XmlDeclaration[], show: (item: Item) => string): string {
  const stray = items.find((item) => item.kind === 'attribute');
  if (stray?.kind === 'attribute') throw sqlError(6307, stray.name.local);
  if (items.every(isNode)) return printNodes(items as readonly XmlNode[], prolog);
  return items
    .map((item, index) => (index > 0 && !isNode(item) ? ' ' : '') + (isNode(item) ? printNodes([item], prolog) : show(item)))
    .join('');
}
