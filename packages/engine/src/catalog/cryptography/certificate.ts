/**
 * X.509: makes the self-signed certificate of CREATE CERTIFICATE and reads any. The subject is one common name, as SQL Server writes it; what is read
 * is shown in SQL Server's words. SHA-256 signs, the thumbprint is SHA-1 of the whole.
 */

import { createHash, randomBytes, sign, X509Certificate } from 'node:crypto';
import { bitString, integer, nothing, objectIdentifier, sequence, set, tagged, time, utf8String } from './der.ts';
import { type KeyPair, privateKeyOf } from './rsa.ts';

export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Pairs of hexadecimal digits with blanks between them. */
  readonly serial: string;
  readonly start: Date;
  readonly expiry: Date;
  readonly thumbprint: Uint8Array;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly bits: number;
}

const COMMON_NAME = '2.5.4.3';
const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';

export function selfSigned(pair: KeyPair, subject: string, validity: { readonly start: Date; readonly expiry: Date }): Uint8Array {
  const algorithm = sequence(objectIdentifier(SHA256_WITH_RSA), nothing());
  const name = sequence(set(sequence(objectIdentifier(COMMON_NAME), utf8String(subject))));
  const body = sequence(
    tagged(0, integer(Uint8Array.of(2))),
    integer(serialNumber()),
    algorithm,
    name,
    sequence(time(validity.start), time(validity.expiry)),
    name,
    pair.publicKey,
  );
  const signature = sign('sha256', body, privateKeyOf(pair.privateKey));
  return new Uint8Array(sequence(body, algorithm, bitString(signature)));
}

/** Sixteen bytes of a positive number. */
function serialNumber(): Uint8Array {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes;
}

/** Undefined for what is no certificate with an RSA key. */
export function readCertificate(encoded: Uint8Array): CertificateFacts | undefined {
  const read = parse(encoded);
  if (read === undefined || read.publicKey.asymmetricKeyType !== 'rsa') return undefined;
  return {
    subject: nameText(read.subject),
    issuer: nameText(read.issuer),
    serial: (read.serialNumber.toLowerCase().match(/../g) ?? []).join(' '),
    start: new Date(read.validFrom),
    expiry: new Date(read.validTo),
    thumbprint: new Uint8Array(createHash('sha1').update(read.raw).digest()),
    publicKey: new Uint8Array(read.publicKey.export({ type: 'spki', format: 'der' })),
    bits: read.publicKey.asymmetricKeyDetails?.modulusLength ?? 0,
  };
}

function parse(encoded: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(encoded);
  } catch {
    return undefined;
  }
}

/** A name of one common name is shown without its key. */
function nameText(name: string | undefined): string {
  const parts = (name ?? '').split('\n');
  const [only = ''] = parts;
  return parts.length === 1 && only.startsWith('CN=') ? only.slice(3) : parts.join(', ');
}
