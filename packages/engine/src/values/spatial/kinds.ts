/** Questions about what kind of shape one is. */

import { spatialFailure } from './failure.ts';
import { isEmpty, type Shape, type ShapeType, type SpatialKind, samePlace } from './shape.ts';

/** The types above each type, itself first. */
const SUPERTYPES: Readonly<Record<ShapeType, readonly string[]>> = {
  Point: ['point', 'geometry'],
  LineString: ['linestring', 'curve', 'geometry'],
  Polygon: ['polygon', 'surface', 'geometry'],
  MultiPoint: ['multipoint', 'geometrycollection', 'geometry'],
  MultiLineString: ['multilinestring', 'multicurve', 'geometrycollection', 'geometry'],
  MultiPolygon: ['multipolygon', 'multisurface', 'geometrycollection', 'geometry'],
  GeometryCollection: ['geometrycollection', 'geometry'],
  FullGlobe: ['fullglobe', 'geometry'],
};

const OTHERS: readonly string[] = ['circularstring', 'compoundcurve', 'curvepolygon'];
const KNOWN: ReadonlySet<string> = new Set([...Object.values(SUPERTYPES).flat(), ...OTHERS]);

/** InstanceOf: in any case of letters; a name of no type is 24105. */
export function isInstanceOf(shape: Shape, name: string, kind: SpatialKind): boolean {
  const wanted = name.toLowerCase();
  if (!KNOWN.has(wanted) || (wanted === 'fullglobe' && kind === 'geometry')) throw spatialFailure(kind, 24105, name);
  return SUPERTYPES[shape.type].includes(wanted);
}

/** Whether every line of it ends where it begins; points and what is empty are not closed. */
export function isClosed(shape: Shape): boolean {
  if (isEmpty(shape)) return false;
  switch (shape.type) {
    case 'LineString':
      return samePlace(shape.points[0]!, shape.points.at(-1)!);
    case 'Polygon':
      return true;
    case 'Point':
    case 'FullGlobe':
      return false;
    default:
      return shape.items.every(isClosed);
  }
}
