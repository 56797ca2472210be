/**
 * Expressions as JavaScript closures: the specification of what every expression yields. Each node is compiled once, by its types, into a function
 * of the context, the frame's slots and outside arguments; evaluation dispatches on nothing. The interpreter calls these closures directly and the
 * SQLite backend registers them for what SQL cannot say exactly. Queries are not evaluated here: a scalar with a query inside runs in the backend.
 * Predicates yield 1, 0 or null (unknown).
 */

import { isString, isUnicode, MAX, nvarchar } from '@sprocket/tsql';
import type { ArithmeticExpr, CaseExpr, CompareExpr, CompareOperator, Expr, InListExpr, LikeExpr } from '../bind/tree.ts';
import type { Builtin } from '../functions/builtin.ts';
import { arithmetic, bitNot, negate } from '../values/arithmetic.ts';
import { collationOf as collationRules, like } from '../values/collation.ts';
import { comparer } from '../values/compare.ts';
import { converter } from '../values/convert.ts';
import type { Value } from '../values/value.ts';
import type { ExecutionContext } from './contracts.ts';

/** Evaluates for one context; `slots` are a frame's variables, `args` the values of `argument` nodes. */
export type Evaluator = (context: ExecutionContext, slots: readonly Value[], args: readonly Value[]) => Value;

type NonNull = NonNullable<Value>;
type Binary = (a: NonNull, b: NonNull, context: ExecutionContext) => Value;
type Unary = (value: NonNull, context: ExecutionContext) => Value;

const NO_VALUES: readonly Value[] = [];

export { NO_VALUES };

/** Compiles an expression without queries, columns or aggregates. */
export function compile(expr: Expr): Evaluator {
  switch (expr.kind) {
    case 'constant': {
      const { value } = expr;
      return () => value;
    }
    case 'variable': {
      const { slot } = expr;
      return (_context, slots) => slots[slot] ?? null;
    }
    case 'argument': {
      const { index } = expr;
      return (_context, _slots, args) => args[index] ?? null;
    }
    case 'call':
      return compileCall(expr);
    case 'arithmetic':
      return compileArithmetic(expr);
    case 'negate':
      return strict1(expr.operand, negate(expr.type) as Unary);
    case 'bitNot':
      return strict1(expr.operand, bitNot(expr.type) as Unary);
    case 'convert':
      return strict1(expr.operand, converterOf(expr));
    case 'compare':
      return compileCompare(expr);
    case 'and':
      return compileAnd(expr.operands.map(compile));
    case 'or':
      return compileOr(expr.operands.map(compile));
    case 'not':
      return strict1(expr.operand, (value) => (value === 1 ? 0 : 1));
    case 'isNull': {
      const operand = compile(expr.operand);
      const whenNull = expr.negated ? 0 : 1;
      return (context, slots, args) => (operand(context, slots, args) === null ? whenNull : 1 - whenNull);
    }
    case 'distinct':
      return compileDistinct(compile(expr.left), compile(expr.right), comparerOf(expr.left, expr.right), expr.negated);
    case 'inList':
      return compileInList(expr);
    case 'like':
      return compileLike(expr);
    case 'case':
      return compileCase(expr);
    case 'function': {
      const args = expr.args.map(compile);
      return (context, slots, outer) =>
        context.callFunction(
          expr.databaseId,
          expr.objectId,
          args.map((a) => a(context, slots, outer)),
        );
    }
    case 'nextValue':
      return nextValue(expr);
    case 'column':
    case 'scalarQuery':
    case 'exists':
    case 'inQuery':
    case 'quantified':
    case 'aggregate':
    case 'window':
      throw new Error(`a ${expr.kind} cannot be evaluated outside a query`);
  }
}

