/** Ordering and windows. */
import type { Frame, FrameBound, Identifier, OrderItem, Over } from '../ast/index.ts';
import { literal } from './literals.ts';
import { identifier, isName } from './names.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, at, expect, expectOne, list, spanFrom, syntaxError } from './state.ts';

/** The items after ORDER BY. */
export function orderBy(p: Parser): OrderItem[] {
  return list(p, orderItem);
}

function orderItem(p: Parser): OrderItem {
  const start = p.token;
  const expression = p.rules.value(p);
  const descending = accept(p, 'DESC');
  if (!descending) accept(p, 'ASC');
  return { kind: 'orderItem', expression, descending, span: spanFrom(p, start) };
}

/** What follows OVER: a window's name, or a specification in parentheses, which adds something to the window that it names unless it is a definition. */
export function overClause(p: Parser, place: 'call' | 'definition' = 'call'): Over {
  const start = p.token;
  if (isName(p)) return { kind: 'over', window: identifier(p), partitionBy: [], orderBy: [], frame: null, span: spanFrom(p, start) };
  expect(p, '(');
  const window = windowName(p);
  const partitionBy = acceptWords(p, 'PARTITION', 'BY') ? list(p, p.rules.value) : [];
  const order = acceptWords(p, 'ORDER', 'BY') ? orderBy(p) : [];
  const frame = at(p, 'ROWS') || at(p, 'RANGE') ? frameClause(p) : null;
  if (place === 'call' && window !== null && partitionBy.length + order.length === 0 && frame === null) syntaxError(p);
  expect(p, ')');
  return { kind: 'over', window, partitionBy, orderBy: order, frame, span: spanFrom(p, start) };
}

function windowName(p: Parser): Identifier | null {
  const other = at(p, 'PARTITION') || at(p, 'ROWS') || at(p, 'RANGE');
  return isName(p) && !other ? identifier(p) : null;
}

function frameClause(p: Parser): Frame {
  const start = p.token;
  const unit = expectOne(p, ['ROWS', 'RANGE']) === 'ROWS' ? 'rows' : 'range';
  if (!accept(p, 'BETWEEN')) return { kind: 'frame', unit, start: frameBound(p), end: null, span: spanFrom(p, start) };
  const first = frameBound(p);
  expect(p, 'AND');
  return { kind: 'frame', unit, start: first, end: frameBound(p), span: spanFrom(p, start) };
}

function frameBound(p: Parser): FrameBound {
  const start = p.token;
  if (acceptWords(p, 'CURRENT', 'ROW')) return { kind: 'currentRow', span: spanFrom(p, start) };
  if (accept(p, 'UNBOUNDED')) {
    const kind = expectOne(p, ['PRECEDING', 'FOLLOWING']) === 'PRECEDING' ? 'unboundedPreceding' : 'unboundedFollowing';
    return { kind, span: spanFrom(p, start) };
  }
  // A distance is written, not computed.
  if (p.token.type !== 'integer') syntaxError(p);
  const offset = literal(p);
  const kind = expectOne(p, ['PRECEDING', 'FOLLOWING']) === 'PRECEDING' ? 'preceding' : 'following';
  return { kind, offset, span: spanFrom(p, start) };
}
