/**
 * Password hashes of logins: scrypt with a salt of its own, its parameters written beside it. Clients connect again and again with the password that was
 * right the last time, so that one is also known by a keyed digest, which lives in memory alone and means nothing outside this process. A hash that came
 * with PASSWORD = 0x… HASHED is SQL Server's own and stays as it is.
 */

import { createHmac, randomBytes, type ScryptOptions, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { isPasswordOf } from '../functions/hash.ts';

/** Cost, block size and parallelism: about 25 ms and 16 MB a hash. */
const COST = 16_384;
const BLOCK = 8;
const PARALLEL = 1;
const LENGTH = 32;

export function hashPassword(password: string): string {
  const salt = randomBytes(16);
  const hash = scryptSync(password.normalize('NFC'), salt, LENGTH, { N: COST, r: BLOCK, p: PARALLEL });
  return ['scrypt', COST, BLOCK, PARALLEL, salt.toString('hex'), hash.toString('hex')].join('$');
}

export function verifyPassword(password: string, stored: string): boolean {
  const foreign = foreignHash(stored);
  if (foreign !== null) return isPasswordOf(password, foreign);
  const parts = hashParts(stored);
  if (parts === null) return false;
  const { salt, expected, options } = parts;
  return timingSafeEqual(scryptSync(password.normalize('NFC'), salt, expected.length, options), expected);
}

/** As `verifyPassword`, without keeping the thread busy, and at once for the password that was right before. */
export async function verifyLogin(password: string, stored: string): Promise<boolean> {
  const digest = createHmac('sha256', DIGEST_KEY).update(password).digest();
  const known = KNOWN.get(stored);
  if (known !== undefined && timingSafeEqual(known, digest)) return true;
  const foreign = foreignHash(stored);
  if (foreign !== null) return isPasswordOf(password, foreign);
  const parts = hashParts(stored);
  if (parts === null || !timingSafeEqual(await derive(password.normalize('NFC'), parts), parts.expected)) return false;
  if (KNOWN.size >= KNOWN_LIMIT) KNOWN.clear();
  KNOWN.set(stored, digest);
  return true;
}

const DIGEST_KEY = randomBytes(32);
/** Digests of right passwords by the stored hash that they fit. */
const KNOWN = new Map<string, Buffer>();
const KNOWN_LIMIT = 10_000;

interface HashParts {
  readonly salt: Buffer;
  readonly expected: Buffer;
  readonly options: ScryptOptions;
}

/** A hash in SQL Server's form; null for one of ours. */
function foreignHash(stored: string): Uint8Array | null {
  return stored.startsWith('mssql$') ? Buffer.from(stored.slice('mssql$'.length), 'hex') : null;
}

/** Null for what is no hash of ours. */
function hashParts(stored: string): HashParts | null {
  const [scheme, cost, block, parallel, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) return null;
  const options = { N: Number(cost), r: Number(block), p: Number(parallel) };
  return { salt: Buffer.from(salt, 'hex'), expected: Buffer.from(hash, 'hex'), options };
}

function derive(password: string, { salt, expected, options }: HashParts): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password, salt, expected.length, options, (error, key) => (error === null ? resolve(key) : reject(error))),
  );
}

/** Letters and digits alone: nothing needs quoting, and no command line takes it for a flag. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** A password for a server that was given none. */
export function generatePassword(length = 20): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
