/**
 * SHORTEST_PATH: the sources of FROM that it repeats give way to one source of rows, applied to the others, with a row for each node that a start node
 * reaches: its number, and what aggregates of the path yield. What those are is known when all of the query is bound, so a path is finished last.
 */

import type { Expression, GraphHop, GraphNode, Identifier, ShortestPath } from '@sprocket/tsql';
import { BIGINT } from '@sprocket/tsql';
import { nameKey } from '../../catalog/model.ts';
import { sqlError, sqlErrorState, unsupported } from '../../errors.ts';
import { callBuiltin } from '../call.ts';
import type { Binder, NameScope } from '../context.ts';
import type { Expr, From, PathAggregatePlan, PathPlan, QueryColumn, RowsFunction, SelectQuery, Source, SourceColumn } from '../tree.ts';
import { mapChildren } from '../walk.ts';
import { hidden } from './columns.ts';

/** A table that FROM marks FOR PATH: not part of the join. */
export interface PathSource {
  readonly from: From;
  readonly source: Source;
  readonly hasAlias: boolean;
}

/** A path of the query that is being bound. */
export interface Path {
  readonly pattern: ShortestPath;
  /** By hop, its edge and the node behind it. */
  readonly hops: readonly { readonly edge: PathSource; readonly node: PathSource; readonly reversed: boolean }[];
  /** The rows: the last node's number, then aggregates. It can be named as a node by LAST_NODE. */
  readonly source: Source;
  readonly columns: SourceColumn[];
  readonly aggregates: PathAggregatePlan[];
  /** What aggregates read of the tables, in the order of their arguments. */
  readonly reads: PathRead[];
  /** What else the rows depend on: the start's number, then values that aggregates use. */
  readonly args: Expr[];
  readonly start: Source;
  readonly startObject: number;
  /** Filled in by `finishPaths`. */
  readonly rows: RowsFunction;
}

/** A value of a step that aggregates read. */
export interface PathRead {
  readonly hop: number;
  readonly side: 'edge' | 'node';
  readonly expr: Expr;
}

export interface PathScope {
  readonly paths: readonly Path[];
  /** The sources of the query with those of paths, as aggregates see them. */
  readonly sources: readonly Source[];
}

/** The paths of a query whose FROM has sources marked FOR PATH: 13949 for one that no path repeats. */
export function bindPaths(where: Expression | null, marked: readonly PathSource[], names: NameScope, binder: Binder): PathScope {
  // A subquery sees names of a query around it.
  if (names.parent !== null) throw sqlError(13957);
  const patterns = where === null ? [] : patternsOf(where);
  const paths: Path[] = [];
  for (const pattern of inOrder(patterns)) paths.push(bindPath(pattern, marked, paths, names, binder));
  const used = paths.flatMap(({ hops }) => hops.flatMap(({ edge, node }) => [edge, node]));
  const unused = marked.find((source) => !used.includes(source));
  if (unused !== undefined) throw notRepeated(unused);
  return { paths, sources: [...names.sources.filter(({ path }) => path !== true), ...marked.map(({ source }) => withoutMark(source))] };
}

function notRepeated({ source, hasAlias }: PathSource): Error {
  if (hasAlias) return sqlError(13949, source.name);
  return sqlErrorState(13949, 1, [source.database, source.schema, source.name].filter((part) => part !== null).join('.'));
}

function withoutMark({ path, ...source }: Source): Source {
  return source;
}

/** What MATCH combines with AND. */
function patternsOf(where: Expression): ShortestPath[] {
  if (where.kind === 'and') return where.operands.flatMap(patternsOf);
  return where.kind === 'graphMatch' ? where.patterns.filter((pattern) => pattern.kind === 'shortestPath') : [];
}

/** A path that begins at the last node of another one comes after it. */
function inOrder(patterns: readonly ShortestPath[]): readonly ShortestPath[] {
  const ends = (pattern: ShortestPath, name: Identifier): boolean => lastOf(pattern) === nameKey(name.value);
  const depth = (pattern: ShortestPath, seen: readonly ShortestPath[]): number => {
    const before = pattern.start.last ? patterns.find((other) => !seen.includes(other) && ends(other, pattern.start.name)) : undefined;
    return before === undefined ? 0 : depth(before, [...seen, before]) + 1;
  };
  return [...patterns].sort((a, b) => depth(a, [a]) - depth(b, [b]));
}

const lastOf = ({ hops }: ShortestPath): string => nameKey(hops.at(-1)?.node.name.value ?? '');

function bindPath(pattern: ShortestPath, marked: readonly PathSource[], before: readonly Path[], names: NameScope, binder: Binder): Path {
  const hops = pattern.hops.map((hop) => bindPathHop(hop, marked, names));
  const start = startOf(pattern.start, before, names);
  const last = graphOf(hops.at(-1)?.node.source, 'node', pattern.start.name);
  requireOneDatabase([last, ...hops.flatMap(({ edge, node }) => [edge.source.graph, node.source.graph]), start.graph]);
  const columns: SourceColumn[] = [{ ...madeColumn(BIGINT, 0), nullable: false, graph: 'GRAPH_ID' }];
  const source: Source = {
    id: binder.ids.next++,
    name: '',
    schema: null,
    database: null,
    columns,
    table: null,
    graph: last,
  };
  return {
    pattern,
    hops,
    source,
    columns,
    aggregates: [],
    reads: [],
    // A number that is new each time the statement runs tells its reads of the graph from those of others.
    args: [callBuiltin('GRAPH RUN', []), hidden(start, 'GRAPH_ID')],
    start,
    startObject: graphOf(start, 'node', pattern.start.name).objectId,
    rows: { key: '', columns, rows: () => [] },
  };
}

