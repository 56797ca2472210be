/**
 * Keys and indexes of a table: which columns, clustered or not, index ids and names in storage. The clustered index is number 1, the others count from 2.
 */

import type { Expression, Identifier, IndexColumn as IndexColumnSyntax, InlineIndex, KeyConstraint, Option, Storage } from '@sprocket/tsql';
import { MAX, type Type } from '@sprocket/tsql';
import { type SqlError, sqlError, unsupported } from '../../../errors.ts';
import { tableSource } from '../../definition.ts';
import {
  type AnyIndex,
  allIndexes,
  clusteredIndex,
  columnById,
  findColumn,
  findIndex,
  isDeclaredPersisted,
  isKey,
  primaryKey,
} from '../../find.ts';
import { isPseudoName, keyPartsOf, standsFor } from '../../graph.ts';
import { systemName } from '../../ids.ts';
import { type Column, type Index, type IndexColumn, type IndexTuning, type Key, nameKey, type Table } from '../../model.ts';
import { maxLengthOf } from '../../types.ts';
import { filterDefinition } from '../filter.ts';
import { findOption, isOn, optionText, parseDefinition } from '../syntax.ts';
import { type Build, constraintError, requireFreeConstraintName } from './build.ts';
import { held } from './columns.ts';
import { requestedPartition, requirePartitionInKey, withPartition } from './partition.ts';

/** Adds a PRIMARY KEY or UNIQUE constraint. `column` is set for one that stands on a column. */
export function withKey(build: Build, table: Table, constraint: KeyConstraint, column: string | null, clusteredElsewhere: boolean): Table {
  const primary = constraint.kind === 'primaryKey';
  if (constraint.notEnforced) throw unsupported('NOT ENFORCED');
  if (primary && primaryKey(table) !== undefined) throw constraintError(build, sqlError(1779, table.name));
  const syntax = column === null ? constraint.columns : [{ name: { value: column }, descending: false }];
  const columns = keyColumns(table, syntax, (error) => constraintError(build, error));
  requireDeterministic(build, table, columns, constraint.name?.value ?? null, (error) => constraintError(build, error));
  if (primary && columns.some(({ columnId }) => columnById(table, columnId)?.nullable))
    throw constraintError(build, sqlError(8111, table.name));
  const id = build.takeId();
  const names = columns.map(({ columnId }) => columnById(table, columnId)?.name ?? '');
  const name = constraint.name?.value ?? systemName(primary ? 'PK' : 'UQ', table.name, names, id);
  requireFreeConstraintName(build, table, name);
  requireFreeIndexName(table, name);
  const clustered = constraint.clustered ?? (primary && !clusteredElsewhere && clusteredIndex(table) === undefined);
  const fail = (error: SqlError): SqlError => constraintError(build, error);
  const partition = requestedPartition(build, table, constraint.on, table.partition);
  requirePartitionInKey(table, name, columns, partition, fail);
  const key: Key = {
    kind: primary ? 'primary' : 'unique',
    id,
    name,
    systemNamed: constraint.name === null,
    clustered,
    columns,
    indexId: nextIndexId(build, table, clustered, true),
    ignoreDuplicateKeys: isOn(constraint.options, 'IGNORE_DUP_KEY'),
    ...tuningOf(constraint.options),
    ...(clustered || partition === undefined ? {} : { partition }),
    storageName: indexStorageName(table, name),
  };
  warnOfLongKey(build, table, key);
  return withPartition({ ...withHeld(table, columns), keys: [...table.keys, key] }, clustered ? partition : table.partition);
}

const TUNING: readonly string[] = ['FILLFACTOR', 'PAD_INDEX', 'ALLOW_ROW_LOCKS', 'ALLOW_PAGE_LOCKS'];

const UNTUNED: IndexTuning = { fillFactor: 0, padded: false, rowLocks: true, pageLocks: true };

/** Nothing where nothing is said, as of most indexes; what is not said stays as it was `before`. */
export function tuningOf(options: readonly Option[], before = UNTUNED): { readonly tuning?: IndexTuning } {
  if (!options.some(({ name }) => TUNING.includes(name))) return {};
  const written = findOption(options, 'FILLFACTOR');
  const factor = written === undefined ? before.fillFactor : Number(optionText(written));
  if (written !== undefined && (factor < 1 || factor > 100)) throw sqlError(129, factor);
  const flag = (name: string, otherwise: boolean): boolean => (findOption(options, name) === undefined ? otherwise : isOn(options, name));
  return {
    tuning: {
      fillFactor: factor,
      padded: flag('PAD_INDEX', before.padded),
      rowLocks: flag('ALLOW_ROW_LOCKS', before.rowLocks),
      pageLocks: flag('ALLOW_PAGE_LOCKS', before.pageLocks),
    },
  };
}

