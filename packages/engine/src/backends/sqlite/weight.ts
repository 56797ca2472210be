/** How heavy a query is, from SQLite's plan and the sizes of the tables that it goes through without an index. */

import type { ReadTable, StatementOptions, StorageConnection } from '../../run/contracts.ts';
import { quoteName } from './physical.ts';
import type { AliasOf } from './print/printer.ts';

/** Looking at so many rows takes some ten milliseconds. */
const MANY_ROWS = 50_000;

const PLAIN: StatementOptions = { bigints: false, functions: [] };

export function isHeavy(
  connection: StorageConnection,
  sql: string,
  options: StatementOptions,
  tables: readonly ReadTable[],
  alias: AliasOf,
): boolean {
  const large = tables.filter((table) => lastRowId(connection, table, alias) > MANY_ROWS);
  if (large.length === 0) return false;
  const names = new Set(large.flatMap((table) => [table.alias, table.name]));
  return planOf(connection, sql, options).some((step) => names.has(scanned(step)));
}

/** An upper bound of the number of rows that costs one look-up. */
function lastRowId(connection: StorageConnection, { databaseId, name }: ReadTable, alias: AliasOf): number {
  const [last] = connection.get(`SELECT max(rowid) FROM ${alias(databaseId)}.${quoteName(name)}`, [], PLAIN) ?? [];
  return Number(last ?? 0);
}

const planOf = (connection: StorageConnection, sql: string, options: StatementOptions): readonly string[] =>
  [...connection.iterate(`EXPLAIN QUERY PLAN ${sql}`, [], { ...options, bigints: false })].map((row) => String(row[3]));

const SCAN = 'SCAN ';

/** What a step of the plan goes through from end to end; empty when it looks rows up. */
function scanned(step: string): string {
  if (!step.startsWith(SCAN)) return '';
  const [name = ''] = step.slice(SCAN.length).split(' USING ');
  return name;
}
