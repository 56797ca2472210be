/**
 * MERGE: one join of target and source classifies every pair; the first WHEN clause whose condition holds decides what happens to it. All decisions
 * are made on the old rows, then deletions, updates and insertions are applied. A target row that would change twice is error 8672.
 */

import type { Merge, MergeWhen } from '@sprocket/tsql';
import { INT } from '@sprocket/tsql';
import { isUntypedNull } from '../../bind/coerce.ts';
import { type BindScope, createBinder, dependenciesOf, type ExprContext } from '../../bind/context.ts';
import { bindExpr, bindPredicate } from '../../bind/expression.ts';
import { bindSource, shownName } from '../../bind/from.ts';
import { matchScope } from '../../bind/graph/match.ts';
import { maxRecursion } from '../../bind/hints.ts';
import { constant } from '../../bind/literal.ts';
import { columnRef } from '../../bind/names.ts';
import { hasNextValue } from '../../bind/next-value.ts';
import { filter, isNull } from '../../bind/predicate.ts';
import { expressionContext, sourceOf } from '../../bind/query.ts';
import type { Expr, From, QueryColumn, Source, SourceColumn } from '../../bind/tree.ts';
import { withTables } from '../../bind/with.ts';
import { sqlError } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import type { Frame, PreparedChange, Steps } from '../contracts.ts';
import { compile, type Evaluator } from '../evaluate.ts';
import { eachRow } from '../pace.ts';
import { openPlan, planQuery, type QueryPlan } from '../plan.ts';
import {
  type ChangeTarget,
  createTarget,
  fireAfter,
  hasTrigger,
  insertRows,
  type RowRemoval,
  type RowUpdate,
  removeRows,
  updateRows,
} from './apply.ts';
import { withCheckOption } from './check-option.ts';
import { isFilled } from './graph.ts';
import { type BoundOutput, bindOutputs } from './output.ts';
import { createItems, type Items, masksFor, rowQuery, valueOver } from './query.ts';
import { bindSetList, type SetList } from './set.ts';
import { assignments, type Given, USE_DEFAULT } from './store.ts';
import { basePosition, bindTargetRows, noteTarget, placeIn, type TargetRows } from './target.ts';
import { type TouchedOf, touchedColumns, touchedRows } from './updatable.ts';
import { assignedNames, padRow, ROW_WIDTH } from './update.ts';
import { refuseHistory } from './versions.ts';
import { displayName, type RowId } from './writer.ts';

type Match = MergeWhen['match'];

interface Clause {
  readonly match: Match;
  readonly condition: Evaluator | null;
  readonly action:
    | { readonly kind: 'update'; readonly set: SetList }
    | { readonly kind: 'delete' }
    | { readonly kind: 'insert'; readonly make: (row: readonly Value[], frame: Frame) => Value[] };
}

export function prepareMerge(statement: Merge, scope: BindScope): PreparedChange {
  checkClauses(statement);
  const binder = createBinder(scope, maxRecursion(statement));
  const outer = expressionContext(binder, null, withTables(statement.with, new Map(), binder));
  const rows = bindTargetRows(statement.target, [], outer, touchedBy(statement));
  refuseHistory(rows.base.table, rows.base.database, 'merge');
  const source = markedSource(statement, outer);
  const both = expressionContext(binder, { sources: [...rows.sources, ...source.shown], parent: null }, outer.commonTables);
  const on = filter(bindPredicate(statement.on, { ...both, match: matchScope([]) }));
  const target = withCheckOption(createTarget(rows.base.table, rows.base.database, scope), statement.target, [], outer);
  const items = withoutDraws(
    createItems(
      [rows.base.rowId, ...rows.base.columns, source.mark],
      masksFor({ kind: 'join', type: 'cross', left: rows.from, right: source.from, on: null }, binder),
    ),
  );
  const clauses = statement.whens.map((when) => bindClause(when, rows, source.shown, target, items, both));
  requireStandIns(statement, target);
  const seen = has(statement, 'notMatchedBySource') ? source.shown : source.always;
  const output = bindMergeOutput(statement, rows, seen, items, both, target);
  const join = (type: 'inner' | 'left', left: From, right: From): From => ({ kind: 'join', type, left, right, on });
  const plan = (from: From, where: Expr | null) => planQuery(rowQuery(items.list, from, where, statement.top, outer), binder);
  const plans = [plan(join(has(statement, 'notMatchedByTarget') ? 'left' : 'inner', source.from, rows.from), null)];
  // Not one FULL JOIN: SQLite would compare every pair.
  if (has(statement, 'notMatchedBySource')) plans.push(plan(join('left', rows.from, source.from), isNull(source.mark)));
  return {
    kind: 'change',
    command: 'merge',
    dependencies: dependenciesOf(binder),
    writes: [...(target.database === null ? [] : [target.database.databaseId]), ...output.writes],
    columns: output.columns,
    execute: (frame, emit) => merge(target, clauses, output, rowsOf(plans, frame), frame, emit),
  };
}