/** A unique index holds values, also those of computed columns that are not PERSISTED. */
function withHeld(table: Table, keys: readonly IndexColumn[]): Table {
  const isHeld = (column: Column): boolean => column.computed?.persisted === false && keys.some(({ columnId }) => columnId === column.id);
  if (!table.columns.some(isHeld)) return table;
  return { ...table, columns: table.columns.map((column) => (isHeld(column) ? held(column) : column)) };
}

/** What an index is made from, whether it stands in CREATE TABLE or is a statement. */
export interface IndexRequest {
  readonly name: string;
  readonly unique: boolean;
  readonly clustered: boolean;
  readonly columnStore: boolean;
  readonly columns: readonly Pick<IndexColumnSyntax, 'descending' | 'name'>[];
  readonly include: readonly Identifier[];
  readonly where: Expression | null;
  readonly options: readonly Option[];
  readonly on: Storage | null;
}

export function withIndex(build: Build, table: Table, request: IndexRequest): Table {
  requireFreeIndexName(table, request.name);
  if (request.unique && table.historyOf !== undefined) throw sqlError(13741, `${build.catalog.name}.${table.schema}.${table.name}`);
  if (request.columnStore) requireColumnStore(table, request);
  const columns = request.columnStore ? [] : keyColumns(table, request.columns, (error) => error);
  requireDeterministic(build, table, columns, request.name, (error) => error);
  const includedNames = request.columnStore ? request.columns.map(({ name }) => name) : request.include;
  const included = includedNames.flatMap((name) => keyPartsOf(table, indexedColumn(table, name.value)).map(({ id }) => id));
  const doubled = included.find((id, i) => columns.some(({ columnId }) => columnId === id) || included.indexOf(id) !== i);
  if (doubled !== undefined) throw sqlError(1909, columnById(table, doubled)?.name ?? '');
  if (request.where !== null) {
    build.context.binder.checkPredicate(request.where, table);
    if (!isFilter(request.where)) throw sqlError(10735, 'filtered index', request.name, table.name);
  }
  const partition = requestedPartition(build, table, request.on, table.partition);
  if (request.unique) requirePartitionInKey(table, request.name, columns, partition, (error) => error);
  const index: Index = {
    indexId: nextIndexId(build, table, request.clustered, false),
    name: request.name,
    unique: request.unique,
    clustered: request.clustered,
    columns,
    included,
    filter: request.where === null ? null : filterDefinition(request.where, tableSource(build.context.text, table.columns)),
    disabled: false,
    ignoreDuplicateKeys: ignoresDuplicates(request, table),
    ...tuningOf(request.options),
    ...(request.columnStore ? { columnStore: true } : {}),
    ...(request.clustered || partition === undefined ? {} : { partition }),
    storageName: indexStorageName(table, request.name),
  };
  warnOfLongKey(build, table, index);
  const held = request.unique ? withHeld(table, columns) : table;
  return withPartition({ ...held, indexes: [...table.indexes, index] }, request.clustered ? partition : table.partition);
}

/** Columns compared with constants, all of them at once: nothing else chooses the rows of an index. */
function isFilter(where: Expression): boolean {
  switch (where.kind) {
    case 'and':
      return where.operands.every(isFilter);
    case 'isNull':
      return where.operand.kind === 'column';
    case 'in':
      return !where.not && where.operand.kind === 'column' && where.list.every(isFilterConstant);
    case 'comparison':
      return where.left.kind === 'column' ? isFilterConstant(where.right) : where.right.kind === 'column' && isFilterConstant(where.left);
    default:
      return false;
  }
}

/** A constant may be converted, and has a sign. */
const isFilterConstant = (value: Expression): boolean =>
  value.kind !== 'column' && (!('operand' in value) || value.operand === null || isFilterConstant(value.operand as Expression));

/** One to a table, over columns of types that it can hold. */
function requireColumnStore(table: Table, { clustered, columns }: IndexRequest): void {
  if (table.indexes.some((index) => index.columnStore === true)) throw sqlError(35339);
  const existing = clusteredIndex(table);
  if (clustered && existing !== undefined) throw sqlError(35372, table.name);
  const held = clustered ? table.columns : columns.map(({ name }) => indexedColumn(table, name.value));
  const unfit = held.find(({ type }) => NOT_IN_COLUMN_STORES.has(type.name));
  if (unfit !== undefined) throw sqlError(35343, unfit.name);
}

/** IGNORE_DUP_KEY belongs to unique indexes over all rows. */
function ignoresDuplicates({ name, options, unique, where }: IndexRequest, table: Table): boolean {
  if (!isOn(options, 'IGNORE_DUP_KEY')) return false;
  if (!unique) throw sqlError(1916, 'nonunique', 'ignore_dup_key');
  if (where !== null) throw sqlError(10618, 'create', name, table.name);
  return true;
}

/** An index that stands in CREATE TABLE, on the table or on one column. */
export function inlineIndexRequest(index: InlineIndex, column: Identifier | null): IndexRequest {
  const columns = index.columns.length > 0 || column === null ? index.columns : [{ name: column, descending: false }];
  return {
    name: index.name.value,
    unique: index.unique,
    clustered: index.clustered === true,
    columnStore: index.columnStore,
    columns,
    include: index.include,
    where: index.where,
    options: index.options,
    on: index.on,
  };
}

