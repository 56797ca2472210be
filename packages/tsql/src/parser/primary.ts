/**
 * The operands of expressions: constants, variables, columns, calls, subqueries, and what may follow an operand directly.
 */
import type { Call, Expression, FullTextColumns, Identifier, NiladicName, ObjectName, PathAggregate, Predicate } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { isXmlMethod } from '../xml-methods.ts';
import { callArguments, callTail, requirePlainStars } from './call.ts';
import { graphMatch } from './graph.ts';
import { isLiteral, literal } from './literals.ts';
import { startsQuery } from './lookahead.ts';
import { anyVariable, identifier, isName, nameList, nameOf, objectName, omittedPart, stringLiteral, toIdentifier } from './names.ts';
import { odbcEscape } from './odbc.ts';
import { SPECIAL_FUNCTIONS } from './special-functions.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, at, atWords, checkChain, expect, list, peek, spanFrom, syntaxError, tokenAt } from './state.ts';
import { overClause } from './window.ts';

/** One operand, without what may follow it. */
export function primary(p: Parser): Expression {
  switch (p.token.type) {
    case 'variable':
      return anyVariable(p);
    case 'keyword':
      return keywordPrimary(p);
    case 'sign':
      return signPrimary(p);
    case 'end':
      return syntaxError(p);
    default:
      return isLiteral(p) ? literal(p) : namePrimary(p);
  }
}

/** `COLLATE`, `AT TIME ZONE`, `.method()`, `.property` */
export function postfix(p: Parser, start: Token, operand: Expression): Expression {
  let result = operand;
  for (let links = 0; ; links++) {
    checkChain(p, links);
    const next = postfixOnce(p, start, result);
    if (next === null) return result;
    result = next;
  }
}

function postfixOnce(p: Parser, start: Token, operand: Expression): Expression | null {
  switch (p.token.key) {
    case 'COLLATE':
      advance(p);
      return { kind: 'collate', operand, collation: identifier(p), span: spanFrom(p, start) };
    case 'AT':
      if (!acceptWords(p, 'AT', 'TIME', 'ZONE')) return null;
      return { kind: 'atTimeZone', operand, zone: primary(p), span: spanFrom(p, start) };
    case '.':
      return isMember(p) ? member(p, start, operand) : null;
    default:
      return null;
  }
}

function isMember(p: Parser): boolean {
  return isName(p, p.tokens[p.index + 1]);
}

function member(p: Parser, start: Token, target: Expression): Expression {
  expect(p, '.');
  const name = identifier(p);
  if (!at(p, '(')) return { kind: 'property', target, name, span: spanFrom(p, start) };
  const { args } = callArguments(p);
  return { kind: 'methodCall', target, method: name, args, span: spanFrom(p, start) };
}

const NILADIC: ReadonlySet<string> = new Set<NiladicName>([
  'CURRENT_TIMESTAMP',
  'CURRENT_USER',
  'SESSION_USER',
  'SYSTEM_USER',
  'USER',
  'CURRENT_DATE',
]);
const PSEUDO_COLUMNS: Readonly<Record<string, string>> = { IDENTITYCOL: '$identity', ROWGUIDCOL: '$rowguid' };

function keywordPrimary(p: Parser): Expression {
  const token = p.token;
  if (token.key === 'NULL') return literal(p);
  if (NILADIC.has(token.key)) {
    advance(p);
    return { kind: 'niladic', name: token.key as NiladicName, span: spanFrom(p, token) };
  }
  const special = SPECIAL_FUNCTIONS[token.key];
  if (special !== undefined) return special(p);
  const pseudo = PSEUDO_COLUMNS[token.key];
  if (pseudo !== undefined) {
    advance(p);
    return { kind: 'pseudoColumn', qualifier: null, name: pseudo, span: spanFrom(p, token) };
  }
  // LEFT and RIGHT are join words that are functions too.
  if ((token.key === 'LEFT' || token.key === 'RIGHT') && peek(p, 1) === '(') return call(p, token, nameOf(toIdentifier(advance(p))));
  return syntaxError(p);
}

function signPrimary(p: Parser): Expression {
  const start = p.token;
  if (start.key === '{') return odbcEscape(p);
  expect(p, '(');
  if (startsQuery(p, 0)) {
    const query = p.rules.query(p);
    expect(p, ')');
    return { kind: 'subquery', query, span: spanFrom(p, start) };
  }
  const inner = p.rules.value(p);
  expect(p, ')');
  return inner;
}

function namePrimary(p: Parser): Expression {
  const start = p.token;
  const next = peek(p, 1);
  if (start.type === 'word') {
    if (next === '(') {
      const special = SPECIAL_FUNCTIONS[start.key];
      if (special !== undefined) return special(p);
    } else if (start.key === 'NEXT' && next === 'VALUE' && peek(p, 2) === 'FOR') return nextValue(p);
  }
  const name = columnName(p);
  if (at(p, '(')) return callOrMethod(p, start, name);
  if (at(p, '::')) return staticCall(p, start, name);
  return columnOrPseudo(p, start, name);
}

/** A column's name, whose last part may be IDENTITYCOL or ROWGUIDCOL. */
function columnName(p: Parser): ObjectName {
  const start = p.token;
  const parts: Identifier[] = [];
  do {
    if (parts.length > 0 && p.token.key in PSEUDO_COLUMNS) parts.push({ ...toIdentifier(p.token), value: PSEUDO_COLUMNS[advance(p).key]! });
    else parts.push(at(p, '.') ? omittedPart(p) : identifier(p));
  } while (at(p, '.') && accept(p, '.'));
  return { kind: 'name', parts, span: spanFrom(p, start) };
}

