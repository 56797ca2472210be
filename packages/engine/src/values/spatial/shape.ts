/**
 * geometry and geography as data: a tree of shapes over positions. x is the longitude of a geography and y its latitude, as in its texts; the binary
 * form has them the other way round. Curves (CIRCULARSTRING, COMPOUNDCURVE, CURVEPOLYGON) are refused by name.
 */

/** Which of the two types a value has: they share forms and differ in what distances and areas mean. */
export type SpatialKind = 'geometry' | 'geography';

export interface Position {
  readonly x: number;
  readonly y: number;
  readonly z: number | null;
  readonly m: number | null;
}

export type Shape =
  | { readonly type: 'Point'; readonly point: Position | null }
  | { readonly type: 'LineString'; readonly points: readonly Position[] }
  /** The first ring is the outer one; every ring ends where it begins. */
  | { readonly type: 'Polygon'; readonly rings: readonly Ring[] }
  | { readonly type: CollectionType; readonly items: readonly Shape[] }
  | { readonly type: 'FullGlobe' };

export type Ring = readonly Position[];
export type CollectionType = 'MultiPoint' | 'MultiLineString' | 'MultiPolygon' | 'GeometryCollection';
export type ShapeType = Shape['type'];

export interface Spatial {
  readonly srid: number;
  readonly shape: Shape;
  /** As the value says of itself: an invalid one is kept, but most methods refuse it (24144). */
  readonly valid: boolean;
  /** A geography that covers more than a hemisphere. */
  readonly large: boolean;
}

export const position = (x: number, y: number, z: number | null = null, m: number | null = null): Position => ({ x, y, z, m });

/** What each collection holds. */
export const MEMBERS: Readonly<Record<CollectionType, ShapeType | 'any'>> = {
  MultiPoint: 'Point',
  MultiLineString: 'LineString',
  MultiPolygon: 'Polygon',
  GeometryCollection: 'any',
};

/** The empty shape of a type. */
export function emptyShape(type: ShapeType): Shape {
  switch (type) {
    case 'Point':
      return { type, point: null };
    case 'LineString':
      return { type, points: [] };
    case 'Polygon':
      return { type, rings: [] };
    case 'FullGlobe':
      return { type };
    default:
      return { type, items: [] };
  }
}

export function isEmpty(shape: Shape): boolean {
  switch (shape.type) {
    case 'Point':
      return shape.point === null;
    case 'LineString':
      return shape.points.length === 0;
    case 'Polygon':
      return shape.rings.length === 0;
    case 'FullGlobe':
      return false;
    default:
      return shape.items.every(isEmpty);
  }
}

/** Every position in order. */
export function positionsOf(shape: Shape): readonly Position[] {
  switch (shape.type) {
    case 'Point':
      return shape.point === null ? [] : [shape.point];
    case 'LineString':
      return shape.points;
    case 'Polygon':
      return shape.rings.flat();
    case 'FullGlobe':
      return [];
    default:
      return shape.items.flatMap(positionsOf);
  }
}

/** Points, lines and polygons, with the collections around them taken apart. */
export function partsOf(shape: Shape): readonly Shape[] {
  return 'items' in shape ? shape.items.flatMap(partsOf) : [shape];
}

/** 0 for points, 1 for lines, 2 for areas; -1 for what is empty. */
export function dimensionOf(shape: Shape): number {
  if (isEmpty(shape)) return -1;
  if ('items' in shape) return Math.max(...shape.items.map(dimensionOf));
  return shape.type === 'Point' ? 0 : shape.type === 'LineString' ? 1 : 2;
}

export const samePlace = (a: Position, b: Position): boolean => a.x === b.x && a.y === b.y;