/** A table's name in storage and the index's; another index of that name gets a number. */
export function indexStorageName(table: Table, name: string): string {
  const taken = new Set(allIndexes(table).map((index) => nameKey(index.storageName)));
  const wanted = `${table.storage.name}.${name}`;
  let candidate = wanted;
  for (let i = 2; taken.has(nameKey(candidate)); i++) candidate = `${wanted}~${i}`;
  return candidate;
}

function nextIndexId(build: Build, table: Table, clustered: boolean, forConstraint: boolean): number {
  const existing = clusteredIndex(table);
  if (!clustered)
    return Math.max(1, ...plainIndexes(table).map((index) => index.indexId), ...(table.statistics ?? []).map(({ id }) => id)) + 1;
  if (existing === undefined) return 1;
  if (forConstraint) throw constraintError(build, sqlError(1902, 'table', table.name, existing.name));
  throw sqlError(1902, wordOf(table), table.name, existing.name);
}

/** Spatial indexes have numbers of their own. */
const plainIndexes = (table: Table): readonly AnyIndex[] =>
  allIndexes(table).filter((index) => isKey(index) || index.spatial === undefined);

/** A view is built like a table of the system. */
const wordOf = ({ storage }: Table): string => (storage.kind === 'system' ? 'view' : 'table');

export function requireFreeIndexName(table: Table, name: string): void {
  const taken =
    findIndex(table, name) !== undefined || (table.statistics ?? []).some((statistics) => nameKey(statistics.name) === nameKey(name));
  if (taken) throw sqlError(1913, name, wordOf(table), `${table.schema}.${table.name}`);
}

/** What a mistake about a column becomes: a constraint adds 1750, an index does not. */
type Fail = (error: SqlError) => SqlError;

function keyColumns(
  table: Table,
  syntax: readonly { readonly name: { readonly value: string }; readonly descending: boolean }[],
  fail: Fail,
): readonly IndexColumn[] {
  const columns = syntax.flatMap(({ name, descending }) =>
    keyPartsOf(table, keyColumn(table, name.value, fail)).map(({ id }): IndexColumn => ({ columnId: id, descending })),
  );
  const doubled = columns.find(({ columnId }, i) => columns.findIndex((other) => other.columnId === columnId) !== i);
  if (doubled !== undefined) throw fail(sqlError(1909, columnById(table, doubled.columnId)?.name ?? ''));
  return columns;
}

/** A key has the same values whenever they are worked out: 2729, and 2799 for what floats make inexact. */
function requireDeterministic(build: Build, table: Table, columns: readonly IndexColumn[], name: string | null, fail: Fail): void {
  for (const { columnId } of columns) {
    const column = columnById(table, columnId);
    if (column === undefined || column.computed === null || isDeclaredPersisted(column.computed)) continue;
    const expression = parseDefinition(column.computed.text);
    if (expression !== undefined && !build.context.binder.typeOf(expression, table).deterministic)
      throw fail(sqlError(2729, column.name, 'table', `${table.schema}.${table.name}`));
    if (isFloat(column.type)) throw fail(sqlError(2799, name ?? column.name, `${table.schema}.${table.name}`, column.name));
  }
}

const isFloat = (type: Type): boolean => type.name === 'float' || type.name === 'real';

function keyColumn(table: Table, name: string, fail: Fail): Column {
  const column = indexedColumn(table, name, fail);
  if (!isKeyType(column.type)) throw fail(sqlError(1919, column.name, table.name));
  return column;
}

function indexedColumn(table: Table, name: string, fail: Fail = (error) => error): Column {
  const column = isPseudoName(name) ? table.columns.find((other) => standsFor(name, other.name)) : findColumn(table, name);
  if (column === undefined) throw fail(sqlError(1911, name));
  return column;
}

const NOT_IN_KEYS: ReadonlySet<string> = new Set(['text', 'ntext', 'image', 'xml', 'geometry', 'geography']);

const NOT_IN_COLUMN_STORES: ReadonlySet<string> = new Set([...NOT_IN_KEYS, 'hierarchyid', 'sql_variant', 'timestamp', 'rowversion']);

const isKeyType = (type: Type): boolean => !NOT_IN_KEYS.has(type.name) && type.length !== MAX;

/** Longest keys in bytes. */
const LONGEST = { clustered: 900, nonclustered: 1700 } as const;

function warnOfLongKey(build: Build, table: Table, index: AnyIndex): void {
  const kind = index.clustered ? 'clustered' : 'nonclustered';
  const length = index.columns.reduce((sum, { columnId }) => sum + keyLength(columnById(table, columnId)), 0);
  if (length > LONGEST[kind]) build.context.inform(1945, kind, LONGEST[kind], index.name, length);
}

const keyLength = (column: Column | undefined): number => (column === undefined ? 0 : maxLengthOf(column.type));
