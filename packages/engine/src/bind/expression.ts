/**
 * Expressions: syntax in, bound tree out. Every operator's result type comes from the rules in @sprocket/tsql; what SQL Server desugars
 * (IIF, COALESCE, NULLIF, BETWEEN, simple CASE) is desugared here, so the layers below know one CASE and one comparison.
 */

import {
  type Arithmetic,
  arithmeticType,
  BIT,
  concatenationType,
  type Expression,
  familyOf,
  type Identifier,
  isBinary,
  isDateTime,
  isInteger,
  isNumeric,
  isString,
  type Query as SyntaxQuery,
  type Type,
  typeToString,
} from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { sqlError, sqlErrorState, unsupported } from '../errors.ts';
import { builtin } from '../functions/index.ts';
import { DEFAULT_COLLATION, collation as findCollation } from '../values/collation.ts';
import { bindCall, callBuiltin } from './call.ts';
import { bindClrProperty, bindColumnProperty, bindStatic } from './clr.ts';
import { coerce, commonTypeOf, isUntypedNull, literalDecimal, toCommon, typeName } from './coerce.ts';
import { asWritten } from './collation.ts';
import { LEGACY, requireComparable } from './comparable.ts';
import { type ExprContext, useDatabase } from './context.ts';
import { bindLiteral, constant, NULL_CONSTANT, stringConstant } from './literal.ts';
import { bindColumn, findColumn } from './names.ts';
import { bindNextValue } from './next-value.ts';
import { and, compare, isNull, not, or } from './predicate.ts';
import { bindSubquery, retyped } from './query.ts';
import type { CaseExpr, CompareOperator, Constant, Expr, Query } from './tree.ts';
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
      return or(node.operands.map((o) => bindExpr(o, cx)));
    case 'not':
      return not(bindExpr(node.operand, cx));
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
      return { kind: 'exists', query: bindSubquery(node.query, cx), type: BIT, nullable: false };
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
      return bindPseudoColumn(node.name, cx);
    case 'methodCall':
      return bindMethod(node, cx);
    case 'property':
      return bindClrProperty(bindExpr(node.target, cx), node.name.value);
    case 'staticCall':
      return bindStatic(node, cx);
    case 'fullTextPredicate':
      throw unsupported(node.function.toUpperCase());
    case 'graphMatch':
      throw unsupported('MATCH');
    case 'identityFunction':
      throw sqlError(177);
  }
}

/** A column; `place.Lat` may also be a property of one. */
function bindColumnName(parts: readonly Identifier[], cx: ExprContext): Expr {
  const column = findColumn(parts, cx.names) ?? bindColumnProperty(parts, cx) ?? bindColumn(parts, cx.names);
  return requireNoNode(column, cx);
}

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

function bindUnary(op: '+' | '-' | '~', operand: Expr): Expr {
  if (op === '+') return operand;
  if (op === '~') {
    if (!isInteger(operand.type)) throw sqlError(8117, typeName(operand.type), "'~'");
    return { kind: 'bitNot', operand, type: operand.type, nullable: operand.nullable };
  }
  const folded = negateConstant(operand);
  if (folded !== undefined) return folded;
  const { type } = operand;
  if (type.name === 'bit' || isString(type) || isDateTime(type) || isBinary(type)) throw sqlError(8117, typeName(type), 'minus');
  return { kind: 'negate', operand, type, nullable: operand.nullable };
}

const INT_TYPE = { name: 'int', length: 0, precision: 0, scale: 0 } as const;

/** The literal 2147483648 is numeric, but with its sign it is an int. */
const LEAST_INT = constant(-2147483648, INT_TYPE);

function negateConstant(operand: Expr): Constant | undefined {
  if (operand.kind !== 'constant' || operand.value === null) return undefined;
  if (typeof operand.value === 'bigint')
    return operand.value === 2147483648n && operand.type.scale === 0 ? LEAST_INT : { ...operand, value: -operand.value };
  return typeof operand.value === 'number' && operand.type.name !== 'bit' ? { ...operand, value: -operand.value } : undefined;
}

function bindArithmetic(node: Arithmetic, cx: ExprContext): Expr {
  const left = bindExpr(node.left, cx);
  const right = bindExpr(node.right, cx);
  return arithmeticExpr(node.op, left, right);
}

