/**
 * CONNECTION constraints, looked at when all rows of a statement are in place: a new edge leads between nodes that exist and that each constraint admits,
 * and edges whose node is deleted go with it or keep it.
 */

import type { BindScope } from '../../bind/context.ts';
import { connectionsTo } from '../../catalog/find.ts';
import { placeOf } from '../../catalog/graph.ts';
import type { DatabaseCatalog, EdgeConstraint, GraphColumn, Table } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import type { Value } from '../../values/value.ts';
import type { Frame, PhysicalValue, Steps } from '../contracts.ts';
import { eachRow } from '../pace.ts';
import { decodeRow } from './references.ts';
import { type ChangeVerb, type RowId, storedName } from './writer.ts';

export interface EdgeRules {
  /** 547 for an edge that a constraint does not admit. */
  checkEdges(rows: readonly (readonly Value[])[], verb: ChangeVerb, frame: Frame): Steps<void>;
  /** The edges that go with deleted nodes, by their table; 547 for those that do not. */
  reaching(nodes: readonly (readonly Value[])[], verb: ChangeVerb, frame: Frame): readonly Reaching[];
}

export interface Reaching {
  readonly table: Table;
  readonly rows: readonly { readonly rowId: RowId; readonly before: readonly Value[] }[];
}

const NUMBERS = { bigints: true, functions: [] };

/** Null for a table that no such constraint is about. */
export function edgeRules(table: Table, database: DatabaseCatalog | null, scope: BindScope): EdgeRules | null {
  if (table.graph === undefined || database === null) return null;
  const own = table.graph.connections.filter(({ disabled }) => !disabled);
  const incoming = connectionsTo(database, table.id).filter(({ constraint }) => !constraint.disabled);
  if (own.length === 0 && incoming.length === 0) return null;
  const check = edgeChecker(table, own, database, scope);
  const finders = incoming.map(({ table: edge, constraint }) => edgeFinder(edge, constraint, table, database, scope));
  return {
    *checkEdges(rows, verb, frame) {
      if (own.length > 0) yield* eachRow(rows, frame, (row) => check(row, verb, frame));
    },
    reaching: (nodes, verb, frame) => finders.flatMap((find) => find(nodes, verb, frame)),
  };
}

const conflict = (kind: string, verb: ChangeVerb, { name }: EdgeConstraint, edge: Table, database: DatabaseCatalog): Error =>
  sqlError(547, verb, kind, name, database.name, `${edge.schema}.${edge.name}`, '', '', '');

type CheckEdge = (row: readonly Value[], verb: ChangeVerb, frame: Frame) => void;

function edgeChecker(table: Table, constraints: readonly EdgeConstraint[], database: DatabaseCatalog, scope: BindScope): CheckEdge {
  const [fromObject, fromId, toObject, toId] = ENDS.map((kind) => placeOf(table.columns, kind)) as [number, number, number, number];
  const exists = nodeLookup(database, scope);
  return (row, verb, frame) => {
    for (const constraint of constraints) {
      const admitted = constraint.clauses.some(({ from, to }) => from === row[fromObject] && to === row[toObject]);
      const isWhole = admitted && exists(row[fromObject], row[fromId], frame) && exists(row[toObject], row[toId], frame);
      if (!isWhole) throw conflict('EDGE', verb, constraint, table, database);
    }
  };
}

const ENDS: readonly GraphColumn[] = ['GRAPH_FROM_OBJ_ID', 'GRAPH_FROM_ID', 'GRAPH_TO_OBJ_ID', 'GRAPH_TO_ID'];

type Exists = (object: Value | undefined, id: Value | undefined, frame: Frame) => boolean;

function nodeLookup(database: DatabaseCatalog, scope: BindScope): Exists {
  const texts = new Map<number, string>();
  const textOf = (object: number): string => {
    const table = database.objectsById.get(object);
    if (table?.kind !== 'table') return 'SELECT 1 WHERE 0 = ?';
    return `SELECT 1 FROM ${storedName(table, database, scope)} WHERE ${storageColumn(table, 'GRAPH_ID', scope)} = ?`;
  };
  return (object, id, frame) => {
    if (typeof object !== 'number' || typeof id !== 'bigint') return false;
    const sql = texts.get(object) ?? textOf(object);
    texts.set(object, sql);
    return frame.context.connection.get(sql, [id], NUMBERS) !== undefined;
  };
}

const storageColumn = (table: Table, kind: GraphColumn, scope: BindScope): string =>
  scope.catalog.backend.quoteName(table.columns[placeOf(table.columns, kind)]?.storageName ?? '');

type FindEdges = (nodes: readonly (readonly Value[])[], verb: ChangeVerb, frame: Frame) => readonly Reaching[];

/** A few nodes are looked up one by one, many in one pass over the edges. */
const FEW = 8;

function edgeFinder(edge: Table, constraint: EdgeConstraint, node: Table, database: DatabaseCatalog, scope: BindScope): FindEdges {
  const { backend } = scope.catalog;
  const [fromObject, fromId, toObject, toId] = ENDS.map((kind) => storageColumn(edge, kind, scope));
  const columns = edge.columns.map(({ computed, storageName }) =>
    computed?.persisted === false ? 'NULL' : backend.quoteName(storageName),
  );
  const select = `SELECT rowid, ${columns.join(', ')} FROM ${storedName(edge, database, scope)} WHERE`;
  const byNode = `${select} (${fromId} = ?1 AND ${fromObject} = ?2) OR (${toId} = ?1 AND ${toObject} = ?2)`;
  const byTable = `${select} ${fromObject} = ?1 OR ${toObject} = ?1`;
  const own = placeOf(node.columns, 'GRAPH_ID');
  const ends = ENDS.map((kind) => placeOf(edge.columns, kind) + 1) as [number, number, number, number];
  const options = { bigints: true, functions: edge.columns.flatMap(({ type }) => backend.keyFunctions(type)) };
  const found = (sql: string, params: readonly PhysicalValue[], frame: Frame): (readonly PhysicalValue[])[] =>
    [...frame.context.connection.iterate(sql, params, options)].map((row) => [...row]);
  const edgesOf = (ids: readonly bigint[], frame: Frame): readonly (readonly PhysicalValue[])[] => {
    if (ids.length <= FEW) return ids.flatMap((id) => found(byNode, [id, node.id], frame));
    const gone = new Set(ids);
    const reaches = (row: readonly PhysicalValue[], object: number, id: number): boolean =>
      Number(row[object]) === node.id && gone.has(BigInt(row[id] as bigint));
    return found(byTable, [node.id], frame).filter((row) => reaches(row, ends[0], ends[1]) || reaches(row, ends[2], ends[3]));
  };
  return (nodes, verb, frame) => {
    const ids = nodes.flatMap((row) => (typeof row[own] === 'bigint' ? [row[own]] : []));
    const rows = new Map(edgesOf(ids, frame).map(([rowId, ...values]) => [Number(rowId), values]));
    if (rows.size === 0) return [];
    if (constraint.onDelete === 'NO ACTION') throw conflict('EDGE REFERENCE', verb, constraint, edge, database);
    return [{ table: edge, rows: [...rows].map(([rowId, values]) => ({ rowId, before: decodeRow(values, edge, backend) })) }];
  };
}

/** An edge of an altered table that a constraint does not admit is 547. */
export function requireAdmitted(table: Table, constraint: EdgeConstraint, database: DatabaseCatalog, scope: BindScope): CheckEdge {
  return edgeChecker(table, [constraint], database, scope);
}
