/** The statics of geometry and geography: Point, Parse, and the families that read well-known text and well-known binary of any or of one type. */

import { FLOAT, INT, MAX, nvarchar, varbinary } from '@sprocket/tsql';
import { checkSrid, encode, fromText, fromWkb } from '../../values/spatial/construct.ts';
import { position, type ShapeType } from '../../values/spatial/shape.ts';
import { type MemberRow, nullable, required } from './member.ts';
import type { SpatialMembers } from './spatial-shared.ts';

/** What the methods are called, and the one type that they read. */
const FAMILIES: readonly (readonly [string, ShapeType | undefined])[] = [
  ['STGeom', undefined],
  ['STPoint', 'Point'],
  ['STLine', 'LineString'],
  ['STPoly', 'Polygon'],
  ['STMPoint', 'MultiPoint'],
  ['STMLine', 'MultiLineString'],
  ['STMPoly', 'MultiPolygon'],
  ['STGeomColl', 'GeometryCollection'],
];

export function constructors({ kind, type }: SpatialMembers): readonly MemberRow[] {
  const texts = FAMILIES.map(
    ([name, only]): MemberRow => ({
      name: `${name}FromText`,
      isStatic: true,
      params: [nullable(nvarchar(MAX)), required(INT)],
      returns: type,
      evaluate: (_env, text: string, srid: number) => fromText(kind, text, srid, only),
    }),
  );
  const binaries = FAMILIES.map(
    ([name, only]): MemberRow => ({
      name: `${name}FromWKB`,
      isStatic: true,
      params: [nullable(varbinary(MAX)), required(INT)],
      returns: type,
      evaluate: (_env, bytes: Uint8Array, srid: number) => fromWkb(kind, bytes, srid, only),
    }),
  );
  return [
    {
      name: 'Parse',
      isStatic: true,
      params: [nullable(nvarchar(MAX))],
      returns: type,
      evaluate: (_env, text: string) => fromText(kind, text),
    },
    {
      name: 'Point',
      isStatic: true,
      params: [required(FLOAT), required(FLOAT), required(INT)],
      returns: type,
      // A geography's latitude comes first.
      evaluate: (_env, first: number, second: number, srid: number) => {
        checkSrid(kind, srid);
        const [x, y] = kind === 'geography' ? [second, first] : [first, second];
        return encode(kind, { type: 'Point', point: position(x, y) }, srid);
      },
    },
    { name: 'Null', kind: 'property', isStatic: true, returns: type, evaluate: () => null },
    ...texts,
    ...binaries,
  ];
}
