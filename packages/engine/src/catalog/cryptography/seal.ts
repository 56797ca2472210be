/**
 * Sealing of secrets in the catalog: AES-256 in GCM mode, which tells a wrong key from the right one. The key of a password is derived by scrypt with a
 * salt of its own; derived keys are remembered for a while, since a query may ask for the same private key in every row.
 */

import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto';
import { bytesFrom, hexOf, type Protection } from './model.ts';

const VECTOR = 12;
const TAG = 16;

export function seal(secret: Uint8Array, key: Uint8Array): string {
  const vector = randomBytes(VECTOR);
  const cipher = createCipheriv('aes-256-gcm', key, vector);
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return hexOf(Buffer.concat([vector, cipher.getAuthTag(), sealed]));
}

/** Undefined when the key is not the one. */
export function unseal(bits: string, key: Uint8Array): Uint8Array | undefined {
  const bytes = bytesFrom(bits);
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, VECTOR), { authTagLength: TAG });
    cipher.setAuthTag(bytes.subarray(VECTOR, VECTOR + TAG));
    return new Uint8Array(Buffer.concat([cipher.update(bytes.subarray(VECTOR + TAG)), cipher.final()]));
  } catch {
    return undefined;
  }
}

export function sealWithPassword(secret: Uint8Array, password: string): Extract<Protection, { kind: 'password' }> {
  const salt = hexOf(randomBytes(16));
  return { kind: 'password', salt, bits: seal(secret, passwordKey(password, salt)) };
}

export function unsealWithPassword(protection: Extract<Protection, { kind: 'password' }>, password: string): Uint8Array | undefined {
  return unseal(protection.bits, passwordKey(password, protection.salt));
}

/** By the digest of salt and password; the oldest goes first. */
const derived = new Map<string, Uint8Array>();
const REMEMBERED = 32;

function passwordKey(password: string, salt: string): Uint8Array {
  const digest = createHash('sha256').update(salt).update(Buffer.from(password, 'utf16le')).digest('hex');
  const known = derived.get(digest);
  if (known !== undefined) return known;
  const key = scryptSync(Buffer.from(password, 'utf16le'), Buffer.from(salt, 'hex'), 32, { N: 16_384, r: 8, p: 1 });
  if (derived.size >= REMEMBERED) derived.delete(derived.keys().next().value ?? '');
  derived.set(digest, key);
  return key;
}
