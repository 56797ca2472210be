/**
 * Expressions: syntax in, bound tree out. Every operator's result type comes from the rules in @sprocket/tsql; what SQL Server desugars
 * (IIF, COALESCE, NULLIF, BETWEEN, simple CASE) is desugared here, so the layers below know one CASE and one comparison.
 */

import {
  type Arithmetic,
  BIT,
  type Expression,
  type Identifier,
  isString,
  type PseudoColumn,
  type Query as SyntaxQuery,
} from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { sqlError, sqlErrorState } from '../errors.ts';
import { builtin } from '../functions/index.ts';
import { arithmeticExpr, bindUnary, INT_TYPE } from './arithmetic.ts';
import { bindCall, callBuiltin } from './call.ts';
import { bindClrProperty, bindColumnProperty, bindStatic } from './clr.ts';
import { coerce, commonTypeOf, isUntypedNull, toCommon } from './coerce.ts';
import { requireOneCollation } from './collation.ts';
import { bindCoalesce, bindNullIf, bindSimpleCase, caseOf } from './conditional.ts';
import type { ExprContext } from './context.ts';
import { bindCollate, bindConversion, bindConvert, bindParse, bindTrim } from './conversion.ts';
import { bindExists } from './exists.ts';
import { fullTextPredicate } from './full-text.ts';
import { pseudoTarget } from './graph/columns.ts';
import { compareIdentifiers } from './graph/identifiers.ts';
import { bindMatch } from './graph/match.ts';
import { bindPathAggregate } from './graph/path-aggregate.ts';
import { bindLiteral, constant, NULL_CONSTANT, stringConstant } from './literal.ts';
import { bindColumn, columnRef, findColumn } from './names.ts';
import { bindNextValue } from './next-value.ts';
import { bindOdbcFunction, bindOdbcLiteral } from './odbc.ts';
import { and, compare, isNull, not, or, requireComparable } from './predicate.ts';
import { bindSubquery, retyped } from './query.ts';
import type { CompareOperator, Expr, Query } from './tree.ts';
import { CONVERSION, resolveType } from './types.ts';
import { bindMethod, requireNoNode } from './xml.ts';

