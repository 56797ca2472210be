/**
 * Arithmetic, concatenation and bit operators over bound operands: result types come from the rules in @sprocket/tsql, operands are converted as the
 * operator wants them, and pairs that have no operator are refused as SQL Server words it.
 */

import {
  type Arithmetic,
  arithmeticType,
  concatenationType,
  familyOf,
  isBinary,
  isDateTime,
  isInteger,
  isNumeric,
  isString,
  SMALLINT,
  type Type,
} from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { coerce, commonTypeOf, isUntypedNull, literalDecimal, typeName } from './coerce.ts';
import { requireJoint } from './collation.ts';
import { LEGACY } from './comparable.ts';
import { constant } from './literal.ts';
import { type PairedOperator, requireOperands } from './operands.ts';
import type { Constant, Expr } from './tree.ts';

export function bindUnary(op: '+' | '-' | '~', operand: Expr): Expr {
  if (op === '+') return operand;
  if (op === '~') {
    if (!isInteger(operand.type)) throw sqlError(8117, typeName(operand.type), "'~'");
    return { kind: 'bitNot', operand, type: operand.type, nullable: operand.nullable };
  }
  const folded = negateConstant(operand);
  if (folded !== undefined) return folded;
  const { type } = operand;
  if (type.name === 'bit' || isString(type) || isDateTime(type) || isBinary(type)) throw sqlError(8117, typeName(type), 'minus');
  const signed = type.name === 'tinyint' ? SMALLINT : type;
  return { kind: 'negate', operand: coerce(operand, signed), type: signed, nullable: operand.nullable };
}

export const INT_TYPE = { name: 'int', length: 0, precision: 0, scale: 0 } as const;

/** The literal 2147483648 is numeric, but with its sign it is an int. */
const LEAST_INT = constant(-2147483648, INT_TYPE);

function negateConstant(operand: Expr): Constant | undefined {
  if (operand.kind !== 'constant' || operand.value === null) return undefined;
  if (typeof operand.value === 'bigint')
    return operand.value === 2147483648n && operand.type.scale === 0 ? LEAST_INT : { ...operand, value: -operand.value };
  return typeof operand.value === 'number' && operand.type.name !== 'bit' ? { ...operand, value: -operand.value } : undefined;
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
      return concatenate(left, right, nullable) ?? invalidOperands(op, left, right);
    default:
      requireOperands(PAIRED[op], OPERATOR_WORDS[op], left.type, right.type);
      return calculate(op, left, right, nullable);
  }
}

type Calculation = '+' | '-' | '*' | '/' | '%';

const PAIRED: Readonly<Record<Calculation, PairedOperator>> = { '+': 'add', '-': 'subtract', '*': 'scale', '/': 'scale', '%': 'modulo' };

function calculate(op: Calculation, left: Expr, right: Expr, nullable: boolean): Expr {
  const text = op === '+' ? concatenate(left, right, nullable) : undefined;
  return text ?? dateArithmetic(op, left, right, nullable) ?? numeric(op, left, right, nullable);
}

function numeric(op: Calculation, left: Expr, right: Expr, nullable: boolean): Expr {
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

/** Two strings or two binaries, which keep their own lengths. */
function concatenate(left: Expr, right: Expr, nullable: boolean): Expr | undefined {
  if (LEGACY.has(left.type.name) || LEGACY.has(right.type.name)) return undefined;
  const type = concatenationType(left.type, right.type);
  if (type !== undefined) requireJoint('add', [left, right], type);
  return type && { kind: 'arithmetic', op: '+', left, right, type, nullable };
}

/** datetime and smalldatetime take + and - with numbers (days) and with each other. */
function dateArithmetic(op: Calculation, left: Expr, right: Expr, nullable: boolean): Expr | undefined {
  const base = [left.type, right.type].find(isLegacyDate);
  if (base === undefined || (op !== '+' && op !== '-')) return undefined;
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

const OPERATOR_WORDS: Readonly<Record<Arithmetic['op'], string>> = {
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

/** Bit operators and || over what they do not accept. */
function invalidOperands(op: Arithmetic['op'], left: Expr, right: Expr): never {
  const [l, r] = [left.type, right.type];
  const word = OPERATOR_WORDS[op];
  const clash = [l, r].find(isModernDate);
  if (clash !== undefined && [l, r].some((type) => isNumeric(type))) throw sqlError(206, typeName(clash), typeName(clash === l ? r : l));
  if (isVariant(l) !== isVariant(r)) throw sqlError(257, 'sql_variant', typeName(isVariant(l) ? r : l));
  if (l.name === r.name && !(l.name === 'bit' || isBinary(l))) throw sqlError(8117, typeName(l), word);
  throw sqlError(402, typeName(l), typeName(r), word);
}

const isLegacyDate = (type: Type): boolean => type.name === 'datetime' || type.name === 'smalldatetime';

const isVariant = (type: Type): boolean => type.name === 'sql_variant';

/** date, time, datetime2 and datetimeoffset: they have no arithmetic. */
const isModernDate = (type: Type): boolean => isDateTime(type) && !isLegacyDate(type);
