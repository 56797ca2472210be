/** What the statements about keys share: finding keys by name, who may use them, and making changed keys the state of the database. */

import { sqlError } from '../../../errors.ts';
import type { AsymmetricKey, Certificate, Cryptography, SymmetricKey } from '../../cryptography/model.ts';
import { keysOf, type PairWord } from '../../cryptography/ring.ts';
import { setCryptography } from '../../edit.ts';
import { findPrincipal, sameName } from '../../find.ts';
import { type DatabaseCatalog, nameKey } from '../../model.ts';
import { holds, type SecurableClass, type SecurableId, seesSecurable, type Token } from '../../security/index.ts';
import { commitCatalog } from '../apply.ts';
import type { DdlContext } from '../context.ts';

export type KeyWord = PairWord | 'symmetric key';

const CLASSES: Readonly<Record<KeyWord, SecurableClass>> = {
  certificate: 'CERTIFICATE',
  'asymmetric key': 'ASYMMETRIC KEY',
  'symmetric key': 'SYMMETRIC KEY',
};

const LISTS = { certificate: 'certificates', 'asymmetric key': 'asymmetricKeys', 'symmetric key': 'symmetricKeys' } as const;

interface Kinds {
  readonly certificate: Certificate;
  readonly 'asymmetric key': AsymmetricKey;
  readonly 'symmetric key': SymmetricKey;
}

export function findKey<Word extends KeyWord>(catalog: DatabaseCatalog, word: Word, name: string): Kinds[Word] | undefined {
  const list = keysOf(catalog)[LISTS[word]] as readonly (Certificate | AsymmetricKey | SymmetricKey)[];
  return list.find((key) => sameName(key.name, name)) as Kinds[Word] | undefined;
}

/** 15151 for a key that is not there, or on which the permission is missing. */
export function requireKey<Word extends KeyWord>(
  context: DdlContext,
  word: Word,
  name: string,
  { verb = 'find', permission = null }: { readonly verb?: string; readonly permission?: string | null } = {},
): Kinds[Word] {
  const catalog = context.catalogs.current();
  const key = findKey(catalog, word, name);
  const isHeld = key !== undefined && may(context.authority.token(catalog), permission, { class: CLASSES[word], id: key.id });
  if (key === undefined || !isHeld) throw sqlError(15151, verb, word, name);
  return key;
}

/** Without a permission of its own, whoever sees a key may use it. */
function may(token: Token, permission: string | null, securable: SecurableId): boolean {
  return permission === null ? seesSecurable(token, securable) : holds(token, permission, securable);
}

/** 15247 without a permission on the database. */
export function requireOnDatabase(context: DdlContext, permission: string): void {
  const token = context.authority.token(context.catalogs.current());
  if (!holds(token, permission, { class: 'DATABASE', id: 0 })) throw sqlError(15247);
}

/** Who owns a new key: the named principal, or who makes it. */
export function ownerFor(context: DdlContext, name: string | null): string {
  if (name === null) return context.user;
  const principal = findPrincipal(context.catalogs.current(), name);
  if (principal === undefined) throw sqlError(15151, 'find', 'principal', name);
  return principal.name;
}

export function commitKeys(context: DdlContext, change: (keys: Cryptography) => Partial<Cryptography>): void {
  const catalog = context.catalogs.current();
  const keys = keysOf(catalog);
  commitCatalog(context, catalog, setCryptography(catalog, { ...keys, ...change(keys) }));
}

/** Adds a key, or replaces the one with its id. */
export function putKey<Word extends KeyWord>(context: DdlContext, word: Word, key: Kinds[Word]): void {
  commitKeys(context, (keys) => {
    const others = (keys[LISTS[word]] as readonly { readonly id: number }[]).filter(({ id }) => id !== key.id);
    return { [LISTS[word]]: [...others, key].sort((a, b) => a.id - b.id) };
  });
}

export function removeKey(context: DdlContext, word: KeyWord, name: string): void {
  commitKeys(context, (keys) => ({ [LISTS[word]]: keys[LISTS[word]].filter((key) => nameKey(key.name) !== nameKey(name)) }));
}

/** Ids of each class count from 256. */
export function nextKeyId(context: DdlContext, word: KeyWord): number {
  return Math.max(255, ...keysOf(context.catalogs.current())[LISTS[word]].map(({ id }) => id)) + 1;
}
