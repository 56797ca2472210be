/** The spatial predicates as patterns over the nine-intersection matrix. */

import { dimensionOf, isEmpty, type Shape } from '../shape.ts';
import { type Matrix, relate } from './relate.ts';

export type Predicate = 'STContains' | 'STCrosses' | 'STDisjoint' | 'STEquals' | 'STIntersects' | 'STOverlaps' | 'STTouches' | 'STWithin';

type Rule = (matrix: Matrix, left: Shape, right: Shape) => boolean;

export function holds(predicate: Predicate, left: Shape, right: Shape): boolean {
  return RULES[predicate](relate(left, right), left, right);
}

/** Whether a matrix fits a pattern of nine: 0, 1, 2 a dimension, T any, F none, `*` whatever. */
export function fits(matrix: Matrix, pattern: string): boolean {
  return matrix.flat().every((dimension, i) => {
    const wanted = pattern[i];
    if (wanted === '*') return true;
    return wanted === 'T' ? dimension >= 0 : wanted === 'F' ? dimension < 0 : dimension === Number(wanted);
  });
}

const RULES: Readonly<Record<Predicate, Rule>> = {
  STContains: (matrix) => fits(matrix, 'T*****FF*'),
  STWithin: (matrix) => fits(matrix, 'T*F**F***'),
  STDisjoint: (matrix) => fits(matrix, 'FF*FF****'),
  STIntersects: (matrix) => !fits(matrix, 'FF*FF****'),
  STEquals: (matrix, left, right) => fits(matrix, 'T*F**FFF*') || (isEmpty(left) && isEmpty(right)),
  STTouches: (matrix, left, right) =>
    !(dimensionOf(left) === 0 && dimensionOf(right) === 0) &&
    (fits(matrix, 'FT*******') || fits(matrix, 'F**T*****') || fits(matrix, 'F***T****')),
  STCrosses: crosses,
  STOverlaps: overlaps,
};

/** A line crosses a polygon, but a polygon no line: the lower dimension comes first. */
function crosses(matrix: Matrix, left: Shape, right: Shape): boolean {
  const [a, b] = [dimensionOf(left), dimensionOf(right)];
  if (a === 1 && b === 1) return fits(matrix, '0********');
  return a >= 0 && a < b && fits(matrix, 'T*T***T**');
}

function overlaps(matrix: Matrix, left: Shape, right: Shape): boolean {
  const dimension = dimensionOf(left);
  if (dimension < 0 || dimension !== dimensionOf(right)) return false;
  return fits(matrix, dimension === 1 ? '1*T***T**' : 'T*T***T**');
}
