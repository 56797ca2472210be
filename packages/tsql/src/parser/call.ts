/** The arguments of a function call and what may follow them. */
import type { Call, Expression } from '../ast/index.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, at, expect, expectWords, list, nested, peek, spanFrom } from './state.ts';
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
  return valueOrDefault(p);
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
