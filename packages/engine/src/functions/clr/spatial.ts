/** The members of geometry and of geography: what both have, then what each has alone. What they have in SQL Server and not here is refused by name. */

import { BIT, FLOAT, GEOGRAPHY, GEOMETRY, nvarchar } from '@sprocket/tsql';
import { patternOf } from '../../values/spatial/pattern.ts';
import { centroid, envelope, planarArea, planarDistance, planarLength } from '../../values/spatial/planar/measure.ts';
import { fits, holds, type Predicate } from '../../values/spatial/planar/predicates.ts';
import { relate } from '../../values/spatial/planar/relate.ts';
import { isRing, isSimple } from '../../values/spatial/planar/simplicity.ts';
import { ellipsoidOf } from '../../values/spatial/reference.ts';
import { roundArea, roundDistance, roundLength } from '../../values/spatial/round/measure.ts';
import { capOf, projectionOf } from '../../values/spatial/round/project.ts';
import { axesOf, DEGREES } from '../../values/spatial/round/vector.ts';
import { isEmpty, position, type Shape, type Spatial } from '../../values/spatial/shape.ts';
import { clrType, type MemberRow, nullable, optional } from './member.ts';
import { constructors } from './spatial-constructors.ts';
import { beyond, bit, membersOf, sridSetter } from './spatial-shared.ts';
import { geographyRings, geometryRings, structure } from './spatial-structure.ts';

const GEOMETRY_ONLY_REFUSED: readonly string[] = ['STBoundary', 'STPointOnSurface'];

const REFUSED: readonly string[] = [
  'AsGml',
  'BufferWithCurves',
  'BufferWithTolerance',
  'CollectionAggregate',
  'ConvexHullAggregate',
  'CurveToLineWithTolerance',
  'EnvelopeAggregate',
  'GeomFromGml',
  'IsValidDetailed',
  'Reduce',
  'STBuffer',
  'STConvexHull',
  'STCurveN',
  'STCurveToLine',
  'STDifference',
  'STIntersection',
  'STNumCurves',
  'STSymDifference',
  'STUnion',
  'ShortestLineTo',
  'UnionAggregate',
];

const PLANAR: readonly Predicate[] = [
  'STContains',
  'STCrosses',
  'STDisjoint',
  'STEquals',
  'STIntersects',
  'STOverlaps',
  'STTouches',
  'STWithin',
];
const ROUND: readonly Predicate[] = ['STContains', 'STDisjoint', 'STEquals', 'STIntersects', 'STOverlaps', 'STWithin'];

const flat = membersOf('geometry', GEOMETRY);
const round = membersOf('geography', GEOGRAPHY);

const geometryRows: readonly MemberRow[] = [
  ...constructors(flat),
  ...structure(flat),
  ...geometryRings(flat),
  flat.property('STX', FLOAT, ({ shape }) => (shape.type === 'Point' ? (shape.point?.x ?? null) : null)),
  flat.property('STY', FLOAT, ({ shape }) => (shape.type === 'Point' ? (shape.point?.y ?? null) : null)),
  flat.tolerant('STLength', FLOAT, ({ shape }) => planarLength(shape)),
  flat.method('STArea', FLOAT, ({ shape }) => planarArea(shape)),
  flat.binary('STDistance', FLOAT, (left, right) => planarDistance(left.shape, right.shape)),
  flat.method('STEnvelope', GEOMETRY, (value) => flat.same(value, envelope(value.shape))),
  flat.method('STCentroid', GEOMETRY, (value) => {
    const centre = centroid(value.shape);
    return flat.same(value, centre === null ? null : { type: 'Point', point: centre });
  }),
  flat.method('STIsSimple', BIT, ({ shape }) => bit(isSimple(shape))),
  flat.tolerant('STIsRing', BIT, ({ shape }) => (shape.type === 'LineString' ? bit(isRing(shape)) : null)),
  ...PLANAR.map((name) => flat.binary(name, BIT, (left, right) => bit(holds(name, left.shape, right.shape)))),
  flat.binary('Filter', BIT, (left, right) => bit(holds('STIntersects', left.shape, right.shape))),
  {
    name: 'STRelate',
    params: [nullable(GEOMETRY), optional(nvarchar(4000))],
    returns: BIT,
    evaluate: (_env, bytes: Uint8Array, other: Uint8Array, pattern: string | null) => {
      const wanted = patternOf(pattern);
      const [left, right] = [flat.valid(bytes), flat.valid(other)];
      return left.srid === right.srid ? bit(fits(relate(left.shape, right.shape), wanted)) : null;
    },
  },
];

const geographyRows: readonly MemberRow[] = [
  ...constructors(round),
  ...structure(round),
  ...geographyRings(round),
  round.property('Lat', FLOAT, ({ shape }) => (shape.type === 'Point' ? (shape.point?.y ?? null) : null)),
  round.property('Long', FLOAT, ({ shape }) => (shape.type === 'Point' ? (shape.point?.x ?? null) : null)),
  round.tolerant('STLength', FLOAT, ({ shape, srid }) => roundLength(shape, ellipsoidOf(srid))),
  round.method('STArea', FLOAT, ({ shape, srid }) => roundArea(shape, ellipsoidOf(srid))),
  round.binary('STDistance', FLOAT, (left, right) => {
    if (left.large || right.large) throw tooLarge('STDistance');
    return roundDistance(left.shape, right.shape, ellipsoidOf(left.srid));
  }),
  round.method('EnvelopeAngle', FLOAT, ({ shape, large }) => (isEmpty(shape) ? null : large ? 180 : capOf(shape).angle * DEGREES)),
  round.method('EnvelopeCenter', GEOGRAPHY, (value) => round.same(value, centreOf(value))),
  ...ROUND.map((name) => round.binary(name, BIT, (left, right) => bit(holdsOnEarth(name, name, left, right)))),
  round.binary('Filter', BIT, (left, right) => bit(holdsOnEarth('STIntersects', 'Filter', left, right))),
];

function centreOf({ shape }: Spatial): Shape | null {
  if (isEmpty(shape)) return null;
  const [x, y, z] = capOf(shape).centre;
  return { type: 'Point', point: position(Math.atan2(y, x) * DEGREES, Math.atan2(z, Math.hypot(x, y)) * DEGREES) };
}

/** In a projection that makes straight lines of both shapes' edges. */
function holdsOnEarth(predicate: Predicate, name: string, left: Spatial, right: Spatial): boolean {
  if (left.large || right.large || left.shape.type === 'FullGlobe' || right.shape.type === 'FullGlobe') throw tooLarge(name);
  const project = projectionOf([left.shape, right.shape], axesOf(ellipsoidOf(left.srid)));
  if (project !== undefined) return holds(predicate, project(left.shape), project(right.shape));
  // Too far apart to be seen together, each being less than a hemisphere.
  throw tooLarge(name);
}

const tooLarge = (name: string): Error => beyond('geography', name, 'instances that span a hemisphere');

export const GEOMETRY_TYPE = clrType(
  GEOMETRY,
  'Microsoft.SqlServer.Types.SqlGeometry',
  geometryRows,
  [...REFUSED, ...GEOMETRY_ONLY_REFUSED],
  [sridSetter(flat)],
);
export const GEOGRAPHY_TYPE = clrType(GEOGRAPHY, 'Microsoft.SqlServer.Types.SqlGeography', geographyRows, REFUSED, [sridSetter(round)]);
