/** INSERT, also from procedures and bulk loads. */

import { BIGINT, type Expression, FLOAT, INT, type Insert, type Top } from '@sprocket/tsql';
import { coerce, isUntypedNull } from '../../bind/coerce.ts';
import { type Binder, type BindScope, type BulkLoading, createBinder, dependenciesOf, type ExprContext } from '../../bind/context.ts';
import { refuseDocument } from '../../bind/document.ts';
import { bindExpr } from '../../bind/expression.ts';
import { shownName, valuesQuery } from '../../bind/from.ts';
import { maxRecursion } from '../../bind/hints.ts';
import { constant, NULL_CONSTANT } from '../../bind/literal.ts';
import { hasNextValue, sequencesOf } from '../../bind/next-value.ts';
import { bindQuery, expressionContext } from '../../bind/query.ts';
import type { Expr, Query } from '../../bind/tree.ts';
import { hasQuery } from '../../bind/walk.ts';
import { withTables } from '../../bind/with.ts';
import { isInternal, isPseudo } from '../../catalog/graph.ts';
import type { Table } from '../../catalog/model.ts';
import { sqlError, sqlErrorState } from '../../errors.ts';
import type { ResultColumn } from '../../session/api.ts';
import type { Value } from '../../values/value.ts';
import type { Frame, PreparedChange, Steps } from '../contracts.ts';
import { compile } from '../evaluate.ts';
import { openerOf } from '../masked.ts';
import { eachRow, mapRows } from '../pace.ts';
import { type ChangeTarget, createTarget, fireAfter, hasTrigger, insertRows } from './apply.ts';
import { noteAlter, prepareBulk, tableForLoad } from './bulk.ts';
import { withCheckOption } from './check-option.ts';
import { isFilled } from './graph.ts';
import { type BoundOutput, bindOutputs } from './output.ts';
import { assignments, drawsSequences, type Given, USE_DEFAULT } from './store.ts';
import { basePosition, bindTargetRows, noteTarget, type TargetRows } from './target.ts';
import { touchedColumns } from './updatable.ts';
import { refuseHistory } from './versions.ts';
import { viewTarget } from './view.ts';
import { displayName } from './writer.ts';

interface BoundInsert {
  readonly target: ChangeTarget;
  readonly columns: readonly number[];
  readonly output: BoundOutput;
  readonly insteadOf: boolean;
}

/** `nested` are the columns of the data change that the statement selects from. */
export function prepareInsert(statement: Insert, scope: BindScope, nested: readonly ResultColumn[] | null = null): PreparedChange {
  const binder: Binder = { ...createBinder(scope, maxRecursion(statement)), nested };
  const cx: ExprContext = expressionContext(binder, null, withTables(statement.with, new Map(), binder));
  const rows = bindInsertTarget(statement, cx);
  const bound = bindInsert(statement, rows, cx);
  const common = {
    kind: 'change' as const,
    command: 'insert' as const,
    writes: [...(bound.target.database === null ? [] : [bound.target.database.databaseId]), ...bound.output.writes],
    columns: bound.output.columns,
  };
  refuseHistory(bound.target.table, bound.target.database, 'insert');
  if (scope.bulk !== undefined) return bulkLoad(bound, rows, scope.bulk, { ...common, execute: refuseExecute, binder });
  if (statement.source.kind === 'insertExecute') {
    checkGenerated(bound, null);
    return {
      ...common,
      dependencies: dependenciesOf(binder),
      execute: refuseExecute,
      insertRows: (frame, given, columns) => insertExecuted(bound, given, columns, frame),
    };
  }
  const source = limited(bindInsertSource(statement, bound, cx), statement.top, cx);
  return { ...common, dependencies: dependenciesOf(binder), execute: (frame, emit) => storeFrom(bound, source, frame, emit) };
}

type Common = Omit<PreparedChange, 'dependencies'> & { readonly binder: Binder };

