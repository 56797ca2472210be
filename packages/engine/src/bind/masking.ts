/**
 * Dynamic data masking: which results of a bound query show values of masked columns, and how they are masked for who may not see them. Queries work on
 * the values as they are; only what leaves them is masked. A column alone keeps its function, also through derived tables, views and the arms of CASE;
 * whatever is worked out from masked columns has the default of its type. Conditions are not masked.
 */

import { parseExpression, sameType } from '@sprocket/tsql';
import { columnNames } from '../catalog/ddl/syntax.ts';
import { hasMaskedColumns } from '../catalog/masked.ts';
import { nameKey, type Table } from '../catalog/model.ts';
import type { Binder } from './context.ts';
import type { Expr, From, Leaf, Query } from './tree.ts';

/** A masked column that a result shows. */
export interface MaskedColumn {
  readonly databaseId: number;
  readonly tableId: number;
  readonly columnId: number;
}

export interface ResultMask {
  /** All of them must be unmasked for the value to be seen. */
  readonly columns: readonly MaskedColumn[];
  /** The canonical text of the function. */
  readonly mask: string;
}

const DEFAULT = 'default()';

/** Leaves of FROM by the id of their source, inner scopes before outer ones. */
export type MaskScope = ReadonlyMap<number, Leaf>;

const NOTHING: MaskScope = new Map();

/** The masks of a query's columns; null when nothing that it reads is masked. */
export function masksOf(query: Query, binder: Binder): readonly (ResultMask | null)[] | null {
  if (!readsMasked(binder)) return null;
  const masks = query.columns.map((_column, index) => maskOfColumn(query, index, NOTHING));
  return masks.every((mask) => mask === null) ? null : masks;
}

/** Whether a database that the statement names has masked columns. */
export function readsMasked(binder: Binder): boolean {
  for (const id of binder.databases.keys()) {
    const database = binder.scope.catalog.databaseById(id);
    if (database !== undefined && hasMaskedColumns(database)) return true;
  }
  return false;
}

/** The scope of expressions over these sources. */
export function maskScope(from: From | null, outer: MaskScope = NOTHING): MaskScope {
  const scope = new Map(outer);
  if (from !== null) addLeaves(from, scope);
  return scope;
}

function addLeaves(from: From, scope: Map<number, Leaf>): void {
  if (from.kind === 'join' || from.kind === 'apply') {
    addLeaves(from.left, scope);
    addLeaves(from.right, scope);
  } else scope.set(from.source.id, from);
}

function maskOfColumn(query: Query, index: number, outer: MaskScope): ResultMask | null {
  switch (query.kind) {
    case 'select': {
      const item = query.items[index];
      return item === undefined ? null : maskOf(item, maskScope(query.from, outer));
    }
    case 'set':
      return either([maskOfColumn(query.left, index, outer), maskOfColumn(query.right, index, outer)]);
    case 'values':
      return either(query.rows.map((row) => (row[index] === undefined ? null : maskOf(row[index] as Expr, outer))));
    case 'document':
      return derivedMask(query.query.columns.map((_column, inner) => maskOfColumn(query.query, inner, outer)));
  }
}

/** How the value of an expression is masked. */
export function maskOf(expr: Expr, scope: MaskScope): ResultMask | null {
  const all = (list: readonly Expr[]): ResultMask | null => derivedMask(list.map((one) => maskOf(one, scope)));
  switch (expr.kind) {
    case 'column': {
      const leaf = scope.get(expr.source.id);
      const mask = leaf === undefined ? null : maskOfLeaf(leaf, expr.index, scope);
      // COLLATE makes another value of it.
      return expr.source.columns[expr.index]?.type.collation === expr.type.collation ? mask : derivedMask([mask]);
    }
    case 'scalarQuery':
      return maskOfColumn(expr.query, 0, scope);
    case 'convert': {
      const inner = maskOf(expr.operand, scope);
      const isSame = sameType(expr.operand.type, expr.type) && expr.operand.type.collation === expr.type.collation;
      return isSame ? inner : derivedMask([inner]);
    }
    case 'case':
      return either([...expr.branches.map(({ then }) => maskOf(then, scope)), maskOf(expr.otherwise, scope)]);
    case 'call':
    case 'function':
    case 'aggregate':
    case 'window':
      return all(expr.args);
    case 'arithmetic':
      return all([expr.left, expr.right]);
    case 'negate':
    case 'bitNot':
      return all([expr.operand]);
    default:
      return null;
  }
}

function maskOfLeaf(leaf: Leaf, index: number, scope: MaskScope): ResultMask | null {
  switch (leaf.kind) {
    case 'table':
      return maskOfTableColumn(leaf.table, leaf.databaseId, index);
    case 'derived':
      return maskOfColumn(leaf.query, index, scope);
    case 'recursive':
      return either([leaf.anchor, ...leaf.steps].map((query) => maskOfColumn(query, index, scope)));
    case 'rows':
      return derivedMask(leaf.args.map((arg) => maskOf(arg, scope)));
    default:
      return null;
  }
}

/** Temporary tables show their values to who has made them. */
export function maskOfTableColumn(table: Table, databaseId: number, index: number): ResultMask | null {
  const column = table.columns[index];
  if (column === undefined || table.storage.kind !== 'database') return null;
  const own = (columnId: number): MaskedColumn => ({ databaseId, tableId: table.id, columnId });
  if (column.mask !== undefined) return { columns: [own(column.id)], mask: column.mask };
  if (column.computed === null) return null;
  const { expression } = parseExpression(column.computed.text);
  const names = expression === null ? new Set<string>() : columnNames(expression);
  const masked = table.columns.filter(({ name, mask }) => mask !== undefined && names.has(nameKey(name)));
  return masked.length === 0 ? null : { columns: masked.map(({ id }) => own(id)), mask: DEFAULT };
}

/** A value that may be any of these: masked by their function if they share one. */
function either(masks: readonly (ResultMask | null)[]): ResultMask | null {
  const present = masks.filter((mask) => mask !== null);
  const [first] = present;
  if (first === undefined) return null;
  const mask = present.every((other) => other.mask === first.mask) ? first.mask : DEFAULT;
  return { columns: present.flatMap(({ columns }) => columns), mask };
}

/** A value worked out from these. */
function derivedMask(masks: readonly (ResultMask | null)[]): ResultMask | null {
  const columns = masks.flatMap((mask) => mask?.columns ?? []);
  return columns.length === 0 ? null : { columns, mask: DEFAULT };
}