/** 5316: where a trigger stands in for one of the actions, triggers stand in for all. */
function requireStandIns({ whens }: Merge, target: ChangeTarget): void {
  const events = new Set(whens.map(({ action }) => ACTIONS[action.kind]));
  const covered = [...events].filter((event) => hasTrigger(target, 'instead of', event)).length;
  if (covered > 0 && covered < events.size) throw sqlError(5316, target.table.name);
}

/** 11742: only defaults draw from sequences. */
const withoutDraws = (items: Items): Items => ({
  ...items,
  over: (expr, placements) => {
    if (hasNextValue(expr)) throw sqlError(11742);
    return items.over(expr, placements);
  },
});

/** How errors spell the clauses. */
const CLAUSES: Readonly<Record<Match, string>> = {
  matched: 'WHEN MATCHED',
  notMatchedByTarget: 'WHEN NOT MATCHED',
  notMatchedBySource: 'WHEN NOT MATCHED BY SOURCE',
};

const ACTIONS = { mergeUpdate: 'UPDATE', mergeDelete: 'DELETE', mergeInsert: 'INSERT' } as const;

/** A clause without condition ends its kind (5324), and each does a thing once (10714). */
function checkClauses({ whens }: Merge): void {
  whens.forEach(({ match, action }, i) => {
    const before = whens.slice(0, i).filter((when) => when.match === match);
    const again = before.some((when) => when.action.kind === action.kind);
    if (again) throw sqlError(10714, ACTIONS[action.kind], CLAUSES[match]);
    if (before.some((when) => when.condition === null)) throw sqlError(5324, CLAUSES[match], CLAUSES[match]);
  });
}

/** The columns of all actions; rows when one deletes. */
function touchedBy({ whens }: Merge): TouchedOf {
  if (whens.some((when) => when.action.kind === 'mergeDelete')) return touchedRows;
  return touchedColumns(
    whens.flatMap(({ action }) => {
      if (action.kind === 'mergeUpdate') return assignedNames(action.set);
      return action.kind === 'mergeInsert' ? (action.columns?.map((name) => name.value) ?? []) : [];
    }),
  );
}

const has = (statement: Merge, match: Match): boolean => statement.whens.some((when) => when.match === match);

const does = (statement: Merge, kind: MergeWhen['action']['kind']): boolean => statement.whens.some((when) => when.action.kind === kind);

/** The source as a derived table with a mark that is NULL where an outer join found no source row. */
interface MarkedSource {
  readonly from: From;
  /** What USING names, each with its own of the derived columns. */
  readonly shown: readonly Source[];
  /** The same for whoever only sees rows of the source. */
  readonly always: readonly Source[];
  readonly mark: Expr;
}

function markedSource(statement: Merge, cx: ExprContext): MarkedSource {
  const bound = bindSource(statement.source, cx);
  const columns = bound.sources.flatMap((source) => source.columns.map((_c, index) => ({ source, index })));
  const described = columns.map(({ source, index }): QueryColumn => source.columns[index] as QueryColumn);
  const unread = bound.sources.map((source): Source => ({ ...source, used: undefined }));
  const items = [
    ...columns.map(({ source, index }) => columnRef(unread[bound.sources.indexOf(source)] ?? source, index)),
    constant(1, INT),
  ];
  const all: QueryColumn[] = [...described, { name: '', type: INT, nullable: true, identity: false, computed: true }];
  const first = bound.sources[0];
  const derived: Source = {
    ...sourceOf(cx.binder, first?.name ?? '', all),
    schema: first?.schema ?? null,
    database: first?.database ?? null,
    used: { add: (index) => columns[index]?.source.used?.add(columns[index]?.index ?? 0) },
  };
  const from: From = {
    kind: 'derived',
    source: derived,
    query: {
      kind: 'select',
      columns: all,
      items,
      from: bound.from,
      where: null,
      groupBy: null,
      having: null,
      distinct: false,
      orderBy: [],
      limit: null,
    },
  };
  const plain: Source = { ...derived, columns: derived.columns.map((column) => ({ ...column, hidden: column.name === '' })) };
  const named: Source = { ...plain, columns: plain.columns.map((column) => ({ ...column, nullable: true })) };
  const faces = (whole: Source): Source[] => bound.sources.map((source) => faceOf(whole, source, columns));
  return {
    from,
    shown: faces(named),
    always: faces(plain),
    mark: { kind: 'column', source: derived, index: all.length - 1, type: INT, nullable: true },
  };
}

