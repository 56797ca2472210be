/**
 * WITH CHECK OPTION: a row that is stored through the view must be a row of the view (550). The view's WHERE clause, and those of the views below it,
 * become one condition over the complete row image, which the target's writer then holds every row against. Where the view joins tables or looks at
 * others, the stored row is looked up in the view by its key instead.
 */

import type { TableSource } from '@sprocket/tsql';
import { unnoted } from '../../bind/access.ts';
import type { ExprContext } from '../../bind/context.ts';
import { bindSource } from '../../bind/from.ts';
import { and, compare } from '../../bind/predicate.ts';
import { resolveObject, writtenName } from '../../bind/resolve.ts';
import type { BoundView, Expr, From } from '../../bind/tree.ts';
import { leavesOf, mapChildren } from '../../bind/walk.ts';
import { primaryKey } from '../../catalog/find.ts';
import { nameKey } from '../../catalog/model.ts';
import { sqlError, unsupported } from '../../errors.ts';
import type { Frame } from '../contracts.ts';
import { compile, NO_VALUES } from '../evaluate.ts';
import { openPlan, planQuery } from '../plan.ts';
import type { ChangeTarget } from './apply.ts';
import { rowQuery } from './query.ts';
import { overRow } from './row-image.ts';
import { bindTargetRows } from './target.ts';
import { holds } from './updatable.ts';

type NamedTable = Extract<TableSource, { kind: 'table' }>;

/**
 * The target with a writer that also holds rows against the check option of the view that the statement names, itself or by an alias of FROM. Where that
 * view or common table has none, the first view below it that has one decides.
 */
export function withCheckOption(target: ChangeTarget, written: TableSource, from: readonly TableSource[], cx: ExprContext): ChangeTarget {
  const named =
    written.kind === 'table' ? (from.map((source) => aliased(source, written)).find((t) => t !== undefined) ?? written) : undefined;
  if (named === undefined || !hasRowsOfViews(named, cx)) return target;
  const view = checkedView(bindSource(named, unnoted(cx)).from, target.table.id);
  if (view === undefined) return target;
  refuseLimit(view, named);
  const own = conditionsOf(view, target.table.id);
  if (own === null) return lookedUp(target, byName(named, view), cx);
  const conditions = own.map((condition) => compile(condition));
  const { writer } = target;
  return {
    ...target,
    writer: {
      ...writer,
      complete: (row, frame, verb, changed) => {
        writer.complete(row, frame, verb, changed);
        if (conditions.some((condition) => condition(frame.context, NO_VALUES, row) !== 1)) throw sqlError(550);
      },
    },
  };
}

/** The table of FROM whose alias the target's name is. */
function aliased(source: TableSource, target: NamedTable): NamedTable | undefined {
  const [name, ...rest] = target.name.parts;
  if (name === undefined || rest.length > 0) return undefined;
  if (source.kind === 'join' || source.kind === 'crossJoin' || source.kind === 'apply')
    return aliased(source.left, target) ?? aliased(source.right, target);
  if (source.kind !== 'table' || source.alias === null) return undefined;
  return nameKey(source.alias.value) === nameKey(name.value) ? source : undefined;
}

/** Whether a view can stand behind the name: it is not just a table's. */
function hasRowsOfViews(named: NamedTable, cx: ExprContext): boolean {
  if (named.name.parts.length === 1 && cx.commonTables.has(nameKey(named.name.parts[0]?.value ?? ''))) return true;
  return resolveObject(named.name, cx.binder)?.object.kind === 'view';
}

type CheckedView = Extract<From, { kind: 'derived' }> & { readonly view: BoundView };

/** The outermost view with a check option on the way to the table; where two sources of a join lead to the table, none. */
function checkedView(from: From, tableId: number): CheckedView | undefined {
  if (from.kind === 'join' || from.kind === 'apply') {
    const [leaf, ...others] = leavesOf(from).filter((other) => holds(other, tableId));
    return leaf === undefined || others.length > 0 ? undefined : checkedView(leaf, tableId);
  }
  if (from.kind !== 'derived') return undefined;
  if (from.view?.checked === true) return { ...from, view: from.view };
  return from.query.kind === 'select' && from.query.from !== null ? checkedView(from.query.from, tableId) : undefined;
}

/** The view as a statement would name it. */
function byName(named: NamedTable, { view }: CheckedView): NamedTable {
  const { span } = named.name;
  const parts = [view.database, view.schema, view.name].map((value) => ({ kind: 'identifier' as const, value, quoted: true, span }));
  return { ...named, name: { ...named.name, parts }, alias: null };
}

/** 4427: which rows TOP leaves cannot be said of one row. */
function refuseLimit(from: From, named: NamedTable): void {
  if (from.kind !== 'derived' || from.query.kind !== 'select') return;
  if (from.query.limit !== null) throw sqlError(4427, writtenName(named.name));
  if (from.query.from !== null) refuseLimit(from.query.from, named);
}

/** The target with a writer that looks stored rows up in the view, by their primary key. */
function lookedUp(target: ChangeTarget, named: NamedTable, cx: ExprContext): ChangeTarget {
  const { writer, table } = target;
  const positions = (primaryKey(table)?.columns ?? []).map(({ columnId }) => table.columns.findIndex((column) => column.id === columnId));
  if (positions.length === 0) throw unsupported('WITH CHECK OPTION with a join or a subquery over a table without a primary key');
  const rows = bindTargetRows(named, [], unnoted(cx), () => ({ kind: 'table', id: table.id }));
  const isRow = positions.map((position, slot) => {
    const column = rows.base.columns[position] as Expr;
    return compare('=', column, { kind: 'variable', slot, name: '', type: column.type, nullable: false });
  });
  const plan = planQuery(rowQuery([rows.base.rowId], rows.from, and(isRow), null, cx), cx.binder);
  return {
    ...target,
    writer: {
      ...writer,
      checkStored: (row, frame, verb, changed) => {
        writer.checkStored?.(row, frame, verb, changed);
        const key: Frame = { ...frame, slots: positions.map((position) => row[position] ?? null) };
        if ([...openPlan(plan, key)].length === 0) throw sqlError(550);
      },
    },
  };
}

/** The WHERE clauses from the view down to its table, over the table's row image; null when they look at more than the row. */
function conditionsOf(from: From, tableId: number): Expr[] | null {
  if (from.kind === 'table') return [];
  if (from.kind !== 'derived' || from.query.kind !== 'select' || from.query.from === null) return null;
  const { query } = from;
  const inner = query.from as From;
  const below = conditionsOf(inner, tableId);
  if (below === null || query.where === null) return below;
  const own = overTable(query.where, inner, tableId);
  return own && [own, ...below];
}

/** Columns of a view become what the view selects, until only columns of the table are left; null when something else is. */
function overTable(expr: Expr, from: From, tableId: number): Expr | null {
  if (from.kind === 'table' && from.table.id === tableId) {
    let isBeyond = false;
    const condition = overRow(expr, [{ source: from.source, offset: 0 }], (leaf) => {
      isBeyond = true;
      return leaf;
    });
    return isBeyond ? null : condition;
  }
  if (from.kind !== 'derived' || from.query.kind !== 'select' || from.query.from === null) return null;
  const { items } = from.query;
  const substitute = (node: Expr): Expr =>
    node.kind === 'column' && node.source.id === from.source.id ? (items[node.index] ?? node) : mapChildren(node, substitute);
  return overTable(substitute(expr), from.query.from, tableId);
}
