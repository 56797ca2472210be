/** The arguments of a function call and what may follow them. */
import type { Call, Expression, Star } from '../ast/index.ts';
import { identifier } from './names.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, at, expect, expectWords, fail, list, nested, peek, spanFrom } from './state.ts';
import { orderBy, overClause } from './window.ts';

/** `(a, b)`, `(DISTINCT a)`, `(*)`, `()` */
export function callArguments(p: Parser): { readonly args: Expression[]; readonly distinct: boolean } {
  expect(p, '(');
  if (accept(p, ')')) return { args: [], distinct: false };
  const distinct = accept(p, 'DISTINCT');
  const single = distinct || accept(p, 'ALL');
  // A level of calls takes twice the stack of a level of parentheses.
  const args = nested(p, (inner) => (single ? [argument(inner)] : list(inner, argument)));
  expect(p, ')');
  return { args, distinct };
}

function argument(p: Parser): Expression {
  const start = p.token;
  if (at(p, '*') && (peek(p, 1) === ')' || peek(p, 1) === ',')) {
    advance(p);
    return { kind: 'star', qualifier: null, span: spanFrom(p, start) };
  }
  return sourceStar(p) ?? valueOrDefault(p);
}

/** `t.*`, which the aggregates of a graph path count. */
function sourceStar(p: Parser): Star | null {
  if (peek(p, 1) !== '.' || peek(p, 2) !== '*' || peek(p, 3) !== ')') return null;
  const start = p.token;
  const source = identifier(p);
  expectWords(p, '.', '*');
  return { kind: 'star', qualifier: { kind: 'name', parts: [source], span: source.span }, span: spanFrom(p, start) };
}

/** No other call takes `t.*`. */
export function requirePlainStars(p: Parser, args: readonly Expression[]): void {
  const star = args.find((arg) => arg.kind === 'star' && arg.qualifier !== null);
  if (star !== undefined) fail(p, 102, { ...star.span, start: star.span.end - 1 }, '*');
}

/** A value, or DEFAULT where T-SQL lets it stand for one. */
export function valueOrDefault(p: Parser): Expression {
  const start = p.token;
  return accept(p, 'DEFAULT') ? { kind: 'default', span: spanFrom(p, start) } : p.rules.value(p);
}

/** `WITHIN GROUP (…)`, `IGNORE NULLS`, `OVER (…)` */
export function callTail(p: Parser): Pick<Call, 'withinGroup' | 'nulls' | 'over'> {
  let withinGroup: Call['withinGroup'] = null;
  if (acceptWords(p, 'WITHIN', 'GROUP')) {
    expect(p, '(');
    expectWords(p, 'ORDER', 'BY');
    withinGroup = orderBy(p);
    expect(p, ')');
  }
  const nulls = acceptWords(p, 'IGNORE', 'NULLS') ? 'ignore' : acceptWords(p, 'RESPECT', 'NULLS') ? 'respect' : null;
  const over = accept(p, 'OVER') ? overClause(p) : null;
  return { withinGroup, nulls, over };
}
