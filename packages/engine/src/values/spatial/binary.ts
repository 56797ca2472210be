/**
 * The binary form of geometry and geography, [MS-SSCLRT] 2.1.1 and 2.1.2: the SRID, a version, flags, then points, figures (which points make a line or ring)
 * and shapes (which figures make a point, line or polygon, and what contains it). A single point and a line of two points are written without
 * figures and shapes. Version 2 adds curves, which are refused, and the flag of what is larger than a hemisphere.
 */

import { unsupported } from '../../errors.ts';
import { invalidBytes, spatialFailure } from './failure.ts';
import type { CollectionType, Position, Shape, ShapeType, Spatial, SpatialKind } from './shape.ts';
import { emptyShape, position, positionsOf } from './shape.ts';

const FLAG = { z: 1, m: 2, valid: 4, point: 8, segment: 16, large: 32 } as const;

/** By their numbers: 1 is Point. */
const SHAPE_TYPES: readonly ShapeType[] = [
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
];
const FULL_GLOBE = 11;
const NONE = -1;

/** What a figure is, in version 1. */
const FIGURE = { innerRing: 0, stroke: 1, outerRing: 2 } as const;

interface Figure {
  readonly attribute: number;
  readonly start: number;
}

interface ShapeRow {
  readonly parent: number;
  readonly figure: number;
  readonly type: number;
}

export function encodeSpatial({ srid, shape, valid, large }: Spatial, kind: SpatialKind): Uint8Array {
  const positions = positionsOf(shape);
  const hasZ = positions.some(({ z }) => z !== null);
  const hasM = positions.some(({ m }) => m !== null);
  const globe = large || shape.type === 'FullGlobe';
  const isPoint = !globe && shape.type === 'Point' && positions.length === 1;
  const isSegment = !globe && shape.type === 'LineString' && positions.length === 2;
  const w = new Writer(64 + positions.length * 32);
  w.int(srid);
  w.byte(globe ? 2 : 1);
  w.byte(
    (hasZ ? FLAG.z : 0) |
      (hasM ? FLAG.m : 0) |
      (valid ? FLAG.valid : 0) |
      (isPoint ? FLAG.point : isSegment ? FLAG.segment : 0) |
      (globe ? FLAG.large : 0),
  );
  if (!isPoint && !isSegment) w.int(positions.length);
  for (const { x, y } of positions) for (const n of kind === 'geography' ? [y, x] : [x, y]) w.double(n);
  if (hasZ) for (const { z } of positions) w.double(z ?? Number.NaN);
  if (hasM) for (const { m } of positions) w.double(m ?? Number.NaN);
  if (!isPoint && !isSegment) writeLayout(w, shape, globe);
  return w.bytes();
}

function writeLayout(w: Writer, shape: Shape, second: boolean): void {
  const figures: Figure[] = [];
  const rows: ShapeRow[] = [];
  layOut(shape, NONE, figures, rows, { next: 0 });
  w.int(figures.length);
  for (const { attribute, start } of figures) {
    // In version 2 every figure of straight lines has attribute 1.
    w.byte(second ? FIGURE.stroke : attribute);
    w.int(start);
  }
  w.int(rows.length);
  for (const { parent, figure, type } of rows) {
    w.int(parent);
    w.int(figure);
    w.byte(type);
  }
}

function layOut(shape: Shape, parent: number, figures: Figure[], rows: ShapeRow[], points: { next: number }): void {
  const own = rows.length;
  const type = shape.type === 'FullGlobe' ? FULL_GLOBE : SHAPE_TYPES.indexOf(shape.type) + 1;
  const first = figures.length;
  rows.push({ parent, figure: NONE, type });
  for (const item of 'items' in shape ? shape.items : []) layOut(item, own, figures, rows, points);
  for (const [attribute, count] of figuresOf(shape)) {
    figures.push({ attribute, start: points.next });
    points.next += count;
  }
  if (figures.length > first) rows[own] = { parent, figure: first, type };
}

/** Attribute and number of points of each figure; a collection has none of its own. */
function figuresOf(shape: Shape): readonly (readonly [number, number])[] {
  switch (shape.type) {
    case 'Point':
      return shape.point === null ? [] : [[FIGURE.stroke, 1]];
    case 'LineString':
      return shape.points.length === 0 ? [] : [[FIGURE.stroke, shape.points.length]];
    case 'Polygon':
      return shape.rings.map((ring, i) => [i === 0 ? FIGURE.outerRing : FIGURE.innerRing, ring.length]);
    default:
      return [];
  }
}

/** The value of the bytes; 6522 when they are none. */
export function decodeSpatial(bytes: Uint8Array, kind: SpatialKind): Spatial {
  try {
    return read(new Reader(bytes), kind);
  } catch (error) {
    if (error instanceof RangeError) throw invalidBytes(kind);
    throw error;
  }
}

