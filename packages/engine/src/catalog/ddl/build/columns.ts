/**
 * Columns of a table: type, nullability, identity, default, computed definition. Nullability that is not stated follows from the primary key, IDENTITY,
 * the alias type and SET ANSI_NULL_DFLT_ON, in this order.
 */

import type { ColumnDefinition, ComputedColumn, DataType, DefaultConstraint, Expression, Identity, Type } from '@sprocket/tsql';
import { numeric } from '@sprocket/tsql';
import { type SqlError, sqlError, unsupported } from '../../../errors.ts';
import { definitionText, tableSource } from '../../definition.ts';
import { findColumn } from '../../find.ts';
import { systemName } from '../../ids.ts';
import { type Column, type IdentityProperty, MOST_COLUMNS, nameKey, objectKey, type Table } from '../../model.ts';
import { plainColumn } from '../../plain-table.ts';
import type { ResolvedDataType } from '../context.ts';
import { columnMask } from '../mask.ts';
import { integerLimits } from '../sequence.ts';
import { callsMethod, columnNames, firstColumn } from '../syntax.ts';
import { type Build, constraintError, requireFreeConstraintName } from './build.ts';

/** Appends a column with everything but its constraints other than DEFAULT. */
export function withColumn(build: Build, table: Table, definition: ColumnDefinition, inPrimaryKey: boolean): Table {
  refuseUnsupported(definition);
  const id = nextColumnId(table);
  const resolved = resolveColumnType(build, definition, id);
  const column: Column = {
    id,
    name: definition.name.value,
    storageName: `c${id}`,
    type: resolved.type,
    nullable: columnNullability(build, table, definition, resolved, inPrimaryKey),
    identity: definition.identity === null ? null : identityProperty(build, definition.identity, definition.name.value, resolved.type),
    default: null,
    computed: null,
    rowGuidCol: definition.rowGuidCol,
    sparse: definition.sparse,
    generated: generatedAs(definition),
    hidden: definition.hidden,
    ...(definition.mask === null ? {} : { mask: columnMask(definition.mask, definition.name.value, resolved.type) }),
  };
  requireNewColumn(table, column);
  if (column.rowGuidCol && column.type.name !== 'uniqueidentifier') throw sqlError(2761);
  if (column.rowGuidCol && table.columns.some((other) => other.rowGuidCol)) throw sqlError(8196);
  return { ...table, columns: [...table.columns, column] };
}

export function withComputedColumn(build: Build, table: Table, definition: ComputedColumn, inPrimaryKey = false): Table {
  const others = { ...table, columns: table.columns.filter((column) => column.computed === null) };
  if (callsMethod(definition.expression)) {
    const statement = build.catalog.objects.has(objectKey(table.schema, table.name)) ? 'ALTER TABLE' : 'CREATE TABLE';
    throw sqlError(435, definition.name.value, table.name, statement);
  }
  refuseComputedOperands(table, definition.expression);
  const { type, nullable, deterministic } = build.context.binder.typeOf(definition.expression, others);
  if (definition.persisted && !deterministic) throw sqlError(4936, definition.name.value, table.name);
  const id = nextColumnId(table);
  const isNullable = (nullable || mayOverflow(definition.expression)) && !definition.notNull && !(inPrimaryKey && definition.persisted);
  const text = definitionText(definition.expression, tableSource(build.context.text, table.columns));
  const column: Column = {
    ...plainColumn({ name: definition.name.value, type, nullable: isNullable }, id),
    computed: { text, persisted: definition.persisted },
  };
  requireNewColumn(table, column);
  return { ...table, columns: [...table.columns, column] };
}

/** SQL Server takes what may overflow for nullable, since it is NULL under ARITHABORT OFF; ISNULL around it makes it NOT NULL again. */
const mayOverflow = ({ kind }: Expression): boolean => kind === 'arithmetic' || kind === 'unary' || kind === 'cast' || kind === 'convert';

/** Column ids are never used again while the table lives; dropped ones leave gaps. */
const nextColumnId = (table: Table): number => Math.max(table.storage.lastColumnId ?? 0, ...table.columns.map((column) => column.id)) + 1;

export function withDefault(build: Build, table: Table, constraint: DefaultConstraint, columnName: string): Table {
  const column = findColumn(table, columnName);
  if (column === undefined) throw constraintError(build, sqlError(1752, columnName, table.name));
  const refusal = defaultRefusal(table, column);
  if (refusal !== null) throw constraintError(build, refusal);
  const operand = firstColumn(constraint.value);
  if (operand !== undefined) throw sqlError(128, operand);
  build.context.binder.typeOf(constraint.value, null);
  const id = build.takeId();
  const name = constraint.name?.value ?? systemName('DF', table.name, [column.name], id);
  requireFreeConstraintName(build, table, name);
  const definition = { id, name, systemNamed: constraint.name === null, text: definitionText(constraint.value, build.context) };
  return replaceColumn(table, { ...column, default: definition });
}

