/**
 * Straight segments of the plane: on which side a point lies, whether it is on a segment, where two cross. Determinants no larger than the rounding of
 * their own products count as zero, as the server has it: neither exact arithmetic nor a fixed tolerance.
 */

import type { Position } from '../shape.ts';
import { position } from '../shape.ts';

export type Spot = Pick<Position, 'x' | 'y'>;

export interface Segment {
  readonly a: Spot;
  readonly b: Spot;
}

const EPSILON = 2 ** -53;
/** Shewchuk's bound of the error of the plain determinant. */
const BOUND = (3 + 16 * EPSILON) * EPSILON;

/** Positive when `c` lies left of the line from `a` to `b`, negative on its right, 0 on it. */
export function orientation(a: Spot, b: Spot, c: Spot): number {
  const left = (a.x - c.x) * (b.y - c.y);
  const right = (a.y - c.y) * (b.x - c.x);
  const determinant = left - right;
  return Math.abs(determinant) <= BOUND * (Math.abs(left) + Math.abs(right)) ? 0 : Math.sign(determinant);
}

export const isSame = (a: Spot, b: Spot): boolean => a.x === b.x && a.y === b.y;

export function inBox(p: Spot, { a, b }: Segment): boolean {
  return p.x >= Math.min(a.x, b.x) && p.x <= Math.max(a.x, b.x) && p.y >= Math.min(a.y, b.y) && p.y <= Math.max(a.y, b.y);
}

export const isOn = (p: Spot, segment: Segment): boolean => inBox(p, segment) && orientation(segment.a, segment.b, p) === 0;

export function boxesMeet(e: Segment, f: Segment): boolean {
  return (
    Math.max(e.a.x, e.b.x) >= Math.min(f.a.x, f.b.x) &&
    Math.max(f.a.x, f.b.x) >= Math.min(e.a.x, e.b.x) &&
    Math.max(e.a.y, e.b.y) >= Math.min(f.a.y, f.b.y) &&
    Math.max(f.a.y, f.b.y) >= Math.min(e.a.y, e.b.y)
  );
}

export type Meeting =
  | { readonly kind: 'none' }
  /** They cross at a point inside both. */
  | { readonly kind: 'cross'; readonly at: Spot }
  /** Ends of one that lie on the other, and whether they share more than points. */
  | { readonly kind: 'touch'; readonly at: readonly Spot[]; readonly overlap: boolean };

const APART: Meeting = { kind: 'none' };

export function meet(e: Segment, f: Segment): Meeting {
  if (!boxesMeet(e, f)) return APART;
  const [ea, eb] = [orientation(f.a, f.b, e.a), orientation(f.a, f.b, e.b)];
  const [fa, fb] = [orientation(e.a, e.b, f.a), orientation(e.a, e.b, f.b)];
  const ends = [
    ...(ea === 0 && inBox(e.a, f) ? [e.a] : []),
    ...(eb === 0 && inBox(e.b, f) ? [e.b] : []),
    ...(fa === 0 && inBox(f.a, e) ? [f.a] : []),
    ...(fb === 0 && inBox(f.b, e) ? [f.b] : []),
  ];
  const collinear = ea === 0 && eb === 0 && fa === 0 && fb === 0;
  if (ends.length > 0) return { kind: 'touch', at: ends, overlap: collinear && ends.some((end) => !isSame(end, ends[0]!)) };
  return ea * eb < 0 && fa * fb < 0 ? { kind: 'cross', at: crossing(e, f) } : APART;
}

function crossing(e: Segment, f: Segment): Spot {
  const [dx, dy] = [e.b.x - e.a.x, e.b.y - e.a.y];
  const [gx, gy] = [f.b.x - f.a.x, f.b.y - f.a.y];
  const t = ((f.a.x - e.a.x) * gy - (f.a.y - e.a.y) * gx) / (dx * gy - dy * gx);
  return { x: e.a.x + t * dx, y: e.a.y + t * dy };
}

/** How far a point is from a segment, and the nearest point. */
export function nearest(p: Spot, { a, b }: Segment): { readonly distance: number; readonly at: Position } {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  const at = position(a.x + t * dx, a.y + t * dy);
  return { distance: Math.hypot(p.x - at.x, p.y - at.y), at };
}
