/**
 * The PVK format of private keys, in which CERTPRIVATEKEY and BACKUP CERTIFICATE give them out: a header, a salt, and a PRIVATEKEYBLOB of Windows whose
 * numbers are written from the lowest byte. With a password everything after the blob's own header is encrypted with RC4 under SHA-1 of salt and
 * password; libraries no longer carry RC4, so its few lines are here.
 */

import { createHash, createPrivateKey, randomBytes, type webcrypto } from 'node:crypto';
import { privateKeyOf } from './rsa.ts';

const MAGIC = 0xb0b5f11e;
const HEADER = 24;
const BLOB_HEADER = 8;
const SALT = 16;
/** The blob's own header: PRIVATEKEYBLOB, version 2, the key is for exchange. */
const BLOB_START = Buffer.from('0702000000a40000', 'hex');
const RSA2 = Buffer.from('RSA2');

export function writePvk(pkcs8: Uint8Array, password: string): Uint8Array {
  const salt = randomBytes(SALT);
  const blob = blobOf(privateKeyOf(pkcs8).export({ format: 'jwk' }));
  const header = Buffer.alloc(HEADER);
  for (const [i, word] of [MAGIC, 0, 1, 1, SALT, blob.length].entries()) header.writeUInt32LE(word, i * 4);
  const sealed = rc4(keyOf(salt, password), blob.subarray(BLOB_HEADER));
  return new Uint8Array(Buffer.concat([header, salt, blob.subarray(0, BLOB_HEADER), sealed]));
}

/** PKCS #8; undefined for another format, `wrong password` when the password does not open it. */
export function readPvk(bytes: Uint8Array, password: string | null): Uint8Array | 'wrong password' | undefined {
  const file = Buffer.from(bytes);
  if (file.length < HEADER + BLOB_HEADER || file.readUInt32LE(0) !== MAGIC) return undefined;
  const saltLength = file.readUInt32LE(16);
  const salt = file.subarray(HEADER, HEADER + saltLength);
  const sealed = file.subarray(HEADER + saltLength + BLOB_HEADER);
  const isEncrypted = file.readUInt32LE(12) !== 0;
  if (isEncrypted && password === null) return 'wrong password';
  const blob = isEncrypted ? rc4(keyOf(salt, password ?? ''), sealed) : sealed;
  return blob.subarray(0, 4).equals(RSA2) ? fromBlob(blob) : 'wrong password';
}

const keyOf = (salt: Uint8Array, password: string): Buffer =>
  createHash('sha1').update(salt).update(Buffer.from(password, 'utf16le')).digest().subarray(0, 16);

/** The numbers of a private key in the blob's order, and how many sixteenths of the modulus each takes. */
const NUMBERS: readonly (readonly [field: 'n' | 'p' | 'q' | 'dp' | 'dq' | 'qi' | 'd', sixteenths: number])[] = [
  ['n', 16],
  ['p', 8],
  ['q', 8],
  ['dp', 8],
  ['dq', 8],
  ['qi', 8],
  ['d', 16],
];

const RSA_HEADER = 12;

function blobOf(key: webcrypto.JsonWebKey): Buffer {
  const bytes = (field: string): Buffer => Buffer.from(String((key as Record<string, unknown>)[field] ?? ''), 'base64url');
  const size = bytes('n').length;
  const header = Buffer.alloc(RSA_HEADER);
  RSA2.copy(header);
  header.writeUInt32LE(size * 8, 4);
  header.writeUIntLE(bytes('e').readUIntBE(0, bytes('e').length), 8, 4);
  const numbers = NUMBERS.map(([field, sixteenths]) => {
    const number = Buffer.alloc((size * sixteenths) / 16);
    Buffer.from(bytes(field)).reverse().copy(number);
    return number;
  });
  return Buffer.concat([BLOB_START, header, ...numbers]);
}

function fromBlob(blob: Buffer): Uint8Array | undefined {
  const size = blob.readUInt32LE(4) / 8;
  const exponent = Buffer.from(blob.subarray(8, RSA_HEADER)).reverse();
  const key: Record<string, string> = { kty: 'RSA', e: base64(exponent) };
  let at = RSA_HEADER;
  for (const [field, sixteenths] of NUMBERS) {
    const end = at + (size * sixteenths) / 16;
    key[field] = base64(Buffer.from(blob.subarray(at, end)).reverse());
    at = end;
  }
  try {
    return new Uint8Array(createPrivateKey({ key: key as webcrypto.JsonWebKey, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' }));
  } catch {
    return undefined;
  }
}

/** Without the zeros at its start. */
function base64(number: Buffer): string {
  const first = number.findIndex((byte) => byte !== 0);
  return number.subarray(first < 0 ? number.length : first).toString('base64url');
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 0xff;
    [state[i], state[j]] = [state[j]!, state[i]!];
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 0xff;
      j = (j + state[i]!) & 0xff;
      [state[i], state[j]] = [state[j]!, state[i]!];
      return byte ^ state[(state[i]! + state[j]!) & 0xff]!;
    }),
  );
}
