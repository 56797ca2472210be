/** Functions about bytes and identities: NEWID, HASHBYTES, CHECKSUM, COMPRESS, password hashes, random bytes. */

import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { INT, isBinary, isString, MAX, nvarchar, type Type, UNIQUEIDENTIFIER, varbinary } from '@sprocket/tsql';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import type { Builtin } from './builtin.ts';
import { checksum, isComparable } from './checksum.ts';
import { any, as, define, int, invalidArgument, type Param, text } from './define.ts';
import { encodeAs } from './encoding.ts';
import { newId, sequentialIds } from './guid.ts';
import { hashBytes, hashPassword, isPasswordOf } from './hash.ts';

/** A string or binary, taken as the bytes that it is stored as. */
const bytesOrText: Param = (argument, position, name) => {
  if (argument.untypedNull === true || !(isString(argument.type) || isBinary(argument.type)))
    throw invalidArgument(argument, position, name);
  return argument.type;
};

/** The bytes of a string or binary of a type. */
function bytesOf(type: Type): (value: string | Uint8Array) => Uint8Array {
  return isString(type) ? (value) => encodeAs(value as string, type) : (value) => value as Uint8Array;
}

/** What CHECKSUM can be taken of. */
const checkable: Param = (argument, position, name) => {
  if (!isComparable(argument.type)) throw invalidArgument(argument, position, name);
  return argument.type;
};

const checksumRow = (name: string, collated: boolean): Builtin =>
  define({
    name,
    rest: collated ? checkable : any,
    least: 1,
    returns: (types) => {
      const word = name.toLowerCase().replace('_', '');
      if (!types.some(isComparable)) throw sqlError(8184, word, word);
      return INT;
    },
    nullable: false,
    nullCall: true,
    evaluator: ({ params }) => {
      const sum = checksum(params, collated);
      return (_, ...values: Value[]) => sum(values);
    },
  });

function decompress(bytes: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(bytes));
  } catch {
    throw sqlError(9803, 'varbinary');
  }
}

function encrypt(clear: string): Uint8Array {
  if (clear.length > 128) throw sqlError(6607, 1);
  return hashPassword(clear);
}

export const SYSTEM: readonly Builtin[] = [
  define({ name: 'NEWID', returns: UNIQUEIDENTIFIER, nullable: false, volatility: 'row', evaluate: () => newId() }),
  define({ name: 'NEWSEQUENTIALID', returns: UNIQUEIDENTIFIER, nullable: false, volatility: 'row', evaluate: sequentialIds() }),
  checksumRow('CHECKSUM', true),
  checksumRow('BINARY_CHECKSUM', false),
  define({
    name: 'HASHBYTES',
    params: [text, bytesOrText],
    returns: varbinary(8000),
    nullable: true,
    evaluator: ({ params: [, type] }) => {
      const bytes = bytesOf(type!);
      return (_, algorithm: string, value: string | Uint8Array) => hashBytes(algorithm, bytes(value));
    },
  }),
  define({
    name: 'COMPRESS',
    params: [bytesOrText],
    returns: varbinary(MAX),
    evaluator: ({ params: [type] }) => {
      const bytes = bytesOf(type!);
      return (_, value: string | Uint8Array) => new Uint8Array(gzipSync(bytes(value)));
    },
  }),
  define({
    name: 'DECOMPRESS',
    params: [as(varbinary(MAX))],
    returns: varbinary(MAX),
    evaluate: (_, bytes: Uint8Array) => decompress(bytes),
  }),
  define({
    name: 'CRYPT_GEN_RANDOM',
    params: [int, as(varbinary(8000))],
    optional: 1,
    returns: varbinary(8000),
    nullable: true,
    volatility: 'row',
    evaluate: (_, length: number) => (length < 1 || length > 8000 ? null : new Uint8Array(randomBytes(length))),
  }),
  define({
    name: 'PWDENCRYPT',
    params: [as(nvarchar(4000))],
    returns: varbinary(70),
    volatility: 'row',
    evaluate: (_, clear: string) => encrypt(clear),
  }),
  define({
    name: 'PWDCOMPARE',
    params: [as(nvarchar(4000)), as(varbinary(256)), any],
    optional: 1,
    returns: INT,
    evaluate: (_, clear: string, hash: Uint8Array) => Number(isPasswordOf(clear, hash)),
  }),
];
