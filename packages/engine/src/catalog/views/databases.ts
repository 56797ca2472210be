/** sys.databases and what belongs to a database as a whole. */

import { BIT, DATETIME, INT, nvarchar, SMALLINT, SQL_VARIANT, SYSNAME, TINYINT, UNIQUEIDENTIFIER } from '@sprocket/tsql';
import type { Value } from '../../values/value.ts';
import { isBrokerEnabled } from '../broker/model.ts';
import { type DatabaseCatalog, nameKey } from '../model.ts';
import { SCOPED_CONFIGURATIONS, type ScopedConfiguration, scopedKey } from '../scoped-configurations.ts';
import type { DatabaseEntry } from '../server.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { bit, bytesOf, DESCRIPTION, datetimeOf, NO, SID, textVariant } from './shared.ts';

const entryOf = (catalog: DatabaseCatalog, { server }: SystemContext): DatabaseEntry | undefined =>
  server.databases.get(nameKey(catalog.name));

/** Whether one of the further options is ON. */
export const isOptionOn = (catalog: DatabaseCatalog, name: string, initially = false): boolean => {
  const value = catalog.options.other[name];
  return value === undefined ? initially : value === 'ON';
};

/** The server itself can open the master key. */
const isOpenedByServer = ({ cryptography }: DatabaseCatalog): boolean =>
  cryptography?.masterKey?.protections.some(({ kind }) => kind === 'service master key') === true;

const option = (name: string, initially = false) => nullable<DatabaseCatalog>(BIT, (d) => bit(isOptionOn(d, name, initially)));

const RECOVERY: readonly DatabaseCatalog['options']['recovery'][] = ['FULL', 'BULK_LOGGED', 'SIMPLE'];

const STATES: Readonly<Record<DatabaseEntry['state'], number>> = { ONLINE: 0, RESTORING: 1, OFFLINE: 6 };

