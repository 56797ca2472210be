/**
 * The options of ALTER DATABASE … SET. Some change what the engine does (RECOVERY is only shown, READ_ONLY and SINGLE_USER are enforced by sessions,
 * READ_COMMITTED_SNAPSHOT and ALLOW_SNAPSHOT_ISOLATION by transactions); the others are kept and shown by sys.databases. A name that is in neither
 * table is refused.
 */

import type { Option } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { setOptions } from '../edit.ts';
import type { DatabaseCatalog, DatabaseOptions } from '../model.ts';
import { optionText } from './syntax.ts';

type Apply = (options: DatabaseOptions, value: string) => DatabaseOptions;

const isOn = (value: string): boolean => value !== 'OFF';

const RECOVERY_MODELS: ReadonlySet<string> = new Set(['FULL', 'SIMPLE', 'BULK_LOGGED']);

/** Options that have a field of their own. */
export const APPLY: Readonly<Record<string, Apply>> = {
  RECOVERY: (options, value) => {
    if (!RECOVERY_MODELS.has(value)) throw sqlError(102, value);
    return { ...options, recovery: value as DatabaseOptions['recovery'] };
  },
  READ_ONLY: (options) => ({ ...options, readOnly: true }),
  READ_WRITE: (options) => ({ ...options, readOnly: false }),
  SINGLE_USER: (options) => ({ ...options, singleUser: true }),
  MULTI_USER: (options) => ({ ...options, singleUser: false }),
  RESTRICTED_USER: (options) => ({ ...options, singleUser: false }),
  READ_COMMITTED_SNAPSHOT: (options, value) => ({ ...options, readCommittedSnapshot: isOn(value) }),
  ALLOW_SNAPSHOT_ISOLATION: (options, value) => ({ ...options, allowSnapshotIsolation: isOn(value) }),
  COMPATIBILITY_LEVEL: (options, value) => {
    const level = Number(value);
    if (!LEVELS.has(level)) throw sqlError(15048);
    return { ...options, compatibilityLevel: level };
  },
  ENABLE_BROKER: (options) => ({ ...options, brokerEnabled: true }),
  DISABLE_BROKER: (options) => ({ ...options, brokerEnabled: false }),
  NEW_BROKER: (options) => ({ ...options, brokerEnabled: true }),
  ONLINE: (options) => options,
  OFFLINE: (options) => options,
};

const LEVELS: ReadonlySet<number> = new Set([100, 110, 120, 130, 140, 150, 160]);

/** Options that are only kept. */
export const KEPT: ReadonlySet<string> = new Set([
  'ANSI_NULL_DEFAULT',
  'ANSI_NULLS',
  'ANSI_PADDING',
  'ANSI_WARNINGS',
  'ARITHABORT',
  'CONCAT_NULL_YIELDS_NULL',
  'NUMERIC_ROUNDABORT',
  'QUOTED_IDENTIFIER',
  'RECURSIVE_TRIGGERS',
  'AUTO_CLOSE',
  'AUTO_SHRINK',
  'AUTO_CREATE_STATISTICS',
  'AUTO_UPDATE_STATISTICS',
  'AUTO_UPDATE_STATISTICS_ASYNC',
  'CURSOR_CLOSE_ON_COMMIT',
  'CURSOR_DEFAULT',
  'DATE_CORRELATION_OPTIMIZATION',
  'DB_CHAINING',
  'TRUSTWORTHY',
  'PARAMETERIZATION',
  'PAGE_VERIFY',
  'DELAYED_DURABILITY',
  'TARGET_RECOVERY_TIME',
  'QUERY_STORE',
  'MIXED_PAGE_ALLOCATION',
  'HONOR_BROKER_PRIORITY',
  'MEMORY_OPTIMIZED_ELEVATE_TO_SNAPSHOT',
  'ACCELERATED_DATABASE_RECOVERY',
  'OPTIMIZED_LOCKING',
  'CONTAINMENT',
  'TEMPORAL_HISTORY_RETENTION',
  'FILESTREAM',
  'VARDECIMAL_STORAGE_FORMAT',
  'DEFAULT_LANGUAGE',
  'DEFAULT_FULLTEXT_LANGUAGE',
  'NESTED_TRIGGERS',
  'TRANSFORM_NOISE_WORDS',
  'TWO_DIGIT_YEAR_CUTOFF',
  'EMERGENCY',
  'LEDGER',
  'STALE_STATISTICS',
]);

const ALONE: ReadonlySet<string> = new Set(['SINGLE_USER', 'OFFLINE', 'READ_ONLY', 'READ_WRITE']);

/** Whether the option needs the database without other sessions. */
export const takesDatabaseAlone = (option: Option): boolean => ALONE.has(option.name);

export function applyDatabaseOption(catalog: DatabaseCatalog, option: Option): DatabaseCatalog {
  const value = optionText(option).toUpperCase();
  const apply = APPLY[option.name];
  if (apply !== undefined) return setOptions(catalog, apply(catalog.options, value));
  if (!KEPT.has(option.name)) throw unsupported(`ALTER DATABASE … SET ${option.name}`);
  return setOptions(catalog, { ...catalog.options, other: { ...catalog.options.other, [option.name]: value === '' ? 'ON' : value } });
}
