/**
 * Query expressions: SELECT, the set operators, and what applies to a whole query.
 */
import type {
  Identifier,
  Query,
  QueryBody,
  QuerySpecification,
  SelectItem,
  SetOperation,
  Star,
  Top,
  WindowDefinition,
} from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { aliasFollows } from './alias.ts';
import { assignmentOperator } from './assignment.ts';
import { forClause } from './for-clause.ts';
import { groupBy } from './group-by.ts';
import { startsQuery } from './lookahead.ts';
import { identifier, identifierOrString, isName, isString, objectName, omittedPart, variable } from './names.ts';
import { fromClause } from './source.ts';
import type { Parser } from './state.ts';
import {
  accept,
  acceptWords,
  advance,
  at,
  checkChain,
  expect,
  expectOne,
  expectWords,
  list,
  nested,
  peek,
  report,
  spanFrom,
  tokenAt,
} from './state.ts';
import { orderBy, overClause } from './window.ts';

/** A query with its ORDER BY, OFFSET and FOR. */
export function query(p: Parser): Query {
  return nested(p, wholeQuery);
}

function wholeQuery(p: Parser): Query {
  const start = p.token;
  const body = nested(p, queryBody);
  const order = acceptWords(p, 'ORDER', 'BY') ? orderBy(p) : [];
  const offset = order.length > 0 && accept(p, 'OFFSET') ? rows(p) : null;
  const fetch = offset !== null && at(p, 'FETCH') && isFetchClause(p) ? fetchClause(p) : null;
  const clause = forClause(p);
  return { kind: 'query', body, orderBy: order, offset, fetch, for: clause, span: spanFrom(p, start) };
}

function rows(p: Parser): Query['offset'] {
  const count = p.rules.value(p);
  expectOne(p, ['ROW', 'ROWS']);
  return count;
}

/** FETCH after OFFSET belongs to the query, unless it begins a statement that fetches from a cursor. */
function isFetchClause(p: Parser): boolean {
  const second = tokenAt(p, 2);
  return (peek(p, 1) === 'FIRST' || peek(p, 1) === 'NEXT') && second.key !== 'FROM' && (!isName(p, second) || peek(p, 3) === '(');
}

function fetchClause(p: Parser): Query['fetch'] {
  expect(p, 'FETCH');
  expectOne(p, ['FIRST', 'NEXT']);
  const count = rows(p);
  expect(p, 'ONLY');
  return count;
}

/** Those who walk set operations need less of the stack than those who walk expressions. */
const MOST_SETS = 1500;

function queryBody(p: Parser): QueryBody {
  const start = p.token;
  let left = intersections(p);
  let links = 0;
  for (let op = setOperator(p); op !== null; op = setOperator(p)) {
    checkChain(p, ++links, MOST_SETS);
    left = combine(p, start, op, left, intersections(p));
  }
  return left;
}

function intersections(p: Parser): QueryBody {
  const start = p.token;
  let left = operand(p);
  let links = 0;
  while (accept(p, 'INTERSECT')) {
    checkChain(p, ++links, MOST_SETS);
    left = combine(p, start, 'intersect', left, operand(p));
  }
  return left;
}

function operand(p: Parser): QueryBody {
  if (!accept(p, '(')) return querySpecification(p);
  const body = nested(p, queryBody);
  expect(p, ')');
  return body;
}

function setOperator(p: Parser): 'union' | 'unionAll' | 'except' | null {
  if (accept(p, 'EXCEPT')) return 'except';
  if (!accept(p, 'UNION')) return null;
  return accept(p, 'ALL') ? 'unionAll' : 'union';
}

function combine(p: Parser, start: Token, op: SetOperation['op'], left: QueryBody, right: QueryBody): SetOperation {
  return { kind: 'setOperation', op, left, right, span: spanFrom(p, start) };
}