const madeColumn = (type: QueryColumn['type'], index: number): SourceColumn => ({
  name: '',
  type,
  nullable: true,
  identity: false,
  computed: true,
  storageName: `c${index}`,
  hidden: true,
  expression: null,
});

function bindPathHop({ edge, node, reversed }: GraphHop, marked: readonly PathSource[], names: NameScope): Path['hops'][number] {
  const find = ({ value }: Identifier): PathSource => {
    const found = marked.find(({ source }) => nameKey(source.name) === nameKey(value));
    if (found !== undefined) return found;
    throw sqlError(isNamed(value, names) ? 13948 : 13900, value);
  };
  const found = { edge: find(edge), node: find(node.name), reversed };
  graphOf(found.edge.source, 'edge', edge);
  graphOf(found.node.source, 'node', node.name);
  return found;
}

const isNamed = (name: string, { sources }: NameScope): boolean => sources.some((source) => nameKey(source.name) === nameKey(name));

/** The node from which a path starts: one of FROM, or the last one of another path. */
function startOf({ name, last }: GraphNode, before: readonly Path[], { sources }: NameScope): Source {
  const path = last ? before.find((other) => lastOf(other.pattern) === nameKey(name.value)) : undefined;
  const source = path?.source ?? sources.find((candidate) => nameKey(candidate.name) === nameKey(name.value));
  if (source === undefined || source.path === true) throw sqlError(13900, name.value);
  return source;
}

/** The table behind a source of that kind. */
function graphOf(source: Source | undefined, kind: 'node' | 'edge', { value }: Identifier): NonNullable<Source['graph']> {
  if (source?.graph?.kind === kind) return source.graph;
  if (source?.table === null) throw unsupported('SHORTEST_PATH over a view or a derived table');
  throw sqlError(kind === 'node' ? 13901 : 13902, value);
}

/** A graph is that of one database; the rows that a trigger is told of belong to none. */
export function requireOneDatabase(graphs: readonly Source['graph'][]): void {
  const ids = new Set(graphs.flatMap((graph) => (graph === undefined || graph.databaseId === 0 ? [] : [graph.databaseId])));
  if (ids.size > 1) throw unsupported('MATCH over several databases');
}

/** Says how the rows are made, now that all aggregates are bound. */
export function finishPaths({ paths }: PathScope, { scope: { catalog } }: Binder): void {
  for (const path of paths)
    Object.assign(
      path.rows,
      catalog.backend.pathRows(planOf(path), (id) => catalog.alias(id)),
    );
}

function planOf({ pattern, hops, reads, aggregates, startObject }: Path): PathPlan {
  return {
    startObject,
    most: pattern.most,
    hops: hops.map(({ edge, node, reversed }, hop) => ({
      edges: selectOf(edge, endsOf(edge.source, reversed), readsOf(reads, hop, 'edge')),
      nodes: selectOf(node, [hidden(node.source, 'GRAPH_ID')], readsOf(reads, hop, 'node')),
      object: node.source.graph?.objectId ?? 0,
    })),
    places: reads.map(({ hop, side }, i) => ({
      hop,
      side,
      place: reads.slice(0, i).filter((r) => r.hop === hop && r.side === side).length,
    })),
    aggregates: aggregates.map((aggregate) => ({ ...aggregate, args: aggregate.args.map((arg) => settled(arg, reads.length)) })),
  };
}

const readsOf = (reads: readonly PathRead[], hop: number, side: PathRead['side']): readonly Expr[] =>
  reads.filter((read) => read.hop === hop && read.side === side).map(({ expr }) => expr);

/** Where a step leaves a node and where it arrives. */
function endsOf(edge: Source, reversed: boolean): readonly Expr[] {
  const from = [hidden(edge, 'GRAPH_FROM_OBJ_ID'), hidden(edge, 'GRAPH_FROM_ID')];
  const to = [hidden(edge, 'GRAPH_TO_OBJ_ID'), hidden(edge, 'GRAPH_TO_ID')];
  return reversed ? [...to, ...from] : [...from, ...to];
}

function selectOf({ from }: PathSource, own: readonly Expr[], read: readonly Expr[]): SelectQuery {
  const items = [...own, ...read];
  return {
    kind: 'select',
    columns: items.map(({ type }) => ({ name: '', type, nullable: true, identity: false, computed: true })),
    items,
    from,
    where: null,
    groupBy: null,
    having: null,
    distinct: false,
    orderBy: [],
    limit: null,
  };
}

/** Values from outside the path follow those of a step, whose number was not known before. */
export const OUTSIDE = 1_000_000;

function settled(expr: Expr, steps: number): Expr {
  if (expr.kind === 'argument') return expr.index < OUTSIDE ? expr : { ...expr, index: expr.index - OUTSIDE + steps };
  return mapChildren(expr, (child) => settled(child, steps));
}
