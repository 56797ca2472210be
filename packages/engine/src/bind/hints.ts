/** The hints of an OPTION clause that change a result; the others change only plans and are accepted. */

import type { QueryHint } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';

/** The names that OPTION (USE HINT ('…')) knows; another one is 10715. */
export const USE_HINTS: ReadonlySet<string> = new Set([
  'ALLOW_BATCH_MODE',
  'ASSUME_FULL_INDEPENDENCE_FOR_FILTER_ESTIMATES',
  'ASSUME_JOIN_PREDICATE_DEPENDS_ON_FILTERS',
  'ASSUME_MIN_SELECTIVITY_FOR_FILTER_ESTIMATES',
  'ASSUME_PARTIAL_CORRELATION_FOR_FILTER_ESTIMATES',
  'DISABLE_BATCH_MODE_ADAPTIVE_JOINS',
  'DISABLE_BATCH_MODE_MEMORY_GRANT_FEEDBACK',
  'DISABLE_CE_FEEDBACK',
  'DISABLE_DEFERRED_COMPILATION_TV',
  'DISABLE_DOP_FEEDBACK',
  'DISABLE_INTERLEAVED_EXECUTION_TVF',
  'DISABLE_MEMORY_GRANT_FEEDBACK_PERSISTENCE',
  'DISABLE_OPTIMIZED_NESTED_LOOP',
  'DISABLE_OPTIMIZED_PLAN_FORCING',
  'DISABLE_OPTIMIZER_ROWGOAL',
  'DISABLE_PARAMETER_SENSITIVE_PLAN_OPTIMIZATION',
  'DISABLE_PARAMETER_SNIFFING',
  'DISABLE_ROW_MODE_MEMORY_GRANT_FEEDBACK',
  'DISABLE_TSQL_SCALAR_UDF_INLINING',
  'DISALLOW_BATCH_MODE',
  'ENABLE_HIST_AMENDMENT_FOR_ASC_KEYS',
  'ENABLE_PARALLEL_PLAN_PREFERENCE',
  'ENABLE_QUERY_OPTIMIZER_HOTFIXES',
  'FORCE_DEFAULT_CARDINALITY_ESTIMATION',
  'FORCE_LEGACY_CARDINALITY_ESTIMATION',
  'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_100',
  'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_110',
  'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_120',
  'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_130',
  'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_140',
  'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_150',
  'QUERY_OPTIMIZER_COMPATIBILITY_LEVEL_160',
  'QUERY_PLAN_PROFILE',
]);

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
