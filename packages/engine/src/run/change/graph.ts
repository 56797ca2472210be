/**
 * Rows on their way into node and edge tables: what INSERT gives for pseudo columns becomes the numbers that the hidden columns hold, and a new row gets
 * the next number of its table.
 */

import { placeOf } from '../../catalog/graph.ts';
import type { Column, DatabaseCatalog, GraphColumn, Table } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import { readWrittenIdentifier } from '../../values/graph-identifier.ts';
import type { Value } from '../../values/value.ts';
import type { ExecutionContext } from '../contracts.ts';

/** Whether a statement without a column list has a value for the column: of what is computed only the ends of edges are given. */
export const isFilled = ({ computed, graph }: Column): boolean =>
  computed === null || graph === 'GRAPH_FROM_ID_COMPUTED' || graph === 'GRAPH_TO_ID_COMPUTED';

export interface GraphRows {
  /** Fills the hidden columns; `given` are the positions that the statement has values for. */
  settle(row: Value[], given: ReadonlySet<number>, context: ExecutionContext): void;
}

/** Null for any other table. */
export function graphRows(table: Table, database: DatabaseCatalog | null): GraphRows | null {
  if (table.graph === undefined || database === null) return null;
  const { databaseId } = database;
  const { kind } = table.graph;
  const place = (column: GraphColumn): number => placeOf(table.columns, column);
  const [own, shown] = [place('GRAPH_ID'), place('GRAPH_ID_COMPUTED')];
  const ends = kind === 'node' ? [] : ENDS.map((end) => end.map(place));
  return {
    settle: (row, given, context) => {
      row[own] = given.has(shown) ? explicitId(table, databaseId, row[shown] ?? null, context) : context.nextGraphId(databaseId, table.id);
      for (const [object = 0, id = 0, text = 0] of ends) [row[object], row[id]] = nodeOf(row[text] ?? null, databaseId, context);
    },
  };
}

const ENDS: readonly (readonly GraphColumn[])[] = [
  ['GRAPH_FROM_OBJ_ID', 'GRAPH_FROM_ID', 'GRAPH_FROM_ID_COMPUTED'],
  ['GRAPH_TO_OBJ_ID', 'GRAPH_TO_ID', 'GRAPH_TO_ID_COMPUTED'],
];

/** 13921 for what does not identify a row of this table. */
function explicitId(table: Table, databaseId: number, value: Value, context: ExecutionContext): bigint {
  const identifier = typeof value === 'string' ? readWrittenIdentifier(value) : undefined;
  const named = identifier && context.graphTable?.({ schema: identifier.schema, name: identifier.table }, databaseId);
  if (identifier === undefined || named?.id !== table.id || identifier.kind !== named.kind)
    throw sqlError(13921, `$${table.graph?.kind ?? 'node'}_id`);
  context.noteGraphId(databaseId, table.id, identifier.id);
  return identifier.id;
}

/** The node that an end of an edge names, which need not exist; NULLs, which the columns refuse, for what names no node. */
function nodeOf(value: Value, databaseId: number, context: ExecutionContext): readonly [Value, Value] {
  const identifier = typeof value === 'string' ? readWrittenIdentifier(value) : undefined;
  if (identifier?.kind !== 'node') return [null, null];
  const table = context.graphTable?.({ schema: identifier.schema, name: identifier.table }, databaseId);
  return table?.kind === 'node' ? [table.id, identifier.id] : [null, null];
}
