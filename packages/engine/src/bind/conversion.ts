/** CAST, CONVERT and PARSE with their TRY_ forms, TRIM with a side, COLLATE. */

import { type Expression, isString, type Type, typeToString } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import { DEFAULT_COLLATION, collation as findCollation } from '../values/collation.ts';
import { INT_TYPE } from './arithmetic.ts';
import { callBuiltin } from './call.ts';
import { coerce, isUntypedNull } from './coerce.ts';
import { asWritten } from './collation.ts';
import { caseOf } from './conditional.ts';
import { type ExprContext, useDatabase } from './context.ts';
import { bindExpr } from './expression.ts';
import { constant, stringConstant } from './literal.ts';
import { compare } from './predicate.ts';
import type { Constant, Expr } from './tree.ts';
import { CONVERSION, resolveType } from './types.ts';

/** CAST, CONVERT and their TRY_ forms. */
export function bindConversion(operand: Expr, type: Type, style: number | null, isTry: boolean): Expr {
  if (isUntypedNull(operand)) return coerce(operand, type);
  const typed =
    isString(type) && type.collation === undefined && isString(operand.type) && operand.type.collation !== undefined
      ? { ...type, collation: operand.type.collation }
      : type;
  return { kind: 'convert', operand, type: typed, nullable: operand.nullable || isTry, style, isTry, explicit: true };
}

export function bindConvert(node: Extract<Expression, { kind: 'convert' }>, cx: ExprContext): Expr {
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

export function bindParse(node: Extract<Expression, { kind: 'parse' }>, cx: ExprContext): Expr {
  const { type } = resolveType(node.type, CONVERSION, cx.binder);
  const culture = node.culture === null ? stringConstant('', false) : bindExpr(node.culture, cx);
  const parsed = callBuiltin(node.try ? 'TRY_PARSE' : 'PARSE', [
    bindExpr(node.operand, cx),
    stringConstant(typeToString(type), false),
    culture,
  ]);
  return parsed.type.name === type.name ? parsed : bindConversion(parsed, type, null, node.try);
}

export function bindTrim(node: Extract<Expression, { kind: 'trim' }>, cx: ExprContext): Expr {
  const name = node.side === 'leading' ? 'LTRIM' : node.side === 'trailing' ? 'RTRIM' : 'TRIM';
  return callBuiltin(name, [bindExpr(node.operand, cx), bindExpr(node.characters, cx)]);
}

export function bindCollate(operand: Expr, collation: string, cx: ExprContext): Expr {
  if (!isString(operand.type)) throw sqlError(447, typeToString(operand.type));
  const name = nameKey(collation) === 'database_default' || nameKey(collation) === 'catalog_default' ? databaseCollation(cx) : collation;
  if (findCollation(name) === undefined) throw sqlError(448, name);
  return asWritten({ ...operand, type: { ...operand.type, collation: name } });
}

const databaseCollation = (cx: ExprContext): string => useDatabase(cx.binder)?.collation ?? DEFAULT_COLLATION;
