/** CREATE, ALTER and DROP ASYMMETRIC KEY: pairs of keys without a certificate. Keys of files, assemblies and providers are refused by name. */

import { sqlError, unsupported } from '../../../errors.ts';
import type { Steps } from '../../../run/contracts.ts';
import { hexOf } from '../../cryptography/model.ts';
import type { DdlContext } from '../context.ts';
import { authorization, type Clauses, passwordAfter } from './clauses.ts';
import { generatedPair, protectedKey, reprotected, requireUnused, thumbprintOf } from './pair.ts';
import { findKey, nextKeyId, ownerFor, putKey, removeKey, requireKey, requireOnDatabase } from './store.ts';

const BITS: Readonly<Record<string, number>> = { RSA_512: 512, RSA_1024: 1024, RSA_2048: 2048, RSA_3072: 3072, RSA_4096: 4096 };
/** Shorter keys need a database of this compatibility level or less. */
const LAST_SHORT_LEVEL = 120;

export function* createAsymmetricKey(name: string, from: Clauses, context: DdlContext): Steps<void> {
  requireOnDatabase(context, 'CREATE ASYMMETRIC KEY');
  const owner = ownerFor(context, authorization(from));
  if (from.accept('FROM')) throw unsupported('CREATE ASYMMETRIC KEY … FROM');
  from.expect('WITH', 'ALGORITHM', '=');
  const algorithm = from.name().toUpperCase();
  const word = passwordAfter(from, 'ENCRYPTION', 'BY');
  from.end();
  const bits = requireBits(algorithm, context);
  if (findKey(context.catalogs.current(), 'asymmetric key', name) !== undefined) throw sqlError(15396, name);
  protectedKey(new Uint8Array(0), word, context);
  const pair = yield* generatedPair(bits);
  putKey(context, 'asymmetric key', {
    id: nextKeyId(context, 'asymmetric key'),
    name,
    owner,
    publicKey: hexOf(pair.publicKey),
    bits,
    thumbprint: thumbprintOf(pair.publicKey),
    privateKey: protectedKey(pair.privateKey, word, context),
  });
}

function requireBits(algorithm: string, context: DdlContext): number {
  const bits = BITS[algorithm];
  if (bits === undefined) throw sqlError(15314);
  if (bits < 2048 && context.catalogs.current().options.compatibilityLevel > LAST_SHORT_LEVEL) throw sqlError(33128, algorithm);
  return bits;
}

export function alterAsymmetricKey(name: string, from: Clauses, context: DdlContext): void {
  const key = requireKey(context, 'asymmetric key', name, { verb: 'alter', permission: 'ALTER' });
  if (from.accept('REMOVE', 'PRIVATE', 'KEY')) {
    if (key.privateKey === null) throw sqlError(15563, 'asymmetric key');
    putKey(context, 'asymmetric key', { ...key, privateKey: null });
  } else {
    from.expect('WITH', 'PRIVATE', 'KEY');
    putKey(context, 'asymmetric key', reprotected(key, 'asymmetric key', from.group(), context));
  }
  from.end();
}

export function dropAsymmetricKey(name: string, context: DdlContext): void {
  const key = requireKey(context, 'asymmetric key', name, { verb: 'drop', permission: 'CONTROL' });
  requireUnused(key, 'asymmetric key', context);
  removeKey(context, 'asymmetric key', name);
}
