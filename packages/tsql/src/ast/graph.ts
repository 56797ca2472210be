/**
 * The patterns of MATCH over graph tables, and the aggregates over a path that it finds. Nodes and edges are named by sources of FROM. What repeats in
 * SHORTEST_PATH always begins at its fixed end: `(a-(e)->)+b` is kept as the same path read from `b`.
 */
import type { Identifier, Node, ObjectName } from './common.ts';
import type { Expression } from './expression.ts';

/** `MATCH(a-(e)->b AND …)`: all patterns hold. */
export interface GraphMatch extends Node<'graphMatch'> {
  readonly patterns: readonly GraphPattern[];
}

export type GraphPattern = GraphPath | ShortestPath | SameLastNode;

/** `a-(e)->b<-(f)-c` */
export interface GraphPath extends Node<'graphPath'> {
  readonly start: GraphNode;
  readonly hops: readonly GraphHop[];
}
/** `SHORTEST_PATH(a(-(e)->b)+)`, `SHORTEST_PATH(a(-(e)->b){1,3})` */
export interface ShortestPath extends Node<'shortestPath'> {
  readonly start: GraphNode;
  /** What is repeated. */
  readonly hops: readonly GraphHop[];
  /** How often at most; null for `+`. */
  readonly most: number | null;
}
/** `LAST_NODE(a) = LAST_NODE(b)` */
export interface SameLastNode extends Node<'sameLastNode'> {
  readonly left: GraphNode;
  readonly right: GraphNode;
}
/** `a`, `LAST_NODE(a)` */
export interface GraphNode extends Node<'graphNode'> {
  readonly name: Identifier;
  /** The last node of the path on which `name` lies. */
  readonly last: boolean;
}
/** `-(e)->b`, or against the direction of the edge `<-(e)-b` */
export interface GraphHop extends Node<'graphHop'> {
  readonly edge: Identifier;
  readonly reversed: boolean;
  readonly node: GraphNode;
}

/** `STRING_AGG(b.name, '->') WITHIN GROUP (GRAPH PATH)`; COUNT also takes `b.*`. */
export interface PathAggregate extends Node<'pathAggregate'> {
  readonly name: ObjectName;
  readonly args: readonly Expression[];
}
