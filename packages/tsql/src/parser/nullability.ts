/** NULL and NOT NULL. */
import type { Parser } from './state.ts';
import { accept, acceptWords } from './state.ts';

/** True for NULL, false for NOT NULL, null when neither is written. */
export function columnNullability(p: Parser): boolean | null {
  if (acceptWords(p, 'NOT', 'NULL')) return false;
  return accept(p, 'NULL') ? true : null;
}