function bulkLoad(bound: BoundInsert, rows: TargetRows, loading: BulkLoading, { binder, ...common }: Common): PreparedChange {
  const isIdentityGiven = bound.columns.some((position) => bound.target.table.columns[position]?.identity != null);
  noteAlter(binder, rows.base, loading, isIdentityGiven || loading.keepIdentity);
  return { ...common, dependencies: dependenciesOf(binder), bulk: prepareBulk(bound.target, bound.columns, rows, loading) };
}

function refuseExecute(): never {
  throw new Error('INSERT … EXEC takes its rows from insertRows');
}

function bindInsertTarget(statement: Insert, cx: ExprContext): TargetRows {
  const view = viewTarget(statement.target, 'INSERT', cx);
  const names = statement.columns?.map((column) => column.value) ?? null;
  return view ?? bindTargetRows(statement.target, [], cx, touchedColumns(names));
}

function bindInsert(statement: Insert, rows: TargetRows, cx: ExprContext): BoundInsert {
  const { base } = rows;
  const { scope } = cx.binder;
  const table = scope.bulk === undefined ? base.table : tableForLoad(base.table, scope.bulk);
  const target = withCheckOption(createTarget(table, base.database, scope), statement.target, [], cx);
  const columns = statement.columns === null ? implicitColumns(rows) : statement.columns.map((name) => basePosition(rows, name));
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) throw sqlError(264, base.table.columns[twice]?.name ?? '');
  for (const column of columns) refuseComputed(base.table, column);
  noteTarget(rows, 'INSERT', null, cx.binder);
  const output = bindOutputs(
    statement.output,
    {
      table: base.table,
      shown: shownName(rows.named),
      through: rows,
      database: base.database,
      used: base.source.used,
      sources: [],
      cx,
      images: { inserted: true, deleted: false, action: false },
      layout: { rowWidth: 0, tableWidth: base.table.columns.length },
      leaf: refuseLeaf,
    },
    target,
  );
  return { target, columns, output, insteadOf: hasTrigger(target, 'instead of', 'INSERT') };
}

/** An INSERT has no rows of a query, so its OUTPUT reads images alone; whatever else it says was refused before. */
const refuseLeaf = (): never => {
  throw sqlError(10705);
};

/** The columns that the target shows and a statement without a column list fills. */
function implicitColumns({ named, base }: TargetRows): number[] {
  return named.columns.flatMap((shown, index) => {
    if (shown.hidden) return [];
    const position = base.positions[index] ?? -1;
    const column = base.table.columns[position];
    if (column === undefined) throw sqlError(4406, named.name);
    return !isFilled(column) || column.identity !== null ? [] : [position];
  });
}

function refuseComputed(table: Table, position: number): void {
  const column = table.columns[position];
  if (column === undefined || isPseudo(column)) return;
  if (isInternal(column)) throw sqlError(13908, column.name);
  if (column.computed !== null) throw sqlError(271, column.name);
}

/** A rowversion column and those of a period take nothing but DEFAULT (273, 13536), an identity column neither DEFAULT nor NULL (339). */
function checkGenerated(bound: BoundInsert, rows: readonly (readonly Expression[])[] | null): void {
  bound.columns.forEach((position, i) => {
    const column = bound.target.table.columns[position];
    const kinds = rows?.map((row) => row[i]?.kind) ?? ['query'];
    if (column?.generated != null && kinds.some((kind) => kind !== 'default'))
      throw sqlError(13536, displayName(bound.target.table, bound.target.database));
    if (column?.type.name === 'rowversion' && kinds.some((kind) => kind !== 'default')) throw sqlError(273);
    if (column?.identity != null && kinds.some((kind) => kind === 'default' || kind === 'null')) throw sqlError(339);
  });
}

type RowSource = (frame: Frame) => Iterable<Value[]>;

