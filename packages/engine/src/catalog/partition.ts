/**
 * Partitions of tables and indexes. All rows of a table lie in one storage table, so a partition is only a range of the partitioning column: here are
 * the number of the partition that a value belongs to, and the condition of storage SQL that holds for the rows of some partitions. NULL lies before
 * every other value.
 */

import type { PhysicalValue, RegisteredFunction } from '../run/contracts.ts';
import { comparer } from '../values/compare.ts';
import type { Value } from '../values/value.ts';
import { type AnyIndex, columnById } from './find.ts';
import type { Column, DatabaseCatalog, DataSpace, Partition, PartitionFunction, Table } from './model.ts';

export type PartitionScheme = Extract<DataSpace, { kind: 'partition scheme' }>;

/** A table or index with what divides it. */
export interface Partitioned {
  readonly scheme: PartitionScheme;
  readonly fn: PartitionFunction;
  readonly column: Column;
}

/** How a table (`index` null) or one of its indexes is divided; a clustered index is the table. */
export function partitionOf(table: Table, index: AnyIndex | null): Partition | undefined {
  return index === null || index.clustered ? table.partition : index.partition;
}

export function partitioned(catalog: DatabaseCatalog, table: Table, partition = table.partition): Partitioned | undefined {
  if (partition === undefined) return undefined;
  const scheme = catalog.dataSpaces.find((space): space is PartitionScheme => space.id === partition.schemeId && isScheme(space));
  const fn = scheme && catalog.partitionFunctions.find((candidate) => candidate.name === scheme.function);
  const column = columnById(table, partition.columnId);
  return scheme && fn && column && { scheme, fn, column };
}

export const isScheme = (space: DataSpace): space is PartitionScheme => space.kind === 'partition scheme';

/** How many partitions a function makes. */
export const fanout = (fn: PartitionFunction): number => fn.values.length + 1;

/** Negative, zero or positive: the order of boundary values. */
export function compareBoundaries(fn: Pick<PartitionFunction, 'type'>, left: Value, right: Value): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return comparer(fn.type)(left, right);
}

/** The number, from 1, of the partition that a value of the function's type belongs to. */
export function partitionNumber(fn: PartitionFunction, value: Value): number {
  let number = 1;
  for (const boundary of fn.values) {
    const order = compareBoundaries(fn, value, boundary);
    if (fn.right ? order < 0 : order <= 0) return number;
    number += 1;
  }
  return number;
}

/** What a partition holds: values between two boundaries. An absent one is no limit; a boundary belongs to one side. */
export interface PartitionRange {
  readonly low: { readonly value: Value; readonly inclusive: boolean } | null;
  readonly high: { readonly value: Value; readonly inclusive: boolean } | null;
}

export function rangeOf(fn: PartitionFunction, number: number): PartitionRange {
  const low = fn.values[number - 2];
  const high = fn.values[number - 1];
  return {
    low: low === undefined ? null : { value: low, inclusive: fn.right },
    high: high === undefined ? null : { value: high, inclusive: !fn.right },
  };
}

/** How storage compares: the expression that orders values of a type, and a value as its parameter. */
export interface OrderForm {
  orderKey(sql: string, column: Column): string;
  encode(value: Value, column: Column): PhysicalValue;
  keyFunctions(column: Column): readonly RegisteredFunction[];
}

export interface Condition {
  readonly sql: string;
  readonly params: readonly PhysicalValue[];
  readonly functions: readonly RegisteredFunction[];
}

/** Holds for the rows of the partitions with these numbers; `sql` is the partitioning column. */
export function partitionCondition({ fn, column }: Partitioned, numbers: readonly number[], sql: string, form: OrderForm): Condition {
  const parts = numbers.map((number) => rangeCondition(fn, column, number, sql, form));
  return {
    sql: parts.length === 0 ? '0' : parts.map((part) => `(${part.sql})`).join(' OR '),
    params: parts.flatMap((part) => part.params),
    functions: form.keyFunctions(column),
  };
}

function rangeCondition(fn: PartitionFunction, column: Column, number: number, sql: string, form: OrderForm) {
  const { low, high } = rangeOf(fn, number);
  const key = form.orderKey(sql, column);
  const parameter = form.orderKey('?', column);
  const limits: string[] = [`${sql} IS NOT NULL`];
  const params: PhysicalValue[] = [];
  for (const [limit, op] of [[low, '>'] as const, [high, '<'] as const]) {
    if (limit === null) continue;
    // Nothing lies before NULL, and everything after it.
    if (limit.value === null) limits.push(op === '<' ? '0' : '1');
    else {
      limits.push(`${key} ${op}${limit.inclusive ? '=' : ''} ${parameter}`);
      params.push(form.encode(limit.value, column));
    }
  }
  const withNull = partitionNumber(fn, null) === number ? `${sql} IS NULL OR ` : '';
  return { sql: `${withNull}${limits.join(' AND ')}`, params };
}
