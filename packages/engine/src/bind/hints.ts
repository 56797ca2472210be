/** The hints of an OPTION clause that change a result; the others change only plans and are accepted. */

import type { QueryHint } from '@sprocket/tsql';

/** The query hint that changes a result. */
export const EFFECTIVE_HINT = 'MAXRECURSION';

const DEFAULT_MAX_RECURSION = 100;

/** OPTION (MAXRECURSION n); 0 is without limit. */
export function maxRecursion(statement: { readonly hints: readonly QueryHint[] }): number {
  for (const hint of statement.hints) {
    if (hint.kind === 'hint' && hint.name === EFFECTIVE_HINT && hint.value?.kind === 'integer') return Number(hint.value.text);
  }
  return DEFAULT_MAX_RECURSION;
}
