/** Paths: steps along an axis with their predicates, and the primary expressions that a path may begin with. */

import { sqlError } from '../../../errors.ts';
import { atom, parseExact, string } from './atom.ts';
import { CASTS } from './cast.ts';
import { LIBRARY } from './library.ts';
import { parseConstructor, startsConstructor } from './parse-constructor.ts';
import {
  accept,
  advance,
  at,
  expect,
  fail,
  namespaceOf,
  type Parser,
  peek,
  peekSecond,
  splitName,
  stringLiteral,
  unexpected,
  variableName,
} from './scan.ts';
import type { Axis, NodeTest, XQuery } from './syntax.ts';

export function parsePath(p: Parser): XQuery {
  const root: XQuery = { kind: 'root' };
  if (at(p, '//')) return rest(p, root);
  if (!at(p, '/')) return rest(p, first(p));
  advance(p);
  return startsStep(p) ? rest(p, step(p, root)) : root;
}

/** The steps that follow, each behind its slash. */
function rest(p: Parser, start: XQuery): XQuery {
  let path = start;
  for (;;) {
    if (accept(p, '//')) path = below(step(p, { kind: 'context' }), path);
    else if (accept(p, '/')) path = step(p, path);
    else return path;
  }
}

const ANY: NodeTest = { kind: 'node' };

/** `//x` is a step from every node below; without predicates that is the descendant axis. */
function below(next: XQuery, input: XQuery): XQuery {
  if (next.kind !== 'step') return next;
  if (next.axis === 'child' && next.predicates.length === 0) return { ...next, axis: 'descendant', input };
  return { ...next, input: { kind: 'step', input, axis: 'descendant-or-self', test: ANY, predicates: [] } };
}

function startsStep(p: Parser): boolean {
  const { kind, text } = peek(p);
  return kind === 'name' || (kind === 'symbol' && ['@', '*', '.', '..', '('].includes(text));
}

/** What begins a relative path: a step from the context, or a primary expression. */
function first(p: Parser): XQuery {
  const primary = parsePrimary(p);
  return primary === null ? step(p, { kind: 'context' }) : filtered(p, primary);
}

function filtered(p: Parser, input: XQuery): XQuery {
  return predicates(p).reduce<XQuery>((filter, predicate) => ({ kind: 'filter', input: filter, predicate }), input);
}

function parsePrimary(p: Parser): XQuery | null {
  const token = peek(p);
  if (token.kind === 'string') return { kind: 'literal', atom: string(stringLiteral(p)) };
  if (token.kind === 'number') return numberLiteral(p);
  if (startsConstructor(p)) return parseConstructor(p);
  if (token.text === '$') return { kind: 'variable', name: variableName(p) };
  if (token.text === '.' && token.kind === 'symbol') {
    advance(p);
    return { kind: 'context' };
  }
  if (token.text === '(') return parenthesized(p);
  if (token.kind === 'name' && peekSecond(p).text === '(' && !NODE_TESTS.has(token.text)) return call(p);
  return null;
}

function parenthesized(p: Parser): XQuery {
  advance(p);
  if (accept(p, ')')) return { kind: 'sequence', items: [] };
  const inner = p.rules.sequence(p);
  expect(p, ')');
  return inner;
}

function numberLiteral(p: Parser): XQuery {
  const { text } = advance(p);
  if (/[eE]/.test(text)) return { kind: 'literal', atom: atom('xs:double', Number(text)) };
  const value = parseExact(text);
  if (value === undefined || text.replace(/\..*/, '').length > 28) throw fail(p, 2342);
  return { kind: 'literal', atom: atom(text.includes('.') ? 'xs:decimal' : 'xs:integer', value) };
}

const FUNCTIONS = 'http://www.w3.org/2004/07/xpath-functions';

function call(p: Parser): XQuery {
  const written = advance(p).text;
  advance(p);
  const { prefix, local } = splitName(written);
  const uri = prefix === '' ? FUNCTIONS : namespaceOf(p, prefix);
  if (uri === 'urn:schemas-microsoft-com:xml-sql') return outside(p, local);
  const args = callArguments(p);
  if (uri === 'http://www.w3.org/2001/XMLSchema' || (prefix === 'xdt' && local === 'untypedAtomic'))
    return constructorCall(p, written, args);
  const fn = uri === FUNCTIONS ? LIBRARY[local] : undefined;
  if (fn === undefined) throw fail(p, 2395, `{${uri}}`, local);
  if (args.length < fn.least) throw fail(p, 2236, `${local}()`);
  if (args.length > fn.most) throw fail(p, 2238, `${local}()`);
  return { kind: 'call', name: local, args };
}

