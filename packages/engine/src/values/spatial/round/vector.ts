/** Vectors from the Earth's centre. */

import type { Spot } from '../planar/segments.ts';
import type { Ellipsoid } from '../reference.ts';

export type Vector = readonly [number, number, number];

export const RADIANS = Math.PI / 180;
export const DEGREES = 180 / Math.PI;

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
export const size = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);
export const unit = (a: Vector): Vector => scale(a, 1 / size(a));
/** The angle between two vectors, exact for small ones too. */
export const angle = (a: Vector, b: Vector): number => Math.atan2(size(cross(a, b)), dot(a, b));

/** The direction whose latitude is read as an angle of the sphere. */
export function direction({ x, y }: Spot): Vector {
  const [longitude, latitude] = [x * RADIANS, y * RADIANS];
  return [Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)];
}

export interface Axes {
  /** Equatorial and polar radius. */
  readonly a: number;
  readonly b: number;
  /** The square of the eccentricity. */
  readonly e2: number;
}

export function axesOf({ radius, inverseFlattening }: Ellipsoid): Axes {
  const flattening = inverseFlattening === 0 ? 0 : 1 / inverseFlattening;
  return { a: radius, b: radius * (1 - flattening), e2: flattening * (2 - flattening) };
}

/** A place on the ellipsoid as a vector from its centre. */
export function surface({ x, y }: Spot, { a, e2 }: Axes): Vector {
  const [longitude, latitude] = [x * RADIANS, y * RADIANS];
  const normal = a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  const across = normal * Math.cos(latitude);
  return [across * Math.cos(longitude), across * Math.sin(longitude), normal * (1 - e2) * Math.sin(latitude)];
}

/** The geodetic latitude of a place on the ellipsoid, in radians. */
export const latitudeOf = ([x, y, z]: Vector, { e2 }: Axes): number => Math.atan2(z, (1 - e2) * Math.hypot(x, y));
