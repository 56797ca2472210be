/**
 * The grammar of XQuery as SQL Server takes it, by recursive descent. What its grammar knows and its engine refuses (`to`, `union`, `typeswitch` …)
 * is 9335 with the word; the rest of what does not fit is 2209 or the more precise error that SQL Server has for the place.
 */

import { sqlError } from '../../../errors.ts';
import type { XmlDeclaration } from '../node.ts';
import { CASTS } from './cast.ts';
import { parseChange } from './parse-change.ts';
import { parsePath } from './parse-path.ts';
import {
  accept,
  advance,
  at,
  expect,
  fail,
  type Parser,
  peek,
  peekSecond,
  require,
  splitName,
  stringLiteral,
  type Token,
  tokenAt,
  unexpected,
  variableName,
} from './scan.ts';
import type { Binding, ParsedQuery, SequenceTest, XmlChange, XQuery } from './syntax.ts';

/** Parses the query of value(), query(), exist() and nodes(). `declared` are the namespaces of the statement. */
export function parseQuery(text: string, method: string, declared: readonly XmlDeclaration[]): ParsedQuery<XQuery> {
  const p = begin(text, method, declared);
  const body = sequence(p);
  end(p);
  return { body, prolog: p.prolog, outside: p.outside };
}

/** Parses the statement of modify(). */
export function parseModification(text: string, method: string, declared: readonly XmlDeclaration[]): ParsedQuery<XmlChange> {
  const p = begin(text, method, declared);
  const body = parseChange(p);
  if (body === null) {
    sequence(p);
    end(p);
    throw sqlError(6305);
  }
  end(p);
  return { body, prolog: p.prolog, outside: p.outside };
}

const BUILT_IN: readonly XmlDeclaration[] = [
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xs', 'http://www.w3.org/2001/XMLSchema'],
  ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
  ['xdt', 'http://www.w3.org/2004/07/xpath-datatypes'],
  ['fn', 'http://www.w3.org/2004/07/xpath-functions'],
  ['sql', 'urn:schemas-microsoft-com:xml-sql'],
];

function begin(text: string, method: string, declared: readonly XmlDeclaration[]): Parser {
  if (text.trim() === '') throw sqlError(6306);
  const namespaces = new Map([['', ''], ...BUILT_IN, ...declared] as [string, string][]);
  const p: Parser = { text, at: 0, method, namespaces, prolog: [...declared], outside: [], rules: { single, sequence } };
  prolog(p);
  return p;
}

function end(p: Parser): void {
  if (peek(p).kind !== 'end') throw unexpected(p);
}

function prolog(p: Parser): void {
  if (at(p, 'xquery') && peekSecond(p).text === 'version') {
    advance(p);
    advance(p);
    stringLiteral(p);
    require(p, ';');
  }
  while (at(p, 'declare')) declaration(p);
}

function declaration(p: Parser): void {
  const word = advance(p);
  const what = advance(p).text;
  if (what === 'function' || what === 'variable') throw fail(p, 9335, `declare ${what}`);
  if (what === 'default') defaultNamespace(p);
  else if (what === 'namespace') {
    const prefix = advance(p).text;
    require(p, '=');
    declare(p, prefix, stringLiteral(p));
  } else throw unexpected(p, word);
  require(p, ';');
}

function defaultNamespace(p: Parser): void {
  const kind = advance(p);
  if (kind.text !== 'element' && kind.text !== 'function') throw unexpected(p, kind);
  require(p, 'namespace');
  const uri = stringLiteral(p);
  if (kind.text === 'element') declare(p, '', uri);
}

function declare(p: Parser, prefix: string, uri: string): void {
  p.namespaces.set(prefix, uri);
  p.prolog.unshift([prefix, uri]);
}

/** `a, b, c` */
function sequence(p: Parser): XQuery {
  const first = p.rules.single(p);
  if (!at(p, ',')) return first;
  const items = [first];
  while (accept(p, ',')) items.push(p.rules.single(p));
  return { kind: 'sequence', items };
}

const REFUSED: ReadonlySet<string> = new Set(['typeswitch', 'validate', 'ordered', 'unordered']);

function single(p: Parser): XQuery {
  const token = peek(p);
  if (token.kind !== 'name') return or(p);
  const next = peekSecond(p).text;
  if ((token.text === 'for' || token.text === 'let') && next === '$') return flwor(p);
  if (token.text === 'for' || token.text === 'let') refuseBareName(p, token);
  if ((token.text === 'some' || token.text === 'every') && next === '$') return quantified(p);
  if (token.text === 'if' && next === '(') return conditional(p);
  if (REFUSED.has(token.text) && (next === '(' || next === '{')) throw fail(p, 9335, token.text);
  return or(p);
}

/** `for x in …` without the `$` is wrong from its first word on. */
function refuseBareName(p: Parser, word: Token): void {
  const next = peekSecond(p);
  const third = tokenAt(p, next.end).text;
  if (next.kind === 'name' && (third === 'in' || third === ':=')) throw unexpected(p, word);
}

function flwor(p: Parser): XQuery {
  const bindings: Binding[] = [];
  while (at(p, 'for') || at(p, 'let')) {
    const kind = advance(p).text === 'for' ? 'for' : 'let';
    do bindings.push(flworBinding(p, kind));
    while (accept(p, ','));
  }
  const where = accept(p, 'where') ? p.rules.single(p) : null;
  const order = orderBy(p);
  if (!at(p, 'return')) {
    if (where === null && order.length === 0) throw fail(p, 9332, at(p, '$') ? `$${peekSecond(p).text}` : peek(p).text);
    throw fail(p, 9303, peek(p).text, 'return');
  }
  advance(p);
  return { kind: 'flwor', bindings, where, order, result: p.rules.single(p) };
}

