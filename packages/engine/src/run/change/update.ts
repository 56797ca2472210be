/** UPDATE and DELETE: find the rows, compute new images, apply. A row that FROM matches several times is changed once. */

import type { Assignment, Delete, Update } from '@sprocket/tsql';
import { type BindScope, createBinder, dependenciesOf, type ExprContext } from '../../bind/context.ts';
import { bindPredicate } from '../../bind/expression.ts';
import { shownName } from '../../bind/from.ts';
import { matchScope } from '../../bind/graph/match.ts';
import { maxRecursion } from '../../bind/hints.ts';
import { currentRow, viewOf } from '../../bind/position.ts';
import { filter } from '../../bind/predicate.ts';
import { expressionContext } from '../../bind/query.ts';
import type { Expr } from '../../bind/tree.ts';
import { withTables } from '../../bind/with.ts';
import type { Value } from '../../values/value.ts';
import type { Frame, PreparedChange, Steps } from '../contracts.ts';
import { eachRow, mapRows } from '../pace.ts';
import { openPlan, planQuery } from '../plan.ts';
import { type ChangeTarget, createTarget, fireAfter, hasTrigger, type RowUpdate, removeRows, updateRows } from './apply.ts';
import { withCheckOption } from './check-option.ts';
import { type BoundOutput, bindOutputs } from './output.ts';
import { createItems, type Items, masksFor, rowQuery } from './query.ts';
import { bindSetList, type SetList } from './set.ts';
import { bindTargetRows, noteTarget, placeIn, type TargetRows } from './target.ts';
import { touchedColumns, touchedRows } from './updatable.ts';
import { refuseHistory } from './versions.ts';
import { viewTarget } from './view.ts';
import type { RowId } from './writer.ts';

interface BoundRows {
  readonly rows: TargetRows;
  readonly target: ChangeTarget;
  readonly items: Items;
  readonly where: Expr | null;
  readonly cx: ExprContext;
  readonly outer: ExprContext;
}

function bindRows(statement: Update | Delete, scope: BindScope): BoundRows {
  const binder = createBinder(scope, maxRecursion(statement));
  const outer = expressionContext(binder, null, withTables(statement.with, new Map(), binder));
  const event = statement.kind === 'update' ? 'UPDATE' : 'DELETE';
  const rows =
    (statement.from.length === 0 ? viewTarget(statement.target, event, outer) : undefined) ??
    bindTargetRows(
      statement.target,
      statement.from,
      outer,
      statement.kind === 'update' ? touchedColumns(assignedNames(statement.set)) : touchedRows,
    );
  refuseHistory(rows.base.table, rows.base.database, statement.kind);
  const cx = expressionContext(outer.binder, { sources: rows.sources, parent: null }, outer.commonTables);
  const where = bindWhere(statement.where, rows, cx);
  const { base } = rows;
  return {
    rows,
    target: withCheckOption(createTarget(base.table, base.database, scope), statement.target, statement.from, outer),
    items: createItems([base.rowId, ...base.columns], masksFor(rows.from, binder)),
    where,
    cx,
    outer,
  };
}

function bindWhere(where: (Update | Delete)['where'], { from, joined, named, base }: TargetRows, cx: ExprContext): Expr | null {
  if (where === null) return null;
  if (where.kind !== 'currentOf') return filter(bindPredicate(where, { ...cx, match: matchScope(joined) }));
  const view = named.id === base.source.id ? null : viewOf(from, named.id);
  return currentRow({ ...base, databaseId: base.database?.databaseId ?? 0, view }, cx.binder.scope.position);
}

/** The columns that SET assigns, by their last name. */
export function assignedNames(set: readonly Assignment[]): readonly string[] {
  return set.flatMap((item) => ('column' in item ? [item.column.parts.at(-1)?.value ?? ''] : []));
}

function bindOutput(statement: Update | Delete, bound: BoundRows): BoundOutput {
  const { base } = bound.rows;
  return bindOutputs(
    statement.output,
    {
      table: base.table,
      shown: shownName(bound.rows.named),
      through: bound.rows,
      database: base.database,
      used: base.source.used,
      sources: bound.rows.sources,
      cx: bound.cx,
      images: { inserted: statement.kind === 'update', deleted: true, action: false },
      // Images stand far behind the row, whose width is known only when all leaves are collected.
      layout: { rowWidth: ROW_WIDTH, tableWidth: base.table.columns.length },
      leaf: bound.items.leaf,
      masks: bound.items.masks,
    },
    bound.target,
  );
}

/** The query's row is padded to this many values before the images. */
export const ROW_WIDTH = 1024;

export const padRow = (row: readonly Value[]): Value[] => {
  const padded = new Array<Value>(ROW_WIDTH).fill(null);
  row.forEach((value, index) => {
    padded[index] = value;
  });
  return padded;
};

interface FoundRow {
  readonly rowId: RowId;
  readonly before: Value[];
  readonly row: Value[];
}

