/**
 * The nine-intersection matrix of two shapes (DE-9IM): of what dimension is each meeting of interior, boundary and exterior. All edges are cut where they
 * meet; the cuts count as points, what is between them as lines, and the two sides of it as areas. Interior and boundary of a collection are
 * those of its members together, so a place may be both.
 */

import { positionsOf, type Shape } from '../shape.ts';
import { type Area, type Edge, edgesOf, isInside, isOnEdge, keyOf, type Operand, operandOf } from './operand.ts';
import { boxesMeet, isOn, isSame, meet, type Segment, type Spot } from './segments.ts';

/** Rows: interior, boundary, exterior of the first; columns: of the second; -1 where they do not meet. */
export type Matrix = readonly (readonly [number, number, number])[];

const [INTERIOR, BOUNDARY, EXTERIOR] = [0, 1, 2];

export function relate(left: Shape, right: Shape): Matrix {
  const operands = [operandOf(left), operandOf(right)] as const;
  if (!extentsMeet(left, right)) return apart(operands[0], operands[1]);
  const arrangement = arrange(operands[0], operands[1]);
  const matrix: [number, number, number][] = [0, 1, 2].map(() => [-1, -1, -1]);
  const note = (row: number, column: number, dimension: number): void => {
    matrix[row]![column] = Math.max(matrix[row]![column]!, dimension);
  };
  for (const { at, on } of arrangement.nodes.values()) {
    const [rows, columns] = operands.map((operand) => placesOf(operand, at, on, areasAt(operand, at, on)));
    for (const row of rows!) for (const column of columns!) note(row, column, 0);
  }
  for (const piece of arrangement.pieces) {
    const areas = operands.map((operand) => areasAt(operand, piece.middle, piece.on));
    const [rows, columns] = operands.map((operand, i) => placesOf(operand, piece.middle, piece.on, areas[i]!));
    for (const row of rows!) for (const column of columns!) note(row, column, 1);
    for (const side of ['left', 'right'] as const) {
      const [row, column] = areas.map((found) => (found.some((area) => sideInside(area, piece, side)) ? INTERIOR : EXTERIOR));
      note(row!, column!, 2);
    }
  }
  note(EXTERIOR, EXTERIOR, 2);
  return matrix;
}

/** Each lies in the other's exterior as a whole. */
function apart(left: Operand, right: Operand): Matrix {
  const [a, b] = [left, right].map(dimensionsOf) as [Dimensions, Dimensions];
  return [
    [-1, -1, a.interior],
    [-1, -1, a.boundary],
    [b.interior, b.boundary, 2],
  ];
}

interface Dimensions {
  readonly interior: number;
  readonly boundary: number;
}

function dimensionsOf({ points, lines, areas, lineEnds }: Operand): Dimensions {
  const interior = areas.length > 0 ? 2 : lines.length > 0 ? 1 : points.length > 0 ? 0 : -1;
  return { interior, boundary: areas.length > 0 ? 1 : lineEnds.size > 0 ? 0 : -1 };
}

function extentsMeet(left: Shape, right: Shape): boolean {
  const [a, b] = [boxOf(left), boxOf(right)];
  return a !== null && b !== null && boxesMeet(a, b);
}

/** The corners of the rectangle around a shape. */
function boxOf(shape: Shape): Segment | null {
  const positions = positionsOf(shape);
  if (positions.length === 0) return null;
  const box = { a: { x: Infinity, y: Infinity }, b: { x: -Infinity, y: -Infinity } };
  for (const { x, y } of positions) {
    box.a = { x: Math.min(box.a.x, x), y: Math.min(box.a.y, y) };
    box.b = { x: Math.max(box.b.x, x), y: Math.max(box.b.y, y) };
  }
  return box;
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
  for (const [e, f] of pairsOf(left, right)) cutBoth(e, f, cuts, nodeAt);
  return { nodes, pieces: edges.flatMap((edge) => piecesOf(edge, cuts.get(edge)!)) };
}

/** Edges of one operand need cutting against each other only where its members may overlap. */
function* pairsOf(left: Operand, right: Operand): Iterable<readonly [Edge, Edge]> {
  const [es, fs] = [edgesOf(left), edgesOf(right)];
  for (const e of es) for (const f of fs) if (boxesMeet(e, f)) yield [e, f];
  for (const [operand, edges] of [
    [left, es],
    [right, fs],
  ] as const) {
    if (!operand.mayOverlap) continue;
    for (let i = 0; i < edges.length; i += 1) for (let j = i + 1; j < edges.length; j += 1) yield [edges[i]!, edges[j]!];
  }
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

/** Where a place is in an area: on that edge, on an edge by its ordinates, inside, outside. */
type AreaPlace = Edge | 'edge' | 'inside' | 'outside';

function areasAt({ areas }: Operand, at: Spot, on: ReadonlySet<Edge>): readonly AreaPlace[] {
  return areas.map((area) => edgeOf(area, on) ?? (isOnEdge(at, area) ? 'edge' : isInside(at, area) ? 'inside' : 'outside'));
}

/** The edge of an area among those that something lies on. */
function edgeOf(area: Area, on: ReadonlySet<Edge>): Edge | undefined {
  for (const edge of on) if (edge.area === area) return edge;
  return undefined;
}

/** Where a place is in an operand: in its interior, on its boundary, both, or outside. */
function placesOf(operand: Operand, at: Spot, on: ReadonlySet<Edge>, areas: readonly AreaPlace[]): readonly number[] {
  const places = new Set<number>();
  if (operand.points.some((point) => isSame(point, at))) places.add(INTERIOR!);
  if (operand.lineEnds.has(keyOf(at))) places.add(BOUNDARY!);
  else if (operand.lines.some((edge) => on.has(edge) || isOn(at, edge))) places.add(INTERIOR!);
  for (const area of areas) if (area !== 'outside') places.add(area === 'inside' ? INTERIOR! : BOUNDARY!);
  return places.size === 0 ? [EXTERIOR!] : [...places];
}

/** Along an area's own edge its direction tells which side is inside. */
function sideInside(area: AreaPlace, { from, to }: Piece, side: 'left' | 'right'): boolean {
  if (typeof area === 'string') return area === 'inside';
  const sameWay = (area.b.x - area.a.x) * (to.x - from.x) + (area.b.y - area.a.y) * (to.y - from.y) > 0;
  return (area.insideLeft === sameWay) === (side === 'left');
}
