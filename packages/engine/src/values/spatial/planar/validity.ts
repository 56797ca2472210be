/**
 * What makes a shape valid in the plane: lines do not run back over themselves, rings enclose an area and do not touch themselves, the rings of a polygon
 * neither cross nor share a stretch and leave its interior in one piece, and polygons of a collection of them do not overlap.
 */

import { partsOf, type Ring, type Shape } from '../shape.ts';
import { keyOf, segmentsOf, signedArea } from './operand.ts';
import { fits } from './predicates.ts';
import { relate } from './relate.ts';
import { isSame, meet, type Segment } from './segments.ts';
import { isSimpleLine } from './simplicity.ts';

export function isValidInPlane(shape: Shape): boolean {
  switch (shape.type) {
    case 'LineString':
      return isValidLine(shape.points);
    case 'Polygon':
      return isValidPolygon(shape.rings);
    case 'MultiLineString':
      return (
        shape.items.every(isValidInPlane) &&
        !sharesStretch(partsOf(shape).flatMap((part) => ('points' in part ? segmentsOf(part.points) : [])))
      );
    case 'MultiPolygon':
      return shape.items.every(isValidInPlane) && pairs(shape.items).every(([a, b]) => areApart(a, b));
    case 'GeometryCollection':
      return shape.items.every(isValidInPlane);
    default:
      return true;
  }
}

function isValidLine(points: Ring): boolean {
  return points.length === 0 || (segmentsOf(points).length > 0 && !sharesStretch(segmentsOf(points)) && !endsTwiceFromBelow(points));
}

/** A line may not end on a vertex that it repeats, when it comes there from below. */
function endsTwiceFromBelow(points: Ring): boolean {
  const last = points.at(-1)!;
  if (points.length < 3 || !isSame(points.at(-2)!, last)) return false;
  const before = points.findLast((point) => !isSame(point, last));
  return before !== undefined && (before.y < last.y || (before.y === last.y && before.x < last.x));
}

export function sharesStretch(segments: readonly Segment[]): boolean {
  return pairs(segments).some(([e, f]) => {
    const meeting = meet(e, f);
    return meeting.kind === 'touch' && meeting.overlap;
  });
}

export function isValidPolygon(rings: readonly Ring[]): boolean {
  if (!rings.every(isSimpleRing)) return false;
  const [outer, ...holes] = rings.map((ring): Shape => ({ type: 'Polygon', rings: [ring] }));
  if (outer === undefined) return true;
  if (!holes.every((hole) => fits(relate(hole, outer), 'T*F*FF***') || fits(relate(hole, outer), 'T*F*0F***'))) return false;
  return pairs(holes).every(([a, b]) => areApart(a, b)) && isConnected(rings);
}

/** Polygons that meet in points at most. */
function areApart(a: Shape, b: Shape): boolean {
  const matrix = relate(a, b);
  return fits(matrix, 'F***F****') || fits(matrix, 'F***0****');
}

function isSimpleRing(ring: Ring): boolean {
  return segmentsOf(ring).length > 2 && signedArea(ring) !== 0 && isSimpleLine(ring);
}

/** Rings that touch in a circle, or twice, cut the interior apart. */
function isConnected(rings: readonly Ring[]): boolean {
  const groups = rings.map((_, i) => i);
  const rootOf = (i: number): number => (groups[i] === i ? i : rootOf(groups[i]!));
  for (const [i, j] of pairs(groups.map((_, index) => index))) {
    for (const _touch of touchesOf(rings[i]!, rings[j]!)) {
      const [a, b] = [rootOf(i), rootOf(j)];
      if (a === b) return false;
      groups[a] = b;
    }
  }
  return true;
}

function touchesOf(a: Ring, b: Ring): ReadonlySet<string> {
  const places = segmentsOf(a).flatMap((e) =>
    segmentsOf(b).flatMap((f) => {
      const meeting = meet(e, f);
      return meeting.kind === 'none' ? [] : meeting.kind === 'cross' ? [meeting.at] : meeting.at;
    }),
  );
  return new Set(places.map(keyOf));
}

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
}
