/**
 * Where a cursor stands, as a condition. The rows behind a cursor are told apart by the keys of the tables it reads; a statement with WHERE CURRENT OF
 * changes the row of its target whose key the cursor has fetched. The key values arrive in slots behind the variables of the statement's body, so the
 * statement is bound once for all rows.
 */

import { BIT, INT, type Type } from '@sprocket/tsql';
import type { Table } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import { constant } from './literal.ts';
import type { BoundView, Expr, From } from './tree.ts';

/** A table whose rows a cursor stands on. */
export interface CursorTable {
  readonly table: Table;
  /** 0 for temporary tables. */
  readonly databaseId: number;
  /** The outermost view through which the cursor reads it: only that name reaches it. */
  readonly view: BoundView | null;
  /** What tells its rows apart: columns by position, or -1 for the row id of a table without a key. */
  readonly keys: readonly number[];
  readonly types: readonly Type[];
  /** Where its keys begin among the hidden values of a row. */
  readonly first: number;
}

export interface Position {
  readonly tables: readonly CursorTable[];
  /** Slot of the first hidden value of the row. */
  readonly firstSlot: number;
  /** Told which table the statement changes, if the cursor reads it. */
  readonly choose: (table: CursorTable, ambiguous: boolean) => void;
}

/** What the statement changes: the base table's row as expressions, and the view that it names. */
interface Target {
  readonly table: Table;
  readonly databaseId: number;
  readonly rowId: Expr;
  readonly columns: readonly Expr[];
  readonly view: BoundView | null;
}

/** The condition for the row under the cursor; without a position, which is found when the statement runs, it holds for no row. */
export function currentRow(target: Target, position: Position | undefined): Expr {
  const found = position?.tables.filter((table) => isSame(table, target)) ?? [];
  const [table] = found;
  if (position === undefined || table === undefined) return NOWHERE;
  position.choose(table, found.length > 1);
  return both(
    table.keys.map((key, index) => {
      const left = key < 0 ? target.rowId : target.columns[key];
      if (left === undefined) throw sqlError(16933);
      return isKey(left, position.firstSlot + table.first + index);
    }),
  );
}

const NOWHERE: Expr = { kind: 'compare', op: '=', left: constant(0, INT), right: constant(1, INT), type: BIT, nullable: false };

/** The expression equals what the slot holds, NULL as NULL. */
export function isKey(left: Expr, slot: number): Expr {
  const right: Expr = { kind: 'variable', slot, name: '', type: left.type, nullable: left.nullable };
  if (left.nullable) return { kind: 'distinct', left, right, negated: true, type: BIT, nullable: false };
  return { kind: 'compare', op: '=', left, right, type: BIT, nullable: false };
}

/** All of them. */
export function both(conditions: readonly Expr[]): Expr {
  const [first] = conditions;
  return conditions.length === 1 && first !== undefined ? first : { kind: 'and', operands: conditions, type: BIT, nullable: true };
}

function isSame(cursor: CursorTable, { table, databaseId, view }: Target): boolean {
  return cursor.table.id === table.id && cursor.databaseId === databaseId && nameOf(cursor.view) === nameOf(view);
}

const nameOf = (view: BoundView | null): string => (view === null ? '' : `${view.database}.${view.schema}.${view.name}`.toLowerCase());

/** The view that is a source of FROM, if it is one. */
export function viewOf(from: From, sourceId: number): BoundView | null {
  switch (from.kind) {
    case 'join':
    case 'apply':
      return viewOf(from.left, sourceId) ?? viewOf(from.right, sourceId);
    case 'derived':
      return from.source.id === sourceId ? (from.view ?? null) : null;
    default:
      return null;
  }
}
