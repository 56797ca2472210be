/**
 * A whole table from its elements, as CREATE TABLE, DECLARE @t TABLE, CREATE TYPE … AS TABLE and RETURNS @t TABLE write it.
 */

import type { ColumnDefinition, ComputedColumn, Constraint, Identifier, InlineIndex, Period, Storage, TableElement } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../../errors.ts';
import { columnById, primaryKey } from '../../find.ts';
import { type GraphKind, graphColumns, placeOf, standsFor, uniqueIndexName } from '../../graph.ts';
import { type Index, nameKey, type Table, type TableStorage } from '../../model.ts';
import { type Build, constraintError } from './build.ts';
import { withCheck } from './checks.ts';
import { withColumn, withComputedColumn, withDefault } from './columns.ts';
import { withConnection } from './connections.ts';
import { withForeignKey } from './foreign-keys.ts';
import { indexStorageName, inlineIndexRequest, withIndex, withKey } from './keys.ts';
import { requestedPartition, withPartition } from './partition.ts';
import { withPeriod } from './period.ts';

export interface TableRequest {
  readonly id: number;
  readonly schema: string;
  readonly name: string;
  readonly elements: readonly TableElement[];
  readonly storageName: string;
  /** `ON scheme(column)` of CREATE TABLE. */
  readonly on?: Storage | null;
  readonly annotations?: Readonly<Record<string, string>>;
  /** AS NODE, AS EDGE */
  readonly graph?: GraphKind | null;
}

export function buildTable(build: Build, request: TableRequest): Table {
  const parts: ElementParts = { ...splitElements(request.elements), on: request.on ?? null };
  const empty: Table = {
    kind: 'table',
    id: request.id,
    schema: request.schema,
    name: request.name,
    created: build.context.now,
    modified: build.context.now,
    columns: [],
    keys: [],
    foreignKeys: [],
    checks: [],
    indexes: [],
    annotations: request.annotations ?? {},
    isSystem: false,
    storage: { kind: build.kind, name: request.storageName, rowIdColumn: null },
  };
  const start = request.graph == null ? empty : withGraph(empty, request.graph, parts);
  const withColumns = withElements(build, start, parts, { trusted: true });
  return { ...withColumns, storage: { ...withColumns.storage, rowIdColumn: rowIdColumn(withColumns, build.kind) } };
}

/** The columns of a node or edge table, and an index that makes its identifiers unique unless the definition has one. */
function withGraph(table: Table, kind: GraphKind, { constraints, indexes }: ElementParts): Table {
  const columns = graphColumns(kind, table.id);
  const keys = [
    ...constraints.flatMap(({ constraint }) => (isKeyConstraint(constraint) ? [constraint.columns] : [])),
    ...indexes.flatMap(({ index }) => (index.unique ? [index.columns] : [])),
  ];
  const isOwn = (name: string): boolean => columns.some((column) => column.graph === 'GRAPH_ID_COMPUTED' && standsFor(name, column.name));
  const isUnique = keys.some(([first, ...others]) => first !== undefined && others.length === 0 && isOwn(first.name.value));
  const graph: Table = { ...table, columns, graph: { kind, connections: [] } };
  return isUnique ? graph : { ...graph, indexes: [uniqueIndex(graph)] };
}

function uniqueIndex(table: Table): Index {
  const name = uniqueIndexName(table.columns);
  return {
    indexId: 2,
    name,
    unique: true,
    clustered: false,
    columns: [{ columnId: table.columns[placeOf(table.columns, 'GRAPH_ID')]?.id ?? 0, descending: false }],
    included: [],
    filter: null,
    disabled: false,
    ignoreDuplicateKeys: false,
    storageName: indexStorageName(table, name),
  };
}

/** The elements of a table definition by what they are, each constraint with the column it stands on. */
export interface ElementParts {
  readonly columns: readonly (ColumnDefinition | ComputedColumn)[];
  readonly constraints: readonly { readonly constraint: Constraint; readonly column: string | null }[];
  readonly indexes: readonly { readonly index: InlineIndex; readonly column: Identifier | null }[];
  readonly period: Period | null;
  readonly on: Storage | null;
}