function nextValue({ objectId, type, place, repeats }: Extract<Expr, { kind: 'nextValue' }>): Evaluator {
  const next = { repeats, place: null };
  if (place === null) return (context) => context.nextSequenceValue?.(objectId, type, next) ?? null;
  const number = compile(place);
  return (context, slots, args) =>
    context.nextSequenceValue?.(objectId, type, { repeats, place: Number(number(context, slots, args)) }) ?? null;
}

function strict1(operand: Expr, apply: Unary): Evaluator {
  const evaluate = compile(operand);
  return (context, slots, args) => {
    const value = evaluate(context, slots, args);
    return value === null ? null : apply(value, context);
  };
}

function strict2(left: Expr, right: Expr, apply: Binary): Evaluator {
  const l = compile(left);
  const r = compile(right);
  return (context, slots, args) => {
    const a = l(context, slots, args);
    const b = r(context, slots, args);
    return a === null || b === null ? null : apply(a, b, context);
  };
}

function compileArithmetic({ op, left, right, type }: ArithmeticExpr): Evaluator {
  const apply = arithmetic(op, left.type, right.type, type) as Binary;
  return isString(type) ? concatenation(compile(left), compile(right), apply) : strict2(left, right, apply);
}

/** NULL makes the whole NULL, or with CONCAT_NULL_YIELDS_NULL OFF counts as empty. */
function concatenation(left: Evaluator, right: Evaluator, apply: Binary): Evaluator {
  return (context, slots, args) => {
    const a = left(context, slots, args);
    const b = right(context, slots, args);
    if (a !== null && b !== null) return apply(a, b, context);
    return context.options.concatNullYieldsNull || (a === null && b === null) ? null : apply(a ?? '', b ?? '', context);
  };
}

function converterOf(expr: Extract<Expr, { kind: 'convert' }>): Unary {
  const how = { isTry: expr.isTry, explicit: expr.explicit, ...(expr.style === null ? {} : { style: expr.style }) };
  return converter(expr.operand.type, expr.type, how) as Unary;
}

function compileCall(expr: Extract<Expr, { kind: 'call' }>): Evaluator {
  const args = expr.args.map(compile);
  if (expr.fn.select !== undefined) return compileSelection(args, expr.fn.select);
  const fn = expr.fn.evaluator(expr.signature, expr.arguments) as unknown as (context: ExecutionContext, ...values: Value[]) => Value;
  if (expr.fn.nullCall) return (context, slots, outer) => fn(context, ...args.map((a) => a(context, slots, outer)));
  const [first, second] = args;
  if (first === undefined) return (context) => fn(context);
  if (args.length === 1) {
    return (context, slots, outer) => {
      const value = first(context, slots, outer);
      return value === null ? null : fn(context, value);
    };
  }
  if (args.length === 2 && second !== undefined) {
    return (context, slots, outer) => {
      const a = first(context, slots, outer);
      const b = second(context, slots, outer);
      return a === null || b === null ? null : fn(context, a, b);
    };
  }
  return (context, slots, outer) => {
    const values: Value[] = [];
    for (const arg of args) {
      const value = arg(context, slots, outer);
      if (value === null) return null;
      values.push(value);
    }
    return fn(context, ...values);
  };
}

/** ISNULL and CHOOSE: the first argument says which one is the result, and no other is evaluated. */
function compileSelection(args: readonly Evaluator[], select: NonNullable<Builtin['select']>): Evaluator {
  return (context, slots, outer) => {
    const first = args[0]?.(context, slots, outer) ?? null;
    const index = select(first, args.length);
    if (index === undefined) return null;
    return index === 0 ? first : (args[index]?.(context, slots, outer) ?? null);
  };
}

const TESTS: Readonly<Record<CompareOperator, (order: number) => Value>> = {
  '=': (order) => (order === 0 ? 1 : 0),
  '<>': (order) => (order !== 0 ? 1 : 0),
  '<': (order) => (order < 0 ? 1 : 0),
  '>': (order) => (order > 0 ? 1 : 0),
  '<=': (order) => (order <= 0 ? 1 : 0),
  '>=': (order) => (order >= 0 ? 1 : 0),
};

