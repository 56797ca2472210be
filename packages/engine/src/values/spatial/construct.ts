/**
 * Makes values of geometry and geography: from text, from well-known binary, from ordinates, from parts of other values. What a shape must have to be one
 * at all is an error here (rings that do not close, latitudes beyond the poles); whether it is valid is computed once and written into the value.
 */

import { decodeSpatial, encodeSpatial } from './binary.ts';
import { spatialFailure } from './failure.ts';
import { segmentsOf, signedArea } from './planar/operand.ts';
import { isValidInPlane, isValidPolygon, sharesStretch } from './planar/validity.ts';
import { readShapeText } from './read-text.ts';
import { ellipsoidOf, referenceSystem } from './reference.ts';
import { capOf, projectionOf } from './round/project.ts';
import { axesOf } from './round/vector.ts';
import { partsOf, positionsOf, type Ring, type Shape, type ShapeType, type Spatial, type SpatialKind, samePlace } from './shape.ts';
import { readWkb } from './wkb.ts';

/** The reference system of a text without one. */
export const DEFAULT_SRID = { geometry: 0, geography: 4326 } as const;

export function fromText(kind: SpatialKind, text: string, srid: number = DEFAULT_SRID[kind], only?: ShapeType): Uint8Array {
  checkSrid(kind, srid);
  return encode(kind, readShapeText(text, kind, only), srid);
}

export function fromWkb(kind: SpatialKind, bytes: Uint8Array, srid: number, only?: ShapeType): Uint8Array {
  checkSrid(kind, srid);
  return encode(kind, readWkb(bytes, kind, only), srid);
}

/** A binary value as it comes, when it is one. */
export function fromBytes(kind: SpatialKind, bytes: Uint8Array): Uint8Array {
  decodeSpatial(bytes, kind);
  return bytes;
}

/** The bytes of a shape, with its validity looked at. */
export function encode(kind: SpatialKind, shape: Shape, srid: number): Uint8Array {
  checkShape(shape, kind);
  return encodeSpatial(kind === 'geometry' ? planar(shape, srid) : round(shape, srid), kind);
}

export function checkSrid(kind: SpatialKind, srid: number): void {
  if (kind === 'geometry' && (srid < 0 || srid > 999999)) throw spatialFailure(kind, 24100);
  if (kind === 'geography' && referenceSystem(srid) === undefined) throw spatialFailure(kind, 24204);
}

const planar = (shape: Shape, srid: number): Spatial => ({ srid, shape, valid: isValidInPlane(shape), large: false });

/** A geography is judged in a projection that keeps its edges straight; one that fits into none is larger than a hemisphere. */
function round(shape: Shape, srid: number): Spatial {
  if (shape.type === 'Point') return { srid, shape, valid: true, large: false };
  const seen = projectionOf([shape], axesOf(ellipsoidOf(srid)))?.(shape);
  const wide = capOf(shape).angle >= Math.PI / 2 - 1e-12;
  if (seen === undefined) return { srid, shape, valid: true, large: wide };
  const clockwise = partsOf(seen).some((part) => part.type === 'Polygon' && part.rings[0] !== undefined && signedArea(part.rings[0]) < 0);
  return { srid, shape, valid: isValidRound(seen), large: wide || clockwise };
}

/** As in the plane, but that rings must agree on what they bound and a line may end on a vertex twice. */
function isValidRound(seen: Shape): boolean {
  if ('items' in seen && seen.type === 'GeometryCollection') return seen.items.every(isValidRound);
  const wound = partsOf(seen).every((part) => part.type !== 'Polygon' || isWoundWell(part.rings));
  if (!wound) return false;
  return seen.type === 'LineString'
    ? !sharesStretch(segmentsOf(seen.points))
    : seen.type === 'Polygon'
      ? isValidPolygon(seen.rings)
      : isValidInPlane(seen);
}

function isWoundWell(rings: readonly Ring[]): boolean {
  const [outer, ...holes] = rings.map((ring) => Math.sign(signedArea(ring)));
  return holes.every((turn) => turn !== outer);
}

function checkShape(shape: Shape, kind: SpatialKind): void {
  for (const part of partsOf(shape)) {
    if (part.type === 'LineString' && part.points.length === 1) throw spatialFailure(kind, 24117);
    if (part.type === 'Polygon') for (const [i, ring] of part.rings.entries()) checkRing(ring, i, kind);
  }
  if (kind === 'geography' && positionsOf(shape).some(({ y }) => !(y >= -90 && y <= 90))) throw spatialFailure(kind, 24201);
}

/** geometry tells the outer ring from numbered inner ones; geography numbers all of them. */
function checkRing(ring: Ring, index: number, kind: SpatialKind): void {
  const few = ring.length < 4;
  if (!few && samePlace(ring[0]!, ring.at(-1)!)) return;
  if (kind === 'geography') throw spatialFailure(kind, few ? 24305 : 24306, index + 1);
  if (index === 0) throw spatialFailure(kind, few ? 24118 : 24119);
  throw spatialFailure(kind, few ? 24120 : 24121, index);
}