function flworBinding(p: Parser, kind: 'for' | 'let'): Binding {
  const name = variableName(p);
  if (at(p, 'at') || at(p, 'as')) throw fail(p, 9335, peek(p).text);
  require(p, kind === 'for' ? 'in' : ':=');
  return { kind, name, source: p.rules.single(p) };
}

function orderBy(p: Parser): { key: XQuery; descending: boolean }[] {
  if (at(p, 'stable')) advance(p);
  if (!accept(p, 'order')) return [];
  expect(p, 'by');
  const keys: { key: XQuery; descending: boolean }[] = [];
  do {
    const key = p.rules.single(p);
    const descending = accept(p, 'descending');
    if (!descending) accept(p, 'ascending');
    if (at(p, 'empty')) throw fail(p, 9335, `empty ${peekSecond(p).text}`);
    if (at(p, 'collation')) throw fail(p, 9335, 'collation');
    keys.push({ key, descending });
  } while (accept(p, ','));
  return keys;
}

function quantified(p: Parser): XQuery {
  const every = advance(p).text === 'every';
  const bindings: Binding[] = [];
  do {
    const name = variableName(p);
    expect(p, 'in');
    bindings.push({ kind: 'for', name, source: p.rules.single(p) });
  } while (accept(p, ','));
  expect(p, 'satisfies');
  return { kind: 'quantified', every, bindings, condition: p.rules.single(p) };
}

function conditional(p: Parser): XQuery {
  advance(p);
  expect(p, '(');
  const condition = p.rules.sequence(p);
  expect(p, ')');
  expect(p, 'then');
  const then = p.rules.single(p);
  expect(p, 'else');
  return { kind: 'if', condition, then, else: p.rules.single(p) };
}

function or(p: Parser): XQuery {
  let left = and(p);
  while (accept(p, 'or')) left = { kind: 'logic', op: 'or', left, right: and(p) };
  return left;
}

function and(p: Parser): XQuery {
  let left = comparison(p);
  while (accept(p, 'and')) left = { kind: 'logic', op: 'and', left, right: comparison(p) };
  return left;
}

const COMPARISONS: Readonly<Record<string, 'general' | 'value' | 'node'>> = {
  '=': 'general',
  '!=': 'general',
  '<': 'general',
  '<=': 'general',
  '>': 'general',
  '>=': 'general',
  eq: 'value',
  ne: 'value',
  lt: 'value',
  le: 'value',
  gt: 'value',
  ge: 'value',
  is: 'node',
  '<<': 'node',
  '>>': 'node',
};

function comparison(p: Parser): XQuery {
  const left = additive(p);
  const token = peek(p);
  const form = token.kind === 'symbol' || token.kind === 'name' ? COMPARISONS[token.text] : undefined;
  if (token.text === 'to' && token.kind === 'name') throw fail(p, 9335, 'to');
  if (form === undefined) return left;
  advance(p);
  return { kind: 'compare', form, op: token.text, left, right: additive(p) };
}

function additive(p: Parser): XQuery {
  let left = multiplicative(p);
  while (at(p, '+') || at(p, '-')) {
    const op = advance(p).text as '+';
    left = { kind: 'arithmetic', op, left, right: multiplicative(p) };
  }
  return left;
}

function multiplicative(p: Parser): XQuery {
  let left = typed(p);
  for (;;) {
    const { kind, text } = peek(p);
    if (kind === 'name' && (text === 'idiv' || text === 'union' || text === 'intersect' || text === 'except')) throw fail(p, 9335, text);
    if (kind === 'symbol' && text === '|') throw fail(p, 9335, '|');
    if (!((kind === 'symbol' && text === '*') || (kind === 'name' && (text === 'div' || text === 'mod')))) return left;
    advance(p);
    left = { kind: 'arithmetic', op: text as '*', left, right: typed(p) };
  }
}

/** `instance of`, `cast as`; the other two of their kind are refused. */
function typed(p: Parser): XQuery {
  const operand = unary(p);
  const token = peek(p);
  if (token.kind !== 'name') return operand;
  const next = peekSecond(p).text;
  if ((token.text === 'treat' || token.text === 'castable') && next === 'as') throw fail(p, 9335, `${token.text} as`);
  if (token.text === 'cast' && next === 'as') {
    advance(p);
    advance(p);
    const type = advance(p).text;
    if (!accept(p, '?')) throw fail(p, 9301);
    if (CASTS[type] === undefined) throw fail(p, 2232, splitName(type).prefix, splitName(type).local);
    return { kind: 'cast', operand, type };
  }
  if (token.text !== 'instance' || next !== 'of') return operand;
  advance(p);
  advance(p);
  return { kind: 'instance', operand, test: sequenceTest(p) };
}

const ITEM_TESTS: Readonly<Record<string, SequenceTest['kind']>> = {
  empty: 'empty',
  item: 'item',
  node: 'node',
  element: 'element',
  attribute: 'attribute',
  text: 'text',
  comment: 'comment',
  'processing-instruction': 'instruction',
};

function sequenceTest(p: Parser): SequenceTest {
  const token = advance(p);
  let kind: SequenceTest['kind'] = 'atomic';
  let name: string | null = token.text;
  if (accept(p, '(')) {
    const known = ITEM_TESTS[token.text];
    if (known === undefined) throw fail(p, 9335, token.text);
    kind = known;
    name = at(p, ')') ? null : advance(p).text;
    expect(p, ')');
  }
  const occurrence = at(p, '?') || at(p, '*') || at(p, '+') ? (advance(p).text as '?') : '';
  return { kind, name, occurrence };
}

function unary(p: Parser): XQuery {
  if (accept(p, '-')) return { kind: 'negate', operand: unary(p) };
  if (accept(p, '+')) return unary(p);
  return parsePath(p);
}
