/**
 * The keys that a session has at hand: symmetric keys that it has opened, master keys that it has opened by a password, temporary keys. Together with
 * the service master key of the server they decide which sealed secrets of a catalog can be revealed to it. Opening and closing is no data definition:
 * a rollback does not undo it.
 */

import { sqlError, sqlErrorState } from '../../errors.ts';
import type { DatabaseCatalog, NameKey } from '../model.ts';
import { NO_KEYS, type PairedKey, type Protection, type SymmetricKey } from './model.ts';
import { unseal, unsealWithPassword } from './seal.ts';

/** A symmetric key in the clear. */
export interface OpenKey {
  readonly databaseId: number;
  readonly definition: SymmetricKey;
  readonly key: Uint8Array;
  /** Server's local time, 100 ns ticks since 0001-01-01. */
  readonly opened: bigint;
}

export interface KeyRing {
  serviceMasterKey(): Uint8Array;
  /** By database id. */
  readonly masterKeys: Map<number, Uint8Array>;
  /** By GUID, as hexadecimal digits. */
  readonly open: Map<string, OpenKey>;
  /** `#key`, by folded name. */
  readonly temporary: Map<NameKey, SymmetricKey>;
}

export const keysOf = (catalog: DatabaseCatalog) => catalog.cryptography ?? NO_KEYS;

/** The master key of a database: opened in the session, or revealed by the service master key. Raises 15581. */
export function masterKeyOf(catalog: DatabaseCatalog, ring: KeyRing): Uint8Array {
  const opened = ring.masterKeys.get(catalog.databaseId);
  if (opened !== undefined) return opened;
  const byService = keysOf(catalog).masterKey?.protections.find(({ kind }) => kind === 'service master key');
  const key = byService && unseal(byService.bits, ring.serviceMasterKey());
  if (key === undefined) throw sqlErrorState(15581, 3);
  return key;
}

/** What the word of an error calls a pair of keys. */
export type PairWord = 'certificate' | 'asymmetric key';

/**
 * PKCS #8 of a private key. Raises 15563 without one, 15334 when it needs a password and none was given, 15466 for a wrong one and 15397 for a
 * password that is not needed.
 */
export function privateKeyBytes(pair: PairedKey, word: PairWord, catalog: DatabaseCatalog, ring: KeyRing, password: string | null) {
  const { privateKey } = pair;
  if (privateKey === null) throw sqlError(15563, word);
  if (privateKey.kind === 'password') {
    if (password === null) throw sqlError(15334, word);
    return unsealWithPassword(privateKey, password) ?? failed();
  }
  if (password !== null) throw sqlError(15397, word);
  return unseal(privateKey.bits, masterKeyOf(catalog, ring)) ?? failed();
}

function failed(): never {
  throw sqlError(15466);
}

/** The key in the clear by a protection of this kind; undefined when there is none that fits. */
export function symmetricKeyBytes(
  key: SymmetricKey,
  kind: Protection['kind'],
  reveal: (protection: Protection) => Uint8Array | undefined,
): Uint8Array | undefined {
  for (const protection of key.protections) {
    const bytes = protection.kind === kind ? reveal(protection) : undefined;
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}
