/** sys.objects, the views that are parts of it (tables, views, procedures …), and triggers. */

import { BIT, DATETIME, INT, isLarge, MAX, nvarchar, SQL_VARIANT, SYSNAME, TINYINT } from '@sprocket/tsql';
import { EVENT_TYPES, type EventType, eventsBelow, eventType, isEventGroup } from '../ddl-events.ts';
import { tablesOf } from '../find.ts';
import type { DatabaseCatalog, HistoryRetention, Sequence, SystemPeriod, Table, Trigger } from '../model.ts';
import { systemProcedureEntries } from '../procedures/entries.ts';
import { precisionOf, scaleOf, systemTypeId, userTypeId } from '../types.ts';
import { type ColumnRows, column, defineView, nullable, type SystemContext, type SystemView } from './define.ts';
import { OBJECT_COLUMNS, type ObjectEntry, objectEntries, systemFunctionEntries, systemViewEntries } from './objects.ts';
import { bit, CHAR_2, DESCRIPTION, datetimeOf, NO, variantOf } from './shared.ts';

const ofType =
  (...types: readonly string[]) =>
  ({ catalog }: SystemContext): Iterable<ObjectEntry> =>
    objectEntries(catalog).filter((entry) => types.includes(entry.type));

const TABLE_COLUMNS: ColumnRows<ObjectEntry> = {
  ...OBJECT_COLUMNS,
  lob_data_space_id: column(INT, (o) => bit(o.table?.columns.some((c) => isLarge(c.type)) ?? false)),
  filestream_data_space_id: nullable(INT),
  max_column_id_used: column(INT, (o) => Math.max(o.table?.storage.lastColumnId ?? 0, ...(o.table?.columns.map((c) => c.id) ?? []))),
  lock_on_bulk_load: NO,
  uses_ansi_nulls: nullable(BIT, 1),
  is_replicated: nullable(BIT, 0),
  has_replication_filter: nullable(BIT, 0),
  is_merge_published: nullable(BIT, 0),
  is_sync_tran_subscribed: nullable(BIT, 0),
  has_unchecked_assembly_data: NO,
  text_in_row_limit: nullable(INT, 0),
  large_value_types_out_of_row: nullable(BIT, 0),
  is_tracked_by_cdc: nullable(BIT, 0),
  lock_escalation: nullable(TINYINT, 0),
  lock_escalation_desc: nullable(DESCRIPTION, 'TABLE'),
  is_filetable: nullable(BIT, 0),
  is_memory_optimized: nullable(BIT, 0),
  durability: nullable(TINYINT, 0),
  durability_desc: nullable(DESCRIPTION, 'SCHEMA_AND_DATA'),
  temporal_type: nullable(TINYINT, (o) => temporalType(o)),
  temporal_type_desc: nullable(DESCRIPTION, (o) => TEMPORAL_TYPES[temporalType(o)] ?? null),
  history_table_id: nullable(INT, (o) => o.table?.versioning?.historyId ?? null),
  is_remote_data_archive_enabled: nullable(BIT, 0),
  is_external: NO,
  history_retention_period: nullable(INT, (o) => retained(o, (retention) => retention.count, -1)),
  history_retention_period_unit: nullable(INT, (o) => retained(o, (retention) => RETENTION_UNITS[retention.unit], -1)),
  history_retention_period_unit_desc: nullable(nvarchar(10), (o) => retained(o, (retention) => retention.unit, 'INFINITE')),
  is_node: nullable(BIT, (o) => bit(o.table?.graph?.kind === 'node')),
  is_edge: nullable(BIT, (o) => bit(o.table?.graph?.kind === 'edge')),
  data_retention_period: nullable(INT, -1),
  data_retention_period_unit: nullable(INT, -1),
  data_retention_period_unit_desc: nullable(nvarchar(10), 'INFINITE'),
  ledger_type: nullable(TINYINT, 0),
  ledger_type_desc: nullable(DESCRIPTION, 'NON_LEDGER_TABLE'),
  ledger_view_id: nullable(INT),
  is_dropped_ledger_table: nullable(BIT, 0),
};

const TEMPORAL_TYPES: readonly string[] = ['NON_TEMPORAL_TABLE', 'HISTORY_TABLE', 'SYSTEM_VERSIONED_TEMPORAL_TABLE'];

