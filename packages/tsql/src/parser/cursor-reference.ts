/** The name of a cursor where it is used. */
import type { CursorReference } from '../ast/index.ts';
import { identifier, isName, variable } from './names.ts';
import type { Parser } from './state.ts';
import { advance, at, spanFrom, tokenAt } from './state.ts';

/** `c`, `GLOBAL c`, `@c` */
export function cursorReference(p: Parser): CursorReference {
  const start = p.token;
  const global = at(p, 'GLOBAL') && isName(p, tokenAt(p, 1));
  if (global) advance(p);
  const name = p.token.type === 'variable' ? variable(p) : identifier(p);
  return { kind: 'cursorReference', name, global, span: spanFrom(p, start) };
}
