/** geometry and geography: forms that read back, topology that agrees with itself, measures of the ellipsoid. */

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSpatial, encodeSpatial } from '../../src/values/spatial/binary.ts';
import { fromText } from '../../src/values/spatial/construct.ts';
import { ordinateText } from '../../src/values/spatial/number-text.ts';
import { planarDistance } from '../../src/values/spatial/planar/measure.ts';
import { holds } from '../../src/values/spatial/planar/predicates.ts';
import { relate } from '../../src/values/spatial/planar/relate.ts';
import { isValidInPlane } from '../../src/values/spatial/planar/validity.ts';
import { readShapeText } from '../../src/values/spatial/read-text.ts';
import { ellipsoidOf } from '../../src/values/spatial/reference.ts';
import { roundArea, roundDistance, roundLength } from '../../src/values/spatial/round/measure.ts';
import type { Position, Ring, Shape } from '../../src/values/spatial/shape.ts';
import { shapeText } from '../../src/values/spatial/text.ts';
import { readWkb, writeWkb } from '../../src/values/spatial/wkb.ts';

const ordinate = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => n + 0),
);
const measure = fc.option(ordinate, { nil: null });
const place: fc.Arbitrary<Position> = fc.record({ x: ordinate, y: ordinate, z: measure, m: measure }).map((point) => ({ ...point }));
const ring: fc.Arbitrary<Ring> = fc.array(place, { minLength: 3, maxLength: 6 }).map((points) => [...points, points[0]!]);
const leaf: fc.Arbitrary<Shape> = fc.oneof(
  fc.option(place, { nil: null }).map((point): Shape => ({ type: 'Point', point })),
  fc.oneof(fc.constant([]), fc.array(place, { minLength: 2, maxLength: 5 })).map((points): Shape => ({ type: 'LineString', points })),
  fc.array(ring, { maxLength: 3 }).map((rings): Shape => ({ type: 'Polygon', rings })),
);
const shape: fc.Arbitrary<Shape> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }).map((items): Shape => ({ type: 'GeometryCollection', items })),
  fc
    .array(
      place.map((point): Shape => ({ type: 'Point', point })),
      { maxLength: 3 },
    )
    .map((items): Shape => ({ type: 'MultiPoint', items })),
);

const parse = (text: string): Shape => readShapeText(text, 'geometry');

describe('forms', () => {
  test('the binary form decodes to the same value', () => {
    fc.assert(
      fc.property(shape, fc.constantFrom('geometry', 'geography'), fc.boolean(), (value, kind, valid) => {
        const whole = { srid: 4326, shape: value, valid, large: false };
        return isDeepStrictEqual(decodeSpatial(encodeSpatial(whole, kind), kind), whole);
      }),
    );
  });

  test('text reads back', () => {
    fc.assert(fc.property(shape, (value) => isDeepStrictEqual(parse(shapeText(value, 'all')), value)));
  });

  test('well-known binary reads back', () => {
    fc.assert(
      fc.property(shape, (value) =>
        isDeepStrictEqual(shapeText(readWkb(writeWkb(value, 'all'), 'geometry'), 'all'), shapeText(value, 'all')),
      ),
    );
  });

  test('no bytes break the decoder', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), (noise, cut) => {
        const bytes = encodeSpatial({ srid: 0, shape: parse('POLYGON((0 0, 1 0, 0 1, 0 0))'), valid: true, large: false }, 'geometry');
        bytes.set(noise.slice(0, bytes.length - cut), Math.min(cut, bytes.length));
        try {
          decodeSpatial(bytes, 'geometry');
        } catch (error) {
          expect(error).toMatchObject({ number: expect.toBeOneOf([6522, 40510]) });
        }
      }),
    );
  });

  test.each([
    [1.5, '1.5'],
    [1e10, '10000000000'],
    [1e15, '1E+15'],
    [1e30, '1E+30'],
    [0.0001, '0.0001'],
    [0.00001, '1E-05'],
    [-0.000001, '-1E-06'],
    [0.1 + 0.2, '0.30000000000000004'],
    [4.000000000000007, '4.0000000000000071'],
    [-122.349, '-122.349'],
  ])('%s is written %s', (value, text) => {
    expect(ordinateText(value)).toBe(text);
  });

  test.each([
    ['geography', 'POINT(-122.349 47.651)', 'e6100000010c17d9cef753d34740759318045696' + '5ec0'],
    ['geometry', 'POINT EMPTY', '000000000104000000000000000001000000ffffffffffffffff01'],
    ['geometry', 'LINESTRING EMPTY', '000000000104000000000000000001000000ffffffffffffffff02'],
    ['geography', 'FULLGLOBE', 'e61000000224000000000000000001000000ffffffffffffffff0b'],
  ] as const)('%s %s', (kind, text, hex) => {
    expect(Buffer.from(fromText(kind, text)).toString('hex')).toBe(hex);
  });
});

