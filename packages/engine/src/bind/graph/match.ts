/**
 * MATCH as comparisons: an edge leads from the node whose table and number its hidden columns hold. Those are integers, so indexes of edges and nodes are
 * used. Where a view or derived table stands for a node or edge only the texts of identifiers are left to compare.
 */

import type { GraphHop, GraphMatch, GraphNode, GraphPattern, Identifier } from '@sprocket/tsql';
import { INT } from '@sprocket/tsql';
import { placeOf, standsFor } from '../../catalog/graph.ts';
import { nameKey } from '../../catalog/model.ts';
import { sqlError } from '../../errors.ts';
import type { ExprContext, NameScope } from '../context.ts';
import { constant } from '../literal.ts';
import { columnRef } from '../names.ts';
import { and, compare } from '../predicate.ts';
import type { Expr, Source } from '../tree.ts';
import { hidden } from './columns.ts';
import { compareIdentifiers } from './identifiers.ts';
import { type Path, type PathScope, requireOneDatabase } from './paths.ts';

/** A clause in which MATCH may stand, and what its patterns have named so far. */
export interface MatchScope {
  /** Sources that JOIN or APPLY combine, which patterns cannot name; none where they may. */
  readonly joined: readonly Source[];
  /** In the order in which SELECT * shows them. */
  readonly edges: Source[];
  readonly nodes: Source[];
  readonly paths: readonly Path[];
}

export const matchScope = (joined: readonly Source[], paths?: PathScope): MatchScope => ({
  joined,
  edges: [],
  nodes: [],
  paths: paths?.paths ?? [],
});

export function bindMatch(node: GraphMatch, cx: ExprContext): Expr {
  const { match } = cx;
  if (match === 'refused') throw sqlError(13905);
  if (match === undefined) throw sqlError(102, firstArrow(node));
  const conditions = node.patterns.flatMap((pattern) => bindPattern(pattern, match, cx.names));
  return conditions.length === 0 ? compare('=', constant(1, INT), constant(1, INT)) : and(conditions);
}

function bindPattern(pattern: GraphPattern, scope: MatchScope, names: NameScope | null): Expr[] {
  switch (pattern.kind) {
    case 'graphPath':
      return pattern.hops.flatMap((hop, i) => bindHop(pattern.hops[i - 1]?.node ?? pattern.start, hop, scope, names));
    case 'sameLastNode': {
      const [left, right] = [pattern.left, pattern.right].map((node) => lastNode(node, scope));
      if (left?.graph?.objectId !== right?.graph?.objectId) return [compare('=', constant(1, INT), constant(0, INT))];
      return [compare('=', hidden(left as Source, 'GRAPH_ID'), hidden(right as Source, 'GRAPH_ID'))];
    }
    case 'shortestPath': {
      // A path is a source of FROM; one that is not there names tables that FROM does not mark.
      const [hop] = pattern.hops;
      if (hop !== undefined && !scope.paths.some((path) => path.pattern === pattern)) throw sqlError(13948, hop.edge.value);
      return [];
    }
  }
}

/** The rows of the path on which a node of FROM lies. */
function lastNode({ name }: GraphNode, { paths }: MatchScope): Source {
  const path = paths.find(({ hops }) => nameKey(hops.at(-1)?.node.source.name ?? '') === nameKey(name.value));
  if (path === undefined) throw sqlError(13900, name.value);
  return path.source;
}

/** What is wrong with a pattern where MATCH is an unknown function. */
function firstArrow({ patterns }: GraphMatch): string {
  const [first] = patterns;
  return first?.kind === 'graphPath' && first.hops[0]?.reversed === true ? '(' : '>';
}

function bindHop(left: GraphNode, { edge, reversed, node }: GraphHop, scope: MatchScope, names: NameScope | null): Expr[] {
  const found = named(edge, 'edge', scope, names);
  if (scope.edges.includes(found)) throw sqlError(13903, edge.value);
  const ends = [left, node].map((end) => (end.last ? lastNode(end, scope) : named(end.name, 'node', scope, names)));
  if (reversed) ends.reverse();
  const [from, to] = ends as [Source, Source];
  scope.edges.push(found);
  for (const end of ends) if (!scope.nodes.includes(end)) scope.nodes.push(end);
  return [...leads('from', found, from), ...leads('to', found, to)];
}

/** The source that a pattern names, as a node or an edge: 13900, 13901, 13902, and 13920 for one that is joined. */
function named({ value }: Identifier, kind: 'node' | 'edge', scope: MatchScope, names: NameScope | null): Source {
  const source = findSource(value, names);
  if (source === undefined) throw sqlError(13900, value);
  if (!isA(kind, source)) throw sqlError(kind === 'node' ? 13901 : 13902, value);
  if (scope.joined.includes(source)) throw sqlError(13920, value);
  if (source.path === true) throw sqlError(13949, value);
  return source;
}

function findSource(name: string, names: NameScope | null): Source | undefined {
  for (let scope = names; scope !== null; scope = scope.parent) {
    const source = scope.sources.find((candidate) => nameKey(candidate.name) === nameKey(name));
    if (source !== undefined) return source;
  }
  return undefined;
}

/** A node or edge table, or a query that shows the identifiers of one. */
function isA(kind: 'node' | 'edge', source: Source): boolean {
  return source.graph === undefined ? textOf(source, `$${kind}_id`) !== undefined : source.graph.kind === kind;
}

function textOf(source: Source, pseudo: string): Expr | undefined {
  const index = source.columns.findIndex(({ name }) => standsFor(pseudo, name));
  return index < 0 ? undefined : columnRef(source, index);
}

const ENDS = {
  from: { object: 'GRAPH_FROM_OBJ_ID', id: 'GRAPH_FROM_ID', text: '$from_id' },
  to: { object: 'GRAPH_TO_OBJ_ID', id: 'GRAPH_TO_ID', text: '$to_id' },
} as const;

function leads(end: 'from' | 'to', edge: Source, node: Source): Expr[] {
  const { object, id, text } = ENDS[end];
  requireOneDatabase([edge.graph, node.graph]);
  if (node.graph !== undefined && placeOf(edge.columns, id) >= 0)
    return [
      compare('=', hidden(edge, object), constant(node.graph.objectId, INT)),
      compare('=', hidden(edge, id), hidden(node, 'GRAPH_ID')),
    ];
  const [left, right] = [textOf(edge, text), textOf(node, '$node_id')];
  if (left === undefined || right === undefined) throw sqlError(13902, edge.name);
  return [compareIdentifiers(left, right) ?? compare('=', left, right)];
}

/** SELECT * shows what MATCH does not name, then its edges and its nodes. */
export function starOrder(sources: readonly Source[], { edges, nodes }: MatchScope): readonly Source[] {
  if (edges.length === 0) return sources;
  const own = (list: readonly Source[]): readonly Source[] => list.filter((source) => sources.includes(source));
  return [...sources.filter((source) => !edges.includes(source) && !nodes.includes(source)), ...own(edges), ...own(nodes)];
}
