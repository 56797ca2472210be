/** The database-scoped configurations of SQL Server 2022 with their defaults. What is set is kept among the options of the database. */

import type { DatabaseCatalog } from './model.ts';

export interface ScopedConfiguration {
  readonly id: number;
  readonly name: string;
  readonly value: string;
  /** What may be set: a switch, a number, or one of some words. */
  readonly takes: 'switch' | 'number' | readonly string[];
}

const row = (id: number, name: string, value: string, takes: ScopedConfiguration['takes'] = 'switch'): ScopedConfiguration => ({
  id,
  name,
  value,
  takes,
});

const ELEVATION = ['OFF', 'WHEN_SUPPORTED', 'FAIL_UNSUPPORTED'];

export const SCOPED_CONFIGURATIONS: readonly ScopedConfiguration[] = [
  row(1, 'MAXDOP', '0', 'number'),
  row(2, 'LEGACY_CARDINALITY_ESTIMATION', '0'),
  row(3, 'PARAMETER_SNIFFING', '1'),
  row(4, 'QUERY_OPTIMIZER_HOTFIXES', '0'),
  row(6, 'IDENTITY_CACHE', '1'),
  row(7, 'INTERLEAVED_EXECUTION_TVF', '1'),
  row(8, 'BATCH_MODE_MEMORY_GRANT_FEEDBACK', '1'),
  row(9, 'BATCH_MODE_ADAPTIVE_JOINS', '1'),
  row(10, 'TSQL_SCALAR_UDF_INLINING', '1'),
  row(11, 'ELEVATE_ONLINE', 'OFF', ELEVATION),
  row(12, 'ELEVATE_RESUMABLE', 'OFF', ELEVATION),
  row(13, 'OPTIMIZE_FOR_AD_HOC_WORKLOADS', '0'),
  row(14, 'XTP_PROCEDURE_EXECUTION_STATISTICS', '0'),
  row(15, 'XTP_QUERY_EXECUTION_STATISTICS', '0'),
  row(16, 'ROW_MODE_MEMORY_GRANT_FEEDBACK', '1'),
  row(17, 'ISOLATE_SECURITY_POLICY_CARDINALITY', '0'),
  row(18, 'BATCH_MODE_ON_ROWSTORE', '1'),
  row(19, 'DEFERRED_COMPILATION_TV', '1'),
  row(20, 'ACCELERATED_PLAN_FORCING', '1'),
  row(21, 'GLOBAL_TEMPORARY_TABLE_AUTO_DROP', '1'),
  row(22, 'LIGHTWEIGHT_QUERY_PROFILING', '1'),
  row(23, 'VERBOSE_TRUNCATION_WARNINGS', '1'),
  row(24, 'LAST_QUERY_PLAN_STATS', '0'),
  row(25, 'PAUSED_RESUMABLE_INDEX_ABORT_DURATION_MINUTES', '1440', 'number'),
  row(27, 'EXEC_QUERY_STATS_FOR_SCALAR_FUNCTIONS', '1'),
  row(28, 'PARAMETER_SENSITIVE_PLAN_OPTIMIZATION', '1'),
  row(29, 'ASYNC_STATS_UPDATE_WAIT_AT_LOW_PRIORITY', '0'),
  row(31, 'CE_FEEDBACK', '1'),
  row(33, 'MEMORY_GRANT_FEEDBACK_PERSISTENCE', '1'),
  row(34, 'MEMORY_GRANT_FEEDBACK_PERCENTILE_GRANT', '1'),
  row(35, 'OPTIMIZED_PLAN_FORCING', '1'),
  row(37, 'DOP_FEEDBACK', '0'),
  row(39, 'FORCE_SHOWPLAN_RUNTIME_PARAMETER_COLLECTION', '0'),
];

/** The key of a configuration among a database's options; that of secondaries is kept apart. */
export const scopedKey = (name: string, secondary = false): string => `${secondary ? 'SECONDARY' : 'SCOPED'} ${name}`;

/** False when VERBOSE_TRUNCATION_WARNINGS is OFF: then 8152 says what 2628 says otherwise. */
export function warnsVerbosely({ options }: DatabaseCatalog): boolean {
  return options.other[scopedKey('VERBOSE_TRUNCATION_WARNINGS')] !== '0';
}