describe('topology', () => {
  const small = fc.integer({ min: 0, max: 6 });
  const spot = fc.record({ x: small, y: small, z: fc.constant(null), m: fc.constant(null) });
  const simple: fc.Arbitrary<Shape> = fc
    .oneof(
      spot.map((point): Shape => ({ type: 'Point', point })),
      fc.array(spot, { minLength: 2, maxLength: 4 }).map((points): Shape => ({ type: 'LineString', points })),
      fc.array(spot, { minLength: 3, maxLength: 5 }).map((points): Shape => ({ type: 'Polygon', rings: [[...points, points[0]!]] })),
    )
    .filter(isValidInPlane);

  test('the matrix of two shapes is that of the two turned round', () => {
    fc.assert(
      fc.property(simple, simple, (left, right) => {
        const [there, back] = [relate(left, right), relate(right, left)];
        return isDeepStrictEqual(
          there,
          back[0]!.map((_, row) => back.map((line) => line[row]!)),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('a shape equals itself, and what is apart has a distance', () => {
    fc.assert(fc.property(simple, (value) => holds('STEquals', value, value) && holds('STWithin', value, value)));
    fc.assert(fc.property(simple, simple, (left, right) => holds('STIntersects', left, right) === (planarDistance(left, right) === 0)));
  });

  const square = 'POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))';
  test.each([
    ['STContains', square, 'POINT(1 1)', true],
    ['STContains', square, 'POINT(0 1)', false],
    ['STTouches', square, 'POINT(0 1)', true],
    ['STTouches', square, 'POLYGON((4 0, 8 0, 8 4, 4 4, 4 0))', true],
    ['STOverlaps', square, 'POLYGON((2 2, 6 2, 6 6, 2 6, 2 2))', true],
    ['STCrosses', 'LINESTRING(-1 1, 5 1)', square, true],
    ['STCrosses', square, 'LINESTRING(-1 1, 5 1)', false],
    ['STWithin', 'POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))', square, true],
    ['STDisjoint', 'POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1))', 'POINT(5 5)', true],
    ['STEquals', square, 'POLYGON((4 4, 0 4, 0 0, 4 0, 4 2, 4 4))', true],
    ['STIntersects', 'LINESTRING(0 0, 7 3)', 'POINT(1.1666666666666665 0.5)', true],
    ['STIntersects', 'LINESTRING(0 0, 2 0)', 'POINT(1 1e-18)', false],
    ['STEquals', 'POINT EMPTY', 'POLYGON EMPTY', true],
    ['STCrosses', 'LINESTRING(0 0, 2 2)', 'LINESTRING(0 2, 2 0)', true],
    ['STOverlaps', 'LINESTRING(0 0, 2 0)', 'LINESTRING(1 0, 3 0)', true],
  ] as const)('%s %s %s', (name, left, right, expected) => {
    expect(holds(name, parse(left), parse(right))).toBe(expected);
  });
});

describe('validity', () => {
  test.each([
    ['LINESTRING(0 0, 2 0, 2 0)', false],
    ['LINESTRING(2 0, 0 0, 0 0)', true],
    ['LINESTRING(0 0, 2 0, 2 0, 4 0)', true],
    ['LINESTRING(0 0, 4 4, 2 2)', false],
    ['LINESTRING(0 0, 2 2, 2 0, 0 2)', true],
    ['POLYGON((0 0, 4 0, 4 4, 0 4, 0 0, 0 0))', true],
    ['POLYGON((0 0, 2 0, 2 0, 0 0, 0 0))', false],
    ['POLYGON((0 0, 2 2, 0 2, 2 0, 0 0))', false],
    ['POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (0 3, 2 2, 2 4, 0 3))', true],
    ['POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (0 3, 9 3, 5 5, 0 3))', false],
    ['POLYGON((0 0, 9 0, 9 9, 0 9, 0 0), (8 8, 12 8, 12 12, 8 8))', false],
    ['MULTIPOLYGON(((0 0, 2 0, 2 2, 0 2, 0 0)), ((2 2, 4 2, 4 4, 2 4, 2 2)))', true],
    ['MULTIPOLYGON(((0 0, 2 0, 2 2, 0 2, 0 0)), ((2 0, 4 0, 4 2, 2 2, 2 0)))', false],
    ['MULTILINESTRING((0 0, 4 0), (1 0, 2 0))', false],
    ['GEOMETRYCOLLECTION(LINESTRING(0 0, 4 0), LINESTRING(1 0, 2 0))', true],
  ])('%s %s', (text, expected) => {
    expect(isValidInPlane(parse(text))).toBe(expected);
  });
});

describe('the ellipsoid', () => {
  const earth = ellipsoidOf(4326);
  const point = (longitude: number, latitude: number): Shape => ({ type: 'Point', point: { x: longitude, y: latitude, z: null, m: null } });

  test.each([
    [point(0, 0), point(0, 1), 110574.388493],
    [point(0, 0), point(1, 1), 156899.567965],
    [point(0, 0), point(0, 90), 10001965.670183],
    [point(0, 0), point(180, 0), 20003931.458],
  ])('distances as SQL Server has them', (from, to, metres) => {
    const found = roundDistance(from, to, earth)!;
    expect(Math.abs(found / metres - 1)).toBeLessThan(1e-8);
  });

  test.each([
    ['POLYGON((0 0, 0.01 0, 0.01 0.01, 0 0.01, 0 0))', 1230907.2048772429],
    ['POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))', 12308776255.868843],
  ])('the area of %s', (text, metres) => {
    expect(Math.abs(roundArea(parse(text), earth) / metres - 1)).toBeLessThan(1e-9);
  });

  test('a line is as long as its parts and as far as its nearest place', () => {
    const coordinate = fc.tuple(fc.double({ min: -60, max: 60, noNaN: true }), fc.double({ min: -60, max: 60, noNaN: true }));
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (a, b, c) => {
        const line: Shape = { type: 'LineString', points: [a, b].map(([x, y]) => ({ x, y, z: null, m: null })) };
        const ends = Math.min(roundDistance(point(...a), point(...c), earth)!, roundDistance(point(...b), point(...c), earth)!);
        expect(roundLength(line, earth)).toBeCloseTo(roundDistance(point(...a), point(...b), earth)!, 3);
        expect(roundDistance(line, point(...c), earth)!).toBeLessThanOrEqual(ends + 1e-6);
      }),
      { numRuns: 50 },
    );
  });
});
