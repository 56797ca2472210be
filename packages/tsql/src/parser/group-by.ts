/** GROUP BY with its grouping sets. */
import type { Expression, GroupBy, GroupingItem, GroupingList } from '../ast/index.ts';
import { closing } from './lookahead.ts';
import type { Parser } from './state.ts';
import {
  accept,
  acceptWords,
  advance,
  at,
  atWords,
  expect,
  expectWords,
  fail,
  list,
  nested,
  parenthesized,
  peek,
  spanFrom,
} from './state.ts';

/** `GROUP BY …`; the current token is GROUP. */
export function groupBy(p: Parser): GroupBy {
  const start = p.token;
  expectWords(p, 'GROUP', 'BY');
  const all = accept(p, 'ALL');
  const items = list(p, groupingItem);
  const suffix = acceptWords(p, 'WITH', 'ROLLUP') ? 'rollup' : acceptWords(p, 'WITH', 'CUBE') ? 'cube' : null;
  if (suffix !== null && items.some((item) => GROUPING_KINDS.has(item.kind))) fail(p, 10702, start);
  return { kind: 'groupBy', all, items, with: suffix, span: spanFrom(p, start) };
}

const GROUPING_KINDS: ReadonlySet<string> = new Set<GroupingItem['kind']>(['rollup', 'cube', 'groupingSets', 'groupingList']);

function groupingItem(p: Parser): GroupingItem {
  const start = p.token;
  if (atWords(p, 'GROUPING', 'SETS', '(')) {
    expectWords(p, 'GROUPING', 'SETS');
    const items = nested(p, () => parenthesized(p, groupingItem));
    return { kind: 'groupingSets', items, span: spanFrom(p, start) };
  }
  if (atWords(p, 'ROLLUP', '(') || atWords(p, 'CUBE', '(')) {
    const kind = advance(p).key === 'ROLLUP' ? 'rollup' : 'cube';
    return { kind, items: parenthesized(p, groupingElement), span: spanFrom(p, start) };
  }
  return groupingElement(p);
}

/** An expression, or a list of them in parentheses. */
function groupingElement(p: Parser): Expression | GroupingList {
  const start = p.token;
  if (!at(p, '(') || !isList(p)) return p.rules.value(p);
  expect(p, '(');
  const items = at(p, ')') ? [] : list(p, p.rules.value);
  expect(p, ')');
  return { kind: 'groupingList', items, span: spanFrom(p, start) };
}

/** `()` and `(a, b)` are lists, `(a)` and `(a + b) * c` expressions. */
function isList(p: Parser): boolean {
  if (peek(p, 1) === ')') return true;
  const end = closing(p, 0);
  let depth = 0;
  for (let distance = 1; distance < end; distance++) {
    const key = peek(p, distance);
    if (key === '(') depth++;
    else if (key === ')') depth--;
    else if (key === ',' && depth === 0) return true;
  }
  return false;
}
