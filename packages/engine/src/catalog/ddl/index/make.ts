/** Makes the storage of an index on a table that may have rows, and words what goes wrong. */

import { type SqlError, sqlError } from '../../../errors.ts';
import { type AnyIndex, columnById } from '../../find.ts';
import type { Table } from '../../model.ts';
import type { DdlContext } from '../context.ts';
import type { Home } from '../home.ts';
import { createIndexStatements, runStatements } from '../storage.ts';

/** 1505 when rows are not unique. `wrap` turns it into what the statement raises. */
export function makeIndex(
  context: DdlContext,
  home: Home,
  table: Table,
  index: AnyIndex,
  wrap: (error: SqlError) => SqlError = (error) => error,
): void {
  try {
    runStatements(context.connection, createIndexStatements(home.layout, table, index));
  } catch (error) {
    throw isUniqueViolation(error) ? wrap(duplicateError(context, home, table, index)) : error;
  }
}

/** A storage error carries its kind; which backend raised it does not matter. */
function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'kind' in error && error.kind === 'unique';
}

function duplicateError(context: DdlContext, home: Home, table: Table, index: AnyIndex): SqlError {
  const columns = index.columns.flatMap(({ columnId }) => columnById(table, columnId) ?? []);
  const key = context.binder.duplicateKey(home.catalog(), table, columns) ?? '';
  return sqlError(1505, `${table.schema}.${table.name}`, index.name, key);
}