/** The derived table under the name of one of the sources it is made of: of the columns only those of that source have names. */
function faceOf(derived: Source, source: Source, columns: readonly { readonly source: Source }[]): Source {
  const { name, schema, database, graph } = source;
  const own = derived.columns.map((column, index) => (columns[index]?.source === source ? column : nameless(column)));
  return { ...derived, name, schema, database, columns: own, ...(graph === undefined ? {} : { graph }) };
}

function nameless({ graph, ...column }: SourceColumn): SourceColumn {
  return { ...column, name: '', hidden: true };
}

function bindClause(
  when: MergeWhen,
  rows: TargetRows,
  shown: readonly Source[],
  target: ChangeTarget,
  items: Items,
  both: ExprContext,
): Clause {
  const visible = when.match === 'matched' ? [...rows.sources, ...shown] : when.match === 'notMatchedByTarget' ? shown : rows.sources;
  const cx = expressionContext(both.binder, { sources: visible, parent: null }, both.commonTables);
  const condition = when.condition === null ? null : compile(items.over(bindPredicate(when.condition, cx)));
  return { match: when.match, condition, action: bindAction(when, rows, target, items, cx) };
}

function notedUpdate(set: SetList, rows: TargetRows, cx: ExprContext): SetList {
  noteTarget(rows, 'UPDATE', set.columns, cx.binder);
  return set;
}

function bindAction(when: MergeWhen, rows: TargetRows, target: ChangeTarget, items: Items, cx: ExprContext): Clause['action'] {
  const { action } = when;
  switch (action.kind) {
    case 'mergeDelete':
      noteTarget(rows, 'DELETE', null, cx.binder);
      return { kind: 'delete' };
    case 'mergeUpdate':
      return {
        kind: 'update',
        set: notedUpdate(
          bindSetList(action.set, target, (parts) => placeIn(rows, parts), items, cx),
          rows,
          cx,
        ),
      };
    case 'mergeInsert': {
      const positions = action.columns?.map((name) => basePosition(rows, name)) ?? insertable(target);
      const bound = (action.values ?? []).map((value) => (value.kind === 'default' ? null : bindExpr(value, cx)));
      noteTarget(rows, 'INSERT', null, cx.binder);
      if (positions.some((position, i) => target.table.columns[position]?.generated != null && bound[i] !== null))
        throw sqlError(13536, displayName(target.table, target.database));
      if (action.values !== null && bound.length !== positions.length) throw sqlError(bound.length < positions.length ? 109 : 110);
      const chosen = action.values === null ? [] : positions;
      const make = assignments(
        target,
        chosen,
        bound.map((value) => (value === null || isUntypedNull(value) ? null : value.type)),
      );
      const evaluators = bound.map((value) => (value === null ? null : valueOver(items, value)));
      return {
        kind: 'insert',
        make: (row, frame) =>
          make(
            evaluators.map((e): Given => (e === null ? USE_DEFAULT : e(row, frame))),
            frame,
          ),
      };
    }
  }
}

function insertable(target: ChangeTarget): number[] {
  return target.table.columns.flatMap((column, index) =>
    isFilled(column) && column.identity === null && column.type.name !== 'rowversion' && !column.hidden ? [index] : [],
  );
}

function bindMergeOutput(
  statement: Merge,
  rows: TargetRows,
  shown: readonly Source[],
  items: Items,
  cx: ExprContext,
  target: ChangeTarget,
): BoundOutput {
  const { base } = rows;
  return bindOutputs(
    statement.output,
    {
      table: base.table,
      shown: shownName(rows.named),
      through: rows,
      database: base.database,
      used: base.source.used,
      sources: shown,
      cx,
      images: { inserted: true, deleted: true, action: true },
      missing: { inserted: does(statement, 'mergeDelete'), deleted: does(statement, 'mergeInsert') },
      layout: { rowWidth: ROW_WIDTH, tableWidth: base.table.columns.length },
      leaf: items.leaf,
    },
    target,
  );
}

function* rowsOf(plans: readonly QueryPlan[], frame: Frame): Generator<readonly Value[]> {
  for (const plan of plans) yield* openPlan(plan, frame);
}

interface Decisions {
  readonly updates: (RowUpdate & { readonly row: Value[]; readonly columns: readonly number[] })[];
  readonly removals: (RowRemoval & { readonly row: Value[] })[];
  readonly insertions: { readonly after: Value[]; readonly row: Value[] }[];
  /** For OUTPUT: what was done, in the order of the rows found. */
  readonly order: Clause['action']['kind'][];
}