function bindInsertSource(statement: Insert, bound: BoundInsert, cx: ExprContext): RowSource {
  const { source } = statement;
  switch (source.kind) {
    case 'insertDefaults': {
      const make = assignments(bound.target, [], []);
      return (frame) => [make([], frame)];
    }
    case 'insertValues':
      return valuesSource(source.rows, statement, bound, cx);
    case 'insertQuery':
      refuseDocument(source.query, 'INSERT');
      return querySource(bindQuery(source.query, cx), bound, statement, cx.binder);
    case 'insertExecute':
      throw new Error('INSERT … EXEC has no query');
  }
}

const MOST_ROWS = 1000;

function valuesSource(rows: readonly (readonly Expression[])[], statement: Insert, bound: BoundInsert, cx: ExprContext): RowSource {
  if (rows.length > MOST_ROWS) throw sqlError(10738);
  if (rows.some((row) => row.length !== rows[0]?.length)) throw sqlError(10709);
  for (const row of rows) checkCount(row.length, statement, bound);
  checkGenerated(bound, rows);
  const given = rows.map((row) => row.map((value) => (value.kind === 'default' ? null : bindExpr(value, cx))));
  if (given.some((row) => row.some((value) => value !== null && hasQuery(value)))) return queriedValues(given, bound, statement, cx.binder);
  const makers = given.map((row) => rowMaker(row, bound));
  return function* (frame) {
    for (const make of makers) yield make(frame);
  };
}

/** VALUES with subqueries are a query. A row that asks for defaults is told by its number, which the query carries behind its values. */
function queriedValues(given: readonly (readonly (Expr | null)[])[], bound: BoundInsert, statement: Insert, binder: Binder): RowSource {
  const values = given.map((row) => row.map((value) => value ?? NULL_CONSTANT));
  if (!given.some((row) => row.includes(null))) return querySource(valuesQuery(values), bound, statement, binder);
  const query = valuesQuery(values.map((row, index) => [...row, constant(index, INT)]));
  const open = openerOf(query, binder);
  const make = assignments(
    bound.target,
    bound.columns,
    query.columns.slice(0, -1).map((column) => column.type),
  );
  return function* (frame) {
    for (const row of open(frame)) {
      const defaults = given[row.at(-1) as number] ?? [];
      yield make(
        bound.columns.map((_, i): Given => (defaults[i] === null ? USE_DEFAULT : (row[i] ?? null))),
        frame,
      );
    }
  };
}

function rowMaker(row: readonly (Expr | null)[], bound: BoundInsert): (frame: Frame) => Value[] {
  const make = assignments(
    bound.target,
    bound.columns,
    row.map((value) => (value === null || isUntypedNull(value) ? null : value.type)),
  );
  const evaluators = row.map((value) => (value === null ? null : compile(value)));
  const makeRow = (frame: Frame): Value[] =>
    make(
      evaluators.map((evaluate): Given => (evaluate === null ? USE_DEFAULT : evaluate(frame.context, frame.slots, []))),
      frame,
    );
  const draws = drawsSequences(bound.target.table) || row.some((value) => value !== null && hasNextValue(value));
  return draws ? (frame) => frame.context.sequenceRow(() => makeRow(frame)) : makeRow;
}

/** 109 and 110 for VALUES against a column list, 213 without one, 120 and 121 for SELECT. */
function checkCount(count: number, statement: Insert, bound: BoundInsert): void {
  const wanted = bound.columns.length;
  if (count === wanted) return;
  if (statement.columns === null) throw explicitIdentity(count, bound) ? sqlError(8101, bound.target.table.name) : sqlErrorState(213, 1);
  if (statement.source.kind === 'insertValues') throw sqlError(count < wanted ? 109 : 110);
  throw sqlError(count < wanted ? 120 : 121);
}

const explicitIdentity = (count: number, bound: BoundInsert): boolean =>
  count > bound.columns.length && bound.target.table.columns.some((column) => column.identity !== null);

