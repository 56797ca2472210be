/**
 * System views as temporary tables: before a statement reads sys.* or INFORMATION_SCHEMA, its rows are copied into a temporary table of the
 * connection unless the copy there has the same stamp. So any SQL can join them, and a repeated catalog query copies nothing.
 */

import { columnAffinity, encodePhysical, quoteName } from '../backends/sqlite/physical.ts';
import type { SystemTable } from '../backends/sqlite/print.ts';
import type { ExecutionContext } from './contracts.ts';

export function refreshSystemTables(tables: readonly SystemTable[], context: ExecutionContext): void {
  for (const table of tables) refresh(table, context);
}

const NO_FUNCTIONS = { bigints: false, functions: [] };

function refresh({ databaseId, table, storageName }: SystemTable, context: ExecutionContext): void {
  const { connection } = context;
  const { stamp, rows } = context.systemRows(databaseId, table);
  const known = connection.notes.get(storageName);
  if (known === stamp) return;
  const name = `temp.${quoteName(storageName)}`;
  if (known === undefined) {
    const columns = table.columns.map((column) => `${quoteName(column.storageName)} ${columnAffinity(column.type)}`);
    connection.execute(`CREATE TABLE IF NOT EXISTS ${name} (${columns.join(', ')})`);
  }
  // Forgotten first: a rollback must not leave a note of rows that are gone.
  connection.notes.set(storageName, '');
  connection.run(`DELETE FROM ${name}`, [], NO_FUNCTIONS);
  const insert = `INSERT INTO ${name} VALUES (${table.columns.map(() => '?').join(', ')})`;
  for (const row of rows()) {
    connection.run(
      insert,
      table.columns.map((column, i) => encodePhysical(row[i] ?? null, column.type)),
      NO_FUNCTIONS,
    );
  }
  connection.notes.set(storageName, stamp);
}
