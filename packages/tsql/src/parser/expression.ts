/**
 * Expressions by precedence. Values and predicates have their own entry points, `value` and `condition`, because T-SQL keeps them
 * apart; only an opening parenthesis in a condition leaves open which of them it holds, and there the content decides.
 *
 * The signs `-` and `+` before a value bind looser than `* / %` here, as in SQL Server: `-100.0 / -100.0 * 10.0` is 0.1.
 */
import type { BinaryOperator, ComparisonOperator, Expression } from '../ast/index.ts';
import { isPredicate } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { startsQuery } from './lookahead.ts';
import { postfix, predicateFunction, primary } from './primary.ts';
import type { Parser } from './state.ts';
import {
  accept,
  acceptWords,
  advance,
  at,
  expect,
  expectOne,
  list,
  nearText,
  nested,
  peek,
  previous,
  report,
  spanFrom,
  syntaxError,
  tokenAt,
} from './state.ts';

/** A predicate. A value in its place is reported (4145) and read on, since the grammar is the same up to here. */
export function condition(p: Parser): Expression {
  const expression = disjunction(p);
  requirePredicate(p, expression);
  return expression;
}

/** A value. A predicate is refused at the operator that makes it one. */
export function value(p: Parser): Expression {
  return nested(p, sum);
}

function sum(p: Parser): Expression {
  return additive(p, product(p));
}

function product(p: Parser): Expression {
  return multiplicative(p, unary(p));
}

/** A value or a predicate, for texts that are a single expression. */
export function anyExpression(p: Parser): Expression {
  return disjunction(p);
}

function disjunction(p: Parser): Expression {
  return chain(p, 'OR', 'or', conjunction);
}

function conjunction(p: Parser): Expression {
  return chain(p, 'AND', 'and', negation);
}

function chain(p: Parser, key: string, kind: 'and' | 'or', operand: (p: Parser) => Expression): Expression {
  const start = p.token;
  const first = operand(p);
  if (!at(p, key)) return first;
  requirePredicate(p, first);
  const operands = [first];
  while (accept(p, key)) {
    const next = operand(p);
    requirePredicate(p, next);
    operands.push(next);
  }
  return { kind, operands, span: spanFrom(p, start) };
}

function negation(p: Parser): Expression {
  const start = p.token;
  if (!accept(p, 'NOT')) return nested(p, term);
  const operand = nested(p, negation);
  requirePredicate(p, operand);
  return { kind: 'not', operand, span: spanFrom(p, start) };
}

function requirePredicate(p: Parser, expression: Expression): void {
  if (isPredicate(expression)) return;
  const near = p.token.type === 'end' ? previous(p) : p.token;
  report(p, 4145, near, nearText(near));
}

function term(p: Parser): Expression {
  const start = p.token;
  const special = predicateFunction(p);
  if (special !== null) return special;
  if (!at(p, '(') || startsQuery(p, 1)) return predicate(p, start, sum(p));
  advance(p);
  const inner = disjunction(p);
  expect(p, ')');
  if (isPredicate(inner)) return inner;
  return predicate(p, start, additive(p, multiplicative(p, postfix(p, start, inner))));
}

const ADDITIVE: ReadonlySet<string> = new Set<BinaryOperator>(['+', '-', '&', '|', '^', '||', '<<', '>>']);
const MULTIPLICATIVE: ReadonlySet<string> = new Set<BinaryOperator>(['*', '/', '%']);

function additive(p: Parser, first: Expression): Expression {
  let left = first;
  while (ADDITIVE.has(p.token.key)) {
    const op = advance(p).key as BinaryOperator;
    const right = product(p);
    left = { kind: 'arithmetic', op, left, right, span: spanFrom(p, left.span) };
  }
  return left;
}

function multiplicative(p: Parser, first: Expression): Expression {
  let left = first;
  while (MULTIPLICATIVE.has(p.token.key)) {
    const op = advance(p).key as BinaryOperator;
    const right = unary(p);
    left = { kind: 'arithmetic', op, left, right, span: spanFrom(p, left.span) };
  }
  return left;
}

function unary(p: Parser): Expression {
  const start = p.token;
  switch (start.key) {
    case '-':
    case '+': {
      advance(p);
      const operand = nested(p, product);
      return { kind: 'unary', op: start.key, operand, span: spanFrom(p, start) };
    }
    case '~': {
      advance(p);
      const operand = nested(p, unary);
      return { kind: 'unary', op: '~', operand, span: spanFrom(p, start) };
    }
    default:
      return postfix(p, start, primary(p));
  }
}

