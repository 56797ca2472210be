/** MATCH: the patterns of graph tables. */
import type { GraphHop, GraphNode, GraphPattern, Predicate, ShortestPath } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { literal } from './literals.ts';
import { identifier } from './names.ts';
import type { Parser } from './state.ts';
import { accept, advance, at, atWords, expect, fail, nested, peek, spanFrom, syntaxError } from './state.ts';

export function graphMatch(p: Parser): Predicate {
  const start = advance(p);
  expect(p, '(');
  const patterns = conjunction(p);
  expect(p, ')');
  return { kind: 'graphMatch', patterns, span: spanFrom(p, start) };
}

function conjunction(p: Parser): GraphPattern[] {
  const all = pattern(p);
  while (accept(p, 'AND')) all.push(...pattern(p));
  return all;
}

function pattern(p: Parser): GraphPattern[] {
  if (atWords(p, 'SHORTEST_PATH', '(')) return shortestPaths(p);
  if (!at(p, '(')) return [simplePattern(p)];
  advance(p);
  const inner = nested(p, conjunction);
  expect(p, ')');
  return inner;
}

function simplePattern(p: Parser): GraphPattern {
  const start = p.token;
  const first = node(p);
  if (first.last && accept(p, '=')) {
    if (!atWords(p, 'LAST_NODE', '(')) syntaxError(p);
    return { kind: 'sameLastNode', left: first, right: node(p), span: spanFrom(p, start) };
  }
  const hops = [hop(p)];
  while (atHop(p)) hops.push(hop(p));
  return { kind: 'graphPath', start: first, hops, span: spanFrom(p, start) };
}

function node(p: Parser): GraphNode {
  const start = p.token;
  const last = atWords(p, 'LAST_NODE', '(');
  if (!last) return { kind: 'graphNode', name: identifier(p), last, span: spanFrom(p, start) };
  advance(p);
  expect(p, '(');
  const name = identifier(p);
  expect(p, ')');
  return { kind: 'graphNode', name, last, span: spanFrom(p, start) };
}

const atHop = (p: Parser): boolean => at(p, '-') || (at(p, '<') && peek(p, 1) === '-');

type Arrow = Pick<GraphHop, 'edge' | 'reversed'>;

function hop(p: Parser): GraphHop {
  const start = p.token;
  const arrowRead = arrow(p);
  return { kind: 'graphHop', ...arrowRead, node: node(p), span: spanFrom(p, start) };
}

/** `-(e)->` or `<-(e)-` */
function arrow(p: Parser): Arrow {
  const reversed = accept(p, '<');
  expect(p, '-');
  expect(p, '(');
  const edge = identifier(p);
  expect(p, ')');
  expect(p, '-');
  if (!reversed) expect(p, '>');
  return { edge, reversed };
}

function shortestPaths(p: Parser): GraphPattern[] {
  advance(p);
  expect(p, '(');
  const paths = [shortestPath(p)];
  while (accept(p, 'AND')) paths.push(shortestPath(p));
  expect(p, ')');
  return paths;
}

function shortestPath(p: Parser): ShortestPath {
  const start = p.token;
  if (at(p, '(')) return nodeFirst(p, start);
  const first = node(p);
  expect(p, '(');
  const hops = [hop(p)];
  while (atHop(p)) hops.push(hop(p));
  expect(p, ')');
  return { kind: 'shortestPath', start: first, hops, most: quantifier(p), span: spanFrom(p, start) };
}

/** `(a-(e)->)+b`, which is the path that goes from `b` against the arrows. */
function nodeFirst(p: Parser, start: Token): ShortestPath {
  expect(p, '(');
  const hops: GraphHop[] = [];
  do {
    const from = p.token;
    const source = node(p);
    const { edge, reversed } = arrow(p);
    hops.unshift({ kind: 'graphHop', edge, reversed: !reversed, node: source, span: spanFrom(p, from) });
  } while (!at(p, ')'));
  expect(p, ')');
  const most = quantifier(p);
  return { kind: 'shortestPath', start: node(p), hops, most, span: spanFrom(p, start) };
}

/** `+`, or `{1,n}` with n beyond 1 (13942, 13943). */
function quantifier(p: Parser): number | null {
  if (accept(p, '+')) return null;
  expect(p, '{');
  const least = bound(p);
  expect(p, ',');
  const most = bound(p);
  if (least.value !== 1) fail(p, 13942, least.token);
  if (most.value <= 1) fail(p, 13943, most.token);
  expect(p, '}');
  return most.value;
}

function bound(p: Parser): { readonly value: number; readonly token: Token } {
  const { token } = p;
  const value = literal(p);
  return value.kind === 'integer' ? { value: Number(value.text), token } : syntaxError(p, token);
}
