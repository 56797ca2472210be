/**
 * Methods of xml values: `.value()`, `.query()`, `.exist()` in expressions, `.nodes()` in FROM, `.modify()` in SET. Their queries are string constants,
 * so they are parsed and checked here; what they take from the statement through sql:variable and sql:column becomes further arguments.
 */

import {
  BIT,
  type Expression,
  type Identifier,
  isString,
  type MethodCall,
  type MethodTable,
  parseDataType,
  type Type,
  XML,
} from '@sprocket/tsql';
import { xmlSchemaById } from '../catalog/find.ts';
import { SETTINGS_MATTER } from '../catalog/indexed-view.ts';
import { sqlError, sqlErrorState, unsupported } from '../errors.ts';
import type { Builtin } from '../functions/builtin.ts';
import {
  collectionSchema,
  nodeColumnOf,
  nodeType,
  outsideOf,
  type QuerySite,
  type SiteSchema,
  xmlExist,
  xmlModify,
  xmlNodes,
  xmlQuery,
  xmlValue,
} from '../functions/index.ts';
import { bindClrAssignment, bindClrMethod } from './clr.ts';
import { coerce } from './coerce.ts';
import type { ExprContext } from './context.ts';
import { bindExpr } from './expression.ts';
import { NULL_CONSTANT } from './literal.ts';
import { sourceOf } from './query.ts';
import type { Expr, From } from './tree.ts';
import { CONVERSION, resolveType } from './types.ts';

export function bindMethod(node: MethodCall, cx: ExprContext): Expr {
  const name = node.method.value;
  if (node.mutates === 'property') return assignment(node, cx);
  if (name === 'modify') return mutation(node, cx);
  if (node.mutates === true) throw sqlErrorState(8113, 1, name);
  const target = bindExpr(node.target, { ...cx, nodes: true });
  if (target.type.name !== 'xml') return bindClrMethod(target, name, node.args, cx);
  requireArguments(name, node.args);
  const query = constantText(node.args[0], 1, name);
  switch (name) {
    case 'value': {
      const type = valueType(constantText(node.args[1], 2, name), cx);
      return method(name, query, target, type, cx, (site) => xmlValue(query, type, site));
    }
    case 'query':
      return method(name, query, target, XML, cx, (site) => xmlQuery(query, site));
    case 'exist':
      return method(name, query, target, BIT, cx, (site) => xmlExist(query, site));
    default:
      throw sqlError(227, name);
  }
}

/** `SET @g.STSrid = 0` */
function assignment({ target, method: { value: name }, args }: MethodCall, cx: ExprContext): Expr {
  const [value] = args;
  return bindClrAssignment(
    bindExpr(target, cx),
    name,
    value === undefined ? NULL_CONSTANT : bindExpr(value, cx),
    target.kind === 'variable' ? target.name : '',
  );
}

/** `SET @x.modify('…')`; anywhere else it is 8137. */
function mutation(node: MethodCall, cx: ExprContext): Expr {
  if (node.mutates !== true) throw sqlError(8137, 'modify');
  const shown = node.target.kind === 'variable' ? node.target.name : '';
  return bindModify(bindExpr(node.target, cx), node.args, shown, cx);
}

/** modify() of an xml value: the changed value. `shown` is how 5302 names the target. */
export function bindModify(present: Expr, args: readonly Expression[], shown: string, cx: ExprContext): Expr {
  if (present.type.name !== 'xml') throw sqlError(258, present.type.name);
  requireArguments('modify', args);
  const change = constantText(args[0], 1, 'modify');
  // What a typed instance has become is held against its schema again.
  return coerce(
    method('modify', change, present, XML, cx, (site) => xmlModify(change, site, shown), true),
    present.type,
  );
}

const ARGUMENTS: Readonly<Record<string, number>> = { value: 2, query: 1, exist: 1, nodes: 1, modify: 1 };

function requireArguments(name: string, args: readonly Expression[]): void {
  const wanted = ARGUMENTS[name];
  if (wanted !== undefined && args.length !== wanted) throw sqlError(174, name, wanted);
}

type Evaluator = ReturnType<Builtin['evaluator']>;

/** A method as a built-in of its own, so that evaluation and printing need no further kind of expression. */
function method(
  name: string,
  query: string,
  target: Expr,
  returns: Type,
  cx: ExprContext,
  compile: (site: QuerySite) => unknown,
  isChange = false,
): Expr {
  requireSettings(cx, isChange ? 'UPDATE' : 'SELECT');
  const { site, values } = siteOf(name, query, target, cx, isChange);
  const run = compile(site) as (...args: readonly unknown[]) => never;
  const evaluate: Evaluator = isChange ? run : (env, xml, ...more) => (xml === null ? null : run(env, xml, ...more));
  const args = [target, ...values];
  const params = args.map((arg) => arg.type);
  const signature = { params, returns };
  const key = `${name} ${JSON.stringify([query, returns, site], withoutDeclared)}`;
  const fn: Builtin = {
    name: key,
    minArgs: args.length,
    maxArgs: args.length,
    nullCall: true,
    signature: () => signature,
    evaluator: () => evaluate,
  };
  const facts = args.map((arg) => ({ type: arg.type, nullable: arg.nullable }));
  return { kind: 'call', fn, signature, arguments: facts, args, type: returns, nullable: true };
}

/** What a schema says of a row is known by a key of its own. */
const withoutDeclared = (key: string, value: unknown): unknown => (key === 'declared' ? undefined : value);

/** 1934 where a text was compiled without the options that methods of xml need. */
function requireSettings({ binder }: ExprContext, verb: string): void {
  const { ansiNulls, quotedIdentifier } = binder.scope.settings;
  if (ansiNulls && quotedIdentifier) return;
  const wrong = [...(ansiNulls ? [] : ['ANSI_NULLS']), ...(quotedIdentifier ? [] : ['QUOTED_IDENTIFIER'])];
  throw sqlError(1934, verb, wrong.join(', '), SETTINGS_MATTER);
}

