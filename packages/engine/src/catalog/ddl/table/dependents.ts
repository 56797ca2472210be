/** What of a table depends on one of its columns, in the words of errors 5074 and 4922. */

import { sqlError } from '../../../errors.ts';
import { allIndexes, isKey } from '../../find.ts';
import type { Column, DatabaseCatalog, Table } from '../../model.ts';
import type { DdlContext } from '../context.ts';
import { boundTo } from '../schema-binding.ts';
import { refersTo } from '../syntax.ts';

export interface Dependent {
  readonly kind:
    | 'partition'
    | 'primary key'
    | 'unique'
    | 'index'
    | 'statistics'
    | 'foreign key'
    | 'check'
    | 'default'
    | 'computed column'
    | 'module';
  readonly name: string;
}

export function dependents(catalog: DatabaseCatalog, table: Table, column: Column): readonly Dependent[] {
  return [
    ...(table.partition?.columnId === column.id ? [{ kind: 'partition' as const, name: table.name }] : []),
    ...indexDependents(table, column),
    ...constraintDependents(table, column),
    ...computedDependents(table, column),
    ...boundTo(catalog, table.id, column.name).map(({ name }): Dependent => ({ kind: 'module', name })),
  ];
}

/** Sends a 5074 for each and raises 4922; does nothing without dependents. */
export function reportDependents(context: DdlContext, found: readonly Dependent[], column: Column, statement: string): void {
  if (found.length === 0) return;
  for (const dependent of found) context.precede(sqlError(5074, WORDS[dependent.kind], dependent.name, 'column', column.name));
  throw sqlError(4922, statement, column.name, 'column');
}

const WORDS: Readonly<Record<Dependent['kind'], string>> = {
  'primary key': 'object',
  unique: 'object',
  index: 'index',
  statistics: 'statistics',
  'foreign key': 'object',
  check: 'object',
  default: 'object',
  'computed column': 'column',
  module: 'object',
  partition: 'object',
};

function indexDependents(table: Table, column: Column): readonly Dependent[] {
  const indexes = allIndexes(table).flatMap((index): Dependent[] => {
    const included =
      !isKey(index) && (index.included.includes(column.id) || (index.filter !== null && refersTo(index.filter, column.name)));
    if (!included && !index.columns.some(({ columnId }) => columnId === column.id)) return [];
    return [{ kind: isKey(index) ? (index.kind === 'primary' ? 'primary key' : 'unique') : 'index', name: index.name }];
  });
  const xml = (table.xmlIndexes ?? []).filter(({ columnId }) => columnId === column.id);
  const statistics = (table.statistics ?? []).filter((row) => row.columns.includes(column.id));
  return [
    ...indexes,
    ...xml.map(({ name }): Dependent => ({ kind: 'index', name })),
    ...statistics.map(({ name }): Dependent => ({ kind: 'statistics', name })),
  ];
}

function constraintDependents(table: Table, column: Column): readonly Dependent[] {
  const keys = table.foreignKeys.filter(
    (key) => key.columns.includes(column.id) || (key.referencedTable === table.id && key.referencedColumns.includes(column.id)),
  );
  const checks = table.checks.filter((check) => check.columnId === column.id || refersTo(check.text, column.name));
  return [
    ...keys.map(({ name }): Dependent => ({ kind: 'foreign key', name })),
    ...checks.map(({ name }): Dependent => ({ kind: 'check', name })),
    ...(column.default === null ? [] : [{ kind: 'default' as const, name: column.default.name }]),
  ];
}

function computedDependents(table: Table, column: Column): readonly Dependent[] {
  return table.columns
    .filter((other) => other.computed !== null && refersTo(other.computed.text, column.name))
    .map(({ name }): Dependent => ({ kind: 'computed column', name }));
}