function querySource(query: Query, bound: BoundInsert, statement: Insert, binder: Binder): RowSource {
  checkCount(query.columns.length, statement, bound);
  if (statement.source.kind === 'insertQuery') checkGenerated(bound, null);
  const open = openerOf(query, binder);
  const types = query.columns.map((column, i) => (query.kind === 'select' && isUntypedNull(query.items[i] as Expr) ? null : column.type));
  const make = assignments(bound.target, bound.columns, types);
  const drawn = drawsSequences(bound.target.table) ? sequencesOf(query) : [];
  const makeRow =
    drawn.length === 0 ? make : (row: readonly Given[], frame: Frame) => frame.context.sequenceRow(() => make(row, frame), drawn);
  return function* (frame) {
    for (const row of open(frame)) yield makeRow(row, frame);
  };
}

/** INSERT TOP (n): the first rows of the source; a percentage counts them all first. */
function limited(source: RowSource, top: Top | null, cx: ExprContext): RowSource {
  if (top === null) return source;
  const count = compile(coerce(bindExpr(top.count, cx), top.percent ? FLOAT : BIGINT));
  return function* (frame) {
    const given = Number(count(frame.context, frame.slots, []));
    const rows = top.percent ? [...source(frame)] : source(frame);
    let left = Array.isArray(rows) ? Math.ceil((rows.length * given) / 100) : given;
    if (left <= 0) return;
    for (const row of rows) {
      yield row;
      left -= 1;
      if (left <= 0) return;
    }
  };
}

/** Identity values are refused before a row is made, since making one moves the counter. */
function* storeFrom(bound: BoundInsert, source: RowSource, frame: Frame, emit: (row: readonly Value[]) => void): Steps<number> {
  checkIdentityInsert(bound, frame);
  return yield* store(bound, source(frame), frame, emit);
}

function* store(bound: BoundInsert, source: Iterable<Value[]>, frame: Frame, emit: (row: readonly Value[]) => void): Steps<number> {
  checkIdentityInsert(bound, frame);
  const rows = yield* mapRows(source, frame, (row) => row);
  const { target, output } = bound;
  if (bound.insteadOf && target.database !== null) {
    const updatedColumns = new Set(target.table.columns.map((column) => column.id));
    yield* frame.context.fireTriggers({
      databaseId: target.database.databaseId,
      target: target.table.id,
      timing: 'instead of',
      event: 'INSERT',
      table: target.table,
      inserted: rows,
      deleted: [],
      updatedColumns,
    });
    return rows.length;
  }
  const stored = yield* insertRows(target, rows, frame, 'INSERT');
  // A table that draws no identity leaves none behind.
  if (target.table.columns.every((column) => column.identity === null)) frame.context.setIdentity(target.table, null);
  if (frame.changed !== undefined) frame.changed.row = stored[0] ?? null;
  if (output.any) yield* eachRow(stored, frame, (row) => output.collect([], row, null, 'INSERT', frame));
  yield* output.flush(frame, emit);
  yield* fireAfter(target, 'INSERT', stored, [], new Set(target.table.columns.map((column) => column.id)), frame);
  return stored.length;
}

/** 544: an explicit identity value needs IDENTITY_INSERT; 545: under it the value must be given. */
function checkIdentityInsert(bound: BoundInsert, frame: Frame): void {
  const { table } = bound.target;
  const position = table.columns.findIndex((column) => column.identity !== null);
  if (position < 0 || table.storage.kind === 'variable') return;
  const explicit = bound.columns.includes(position);
  const allowed = frame.context.identityInsert === table.id;
  if (explicit && !allowed) throw sqlError(544, table.name);
  if (!explicit && allowed) throw sqlError(545, table.name);
}

function* insertExecuted(
  bound: BoundInsert,
  given: readonly (readonly Value[])[],
  columns: readonly ResultColumn[],
  frame: Frame,
): Steps<number> {
  if (columns.length !== bound.columns.length) throw sqlError(213);
  // Only values are converted: a column of NULLs fits everywhere, whatever type the result set gave it.
  const types = columns.map(({ type }, i) => (given.every((row) => row[i] === null) ? null : type));
  const make = assignments(bound.target, bound.columns, types);
  const rows = yield* mapRows(given, frame, (row) => make(row, frame));
  return yield* store(bound, rows, frame, () => undefined);
}