/** `left op right` with both operands converted as the operator wants them. */
export function arithmeticExpr(op: Arithmetic['op'], l: Expr, r: Expr): Expr {
  const left = isUntypedNull(l) ? coerce(l, r.type) : l;
  const right = isUntypedNull(r) ? coerce(r, left.type) : r;
  const nullable = left.nullable || right.nullable;
  switch (op) {
    case '&':
    case '|':
    case '^':
    case '<<':
    case '>>':
      return bitwise(op, left, right, nullable);
    case '||':
      return concatenate(op, left, right, nullable) ?? invalidOperands(op, left, right);
    case '+':
      return concatenate(op, left, right, nullable) ?? dateArithmetic(op, left, right, nullable) ?? numeric(op, left, right, nullable);
    case '-':
      return dateArithmetic(op, left, right, nullable) ?? numeric(op, left, right, nullable);
    default:
      return numeric(op, left, right, nullable);
  }
}

function numeric(op: '+' | '-' | '*' | '/' | '%', left: Expr, right: Expr, nullable: boolean): Expr {
  const types = arithmeticType(op, left.type, right.type);
  if (types === undefined) return invalidOperands(op, left, right);
  const [l, r] = types.operands;
  if (familyOf(types.result) !== 'decimal') {
    return { kind: 'arithmetic', op, left: coerce(left, l), right: coerce(right, r), type: types.result, nullable };
  }
  const exact = arithmeticType(op, literalDecimal(left, l), literalDecimal(right, r)) ?? types;
  return {
    kind: 'arithmetic',
    op,
    left: coerce(left, exact.operands[0]),
    right: coerce(right, exact.operands[1]),
    type: exact.result,
    nullable,
  };
}

function concatenate(op: '+' | '||', left: Expr, right: Expr, nullable: boolean): Expr | undefined {
  if (LEGACY.has(left.type.name) || LEGACY.has(right.type.name)) return undefined;
  const type = concatenationType(left.type, right.type) ?? mixedConcatenation(left, right);
  if (type === undefined) return undefined;
  return { kind: 'arithmetic', op: '+', left: toText(left, type, op), right: toText(right, type, op), type, nullable };
}

/** An operand of another family (a string beside a binary) is converted; operands keep their own lengths. */
function toText(expr: Expr, type: Type, _op: string): Expr {
  return familyOf(expr.type) === familyOf(type) ? expr : coerce(expr, type);
}

function mixedConcatenation(left: Expr, right: Expr): Type | undefined {
  const [l, r] = [left.type, right.type];
  if (isString(l) && isBinary(r)) return concatenationType(l, { ...l, length: r.length });
  if (isBinary(l) && isString(r)) return concatenationType({ ...r, length: l.length }, r);
  return undefined;
}

/** datetime and smalldatetime take + and - with numbers (days) and with each other, but not with the younger types. */
function dateArithmetic(op: '+' | '-', left: Expr, right: Expr, nullable: boolean): Expr | undefined {
  const base = [left.type, right.type].find(isLegacyDate);
  if (base === undefined || isModernDate(left.type) || isModernDate(right.type)) {
    return isDateTime(left.type) || isDateTime(right.type) ? invalidOperands(op, left, right) : undefined;
  }
  const type = left.type.name === 'datetime' || right.type.name === 'datetime' ? { ...base, name: 'datetime' as const } : base;
  return { kind: 'arithmetic', op, left: coerce(left, type), right: coerce(right, type), type, nullable };
}

function bitwise(op: '&' | '|' | '^' | '<<' | '>>', left: Expr, right: Expr, nullable: boolean): Expr {
  const [l, r] = [left.type, right.type];
  const bothIntegers = isInteger(l) && isInteger(r);
  if (!bothIntegers && !(isBinary(l) && isInteger(r)) && !(isInteger(l) && isBinary(r))) return invalidOperands(op, left, right);
  const type = bothIntegers ? commonTypeOf([left, right]) : isInteger(l) ? l : r;
  return { kind: 'arithmetic', op, left: coerce(left, type), right: coerce(right, type), type, nullable };
}

const OPERATOR_WORDS: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '%': 'modulo',
  '&': "'&'",
  '|': "'|'",
  '^': "'^'",
  '<<': "'<<'",
  '>>': "'>>'",
  '||': 'concat',
};

function invalidOperands(op: string, left: Expr, right: Expr): never {
  const [l, r] = [left.type, right.type];
  const word = OPERATOR_WORDS[op] ?? op;
  const clash = [l, r].find(isModernDate);
  if (clash !== undefined && [l, r].some((type) => isNumeric(type))) throw sqlError(206, typeName(clash), typeName(clash === l ? r : l));
  const moment = SCALING.has(op) ? [l, r].find(isLegacyDate) : undefined;
  if (moment !== undefined && [l, r].some((type) => isNumeric(type))) throw sqlError(257, typeName(moment), typeName(moment === l ? r : l));
  if (isVariant(l) !== isVariant(r) && op !== '%') throw sqlError(257, 'sql_variant', typeName(isVariant(l) ? r : l));
  if (l.name === r.name && !(ADDITIVE.has(op) && (l.name === 'bit' || isBinary(l)))) throw sqlError(8117, typeName(l), word);
  throw sqlError(402, typeName(l), typeName(r), word);
}

