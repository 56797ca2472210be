/** A shape taken apart for topology: its isolated points, the segments of its lines and its rings, with what each segment bounds. */

import { type Position, partsOf, type Ring, type Shape } from '../shape.ts';
import { isOn, isSame, orientation, type Segment, type Spot } from './segments.ts';

export interface Edge extends Segment {
  /** The area that the edge bounds; null for a line's. */
  readonly area: Area | null;
  /** For a ring: whether the area's inside is on the left of a → b. */
  readonly insideLeft: boolean;
}

export interface Area {
  readonly rings: readonly Ring[];
  readonly edges: Edge[];
}

export interface Operand {
  readonly points: readonly Position[];
  readonly lines: readonly Edge[];
  readonly areas: readonly Area[];
  /** Lines' ends that an odd number of lines share, by their key: the boundary of what is one-dimensional. */
  readonly lineEnds: ReadonlySet<string>;
  /** Members of a collection may cover each other; those of the other shapes meet in points at most. */
  readonly mayOverlap: boolean;
}

export const keyOf = ({ x, y }: Spot): string => `${x} ${y}`;

export function operandOf(shape: Shape): Operand {
  const points: Position[] = [];
  const lines: Edge[] = [];
  const areas: Area[] = [];
  const ends = new Map<string, number>();
  for (const part of partsOf(shape)) {
    if (part.type === 'Point' && part.point !== null) points.push(part.point);
    if (part.type === 'LineString') {
      lines.push(...segmentsOf(part.points).map(({ a, b }): Edge => ({ a, b, area: null, insideLeft: false })));
      const [first, last] = [part.points[0], part.points.at(-1)];
      for (const end of first === undefined || last === undefined ? [] : [first, last])
        ends.set(keyOf(end), (ends.get(keyOf(end)) ?? 0) + 1);
    }
    if (part.type === 'Polygon' && part.rings.length > 0) areas.push(areaOf(part.rings));
  }
  const lineEnds = new Set([...ends].filter(([, n]) => n % 2 === 1).map(([key]) => key));
  return { points, lines, areas, lineEnds, mayOverlap: shape.type === 'GeometryCollection' };
}

export const edgesOf = (operand: Operand): readonly Edge[] => [...operand.lines, ...operand.areas.flatMap(({ edges }) => edges)];

/** The segments of a line that have a length. */
export function segmentsOf(points: Ring): readonly Segment[] {
  return points.slice(1).flatMap((b, i) => (isSame(points[i]!, b) ? [] : [{ a: points[i]!, b }]));
}

function areaOf(rings: readonly Ring[]): Area {
  const area: Area = { rings, edges: [] };
  rings.forEach((ring, i) => {
    const insideLeft = signedArea(ring) > 0 === (i === 0);
    area.edges.push(...segmentsOf(ring).map(({ a, b }): Edge => ({ a, b, area, insideLeft })));
  });
  return area;
}

/** Positive for a ring written counter-clockwise. */
export function signedArea(ring: Ring): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [p, q] = [ring[i - 1]!, ring[i]!];
    sum += (p.x - origin.x) * (q.y - origin.y) - (q.x - origin.x) * (p.y - origin.y);
  }
  return sum / 2;
}

/** Whether a point that lies on no edge is inside an area: by how many edges a ray to the right meets. */
export function isInside(p: Spot, { edges }: Area): boolean {
  let inside = false;
  for (const { a, b } of edges) {
    if (a.y > p.y === b.y > p.y) continue;
    const [low, high] = a.y < b.y ? [a, b] : [b, a];
    if (orientation(low, high, p) > 0) inside = !inside;
  }
  return inside;
}

export const isOnEdge = (p: Spot, { edges }: Area): boolean => edges.some((edge) => isOn(p, edge));
