/** Methods of xml values: `.value()`, `.query()`, `.exist()` in expressions, `.nodes()` in FROM. Their paths are string constants. */

import { BIT, type Expression, type MethodCall, type MethodTable, parseDataType, XML } from '@sprocket/tsql';
import { sqlError, unsupported } from '../errors.ts';
import type { Builtin } from '../functions/builtin.ts';
import { NODE_ALIAS, xmlExist, xmlNodes, xmlQuery, xmlValue } from '../functions/index.ts';
import { coerce } from './coerce.ts';
import type { ExprContext } from './context.ts';
import { bindExpr } from './expression.ts';
import { sourceOf } from './query.ts';
import type { Expr, From } from './tree.ts';
import { CONVERSION, resolveType } from './types.ts';

export function bindMethod(node: MethodCall, cx: ExprContext): Expr {
  const target = xmlTarget(node.target, cx);
  const isNode = target.type.alias === NODE_ALIAS;
  const path = constantText(node.args[0]);
  switch (node.method.value) {
    case 'value': {
      const { type: reference } = parseDataType(constantText(node.args[1]));
      if (reference === null) throw sqlError(243, constantText(node.args[1]));
      const { type } = resolveType(reference, CONVERSION, cx.binder);
      return method(`value ${JSON.stringify([path, type, isNode])}`, target, type, xmlValue(path, type, isNode));
    }
    case 'query':
      return method(`query ${JSON.stringify([path, isNode])}`, target, XML, xmlQuery(path, isNode));
    case 'exist':
      return method(`exist ${JSON.stringify([path, isNode])}`, target, BIT, xmlExist(path, isNode));
    default:
      throw unsupported(`.${node.method.value}()`);
  }
}

/** A method as a built-in of its own, so that evaluation and printing need no further kind of expression. */
function method(name: string, target: Expr, returns: Expr['type'], evaluate: ReturnType<typeof xmlQuery>): Expr {
  const fn: Builtin = { name, minArgs: 1, maxArgs: 1, signature: () => ({ params: [XML], returns }), evaluator: () => evaluate as never };
  const facts = [{ type: target.type, nullable: target.nullable }];
  return { kind: 'call', fn, signature: { params: [XML], returns }, arguments: facts, args: [target], type: returns, nullable: true };
}

function xmlTarget(node: Expression, cx: ExprContext): Expr {
  const target = bindExpr(node, cx);
  if (target.type.name !== 'xml') throw sqlError(258, target.type.name);
  return target;
}

function constantText(node: Expression | undefined): string {
  if (node?.kind !== 'string') throw sqlError(8172, '');
  return node.value;
}

/** `x.nodes('path') AS t(c)` */
export function nodesRows(node: MethodTable, cx: ExprContext): Extract<From, { kind: 'rows' }> {
  if (node.method.value !== 'nodes') throw unsupported(`.${node.method.value}() in FROM`);
  const target = xmlTarget(node.target, cx);
  const path = constantText(node.args[0]);
  const isNode = target.type.alias === NODE_ALIAS;
  const type = { ...XML, alias: NODE_ALIAS };
  const columns = [{ name: node.columns[0]?.value ?? '', type, nullable: true, identity: false, computed: true }];
  const nodes = xmlNodes(path, isNode);
  const rows = (_context: never, [xml = null]: readonly unknown[]) => (xml === null ? [] : nodes(xml as string).map((text) => [text]));
  return {
    kind: 'rows',
    source: sourceOf(cx.binder, node.alias?.value ?? '', columns),
    rows: { key: `nodes ${JSON.stringify([path, isNode])}`, columns, rows },
    args: [coerce(target, target.type)],
  };
}
