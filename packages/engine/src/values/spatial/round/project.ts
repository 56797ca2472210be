/**
 * The gnomonic projection: places seen from the Earth's centre on a plane that touches it. It makes straight lines of great elliptic arcs, so that the
 * topology of the plane answers for a geography that fits into less than a hemisphere. The centre is the direction of all points together.
 */

import { type Position, position, positionsOf, type Shape } from '../shape.ts';
import { type Axes, add, angle, cross, direction, dot, scale, size, surface, unit, type Vector } from './vector.ts';

/** How far from the centre a point may be. */
const WIDEST = (89.5 * Math.PI) / 180;

export interface Cap {
  readonly centre: Vector;
  /** The greatest angle to a point. */
  readonly angle: number;
}

/** The normalised sum of the points' directions and the angle that holds them all. A closed line's last point does not count again. */
export function capOf(shape: Shape): Cap {
  const places = distinctPositions(shape).map(direction);
  const total = places.reduce<Vector>((sum, place) => add(sum, place), [0, 0, 0]);
  const centre: Vector = size(total) < 1e-8 ? [0, 0, 1] : unit(total);
  return { centre, angle: places.reduce((widest, place) => Math.max(widest, angle(centre, place)), 0) };
}

function distinctPositions(shape: Shape): readonly Position[] {
  if ('items' in shape) return shape.items.flatMap(distinctPositions);
  const lines = shape.type === 'Polygon' ? shape.rings : [positionsOf(shape)];
  return lines.flatMap((line) => (isClosed(line) ? line.slice(0, -1) : line));
}

const isClosed = (line: readonly Position[]): boolean => line.length > 1 && line[0]!.x === line.at(-1)!.x && line[0]!.y === line.at(-1)!.y;

export type Projection = (shape: Shape) => Shape;

/** The projection in which all shapes are seen; undefined when they are too far apart. */
export function projectionOf(shapes: readonly Shape[], axes: Axes): Projection | undefined {
  const cap = capOf({ type: 'GeometryCollection', items: shapes });
  if (cap.angle > WIDEST) return undefined;
  const { centre } = cap;
  const east = unit(Math.abs(centre[2]) > 0.999999 ? cross([0, 1, 0], centre) : cross([0, 0, 1], centre));
  const north = cross(centre, east);
  const project = (place: Position): Position => {
    const seen = surface(place, axes);
    const flat = scale(seen, 1 / dot(seen, centre));
    return position(dot(flat, east), dot(flat, north), place.z, place.m);
  };
  return (shape) => mapped(shape, project);
}

function mapped(shape: Shape, by: (place: Position) => Position): Shape {
  switch (shape.type) {
    case 'Point':
      return shape.point === null ? shape : { ...shape, point: by(shape.point) };
    case 'LineString':
      return { ...shape, points: shape.points.map(by) };
    case 'Polygon':
      return { ...shape, rings: shape.rings.map((ring) => ring.map(by)) };
    case 'FullGlobe':
      return shape;
    default:
      return { ...shape, items: shape.items.map((item) => mapped(item, by)) };
  }
}