const ADDITIVE: ReadonlySet<string> = new Set(['+', '-', '%', '&', '|', '^']);
const SCALING: ReadonlySet<string> = new Set(['*', '/']);
const isLegacyDate = (type: Type): boolean => type.name === 'datetime' || type.name === 'smalldatetime';
const isVariant = (type: Type): boolean => type.name === 'sql_variant';
/** date, time, datetime2 and datetimeoffset: they have no arithmetic. */
const isModernDate = (type: Type): boolean => isDateTime(type) && type.name !== 'datetime' && type.name !== 'smalldatetime';

/** With ANSI_NULLS OFF = and <> treat NULL as a value when an operand is the literal or a variable. */
function bindComparison(op: CompareOperator, left: Expr, right: Expr, cx: ExprContext): Expr {
  const tests = (op === '=' || op === '<>') && !cx.binder.scope.settings.ansiNulls;
  if (!tests || ![left, right].some((e) => isUntypedNull(e) || e.kind === 'variable')) return compare(op, left, right);
  const [l, r] = toCommon(left, right);
  return { kind: 'distinct', left: l, right: r, negated: op === '=', type: BIT, nullable: false };
}

function bindSimpleCase(node: Extract<Expression, { kind: 'simpleCase' }>, cx: ExprContext): Expr {
  const operand = bindExpr(node.operand, cx);
  const branches = node.branches.map((b) => ({ when: compare('=', operand, bindExpr(b.when, cx)), then: bindExpr(b.then, cx) }));
  return caseOf(branches, node.otherwise === null ? NULL_CONSTANT : bindExpr(node.otherwise, cx));
}

/** CASE with all results converted to their common type; 8133 when every result is the literal NULL. */
export function caseOf(branches: readonly { readonly when: Expr; readonly then: Expr }[], otherwise: Expr): CaseExpr {
  const results = [...branches.map((b) => b.then), otherwise];
  if (results.every(isUntypedNull)) throw sqlError(8133);
  const type = commonTypeOf(results);
  return {
    kind: 'case',
    branches: branches.map((b) => ({ when: b.when, then: coerce(b.then, type) })),
    otherwise: coerce(otherwise, type),
    type,
    nullable: results.some((r) => r.nullable),
  };
}

function bindNullIf(left: Expr, right: Expr): Expr {
  if (isUntypedNull(left)) throw sqlError(4151);
  const result = narrowed(left);
  return caseOf([{ when: compare('=', left, right), then: NULL_CONSTANT }], result);
}

/** NULLIF, alone of its family, gives an integer constant the smallest type that holds it. */
function narrowed(expr: Expr): Expr {
  if (expr.kind !== 'constant' || expr.type.name !== 'int' || typeof expr.value !== 'number') return expr;
  const { value } = expr;
  const name = value >= 0 && value <= 255 ? 'tinyint' : value >= -32768 && value <= 32767 ? 'smallint' : 'int';
  return { ...expr, type: { ...expr.type, name } };
}

function bindCoalesce(args: readonly Expr[]): Expr {
  if (args.every(isUntypedNull)) throw sqlError(4127);
  const last = args.at(-1) ?? NULL_CONSTANT;
  const result = caseOf(
    args.slice(0, -1).map((arg) => ({ when: isNull(arg, true), then: arg })),
    last,
  );
  return { ...result, nullable: args.every((arg) => arg.nullable) };
}

/** CAST, CONVERT and their TRY_ forms. */
export function bindConversion(operand: Expr, type: Type, style: number | null, isTry: boolean): Expr {
  if (isUntypedNull(operand)) return coerce(operand, type);
  const typed =
    isString(type) && type.collation === undefined && isString(operand.type) && operand.type.collation !== undefined
      ? { ...type, collation: operand.type.collation }
      : type;
  return { kind: 'convert', operand, type: typed, nullable: operand.nullable || isTry, style, isTry, explicit: true };
}

