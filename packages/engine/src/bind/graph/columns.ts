/**
 * The columns of node and edge tables as expressions: pseudo columns show what the hidden ones hold, and `$node_id` names the one whose name begins with
 * it, through views and derived tables too.
 */

import { type Identifier, INT, type PseudoColumn } from '@sprocket/tsql';
import { IDENTIFIER, isInternal, isPseudoName, placeOf, standsFor } from '../../catalog/graph.ts';
import { type Column, type DatabaseCatalog, type GraphColumn, nameKey, type Table } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import { NODE_IDENTIFIER, ROW_IDENTIFIER } from '../../functions/index.ts';
import { identifierStart } from '../../values/graph-identifier.ts';
import { callBuiltin } from '../call.ts';
import type { NameScope } from '../context.ts';
import { constant } from '../literal.ts';
import { qualifies } from '../names.ts';
import type { ColumnRef, Expr, Source, SourceColumn } from '../tree.ts';

/** The text that a pseudo column of the table shows, over its hidden columns. */
export function pseudoColumnValue(column: Column, source: Source, table: Table, database: DatabaseCatalog): Expr {
  if (column.graph === 'GRAPH_ID_COMPUTED') {
    const start = identifierStart(table.graph?.kind ?? 'node', table.schema, table.name);
    const place = [database.databaseId, table.id].map((id) => constant(id, INT));
    return callBuiltin(ROW_IDENTIFIER, [constant(start, IDENTIFIER), hidden(source, 'GRAPH_ID'), ...place]);
  }
  const [object, id]: readonly [GraphColumn, GraphColumn] =
    column.graph === 'GRAPH_FROM_ID_COMPUTED' ? ['GRAPH_FROM_OBJ_ID', 'GRAPH_FROM_ID'] : ['GRAPH_TO_OBJ_ID', 'GRAPH_TO_ID'];
  return callBuiltin(NODE_IDENTIFIER, [constant(database.databaseId, INT), hidden(source, object), hidden(source, id)]);
}

/** A column that statements cannot name. */
export function hidden(source: Source, kind: GraphColumn): ColumnRef {
  const index = placeOf(source.columns, kind);
  const column = source.columns[index];
  if (column === undefined) throw new Error(`source ${source.name} has no ${kind}`);
  return { kind: 'column', source, index, type: column.type, nullable: column.nullable };
}

/** 13908: internal columns have names in sys.columns, but not in statements. */
export function requireNameable(column: SourceColumn): void {
  if (isInternal(column)) throw sqlError(13908, column.name);
}

/** The column of a source that a pseudo column means. */
export interface PseudoTarget {
  readonly source: Source;
  readonly index: number;
}

/** `$node_id` and its kin, `$identity`, `$rowguid` and `$action`; 126 for other names, 207 and 209 as for columns. */
export function pseudoTarget(node: PseudoColumn, names: NameScope | null): PseudoTarget {
  const test = TESTS[node.name] ?? (isPseudoName(node.name) ? standing(node.name) : named(node.name));
  const qualifier = node.qualifier?.parts.map((part) => part.value) ?? [];
  for (let scope = names; scope !== null; scope = scope.parent) {
    const found = scope.sources
      .filter((source) => qualifier.length === 0 || qualifies(source, qualifier))
      .flatMap((source) => source.columns.flatMap((column, index) => (test(column, index, source) ? [{ source, index }] : [])));
    if (found.length > 1) throw sqlError(209, node.name);
    const [only] = found;
    if (only?.source.path === true) throw sqlError(13961, [...qualifier, node.name].join('.'));
    if (only !== undefined) return only;
  }
  throw sqlError(node.name in TESTS || isPseudoName(node.name) ? 207 : 126, node.name);
}

type Test = (column: SourceColumn, index: number, source: Source) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  $identity: (column) => column.identity,
  $rowguid: (_, index, source) => source.table?.columns[index]?.rowGuidCol === true,
};

const named =
  (name: string): Test =>
  (column) =>
    nameKey(column.name) === name;

const standing =
  (name: string): Test =>
  (column) =>
    standsFor(name, column.name);

/** The place of the column that an identifier of INSERT or SET means, when it is a pseudo column of a graph. */
export function pseudoPlace({ value, quoted }: Identifier, columns: readonly { readonly name: string }[]): number | undefined {
  if (quoted || !value.startsWith('$') || !isPseudoName(value)) return undefined;
  return columns.findIndex(({ name }) => standsFor(value, name));
}