export function splitElements(elements: readonly TableElement[]): ElementParts {
  const columns: (ColumnDefinition | ComputedColumn)[] = [];
  const constraints: { constraint: Constraint; column: string | null }[] = [];
  const indexes: { index: InlineIndex; column: Identifier | null }[] = [];
  let period: Period | null = null;
  for (const element of elements) {
    switch (element.kind) {
      case 'columnDefinition':
      case 'computedColumn':
        columns.push(element);
        constraints.push(...element.constraints.map((constraint) => ({ constraint, column: element.name.value })));
        if (element.kind === 'columnDefinition' && element.index !== null) indexes.push({ index: element.index, column: element.name });
        break;
      case 'columnSet':
        throw unsupported('COLUMN_SET');
      case 'period':
        if (period !== null) throw sqlError(13508);
        period = element;
        break;
      case 'inlineIndex':
        indexes.push({ index: element, column: null });
        break;
      default:
        constraints.push({ constraint: element, column: null });
    }
  }
  return { columns, constraints, indexes, period, on: null };
}

/** Adds columns, then what refers to them: the period, defaults, keys, indexes, checks, foreign keys and connections. */
export function withElements(build: Build, table: Table, parts: ElementParts, how: { readonly trusted: boolean }): Table {
  requireOneOfEach(table.name, parts.constraints);
  requireOnePrimaryKey(table.name, parts.constraints);
  requireStored(parts);
  const steps = [addColumns, addPartition, addPeriod, addDefaults, addKeys, addIndexes, addChecks, addForeignKeys, addConnections];
  return steps.reduce((current, step) => step(build, current, parts, how), table);
}

type Step = (build: Build, table: Table, parts: ElementParts, how: { readonly trusted: boolean }) => Table;

const addColumns: Step = (build, table, { columns, constraints }) => {
  const inPrimaryKey = primaryKeyColumns(constraints);
  const order = columns.map((column) => nameKey(column.name.value));
  // Computed columns are typed by the others, wherever they stand; their ids follow the order of the text all the same.
  const plain = columns.reduce(
    (current, column) =>
      column.kind === 'columnDefinition' ? withColumn(build, current, column, inPrimaryKey.has(nameKey(column.name.value))) : current,
    table,
  );
  const all = columns.reduce(
    (current, column) =>
      column.kind === 'computedColumn' ? withComputedColumn(build, current, column, inPrimaryKey.has(nameKey(column.name.value))) : current,
    plain,
  );
  return renumbered(table, all, order);
};

function renumbered(before: Table, after: Table, order: readonly string[]): Table {
  const added = after.columns.slice(before.columns.length);
  const [first] = added.map((column) => column.id).sort((a, b) => a - b);
  if (first === undefined) return after;
  const sorted = [...added].sort((a, b) => order.indexOf(nameKey(a.name)) - order.indexOf(nameKey(b.name)));
  const columns = sorted.map((column, i) => ({ ...column, id: first + i, storageName: `c${first + i}` }));
  return { ...after, columns: [...before.columns, ...columns] };
}

const addPartition: Step = (build, table, { on }) => withPartition(table, requestedPartition(build, table, on, table.partition));

const addPeriod: Step = (build, table, parts) => withPeriod(build, table, parts);

const addDefaults: Step = (build, table, { constraints }) =>
  constraints.reduce((current, { constraint, column }) => {
    if (constraint.kind !== 'defaultConstraint') return current;
    return withDefault(build, current, constraint, column ?? constraint.column?.value ?? '');
  }, table);

const addKeys: Step = (build, table, { constraints, indexes }) => {
  const clustered = constraints.filter(({ constraint }) => isKeyConstraint(constraint) && constraint.clustered === true).length;
  const elsewhere = clustered > 0 || indexes.some(({ index }) => index.clustered === true);
  if (clustered > 1) throw constraintError(build, sqlError(8112, table.name));
  return constraints.reduce((current, { constraint, column }) => {
    if (!isKeyConstraint(constraint)) return current;
    return withKey(build, current, constraint, constraint.columns.length > 0 ? null : column, elsewhere && constraint.clustered !== true);
  }, table);
};

