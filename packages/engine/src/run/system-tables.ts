/**
 * System views as temporary tables: before a statement reads sys.* or INFORMATION_SCHEMA, its rows are copied into a temporary table of the
 * connection unless the copy there has the same stamp. So any SQL can join them, and a repeated catalog query copies nothing.
 */

import type { Value } from '../values/value.ts';
import type { Backend, ExecutionContext, PhysicalType, PhysicalValue, SystemTable } from './contracts.ts';

export function refreshSystemTables(tables: readonly SystemTable[], backend: Backend, context: ExecutionContext): void {
  for (const table of tables) refresh(table, backend, context);
}

const NO_FUNCTIONS = { bigints: false, functions: [] };

function refresh({ databaseId, table, storageName }: SystemTable, backend: Backend, context: ExecutionContext): void {
  const { connection } = context;
  const physical = table.columns.map((column) => backend.physicalType(column.type));
  const { stamp, rows } = context.systemRows(databaseId, table);
  const known = connection.notes.get(storageName);
  if (known === stamp) return;
  const name = `temp.${backend.quoteName(storageName)}`;
  if (known === undefined) {
    const columns = table.columns.map((column, i) => `${backend.quoteName(column.storageName)} ${physical[i]?.affinity ?? ''}`);
    connection.execute(`CREATE TABLE IF NOT EXISTS ${name} (${columns.join(', ')})`);
  }
  // Forgotten first: a rollback must not leave a note of rows that are gone.
  connection.notes.set(storageName, '');
  connection.run(`DELETE FROM ${name}`, [], NO_FUNCTIONS);
  const insert = `INSERT INTO ${name} VALUES (${table.columns.map(() => '?').join(', ')})`;
  for (const row of rows()) {
    connection.run(
      insert,
      physical.map((type, i) => encode(row[i] ?? null, type)),
      NO_FUNCTIONS,
    );
  }
  connection.notes.set(storageName, stamp);
}

const encode = (value: Value, type: PhysicalType): PhysicalValue => (value === null ? null : type.encode(value));
