/** TEXTVALID: whether a text pointer names a row of the table of `table.column`, and that column. */

import { quoteName } from '../backends/sqlite/physical.ts';
import { nameKey, type Table } from '../catalog/model.ts';
import { parseName } from '../catalog/object-name.ts';
import { textPlace } from '../functions/text-pointers.ts';
import type { Value } from '../values/value.ts';
import type { SessionCore } from './session-core.ts';

export function textValid(core: SessionCore, name: string, pointer: Value): number {
  const parts = (parseName(name) ?? []).map((part) => part ?? '');
  const found = core.findTable(parts.slice(0, -1).map(bracketed).join('.'));
  const column = found?.table.columns.find((one) => nameKey(one.name) === nameKey(parts.at(-1) ?? ''));
  const place = pointer instanceof Uint8Array ? textPlace(pointer) : undefined;
  if (found === undefined || column === undefined || place === undefined) return 0;
  const isOf = place.tableId === found.table.id && place.columnId === column.id;
  return isOf && hasRow(core, found.database.databaseId, found.table, place.rowId) ? 1 : 0;
}

const bracketed = (part: string): string => `[${part.replaceAll(']', ']]')}]`;

function hasRow(core: SessionCore, databaseId: number, table: Table, rowId: bigint): boolean {
  const { databases } = core.instance;
  databases.attach(core.connection, databaseId);
  const home = table.storage.kind === 'temporary' ? 'temp' : databases.alias(databaseId);
  const text = `SELECT 1 FROM ${home}.${quoteName(table.storage.name)} WHERE rowid = ?`;
  return core.connection.get(text, [rowId], { bigints: true, functions: [] }) !== undefined;
}
