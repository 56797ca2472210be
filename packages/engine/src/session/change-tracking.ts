/** What the functions and views about change tracking ask of storage. */

import { VERSIONS_TABLE } from '../catalog/change-tracking.ts';
import type { Value } from '../values/value.ts';
import type { SessionCore } from './session-core.ts';

const PLAIN = { bigints: false, functions: [] };

function versionRow(core: SessionCore, databaseId: number, id: number): readonly unknown[] | undefined {
  const { databases } = core.instance;
  databases.attach(core.connection, databaseId);
  const alias = databases.alias(databaseId);
  // A database that never tracked anything has no table of versions.
  const exists = core.connection.get(`SELECT 1 FROM ${alias}.sqlite_master WHERE name = ?`, [VERSIONS_TABLE], PLAIN);
  return exists && core.connection.get(`SELECT version, key FROM ${alias}.${VERSIONS_TABLE} WHERE id = ?`, [id], PLAIN);
}

/** The version since which the changes of a tracked table are known. */
export function trackedSince(core: SessionCore, databaseId: number, tableId: number): bigint | null {
  const [version] = versionRow(core, databaseId, tableId) ?? [];
  return version === undefined ? null : BigInt(Number(version));
}

/** CHANGE_TRACKING_CURRENT_VERSION(): of the last committed transaction, so that the running one's own does not count. */
function currentVersion(core: SessionCore): Value {
  const { current } = core.catalogs;
  if (current.options.changeTracking === undefined) return null;
  const [version, owner] = versionRow(core, current.databaseId, 0) ?? [0, null];
  const isOwn = owner !== null && owner === core.transactions.changeKey;
  return BigInt(Number(version)) - (isOwn ? 1n : 0n);
}

/** CHANGE_TRACKING_MIN_VALID_VERSION(object_id): NULL for anything but a tracked table. */
function firstVersion(core: SessionCore, objectId: Value | undefined): Value {
  const { current } = core.catalogs;
  const object = current.objectsById.get(Number(objectId));
  return object?.kind === 'table' && object.changeTracking !== undefined ? trackedSince(core, current.databaseId, object.id) : null;
}

export const CHANGE_TRACKING_ANSWERS = {
  CHANGE_TRACKING_CURRENT_VERSION: currentVersion,
  CHANGE_TRACKING_MIN_VALID_VERSION: firstVersion,
} as const;
