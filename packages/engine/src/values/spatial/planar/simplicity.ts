/** What makes a shape simple: no line passes a place twice but where it closes, and different lines meet in ends of both alone. */

import { partsOf, positionsOf, type Ring, type Shape, samePlace } from '../shape.ts';
import { linesOf } from './measure.ts';
import { keyOf, segmentsOf } from './operand.ts';
import { isSame, type Meeting, meet, type Segment, type Spot } from './segments.ts';

export function isSimple(shape: Shape): boolean {
  if (shape.type === 'GeometryCollection') return shape.items.every(isSimple);
  if (shape.type === 'MultiPoint') return new Set(positionsOf(shape).map(keyOf)).size === partsOf(shape).length;
  const lines = linesOf(shape);
  return lines.every(isSimpleLine) && lines.every((line, i) => lines.slice(i + 1).every((other) => meetInEnds(line, other)));
}

/** A simple line that ends where it begins. */
export const isRing = (shape: Shape): boolean =>
  shape.type === 'LineString' && shape.points.length > 0 && samePlace(shape.points[0]!, shape.points.at(-1)!) && isSimple(shape);

export function isSimpleLine(line: Ring): boolean {
  const segments = segmentsOf(line);
  const closed = segments.length > 2 && isSame(segments[0]!.a, segments.at(-1)!.b);
  return segments.every((e, i) => segments.every((f, j) => j <= i || isNeighbourly(meet(e, f), commonEnd(segments, i, j, closed))));
}

function commonEnd(segments: readonly Segment[], i: number, j: number, closed: boolean): Spot | null {
  if (j === i + 1) return segments[i]!.b;
  return closed && i === 0 && j === segments.length - 1 ? segments[0]!.a : null;
}

/** Neighbours meet in their common end alone, others not at all. */
function isNeighbourly(meeting: Meeting, common: Spot | null): boolean {
  if (meeting.kind === 'none') return true;
  return meeting.kind === 'touch' && !meeting.overlap && common !== null && meeting.at.every((at) => isSame(at, common));
}

function meetInEnds(line: Ring, other: Ring): boolean {
  const isEnd = (of: Ring, at: Spot): boolean => !isSame(of[0]!, of.at(-1)!) && (isSame(of[0]!, at) || isSame(of.at(-1)!, at));
  return segmentsOf(line).every((e) =>
    segmentsOf(other).every((f) => {
      const meeting = meet(e, f);
      if (meeting.kind === 'none') return true;
      return meeting.kind === 'touch' && !meeting.overlap && meeting.at.every((at) => isEnd(line, at) && isEnd(other, at));
    }),
  );
}
