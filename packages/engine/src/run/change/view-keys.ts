/**
 * Unique indexes of views. Where the keys of the base tables, or the grouping, already make a view's key unique nothing is left to do: that is found
 * out when the index is made. Else a change of a base table looks up what it changed: the keys of the view's rows that come from a stored row, and then
 * whether the view has a second row with such a key. Both are look-ups, by the row id and by an index that the view's index brings with it, so that a
 * statement costs no more for a large table.
 */

import { type CreateView, INT, type Type } from '@sprocket/tsql';
import { sameExpr } from '../../bind/call.ts';
import { type Binder, type BindScope, createBinder } from '../../bind/context.ts';
import { bindModuleQuery } from '../../bind/from.ts';
import { bindModuleText } from '../../bind/module.ts';
import { rowIdRef } from '../../bind/names.ts';
import { and, compare, isNull } from '../../bind/predicate.ts';
import type { ColumnRef, Expr, From, SelectQuery } from '../../bind/tree.ts';
import { leavesOf, some, visitQuery } from '../../bind/walk.ts';
import type { ViewKey } from '../../catalog/ddl/context.ts';
import { type IndexedView, indexedViewsOver } from '../../catalog/indexed-view.ts';
import type { DatabaseCatalog, Table, View, ViewIndex } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import { keyOf } from '../../values/compare.ts';
import type { Value } from '../../values/value.ts';
import type { ExecutionContext, Frame, Steps } from '../contracts.ts';
import { eachRow } from '../pace.ts';
import { openPlan, planQuery, type QueryPlan } from '../plan.ts';
import { type RowId, showKey } from './writer.ts';

type TableFrom = Extract<From, { kind: 'table' }>;

interface BoundView {
  readonly query: SelectQuery;
  readonly binder: Binder;
  readonly tables: readonly TableFrom[];
}

/** Null for a view of another form than an index can be made on. */
function boundView(view: View, database: DatabaseCatalog, scope: BindScope): BoundView | null {
  const inner = { ...scope, variables: new Map(), trigger: null, settings: { ...scope.settings, defaultSchema: view.schema } };
  const binder: Binder = { ...createBinder(inner), defaultDatabase: database.name, defaultSchema: view.schema };
  const query = bindModuleQuery((bindModuleText(view) as CreateView).select, binder);
  if (query.kind !== 'select' || query.from === null) return null;
  const leaves = leavesOf(query.from);
  const tables = leaves.filter((from): from is TableFrom => from.kind === 'table');
  return tables.length === leaves.length ? { query, binder, tables } : null;
}

/** `columns` are positions of the view's columns, from 0. */
export function viewKey(
  view: View,
  columns: readonly number[],
  { database, scope, context }: { readonly database: DatabaseCatalog; readonly scope: BindScope; readonly context: ExecutionContext },
): ViewKey | null {
  const bound = boundView(view, database, scope);
  if (bound === null) return null;
  const { query, tables } = bound;
  const keys = columns.flatMap((position) => query.items[position] ?? []);
  return {
    proven: isProven(bound, keys),
    lookups: tables.flatMap(({ source, table }) => {
      const own = keys.flatMap((key) => (key.kind === 'column' && key.source.id === source.id ? (table.columns[key.index] ?? []) : []));
      const stored = own.filter((column) => column.computed?.persisted !== false);
      return stored.length === 0 ? [] : [{ table, columnIds: stored.map(({ id }) => id) }];
    }),
    sumsUnknown: query.items.some((item) =>
      some(item, (node) => node.kind === 'aggregate' && node.fn.name === 'SUM' && node.args.some((arg) => arg.nullable)),
    ),
    imprecise: columns.find((position) => isImprecise(query.items[position])),
    outsideGroups: query.groupBy !== null && keys.some((key) => !query.groupBy?.some((group) => sameExpr(group, key))),
    duplicate: () => firstDuplicate(bound, keys, { slots: [], id: 0, context, trigger: null }),
  };
}

