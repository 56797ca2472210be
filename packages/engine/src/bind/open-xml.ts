/** OPENXML in FROM: the columns of its WITH clause, of a table, or those of the edge table. */

import { INT, MAX, nvarchar, type OpenXml, typeToString } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import { EDGE_COLUMNS, openXmlEdges, openXmlWith } from '../functions/index.ts';
import { coerce } from './coerce.ts';
import type { ExprContext } from './context.ts';
import { bindExpr } from './expression.ts';
import { sourceOf } from './query.ts';
import { resolveTable } from './resolve.ts';
import type { Expr, From, QueryColumn } from './tree.ts';
import { resolveType } from './types.ts';

interface WantedColumn {
  readonly name: string;
  readonly type: QueryColumn['type'];
  readonly path: string | null;
}

export function openXmlRows(node: OpenXml, cx: ExprContext): Extract<From, { kind: 'rows' }> {
  if (node.document.kind !== 'variable') throw sqlError(102, node.document.kind === 'integer' ? node.document.text : '(');
  const flags: Expr =
    node.flags === null ? { kind: 'constant', value: 0, type: INT, nullable: false } : coerce(bindExpr(node.flags, cx), INT);
  const args = [coerce(bindExpr(node.document, cx), INT), coerce(bindExpr(node.pattern, cx), nvarchar(MAX)), flags];
  const wanted = node.schema === null ? null : wantedColumns(node.schema, cx);
  const columns = (wanted ?? EDGE_COLUMNS).map(
    ({ name, type }): QueryColumn => ({ name, type, nullable: true, identity: false, computed: true }),
  );
  const key = wanted === null ? 'openxml' : `openxml with ${JSON.stringify(wanted.map((w) => [w.name, typeToString(w.type), w.path]))}`;
  const rows = wanted === null ? openXmlEdges : openXmlWith(wanted);
  return { kind: 'rows', source: sourceOf(cx.binder, node.alias?.value ?? '', columns), rows: { key, columns, rows: rows as never }, args };
}

function wantedColumns(schema: NonNullable<OpenXml['schema']>, cx: ExprContext): readonly WantedColumn[] {
  if ('parts' in schema) {
    const found = resolveTable(schema, cx.binder);
    if (found.kind !== 'table') throw sqlError(208, schema.parts.map((part) => part.value).join('.'));
    return found.table.columns.map(({ name, type }) => ({ name, type, path: null }));
  }
  return schema.map((column) => ({
    name: column.name.value,
    type: resolveType(column.type, { kind: 'column', name: column.name.value, ordinal: 1 }, cx.binder).type,
    path: column.path?.kind === 'string' ? column.path.value : null,
  }));
}
