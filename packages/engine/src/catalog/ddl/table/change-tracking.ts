/** ALTER TABLE … ENABLE and DISABLE CHANGE_TRACKING: what the changes are recorded in comes and goes. */

import type { AlterTableChangeTracking } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { changesTable, keyColumnName, trackedKey, VERSIONS_TABLE } from '../../change-tracking.ts';
import type { Column, Table } from '../../model.ts';
import type { DdlContext } from '../context.ts';
import type { Home } from '../home.ts';
import { quote } from '../storage.ts';
import { isOn } from '../syntax.ts';

export function setChangeTracking(action: AlterTableChangeTracking, context: DdlContext, home: Home, table: Table): void {
  if (action.enable) return enable(action, context, home, table);
  if (table.changeTracking === undefined) throw sqlError(4998, table.name);
  dropTracking(context, home, table);
  const { changeTracking: _, ...rest } = table;
  home.save({ ...rest, modified: context.now });
}

function enable(action: AlterTableChangeTracking, context: DdlContext, home: Home, table: Table): void {
  const database = home.kind === 'database' ? home.catalog() : undefined;
  if (database?.options.changeTracking === undefined) throw sqlError(1718, database?.name ?? 'tempdb', table.name);
  if (table.changeTracking !== undefined) throw sqlError(4996, table.name);
  const key = trackedKey(table);
  if (key.length === 0) throw sqlError(4997, table.name);
  if (key.some(({ type }) => type.name === 'rowversion')) throw sqlError(4999, table.name);
  makeTracking(context, home, table, key);
  home.save({ ...table, changeTracking: { trackColumns: isOn(action.options, 'TRACK_COLUMNS_UPDATED') }, modified: context.now });
}

const PLAIN = { bigints: false, functions: [] };

/** Changes are known from the version that is current. */
function makeTracking({ connection }: DdlContext, { layout }: Home, table: Table, key: readonly Column[]): void {
  const alias = quote(layout.alias);
  const columns = key.map(({ type }, i) => `${keyColumnName(i)} ${layout.physical.columnAffinity(type)}`.trimEnd());
  const changes = quote(changesTable(table.id));
  const functions = key.flatMap(({ type }) => layout.physical.keyFunctions(type, layout.collation));
  const keys = key.map(({ type }, i) => layout.physical.indexExpression(keyColumnName(i), type, layout.collation));
  connection.execute(
    `CREATE TABLE IF NOT EXISTS ${alias}.${VERSIONS_TABLE}(id INTEGER PRIMARY KEY, version INT NOT NULL, key TEXT) WITHOUT ROWID`,
  );
  connection.execute(`CREATE TABLE ${alias}.${changes}(version INT, op TEXT, mask BLOB, context BLOB, at INT, ${columns.join(', ')})`);
  connection.execute(`CREATE INDEX ${alias}.${quote(`${changesTable(table.id)} version`)} ON ${changes}(version)`);
  connection.run(`CREATE INDEX ${alias}.${quote(`${changesTable(table.id)} key`)} ON ${changes}(${keys.join(', ')})`, [], {
    bigints: false,
    functions,
  });
  const current = `(SELECT coalesce(max(version), 0) FROM ${alias}.${VERSIONS_TABLE} WHERE id = 0)`;
  connection.run(`INSERT OR REPLACE INTO ${alias}.${VERSIONS_TABLE}(id, version) VALUES (?, ${current})`, [table.id], PLAIN);
}

/** Also when the table itself is dropped. */
export function dropTracking({ connection }: DdlContext, { layout }: Home, table: Table): void {
  if (table.changeTracking === undefined) return;
  connection.execute(`DROP TABLE ${quote(layout.alias)}.${quote(changesTable(table.id))}`);
  connection.run(`DELETE FROM ${quote(layout.alias)}.${VERSIONS_TABLE} WHERE id = ?`, [table.id], PLAIN);
}