function defaultRefusal(table: Table, column: Column): SqlError | null {
  if (column.default !== null) return sqlError(1781);
  if (column.identity !== null) return sqlError(1754, table.name, column.name);
  if (column.type.name === 'rowversion') return sqlError(1755, 'timestamp', table.name, column.name);
  if (column.computed !== null) return sqlError(1752, column.name, table.name);
  return null;
}

/** The column with its values in storage; only what is deterministic can be kept. */
export function held(column: Column): Column {
  return column.computed === null ? column : { ...column, computed: { ...column.computed, persisted: true, implicit: true } };
}

export function replaceColumn(table: Table, column: Column): Table {
  return { ...table, columns: table.columns.map((other) => (other.id === column.id ? column : other)) };
}

interface ColumnType {
  readonly type: Type;
  /** As the alias type says; null without one. */
  readonly nullable: boolean | null;
}

/** The type of a column definition with its collation. A column called `timestamp` needs no type. */
export function resolveColumnType(build: Build, definition: ColumnDefinition, ordinal: number): ColumnType {
  if (definition.type === null) return { type: { name: 'rowversion', length: 8, precision: 0, scale: 0 }, nullable: null };
  const { type, table, nullable } = columnDataType(build, definition, definition.type, ordinal);
  if (table !== null || type.name === 'cursor' || type.name === 'table') throw sqlError(2715, ordinal, typeReferenceText(definition));
  if (definition.collation === null) return { type, nullable };
  const collation = definition.collation.value;
  return { type: nameKey(collation) === 'database_default' ? type : { ...type, collation }, nullable };
}

function columnDataType(build: Build, definition: ColumnDefinition, reference: DataType, ordinal: number): ResolvedDataType {
  return build.context.binder.resolveType(build.catalog, reference, { kind: 'column', name: definition.name.value, ordinal });
}

const typeReferenceText = (definition: ColumnDefinition): string => definition.type?.name.parts.map((part) => part.value).join('.') ?? '';

function columnNullability(build: Build, table: Table, definition: ColumnDefinition, resolved: ColumnType, inPrimaryKey: boolean): boolean {
  if (definition.nullable === true) {
    if (inPrimaryKey) throw constraintError(build, sqlError(8111, table.name));
    if (definition.identity !== null) throw sqlError(8147, definition.name.value, table.name);
    return true;
  }
  if (definition.nullable === false || inPrimaryKey || definition.identity !== null || definition.generated !== null) return false;
  if (resolved.type.name === 'rowversion' || resolved.type.alias === 'sysname') return false;
  return resolved.nullable ?? build.context.settings.ansiNullDefault;
}

function identityProperty(build: Build, identity: Identity, column: string, type: Type): IdentityProperty {
  const integral =
    ['int', 'bigint', 'smallint', 'tinyint'].includes(type.name) ||
    ((type.name === 'decimal' || type.name === 'numeric') && type.scale === 0);
  if (!integral) throw sqlError(2749, column);
  const seed = constantInteger(build, identity.seed);
  const increment = constantInteger(build, identity.increment);
  const [least, greatest] = integerLimits(type);
  if (seed < least || seed > greatest) throw sqlError(2752, column);
  if (increment === 0n || increment < -greatest - 1n || increment > greatest) throw sqlError(2753, column);
  return { seed, increment, notForReplication: identity.notForReplication };
}

function constantInteger(build: Build, expression: Expression | null): bigint {
  if (expression === null) return 1n;
  const value = build.context.binder.constant(expression, numeric(38, 0));
  return typeof value === 'bigint' ? value : BigInt(Number(value ?? 0));
}

function requireNewColumn(table: Table, column: Column): void {
  if (table.columns.length >= MOST_COLUMNS) throw sqlError(1702, column.name, table.name);
  if (findColumn(table, column.name) !== undefined) throw sqlError(2705, column.name, table.name);
  if (column.identity !== null && table.columns.some((other) => other.identity !== null)) throw sqlError(2744, table.name);
  if (column.type.name === 'rowversion' && table.columns.some((other) => other.type.name === 'rowversion'))
    throw sqlError(2738, table.name, column.name);
}

function refuseComputedOperands(table: Table, expression: Expression): void {
  const names = columnNames(expression);
  const computed = table.columns.find((column) => column.computed !== null && names.has(nameKey(column.name)));
  if (computed !== undefined) throw sqlError(1759, computed.name, table.name);
}

/** The columns of a period. What a ledger would generate is refused. */
function generatedAs({ generated }: ColumnDefinition): Column['generated'] {
  if (generated === null || generated === 'ROW START' || generated === 'ROW END') return generated;
  throw unsupported(`GENERATED ALWAYS AS ${generated}`);
}

function refuseUnsupported(definition: ColumnDefinition): void {
  if (definition.encryption !== null) throw unsupported('ENCRYPTED WITH');
  if (definition.fileStream) throw unsupported('FILESTREAM');
}