function callArguments(p: Parser): XQuery[] {
  const args: XQuery[] = [];
  if (accept(p, ')')) return args;
  do args.push(p.rules.single(p));
  while (accept(p, ','));
  expect(p, ')');
  return args;
}

/** `xs:int("5")` is a cast. */
function constructorCall(p: Parser, name: string, args: readonly XQuery[]): XQuery {
  const [operand, more] = args;
  const { local } = splitName(name);
  if (CASTS[name] === undefined) throw fail(p, 2395, '{http://www.w3.org/2001/XMLSchema}', local);
  if (operand === undefined) throw fail(p, 2236, name);
  if (more !== undefined) throw fail(p, 2238, name);
  return { kind: 'cast', operand, type: name };
}

function outside(p: Parser, local: string): XQuery {
  if (local !== 'variable' && local !== 'column') throw fail(p, 2395, '{urn:schemas-microsoft-com:xml-sql}', local);
  const name = stringLiteral(p);
  expect(p, ')');
  if (local === 'variable' && !name.startsWith('@')) throw sqlError(9519, name);
  p.outside.push({ source: local, name });
  return { kind: 'outside', index: p.outside.length - 1 };
}

const AXES: ReadonlySet<string> = new Set(['child', 'attribute', 'self', 'parent', 'descendant', 'descendant-or-self']);
const REFUSED_AXES: ReadonlySet<string> = new Set([
  'ancestor',
  'ancestor-or-self',
  'following',
  'following-sibling',
  'preceding',
  'preceding-sibling',
]);

function step(p: Parser, input: XQuery): XQuery {
  if (accept(p, '..')) return { kind: 'step', input, axis: 'parent', test: ANY, predicates: predicates(p) };
  if (accept(p, '.')) return { kind: 'step', input, axis: 'self', test: ANY, predicates: predicates(p) };
  const axis = axisOf(p);
  const test = nodeTest(p, axis);
  return { kind: 'step', input, axis, test, predicates: predicates(p) };
}

function axisOf(p: Parser): Axis {
  if (accept(p, '@')) return 'attribute';
  const token = peek(p);
  if (token.kind !== 'name' || p.text.slice(token.end, token.end + 2) !== '::') return 'child';
  if (REFUSED_AXES.has(token.text)) throw fail(p, 9335, `${token.text}`);
  if (!AXES.has(token.text)) throw fail(p, 2392, token.text);
  p.at = token.end + 2;
  return token.text as Axis;
}

const NODE_TESTS: ReadonlySet<string> = new Set(['text', 'node', 'comment', 'processing-instruction', 'element', 'attribute']);

function nodeTest(p: Parser, axis: Axis): NodeTest {
  const token = peek(p);
  if (token.kind === 'symbol' && token.text === '*') return anyName(p);
  if (token.kind !== 'name')
    throw token.kind === 'end' && p.text.trimEnd().endsWith('/') ? fail(p, 9341, token.text) : unexpected(p, token);
  advance(p);
  if (NODE_TESTS.has(token.text) && at(p, '(')) return kindTest(p, token.text);
  const { prefix, local } = splitName(token.text);
  // An attribute without a prefix is in no namespace, whatever the default of elements is.
  const uri = prefix === '' ? (axis === 'attribute' ? '' : (p.namespaces.get('') ?? '')) : namespaceOf(p, prefix);
  return { kind: 'name', local: local === '*' ? null : local, uri, prefix };
}

/** `*`, `*:local` */
function anyName(p: Parser): NodeTest {
  const star = advance(p);
  if (p.text[star.end] !== ':' || p.text[star.end + 1] === ':') return { kind: 'name', local: null, uri: null, prefix: '' };
  p.at = star.end + 1;
  return { kind: 'name', local: advance(p).text, uri: null, prefix: '*' };
}

function kindTest(p: Parser, word: string): NodeTest {
  expect(p, '(');
  const target = at(p, ')') ? null : advance(p).text.replace(/^["']|["']$/g, '');
  expect(p, ')');
  if (word === 'processing-instruction') return { kind: 'instruction', target };
  if (word === 'element' || word === 'attribute') throw fail(p, 9335, `${word}()`);
  return { kind: word as 'text' };
}

function predicates(p: Parser): XQuery[] {
  const found: XQuery[] = [];
  while (accept(p, '[')) {
    found.push(p.rules.single(p));
    expect(p, ']');
  }
  return found;
}
