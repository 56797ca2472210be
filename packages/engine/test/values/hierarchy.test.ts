/** hierarchyid: its bytes are its order, and what is written reads back. */

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLabels, labelBetween } from '../../src/values/hierarchy/between.ts';
import { hierarchyIdText, parseHierarchyId } from '../../src/values/hierarchy/hierarchyid.ts';
import { beginsWith, decodePath, encodePath, type Label, type Path } from '../../src/values/hierarchy/path.ts';
import { formatPath, parsePath } from '../../src/values/hierarchy/text.ts';

const EDGES = [
  0, 3, 4, 7, 8, 15, 16, 79, 80, 1103, 1104, 5199, 5200, 4294972495, 4294972496, -1, -8, -9, -72, -73, -4168, -4169, -4294971464,
];
const ordinal = fc.oneof(
  fc.constantFrom(...EDGES),
  fc.integer({ min: -100, max: 2000 }),
  fc.integer({ min: -281479271682120, max: 281479271683150 }),
);
const label: fc.Arbitrary<Label> = fc.array(ordinal, { minLength: 1, maxLength: 4 });
const path: fc.Arbitrary<Path> = fc.array(label, { maxLength: 6 });

function encoded(value: Path): Uint8Array {
  const bytes = encodePath(value);
  if (bytes === undefined) throw new Error(`not encoded: ${formatPath(value)}`);
  return bytes;
}

/** Depth-first order: level by level, a node before what is below it. */
function comparePaths(left: Path, right: Path): number {
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = compareLabels(left[i]!, right[i]!);
    if (order !== 0) return Math.sign(order);
  }
  return Math.sign(left.length - right.length);
}

describe('encoding', () => {
  test.each([
    ['/', ''],
    ['/1/', '58'],
    ['/1/1/3/', '5ade'],
    ['/1.1/', '62c0'],
    ['/98/', 'e02540'],
  ])('%s', (text, hex) => {
    expect(Buffer.from(parseHierarchyId(text)).toString('hex')).toBe(hex);
  });

  test('decodes to the same path', () => {
    fc.assert(fc.property(path, (value) => isDeepStrictEqual(decodePath(encoded(value)), value)));
  });

  test('orders as the tree does', () => {
    fc.assert(
      fc.property(path, path, (left, right) => Buffer.compare(encoded(left), encoded(right)) === comparePaths(left, right)),
      { numRuns: 500 },
    );
  });

  test('below another one are those that begin with its bits', () => {
    fc.assert(
      fc.property(path, path, (value, rest) => {
        expect(beginsWith(encoded([...value, ...rest]), encoded(value))).toBe(true);
        expect(beginsWith(encoded(rest), encoded(value))).toBe(value.every((l, i) => isDeepStrictEqual(l, rest[i])));
      }),
    );
  });

  test('no bytes break the decoder, and what decodes encodes to itself', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
        const value = decodePath(bytes);
        if (value?.every((l) => l.every((n) => Math.abs(n) < 281479271682000))) {
          expect(encoded(value)).toEqual(bytes);
        }
      }),
    );
  });
});

describe('text', () => {
  test('what is written reads back', () => {
    fc.assert(fc.property(path, (value) => isDeepStrictEqual(parsePath(formatPath(value)), value)));
    fc.assert(fc.property(path, (value) => hierarchyIdText(parseHierarchyId(formatPath(value))) === formatPath(value)));
  });

  test.each(['', '//', '1', '/1', '1/', '/01/', '/-0/', '/+1/', '/1./', '/.1/', '/1..2/', '/ 1/', '/1/ ', '/a/', '/1//2/'])(
    '%j is no path',
    (text) => {
      expect(parsePath(text)).toBe(undefined);
    },
  );
});

describe('a label between two others', () => {
  const small = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 3 });

  test('lies between them', () => {
    fc.assert(
      fc.property(small, small, (left, right) => {
        fc.pre(compareLabels(left, right) !== 0);
        const [before, after] = compareLabels(left, right) < 0 ? [left, right] : [right, left];
        const found = labelBetween(before, after);
        expect(compareLabels(before, found)).toBeLessThan(0);
        expect(compareLabels(found, after)).toBeLessThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test('lies beyond a single one', () => {
    fc.assert(
      fc.property(small, (one) => compareLabels(one, labelBetween(one, null)) < 0 && compareLabels(labelBetween(null, one), one) < 0),
    );
  });
});