const DATABASE_COLUMNS: ColumnRows<DatabaseCatalog> = {
  name: column(SYSNAME, (d) => d.name),
  database_id: column(INT, (d) => d.databaseId),
  source_database_id: nullable(INT, (d, context) => entryOf(d, context)?.snapshotOf ?? null),
  owner_sid: nullable(SID, (d, context) => ownerSid(d, context)),
  create_date: column(DATETIME, (d) => datetimeOf(d.created)),
  compatibility_level: column(TINYINT, (d) => d.options.compatibilityLevel),
  collation_name: nullable(SYSNAME, (d) => d.collation),
  user_access: nullable(TINYINT, (d) => bit(d.options.singleUser)),
  user_access_desc: nullable(DESCRIPTION, (d) => (d.options.singleUser ? 'SINGLE_USER' : 'MULTI_USER')),
  is_read_only: nullable(BIT, (d) => bit(d.options.readOnly)),
  is_auto_close_on: option('AUTO_CLOSE'),
  is_auto_shrink_on: option('AUTO_SHRINK'),
  state: nullable(TINYINT, (d, context) => STATES[entryOf(d, context)?.state ?? 'ONLINE']),
  state_desc: nullable(DESCRIPTION, (d, context) => entryOf(d, context)?.state ?? 'ONLINE'),
  is_in_standby: nullable(BIT, 0),
  is_cleanly_shutdown: nullable(BIT, 0),
  is_supplemental_logging_enabled: nullable(BIT, 0),
  snapshot_isolation_state: nullable(TINYINT, (d) => bit(d.options.allowSnapshotIsolation)),
  snapshot_isolation_state_desc: nullable(DESCRIPTION, (d) => (d.options.allowSnapshotIsolation ? 'ON' : 'OFF')),
  is_read_committed_snapshot_on: nullable(BIT, (d) => bit(d.options.readCommittedSnapshot)),
  recovery_model: nullable(TINYINT, (d) => RECOVERY.indexOf(d.options.recovery) + 1),
  recovery_model_desc: nullable(DESCRIPTION, (d) => d.options.recovery),
  page_verify_option: nullable(TINYINT, 2),
  page_verify_option_desc: nullable(DESCRIPTION, 'CHECKSUM'),
  is_auto_create_stats_on: option('AUTO_CREATE_STATISTICS', true),
  is_auto_create_stats_incremental_on: nullable(BIT, 0),
  is_auto_update_stats_on: option('AUTO_UPDATE_STATISTICS', true),
  is_auto_update_stats_async_on: option('AUTO_UPDATE_STATISTICS_ASYNC'),
  is_ansi_null_default_on: option('ANSI_NULL_DEFAULT'),
  is_ansi_nulls_on: option('ANSI_NULLS'),
  is_ansi_padding_on: option('ANSI_PADDING'),
  is_ansi_warnings_on: option('ANSI_WARNINGS'),
  is_arithabort_on: option('ARITHABORT'),
  is_concat_null_yields_null_on: option('CONCAT_NULL_YIELDS_NULL'),
  is_numeric_roundabort_on: option('NUMERIC_ROUNDABORT'),
  is_quoted_identifier_on: option('QUOTED_IDENTIFIER'),
  is_recursive_triggers_on: option('RECURSIVE_TRIGGERS'),
  is_cursor_close_on_commit_on: option('CURSOR_CLOSE_ON_COMMIT'),
  is_local_cursor_default: nullable(BIT, (d) => bit(d.options.other.CURSOR_DEFAULT === 'LOCAL')),
  is_fulltext_enabled: nullable(BIT, 1),
  is_trustworthy_on: option('TRUSTWORTHY'),
  is_db_chaining_on: nullable(BIT, (d) => bit(isOptionOn(d, 'DB_CHAINING', d.databaseId <= 4 && d.databaseId !== 3))),
  is_parameterization_forced: nullable(BIT, (d) => bit(d.options.other.PARAMETERIZATION === 'FORCED')),
  is_master_key_encrypted_by_server: column(BIT, (d) => bit(isOpenedByServer(d))),
  is_query_store_on: option('QUERY_STORE'),
  is_published: NO,
  is_subscribed: NO,
  is_merge_published: NO,
  is_distributor: NO,
  is_sync_with_backup: NO,
  service_broker_guid: column(UNIQUEIDENTIFIER, (d) => brokerGuid(d)),
  is_broker_enabled: column(BIT, (d) => bit(isBrokerEnabled(d))),
  log_reuse_wait: nullable(TINYINT, 0),
  log_reuse_wait_desc: nullable(DESCRIPTION, 'NOTHING'),
  is_date_correlation_on: NO,
  is_cdc_enabled: NO,
  is_encrypted: nullable(BIT, 0),
  is_honor_broker_priority_on: option('HONOR_BROKER_PRIORITY'),
  replica_id: nullable(UNIQUEIDENTIFIER),
  group_database_id: nullable(UNIQUEIDENTIFIER),
  resource_pool_id: nullable(INT),
  default_language_lcid: nullable(SMALLINT),
  default_language_name: nullable(nvarchar(128)),
  default_fulltext_language_lcid: nullable(INT),
  default_fulltext_language_name: nullable(nvarchar(128)),
  is_nested_triggers_on: nullable(BIT),
  is_transform_noise_words_on: nullable(BIT),
  two_digit_year_cutoff: nullable(SMALLINT),
  containment: nullable(TINYINT, (d) => bit(d.options.other.CONTAINMENT === 'PARTIAL')),
  containment_desc: nullable(DESCRIPTION, (d) => d.options.other.CONTAINMENT ?? 'NONE'),
  target_recovery_time_in_seconds: nullable(INT, 60),
  delayed_durability: nullable(INT, 0),
  delayed_durability_desc: nullable(DESCRIPTION, 'DISABLED'),
  is_memory_optimized_elevate_to_snapshot_on: nullable(BIT, 0),
  is_federation_member: nullable(BIT, 0),
  is_remote_data_archive_enabled: nullable(BIT, 0),
  is_mixed_page_allocation_on: nullable(BIT, 0),
  is_temporal_history_retention_enabled: option('TEMPORAL_HISTORY_RETENTION', true),
  catalog_collation_type: nullable(INT, 0),
  catalog_collation_type_desc: nullable(DESCRIPTION, 'DATABASE_DEFAULT'),
  physical_database_name: nullable(nvarchar(128), (d) => d.name),
  is_result_set_caching_on: nullable(BIT, 0),
  is_accelerated_database_recovery_on: nullable(BIT, 0),
  is_tempdb_spill_to_remote_store: nullable(BIT, 0),
  is_stale_page_detection_on: nullable(BIT, 0),
  is_memory_optimized_enabled: nullable(BIT, 1),
  is_data_retention_enabled: nullable(BIT, 0),
  is_ledger_on: nullable(BIT, 0),
  is_change_feed_enabled: nullable(BIT, 0),
};

