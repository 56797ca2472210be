/**
 * Edges of a geography: great elliptic arcs, cut from the ellipsoid by the plane through both ends and the centre. The section is an ellipse; an arc is
 * held by its two half axes in space and the parameters of its ends. Its length is an elliptic integral of the second kind.
 */

import { integrate } from './quadrature.ts';
import { type Axes, add, cross, dot, scale, size, subtract, unit, type Vector } from './vector.ts';

export interface Arc {
  readonly from: Vector;
  readonly to: Vector;
  /** The half axes of the section, perpendicular to each other. */
  readonly major: Vector;
  readonly minor: Vector;
  /** Parameters of the ends; the second is the greater one, by less than π. */
  readonly start: number;
  readonly end: number;
  /** Perpendicular to the plane, so that the arc turns to the left around it. */
  readonly normal: Vector;
}

/** Below this sine two directions count as one, or as opposite. */
const PARALLEL = 1e-15;

/** The arc between two places; null when they are one place or lie opposite each other, since no plane is theirs alone. */
export function arcBetween(from: Vector, to: Vector, axes: Axes): Arc | null {
  const perpendicular = cross(unit(from), unit(to));
  if (size(perpendicular) < PARALLEL) return null;
  const normal = unit(perpendicular);
  const [u, v] = principalDirections(normal, unit(from), axes);
  const [major, minor] = [scale(u, radiusAlong(u, axes)), scale(v, radiusAlong(v, axes))];
  const parameter = (p: Vector): number => Math.atan2(dot(p, v) / size(minor), dot(p, u) / size(major));
  const start = parameter(from);
  const turn = parameter(to) - start;
  return { from, to, major, minor, start, end: start + (turn < 0 ? turn + 2 * Math.PI : turn), normal };
}

/** In the plane, the directions of the section's axes: the equatorial one and the one across. */
function principalDirections(normal: Vector, along: Vector, _axes: Axes): readonly [Vector, Vector] {
  const level = Math.hypot(normal[0], normal[1]);
  const u: Vector = level < PARALLEL ? along : [-normal[1] / level, normal[0] / level, 0];
  return [u, cross(normal, u)];
}

function radiusAlong([x, y, z]: Vector, { a, b }: Axes): number {
  return 1 / Math.sqrt((x * x + y * y) / (a * a) + (z * z) / (b * b));
}

export const pointAt = ({ major, minor }: Arc, t: number): Vector => add(scale(major, Math.cos(t)), scale(minor, Math.sin(t)));

export function arcLength({ major, minor, start, end }: Arc): number {
  const [a, b] = [size(major), size(minor)];
  return integrate((t) => Math.hypot(a * Math.sin(t), b * Math.cos(t)), start, end);
}

/** The distance along the surface; between opposite places it is half of the meridian ellipse. */
export function surfaceDistance(from: Vector, to: Vector, axes: Axes): number {
  const arc = arcBetween(from, to, axes);
  if (arc !== null) return arcLength(arc);
  if (dot(from, to) > 0) return size(subtract(from, to));
  return integrate((t) => Math.hypot(axes.a * Math.sin(t), axes.b * Math.cos(t)), 0, Math.PI);
}

/** Whether a place in the arc's plane lies between its ends. */
export function isWithin(place: Vector, { from, to, normal }: Arc): boolean {
  return dot(cross(from, place), normal) >= 0 && dot(cross(place, to), normal) >= 0;
}

/** Whether two arcs cross or touch, where their planes are not the same. */
export function arcsMeet(e: Arc, f: Arc): boolean {
  const line = cross(e.normal, f.normal);
  if (size(line) < PARALLEL) return false;
  return [line, scale(line, -1)].some((place) => isWithin(place, e) && isWithin(place, f));
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Narrows any arc to less than a micrometre. */
const STEPS = 75;

/** The place of an arc that is nearest to another place, by the chord between them. */
export function nearestOnArc(place: Vector, arc: Arc): Vector {
  const distance = (t: number): number => size(subtract(pointAt(arc, t), place));
  let [low, high] = [arc.start, arc.end];
  for (let i = 0; i < STEPS; i += 1) {
    const reach = GOLDEN * (high - low);
    if (distance(high - reach) < distance(low + reach)) high = low + reach;
    else low = high - reach;
  }
  const candidates = [arc.from, arc.to, pointAt(arc, (low + high) / 2)];
  return candidates.reduce((best, other) => (size(subtract(other, place)) < size(subtract(best, place)) ? other : best));
}