/** Each target row once, with the first match of FROM. */
function* findRows(plan: ReturnType<typeof planQuery>, width: number, frame: Frame): Steps<FoundRow[]> {
  const seen = new Set<Value>();
  const found: FoundRow[] = [];
  yield* eachRow(openPlan(plan, frame), frame, (row) => {
    const rowId = row[0] ?? null;
    if (rowId === null || seen.has(rowId)) return;
    seen.add(rowId);
    found.push({ rowId: rowId as RowId, before: row.slice(1, 1 + width), row: [...row] });
  });
  return found;
}

export function prepareUpdate(statement: Update, scope: BindScope): PreparedChange {
  const bound = bindRows(statement, scope);
  const { target, items, rows } = bound;
  const set = bindSetList(statement.set, target, (parts) => placeIn(rows, parts), items, { ...bound.cx, aggregateError: 157 });
  const output = bindOutput(statement, bound);
  noteTarget(rows, 'UPDATE', set.columns, bound.cx.binder);
  const plan = planQuery(rowQuery(items.list, rows.from, bound.where, statement.top, bound.outer), bound.cx.binder);
  return {
    ...common(bound, output),
    command: 'update',
    *execute(frame, emit) {
      const found = yield* findRows(plan, target.table.columns.length, frame);
      return yield* update(target, set, output, found, frame, emit);
    },
  };
}

function common(bound: BoundRows, output: BoundOutput): Pick<PreparedChange, 'kind' | 'dependencies' | 'writes' | 'columns'> {
  const { database } = bound.target;
  return {
    kind: 'change',
    dependencies: dependenciesOf(bound.cx.binder),
    writes: [...(database === null ? [] : [database.databaseId]), ...output.writes],
    columns: output.columns,
  };
}

function* update(
  target: ChangeTarget,
  set: SetList,
  output: BoundOutput,
  found: readonly FoundRow[],
  frame: Frame,
  emit: (row: readonly Value[]) => void,
): Steps<number> {
  const updates = yield* mapRows(
    found,
    frame,
    ({ rowId, before, row }): RowUpdate => ({ rowId, before, after: set.apply(row, before, frame) }),
  );
  const ids = new Set(set.columns.map((index) => target.table.columns[index]?.id ?? 0));
  const images = (): [Value[][], (readonly Value[])[]] => [updates.map((u) => u.after), updates.map((u) => u.before)];
  if (target.database !== null && hasTrigger(target, 'instead of', 'UPDATE')) {
    const [inserted, deleted] = images();
    yield* frame.context.fireTriggers({
      databaseId: target.database.databaseId,
      target: target.table.id,
      timing: 'instead of',
      event: 'UPDATE',
      table: target.table,
      inserted,
      deleted,
      updatedColumns: ids,
    });
    return updates.length;
  }
  if (set.columns.length > 0) yield* updateRows(target, updates, set.columns, frame, 'UPDATE');
  if (frame.changed !== undefined) frame.changed.row = updates[0]?.after ?? null;
  if (output.any)
    yield* eachRow(updates.entries(), frame, ([i, u]) =>
      output.collect(padRow((found[i] as FoundRow).row), u.after, u.before, 'UPDATE', frame),
    );
  yield* output.flush(frame, emit);
  const [inserted, deleted] = images();
  yield* fireAfter(target, 'UPDATE', inserted, deleted, ids, frame);
  return updates.length;
}

export function prepareDelete(statement: Delete, scope: BindScope): PreparedChange {
  const bound = bindRows(statement, scope);
  const { target, items, rows } = bound;
  const output = bindOutput(statement, bound);
  noteTarget(rows, 'DELETE', null, bound.cx.binder);
  const plan = planQuery(rowQuery(items.list, rows.from, bound.where, statement.top, bound.outer), bound.cx.binder);
  return {
    ...common(bound, output),
    command: 'delete',
    *execute(frame, emit) {
      const found = yield* findRows(plan, target.table.columns.length, frame);
      return yield* remove(target, output, found, frame, emit);
    },
  };
}

function* remove(
  target: ChangeTarget,
  output: BoundOutput,
  found: readonly FoundRow[],
  frame: Frame,
  emit: (row: readonly Value[]) => void,
): Steps<number> {
  const deleted = found.map((row) => row.before);
  if (target.database !== null && hasTrigger(target, 'instead of', 'DELETE')) {
    yield* frame.context.fireTriggers({
      databaseId: target.database.databaseId,
      target: target.table.id,
      timing: 'instead of',
      event: 'DELETE',
      table: target.table,
      inserted: [],
      deleted,
      updatedColumns: new Set(),
    });
    return found.length;
  }
  yield* removeRows(target, found, frame, 'DELETE');
  if (output.any) yield* eachRow(found, frame, (row) => output.collect(padRow(row.row), null, row.before, 'DELETE', frame));
  yield* output.flush(frame, emit);
  yield* fireAfter(target, 'DELETE', [], deleted, new Set(), frame);
  return found.length;
}