function temporalType({ table }: ObjectEntry): number {
  if (table?.versioning !== undefined) return 2;
  return table?.historyOf === undefined ? 0 : 1;
}

const RETENTION_UNITS = { DAY: 3, WEEK: 4, MONTH: 5, YEAR: 6 } as const;

/** NULL for a table that is not versioned. */
function retained<Shown extends number | string>({ table }: ObjectEntry, show: (retention: HistoryRetention) => Shown, infinite: Shown) {
  if (table?.versioning === undefined) return null;
  return table.versioning.retention === null ? infinite : show(table.versioning.retention);
}

const VIEW_COLUMNS: ColumnRows<ObjectEntry> = {
  ...OBJECT_COLUMNS,
  is_replicated: nullable(BIT, 0),
  has_replication_filter: nullable(BIT, 0),
  has_opaque_metadata: NO,
  has_unchecked_assembly_data: NO,
  with_check_option: column(BIT, (o) => bit(o.object?.kind === 'view' && o.object.checkOption)),
  is_date_correlation_view: NO,
  is_tracked_by_cdc: nullable(BIT, 0),
  has_snapshot: nullable(BIT, 0),
  ledger_view_type: nullable(TINYINT, 0),
  ledger_view_type_desc: nullable(DESCRIPTION, 'NON_LEDGER_VIEW'),
  is_dropped_ledger_view: nullable(BIT, 0),
};

const PROCEDURE_COLUMNS: ColumnRows<ObjectEntry> = {
  ...OBJECT_COLUMNS,
  is_auto_executed: NO,
  is_execution_replicated: nullable(BIT, 0),
  is_repl_serializable_only: nullable(BIT, 0),
  skips_repl_constraints: nullable(BIT, 0),
};

const SYNONYM_COLUMNS: ColumnRows<ObjectEntry> = {
  ...OBJECT_COLUMNS,
  base_object_name: nullable(nvarchar(1035), (o) =>
    o.object?.kind === 'synonym' ? o.object.target.map((part) => `[${part.replaceAll(']', ']]')}]`).join('.') : null,
  ),
};

const sequence =
  (read: (s: Sequence, o: ObjectEntry, context: SystemContext) => ReturnType<typeof variantOf>) =>
  (o: ObjectEntry, context: SystemContext) =>
    o.object?.kind === 'sequence' ? read(o.object, o, context) : null;

const SEQUENCE_COLUMNS: ColumnRows<ObjectEntry> = {
  ...OBJECT_COLUMNS,
  start_value: column(
    SQL_VARIANT,
    sequence((s) => variantOf(s.type, s.start)),
  ),
  increment: column(
    SQL_VARIANT,
    sequence((s) => variantOf(s.type, s.increment)),
  ),
  minimum_value: column(
    SQL_VARIANT,
    sequence((s) => variantOf(s.type, s.minimum)),
  ),
  maximum_value: column(
    SQL_VARIANT,
    sequence((s) => variantOf(s.type, s.maximum)),
  ),
  is_cycling: nullable(
    BIT,
    sequence((s) => bit(s.cycle)),
  ),
  is_cached: nullable(
    BIT,
    sequence((s) => bit(s.cache !== 0)),
  ),
  cache_size: nullable(
    INT,
    sequence((s) => (s.cache === 0 ? null : s.cache)),
  ),
  system_type_id: column(
    TINYINT,
    sequence((s) => systemTypeId(s.type)),
  ),
  user_type_id: column(
    INT,
    sequence((s, _, { catalog }) => userTypeId(s.type, catalog)),
  ),
  precision: column(
    TINYINT,
    sequence((s) => precisionOf(s.type)),
  ),
  scale: nullable(
    TINYINT,
    sequence((s) => scaleOf(s.type)),
  ),
  current_value: column(
    SQL_VARIANT,
    sequence((s, o, { catalog, live }) => variantOf(s.type, live.sequence(catalog.databaseId, o.id) ?? s.start)),
  ),
  is_exhausted: NO,
  last_used_value: nullable(
    SQL_VARIANT,
    sequence((s, o, { catalog, live }) => variantOf(s.type, live.sequence(catalog.databaseId, o.id))),
  ),
};

