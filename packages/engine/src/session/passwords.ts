/** Password hashes of logins: scrypt with a salt of its own, its parameters written beside it. */

import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

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
  const [scheme, cost, block, parallel, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'hex');
  const options = { N: Number(cost), r: Number(block), p: Number(parallel) };
  const actual = scryptSync(password.normalize('NFC'), Buffer.from(salt, 'hex'), expected.length, options);
  return timingSafeEqual(actual, expected);
}

/** Letters and digits alone: nothing needs quoting, and no command line takes it for a flag. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** A password for a server that was given none. */
export function generatePassword(length = 20): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
