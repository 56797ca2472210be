/** CREATE, ALTER, DROP, OPEN and CLOSE SYMMETRIC KEY. A key is sealed once for each of its encryptions, and each can open it. */

import { createHash, randomBytes } from 'node:crypto';
import { sqlError, unsupported } from '../../../errors.ts';
import { ALGORITHMS, type Algorithm, LAST_DEPRECATED_LEVEL, LOST_ALGORITHMS } from '../../cryptography/algorithms.ts';
import { bytesFrom, hexOf, type PairedKey, type Protection, type SymmetricKey } from '../../cryptography/model.ts';
import { keysOf, type OpenKey, type PairWord, privateKeyBytes, symmetricKeyBytes } from '../../cryptography/ring.ts';
import { rsaDecrypt, rsaEncrypt } from '../../cryptography/rsa.ts';
import { seal, sealWithPassword, unseal, unsealWithPassword } from '../../cryptography/seal.ts';
import { nameKey } from '../../model.ts';
import type { DdlContext } from '../context.ts';
import { authorization, type Clauses, password, passwordAfter } from './clauses.ts';
import { findKey, nextKeyId, ownerFor, putKey, removeKey, requireKey, requireOnDatabase } from './store.ts';

const isTemporary = (name: string): boolean => name.startsWith('#');

export function createSymmetricKey(name: string, from: Clauses, context: DdlContext): void {
  requireOnDatabase(context, 'CREATE SYMMETRIC KEY');
  if (name.startsWith('##')) throw sqlError(15316);
  const owner = ownerFor(context, authorization(from));
  if (from.accept('FROM', 'PROVIDER')) throw unsupported('CREATE SYMMETRIC KEY … FROM PROVIDER');
  const options = readOptions(from, context);
  const guid = options.identity === null ? hexOf(randomBytes(16)) : hexOf(digestOf(options.identity).subarray(0, 16));
  const { keyBytes } = options.algorithm;
  const key = options.source === null ? new Uint8Array(randomBytes(keyBytes)) : digestOf(options.source).subarray(0, keyBytes);
  const protections = from.accept('ENCRYPTION', 'BY') ? readEncryptions(from, key, context) : [];
  from.end();
  if (protections.length === 0) throw sqlError(15542);
  requireNew(name, guid, context);
  const { now } = context;
  const id = nextKeyId(context, 'symmetric key');
  store(context, { id, name, owner, algorithm: options.name, guid, created: now, modified: now, protections });
}

/** SHA-256 over UTF-16: the same words make the same key and the same GUID wherever they are said. */
const digestOf = (words: string): Uint8Array => createHash('sha256').update(Buffer.from(words, 'utf16le')).digest();

interface KeyOptions {
  readonly name: string;
  readonly algorithm: Algorithm;
  readonly source: string | null;
  readonly identity: string | null;
}

/** `WITH ALGORITHM = …, KEY_SOURCE = '…', IDENTITY_VALUE = '…'` */
function readOptions(from: Clauses, context: DdlContext): KeyOptions {
  let name: string | null = null;
  let source: string | null = null;
  let identity: string | null = null;
  from.expect('WITH');
  do {
    if (from.accept('ALGORITHM', '=')) name = from.name().toUpperCase();
    else if (from.accept('KEY_SOURCE', '=')) source = from.text();
    else if (from.accept('IDENTITY_VALUE', '=')) identity = from.text();
    else break;
  } while (from.accept(','));
  if (name === null) throw sqlError(15314);
  return { name, algorithm: requireAlgorithm(name, context), source, identity };
}

function requireAlgorithm(name: string, context: DdlContext): Algorithm {
  const algorithm = ALGORITHMS[name];
  const isOld = algorithm?.deprecated ?? LOST_ALGORITHMS.has(name);
  if (isOld && context.catalogs.current().options.compatibilityLevel > LAST_DEPRECATED_LEVEL) throw sqlError(33128, name);
  if (algorithm !== undefined) return algorithm;
  throw LOST_ALGORITHMS.has(name) ? unsupported(`ALGORITHM = ${name}`) : sqlError(15314);
}

/** 15282: names and GUIDs are unique in the database, and in the session. */
function requireNew(name: string, guid: string, { catalogs, keys }: DdlContext): void {
  const known = [...keysOf(catalogs.current()).symmetricKeys, ...keys.temporary.values()];
  if (known.some((key) => nameKey(key.name) === nameKey(name) || key.guid === guid)) throw sqlError(15282, name);
}