const TRIGGER_COLUMNS: ColumnRows<Trigger> = {
  name: column(SYSNAME, (t) => t.name),
  object_id: column(INT, (t) => t.id),
  parent_class: column(TINYINT, (t) => bit(t.parentId !== 0)),
  parent_class_desc: nullable(DESCRIPTION, (t) => (t.parentId === 0 ? 'DATABASE' : 'OBJECT_OR_COLUMN')),
  parent_id: column(INT, (t) => t.parentId),
  type: column(CHAR_2, 'TR'),
  type_desc: nullable(DESCRIPTION, 'SQL_TRIGGER'),
  create_date: column(DATETIME, (t) => datetimeOf(t.created)),
  modify_date: column(DATETIME, (t) => datetimeOf(t.modified)),
  is_ms_shipped: NO,
  is_disabled: column(BIT, (t) => bit(t.disabled)),
  is_not_for_replication: NO,
  is_instead_of_trigger: column(BIT, (t) => bit(t.timing === 'instead of')),
};

/** Type numbers of the events that are in no group: those of a trigger on a table, and of logging in. */
const PLAIN_EVENTS: Readonly<Record<string, number>> = { INSERT: 1, UPDATE: 2, DELETE: 3, LOGON: 147 };

interface TriggerEvent {
  readonly trigger: Trigger;
  readonly type: number;
  readonly event: string;
  /** The group that the trigger named. */
  readonly group: EventType | null;
}

function* triggers({ catalog }: SystemContext): Iterable<Trigger> {
  for (const object of catalog.objects.values()) if (object.kind === 'trigger') yield object;
}

const triggerEvents = (context: SystemContext): Iterable<TriggerEvent> => eventsOf(triggers(context));

/** One row an event; a group is all of its events. */
function* eventsOf(list: Iterable<Trigger>): Iterable<TriggerEvent> {
  for (const trigger of list) {
    for (const name of trigger.events) {
      const plain = PLAIN_EVENTS[name];
      if (plain !== undefined) yield { trigger, type: plain, event: name, group: null };
      const named = eventType(name);
      const group = named !== undefined && isEventGroup(named) ? named : null;
      for (const event of eventsBelow(name)) yield { trigger, type: event.id, event: event.name, group };
    }
  }
}

/** The views of objects; `system` lists all system views, of which these are some. */
export function objectViews(system: () => Iterable<SystemView>): readonly SystemView[] {
  const systemViews = (): readonly ObjectEntry[] => systemViewEntries(system());
  const systemEntries = (): readonly ObjectEntry[] => [...systemViews(), ...systemFunctionEntries(), ...systemProcedureEntries()];
  const all = ({ catalog }: SystemContext): Iterable<ObjectEntry> => [...systemEntries(), ...objectEntries(catalog)];
  const allViews = (context: SystemContext): Iterable<ObjectEntry> => [...systemViews(), ...ofType('V')(context)];
  return [
    defineView('sys', 'objects', { columns: OBJECT_COLUMNS, items: ({ catalog }) => objectEntries(catalog) }),
    defineView('sys', 'all_objects', { columns: OBJECT_COLUMNS, items: all }),
    defineView('sys', 'system_objects', { columns: OBJECT_COLUMNS, items: systemEntries }),
    defineView('sys', 'tables', { columns: TABLE_COLUMNS, items: ofType('U') }),
    defineView('sys', 'views', { columns: VIEW_COLUMNS, items: ofType('V') }),
    defineView('sys', 'all_views', { columns: VIEW_COLUMNS, items: allViews }),
    defineView('sys', 'system_views', { columns: VIEW_COLUMNS, items: systemViews }),
    defineView('sys', 'procedures', { columns: PROCEDURE_COLUMNS, items: ofType('P') }),
    defineView('sys', 'synonyms', { columns: SYNONYM_COLUMNS, items: ofType('SN') }),
    defineView('sys', 'sequences', { live: true, columns: SEQUENCE_COLUMNS, items: ofType('SO') }),
    defineView('sys', 'triggers', { columns: TRIGGER_COLUMNS, items: triggers }),
    defineView('sys', 'trigger_events', { columns: TRIGGER_EVENT_COLUMNS, items: triggerEvents }),
    defineView('sys', 'events', { columns: EVENT_COLUMNS, items: triggerEvents }),
    defineView('sys', 'server_triggers', { columns: SERVER_TRIGGER_COLUMNS, items: serverTriggers }),
    defineView('sys', 'server_trigger_events', { columns: TRIGGER_EVENT_COLUMNS, items: (context) => eventsOf(serverTriggers(context)) }),
    defineView('sys', 'server_events', { columns: EVENT_COLUMNS, items: (context) => eventsOf(serverTriggers(context)) }),
    defineView('sys', 'server_sql_modules', { columns: SERVER_MODULE_COLUMNS, items: serverTriggers }),
    defineView('sys', 'trigger_event_types', { columns: EVENT_TYPE_COLUMNS, items: () => EVENT_TYPES }),
    defineView('sys', 'event_notification_event_types', { columns: EVENT_TYPE_COLUMNS, items: () => EVENT_TYPES }),
    defineView('sys', 'periods', { columns: PERIOD_COLUMNS, items: ({ catalog }) => periods(catalog) }),
  ];
}

