/** Lengths, areas, distances, envelopes and centroids of the plane. */

import { isEmpty, type Position, partsOf, position, positionsOf, type Ring, type Shape } from '../shape.ts';
import { edgesOf, isInside, isOnEdge, type Operand, operandOf, segmentsOf, signedArea } from './operand.ts';
import { meet, nearest, type Segment } from './segments.ts';

/** Of lines; of an area, the length of all its rings. */
export function planarLength(shape: Shape): number {
  return sum(linesOf(shape).flatMap((line) => segmentsOf(line).map(({ a, b }) => Math.hypot(b.x - a.x, b.y - a.y))));
}

export function planarArea(shape: Shape): number {
  return sum(partsOf(shape).map((part) => (part.type === 'Polygon' ? polygonArea(part.rings) : 0)));
}

const polygonArea = (rings: readonly Ring[]): number => sum(rings.map((ring, i) => (i === 0 ? 1 : -1) * Math.abs(signedArea(ring))));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The lines of a shape and the rings of its areas. */
export function linesOf(shape: Shape): readonly Ring[] {
  return partsOf(shape).flatMap((part) => (part.type === 'LineString' ? [part.points] : part.type === 'Polygon' ? part.rings : []));
}

/** 0 where they meet; null when one is empty. */
export function planarDistance(left: Shape, right: Shape): number | null {
  if (isEmpty(left) || isEmpty(right)) return null;
  const [a, b] = [operandOf(left), operandOf(right)];
  if (holdsPointOf(a, right) || holdsPointOf(b, left)) return 0;
  let least = Number.POSITIVE_INFINITY;
  const [es, fs] = [segmentsAndPoints(a), segmentsAndPoints(b)];
  for (const e of es) for (const f of fs) least = Math.min(least, segmentDistance(e, f, least));
  return least;
}

function holdsPointOf({ areas }: Operand, shape: Shape): boolean {
  return areas.some((area) => positionsOf(shape).some((p) => isOnEdge(p, area) || isInside(p, area)));
}

/** An isolated point is a segment without length. */
const segmentsAndPoints = (operand: Operand): readonly Segment[] => [...operand.points.map((p) => ({ a: p, b: p })), ...edgesOf(operand)];

function segmentDistance(e: Segment, f: Segment, limit: number): number {
  if (meet(e, f).kind !== 'none') return 0;
  return Math.min(limit, nearest(e.a, f).distance, nearest(e.b, f).distance, nearest(f.a, e).distance, nearest(f.b, e).distance);
}

/** How much an envelope without an extent is widened to either side, relative to its coordinate. */
const WIDENING = 2e-8;
const WIDENING_AT_ZERO = 1e-8;

/** The rectangle around a shape; an axis that it does not span is widened. */
export function envelope(shape: Shape): Shape {
  const positions = positionsOf(shape);
  if (positions.length === 0) return { type: 'GeometryCollection', items: [] };
  const [x0, x1] = extent(positions.map(({ x }) => x));
  const [y0, y1] = extent(positions.map(({ y }) => y));
  return { type: 'Polygon', rings: [[position(x0, y0), position(x1, y0), position(x1, y1), position(x0, y1), position(x0, y0)]] };
}

function extent(values: readonly number[]): readonly [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  if (low !== high) return [low, high];
  const by = low === 0 ? WIDENING_AT_ZERO : Math.abs(low) * WIDENING;
  return [low - by, low + by];
}

/** The centre of gravity of polygons; null for every other shape. */
export function centroid(shape: Shape): Position | null {
  if ((shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') || isEmpty(shape)) return null;
  const rings = partsOf(shape).flatMap((part) =>
    part.type === 'Polygon' ? part.rings.map((ring, i) => ringMoment(ring, i === 0 ? 1 : -1)) : [],
  );
  const area = sum(rings.map((moment) => moment.area));
  return position(sum(rings.map((moment) => moment.x)) / area, sum(rings.map((moment) => moment.y)) / area);
}

function ringMoment(ring: Ring, sign: 1 | -1): { readonly area: number; readonly x: number; readonly y: number } {
  let [area, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i += 1) {
    const [p, q] = [ring[i - 1]!, ring[i]!];
    const cross = p.x * q.y - q.x * p.y;
    area += cross / 2;
    x += ((p.x + q.x) * cross) / 6;
    y += ((p.y + q.y) * cross) / 6;
  }
  const turn = area < 0 ? -sign : sign;
  return { area: area * turn, x: x * turn, y: y * turn };
}
