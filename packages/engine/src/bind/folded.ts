/**
 * Expressions of constants alone, as SQL Server folds them when it compiles. ORDER BY refuses what folds to a constant, and a condition that is settled
 * is never evaluated: its operands cannot fail. An expression that would fail itself (1/0) does not fold.
 */

import type { Environment } from '../environment.ts';
import { SqlError } from '../errors.ts';
import { arithmetic, bitNot, negate } from '../values/arithmetic.ts';
import { converter } from '../values/convert.ts';
import type { Present, Value } from '../values/value.ts';
import type { Expr } from './tree.ts';

/** The value that the expression folds to; undefined when it has none before it runs. */
export function foldedValue(expr: Expr): Value | undefined {
  try {
    return fold(expr);
  } catch (error) {
    if (error instanceof SqlError) return undefined;
    throw error;
  }
}

/** Whether the expression is a constant or folds to one. */
export const isFoldable = (expr: Expr): boolean => foldedValue(expr) !== undefined;

/** Functions of constants that SQL Server computes when it compiles. It is a list of its own, not that of the deterministic functions. */
const FOLDED_FUNCTIONS: ReadonlySet<string> = new Set([
  ...[
    'ABS',
    'ACOS',
    'ASIN',
    'ATAN',
    'ATN2',
    'CEILING',
    'COS',
    'COT',
    'DEGREES',
    'EXP',
    'FLOOR',
    'LOG',
    'LOG10',
    'PI',
    'POWER',
    'RADIANS',
    'ROUND',
  ],
  ...['SIGN', 'SIN', 'SQRT', 'SQUARE', 'TAN', 'LEN', 'CHARINDEX', 'CONCAT', 'GREATEST', 'LEAST'],
  ...['DATEPART', 'DATENAME', 'DATEADD', 'DATEDIFF', 'DATEFROMPARTS', 'DATETIMEFROMPARTS', 'DATETIME2FROMPARTS', 'TIMEFROMPARTS'],
  ...['YEAR', 'MONTH', 'DAY', 'BIT_COUNT', 'GET_BIT', 'SET_BIT', 'LEFT_SHIFT', 'RIGHT_SHIFT', 'JSON_VALUE', 'JSON_QUERY'],
]);

/** Whether a term of ORDER BY is a constant as SQL Server sees it: it folds, or is a function or CASE of what does. */
export function isConstantTerm(expr: Expr): boolean {
  switch (expr.kind) {
    case 'call':
      return FOLDED_FUNCTIONS.has(expr.fn.name) && expr.args.every(isConstantTerm);
    case 'case':
      return isSettled(expr);
    default:
      return isFoldable(expr);
  }
}

/** All conditions are settled, and so are the results that they leave. */
function isSettled({ branches, otherwise }: Extract<Expr, { kind: 'case' }>): boolean {
  const results: Expr[] = [];
  for (const { when, then } of branches) {
    const truth = truthOf(when);
    if (truth === undefined) return false;
    if (truth === true) return [...results, then].every(isConstantTerm);
    results.push(then);
  }
  return [...results, otherwise].every(isConstantTerm);
}

/** Whether the expression is NULL whatever the rows are. */
export const isNullConstant = (expr: Expr): boolean => foldedValue(expr) === null;

/** What a condition is before any row is seen: null is unknown, undefined when rows decide. */
export function truthOf(expr: Expr): boolean | null | undefined {
  if (expr.kind === 'isNull' && expr.operand.kind === 'constant') return (expr.operand.value === null) !== expr.negated;
  if (expr.kind === 'not') return negated(truthOf(expr.operand));
  if (expr.kind !== 'compare' || expr.left.kind !== 'constant' || expr.right.kind !== 'constant') return undefined;
  const [left, right] = [expr.left.value, expr.right.value];
  if (left === null || right === null) return null;
  if (typeof left !== typeof right || (typeof left !== 'number' && typeof left !== 'bigint')) return undefined;
  return COMPARE[expr.op](left, right as typeof left);
}

const negated = (truth: boolean | null | undefined): boolean | null | undefined => (typeof truth === 'boolean' ? !truth : truth);

/** A filter keeps the rows for which its condition is true: whether that can be so of none. */
export function isNeverTrue(expr: Expr): boolean {
  switch (expr.kind) {
    case 'and':
      return expr.operands.some(isNeverTrue);
    case 'or':
      return expr.operands.every(isNeverTrue);
    default: {
      const truth = truthOf(expr);
      return truth === false || truth === null;
    }
  }
}

type Ordered = number | bigint;

const COMPARE: Readonly<Record<Extract<Expr, { kind: 'compare' }>['op'], (a: Ordered, b: Ordered) => boolean>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

/** The value; undefined for what does not consist of constants, operators and conversions of numbers. */
function fold(expr: Expr): Value | undefined {
  switch (expr.kind) {
    case 'constant':
      return expr.value;
    case 'arithmetic': {
      const apply = arithmetic(expr.op, expr.left.type, expr.right.type, expr.type);
      return each([expr.left, expr.right], ([left, right]) => apply(left as Present, right as Present, NO_SESSION));
    }
    case 'negate':
      return each([expr.operand], ([value]) => negate(expr.type)(value as Present, NO_SESSION));
    case 'bitNot':
      return each([expr.operand], ([value]) => bitNot(expr.type)(value as Present, NO_SESSION));
    case 'convert':
      return each([expr.operand], ([value]) => converter(expr.operand.type, expr.type)(value as Present, NO_SESSION));
    default:
      return undefined;
  }
}

/** NULL in, NULL out; undefined when an operand does not fold. */
function each(operands: readonly Expr[], apply: (values: readonly Value[]) => Value): Value | undefined {
  const values = operands.map(fold);
  if (values.includes(undefined)) return undefined;
  return values.includes(null) ? null : apply(values as readonly Value[]);
}

/** Folding happens before any session's options are known. */
const NO_SESSION = {
  options: { ansiWarnings: true, arithAbort: true, concatNullYieldsNull: true, dateFormat: 'mdy', language: 'us_english' },
} as unknown as Environment;