/** Binds a value or a predicate (a predicate has type bit). */
export function bindExpr(node: Expression, cx: ExprContext): Expr {
  switch (node.kind) {
    case 'integer':
    case 'decimal':
    case 'float':
    case 'money':
    case 'string':
    case 'binary':
    case 'null':
      return bindLiteral(node);
    case 'variable':
      return bindVariable(node.name, cx);
    case 'globalVariable':
      return bindNamed(node.name, cx);
    case 'niladic':
      return bindNamed(node.name, cx);
    case 'column':
      return bindColumnName(node.name.parts, cx);
    case 'unary':
      return bindUnary(node.op, bindExpr(node.operand, cx));
    case 'arithmetic':
      return bindArithmetic(node, cx);
    case 'simpleCase':
      return bindSimpleCase(node, cx);
    case 'searchedCase':
      return caseOf(
        node.branches.map((b) => ({ when: bindExpr(b.when, cx), then: bindExpr(b.then, cx) })),
        node.otherwise === null ? NULL_CONSTANT : bindExpr(node.otherwise, cx),
      );
    case 'iif':
      return caseOf([{ when: bindExpr(node.condition, cx), then: bindExpr(node.then, cx) }], bindExpr(node.otherwise, cx));
    case 'coalesce':
      return bindCoalesce(node.args.map((arg) => bindExpr(arg, cx)));
    case 'nullIf':
      return bindNullIf(bindExpr(node.left, cx), bindExpr(node.right, cx));
    case 'cast':
      return bindConversion(bindExpr(node.operand, cx), resolveType(node.type, CONVERSION, cx.binder).type, null, node.try);
    case 'convert':
      return bindConvert(node, cx);
    case 'parse':
      return bindParse(node, cx);
    case 'call':
      return bindCall(node, cx);
    case 'trim':
      return bindTrim(node, cx);
    case 'atTimeZone':
      return callBuiltin('AT TIME ZONE', [bindExpr(node.operand, cx), bindExpr(node.zone, cx)]);
    case 'collate':
      return bindCollate(bindExpr(node.operand, cx), node.collation.value, cx);
    case 'subquery':
      return bindScalarQuery(node, cx);
    case 'nextValue':
      return bindNextValue(node, cx, bindExpr);
    case 'odbcFunction':
      return bindOdbcFunction(node, cx);
    case 'odbcLiteral':
      return bindOdbcLiteral(node.type, node.value.value);
    case 'jsonObject':
      return callBuiltin('JSON_OBJECT', [
        stringConstant(node.onNull ?? 'null', false),
        ...node.entries.flatMap((e) => [bindExpr(e.key, cx), bindExpr(e.value, cx)]),
      ]);
    case 'jsonArray':
      return callBuiltin('JSON_ARRAY', [stringConstant(node.onNull ?? 'absent', false), ...node.items.map((item) => bindExpr(item, cx))]);
    case 'comparison':
      return bindComparison(node.op, bindExpr(node.left, cx), bindExpr(node.right, cx), cx);
    case 'and':
      return and(node.operands.map((o) => bindExpr(o, cx)));
    case 'or':
      return or(node.operands.map((o) => bindExpr(o, withoutMatch(cx))));
    case 'not':
      return not(bindExpr(node.operand, withoutMatch(cx)));
    case 'isNull':
      return isNull(bindExpr(node.operand, { ...cx, nodes: true }), node.not);
    case 'isDistinctFrom': {
      const [left, right] = toCommon(bindExpr(node.left, cx), bindExpr(node.right, cx));
      return { kind: 'distinct', left, right, negated: node.not, type: BIT, nullable: false };
    }
    case 'between':
      return bindBetween(node, cx);
    case 'in':
      return bindIn(node, cx);
    case 'like':
      return bindLike(node, cx);
    case 'exists':
      return bindExists(node.query, cx);
    case 'inSubquery':
      return bindInQuery(node, cx);
    case 'quantified': {
      const { operand, query } = bindColumnQuery(node.left, node.query, cx);
      return { kind: 'quantified', op: node.op, all: node.quantifier === 'all', left: operand, query, type: BIT, nullable: true };
    }
    case 'updatedColumn':
      return bindUpdated(node.column.value, cx);
    case 'default':
      throw sqlError(156, 'DEFAULT');
    case 'star':
      throw sqlError(102, '*');
    case 'pseudoColumn':
      return bindPseudoColumn(node, cx);
    case 'methodCall':
      return bindMethod(node, cx);
    case 'property':
      return bindClrProperty(bindExpr(node.target, cx), node.name.value);
    case 'staticCall':
      return bindStatic(node, cx);
    case 'fullTextPredicate':
      return fullTextPredicate(node, cx);
    case 'pathAggregate':
      return bindPathAggregate(node, cx);
    case 'graphMatch':
      return bindMatch(node, cx);
    case 'identityFunction':
      throw sqlError(177);
  }
}

/** A column; `place.Lat` may also be a property of one. */
function bindColumnName(parts: readonly Identifier[], cx: ExprContext): Expr {
  const column = findColumn(parts, cx.names) ?? bindColumnProperty(parts, cx) ?? bindColumn(parts, cx.names);
  return requireNoNode(column, cx);
}

const withoutMatch = (cx: ExprContext): ExprContext => (cx.match === undefined ? cx : { ...cx, match: 'refused' });

/** A predicate; `not yet known` constants included. */
export const bindPredicate = bindExpr;

function bindVariable(name: string, cx: ExprContext): Expr {
  const substitute = cx.binder.substitutions?.get(nameKey(name));
  if (substitute !== undefined) return substitute;
  const variable = cx.binder.scope.variables.get(nameKey(name));
  if (variable === undefined || variable.table !== null) throw sqlErrorState(137, 2, name);
  return { kind: 'variable', slot: variable.slot, name: variable.name, type: variable.type, nullable: true };
}

/** `@@ROWCOUNT`, `CURRENT_TIMESTAMP` and the like: functions without parentheses. */
function bindNamed(name: string, cx: ExprContext): Expr {
  if (builtin(name) === undefined && name.startsWith('@@')) return bindVariable(name, cx);
  return callBuiltin(name, []);
}

function bindArithmetic(node: Arithmetic, cx: ExprContext): Expr {
  const left = bindExpr(node.left, cx);
  const right = bindExpr(node.right, cx);
  return arithmeticExpr(node.op, left, right);
}

