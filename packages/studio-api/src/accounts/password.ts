/**
 * Passwords are kept as scrypt hashes that name their own cost, so that the cost can rise without invalidating old ones.
 *
 * A login for an email that nobody has still hashes, so that its time does not tell which emails have an account.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 2^15 blocks of 8 × 128 bytes: 32 MB and some 80 ms a hash. */
const COST = { N: 32_768, r: 8, p: 1 } as const;
const LENGTH = 32;

/** `scrypt$N$r$p$salt$hash` */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** `stored` is null for somebody who has no password, or does not exist: the answer is false, after the usual time. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', expected = ''] = (stored ?? NOBODY).split('$');
  const hash = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(hash, Buffer.from(expected, 'base64url')) && stored !== null;
}

/** A hash that no password has. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, randomBytes(16).toString('base64url'), randomBytes(LENGTH).toString('base64url')].join(
  '$',
);

function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  const settings = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, LENGTH, settings, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
