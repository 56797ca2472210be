/**
 * Encryption, signatures, keys and certificates. ENCRYPTBYPASSPHRASE and its reverse need nothing but their arguments; the others ask the session, which
 * knows the keys that are open and what whoever asks may use. What cannot be decrypted or may not be used is NULL, never an error.
 */

import { INT, isBinary, isString, nvarchar, SQL_VARIANT, SYSNAME, type Type, UNIQUEIDENTIFIER, varbinary } from '@sprocket/tsql';
import { decryptWithPassphrase, encryptWithPassphrase } from '../catalog/cryptography/message.ts';
import type { Environment } from '../environment.ts';
import { sqlError } from '../errors.ts';
import type { Value } from '../values/value.ts';
import type { Builtin, Evaluate } from './builtin.ts';
import { as, define, int, invalidArgument, type Param, sysname } from './define.ts';
import { encodeAs } from './encoding.ts';

/** Strings and binaries, taken as the bytes that they are stored as. */
const data: Param = (argument, position, name) => {
  if (argument.untypedNull === true) return varbinary(1);
  if (!isString(argument.type) && !isBinary(argument.type)) throw invalidArgument(argument, position, name);
  return argument.type;
};

/** Strings count in UTF-16, whatever their type. */
const passphrase: Param = (argument, position, name) => (isBinary(data(argument, position, name)) ? argument.type : nvarchar(4000));

const cipherText = as(varbinary(8000));
const password = as(nvarchar(4000));
/** The name from which the authenticator is derived. */
const authenticator: Param = sysname;
const BYTES = varbinary(8000);

interface KeyRow {
  readonly params: readonly Param[];
  readonly optional?: number;
  readonly type: Type;
  /** Gives another value each time. */
  readonly random?: true;
  /** NULL arguments are handed over too. */
  readonly nullCall?: true;
}

const DECRYPT_AUTO: KeyRow = { params: [int, password, cipherText, int, authenticator], optional: 2, type: BYTES, nullCall: true };
const ENCRYPT_BY_PAIR: KeyRow = { params: [int, data], type: BYTES, random: true };
const BY_PRIVATE: KeyRow = { params: [int, data, password], optional: 1, type: BYTES };
const VERIFY: KeyRow = { params: [int, data, cipherText], type: INT };
const PROPERTY: KeyRow = { params: [int, sysname], type: SQL_VARIANT };
const ID: KeyRow = { params: [sysname], type: INT };

const KEY_ROWS: Readonly<Record<string, KeyRow>> = {
  ASYMKEY_ID: ID,
  ASYMKEYPROPERTY: PROPERTY,
  CERT_ID: ID,
  CERTENCODED: { params: [int], type: BYTES },
  CERTPRIVATEKEY: { params: [int, password, password], optional: 1, type: BYTES, random: true },
  CERTPROPERTY: PROPERTY,
  DECRYPTBYASYMKEY: { params: [int, cipherText, password], optional: 1, type: BYTES },
  DECRYPTBYCERT: { params: [int, cipherText, password], optional: 1, type: BYTES },
  DECRYPTBYKEY: { params: [cipherText, int, authenticator], optional: 2, type: BYTES },
  DECRYPTBYKEYAUTOASYMKEY: DECRYPT_AUTO,
  DECRYPTBYKEYAUTOCERT: DECRYPT_AUTO,
  ENCRYPTBYASYMKEY: ENCRYPT_BY_PAIR,
  ENCRYPTBYCERT: ENCRYPT_BY_PAIR,
  ENCRYPTBYKEY: { params: [as(UNIQUEIDENTIFIER), data, int, authenticator], optional: 2, type: BYTES, random: true },
  IS_OBJECTSIGNED: { params: [sysname, int, sysname, as(varbinary(32))], type: INT },
  KEY_GUID: { params: [sysname], type: UNIQUEIDENTIFIER },
  KEY_ID: ID,
  KEY_NAME: { params: [(argument) => (argument.type.name === 'uniqueidentifier' ? UNIQUEIDENTIFIER : BYTES)], type: SYSNAME },
  SIGNBYASYMKEY: BY_PRIVATE,
  SIGNBYCERT: BY_PRIVATE,
  SYMKEYPROPERTY: PROPERTY,
  VERIFYSIGNEDBYASYMKEY: VERIFY,
  VERIFYSIGNEDBYCERT: VERIFY,
};

/** Asks the session; data goes to it as bytes. */
function keyRow([name, { params, optional, type, random, nullCall }]: [string, KeyRow]): Builtin {
  return define({
    name,
    params,
    optional: optional ?? 0,
    returns: type,
    nullable: true,
    volatility: random === true ? 'row' : 'statement',
    ...(nullCall === undefined ? {} : { nullCall }),
    evaluator: ({ params: types }): Evaluate => {
      const bytes = types.map((one, i) => (params[i] === data && isString(one) ? one : null));
      const toArgument = (value: Value, i: number): Value => (bytes[i] && typeof value === 'string' ? encodeAs(value, bytes[i]) : value);
      return (env: Environment, ...args: Value[]) => env.session(name, ...args.map(toArgument));
    },
  });
}

type Cipher = (secret: Uint8Array, input: Uint8Array, authenticator: Uint8Array | null) => Uint8Array | undefined;

function passphraseRow(name: string, input: Param, cipher: Cipher, tooLong?: number): Builtin {
  return define({
    name,
    params: [passphrase, input, int, authenticator],
    optional: 2,
    returns: BYTES,
    nullable: true,
    volatility: tooLong === undefined ? 'pure' : 'row',
    evaluator: ({ params: [secret, type] }): Evaluate => {
      const toBytes = (value: string | Uint8Array, from: Type): Uint8Array => (typeof value === 'string' ? encodeAs(value, from) : value);
      return (_: Environment, words: string | Uint8Array, value: string | Uint8Array, add?: number, by?: string) => {
        const proof = add === undefined || add === 0 ? null : Buffer.from(by ?? '', 'utf16le');
        const result = cipher(toBytes(words, secret!), toBytes(value, type!), proof);
        if (result === undefined && tooLong !== undefined) throw sqlError(tooLong);
        return result ?? null;
      };
    },
  });
}

export const CRYPTOGRAPHY: readonly Builtin[] = [
  ...Object.entries(KEY_ROWS).map(keyRow),
  passphraseRow('ENCRYPTBYPASSPHRASE', data, encryptWithPassphrase, 8152),
  passphraseRow('DECRYPTBYPASSPHRASE', cipherText, decryptWithPassphrase),
];
