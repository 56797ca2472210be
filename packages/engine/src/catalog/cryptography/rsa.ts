/**
 * RSA as SQL Server uses it: PKCS #1 padding, and numbers written from their lowest byte, as Windows does. Padding is taken off here and not by the
 * library, which would answer a wrong key with random bytes where SQL Server answers with NULL.
 */

import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  sign,
  verify,
} from 'node:crypto';

export interface KeyPair {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** PKCS #8, DER. */
  readonly privateKey: Uint8Array;
}

export function newKeyPair(bits: number): Promise<KeyPair> {
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', { modulusLength: bits }, (error, publicKey, privateKey) => {
      if (error !== null) return reject(error);
      resolve({
        publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
        privateKey: new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' })),
      });
    });
  });
}

export const publicKeyOf = (spki: Uint8Array): KeyObject => createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' });
export const privateKeyOf = (pkcs8: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.from(pkcs8), type: 'pkcs8', format: 'der' });

/** The public half of a private key. */
export function publicHalf(pkcs8: Uint8Array): Uint8Array {
  return new Uint8Array(createPublicKey(privateKeyOf(pkcs8)).export({ type: 'spki', format: 'der' }));
}

export const bitsOf = (key: KeyObject): number => key.asymmetricKeyDetails?.modulusLength ?? 0;

/** Undefined when the plaintext is longer than the key can take. */
export function rsaEncrypt(spki: Uint8Array, plain: Uint8Array): Uint8Array | undefined {
  const key = publicKeyOf(spki);
  if (plain.length > bitsOf(key) / 8 - 11) return undefined;
  return turned(publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, plain));
}

/** Undefined for what was not encrypted with this key. */
export function rsaDecrypt(pkcs8: Uint8Array, cipherText: Uint8Array): Uint8Array | undefined {
  const key = privateKeyOf(pkcs8);
  if (cipherText.length !== Math.ceil(bitsOf(key) / 8)) return undefined;
  try {
    return unpadded(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, turned(cipherText)));
  } catch {
    return undefined;
  }
}

/** 00 02, at least eight bytes other than 0, 00, the plaintext. */
function unpadded(block: Uint8Array): Uint8Array | undefined {
  const end = block.indexOf(0, 2);
  return block[0] === 0 && block[1] === 2 && end >= 10 ? new Uint8Array(block.subarray(end + 1)) : undefined;
}

export const rsaSign = (pkcs8: Uint8Array, data: Uint8Array): Uint8Array => turned(sign('sha256', data, privateKeyOf(pkcs8)));

/** Signatures of SHA-1 are those that SQL Server made before 2017. */
export function rsaVerify(spki: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  const key = publicKeyOf(spki);
  return ['sha256', 'sha1'].some((digest) => verify(digest, data, key, turned(signature)));
}

const turned = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes).reverse();
