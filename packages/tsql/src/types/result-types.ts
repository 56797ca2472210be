/**
 * The type of an operator's result, by SQL Server's rules: precision and scale of decimal arithmetic, the common type of CASE branches, COALESCE,
 * UNION columns and comparisons. Pure functions over `Type`; a rule that cannot be met returns undefined and the binder words the error.
 * Source: Microsoft's "Precision, scale, and length (Transact-SQL)".
 */

import {
  BIGINT,
  decimal,
  FLOAT,
  familyOf,
  INT,
  isBinary,
  isDecimal,
  isFixedLength,
  isInteger,
  isLarge,
  isMoney,
  isString,
  isUnicode,
  MAX,
  MONEY,
  precedenceOf,
  REAL,
  sameType,
  type Type,
} from './type.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

/** Digits of an integer or money type when it meets a decimal. */
export function asDecimal(type: Type): Type {
  switch (type.name) {
    case 'bit':
      return decimal(1, 0);
    case 'tinyint':
      return decimal(3, 0);
    case 'smallint':
      return decimal(5, 0);
    case 'int':
      return decimal(10, 0);
    case 'bigint':
      return decimal(19, 0);
    case 'smallmoney':
      return decimal(10, 4);
    case 'money':
      return decimal(19, 4);
    default:
      return type;
  }
}

/** Precision and scale of `left op right` for two decimals. */
export function decimalResult(operator: ArithmeticOperator, left: Type, right: Type): Type {
  const { precision: p1, scale: s1 } = left;
  const { precision: p2, scale: s2 } = right;
  switch (operator) {
    case '+':
    case '-':
      return envelope(Math.max(p1 - s1, p2 - s2), Math.max(s1, s2), 1);
    case '*':
      return capDecimal(p1 + p2 + 1, s1 + s2);
    case '/': {
      const scale = Math.max(6, s1 + p2 + 1);
      return capDecimal(p1 - s1 + s2 + scale, scale);
    }
    case '%': {
      const scale = Math.max(s1, s2);
      return capDecimal(Math.min(p1 - s1, p2 - s2) + scale, scale);
    }
  }
}

/** Room for `integral` digits, a carry and the scale; above 38 digits the carry goes first, then the scale gives way to the integral part. */
function envelope(integral: number, scale: number, carry: number): Type {
  return decimal(Math.max(Math.min(integral + scale + carry, 38), 1), Math.min(scale, 38 - integral));
}

/** Above 38 digits a product's or quotient's scale gives way to the integral part, but not below 6. */
function capDecimal(precision: number, scale: number): Type {
  if (precision <= 38) return decimal(Math.max(precision, 1), scale);
  const integral = precision - scale;
  return decimal(38, Math.max(Math.min(scale, 38 - integral), Math.min(scale, 6)));
}

/** What takes the type of the decimal that it meets, where other numbers have digits of their own. */
const becomesOther = (type: Type): boolean => isString(type) || isBinary(type) || type.name === 'bit';

/** The type to which both operands of an arithmetic operator are converted, and the result's; undefined when the operator does not apply. */
export function arithmeticType(
  operator: ArithmeticOperator,
  left: Type,
  right: Type,
): { operands: readonly [Type, Type]; result: Type } | undefined {
  const higher = precedenceOf(left) <= precedenceOf(right) ? left : right;
  switch (familyOf(higher)) {
    case 'float': {
      if (operator === '%') return undefined;
      const type = higher.name === 'real' ? REAL : FLOAT;
      return { operands: [type, type], result: type };
    }
    case 'decimal': {
      const l = becomesOther(left) ? higher : asDecimal(left);
      const r = becomesOther(right) ? higher : asDecimal(right);
      if (!isDecimal(l) || !isDecimal(r)) return undefined;
      return { operands: [l, r], result: { ...decimalResult(operator, l, r), name: decimalName(l, r) } };
    }
    case 'money':
      return { operands: [higher.name === 'money' ? MONEY : higher, higher], result: higher };
    case 'integer': {
      const type = higher.name === 'bit' ? undefined : higher;
      return type && { operands: [type, type], result: type };
    }
    default:
      return undefined;
  }
}

