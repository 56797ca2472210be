/** Explicit conversion nodes where T-SQL converts silently: operands to a common type, arguments to parameters, values to columns. */

import { commonType, decimal, isDecimal, isInteger, isNumeric, isString, MAX, sameXmlSchema, type Type } from '@sprocket/tsql';
import type { Environment } from '../environment.ts';
import { SqlError, sqlError } from '../errors.ts';
import { conversionKind, converter } from '../values/convert.ts';
import { integerDigits } from '../values/decimal.ts';
import { NULL_CONSTANT } from './literal.ts';
import type { Constant, Expr } from './tree.ts';

/** The expression as a value of `type`: unchanged, retyped (NULL), or wrapped in an implicit conversion; 206/257 where none exists. */
export function coerce(expr: Expr, type: Type): Expr {
  if (isUntypedNull(expr)) return { ...NULL_CONSTANT, type, untyped: false } satisfies Constant;
  if (equivalent(expr.type, type)) return expr.type.collation === type.collation ? expr : retype(expr, type);
  checkImplicit(expr.type, type);
  const folded = foldNumber(expr, type);
  if (folded !== undefined) return folded;
  return { kind: 'convert', operand: expr, type, nullable: expr.nullable, style: null, isTry: false, explicit: false };
}

/** A numeric constant is converted here and now, so that SQL shows the value; one that does not fit fails when it runs. */
function foldNumber(expr: Expr, type: Type): Constant | undefined {
  if (expr.kind !== 'constant' || expr.value === null || !isNumeric(expr.type) || !isNumeric(type)) return undefined;
  try {
    return { kind: 'constant', value: converter(expr.type, type)(expr.value, NO_SESSION), type, nullable: false };
  } catch (error) {
    if (error instanceof SqlError) return undefined;
    throw error;
  }
}

/** Conversions between numbers ask nothing of a session. */
const NO_SESSION = { options: { ansiWarnings: true, arithAbort: true } } as unknown as Environment;

export const isUntypedNull = (expr: Expr): boolean => expr.kind === 'constant' && expr.untyped === true;

/** No conversion is needed: only the collation or the alias differs. */
function equivalent(from: Type, to: Type): boolean {
  const isSame = from.name === to.name && from.length === to.length && from.precision === to.precision && from.scale === to.scale;
  return isSame && (to.xmlSchema === undefined || sameXmlSchema(from.xmlSchema, to.xmlSchema));
}

function retype(expr: Expr, type: Type): Expr {
  return isString(type) ? { ...expr, type } : expr;
}

function checkImplicit(from: Type, to: Type): void {
  const kind = conversionKind(from, to);
  if (kind === 'implicit') return;
  if (kind === 'explicit') throw sqlError(257, typeName(from), typeName(to));
  throw sqlError(206, typeName(from), typeName(to));
}

/** A type as errors name it: without sizes, except that `(max)` is shown. */
export function typeName(type: Type): string {
  if (type.name === 'rowversion') return 'timestamp';
  return type.length === MAX ? `${type.name}(max)` : type.name;
}

/** Both expressions converted to their common type, widened so that a comparison loses nothing. */
export function toCommon(left: Expr, right: Expr): readonly [Expr, Expr] {
  if (isUntypedNull(left)) return [coerce(left, right.type), right];
  if (isUntypedNull(right)) return [left, coerce(right, left.type)];
  const type = commonTypeOf([left, right]);
  if (isString(left.type) && isString(right.type)) return [left, right];
  return [coerce(left, type), coerce(right, type)];
}

/** The one type of several branches; untyped NULLs do not count. */
export function commonTypeOf(exprs: readonly Expr[]): Type {
  const typed = exprs.filter((e) => !isUntypedNull(e));
  const exact = typed.some((e) => isDecimal(e.type));
  const [first, ...rest] = typed.map((e) => (exact ? literalDecimal(e, e.type) : e.type));
  return first === undefined ? NULL_CONSTANT.type : rest.reduce(commonType, first);
}

/** An integer constant beside a decimal counts just its own digits. */
export function literalDecimal(expr: Expr, type: Type): Type {
  if (expr.kind !== 'constant' || !isInteger(expr.type) || expr.value === null) return type;
  return decimal(integerDigits(expr.value), 0);
}