/** Where the query stands, and the values that it takes from the statement. */
function siteOf(
  name: string,
  query: string,
  target: Expr,
  cx: ExprContext,
  isChange: boolean,
): { site: QuerySite; values: readonly Expr[] } {
  const column = nodeColumnOf(target.type);
  const receiver = column?.receiver ?? receiverOf(target);
  const site = {
    method: `${receiver === '' ? '' : `${receiver}.`}${name}()`,
    namespaces: cx.binder.xmlNamespaces.current,
    row: column?.row ?? null,
    types: [],
    ...schemaOf(target.type, cx),
  };
  const values = outsideOf(query, site, isChange).map(({ source, name: written }) =>
    source === 'variable' ? outsideVariable(written, cx) : outsideColumn(written, cx),
  );
  return { site: { ...site, types: values.map((value) => value.type) }, values };
}

/** The schema of the instances of a typed value. */
function schemaOf({ xmlSchema }: Type, cx: ExprContext): Pick<QuerySite, 'schema'> {
  if (xmlSchema === undefined) return {};
  const collection = xmlSchemaById(cx.binder.scope.catalog.databaseById(xmlSchema.database), xmlSchema.collection);
  if (collection === undefined) return {};
  const key = `${xmlSchema.database} ${collection.id} ${collection.modified} ${collection.documents.length} ${xmlSchema.document}`;
  const site = { schema: collectionSchema(collection), document: xmlSchema.document, key };
  // A method is known by what it was made of, and the key says all of the schema.
  return { schema: { ...site, toJSON: () => key } as SiteSchema };
}

/** `table.column` as FROM writes the table; empty for what is no column. */
function receiverOf(target: Expr): string {
  if (target.kind !== 'column') return '';
  const { written, name, columns } = target.source;
  return `${written ?? name}.${columns[target.index]?.name ?? ''}`;
}

function outsideVariable(name: string, cx: ExprContext): Expr {
  const known = cx.binder.scope.variables.has(name.toLowerCase()) || cx.binder.substitutions?.has(name.toLowerCase()) === true;
  if (!known) throw sqlErrorState(9501, 2, name);
  return bindExpr({ kind: 'variable', name, span: NO_SPAN }, cx);
}

function outsideColumn(name: string, cx: ExprContext): Expr {
  const parts = name.split('.').map((part): Identifier => {
    const bare = part.trim();
    const value = bare.startsWith('[') && bare.endsWith(']') ? bare.slice(1, -1) : bare;
    return { kind: 'identifier', value, quoted: false, span: NO_SPAN };
  });
  return bindExpr({ kind: 'column', name: { kind: 'name', parts, span: NO_SPAN }, span: NO_SPAN }, cx);
}

const NO_SPAN = { start: 0, end: 0, line: 0 };

/** Types that value() does not make. */
const REFUSED: ReadonlySet<string> = new Set(['xml', 'text', 'ntext', 'image', 'sql_variant', 'hierarchyid', 'geometry', 'geography']);

/** The type named by value()'s second argument; without a length a string has one character. */
function valueType(text: string, cx: ExprContext): Type {
  const { type: reference } = parseDataType(text);
  if (reference === null || REFUSED.has(reference.name.parts.at(-1)?.value.toLowerCase() ?? '')) throw sqlError(9500, text);
  const { type } = resolveType(reference, CONVERSION, cx.binder);
  return isString(type) && reference.args.length === 0 && type.alias === undefined ? { ...type, length: 1 } : type;
}

function xmlTarget(node: Expression, cx: ExprContext): Expr {
  const target = bindExpr(node, { ...cx, nodes: true });
  if (target.type.name !== 'xml') throw sqlError(258, target.type.name);
  return target;
}

function constantText(node: Expression | undefined, position: number, name: string): string {
  if (node?.kind !== 'string') throw sqlError(8172, position, name);
  return node.value;
}

/** A column of nodes() is read through methods and IS NULL alone (493). */
export function requireNoNode(expr: Expr, cx: ExprContext): Expr {
  if (expr.kind === 'column' && cx.nodes !== true && nodeColumnOf(expr.type) !== null) {
    throw sqlError(493, expr.source.columns[expr.index]?.name ?? '');
  }
  return expr;
}

/** `x.nodes('path') AS t(c)` */
export function nodesRows(node: MethodTable, cx: ExprContext): Extract<From, { kind: 'rows' }> {
  if (node.method.value !== 'nodes') throw unsupported(`.${node.method.value}() in FROM`);
  const target = xmlTarget(node.target, cx);
  requireArguments('nodes', node.args);
  const query = constantText(node.args[0], 1, 'nodes');
  requireSettings(cx, 'SELECT');
  const { site, values } = siteOf('nodes', query, target, cx, false);
  const nodes = xmlNodes(query, site);
  const receiver = site.method === 'nodes()' ? '' : site.method.slice(0, -'.nodes()'.length);
  const type = nodeType({ row: nodes.row, receiver });
  const columns = [{ name: node.columns[0]?.value ?? '', type, nullable: false, identity: false, computed: true }];
  const rows = (_context: never, [xml = null, ...more]: readonly unknown[]) =>
    xml === null ? [] : nodes.rows(xml as string, more as never).map((text) => [text]);
  return {
    kind: 'rows',
    source: sourceOf(cx.binder, node.alias?.value ?? '', columns),
    rows: { key: `nodes ${JSON.stringify([query, site], withoutDeclared)}`, columns, rows },
    args: [target, ...values],
  };
}
