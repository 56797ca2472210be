/**
 * WITH CHECK OPTION: a row that is stored through the view must be a row of the view. The view's WHERE clause, and those of the views below it, become
 * one condition over the complete row image, which the target's writer then holds every row against (550).
 */

import type { TableSource } from '@sprocket/tsql';
import { unnoted } from '../../bind/access.ts';
import type { ExprContext } from '../../bind/context.ts';
import { bindSource } from '../../bind/from.ts';
import { resolveObject } from '../../bind/resolve.ts';
import type { Expr, From } from '../../bind/tree.ts';
import { mapChildren } from '../../bind/walk.ts';
import { nameKey } from '../../catalog/model.ts';
import { sqlError, unsupported } from '../../errors.ts';
import { compile, NO_VALUES } from '../evaluate.ts';
import type { ChangeTarget } from './apply.ts';
import { overRow } from './row-image.ts';

type NamedTable = Extract<TableSource, { kind: 'table' }>;

/** The target with a writer that also holds rows against the check option of the view that the statement names, itself or by an alias of FROM. */
export function withCheckOption(target: ChangeTarget, written: TableSource, from: readonly TableSource[], cx: ExprContext): ChangeTarget {
  const named =
    written.kind === 'table' ? (from.map((source) => aliased(source, written)).find((t) => t !== undefined) ?? written) : undefined;
  if (named === undefined || !hasCheckOption(named, cx)) return target;
  const conditions = conditionsOf(bindSource(named, unnoted(cx)).from, target.table.id).map((condition) => compile(condition));
  const { writer } = target;
  return {
    ...target,
    writer: {
      ...writer,
      complete: (row, frame, verb) => {
        writer.complete(row, frame, verb);
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

function hasCheckOption(named: NamedTable, cx: ExprContext): boolean {
  if (named.name.parts.length === 1 && cx.commonTables.has(nameKey(named.name.parts[0]?.value ?? ''))) return false;
  const object = resolveObject(named.name, cx.binder)?.object;
  return object?.kind === 'view' && object.checkOption;
}

/** The WHERE clauses from the view down to its table, over the table's row image. */
function conditionsOf(from: From, tableId: number): Expr[] {
  if (from.kind !== 'derived' || from.query.kind !== 'select' || from.query.from === null) return [];
  const { query } = from;
  const inner = query.from as From;
  const below = conditionsOf(inner, tableId);
  return query.where === null ? below : [overTable(query.where, inner, tableId), ...below];
}

/** Columns of a view become what the view selects, until only columns of the table are left. */
function overTable(expr: Expr, from: From, tableId: number): Expr {
  if (from.kind === 'table' && from.table.id === tableId) return overRow(expr, [{ source: from.source, offset: 0 }], refuse);
  if (from.kind !== 'derived' || from.query.kind !== 'select' || from.query.from === null) return refuse();
  const { items } = from.query;
  const substitute = (node: Expr): Expr =>
    node.kind === 'column' && node.source.id === from.source.id ? (items[node.index] ?? node) : mapChildren(node, substitute);
  return overTable(substitute(expr), from.query.from, tableId);
}

function refuse(): never {
  throw unsupported('WITH CHECK OPTION with a join or a subquery');
}