const serverTriggers = ({ server }: SystemContext): readonly Trigger[] => server.triggers ?? [];

const { is_not_for_replication, is_instead_of_trigger, ...SERVER_TRIGGER_BASE } = TRIGGER_COLUMNS;

const SERVER_TRIGGER_COLUMNS: ColumnRows<Trigger> = {
  ...SERVER_TRIGGER_BASE,
  parent_class: column(TINYINT, 100),
  parent_class_desc: nullable(DESCRIPTION, 'SERVER'),
};

const SERVER_MODULE_COLUMNS: ColumnRows<Trigger> = {
  object_id: column(INT, (t) => t.id),
  definition: nullable(nvarchar(MAX), (t) => (t.encrypted ? null : t.definition)),
  uses_ansi_nulls: column(BIT, (t) => bit(t.settings.ansiNulls)),
  uses_quoted_identifier: column(BIT, (t) => bit(t.settings.quotedIdentifier)),
  execute_as_principal_id: nullable(INT),
};

const EVENT_TYPE_COLUMNS: ColumnRows<EventType> = {
  type: column(INT, (e) => e.id),
  type_name: nullable(nvarchar(64), (e) => e.name),
  parent_type: nullable(INT, (e) => e.parent),
};

interface PeriodEntry extends SystemPeriod {
  readonly table: Table;
}

function* periods(catalog: DatabaseCatalog): Iterable<PeriodEntry> {
  for (const table of tablesOf(catalog)) if (table.period !== undefined) yield { ...table.period, table };
}

const PERIOD_COLUMNS: ColumnRows<PeriodEntry> = {
  name: column(SYSNAME, 'SYSTEM_TIME'),
  period_type: nullable(TINYINT, 1),
  period_type_desc: nullable(DESCRIPTION, 'SYSTEM_TIME_PERIOD'),
  object_id: column(INT, (p) => p.table.id),
  start_column_id: column(INT, (p) => p.start),
  end_column_id: column(INT, (p) => p.end),
};

const EVENT_COLUMNS: ColumnRows<TriggerEvent> = {
  object_id: column(INT, (e) => e.trigger.id),
  type: column(INT, (e) => e.type),
  type_desc: column(DESCRIPTION, (e) => e.event),
  is_trigger_event: nullable(BIT, 1),
  event_group_type: nullable(INT, (e) => e.group?.id ?? null),
  event_group_type_desc: nullable(DESCRIPTION, (e) => e.group?.name ?? null),
};

const TRIGGER_EVENT_COLUMNS: ColumnRows<TriggerEvent> = {
  object_id: column(INT, (e) => e.trigger.id),
  type: column(INT, (e) => e.type),
  type_desc: column(DESCRIPTION, (e) => e.event),
  is_first: nullable(BIT, (e) => bit(e.trigger.order === 'first')),
  is_last: nullable(BIT, (e) => bit(e.trigger.order === 'last')),
  event_group_type: nullable(INT, (e) => e.group?.id ?? null),
  event_group_type_desc: nullable(DESCRIPTION, (e) => e.group?.name ?? null),
  is_trigger_event: nullable(BIT, 1),
};