/** The one type of several: CASE, COALESCE, UNION, VALUES, comparison. Lengths and scales are widened so that no value is cut. */
export function commonType(left: Type, right: Type): Type {
  if (sameType(left, right)) return left;
  const higher = precedenceOf(left) <= precedenceOf(right) ? left : right;
  const lower = higher === left ? right : left;
  switch (familyOf(higher)) {
    case 'decimal':
      return isDecimal(lower) || isInteger(lower) || isMoney(lower) ? widerDecimal(higher, asDecimal(lower)) : higher;
    case 'string':
      return isString(lower) ? widerString(higher, lower) : isBinary(lower) ? { ...higher, length: widerLength(higher, lower) } : higher;
    case 'binary':
      return isBinary(lower) && higher.name !== 'rowversion' && higher.name !== 'image'
        ? { ...higher, length: widerLength(higher, lower) }
        : higher;
    case 'datetime':
      return { ...higher, scale: Math.max(higher.scale, lower.scale) };
    default:
      return higher;
  }
}

function widerDecimal(a: Type, b: Type): Type {
  const integral = Math.max(a.precision - a.scale, b.precision - b.scale);
  return { ...envelope(integral, Math.max(a.scale, b.scale), 0), name: decimalName(a, b) };
}

/** The two names are one type; a result is called numeric when an operand is. */
const decimalName = (a: Type, b: Type): 'numeric' | 'decimal' => (a.name === 'numeric' || b.name === 'numeric' ? 'numeric' : 'decimal');

function widerLength(a: Type, b: Type): number {
  return a.length === MAX || b.length === MAX ? MAX : Math.max(a.length, b.length);
}

function widerString(higher: Type, lower: Type): Type {
  if (isLarge(higher) && higher.length !== MAX) return higher;
  const length = isLarge(lower) ? MAX : widerLength(higher, lower);
  // char with char stays fixed; a fixed type with a varying one varies.
  const fixed = isFixedLength(higher) && isFixedLength(lower);
  const name = isUnicode(higher) ? (fixed ? 'nchar' : 'nvarchar') : fixed ? 'char' : 'varchar';
  const collation = higher.collation ?? lower.collation;
  return collation === undefined ? { name, length, precision: 0, scale: 0 } : { name, length, precision: 0, scale: 0, collation };
}

/** The type of `left + right` for strings; undefined when neither rule applies. */
export function concatenationType(left: Type, right: Type): Type | undefined {
  if (isBinary(left) && isBinary(right))
    return { name: 'varbinary', length: concatenatedLength(left, right, 8000), precision: 0, scale: 0 };
  if (!isString(left) || !isString(right)) return undefined;
  const unicode = isUnicode(left) || isUnicode(right);
  const fixed = isFixedLength(left) && isFixedLength(right);
  const collation = left.collation ?? right.collation;
  const name = unicode ? (fixed ? 'nchar' : 'nvarchar') : fixed ? 'char' : 'varchar';
  const type: Type = { name, length: concatenatedLength(left, right, unicode ? 4000 : 8000), precision: 0, scale: 0 };
  return collation === undefined ? type : { ...type, collation };
}

function concatenatedLength(left: Type, right: Type, limit: number): number {
  if (isLarge(left) || isLarge(right)) return MAX;
  return Math.min(left.length + right.length, limit);
}

/** The result of unary minus and of SUM over integers. */
export function sumType(type: Type): Type {
  switch (type.name) {
    case 'tinyint':
    case 'smallint':
    case 'int':
      return INT;
    case 'bigint':
      return BIGINT;
    case 'decimal':
    case 'numeric':
      return { ...decimal(38, type.scale), name: type.name };
    case 'smallmoney':
    case 'money':
      return MONEY;
    default:
      return FLOAT;
  }
}

/** The result of AVG. */
export function averageType(type: Type): Type {
  return isDecimal(type) ? { ...decimal(38, Math.max(type.scale, 6)), name: type.name } : sumType(type);
}
