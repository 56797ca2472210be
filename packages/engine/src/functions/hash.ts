/**
 * Hashes of bytes: the algorithms of HASHBYTES and the password hash of PWDENCRYPT. MD4 is written out (RFC 1320), as cryptographic libraries no
 * longer carry it.
 */

import { createHash, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { md2 } from './md2.ts';

type Hash = (bytes: Uint8Array) => Uint8Array;

const library =
  (algorithm: string): Hash =>
  (bytes) =>
    new Uint8Array(createHash(algorithm).update(bytes).digest());

const ALGORITHMS: Readonly<Record<string, Hash>> = {
  MD2: md2,
  MD4: md4,
  MD5: library('md5'),
  SHA: library('sha1'),
  SHA1: library('sha1'),
  SHA2_256: library('sha256'),
  SHA2_512: library('sha512'),
};

/** NULL for an algorithm that SQL Server does not know. */
export function hashBytes(algorithm: string, bytes: Uint8Array): Uint8Array | null {
  return ALGORITHMS[algorithm.trimEnd().toUpperCase()]?.(bytes) ?? null;
}

const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));

/** The three rounds: how the words mix, the additive constant, the order of words and the rotations. */
const ROUNDS: readonly {
  mix: (x: number, y: number, z: number) => number;
  add: number;
  order: readonly number[];
  turns: readonly number[];
}[] = [
  { mix: (x, y, z) => (x & y) | (~x & z), add: 0, order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], turns: [3, 7, 11, 19] },
  {
    mix: (x, y, z) => (x & y) | (x & z) | (y & z),
    add: 0x5a827999,
    order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    turns: [3, 5, 9, 13],
  },
  { mix: (x, y, z) => x ^ y ^ z, add: 0x6ed9eba1, order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15], turns: [3, 9, 11, 15] },
];

function md4(bytes: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setBigUint64(padded.byteLength - 8, BigInt(bytes.length) * 8n, true);
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < padded.byteLength; at += 64) state = md4Block(state, padded, at);
  const digest = new DataView(new ArrayBuffer(16));
  for (const [i, word] of state.entries()) digest.setUint32(i * 4, word >>> 0, true);
  return new Uint8Array(digest.buffer);
}

function md4Block(state: readonly number[], view: DataView, at: number): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (const { mix, add, order, turns } of ROUNDS) {
    order.forEach((word, i) => {
      const turned = rotate((a + mix(b, c, d) + view.getUint32(at + word * 4, true) + add) | 0, turns[i % 4]!);
      [a, b, c, d] = [d, turned, b, c];
    });
  }
  return [a, b, c, d].map((word, i) => (word + state[i]!) | 0);
}

/** 0x0200, a salt of four bytes, SHA-512 of password and salt. */
export function hashPassword(clear: string, salt: Uint8Array = randomBytes(4)): Uint8Array {
  const digest = createHash('sha512').update(Buffer.from(clear, 'utf16le')).update(salt).digest();
  return Uint8Array.from([0x02, 0x00, ...salt, ...digest]);
}

/** Lengths of hashes by their version: 1 is that of SQL Server 2005, 2 that of 2012, 3 (PBKDF2) that of 2025; 2000 kept another one of upper case. */
const HASH_LENGTHS: Readonly<Record<number, readonly number[]>> = { 1: [26, 46], 2: [70], 3: [70] };

/** Whether a hash of any of SQL Server's formats is of this password. */
export function isPasswordOf(clear: string, hash: Uint8Array): boolean {
  const version = hash[0] ?? 0;
  if (HASH_LENGTHS[version]?.includes(hash.length) !== true || clear.length > 128) return false;
  const expected = passwordDigest(version, Buffer.from(clear, 'utf16le'), hash.subarray(2, 6));
  return timingSafeEqual(expected, hash.subarray(6, 6 + expected.length));
}

function passwordDigest(version: number, clear: Uint8Array, salt: Uint8Array): Uint8Array {
  if (version === 3) return pbkdf2Sync(clear, salt, 100_000, 64, 'sha512');
  return createHash(version === 1 ? 'sha1' : 'sha512')
    .update(clear)
    .update(salt)
    .digest();
}