function store(context: DdlContext, key: SymmetricKey): void {
  if (isTemporary(key.name)) context.keys.temporary.set(nameKey(key.name), key);
  else putKey(context, 'symmetric key', key);
}

/** `CERTIFICATE c, PASSWORD = '…', SYMMETRIC KEY k, ASYMMETRIC KEY a` */
function readEncryptions(from: Clauses, key: Uint8Array, context: DdlContext): readonly Protection[] {
  const protections: Protection[] = [];
  do {
    const protection = readEncryption(from, key, context);
    if (protections.some((other) => isSame(other, protection))) throw sqlError(15579, protection.kind, '');
    protections.push(protection);
  } while (from.accept(','));
  return protections;
}

function readEncryption(from: Clauses, key: Uint8Array, context: DdlContext): Protection {
  if (from.accept('CERTIFICATE')) return byPair(requireKey(context, 'certificate', from.name()), 'certificate', key);
  if (from.accept('ASYMMETRIC', 'KEY')) return byPair(requireKey(context, 'asymmetric key', from.name()), 'asymmetric key', key);
  if (from.accept('SYMMETRIC', 'KEY')) {
    const opened = requireOpen(requireSymmetric(context, from.name()), context);
    return { kind: 'symmetric key', guid: opened.definition.guid, bits: seal(key, wrapping(opened)) };
  }
  return sealWithPassword(key, password(from));
}

function byPair(pair: PairedKey, kind: PairWord, key: Uint8Array): Protection {
  const bits = rsaEncrypt(bytesFrom(pair.publicKey), key);
  if (bits === undefined) throw new Error('every pair of keys can encrypt a symmetric key');
  return { kind, thumbprint: pair.thumbprint, bits: hexOf(bits) };
}

/** A key of any length as one for sealing. */
const wrapping = ({ key }: OpenKey): Uint8Array => createHash('sha256').update(key).digest();

function isSame(a: Protection, b: Protection): boolean {
  if ('thumbprint' in a && 'thumbprint' in b) return a.thumbprint === b.thumbprint;
  return a.kind === 'symmetric key' && b.kind === 'symmetric key' && a.guid === b.guid;
}

function requireSymmetric(
  context: DdlContext,
  name: string,
  how: { readonly verb?: string; readonly permission?: string } = {},
): SymmetricKey {
  if (!isTemporary(name)) return requireKey(context, 'symmetric key', name, how);
  const key = context.keys.temporary.get(nameKey(name));
  if (key === undefined) throw sqlError(15151, how.verb ?? 'find', 'symmetric key', name);
  return key;
}

function requireOpen(key: SymmetricKey, context: DdlContext): OpenKey {
  const opened = context.keys.open.get(key.guid);
  if (opened === undefined) throw sqlError(15315, key.name);
  return opened;
}

/** `ALTER SYMMETRIC KEY k ADD | DROP ENCRYPTION BY …`; the key must be open. */
export function alterSymmetricKey(name: string, from: Clauses, context: DdlContext): void {
  const key = requireSymmetric(context, name, { verb: 'alter', permission: 'ALTER' });
  const opened = requireOpen(key, context);
  const add = from.accept('ADD');
  if (!add) from.expect('DROP');
  from.expect('ENCRYPTION', 'BY');
  const protections = add ? [...key.protections, ...added(key, from, opened, context)] : dropped(key, from, context);
  from.end();
  store(context, { ...key, modified: context.now, protections });
}

function added({ protections }: SymmetricKey, from: Clauses, { key }: OpenKey, context: DdlContext): readonly Protection[] {
  const more = readEncryptions(from, key, context);
  const double = more.find((protection) => protections.some((other) => isSame(other, protection)));
  if (double !== undefined) throw sqlError(15579, double.kind, nameOf(double, context));
  return more;
}

function dropped(key: SymmetricKey, from: Clauses, context: DdlContext): readonly Protection[] {
  let left = key.protections;
  do {
    const gone = meant(left, from, context);
    left = left.filter((protection) => protection !== gone);
  } while (from.accept(','));
  if (left.length === 0) throw sqlError(15542);
  return left;
}

/** The encryption that DROP names (15558 when the key has no such). */
function meant(protections: readonly Protection[], from: Clauses, context: DdlContext): Protection {
  const [kind, found, name] = namedProtection(protections, from, context);
  if (found === undefined) throw sqlError(15558, 'encryption', kind, name);
  return found;
}

