/**
 * Whether a result column may hold NULL as SQL Server reports it to clients and declares it in SELECT INTO. That is not the question whether the value
 * can be NULL: what may overflow counts as nullable, since it would be NULL under ARITHABORT OFF, most functions are nullable whatever their arguments,
 * and CASE looks at the branches that constant conditions leave. Binding and printing use `Expr.nullable`, which is the exact one.
 */

import { isBinary, isDecimal, isInteger, isString, MAX, type Type } from '@sprocket/tsql';
import { truthOf } from './folded.ts';
import type { CaseExpr, Expr } from './tree.ts';

export function resultNullable(expr: Expr): boolean {
  if (expr.given === true) return true;
  switch (expr.kind) {
    case 'constant':
      return expr.value === null;
    case 'column':
    case 'argument':
    case 'nextValue':
      return expr.nullable;
    case 'call':
      return callNullable(expr);
    case 'arithmetic':
      return !keepsNullability(expr) || resultNullable(expr.left) || resultNullable(expr.right);
    case 'bitNot':
      return resultNullable(expr.operand);
    case 'convert':
      return expr.explicit || resultNullable(expr.operand) || !isLossless(expr.operand.type, expr.type);
    case 'case':
      return remainingResults(expr).some(resultNullable);
    default:
      return true;
  }
}

/** Functions that are NOT NULL when their arguments are; the others are so always or never. */
const PROPAGATING: ReadonlySet<string> = new Set([
  'CEILING',
  'FLOOR',
  'ROUND',
  'SIGN',
  'RADIANS',
  'GREATEST',
  'LEAST',
  'DATEFROMPARTS',
  'DATETIMEFROMPARTS',
  'DATETIME2FROMPARTS',
  'SMALLDATETIMEFROMPARTS',
  'TIMEFROMPARTS',
  'DATETIMEOFFSETFROMPARTS',
]);

function callNullable({ fn, signature, args }: Extract<Expr, { kind: 'call' }>): boolean {
  if (fn.name === 'ISNULL') return args.every(resultNullable);
  if (PROPAGATING.has(fn.name)) return args.some(resultNullable);
  return signature.nullable !== false || fn.name === 'NEWID';
}

const BITWISE: ReadonlySet<string> = new Set(['&', '|', '^', '<<', '>>']);

/** Concatenation, bit operators and floating point are as nullable as their operands; other arithmetic may overflow. */
function keepsNullability({ op, type }: Extract<Expr, { kind: 'arithmetic' }>): boolean {
  return isString(type) || isBinary(type) || BITWISE.has(op) || type.name === 'float' || type.name === 'real';
}

/** The results that a CASE can have once branches with constant conditions are decided. */
function remainingResults({ branches, otherwise }: CaseExpr): Expr[] {
  const results: Expr[] = [];
  for (const { when, then } of branches) {
    const truth = truthOf(when);
    if (truth === false || truth === null) continue;
    results.push(then);
    if (truth === true) return results;
  }
  return [...results, otherwise];
}

const INTEGRAL_DIGITS: Readonly<Record<string, number>> = { bit: 1, tinyint: 3, smallint: 5, int: 10, bigint: 19 };
/** Decimal digits of a whole number that every value of the type represents exactly. */
const EXACT_DIGITS: Readonly<Record<string, number>> = { float: 15, real: 7 };

/** Every value of `from` is the same value in `to`. */
function isLossless(from: Type, to: Type): boolean {
  if (isString(from) && isString(to)) return to.length === MAX || (from.length !== MAX && from.length <= to.length);
  if (isBinary(from) && isBinary(to)) return to.length === MAX || (from.length !== MAX && from.length <= to.length);
  if (from.name === 'real' && to.name === 'float') return true;
  const digits = isDecimal(from) ? from.precision - from.scale : INTEGRAL_DIGITS[from.name];
  if (digits === undefined) return from.name === to.name && from.scale <= to.scale;
  const scale = isDecimal(from) ? from.scale : 0;
  const exact = EXACT_DIGITS[to.name];
  if (exact !== undefined) return scale === 0 && digits <= exact;
  if (isInteger(to)) return scale === 0 && digits <= (INTEGRAL_DIGITS[to.name] ?? 0);
  return isDecimal(to) && scale <= to.scale && digits <= to.precision - to.scale;
}
