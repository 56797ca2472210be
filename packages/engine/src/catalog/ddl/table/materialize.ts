/**
 * A unique index holds values, so a computed column that is not PERSISTED is stored once such an index needs it. What it is declared as does not change.
 */

import { unsupported } from '../../../errors.ts';
import { findColumn } from '../../find.ts';
import type { Column, Table } from '../../model.ts';
import { held, replaceColumn } from '../build/columns.ts';
import type { DdlContext } from '../context.ts';
import type { Home } from '../home.ts';
import { addColumnStatements, runStatements } from '../storage.ts';
import { parseDefinition } from '../syntax.ts';
import { nextStorageName } from './alter-column.ts';

const isVirtual = (column: Column | undefined): column is Column => column?.computed?.persisted === false;

/** The table with the named columns stored and filled, before a unique index over them is made. */
export function materialized(context: DdlContext, home: Home, table: Table, names: readonly string[]): Table {
  return names.reduce((current, name) => {
    const column = findColumn(current, name);
    return isVirtual(column) ? withValues(context, home, current, column) : current;
  }, table);
}

function withValues(context: DdlContext, home: Home, table: Table, column: Column): Table {
  requireDeterministic(context, table, column);
  const next: Column = { ...held(column), storageName: nextStorageName(column) };
  const after = replaceColumn(table, next);
  runStatements(context.connection, addColumnStatements(home.layout, after, next));
  // Filling never waits.
  for (const _ of context.binder.fillColumn(home.catalog(), after, next));
  return after;
}

function requireDeterministic(context: DdlContext, table: Table, column: Column): void {
  const definition = parseDefinition(column.computed?.text ?? '');
  const others = { ...table, columns: table.columns.filter((other) => other.computed === null) };
  if (definition !== undefined && !context.binder.typeOf(definition, others).deterministic)
    throw unsupported(`UNIQUE over the non-deterministic computed column ${column.name}`);
}
