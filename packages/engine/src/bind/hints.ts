/** The hints of an OPTION clause that change a result; the others change only plans and are accepted. */

import type { QueryHint } from '@sprocket/tsql';
import { USE_HINTS } from '../catalog/use-hints.ts';
import { sqlError } from '../errors.ts';

/** The query hint that changes a result. */
export const EFFECTIVE_HINT = 'MAXRECURSION';

const DEFAULT_MAX_RECURSION = 100;

const GREATEST = 32_767;

function within(text: string): number {
  if (Number(text) > GREATEST) throw sqlError(310, text, GREATEST);
  return Number(text);
}

function requireKnown(names: readonly string[]): void {
  const unknown = names.find((name) => !USE_HINTS.has(name.toUpperCase()));
  if (unknown !== undefined) throw sqlError(10715, unknown);
}

/** OPTION (MAXRECURSION n); 0 is without limit. Raises 310 and 10715 for hints that do not exist. */
export function maxRecursion(statement: { readonly hints: readonly QueryHint[] }): number {
  for (const hint of statement.hints) {
    if (hint.kind === 'useHint') requireKnown(hint.names);
    if (hint.kind === 'hint' && hint.name === EFFECTIVE_HINT && hint.value?.kind === 'integer') return within(hint.value.text);
  }
  return DEFAULT_MAX_RECURSION;
}
