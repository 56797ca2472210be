/** Decisions that need more than the next token. */
import { isName } from './names.ts';
import type { Parser } from './state.ts';
import { peek, tokenAt } from './state.ts';

const SET_OPERATORS: ReadonlySet<string> = new Set(['UNION', 'EXCEPT', 'INTERSECT']);

/**
 * Whether a query begins at a distance from the current token: SELECT, or parentheses around a SELECT that are an operand of UNION and
 * its kin. Parentheses around a subquery alone are an expression as well, and read as one.
 */
export function startsQuery(p: Parser, distance: number): boolean {
  let opening = distance;
  while (tokenAt(p, opening).key === '(') opening++;
  if (tokenAt(p, opening).key !== 'SELECT') return false;
  return opening === distance || SET_OPERATORS.has(tokenAt(p, closing(p, distance) + 1).key);
}

/** The distance of the parenthesis that closes the one at a distance. */
export function closing(p: Parser, distance: number): number {
  let depth = 0;
  for (let index = distance; ; index++) {
    const { key, type } = tokenAt(p, index);
    if (key === '(') depth++;
    else if (key === ')' && --depth === 0) return index;
    if (type === 'end') return index;
  }
}

/** Whether a label stands here. */
export function atLabel(p: Parser): boolean {
  return isName(p) && peek(p, 1) === ':';
}
