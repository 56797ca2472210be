/** Gives a table another storage layout: a new storage table is made, the rows move, and it takes the old one's name. */

import { allIndexes } from '../../find.ts';
import type { Table } from '../../model.ts';
import type { DdlContext } from '../context.ts';
import type { Home } from '../home.ts';
import { createTableStatements, dropIndexStatements, quote, runStatements, type StorageStatement } from '../storage.ts';

export function copyStorage(context: DdlContext, home: Home, before: Table, after: Table): void {
  const alias = quote(home.layout.alias);
  const old = quote(`${before.storage.name}~old`);
  const fresh = quote(after.storage.name);
  const names = after.columns
    .filter((column) => column.computed?.persisted !== false)
    .map((column) => quote(column.storageName))
    .join(', ');
  const sql = (text: string): StorageStatement => ({ sql: text, functions: [] });
  runStatements(context.connection, [
    ...allIndexes(before).flatMap((index) => dropIndexStatements(home.layout, before, index)),
    sql(`ALTER TABLE ${alias}.${fresh} RENAME TO ${old}`),
    ...createTableStatements(home.layout, after),
    sql(`INSERT INTO ${alias}.${fresh}(${names}) SELECT ${names} FROM ${alias}.${old}`),
    sql(`DROP TABLE ${alias}.${old}`),
  ]);
}
