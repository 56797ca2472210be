/** FROM items whose rows JavaScript makes: OPENJSON and multi-statement table-valued functions. */

import type { DmlTable, OpenJson, TableFunction } from '@sprocket/tsql';
import { MAX, nvarchar, typeToString } from '@sprocket/tsql';
import type { DatabaseCatalog, UserFunction } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import { openJson, openJsonWith } from '../functions/index.ts';
import type { ExecutionContext } from '../run/contracts.ts';
import type { Value } from '../values/value.ts';
import { coerce } from './coerce.ts';
import type { ExprContext } from './context.ts';
import { bindExpr } from './expression.ts';
import { stringConstant } from './literal.ts';
import { sourceOf } from './query.ts';
import type { Expr, From, QueryColumn } from './tree.ts';
import { resolveType } from './types.ts';

type Rows = Extract<From, { kind: 'rows' }>;

/** A multi-statement function: the session runs its body and hands over the rows of its result variable. */
export function multiStatementRows(
  node: TableFunction,
  object: UserFunction,
  database: DatabaseCatalog,
  args: readonly Expr[],
  cx: ExprContext,
): Rows {
  const columns = object.columns.map(
    (column, index): QueryColumn => ({ ...column, name: node.columns[index]?.value ?? column.name, identity: false, computed: true }),
  );
  const rows = (context: ExecutionContext, values: readonly Value[]): Iterable<readonly Value[]> =>
    context.callTableFunction(database.databaseId, object.id, values);
  const key = `function ${database.databaseId}.${object.id}.${database.version}`;
  return {
    kind: 'rows',
    source: sourceOf(cx.binder, node.alias?.value ?? object.name, columns),
    rows: { key, columns, rows: rows as never },
    args,
  };
}

/** What data changes in FROM have put out, by execution context. */
export const nestedRows = new WeakMap<object, readonly (readonly Value[])[]>();

/** A data change in FROM: its OUTPUT rows are there before the query that reads them runs. */
export function nestedChangeRows(node: DmlTable, cx: ExprContext): Rows {
  const { nested } = cx.binder;
  if (nested === null) throw sqlError(10729);
  const columns = nested.map((column, index): QueryColumn => ({ ...column, name: node.columns[index]?.value ?? column.name }));
  const rows = (context: ExecutionContext): Iterable<readonly Value[]> => nestedRows.get(context) ?? [];
  const key = `output(${columns.map((column) => typeToString(column.type)).join(',')})`;
  return { kind: 'rows', source: sourceOf(cx.binder, node.alias.value, columns), rows: { key, columns, rows: rows as never }, args: [] };
}

const KEY_COLUMNS: readonly QueryColumn[] = [
  { name: 'key', type: nvarchar(4000), nullable: false, identity: false, computed: true },
  { name: 'value', type: nvarchar(MAX), nullable: true, identity: false, computed: true },
  { name: 'type', type: { name: 'tinyint', length: 0, precision: 0, scale: 0 }, nullable: false, identity: false, computed: true },
];

export function openJsonRows(node: OpenJson, cx: ExprContext): Rows {
  const document = coerce(bindExpr(node.document, cx), nvarchar(MAX));
  const path = node.path === null ? stringConstant('$', true) : coerce(bindExpr(node.path, cx), nvarchar(4000));
  const alias = node.alias?.value ?? 'OPENJSON';
  if (node.schema === null) {
    return {
      kind: 'rows',
      source: sourceOf(cx.binder, alias, KEY_COLUMNS),
      rows: { key: 'openjson', columns: KEY_COLUMNS, rows: openJson as never, pure: true },
      args: [document, path],
    };
  }
  const wanted = node.schema.map((column) => ({
    name: column.name.value,
    type: resolveType(column.type, { kind: 'column', name: column.name.value, ordinal: 1 }, cx.binder).type,
    path: column.path === null ? null : constantText(bindExpr(column.path, cx)),
    asJson: column.asJson,
  }));
  const columns = wanted.map(
    (column): QueryColumn => ({ name: column.name, type: column.type, nullable: true, identity: false, computed: true }),
  );
  const key = `openjson with ${JSON.stringify(wanted.map((w) => [w.name, typeToString(w.type), w.path, w.asJson]))}`;
  return {
    kind: 'rows',
    source: sourceOf(cx.binder, alias, columns),
    rows: { key, columns, rows: openJsonWith(wanted) as never, pure: true },
    args: [document, path],
  };
}

function constantText(expr: Expr): string {
  if (expr.kind !== 'constant' || typeof expr.value !== 'string') throw sqlError(102, 'path');
  return expr.value;
}