/** With ANSI_NULLS OFF = and <> treat NULL as a value when an operand is the literal or a variable. */
function bindComparison(op: CompareOperator, left: Expr, right: Expr, cx: ExprContext): Expr {
  const identified = op === '=' ? compareIdentifiers(left, right) : undefined;
  if (identified !== undefined) return identified;
  const tests = (op === '=' || op === '<>') && !cx.binder.scope.settings.ansiNulls;
  if (!tests || ![left, right].some((e) => isUntypedNull(e) || e.kind === 'variable')) return compare(op, left, right);
  const [l, r] = toCommon(left, right);
  return { kind: 'distinct', left: l, right: r, negated: op === '=', type: BIT, nullable: false };
}

function bindScalarQuery(node: Extract<Expression, { kind: 'subquery' }>, cx: ExprContext): Expr {
  const query = bindSubquery(node.query, cx);
  const [column] = query.columns;
  if (column === undefined || query.columns.length !== 1) throw sqlError(116);
  return { kind: 'scalarQuery', query, type: column.type, nullable: true };
}

function bindInQuery(node: Extract<Expression, { kind: 'inSubquery' }>, cx: ExprContext): Expr {
  const { operand, query } = bindColumnQuery(node.operand, node.query, cx);
  return { kind: 'inQuery', operand, query, negated: node.not, type: BIT, nullable: true };
}

/** A value and a query of one column, both converted to their common type. */
function bindColumnQuery(value: Expression, subquery: SyntaxQuery, cx: ExprContext): { operand: Expr; query: Query } {
  const query = bindSubquery(subquery, cx);
  const [column] = query.columns;
  if (column === undefined || query.columns.length !== 1) throw sqlError(116);
  const bound = bindExpr(value, cx);
  const found = { kind: 'argument', index: 0, type: column.type, nullable: column.nullable } as const;
  requireComparable('=', bound, found);
  const [operand, other] = toCommon(bound, found);
  return { operand, query: other.kind === 'argument' ? query : retyped(query, [{ ...column, type: other.type }]) };
}

function bindBetween(node: Extract<Expression, { kind: 'between' }>, cx: ExprContext): Expr {
  const operand = bindExpr(node.operand, cx);
  const inside = and([compare('>=', operand, bindExpr(node.low, cx)), compare('<=', operand, bindExpr(node.high, cx))]);
  return node.not ? not(inside) : inside;
}

function bindIn(node: Extract<Expression, { kind: 'in' }>, cx: ExprContext): Expr {
  const operand = bindExpr(node.operand, cx);
  const list = node.list.map((item) => bindExpr(item, cx));
  for (const item of list) requireComparable('=', operand, item);
  const type = commonTypeOf([operand, ...list]);
  const uniform = isString(type) && [operand, ...list].every((e) => isString(e.type) || isUntypedNull(e));
  const shape = (e: Expr): Expr => (uniform && !isUntypedNull(e) ? e : coerce(e, type));
  return { kind: 'inList', operand: shape(operand), list: list.map(shape), negated: node.not, type: BIT, nullable: true };
}

function bindLike(node: Extract<Expression, { kind: 'like' }>, cx: ExprContext): Expr {
  const text = (e: Expr): Expr => (isString(e.type) ? e : coerce(e, { name: 'nvarchar', length: 4000, precision: 0, scale: 0 }));
  const operand = text(bindExpr(node.operand, cx));
  const pattern = text(bindExpr(node.pattern, cx));
  const mark = node.escape === null ? null : text(bindExpr(node.escape, cx));
  if (mark?.kind === 'constant' && typeof mark.value === 'string' && mark.value.length !== 1) throw sqlError(506, mark.value);
  requireOneCollation('like', [operand, pattern]);
  return { kind: 'like', operand, pattern, escape: mark, negated: node.not, type: BIT, nullable: operand.nullable || pattern.nullable };
}

/** UPDATE(c) in a trigger: the session knows which columns the statement named. */
function bindUpdated(column: string, cx: ExprContext): Expr {
  const trigger = cx.binder.scope.trigger;
  if (trigger === null) throw sqlError(140);
  const found = trigger.table.columns.find((c) => nameKey(c.name) === nameKey(column));
  if (found === undefined) throw sqlError(207, column);
  return compare('=', callBuiltin('UPDATE', [constant(found.id, INT_TYPE)]), constant(1, INT_TYPE));
}

function bindPseudoColumn(node: PseudoColumn, cx: ExprContext): Expr {
  const { source, index } = pseudoTarget(node, cx.names);
  return columnRef(source, index);
}