function read(r: Reader, kind: SpatialKind): Spatial {
  const srid = r.int();
  const version = r.byte();
  const flags = r.byte();
  if (version !== 1 && version !== 2) throw spatialFailure(kind, 24210, kind === 'geography' ? 'Geography' : 'Geometry', version);
  const bare = (flags & FLAG.point) !== 0 ? 1 : (flags & FLAG.segment) !== 0 ? 2 : 0;
  const positions = readPositions(r, bare === 0 ? r.count() : bare, flags, kind);
  const shape = bare === 0 ? readShapes(r, positions, version) : bareShape(positions);
  return { srid, shape, valid: (flags & FLAG.valid) !== 0, large: (flags & FLAG.large) !== 0 && shape.type !== 'FullGlobe' };
}

function bareShape(positions: readonly Position[]): Shape {
  return positions.length === 1 ? { type: 'Point', point: positions[0]! } : { type: 'LineString', points: positions };
}

function readPositions(r: Reader, count: number, flags: number, kind: SpatialKind): readonly Position[] {
  const pairs = Array.from({ length: count }, () => [r.double(), r.double()] as const);
  const zs = (flags & FLAG.z) !== 0 ? pairs.map(() => r.measure()) : [];
  const ms = (flags & FLAG.m) !== 0 ? pairs.map(() => r.measure()) : [];
  return pairs.map(([a, b], i) => {
    const [x, y] = kind === 'geography' ? [b, a] : [a, b];
    return position(x, y, zs[i] ?? null, ms[i] ?? null);
  });
}

function readShapes(r: Reader, positions: readonly Position[], version: number): Shape {
  const figures = Array.from({ length: r.count() }, (): Figure => ({ attribute: r.byte(), start: r.int() }));
  if (version === 2 && figures.some(({ attribute }) => attribute > 1)) throw unsupported('CIRCULARSTRING');
  const rows = Array.from({ length: r.count() }, (): ShapeRow => ({ parent: r.int(), figure: r.int(), type: r.byte() }));
  const lines = figures.map(({ start }, i) => positions.slice(start, figures[i + 1]?.start ?? positions.length));
  if (rows[0]?.parent !== NONE) throw new RangeError('no shape');
  return shapeAt(0, rows, lines);
}

function shapeAt(index: number, rows: readonly ShapeRow[], lines: readonly (readonly Position[])[]): Shape {
  const { figure, type: number } = rows[index]!;
  if (number === FULL_GLOBE) return { type: 'FullGlobe' };
  const type = SHAPE_TYPES[number - 1];
  if (type === undefined) throw number > 7 && number < FULL_GLOBE ? unsupported('CIRCULARSTRING') : new RangeError('shape type');
  if (type !== 'Point' && type !== 'LineString' && type !== 'Polygon') return collectionAt(index, type as CollectionType, rows, lines);
  if (figure === NONE) return emptyShape(type);
  const own = lines.slice(figure, endOfFigures(index, rows, lines.length));
  if (own.length === 0 || own[0]!.length === 0) throw new RangeError('figure');
  if (type === 'Polygon') return { type, rings: own };
  return type === 'Point' ? { type, point: own[0]![0]! } : { type, points: own[0]! };
}

function collectionAt(index: number, type: CollectionType, rows: readonly ShapeRow[], lines: readonly (readonly Position[])[]): Shape {
  const items = rows.flatMap(({ parent }, i) => (parent === index && i > index ? [shapeAt(i, rows, lines)] : []));
  return { type, items };
}

/** A shape's figures go up to those of the next shape that has any. */
function endOfFigures(index: number, rows: readonly ShapeRow[], count: number): number {
  return rows.slice(index + 1).find(({ figure }) => figure !== NONE)?.figure ?? count;
}

class Writer {
  #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.#view = new DataView(new ArrayBuffer(size));
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#view.setUint8(this.#at, value);
    this.#at += 1;
  }

  int(value: number): void {
    this.#reserve(4);
    this.#view.setInt32(this.#at, value, true);
    this.#at += 4;
  }

  double(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.#at, value, true);
    this.#at += 8;
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer.slice(0, this.#at));
  }

  #reserve(size: number): void {
    if (this.#at + size <= this.#view.byteLength) return;
    const wider = new Uint8Array(this.#view.byteLength * 2 + size);
    wider.set(new Uint8Array(this.#view.buffer));
    this.#view = new DataView(wider.buffer);
  }
}

/** Raises RangeError behind the last byte, as DataView does. */
class Reader {
  #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(): number {
    const value = this.#view.getUint8(this.#at);
    this.#at += 1;
    return value;
  }

  int(): number {
    const value = this.#view.getInt32(this.#at, true);
    this.#at += 4;
    return value;
  }

  /** A number of things that take at least a byte each. */
  count(): number {
    const value = this.int();
    if (value < 0 || value > this.#view.byteLength - this.#at) throw new RangeError('count');
    return value;
  }

  double(): number {
    const value = this.#view.getFloat64(this.#at, true);
    this.#at += 8;
    return value;
  }

  /** A z or m: NULL is written as NaN. */
  measure(): number | null {
    const value = this.double();
    return Number.isNaN(value) ? null : value;
  }
}
