/** Well-known text as the server writes it: `POINT (1 2)`, `POLYGON ((0 0, 4 0, 4 4, 0 0))`, `MULTIPOINT ((1 1), (2 2))`, `POINT EMPTY`. */

import { ordinateText } from './number-text.ts';
import type { Position, Ring, Shape } from './shape.ts';

/** Without z and m for STAsText, with them for ToString and AsTextZM. */
export type Ordinates = 'plane' | 'all';

export function shapeText(shape: Shape, ordinates: Ordinates): string {
  const label = shape.type.toUpperCase();
  if (shape.type === 'FullGlobe') return label;
  return `${label} ${body(shape, ordinates)}`;
}

function body(shape: Exclude<Shape, { readonly type: 'FullGlobe' }>, ordinates: Ordinates): string {
  switch (shape.type) {
    case 'Point':
      return shape.point === null ? 'EMPTY' : line([shape.point], ordinates);
    case 'LineString':
      return shape.points.length === 0 ? 'EMPTY' : line(shape.points, ordinates);
    case 'Polygon':
      return listed(shape.rings.map((ring) => line(ring, ordinates)));
    default:
      return listed(shape.items.map((item) => member(item, shape.type === 'GeometryCollection', ordinates)));
  }
}

function member(item: Shape, labelled: boolean, ordinates: Ordinates): string {
  return labelled || item.type === 'FullGlobe' ? shapeText(item, ordinates) : body(item, ordinates);
}

const listed = (parts: readonly string[]): string => (parts.length === 0 ? 'EMPTY' : `(${parts.join(', ')})`);

const line = (points: Ring, ordinates: Ordinates): string => `(${points.map((point) => coordinates(point, ordinates)).join(', ')})`;

function coordinates({ x, y, z, m }: Position, ordinates: Ordinates): string {
  const plane = `${ordinateText(x)} ${ordinateText(y)}`;
  if (ordinates === 'plane' || (z === null && m === null)) return plane;
  const height = z === null ? 'NULL' : ordinateText(z);
  return m === null ? `${plane} ${height}` : `${plane} ${height} ${ordinateText(m)}`;
}