function columnOrPseudo(p: Parser, start: Token, name: ObjectName): Expression {
  const last = name.parts[name.parts.length - 1]!;
  if (last.quoted || last.value[0] !== '$') return { kind: 'column', name, span: name.span };
  const qualifier = name.parts.length === 1 ? null : { ...name, parts: name.parts.slice(0, -1) };
  return { kind: 'pseudoColumn', qualifier, name: last.value.toLowerCase(), span: spanFrom(p, start) };
}

/** `column.value('…', 'int')` is a method of the column; the same shape with any other name calls a function. */
export function asXmlMethod(name: ObjectName, args: readonly Expression[]): { target: ObjectName; method: Identifier } | null {
  const method = name.parts[name.parts.length - 1]!;
  if (name.parts.length < 2 || !isXmlMethod(method, args.length)) return null;
  const parts = name.parts.slice(0, -1);
  return { target: { kind: 'name', parts, span: { ...name.span, end: parts[parts.length - 1]!.span.end } }, method };
}

function callOrMethod(p: Parser, start: Token, name: ObjectName): Expression {
  const result = call(p, start, name);
  const method = result.kind === 'call' ? asXmlMethod(name, result.args) : null;
  if (method === null) return result;
  const target = { kind: 'column', name: method.target, span: method.target.span } as const;
  return { kind: 'methodCall', target, method: method.method, args: result.args, span: result.span };
}

function call(p: Parser, start: Token, name: ObjectName): Call | PathAggregate {
  const { args, distinct } = callArguments(p);
  if (!distinct && acceptWords(p, 'WITHIN', 'GROUP', '(', 'GRAPH', 'PATH', ')'))
    return { kind: 'pathAggregate', name, args, span: spanFrom(p, start) };
  requirePlainStars(p, args);
  const tail = callTail(p);
  return { kind: 'call', name, args, distinct, ...tail, span: spanFrom(p, start) };
}

function staticCall(p: Parser, start: Token, type: ObjectName): Expression {
  expect(p, '::');
  const method = identifier(p);
  const args = at(p, '(') ? callArguments(p).args : null;
  return { kind: 'staticCall', type, method, args, span: spanFrom(p, start) };
}

function nextValue(p: Parser): Expression {
  const start = p.token;
  acceptWords(p, 'NEXT', 'VALUE', 'FOR');
  const sequence = objectName(p);
  const over = accept(p, 'OVER') ? overClause(p) : null;
  return { kind: 'nextValue', sequence, over, span: spanFrom(p, start) };
}

/** EXISTS, CONTAINS, FREETEXT, UPDATE(column) and MATCH; null when none of them stands here. */
export function predicateFunction(p: Parser): Predicate | null {
  if (peek(p, 1) !== '(') return null;
  switch (p.token.key) {
    case 'EXISTS':
      return exists(p);
    case 'CONTAINS':
    case 'FREETEXT':
      return fullText(p);
    case 'UPDATE':
      return updated(p);
    case 'MATCH':
      return graphMatch(p);
    default:
      return null;
  }
}

function exists(p: Parser): Predicate {
  const start = advance(p);
  expect(p, '(');
  const query = p.rules.query(p);
  expect(p, ')');
  return { kind: 'exists', query, span: spanFrom(p, start) };
}

function fullText(p: Parser): Predicate {
  const start = advance(p);
  expect(p, '(');
  const columns = fullTextColumns(p);
  expect(p, ',');
  const search = p.rules.value(p);
  const language = acceptWords(p, ',', 'LANGUAGE') ? p.rules.value(p) : null;
  expect(p, ')');
  const name = start.key === 'CONTAINS' ? 'contains' : 'freetext';
  return { kind: 'fullTextPredicate', function: name, columns, search, language, span: spanFrom(p, start) };
}

/** `*`, `t.*`, `a`, `(a, b)`, `(*)`, `PROPERTY(a, 'p')` */
export function fullTextColumns(p: Parser): FullTextColumns {
  const start = p.token;
  if (atWords(p, 'PROPERTY', '(')) return fullTextProperty(p);
  const parentheses = accept(p, '(');
  const star = fullTextStar(p);
  const names = star !== null ? [] : parentheses ? list(p, objectName) : [objectName(p)];
  if (parentheses) expect(p, ')');
  return star ?? { kind: 'fullTextColumnList', names, span: spanFrom(p, start) };
}

function fullTextStar(p: Parser): FullTextColumns | null {
  const start = p.token;
  if (accept(p, '*')) return { kind: 'star', qualifier: null, span: spanFrom(p, start) };
  let distance = 0;
  while (isName(p, tokenAt(p, distance)) && peek(p, distance + 1) === '.') distance += 2;
  if (distance === 0 || peek(p, distance) !== '*') return null;
  const parts = [identifier(p)];
  while (accept(p, '.') && !at(p, '*')) parts.push(identifier(p));
  const qualifier: ObjectName = { kind: 'name', parts, span: spanFrom(p, start) };
  expect(p, '*');
  return { kind: 'star', qualifier, span: spanFrom(p, start) };
}

function fullTextProperty(p: Parser): FullTextColumns {
  const start = advance(p);
  expect(p, '(');
  const column = objectName(p);
  expect(p, ',');
  const property = stringLiteral(p);
  expect(p, ')');
  return { kind: 'fullTextProperty', column, property, span: spanFrom(p, start) };
}

function updated(p: Parser): Predicate {
  const start = advance(p);
  const [column] = nameList(p);
  return { kind: 'updatedColumn', column: column ?? syntaxError(p), span: spanFrom(p, start) };
}
