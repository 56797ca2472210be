/**
 * Partition functions and schemes: CREATE and ALTER. A function is its sorted boundary values, a scheme gives every partition a filegroup. Rows do not
 * move when a range is split or merged, since a partition is only a range of values; see `catalog/partition.ts`.
 */

import type { AlterPartitionFunction, AlterPartitionScheme, CreatePartitionFunction, CreatePartitionScheme, Type } from '@sprocket/tsql';
import { MAX } from '@sprocket/tsql';
import { SqlError, sqlError } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import { setDataSpaces, setPartitionFunctions } from '../edit.ts';
import { nameParts, sameName, tablesOf } from '../find.ts';
import type { DatabaseCatalog, PartitionFunction } from '../model.ts';
import { compareBoundaries, fanout, isScheme, type PartitionScheme } from '../partition.ts';
import { commitCatalog } from './apply.ts';
import type { DdlContext } from './context.ts';

export function createPartitionFunction(statement: CreatePartitionFunction, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const name = statement.name.value;
  if (findFunction(catalog, name) !== undefined) throw sqlError(2714, name);
  const { type } = context.binder.resolveType(catalog, statement.type);
  if (!isPartitionType(type)) throw sqlError(7704, type.name);
  const added: PartitionFunction = {
    id: Math.max(65_535, ...catalog.partitionFunctions.map((fn) => fn.id)) + 1,
    name,
    type,
    right: statement.right,
    values: boundaries(statement, type, context),
    created: context.now,
    modified: context.now,
  };
  commitCatalog(context, catalog, setPartitionFunctions(catalog, [...catalog.partitionFunctions, added]));
}

const NO_PARTITION_TYPES: ReadonlySet<string> = new Set(['text', 'ntext', 'image', 'xml', 'timestamp', 'rowversion', 'sql_variant']);

const isPartitionType = (type: Type): boolean => !NO_PARTITION_TYPES.has(type.name) && type.length !== MAX;

const MOST_PARTITIONS = 15_000;

/** Sorted, with 7709 when they were not. */
function boundaries({ values, name }: CreatePartitionFunction, type: Type, context: DdlContext): readonly Value[] {
  if (values.length >= MOST_PARTITIONS) throw sqlError(7719, MOST_PARTITIONS);
  const given = values.map((value, i) => ({ value: boundary(i + 1, () => context.binder.constant(value, type)), ordinal: i + 1 }));
  const sorted = [...given].sort((a, b) => compareBoundaries({ type }, a.value, b.value));
  for (const [i, { value, ordinal }] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next !== undefined && compareBoundaries({ type }, value, next.value) === 0) throw sqlError(7708, ordinal, next.ordinal);
  }
  if (sorted.some(({ ordinal }, i) => ordinal !== i + 1)) context.inform(7709, name.value, name.value);
  return sorted.map(({ value }) => value);
}

/** What cannot be converted is 7705, whatever the reason; a variable that there is not stays 137. */
function boundary(ordinal: number, value: () => Value): Value {
  try {
    return value();
  } catch (error) {
    throw error instanceof SqlError && error.number !== 137 ? sqlError(7705, ordinal) : error;
  }
}

export function alterPartitionFunction({ name, action, value }: AlterPartitionFunction, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const fn = findFunction(catalog, name.value);
  if (fn === undefined) throw sqlError(15151, 'alter', 'partition function', name.value);
  if (value === null) throw sqlError(7714);
  const limit = boundary(1, () => context.evaluate(value, fn.type));
  const change = action === 'SPLIT' ? split(catalog, fn, limit) : merged(catalog, fn, limit);
  const functions = catalog.partitionFunctions.map((other) => (other === fn ? { ...fn, ...change.fn, modified: context.now } : other));
  const spaces = catalog.dataSpaces.map((space) => (isScheme(space) && space.function === fn.name ? change.scheme(space) : space));
  commitCatalog(context, catalog, setDataSpaces(setPartitionFunctions(catalog, functions), spaces));
}

interface FunctionChange {
  readonly fn: Pick<PartitionFunction, 'values'>;
  readonly scheme: (scheme: PartitionScheme) => PartitionScheme;
}

/** The new partition is on the side of the boundary value that holds the value itself, and takes the filegroup that is used next. */
function split(catalog: DatabaseCatalog, fn: PartitionFunction, limit: Value): FunctionChange {
  const present = fn.values.findIndex((value) => compareBoundaries(fn, value, limit) === 0);
  if (present !== -1) throw sqlError(7721, present + 1);
  if (fanout(fn) >= MOST_PARTITIONS) throw sqlError(7719, MOST_PARTITIONS);
  const unprepared = catalog.dataSpaces.find((space) => isScheme(space) && space.function === fn.name && space.nextUsed === null);
  if (unprepared !== undefined) throw notPrepared(unprepared.name);
  const place = fn.values.filter((value) => compareBoundaries(fn, value, limit) < 0).length;
  return {
    fn: { values: fn.values.toSpliced(place, 0, limit) },
    scheme: (scheme) => ({
      ...scheme,
      filegroups: scheme.filegroups.toSpliced(fn.right ? place + 1 : place, 0, scheme.nextUsed ?? ''),
      nextUsed: null,
    }),
  };
}

