/** Lengths, distances and areas of the ellipsoid, all along great elliptic arcs. */

import { unsupported } from '../../../errors.ts';
import { linesOf } from '../planar/measure.ts';
import { isInside, isOnEdge, operandOf } from '../planar/operand.ts';
import type { Ellipsoid } from '../reference.ts';
import { isEmpty, type Position, partsOf, positionsOf, type Ring, type Shape, samePlace } from '../shape.ts';
import { type Arc, arcBetween, arcLength, arcsMeet, nearestOnArc, pointAt, surfaceDistance } from './arc.ts';
import { projectionOf } from './project.ts';
import { integrate } from './quadrature.ts';
import { type Axes, axesOf, latitudeOf, size, subtract, surface, type Vector } from './vector.ts';

export function roundLength(shape: Shape, ellipsoid: Ellipsoid): number {
  const axes = axesOf(ellipsoid);
  return linesOf(shape).reduce((total, line) => total + arcsOf(line, axes).reduce((sum, arc) => sum + arcLength(arc), 0), 0);
}

function arcsOf(line: Ring, axes: Axes): readonly Arc[] {
  const places = line.map((place) => surface(place, axes));
  return places.slice(1).flatMap((to, i) => arcBetween(places[i]!, to, axes) ?? []);
}

/** 0 where they meet; null when one is empty. */
export function roundDistance(left: Shape, right: Shape, ellipsoid: Ellipsoid): number | null {
  if (isEmpty(left) || isEmpty(right)) return null;
  const axes = axesOf(ellipsoid);
  const [e, f] = [sideOf(left, axes), sideOf(right, axes)];
  if (holdsPlaceOf(left, right, axes) || holdsPlaceOf(right, left, axes)) return 0;
  if (e.arcs.some((arc) => f.arcs.some((other) => arcsMeet(arc, other)))) return 0;
  const [from, to] = nearestPlaces(e, f);
  const distance = surfaceDistance(from, to, axes);
  return distance < TOUCHING ? 0 : distance;
}

/** What a search for the nearest place leaves of a distance of nothing. */
const TOUCHING = 1e-6;

interface Side {
  readonly places: readonly Vector[];
  readonly arcs: readonly Arc[];
}

const sideOf = (shape: Shape, axes: Axes): Side => ({
  places: placesOf(shape, axes),
  arcs: linesOf(shape).flatMap((line) => arcsOf(line, axes)),
});

const placesOf = (shape: Shape, axes: Axes): readonly Vector[] => positionsOf(shape).map((place) => surface(place, axes));

/** Arcs that do not cross are nearest to each other at an end of one of them. */
function nearestPlaces(e: Side, f: Side): readonly [Vector, Vector] {
  let best: readonly [Vector, Vector] = [e.places[0]!, f.places[0]!];
  let chord = Number.POSITIVE_INFINITY;
  const look = (a: Vector, b: Vector): void => {
    const found = size(subtract(a, b));
    if (found < chord) [best, chord] = [[a, b], found];
  };
  for (const a of e.places) for (const b of f.places) look(a, b);
  for (const a of e.places) for (const arc of f.arcs) look(a, nearestOnArc(a, arc));
  for (const b of f.places) for (const arc of e.arcs) look(nearestOnArc(b, arc), b);
  return best;
}

/** Whether a polygon of `shape` has a point of `other` inside. */
function holdsPlaceOf(shape: Shape, other: Shape, axes: Axes): boolean {
  return partsOf(shape).some((part) => {
    if (part.type !== 'Polygon' || part.rings.length === 0) return false;
    return positionsOf(other).some((place) => {
      const project = projectionOf([part, { type: 'Point', point: place }], axes);
      if (project === undefined) return false;
      const [area] = operandOf(project(part)).areas;
      const seen = positionsOf(project({ type: 'Point', point: place }))[0]!;
      return area !== undefined && (isOnEdge(seen, area) || isInside(seen, area));
    });
  });
}

/** What SQL Server says of FULLGLOBE. */
const FULL_GLOBE = 510065621710996.44;

/** The surface of the whole ellipsoid. */
const globeArea = (ellipsoid: Ellipsoid): number => 4 * Math.PI * zone(Math.PI / 2, axesOf(ellipsoid));

/** Rings bound what lies on their left; a clockwise one bounds all but what it seems to. */
export function roundArea(shape: Shape, ellipsoid: Ellipsoid): number {
  const axes = axesOf(ellipsoid);
  return partsOf(shape).reduce((total, part) => {
    if (part.type === 'FullGlobe') return total + FULL_GLOBE;
    if (part.type !== 'Polygon') return total;
    const signed = part.rings.reduce((sum, ring) => sum + ringArea(ring, axes), 0);
    return total + (signed < 0 ? globeArea(ellipsoid) + signed : signed);
  }, 0);
}

/** By Green's theorem, from the area between the equator and a parallel; positive for a ring written counter-clockwise. */
function ringArea(ring: Ring, axes: Axes): number {
  let area = 0;
  let turn = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const span = longitudeSpan(ring[i - 1]!, ring[i]!);
    turn += span;
    area -= edgeArea(ring[i - 1]!, ring[i]!, span, axes);
  }
  // A ring around a pole is closed along the pole.
  if (Math.abs(turn) > Math.PI) throw unsupported('geography.STArea of a polygon around a pole');
  return area;
}

/** From one longitude to another the shorter way, in radians. */
function longitudeSpan(from: Position, to: Position): number {
  const turn = (((to.x - from.x) % 360) + 540) % 360;
  return ((turn - 180) * Math.PI) / 180;
}

/** The integral of `zone` over the longitude along an edge. */
function edgeArea(from: Position, to: Position, span: number, axes: Axes): number {
  if (samePlace(from, to) || span === 0) return 0;
  const arc = arcBetween(surface(from, axes), surface(to, axes), axes);
  if (arc === null) return 0;
  const { major, minor, start, end } = arc;
  return integrate(
    (t) => {
      const place = pointAt(arc, t);
      const [dx, dy] = [0, 1].map((i) => -major[i]! * Math.sin(t) + minor[i]! * Math.cos(t)) as [number, number];
      const across = place[0] ** 2 + place[1] ** 2;
      return (zone(latitudeOf(place, axes), axes) * (place[0] * dy - place[1] * dx)) / across;
    },
    start,
    end,
    Math.min(0.5, (end - start) / Math.max(1, Math.ceil(Math.abs(span) / 0.1))),
  );
}

/** The area between the equator and a parallel, for each radian of longitude. */
function zone(latitude: number, { a, e2 }: Axes): number {
  const sine = Math.sin(latitude);
  const e = Math.sqrt(e2);
  const curved = e === 0 ? sine / 2 : Math.atanh(e * sine) / (2 * e);
  return a * a * (1 - e2) * (sine / (2 * (1 - e2 * sine * sine)) + curved);
}
