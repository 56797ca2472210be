/**
 * What ENCRYPTBYKEY and ENCRYPTBYPASSPHRASE yield. Inside is a message of a magic number, the length of the authenticator's digest, the length of the
 * plaintext, the digest and the plaintext, all little-endian; it is encrypted in CBC mode after a version of four bytes and an initialization vector.
 * Version 1 is what SQL Server wrote before 2017 for passphrases (triple DES, a key from SHA-1), version 2 what it writes since (AES, SHA-256). What
 * cannot be decrypted is undefined, which the functions show as NULL.
 */

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { type Algorithm, PASSPHRASE_ALGORITHM, PASSPHRASE_ALGORITHM_1 } from './algorithms.ts';

const MAGIC = Buffer.from('0df0adba', 'hex');
const HEADER = 8;
const GUID = 16;

/** What goes with the plaintext so that it can be used in one place only. */
export type Authenticator = Uint8Array | null;

/** The greatest message that a varbinary(8000) holds. */
const LONGEST = 8000;

/** Undefined when the result would not fit into 8,000 bytes. */
export function encryptWithKey(guid: Uint8Array, algorithm: Algorithm, key: Uint8Array, plain: Uint8Array, authenticator: Authenticator) {
  const version = algorithm.cipher.startsWith('aes') ? 2 : 1;
  const sealed = encrypt(algorithm, key, version, plain, authenticator);
  return fitting(Buffer.concat([guid, sealed]));
}

/** The GUID that a cipher text begins with. */
export const guidOf = (cipherText: Uint8Array): Uint8Array | undefined =>
  cipherText.length < GUID ? undefined : cipherText.subarray(0, GUID);

export function decryptWithKey(algorithm: Algorithm, key: Uint8Array, cipherText: Uint8Array, authenticator: Authenticator) {
  return decrypt(algorithm, key, cipherText.subarray(GUID), authenticator);
}

export function encryptWithPassphrase(passphrase: Uint8Array, plain: Uint8Array, authenticator: Authenticator): Uint8Array | undefined {
  return fitting(encrypt(PASSPHRASE_ALGORITHM, passphraseKey(2, passphrase), 2, plain, authenticator));
}

export function decryptWithPassphrase(passphrase: Uint8Array, cipherText: Uint8Array, authenticator: Authenticator) {
  const version = cipherText[0];
  if (version !== 1 && version !== 2) return undefined;
  return decrypt(
    version === 1 ? PASSPHRASE_ALGORITHM_1 : PASSPHRASE_ALGORITHM,
    passphraseKey(version, passphrase),
    cipherText,
    authenticator,
  );
}

function passphraseKey(version: 1 | 2, passphrase: Uint8Array): Uint8Array {
  const digest = createHash(version === 1 ? 'sha1' : 'sha256')
    .update(passphrase)
    .digest();
  return version === 1 ? digest.subarray(0, 16) : digest;
}

function fitting(bytes: Uint8Array): Uint8Array | undefined {
  return bytes.length > LONGEST ? undefined : new Uint8Array(bytes);
}

function encrypt(algorithm: Algorithm, key: Uint8Array, version: number, plain: Uint8Array, authenticator: Authenticator): Uint8Array {
  const digest = authenticator === null ? new Uint8Array(0) : digestOf(authenticator);
  const header = Buffer.alloc(HEADER);
  MAGIC.copy(header);
  header.writeUInt16LE(digest.length, 4);
  header.writeUInt16LE(plain.length, 6);
  const vector = randomBytes(algorithm.blockBytes);
  const cipher = createCipheriv(algorithm.cipher, key, vector);
  return Buffer.concat([Buffer.from([version, 0, 0, 0]), vector, cipher.update(Buffer.concat([header, digest, plain])), cipher.final()]);
}

function decrypt(algorithm: Algorithm, key: Uint8Array, sealed: Uint8Array, authenticator: Authenticator): Uint8Array | undefined {
  const start = 4 + algorithm.blockBytes;
  if (sealed.length <= start) return undefined;
  const message = decipher(algorithm, key, sealed.subarray(4, start), sealed.subarray(start));
  if (message === undefined || message.length < HEADER || !message.subarray(0, 4).equals(MAGIC)) return undefined;
  const digestLength = message.readUInt16LE(4);
  const end = HEADER + digestLength + message.readUInt16LE(6);
  const digest = message.subarray(HEADER, HEADER + digestLength);
  if (end > message.length || !isAuthentic(digest, authenticator)) return undefined;
  return new Uint8Array(message.subarray(HEADER + digestLength, end));
}

function decipher(algorithm: Algorithm, key: Uint8Array, vector: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  try {
    const cipher = createDecipheriv(algorithm.cipher, key, vector);
    return Buffer.concat([cipher.update(sealed), cipher.final()]);
  } catch {
    return undefined;
  }
}

/** A message without a digest must be read without an authenticator, and the reverse. */
function isAuthentic(digest: Buffer, authenticator: Authenticator): boolean {
  return authenticator === null ? digest.length === 0 : digest.equals(digestOf(authenticator));
}

const digestOf = (authenticator: Uint8Array): Buffer => createHash('sha1').update(authenticator).digest();
