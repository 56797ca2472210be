/** The exceptions of SqlGeometry and SqlGeography, which reach a client inside error 6522. The frames of the .NET stack that follow there are left out. */

import { type SqlError, sqlError } from '../../errors.ts';
import type { SpatialKind } from './shape.ts';

const FORMAT = 'System.FormatException';
const ARGUMENT = 'System.ArgumentException';
const RANGE = 'System.ArgumentOutOfRangeException';
const LABELS =
  'POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING, MULTIPOLYGON, GEOMETRYCOLLECTION, CIRCULARSTRING, COMPOUNDCURVE, CURVEPOLYGON and FULLGLOBE (geography Data Type only)';
const FOUR_POINTS = 'Each ring of a polygon must contain at least four points.';
const SAME_ENDS = 'Each ring of a polygon must have the same start and end points.';

/** Exception, text and, where .NET names one, the parameter; `{0}` … in the text are filled in. */
const FAILURES = {
  24100: [ARGUMENT, 'The spatial reference identifier (SRID) is not valid. SRIDs must be between 0 and 999999.'],
  24102: [
    RANGE,
    'The point index n ({0}) passed to STPointN is less than 1. This number must be greater than or equal to 1 and less than or equal to the number of points returned by STNumPoints.',
    'n',
  ],
  24103: [
    RANGE,
    'The geometry index n ({0}) passed to STGeometryN is less than 1. The number must be greater than or equal to 1 and should be less than or equal to the number of instances returned by STNumGeometries.',
    'n',
  ],
  24104: [
    RANGE,
    'The ring index n ({0}) passed to STInteriorRingN is less than 1. The number must be greater than or equal to 1 and should be less than or equal to the number of rings returned by STNumInteriorRing.',
    'n',
  ],
  24105: [
    ARGUMENT,
    "The geometryType argument in InstanceOf ('{0}') is not valid. This argument must contain one of the following types: Geometry, Point, LineString, Curve, Polygon, Surface, MultiPoint, MultiLineString, MultiPolygon, MultiCurve, MultiSurface, GeometryCollection, CircularString, CompoundCurve, CurvePolygon or FullGlobe (geography Data Type only).",
  ],
  24109: [
    FORMAT,
    'The intersectionPatternMatrix argument to STRelate is not valid. This argument must contain exactly 9 characters, but the string provided has {0} characters.',
  ],
  24110: [
    FORMAT,
    'Character {0} ({1}) of the intersectionPatternMatrix argument to STRelate is not valid. This argument must only contain the characters 0, 1, 2, T, F, and *.',
  ],
  24111: [FORMAT, 'The well-known text (WKT) input is not valid.'],
  24112: [
    FORMAT,
    'The well-known text (WKT) input is empty. To input an empty instance, specify an empty instance of one of the following types: Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon, CircularString, CompoundCurve, CurvePolygon or GeometryCollection.',
  ],
  24114: [FORMAT, `The label {0} in the input well-known text (WKT) is not valid. Valid labels are ${LABELS}.`],
  24115: [FORMAT, 'The well-known binary (WKB) input is not valid.'],
  24117: [FORMAT, 'The LineString input is not valid because it does not have enough points. A LineString must have at least two points.'],
  24118: [FORMAT, `The Polygon input is not valid because the exterior ring does not have enough points. ${FOUR_POINTS}`],
  24119: [FORMAT, `The Polygon input is not valid because the start and end points of the exterior ring are not the same. ${SAME_ENDS}`],
  24120: [FORMAT, `The Polygon input is not valid because the interior ring number {0} does not have enough points. ${FOUR_POINTS}`],
  24121: [
    FORMAT,
    `The Polygon input is not valid because the start and end points of the interior ring number {0} are not the same. ${SAME_ENDS}`,
  ],
  24141: [FORMAT, 'A number is expected at position {0} of the input. The input has {1}.'],
  24142: [FORMAT, 'Expected "{0}" at position {1}. The input has "{2}".'],
  24144: [
    ARGUMENT,
    'This operation cannot be completed because the instance is not valid. Use MakeValid to convert the instance to a valid instance. Note that MakeValid may cause the points of a geometry instance to shift slightly.',
  ],
  24201: [FORMAT, 'Latitude values must be between -90 and 90 degrees.'],
  24204: [
    ARGUMENT,
    'The spatial reference identifier (SRID) is not valid. The specified SRID must match one of the supported SRIDs displayed in the sys.spatial_reference_systems catalog view.',
  ],
  24209: [FORMAT, 'Unexpected end of input. Check that the input data is complete and has not been truncated.'],
  24210: [FORMAT, '{0} type with an unexpected version of {1} received; only versions up to 2 are accepted.'],
  24303: [FORMAT, 'The OpenGisGeometryType provided, {0}, is not valid.'],
  24305: [FORMAT, `The Polygon input is not valid because the ring number {0} does not have enough points. ${FOUR_POINTS}`],
  24306: [FORMAT, `The Polygon input is not valid because the start and end points of the ring number {0} are not the same. ${SAME_ENDS}`],
} as const satisfies Readonly<Record<number, readonly [string, string, string?]>>;

export type SpatialFailure = keyof typeof FAILURES;

export function spatialFailure(kind: SpatialKind, number: SpatialFailure, ...args: readonly (string | number)[]): SqlError {
  const [exception, text, parameter] = FAILURES[number] as readonly [string, string, string?];
  const filled = args.reduce<string>((whole, arg, i) => whole.replace(`{${i}}`, () => String(arg)), text);
  return exceptionOf(kind, exception, `${number}: ${filled}`, parameter);
}

/** A NULL given to a property; it has no number either. */
export const nullValue = (kind: SpatialKind): SqlError => exceptionOf(kind, 'System.ArgumentNullException', 'Value cannot be null.');

/** Bytes that end too early; this one has no number. */
export const invalidBytes = (kind: SpatialKind): SqlError =>
  exceptionOf(kind, FORMAT, 'One of the identified items was in an invalid format.');

function exceptionOf(kind: SpatialKind, exception: string, text: string, parameter?: string): SqlError {
  const named = parameter === undefined ? '' : `Parameter name: ${parameter}\r\n`;
  return sqlError(6522, kind, `\r\n${exception}: ${text}\r\n${named}${exception}: \r\n`);
}