const addIndexes: Step = (build, table, { indexes }) =>
  indexes.reduce((current, { index, column }) => withIndex(build, current, inlineIndexRequest(index, column)), table);

const addChecks: Step = (build, table, { constraints }, { trusted }) =>
  constraints.reduce(
    (current, { constraint, column }) => (constraint.kind === 'check' ? withCheck(build, current, constraint, column, trusted) : current),
    table,
  );

const addForeignKeys: Step = (build, table, { constraints }, { trusted }) =>
  constraints.reduce((current, { constraint, column }) => {
    if (constraint.kind !== 'foreignKey') return current;
    return withForeignKey(build, current, constraint, constraint.columns.length > 0 ? null : column, trusted);
  }, table);

const addConnections: Step = (build, table, { constraints }, { trusted }) =>
  constraints.reduce(
    (current, { constraint }) => (constraint.kind === 'connection' ? withConnection(build, current, constraint, trusted) : current),
    table,
  );

function isKeyConstraint(constraint: Constraint): constraint is Extract<Constraint, { kind: 'primaryKey' | 'unique' }> {
  return constraint.kind === 'primaryKey' || constraint.kind === 'unique';
}

function primaryKeyColumns(constraints: ElementParts['constraints']): ReadonlySet<string> {
  const names = constraints.flatMap(({ constraint, column }) => {
    if (constraint.kind !== 'primaryKey') return [];
    return constraint.columns.length > 0 ? constraint.columns.map((c) => c.name.value) : [column ?? ''];
  });
  return new Set(names.map(nameKey));
}

/** How error 8148 names the constraints that a column definition has at most once. */
const ONCE: Readonly<Partial<Record<Constraint['kind'], string>>> = {
  check: 'CHECK',
  defaultConstraint: 'DEFAULT',
  unique: 'UNIQUE',
  primaryKey: 'PRIMARY KEY',
};

/** A column definition has one constraint of a kind, and one key. */
function requireOneOfEach(table: string, constraints: ElementParts['constraints']): void {
  const seen = new Set<string>();
  for (const { constraint, column } of constraints) {
    const word = ONCE[constraint.kind];
    if (column === null || word === undefined) continue;
    const at = `${constraint.kind} ${nameKey(column)}`;
    if (seen.has(at)) throw sqlError(8148, word, column, table);
    seen.add(at);
    if (seen.has(`primaryKey ${nameKey(column)}`) && seen.has(`unique ${nameKey(column)}`)) throw sqlError(8151, column, table);
  }
}

/** 8183: what is not stored takes keys alone on its own column. */
function requireStored({ columns, constraints }: ElementParts): void {
  const isVirtual = (name: string | null): boolean =>
    name !== null &&
    columns.some((column) => column.kind === 'computedColumn' && !column.persisted && nameKey(column.name.value) === nameKey(name));
  const refused = columns.some((column) => column.kind === 'computedColumn' && column.notNull && !column.persisted);
  if (
    refused ||
    constraints.some(({ constraint, column }) => isVirtual(column) && (constraint.kind === 'check' || constraint.kind === 'foreignKey'))
  )
    throw sqlError(8183);
}

function requireOnePrimaryKey(table: string, constraints: ElementParts['constraints']): void {
  if (constraints.filter(({ constraint }) => constraint.kind === 'primaryKey').length > 1) throw sqlError(8110, table);
}

const ROW_ID_TYPES: ReadonlySet<string> = new Set(['int', 'bigint', 'smallint', 'tinyint']);

/** A primary key of one integer column is the row id of the storage; rows of a table variable need their own because frames share a table. */
function rowIdColumn(table: Table, kind: TableStorage['kind']): number | null {
  const columns = primaryKey(table)?.columns ?? [];
  const [only] = columns;
  if (kind === 'variable' || columns.length !== 1 || only === undefined) return null;
  const column = columnById(table, only.columnId);
  return column !== undefined && ROW_ID_TYPES.has(column.type.name) && column.computed === null ? column.id : null;
}
