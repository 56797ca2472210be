/**
 * The nine-intersection matrix of two shapes (DE-9IM): of what dimension is each meeting of interior, boundary and exterior. All edges are cut where they
 * meet; the cuts count as points, what is between them as lines, and the two sides of it as areas. Interior and boundary of a collection are
 * those of its members together, so a place may be both.
 */

import type { Shape } from '../shape.ts';
import { type Area, type Edge, edgesOf, isInside, isOnEdge, keyOf, type Operand, operandOf } from './operand.ts';
import { isOn, isSame, meet, type Spot } from './segments.ts';

/** Rows: interior, boundary, exterior of the first; columns: of the second; -1 where they do not meet. */
export type Matrix = readonly (readonly [number, number, number])[];

const [INTERIOR, BOUNDARY, EXTERIOR] = [0, 1, 2];

export function relate(left: Shape, right: Shape): Matrix {
  const operands = [operandOf(left), operandOf(right)] as const;
  const arrangement = arrange(operands[0], operands[1]);
  const matrix: [number, number, number][] = [0, 1, 2].map(() => [-1, -1, -1]);
  const note = (row: number, column: number, dimension: number): void => {
    matrix[row]![column] = Math.max(matrix[row]![column]!, dimension);
  };
  for (const node of arrangement.nodes.values()) {
    const [rows, columns] = operands.map((operand) => placesOf(operand, node.at, node.on));
    for (const row of rows!) for (const column of columns!) note(row, column, 0);
  }
  for (const piece of arrangement.pieces) {
    const [rows, columns] = operands.map((operand) => placesOf(operand, piece.middle, piece.on));
    for (const row of rows!) for (const column of columns!) note(row, column, 1);
    for (const side of ['left', 'right'] as const) {
      const [row, column] = operands.map((operand) => (sideInside(operand, piece, side) ? INTERIOR : EXTERIOR));
      note(row!, column!, 2);
    }
  }
  note(EXTERIOR, EXTERIOR, 2);
  return matrix;
}

interface Node {
  readonly at: Spot;
  /** Edges that it lies on by construction, whatever rounding says. */
  readonly on: Set<Edge>;
}

interface Piece {
  readonly from: Spot;
  readonly to: Spot;
  readonly middle: Spot;
  readonly on: ReadonlySet<Edge>;
}

interface Cut {
  readonly points: Spot[];
  /** Edges that run along this one for a stretch. */
  readonly along: Edge[];
}

function arrange(left: Operand, right: Operand): { readonly nodes: ReadonlyMap<string, Node>; readonly pieces: readonly Piece[] } {
  const edges = [...edgesOf(left), ...edgesOf(right)];
  const nodes = new Map<string, Node>();
  const cuts = new Map<Edge, Cut>(edges.map((edge) => [edge, { points: [edge.a, edge.b], along: [] }]));
  const nodeAt = (at: Spot): Node => {
    const known = nodes.get(keyOf(at)) ?? { at, on: new Set<Edge>() };
    nodes.set(keyOf(at), known);
    return known;
  };
  for (const point of [...left.points, ...right.points]) cutAt(point, edges, cuts, nodeAt);
  for (const edge of edges) for (const end of [edge.a, edge.b]) nodeAt(end).on.add(edge);
  for (let i = 0; i < edges.length; i += 1) for (let j = i + 1; j < edges.length; j += 1) cutBoth(edges[i]!, edges[j]!, cuts, nodeAt);
  return { nodes, pieces: edges.flatMap((edge) => piecesOf(edge, cuts.get(edge)!)) };
}

function cutAt(point: Spot, edges: readonly Edge[], cuts: ReadonlyMap<Edge, Cut>, nodeAt: (at: Spot) => Node): void {
  const node = nodeAt(point);
  for (const edge of edges) {
    if (!isOn(point, edge)) continue;
    node.on.add(edge);
    cuts.get(edge)!.points.push(point);
  }
}

function cutBoth(e: Edge, f: Edge, cuts: ReadonlyMap<Edge, Cut>, nodeAt: (at: Spot) => Node): void {
  const meeting = meet(e, f);
  if (meeting.kind === 'none') return;
  for (const at of meeting.kind === 'cross' ? [meeting.at] : meeting.at) {
    nodeAt(at).on.add(e).add(f);
    cuts.get(e)!.points.push(at);
    cuts.get(f)!.points.push(at);
  }
  if (meeting.kind === 'touch' && meeting.overlap) {
    cuts.get(e)!.along.push(f);
    cuts.get(f)!.along.push(e);
  }
}

function piecesOf(edge: Edge, { points, along }: Cut): readonly Piece[] {
  const [dx, dy] = [edge.b.x - edge.a.x, edge.b.y - edge.a.y];
  const way = (p: Spot): number => (p.x - edge.a.x) * dx + (p.y - edge.a.y) * dy;
  const ordered = points.toSorted((p, q) => way(p) - way(q));
  return ordered.slice(1).flatMap((to, i): readonly Piece[] => {
    const from = ordered[i]!;
    if (isSame(from, to)) return [];
    const covering = along.filter(
      (other) => Math.min(way(other.a), way(other.b)) <= way(from) && Math.max(way(other.a), way(other.b)) >= way(to),
    );
    return [{ from, to, middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, on: new Set([edge, ...covering]) }];
  });
}

/** Where a place is in an operand: in its interior, on its boundary, both, or outside. */
function placesOf(operand: Operand, at: Spot, on: ReadonlySet<Edge>): readonly number[] {
  const places = new Set<number>();
  if (operand.points.some((point) => isSame(point, at))) places.add(INTERIOR!);
  if (operand.lineEnds.has(keyOf(at))) places.add(BOUNDARY!);
  else if (operand.lines.some((edge) => on.has(edge) || isOn(at, edge))) places.add(INTERIOR!);
  for (const area of operand.areas) {
    if (area.edges.some((edge) => on.has(edge)) || isOnEdge(at, area)) places.add(BOUNDARY!);
    else if (isInside(at, area)) places.add(INTERIOR!);
  }
  return places.size === 0 ? [EXTERIOR!] : [...places];
}

function sideInside(operand: Operand, piece: Piece, side: 'left' | 'right'): boolean {
  return operand.areas.some((area) => {
    const own = area.edges.find((edge) => piece.on.has(edge));
    return own === undefined ? !isOnEdge(piece.middle, area) && isInside(piece.middle, area) : insideOf(own, area, piece, side);
  });
}

/** Along an area's own edge its direction tells which side is inside. */
function insideOf(edge: Edge, _area: Area, { from, to }: Piece, side: 'left' | 'right'): boolean {
  const sameWay = (edge.b.x - edge.a.x) * (to.x - from.x) + (edge.b.y - edge.a.y) * (to.y - from.y) > 0;
  return (edge.insideLeft === sameWay) === (side === 'left');
}
