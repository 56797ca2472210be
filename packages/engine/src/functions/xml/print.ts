/**
 * Trees back to text. A node that leaves its document keeps its namespaces: where a binding is not in scope, it is declared at the element that
 * needs it, under the query's own prefix for that namespace or a generated `p1`, `p2` …; declarations that stand inside the node stay as written.
 */

import { qualified, type XmlAttribute, type XmlDeclaration, type XmlElement, type XmlName, type XmlNode } from './node.ts';
import { escapeAttribute, escapeText } from './text.ts';

/** Prefixes that every query knows, after those of its own prolog. */
const PREDECLARED: readonly XmlDeclaration[] = [
  ['xs', 'http://www.w3.org/2001/XMLSchema'],
  ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
  ['xdt', 'http://www.w3.org/2004/07/xpath-datatypes'],
];

/** Prints nodes one after the other; `prolog` are the query's namespace declarations. */
export function printNodes(nodes: readonly XmlNode[], prolog: readonly XmlDeclaration[] = []): string {
  const printer: Printer = { prolog: [...prolog, ...PREDECLARED], generated: 0 };
  return nodes.map((node) => print(node, TOP, printer)).join('');
}

interface Printer {
  readonly prolog: readonly XmlDeclaration[];
  generated: number;
}

type Scope = ReadonlyMap<string, string>;

const TOP: Scope = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

function print(node: XmlNode, scope: Scope, printer: Printer): string {
  switch (node.kind) {
    case 'document':
      return node.children.map((child) => print(child, scope, printer)).join('');
    case 'element':
      return printElement(node, scope, printer);
    case 'text':
    case 'attribute':
      return escapeText(node.value);
    case 'comment':
      return `<!--${node.value}-->`;
    case 'instruction':
      return `<?${node.name.local} ${node.value}?>`;
  }
}

function printElement(node: XmlElement, outer: Scope, printer: Printer): string {
  const scope = new Map(outer);
  let tag = '';
  for (const [prefix, uri] of node.declarations) {
    if (outer.get(prefix) === uri && (prefix !== '' || uri !== '')) continue;
    scope.set(prefix, uri);
    tag += declaration(prefix, uri);
  }
  const name = bound(node.name, scope, printer, true);
  tag = `<${name.text}${name.declared}${tag}${node.attributes.map((attribute) => printAttribute(attribute, scope, printer)).join('')}`;
  if (node.children.length === 0) return `${tag}/>`;
  return `${tag}>${node.children.map((child) => print(child, scope, printer)).join('')}</${name.text}>`;
}

function printAttribute(attribute: XmlAttribute, scope: Map<string, string>, printer: Printer): string {
  const name = attribute.name.uri === '' ? { text: attribute.name.local, declared: '' } : bound(attribute.name, scope, printer, false);
  return `${name.declared} ${name.text}="${escapeAttribute(attribute.value)}"`;
}

const declaration = (prefix: string, uri: string): string => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`;

/** The name with a prefix that means its namespace here, and the declaration that this takes; `scope` learns of it. */
function bound(name: XmlName, scope: Map<string, string>, printer: Printer, isElement: boolean): { text: string; declared: string } {
  if (scope.get(name.prefix) === name.uri && (isElement || name.prefix !== '')) return { text: qualified(name), declared: '' };
  if (name.uri === '') {
    scope.set('', '');
    return { text: name.local, declared: declaration('', '') };
  }
  for (const [prefix, uri] of scope)
    if (uri === name.uri && (isElement || prefix !== '')) return { text: withPrefix(prefix, name), declared: '' };
  const prefix = chosenPrefix(name, scope, printer, isElement);
  scope.set(prefix, name.uri);
  return { text: withPrefix(prefix, name), declared: declaration(prefix, name.uri) };
}

const withPrefix = (prefix: string, name: XmlName): string => (prefix === '' ? name.local : `${prefix}:${name.local}`);

function chosenPrefix(name: XmlName, scope: Scope, printer: Printer, isElement: boolean): string {
  const known = printer.prolog.find(([prefix, uri]) => uri === name.uri && (isElement || prefix !== ''));
  if (known !== undefined) return known[0];
  for (;;) {
    printer.generated += 1;
    const prefix = `p${printer.generated}`;
    if (!scope.has(prefix)) return prefix;
  }
}
