/** CREATE, ALTER, DROP, OPEN and CLOSE MASTER KEY: the key that protects what has no password of its own. */

import { randomBytes } from 'node:crypto';
import { sqlError, unsupported } from '../../../errors.ts';
import { type Cryptography, hexOf, type MasterKey, type PairedKey, type Protection } from '../../cryptography/model.ts';
import { keysOf, masterKeyOf } from '../../cryptography/ring.ts';
import { seal, sealWithPassword, unseal, unsealWithPassword } from '../../cryptography/seal.ts';
import type { DdlContext } from '../context.ts';
import { type Clauses, password } from './clauses.ts';
import { commitKeys, requireOnDatabase } from './store.ts';

export function createMasterKey(from: Clauses, context: DdlContext): void {
  requireOnDatabase(context, 'CONTROL');
  from.expect('ENCRYPTION', 'BY');
  const word = password(from);
  from.end();
  if (keysOf(context.catalogs.current()).masterKey !== null) throw sqlError(15578);
  const key = new Uint8Array(randomBytes(32));
  const protections = [sealWithPassword(key, word), byService(key, context)];
  const masterKey: MasterKey = { guid: hexOf(randomBytes(16)), created: context.now, modified: context.now, protections };
  commitKeys(context, () => ({ masterKey }));
}

const byService = (key: Uint8Array, context: DdlContext): Protection => ({
  kind: 'service master key',
  bits: seal(key, context.keys.serviceMasterKey()),
});

function requireMasterKey(context: DdlContext): MasterKey {
  requireOnDatabase(context, 'CONTROL');
  const { masterKey } = keysOf(context.catalogs.current());
  if (masterKey === null) throw sqlError(15151, 'find', 'symmetric key', 'master key');
  return masterKey;
}

/** Changes one protection, or makes a new key and seals everything anew. */
export function alterMasterKey(from: Clauses, context: DdlContext): void {
  const masterKey = requireMasterKey(context);
  if (from.accept('FORCE')) throw unsupported('ALTER MASTER KEY FORCE REGENERATE');
  if (from.accept('REGENERATE')) {
    from.expect('WITH', 'ENCRYPTION', 'BY');
    return regenerate(password(from), masterKey, context);
  }
  const add = from.accept('ADD');
  if (!add) from.expect('DROP');
  from.expect('ENCRYPTION', 'BY');
  const key = masterKeyOf(context.catalogs.current(), context.keys);
  const protections = from.accept('SERVICE', 'MASTER', 'KEY')
    ? withService(masterKey, add, key, context)
    : withPassword(masterKey, add, key, password(from));
  from.end();
  commitKeys(context, () => ({ masterKey: { ...masterKey, modified: context.now, protections } }));
}

function withService({ protections }: MasterKey, add: boolean, key: Uint8Array, context: DdlContext): readonly Protection[] {
  const others = protections.filter(({ kind }) => kind !== 'service master key');
  return add ? [...others, byService(key, context)] : others;
}

function withPassword({ protections }: MasterKey, add: boolean, key: Uint8Array, word: string): readonly Protection[] {
  const opened = protections.find((protection) => opensBy(protection, word));
  if (add) return opened === undefined ? [...protections, sealWithPassword(key, word)] : protections;
  const isLast = protections.filter(({ kind }) => kind === 'password').length === 1;
  if (opened === undefined || isLast) throw sqlError(15558, 'encryption', 'password', '');
  return protections.filter((protection) => protection !== opened);
}

const opensBy = (protection: Protection, word: string): boolean =>
  protection.kind === 'password' && unsealWithPassword(protection, word) !== undefined;

function regenerate(word: string, masterKey: MasterKey, context: DdlContext): void {
  const before = masterKeyOf(context.catalogs.current(), context.keys);
  const after = new Uint8Array(randomBytes(32));
  replaceMasterKey(masterKey, before, after, [sealWithPassword(after, word), byService(after, context)], context);
}

/** Puts another key in the place of the master key: what the old one protected is protected anew. */
export function replaceMasterKey(
  masterKey: MasterKey,
  before: Uint8Array,
  after: Uint8Array,
  protections: readonly Protection[],
  context: DdlContext,
): void {
  const resealed = <Key extends PairedKey>(pair: Key): Key =>
    pair.privateKey?.kind === 'master key'
      ? { ...pair, privateKey: { kind: 'master key', bits: moved(pair.privateKey.bits, before, after) } }
      : pair;
  commitKeys(
    context,
    (keys): Partial<Cryptography> => ({
      masterKey: { ...masterKey, modified: context.now, protections },
      certificates: keys.certificates.map(resealed),
      asymmetricKeys: keys.asymmetricKeys.map(resealed),
    }),
  );
  context.keys.masterKeys.delete(context.catalogs.current().databaseId);
}

function moved(bits: string, before: Uint8Array, after: Uint8Array): string {
  const secret = unseal(bits, before);
  if (secret === undefined) throw sqlError(15466);
  return seal(secret, after);
}

/** 15580 while a private key has no other protection. */
export function dropMasterKey(context: DdlContext): void {
  requireMasterKey(context);
  const { certificates, asymmetricKeys } = keysOf(context.catalogs.current());
  const certificate = certificates.find(({ privateKey }) => privateKey?.kind === 'master key');
  if (certificate !== undefined) throw sqlError(15580, 'master key', 'certificate', certificate.name);
  const pair = asymmetricKeys.find(({ privateKey }) => privateKey?.kind === 'master key');
  if (pair !== undefined) throw sqlError(15580, 'master key', 'asymmetric key', pair.name);
  context.keys.masterKeys.delete(context.catalogs.current().databaseId);
  commitKeys(context, () => ({ masterKey: null }));
}

/** 15313 for a password that does not fit. */
export function openMasterKey(from: Clauses, context: DdlContext): void {
  const masterKey = requireMasterKey(context);
  from.expect('DECRYPTION', 'BY');
  const word = password(from);
  from.end();
  for (const protection of masterKey.protections) {
    const key = protection.kind === 'password' ? unsealWithPassword(protection, word) : undefined;
    if (key === undefined) continue;
    context.keys.masterKeys.set(context.catalogs.current().databaseId, key);
    return;
  }
  throw sqlError(15313);
}

export function closeMasterKey(from: Clauses, context: DdlContext): void {
  from.end();
  if (!context.keys.masterKeys.delete(context.catalogs.current().databaseId)) throw sqlError(15581);
}
