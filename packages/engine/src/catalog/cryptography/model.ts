/**
 * Keys and certificates of a database as its catalog keeps them. No secret is ever here in the clear: a private key or a symmetric key is kept once for
 * each protection that can reveal it, sealed by a key that comes from a password, from the master key, from the service master key of the server or
 * from another key. Bytes are hexadecimal digits, as the catalog is stored as JSON.
 */

/** What seals a secret, and the sealed bytes. */
export type Protection =
  | { readonly kind: 'password'; readonly salt: string; readonly bits: string }
  | { readonly kind: 'master key'; readonly bits: string }
  /** The service master key, which only this server has. */
  | { readonly kind: 'service master key'; readonly bits: string }
  /** `thumbprint` tells the certificate or the asymmetric key. */
  | { readonly kind: 'certificate' | 'asymmetric key'; readonly thumbprint: string; readonly bits: string }
  | { readonly kind: 'symmetric key'; readonly guid: string; readonly bits: string };

export interface Cryptography {
  readonly masterKey: MasterKey | null;
  readonly certificates: readonly Certificate[];
  readonly asymmetricKeys: readonly AsymmetricKey[];
  readonly symmetricKeys: readonly SymmetricKey[];
  readonly signatures: readonly Signature[];
}

export const NO_KEYS: Cryptography = { masterKey: null, certificates: [], asymmetricKeys: [], symmetricKeys: [], signatures: [] };

/** The key that protects private keys without a password of their own. */
export interface MasterKey {
  readonly guid: string;
  readonly created: bigint;
  readonly modified: bigint;
  readonly protections: readonly Protection[];
}

interface KeyBase {
  readonly id: number;
  readonly name: string;
  /** Database principal. */
  readonly owner: string;
}

/** A pair of keys; the private one may be missing. */
export interface PairedKey extends KeyBase {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: string;
  readonly bits: number;
  /** SHA-1 of the certificate, or of the public key. */
  readonly thumbprint: string;
  /** PKCS #8, sealed; null without a private key. */
  readonly privateKey: Protection | null;
}

export interface Certificate extends PairedKey {
  /** X.509, DER. */
  readonly encoded: string;
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  /** UTC, 100 ns ticks since 0001-01-01. */
  readonly start: bigint;
  readonly expiry: bigint;
  readonly activeForDialog: boolean;
  readonly lastBackup: bigint | null;
}

export type AsymmetricKey = PairedKey;

export interface SymmetricKey extends KeyBase {
  /** AES_256 and the like. */
  readonly algorithm: string;
  /** 32 hexadecimal digits in the order in which SQL Server stores a uniqueidentifier. */
  readonly guid: string;
  readonly created: bigint;
  readonly modified: bigint;
  readonly protections: readonly Protection[];
}

/** What a user or a login stands for instead of somebody who connects: its permissions are those of the modules that the key has signed. */
export interface MappedKey {
  readonly by: Signature['by'];
  readonly thumbprint: string;
}

/** ADD SIGNATURE. */
export interface Signature {
  readonly objectId: number;
  readonly by: 'certificate' | 'asymmetric key';
  readonly thumbprint: string;
  readonly counter: boolean;
  readonly bits: string;
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const bytesFrom = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
