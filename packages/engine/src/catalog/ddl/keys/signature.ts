/**
 * ADD and DROP SIGNATURE: a certificate or an asymmetric key signs the text of a module. A signature is kept in the catalog and goes with the next
 * change of the module. What the users and logins of the key may do, the module may do for whoever runs it (`session/security.ts`).
 */

import { sqlError } from '../../../errors.ts';
import { bytesFrom, hexOf, type PairedKey, type Signature } from '../../cryptography/model.ts';
import { keysOf, type PairWord, privateKeyBytes } from '../../cryptography/ring.ts';
import { rsaSign, rsaVerify } from '../../cryptography/rsa.ts';
import { nameFromParts } from '../../find.ts';
import type { SchemaObject } from '../../model.ts';
import { findTarget } from '../apply.ts';
import type { DdlContext } from '../context.ts';
import { altersObject } from '../permit/objects.ts';
import type { Clauses } from './clauses.ts';
import { commitKeys, requireKey } from './store.ts';

type Module = Extract<SchemaObject, { readonly settings: unknown }>;

/** What is signed: the text of the module. */
export const signedBytes = (module: { readonly definition: string }): Uint8Array => Buffer.from(module.definition, 'utf16le');

export function addSignature(from: Clauses, counter: boolean, context: DdlContext): void {
  from.expect('TO');
  const module = requireModule(from, context);
  from.expect('BY');
  do {
    const { pair, word, name } = signer(from, context);
    const bits = hexOf(signatureOf(module, pair, word, from, context));
    const signature: Signature = { objectId: module.id, by: word, thumbprint: pair.thumbprint, counter, bits };
    if (keysOf(context.catalogs.current()).signatures.some((other) => isSame(other, signature)))
      throw sqlError(15557, counter ? 'counter signature' : 'signature', word, name);
    commitKeys(context, ({ signatures }) => ({ signatures: [...signatures, signature] }));
  } while (from.accept(','));
  from.end();
}

export function dropSignature(from: Clauses, context: DdlContext): void {
  const counter = from.accept('COUNTER');
  from.expect('SIGNATURE', 'FROM');
  const module = requireModule(from, context);
  from.expect('BY');
  do {
    const { pair, word, name } = signer(from, context);
    const gone = { objectId: module.id, thumbprint: pair.thumbprint, counter };
    if (!keysOf(context.catalogs.current()).signatures.some((other) => isSame(other, gone)))
      throw sqlError(15558, counter ? 'counter signature' : 'signature', word, name);
    commitKeys(context, ({ signatures }) => ({ signatures: signatures.filter((other) => !isSame(other, gone)) }));
  } while (from.accept(','));
  from.end();
}

type Identity = Pick<Signature, 'objectId' | 'thumbprint' | 'counter'>;

const isSame = (a: Identity, b: Identity): boolean => a.objectId === b.objectId && a.thumbprint === b.thumbprint && a.counter === b.counter;

/** `OBJECT::schema.name`; 15151 without ALTER on it, 15560 for what is no module. */
function requireModule(from: Clauses, context: DdlContext): Module {
  if (from.accept('OBJECT')) from.expect('::');
  const parts = [from.name()];
  while (from.accept('.')) parts.push(from.name());
  const { target, object } = findTarget(context, nameFromParts(parts));
  if (object === undefined || !altersObject(context, target.catalog, object)) throw sqlError(15151, 'find', 'object', parts.join('.'));
  if (!('settings' in object) || (object.kind === 'function' && object.form === 'inline')) throw sqlError(15560, object.name);
  return object;
}

function signer(from: Clauses, context: DdlContext): { readonly pair: PairedKey; readonly word: PairWord; readonly name: string } {
  const word: PairWord = from.accept('ASYMMETRIC', 'KEY') ? 'asymmetric key' : 'certificate';
  if (word === 'certificate') from.expect('CERTIFICATE');
  const name = from.name();
  return { pair: requireKey(context, word, name, { permission: 'CONTROL' }), word, name };
}

/** Made with the private key, or given: then it must be right (15299). */
function signatureOf(module: Module, pair: PairedKey, word: PairWord, from: Clauses, context: DdlContext): Uint8Array {
  if (from.accept('WITH', 'SIGNATURE', '=')) {
    const given = bytesFrom(from.binary());
    if (!rsaVerify(bytesFrom(pair.publicKey), signedBytes(module), given)) throw sqlError(15299);
    return given;
  }
  const password = from.accept('WITH', 'PASSWORD', '=') ? from.text() : null;
  return rsaSign(privateKeyBytes(pair, word, context.catalogs.current(), context.keys, password), signedBytes(module));
}