const isFloat = ({ name }: Type): boolean => name === 'float' || name === 'real';

const isImprecise = (item: Expr | undefined): boolean =>
  item !== undefined && item.kind !== 'column' && some(item, ({ type }) => isFloat(type));

/** Whether the keys of base tables determine every row of the view, so that no two have one key. */
function isProven({ query, tables }: BoundView, keys: readonly Expr[]): boolean {
  if (query.groupBy !== null) return query.groupBy.every((group) => keys.some((key) => sameExpr(key, group)));
  const known = new Set(keys.filter((key): key is ColumnRef => key.kind === 'column').map(placeOf));
  const equal = equalities(query);
  const open = new Set(tables);
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const [left, right] of equal) {
      if (right === null || known.has(right)) known.add(left);
      else if (known.has(left)) known.add(right);
    }
    for (const from of open) {
      if (!hasKnownKey(from, known)) continue;
      for (const index of from.table.columns.keys()) known.add(`${from.source.id}.${index}`);
      open.delete(from);
    }
  }
  return open.size === 0;
}

const placeOf = ({ source, index }: ColumnRef): string => `${source.id}.${index}`;

function hasKnownKey({ source, table }: TableFrom, known: ReadonlySet<string>): boolean {
  const unique = [...table.keys, ...table.indexes.filter((index) => index.unique && index.filter === null && !index.disabled)];
  return unique.some(({ columns }) =>
    columns.every(({ columnId }) => known.has(`${source.id}.${table.columns.findIndex(({ id }) => id === columnId)}`)),
  );
}

/** Columns that are equal in all rows, and those that equal a constant. */
function equalities(query: SelectQuery): readonly (readonly [string, string | null])[] {
  const found: (readonly [string, string | null])[] = [];
  for (const part of [query.where, ...joinConditions(query.from)].flatMap(conjuncts)) {
    if (part.kind !== 'compare' || part.op !== '=') continue;
    const [left, right] = [part.left, part.right].map((side) => (side.kind === 'column' ? placeOf(side) : null));
    const constant = part.left.kind === 'constant' || part.right.kind === 'constant';
    if (left && right) found.push([left, right]);
    else if (constant && (left ?? right)) found.push([(left ?? right) as string, null]);
  }
  return found;
}

function joinConditions(from: From | null): readonly (Expr | null)[] {
  return from?.kind === 'join' ? [from.on, ...joinConditions(from.left), ...joinConditions(from.right)] : [];
}

function conjuncts(expr: Expr | null): readonly Expr[] {
  if (expr === null) return [];
  return expr.kind === 'and' ? expr.operands.flatMap(conjuncts) : [expr];
}

/** The view's rows with nothing but some of its columns. */
function rowsQuery({ query }: BoundView, keys: readonly Expr[], where: readonly Expr[], limit: number | null): SelectQuery {
  const conditions = [...conjuncts(query.where), ...where];
  return {
    ...query,
    items: keys,
    columns: keys.map(({ type, nullable }, i) => ({ name: `k${i}`, type, nullable, identity: false, computed: false })),
    where: conditions.length === 0 ? null : and(conditions),
    limit:
      limit === null
        ? null
        : { kind: 'top', count: { kind: 'constant', value: limit, type: INT, nullable: false }, percent: false, withTies: false },
  };
}

function firstDuplicate(bound: BoundView, keys: readonly Expr[], frame: Frame): string | undefined {
  const comparable = keys.map(({ type }) => keyOf(type, type.collation));
  const seen = new Set<string>();
  for (const row of openPlan(planQuery(rowsQuery(bound, keys, [], null), bound.binder), frame)) {
    const key = JSON.stringify(row.map((value, i) => (value === null ? null : String(comparable[i]?.(value)))));
    if (seen.has(key)) return shown(keys, row, frame);
    seen.add(key);
  }
  return undefined;
}

