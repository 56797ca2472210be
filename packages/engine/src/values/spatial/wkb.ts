/** Well-known binary: written with the low byte first, read in either order. Codes above 1000 add z, m or both, as ISO has it; x is the longitude. */

import { unsupported } from '../../errors.ts';
import { spatialFailure } from './failure.ts';
import { type Position, position, positionsOf, type Ring, type Shape, type ShapeType, type SpatialKind } from './shape.ts';
import type { Ordinates } from './text.ts';

/** By their codes, from 1. */
const CODES: readonly ShapeType[] = [
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
];
const FULL_GLOBE = 126;
const THOUSAND = 1000;
/** The curves' codes. */
const CURVES = { from: 8, to: 10 } as const;

interface Layout {
  readonly hasZ: boolean;
  readonly hasM: boolean;
}

export function writeWkb(shape: Shape, ordinates: Ordinates): Uint8Array {
  const positions = ordinates === 'all' ? positionsOf(shape) : [];
  const layout = { hasZ: positions.some(({ z }) => z !== null), hasM: positions.some(({ m }) => m !== null) };
  const parts: Buffer[] = [];
  write(shape, layout, parts);
  return new Uint8Array(Buffer.concat(parts));
}

function write(shape: Shape, layout: Layout, parts: Buffer[]): void {
  const code =
    shape.type === 'FullGlobe'
      ? FULL_GLOBE
      : CODES.indexOf(shape.type) + 1 + (layout.hasZ ? 1 : 0) * THOUSAND + (layout.hasM ? 2 : 0) * THOUSAND;
  const head = Buffer.alloc(5);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(code, 1);
  parts.push(head);
  switch (shape.type) {
    case 'Point':
      return writePoint(shape.point ?? position(Number.NaN, Number.NaN), layout, parts);
    case 'LineString':
      return writeLine(shape.points, layout, parts);
    case 'Polygon':
      parts.push(count(shape.rings.length));
      for (const ring of shape.rings) writeLine(ring, layout, parts);
      return;
    case 'FullGlobe':
      return;
    default:
      parts.push(count(shape.items.length));
      for (const item of shape.items) write(item, layout, parts);
  }
}

function writeLine(points: Ring, layout: Layout, parts: Buffer[]): void {
  parts.push(count(points.length));
  for (const point of points) writePoint(point, layout, parts);
}

function writePoint({ x, y, z, m }: Position, { hasZ, hasM }: Layout, parts: Buffer[]): void {
  const values = [x, y, ...(hasZ ? [z ?? Number.NaN] : []), ...(hasM ? [m ?? Number.NaN] : [])];
  const bytes = Buffer.alloc(values.length * 8);
  for (const [i, value] of values.entries()) bytes.writeDoubleLE(value, i * 8);
  parts.push(bytes);
}

function count(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

interface Reader {
  readonly view: DataView;
  readonly kind: SpatialKind;
  at: number;
}

/** The shape that the bytes hold; with `only`, it must be one of that type. */
export function readWkb(bytes: Uint8Array, kind: SpatialKind, only?: ShapeType): Shape {
  const r: Reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), kind, at: 0 };
  try {
    const shape = read(r);
    if (r.at !== bytes.length || (only !== undefined && shape.type !== only)) throw spatialFailure(kind, 24115);
    return shape;
  } catch (error) {
    if (error instanceof RangeError) throw spatialFailure(kind, 24115);
    throw error;
  }
}

function read(r: Reader): Shape {
  const order = r.view.getUint8(r.at);
  if (order > 1) throw spatialFailure(r.kind, 24115);
  const little = order === 1;
  const code = r.view.getUint32(r.at + 1, little);
  r.at += 5;
  const extra = Math.floor(code / THOUSAND);
  const type = CODES[(code % THOUSAND) - 1];
  if (code === FULL_GLOBE && r.kind === 'geography') return { type: 'FullGlobe' };
  if (code % THOUSAND >= CURVES.from && code % THOUSAND <= CURVES.to) throw unsupported(`${r.kind} CIRCULARSTRING`);
  if (type === undefined || extra > 3) throw spatialFailure(r.kind, 24115);
  return readBody(r, type, little, { hasZ: (extra & 1) !== 0, hasM: (extra & 2) !== 0 });
}

function readBody(r: Reader, type: ShapeType, little: boolean, layout: Layout): Shape {
  switch (type) {
    case 'Point': {
      const point = readPoint(r, little, layout);
      return { type, point: Number.isNaN(point.x) ? null : point };
    }
    case 'LineString':
      return { type, points: readLine(r, little, layout) };
    case 'Polygon':
      return { type, rings: many(r, little, () => readLine(r, little, layout)) };
    case 'FullGlobe':
      return { type };
    default:
      return { type, items: many(r, little, () => read(r)) };
  }
}

const readLine = (r: Reader, little: boolean, layout: Layout): Ring => many(r, little, () => readPoint(r, little, layout));

function many<T>(r: Reader, little: boolean, item: () => T): readonly T[] {
  const wanted = r.view.getUint32(r.at, little);
  r.at += 4;
  if (wanted > r.view.byteLength - r.at) throw spatialFailure(r.kind, 24115);
  return Array.from({ length: wanted }, item);
}

function readPoint(r: Reader, little: boolean, { hasZ, hasM }: Layout): Position {
  const next = (): number => {
    const value = r.view.getFloat64(r.at, little);
    r.at += 8;
    return value;
  };
  const [x, y] = [next(), next()];
  const z = hasZ ? next() : null;
  const m = hasM ? next() : null;
  return position(x, y, Number.isNaN(z) ? null : z, Number.isNaN(m) ? null : m);
}
