/** Aliases of select items and of table sources. */
import type { Identifier } from '../ast/index.ts';
import { hintsFollow } from './hints.ts';
import { identifier, isName, isString, nameList } from './names.ts';
import type { Parser } from './state.ts';
import { accept, at, peek } from './state.ts';

/** Whether an alias without AS stands here. A word before a colon is a label, and WINDOW and USING can begin a clause. */
export function aliasFollows(p: Parser): boolean {
  if (!isName(p) && !isString(p)) return false;
  if (p.token.type !== 'word') return true;
  if (peek(p, 1) === ':') return false;
  return !(at(p, 'WINDOW') && peek(p, 2) === 'AS');
}

/** An alias, with or without AS. */
export function optionalAlias(p: Parser): Identifier | null {
  if (accept(p, 'AS')) return identifier(p);
  return isName(p) && aliasFollows(p) && !at(p, 'USING') ? identifier(p) : null;
}

/** `AS t (a, b)`, where all may be missing. */
export function aliasAndColumns(p: Parser): { readonly alias: Identifier | null; readonly columns: readonly Identifier[] } {
  const alias = optionalAlias(p);
  return { alias, columns: alias === null || hintsFollow(p) ? [] : nameList(p) };
}

/** `AS t (a, b)`, where only the columns may be missing. */
export function requiredAlias(p: Parser): { readonly alias: Identifier; readonly columns: readonly Identifier[] } {
  accept(p, 'AS');
  const alias = identifier(p);
  return { alias, columns: nameList(p) };
}