function* decide(target: ChangeTarget, clauses: readonly Clause[], rows: Iterable<readonly Value[]>, frame: Frame): Steps<Decisions> {
  const decisions: Decisions = { updates: [], removals: [], insertions: [], order: [] };
  const changed = new Map<Value, 'update' | 'delete'>();
  const width = target.table.columns.length;
  yield* eachRow(rows, frame, (found) => {
    const match: Match = found[0] === null ? 'notMatchedByTarget' : found[1 + width] === null ? 'notMatchedBySource' : 'matched';
    const clause = clauses.find((c) => c.match === match && (c.condition === null || c.condition(frame.context, frame.slots, found) === 1));
    if (clause === undefined) return;
    const row = [...found];
    if (clause.action.kind === 'insert') {
      decisions.order.push('insert');
      decisions.insertions.push({ after: clause.action.make(row, frame), row });
      return;
    }
    const rowId = row[0] as RowId;
    const earlier = changed.get(rowId);
    // Only deletions may meet again.
    if (earlier === 'delete' && clause.action.kind === 'delete') return;
    if (earlier !== undefined) throw sqlError(8672);
    changed.set(rowId, clause.action.kind);
    decisions.order.push(clause.action.kind);
    const before = row.slice(1, 1 + width);
    if (clause.action.kind === 'delete') decisions.removals.push({ rowId, before, row });
    else
      decisions.updates.push({
        rowId,
        before,
        after: clause.action.set.apply(row, before, frame),
        row,
        columns: clause.action.set.columns,
      });
  });
  return decisions;
}

function* merge(
  target: ChangeTarget,
  clauses: readonly Clause[],
  output: BoundOutput,
  rows: Iterable<readonly Value[]>,
  frame: Frame,
  emit: (row: readonly Value[]) => void,
): Steps<number> {
  const decisions = yield* decide(target, clauses, rows, frame);
  const { updates, removals, insertions } = decisions;
  const columns = [...new Set(updates.flatMap((u) => u.columns))];
  yield* removeRows(target, removals, frame, 'MERGE');
  if (updates.length > 0) yield* updateRows(target, updates, columns, frame, 'MERGE');
  yield* insertRows(
    target,
    insertions.map((i) => i.after),
    frame,
    'MERGE',
  );
  if (output.any) {
    yield* collectOutput(decisions, output, frame);
  }
  yield* output.flush(frame, emit);
  yield* fireMergeTriggers(target, clauses, decisions, columns, frame);
  return updates.length + removals.length + insertions.length;
}

function* collectOutput({ updates, removals, insertions, order }: Decisions, output: BoundOutput, frame: Frame): Steps<void> {
  const [updated, removed, inserted] = [updates.values(), removals.values(), insertions.values()];
  const collect: Readonly<Record<Clause['action']['kind'], () => void>> = {
    update: () => withNext(updated, (u) => output.collect(padRow(u.row), u.after, u.before, 'UPDATE', frame)),
    delete: () => withNext(removed, (r) => output.collect(padRow(r.row), null, r.before, 'DELETE', frame)),
    insert: () => withNext(inserted, (i) => output.collect(padRow(i.row), i.after, null, 'INSERT', frame)),
  };
  yield* eachRow(order, frame, (kind) => collect[kind]());
}

function withNext<Item>(items: Iterator<Item>, action: (item: Item) => void): void {
  const next = items.next();
  if (next.done !== true) action(next.value);
}

function* fireMergeTriggers(
  target: ChangeTarget,
  clauses: readonly Clause[],
  done: Decisions,
  columns: readonly number[],
  frame: Frame,
): Steps<void> {
  const has = (kind: Clause['action']['kind']): boolean => clauses.some((clause) => clause.action.kind === kind);
  const idsOf = (positions: readonly number[]): ReadonlySet<number> =>
    new Set(positions.map((index) => target.table.columns[index]?.id ?? 0));
  if (has('insert'))
    yield* fireAfter(
      target,
      'INSERT',
      done.insertions.map((i) => i.after),
      [],
      idsOf(target.table.columns.map((_c, i) => i)),
      frame,
    );
  if (has('update'))
    yield* fireAfter(
      target,
      'UPDATE',
      done.updates.map((u) => u.after),
      done.updates.map((u) => u.before),
      idsOf(columns),
      frame,
    );
  if (has('delete'))
    yield* fireAfter(
      target,
      'DELETE',
      [],
      done.removals.map((r) => r.before),
      new Set(),
      frame,
    );
}
