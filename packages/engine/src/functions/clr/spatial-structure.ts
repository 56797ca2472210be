/** What a geometry or geography is made of: its texts and binaries, its type, points, rings and members. */

import { BIT, FLOAT, INT, MAX, nvarchar, varbinary } from '@sprocket/tsql';
import { encodeSpatial } from '../../values/spatial/binary.ts';
import { spatialFailure } from '../../values/spatial/failure.ts';
import { isClosed, isInstanceOf } from '../../values/spatial/kinds.ts';
import { dimensionOf, isEmpty, type Position, positionsOf, type Ring, type Shape } from '../../values/spatial/shape.ts';
import { shapeText } from '../../values/spatial/text.ts';
import { writeWkb } from '../../values/spatial/wkb.ts';
import { type MemberRow, nullable, required } from './member.ts';
import { beyond, bit, type SpatialMembers } from './spatial-shared.ts';

const TEXT = nvarchar(MAX);
const BYTES = varbinary(MAX);

export function structure(of: SpatialMembers): readonly MemberRow[] {
  const { kind, type, property, tolerant, method, same } = of;
  const pointOf = ({ shape }: { readonly shape: Shape }): Position | null => (shape.type === 'Point' ? shape.point : null);
  const asPoint = (point: Position | undefined): Shape | null => (point === undefined ? null : { type: 'Point', point });
  return [
    tolerant('ToString', TEXT, ({ shape }) => shapeText(shape, 'all')),
    tolerant('AsTextZM', TEXT, ({ shape }) => shapeText(shape, 'all')),
    tolerant('STAsText', TEXT, ({ shape }) => shapeText(shape, 'plane')),
    tolerant('STAsBinary', BYTES, ({ shape }) => writeWkb(shape, 'plane')),
    tolerant('AsBinaryZM', BYTES, ({ shape }) => writeWkb(shape, 'all')),
    property('STSrid', INT, ({ srid }) => srid),
    property('Z', FLOAT, (value) => pointOf(value)?.z ?? null),
    property('M', FLOAT, (value) => pointOf(value)?.m ?? null),
    property('HasZ', BIT, ({ shape }) => bit(positionsOf(shape).some(({ z }) => z !== null))),
    property('HasM', BIT, ({ shape }) => bit(positionsOf(shape).some(({ m }) => m !== null))),
    property('IsNull', BIT, () => 0),
    tolerant('STIsValid', BIT, ({ valid }) => bit(valid)),
    tolerant('STIsEmpty', BIT, ({ shape }) => bit(isEmpty(shape))),
    tolerant('MakeValid', type, (value) => {
      if (!value.valid) throw beyond(kind, 'MakeValid', 'an invalid instance');
      return encodeSpatial(value, kind);
    }),
    tolerant('MinDbCompatibilityLevel', INT, ({ shape, large }) => (large || shape.type === 'FullGlobe' ? 110 : 100)),
    method('STGeometryType', nvarchar(4000), ({ shape }) => shape.type),
    method('STDimension', INT, ({ shape }) => dimensionOf(shape)),
    method('STIsClosed', BIT, ({ shape }) => bit(isClosed(shape))),
    method('STNumPoints', INT, ({ shape }) => positionsOf(shape).length),
    method('STStartPoint', type, (value) => same(value, asPoint(positionsOf(value.shape)[0]))),
    method('STEndPoint', type, (value) => same(value, asPoint(positionsOf(value.shape).at(-1)))),
    method('STNumGeometries', INT, ({ shape }) => membersIn(shape).length),
    nth(of, 'STPointN', 24102, ({ shape }, n) => asPoint(positionsOf(shape)[n - 1])),
    nth(of, 'STGeometryN', 24103, ({ shape }, n) => membersIn(shape)[n - 1] ?? null),
    {
      name: 'InstanceOf',
      params: [nullable(nvarchar(4000))],
      returns: BIT,
      evaluate: (_env, bytes: Uint8Array, name: string) => bit(isInstanceOf(of.valid(bytes).shape, name, kind)),
    },
  ];
}

export function geometryRings(of: SpatialMembers): readonly MemberRow[] {
  return [
    of.method('STExteriorRing', of.type, (value) => of.same(value, asLine(ringsOf(value.shape)[0]))),
    of.method('STNumInteriorRing', INT, ({ shape }) => (shape.type === 'Polygon' ? Math.max(0, shape.rings.length - 1) : null)),
    nth(of, 'STInteriorRingN', 24104, ({ shape }, n) => asLine(ringsOf(shape)[n])),
  ];
}

export function geographyRings(of: SpatialMembers): readonly MemberRow[] {
  return [
    of.method('NumRings', INT, ({ shape }) => (shape.type === 'Polygon' ? shape.rings.length : null)),
    nth(of, 'RingN', 24104, ({ shape }, n) => asLine(ringsOf(shape)[n - 1])),
    of.method('ReorientObject', of.type, (value) => of.same(value, reoriented(value.shape))),
  ];
}

/** A member by its number, from 1; beyond the last one it is NULL. */
function nth(
  of: SpatialMembers,
  name: string,
  tooLow: 24102 | 24103 | 24104,
  get: (value: { readonly shape: Shape }, n: number) => Shape | null,
): MemberRow {
  return {
    name,
    params: [required(INT)],
    returns: of.type,
    evaluate: (_env, bytes: Uint8Array, n: number) => {
      const value = of.valid(bytes);
      if (n < 1) throw spatialFailure(of.kind, tooLow, n);
      return of.same(value, get(value, n));
    },
  };
}

/** What is no collection is its own only member, unless it is empty. */
const membersIn = (shape: Shape): readonly Shape[] => ('items' in shape ? shape.items : isEmpty(shape) ? [] : [shape]);

const ringsOf = (shape: Shape): readonly Ring[] => (shape.type === 'Polygon' ? shape.rings : []);

const asLine = (points: Ring | undefined): Shape | null => (points === undefined ? null : { type: 'LineString', points });

function reoriented(shape: Shape): Shape {
  if ('items' in shape) return { ...shape, items: shape.items.map(reoriented) };
  return shape.type === 'Polygon' ? { ...shape, rings: shape.rings.map((ring) => ring.toReversed()) } : shape;
}
