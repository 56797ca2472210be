/**
 * All system views, by schema and name. `systemView` is what name resolution asks; a view belongs to every database and shows the one that it is
 * read in. Views of SQL Server 2000 are in schema dbo too, as scripts expect them without a schema.
 */

import { objectKey } from '../model.ts';
import { ASSEMBLY_VIEWS } from './assemblies.ts';
import { AUDIT_VIEWS } from './audit.ts';
import { AVAILABILITY_VIEWS } from './availability.ts';
import { BROKER_VIEWS } from './broker.ts';
import { CHANGE_TRACKING_VIEWS } from './change-tracking.ts';
import { columnViews } from './columns.ts';
import { compatibilityViews } from './compatibility/index.ts';
import { CONSTANT_VIEWS } from './constants.ts';
import { CONSTRAINT_VIEWS } from './constraints.ts';
import { CURSOR_VIEWS } from './cursors.ts';
import { DATABASE_VIEWS } from './databases.ts';
import type { SystemView } from './define.ts';
import { EMPTY_VIEWS } from './empty.ts';
import { ENDPOINT_VIEWS } from './endpoints.ts';
import { EXTENDED_EVENT_VIEWS } from './extended-events.ts';
import { FULL_TEXT_VIEWS } from './full-text.ts';
import { INDEX_VIEWS } from './indexes.ts';
import { INFORMATION_SCHEMA_VIEWS } from './information-schema/index.ts';
import { INTERNAL_VIEWS } from './internal.ts';
import { INTERNALS_VIEWS } from './internals.ts';
import { KEY_VIEWS } from './keys.ts';
import { MEMORY_OPTIMIZED_VIEWS } from './memory-optimized.ts';
import { MODULE_VIEWS } from './modules.ts';
import { MONITORING_VIEWS } from './monitoring.ts';
import { MSDB_VIEWS } from './msdb.ts';
import { objectViews } from './object-views.ts';
import { OPERATING_SYSTEM_VIEWS } from './operating-system.ts';
import { PARTITION_VIEWS } from './partitions.ts';
import { PERFORMANCE_VIEWS } from './performance.ts';
import { POLICY_VIEWS } from './policies.ts';
import { PRINCIPAL_VIEWS } from './principals.ts';
import { SERVER_VIEWS } from './servers.ts';
import { SESSION_VIEWS } from './sessions.ts';
import { SPATIAL_VIEWS } from './spatial.ts';
import { TOKEN_VIEWS } from './tokens.ts';
import { USAGE_VIEWS } from './usages.ts';
import { XML_INDEX_VIEWS } from './xml-indexes.ts';
import { XML_SCHEMA_VIEWS } from './xml-schemas.ts';

export type { SystemContext, SystemView, ViewColumn } from './define.ts';
export * from './live.ts';

/** Every system view. */
export const SYSTEM_VIEWS: readonly SystemView[] = [
  ...objectViews(() => SYSTEM_VIEWS),
  ...columnViews(() => SYSTEM_VIEWS),
  ...INDEX_VIEWS,
  ...PARTITION_VIEWS,
  ...CHANGE_TRACKING_VIEWS,
  ...BROKER_VIEWS,
  ...CONSTRAINT_VIEWS,
  ...MODULE_VIEWS,
  ...PRINCIPAL_VIEWS,
  ...TOKEN_VIEWS,
  ...POLICY_VIEWS,
  ...KEY_VIEWS,
  ...DATABASE_VIEWS,
  ...SERVER_VIEWS,
  ...SESSION_VIEWS,
  ...PERFORMANCE_VIEWS,
  ...OPERATING_SYSTEM_VIEWS,
  ...MONITORING_VIEWS,
  ...MSDB_VIEWS,
  ...CONSTANT_VIEWS,
  ...ASSEMBLY_VIEWS,
  ...SPATIAL_VIEWS,
  ...XML_SCHEMA_VIEWS,
  ...FULL_TEXT_VIEWS,
  ...XML_INDEX_VIEWS,
  ...EMPTY_VIEWS,
  ...ENDPOINT_VIEWS,
  ...EXTENDED_EVENT_VIEWS,
  ...AUDIT_VIEWS,
  ...AVAILABILITY_VIEWS,
  ...MEMORY_OPTIMIZED_VIEWS,
  ...INTERNALS_VIEWS,
  ...USAGE_VIEWS,
  ...INTERNAL_VIEWS,
  ...CURSOR_VIEWS,
  ...compatibilityViews(() => SYSTEM_VIEWS),
  ...INFORMATION_SCHEMA_VIEWS,
];

const BY_NAME: ReadonlyMap<string, SystemView> = new Map(SYSTEM_VIEWS.map((view) => [objectKey(view.schema, view.name), view]));

const BY_ID: ReadonlyMap<number, SystemView> = new Map(SYSTEM_VIEWS.map((view) => [view.id, view]));

export function systemView(schema: string, name: string): SystemView | undefined {
  return BY_NAME.get(objectKey(schema, name));
}

export const systemViewById = (id: number): SystemView | undefined => BY_ID.get(id);
