/** What certificates and asymmetric keys share: making a pair of keys, protecting its private key, removing or replacing that protection. */

import { createHash } from 'node:crypto';
import { sqlError } from '../../../errors.ts';
import type { Steps } from '../../../run/contracts.ts';
import { hexOf, type PairedKey, type Protection } from '../../cryptography/model.ts';
import { keysOf, masterKeyOf, type PairWord, privateKeyBytes } from '../../cryptography/ring.ts';
import { type KeyPair, newKeyPair } from '../../cryptography/rsa.ts';
import { seal, sealWithPassword } from '../../cryptography/seal.ts';
import type { DdlContext } from '../context.ts';
import { type Clauses, password, passwordAfter } from './clauses.ts';

/** A new pair; the thread does other work meanwhile. */
export function* generatedPair(bits: number): Steps<KeyPair> {
  let pair: KeyPair | undefined;
  const promise = newKeyPair(bits).then((made) => {
    pair = made;
  });
  yield { kind: 'promise', promise };
  if (pair === undefined) throw new Error('the wait for a pair of keys ended without one');
  return pair;
}

/** By the password, or by the master key (15581 without one). */
export function protectedKey(pkcs8: Uint8Array, word: string | null, context: DdlContext): Protection {
  if (word !== null) return sealWithPassword(pkcs8, word);
  return { kind: 'master key', bits: seal(pkcs8, masterKeyOf(context.catalogs.current(), context.keys)) };
}

export const thumbprintOf = (bytes: Uint8Array): string => hexOf(createHash('sha1').update(bytes).digest());

/** 15352 while something is encrypted or signed with the key, 15559 while a user or a login stands for it. */
export function requireUnused({ name, thumbprint }: PairedKey, word: PairWord, context: DdlContext): void {
  const mapped = mappedPrincipal(thumbprint, context);
  if (mapped !== undefined) throw sqlError(15559, word, name, mapped);
  const { symmetricKeys, signatures } = keysOf(context.catalogs.current());
  const encrypts = symmetricKeys.some(({ protections }) =>
    protections.some((protection) => 'thumbprint' in protection && protection.thumbprint === thumbprint),
  );
  if (encrypts || signatures.some((signature) => signature.thumbprint === thumbprint)) throw sqlError(15352, word);
}

function mappedPrincipal(thumbprint: string, context: DdlContext): 'user' | 'login' | undefined {
  const catalog = context.catalogs.current();
  if ([...catalog.principals.values()].some(({ key }) => key?.thumbprint === thumbprint)) return 'user';
  const logins = catalog.name === 'master' ? [...context.server.catalog().logins.values()] : [];
  return logins.some((login) => login.thumbprint === thumbprint) ? 'login' : undefined;
}

/** `WITH PRIVATE KEY (DECRYPTION BY PASSWORD = '…', ENCRYPTION BY PASSWORD = '…')`: another protection for the same key. */
export function reprotected<Key extends PairedKey>(pair: Key, word: PairWord, options: Clauses, context: DdlContext): Key {
  const { decryption, encryption } = passwords(options);
  const secret = privateKeyBytes(pair, word, context.catalogs.current(), context.keys, decryption);
  return { ...pair, privateKey: protectedKey(secret, encryption, context) };
}

export interface Passwords {
  readonly decryption: string | null;
  readonly encryption: string | null;
}

/** DECRYPTION and ENCRYPTION BY PASSWORD in any order, up to the end. */
export function passwords(options: Clauses): Passwords {
  let decryption: string | null = null;
  let encryption: string | null = null;
  do {
    if (options.accept('DECRYPTION', 'BY')) decryption = password(options);
    else encryption = passwordAfter(options, 'ENCRYPTION', 'BY') ?? encryption;
  } while (options.accept(','));
  options.end();
  return { decryption, encryption };
}
