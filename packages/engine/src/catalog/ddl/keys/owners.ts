/** Keys and certificates of a principal: they follow it to a new name, and keep it from being dropped. */

import { keysOf } from '../../cryptography/ring.ts';
import { setCryptography } from '../../edit.ts';
import { sameName } from '../../find.ts';
import type { DatabaseCatalog } from '../../model.ts';

/** The word for something that the principal owns; undefined when it owns nothing. */
export function ownedKey(catalog: DatabaseCatalog, name: string): string | undefined {
  const { certificates, asymmetricKeys, symmetricKeys } = keysOf(catalog);
  const owns = (keys: readonly { readonly owner: string }[]): boolean => keys.some(({ owner }) => sameName(owner, name));
  if (owns(certificates)) return 'certificate';
  if (owns(asymmetricKeys)) return 'asymmetric key';
  return owns(symmetricKeys) ? 'symmetric key' : undefined;
}

export function withKeyOwner(catalog: DatabaseCatalog, from: string, to: string): DatabaseCatalog {
  if (ownedKey(catalog, from) === undefined) return catalog;
  const keys = keysOf(catalog);
  const given = <Key extends { readonly owner: string }>(list: readonly Key[]): readonly Key[] =>
    list.map((key) => (sameName(key.owner, from) ? { ...key, owner: to } : key));
  return setCryptography(catalog, {
    ...keys,
    certificates: given(keys.certificates),
    asymmetricKeys: given(keys.asymmetricKeys),
    symmetricKeys: given(keys.symmetricKeys),
  });
}