function compileCompare(expr: CompareExpr): Evaluator {
  const byCodePage =
    expr.op !== '=' && expr.op !== '<>' && isString(expr.left.type) && !isUnicode(expr.left.type) && !isUnicode(expr.right.type);
  const compare = byCodePage ? comparer(expr.left.type, collationOf(expr.left, expr.right)) : comparerOf(expr.left, expr.right);
  const test = TESTS[expr.op];
  return strict2(expr.left, expr.right, (a, b) => test(compare(a, b)));
}

const ANY_STRING = nvarchar(MAX);

/** Strings of all types compare by one order, the collation's for Unicode, so that varchar and nvarchar share indexes. */
function comparerOf(left: Expr, right: Expr): (a: NonNull, b: NonNull) => number {
  return comparer(isString(left.type) ? ANY_STRING : left.type, collationOf(left, right));
}

/** An explicit or column collation of either side; undefined for the default. */
export function collationOf(left: Expr, right: Expr): string | undefined {
  return left.type.collation ?? right.type.collation;
}

function compileAnd(operands: readonly Evaluator[]): Evaluator {
  return (context, slots, args) => {
    let result: Value = 1;
    for (const operand of operands) {
      const value = operand(context, slots, args);
      if (value === 0) return 0;
      if (value === null) result = null;
    }
    return result;
  };
}

function compileOr(operands: readonly Evaluator[]): Evaluator {
  return (context, slots, args) => {
    let result: Value = 0;
    for (const operand of operands) {
      const value = operand(context, slots, args);
      if (value === 1) return 1;
      if (value === null) result = null;
    }
    return result;
  };
}

function compileDistinct(left: Evaluator, right: Evaluator, compare: (a: NonNull, b: NonNull) => number, negated: boolean): Evaluator {
  const yes = negated ? 0 : 1;
  return (context, slots, args) => {
    const a = left(context, slots, args);
    const b = right(context, slots, args);
    const differ = a === null || b === null ? a !== b : compare(a, b) !== 0;
    return differ ? yes : 1 - yes;
  };
}

function compileInList(expr: InListExpr): Evaluator {
  const operand = compile(expr.operand);
  const list = expr.list.map(compile);
  const compare = comparerOf(expr.operand, expr.list[0] ?? expr.operand);
  const found = expr.negated ? 0 : 1;
  return (context, slots, args) => {
    const value = operand(context, slots, args);
    let unknown = false;
    for (const item of list) {
      // Evaluated even where it cannot matter: its errors count until a match is found.
      const candidate = item(context, slots, args);
      if (value === null || candidate === null) unknown = true;
      else if (compare(value, candidate) === 0) return found;
    }
    return unknown ? null : 1 - found;
  };
}

function compileLike(expr: LikeExpr): Evaluator {
  const operand = compile(expr.operand);
  const pattern = compile(expr.pattern);
  const escapeOf = expr.escape === null ? null : compile(expr.escape);
  const collation = collationRules(expr.operand.type, collationOf(expr.operand, expr.pattern));
  const found = expr.negated ? 0 : 1;
  return (context, slots, args) => {
    const text = operand(context, slots, args);
    const shape = pattern(context, slots, args);
    if (text === null || shape === null) return null;
    const mark = escapeOf === null ? null : escapeOf(context, slots, args);
    if (escapeOf !== null && mark === null) return null;
    return like(shape as string, mark as string | null, collation)(text as string) ? found : 1 - found;
  };
}

function compileCase(expr: CaseExpr): Evaluator {
  const branches = expr.branches.map((branch) => ({ when: compile(branch.when), then: compile(branch.then) }));
  const otherwise = compile(expr.otherwise);
  return (context, slots, args) => {
    for (const branch of branches) {
      if (branch.when(context, slots, args) === 1) return branch.then(context, slots, args);
    }
    return otherwise(context, slots, args);
  };
}