/** NEXT USED without a filegroup only warns of it; a split cannot go on. */
function notPrepared(scheme: string): SqlError {
  const { message, state, errorClass } = sqlError(7710, scheme);
  return new SqlError(7710, 16, state, message, errorClass);
}

/** The partition that holds the boundary value goes. */
function merged(_: DatabaseCatalog, fn: PartitionFunction, limit: Value): FunctionChange {
  const place = fn.values.findIndex((value) => compareBoundaries(fn, value, limit) === 0);
  if (fn.values.length === 0) throw sqlError(7716);
  if (place === -1) throw sqlError(7715);
  return {
    fn: { values: fn.values.toSpliced(place, 1) },
    scheme: (scheme) => ({ ...scheme, filegroups: scheme.filegroups.toSpliced(fn.right ? place + 1 : place, 1) }),
  };
}

export function createPartitionScheme(statement: CreatePartitionScheme, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const name = statement.name.value;
  if (catalog.dataSpaces.some((space) => sameName(space.name, name))) throw sqlError(2714, name);
  const fn = findFunction(catalog, statement.function.value);
  if (fn === undefined) throw sqlError(208, statement.function.value);
  const given = statement.filegroups.map((filegroup) => filegroup.value);
  const count = fanout(fn);
  const filegroups = statement.all ? Array.from({ length: count + 1 }, () => given[0] ?? 'PRIMARY') : given;
  if (filegroups.length < count) throw sqlError(7707, fn.name, name);
  const nextUsed = filegroups[count] ?? null;
  const added: PartitionScheme = {
    kind: 'partition scheme',
    id: Math.max(65_600, ...catalog.dataSpaces.map((space) => space.id)) + 1,
    name,
    function: fn.name,
    filegroups: filegroups.slice(0, count),
    nextUsed,
  };
  if (nextUsed !== null) context.inform(7712, name, nextUsed, name);
  if (filegroups.length > count + 1) context.inform(7713, filegroups.length - count - 1);
  commitCatalog(context, catalog, setDataSpaces(catalog, [...catalog.dataSpaces, added]));
}

export function alterPartitionScheme({ name, filegroup }: AlterPartitionScheme, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const scheme = catalog.dataSpaces.find((space) => isScheme(space) && sameName(space.name, name.value));
  if (scheme === undefined) throw sqlError(15151, 'alter', 'partition scheme', name.value);
  if (filegroup === null && isScheme(scheme) && scheme.nextUsed === null) return context.inform(7710, scheme.name);
  const change = (space: DatabaseCatalog['dataSpaces'][number]) =>
    isScheme(space) && space === scheme ? { ...space, nextUsed: filegroup?.value ?? null } : space;
  commitCatalog(context, catalog, setDataSpaces(catalog, catalog.dataSpaces.map(change)));
}

export function dropPartitionFunction(context: DdlContext, name: Parameters<typeof nameParts>[0]): void {
  const catalog = context.catalogs.current();
  const { name: wanted } = nameParts(name);
  const found = findFunction(catalog, wanted);
  if (found === undefined) throw sqlError(3701, 'drop', 'partition function', wanted);
  if (catalog.dataSpaces.some((space) => isScheme(space) && space.function === found.name)) throw sqlError(7706, found.name);
  const rest = catalog.partitionFunctions.filter((fn) => fn !== found);
  commitCatalog(context, catalog, setPartitionFunctions(catalog, rest));
}

export function dropPartitionScheme(context: DdlContext, name: Parameters<typeof nameParts>[0]): void {
  const catalog = context.catalogs.current();
  const { name: wanted } = nameParts(name);
  const found = catalog.dataSpaces.find((space) => isScheme(space) && sameName(space.name, wanted));
  if (found === undefined) throw sqlError(3701, 'drop', 'partition scheme', wanted);
  for (const table of tablesOf(catalog)) {
    const partitions = [table.partition, ...table.keys.map((key) => key.partition), ...table.indexes.map((index) => index.partition)];
    if (partitions.some((partition) => partition?.schemeId === found.id)) throw sqlError(7717, found.name);
  }
  const rest = catalog.dataSpaces.filter((space) => space !== found);
  commitCatalog(context, catalog, setDataSpaces(catalog, rest));
}

function findFunction(catalog: DatabaseCatalog, name: string): PartitionFunction | undefined {
  return catalog.partitionFunctions.find((fn) => sameName(fn.name, name));
}