function shown(keys: readonly Expr[], row: readonly Value[], { context }: Frame): string {
  return `(${keys.map(({ type }, i) => showKey(row[i] ?? null, { type }, context)).join(', ')})`;
}

/** Holds the stored rows of a table against the unique indexes of the views that show them. */
export interface ViewKeyCheck {
  /** `changed` are the positions that an update assigns; without them every row is looked at. Raises 2601. */
  check(rowIds: readonly RowId[], frame: Frame, changed?: readonly number[]): Steps<void>;
}

/** Null for a table that no such view shows, which costs its changes nothing. */
export function viewKeyCheck(table: Table, database: DatabaseCatalog | null, scope: BindScope): ViewKeyCheck | null {
  if (database === null) return null;
  const checks = indexedViewsOver(database, table.id).flatMap((view) =>
    view.indexes.filter(({ checked }) => checked).flatMap((index) => indexCheck(view, index, table, database, scope) ?? []),
  );
  if (checks.length === 0) return null;
  return {
    *check(rowIds, frame, changed) {
      for (const { reads, hold } of checks) {
        if (changed?.some((position) => reads.has(position)) === false) continue;
        yield* eachRow(rowIds, frame, (rowId) => hold(rowId, frame));
      }
    },
  };
}

interface IndexCheck {
  /** Positions of the table's columns that the view looks at. */
  readonly reads: ReadonlySet<number>;
  readonly hold: (rowId: RowId, frame: Frame) => void;
}

function indexCheck(view: IndexedView, index: ViewIndex, table: Table, database: DatabaseCatalog, scope: BindScope): IndexCheck | null {
  const bound = boundView(view, database, scope);
  const own = bound?.tables.find((from) => from.table.id === table.id);
  if (bound === null || own === undefined) return null;
  const keys = index.columns.flatMap(({ columnId }) => bound.query.items[columnId - 1] ?? []);
  const rowId = rowIdRef(own.source, table);
  const ofRow = planQuery(rowsQuery(bound, keys, [compare('=', rowId, variable(0, rowId.type))], null), bound.binder);
  const twice = withSameKey(bound, keys);
  return {
    reads: columnsRead(bound, own),
    hold: (id, frame) => {
      for (const row of [...openPlan(ofRow, { ...frame, slots: [id] })].map((values) => [...values])) {
        if ([...openPlan(twice(row), { ...frame, slots: row })].length < 2) continue;
        throw sqlError(2601, `${view.schema}.${view.name}`, index.name, shown(keys, row, frame));
      }
    },
  };
}

function variable(slot: number, { collation: _, ...type }: Type): Expr {
  return { kind: 'variable', name: `@${slot}`, slot, type, nullable: false };
}

/** At most two rows of the view with a key. NULLs are equal here, so there is a query for every set of NULLs that is met. */
function withSameKey(bound: BoundView, keys: readonly Expr[]): (row: readonly Value[]) => QueryPlan {
  const plans = new Map<string, QueryPlan>();
  return (row) => {
    const nulls = row.map((value) => (value === null ? 'n' : 'v')).join('');
    const conditions = keys.map((key, i) => (row[i] === null ? isNull(key) : compare('=', key, variable(i, key.type))));
    const plan = plans.get(nulls) ?? planQuery(rowsQuery(bound, keys, conditions, 2), bound.binder);
    plans.set(nulls, plan);
    return plan;
  };
}

function columnsRead({ query }: BoundView, { source, table }: TableFrom): ReadonlySet<number> {
  const read = new Set<number>();
  visitQuery(query, (expr) => {
    some(expr, (node) => {
      if (node.kind === 'column' && node.source.id === source.id) read.add(node.index);
      return false;
    });
  });
  // What a computed column reads is not looked up: a view over one is looked at after every update.
  if (table.columns.some(({ computed }, index) => computed !== null && read.has(index)))
    for (const index of table.columns.keys()) read.add(index);
  return read;
}