function namedProtection(
  protections: readonly Protection[],
  from: Clauses,
  context: DdlContext,
): readonly [kind: string, found: Protection | undefined, name: string] {
  for (const kind of ['certificate', 'asymmetric key', 'symmetric key'] as const) {
    if (!from.accept(...kind.toUpperCase().split(' '))) continue;
    const name = from.name();
    const key = kind === 'symmetric key' ? requireSymmetric(context, name) : requireKey(context, kind, name);
    return [kind, protections.find((protection) => protection.kind === kind && isBy(protection, key)), name];
  }
  const word = password(from);
  return ['password', protections.find((one) => one.kind === 'password' && unsealWithPassword(one, word) !== undefined), ''];
}

function isBy(protection: Protection, key: PairedKey | SymmetricKey): boolean {
  if ('thumbprint' in protection) return 'thumbprint' in key && key.thumbprint === protection.thumbprint;
  return protection.kind === 'symmetric key' && 'guid' in key && key.guid === protection.guid;
}

function nameOf(protection: Protection, { catalogs }: DdlContext): string {
  const { certificates, asymmetricKeys, symmetricKeys } = keysOf(catalogs.current());
  return [...certificates, ...asymmetricKeys, ...symmetricKeys].find((key) => isBy(protection, key))?.name ?? '';
}

/** 15580 while it encrypts another key. A key that is open stays open until the session closes it. */
export function dropSymmetricKey(name: string, context: DdlContext): void {
  const key = requireSymmetric(context, name, { verb: 'drop', permission: 'CONTROL' });
  const inner = keysOf(context.catalogs.current()).symmetricKeys.find(({ protections }) => protections.some((one) => isBy(one, key)));
  if (inner !== undefined) throw sqlError(15580, 'symmetric key', 'symmetric key', inner.name);
  if (isTemporary(name)) context.keys.temporary.delete(nameKey(name));
  else removeKey(context, 'symmetric key', name);
}

/** `OPEN SYMMETRIC KEY k DECRYPTION BY …` */
export function openSymmetricKey(name: string, from: Clauses, context: DdlContext): void {
  const definition = requireSymmetric(context, name);
  from.expect('DECRYPTION', 'BY');
  const key = revealed(definition, from, context);
  from.end();
  if (key === undefined) throw sqlError(15313);
  context.keys.open.set(definition.guid, { databaseId: context.catalogs.current().databaseId, definition, key, opened: context.now });
}

function revealed(definition: SymmetricKey, from: Clauses, context: DdlContext): Uint8Array | undefined {
  for (const word of ['certificate', 'asymmetric key'] as const) {
    if (!from.accept(...word.toUpperCase().split(' '))) continue;
    const pair = requireKey(context, word, from.name(), { permission: 'CONTROL' });
    return revealedByPair(definition, pair, word, passwordAfter(from, 'WITH'), context);
  }
  if (from.accept('SYMMETRIC', 'KEY')) {
    const outer = requireOpen(requireSymmetric(context, from.name()), context);
    return symmetricKeyBytes(definition, 'symmetric key', (one) =>
      one.kind === 'symmetric key' && one.guid === outer.definition.guid ? unseal(one.bits, wrapping(outer)) : undefined,
    );
  }
  const word = password(from);
  return symmetricKeyBytes(definition, 'password', (one) => (one.kind === 'password' ? unsealWithPassword(one, word) : undefined));
}

function revealedByPair(definition: SymmetricKey, pair: PairedKey, word: PairWord, secret: string | null, context: DdlContext) {
  const sealed = definition.protections.find((one) => one.kind === word && isBy(one, pair));
  if (sealed === undefined) return undefined;
  return rsaDecrypt(privateKeyBytes(pair, word, context.catalogs.current(), context.keys, secret), bytesFrom(sealed.bits));
}

/** 15315 for a key that is not open. */
export function closeSymmetricKey(name: string, from: Clauses, context: DdlContext): void {
  from.end();
  const key = isTemporary(name) ? context.keys.temporary.get(nameKey(name)) : findKey(context.catalogs.current(), 'symmetric key', name);
  const opened = [...context.keys.open.values()].find(({ definition }) => nameKey(definition.name) === nameKey(name));
  if (key === undefined && opened === undefined) throw sqlError(15151, 'find', 'symmetric key', name);
  if (opened === undefined) throw sqlError(15315, name);
  context.keys.open.delete(opened.definition.guid);
}

export function closeAllSymmetricKeys(from: Clauses, context: DdlContext): void {
  from.end();
  context.keys.open.clear();
}