function bindConvert(node: Extract<Expression, { kind: 'convert' }>, cx: ExprContext): Expr {
  const operand = bindExpr(node.operand, cx);
  const { type } = resolveType(node.type, CONVERSION, cx.binder);
  if (node.style === null) return bindConversion(operand, type, null, node.try);
  const style = bindExpr(node.style, cx);
  if (style.kind === 'constant')
    return style.value === null ? constantNull(type) : bindConversion(operand, type, Number(style.value), node.try);
  return styledConversion(operand, type, style, node.try);
}

const constantNull = (type: Type): Constant => ({ kind: 'constant', value: null, type, nullable: true });

const STYLES = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24, 25, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112,
  113, 114, 120, 121, 126, 127, 130, 131,
];

/** A style that is known only at run time chooses among the constant ones. */
function styledConversion(operand: Expr, type: Type, style: Expr, isTry: boolean): Expr {
  const branches = STYLES.map((n) => ({ when: compare('=', style, constant(n, INT_TYPE)), then: bindConversion(operand, type, n, isTry) }));
  return caseOf(branches, bindConversion(operand, type, null, isTry));
}

function bindParse(node: Extract<Expression, { kind: 'parse' }>, cx: ExprContext): Expr {
  const { type } = resolveType(node.type, CONVERSION, cx.binder);
  const culture = node.culture === null ? stringConstant('', false) : bindExpr(node.culture, cx);
  const parsed = callBuiltin(node.try ? 'TRY_PARSE' : 'PARSE', [
    bindExpr(node.operand, cx),
    stringConstant(typeToString(type), false),
    culture,
  ]);
  return parsed.type.name === type.name ? parsed : bindConversion(parsed, type, null, node.try);
}

function bindTrim(node: Extract<Expression, { kind: 'trim' }>, cx: ExprContext): Expr {
  const name = node.side === 'leading' ? 'LTRIM' : node.side === 'trailing' ? 'RTRIM' : 'TRIM';
  return callBuiltin(name, [bindExpr(node.operand, cx), bindExpr(node.characters, cx)]);
}

function bindCollate(operand: Expr, collation: string, cx: ExprContext): Expr {
  if (!isString(operand.type)) throw sqlError(447, typeToString(operand.type));
  const name = nameKey(collation) === 'database_default' || nameKey(collation) === 'catalog_default' ? databaseCollation(cx) : collation;
  if (findCollation(name) === undefined) throw sqlError(448, name);
  return asWritten({ ...operand, type: { ...operand.type, collation: name } });
}

const databaseCollation = (cx: ExprContext): string => useDatabase(cx.binder)?.collation ?? DEFAULT_COLLATION;

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
  requireComparable('=', bound.type, column.type);
  const [operand, other] = toCommon(bound, { kind: 'argument', index: 0, type: column.type, nullable: column.nullable });
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
  for (const item of list) requireComparable('=', operand.type, item.type);
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

function bindPseudoColumn(name: string, cx: ExprContext): Expr {
  for (let scope = cx.names; scope !== null; scope = scope.parent) {
    for (const source of scope.sources) {
      const index = source.columns.findIndex(
        (c, i) =>
          (name === '$identity' ? c.identity : name === '$rowguid' && source.table?.columns[i]?.rowGuidCol === true) ||
          nameKey(c.name) === name,
      );
      const column = source.columns[index];
      if (column !== undefined) return { kind: 'column', source, index, type: column.type, nullable: column.nullable };
    }
  }
  throw sqlError(207, name);
}

const ODBC_NAMES: Readonly<Record<string, string>> = {
  UCASE: 'UPPER',
  LCASE: 'LOWER',
  LENGTH: 'LEN',
  LOCATE: 'CHARINDEX',
  CURDATE: 'CURRENT_DATE',
  NOW: 'GETDATE',
  DAYOFMONTH: 'DAY',
  IFNULL: 'ISNULL',
  DATABASE: 'DB_NAME',
  MOD: '%',
  CEILING: 'CEILING',
  TRUNCATE: 'ROUND',
  INSERT: 'STUFF',
  REPEAT: 'REPLICATE',
};

function bindOdbcFunction(node: Extract<Expression, { kind: 'odbcFunction' }>, cx: ExprContext): Expr {
  const name = node.name.value.toUpperCase();
  return callBuiltin(
    ODBC_NAMES[name] ?? name,
    node.args.map((arg) => bindExpr(arg, cx)),
  );
}

function bindOdbcLiteral(kind: 'd' | 't' | 'ts' | 'guid', text: string): Expr {
  const name = kind === 'guid' ? 'uniqueidentifier' : 'datetime';
  return bindConversion(stringConstant(text, false), { name, length: 0, precision: 0, scale: 0 }, null, false);
}