function ownerSid(catalog: DatabaseCatalog, context: SystemContext): Uint8Array {
  const login = context.server.logins.get(nameKey(entryOf(catalog, context)?.owner ?? 'sa'));
  return bytesOf(login?.sid ?? '01');
}

/** A GUID that is made from the database's id and the moment of its creation. */
function databaseGuid({ databaseId, created }: DatabaseCatalog): string {
  const hex = (created.toString(16) + databaseId.toString(16).padStart(4, '0')).toUpperCase().padStart(32, '0').slice(-32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Names the database to those who send messages to it; NEW_BROKER gives it another. */
export const brokerGuid = (catalog: DatabaseCatalog): string => catalog.broker?.guid ?? databaseGuid(catalog);

/** What is set for a configuration, if anything is. */
const setTo = ({ options }: DatabaseCatalog, { name }: ScopedConfiguration, secondary = false): string | undefined =>
  options.other[scopedKey(name, secondary)];

function secondaryValue(configuration: ScopedConfiguration, { catalog }: SystemContext): Value {
  const value = setTo(catalog, configuration, true);
  return value === undefined ? null : textVariant(value);
}

const SCOPED_COLUMNS: ColumnRows<ScopedConfiguration> = {
  configuration_id: nullable(INT, (c) => c.id),
  name: nullable(nvarchar(60), (c) => c.name),
  value: nullable(SQL_VARIANT, (c, { catalog }) => textVariant(setTo(catalog, c) ?? c.value)),
  value_for_secondary: nullable(SQL_VARIANT, secondaryValue),
  is_value_default: nullable(BIT, (c, { catalog }) => bit((setTo(catalog, c) ?? c.value) === c.value)),
};

const RECOVERY_STATUS_COLUMNS: ColumnRows<DatabaseCatalog> = {
  database_id: column(INT, (d) => d.databaseId),
  database_guid: nullable(UNIQUEIDENTIFIER, databaseGuid),
  family_guid: nullable(UNIQUEIDENTIFIER, databaseGuid),
};

const FILESTREAM_COLUMNS: ColumnRows<DatabaseCatalog> = {
  database_id: column(INT, (d) => d.databaseId),
  non_transacted_access: column(TINYINT, 0),
  non_transacted_access_desc: column(DESCRIPTION, 'OFF'),
  directory_name: nullable(nvarchar(255)),
};

export const DATABASE_VIEWS: readonly SystemView[] = [
  // Live, because the version of one catalog does not tell of the others.
  defineView('sys', 'databases', {
    live: true,
    columns: DATABASE_COLUMNS,
    items: ({ databases }) => [...databases()].sort((a, b) => a.databaseId - b.databaseId),
  }),
  defineView('sys', 'database_recovery_status', { live: true, columns: RECOVERY_STATUS_COLUMNS, items: ({ databases }) => databases() }),
  defineView('sys', 'database_filestream_options', { live: true, columns: FILESTREAM_COLUMNS, items: ({ databases }) => databases() }),
  defineView('sys', 'database_scoped_configurations', { columns: SCOPED_COLUMNS, items: () => SCOPED_CONFIGURATIONS }),
];
