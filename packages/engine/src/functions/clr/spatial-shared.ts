/** How the members of geometry and geography are written: a row says what it does with the value taken apart; an invalid one is refused unless it is tolerated. */

import { INT, nvarchar, type Type } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { decodeSpatial, encodeSpatial } from '../../values/spatial/binary.ts';
import { checkSrid, encode } from '../../values/spatial/construct.ts';
import { nullValue, spatialFailure } from '../../values/spatial/failure.ts';
import type { Shape, Spatial, SpatialKind } from '../../values/spatial/shape.ts';
import type { Value } from '../../values/value.ts';
import { type MemberRow, nullable, optional } from './member.ts';

export interface SpatialMembers {
  readonly kind: SpatialKind;
  readonly type: Type;
  /** A property: `g.STSrid`. */
  property(name: string, returns: Type, get: (value: Spatial) => Value): MemberRow;
  /** A method without arguments that takes invalid values too. */
  tolerant(name: string, returns: Type, get: (value: Spatial) => Value): MemberRow;
  /** A method without arguments. */
  method(name: string, returns: Type, get: (value: Spatial) => Value): MemberRow;
  /** A method of another value; NULL when their reference systems differ. */
  binary(name: string, returns: Type, get: (left: Spatial, right: Spatial) => Value): MemberRow;
  /** A shape as a value with the reference system of another. */
  same(of: Spatial, shape: Shape | null): Value;
  /** The value of bytes, when it is valid (24144). */
  valid(bytes: Uint8Array): Spatial;
}

export function membersOf(kind: SpatialKind, type: Type): SpatialMembers {
  const read = (bytes: Uint8Array): Spatial => decodeSpatial(bytes, kind);
  const valid = (bytes: Uint8Array): Spatial => {
    const value = read(bytes);
    if (!value.valid) throw spatialFailure(kind, 24144);
    return value;
  };
  return {
    kind,
    type,
    valid,
    property: (name, returns, get) => ({ name, kind: 'property', returns, evaluate: (_env, bytes: Uint8Array) => get(read(bytes)) }),
    tolerant: (name, returns, get) => ({ name, returns, evaluate: (_env, bytes: Uint8Array) => get(read(bytes)) }),
    method: (name, returns, get) => ({ name, returns, evaluate: (_env, bytes: Uint8Array) => get(valid(bytes)) }),
    binary: (name, returns, get) => ({
      name,
      params: [nullable(type)],
      returns,
      evaluate: (_env, bytes: Uint8Array, other: Uint8Array) => {
        const [left, right] = [valid(bytes), valid(other)];
        return left.srid === right.srid ? get(left, right) : null;
      },
    }),
    same: (of, shape) => (shape === null ? null : encode(kind, shape, of.srid)),
  };
}

/** `STSrid`, the one property that can be assigned; the last argument is the name of what it is assigned to. */
export function sridSetter({ kind, type }: SpatialMembers): MemberRow {
  return {
    name: 'STSrid',
    params: [optional(INT), optional(nvarchar(128))],
    returns: type,
    evaluate: (_env, bytes: Uint8Array | null, srid: number | null, shown: string) => {
      if (bytes === null) throw sqlError(5302, 'STSrid', shown);
      if (srid === null) throw nullValue(kind);
      checkSrid(kind, srid);
      return encodeSpatial({ ...decodeSpatial(bytes, kind), srid }, kind);
    },
  };
}

export const bit = (condition: boolean): number => (condition ? 1 : 0);

/** A value that a member refuses although it has it: `geography.STArea of …`. */
export const beyond = (kind: SpatialKind, name: string, what: string): Error => unsupported(`${kind}.${name} of ${what}`);
