/** Where rows and index entries are laid: `ON scheme(column)` makes partitions of them, `ON filegroup` changes nothing that could be seen. */

import { type Storage, sameType, type Type, typeToString } from '@sprocket/tsql';
import { type SqlError, sqlError } from '../../../errors.ts';
import { findColumn, isDeclaredPersisted, sameName } from '../../find.ts';
import type { IndexColumn, Partition, Table } from '../../model.ts';
import { isScheme } from '../../partition.ts';
import type { Build } from './build.ts';

/** The partition that a clause asks for: undefined for a filegroup, `otherwise` where none was written. */
export function requestedPartition(
  build: Build,
  table: Table,
  on: Storage | null,
  otherwise: Partition | undefined,
): Partition | undefined {
  if (on === null) return otherwise;
  const scheme = build.catalog.dataSpaces.find((space) => isScheme(space) && sameName(space.name, on.name.value));
  if (on.column === null) {
    if (scheme !== undefined && isScheme(scheme)) throw sqlError(2726, scheme.function, 1);
    return undefined;
  }
  const fn = scheme && isScheme(scheme) && build.catalog.partitionFunctions.find(({ name }) => name === scheme.function);
  if (scheme === undefined || !fn) throw sqlError(1921, 'partition scheme', on.name.value);
  const column = findColumn(table, on.column.value);
  if (column === undefined) throw sqlError(1911, on.column.value);
  if (!sameType(withoutCollation(column.type), withoutCollation(fn.type)))
    throw sqlError(7726, column.name, typeToString(column.type), fn.name, typeToString(fn.type));
  if (column.computed !== null && !isDeclaredPersisted(column.computed)) throw sqlError(7724, column.name, table.name);
  return { schemeId: scheme.id, columnId: column.id };
}

function withoutCollation({ collation: _, ...type }: Type): Type {
  return type;
}

/** 1908: rows that are equal in a unique key must lie in one partition. */
export function requirePartitionInKey(
  table: Table,
  name: string,
  columns: readonly IndexColumn[],
  partition: Partition | undefined,
  fail: (error: SqlError) => SqlError,
): void {
  if (partition === undefined || columns.some(({ columnId }) => columnId === partition.columnId)) return;
  throw fail(sqlError(1908, table.columns.find(({ id }) => id === partition.columnId)?.name ?? '', name));
}

/** The table or index with that partition, or with none. */
export function withPartition<Item extends { readonly partition?: Partition }>(item: Item, partition: Partition | undefined): Item {
  const { partition: _, ...rest } = item;
  return (partition === undefined ? rest : { ...rest, partition }) as Item;
}