function querySpecification(p: Parser): QuerySpecification {
  const start = expect(p, 'SELECT');
  const distinct = accept(p, 'DISTINCT');
  if (!distinct) accept(p, 'ALL');
  const top = at(p, 'TOP') ? topClause(p) : null;
  const items = list(p, selectItem);
  const into = accept(p, 'INTO') ? objectName(p) : null;
  const intoFilegroup = into !== null && accept(p, 'ON') ? identifier(p) : null;
  const from = accept(p, 'FROM') ? fromClause(p) : [];
  const where = accept(p, 'WHERE') ? p.rules.condition(p) : null;
  const group = at(p, 'GROUP') ? groupBy(p) : null;
  const having = accept(p, 'HAVING') ? p.rules.condition(p) : null;
  const windows = atWindow(p) ? windowClause(p) : [];
  const span = spanFrom(p, start);
  return { kind: 'querySpecification', distinct, top, items, into, intoFilegroup, from, where, groupBy: group, having, windows, span };
}

/** `TOP 10`, `TOP (expr) PERCENT WITH TIES`; only a constant may stand without parentheses. */
export function topClause(p: Parser): Top {
  const start = expect(p, 'TOP');
  const count = topCount(p);
  const percent = accept(p, 'PERCENT');
  const withTies = acceptWords(p, 'WITH', 'TIES');
  return { kind: 'top', count, percent, withTies, span: spanFrom(p, start) };
}

function topCount(p: Parser): Top['count'] {
  const token = p.token;
  if (token.type === 'integer' || token.type === 'float' || token.type === 'decimal') {
    advance(p);
    return { kind: token.type, text: token.text, span: spanFrom(p, token) };
  }
  expect(p, '(');
  // A subquery needs no parentheses of its own here.
  const count = startsQuery(p, 0) ? bareSubquery(p) : p.rules.value(p);
  expect(p, ')');
  return count;
}

function bareSubquery(p: Parser): Top['count'] {
  const start = p.token;
  const subquery = p.rules.query(p);
  return { kind: 'subquery', query: subquery, span: spanFrom(p, start) };
}

/** An item of a select list or of OUTPUT. */
export function selectItem(p: Parser): SelectItem {
  const start = p.token;
  if (start.type === 'variable') {
    const item = selectAssignment(p);
    if (item !== null) return item;
  } else if (peek(p, 1) === '=' && (isName(p) || isString(p))) {
    const alias = columnAlias(p);
    expect(p, '=');
    return { kind: 'selectExpression', expression: p.rules.value(p), alias, span: spanFrom(p, start) };
  }
  const expression = star(p) ?? p.rules.value(p);
  const alias = expression.kind === 'star' ? null : accept(p, 'AS') || aliasFollows(p) ? columnAlias(p) : null;
  return { kind: 'selectExpression', expression, alias, span: spanFrom(p, start) };
}

function columnAlias(p: Parser): Identifier {
  if (isString(p) && p.token.text === '') report(p, 1038, p.token);
  return identifierOrString(p);
}

function selectAssignment(p: Parser): SelectItem | null {
  const start = p.token;
  const index = p.index;
  const target = variable(p);
  const op = assignmentOperator(p);
  if (op !== null) return { kind: 'selectAssignment', variable: target, op, value: p.rules.value(p), span: spanFrom(p, start) };
  p.index = index;
  p.token = start;
  return null;
}

/** `*`, `a.b.*`; null when the item is not a star. */
function star(p: Parser): Star | null {
  const start = p.token;
  if (accept(p, '*')) return { kind: 'star', qualifier: null, span: spanFrom(p, start) };
  if (!isName(p) || peek(p, 1) !== '.') return null;
  let distance = 0;
  while (isName(p, tokenAt(p, distance)) || peek(p, distance) === '.') distance++;
  if (peek(p, distance) !== '*' || peek(p, distance - 1) !== '.') return null;
  const parts = [identifier(p)];
  while (accept(p, '.') && !at(p, '*')) parts.push(isName(p) ? identifier(p) : omittedPart(p));
  const qualifier = { kind: 'name', parts, span: spanFrom(p, start) } as const;
  expect(p, '*');
  return { kind: 'star', qualifier, span: spanFrom(p, start) };
}

function atWindow(p: Parser): boolean {
  return at(p, 'WINDOW') && isName(p, tokenAt(p, 1)) && peek(p, 2) === 'AS';
}

function windowClause(p: Parser): WindowDefinition[] {
  expectWords(p, 'WINDOW');
  return list(p, windowDefinition);
}

function windowDefinition(p: Parser): WindowDefinition {
  const start = p.token;
  const name = identifier(p);
  expect(p, 'AS');
  return { kind: 'windowDefinition', name, over: overClause(p, 'definition'), span: spanFrom(p, start) };
}