/** What makes a predicate of a value; the value itself when nothing does. */
function predicate(p: Parser, start: Token, left: Expression): Expression {
  switch (p.token.key) {
    case 'IS':
      return is(p, start, left);
    case 'NOT':
      return ['IN', 'LIKE', 'BETWEEN'].includes(peek(p, 1)) ? negatable(p, start, left) : left;
    case 'IN':
    case 'LIKE':
    case 'BETWEEN':
      return negatable(p, start, left);
    default:
      return comparison(p, start, left);
  }
}

function is(p: Parser, start: Token, operand: Expression): Expression {
  advance(p);
  const not = accept(p, 'NOT');
  if (accept(p, 'DISTINCT')) {
    expect(p, 'FROM');
    const right = value(p);
    return { kind: 'isDistinctFrom', not, left: operand, right, span: spanFrom(p, start) };
  }
  expect(p, 'NULL');
  return { kind: 'isNull', not, operand, span: spanFrom(p, start) };
}

function negatable(p: Parser, start: Token, operand: Expression): Expression {
  const not = accept(p, 'NOT');
  switch (expectOne(p, ['IN', 'LIKE', 'BETWEEN'])) {
    case 'IN':
      return inList(p, start, not, operand);
    case 'LIKE': {
      const pattern = value(p);
      const escapeCharacter = escapeClause(p);
      return { kind: 'like', not, operand, pattern, escape: escapeCharacter, span: spanFrom(p, start) };
    }
    case 'BETWEEN': {
      const low = value(p);
      expect(p, 'AND');
      const high = value(p);
      return { kind: 'between', not, operand, low, high, span: spanFrom(p, start) };
    }
  }
}

/** `ESCAPE c` or `{ESCAPE c}` */
function escapeClause(p: Parser): Expression | null {
  if (accept(p, 'ESCAPE')) return value(p);
  if (!acceptWords(p, '{', 'ESCAPE')) return null;
  const character = value(p);
  expect(p, '}');
  return character;
}

function inList(p: Parser, start: Token, not: boolean, operand: Expression): Expression {
  expect(p, '(');
  if (startsQuery(p, 0)) {
    const query = p.rules.query(p);
    expect(p, ')');
    return { kind: 'inSubquery', not, operand, query, span: spanFrom(p, start) };
  }
  const items = list(p, value);
  expect(p, ')');
  const span = spanFrom(p, start);
  // A subquery in parentheses of its own is still the list, not one value.
  if (items.length === 1 && items[0]!.kind === 'subquery') return { kind: 'inSubquery', not, operand, query: items[0]!.query, span };
  return { kind: 'in', not, operand, list: items, span };
}

/** The standard form of each spelling. SQL Server lets blanks stand inside an operator: `> =`. */
const COMPARISONS: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '!>': '<=',
  '>=': '>=',
  '!<': '>=',
};

/** Consumes a comparison operator; null when there is none. */
function comparisonOperator(p: Parser): ComparisonOperator | null {
  const first = p.token.key;
  if (p.token.type !== 'sign' || !(first in COMPARISONS || first === '!')) return null;
  const second = tokenAt(p, 1);
  const joined = second.type === 'sign' ? COMPARISONS[first + second.key] : undefined;
  if (joined !== undefined) advance(p);
  else if (first === '!') return null;
  advance(p);
  return joined ?? COMPARISONS[first]!;
}

function comparison(p: Parser, start: Token, left: Expression): Expression {
  const op = comparisonOperator(p);
  if (op === null) return left;
  const quantifier = at(p, 'ALL') ? 'all' : at(p, 'ANY') || at(p, 'SOME') ? 'any' : null;
  if (quantifier === null) {
    const right = value(p);
    if (comparisonFollows(p)) syntaxError(p);
    return { kind: 'comparison', op, left, right, span: spanFrom(p, start) };
  }
  advance(p);
  expect(p, '(');
  const query = p.rules.query(p);
  expect(p, ')');
  return { kind: 'quantified', op, quantifier, left, query, span: spanFrom(p, start) };
}

/** Comparisons do not chain: `a = b = c` is an error at the second sign. */
function comparisonFollows(p: Parser): boolean {
  return p.token.type === 'sign' && p.token.key in COMPARISONS;
}
